/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The gate of one microphone, and the ring behind it: the only place where
 * sound leaves this process. mute.c opens and closes it (main thread), a feed
 * passes frames through it (feed thread). A closed gate has a zeroed ring.
 *
 * "Open" takes two: the mute allows it (gate_open) and a feed has begun a
 * stream (gate_begin). The ring's epoch turns odd with the first frame that
 * passes, so that a microphone which is slow to open is not taken for stalled.
 */
#ifndef HARDMUTED_GATE_H
#define HARDMUTED_GATE_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mic.h"
#include "ring.h"

/* A zeroed struct gate is closed, and passes nothing. */
struct gate {
	pthread_mutex_t lock;		/* priority inheritance: a feed may run at real-time priority */
	struct ring_header *ring;	/* the only writable mapping there will ever be */
	int fd;				/* sealed memfd of the ring, valid while ring is set */
	bool allowed;			/* guarded by lock, as all below */
	int64_t opened_ns;		/* CLOCK_MONOTONIC of gate_open */
	unsigned stream;		/* number of the stream that may pass; 0: none */
	unsigned streams;		/* numbers given out */
	size_t frame_bytes;		/* of that stream */
	size_t dirty_bytes;		/* bytes of the ring that hold sound */
};

/* Bytes of one sample as it lies in memory; 0 for a format that no ring carries. */
unsigned gate_sample_bytes(unsigned format);

/* Makes the ring. 0 or -errno. */
int gate_init(struct gate *gate);
void gate_finish(struct gate *gate);

/* Main thread, and only from mute.c. Frames captured before now_ns will not pass. */
void gate_open(struct gate *gate, int64_t now_ns);
/*
 * Any thread. When it returns no feed can publish any more, the epoch is even,
 * the ring's samples and `write` are zero. Waits for one memcpy at most.
 */
void gate_close(struct gate *gate);

/*
 * Frames that the ring of such a stream holds: what the largest reader may
 * leave unread, and time for it to notice; twice (ring_history), if it fits.
 */
unsigned gate_choose_capacity(const struct mic_params *params, unsigned buffer_frames);

/*
 * Feed thread: begins a stream with these parameters, ending any other; the
 * ring holds at least buffer_frames and a quarter of a second. Returns the
 * stream's number (> 0), or -EINVAL for parameters that no ring can carry.
 */
int gate_begin(struct gate *gate, const struct mic_params *params, unsigned buffer_frames);
/* Ends that stream: epoch even, ring zero; the gate stays allowed. Harmless when it is over. */
void gate_end(struct gate *gate, unsigned stream);

/*
 * Feed thread: publishes those of count frames that were captured after the
 * gate was opened; time_ns is when the last of them was captured. Returns how
 * many: 0 while closed, or when the stream is not the one that may pass.
 */
size_t gate_pass(struct gate *gate, unsigned stream, const void *frames, size_t count,
		 int64_t time_ns);

/* For evidence. */
bool gate_is_closed(struct gate *gate);		/* not allowed, epoch even, write 0 */
bool gate_is_zero(struct gate *gate);		/* no sample of the ring differs from zero */

#endif
