/* SPDX-License-Identifier: GPL-2.0-or-later */
// build: -lasound -pthread
/*
 * Does a light ever say muted while sound comes out? Reads a virtual microphone
 * and looks at the light all the while:
 *
 *   light DEVICE LIGHT SECONDS	or until SIGTERM
 *
 * LIGHT is a folder in /sys/class/leds; lit means muted. A read that brought sound is a
 * lie when the light was lit at every look from before it began until after it had ended.
 * Ends with "reads N sounding N looks N changes N lies N"; status 1 when there were lies.
 */
#include <alsa/asoundlib.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define RATE 16000
#define PERIOD 160

/* Counts looks; which of them were dark is all that has to be remembered. */
static _Atomic unsigned long looks, last_dark, changes;
static atomic_bool stopping, ended;

static void on_signal(int number)
{
	(void)number;
	ended = true;
}

static void *look(void *userdata)
{
	int fd = open(userdata, O_RDONLY);
	char was = '0';

	while (fd >= 0 && !stopping) {
		char now = '?';

		if (pread(fd, &now, 1, 0) != 1)
			break;
		/* the number of a look is given when it is done */
		if (now == '0')
			last_dark = looks + 1;
		changes += now != was;
		was = now;
		looks++;
		usleep(500);
	}
	if (!stopping)
		fprintf(stderr, "light: the light cannot be read\n");
	return NULL;
}

static bool is_sounding(const int16_t *frames, long count)
{
	for (long i = 0; i < count; i++)
		if (frames[i])
			return true;
	return false;
}

int main(int argc, char **argv)
{
	unsigned long reads = 0, sounding = 0, lies = 0, before;
	int16_t frames[PERIOD];
	char path[256];
	pthread_t looker;
	snd_pcm_t *pcm;
	time_t end;

	if (argc != 4) {
		fputs("usage: light DEVICE LIGHT SECONDS\n", stderr);
		return 2;
	}
	if (snd_pcm_open(&pcm, argv[1], SND_PCM_STREAM_CAPTURE, 0) < 0 ||
	    snd_pcm_set_params(pcm, SND_PCM_FORMAT_S16_LE, SND_PCM_ACCESS_RW_INTERLEAVED, 1, RATE, 0,
			       1000000) < 0 || snd_pcm_start(pcm) < 0) {
		fprintf(stderr, "light: %s cannot be opened\n", argv[1]);
		return 2;
	}
	snprintf(path, sizeof(path), "%s/brightness", argv[2]);
	pthread_create(&looker, NULL, look, path);
	while (!looks)
		usleep(1000);
	signal(SIGTERM, on_signal);
	for (end = time(NULL) + atoi(argv[3]); time(NULL) < end && !ended;) {
		before = looks;
		long count = snd_pcm_readi(pcm, frames, PERIOD);

		if (count < 0) {
			snd_pcm_prepare(pcm);
			snd_pcm_start(pcm);
			continue;
		}
		reads++;
		if (!is_sounding(frames, count))
			continue;
		sounding++;
		/* one more look, which began after the read */
		for (unsigned long now = looks; looks < now + 2 && !stopping;)
			usleep(200);
		if (last_dark < before) {
			printf("lie: sound, and the light was lit from look %lu to %lu\n", before, looks);
			lies++;
		}
	}
	stopping = true;
	pthread_join(looker, NULL);
	printf("reads %lu sounding %lu looks %lu changes %lu lies %lu\n", reads, sounding, looks,
	       changes, lies);
	return lies != 0;
}
