/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One node at a time, see node.h: moves, copies, removes, shares it. */
#include "node.h"

#include <errno.h>
#include <grp.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "../daemon/config.h"
#include "../daemon/exempt.h"
#include "enforce.h"
#include "log.h"
#include "names.h"

const char *node_root = "";

void node_make_path(char path[NODE_PATH_BYTES], const char *directory, const char *name)
{
	snprintf(path, NODE_PATH_BYTES, "%s%s/%s", node_root, directory, name);
}

/* In tests: of the directory that plays /. */
static gid_t find_root_group(const char *name)
{
	const struct group *group;
	char path[NODE_PATH_BYTES];
	gid_t gid = 0;
	FILE *file;

	snprintf(path, sizeof(path), "%s/etc/group", node_root);
	file = fopen(path, "re");
	while (file && !gid && (group = fgetgrent(file)))
		gid = strcmp(group->gr_name, name) ? 0 : group->gr_gid;
	if (file)
		fclose(file);
	return gid;
}

gid_t node_find_group(const char *name)
{
	const struct group *group = *node_root ? NULL : getgrnam(name);

	return group ? group->gr_gid : *node_root ? find_root_group(name) : 0;
}

dev_t node_read_class_devnum(const char *class, const char *name)
{
	char path[NODE_PATH_BYTES];
	unsigned major, minor;
	FILE *file;
	int found;

	snprintf(path, sizeof(path), "%s/sys/class/%s%s/dev", node_root, class, name);
	file = fopen(path, "re");
	if (!file)
		return 0;
	found = fscanf(file, "%u:%u", &major, &minor);
	fclose(file);
	return found == 2 ? makedev(major, minor) : 0;
}

dev_t node_read_devnum(const char *name)
{
	return node_read_class_devnum("sound/", name);
}

bool node_is_at(const char *path, dev_t devnum)
{
	struct stat node;

	return !lstat(path, &node) && S_ISCHR(node.st_mode) && node.st_rdev == devnum;
}

int node_fail(const char *what, const char *path)
{
	log_error("%s: %s: %s", path, what, strerror(errno));
	return EXIT_FAILED;
}

int node_make_hidden_dir(gid_t group)
{
	char path[NODE_PATH_BYTES];

	snprintf(path, sizeof(path), "%s%s", node_root, HIDDEN_DIR);
	if (mkdir(path, 0750) && errno != EEXIST)
		return node_fail("mkdir", path);
	if (chown(path, 0, group) || chmod(path, 0750))
		return node_fail("owner and mode", path);
	return 0;
}

/* Owner, mode and no ACL: logind may have given the node to a user before. */
static int own_node(const char *path, gid_t group)
{
	if (removexattr(path, NODE_ACL) && errno != ENODATA && errno != ENOTSUP)
		return node_fail("ACL", path);
	if (chown(path, 0, group) || chmod(path, 0660))
		return node_fail("owner and mode", path);
	return 0;
}

/* A node of our own in place of whatever has its name; atomic. */
static int make_node(const char *path, dev_t devnum, gid_t group)
{
	char fresh[NODE_PATH_BYTES + 8];

	snprintf(fresh, sizeof(fresh), "%s.new", path);
	unlink(fresh);
	if (mknod(fresh, S_IFCHR | 0600, devnum))
		return node_fail("mknod", fresh);
	if (own_node(fresh, group))
		return EXIT_FAILED;
	return rename(fresh, path) ? node_fail("rename", fresh) : 0;
}

bool node_is_pcm_capture(const char *name)
{
	unsigned card, device;
	int end = 0;

	return sscanf(name, "pcmC%uD%uc%n", &card, &device, &end) == 2 && end && !name[end];
}

bool node_is_capture(const char *name)
{
	unsigned card, device;
	int end = 0;

	return node_is_pcm_capture(name) ||
	       (sscanf(name, "comprC%uD%u%n", &card, &device, &end) == 2 && !name[end]);
}

bool node_is_oss(const char *name)
{
	static const char *const kinds[] = { "dsp", "adsp", "audio" };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		size_t length = strlen(kinds[i]);

		if (!strncmp(name, kinds[i], length) &&
		    !name[length + strspn(name + length, "0123456789")])
			return true;
	}
	return false;
}

/* With a mistake in the file no card is exempt. */
static const char *get_exempt_list(void)
{
	static struct config config;
	char path[NODE_PATH_BYTES];
	int error;

	snprintf(path, sizeof(path), "%s" CONFIG_PATH, node_root);
	error = config_load(path, &config, NULL, NULL);
	if (error == -ENOENT)
		config_defaults(&config);
	else if (error)
		config.exempt[0] = '\0';
	return config.exempt;
}

bool node_is_exempt(const char *name)
{
	unsigned card;

	return sscanf(name, "%*[a-z]C%u", &card) == 1 &&
	       exempt_has_card(get_exempt_list(), node_root, card, NULL, 0);
}

int node_copy(const char *name)
{
	gid_t group = node_find_group("hardmute");
	dev_t devnum = node_read_devnum(name);
	char path[NODE_PATH_BYTES];

	if (!devnum || node_make_hidden_dir(group))
		return devnum ? EXIT_FAILED : 0;
	node_make_path(path, HIDDEN_DIR, name);
	return node_is_at(path, devnum) ? 0 : make_node(path, devnum, group);
}

int node_restore(const char *name)
{
	char public[NODE_PATH_BYTES], hidden[NODE_PATH_BYTES];
	dev_t devnum = node_read_devnum(name);

	node_make_path(public, "/dev/snd", name);
	node_make_path(hidden, HIDDEN_DIR, name);
	if (!node_is_capture(name) || !devnum || node_is_at(public, devnum))
		return unlink(hidden) && errno != ENOENT ? node_fail("unlink", hidden) : 0;
	if (!node_is_at(hidden, devnum) && make_node(hidden, devnum, 0))
		return EXIT_FAILED;
	if (own_node(hidden, 0) || node_lend(hidden, name, devnum))
		return EXIT_FAILED;
	return rename(hidden, public) ? node_fail("rename", hidden) : 0;
}

/*
 * The real node may be gone from the public place for good (a twin had the
 * name when the kernel wanted to make it): then it is made anew. It is moved
 * first and closed then: a sound server may look at the public place.
 */
int node_hide(const char *name)
{
	char public[NODE_PATH_BYTES], hidden[NODE_PATH_BYTES];
	gid_t group = node_find_group("hardmute");
	dev_t devnum = node_read_devnum(name);

	if (!devnum)
		return 0;	/* unplugged meanwhile */
	if (node_is_exempt(name))
		return node_restore(name);
	if (node_make_hidden_dir(group))
		return EXIT_FAILED;
	node_make_path(public, "/dev/snd", name);
	node_make_path(hidden, HIDDEN_DIR, name);
	enforce_refresh_guard();
	if (!node_is_at(public, devnum))
		return node_is_at(hidden, devnum) ? own_node(hidden, group) :
			make_node(hidden, devnum, group);
	return rename(public, hidden) ? node_fail("rename", public) : own_node(hidden, group);
}

int node_refuse(const char *name)
{
	(void)name;
	enforce_refresh_guard();
	return 0;
}

/* A device of the same name may have come meanwhile; its event will set things right. */
int node_remove(const char *name)
{
	char path[NODE_PATH_BYTES];

	enforce_refresh_guard();
	node_make_path(path, HIDDEN_DIR, name);
	if (node_read_devnum(name) || !unlink(path) || errno == ENOENT)
		return 0;
	return node_fail("unlink", path);
}

int node_place_twin(const char *name)
{
	dev_t devnum = node_read_class_devnum("cuse/snd!", name);
	char path[NODE_PATH_BYTES];

	node_make_path(path, "/dev/snd", name);
	if (!devnum || !node_read_devnum(name) || node_is_at(path, devnum) || node_is_exempt(name))
		return 0;
	return make_node(path, devnum, node_find_group("audio")) || node_lend(path, name, devnum) ? EXIT_FAILED : 0;
}
