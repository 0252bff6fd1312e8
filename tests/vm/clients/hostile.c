/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A hostile application: random ioctls with random arguments, reads, polls,
 * signals in the middle, several threads on one descriptor, forks, for some
 * seconds. Ends with 0 when it could open the device again afterwards.
 *	hostile /dev/snd/pcmC0D1c SECONDS SEED
 */
// build: -pthread
// build i386: -m32 -pthread
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <sound/asound.h>

static const unsigned long commands[] = {
	SNDRV_PCM_IOCTL_PVERSION, SNDRV_PCM_IOCTL_INFO, SNDRV_PCM_IOCTL_TSTAMP,
	SNDRV_PCM_IOCTL_TTSTAMP, SNDRV_PCM_IOCTL_USER_PVERSION, SNDRV_PCM_IOCTL_HW_REFINE,
	SNDRV_PCM_IOCTL_HW_PARAMS, SNDRV_PCM_IOCTL_HW_FREE, SNDRV_PCM_IOCTL_SW_PARAMS,
	SNDRV_PCM_IOCTL_STATUS, SNDRV_PCM_IOCTL_STATUS_EXT, SNDRV_PCM_IOCTL_DELAY,
	SNDRV_PCM_IOCTL_HWSYNC, SNDRV_PCM_IOCTL_SYNC_PTR, SNDRV_PCM_IOCTL_CHANNEL_INFO,
	SNDRV_PCM_IOCTL_PREPARE, SNDRV_PCM_IOCTL_RESET, SNDRV_PCM_IOCTL_START,
	SNDRV_PCM_IOCTL_DROP, SNDRV_PCM_IOCTL_DRAIN, SNDRV_PCM_IOCTL_PAUSE,
	SNDRV_PCM_IOCTL_REWIND, SNDRV_PCM_IOCTL_FORWARD, SNDRV_PCM_IOCTL_RESUME,
	SNDRV_PCM_IOCTL_XRUN, SNDRV_PCM_IOCTL_READI_FRAMES, SNDRV_PCM_IOCTL_READN_FRAMES,
	SNDRV_PCM_IOCTL_WRITEI_FRAMES, SNDRV_PCM_IOCTL_WRITEN_FRAMES, SNDRV_PCM_IOCTL_LINK,
	SNDRV_PCM_IOCTL_UNLINK,
};

static const char *path;
static time_t end;
static volatile int shared;

static void on_alarm(int signal)
{
	(void)signal;
}

static void any(struct snd_pcm_hw_params *p)
{
	memset(p, 0, sizeof *p);
	memset(p->masks, 0xff, sizeof p->masks);
	for (size_t i = 0; i < sizeof p->intervals / sizeof *p->intervals; i++)
		p->intervals[i].max = ~0u;
	p->rmask = ~0u;
}

static void fill(unsigned *seed, unsigned long command, unsigned char *arg, size_t size)
{
	for (size_t i = 0; i < size; i++)
		arg[i] = rand_r(seed) % 3 ? 0 : (unsigned char)rand_r(seed);
	if (rand_r(seed) % 2 && (command == SNDRV_PCM_IOCTL_HW_PARAMS ||
				 command == SNDRV_PCM_IOCTL_HW_REFINE)) {
		any((void *)arg);
		if (rand_r(seed) % 2)
			arg[rand_r(seed) % sizeof(struct snd_pcm_hw_params)] = (unsigned char)rand_r(seed);
	}
	if (command == SNDRV_PCM_IOCTL_READI_FRAMES && rand_r(seed) % 2) {
		struct snd_xferi *x = (void *)arg;

		x->buf = rand_r(seed) % 8 ? arg + 4096 : (void *)(uintptr_t)rand_r(seed);
		x->frames = rand_r(seed) % 4 ? (unsigned long)rand_r(seed) % 10000
					     : (unsigned long)rand_r(seed) << (sizeof(long) * 4);
	}
}

static void attack(int fd, unsigned *seed)
{
	unsigned char *arg = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE,
				  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	unsigned long calls = 0;

	while (time(NULL) < end) {
		unsigned long command = commands[rand_r(seed) % (sizeof commands / sizeof *commands)];
		struct pollfd p = { fd, POLLIN, 0 };

		if (calls++ % 64 == 0)
			setitimer(ITIMER_REAL, &(struct itimerval){ .it_value = { 0, 1000 + rand_r(seed) % 50000 },
				  .it_interval = { 0, 20000 } }, NULL);
		fill(seed, command, arg, 2048);
		switch (rand_r(seed) % 16) {
		case 0: poll(&p, 1, rand_r(seed) % 20); break;
		case 1: if (read(fd, arg, rand_r(seed) % 100000) < 0) errno = 0; break;
		case 2: if (write(fd, arg, rand_r(seed) % 1000) < 0) errno = 0; break;
		case 3: ioctl(fd, (unsigned long)rand_r(seed), arg); break;
		case 4: ioctl(fd, command, (void *)(uintptr_t)rand_r(seed)); break;
		default: ioctl(fd, command, arg);
		}
		if (rand_r(seed) % 400 == 0 && !shared) {
			close(fd);
			fd = open(path, O_RDWR | (rand_r(seed) % 2 ? O_NONBLOCK : 0));
			if (fd < 0)
				return;
		}
	}
	munmap(arg, 1 << 20);
}

static void *thread(void *data)
{
	unsigned seed = (unsigned)(uintptr_t)data * 7919u;

	attack((int)(uintptr_t)data & 0xffff, &seed);
	return NULL;
}

int main(int argc, char **argv)
{
	unsigned seed = argc > 3 ? (unsigned)atoi(argv[3]) : 1;
	struct sigaction action = { .sa_handler = on_alarm };
	int fd;

	if (argc < 3)
		return 2;
	path = argv[1];
	end = time(NULL) + atoi(argv[2]);
	sigaction(SIGALRM, &action, NULL);
	for (int child = 0; child < 3; child++) {
		if (fork())
			continue;
		seed += (unsigned)child * 1000003u;
		fd = open(path, O_RDWR);
		if (fd < 0)
			_exit(1);
		shared = child == 2;
		if (shared) {
			pthread_t other;

			pthread_create(&other, NULL, thread, (void *)(uintptr_t)fd);
			attack(fd, &seed);
			pthread_join(other, NULL);
		} else {
			attack(fd, &seed);
		}
		_exit(0);
	}
	while (wait(NULL) > 0 || errno == EINTR)
		continue;
	fd = open(path, O_RDWR);
	if (fd < 0)
		perror(path);
	return fd < 0;
}
