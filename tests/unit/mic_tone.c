/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The microphones without hardware: pace, time stamps, formats, the file's own samples. */
// links: daemon/mic_tone daemon/mic_file daemon/mic_paced
#include <errno.h>
#include <setjmp.h>
#include <sndfile.h>
#include <sound/asound.h>
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
#include "../../daemon/mic_paced.h"

static int stop_fd;

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000000ll + now.tv_nsec;
}

static struct mic_params params_of(unsigned format, unsigned rate, unsigned channels)
{
	return (struct mic_params){ format, rate, channels, rate / 100, rate / 10 };
}

/* Reads exactly count frames, however many reads that takes. */
static void read_all(const struct mic_ops *ops, void *stream, void *frames, size_t frame_bytes,
		     unsigned long count)
{
	int64_t time_ns;

	while (count) {
		long got = ops->read(stream, frames, count, stop_fd, &time_ns);

		assert_true(got > 0);
		frames = (char *)frames + (size_t)got * frame_bytes;
		count -= (unsigned long)got;
	}
}

static void test_samples(void **unused)
{
	uint8_t out[4];
	int16_t s16;
	int32_t s32;
	float f32;

	(void)unused;
	for (int i = -32768; i < 32768; i++) {
		assert_int_equal(paced_put_sample(SNDRV_PCM_FORMAT_S16_LE, i / 32768.0, &s16), 2);
		assert_int_equal(s16, i);
	}
	paced_put_sample(SNDRV_PCM_FORMAT_S16_LE, 1.5, &s16);
	assert_int_equal(s16, 32767);
	paced_put_sample(SNDRV_PCM_FORMAT_S32_LE, -3, &s32);
	assert_int_equal(s32, INT32_MIN);
	assert_int_equal(paced_put_sample(SNDRV_PCM_FORMAT_S24_LE, -0.5, &s32), 4);
	assert_int_equal(s32, -(1 << 22));
	assert_int_equal(paced_put_sample(SNDRV_PCM_FORMAT_S24_3LE, -0.5, out), 3);
	assert_memory_equal(out, "\x00\x00\xc0", 3);
	assert_int_equal(paced_put_sample(SNDRV_PCM_FORMAT_FLOAT_LE, 0.25, &f32), 4);
	assert_true(f32 == 0.25f);
	assert_int_equal(paced_put_sample(SNDRV_PCM_FORMAT_A_LAW, 0, out), 0);
}

static void test_tone_keeps_time(void **unused)
{
	struct mic_params params = params_of(SNDRV_PCM_FORMAT_S16_LE, 48000, 1);
	int16_t frames[4800];
	int64_t start = now_ns(), time_ns = 0, last_ns = 0;
	long total = 0, crossings = 0;
	int16_t before = 0;
	void *stream;

	(void)unused;
	assert_int_equal(mic_tone.open("1000", &params, &stream), 0);
	while (total < 9600) {
		long got = mic_tone.read(stream, frames, 4800, stop_fd, &time_ns);

		if (got == -EPIPE)	/* this machine is busy */
			continue;
		assert_true(got > 0);
		assert_true(time_ns <= now_ns());
		assert_true(time_ns > last_ns);
		last_ns = time_ns;
		for (long i = 0; i < got; i++) {
			crossings += before < 0 && frames[i] >= 0;
			before = frames[i];
		}
		total += got;
	}
	assert_true(now_ns() - start >= total * 1000000000ll / 48000);
	assert_in_range(crossings, total / 48 - 2, total / 48 + 2);
	mic_tone.close(stream);
}

static void test_stop(void **unused)
{
	struct mic_params params = params_of(SNDRV_PCM_FORMAT_S16_LE, 48000, 1);
	int16_t frames[480];
	int64_t time_ns;
	uint64_t one = 1;
	void *stream;

	(void)unused;
	assert_int_equal(mic_tone.open("", &params, &stream), 0);
	assert_int_equal(write(stop_fd, &one, 8), 8);
	assert_int_equal(mic_tone.read(stream, frames, 480, stop_fd, &time_ns), -ECANCELED);
	assert_int_equal(read(stop_fd, &one, 8), 8);
	mic_tone.close(stream);
}

static void test_overrun(void **unused)
{
	struct mic_params params = params_of(SNDRV_PCM_FORMAT_S16_LE, 48000, 1);
	int16_t frames[480];
	int64_t time_ns;
	void *stream;

	(void)unused;
	assert_int_equal(mic_tone.open("", &params, &stream), 0);
	usleep(150000);
	assert_int_equal(mic_tone.read(stream, frames, 480, stop_fd, &time_ns), -EPIPE);
	assert_true(mic_tone.read(stream, frames, 480, stop_fd, &time_ns) > 0);
	mic_tone.close(stream);
}

static void test_bad_specs(void **unused)
{
	struct mic_params params = params_of(SNDRV_PCM_FORMAT_S16_LE, 48000, 1);
	void *stream;
	char text[160] = "";

	(void)unused;
	assert_int_equal(mic_tone.open("high", &params, &stream), -EINVAL);
	assert_int_equal(mic_tone.open("440x", &params, &stream), -EINVAL);
	assert_int_equal(mic_tone.open("24001", &params, &stream), -EINVAL);
	assert_int_equal(mic_file.open("/nonexistent.wav", &params, &stream), -ENOENT);
	mic_file.explain("/nonexistent.wav", -ENOENT, text, sizeof(text));
	assert_string_equal(text, "/nonexistent.wav: No such file or directory");
	assert_int_equal(mic_file.open("/proc/self/status", &params, &stream), -EINVAL);
	params.format = SNDRV_PCM_FORMAT_A_LAW;
	assert_int_equal(mic_tone.open("", &params, &stream), -EINVAL);
}

/* A file of `count` frames with the 16-bit values 64, 128, 192 ... and their negatives */
static void make_file(char *path, int format, int rate, int channels, int count)
{
	SF_INFO info = { .samplerate = rate, .channels = channels, .format = format };
	int fd = mkstemps(path, 4);
	SNDFILE *sound;

	assert_true(fd >= 0);
	sound = sf_open_fd(fd, SFM_WRITE, &info, 1);
	assert_non_null(sound);
	for (int i = 1; i <= count; i++) {
		double frame[2] = { 64 * i / 32768.0, -64 * i / 32768.0 };

		assert_int_equal(sf_writef_double(sound, frame, 1), 1);
	}
	sf_close(sound);
}

static void test_file_is_exact_and_loops(void **unused)
{
	struct mic_params params = params_of(SNDRV_PCM_FORMAT_S16_LE, 48000, 2);
	char path[] = "/tmp/hardmute-test-XXXXXX.wav";
	int16_t frames[2 * 480];
	void *stream;

	(void)unused;
	make_file(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 2, 100);
	assert_int_equal(mic_file.open(path, &params, &stream), 0);
	read_all(&mic_file, stream, frames, 4, 480);
	for (int i = 0; i < 480; i++) {
		assert_int_equal(frames[2 * i], 64 * (i % 100 + 1));
		assert_int_equal(frames[2 * i + 1], -64 * (i % 100 + 1));
	}
	mic_file.close(stream);
	unlink(path);
}

static void test_file_converts(void **unused)
{
	struct mic_params params = params_of(SNDRV_PCM_FORMAT_S16_LE, 48000, 2);
	char path[] = "/tmp/hardmute-test-XXXXXX.wav";
	int16_t frames[2 * 100];
	void *stream;

	(void)unused;
	make_file(path, SF_FORMAT_WAV | SF_FORMAT_FLOAT, 24000, 1, 100);
	assert_int_equal(mic_file.open(path, &params, &stream), 0);
	read_all(&mic_file, stream, frames, 4, 100);
	for (int i = 0; i < 100; i++) {
		assert_int_equal(frames[2 * i], 64 + 32 * i);
		assert_int_equal(frames[2 * i + 1], 64 + 32 * i);
	}
	mic_file.close(stream);
	unlink(path);
}

static void test_empty_file(void **unused)
{
	struct mic_params params = params_of(SNDRV_PCM_FORMAT_S16_LE, 48000, 2);
	char path[] = "/tmp/hardmute-test-XXXXXX.wav";
	void *stream;

	(void)unused;
	make_file(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 1, 0);
	assert_int_equal(mic_file.open(path, &params, &stream), -EINVAL);
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_tone_keeps_time),
		cmocka_unit_test(test_stop),
		cmocka_unit_test(test_overrun),
		cmocka_unit_test(test_bad_specs),
		cmocka_unit_test(test_file_is_exact_and_loops),
		cmocka_unit_test(test_file_converts),
		cmocka_unit_test(test_empty_file),
	};

	stop_fd = eventfd(0, EFD_CLOEXEC);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
