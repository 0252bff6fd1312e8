/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * hardmute-node: what the udev rules run, as root, once per device and event.
 * Moves real capture nodes from /dev/snd to /dev/hardmute and keeps them
 * there; "restore" gives them back. Every step can be repeated, none ever
 * touches a node whose numbers are not those of the real device, so a twin
 * under the same name is safe. The guard (guard.h) follows the same list, and
 * OSS devices.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

#include "guard.h"
#include "log.h"
#include "names.h"

#define PATH_BYTES 320
#define NAME_BYTES 32
#define RUNNING_DIR "/run/hardmute"	/* exists while hardmuted.service is active */
#define ACL_NAME "system.posix_acl_access"
#define ACL_BYTES 1024
#define GUARD_STATUS RUNNING_DIR "/guard"	/* "on", or why there is none; for the evidence */
#define GUARDED_MAX 256
#define WAIT_MS 3000
#define WAIT_STEP_MS 10

/* Put before every path; not empty only when the helper itself is tested. */
static const char *root = "";

static void make_path(char path[PATH_BYTES], const char *directory, const char *name)
{
	snprintf(path, PATH_BYTES, "%s%s/%s", root, directory, name);
}

static gid_t find_group(const char *name)
{
	const struct group *group = getgrnam(name);

	return group ? group->gr_gid : 0;
}

/* The kernel's number of a device below /sys/class; 0: there is no such device. */
static dev_t read_class_devnum(const char *class, const char *name)
{
	char path[PATH_BYTES];
	unsigned major, minor;
	FILE *file;
	int found;

	snprintf(path, sizeof(path), "%s/sys/class/%s%s/dev", root, class, name);
	file = fopen(path, "re");
	if (!file)
		return 0;
	found = fscanf(file, "%u:%u", &major, &minor);
	fclose(file);
	return found == 2 ? makedev(major, minor) : 0;
}

static dev_t read_devnum(const char *name)
{
	return read_class_devnum("sound/", name);
}

static bool is_node(const char *path, dev_t devnum)
{
	struct stat node;

	return !lstat(path, &node) && S_ISCHR(node.st_mode) && node.st_rdev == devnum;
}

static int fail(const char *what, const char *path)
{
	log_error("%s: %s: %s", path, what, strerror(errno));
	return EXIT_FAILED;
}

static int make_hidden_dir(gid_t group)
{
	char path[PATH_BYTES];

	snprintf(path, sizeof(path), "%s%s", root, HIDDEN_DIR);
	if (mkdir(path, 0750) && errno != EEXIST)
		return fail("mkdir", path);
	if (chown(path, 0, group) || chmod(path, 0750))
		return fail("owner and mode", path);
	return 0;
}

/* Owner, mode and no ACL: logind may have given the node to a user before. */
static int own_node(const char *path, gid_t group)
{
	if (removexattr(path, ACL_NAME) && errno != ENODATA && errno != ENOTSUP)
		return fail("ACL", path);
	if (chown(path, 0, group) || chmod(path, 0660))
		return fail("owner and mode", path);
	return 0;
}

/* Nobody can put another node under the name meanwhile: /proc/self/fd/N of what is returned is it. */
static int open_node(const char *path, dev_t devnum)
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
static bool find_node(const char *number, char path[PATH_BYTES])
{
	char uevent[PATH_BYTES], line[PATH_BYTES], name[PATH_BYTES / 2];
	bool found = false;
	FILE *file;

	snprintf(uevent, sizeof(uevent), "%s/sys/dev/char/%s/uevent", root, number);
	file = fopen(uevent, "re");
	while (file && !found && fgets(line, sizeof(line), file))
		found = sscanf(line, "DEVNAME=%159s", name) == 1;
	if (file)
		fclose(file);
	if (found)
		make_path(path, "/dev", name);
	return found;
}

/*
 * For root alone, whatever its users had: udev's uaccess builtin gives a node
 * to them again that was theirs before our rules came. USB devices can be
 * looked at by all.
 */
static int close_node(const char *number)
{
	char path[PATH_BYTES], node[NAME_BYTES];
	unsigned major, minor;
	int fd, code = 0;

	if (sscanf(number, "%u:%u", &major, &minor) != 2)
		return EXIT_USAGE;
	fd = find_node(number, path) ? open_node(path, makedev(major, minor)) : -1;
	if (fd < 0)
		return 0;	/* unplugged meanwhile */
	snprintf(node, sizeof(node), "/proc/self/fd/%d", fd);
	if (removexattr(node, ACL_NAME) && errno != ENODATA && errno != ENOTSUP)
		code = fail("ACL", path);
	else if (chown(node, 0, 0) || chmod(node, strstr(path, "/bus/usb/") ? 0644 : 0600))
		code = fail("owner and mode", path);
	close(fd);
	return code;
}

/* A node of our own in place of whatever has its name; atomic. */
static int make_node(const char *path, dev_t devnum, gid_t group)
{
	char fresh[PATH_BYTES + 8];

	snprintf(fresh, sizeof(fresh), "%s.new", path);
	unlink(fresh);
	if (mknod(fresh, S_IFCHR | 0600, devnum))
		return fail("mknod", fresh);
	if (own_node(fresh, group))
		return EXIT_FAILED;
	return rename(fresh, path) ? fail("rename", fresh) : 0;
}

static bool is_pcm_capture(const char *name)
{
	unsigned card, device;
	int end = 0;

	return sscanf(name, "pcmC%uD%uc%n", &card, &device, &end) == 2 && end && !name[end];
}

/* What the rules hide. */
static bool is_capture(const char *name)
{
	unsigned card, device;
	int end = 0;

	return is_pcm_capture(name) ||
	       (sscanf(name, "comprC%uD%u%n", &card, &device, &end) == 2 && !name[end]);
}

/* What an OSS program records from: the kernel itself opens the microphone for it. */
static bool is_oss(const char *name)
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

/* Tells the guard which devices there are now. 0; -ENOENT: there is no guard; or -errno. */
static int update_guard(void)
{
	dev_t devices[GUARDED_MAX];
	char path[PATH_BYTES];
	struct dirent *entry;
	size_t count = 0;
	DIR *directory;

	if (*root)
		return -ENOENT;
	snprintf(path, sizeof(path), "/sys/class/sound");
	directory = opendir(path);
	while (directory && count < GUARDED_MAX && (entry = readdir(directory)))
		if ((is_capture(entry->d_name) || is_oss(entry->d_name)) &&
		    (devices[count] = read_devnum(entry->d_name)))
			count++;
	if (directory)
		closedir(directory);
	return guard_set(devices, count);
}

static void refresh_guard(void)
{
	int error = update_guard();

	if (error && error != -ENOENT)
		log_error("guard: %s", strerror(-error));
}

/* Before hardmuted starts, in its control group. That there is no guard is told, and no failure. */
static int start_guard(const char *unused)
{
	int error = *root ? -ENOTSUP : guard_on();
	char path[PATH_BYTES];
	FILE *file;

	(void)unused;
	if (!error)
		error = update_guard();
	if (error)
		log_warning("no guard: %s", strerror(-error));
	snprintf(path, sizeof(path), "%s" GUARD_STATUS, root);
	file = fopen(path, "we");
	if (!file)
		return fail("open", path);
	fprintf(file, "%s\n", error ? strerror(-error) : "on");
	return fclose(file) ? fail("write", path) : 0;
}

/* The control node stays where it is; hardmuted gets one of its own. */
static int copy_node(const char *name)
{
	gid_t group = find_group("hardmute");
	dev_t devnum = read_devnum(name);
	char path[PATH_BYTES];

	if (!devnum || make_hidden_dir(group))
		return devnum ? EXIT_FAILED : 0;
	make_path(path, HIDDEN_DIR, name);
	return is_node(path, devnum) ? 0 : make_node(path, devnum, group);
}

/*
 * The real node may be gone from the public place for good (a twin had the
 * name when the kernel wanted to make it): then it is made anew. It is moved
 * first and closed then: a sound server may look at the public place.
 */
static int hide_node(const char *name)
{
	char public[PATH_BYTES], hidden[PATH_BYTES];
	gid_t group = find_group("hardmute");
	dev_t devnum = read_devnum(name);

	if (!devnum)
		return 0;	/* unplugged meanwhile */
	if (make_hidden_dir(group))
		return EXIT_FAILED;
	make_path(public, "/dev/snd", name);
	make_path(hidden, HIDDEN_DIR, name);
	refresh_guard();
	if (!is_node(public, devnum))
		return is_node(hidden, devnum) ? own_node(hidden, group) :
			make_node(hidden, devnum, group);
	return rename(public, hidden) ? fail("rename", public) : own_node(hidden, group);
}

/* Stays where it is, closed by the rules; from now on the guard knows its number. */
static int refuse_node(const char *unused)
{
	(void)unused;
	refresh_guard();
	return 0;
}

/* A device of the same name may have come meanwhile; its event will set things right. */
static int remove_node(const char *name)
{
	char path[PATH_BYTES];

	refresh_guard();
	make_path(path, HIDDEN_DIR, name);
	if (read_devnum(name) || !unlink(path) || errno == ENOENT)
		return 0;
	return fail("unlink", path);
}

static int copy_access(const char *control, const char *node)
{
	char acl[ACL_BYTES];
	struct stat like;
	ssize_t size;

	if (stat(control, &like))
		return 0;	/* udev will give it to whom it belongs */
	size = getxattr(control, ACL_NAME, acl, sizeof(acl));
	if (size > 0 && setxattr(node, ACL_NAME, acl, (size_t)size, 0))
		return -errno;
	return chown(node, 0, like.st_gid) || chmod(node, like.st_mode & 0777) ? -errno : 0;
}

/*
 * Whoever may use a card's control node may use all of the card. The ACL comes
 * first: at no change may a user of it find the node closed. Only this very
 * node is given: a card that was just plugged in may have its real one there.
 */
static int lend_access(const char *path, const char *name, dev_t devnum)
{
	char control[PATH_BYTES], control_name[NAME_BYTES], node[NAME_BYTES];
	unsigned card;
	int fd, error;

	if (sscanf(name, "%*[a-z]C%u", &card) != 1)
		return EXIT_USAGE;
	fd = open_node(path, devnum);
	if (fd < 0)
		return 0;	/* gone: nobody can have it */
	snprintf(control_name, sizeof(control_name), "controlC%u", card);
	make_path(control, "/dev/snd", control_name);
	snprintf(node, sizeof(node), "/proc/self/fd/%d", fd);
	error = copy_access(control, node);
	close(fd);
	errno = -error;
	return error ? fail("access", path) : 0;
}

/* A twin that the kernel has just made. */
static int share_node(const char *name)
{
	char path[PATH_BYTES];
	dev_t devnum;

	if (!strncmp(name, "snd/", 4))
		name += 4;
	devnum = read_class_devnum("cuse/snd!", name);
	make_path(path, "/dev/snd", name);
	return devnum ? lend_access(path, name, devnum) : 0;
}

/* All twins of a card whose control node has just been given to its users. */
static int share_card(const char *name)
{
	char path[PATH_BYTES], prefix[NAME_BYTES];
	struct dirent *entry;
	DIR *directory;
	unsigned card;
	int code = 0;

	if (sscanf(name, "controlC%u", &card) != 1)
		return EXIT_USAGE;
	snprintf(prefix, sizeof(prefix), "snd!pcmC%uD", card);
	snprintf(path, sizeof(path), "%s/sys/class/cuse", root);
	directory = opendir(path);
	while (directory && (entry = readdir(directory)))
		if (!strncmp(entry->d_name, prefix, strlen(prefix)))
			code |= share_node(entry->d_name + strlen("snd!"));
	if (directory)
		closedir(directory);
	return code;
}

static int restore_node(const char *name)
{
	char public[PATH_BYTES], hidden[PATH_BYTES];
	dev_t devnum = read_devnum(name);

	make_path(public, "/dev/snd", name);
	make_path(hidden, HIDDEN_DIR, name);
	if (!is_capture(name) || !devnum || is_node(public, devnum))
		return unlink(hidden) ? fail("unlink", hidden) : 0;
	if (!is_node(hidden, devnum) && make_node(hidden, devnum, 0))
		return EXIT_FAILED;
	if (own_node(hidden, 0) || lend_access(hidden, name, devnum))
		return EXIT_FAILED;
	return rename(hidden, public) ? fail("rename", hidden) : 0;
}

/* All back, when hardmuted is uninstalled. */
static int restore_all(const char *unused)
{
	char path[PATH_BYTES];
	struct dirent *entry;
	DIR *directory;
	int code = 0;

	(void)unused;
	if (!*root)
		guard_off();
	snprintf(path, sizeof(path), "%s%s", root, HIDDEN_DIR);
	directory = opendir(path);
	if (!directory)
		return errno == ENOENT ? 0 : fail("open", path);
	while ((entry = readdir(directory)))
		if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
			code |= restore_node(entry->d_name);
	closedir(directory);
	if (!code && rmdir(path))
		code = fail("rmdir", path);
	return code;
}

/* Another node than the real one, made after it, which udev has given to its group. */
static bool is_twin_up(const char *name)
{
	char public[PATH_BYTES], hidden[PATH_BYTES];
	dev_t devnum = read_devnum(name);
	struct stat twin, real;

	make_path(public, "/dev/snd", name);
	make_path(hidden, HIDDEN_DIR, name);
	return is_node(hidden, devnum) && !stat(hidden, &real) && !stat(public, &twin) &&
	       S_ISCHR(twin.st_mode) && twin.st_rdev != devnum && (twin.st_mode & 0060) == 0060 &&
	       (twin.st_mtim.tv_sec > real.st_mtim.tv_sec ||
		(twin.st_mtim.tv_sec == real.st_mtim.tv_sec &&
		 twin.st_mtim.tv_nsec >= real.st_mtim.tv_nsec));
}

static bool are_twins_up(unsigned card)
{
	char path[PATH_BYTES], prefix[NAME_BYTES];
	struct dirent *entry;
	bool all = true;
	DIR *directory;

	snprintf(prefix, sizeof(prefix), "pcmC%uD", card);
	snprintf(path, sizeof(path), "%s/sys/class/sound", root);
	directory = opendir(path);
	while (directory && all && (entry = readdir(directory)))
		if (!strncmp(entry->d_name, prefix, strlen(prefix)) && is_pcm_capture(entry->d_name))
			all = is_twin_up(entry->d_name);
	if (directory)
		closedir(directory);
	return all;
}

/*
 * Sound servers look at a card once, when its control node is announced: a
 * microphone whose twin comes later would be missed. So the announcement
 * waits, for a moment, and not at all when nobody would make a twin.
 */
static int wait_for_twins(const char *name)
{
	const struct timespec step = { .tv_nsec = WAIT_STEP_MS * 1000000 };
	char path[PATH_BYTES];
	unsigned card;

	snprintf(path, sizeof(path), "%s" RUNNING_DIR, root);
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

/* "snd/" is what the kernel puts before a twin's name. */
static bool is_name(const char *name)
{
	if (!strncmp(name, "snd/", 4))
		name += 4;
	return *name && *name != '.' && strlen(name) < NAME_BYTES && !strchr(name, '/');
}

int main(int argc, char *argv[])
{
	static const struct {
		const char *name;
		int (*run)(const char *name);
		bool named;
	} commands[] = {
		{ "hide", hide_node, true },
		{ "close", close_node, true },
		{ "refuse", refuse_node, true },
		{ "copy", copy_node, true },
		{ "remove", remove_node, true },
		{ "share", share_node, true },
		{ "share-card", share_card, true },
		{ "wait", wait_for_twins, true },
		{ "guard", start_guard, false },
		{ "restore", restore_all, false },
	};

	if (argc > 2 && !strcmp(argv[1], "--root")) {
		root = argv[2];
		argv += 2;
		argc -= 2;
	}
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		if (argc == 2 + commands[i].named && !strcmp(argv[1], commands[i].name) &&
		    (argc == 2 || is_name(argv[2])))
			return commands[i].run(argc == 3 ? argv[2] : NULL);
	fputs("usage: hardmute-node hide|refuse|copy|remove|share|share-card|wait NAME\n"
	      "       hardmute-node close MAJOR:MINOR\n"
	      "       hardmute-node guard|restore\n", stderr);
	return EXIT_USAGE;
}
