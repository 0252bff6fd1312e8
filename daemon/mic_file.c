/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A microphone that hears a sound file in a loop (libsndfile: WAV and its
 * kin). Frames come out unchanged when the file has the rate and channels that
 * are asked for; else they are interpolated on a straight line, which is good
 * enough for a stand-in.
 */
#include "mic.h"

#include <errno.h>
#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mic_paced.h"

#define FILE_CHANNELS_MAX 32
#define FILE_CHUNK 64			/* frames decoded at once */

struct file {
	struct paced paced;
	SNDFILE *sound;
	int channels;		/* of the file */
	double step;		/* its frames per frame given */
	double phase;		/* 0 .. 1 between `last` and `next` */
	double last[FILE_CHANNELS_MAX], next[FILE_CHANNELS_MAX];
	double chunk[FILE_CHUNK * FILE_CHANNELS_MAX];
	sf_count_t chunk_at, chunk_frames;
};

/* Decodes on, from the beginning after the end. -EIO for a file that has no frames left. */
static int refill(struct file *file)
{
	file->chunk_at = 0;
	file->chunk_frames = sf_readf_double(file->sound, file->chunk, FILE_CHUNK);
	if (file->chunk_frames > 0)
		return 0;
	if (sf_seek(file->sound, 0, SEEK_SET) < 0)
		return -EIO;
	file->chunk_frames = sf_readf_double(file->sound, file->chunk, FILE_CHUNK);
	return file->chunk_frames > 0 ? 0 : -EIO;
}

static int step_on(struct file *file)
{
	int error = file->chunk_at < file->chunk_frames ? 0 : refill(file);

	if (error)
		return error;
	memcpy(file->last, file->next, sizeof(file->last));
	memcpy(file->next, file->chunk + file->chunk_at++ * file->channels,
	       (size_t)file->channels * sizeof(double));
	return 0;
}

static double look(const struct file *file, int channel)
{
	return file->last[channel] + (file->next[channel] - file->last[channel]) * file->phase;
}

/* One frame: the same channels, mono for all of them, or all of them mixed to mono. */
static void give(const struct file *file, double *samples)
{
	int wanted = (int)file->paced.params.channels;

	for (int i = 0; i < wanted; i++)
		samples[i] = look(file, i % file->channels);
	if (wanted > 1 || file->channels == 1)
		return;
	for (int i = 1; i < file->channels; i++)
		samples[0] += look(file, i);
	samples[0] /= file->channels;
}

static int fill_file(void *generator, double *samples, unsigned long count)
{
	struct file *file = generator;

	while (count--) {
		give(file, samples);
		samples += file->paced.params.channels;
		for (file->phase += file->step; file->phase >= 1; file->phase -= 1) {
			int error = step_on(file);

			if (error)
				return error;
		}
	}
	return 0;
}

static int open_sound(const char *path, struct file *file, unsigned rate)
{
	SF_INFO info = { 0 };

	if (access(path, R_OK))
		return -errno;
	file->sound = sf_open(path, SFM_READ, &info);
	if (!file->sound || info.channels < 1 || info.channels > FILE_CHANNELS_MAX ||
	    info.samplerate < 1 || !info.seekable)
		return -EINVAL;
	file->channels = info.channels;
	file->step = info.samplerate / (double)rate;
	/* `last` becomes the first frame, `next` the second */
	return step_on(file) || step_on(file) ? -EINVAL : 0;
}

static void file_close(void *stream)
{
	struct file *file = stream;

	if (file->sound)
		sf_close(file->sound);
	free(file);
}

static int file_open(const char *spec, struct mic_params *params, void **stream)
{
	struct file *file = calloc(1, sizeof(*file));
	int error;

	if (!file)
		return -ENOMEM;
	error = params->rate ? open_sound(spec, file, params->rate) : -EINVAL;
	if (!error)
		error = paced_start(&file->paced, params, fill_file, file);
	if (error) {
		file_close(file);
		return error;
	}
	*stream = file;
	return 0;
}

static long file_read(void *stream, void *frames, unsigned long count, int stop_fd,
		      int64_t *time_ns)
{
	struct file *file = stream;

	return paced_read(&file->paced, frames, count, stop_fd, time_ns);
}

static void file_explain(const char *spec, int error, char *text, size_t size)
{
	if (error == -EINVAL)
		snprintf(text, size, "%s: not a sound file with 1 to %d channels", spec,
			 FILE_CHANNELS_MAX);
	else
		snprintf(text, size, "%s: %s", spec, strerror(-error));
}

const struct mic_ops mic_file = {
	.open = file_open,
	.read = file_read,
	.close = file_close,
	.explain = file_explain,
};
