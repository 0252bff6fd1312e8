/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A microphone that can be opened: a tiny interface with one implementation
 * each for ALSA, the sound server, a tone and a file. All functions run
 * in the feed thread of that microphone, never in the main thread.
 */
#ifndef HARDMUTED_MIC_H
#define HARDMUTED_MIC_H

#include <stddef.h>
#include <stdint.h>

struct mic_params {
	unsigned format;	/* SNDRV_PCM_FORMAT_*: S16_LE S24_LE S24_3LE S32_LE FLOAT_LE */
	unsigned rate;		/* Hz */
	unsigned channels;
	unsigned period_frames;	/* wished; open() may change it */
	unsigned buffer_frames;	/* wished; open() may change it */
};

struct mic_ops {
	/*
	 * Opens and starts the microphone named by spec with exactly the
	 * format, rate and channels given (converting when the hardware lacks
	 * them). 0 or -errno: -ENODEV gone, -EBUSY held by another program,
	 * -ENOENT no such microphone, -EACCES, -EINVAL bad spec.
	 */
	int (*open)(const char *spec, struct mic_params *params, void **stream);
	/*
	 * Waits for frames and copies 1..count of them. *time_ns: CLOCK_MONOTONIC
	 * at which the last of them was captured. Returns the number of frames,
	 * -ECANCELED when stop_fd became readable, -EPIPE after an overrun that
	 * was recovered (call again), or -errno when the microphone is lost.
	 */
	long (*read)(void *stream, void *frames, unsigned long count, int stop_fd, int64_t *time_ns);
	void (*close)(void *stream);
	/*
	 * Optional: what to tell the user about an error of open() or read(),
	 * for instance who holds the microphone.
	 */
	void (*explain)(const char *spec, int error, char *text, size_t size);
};

extern const struct mic_ops mic_alsa;	/* spec: "CARD,DEVICE" (system mode) or "alsa:" and a PCM name */
extern const struct mic_ops mic_pulse;	/* spec: source name, or "" for the server's default source */
extern const struct mic_ops mic_tone;	/* spec: Hz; CLOCK_MONOTONIC is its clock */
extern const struct mic_ops mic_file;	/* spec: path of a WAV file, played in a loop */

/*
 * "tone:440" is mic_tone with the spec "440", nothing at all is the sound
 * server's default source. NULL for a kind that nobody knows, or that cannot
 * be loaded (mic_load.h).
 */
const struct mic_ops *mic_find(const char *microphone, const char **spec);

#endif
