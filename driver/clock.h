/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A twin's timeline: frame positions that never jump back and never stop.
 * Without live sound the position is CLOCK_MONOTONIC alone, a straight line
 * from (origin_ns, origin). Live, it follows what the ring has published: the
 * first published frame is anchored on the line at its time of capture; what
 * was captured for positions already given out as silence is dropped, for
 * readers that lag too, or they would find a hole behind it. Back
 * in silence the position returns to the line, so that a thousand toggles add
 * up to nothing; only when the microphone's own clock has drifted further away
 * than `slack` the line is moved to where the microphone was.
 * Pure: no clock is read here. The struct lives in the shared table.
 */
#ifndef DRIVER_CLOCK_H
#define DRIVER_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "ring.h"

#define CLOCK_NEVER INT64_MAX

struct clock {
	uint32_t rate;		/* Hz; 0: stands still */
	uint32_t slack;		/* frames */
	int64_t origin_ns;	/* CLOCK_MONOTONIC of position origin */
	uint64_t origin;
	uint64_t position;	/* the furthest one given out */
	uint64_t live_epoch;	/* the ring epoch that is live; 0: silence */
	uint64_t dead_epoch;	/* epochs up to this one stay silent */
	uint64_t live_base;	/* position of the ring's frame 0 in live_epoch */
	uint64_t live_from;	/* the first position that sounds: what lies before was given out */
	uint64_t live_write;	/* frames published so far */
	int64_t live_ns;	/* when the last of them was captured */
	int64_t seen_ns;	/* when they were noticed: the stall watch counts from here */
};

void clock_start(struct clock *clock, uint32_t rate, uint32_t slack, int64_t now);
void clock_stop(struct clock *clock);

/*
 * Moves on to now. view is the ring's present state, or NULL. Returns the
 * position: frames before it have happened.
 */
uint64_t clock_advance(struct clock *clock, const struct ring_view *view, int64_t now);

/* Ends the live segment; epochs up to and with dead_epoch are never live again. */
void clock_silence(struct clock *clock, uint64_t dead_epoch, int64_t now);

/* When the position will be reached by time alone; CLOCK_NEVER while live or stopped. */
int64_t clock_when(const struct clock *clock, uint64_t position);

/* Live and nothing published for stall_ns? */
bool clock_is_stalled(const struct clock *clock, int64_t stall_ns, int64_t now);

static inline bool clock_is_live(const struct clock *clock)
{
	return clock->live_epoch != 0;
}

#endif
