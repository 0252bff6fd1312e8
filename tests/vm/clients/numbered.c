/* SPDX-License-Identifier: GPL-2.0-or-later */
// build: -lasound
/*
 * A microphone whose every frame says when it was captured, and a recorder that
 * notes what it gets and when. For tests that mute at random moments.
 *
 *   numbered play PCM FORMAT RATE LOG
 *   numbered read PCM FORMAT RATE PERIOD BUFFER lib|raw LOG	raw: READI without alsa-lib
 *   numbered decode FORMAT FILE	the numbers in a raw recording, on standard output
 *
 * Stereo. Frame n has n's low 14 bits in the left channel's upper 16 bits, the
 * next 14 in the right one's, bit 14 always set: never zero, exact in each
 * format, and unmistakable. All run until SIGTERM. Times are CLOCK_MONOTONIC, ns.
 *
 * play notes "FROM TO END" each time the card has moved on: the frames before
 * END that were not there at FROM had been taken at TO. With snd-aloop that is
 * the moment at which they are captured. After an underrun it goes on with the next
 * number; what the card played in between is zero.
 * read notes "START END FRAMES [FIRST+COUNT|bad+COUNT]..." for each read: the
 * numbered frames in it, what is not named is exactly zero; and "begin TIME",
 * "xrun START SINCE END" (SINCE: end of the read before), "suspended TIME", "error TIME ERRNO".
 */
#include <alsa/asoundlib.h>
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>

#define CHANNELS 2
#define MARK 0x4000u
#define STEP_NS 1000000	/* between two looks at the card */
#define WRITE_FRAMES 4096

/* struct snd_xferi: the kernel's own header does not go together with alsa-lib's. */
struct transfer {
	long result;
	void *buffer;
	unsigned long frames;
};
#define READI _IOR('A', 0x51, struct transfer)

static volatile sig_atomic_t stop;

static void on_signal(int number)
{
	(void)number;
	stop = 1;
}

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000000ll + now.tv_nsec;
}

static void die(const char *what, int error)
{
	fprintf(stderr, "numbered: %s: %s\n", what, snd_strerror(error));
	exit(1);
}

static size_t sample_bytes(snd_pcm_format_t format)
{
	return (size_t)snd_pcm_format_physical_width(format) / 8;
}

static void put_sample(snd_pcm_format_t format, uint16_t value, uint8_t *out)
{
	int32_t wide = (int32_t)((uint32_t)value << 16);
	float real = (float)value / 32768.0f;

	switch ((int)format) {
	case SND_PCM_FORMAT_S16_LE: memcpy(out, &value, 2); break;
	case SND_PCM_FORMAT_S32_LE: memcpy(out, &wide, 4); break;
	case SND_PCM_FORMAT_S24_LE: wide >>= 8; memcpy(out, &wide, 4); break;
	case SND_PCM_FORMAT_S24_3LE: wide >>= 8; memcpy(out, &wide, 3); break;
	case SND_PCM_FORMAT_FLOAT_LE: memcpy(out, &real, 4); break;
	default: die("format", -EINVAL);
	}
}

/* A sample as it was put; -1 when no put_sample made it. */
static int get_sample(snd_pcm_format_t format, const uint8_t *in)
{
	uint8_t again[4] = { 0 };
	uint16_t value = 0;
	float real;

	switch ((int)format) {
	case SND_PCM_FORMAT_S16_LE: memcpy(&value, in, 2); break;
	case SND_PCM_FORMAT_S32_LE: memcpy(&value, in + 2, 2); break;
	case SND_PCM_FORMAT_S24_LE:
	case SND_PCM_FORMAT_S24_3LE: memcpy(&value, in + 1, 2); break;
	case SND_PCM_FORMAT_FLOAT_LE:
		memcpy(&real, in, 4);
		if (!(real >= 0 && real < 1))
			return -1;
		value = (uint16_t)(real * 32768.0f);
		break;
	default: die("format", -EINVAL);
	}
	put_sample(format, value, again);
	return memcmp(in, again, sample_bytes(format)) ? -1 : value;
}

static void put_frame(snd_pcm_format_t format, uint32_t number, uint8_t *out)
{
	put_sample(format, (uint16_t)(MARK | (number & 0x3fff)), out);
	put_sample(format, (uint16_t)(MARK | (number >> 14 & 0x3fff)), out + sample_bytes(format));
}

/* -1: all zero, -2: neither zero nor ours. */
static long get_frame(snd_pcm_format_t format, const uint8_t *in)
{
	int left = get_sample(format, in), right = get_sample(format, in + sample_bytes(format));

	if (!left && !right)
		return -1;
	if (left < 0 || right < 0 || left >> 14 != 1 || right >> 14 != 1)
		return -2;
	return (left & 0x3fff) | (long)(right & 0x3fff) << 14;
}

static void note_frames(FILE *log, snd_pcm_format_t format, const uint8_t *frames, size_t count)
{
	size_t bytes = CHANNELS * sample_bytes(format), i = 0, run;
	long first;

	if (!frames[0] && !memcmp(frames, frames + 1, count * bytes - 1))
		return;
	while (i < count) {
		first = get_frame(format, frames + i * bytes);
		for (run = 1; i + run < count; run++)
			if (get_frame(format, frames + (i + run) * bytes) !=
			    (first < 0 ? first : first + (long)run))
				break;
		if (first >= 0)
			fprintf(log, " %ld+%zu", first, run);
		else if (first == -2)
			fprintf(log, " bad+%zu", run);
		i += run;
	}
}

static void set_hw(snd_pcm_t *pcm, snd_pcm_format_t format, unsigned rate,
		   snd_pcm_uframes_t *period, snd_pcm_uframes_t *buffer)
{
	snd_pcm_hw_params_t *hw;
	int error;

	snd_pcm_hw_params_alloca(&hw);
	if ((error = snd_pcm_hw_params_any(pcm, hw)) < 0 ||
	    (error = snd_pcm_hw_params_set_access(pcm, hw, SND_PCM_ACCESS_RW_INTERLEAVED)) < 0 ||
	    (error = snd_pcm_hw_params_set_format(pcm, hw, format)) < 0 ||
	    (error = snd_pcm_hw_params_set_channels(pcm, hw, CHANNELS)) < 0 ||
	    (error = snd_pcm_hw_params_set_rate(pcm, hw, rate, 0)) < 0 ||
	    (error = snd_pcm_hw_params_set_period_size_near(pcm, hw, period, NULL)) < 0 ||
	    (error = snd_pcm_hw_params_set_buffer_size_near(pcm, hw, buffer)) < 0 ||
	    (error = snd_pcm_hw_params(pcm, hw)) < 0)
		die("hw_params", error);
}

static FILE *open_log(const char *path)
{
	FILE *log = fopen(path, "we");

	if (!log)
		die(path, -errno);
	return log;
}

/* The position must be noted when it changes, whoever else wants the processor. */
static void hurry(void)
{
	struct sched_param param = { .sched_priority = 40 };

	if (sched_setscheduler(0, SCHED_FIFO, &param))
		fprintf(stderr, "numbered: no real-time priority: %s\n", strerror(errno));
}

/* What has been played is zeroed: an underrun must not play it again. */
static void set_silence(snd_pcm_t *pcm)
{
	snd_pcm_uframes_t boundary;
	snd_pcm_sw_params_t *sw;
	int error;

	snd_pcm_sw_params_alloca(&sw);
	if ((error = snd_pcm_sw_params_current(pcm, sw)) < 0 ||
	    (error = snd_pcm_sw_params_get_boundary(sw, &boundary)) < 0 ||
	    (error = snd_pcm_sw_params_set_silence_threshold(pcm, sw, 0)) < 0 ||
	    (error = snd_pcm_sw_params_set_silence_size(pcm, sw, boundary)) < 0 ||
	    (error = snd_pcm_sw_params(pcm, sw)) < 0)
		die("sw_params", error);
}

/* Writes what there is room for; returns the new end. */
static uint64_t fill(snd_pcm_t *pcm, snd_pcm_format_t format, uint64_t end, long room)
{
	static uint8_t frames[WRITE_FRAMES * CHANNELS * 4];
	size_t bytes = CHANNELS * sample_bytes(format);
	long count, done;

	while (room > 0) {
		count = room < WRITE_FRAMES ? room : WRITE_FRAMES;
		for (long i = 0; i < count; i++)
			put_frame(format, (uint32_t)(end + (uint64_t)i), frames + (size_t)i * bytes);
		done = snd_pcm_writei(pcm, frames, (snd_pcm_uframes_t)count);
		if (done == -EPIPE)
			return end;	/* seen again by snd_pcm_avail */
		if (done < 0)
			die("play", (int)done);
		end += (uint64_t)done;
		room -= done;
	}
	return end;
}

static int play(const char *name, snd_pcm_format_t format, unsigned rate, const char *path)
{
	snd_pcm_uframes_t period = rate / 10, buffer = 4 * rate;
	uint64_t written = 0, taken, before = 0;
	int64_t from, to, since = 0;
	FILE *log = open_log(path);
	snd_pcm_t *pcm;
	long avail;
	int error = snd_pcm_open(&pcm, name, SND_PCM_STREAM_PLAYBACK, 0);

	if (error < 0)
		die(name, error);
	set_hw(pcm, format, rate, &period, &buffer);
	set_silence(pcm);
	hurry();
	written = fill(pcm, format, 0, (long)buffer);
	if (snd_pcm_state(pcm) == SND_PCM_STATE_PREPARED && (error = snd_pcm_start(pcm)) < 0)
		die("start", error);
	while (!stop) {
		from = now_ns();
		avail = snd_pcm_avail(pcm);
		to = now_ns();
		if (avail == -EPIPE && !(error = snd_pcm_prepare(pcm)))
			avail = (long)buffer;
		if (avail < 0)
			die("play", (int)avail);
		taken = written + (uint64_t)avail - buffer;
		if (taken != before)
			fprintf(log, "%lld %lld %llu\n", (long long)since, (long long)to,
				(unsigned long long)taken);
		before = taken;
		since = from;
		if ((snd_pcm_uframes_t)avail > buffer / 8)
			written = fill(pcm, format, written, avail);
		nanosleep(&(struct timespec){ .tv_nsec = STEP_NS }, NULL);
	}
	snd_pcm_drop(pcm);
	snd_pcm_close(pcm);
	return fclose(log) ? 1 : 0;
}

static long read_raw(snd_pcm_t *pcm, void *frames, snd_pcm_uframes_t count)
{
	struct transfer transfer = { .buffer = frames, .frames = count };
	struct pollfd device;

	if (snd_pcm_poll_descriptors(pcm, &device, 1) != 1)
		return -EBADFD;
	return ioctl(device.fd, READI, &transfer) ? -errno : transfer.result;
}

/* True when the stream can go on. */
static bool recover(snd_pcm_t *pcm, FILE *log, long error, int64_t start, int64_t since)
{
	if (error == -EPIPE) {
		fprintf(log, "xrun %lld %lld %lld\n", (long long)start, (long long)since,
			(long long)now_ns());
		return !snd_pcm_prepare(pcm);
	}
	if (error == -ESTRPIPE) {
		fprintf(log, "suspended %lld\n", (long long)now_ns());
		while ((error = snd_pcm_resume(pcm)) == -EAGAIN && !stop)
			nanosleep(&(struct timespec){ .tv_nsec = 100000000 }, NULL);
		return !error || !snd_pcm_prepare(pcm);
	}
	if (error == -EINTR)
		return true;
	fprintf(log, "error %lld %ld\n", (long long)now_ns(), -error);
	fprintf(stderr, "numbered: read: %s\n", snd_strerror((int)error));
	return false;
}

static int record(char **argv)
{
	snd_pcm_format_t format = snd_pcm_format_value(argv[1]);
	unsigned rate = (unsigned)atoi(argv[2]);
	snd_pcm_uframes_t period = strtoul(argv[3], NULL, 10), buffer = strtoul(argv[4], NULL, 10);
	bool raw = !strcmp(argv[5], "raw");
	int64_t start, end = now_ns();
	FILE *log = open_log(argv[6]);
	snd_pcm_t *pcm;
	uint8_t *frames;
	long got;
	int error = snd_pcm_open(&pcm, argv[0], SND_PCM_STREAM_CAPTURE, 0);

	if (error < 0)
		die(argv[0], error);
	set_hw(pcm, format, rate, &period, &buffer);
	frames = malloc(period * CHANNELS * 4);
	if (!frames)
		die("memory", -ENOMEM);
	fprintf(log, "begin %lld\n", (long long)now_ns());
	if ((error = snd_pcm_start(pcm)) < 0)
		die("start", error);
	while (!stop) {
		start = now_ns();
		got = raw ? read_raw(pcm, frames, period) : snd_pcm_readi(pcm, frames, period);
		if (got < 0) {
			if (!recover(pcm, log, got, start, end))
				return fclose(log), 1;
			end = now_ns();
			continue;
		}
		end = now_ns();
		fprintf(log, "%lld %lld %ld", (long long)start, (long long)end, got);
		note_frames(log, format, frames, (size_t)got);
		fputc('\n', log);
	}
	snd_pcm_close(pcm);
	return fclose(log) ? 1 : 0;
}

static int decode(snd_pcm_format_t format, const char *path)
{
	size_t bytes = CHANNELS * sample_bytes(format), count;
	FILE *file = fopen(path, "re");
	static uint8_t frames[48000 * CHANNELS * 4];

	if (!file)
		die(path, -errno);
	while ((count = fread(frames, bytes, 48000, file))) {
		printf("0 0 %zu", count);
		note_frames(stdout, format, frames, count);
		putchar('\n');
	}
	fclose(file);
	return 0;
}

int main(int argc, char **argv)
{
	/* no SA_RESTART: a read that waits must end */
	sigaction(SIGTERM, &(struct sigaction){ .sa_handler = on_signal }, NULL);
	if (argc == 6 && !strcmp(argv[1], "play"))
		return play(argv[2], snd_pcm_format_value(argv[3]), (unsigned)atoi(argv[4]),
			    argv[5]);
	if (argc == 9 && !strcmp(argv[1], "read"))
		return record(argv + 2);
	if (argc == 4 && !strcmp(argv[1], "decode"))
		return decode(snd_pcm_format_value(argv[2]), argv[3]);
	fputs("usage: see the head of numbered.c\n", stderr);
	return 2;
}
