/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A microphone that hears a sine tone: for machines without one, for trying
 * hardmute out, and for tests that must recognise what they record.
 */
#include "mic.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "mic_paced.h"

#define TONE_HZ 440.0		/* when the spec names none */
#define TONE_LEVEL 0.5

struct tone {
	struct paced paced;
	double step, phase;	/* turns */
};

static int fill_tone(void *generator, double *samples, unsigned long count)
{
	struct tone *tone = generator;

	while (count--) {
		double sample = TONE_LEVEL * sin(2 * M_PI * tone->phase);

		for (unsigned i = 0; i < tone->paced.params.channels; i++)
			*samples++ = sample;
		tone->phase += tone->step;
		tone->phase -= floor(tone->phase);
	}
	return 0;
}

/* -EINVAL unless spec is empty or a frequency that exists at this rate. */
static int parse_hz(const char *spec, unsigned rate, double *hz)
{
	char *end;

	*hz = *spec ? strtod(spec, &end) : TONE_HZ;
	if (*spec && (end == spec || *end))
		return -EINVAL;
	return *hz > 0 && *hz <= rate / 2.0 ? 0 : -EINVAL;
}

static int tone_open(const char *spec, struct mic_params *params, void **stream)
{
	struct tone *tone;
	double hz;
	int error = parse_hz(spec, params->rate, &hz);

	if (error)
		return error;
	tone = calloc(1, sizeof(*tone));
	if (!tone)
		return -ENOMEM;
	tone->step = hz / params->rate;
	error = paced_start(&tone->paced, params, fill_tone, tone);
	if (error) {
		free(tone);
		return error;
	}
	*stream = tone;
	return 0;
}

static long tone_read(void *stream, void *frames, unsigned long count, int stop_fd,
		      int64_t *time_ns)
{
	struct tone *tone = stream;

	return paced_read(&tone->paced, frames, count, stop_fd, time_ns);
}

static void tone_explain(const char *spec, int error, char *text, size_t size)
{
	if (error == -EINVAL)
		snprintf(text, size, "tone:%s: not a frequency in Hz below half the sample rate",
			 spec);
}

const struct mic_ops mic_tone = {
	.open = tone_open,
	.read = tone_read,
	.close = free,
	.explain = tone_explain,
};
