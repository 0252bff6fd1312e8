/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Feeds, with the real gate and a microphone that does what the test says:
 * frames on demand, errors, hanging in open.
 */
// links: daemon/feed daemon/pump daemon/gate daemon/talk
#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <sound/asound.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../daemon/feed.h"

static const struct link_want voice = { .wanted = 1, .format = SNDRV_PCM_FORMAT_S16_LE,
					.rate = 48000, .channels = 1, .period_frames = 480,
					.buffer_frames = 4800 };

/* The fake microphone. Written by the test before it acts, read by the feed thread. */
static struct {
	_Atomic int open_error;
	_Atomic int read_error;
	_Atomic bool hang_in_open;
	_Atomic bool frames;		/* deliver 48 frames a millisecond */
	_Atomic bool talks;		/* syllables, not a steady level */
	_Atomic unsigned reads;
	_Atomic unsigned pause_ms;	/* once, before the next frames */
	_Atomic unsigned lose_ms;	/* once: an overrun after so long */
	_Atomic int opens, closes, active;
	_Atomic unsigned rate;
	_Atomic int time_offset_ms;
} mic;

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000000ll + now.tv_nsec;
}

static int fake_open(const char *spec, struct mic_params *params, void **stream)
{
	assert_string_equal(spec, "fake");
	while (mic.hang_in_open)
		usleep(1000);
	if (mic.open_error)
		return mic.open_error;
	mic.rate = params->rate;
	mic.opens++;
	mic.active++;
	*stream = &mic;
	return 0;
}

static long fake_read(void *stream, void *frames, unsigned long count, int stop_fd,
		      int64_t *time_ns)
{
	struct pollfd stop = { .fd = stop_fd, .events = POLLIN };
	unsigned pause_ms = mic.pause_ms;

	assert_ptr_equal(stream, &mic);
	assert_true(count >= 48);
	if (pause_ms) {
		mic.pause_ms = 0;
		usleep(pause_ms * 1000);
	}
	if (mic.lose_ms) {
		usleep(mic.lose_ms * 1000);
		mic.lose_ms = 0;
		return -EPIPE;
	}
	do {
		if (poll(&stop, 1, 1))
			return -ECANCELED;
		if (mic.read_error)
			return mic.read_error;
	} while (!mic.frames);
	memset(frames, mic.talks && mic.reads / 100 % 2 ? 0 : 0x11, 48 * 2);
	/* up and down, or nothing would be left without what does not move */
	for (unsigned i = 0; i < 48; i += 2)
		((int16_t *)frames)[i] = (int16_t)-((int16_t *)frames)[i];
	mic.reads++;
	*time_ns = now_ns() + mic.time_offset_ms * 1000000ll;
	return 48;
}

static void fake_close(void *stream)
{
	assert_ptr_equal(stream, &mic);
	mic.closes++;
	mic.active--;
}

static void fake_explain(const char *spec, int error, char *text, size_t size)
{
	if (error == -EBUSY)
		snprintf(text, size, "%s is held by somebody", spec);
}

static const struct mic_ops fake = { fake_open, fake_read, fake_close, fake_explain };

static struct {
	sd_event *event;
	struct feed *feed;
	int bell_fd;
	unsigned seen[FEED_EVENT_CLOSED + 1];
	int error;
	char detail[160];
	bool free_on_closed;
} test;

static void on_feed(void *userdata, enum feed_event event, int error, const char *detail)
{
	assert_ptr_equal(userdata, &test);
	test.seen[event]++;
	if (error) {
		test.error = error;
		snprintf(test.detail, sizeof(test.detail), "%s", detail);
	}
	if (event == FEED_EVENT_CLOSED && test.free_on_closed) {
		feed_free(test.feed);
		test.feed = NULL;
	}
}

/* Runs the main loop until *value is at least wanted. */
static void run_until(const unsigned *value, unsigned wanted)
{
	for (int tries = 0; *value < wanted; tries++) {
		assert_in_range(tries, 0, 500);
		assert_true(sd_event_run(test.event, 10000) >= 0);
	}
}

static void run_for(unsigned ms)
{
	int64_t end = now_ns() + ms * 1000000ll;

	while (now_ns() < end)
		assert_true(sd_event_run(test.event, 1000) >= 0);
}

static int setup(void **unused)
{
	(void)unused;
	memset(&mic, 0, sizeof(mic));
	memset(&test, 0, sizeof(test));
	mic.frames = true;
	test.bell_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	assert_int_equal(sd_event_new(&test.event), 0);
	return feed_new(&test.feed, test.event, &fake, "fake", test.bell_fd, on_feed, &test);
}

static int teardown(void **unused)
{
	(void)unused;
	mic.hang_in_open = false;
	feed_free_now(test.feed, 2000);
	assert_int_equal(mic.active, 0);
	sd_event_unref(test.event);
	close(test.bell_fd);
	return 0;
}

static bool bell_rang(void)
{
	uint64_t rings;

	return read(test.bell_fd, &rings, sizeof(rings)) == sizeof(rings);
}

static uint64_t published(void)
{
	return atomic_load(&feed_get_gate(test.feed)->ring->write);
}

static void test_idle_costs_nothing(void **unused)
{
	(void)unused;
	gate_open(feed_get_gate(test.feed), 0);
	assert_false(feed_is_active(test.feed));
	assert_int_equal(sd_event_run(test.event, 20000), 0);
	assert_int_equal(mic.opens, 0);
}

static void test_passes_only_while_open(void **unused)
{
	(void)unused;
	feed_set(test.feed, true, &voice);
	run_until(&test.seen[FEED_EVENT_OPENED], 1);
	assert_true(feed_is_open(test.feed));
	run_for(30);
	assert_int_equal(published(), 0);
	assert_false(bell_rang());
	gate_open(feed_get_gate(test.feed), now_ns());
	run_for(100);
	assert_true(published() > 0);
	assert_true(bell_rang());
	gate_close(feed_get_gate(test.feed));
	assert_true(gate_is_zero(feed_get_gate(test.feed)));
	run_for(20);
	assert_int_equal(published(), 0);
	feed_set(test.feed, false, &voice);
	run_until(&test.seen[FEED_EVENT_CLOSED], 1);
	assert_int_equal(mic.closes, 1);
	assert_false(feed_is_open(test.feed));
	assert_int_equal(test.seen[FEED_EVENT_LOST], 0);
}

/* A bit, and only while it listens behind a closed gate; the frames are gone at once. */
static void test_hears_speech(void **unused)
{
	(void)unused;
	mic.talks = true;
	feed_set(test.feed, true, &voice);
	run_until(&test.seen[FEED_EVENT_OPENED], 1);
	run_for(1000);
	assert_false(feed_hears_speech(test.feed));
	feed_set_listening(test.feed, true);
	run_until(&test.seen[FEED_EVENT_SPEECH], 1);
	assert_true(feed_hears_speech(test.feed));
	assert_int_equal(published(), 0);
	assert_false(bell_rang());
	feed_set_listening(test.feed, false);
	assert_false(feed_hears_speech(test.feed));
	run_until(&test.seen[FEED_EVENT_SPEECH], 2);
	feed_set_listening(test.feed, true);
	run_until(&test.seen[FEED_EVENT_SPEECH], 3);
	mic.talks = false;	/* a steady level */
	run_until(&test.seen[FEED_EVENT_SPEECH], 4);
	assert_false(feed_hears_speech(test.feed));
	mic.talks = true;
	run_until(&test.seen[FEED_EVENT_SPEECH], 5);
	gate_open(feed_get_gate(test.feed), now_ns());
	run_for(100);
	assert_true(published() > 0);
	gate_close(feed_get_gate(test.feed));
	feed_set(test.feed, false, &voice);
	run_until(&test.seen[FEED_EVENT_CLOSED], 1);
	assert_false(feed_hears_speech(test.feed));
	assert_int_equal(test.seen[FEED_EVENT_SPEECH], 6);
}

static void test_frames_of_before_do_not_pass(void **unused)
{
	(void)unused;
	mic.time_offset_ms = -60000;
	feed_set(test.feed, true, &voice);
	gate_open(feed_get_gate(test.feed), now_ns());
	run_for(50);
	assert_int_equal(published(), 0);
	/* a time stamp in the future is brought back to now, not believed */
	mic.time_offset_ms = 60000;
	run_for(50);
	assert_true(published() > 0);
	assert_true(atomic_load(&feed_get_gate(test.feed)->ring->time_ns) <= now_ns());
}

static void test_new_needs_reopen(void **unused)
{
	struct link_want other = voice;

	(void)unused;
	gate_open(feed_get_gate(test.feed), 0);
	feed_set(test.feed, true, &voice);
	run_until(&test.seen[FEED_EVENT_OPENED], 1);
	feed_set(test.feed, true, &voice);
	other.buffer_frames = 9600;	/* the ring has room for that */
	feed_set(test.feed, true, &other);
	run_for(20);
	assert_int_equal(mic.opens, 1);
	other.rate = 44100;
	feed_set(test.feed, true, &other);
	run_until(&test.seen[FEED_EVENT_OPENED], 2);
	assert_int_equal(mic.rate, 44100);
	run_for(20);
	assert_true(published() > 0);
	assert_int_equal(feed_get_gate(test.feed)->ring->capacity, 2 * (9600 + 44100 / 8));
	other.buffer_frames = 44100;	/* the ring has not: half of it can be read */
	feed_set(test.feed, true, &other);
	run_until(&test.seen[FEED_EVENT_OPENED], 3);
	run_for(20);
	assert_true(feed_get_gate(test.feed)->ring->capacity >= 2 * 44100);
	other.period_frames = 100;
	feed_set(test.feed, true, &other);
	run_until(&test.seen[FEED_EVENT_OPENED], 4);
}

static void test_hanging_open_delays_nobody(void **unused)
{
	int64_t start = now_ns();
	struct link_want other = voice;

	(void)unused;
	mic.hang_in_open = true;
	feed_set(test.feed, true, &voice);
	feed_set(test.feed, false, &voice);
	other.rate = 16000;
	feed_set(test.feed, true, &other);
	gate_close(feed_get_gate(test.feed));
	assert_true(now_ns() - start < 500000000);
	assert_true(feed_is_active(test.feed));
	mic.hang_in_open = false;
	run_until(&test.seen[FEED_EVENT_OPENED], 2);
	assert_int_equal(mic.rate, 16000);
	assert_int_equal(mic.closes, 1);
}

static void test_fails_to_open(void **unused)
{
	(void)unused;
	mic.open_error = -EBUSY;
	feed_set(test.feed, true, &voice);
	run_until(&test.seen[FEED_EVENT_FAILED], 1);
	assert_int_equal(test.error, -EBUSY);
	assert_string_equal(test.detail, "fake is held by somebody");
	run_for(30);
	assert_int_equal(test.seen[FEED_EVENT_FAILED], 1);	/* not tried again by itself */
	mic.open_error = 0;
	feed_set(test.feed, true, &voice);
	run_until(&test.seen[FEED_EVENT_OPENED], 1);
}

static void test_lost(void **unused)
{
	(void)unused;
	gate_open(feed_get_gate(test.feed), 0);
	feed_set(test.feed, true, &voice);
	run_for(50);
	assert_true(published() > 0);
	mic.read_error = -ENODEV;
	run_until(&test.seen[FEED_EVENT_LOST], 1);
	assert_int_equal(test.error, -ENODEV);
	assert_true(gate_is_closed(feed_get_gate(test.feed)));
	run_until(&test.seen[FEED_EVENT_CLOSED], 1);
	run_for(20);
	assert_int_equal(mic.opens, 1);
}

static void test_overrun_goes_on(void **unused)
{
	(void)unused;
	gate_open(feed_get_gate(test.feed), 0);
	mic.read_error = -EPIPE;
	feed_set(test.feed, true, &voice);
	run_for(30);
	mic.read_error = 0;
	run_for(50);
	assert_true(published() > 0);
	assert_int_equal(test.seen[FEED_EVENT_LOST], 0);
}

/* Frames that hold no sound at the end of what was published. */
static unsigned silent_frames(void)
{
	const struct ring_header *ring = feed_get_gate(test.feed)->ring;
	const int16_t *data = (const int16_t *)((const char *)ring + RING_DATA_OFFSET);
	uint64_t write = published();
	unsigned silent = 0;

	assert_true(write < ring->capacity);	/* or there would be more */
	for (uint64_t i = 0; i < write; i++)
		silent += !data[i];
	return silent;
}

static void test_overrun_keeps_time(void **unused)
{
	(void)unused;
	gate_open(feed_get_gate(test.feed), 0);
	feed_set(test.feed, true, &voice);
	run_until(&test.seen[FEED_EVENT_OPENED], 1);
	run_for(30);
	assert_int_equal(silent_frames(), 0);
	mic.lose_ms = 150;
	run_for(200);
	assert_in_range(silent_frames(), 48 * 140, 48 * 200);
	mic.lose_ms = 10;	/* however short: it was an overrun */
	run_for(40);
	assert_in_range(silent_frames(), 48 * 150, 48 * 240);
	assert_int_equal(test.seen[FEED_EVENT_STALLED], 0);
}

static void test_standing_still_closes(void **unused)
{
	(void)unused;
	gate_open(feed_get_gate(test.feed), 0);
	feed_set(test.feed, true, &voice);
	run_for(50);
	mic.pause_ms = LINK_STALL_MS - 150;	/* long, but no stall yet */
	run_for(LINK_STALL_MS - 100);
	assert_int_equal(test.seen[FEED_EVENT_STALLED], 0);
	mic.pause_ms = LINK_STALL_MS + 20;
	run_until(&test.seen[FEED_EVENT_STALLED], 1);
	assert_true(gate_is_closed(feed_get_gate(test.feed)));
	assert_true(gate_is_zero(feed_get_gate(test.feed)));
}

static void test_freed_while_running(void **unused)
{
	(void)unused;
	gate_open(feed_get_gate(test.feed), 0);
	feed_set(test.feed, true, &voice);
	run_until(&test.seen[FEED_EVENT_OPENED], 1);
	feed_free(test.feed);
	test.feed = NULL;
	for (int i = 0; i < 200 && mic.active; i++)
		run_for(5);
	run_for(20);
	assert_int_equal(test.seen[FEED_EVENT_CLOSED], 0);
}

static void test_freed_in_callback(void **unused)
{
	(void)unused;
	test.free_on_closed = true;
	feed_set(test.feed, true, &voice);
	run_until(&test.seen[FEED_EVENT_OPENED], 1);
	feed_set(test.feed, false, &voice);
	run_until(&test.seen[FEED_EVENT_CLOSED], 1);
	assert_null(test.feed);
	run_for(10);
}

static void test_nonsense_is_not_tried(void **unused)
{
	struct link_want want = voice;

	(void)unused;
	want.format = SNDRV_PCM_FORMAT_A_LAW;
	feed_set(test.feed, true, &want);
	want = voice;
	want.rate = 0;
	feed_set(test.feed, true, &want);
	assert_false(feed_is_active(test.feed));
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_idle_costs_nothing),
		TEST(test_passes_only_while_open),
		TEST(test_hears_speech),
		TEST(test_frames_of_before_do_not_pass),
		TEST(test_new_needs_reopen),
		TEST(test_hanging_open_delays_nobody),
		TEST(test_fails_to_open),
		TEST(test_lost),
		TEST(test_overrun_goes_on),
		TEST(test_overrun_keeps_time),
		TEST(test_standing_still_closes),
		TEST(test_freed_while_running),
		TEST(test_freed_in_callback),
		TEST(test_nonsense_is_not_tried),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
