/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Device nodes: those that /sys says should be there, under the two names that
 * they may have, and every other node in /dev with the same numbers.
 */
#include "finders.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "names.h"
#include "record.h"

#define DEVICES_MAX 256
#define OSS_MAJOR 14

struct device {
	const char *kind;
	char name[32];		/* below /dev/snd */
	dev_t number;
	bool seen;		/* tried under some name */
	try_fn *fn;
};

static struct device devices[DEVICES_MAX];
static unsigned count;
static bool printing = true;

static void try_pcm(const char *path, struct try_answer *answer)
{
	int fd = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);

	if (fd < 0) {
		try_say_errno(answer, errno);
		return;
	}
	fcntl(fd, F_SETFL, O_RDWR);
	record_pcm(fd, answer);
}

static void try_oss(const char *path, struct try_answer *answer)
{
	unsigned char samples[8000 / TRY_SECONDS_4TH];	/* 8 kHz, 8 bit: silence is 128 */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	ssize_t n;

	if (fd < 0) {
		try_say_errno(answer, errno);
		return;
	}
	n = read(fd, samples, sizeof(samples));
	if (n < 0) {
		try_say_errno(answer, errno);
		return;
	}
	for (ssize_t i = 0; i < n; i++)
		samples[i] ^= 128;
	try_say_samples(answer, samples, (size_t)n);
}

static void try_open(const char *path, struct try_answer *answer)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);

	if (fd < 0)
		try_say_errno(answer, errno);
	else
		try_say(answer, TRY_RESULT_REACHABLE, "it opens");
}

static void add(const char *kind, const char *class, const char *entry, try_fn *fn)
{
	struct device *device = &devices[count];
	char path[PATH_MAX];
	unsigned major, minor;
	FILE *file;
	int found;

	if (count == DEVICES_MAX)
		return;
	snprintf(path, sizeof(path), "/sys/class/%s/%s/dev", class, entry);
	file = fopen(path, "re");
	if (!file)
		return;
	found = fscanf(file, "%u:%u", &major, &minor);
	fclose(file);
	if (found != 2)
		return;
	*device = (struct device){ .kind = kind, .number = makedev(major, minor), .fn = fn };
	if (!strncmp(entry, "snd!", 4))
		entry += 4;
	snprintf(device->name, sizeof(device->name), "%.31s", entry);
	count++;
}

static bool matches(const char *name, const char *format)
{
	unsigned card, device;
	int end = 0;

	sscanf(name, format, &card, &device, &end);
	return end && !name[end];
}

static void read_class(const char *class, void (*look)(const char *class, const char *entry))
{
	char path[PATH_MAX];
	struct dirent *entry;
	DIR *directory;

	snprintf(path, sizeof(path), "/sys/class/%s", class);
	directory = opendir(path);
	while (directory && (entry = readdir(directory)))
		look(class, entry->d_name);
	if (directory)
		closedir(directory);
}

static void look_at_sound(const char *class, const char *entry)
{
	if (matches(entry, "pcmC%uD%uc%n"))
		add("node", class, entry, try_pcm);
	else if (matches(entry, "comprC%uD%u%n"))
		add("compressed", class, entry, try_open);
	else if (matches(entry, "hwC%uD%u%n"))
		add("hwdep", class, entry, try_open);
}

static void look_at_cuse(const char *class, const char *entry)
{
	if (matches(entry, "snd!pcmC%uD%uc%n"))
		add("twin", class, entry, try_pcm);
}

static int look_at_file(const char *path, const struct stat *file, int type, struct FTW *where)
{
	unsigned minor_in_card = minor(file->st_rdev) % 16;

	(void)type;
	(void)where;
	if (!S_ISCHR(file->st_mode) || !printing)
		return 0;
	for (unsigned i = 0; i < count; i++) {
		if (devices[i].number != file->st_rdev)
			continue;
		devices[i].seen = true;
		printing = try_path(devices[i].kind, path, devices[i].fn);
	}
	/* dsp, audio, adsp */
	if (major(file->st_rdev) == OSS_MAJOR &&
	    (minor_in_card == 3 || minor_in_card == 4 || minor_in_card == 12))
		printing = try_path("oss", path, try_oss);
	return 0;
}

/* What nftw may not see: a directory that is closed to us. */
static void try_by_name(const struct device *device)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), HIDDEN_DIR "/%s", device->name);
	if (access(path, F_OK) && errno == ENOENT)
		snprintf(path, sizeof(path), "/dev/snd/%s", device->name);
	printing = printing && try_path(device->kind, path, device->fn);
}

bool find_nodes(void)
{
	read_class("sound", look_at_sound);
	read_class("cuse", look_at_cuse);
	nftw("/dev", look_at_file, 16, FTW_PHYS);
	for (unsigned i = 0; i < count; i++)
		if (!devices[i].seen)
			try_by_name(&devices[i]);
	return printing;
}
