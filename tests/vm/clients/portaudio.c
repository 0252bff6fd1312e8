/* SPDX-License-Identifier: GPL-2.0-or-later */
// build: -lportaudio
/*
 * A recorder through PortAudio, as Audacity and many others record: S16 frames
 * from the device whose name contains NAME to standard output.
 *
 *   portaudio read|callback NAME RATE CHANNELS FRAMES
 *
 * "read" blocks in Pa_ReadStream; "callback" gets its frames in PortAudio's
 * thread. Exits 1 with PortAudio's words when anything goes wrong.
 */
#include <portaudio.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CHUNK 480

struct recording {
	unsigned long left;	/* frames */
	unsigned channels;
	unsigned overflows;
};

static void check(PaError error, const char *what)
{
	if (error >= 0)
		return;
	fprintf(stderr, "portaudio: %s: %s\n", what, Pa_GetErrorText(error));
	exit(1);
}

static void put(struct recording *recording, const void *frames, unsigned long count)
{
	if (count > recording->left)
		count = recording->left;
	recording->left -= count;
	if (fwrite(frames, 2 * recording->channels, count, stdout) != count)
		exit(1);
}

static int on_frames(const void *input, void *output, unsigned long count,
		     const PaStreamCallbackTimeInfo *times, PaStreamCallbackFlags flags, void *userdata)
{
	struct recording *recording = userdata;

	(void)output;
	(void)times;
	recording->overflows += !!(flags & paInputOverflow);
	put(recording, input, count);
	return recording->left ? paContinue : paComplete;
}

static PaDeviceIndex find_device(const char *name)
{
	for (PaDeviceIndex i = 0; i < Pa_GetDeviceCount(); i++) {
		const PaDeviceInfo *info = Pa_GetDeviceInfo(i);

		if (strstr(info->name, name) && info->maxInputChannels > 0)
			return i;
	}
	fprintf(stderr, "portaudio: no input device named %s\n", name);
	exit(1);
}

static void read_all(PaStream *stream, struct recording *recording)
{
	int16_t frames[CHUNK * 64];
	PaError error;

	while (recording->left) {
		error = Pa_ReadStream(stream, frames, CHUNK);
		if (error == paInputOverflowed)
			recording->overflows++;
		else
			check(error, "read");
		put(recording, frames, CHUNK);
	}
}

int main(int argc, char **argv)
{
	struct recording recording = { 0 };
	PaStreamParameters input = { .sampleFormat = paInt16 };
	PaStream *stream;
	int blocking;

	if (argc != 6 || atoi(argv[4]) < 1 || atoi(argv[4]) > 64)
		return 2;
	blocking = !strcmp(argv[1], "read");
	recording.channels = (unsigned)atoi(argv[4]);
	recording.left = strtoul(argv[5], NULL, 10);
	check(Pa_Initialize(), "initialise");
	input.device = find_device(argv[2]);
	input.channelCount = (int)recording.channels;
	input.suggestedLatency = 0.5;	/* the emulated machine is slow */
	check(Pa_OpenStream(&stream, &input, NULL, atof(argv[3]), CHUNK, paNoFlag,
			    blocking ? NULL : on_frames, &recording), "open");
	check(Pa_StartStream(stream), "start");
	if (blocking)
		read_all(stream, &recording);
	while (!blocking && Pa_IsStreamActive(stream) == 1)
		usleep(20000);
	check(Pa_StopStream(stream), "stop");
	check(Pa_CloseStream(stream), "close");
	Pa_Terminate();
	if (recording.overflows)
		fprintf(stderr, "portaudio: %u overflows\n", recording.overflows);
	return recording.left != 0 || recording.overflows != 0;
}
