/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What hardmuted's unit and the installer run. hardmuted itself has no right to
 * ask the kernel for the guard: it gets the guard's descriptor through systemd,
 * so that it can see in /proc whether it is still attached, and the guard lives
 * for as long as one of them holds it.
 */
#include "enforce.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include "../daemon/switches.h"
#include "alsa.h"
#include "guard.h"
#include "lights.h"
#include "log.h"
#include "names.h"
#include "node.h"

#define GUARDED_MAX 256
#define CARDS_MAX 32
#define SETTLE_US 1000000	/* systemd takes the descriptor before hardmuted starts */

/* Calls back for every sound device that the kernel has; or-s the exit codes. */
static int for_each_device(int (*fn)(const char *name, void *userdata), void *userdata)
{
	char path[NODE_PATH_BYTES];
	struct dirent *entry;
	DIR *directory;
	int code = 0;

	snprintf(path, sizeof(path), "%s/sys/class/sound", node_root);
	directory = opendir(path);
	while (directory && (entry = readdir(directory)))
		if (*entry->d_name != '.')
			code |= fn(entry->d_name, userdata);
	if (directory)
		closedir(directory);
	return code;
}

struct guarded {
	dev_t device[GUARDED_MAX];
	size_t count;
};

static int add_guarded(const char *name, void *userdata)
{
	struct guarded *guarded = userdata;
	dev_t devnum;

	if (guarded->count == GUARDED_MAX || node_is_exempt(name) ||
	    (!node_is_capture(name) && !node_is_oss(name)))
		return 0;
	devnum = node_read_devnum(name);
	if (devnum)
		guarded->device[guarded->count++] = devnum;
	return 0;
}

/* 0; -ENOENT: there is no guard; or -errno. */
static int set_guard(void)
{
	struct guarded guarded = { .count = 0 };

	if (*node_root)
		return -ENOENT;
	for_each_device(add_guarded, &guarded);
	return guard_set(guarded.device, guarded.count);
}

void enforce_refresh_guard(void)
{
	int error = set_guard();

	if (error && error != -ENOENT)
		log_error("guard: %s", strerror(-error));
}

/* Under the name by which hardmuted asks for it; an earlier one goes first. */
static void store_guard(void)
{
	int link = guard_open();

	if (link < 0)
		return;
	(void)sd_notify(0, "FDSTOREREMOVE=1\nFDNAME=" GUARD_NAME);
	(void)sd_pid_notify_with_fds(0, 0, "FDSTORE=1\nFDPOLL=0\nFDNAME=" GUARD_NAME, &link, 1);
	(void)sd_notify_barrier(0, SETTLE_US);
	close(link);
}

/* That there is no guard is told to hardmuted's evidence, and no failure. */
static int tell_guard(int error)
{
	char path[NODE_PATH_BYTES];
	FILE *file;

	snprintf(path, sizeof(path), "%s" GUARD_STATUS, node_root);
	file = fopen(path, "we");
	if (!file)
		return node_fail("open", path);
	fchmod(fileno(file), 0644);
	fprintf(file, "%s\n", error ? strerror(-error) : "on");
	return fclose(file) ? node_fail("write", path) : 0;
}

static int place_device(const char *name, void *unused)
{
	(void)unused;
	if (node_is_capture(name))
		return node_hide(name) | node_place_twin(name);
	return !strncmp(name, "controlC", 8) ? node_copy(name) : 0;
}

/* Out of the unit's control group: in there no node of a twin can be made. */
static void leave_unit(void)
{
	FILE *processes = fopen("/sys/fs/cgroup/cgroup.procs", "we");

	if (!processes)
		return;		/* no cgroup v2: then what the unit allows has to do */
	fputs("0\n", processes);
	fclose(processes);
}

/* systemd makes the unit's /dev/snd for what it runs before and beside hardmuted, too. */
static int enter_host(void)
{
	int host, code = 0;

	if (*node_root)
		return 0;
	host = open("/proc/1/ns/mnt", O_RDONLY | O_CLOEXEC);
	if (host < 0 || setns(host, CLONE_NEWNS))
		code = node_fail("enter", "/proc/1/ns/mnt");
	if (host >= 0)
		close(host);
	leave_unit();
	return code;
}

static int place_all(void)
{
	enforce_refresh_guard();
	return for_each_device(place_device, NULL) | node_lend_all_keys() | lights_give_all();
}

int enforce_apply(const char *unused)
{
	(void)unused;
	return enter_host() | place_all();
}

int enforce_start(const char *unused)
{
	int error = *node_root ? -ENOTSUP : guard_on(), code;
	char path[NODE_PATH_BYTES];

	(void)unused;
	if (!error)
		error = set_guard();
	if (error)
		log_warning("no guard: %s", strerror(-error));
	else
		store_guard();
	code = tell_guard(error) | enter_host();
	snprintf(path, sizeof(path), "%s" RELEASED_PATH, node_root);
	if (unlink(path) && errno != ENOENT)
		code = node_fail("unlink", path);
	return code | place_all();
}

static void restore_card(unsigned card, struct saved *saved)
{
	char path[NODE_PATH_BYTES], name[NODE_NAME_BYTES], id[CARD_ID_BYTES];
	int fd, error;

	snprintf(name, sizeof(name), "controlC%u", card);
	node_make_path(path, "/dev/snd", name);
	fd = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return;
	error = switches_read_card_id(fd, id);
	if (!error)
		error = switches_restore(fd, id, saved, true);
	if (error)
		log_error("%s: capture switches: %s", path, strerror(-error));
	close(fd);
}

/* Capture switches that a daemon left off when it was killed. What no card has any more is forgotten. */
static int restore_switches(void)
{
	static struct saved saved;
	char path[NODE_PATH_BYTES];
	int error;

	node_make_path(path, SWITCHES_DIR, "switches");
	error = saved_load(path, &saved);
	if (error)
		log_error("%s: %s", path, strerror(-error));
	for (unsigned card = 0; card < CARDS_MAX && saved.count; card++)
		restore_card(card, &saved);
	if (unlink(path) && errno != ENOENT)
		return node_fail("unlink", path);
	node_make_path(path, SWITCHES_DIR, "switches.new");
	unlink(path);
	snprintf(path, sizeof(path), "%s" SWITCHES_DIR, node_root);
	return rmdir(path) && errno != ENOENT && errno != ENOTEMPTY ? node_fail("rmdir", path) : 0;
}

int enforce_restore(const char *unused)
{
	char path[NODE_PATH_BYTES];
	struct dirent *entry;
	DIR *directory;
	int code = restore_switches() | node_take_all_keys() | lights_take_all() | alsa_forget_all();

	(void)unused;
	if (!*node_root)
		guard_off();
	snprintf(path, sizeof(path), "%s" HIDDEN_DIR, node_root);
	directory = opendir(path);
	if (!directory)
		return errno == ENOENT ? code : node_fail("open", path);
	while ((entry = readdir(directory)))
		if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
			code |= node_restore(entry->d_name);
	closedir(directory);
	if (!code && rmdir(path))
		code = node_fail("rmdir", path);
	return code;
}

/* Of another program; nothing depends on how it ends. */
static void run(const char *const arguments[])
{
	pid_t child;
	int status;

	if (*node_root || posix_spawnp(&child, arguments[0], NULL, NULL, (char *const *)arguments, environ))
		return;
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
}

/* Keeps the rules from hiding what comes or is announced again. */
static int mark_released(void)
{
	char path[NODE_PATH_BYTES];
	int fd;

	snprintf(path, sizeof(path), "%s" RELEASED_PATH, node_root);
	fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
	if (fd < 0)
		return node_fail("create", path);
	close(fd);
	return 0;
}

int enforce_release(const char *unused)
{
	static const char *const stop[] = {
		"systemctl", "--quiet", "disable", "--now", "hardmuted.service", NULL };
	/* udev's own rules give groups at "add" only */
	static const char *const announce[] = {
		"udevadm", "trigger", "--action=add", "--settle", "--subsystem-match=sound",
		"--sysname-match=pcmC*D*c", "--sysname-match=comprC*", "--sysname-match=hwC*",
		"--sysname-match=dsp*", "--sysname-match=adsp*", "--sysname-match=audio*", NULL };
	int code;

	run(stop);
	code = mark_released();
	if (code)
		return code;
	code = enforce_restore(unused) | node_make_hidden_dir(node_find_group("hardmute"));
	run(announce);
	if (!code)
		puts("Every microphone is open again to whoever may use sound devices, also after a restart.\n"
		     "To have hardmute back: systemctl enable --now hardmuted");
	return code;
}
