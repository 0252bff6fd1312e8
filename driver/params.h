/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which hardware parameters a capture substream can have, and what is left of them after a
 * caller's wishes: the answers to SNDRV_PCM_IOCTL_HW_REFINE and SNDRV_PCM_IOCTL_HW_PARAMS as a
 * kernel card with the same limits would give them (checked against recordings of real cards,
 * tests/params).  Pure: plain values in, plain values out; no log, no allocation, no I/O, any
 * thread.  The caller's structure may hold any bytes at all.
 */
#ifndef DRIVER_PARAMS_H
#define DRIVER_PARAMS_H

#include <sound/asound.h>
#include <stdbool.h>
#include <stdint.h>

/* What the "hardware" offers.  Every pair is inclusive and wants min <= max. */
struct params_limits {
	uint64_t formats; /* bit per SNDRV_PCM_FORMAT_*, at least one of a known width */
	uint32_t access;  /* bit per SNDRV_PCM_ACCESS_* */
	uint32_t info;    /* SNDRV_PCM_INFO_*, given to the caller as it stands */
	unsigned int channels_min, channels_max;
	unsigned int rate_min, rate_max; /* Hz, not necessarily whole unless listed below */
	unsigned int period_bytes_min, period_bytes_max;
	unsigned int periods_min, periods_max;
	unsigned int buffer_bytes_max; /* the least is period_bytes_min */
	unsigned int fifo_size;        /* bytes, or frames with fifo_in_frames */

	/* What only some cards have; zero means no such limit. */
	const unsigned int *rates; /* only these, in Hz */
	unsigned int rates_count;
	unsigned int period_bytes_step, buffer_bytes_step; /* multiples of this */
	unsigned int buffer_time_min, buffer_time_max;     /* us; a max of 0 is no limit */
	unsigned int msbits_width, msbits; /* samples this wide carry only so many bits */
	bool periods_integer;              /* the buffer is a whole number of periods */
	bool fifo_in_frames;
	bool stated_twice; /* formats, rates and channels hold also where rmask does not ask */
};

/* All that can be asked for: every mask full, every interval unbounded, all of it requested. */
void params_any(struct snd_pcm_hw_params *params);

/*
 * HW_REFINE: narrows the parameters named in rmask, and whatever follows from them, to what the
 * limits allow.  0, or -EINVAL when nothing is left; then params is as the caller gave it, since
 * the kernel copies nothing out in that case.
 */
int params_refine(const struct params_limits *limits, struct snd_pcm_hw_params *params);

/*
 * HW_PARAMS: refines everything, then picks one value of each parameter: the lowest access,
 * format, channels, rate and period time, and the largest buffer left.  0 or -EINVAL, with params
 * as for params_refine.  After 0 the readers below have their answers.
 */
int params_choose(const struct params_limits *limits, struct snd_pcm_hw_params *params);

/* Single values of chosen parameters; sizes in frames. */
unsigned int params_access(const struct snd_pcm_hw_params *params);
unsigned int params_format(const struct snd_pcm_hw_params *params);
unsigned int params_channels(const struct snd_pcm_hw_params *params);
unsigned int params_rate(const struct snd_pcm_hw_params *params);
unsigned int params_period_size(const struct snd_pcm_hw_params *params);
unsigned int params_periods(const struct snd_pcm_hw_params *params);
unsigned int params_buffer_size(const struct snd_pcm_hw_params *params);
unsigned int params_frame_bytes(const struct snd_pcm_hw_params *params);

/* Bits a sample of SNDRV_PCM_FORMAT_* means, and bits it takes up in memory; 0 when undefined. */
unsigned int params_format_width(unsigned int format);
unsigned int params_format_physical_width(unsigned int format);

#endif
