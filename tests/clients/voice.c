/* SPDX-License-Identifier: GPL-2.0-or-later */
// build: -lm
/*
 * voice FILE: writes the embedded microphone, a WAV of a voice that sings
 * "Frere Jacques" on vowels (48 kHz, mono, 16 bit, seven seconds).
 *
 * A harmonic of the sung pitch is as loud as the vowel's formants make it
 * (Peterson and Barney, 1952, men). A little room noise lies under it, so that
 * the sound is never exactly zero: zeros heard are hardmute's.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RATE 48000
#define PI 3.14159265358979323846
#define TOP_HZ 6000.0
#define BEAT 0.28		/* seconds */

struct vowel {
	double hz[3], level[3], width[3];
};

static const struct vowel ah = { { 730, 1090, 2440 }, { 1.0, 0.5, 0.10 }, { 90, 110, 170 } };
static const struct vowel eh = { { 530, 1840, 2480 }, { 1.0, 0.3, 0.15 }, { 80, 120, 170 } };
static const struct vowel ee = { { 270, 2290, 3010 }, { 1.0, 0.2, 0.15 }, { 60, 120, 170 } };
static const struct vowel oh = { { 570, 840, 2410 }, { 1.0, 0.6, 0.05 }, { 80, 100, 170 } };
static const struct vowel oo = { { 300, 870, 2240 }, { 1.0, 0.3, 0.03 }, { 60, 100, 170 } };

struct note {
	int semitone;	/* above the key note */
	double beats;
	const struct vowel *vowel;
};

static const struct note song[] = {
	{ 0, 1, &eh }, { 2, 1, &eh }, { 4, 1, &ah }, { 0, 1, &ah },
	{ 0, 1, &eh }, { 2, 1, &eh }, { 4, 1, &ah }, { 0, 1, &ah },
	{ 4, 1, &oh }, { 5, 1, &eh }, { 7, 2, &oo },
	{ 4, 1, &oh }, { 5, 1, &eh }, { 7, 2, &oo },
	{ 7, 0.5, &oh }, { 9, 0.5, &eh }, { 7, 0.5, &ah }, { 5, 0.5, &ee }, { 4, 1, &eh }, { 0, 1, &eh },
	{ 7, 0.5, &oh }, { 9, 0.5, &eh }, { 7, 0.5, &ah }, { 5, 0.5, &ee }, { 4, 1, &eh }, { 0, 1, &eh },
};

static double resonance(const struct vowel *vowel, double hz)
{
	double sum = 0;

	for (int i = 0; i < 3; i++) {
		double off = (hz - vowel->hz[i]) / vowel->width[i];

		sum += vowel->level[i] / (1 + off * off);
	}
	return sum;
}

/* Fades in and out: 40 ms, as one sings legato. */
static double envelope(double t, double length)
{
	double edge = 0.04, rest = length - t;

	return fmin(1, fmin(t, rest) / edge);
}

static void sing(float *out, size_t count, const struct note *note)
{
	double length = (double)count / RATE;
	double pitch = 147.0 * pow(2, note->semitone / 12.0);	/* D3 */
	double phase = 0;

	for (size_t i = 0; i < count; i++) {
		double t = (double)i / RATE;
		double hz = pitch * (1 + 0.008 * sin(2 * PI * 5.5 * t));	/* vibrato */
		double sample = 0;

		phase += hz / RATE;
		for (int n = 1; n * hz < TOP_HZ; n++)
			sample += resonance(note->vowel, n * hz) / n * sin(2 * PI * n * phase);
		out[i] += (float)(sample * envelope(t, length));
	}
}

static void put(FILE *file, uint32_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		fputc((int)(value >> (8 * i) & 0xff), file);
}

static int write_wav(const char *path, const float *samples, size_t count)
{
	FILE *file = fopen(path, "wb");
	float peak = 0;

	if (!file)
		return -1;
	for (size_t i = 0; i < count; i++)
		peak = fmaxf(peak, fabsf(samples[i]));
	fwrite("RIFF", 1, 4, file);
	put(file, (uint32_t)(36 + 2 * count), 4);
	fwrite("WAVEfmt ", 1, 8, file);
	put(file, 16, 4);
	put(file, 1, 2);	/* PCM */
	put(file, 1, 2);	/* channels */
	put(file, RATE, 4);
	put(file, 2 * RATE, 4);
	put(file, 2, 2);
	put(file, 16, 2);
	fwrite("data", 1, 4, file);
	put(file, (uint32_t)(2 * count), 4);
	for (size_t i = 0; i < count; i++) {
		int noise = rand() % 16 - 8;	/* the room, -72 dB */
		int sample = (int)lrintf(samples[i] / peak * 20000) + (noise ? noise : 1);

		put(file, (uint32_t)(uint16_t)(int16_t)(sample ? sample : 1), 2);
	}
	return fclose(file);
}

int main(int argc, char **argv)
{
	size_t total = 0, at = 0;
	float *samples;

	if (argc != 2) {
		fprintf(stderr, "usage: voice FILE\n");
		return 2;
	}
	for (size_t i = 0; i < sizeof song / sizeof song[0]; i++)
		total += (size_t)(song[i].beats * BEAT * RATE);
	samples = calloc(total, sizeof *samples);
	if (!samples)
		return 1;
	for (size_t i = 0; i < sizeof song / sizeof song[0]; i++) {
		size_t count = (size_t)(song[i].beats * BEAT * RATE);

		sing(samples + at, count, &song[i]);
		at += count;
	}
	if (write_wav(argv[1], samples, total) < 0) {
		perror(argv[1]);
		return 1;
	}
	free(samples);
	return 0;
}
