/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether somebody speaks: generated speech, and what is not speech, in every format and rate. */
// links: daemon/talk daemon/gate daemon/mic_paced
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <sound/asound.h>
#include <stdlib.h>
#include <string.h>

#include "../../daemon/mic_paced.h"
#include "../../daemon/talk.h"

#define RATE 16000

static struct talk talk;
static struct mic_params params;
static uint64_t position;	/* frames so far */
static unsigned seed;

typedef double sound_fn(double seconds);

static double db(double level)
{
	return pow(10, level / 20);
}

/* White, of about this level. */
static double noise(double level)
{
	seed = seed * 1103515245 + 12345;
	return ((double)(seed >> 8) / (1 << 23) - 1) * sqrt(3) * db(level);
}

/* A buzz with a few overtones, opened and closed four times a second with pauses between words. */
static double speech(double seconds, double level)
{
	double syllable = sin(2 * M_PI * 2 * seconds), buzz = 0;
	bool pause = fmod(seconds, 2.3) > 1.9;

	for (int i = 1; i < 8; i++)
		buzz += sin(2 * M_PI * 140 * i * seconds) / i;
	return pause ? 0 : buzz * db(level) * syllable * syllable;
}

static double silent(double seconds)
{
	(void)seconds;
	return 0;
}

static double quiet_room(double seconds)
{
	(void)seconds;
	return noise(-65);
}

static double fan(double seconds)
{
	(void)seconds;
	return noise(-25);
}

static double hum(double seconds)
{
	return 0.2 * sin(2 * M_PI * 50 * seconds) + noise(-60);
}

static double held_note(double seconds)
{
	return 0.3 * sin(2 * M_PI * 440 * seconds) + noise(-60);
}

static double offset(double seconds)
{
	(void)seconds;
	return 0.5 + noise(-70);
}

static double fan_that_starts(double seconds)
{
	return noise(seconds < 3 ? -60 : -25);
}

static double fan_that_swells(double seconds)
{
	return noise(-60 + (seconds < 20 ? seconds * 2 : 40));
}

/* 5 keys a second, each 20 ms */
static double typing(double seconds)
{
	return noise(fmod(seconds, 0.213) < 0.02 ? -20 : -60);
}

static double door(double seconds)
{
	return noise(seconds > 3 && seconds < 3.4 ? -15 : -60);
}

static double steps(double seconds)
{
	return noise(fmod(seconds, 2) < 0.3 ? -20 : -60);
}

static double someone_far(double seconds)
{
	return speech(seconds, -68) + noise(-90);
}

static double speaker(double seconds)
{
	return speech(seconds, -30) + noise(-65);
}

static double speaker_by_a_fan(double seconds)
{
	return speech(seconds, -22) + noise(-45);
}

static double quiet_speaker(double seconds)
{
	return speech(seconds, -40) + noise(-70);
}

static void start(unsigned format, unsigned rate, unsigned channels)
{
	params = (struct mic_params){ .format = format, .rate = rate, .channels = channels };
	assert_int_equal(talk_start(&talk, &params), 0);
	position = 0;
	seed = 1;
}

/* In odd pieces. Returns for how much of the time somebody spoke. */
static double hear(sound_fn *sound, double seconds)
{
	uint64_t end = position + (uint64_t)(seconds * params.rate);
	unsigned piece = 0, talking = 0, pieces = 0;
	uint8_t frames[997 * 8 * 4];

	while (position < end) {
		unsigned count = 100 + piece++ * 53 % 897;
		uint8_t *at = frames;

		for (unsigned i = 0; i < count; i++, position++) {
			double sample = sound((double)position / params.rate);

			for (unsigned channel = 0; channel < params.channels; channel++)
				at += paced_put_sample(params.format, sample, at);
		}
		talking += talk_hear(&talk, frames, count);
		pieces++;
	}
	return (double)talking / pieces;
}

static void test_not_speech(void **state)
{
	static const struct {
		const char *name;
		sound_fn *sound;
	} sounds[] = {
		{ "silent", silent }, { "quiet room", quiet_room }, { "fan", fan }, { "hum", hum },
		{ "held note", held_note }, { "offset", offset }, { "fan that starts", fan_that_starts },
		{ "fan that swells", fan_that_swells }, { "typing", typing }, { "door", door },
		{ "steps", steps },
		{ "someone far", someone_far },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(sounds) / sizeof(sounds[0]); i++) {
		double share;

		start(SNDRV_PCM_FORMAT_S16_LE, RATE, 1);
		share = hear(sounds[i].sound, 30);
		if (share > 0)
			fail_msg("%s: %.0f %% speech", sounds[i].name, share * 100);
	}
}

static void check_speech(const char *name, sound_fn *sound)
{
	double share = hear(sound, 20);

	if (share < 0.9)
		fail_msg("%s: %.0f %% speech", name, share * 100);
}

static void test_speech(void **state)
{
	(void)state;
	start(SNDRV_PCM_FORMAT_S16_LE, RATE, 1);
	check_speech("speaker", speaker);
	start(SNDRV_PCM_FORMAT_S16_LE, RATE, 1);
	check_speech("quiet speaker", quiet_speaker);
	start(SNDRV_PCM_FORMAT_S16_LE, RATE, 1);
	check_speech("speaker by a fan", speaker_by_a_fan);
}

static void test_formats(void **state)
{
	static const unsigned formats[] = {
		SNDRV_PCM_FORMAT_S16_LE, SNDRV_PCM_FORMAT_S24_LE, SNDRV_PCM_FORMAT_S24_3LE,
		SNDRV_PCM_FORMAT_S32_LE, SNDRV_PCM_FORMAT_FLOAT_LE,
	};
	static const unsigned rates[] = { 8000, 44100, 192000 };

	(void)state;
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		for (size_t k = 0; k < sizeof(rates) / sizeof(rates[0]); k++) {
			start(formats[i], rates[k], k ? 2 : 8);
			assert_true(hear(quiet_room, 3) == 0);
			assert_true(hear(someone_far, 3) == 0);
			assert_true(hear(speaker, 5) > 0.6);
			assert_true(hear(quiet_room, 2) > 0.2);	/* it holds on for a moment */
			assert_true(hear(quiet_room, 3) == 0);
		}
	params.format = SNDRV_PCM_FORMAT_MU_LAW;
	assert_int_not_equal(talk_start(&talk, &params), 0);
}

/* A reminder that comes too late is none. */
static void test_delay(void **state)
{
	double seconds = 0;

	(void)state;
	start(SNDRV_PCM_FORMAT_S16_LE, RATE, 1);
	hear(quiet_room, 3);
	while (seconds < 3 && hear(speaker, 0.05) == 0)
		seconds += 0.05;
	assert_true(seconds < 1.2);
}

/* Right after a mute, in the middle of a word. */
static void test_speaks_from_the_start(void **state)
{
	(void)state;
	start(SNDRV_PCM_FORMAT_S16_LE, RATE, 1);
	hear(speaker, 2.5);
	assert_true(talk.talking);
}

static void test_nothing_is_a_number(void **state)
{
	float frames[480];

	(void)state;
	start(SNDRV_PCM_FORMAT_FLOAT_LE, RATE, 1);
	for (size_t i = 0; i < 480; i++)
		frames[i] = i % 2 ? NAN : INFINITY;
	for (int i = 0; i < 100; i++)
		assert_false(talk_hear(&talk, frames, 480));
	assert_true(hear(speaker, 5) > 0.5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_not_speech),
		cmocka_unit_test(test_speech),
		cmocka_unit_test(test_formats),
		cmocka_unit_test(test_delay),
		cmocka_unit_test(test_speaks_from_the_start),
		cmocka_unit_test(test_nothing_is_a_number),
	};

	return cmocka_run_group_tests_name("talk", tests, NULL, NULL);
}
