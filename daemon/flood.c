/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * An event source of the lowest priority runs when nothing else is to be done:
 * then what came before was no flood. It is armed by the first message only.
 */
#include "flood.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

#define PAUSES 4	/* times as long as a question took */
#define TIMER_ACCURACY_US 10000

struct flood {
	sd_event_source *idle, *late;
	flood_late_fn *on_late;
	void *userdata;
	unsigned messages;	/* since the loop was idle */
	bool told;
	int64_t rest_us;	/* the next question not before; CLOCK_MONOTONIC */
};

static int on_idle(sd_event_source *source, void *userdata)
{
	struct flood *flood = userdata;

	(void)source;
	flood->messages = 0;
	flood->told = false;
	return sd_event_source_set_enabled(flood->late, SD_EVENT_OFF);
}

static void tell(struct flood *flood)
{
	flood->told = true;
	flood->on_late(flood->userdata);
}

/* A loop that is slow with few messages is slow, but not flooded. */
static int on_time(sd_event_source *source, uint64_t usec, void *userdata)
{
	struct flood *flood = userdata;

	(void)source;
	(void)usec;
	if (flood->messages >= FLOOD_LATE_MESSAGES) {
		tell(flood);
		return 0;
	}
	sd_event_source_set_time_relative(flood->late, FLOOD_LATE_MS * 1000ull);
	return sd_event_source_set_enabled(flood->late, SD_EVENT_ONESHOT);
}

int flood_new(struct flood **result, sd_event *event, flood_late_fn *on_late, void *userdata)
{
	struct flood *flood = calloc(1, sizeof(*flood));
	int error;

	if (!flood)
		return -ENOMEM;
	flood->on_late = on_late;
	flood->userdata = userdata;
	error = sd_event_add_defer(event, &flood->idle, on_idle, flood);
	if (error >= 0)
		error = sd_event_source_set_priority(flood->idle, SD_EVENT_PRIORITY_IDLE);
	if (error >= 0)
		error = sd_event_source_set_enabled(flood->idle, SD_EVENT_OFF);
	if (error >= 0)
		error = sd_event_add_time_relative(event, &flood->late, CLOCK_MONOTONIC, 0,
						   TIMER_ACCURACY_US, on_time, flood);
	/* before the messages that are waiting */
	if (error >= 0)
		error = sd_event_source_set_priority(flood->late, SD_EVENT_PRIORITY_IMPORTANT);
	if (error >= 0)
		error = sd_event_source_set_enabled(flood->late, SD_EVENT_OFF);
	if (error < 0) {
		flood_free(flood);
		return error;
	}
	*result = flood;
	return 0;
}

void flood_free(struct flood *flood)
{
	if (!flood)
		return;
	sd_event_source_disable_unref(flood->idle);
	sd_event_source_disable_unref(flood->late);
	free(flood);
}

void flood_count(struct flood *flood)
{
	if (!flood->messages++)
		sd_event_source_set_enabled(flood->idle, SD_EVENT_ONESHOT);
	if (flood->messages != FLOOD_MESSAGES || flood->told)
		return;
	sd_event_source_set_time_relative(flood->late, FLOOD_LATE_MS * 1000ull);
	sd_event_source_set_enabled(flood->late, SD_EVENT_ONESHOT);
}

bool flood_is_on(const struct flood *flood)
{
	return flood->messages >= FLOOD_MESSAGES;
}

bool flood_may_ask(const struct flood *flood, int64_t now_us)
{
	return !flood_is_on(flood) || now_us >= flood->rest_us;
}

void flood_asked(struct flood *flood, int64_t begin_us, int64_t end_us)
{
	flood->rest_us = end_us + PAUSES * (end_us - begin_us);
}
