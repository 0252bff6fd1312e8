/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Races to open real microphones that are being plugged in: every name that
 * one may have for a moment, at every event in /dev, and without pause in
 * between; as root also copies made from the number in /sys. Ends at SIGTERM.
 *	race CARD WHO
 * A twin is no catch: its numbers are CUSE's. Of ALSA's it is a real one.
 */
// build: -D_GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#define ALSA_MAJOR 116
#define DEVICES 2
#define SPINS 100	/* without an event, before a moment's pause: others have to work, too */
#define PATH_BYTES 96

static const char *const names[] = {
	"/dev/snd/pcmC%sD%uc", "/dev/hardmute/pcmC%sD%uc", "/dev/hardmute/pcmC%sD%uc.new",
};
#define N_NAMES (sizeof(names) / sizeof(names[0]))

static volatile sig_atomic_t ended;
static const char *card, *who;
static unsigned long tries, twins, reals, shown;
static bool rests[DEVICES];	/* its twin stands: nothing to win until the next event */

static void on_term(int number)
{
	(void)number;
	ended = 1;
}

/* Whose it is by the kernel's own book. */
static bool is_ours(unsigned device)
{
	char path[PATH_BYTES], line[64];
	unsigned owner = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/asound/card%s/pcm%uc/sub0/status", card, device);
	file = fopen(path, "re");
	while (file && fgets(line, sizeof(line), file))
		sscanf(line, "owner_pid : %u", &owner);
	if (file)
		fclose(file);
	return owner == (unsigned)getpid();
}

static void count(int fd, const char *path, unsigned device)
{
	struct stat node;

	if (fstat(fd, &node) || !S_ISCHR(node.st_mode))
		return;
	if (major(node.st_rdev) != ALSA_MAJOR) {
		twins++;
		rests[device] = true;
		return;
	}
	reals++;
	if (shown++ < 5)
		printf("%s opened %s, %u:%u%s\n", who, path, major(node.st_rdev),
		       minor(node.st_rdev), is_ours(device) ? ", and owns the microphone" : "");
}

static void try_open(const char *path, unsigned device)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

	tries++;
	if (fd < 0)
		return;
	count(fd, path, device);
	close(fd);
}

/* Only root can make nodes; one's own has no owner or mode to be stopped by. */
static void try_copy(unsigned device)
{
	char path[PATH_BYTES], line[32] = "";
	unsigned number[2];
	int fd;

	snprintf(path, sizeof(path), "/sys/class/sound/pcmC%sD%uc/dev", card, device);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return;
	if (read(fd, line, sizeof(line) - 1) < 0)
		line[0] = '\0';
	close(fd);
	if (sscanf(line, "%u:%u", &number[0], &number[1]) != 2)
		return;
	snprintf(path, sizeof(path), "/dev/race.%d", (int)getpid());
	unlink(path);
	if (mknod(path, S_IFCHR | 0600, makedev(number[0], number[1])))
		return;
	try_open(path, device);
	unlink(path);
}

static void try_all(void)
{
	char path[PATH_BYTES];

	for (unsigned device = 0; device < DEVICES; device++) {
		if (rests[device])
			continue;
		for (size_t i = 0; i < N_NAMES; i++) {
			snprintf(path, sizeof(path), names[i], card, device);
			try_open(path, device);
		}
		if (!getuid())
			try_copy(device);
	}
}

static bool take_events(int events, int wait_ms)
{
	char buffer[4096];
	struct pollfd ready = { .fd = events, .events = POLLIN };

	if (poll(&ready, 1, wait_ms) < 1)
		return false;
	while (read(events, buffer, sizeof(buffer)) > 0)
		memset(rests, 0, sizeof(rests));
	return true;
}

int main(int argc, char *argv[])
{
	int events = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	const uint32_t mask = IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_ATTRIB | IN_DELETE;
	struct sigaction action = { .sa_handler = on_term };

	if (argc != 3 || events < 0)
		return 2;
	card = argv[1];
	who = argv[2];
	sigaction(SIGTERM, &action, NULL);
	inotify_add_watch(events, "/dev", mask);
	inotify_add_watch(events, "/dev/snd", mask);
	inotify_add_watch(events, "/dev/hardmute", mask);
	for (unsigned spins = 0; !ended; spins++) {
		if (take_events(events, spins < SPINS ? 0 : 1))
			spins = 0;
		try_all();
	}
	printf("%s: %lu tries, %lu opened a twin, %lu the real microphone\n", who, tries, twins,
	       reals);
	return reals != 0;
}
