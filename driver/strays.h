/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Players that strayed into the virtual microphone's null sink, because the
 * machine has no other sink or has just lost it: they are moved to one that is
 * a sink for players, and a dummy one is made where there is none. Else
 * everybody would hear this computer's music as the user's voice. (While muted
 * nobody does: the null sink is muted as well.)
 */
#ifndef DRIVER_STRAYS_H
#define DRIVER_STRAYS_H

#include <stdbool.h>
#include <stdint.h>

#include "server.h"
#include "source.h"

#define STRAYS_OURS "hardmute.feed"	/* property of the one stream that may play there */
#define STRAYS_MAX 16			/* at once; more are found by the next look */

struct strays {
	struct server *server;
	const struct source *source;
	uint32_t inputs[STRAYS_MAX];
	unsigned count;
	uint32_t other;		/* a sink that is not the feed, PA_INVALID_INDEX none */
	bool real;		/* and it is not our dummy either */
	uint32_t dummy_module;	/* of the dummy sink, PA_INVALID_INDEX none */
	bool asking, again;
};

void strays_init(struct strays *strays, struct server *server, const struct source *source);
/* A player or a sink came or changed: looks again. Never waits. */
void strays_look(struct strays *strays);
/* The server is gone. */
void strays_forget(struct strays *strays);

#endif
