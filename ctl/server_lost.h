/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Cards that PulseAudio has lost: when a microphone's driver was gone for a
 * moment, its module-alsa-card unloads itself, playback and all, and nothing
 * makes it come back while the card is there. The agent remembers with what
 * arguments each card's module was loaded, and loads it again. (PipeWire looks
 * at the node anew by itself.)
 *
 * Pure but for one look into /dev/snd: whether it is still the same card.
 */
#ifndef HARDMUTE_AGENT_SERVER_LOST_H
#define HARDMUTE_AGENT_SERVER_LOST_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#define SERVER_LOST_MAX 16
#define SERVER_LOST_WAIT_US 2000000	/* for the server's own ways */
#define SERVER_LOST_MODULE "module-alsa-card"

struct server_lost_card {
	int number;		/* ALSA's */
	uint32_t module;	/* the server's number of it */
	char arguments[1024];	/* "" until they are known */
	ino_t node;		/* of its control node when it was last seen; 0: there was none */
	bool seen;		/* by the look that is under way */
	int64_t lost_us;	/* when it was missed first; 0: it is there */
	bool tried;		/* loaded again, once for each loss */
};

struct server_lost {
	struct server_lost_card cards[SERVER_LOST_MAX];
	unsigned count;
	char dev[64];		/* "/dev/snd"; another one in tests */
};

void server_lost_init(struct server_lost *lost, const char *dev);

/* A look: begin; each ALSA card that the server has; end. */
void server_lost_begin(struct server_lost *lost);
/* Returns true when the module's arguments are not known: server_lost_learn. */
bool server_lost_see(struct server_lost *lost, int number, uint32_t module);
void server_lost_end(struct server_lost *lost, int64_t now_us);
void server_lost_learn(struct server_lost *lost, uint32_t module, const char *arguments);

/*
 * A card that is to be loaded again now, or NULL: one that was lost
 * SERVER_LOST_WAIT_US ago, is still the same one, and has a microphone of
 * hardmuted's ("card", "twin_up") whose twin is up. Each is given once.
 * *wait_us: when to ask again; -1: not before the next look.
 */
const struct server_lost_card *server_lost_next(struct server_lost *lost, const json_t *microphones,
						int64_t now_us, int64_t *wait_us);

/* The server itself is gone: it starts with all cards. */
void server_lost_forget(struct server_lost *lost);

#endif
