/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which event devices hardmuted may read: those that have one of its keys, by
 * an entry for its group in the node's access list. Owner, group and mode stay
 * udev's, and what others may do stays as it was.
 */
#include <acl/libacl.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/acl.h>
#include <unistd.h>

#include "../daemon/config.h"
#include "../daemon/keyboard.h"
#include "names.h"
#include "node.h"

/* With a mistake in the file: as without it. */
static const struct chords *get_chords(void)
{
	static struct config config;
	char path[NODE_PATH_BYTES];

	snprintf(path, sizeof(path), "%s" CONFIG_PATH, node_root);
	if (config_load(path, &config, NULL, NULL))
		config_defaults(&config);
	return &config.keys;
}

/* That of a group; NULL: there is none. */
static acl_entry_t find_entry(acl_t acl, gid_t group)
{
	int which = ACL_FIRST_ENTRY;
	acl_entry_t entry;
	acl_tag_t tag;
	gid_t *named;
	bool found;

	for (; acl_get_entry(acl, which, &entry) == 1; which = ACL_NEXT_ENTRY) {
		if (acl_get_tag_type(entry, &tag) || tag != ACL_GROUP)
			continue;
		named = acl_get_qualifier(entry);
		found = named && *named == group;
		acl_free(named);
		if (found)
			return entry;
	}
	return NULL;
}

/* Reading, and nothing else. */
static int add_entry(acl_t *acl, gid_t group)
{
	acl_permset_t permissions;
	acl_entry_t entry = find_entry(*acl, group);

	if (!entry && (acl_create_entry(acl, &entry) || acl_set_tag_type(entry, ACL_GROUP) ||
		       acl_set_qualifier(entry, &group)))
		return -1;
	return acl_get_permset(entry, &permissions) || acl_clear_perms(permissions) ||
	       acl_add_perm(permissions, ACL_READ) ? -1 : 0;
}

static acl_entry_t find_tag(acl_t acl, acl_tag_t wanted)
{
	int which = ACL_FIRST_ENTRY;
	acl_entry_t entry;
	acl_tag_t tag;

	for (; acl_get_entry(acl, which, &entry) == 1; which = ACL_NEXT_ENTRY)
		if (!acl_get_tag_type(entry, &tag) && tag == wanted)
			return entry;
	return NULL;
}

/* What the mask does not let through is not the owning group's either once there is none. */
static int fold_mask(acl_entry_t mask, acl_entry_t owning_group)
{
	static const acl_perm_t all[] = { ACL_READ, ACL_WRITE, ACL_EXECUTE };
	acl_permset_t let, permissions;

	if (acl_get_permset(mask, &let) || acl_get_permset(owning_group, &permissions))
		return -1;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (!acl_get_perm(let, all[i]) && acl_delete_perm(permissions, all[i]))
			return -1;
	return 0;
}

/* A mask that nothing needs any more would be left behind. */
static int remove_entry(acl_t acl, acl_entry_t entry)
{
	acl_entry_t mask, group;

	if (acl_delete_entry(acl, entry))
		return -1;
	if (find_tag(acl, ACL_USER) || find_tag(acl, ACL_GROUP))
		return 0;
	mask = find_tag(acl, ACL_MASK);
	group = find_tag(acl, ACL_GROUP_OBJ);
	if (!mask || !group)
		return 0;
	return fold_mask(mask, group) || acl_delete_entry(acl, mask) ? -1 : 0;
}

/* 0 or -errno. */
static int change_access(const char *node, gid_t group, bool readable)
{
	acl_t acl = acl_get_file(node, ACL_TYPE_ACCESS);
	acl_entry_t entry;
	int error = 0;

	if (!acl)
		return -errno;
	entry = find_entry(acl, group);
	if (readable)
		error = add_entry(&acl, group);
	else if (entry)
		error = remove_entry(acl, entry);
	/* A mask that is there stays: with another one, somebody would gain or lose by ours. */
	if (!error && readable && !find_tag(acl, ACL_MASK))
		error = acl_calc_mask(&acl);
	if (!error && (readable || entry))
		error = acl_set_file(node, ACL_TYPE_ACCESS, acl);
	error = error ? -errno : 0;
	acl_free(acl);
	return error;
}

static int set_access(const char *name, bool readable)
{
	dev_t devnum = keyboard_read_devnum(node_root, name);
	gid_t group = node_find_group("hardmute");
	char path[NODE_PATH_BYTES], node[NODE_NAME_BYTES];
	int fd, error;

	/* without the group, nobody has anything by it */
	if (!devnum || !group)
		return 0;
	node_make_path(path, KEYBOARD_NODES, name);
	fd = node_open(path, devnum);
	if (fd < 0)
		return 0;	/* unplugged meanwhile */
	snprintf(node, sizeof(node), "/proc/self/fd/%d", fd);
	error = change_access(node, group, readable);
	close(fd);
	errno = -error;
	return error ? node_fail("access for hardmuted", path) : 0;
}

int node_lend_keys(const char *name)
{
	if (!keyboard_is_node(name))
		return EXIT_USAGE;
	return set_access(name, keyboard_can_send(node_root, name, get_chords()));
}

static int take_keys(const char *name)
{
	return set_access(name, false);
}

/* Calls back for every event device; or-s the exit codes. */
static int for_each_keyboard(int (*fn)(const char *name))
{
	char path[NODE_PATH_BYTES];
	struct dirent *entry;
	DIR *directory;
	int code = 0;

	snprintf(path, sizeof(path), "%s/sys/class/input", node_root);
	directory = opendir(path);
	while (directory && (entry = readdir(directory)))
		if (keyboard_is_node(entry->d_name))
			code |= fn(entry->d_name);
	if (directory)
		closedir(directory);
	return code;
}

int node_lend_all_keys(void)
{
	return for_each_keyboard(node_lend_keys);
}

int node_take_all_keys(void)
{
	return for_each_keyboard(take_keys);
}
