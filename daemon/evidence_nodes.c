/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who could open what: the nodes as everybody sees them, the udev rules that
 * keep them so, and the guard. Looks only, and opens nothing. Main thread.
 */
#include "evidence_private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <grp.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "daemon.h"
#include "exempt.h"

#define ACL "system.posix_acl_access"

static bool is_real(const struct captures *captures, dev_t devnum)
{
	for (unsigned i = 0; i < captures->count; i++)
		if (captures->capture[i].devnum == devnum)
			return true;
	return false;
}

/* To all but root. `access`: 06 to be read or written, 02 to be written. */
static bool is_closed(const char *path, const struct stat *node, mode_t access)
{
	return !node->st_uid && !(node->st_mode & access) &&
	       (!node->st_gid || !(node->st_mode & access << 3)) && getxattr(path, ACL, NULL, 0) <= 0;
}

/* nftw has no argument for its caller's data. Main thread only. */
static struct {
	const struct captures *captures;
	char path[EVIDENCE_PATH_BYTES];	/* of the first real node that was found */
	size_t skip;		/* bytes in front of the path in /dev */
} search;

static int look_at_node(const char *path, const struct stat *node, int type, struct FTW *where)
{
	struct stat target;

	(void)where;
	if (type == FTW_SL && !stat(path, &target))
		node = &target;
	if (type == FTW_D && !strcmp(path + search.skip, "/hardmute"))
		return FTW_SKIP_SUBTREE;
	/* A new node is root's alone until the rules have moved it. */
	if (!S_ISCHR(node->st_mode) || !is_real(search.captures, node->st_rdev) ||
	    is_closed(path, node, 06))
		return FTW_CONTINUE;
	snprintf(search.path, sizeof(search.path), "%s", path + search.skip);
	return FTW_STOP;
}

/* Under whatever name. True: an answer was given. */
static bool find_public_node(struct question *question, const struct captures *captures)
{
	char root[EVIDENCE_PATH_BYTES];

	snprintf(root, sizeof(root), "%s" PUBLIC_DEV, question->root);
	search.captures = captures;
	search.skip = strlen(root);
	switch (nftw(root, look_at_node, 16, FTW_PHYS | FTW_ACTIONRETVAL)) {
	case FTW_STOP:
		evidence_answer(question, EVIDENCE_RESULT_BAD, "/dev%.80s is a real microphone's node: %s", search.path,
				strncmp(search.path, "/snd/", 5) ? "remove it" :
				"systemctl restart hardmuted");
		return true;
	case -1:
		evidence_answer(question, EVIDENCE_RESULT_UNKNOWN, "the public /dev cannot be seen: %s",
		       strerror(errno));
		return true;
	default:
		return false;
	}
}

static bool is_hidden_dir_open(struct question *question)
{
	char path[EVIDENCE_PATH_BYTES];
	struct stat node;

	snprintf(path, sizeof(path), "%s" PUBLIC_DEV "/hardmute", question->root);
	if (stat(path, &node))
		return false;	/* nothing can be in it */
	if (!node.st_uid && !(node.st_mode & (S_IRWXO | S_IWGRP)))
		return false;
	evidence_answer(question, EVIDENCE_RESULT_BAD, HIDDEN_DIR " has owner %u and mode %04o", node.st_uid,
	       node.st_mode & 07777);
	return true;
}

/* Whoever is in the group may go where the real nodes are. True: an answer was given. */
static bool has_members(struct question *question)
{
	char path[EVIDENCE_PATH_BYTES];
	const struct group *group;
	bool answered = false;
	FILE *file;

	snprintf(path, sizeof(path), "%s/etc/group", question->root);
	file = fopen(path, "re");
	while (file && !answered && (group = fgetgrent(file))) {
		answered = !strcmp(group->gr_name, "hardmute") && group->gr_mem[0];
		if (answered)
			evidence_answer(question, EVIDENCE_RESULT_BAD,
					"%.32s is in the group hardmute: gpasswd -d %.32s hardmute",
					group->gr_mem[0], group->gr_mem[0]);
	}
	if (file)
		fclose(file);
	return answered;
}

void evidence_ask_nodes_hidden(struct question *question)
{
	struct captures captures;

	if (question->daemon->session) {
		evidence_answer(question, EVIDENCE_RESULT_BAD,
				"a program of the same user can open the real microphone directly");
		return;
	}
	if (!evidence_find_captures(question, &captures))
		return;
	for (unsigned i = 0; i < captures.count; i++) {
		if (captures.capture[i].devnum)
			continue;
		evidence_answer(question, EVIDENCE_RESULT_UNKNOWN,
				"/sys does not know the node of card %u device %u",
				captures.capture[i].card, captures.capture[i].device);
		return;
	}
	if (captures.count && (find_public_node(question, &captures) ||
			       is_hidden_dir_open(question) || has_members(question)))
		return;
	evidence_answer(question, EVIDENCE_RESULT_OK, "%u, none within a user's reach", captures.count);
}

struct raw {
	struct question *question;
	unsigned closed;
};

/* True: it is open, and an answer was given. name is below /dev. */
static bool look_at_raw(struct raw *raw, const char *name, mode_t access)
{
	char path[EVIDENCE_PATH_BYTES];
	struct stat node;

	snprintf(path, sizeof(path), "%s" PUBLIC_DEV "/%s", raw->question->root, name);
	if (lstat(path, &node) || !S_ISCHR(node.st_mode))
		return false;
	raw->closed++;
	if (is_closed(path, &node, access))
		return false;
	evidence_answer(raw->question, EVIDENCE_RESULT_BAD,
			"/dev/%.64s is open to users: look for the udev rule that opens it", name);
	return true;
}

/* Codec commands, and the old interface, by their names. */
static bool find_open_sound_node(struct raw *raw)
{
	static const char *const folders[] = { "snd/", "" };
	char path[EVIDENCE_PATH_BYTES], name[300];
	const char *exempt = raw->question->daemon->config.exempt;
	bool open = false;

	for (size_t i = 0; i < 2; i++) {
		struct dirent *entry;
		DIR *directory;
		unsigned card;

		snprintf(path, sizeof(path), "%s" PUBLIC_DEV "/%s", raw->question->root, folders[i]);
		directory = opendir(path);
		while (directory && !open && (entry = readdir(directory))) {
			const char *kind = entry->d_name;

			snprintf(name, sizeof(name), "%s%s", folders[i], kind);
			if (sscanf(kind, "hwC%u", &card) == 1 || sscanf(kind, "comprC%u", &card) == 1)
				open = !exempt_has_card(exempt, raw->question->root, card, NULL, 0) &&
				       look_at_raw(raw, name, 06);
			else if (!strncmp(kind, "dsp", 3) || !strncmp(kind, "adsp", 4) ||
				 !strncmp(kind, "audio", 5))
				open = look_at_raw(raw, name, 06);
		}
		if (directory)
			closedir(directory);
	}
	return open;
}

/* The number in a file of /sys; -1: there is none. */
static int read_number(const char *folder, const char *name, const char *file, int base)
{
	char path[EVIDENCE_PATH_BYTES], line[32];

	snprintf(path, sizeof(path), "%.200s/%.200s/%s", folder, name, file);
	return evidence_read_line(path, line, sizeof(line)) ? (int)strtol(line, NULL, base) : -1;
}

/* "1-2:1.0" is an interface of the device "1-2". */
static bool look_at_interface(struct raw *raw, const char *folder, const char *name)
{
	char device[64], node[64];
	int bus, number;

	if (!strchr(name, ':') || read_number(folder, name, "bInterfaceClass", 16) != 1)
		return false;
	snprintf(device, sizeof(device), "%.*s", (int)strcspn(name, ":"), name);
	bus = read_number(folder, device, "busnum", 10);
	number = read_number(folder, device, "devnum", 10);
	if (bus < 0 || number < 0)
		return false;
	snprintf(node, sizeof(node), "bus/usb/%03d/%03d", bus, number);
	return look_at_raw(raw, node, 02);
}

/* "fw1" is a device on FireWire, "fw1.0" a unit in it; which of them carry sound udev knows. */
static bool look_at_firewire(struct raw *raw, const char *folder, const char *name)
{
	char path[EVIDENCE_PATH_BYTES], line[128];
	bool audio = false;
	FILE *file;

	snprintf(path, sizeof(path), "%.200s/%.200s/dev", folder, name);
	if (strchr(name, '.') || !evidence_read_line(path, line, sizeof(line)))
		return false;
	snprintf(path, sizeof(path), "%s/run/udev/data/c%.20s", raw->question->root, line);
	file = fopen(path, "re");
	while (file && !audio && fgets(line, sizeof(line), file))
		audio = !strcmp(line, "E:IEEE1394_UNIT_FUNCTION_AUDIO=1\n");
	if (file)
		fclose(file);
	return audio && look_at_raw(raw, name, 06);
}

static bool find_open_device(struct raw *raw, const char *devices,
			     bool (*look)(struct raw *raw, const char *folder, const char *name))
{
	char path[EVIDENCE_PATH_BYTES];
	struct dirent *entry;
	DIR *directory;
	bool open = false;

	snprintf(path, sizeof(path), "%s%s", raw->question->root, devices);
	directory = opendir(path);
	while (directory && !open && (entry = readdir(directory)))
		open = look(raw, path, entry->d_name);
	if (directory)
		closedir(directory);
	return open;
}

void evidence_ask_raw_nodes_closed(struct question *question)
{
	struct raw raw = { question, 0 };

	if (!evidence_is_system(question) || find_open_sound_node(&raw) ||
	    find_open_device(&raw, "/sys/bus/usb/devices", look_at_interface) ||
	    find_open_device(&raw, "/sys/bus/firewire/devices", look_at_firewire))
		return;
	evidence_answer(question, EVIDENCE_RESULT_OK, "%u, all closed to users", raw.closed);
}

void evidence_ask_rules_in_place(struct question *question)
{
	static const char *const before[] = {
		"/etc/udev/rules.d/" RULES_NAME, "/run/udev/rules.d/" RULES_NAME,
		"/usr/local/lib/udev/rules.d/" RULES_NAME,
	};
	static const char *const needed[] = { RULES_DIR "/" RULES_NAME, NODE_PATH };
	char path[EVIDENCE_PATH_BYTES];

	if (!evidence_is_system(question))
		return;
	for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++) {
		snprintf(path, sizeof(path), "%s%s", question->root, before[i]);
		if (strcmp(before[i], needed[0]) && !faccessat(AT_FDCWD, path, F_OK, AT_SYMLINK_NOFOLLOW)) {
			evidence_answer(question, EVIDENCE_RESULT_BAD,
					"%s overrides hardmute's udev rules: remove it", before[i]);
			return;
		}
	}
	for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++) {
		snprintf(path, sizeof(path), "%s%s", question->root, needed[i]);
		if (access(path, F_OK)) {
			evidence_answer(question, EVIDENCE_RESULT_BAD, "%s is missing: install hardmute again",
					needed[i]);
			return;
		}
	}
	evidence_answer(question, EVIDENCE_RESULT_OK, "%s", needed[0]);
}

/* 1: the guard behind this descriptor is attached; 0: it is not; -1: /proc does not say. */
static int is_attached(const char *root, int fd)
{
	char path[EVIDENCE_PATH_BYTES], line[128];
	unsigned long long cgroup;
	int attached = -1;
	FILE *file;

	snprintf(path, sizeof(path), "%s/proc/self/fdinfo/%d", root, fd);
	file = fopen(path, "re");
	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, "cgroup_id: %llu", &cgroup) == 1)
			attached = cgroup != 0;
	if (file)
		fclose(file);
	return attached;
}

/* A second wall, where the kernel has it; one that was there and is not any more is a fault. */
void evidence_ask_guard_loaded(struct question *question)
{
	char path[EVIDENCE_PATH_BYTES], status[80];
	int attached;

	if (!evidence_is_system(question))
		return;
	snprintf(path, sizeof(path), "%s" GUARD_STATUS, question->root);
	if (!evidence_read_line(path, status, sizeof(status))) {
		evidence_answer(question, EVIDENCE_RESULT_UNKNOWN, "nobody has said whether it is there");
		return;
	}
	if (strcmp(status, "on")) {
		evidence_answer(question, EVIDENCE_RESULT_NOT_APPLICABLE, "this kernel has none: %s", status);
		return;
	}
	attached = question->daemon->guard_fd < 0 ? -1 :
		is_attached(question->root, question->daemon->guard_fd);
	if (attached > 0)
		evidence_answer(question, EVIDENCE_RESULT_OK,
				"the kernel opens real microphones for hardmuted alone");
	else if (!attached)
		evidence_answer(question, EVIDENCE_RESULT_BAD,
				"somebody took the guard off: systemctl restart hardmuted");
	else
		evidence_answer(question, EVIDENCE_RESULT_UNKNOWN,
				"the guard cannot be seen: systemctl restart hardmuted");
}
