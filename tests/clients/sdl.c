/* SPDX-License-Identifier: GPL-2.0-or-later */
// build: -lSDL2
/*
 * A recorder through SDL 2, as games and voice chats record: float frames of one channel
 * from the default microphone to standard output, until SIGTERM or SIGINT.
 *
 *   sdl RATE
 *
 * SDL_AUDIODRIVER says which way SDL takes (pulseaudio, alsa, pipewire). Exits 1 with SDL's
 * words when anything goes wrong, also when the microphone is taken away.
 */
#include <SDL2/SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define CHUNK 1024	/* frames: 21 ms at 48 kHz */

/* SDL's audio thread. Whoever listens may be gone: then SIGPIPE ends it. */
static void on_frames(void *userdata, Uint8 *frames, int bytes)
{
	(void)userdata;
	while (bytes > 0) {
		ssize_t n = write(STDOUT_FILENO, frames, (size_t)bytes);

		if (n < 0)
			exit(1);
		frames += n;
		bytes -= (int)n;
	}
}

static int fail(const char *what)
{
	fprintf(stderr, "sdl: %s: %s\n", what, SDL_GetError());
	return 1;
}

/* SDL makes an event of SIGTERM and SIGINT. */
static int wait_for_end(void)
{
	SDL_Event event;

	for (;;) {
		if (!SDL_WaitEvent(&event))
			return fail("wait");
		if (event.type == SDL_QUIT)
			return 0;
		if (event.type == SDL_AUDIODEVICEREMOVED && event.adevice.iscapture) {
			fprintf(stderr, "sdl: a microphone was removed\n");
			return 1;
		}
	}
}

int main(int argc, char **argv)
{
	SDL_AudioSpec wanted = { .format = AUDIO_F32SYS, .channels = 1, .samples = CHUNK,
				 .callback = on_frames };
	SDL_AudioDeviceID device;
	int status;

	if (argc != 2 || (wanted.freq = atoi(argv[1])) <= 0)
		return 2;
	if (SDL_Init(SDL_INIT_AUDIO))
		return fail("initialise");
	device = SDL_OpenAudioDevice(NULL, 1, &wanted, NULL, 0);
	if (!device)
		return fail("open");
	SDL_PauseAudioDevice(device, 0);
	status = wait_for_end();
	SDL_CloseAudioDevice(device);
	SDL_Quit();
	return status;
}
