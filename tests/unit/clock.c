/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The timeline of a twin: never back, never stopped, and toggles add up to nothing. */
// links: driver/clock
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../driver/clock.h"

#define S 1000000000LL
#define MS 1000000LL

static void test_silence_follows_the_clock(void **state)
{
	struct clock clock = { 0 };

	(void)state;
	clock_start(&clock, 48000, 480, 5 * S);
	assert_int_equal(clock_advance(&clock, NULL, 5 * S), 0);
	assert_int_equal(clock_advance(&clock, NULL, 5 * S + 10 * MS), 480);
	assert_int_equal(clock_advance(&clock, NULL, 5 * S + 3600 * 24 * 365 * S), 48000LL * 3600 * 24 * 365);
	assert_int_equal(clock_advance(&clock, NULL, 6 * S), 48000LL * 3600 * 24 * 365);
}

static void test_when_is_the_first_instant(void **state)
{
	static const uint32_t rates[] = { 8000, 11025, 44100, 48000, 96000, 192000 };

	(void)state;
	for (size_t r = 0; r < sizeof rates / sizeof *rates; r++) {
		for (uint64_t position = 1; position < 100000; position += 997) {
			struct clock clock = { 0 };
			int64_t when;

			clock_start(&clock, rates[r], 480, 7 * S + 123);
			when = clock_when(&clock, position);
			assert_true(clock_advance(&clock, NULL, when - 1) < position);
			assert_true(clock_advance(&clock, NULL, when) >= position);
		}
	}
}

static void test_live_follows_the_ring(void **state)
{
	struct clock clock = { 0 };
	struct ring_view view = { .epoch = 1 };

	(void)state;
	clock_start(&clock, 48000, 480, 0);
	clock_advance(&clock, &view, S);
	assert_false(clock_is_live(&clock));	/* open, but nothing heard yet */

	view.write = 480;
	view.time_ns = S + 10 * MS;
	assert_int_equal(clock_advance(&clock, &view, S + 12 * MS), 48000 + 480);
	assert_true(clock_is_live(&clock));
	assert_int_equal(clock.live_base, 48000);
	assert_int_equal(clock_when(&clock, 60000), CLOCK_NEVER);
	assert_int_equal(clock_advance(&clock, &view, S + 19 * MS), 48480);
	view.write = 960;
	view.time_ns = S + 20 * MS;
	assert_int_equal(clock_advance(&clock, &view, S + 21 * MS), 48960);
}

static void test_silenced_epoch_never_comes_back(void **state)
{
	struct clock clock = { 0 };
	struct ring_view view = { .epoch = 3, .write = 480, .time_ns = 10 * MS };

	(void)state;
	clock_start(&clock, 48000, 480, 0);
	clock_advance(&clock, &view, 10 * MS);
	assert_true(clock_is_live(&clock));
	clock_silence(&clock, 3, 11 * MS);
	view.write = 4800;
	clock_advance(&clock, &view, 100 * MS);
	assert_false(clock_is_live(&clock));
	clock_start(&clock, 44100, 480, S);	/* nor after other parameters */
	clock_advance(&clock, &view, S);
	assert_false(clock_is_live(&clock));
	view.epoch = 5;
	clock_advance(&clock, &view, S + MS);
	assert_true(clock_is_live(&clock));
}

static void test_closed_ring_ends_the_live_segment(void **state)
{
	struct clock clock = { 0 };
	struct ring_view view = { .epoch = 1, .write = 480, .time_ns = 10 * MS };

	(void)state;
	clock_start(&clock, 48000, 480, 0);
	clock_advance(&clock, &view, 10 * MS);
	view = (struct ring_view){ .epoch = 2 };
	clock_advance(&clock, &view, 15 * MS);
	assert_false(clock_is_live(&clock));
}

/* Microphones report late, early, and in lumps of 4 ms; the reader's count must not care. */
static void test_toggles_add_up_to_nothing(void **state)
{
	struct clock clock = { 0 };
	struct ring_view view = { 0 };
	int64_t now = 0;
	uint64_t last = 0, position;

	(void)state;
	srand(1);
	clock_start(&clock, 48000, 480, 0);
	for (int toggle = 0; toggle < 2000; toggle++) {
		int64_t started = now;

		view = (struct ring_view){ .epoch = view.epoch + 1 };
		for (int period = rand() % 20; period > 0; period--) {
			now += 10 * MS;
			view.write += 480;
			view.time_ns = now - rand() % (4 * MS);
			position = clock_advance(&clock, &view, now);
			assert_true(position >= last);
			last = position;
		}
		now += rand() % (10 * MS);
		clock_silence(&clock, view.epoch, now);
		view.epoch++;
		now += rand() % (100 * MS);
		position = clock_advance(&clock, NULL, now);
		assert_true(position >= last);
		last = position;
		assert_true(now >= started);
		assert_true(llabs((long long)position - (long long)(now / MS * 48)) < 480 + 48);
	}
}

/* A microphone whose clock ran away keeps its lead, and no reader waits for the line to catch up. */
static void test_drift_is_kept(void **state)
{
	struct clock clock = { 0 };
	struct ring_view view = { .epoch = 1 };
	int64_t now = 0;

	(void)state;
	clock_start(&clock, 48000, 480, 0);
	for (int i = 0; i < 10000; i++) {	/* 1 % fast */
		now += 10 * MS;
		view.write += 485;
		view.time_ns = now;
		clock_advance(&clock, &view, now);
	}
	clock_silence(&clock, 1, now + 5 * MS);
	assert_int_equal(clock_advance(&clock, NULL, now + 5 * MS),
			 clock.live_base + view.write + 240);
}

static void test_stall(void **state)
{
	struct clock clock = { 0 };
	struct ring_view view = { .epoch = 1, .write = 480, .time_ns = 10 * MS };

	(void)state;
	clock_start(&clock, 48000, 480, 0);
	clock_advance(&clock, &view, 10 * MS);
	assert_false(clock_is_stalled(&clock, 500 * MS, 500 * MS));
	assert_true(clock_is_stalled(&clock, 500 * MS, 511 * MS));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_silence_follows_the_clock),
		cmocka_unit_test(test_when_is_the_first_instant),
		cmocka_unit_test(test_live_follows_the_ring),
		cmocka_unit_test(test_silenced_epoch_never_comes_back),
		cmocka_unit_test(test_closed_ring_ends_the_live_segment),
		cmocka_unit_test(test_toggles_add_up_to_nothing),
		cmocka_unit_test(test_drift_is_kept),
		cmocka_unit_test(test_stall),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
