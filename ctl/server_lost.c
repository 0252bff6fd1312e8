/* SPDX-License-Identifier: GPL-2.0-or-later */
/* See server_lost.h. */
#include "server_lost.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

void server_lost_init(struct server_lost *lost, const char *dev)
{
	*lost = (struct server_lost){ .count = 0 };
	snprintf(lost->dev, sizeof(lost->dev), "%s", dev);
}

void server_lost_forget(struct server_lost *lost)
{
	lost->count = 0;
}

/* A card that is plugged out and in again gets another node. */
static ino_t find_node(const struct server_lost *lost, int number)
{
	char path[96];
	struct stat st;

	snprintf(path, sizeof(path), "%s/controlC%d", lost->dev, number);
	return stat(path, &st) ? 0 : st.st_ino;
}

void server_lost_begin(struct server_lost *lost)
{
	for (unsigned i = 0; i < lost->count; i++)
		lost->cards[i].seen = false;
}

static struct server_lost_card *find(struct server_lost *lost, int number)
{
	for (unsigned i = 0; i < lost->count; i++)
		if (lost->cards[i].number == number)
			return &lost->cards[i];
	return NULL;
}

bool server_lost_see(struct server_lost *lost, int number, uint32_t module)
{
	struct server_lost_card *card = find(lost, number);
	ino_t node = find_node(lost, number);

	if (!card) {
		if (lost->count == SERVER_LOST_MAX)
			return false;
		card = &lost->cards[lost->count++];
		*card = (struct server_lost_card){ .number = number };
	}
	if (card->module != module || card->node != node)
		card->arguments[0] = '\0';
	card->module = module;
	card->node = node;
	card->seen = true;
	card->tried = false;
	card->lost_us = 0;
	return !card->arguments[0];
}

void server_lost_learn(struct server_lost *lost, uint32_t module, const char *arguments)
{
	for (unsigned i = 0; i < lost->count; i++)
		if (lost->cards[i].module == module && strlen(arguments) < sizeof(lost->cards[i].arguments))
			snprintf(lost->cards[i].arguments, sizeof(lost->cards[i].arguments), "%s", arguments);
}

void server_lost_end(struct server_lost *lost, int64_t now_us)
{
	for (unsigned i = 0; i < lost->count; i++)
		if (!lost->cards[i].seen && !lost->cards[i].lost_us)
			lost->cards[i].lost_us = now_us;
}

static bool has_twin(const json_t *microphones, int number)
{
	const json_t *microphone;
	size_t i;

	json_array_foreach(microphones, i, microphone)
		if (json_integer_value(json_object_get(microphone, "card")) == number &&
		    json_is_true(json_object_get(microphone, "twin_up")))
			return true;
	return false;
}

const struct server_lost_card *server_lost_next(struct server_lost *lost, const json_t *microphones,
						int64_t now_us, int64_t *wait_us)
{
	*wait_us = -1;
	for (unsigned i = 0; i < lost->count; i++) {
		struct server_lost_card *card = &lost->cards[i];
		int64_t left_us = card->lost_us + SERVER_LOST_WAIT_US - now_us;

		if (!card->lost_us || card->tried || !*card->arguments || !card->node ||
		    find_node(lost, card->number) != card->node || !has_twin(microphones, card->number))
			continue;
		if (left_us > 0) {
			if (*wait_us < 0 || left_us < *wait_us)
				*wait_us = left_us;
			continue;
		}
		card->tried = true;
		return card;
	}
	return NULL;
}
