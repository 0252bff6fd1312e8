/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The microphone through alsa-lib, as far as that goes without sound hardware:
 * PCMs of alsa-lib's own plugins, from a configuration of the test. Hardware
 * is tested in tests/vm.
 */
// links: daemon/mic_alsa
#include <alsa/asoundlib.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../daemon/mic.h"

static int stop_fd;

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000000ll + now.tv_nsec;
}

static struct mic_params params_of(unsigned format, unsigned rate, unsigned channels)
{
	return (struct mic_params){ format, rate, channels, rate / 100, rate / 5 };
}

static void test_reads(void **unused)
{
	struct mic_params params = params_of(SND_PCM_FORMAT_S16_LE, 48000, 2);
	int16_t frames[2 * 480];
	int64_t time_ns, before = now_ns();
	void *stream;
	long got;

	(void)unused;
	assert_int_equal(mic_alsa.open("alsa:null", &params, &stream), 0);
	assert_true(params.period_frames > 0);
	got = mic_alsa.read(stream, frames, 480, stop_fd, &time_ns);
	assert_in_range(got, 1, 480);
	assert_true(time_ns > before - 1000000000 && time_ns <= now_ns());
	mic_alsa.close(stream);
}

/* "narrow" takes no floats: those must be converted by the plug that is put before it. */
static void test_converts(void **unused)
{
	const unsigned formats[] = { SND_PCM_FORMAT_S16_LE, SND_PCM_FORMAT_S24_LE,
				     SND_PCM_FORMAT_S24_3LE, SND_PCM_FORMAT_S32_LE,
				     SND_PCM_FORMAT_FLOAT_LE };
	struct mic_params params;
	char frames[8 * 4 * 480];
	int64_t time_ns;
	void *stream;

	(void)unused;
	for (size_t i = 0; i < 5; i++) {
		for (unsigned channels = 1; channels <= 2; channels++) {
			params = params_of(formats[i], 48000, channels);
			assert_int_equal(mic_alsa.open("alsa:narrow", &params, &stream), 0);
			assert_int_equal(params.rate, 48000);
			assert_true(mic_alsa.read(stream, frames, 480, stop_fd, &time_ns) > 0);
			mic_alsa.close(stream);
		}
	}
}

static void test_stops(void **unused)
{
	struct mic_params params = params_of(SND_PCM_FORMAT_S16_LE, 48000, 1);
	uint64_t one = 1;
	int64_t time_ns;
	int16_t frames[480];
	long got = 1;
	void *stream;

	(void)unused;
	assert_int_equal(mic_alsa.open("alsa:null", &params, &stream), 0);
	assert_int_equal(write(stop_fd, &one, 8), 8);
	/* frames that are there already may come first, but no wait */
	for (int i = 0; i < 10000 && got > 0; i++)
		got = mic_alsa.read(stream, frames, 480, stop_fd, &time_ns);
	assert_true(got > 0 || got == -ECANCELED);
	assert_int_equal(read(stop_fd, &one, 8), 8);
	mic_alsa.close(stream);
}

static void test_errors(void **unused)
{
	struct mic_params params = params_of(SND_PCM_FORMAT_S16_LE, 48000, 1);
	char text[160] = "";
	void *stream;

	(void)unused;
	assert_int_equal(mic_alsa.open("alsa:nonexistent", &params, &stream), -ENOENT);
	assert_int_equal(mic_alsa.open("30,7", &params, &stream), -ENOENT);
	assert_int_equal(mic_alsa.open("30,7x", &params, &stream), -EINVAL);
	assert_int_equal(mic_alsa.open("", &params, &stream), -EINVAL);
	mic_alsa.explain("30,7", -ENOENT, text, sizeof(text));
	assert_string_equal(text, "No such file or directory");
	mic_alsa.explain("30,7", -EBUSY, text, sizeof(text));
	assert_string_equal(text, "Device or resource busy");	/* no such card, so no holder */
}

static void make_config(void)
{
	char path[] = "/tmp/hardmute-test-XXXXXX";
	int fd = mkstemp(path);
	static const char config[] =
		"pcm.null { type null }\n"
		"pcm.narrow { type linear slave { format S16_LE pcm { type null } } }\n"
		"pcm.plug { @args [ SLAVE ] @args.SLAVE { type string }\n"
		"	type plug slave.pcm $SLAVE }\n";

	assert_true(fd >= 0);
	assert_int_equal(write(fd, config, strlen(config)), strlen(config));
	close(fd);
	setenv("ALSA_CONFIG_PATH", path, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reads),
		cmocka_unit_test(test_converts),
		cmocka_unit_test(test_stops),
		cmocka_unit_test(test_errors),
	};
	int failed;

	stop_fd = eventfd(0, EFD_CLOEXEC);
	make_config();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	unlink(getenv("ALSA_CONFIG_PATH"));
	return failed;
}
