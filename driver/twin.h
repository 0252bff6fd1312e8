/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A twin: what makes one virtual microphone out of a ring, a clock, the
 * streams that read it and the CUSE node they come through. Here is what
 * concerns all streams of a twin together.
 */
#ifndef DRIVER_TWIN_H
#define DRIVER_TWIN_H

#include <stdbool.h>
#include <stdint.h>

#include "link.h"
#include "params.h"
#include "pcm.h"
#include "ring.h"

struct driver;
struct node;

struct twin {
	bool used;
	bool gone;		/* the microphone was unplugged; streams are DISCONNECTED */
	int64_t gone_at;
	uint32_t number;
	struct driver *driver;
	struct link_twin info;
	struct params_limits limits;
	const struct ring_header *ring;	/* NULL after the link has ended */
	struct node *node;
	struct link_want told;	/* the last LINK_WANT */
	uint32_t told_count;	/* the last LINK_READERS ... */
	uint64_t told_mark;	/* ... and the table_mark it told of */
};

/* Takes over the ring's descriptor. 0 or -errno; the ring must be sealed and of the right size. */
int twin_add(struct driver *driver, uint32_t number, const struct link_twin *info, int ring_fd);
void twin_remove(struct twin *twin);

/* Moves the clock to now, following the ring. Tells the daemon about a stall. */
void twin_advance(struct twin *twin);

/* Every unread live frame is gone, and what is in the ring now never comes back. */
void twin_silence(struct twin *twin);

/* The surroundings of a stream of this twin for one call. */
void twin_context(const struct twin *twin, uint32_t stream, struct pcm_context *context);

/* To be called when streams were opened, closed, started, stopped or set up. */
void twin_changed(struct twin *twin);

/* When the clock has to be looked at again without any event (a stall); or CLOCK_NEVER. */
int64_t twin_when(const struct twin *twin);

#endif
