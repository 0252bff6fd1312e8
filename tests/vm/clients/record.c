/* SPDX-License-Identifier: GPL-2.0-or-later */
// build: -lasound
// build i386: -m32 -lasound
/*
 * Records as programs do that use alsa-lib themselves; as a 32-bit program, too.
 *
 *   record read|poll|readn PCM FORMAT RATE CHANNELS FRAMES FILE
 *
 * read: blocking reads. poll: waits in poll(2), asks what there is, compares what
 * alsa-lib's status says with the clock and with itself, and reads without blocking.
 * readn: blocking reads of one buffer for each channel. All write interleaved
 * frames. Says nothing and exits 0 when all went well; an overrun is told, and
 * recorded over, as arecord does.
 */
#include <alsa/asoundlib.h>
#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CHANNELS_MAX 8
#define WAIT_MS 20000
#define LATE_NS 20000000000ll	/* of a time stamp: an emulated machine stands still now and then */

enum mode { MODE_READ, MODE_POLL, MODE_READN };

struct recording {
	enum mode mode;
	snd_pcm_t *pcm;
	snd_pcm_format_t format;
	unsigned rate, channels;
	snd_pcm_uframes_t period, buffer;
	size_t sample;	/* bytes */
	uint8_t *frames, *planar;
};

static void die(const char *what, long error)
{
	fprintf(stderr, "record: %s: %s\n", what, snd_strerror((int)error));
	exit(1);
}

static void expect(int good, const char *format, ...)
{
	va_list values;

	if (good)
		return;
	va_start(values, format);
	fputs("record: ", stderr);
	vfprintf(stderr, format, values);
	fputc('\n', stderr);
	va_end(values);
	exit(1);
}

static void set_hw(struct recording *r)
{
	snd_pcm_access_t access = r->mode == MODE_READN ? SND_PCM_ACCESS_RW_NONINTERLEAVED
							: SND_PCM_ACCESS_RW_INTERLEAVED;
	unsigned buffer_us = 1000000, period_us = 50000;
	snd_pcm_hw_params_t *hw;
	int error;

	snd_pcm_hw_params_alloca(&hw);
	if ((error = snd_pcm_hw_params_any(r->pcm, hw)) < 0 ||
	    (error = snd_pcm_hw_params_set_access(r->pcm, hw, access)) < 0 ||
	    (error = snd_pcm_hw_params_set_format(r->pcm, hw, r->format)) < 0 ||
	    (error = snd_pcm_hw_params_set_channels(r->pcm, hw, r->channels)) < 0 ||
	    (error = snd_pcm_hw_params_set_rate(r->pcm, hw, r->rate, 0)) < 0 ||
	    (error = snd_pcm_hw_params_set_buffer_time_near(r->pcm, hw, &buffer_us, NULL)) < 0 ||
	    (error = snd_pcm_hw_params_set_period_time_near(r->pcm, hw, &period_us, NULL)) < 0 ||
	    (error = snd_pcm_hw_params(r->pcm, hw)) < 0 ||
	    (error = snd_pcm_get_params(r->pcm, &r->buffer, &r->period)) < 0)
		die("hw_params", error);
}

static void set_sw(struct recording *r)
{
	snd_pcm_uframes_t boundary;
	snd_pcm_sw_params_t *sw;
	int error;

	snd_pcm_sw_params_alloca(&sw);
	if ((error = snd_pcm_sw_params_current(r->pcm, sw)) < 0 ||
	    (error = snd_pcm_sw_params_get_boundary(sw, &boundary)) < 0 ||
	    (error = snd_pcm_sw_params_set_avail_min(r->pcm, sw, r->period)) < 0 ||
	    (error = snd_pcm_sw_params_set_tstamp_mode(r->pcm, sw, SND_PCM_TSTAMP_ENABLE)) < 0 ||
	    (error = snd_pcm_sw_params_set_tstamp_type(r->pcm, sw,
						       SND_PCM_TSTAMP_TYPE_MONOTONIC)) < 0 ||
	    (error = snd_pcm_sw_params(r->pcm, sw)) < 0)
		die("sw_params", error);
	/* below a plugin it may be another one */
	expect(r->mode != MODE_POLL || (boundary % r->buffer == 0 && boundary > 1u << 29), "boundary %lu with a buffer of %lu",
	       boundary, r->buffer);
}

static int64_t ns(snd_htimestamp_t time)
{
	return time.tv_sec * 1000000000ll + time.tv_nsec;
}

static void check_status(struct recording *r)
{
	snd_pcm_status_t *status;
	snd_htimestamp_t stamp, trigger;
	struct timespec now;
	snd_pcm_state_t state;
	int error;

	snd_pcm_status_alloca(&status);
	if ((error = snd_pcm_status(r->pcm, status)) < 0)
		die("status", error);
	clock_gettime(CLOCK_MONOTONIC, &now);
	state = snd_pcm_status_get_state(status);
	if (state == SND_PCM_STATE_XRUN)
		return;	/* the read will say so */
	snd_pcm_status_get_htstamp(status, &stamp);
	snd_pcm_status_get_trigger_htstamp(status, &trigger);
	expect(state == SND_PCM_STATE_RUNNING, "state %d", state);
	expect(snd_pcm_status_get_avail(status) <= r->buffer, "%lu frames in a buffer of %lu",
	       snd_pcm_status_get_avail(status), r->buffer);
	expect(snd_pcm_status_get_avail_max(status) >= snd_pcm_status_get_avail(status),
	       "at most %lu frames, now %lu", snd_pcm_status_get_avail_max(status),
	       snd_pcm_status_get_avail(status));
	expect(ns(trigger) > 0 && ns(trigger) <= ns(now), "started at %lld, now %lld",
	       (long long)ns(trigger), (long long)ns(now));
	expect(ns(stamp) <= ns(now) && ns(stamp) > ns(now) - LATE_NS, "%lld at %lld",
	       (long long)ns(stamp), (long long)ns(now));
}

static long read_polling(struct recording *r, snd_pcm_uframes_t most)
{
	snd_pcm_sframes_t avail, delay;
	int error = snd_pcm_wait(r->pcm, WAIT_MS);

	if (error < 0)
		return error;
	expect(error == 1, "nothing in %d ms", WAIT_MS);
	avail = snd_pcm_avail(r->pcm);
	if (avail < 0)
		return avail;
	error = snd_pcm_delay(r->pcm, &delay);
	if (error < 0)
		return error;
	expect(delay >= avail, "%ld frames to read, delay %ld", avail, delay);
	check_status(r);
	if ((snd_pcm_uframes_t)avail < most)
		most = (snd_pcm_uframes_t)avail;
	return most ? snd_pcm_readi(r->pcm, r->frames, most) : 0;
}

static long read_planar(struct recording *r, snd_pcm_uframes_t most)
{
	void *buffers[CHANNELS_MAX];
	size_t block = r->period * r->sample;
	long got;

	for (unsigned c = 0; c < r->channels; c++)
		buffers[c] = r->planar + c * block;
	got = snd_pcm_readn(r->pcm, buffers, most);
	for (long f = 0; f < got; f++)
		for (unsigned c = 0; c < r->channels; c++)
			memcpy(r->frames + ((size_t)f * r->channels + c) * r->sample,
			       r->planar + c * block + (size_t)f * r->sample, r->sample);
	return got;
}

static long read_some(struct recording *r, snd_pcm_uframes_t most)
{
	if (most > r->period)
		most = r->period;
	switch (r->mode) {
	case MODE_READ: return snd_pcm_readi(r->pcm, r->frames, most);
	case MODE_POLL: return read_polling(r, most);
	case MODE_READN: return read_planar(r, most);
	}
	return -EINVAL;
}

static void recover(struct recording *r, long error)
{
	if (error != -EPIPE)
		die("read", error);
	fputs("overrun\n", stderr);
	if ((error = snd_pcm_prepare(r->pcm)) < 0 || (error = snd_pcm_start(r->pcm)) < 0)
		die("prepare", error);
}

static void record(struct recording *r, long frames, FILE *file)
{
	size_t bytes = r->sample * r->channels;
	long got;
	int error;

	r->frames = malloc(r->period * bytes);
	r->planar = malloc(r->period * bytes);
	expect(r->frames && r->planar, "no memory");
	if ((error = snd_pcm_start(r->pcm)) < 0)
		die("start", error);
	while (frames > 0) {
		got = read_some(r, (snd_pcm_uframes_t)frames);
		if (got == -EAGAIN)
			continue;
		if (got < 0) {
			recover(r, got);
			continue;
		}
		expect(fwrite(r->frames, bytes, (size_t)got, file) == (size_t)got && !fflush(file),
		       "cannot write");
		frames -= got;
	}
}

int main(int argc, char **argv)
{
	static const char *const modes[] = { "read", "poll", "readn" };
	struct recording r = { 0 };
	FILE *file;
	int error, mode;

	for (mode = 0; argc == 8 && mode < 3; mode++)
		if (!strcmp(argv[1], modes[mode]))
			break;
	if (argc != 8 || mode == 3) {
		fputs("usage: see the head of record.c\n", stderr);
		return 2;
	}
	r.mode = (enum mode)mode;
	r.format = snd_pcm_format_value(argv[3]);
	r.rate = (unsigned)atoi(argv[4]);
	r.channels = (unsigned)atoi(argv[5]);
	expect(r.channels >= 1 && r.channels <= CHANNELS_MAX &&
	       snd_pcm_format_physical_width(r.format) > 0, "format or channels");
	r.sample = (size_t)snd_pcm_format_physical_width(r.format) / 8;
	file = fopen(argv[7], "we");
	expect(file != NULL, "%s: %s", argv[7], strerror(errno));
	error = snd_pcm_open(&r.pcm, argv[2], SND_PCM_STREAM_CAPTURE,
			     r.mode == MODE_POLL ? SND_PCM_NONBLOCK : 0);
	if (error < 0)
		die(argv[2], error);
	set_hw(&r);
	set_sw(&r);
	record(&r, atol(argv[6]), file);
	snd_pcm_close(r.pcm);
	return fclose(file) ? 1 : 0;
}
