/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The shared ring: how a microphone's frames get from hardmuted to
 * hardmute-driver. One sealed memfd per twin, made by the daemon, which is its
 * only writer; the driver maps it read-only. The writer never waits.
 *
 * Protocol. `epoch` is odd while the gate is open and even while it is closed,
 * and never goes back. The daemon sets rate, format, channels and capacity
 * while the gate is closed, then opens it (epoch + 1, `write` = 0). Frames are
 * published in two steps: the samples first, then { write, time_ns } under the
 * sequence lock `seq`. A closing gate makes the epoch even, zeroes all samples
 * and `write`, and only then asks the driver for the fence.
 *
 * A reader that copied frames must look at the epoch and at `write` again: had
 * the epoch changed the frames are void (muted), had `write` run more than
 * half of `capacity` past the first frame copied they may be overwritten
 * (overrun): the writer puts at most capacity / 2 frames at once into the ring
 * before it publishes them, so the younger half is never touched.
 */
#ifndef HARDMUTE_RING_H
#define HARDMUTE_RING_H

#include <stdatomic.h>
#include <stdint.h>

#define RING_MAGIC 0x676e7248u	/* "Hrng" */
#define RING_VERSION 1u
#define RING_DATA_OFFSET 4096u	/* bytes; the header has a page of its own */
#define RING_DATA_BYTES (1u << 20)	/* bytes for frames; pages are used only when touched */
#define RING_BYTES (RING_DATA_OFFSET + RING_DATA_BYTES)

struct ring_header {
	uint32_t magic;
	uint32_t version;
	_Atomic uint64_t epoch;	/* odd: gate open; zero: never opened */

	/* the stream in this epoch; constant while the epoch is odd */
	uint32_t format;	/* SNDRV_PCM_FORMAT_* */
	uint32_t rate;		/* Hz */
	uint32_t channels;
	uint32_t capacity;	/* frames that fit; frame i lies at index i % capacity */

	_Atomic uint32_t seq;	/* odd while the two below are being changed */
	uint32_t reserved;
	_Atomic uint64_t write;	/* frames published in this epoch */
	_Atomic int64_t time_ns;	/* CLOCK_MONOTONIC at which the last of them was captured */
};

_Static_assert(sizeof(struct ring_header) <= RING_DATA_OFFSET, "the header fits its page");

/* Frames that a reader may still read behind `write`. */
static inline uint32_t ring_history(const struct ring_header *ring)
{
	return ring->capacity / 2;
}

static inline int ring_is_open(uint64_t epoch)
{
	return epoch & 1;
}

/* One consistent view of the moving part; the caller bounds-checks the rest. */
struct ring_view {
	uint64_t epoch;
	uint64_t write;
	int64_t time_ns;
};

/* Returns 0, or -1 when the writer was in the middle of a change for too long. */
static inline int ring_look(const struct ring_header *ring, struct ring_view *view)
{
	for (int tries = 0; tries < 1000; tries++) {
		uint32_t before = atomic_load_explicit(&ring->seq, memory_order_acquire);
		if (before & 1)
			continue;
		view->epoch = atomic_load_explicit(&ring->epoch, memory_order_acquire);
		view->write = atomic_load_explicit(&ring->write, memory_order_acquire);
		view->time_ns = atomic_load_explicit(&ring->time_ns, memory_order_acquire);
		if (atomic_load_explicit(&ring->seq, memory_order_acquire) == before)
			return 0;
	}
	return -1;
}

#endif
