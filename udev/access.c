/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who may open a node. Whoever may use a card's control node may use all of the
 * card. Access is given and taken by the number, not by the name: of a card
 * that was just plugged in the real node may stand where the twin was.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "alsa.h"
#include "names.h"
#include "node.h"

#define ACL_BYTES 1024

int node_open(const char *path, dev_t devnum)
{
	int fd = open(path, O_PATH | O_NOFOLLOW | O_CLOEXEC);
	struct stat node;

	if (fd < 0)
		return -errno;
	if (!fstat(fd, &node) && S_ISCHR(node.st_mode) && node.st_rdev == devnum)
		return fd;
	close(fd);
	return -ENOENT;
}

/* The path of a device node by its number, "189:3". False: there is no such device. */
static bool find_node(const char *number, char path[NODE_PATH_BYTES])
{
	char uevent[NODE_PATH_BYTES], line[NODE_PATH_BYTES], name[NODE_PATH_BYTES / 2];
	bool found = false;
	FILE *file;

	snprintf(uevent, sizeof(uevent), "%s/sys/dev/char/%s/uevent", node_root, number);
	file = fopen(uevent, "re");
	while (file && !found && fgets(line, sizeof(line), file))
		found = sscanf(line, "DEVNAME=%159s", name) == 1;
	if (file)
		fclose(file);
	if (found)
		node_make_path(path, "/dev", name);
	return found;
}

int node_close(const char *number)
{
	char path[NODE_PATH_BYTES], node[NODE_NAME_BYTES];
	unsigned major, minor;
	int fd, code = 0;

	if (sscanf(number, "%u:%u", &major, &minor) != 2)
		return EXIT_USAGE;
	fd = find_node(number, path) ? node_open(path, makedev(major, minor)) : -1;
	if (fd < 0)
		return 0;	/* unplugged meanwhile */
	snprintf(node, sizeof(node), "/proc/self/fd/%d", fd);
	if (removexattr(node, NODE_ACL) && errno != ENODATA && errno != ENOTSUP)
		code = node_fail("ACL", path);
	else if (chown(node, 0, 0) || chmod(node, strstr(path, "/bus/usb/") ? 0644 : 0600))
		code = node_fail("owner and mode", path);
	close(fd);
	return code;
}

static int copy_access(const char *control, const char *node)
{
	char acl[ACL_BYTES];
	struct stat like;
	ssize_t size;

	if (stat(control, &like))
		return 0;	/* udev will give it to whom it belongs */
	size = getxattr(control, NODE_ACL, acl, sizeof(acl));
	if (size > 0 && setxattr(node, NODE_ACL, acl, (size_t)size, 0))
		return -errno;
	return chown(node, 0, like.st_gid) || chmod(node, like.st_mode & 0777) ? -errno : 0;
}

/* The ACL comes first: at no change may a user of it find the node closed. */
int node_lend(const char *path, const char *name, dev_t devnum)
{
	char control[NODE_PATH_BYTES], control_name[NODE_NAME_BYTES], node[NODE_NAME_BYTES];
	unsigned card;
	int fd, error;

	if (sscanf(name, "%*[a-z]C%u", &card) != 1)
		return EXIT_USAGE;
	fd = node_open(path, devnum);
	if (fd < 0)
		return 0;	/* gone: nobody can have it */
	snprintf(control_name, sizeof(control_name), "controlC%u", card);
	node_make_path(control, "/dev/snd", control_name);
	snprintf(node, sizeof(node), "/proc/self/fd/%d", fd);
	error = copy_access(control, node);
	close(fd);
	errno = -error;
	return error ? node_fail("access", path) : 0;
}

int node_share(const char *name)
{
	char path[NODE_PATH_BYTES];
	dev_t devnum;

	if (!strncmp(name, "snd/", 4))
		name += 4;
	devnum = node_read_class_devnum("cuse/snd!", name);
	node_make_path(path, "/dev/snd", name);
	return devnum ? node_lend(path, name, devnum) | alsa_name_twin(name) : 0;
}

int node_unshare(const char *name)
{
	return alsa_forget_twin(strncmp(name, "snd/", 4) ? name : name + 4);
}

int node_share_card(const char *name)
{
	char path[NODE_PATH_BYTES], prefix[NODE_NAME_BYTES];
	struct dirent *entry;
	DIR *directory;
	unsigned card;
	int code = 0;

	if (sscanf(name, "controlC%u", &card) != 1)
		return EXIT_USAGE;
	snprintf(prefix, sizeof(prefix), "snd!pcmC%uD", card);
	snprintf(path, sizeof(path), "%s/sys/class/cuse", node_root);
	directory = opendir(path);
	while (directory && (entry = readdir(directory)))
		if (!strncmp(entry->d_name, prefix, strlen(prefix)))
			code |= node_share(entry->d_name + strlen("snd!"));
	if (directory)
		closedir(directory);
	return code;
}
