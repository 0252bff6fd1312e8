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
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "names.h"
#include "node.h"

#define WAIT_MS 3000
#define WAIT_STEP_MS 10
#define WAIT_ACL_MS 100		/* ... for logind's ACLs, which nobody has to get */

enum twin_state { TWIN_STATE_DOWN = 0, TWIN_STATE_UP, TWIN_STATE_UP_WITH_ACL };

/* Up: another node than the real one, which udev has given to its group. */
static enum twin_state look_at_twin(const char *name)
{
	char path[NODE_PATH_BYTES];
	struct stat node;

	node_make_path(path, "/dev/snd", name);
	if (stat(path, &node) || !S_ISCHR(node.st_mode) || node.st_rdev == node_read_devnum(name) ||
	    (node.st_mode & 0060) != 0060)
		return TWIN_STATE_DOWN;
	return getxattr(path, NODE_ACL, NULL, 0) > 0 ? TWIN_STATE_UP_WITH_ACL :
		TWIN_STATE_UP;
}

/* The least of all twins of a card. */
static enum twin_state look_at_twins(unsigned card)
{
	enum twin_state least = TWIN_STATE_UP_WITH_ACL, state;
	char path[NODE_PATH_BYTES], prefix[NODE_NAME_BYTES];
	struct dirent *entry;
	DIR *directory;

	snprintf(prefix, sizeof(prefix), "pcmC%uD", card);
	snprintf(path, sizeof(path), "%s/sys/class/sound", node_root);
	directory = opendir(path);
	while (directory && (entry = readdir(directory))) {
		if (strncmp(entry->d_name, prefix, strlen(prefix)) || !node_is_pcm_capture(entry->d_name))
			continue;
		state = look_at_twin(entry->d_name);
		if (state < least)
			least = state;
	}
	if (directory)
		closedir(directory);
	return least;
}

int wait_for_twins(const char *name)
{
	const struct timespec step = { .tv_nsec = WAIT_STEP_MS * 1000000 };
	enum twin_state state = TWIN_STATE_DOWN;
	char path[NODE_PATH_BYTES];
	int up_ms = 0;
	unsigned card;

	snprintf(path, sizeof(path), "%s" RUN_DIR, node_root);
	if (sscanf(name, "controlC%u", &card) != 1)
		return EXIT_USAGE;
	for (int waited_ms = 0; waited_ms < WAIT_MS; waited_ms += WAIT_STEP_MS) {
		if (access(path, F_OK))
			return 0;
		state = look_at_twins(card);
		if (state == TWIN_STATE_UP_WITH_ACL || up_ms >= WAIT_ACL_MS)
			return 0;
		if (state == TWIN_STATE_UP)
			up_ms += WAIT_STEP_MS;
		nanosleep(&step, NULL);
	}
	log_warning("card %u: announced without its virtual microphones, they are not up after %d ms",
		    card, WAIT_MS);
	return 0;
}
