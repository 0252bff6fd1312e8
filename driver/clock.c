/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The timeline of a twin, see clock.h. Pure arithmetic on plain values; a
 * microphone's clock touches it only between clock_advance with an open ring
 * and clock_silence.
 */
#include "clock.h"

#define NS 1000000000LL

/* Frames in a time span; exact for centuries, because seconds are split off. */
static uint64_t frames_in(uint32_t rate, int64_t ns)
{
	return (uint64_t)(ns / NS) * rate + (uint64_t)(ns % NS) * rate / NS;
}

static uint64_t line_at(const struct clock *clock, int64_t now)
{
	if (!clock->rate || now <= clock->origin_ns)
		return clock->origin;
	return clock->origin + frames_in(clock->rate, now - clock->origin_ns);
}

void clock_start(struct clock *clock, uint32_t rate, uint32_t slack, int64_t now)
{
	uint64_t dead_epoch = clock->dead_epoch;

	*clock = (struct clock){
		.rate = rate, .slack = slack, .origin_ns = now, .dead_epoch = dead_epoch,
	};
}

void clock_stop(struct clock *clock)
{
	clock_start(clock, 0, 0, 0);
}

static void anchor(struct clock *clock, const struct ring_view *view, int64_t now)
{
	uint64_t at = line_at(clock, view->time_ns < now ? view->time_ns : now);

	/* More frames than the line is long: the twin started after the capture did. */
	clock->live_base = at > view->write ? at - view->write : 0;
	clock->live_from = clock->position;
	clock->live_epoch = view->epoch;
	clock->live_write = 0;
}

uint64_t clock_advance(struct clock *clock, const struct ring_view *view, int64_t now)
{
	uint64_t position;

	if (view && ring_is_open(view->epoch) && view->epoch > clock->dead_epoch && clock->rate) {
		if (clock->live_epoch != view->epoch && view->write)
			anchor(clock, view, now);
		if (clock->live_epoch == view->epoch && view->write > clock->live_write) {
			clock->live_write = view->write;
			clock->live_ns = view->time_ns < now ? view->time_ns : now;
			clock->seen_ns = now;
		}
	} else if (view && clock->live_epoch && view->epoch != clock->live_epoch) {
		clock_silence(clock, clock->live_epoch, now);
	}

	position = clock->live_epoch ? clock->live_base + clock->live_write : line_at(clock, now);
	if (position > clock->position)
		clock->position = position;
	return clock->position;
}

void clock_silence(struct clock *clock, uint64_t dead_epoch, int64_t now)
{
	if (dead_epoch > clock->dead_epoch)
		clock->dead_epoch = dead_epoch;
	if (!clock->live_epoch)
		return;

	uint64_t mic = clock->live_base + clock->live_write;
	uint64_t line = line_at(clock, clock->live_ns);
	uint64_t apart = mic > line ? mic - line : line - mic;

	clock->live_epoch = 0;
	if (apart > clock->slack) {
		clock->origin = mic;
		clock->origin_ns = clock->live_ns < now ? clock->live_ns : now;
	}
}

int64_t clock_when(const struct clock *clock, uint64_t position)
{
	uint64_t ahead, rate = clock->rate;

	if (!rate || clock->live_epoch)
		return CLOCK_NEVER;
	if (position <= clock->origin)
		return clock->origin_ns;
	ahead = position - clock->origin;
	if (ahead / rate > INT64_MAX / NS / 2)
		return CLOCK_NEVER;
	return clock->origin_ns + (int64_t)(ahead / rate) * NS +
	       (int64_t)((ahead % rate * NS + rate - 1) / rate);
}

bool clock_is_stalled(const struct clock *clock, int64_t stall_ns, int64_t now)
{
	return clock->live_epoch && now - clock->seen_ns > stall_ns;
}
