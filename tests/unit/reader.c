/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a reader hears: the ring's frames in the live segment, exact zeros everywhere else. */
// links: driver/reader driver/clock
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sound/asound.h>

#include <cmocka.h>

#include "../../driver/reader.h"

#define MS 1000000LL

static struct ring_header *ring;

static int set_up(void **state)
{
	(void)state;
	ring = aligned_alloc(4096, RING_BYTES);
	memset(ring, 0, RING_BYTES);
	ring->magic = RING_MAGIC;
	ring->epoch = 1;
	ring->format = SNDRV_PCM_FORMAT_S16_LE;
	ring->rate = 48000;
	ring->channels = 2;
	ring->capacity = 1024;
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(ring);
	return 0;
}

static int16_t *samples(void)
{
	return (int16_t *)((uint8_t *)ring + RING_DATA_OFFSET);
}

/* Publishes until `write`; frame i holds i + 1 on the left and -(i + 1) on the right. */
static void publish(uint64_t write)
{
	for (uint64_t i = ring->write; i < write; i++) {
		samples()[i % 1024 * 2] = (int16_t)(i + 1);
		samples()[i % 1024 * 2 + 1] = (int16_t)-(i + 1);
	}
	ring->write = write;
}

static struct clock live_clock(uint64_t base)
{
	return (struct clock){ .rate = 48000, .live_epoch = 1, .live_base = base,
			       .live_write = ring->write };
}

static void test_frames_between_zeros(void **state)
{
	int16_t out[2 * 300];
	struct clock clock;

	(void)state;
	publish(100);
	clock = live_clock(1000);
	assert_int_equal(reader_copy(ring, &clock, 900, 300, SNDRV_PCM_FORMAT_S16_LE, 2, out), 100);
	for (int i = 0; i < 300; i++) {
		assert_int_equal(out[2 * i], i < 100 || i >= 200 ? 0 : i - 99);
		assert_int_equal(out[2 * i + 1], i < 100 || i >= 200 ? 0 : 99 - i);
	}
}

/* A reader that lags when it goes live: silence, then sound without a hole, as for everybody. */
static void test_lagging_reader(void **state)
{
	struct ring_view view = { .epoch = 1 };
	struct clock clock = { 0 };
	int16_t out[2 * 672];

	(void)state;
	clock_start(&clock, 48000, 480, 0);
	assert_int_equal(clock_advance(&clock, NULL, 10 * MS), 480);	/* given out as silence */
	publish(view.write = 240);
	view.time_ns = 9 * MS;	/* 432 on the line */
	assert_int_equal(clock_advance(&clock, &view, 10 * MS), 480);
	assert_int_equal(reader_copy(ring, &clock, 0, 480, SNDRV_PCM_FORMAT_S16_LE, 2, out), 0);
	publish(view.write = 480);
	view.time_ns = 14 * MS;
	assert_int_equal(clock_advance(&clock, &view, 15 * MS), 672);
	assert_int_equal(reader_copy(ring, &clock, 0, 672, SNDRV_PCM_FORMAT_S16_LE, 2, out),
			 672 - 480);
	for (int i = 0; i < 672; i++)
		assert_int_equal(out[2 * i], i < 480 ? 0 : i - 432 + 240 + 1);
}

static void test_around_the_end_of_the_ring(void **state)
{
	int16_t out[2 * 500];
	struct clock clock;

	(void)state;
	publish(1400);
	clock = live_clock(0);
	assert_int_equal(reader_copy(ring, &clock, 900, 500, SNDRV_PCM_FORMAT_S16_LE, 2, out), 500);
	for (int i = 0; i < 500; i++)
		assert_int_equal(out[2 * i], 901 + i);
}

static void test_overtaken(void **state)
{
	int16_t out[2 * 10];
	struct clock clock;

	(void)state;
	publish(2000);
	clock = live_clock(0);
	assert_int_equal(reader_copy(ring, &clock, 2000 - 512, 10, SNDRV_PCM_FORMAT_S16_LE, 2, out), 10);
	assert_int_equal(reader_copy(ring, &clock, 2000 - 513, 10, SNDRV_PCM_FORMAT_S16_LE, 2, out), -EPIPE);
	ring->write = 2100;	/* while the frames were being copied */
	assert_int_equal(reader_copy(ring, &clock, 2000 - 512, 10, SNDRV_PCM_FORMAT_S16_LE, 2, out), -EPIPE);
}

static void test_nothing_of_another_epoch(void **state)
{
	int16_t out[2 * 10], zeros[2 * 10] = { 0 };
	struct clock clock;

	(void)state;
	publish(100);
	clock = live_clock(0);
	ring->epoch = 2;
	memset(out, 0x55, sizeof out);
	assert_int_equal(reader_copy(ring, &clock, 0, 10, SNDRV_PCM_FORMAT_S16_LE, 2, out), 0);
	assert_memory_equal(out, zeros, sizeof out);
	ring->epoch = 1;
	clock.live_epoch = 0;
	memset(out, 0x55, sizeof out);
	assert_int_equal(reader_copy(ring, &clock, 0, 10, SNDRV_PCM_FORMAT_S16_LE, 2, out), 0);
	assert_memory_equal(out, zeros, sizeof out);
	assert_int_equal(reader_copy(NULL, &clock, 0, 10, SNDRV_PCM_FORMAT_S16_LE, 2, out), 0);
}

static void test_hostile_geometry(void **state)
{
	struct clock clock;
	uint8_t out[4 * 64];

	(void)state;
	publish(10);
	clock = live_clock(0);
	assert_true(reader_accepts(ring, 48000, 2));
	assert_false(reader_accepts(ring, 44100, 2));
	assert_false(reader_accepts(ring, 48000, 1));
	ring->capacity = RING_DATA_BYTES / 4 + 1;
	assert_false(reader_accepts(ring, 48000, 2));
	assert_int_equal(reader_copy(ring, &clock, 0, 4, SNDRV_PCM_FORMAT_S16_LE, 2, out), 0);
	ring->capacity = 0;
	assert_false(reader_accepts(ring, 48000, 2));
	ring->capacity = 1024;
	ring->format = 77;
	assert_false(reader_accepts(ring, 48000, 2));
}

/* Every format to every other: what both can hold comes through exactly. */
static void test_conversions(void **state)
{
	static const uint32_t formats[] = {
		SNDRV_PCM_FORMAT_S16_LE, SNDRV_PCM_FORMAT_S24_LE, SNDRV_PCM_FORMAT_S24_3LE,
		SNDRV_PCM_FORMAT_S32_LE, SNDRV_PCM_FORMAT_FLOAT_LE,
	};
	static const int16_t values[] = { 0, 1, -1, 255, -256, 12345, 32767, -32768 };
	struct clock clock;

	(void)state;
	ring->channels = 1;
	for (size_t a = 0; a < 5; a++) {
		for (size_t b = 0; b < 5; b++) {
			uint8_t middle[8 * 4];
			int16_t out[8];

			/* S16 -> a -> b -> S16, each through the ring */
			memcpy(samples(), values, sizeof values);
			ring->write = 8;
			for (size_t step = 0; step < 2; step++) {
				uint32_t to = formats[step ? b : a];

				ring->format = step ? formats[a] : SNDRV_PCM_FORMAT_S16_LE;
				clock = live_clock(0);
				assert_int_equal(reader_copy(ring, &clock, 0, 8, to, 1, middle), 8);
				memcpy(samples(), middle, 8 * reader_sample_bytes(to));
			}
			ring->format = formats[b];
			assert_int_equal(reader_copy(ring, &clock, 0, 8, SNDRV_PCM_FORMAT_S16_LE, 1, out), 8);
			assert_memory_equal(out, values, sizeof values);
		}
	}
}

static void test_float_is_clamped(void **state)
{
	float in[] = { 2.0f, -2.0f, 1.0f, -1.0f, 0.5f, __builtin_nanf("") };
	int32_t out[6];
	struct clock clock;

	(void)state;
	ring->channels = 1;
	ring->format = SNDRV_PCM_FORMAT_FLOAT_LE;
	memcpy(samples(), in, sizeof in);
	ring->write = 6;
	clock = live_clock(0);
	assert_int_equal(reader_copy(ring, &clock, 0, 6, SNDRV_PCM_FORMAT_S32_LE, 1, out), 6);
	assert_int_equal(out[0], INT32_MAX);
	assert_int_equal(out[1], INT32_MIN);
	assert_int_equal(out[2], INT32_MAX);
	assert_int_equal(out[3], INT32_MIN);
	assert_int_equal(out[4], 1 << 30);
	assert_int_equal(out[5], 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_frames_between_zeros, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_lagging_reader, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_around_the_end_of_the_ring, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_overtaken, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_nothing_of_another_epoch, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_hostile_geometry, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_conversions, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_float_is_clamped, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
