/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Levels are dB of full scale. A syllable begins when the level is well above
 * the floor and has risen since the last dip; it counts when it has lasted longer
 * than a click; it ends when the level has fallen from its peak. Speech has
 * several of them a second, noise that begins has one.
 */
#include "talk.h"

#include <errno.h>
#include <math.h>
#include <sound/asound.h>
#include <stdint.h>
#include <string.h>

#include "gate.h"

#define SILENCE_DB (-96.0)
#define QUIETEST_DB (-58.0)	/* below this nobody speaks to anybody */
#define ABOVE_FLOOR_DB 9.0
#define RISE_DB 6.0
#define FALL_DB 6.0
#define SYLLABLE_BLOCKS 3	/* shorter ones are clicks */
#define TOGETHER_BLOCKS 60	/* two syllables within 1.2 s are speech */
#define HOLD_BLOCKS 75		/* which has ended 1.5 s after the last */
#define PART_BLOCKS 13		/* of the floor: a quarter of a second */
#define LOW_HZ 80.0
#define NEVER 100000u

int talk_start(struct talk *talk, const struct mic_params *params)
{
	if (!gate_sample_bytes(params->format) || !params->rate || !params->channels)
		return -EINVAL;
	*talk = (struct talk){ .format = params->format, .channels = params->channels,
			       .block_frames = params->rate * TALK_BLOCK_MS / 1000,
			       .scale = 2 * M_PI * LOW_HZ / params->rate,
			       .dip = SILENCE_DB, .since = { NEVER, NEVER } };
	if (!talk->block_frames)
		talk->block_frames = 1;
	/* nothing is known of the noise yet: nothing rises out of it */
	for (size_t i = 0; i < TALK_FLOOR_PARTS; i++)
		talk->floor[i] = 0;
	return 0;
}

static int32_t get_little(const uint8_t *bytes, unsigned count)
{
	uint32_t value = 0;

	for (unsigned i = 0; i < count; i++)
		value |= (uint32_t)bytes[i] << 8 * (4 - count + i);
	return (int32_t)value;
}

/* Of full scale. */
static double get_sample(unsigned format, const uint8_t *bytes)
{
	float as_float;

	switch (format) {
	case SNDRV_PCM_FORMAT_S16_LE:
		return get_little(bytes, 2) / 2147483648.0;
	case SNDRV_PCM_FORMAT_S24_LE:
	case SNDRV_PCM_FORMAT_S24_3LE:
		return get_little(bytes, 3) / 2147483648.0;
	case SNDRV_PCM_FORMAT_S32_LE:
		return get_little(bytes, 4) / 2147483648.0;
	case SNDRV_PCM_FORMAT_FLOAT_LE:
		memcpy(&as_float, bytes, sizeof(as_float));
		return isfinite(as_float) ? as_float : 0;
	default:
		return 0;
	}
}

static double get_floor(const struct talk *talk)
{
	double lowest = talk->floor[0];

	for (size_t i = 1; i < TALK_FLOOR_PARTS; i++)
		if (talk->floor[i] < lowest)
			lowest = talk->floor[i];
	return lowest;
}

/* The oldest part makes place for a new one. */
static void move_floor(struct talk *talk, double level)
{
	double *part = &talk->floor[talk->blocks / PART_BLOCKS % TALK_FLOOR_PARTS];

	if (talk->blocks % PART_BLOCKS == 0 || level < *part)
		*part = level;
	talk->blocks++;
}

static void count_syllable(struct talk *talk)
{
	talk->since[1] = talk->since[0];
	talk->since[0] = 0;
}

static void follow(struct talk *talk, double level, double floor)
{
	bool loud = level > floor + ABOVE_FLOOR_DB && level > QUIETEST_DB;

	if (talk->length) {
		if (level > talk->peak)
			talk->peak = level;
		if (!loud || level < talk->peak - FALL_DB) {
			talk->length = 0;
			talk->dip = level;
		} else if (++talk->length == SYLLABLE_BLOCKS) {
			count_syllable(talk);
		}
		return;
	}
	if (level < talk->dip)
		talk->dip = level;
	if (!loud || level < talk->dip + RISE_DB)
		return;
	talk->length = 1;
	talk->peak = level;
}

static void end_block(struct talk *talk)
{
	double power = talk->sum / ((double)talk->block_frames * talk->channels);
	double level = power > 0 ? 10 * log10(power) : SILENCE_DB;

	if (level < SILENCE_DB)
		level = SILENCE_DB;
	move_floor(talk, level);
	for (size_t i = 0; i < 2; i++)
		talk->since[i] += talk->since[i] < NEVER;
	follow(talk, level, get_floor(talk));
	if (talk->since[0] > HOLD_BLOCKS)
		talk->talking = false;
	else if (talk->since[1] <= TOGETHER_BLOCKS)
		talk->talking = true;
	talk->sum = 0;
	talk->filled = 0;
}

bool talk_hear(struct talk *talk, const void *frames, size_t count)
{
	unsigned bytes = gate_sample_bytes(talk->format);
	const uint8_t *at = frames;

	while (count--) {
		for (unsigned channel = 0; channel < talk->channels; channel++, at += bytes) {
			double sample = get_sample(talk->format, at);

			/* one memory for all channels: an offset is much the same in each */
			talk->low += (sample - talk->low) * talk->scale / talk->channels;
			sample -= talk->low;
			talk->sum += sample * sample;
		}
		if (++talk->filled == talk->block_frames)
			end_block(talk);
	}
	return talk->talking;
}
