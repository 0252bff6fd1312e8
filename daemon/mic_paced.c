/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Frame n of a paced microphone is captured at start + (n + 1) / rate, always:
 * a late reader finds more frames, a very late one an overrun, as with
 * hardware.
 */
#include "mic_paced.h"
#include "now.h"

#include <errno.h>
#include <math.h>
#include <poll.h>
#include <sound/asound.h>
#include <stdbool.h>
#include <string.h>
#include <time.h>

#define NS 1000000000ll
#define CHUNK_SAMPLES 512	/* converted at once, on the stack */

static unsigned put_int(int64_t value, unsigned bytes, void *out)
{
	for (unsigned i = 0; i < bytes; i++)
		((uint8_t *)out)[i] = (uint8_t)((uint64_t)value >> 8 * i);
	return bytes;
}

/* Scaled so that integers of a WAV file come back as the same integers. */
static int64_t scale(double sample, int64_t full)
{
	double value = nearbyint(sample * (double)full);

	if (value > (double)(full - 1))
		return full - 1;
	return value < (double)-full ? -full : (int64_t)value;
}

unsigned paced_put_sample(unsigned format, double sample, void *out)
{
	float as_float = (float)sample;

	switch (format) {
	case SNDRV_PCM_FORMAT_S16_LE:
		return put_int(scale(sample, 1ll << 15), 2, out);
	case SNDRV_PCM_FORMAT_S24_3LE:
		return put_int(scale(sample, 1ll << 23), 3, out);
	case SNDRV_PCM_FORMAT_S24_LE:
		return put_int(scale(sample, 1ll << 23), 4, out);
	case SNDRV_PCM_FORMAT_S32_LE:
		return put_int(scale(sample, 1ll << 31), 4, out);
	case SNDRV_PCM_FORMAT_FLOAT_LE:
		memcpy(out, &as_float, 4);
		return 4;
	default:
		return 0;
	}
}

int paced_start(struct paced *paced, struct mic_params *params, paced_fill_fn *fill,
		void *generator)
{
	uint8_t probe[4];

	if (!paced_put_sample(params->format, 0, probe) || !params->rate || !params->channels ||
	    params->channels > CHUNK_SAMPLES)
		return -EINVAL;
	if (!params->period_frames || params->period_frames > params->rate)
		params->period_frames = params->rate / 100 + 1;
	if (params->buffer_frames < 2 * params->period_frames)
		params->buffer_frames = 2 * params->period_frames;
	*paced = (struct paced){ .params = *params, .fill = fill, .generator = generator,
				 .start_ns = now_ns() };
	return 0;
}

/* When the first count frames since the start have been captured. */
static int64_t time_of(const struct paced *paced, uint64_t count)
{
	uint64_t rate = paced->params.rate;

	return paced->start_ns + (int64_t)(count / rate) * NS +
	       (int64_t)((count % rate * NS + rate - 1) / rate);
}

static uint64_t count_captured(const struct paced *paced, int64_t now)
{
	int64_t age = now - paced->start_ns;

	return (uint64_t)(age / NS) * paced->params.rate +
	       (uint64_t)(age % NS) * paced->params.rate / NS;
}

/* 0, or -ECANCELED. */
static int wait_until(int64_t then, int stop_fd)
{
	struct pollfd stop = { .fd = stop_fd, .events = POLLIN };
	int64_t left = then - now_ns();
	struct timespec timeout;

	do {
		if (left < 0)
			left = 0;
		timeout = (struct timespec){ left / NS, left % NS };
		if (ppoll(&stop, 1, &timeout, NULL) > 0)
			return -ECANCELED;
		left = then - now_ns();
	} while (left > 0);
	return 0;
}

static int fill_frames(struct paced *paced, char *out, unsigned long count)
{
	unsigned channels = paced->params.channels;
	unsigned long most = CHUNK_SAMPLES / channels;
	double samples[CHUNK_SAMPLES];

	while (count) {
		unsigned long chunk = count < most ? count : most;
		int error = paced->fill(paced->generator, samples, chunk);

		if (error)
			return error;
		for (unsigned long i = 0; i < chunk * channels; i++)
			out += paced_put_sample(paced->params.format, samples[i], out);
		count -= chunk;
	}
	return 0;
}

long paced_read(struct paced *paced, void *frames, unsigned long count, int stop_fd,
		int64_t *time_ns)
{
	unsigned long least = paced->params.period_frames;
	uint64_t ready;
	int error;

	if (least > count)
		least = count;
	error = wait_until(time_of(paced, paced->given + least), stop_fd);
	if (error)
		return error;
	ready = count_captured(paced, now_ns()) - paced->given;
	if (ready > paced->params.buffer_frames) {
		paced->given += ready;
		return -EPIPE;
	}
	if (ready < count)
		count = ready;
	error = fill_frames(paced, frames, count);
	if (error)
		return error;
	paced->given += count;
	*time_ns = time_of(paced, paced->given);
	return (long)count;
}
