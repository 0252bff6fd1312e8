/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Audio devices on buses whose raw nodes carry samples, too. Opening such a node is all it takes. */
#include "finders.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "try.h"

#define USB "/sys/bus/usb/devices"
#define FIREWIRE "/sys/bus/firewire/devices"
#define AV_C_SPECIFIER "0x00a02d"	/* 1394 Trade Association: audio and video */

static void try_raw(const char *path, struct try_answer *answer)
{
	int fd = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);

	if (fd < 0)
		try_say_errno(answer, errno);
	else
		try_say(answer, TRY_RESULT_REACHABLE, "it opens for writing");
}

static bool read_word(const char *directory, const char *entry, const char *name, char word[64])
{
	char path[PATH_MAX];
	FILE *file;
	bool good;

	snprintf(path, sizeof(path), "%s/%s/%s", directory, entry, name);
	file = fopen(path, "re");
	if (!file)
		return false;
	good = fscanf(file, "%63s", word) == 1;
	fclose(file);
	return good;
}

/* Interfaces are named after their device: 1-2 has 1-2:1.0, 1-2:1.1 ... */
static bool has_audio_interface(const char *device)
{
	size_t length = strlen(device);
	DIR *directory = opendir(USB);
	struct dirent *entry;
	char class[64];
	bool found = false;

	while (directory && !found && (entry = readdir(directory)))
		found = !strncmp(entry->d_name, device, length) && entry->d_name[length] == ':' &&
			read_word(USB, entry->d_name, "bInterfaceClass", class) &&
			!strcmp(class, "01");
	if (directory)
		closedir(directory);
	return found;
}

static bool try_usb(const char *device)
{
	char bus[64], number[64], path[PATH_MAX];
	unsigned bus_number, device_number;

	if (!read_word(USB, device, "busnum", bus) || !read_word(USB, device, "devnum", number) ||
	    sscanf(bus, "%u", &bus_number) != 1 || sscanf(number, "%u", &device_number) != 1 ||
	    !has_audio_interface(device))
		return true;
	snprintf(path, sizeof(path), "/dev/bus/usb/%03u/%03u", bus_number, device_number);
	return try_path("usb", path, try_raw);
}

/* Units are named after their device: fw1 has fw1.0 ... */
static bool try_firewire(const char *unit)
{
	const char *dot = strchr(unit, '.');
	char specifier[64], path[PATH_MAX];

	if (!dot || !read_word(FIREWIRE, unit, "specifier_id", specifier) ||
	    strcmp(specifier, AV_C_SPECIFIER))
		return true;
	snprintf(path, sizeof(path), "/dev/%.*s", (int)(dot - unit), unit);
	return try_path("firewire", path, try_raw);
}

static bool for_each(const char *path, bool (*try)(const char *name))
{
	DIR *directory = opendir(path);
	struct dirent *entry;
	bool good = true;

	while (directory && good && (entry = readdir(directory)))
		if (entry->d_name[0] != '.')
			good = try(entry->d_name);
	if (directory)
		closedir(directory);
	return good;
}

bool find_raw_buses(void)
{
	return for_each(USB, try_usb) && for_each(FIREWIRE, try_firewire);
}
