/* SPDX-License-Identifier: GPL-2.0-or-later */
/* See bluetooth.h. */
#include "bluetooth.h"

#include <string.h>

/* Roles in which the other side is a phone or a player: its microphone is not this room's. */
static bool is_foreign_role(const char *name)
{
	return strstr(name, "gateway") || strstr(name, "a2dp_source") || strstr(name, "a2dp-source");
}

int bluetooth_choose(const struct bluetooth_card *card)
{
	const struct bluetooth_profile *active;
	int best = -1;

	if (card->active < 0)
		return -1;
	active = &card->profiles[card->active];
	if (!active->sources || is_foreign_role(active->name))
		return -1;
	for (unsigned i = 0; i < card->count; i++) {
		const struct bluetooth_profile *profile = &card->profiles[i];

		if (!profile->available || !profile->sinks || profile->sources)
			continue;
		if (best < 0 || profile->priority > card->profiles[best].priority)
			best = (int)i;
	}
	return best;
}

static int find(const struct bluetooth_card *card, const char *name)
{
	for (unsigned i = 0; i < card->count; i++)
		if (!strcmp(card->profiles[i].name, name))
			return (int)i;
	return -1;
}

int bluetooth_restore(const struct bluetooth_card *card, const char *before, const char *chosen)
{
	if (card->active < 0 || strcmp(card->profiles[card->active].name, chosen))
		return -1;
	return find(card, before);
}

bool bluetooth_may_try(struct bluetooth_card *card, int64_t now_us)
{
	if (!card->tries || now_us - card->first_try_us > BLUETOOTH_RETRIES_US) {
		card->tries = 0;
		card->first_try_us = now_us;
	}
	return ++card->tries <= BLUETOOTH_RETRIES;
}
