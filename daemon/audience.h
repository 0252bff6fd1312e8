/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The audience: which streams read while muted, and which of them is news.
 * Pure: no clock, no descriptor, no log; history.c looks when the driver says
 * that something changed, and once AUDIENCE_DELAY_US after the mute. The table
 * is the driver's: numbers that may be anything and may change meanwhile.
 */
#ifndef HARDMUTED_AUDIENCE_H
#define HARDMUTED_AUDIENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "readers.h"

#define AUDIENCE_DELAY_US 2000000	/* whoever still runs then keeps reading */
#define AUDIENCE_MAX 128	/* streams that are told apart in one mute */

enum audience_how {
	AUDIENCE_HOW_BEGINS = 0,	/* started, or started again, while muted */
	AUDIENCE_HOW_KEEPS,	/* ran when the mute came and after the delay, maybe with an overrun */
};

struct audience_stream {
	uint64_t id;		/* of the stream table */
	bool ran;		/* when the mute came */
	bool told;
};

/* A zeroed struct is of a mute that nobody listens to. */
struct audience {
	bool settled;		/* the delay is over */
	bool full;		/* somebody could not be noted */
	unsigned count;
	struct audience_stream stream[AUDIENCE_MAX];
};

/* Once per stream and mute. reader NULL: there are more than can be told apart. */
typedef void audience_tell_fn(void *userdata, const struct reader_info *reader,
			      enum audience_how how);

/* A mute came: forgets the last one and notes who runs. */
void audience_start(struct audience *audience, const struct readers *readers);
/* Streams were opened, started, stopped or closed. */
void audience_look(struct audience *audience, const struct readers *readers,
		   audience_tell_fn *tell, void *userdata);
/* The delay is over. */
void audience_settle(struct audience *audience, const struct readers *readers,
		     audience_tell_fn *tell, void *userdata);

#endif
