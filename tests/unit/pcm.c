/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A capture substream without FUSE: the life of a recording, and any bytes at all as arguments. */
// links: driver/pcm driver/pcm_ioctl driver/params driver/reader driver/clock
#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include <cmocka.h>

#include "../../driver/pcm.h"

#define MS 1000000LL

static const struct link_twin twin = { .card = 3, .device = 1, .id = "ALC", .name = "ALC Analog" };
static struct clock clock_;
static struct pcm pcm;
static struct pcm_context context;

static int set_up(void **state)
{
	(void)state;
	memset(&clock_, 0, sizeof clock_);
	context = (struct pcm_context){
		.clock = &clock_, .twin = &twin,
		.limits = {
			.formats = 1ull << SNDRV_PCM_FORMAT_S16_LE | 1ull << SNDRV_PCM_FORMAT_S32_LE,
			.access = 1u << SNDRV_PCM_ACCESS_RW_INTERLEAVED,
			.info = SNDRV_PCM_INFO_INTERLEAVED | SNDRV_PCM_INFO_PAUSE,
			.channels_min = 1, .channels_max = 2, .rate_min = 8000, .rate_max = 192000,
			.period_bytes_min = 64, .period_bytes_max = 131072,
			.periods_min = 2, .periods_max = 1024, .buffer_bytes_max = 262144,
		},
	};
	pcm_open(&pcm);
	return 0;
}

static int ctl(uint32_t command, void *arg)
{
	return pcm_ioctl(&pcm, &context, command, 0, arg);
}

static void interval_one(struct snd_pcm_hw_params *p, int which, unsigned value)
{
	struct snd_interval *i = &p->intervals[which - SNDRV_PCM_HW_PARAM_FIRST_INTERVAL];

	*i = (struct snd_interval){ .min = value, .max = value, .integer = 1 };
}

static int set_params(unsigned rate, unsigned period, unsigned buffer)
{
	struct snd_pcm_hw_params p;

	params_any(&p);
	interval_one(&p, SNDRV_PCM_HW_PARAM_RATE, rate);
	interval_one(&p, SNDRV_PCM_HW_PARAM_CHANNELS, 2);
	interval_one(&p, SNDRV_PCM_HW_PARAM_PERIOD_SIZE, period);
	interval_one(&p, SNDRV_PCM_HW_PARAM_BUFFER_SIZE, buffer);
	return ctl(SNDRV_PCM_IOCTL_HW_PARAMS, &p);
}

static void pass(int64_t ms)
{
	context.now += ms * MS;
	clock_advance(&clock_, NULL, context.now);
}

/* A stream of 48 kHz, periods of 10 ms, 4 of them, running. */
static void run(void)
{
	assert_int_equal(set_params(48000, 480, 1920), 0);
	clock_start(&clock_, 48000, 480, context.now);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_PREPARE, NULL), 0);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_START, NULL), 0);
	assert_int_equal(pcm.state, SNDRV_PCM_STATE_RUNNING);
}

static void test_a_recording(void **state)
{
	int16_t out[480 * 2];
	uint64_t silent = 0;

	(void)state;
	run();
	for (int period = 0; period < 100; period++) {
		assert_int_equal(pcm_transfer(&pcm, &context, 480), 0);
		assert_int_equal(pcm_when(&pcm, &context, 480), context.now + 10 * MS);
		pass(10);
		assert_int_equal(pcm_transfer(&pcm, &context, 480), 480);
		assert_int_equal(pcm_copy(&pcm, &context, 480, out, &silent), 0);
		assert_int_equal(silent, 480);
		pcm_consume(&pcm, 480, silent);
	}
	assert_int_equal(pcm.frames, 48000);
	assert_int_equal(pcm.silent, 48000);
}

static void test_reading_starts_a_prepared_stream(void **state)
{
	(void)state;
	assert_int_equal(pcm_transfer(&pcm, &context, 480), -EBADFD);
	set_params(48000, 480, 1920);
	assert_int_equal(pcm_transfer(&pcm, &context, 480), -EBADFD);
	ctl(SNDRV_PCM_IOCTL_PREPARE, NULL);
	pcm.start_threshold = 481;
	assert_int_equal(pcm_transfer(&pcm, &context, 480), -EAGAIN);
	assert_int_equal(pcm.state, SNDRV_PCM_STATE_PREPARED);
	pcm.start_threshold = 480;
	assert_int_equal(pcm_transfer(&pcm, &context, 480), 0);
	assert_int_equal(pcm.state, SNDRV_PCM_STATE_RUNNING);
}

static void test_overrun(void **state)
{
	(void)state;
	run();
	pass(39);
	assert_int_equal(pcm_poll(&pcm, &context), POLLIN | POLLRDNORM);
	pass(1);
	assert_int_equal(pcm_poll(&pcm, &context), POLLIN | POLLRDNORM | POLLERR);
	assert_int_equal(pcm.state, SNDRV_PCM_STATE_XRUN);
	assert_int_equal(pcm_transfer(&pcm, &context, 480), -EPIPE);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_PREPARE, NULL), 0);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_START, NULL), 0);
	pass(10);
	assert_int_equal(pcm_transfer(&pcm, &context, 480), 480);
}

/* PortAudio prepares after an overrun, and then waits without starting. */
static void test_waiting_after_an_overrun_starts(void **state)
{
	(void)state;
	run();
	ctl(SNDRV_PCM_IOCTL_DROP, NULL);
	ctl(SNDRV_PCM_IOCTL_PREPARE, NULL);
	pcm_expect(&pcm, &context);
	assert_int_equal(pcm.state, SNDRV_PCM_STATE_PREPARED);	/* it was its own wish to stop */
	ctl(SNDRV_PCM_IOCTL_START, NULL);
	pass(40);
	assert_int_equal(pcm_poll(&pcm, &context), POLLIN | POLLRDNORM | POLLERR);
	pcm_expect(&pcm, &context);
	assert_int_equal(pcm.state, SNDRV_PCM_STATE_XRUN);
	ctl(SNDRV_PCM_IOCTL_PREPARE, NULL);
	assert_int_equal(pcm_poll(&pcm, &context), 0);
	pcm_expect(&pcm, &context);
	assert_int_equal(pcm.state, SNDRV_PCM_STATE_RUNNING);
	pass(10);
	assert_int_equal(pcm_poll(&pcm, &context), POLLIN | POLLRDNORM);
}

static void run_again(void)
{
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_PREPARE, NULL), 0);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_START, NULL), 0);
}

/* PulseAudio aborts when it cannot read what it has been told of. */
static void test_frames_told_of_are_given(void **state)
{
	struct snd_pcm_sync_ptr sync;
	struct snd_pcm_status status;
	uint8_t out[4 * 1920];
	uint64_t silent;

	(void)state;
	run();
	pass(20);
	memset(&status, 0, sizeof status);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_STATUS, &status), 0);
	assert_int_equal(status.avail, 960);
	pass(100);	/* overrun, long ago */
	assert_int_equal(pcm_transfer(&pcm, &context, 480), 480);
	assert_int_equal(pcm_copy(&pcm, &context, 480, out, &silent), 0);
	pcm_consume(&pcm, 480, silent);
	context.asleep = true;
	assert_int_equal(pcm_poll(&pcm, &context), POLLIN | POLLRDNORM | POLLERR);
	assert_int_equal(pcm_transfer(&pcm, &context, 480), 480);
	pcm_consume(&pcm, 480, 480);
	assert_int_equal(pcm_transfer(&pcm, &context, 480), -ESTRPIPE);	/* no more than that */

	/* alsa-lib asks twice; the sleep may come in between */
	context.asleep = false;
	run_again();
	pass(20);
	memset(&sync, 0, sizeof sync);
	sync.flags = SNDRV_PCM_SYNC_PTR_HWSYNC | SNDRV_PCM_SYNC_PTR_APPL;
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_SYNC_PTR, &sync), 0);
	context.asleep = true;
	pcm_poll(&pcm, &context);
	sync.flags = SNDRV_PCM_SYNC_PTR_APPL;
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_SYNC_PTR, &sync), 0);
	assert_int_equal(sync.s.status.state, SNDRV_PCM_STATE_SUSPENDED);
	assert_int_equal(pcm_transfer(&pcm, &context, 960), 960);
	pcm_consume(&pcm, 960, 960);
	sync.flags = SNDRV_PCM_SYNC_PTR_HWSYNC;
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_SYNC_PTR, &sync), -ESTRPIPE);

	context.asleep = false;
	run_again();
	pass(100);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_STATUS, &status), 0);	/* told of the overrun */
	assert_int_equal(status.state, SNDRV_PCM_STATE_XRUN);
	assert_int_equal(pcm_transfer(&pcm, &context, 1), -EPIPE);
}

/* A read as large as the buffer gets a short count before the overrun would come. */
static void test_large_reads_do_not_overrun(void **state)
{
	(void)state;
	run();
	assert_int_equal(pcm_when(&pcm, &context, 100000), context.now + 30 * MS);
	pass(30);
	assert_int_equal(pcm_transfer(&pcm, &context, 100000), 1440);
}

static void test_poll_says_when(void **state)
{
	(void)state;
	run();
	assert_int_equal(pcm_poll(&pcm, &context), 0);
	assert_int_equal(pcm_when(&pcm, &context, 0), context.now + 10 * MS);
	pass(10);
	assert_int_equal(pcm_poll(&pcm, &context), POLLIN | POLLRDNORM);
}

static void test_pause_keeps_the_pointers(void **state)
{
	(void)state;
	run();
	pass(15);
	assert_int_equal(pcm_ioctl(&pcm, &context, SNDRV_PCM_IOCTL_PAUSE, 1, NULL), 0);
	pass(1000);
	assert_int_equal(pcm.hw, 720);
	assert_int_equal(pcm_ioctl(&pcm, &context, SNDRV_PCM_IOCTL_PAUSE, 0, NULL), 0);
	pass(10);
	assert_int_equal(pcm_update(&pcm, &context), 0);
	assert_int_equal(pcm.hw, 1200);
}

static void test_drain(void **state)
{
	(void)state;
	run();
	pass(10);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_DRAIN, NULL), 0);
	assert_int_equal(pcm.state, SNDRV_PCM_STATE_DRAINING);
	assert_int_equal(pcm_poll(&pcm, &context), POLLIN | POLLRDNORM);
	assert_int_equal(pcm_transfer(&pcm, &context, 480), -EBADFD);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_PREPARE, NULL), 0);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_DRAIN, NULL), 0);
	assert_int_equal(pcm.state, SNDRV_PCM_STATE_PREPARED);
}

static void test_suspend(void **state)
{
	(void)state;
	run();
	context.asleep = true;
	assert_int_equal(pcm_transfer(&pcm, &context, 480), -ESTRPIPE);
	assert_int_equal(pcm.state, SNDRV_PCM_STATE_SUSPENDED);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_RESUME, NULL), -EAGAIN);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_PREPARE, NULL), 0);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_START, NULL), -EBADFD);	/* suspended again */
	context.asleep = false;
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_RESUME, NULL), -ENOSYS);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_PREPARE, NULL), 0);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_START, NULL), 0);
}

static void test_unplugged(void **state)
{
	struct snd_pcm_sync_ptr sync = { 0 };

	(void)state;
	run();
	context.gone = true;
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_SYNC_PTR, &sync), -ENODEV);
	assert_int_equal(pcm_transfer(&pcm, &context, 480), -ENODEV);
	assert_int_equal(pcm_poll(&pcm, &context), POLLERR | POLLNVAL);
}

static void test_application_pointer(void **state)
{
	struct snd_pcm_sync_ptr sync = { 0 };
	unsigned long frames = 100;

	(void)state;
	run();
	pass(10);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_FORWARD, &frames), 0);
	assert_int_equal(frames, 100);
	sync.c.control.appl_ptr = 300;
	sync.c.control.avail_min = 1;
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_SYNC_PTR, &sync), 0);
	assert_int_equal(pcm.appl, 300);
	sync.flags = 0;
	sync.c.control.appl_ptr = 250;
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_SYNC_PTR, &sync), 0);
	assert_int_equal(pcm.appl, 250);
	sync.flags = 0;
	sync.c.control.appl_ptr = pcm.boundary;
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_SYNC_PTR, &sync), -EINVAL);
	frames = ~0ul >> 1;
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_FORWARD, &frames), 0);
	assert_int_equal(frames, 230);
	frames = 1ul << 60;
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_REWIND, &frames), 0);
	assert_int_equal(frames, 1920);	/* the buffer's whole past */
	assert_int_equal(pcm.appl, 480 - 1920);
}

static uint32_t random_state = 1;
static uint32_t rnd(void)
{
	return random_state = random_state * 1664525u + 1013904223u, random_state >> 8;
}

/* Whatever comes: an errno or an answer; pointers and sizes stay sane. */
static void test_any_bytes_at_all(void **state)
{
	static const uint32_t commands[] = {
		SNDRV_PCM_IOCTL_SYNC_PTR, SNDRV_PCM_IOCTL_STATUS, SNDRV_PCM_IOCTL_STATUS_EXT,
		SNDRV_PCM_IOCTL_DELAY, SNDRV_PCM_IOCTL_HWSYNC, SNDRV_PCM_IOCTL_INFO,
		SNDRV_PCM_IOCTL_TTSTAMP, SNDRV_PCM_IOCTL_USER_PVERSION, SNDRV_PCM_IOCTL_HW_REFINE,
		SNDRV_PCM_IOCTL_HW_PARAMS, SNDRV_PCM_IOCTL_HW_FREE, SNDRV_PCM_IOCTL_SW_PARAMS,
		SNDRV_PCM_IOCTL_CHANNEL_INFO, SNDRV_PCM_IOCTL_PREPARE, SNDRV_PCM_IOCTL_RESET,
		SNDRV_PCM_IOCTL_START, SNDRV_PCM_IOCTL_DROP, SNDRV_PCM_IOCTL_DRAIN,
		SNDRV_PCM_IOCTL_PAUSE, SNDRV_PCM_IOCTL_REWIND, SNDRV_PCM_IOCTL_FORWARD,
		SNDRV_PCM_IOCTL_RESUME, SNDRV_PCM_IOCTL_XRUN, SNDRV_PCM_IOCTL_LINK,
		SNDRV_PCM_IOCTL_UNLINK, 0x4199,
	};
	_Alignas(16) uint8_t arg[PCM_ARG_MAX];
	static uint8_t out[262144 * 2];

	(void)state;
	for (int i = 0; i < 200000; i++) {
		uint32_t command = commands[rnd() % (sizeof commands / sizeof *commands)];
		uint64_t silent;
		long frames;

		for (size_t b = 0; b < sizeof arg; b++)
			arg[b] = rnd() % 4 ? 0 : (uint8_t)rnd();
		if (rnd() % 16 == 0 && set_params(8000u << rnd() % 4, 64u << rnd() % 4, 2048) == 0)
			clock_start(&clock_, pcm.rate, 480, context.now);
		context.asleep = rnd() % 64 == 0;
		pcm_ioctl(&pcm, &context, command, rnd() % 2, arg);
		pass(rnd() % 5);
		pcm_poll(&pcm, &context);
		frames = pcm_transfer(&pcm, &context, rnd() % 4096);
		if (frames > 0) {
			assert_true(frames <= 4096);
			assert_true(pcm.hw < pcm.appl || frames <= pcm.hw - pcm.appl);
			if (pcm_copy(&pcm, &context, (uint64_t)frames, out, &silent) == 0)
				pcm_consume(&pcm, (uint64_t)frames, silent);
		}
		assert_true(pcm.state <= SNDRV_PCM_STATE_SUSPENDED);
		assert_true(pcm.hw >= 0 && pcm.hw < 1ll << 61);
		assert_true(llabs(pcm.appl - pcm.hw) <= (int64_t)(pcm.boundary / 2));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_a_recording, set_up),
		cmocka_unit_test_setup(test_reading_starts_a_prepared_stream, set_up),
		cmocka_unit_test_setup(test_overrun, set_up),
		cmocka_unit_test_setup(test_waiting_after_an_overrun_starts, set_up),
		cmocka_unit_test_setup(test_frames_told_of_are_given, set_up),
		cmocka_unit_test_setup(test_large_reads_do_not_overrun, set_up),
		cmocka_unit_test_setup(test_poll_says_when, set_up),
		cmocka_unit_test_setup(test_pause_keeps_the_pointers, set_up),
		cmocka_unit_test_setup(test_drain, set_up),
		cmocka_unit_test_setup(test_suspend, set_up),
		cmocka_unit_test_setup(test_unplugged, set_up),
		cmocka_unit_test_setup(test_application_pointer, set_up),
		cmocka_unit_test_setup(test_any_bytes_at_all, set_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
