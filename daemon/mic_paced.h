/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What microphones without hardware share: a clock (CLOCK_MONOTONIC), the wait
 * for the next frames, and the sample formats. Feed thread only.
 */
#ifndef HARDMUTED_MIC_PACED_H
#define HARDMUTED_MIC_PACED_H

#include "mic.h"

/* Writes count frames of params->channels samples, -1.0 .. 1.0 each. 0 or -errno: lost. */
typedef int paced_fill_fn(void *generator, double *samples, unsigned long count);

struct paced {
	struct mic_params params;
	paced_fill_fn *fill;
	void *generator;
	int64_t start_ns;
	uint64_t given;		/* frames since start_ns */
};

/* Starts the clock; may change params->period_frames and buffer_frames. 0 or -EINVAL. */
int paced_start(struct paced *paced, struct mic_params *params, paced_fill_fn *fill,
		void *generator);
/* As mic_ops.read. */
long paced_read(struct paced *paced, void *frames, unsigned long count, int stop_fd,
		int64_t *time_ns);

/* Exactly one sample of that format; returns the bytes written. */
unsigned paced_put_sample(unsigned format, double sample, void *out);

#endif
