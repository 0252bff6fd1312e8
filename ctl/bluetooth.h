/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Headsets: while muted a card's profile with a microphone (HFP, HSP, LE audio
 * with both ways) is given up for the best one that only plays, so that no
 * radio link carries a voice; afterwards it is taken again. Pure: which
 * profile, from what the sound server says of the card.
 */
#ifndef HARDMUTE_AGENT_BLUETOOTH_H
#define HARDMUTE_AGENT_BLUETOOTH_H

#include <stdbool.h>
#include <stdint.h>

#define BLUETOOTH_PROFILES_MAX 16
#define BLUETOOTH_NAME_BYTES 256
#define BLUETOOTH_RETRIES 5	/* against a sound server that takes the profile back by itself ... */
#define BLUETOOTH_RETRIES_US 10000000	/* ... within this time; then the source is muted, no more */

struct bluetooth_profile {
	char name[64];
	unsigned sinks, sources, priority;
	bool available;
};

struct bluetooth_card {
	uint32_t index;
	char name[BLUETOOTH_NAME_BYTES];
	char title[128];
	struct bluetooth_profile profiles[BLUETOOTH_PROFILES_MAX];
	unsigned count;
	int active;		/* into profiles; -1 none of them */
	/* kept from one look to the next */
	unsigned tries;
	int64_t first_try_us;
};

/*
 * The profile to be given to a muted headset: -1 when it has no microphone
 * open, when it is no headset (a phone that calls through this computer), or
 * when no other profile plays.
 */
int bluetooth_choose(const struct bluetooth_card *card);

/*
 * The profile to go back to: before, if the card still has chosen, and before
 * still exists; else -1 (somebody has decided otherwise meanwhile).
 */
int bluetooth_restore(const struct bluetooth_card *card, const char *before, const char *chosen);

/* Notes a try at now_us; false when there have been too many of them. */
bool bluetooth_may_try(struct bluetooth_card *card, int64_t now_us);

#endif
