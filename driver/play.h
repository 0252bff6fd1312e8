/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From the ring into the virtual microphone's null sink. The server asks for
 * what its buffer lacks, and gets it when the ring has it; what waits in the
 * ring longer than it must is caught up with, so that the two clocks may
 * drift. The buffer in the server starts small and grows when it runs dry.
 *
 * Silent means: the stream is corked and flushed, and the sink muted; then
 * nothing runs here at all, and the sink gives zeros on the server's clock.
 */
#ifndef DRIVER_PLAY_H
#define DRIVER_PLAY_H

#include <stdbool.h>
#include <stdint.h>

#include "ring.h"
#include "server.h"
#include "source.h"

#define PLAY_PERIOD_FRAMES 240u	/* what the microphone is asked to deliver at a time: 5 ms */

typedef void play_silent_fn(void *userdata);

struct play {
	struct server *server;
	pa_stream *stream;		/* NULL while there is no virtual microphone */
	uint32_t sink;
	const struct ring_header *ring;	/* NULL: none */
	uint32_t capacity;		/* of the ring, in this epoch */
	bool wanted;			/* somebody records */
	bool sounding;			/* uncorked: the rest has a meaning only then */
	bool dirty;			/* sound went to the server since it was last seen silent */
	uint64_t epoch;			/* the one that sounds */
	uint64_t dead_epoch;		/* those up to this one never sound (again) */
	uint64_t read;			/* next frame of the ring */
	uint64_t fed_write;		/* the ring's `write` when it was last looked at */
	int64_t fed_ns;			/* when it last had something new */
	int64_t started_ns;
	uint32_t floor_frames, target_frames;	/* kept in the server: at least, at present */
	int64_t dry_ns;			/* when it last ran dry, or was changed */
	int64_t window_ns;		/* start of the window that this is of: */
	int64_t level_min;		/* frames waiting here (> 0) or lacking there (< 0) */
	int64_t surplus;		/* frames to get rid of, one at a time; < 0: to gain */
	unsigned silencing;		/* answers still missing */
	play_silent_fn *on_silent;
	void *userdata;
};

void play_init(struct play *play, struct server *server, unsigned latency_ms);

/* A stream to the sink, silent. Waits. 0 or -errno. */
int play_open(struct play *play, uint32_t sink);
void play_close(struct play *play);

void play_set_ring(struct play *play, const struct ring_header *ring);
void play_set_wanted(struct play *play, bool wanted);

/* Looks at the ring and moves what can be moved. On the bell, and whenever in doubt. */
void play_turn(struct play *play);

/*
 * What is in the ring now will never sound; the stream is silenced. done is
 * called, perhaps before return, when the server has confirmed: from then on
 * the sink takes nothing of ours. Only one at a time.
 */
void play_silence(struct play *play, play_silent_fn *done, void *userdata);

#endif
