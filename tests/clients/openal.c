/* SPDX-License-Identifier: GPL-2.0-or-later */
// build: -lopenal
/*
 * A recorder through OpenAL, as games and voice chats record: float frames of one channel
 * from the default microphone to standard output, until SIGTERM or SIGINT.
 *
 *   openal RATE
 *
 * ALSOFT_DRIVERS says which way openal-soft takes (pulse, alsa). Exits 1 when anything goes
 * wrong, also when the microphone is taken away.
 */
#include <AL/al.h>
#include <AL/alc.h>
#include <AL/alext.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define CHUNK 4800	/* frames that are taken at once, at most */

static volatile sig_atomic_t ended;

static void on_signal(int number)
{
	(void)number;
	ended = 1;
}

static int fail(ALCdevice *device, const char *what)
{
	fprintf(stderr, "openal: %s: %s\n", what, alcGetString(device, alcGetError(device)));
	return 1;
}

/* Everything that is there. 0, or 1 when it cannot go on. */
static int take(ALCdevice *device)
{
	float frames[CHUNK];
	ALCint count = 0, connected = 1;

	alcGetIntegerv(device, ALC_CONNECTED, 1, &connected);
	if (!connected) {
		fprintf(stderr, "openal: the microphone was taken away\n");
		return 1;
	}
	alcGetIntegerv(device, ALC_CAPTURE_SAMPLES, 1, &count);
	while (count > 0) {
		ALCint part = count < CHUNK ? count : CHUNK;

		alcCaptureSamples(device, frames, part);
		if (alcGetError(device) != ALC_NO_ERROR)
			return fail(device, "read");
		if (fwrite(frames, sizeof(*frames), (size_t)part, stdout) != (size_t)part)
			return 1;
		count -= part;
	}
	return fflush(stdout) != 0;
}

int main(int argc, char **argv)
{
	const struct timespec pause = { 0, 20000000 };
	ALCdevice *device;
	int rate = argc == 2 ? atoi(argv[1]) : 0, status = 0;

	if (rate <= 0)
		return 2;
	signal(SIGTERM, on_signal);
	signal(SIGINT, on_signal);
	device = alcCaptureOpenDevice(NULL, (ALCuint)rate, AL_FORMAT_MONO_FLOAT32, rate);
	if (!device)
		return fail(NULL, "open");
	alcCaptureStart(device);
	while (!ended && !status) {
		nanosleep(&pause, NULL);
		status = take(device);
	}
	alcCaptureStop(device);
	alcCaptureCloseDevice(device);
	return status;
}
