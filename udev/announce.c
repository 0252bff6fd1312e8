/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sound servers look at a card once, when its control node is announced: a
 * microphone whose twin comes later would be missed. So the announcement
 * waits, for a moment, and not at all when nobody would make a twin.
 */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "names.h"
#include "node.h"

#define WAIT_MS 3000
#define WAIT_STEP_MS 10

/* Another node than the real one, made after it, which udev has given to its group. */
static bool is_twin_up(const char *name)
{
	char public[NODE_PATH_BYTES], hidden[NODE_PATH_BYTES];
	dev_t devnum = node_read_devnum(name);
	struct stat twin, real;

	node_make_path(public, "/dev/snd", name);
	node_make_path(hidden, HIDDEN_DIR, name);
	return node_is_at(hidden, devnum) && !stat(hidden, &real) && !stat(public, &twin) &&
	       S_ISCHR(twin.st_mode) && twin.st_rdev != devnum && (twin.st_mode & 0060) == 0060 &&
	       (twin.st_mtim.tv_sec > real.st_mtim.tv_sec ||
		(twin.st_mtim.tv_sec == real.st_mtim.tv_sec &&
		 twin.st_mtim.tv_nsec >= real.st_mtim.tv_nsec));
}

static bool are_twins_up(unsigned card)
{
	char path[NODE_PATH_BYTES], prefix[NODE_NAME_BYTES];
	struct dirent *entry;
	bool all = true;
	DIR *directory;

	snprintf(prefix, sizeof(prefix), "pcmC%uD", card);
	snprintf(path, sizeof(path), "%s/sys/class/sound", node_root);
	directory = opendir(path);
	while (directory && all && (entry = readdir(directory)))
		if (!strncmp(entry->d_name, prefix, strlen(prefix)) && node_is_pcm_capture(entry->d_name))
			all = is_twin_up(entry->d_name);
	if (directory)
		closedir(directory);
	return all;
}

int wait_for_twins(const char *name)
{
	const struct timespec step = { .tv_nsec = WAIT_STEP_MS * 1000000 };
	char path[NODE_PATH_BYTES];
	unsigned card;

	snprintf(path, sizeof(path), "%s" RUN_DIR, node_root);
	if (sscanf(name, "controlC%u", &card) != 1)
		return EXIT_USAGE;
	for (int waited_ms = 0; waited_ms < WAIT_MS; waited_ms += WAIT_STEP_MS) {
		if (access(path, F_OK) || are_twins_up(card))
			return 0;
		nanosleep(&step, NULL);
	}
	log_warning("card %u: announced without its virtual microphones, they are not up after %d ms",
		    card, WAIT_MS);
	return 0;
}
