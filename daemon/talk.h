/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Does somebody speak? One bit, made from the levels of 20 ms blocks: syllables
 * that rise out of the noise and fall back, a few within moments. What is steady
 * (a fan, hum, a note that is held) is none, however loud; nor are clicks. No
 * sample is kept. Pure: no clock, no allocation; time is counted in frames.
 */
#ifndef HARDMUTED_TALK_H
#define HARDMUTED_TALK_H

#include <stdbool.h>
#include <stddef.h>

#include "mic.h"

#define TALK_BLOCK_MS 20
#define TALK_FLOOR_PARTS 8	/* the floor is the lowest level of the last 2 s, by quarters */

struct talk {
	unsigned format, channels;
	unsigned block_frames, filled;	/* of the block that is being heard */
	double scale;		/* of the high pass: how fast it follows */
	double low;		/* what does not move: taken off */
	double sum;		/* of squares in this block */
	unsigned blocks;	/* heard so far; wraps */
	double floor[TALK_FLOOR_PARTS];	/* dB; lowest of each part */
	double peak, dip;	/* dB; of this syllable, and since the last one */
	unsigned length;	/* blocks of this syllable; 0: between two */
	unsigned since[2];	/* blocks since the last syllable and the one before */
	bool talking;
};

/* Forgets all it heard. -EINVAL: a format that no ring carries. */
int talk_start(struct talk *talk, const struct mic_params *params);
/* Interleaved frames as they come. Returns the bit. */
bool talk_hear(struct talk *talk, const void *frames, size_t count);

#endif
