/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The names that a program without a sound server would choose from. */
#include "finders.h"

#include <alsa/asoundlib.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../daemon/alsa_quiet.h"
#include "try.h"

#define RATE 48000

static int record(snd_pcm_t *pcm, char *samples, size_t frame_bytes, snd_pcm_uframes_t frames)
{
	snd_pcm_uframes_t got = 0;
	snd_pcm_sframes_t n;

	while (got < frames) {
		n = snd_pcm_readi(pcm, samples + got * frame_bytes, frames - got);
		if (n < 0)
			n = snd_pcm_recover(pcm, (int)n, 1);
		if (n < 0)
			return (int)n;
		got += (snd_pcm_uframes_t)n;
	}
	return 0;
}

/* Whatever it can do next to the ordinary. Bytes of a frame, or -errno. */
static int set_up(snd_pcm_t *pcm, unsigned *rate)
{
	static const snd_pcm_format_t formats[] = {
		SND_PCM_FORMAT_S16_LE, SND_PCM_FORMAT_S32_LE, SND_PCM_FORMAT_S24_LE,
		SND_PCM_FORMAT_S24_3LE, SND_PCM_FORMAT_FLOAT_LE, SND_PCM_FORMAT_S16_BE,
		SND_PCM_FORMAT_S8,
	};
	snd_pcm_hw_params_t *params;
	unsigned channels = 2;
	int error;

	*rate = RATE;
	snd_pcm_hw_params_alloca(&params);
	if ((error = snd_pcm_hw_params_any(pcm, params)) < 0 ||
	    (error = snd_pcm_hw_params_set_access(pcm, params, SND_PCM_ACCESS_RW_INTERLEAVED)) < 0)
		return error;
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if ((error = snd_pcm_hw_params_set_format(pcm, params, formats[i])) == 0)
			break;
	if (error < 0 ||
	    (error = snd_pcm_hw_params_set_rate_near(pcm, params, rate, NULL)) < 0 ||
	    (error = snd_pcm_hw_params_set_channels_near(pcm, params, &channels)) < 0 ||
	    (error = snd_pcm_hw_params(pcm, params)) < 0)
		return error;
	return (int)snd_pcm_frames_to_bytes(pcm, 1);
}

static void try_name(const char *name, struct try_answer *answer)
{
	snd_pcm_uframes_t frames;
	void *samples = NULL;
	snd_pcm_t *pcm;
	unsigned rate;
	int result;

	alsa_be_quiet();
	result = snd_pcm_open(&pcm, name, SND_PCM_STREAM_CAPTURE, SND_PCM_NONBLOCK);
	if (result == -EACCES || result == -EPERM || result == -EBUSY) {
		try_say_errno(answer, -result);
		return;
	}
	if (result < 0) {	/* plugins have errors of every kind for what is not there */
		try_say(answer, TRY_RESULT_ABSENT, "%s", snd_strerror(result));
		return;
	}
	snd_pcm_nonblock(pcm, 0);
	/* Some plugins of alsa-lib need to map the device, and crash when they cannot. */
	try_say(answer, TRY_RESULT_ABSENT, "opens, but alsa-lib crashes on it");
	result = set_up(pcm, &rate);
	if (result < 0) {
		try_say(answer, TRY_RESULT_ABSENT, "opens, but does not record: %s", snd_strerror(result));
		return;
	}
	frames = rate / TRY_SECONDS_4TH;
	samples = calloc(frames, (size_t)result);
	result = samples ? record(pcm, samples, (size_t)result, frames) : -ENOMEM;
	if (result < 0)
		try_say(answer, TRY_RESULT_UNKNOWN, "opens, but recording fails: %s",
			snd_strerror(result));
	else
		try_say_samples(answer, samples, (size_t)snd_pcm_frames_to_bytes(pcm, (long)frames));
}

static bool try_hint(void *hint)
{
	char *name = snd_device_name_get_hint(hint, "NAME");
	char *direction = snd_device_name_get_hint(hint, "IOID");
	bool good = true;

	if (name && strcmp(name, "null") && (!direction || !strcmp(direction, "Input")))
		good = try_path("alsa", name, try_name);
	free(name);
	free(direction);
	return good;
}

bool find_alsa_names(void)
{
	void **hints;
	bool good = true;

	alsa_be_quiet();
	if (snd_device_name_hint(-1, "pcm", &hints) < 0)
		return true;
	for (void **hint = hints; *hint && good; hint++)
		good = try_hint(*hint);
	snd_device_name_free_hint(hints);
	return good;
}
