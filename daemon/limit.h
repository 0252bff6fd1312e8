/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How long live may last: one timer on CLOCK_BOOTTIME, so that time asleep
 * counts. It belongs to mute.c, which alone starts and stops it. Main thread.
 */
#ifndef HARDMUTED_LIMIT_H
#define HARDMUTED_LIMIT_H

#include <stdint.h>
#include <systemd/sd-event.h>

/* The time is over; why is for the journal. The limit has been stopped. */
typedef void limit_over_fn(void *userdata, const char *why);

/* A zeroed one is stopped. */
struct limit {
	sd_event_source *timer;
	uint64_t until_us;	/* CLOCK_BOOTTIME; 0 none */
	char why[64];		/* for over() */
	limit_over_fn *over;
	void *userdata;
};

/*
 * Starts anew, whatever ran before: the shorter of what was asked for and the
 * longest that is allowed, microseconds, 0 none. 0 or -errno (stopped then).
 */
int limit_start(struct limit *limit, sd_event *event, uint64_t asked_us, uint64_t max_us,
		limit_over_fn *over, void *userdata);
void limit_stop(struct limit *limit);

/* A running or absent limit becomes at most max_us from now; 0 changes nothing. As limit_start. */
int limit_shorten(struct limit *limit, sd_event *event, uint64_t max_us, limit_over_fn *over,
		  void *userdata);

#endif
