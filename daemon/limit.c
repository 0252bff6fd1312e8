/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The timer that ends live. */
#include "limit.h"

#include <stdio.h>
#include <time.h>

#include "duration.h"

#define TIMER_ACCURACY_US 10000

static uint64_t now_boottime_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_BOOTTIME, &now);
	return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

void limit_stop(struct limit *limit)
{
	limit->timer = sd_event_source_disable_unref(limit->timer);
	limit->until_us = 0;
}

static int on_timer(sd_event_source *source, uint64_t usec, void *userdata)
{
	struct limit *limit = userdata;

	(void)source;
	(void)usec;
	limit_stop(limit);
	limit->over(limit->userdata, limit->why);
	return 0;
}

static int start(struct limit *limit, sd_event *event, uint64_t length_us, limit_over_fn *over,
		 void *userdata)
{
	uint64_t until_us = now_boottime_us() + length_us;
	int error;

	limit_stop(limit);
	limit->over = over;
	limit->userdata = userdata;
	error = sd_event_add_time(event, &limit->timer, CLOCK_BOOTTIME, until_us, TIMER_ACCURACY_US,
				  on_timer, limit);
	if (error >= 0)
		limit->until_us = until_us;
	return error < 0 ? error : 0;
}

static int start_longest(struct limit *limit, sd_event *event, uint64_t max_us, limit_over_fn *over,
			 void *userdata)
{
	char text[24];

	duration_format(max_us, text, sizeof(text));
	snprintf(limit->why, sizeof(limit->why), "live for %s, the longest allowed", text);
	return start(limit, event, max_us, over, userdata);
}

int limit_start(struct limit *limit, sd_event *event, uint64_t asked_us, uint64_t max_us,
		limit_over_fn *over, void *userdata)
{
	char text[24];

	limit_stop(limit);
	if (max_us && (!asked_us || asked_us > max_us))
		return start_longest(limit, event, max_us, over, userdata);
	if (!asked_us)
		return 0;
	duration_format(asked_us, text, sizeof(text));
	snprintf(limit->why, sizeof(limit->why), "live for %s, as asked", text);
	return start(limit, event, asked_us, over, userdata);
}

int limit_shorten(struct limit *limit, sd_event *event, uint64_t max_us, limit_over_fn *over,
		  void *userdata)
{
	if (!max_us || (limit->until_us && limit->until_us <= now_boottime_us() + max_us))
		return 0;
	return start_longest(limit, event, max_us, over, userdata);
}
