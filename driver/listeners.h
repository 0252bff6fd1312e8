/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who records from the virtual microphone, as the sound server tells it: kept
 * in the public stream table, and the base of what is wanted of the real one.
 *
 * A level meter (pavucontrol, the sound settings) counts as a reader like any
 * other: it is given sound, and one that stands still while live would make
 * people believe that their microphone is broken. A corked stream is open but
 * reads nothing: it is listed, and wants nothing.
 */
#ifndef DRIVER_LISTENERS_H
#define DRIVER_LISTENERS_H

#include <stdbool.h>
#include <stdint.h>

#include "readers.h"
#include "server.h"
#include "source.h"
#include "table.h"

#define LISTENERS_PROBE "hardmute.probe"	/* property of a stream that does not count: our own */

struct listener {
	uint32_t index;		/* in the server */
	int stream;		/* in the table; -1: it had no room */
	bool running;
	uint32_t fragment_ms;	/* what the server gathers for it before it hands it over; 0 unknown */
	uint32_t pid;
	pa_sample_spec spec;
	char program[64];
};

typedef void listeners_changed_fn(void *userdata);

struct listeners {
	struct server *server;
	const struct source *source;
	struct table *table;
	struct listener list[READERS_MAX], next[READERS_MAX];
	unsigned count, next_count;
	bool asking, again;		/* a question is on its way; ask once more after it */
	bool sound;			/* what they are given at present is not silence */
	int64_t counted_ns;		/* up to here their frames are counted */
	listeners_changed_fn *on_changed;
	void *userdata;
};

void listeners_init(struct listeners *listeners, struct server *server, const struct source *source,
		    struct table *table, listeners_changed_fn *on_changed, void *userdata);

/* A recorder came, went or changed: looks again. Never waits. */
void listeners_look(struct listeners *listeners);
/* The server is gone, and all of them with it. */
void listeners_forget(struct listeners *listeners);

bool listeners_any_running(const struct listeners *listeners);
/* The running one for which the server gathers the largest fragments, or NULL. */
const struct listener *listeners_largest_fragment(const struct listeners *listeners);

/*
 * Brings the counts of frames up to date; sound says what is given from now
 * on. They are reckoned from time and rate: the server does not tell.
 */
void listeners_count(struct listeners *listeners, bool sound);

#endif
