/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A microphone through alsa-lib. A hardware microphone is opened by numbers,
 * from a configuration made here: neither alsa.conf nor anybody's ~/.asoundrc
 * has a say in what hardmute records, nor a place in its memory. First the bare
 * hardware, so that its samples come through unchanged; when it lacks the
 * format, rate or channels, alsa-lib's plug converts.
 */
#include "mic.h"
#include "alsa_quiet.h"
#include "now.h"

#include <alsa/asoundlib.h>
#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NS 1000000000ll
#define POLL_FDS_MAX 8
#define RESUME_TRIES 100	/* after the system slept */
#define RESUME_WAIT_MS 50
#define SUBSTREAMS_MAX 16	/* looked at for the one who holds the microphone */
#define PREFIX "alsa:"

struct alsa_mic {
	snd_pcm_t *pcm;
	snd_config_t *config;	/* of a hardware microphone; plug looks into it later */
	bool global_config;	/* alsa.conf has been loaded for it */
	unsigned rate;
	unsigned period_frames;
};

static bool parse_numbers(const char *spec, unsigned *card, unsigned *device)
{
	char rest;

	return sscanf(spec, "%3u,%3u%c", card, device, &rest) == 2;
}

/* "bare" is the hardware as it is, "converted" the same with everything that plug can do. */
static int make_config(unsigned card, unsigned device, snd_config_t **config)
{
	static const char template[] =
		"pcm.bare { type hw card %u device %u }\n"
		"pcm.converted { type plug slave.pcm { type hw card %u device %u }\n"
		"	rate_converter [ speexrate_medium speexrate linear ] }\n";
	char text[sizeof(template) + 16];
	snd_input_t *input;
	int error;

	snprintf(text, sizeof(text), template, card, device, card, device);
	error = snd_config_top(config);
	if (error)
		return error;
	error = snd_input_buffer_open(&input, text, -1);
	if (!error) {
		error = snd_config_load(*config, input);
		snd_input_close(input);
	}
	if (error)
		snd_config_delete(*config);
	return error;
}

/* -EINVAL when the device cannot do it. */
static int set_hw_params(snd_pcm_t *pcm, struct mic_params *params)
{
	snd_pcm_uframes_t period = params->period_frames, buffer = params->buffer_frames;
	snd_pcm_hw_params_t *hw;
	int error;

	snd_pcm_hw_params_alloca(&hw);
	if ((error = snd_pcm_hw_params_any(pcm, hw)) < 0 ||
	    (error = snd_pcm_hw_params_set_access(pcm, hw, SND_PCM_ACCESS_RW_INTERLEAVED)) < 0 ||
	    (error = snd_pcm_hw_params_set_format(pcm, hw,
						  (snd_pcm_format_t)params->format)) < 0 ||
	    (error = snd_pcm_hw_params_set_channels(pcm, hw, params->channels)) < 0 ||
	    (error = snd_pcm_hw_params_set_rate(pcm, hw, params->rate, 0)) < 0 ||
	    (error = snd_pcm_hw_params_set_period_size_near(pcm, hw, &period, NULL)) < 0 ||
	    (error = snd_pcm_hw_params_set_buffer_size_near(pcm, hw, &buffer)) < 0)
		return error;
	error = snd_pcm_hw_params(pcm, hw);
	params->period_frames = (unsigned)period;
	params->buffer_frames = (unsigned)buffer;
	return error;
}

static int set_sw_params(snd_pcm_t *pcm, const struct mic_params *params)
{
	snd_pcm_sw_params_t *sw;
	int error;

	snd_pcm_sw_params_alloca(&sw);
	if ((error = snd_pcm_sw_params_current(pcm, sw)) < 0 ||
	    (error = snd_pcm_sw_params_set_avail_min(pcm, sw, params->period_frames)) < 0 ||
	    (error = snd_pcm_sw_params_set_tstamp_mode(pcm, sw, SND_PCM_TSTAMP_ENABLE)) < 0)
		return error;
	/* plugins without a clock of their own refuse this, and have no time stamps either */
	(void)snd_pcm_sw_params_set_tstamp_type(pcm, sw, SND_PCM_TSTAMP_TYPE_MONOTONIC);
	return snd_pcm_sw_params(pcm, sw);
}

/* Sets it up and starts it; closes it when that fails. */
static int begin(struct alsa_mic *mic, const struct mic_params *wished, struct mic_params *params)
{
	int error;

	*params = *wished;
	if ((error = set_hw_params(mic->pcm, params)) < 0 ||
	    (error = set_sw_params(mic->pcm, params)) < 0 ||
	    (error = snd_pcm_start(mic->pcm)) < 0) {
		snd_pcm_close(mic->pcm);
		mic->pcm = NULL;
		return error;
	}
	return 0;
}

static unsigned common_divisor(unsigned a, unsigned b)
{
	while (b) {
		unsigned rest = a % b;

		a = b;
		b = rest;
	}
	return a ? a : 1;
}

/* The hardware's rate next to the wished one; the wished one when it will not say. */
static unsigned nearest_rate(snd_pcm_t *pcm, unsigned rate)
{
	snd_pcm_hw_params_t *hw;
	unsigned nearest = rate;

	snd_pcm_hw_params_alloca(&hw);
	if (snd_pcm_hw_params_any(pcm, hw) < 0 ||
	    snd_pcm_hw_params_set_rate_near(pcm, hw, &nearest, NULL) < 0 || !nearest)
		return rate;
	return nearest;
}

/*
 * alsa-lib converts rates in the ratio of the two period sizes, which is the
 * true one only where both are whole: 882 frames at 44100 Hz are 960 at 48000.
 */
static unsigned whole_period(unsigned period, unsigned rate, unsigned hardware_rate)
{
	unsigned unit = rate / common_divisor(rate, hardware_rate);

	if (!unit)
		return period;
	return period < unit ? unit : period - period % unit;
}

static int open_pcm(struct alsa_mic *mic, const char *name)
{
	int error = mic->config ? snd_pcm_open_lconf(&mic->pcm, name, SND_PCM_STREAM_CAPTURE,
						     SND_PCM_NONBLOCK, mic->config)
				: snd_pcm_open(&mic->pcm, name, SND_PCM_STREAM_CAPTURE,
					       SND_PCM_NONBLOCK);

	if (error < 0)
		mic->pcm = NULL;
	return error;
}

/* For a conversion of what `name` has. */
static void adapt_period(struct alsa_mic *mic, const char *name, struct mic_params *wished)
{
	if (open_pcm(mic, name) < 0)
		return;
	wished->period_frames = whole_period(wished->period_frames, wished->rate,
					     nearest_rate(mic->pcm, wished->rate));
	snd_pcm_close(mic->pcm);
	mic->pcm = NULL;
}

/* One of the two ways: name is looked up in config, or in the global one when that is NULL. */
static int try_name(struct alsa_mic *mic, const char *name, const struct mic_params *wished,
		    struct mic_params *params)
{
	int error = open_pcm(mic, name);

	if (error < 0)
		return error;
	return begin(mic, wished, params);
}

static int open_hardware(struct alsa_mic *mic, unsigned card, unsigned device,
			 struct mic_params *params)
{
	struct mic_params wished = *params;
	int error = make_config(card, device, &mic->config);

	if (error < 0)
		return error;
	error = try_name(mic, "bare", &wished, params);
	if (error != -EINVAL)
		return error;
	adapt_period(mic, "bare", &wished);
	return try_name(mic, "converted", &wished, params);
}

static int open_named(struct alsa_mic *mic, const char *name, struct mic_params *params)
{
	struct mic_params wished = *params;
	char converted[300];
	int error;

	mic->global_config = true;
	error = try_name(mic, name, &wished, params);
	if (error != -EINVAL ||
	    snprintf(converted, sizeof(converted), "plug:'%s'", name) >= (int)sizeof(converted))
		return error;
	adapt_period(mic, name, &wished);
	return try_name(mic, converted, &wished, params);
}

static void alsa_close(void *stream)
{
	struct alsa_mic *mic = stream;

	if (mic->pcm)
		snd_pcm_close(mic->pcm);
	if (mic->config)
		snd_config_delete(mic->config);
	if (mic->global_config)
		snd_config_update_free_global();
	free(mic);
}

static int alsa_open(const char *spec, struct mic_params *params, void **stream)
{
	struct alsa_mic *mic = calloc(1, sizeof(*mic));
	unsigned card, device;
	int error = -EINVAL;

	if (!mic)
		return -ENOMEM;
	alsa_be_quiet();
	if (parse_numbers(spec, &card, &device))
		error = open_hardware(mic, card, device, params);
	else if (!strncmp(spec, PREFIX, strlen(PREFIX)))
		error = open_named(mic, spec + strlen(PREFIX), params);
	if (error < 0) {
		alsa_close(mic);
		return error;
	}
	mic->rate = params->rate;
	mic->period_frames = params->period_frames;
	*stream = mic;
	return 0;
}

static bool is_stopped(int stop_fd, int timeout_ms)
{
	struct pollfd stop = { .fd = stop_fd, .events = POLLIN };

	return poll(&stop, 1, timeout_ms) > 0;
}

/* After the system slept: hardware that can goes on, other hardware starts anew. */
static int resume(struct alsa_mic *mic, int stop_fd)
{
	int error;

	for (int tries = 0; tries < RESUME_TRIES; tries++) {
		error = snd_pcm_resume(mic->pcm);
		if (error != -EAGAIN)
			break;
		if (is_stopped(stop_fd, RESUME_WAIT_MS))
			return -ECANCELED;
	}
	return error ? snd_pcm_prepare(mic->pcm) : 0;
}

/* -EPIPE: it runs again, with a gap; else why it is lost. */
static long recover(struct alsa_mic *mic, long error, int stop_fd)
{
	int result;

	if (is_stopped(stop_fd, 0))
		return -ECANCELED;
	if (error == -EPIPE)
		result = snd_pcm_prepare(mic->pcm);
	else if (error == -ESTRPIPE)
		result = resume(mic, stop_fd);
	else
		return error;
	if (!result && snd_pcm_state(mic->pcm) == SND_PCM_STATE_PREPARED)
		result = snd_pcm_start(mic->pcm);
	return result < 0 ? result : -EPIPE;
}

/* What POLLERR stands for. */
static long error_from_state(snd_pcm_t *pcm)
{
	switch ((int)snd_pcm_state(pcm)) {
	case SND_PCM_STATE_XRUN: return -EPIPE;
	case SND_PCM_STATE_SUSPENDED: return -ESTRPIPE;
	case SND_PCM_STATE_DISCONNECTED: return -ENODEV;
	default: return -EIO;
	}
}

/* 0: look again for frames; -ECANCELED; or a state that needs recovery. */
static long wait_for_frames(struct alsa_mic *mic, int stop_fd)
{
	struct pollfd fds[POLL_FDS_MAX + 1];
	unsigned short events;
	int count = snd_pcm_poll_descriptors(mic->pcm, fds, POLL_FDS_MAX);

	if (count < 0)
		return count;
	fds[count] = (struct pollfd){ .fd = stop_fd, .events = POLLIN };
	if (poll(fds, (nfds_t)count + 1, -1) < 0)
		return errno == EINTR ? 0 : -errno;
	if (fds[count].revents)
		return -ECANCELED;
	if (snd_pcm_poll_descriptors_revents(mic->pcm, fds, (unsigned)count, &events) < 0 ||
	    events & (POLLERR | POLLNVAL | POLLHUP))
		return error_from_state(mic->pcm);
	return 0;
}

/*
 * When the newest frame that ALSA has was captured, and how many it has. Time
 * stamps belong to a position; without one, it is now.
 */
static int64_t look_at_clock(snd_pcm_t *pcm, snd_pcm_uframes_t *avail)
{
	snd_pcm_uframes_t stamped;
	snd_htimestamp_t stamp;
	int64_t now = now_ns(), then;

	if (snd_pcm_htimestamp(pcm, &stamped, &stamp) < 0)
		return now;
	then = stamp.tv_sec * NS + stamp.tv_nsec;
	/* not CLOCK_MONOTONIC, or not set at all */
	if (then > now || then < now - NS)
		return now;
	*avail = stamped;
	return then;
}

static long take_frames(struct alsa_mic *mic, void *frames, snd_pcm_uframes_t avail,
			unsigned long count, int64_t *time_ns)
{
	int64_t newest_ns = look_at_clock(mic->pcm, &avail);
	snd_pcm_sframes_t got = snd_pcm_readi(mic->pcm, frames, count < avail ? count : avail);

	if (got > 0)
		*time_ns = newest_ns - ((int64_t)avail - got) * NS / mic->rate;
	return got;
}

static long alsa_read(void *stream, void *frames, unsigned long count, int stop_fd,
		      int64_t *time_ns)
{
	struct alsa_mic *mic = stream;
	snd_pcm_sframes_t least = mic->period_frames < count ? mic->period_frames : (long)count;
	snd_pcm_sframes_t avail;
	long got;

	for (;;) {
		avail = snd_pcm_avail_update(mic->pcm);
		if (avail < 0)
			return recover(mic, avail, stop_fd);
		if (avail >= least)
			break;
		got = wait_for_frames(mic, stop_fd);
		if (got < 0)
			return recover(mic, got, stop_fd);
		/* converted frames may be one short of a period: no reason to wait for another */
		least = 1;
	}
	got = take_frames(mic, frames, (snd_pcm_uframes_t)avail, count, time_ns);
	if (got == -EAGAIN || !got)
		return is_stopped(stop_fd, 0) ? -ECANCELED : -EPIPE;
	return got < 0 ? recover(mic, got, stop_fd) : got;
}

/* The program that has a substream of the device open. */
static bool find_holder(unsigned card, unsigned device, char *text, size_t size)
{
	char path[80], line[80], program[32] = "?";
	unsigned pid = 0;
	FILE *file;

	for (unsigned sub = 0; sub < SUBSTREAMS_MAX && !pid; sub++) {
		snprintf(path, sizeof(path), "/proc/asound/card%u/pcm%uc/sub%u/status", card,
			 device, sub);
		file = fopen(path, "re");
		if (!file)
			return false;
		while (!pid && fgets(line, sizeof(line), file))
			if (sscanf(line, "owner_pid : %u", &pid) != 1)
				pid = 0;
		fclose(file);
	}
	if (!pid)
		return false;
	snprintf(path, sizeof(path), "/proc/%u/comm", pid);
	file = fopen(path, "re");
	if (file && fgets(program, sizeof(program), file))
		program[strcspn(program, "\n")] = 0;
	if (file)
		fclose(file);
	snprintf(text, size, "held by %s (pid %u)", program, pid);
	return true;
}

static void alsa_explain(const char *spec, int error, char *text, size_t size)
{
	unsigned card, device;
	bool numbers = parse_numbers(spec, &card, &device) ||
		       sscanf(spec, PREFIX "hw:%3u,%3u", &card, &device) == 2 ||
		       sscanf(spec, PREFIX "plughw:%3u,%3u", &card, &device) == 2;

	if (error == -EBUSY && numbers && find_holder(card, device, text, size))
		return;
	if (error == -EINVAL)
		snprintf(text, size, "it has no such sample format, rate or channels");
	else
		snprintf(text, size, "%s", snd_strerror(error));
}

const struct mic_ops mic_alsa = {
	.open = alsa_open,
	.read = alsa_read,
	.close = alsa_close,
	.explain = alsa_explain,
};
