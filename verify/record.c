/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The kernel's PCM interface (sound/asound.h) as far as one short recording needs it. */
#include "record.h"

#include <errno.h>
#include <sound/asound.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#define RATE 48000
#define CHUNK_FRAMES 1024

struct format {
	int number;
	unsigned bytes;
};

static struct snd_interval *interval_of(struct snd_pcm_hw_params *params, int parameter)
{
	return &params->intervals[parameter - SNDRV_PCM_HW_PARAM_FIRST_INTERVAL];
}

static struct snd_mask *mask_of(struct snd_pcm_hw_params *params, int parameter)
{
	return &params->masks[parameter - SNDRV_PCM_HW_PARAM_FIRST_MASK];
}

static bool has(const struct snd_mask *mask, int number)
{
	return mask->bits[number / 32] & 1u << number % 32;
}

static void choose(struct snd_mask *mask, int number)
{
	memset(mask, 0, sizeof(*mask));
	mask->bits[number / 32] = 1u << number % 32;
}

static void set_any(struct snd_pcm_hw_params *params)
{
	memset(params, 0, sizeof(*params));
	for (int i = SNDRV_PCM_HW_PARAM_FIRST_MASK; i <= SNDRV_PCM_HW_PARAM_LAST_MASK; i++)
		memset(mask_of(params, i), 0xff, sizeof(struct snd_mask));
	for (int i = SNDRV_PCM_HW_PARAM_FIRST_INTERVAL; i <= SNDRV_PCM_HW_PARAM_LAST_INTERVAL; i++)
		interval_of(params, i)->max = UINT32_MAX;
	params->rmask = UINT32_MAX;
	params->info = UINT32_MAX;
}

/* The lowest value, or `wished` where that is possible. */
static void fix(struct snd_interval *interval, unsigned wished)
{
	unsigned value = interval->min + interval->openmin;

	if (wished > value && wished <= interval->max)
		value = wished;
	*interval = (struct snd_interval){ .min = value, .max = value, .integer = 1 };
}

static const struct format *choose_format(struct snd_mask *mask)
{
	static const struct format formats[] = {
		{ SNDRV_PCM_FORMAT_S16_LE, 2 }, { SNDRV_PCM_FORMAT_S32_LE, 4 },
		{ SNDRV_PCM_FORMAT_S24_LE, 4 }, { SNDRV_PCM_FORMAT_S24_3LE, 3 },
		{ SNDRV_PCM_FORMAT_FLOAT_LE, 4 }, { SNDRV_PCM_FORMAT_S16_BE, 2 },
		{ SNDRV_PCM_FORMAT_S8, 1 }, { SNDRV_PCM_FORMAT_S32_BE, 4 },
	};

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		if (!has(mask, formats[i].number))
			continue;
		choose(mask, formats[i].number);
		return &formats[i];
	}
	return NULL;
}

/* Any parameters will do. Bytes of a frame and frames to read, or -errno. */
static int set_up(int fd, unsigned *frame_bytes, unsigned *frames)
{
	struct snd_pcm_hw_params params;
	const struct format *format;

	set_any(&params);
	choose(mask_of(&params, SNDRV_PCM_HW_PARAM_ACCESS), SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	if (ioctl(fd, SNDRV_PCM_IOCTL_HW_REFINE, &params))
		return -errno;
	format = choose_format(mask_of(&params, SNDRV_PCM_HW_PARAM_FORMAT));
	if (!format)
		return -ENOTSUP;
	fix(interval_of(&params, SNDRV_PCM_HW_PARAM_RATE), RATE);
	params.rmask = UINT32_MAX;
	if (ioctl(fd, SNDRV_PCM_IOCTL_HW_REFINE, &params))
		return -errno;
	fix(interval_of(&params, SNDRV_PCM_HW_PARAM_CHANNELS), 0);
	params.rmask = UINT32_MAX;
	if (ioctl(fd, SNDRV_PCM_IOCTL_HW_PARAMS, &params))
		return -errno;
	*frame_bytes = format->bytes * interval_of(&params, SNDRV_PCM_HW_PARAM_CHANNELS)->min;
	*frames = interval_of(&params, SNDRV_PCM_HW_PARAM_RATE)->min / TRY_SECONDS_4TH;
	return ioctl(fd, SNDRV_PCM_IOCTL_PREPARE) ? -errno : 0;
}

static int read_frames(int fd, uint8_t *samples, unsigned frame_bytes, unsigned frames)
{
	unsigned got = 0;

	while (got < frames) {
		struct snd_xferi transfer = { .buf = samples + (size_t)got * frame_bytes };

		transfer.frames = frames - got < CHUNK_FRAMES ? frames - got : CHUNK_FRAMES;
		if (ioctl(fd, SNDRV_PCM_IOCTL_READI_FRAMES, &transfer)) {
			if (errno != EPIPE || ioctl(fd, SNDRV_PCM_IOCTL_PREPARE))
				return -errno;
			continue;
		}
		got += (unsigned)transfer.result;
	}
	return 0;
}

void record_pcm(int fd, struct try_answer *answer)
{
	unsigned frame_bytes = 0, frames = 0;
	uint8_t *samples;
	int error = set_up(fd, &frame_bytes, &frames);

	if (!error && (!frame_bytes || !frames))
		error = -EINVAL;
	if (error) {
		try_say(answer, TRY_RESULT_UNKNOWN, "opens, but cannot be set up: %s", strerror(-error));
		return;
	}
	samples = calloc(frames, frame_bytes);
	error = samples ? read_frames(fd, samples, frame_bytes, frames) : -ENOMEM;
	if (error)
		try_say(answer, TRY_RESULT_UNKNOWN, "opens, but cannot be read: %s", strerror(-error));
	else
		try_say_samples(answer, samples, (size_t)frames * frame_bytes);
	free(samples);
}
