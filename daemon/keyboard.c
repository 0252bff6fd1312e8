/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A device's name, bus and serial number are whatever its maker says; its place
 * in /sys is the kernel's own. What uinput makes has no parent and sits in
 * /devices/virtual/input, and so do a few laptops' hotkeys, whose drivers name
 * no parent: those have a keymap, which uinput cannot give to a device. What
 * comes through uhid is a keyboard on Bluetooth, as long as /dev/uhid is root's.
 * Any thread.
 */
#include "keyboard.h"

#include <acl/libacl.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <linux/input.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/acl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include "text.h"

#define SYS_CLASS "/sys/class/input"
#define VIRTUAL "/sys/devices/virtual/"
#define PARENTLESS VIRTUAL "input/"
#define UHID VIRTUAL "misc/uhid/"

bool keyboard_is_node(const char *name)
{
	unsigned number;
	int end = 0;

	return sscanf(name, "event%u%n", &number, &end) == 1 && end && !name[end];
}

static bool read_line(const char *root, const char *node, const char *file, char *line, size_t size)
{
	char path[PATH_MAX];
	FILE *in;
	bool good;

	snprintf(path, sizeof(path), "%s" SYS_CLASS "/%s/%s", root, node, file);
	in = fopen(path, "re");
	if (!in)
		return false;
	good = fgets(line, (int)size, in);
	fclose(in);
	if (good)
		line[strcspn(line, "\n")] = '\0';
	return good;
}

bool keyboard_can_send(const char *root, const char *node, const struct chords *chords)
{
	char line[CHORD_KEY_LONGS * (2 * sizeof(long) + 1) + 2];
	struct chord_keys keys;

	if (!read_line(root, node, "device/capabilities/key", line, sizeof(line)))
		return false;
	chord_keys_parse(line, &keys);
	return chords_are_on(chords, &keys);
}

dev_t keyboard_read_devnum(const char *root, const char *node)
{
	unsigned major, minor;
	char line[32];

	if (!read_line(root, node, "dev", line, sizeof(line)) ||
	    sscanf(line, "%u:%u", &major, &minor) != 2)
		return 0;
	return makedev(major, minor);
}

void keyboard_read_name(const char *root, const char *node, char *name, size_t size)
{
	char line[256] = "";

	if (!read_line(root, node, "device/name", line, sizeof(line)) || !*line)
		snprintf(line, sizeof(line), "%s", node);
	text_clean(name, size, line, sizeof(line));
}

/* By the system's own file: a directory service may keep us waiting. -1: there is none. */
static gid_t find_group(const char *root, const char *name, char *member, size_t size)
{
	gid_t gid = (gid_t)-1;
	char path[PATH_MAX];
	const struct group *group;
	FILE *file;

	snprintf(path, sizeof(path), "%s/etc/group", root);
	file = fopen(path, "re");
	while (file && gid == (gid_t)-1 && (group = fgetgrent(file))) {
		if (strcmp(group->gr_name, name))
			continue;
		gid = group->gr_gid;
		snprintf(member, size, "%s", group->gr_mem[0] ? group->gr_mem[0] : "");
	}
	if (file)
		fclose(file);
	return gid;
}

static bool find_primary_member(const char *root, gid_t gid, char *user, size_t size)
{
	const struct passwd *entry;
	char path[PATH_MAX];
	bool found = false;
	FILE *file;

	snprintf(path, sizeof(path), "%s/etc/passwd", root);
	file = fopen(path, "re");
	while (file && !found && (entry = fgetpwent(file))) {
		found = entry->pw_gid == gid && entry->pw_uid;
		if (found)
			snprintf(user, size, "%s", entry->pw_name);
	}
	if (file)
		fclose(file);
	return found;
}

bool keyboard_find_member(const char *root, char *user, size_t size)
{
	gid_t gid;

	user[0] = '\0';
	gid = find_group(root, KEYBOARD_GROUP, user, size);
	return gid != (gid_t)-1 && (*user || find_primary_member(root, gid, user, size));
}

/* One entry of an ACL, without regard to its mask: a mask that is narrow now may be wide later. */
static bool entry_may_write(acl_entry_t entry)
{
	acl_permset_t permissions;

	return acl_get_permset(entry, &permissions) || acl_get_perm(permissions, ACL_WRITE) != 0;
}

/* Whom an entry is for, unless that is root or the allowed group. */
static bool name_writer(acl_entry_t entry, const struct stat *node, gid_t allowed, char *who,
			size_t size)
{
	unsigned *named, id;
	acl_tag_t tag;

	if (acl_get_tag_type(entry, &tag) || tag == ACL_MASK || !entry_may_write(entry))
		return false;
	named = tag == ACL_USER || tag == ACL_GROUP ? acl_get_qualifier(entry) : NULL;
	if (tag == ACL_USER_OBJ || tag == ACL_USER) {
		id = named ? *named : node->st_uid;
		snprintf(who, size, "uid %u", id);
	} else if (tag == ACL_GROUP_OBJ || tag == ACL_GROUP) {
		id = named ? *named : node->st_gid;
		snprintf(who, size, "group %u", id);
		id = id == allowed ? 0 : id;
	} else {
		id = 1;
		snprintf(who, size, "everybody");
	}
	acl_free(named);
	return id;
}

/* Who may write to a node, but for root and one group. False: nobody. */
static bool find_writer(const char *path, gid_t allowed, char *who, size_t size)
{
	int which = ACL_FIRST_ENTRY;
	acl_entry_t entry;
	struct stat node;
	bool found = false;
	acl_t acl;

	if (stat(path, &node)) {
		snprintf(who, size, "somebody");
		return errno != ENOENT;
	}
	acl = acl_get_file(path, ACL_TYPE_ACCESS);
	if (!acl)
		acl = acl_from_mode(node.st_mode);
	if (!acl) {
		snprintf(who, size, "somebody");
		return true;
	}
	for (; !found && acl_get_entry(acl, which, &entry) == 1; which = ACL_NEXT_ENTRY)
		found = name_writer(entry, &node, allowed, who, size);
	acl_free(acl);
	return found;
}

static bool has_keymap(int fd)
{
	struct input_keymap_entry entry = { .flags = INPUT_KEYMAP_BY_INDEX };

	return !ioctl(fd, EVIOCGKEYCODE_V2, &entry);
}

/* The kernel has it from a device. False, and why not. */
static bool is_from_hardware(const char *root, const char *node, int fd, char *why, size_t size)
{
	char path[PATH_MAX], target[PATH_MAX], who[32];
	const char *place;

	snprintf(path, sizeof(path), "%s" SYS_CLASS "/%s", root, node);
	if (!realpath(path, target)) {
		snprintf(why, size, "the kernel does not say where it comes from");
		return false;
	}
	place = target + strlen(root);
	if (!strncmp(place, UHID, strlen(UHID))) {
		snprintf(path, sizeof(path), "%s/dev/uhid", root);
		if (!find_writer(path, 0, who, sizeof(who)))
			return true;
		snprintf(why, size, "%s can make such keyboards with /dev/uhid", who);
		return false;
	}
	if (strncmp(place, VIRTUAL, strlen(VIRTUAL)) ||
	    (!strncmp(place, PARENTLESS, strlen(PARENTLESS)) && has_keymap(fd)))
		return true;
	snprintf(why, size, "a program made this keyboard");
	return false;
}

bool keyboard_is_real(const char *root, const char *node, int fd, char *why, size_t size)
{
	char path[40], who[32], unused[2];
	gid_t allowed;

	if (!is_from_hardware(root, node, fd, why, size))
		return false;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	allowed = find_group(root, KEYBOARD_GROUP, unused, sizeof(unused));
	if (!find_writer(path, allowed, who, sizeof(who)))
		return true;
	snprintf(why, size, "%s can press its keys by writing to its node", who);
	return false;
}
