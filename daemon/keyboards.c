/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * libevdev would ask each device for the state of all of its keys; here the
 * kernel is never asked which keys are held, so one that was held before its
 * keyboard was opened does nothing until it goes down again.
 */
#include "keyboards.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "keyboard.h"
#include "log.h"
#include "now.h"

#define KEYBOARDS_MAX 64
#define PROGRAMS_MAX 16		/* of these: a program can make keyboards without end */
#define EVENTS_AT_ONCE 32
#define QUEUE_READS 8		/* more than a new descriptor's queue holds */

struct keyboards {
	const struct keyboards_callbacks *callbacks;
	void *userdata;
	sd_event *event;
	const char *root;
	const struct config *config;
	struct chords chords;		/* those that the keyboards were opened for */
	sd_event_source *folder;	/* of the nodes, or the one where it will appear */
	struct keyboard keyboard[KEYBOARDS_MAX];
	bool full;			/* that has been said */
};

static void close_keyboard(struct keyboard *keyboard)
{
	keyboard->keyboards->callbacks->lost(keyboard->keyboards->userdata, keyboard);
	sd_event_source_disable_unref(keyboard->source);
	close(keyboard->fd);
	keyboard->used = false;
}

static void close_all(struct keyboards *keyboards)
{
	for (size_t i = 0; i < KEYBOARDS_MAX; i++)
		if (keyboards->keyboard[i].used)
			close_keyboard(&keyboards->keyboard[i]);
}

static void look_at(struct keyboards *keyboards, const char *node);

/* A new device may have its name already, which was passed over. */
static void lose_keyboard(struct keyboard *keyboard)
{
	char node[sizeof(keyboard->node)];

	strcpy(node, keyboard->node);
	close_keyboard(keyboard);
	look_at(keyboard->keyboards, node);
}

static int on_readable(sd_event_source *source, int fd, uint32_t events, void *userdata)
{
	struct input_event event[EVENTS_AT_ONCE];
	struct keyboard *keyboard = userdata;
	struct keyboards *keyboards = keyboard->keyboards;
	ssize_t size = read(fd, event, sizeof(event));

	(void)source;
	for (ssize_t i = 0; i < size / (ssize_t)sizeof(event[0]); i++)
		keyboards->callbacks->event(keyboards->userdata, keyboard, &event[i]);
	if (!size || (size < 0 && errno != EAGAIN && errno != EINTR) ||
	    (size < 0 && events & (EPOLLHUP | EPOLLERR)))
		lose_keyboard(keyboard);
	return 0;
}

/*
 * Nothing but the keys in question from here on, stamped with the clock that
 * everything is measured with. What was queued before the mask was set is
 * thrown away unseen: the kernel does so when the clock changes, and leaves a
 * mark that is none of ours.
 */
static int restrict_to(int fd, const struct chords *chords)
{
	struct chord_keys needed;
	unsigned long types[1] = { 1ul << EV_SYN | 1ul << EV_KEY };
	struct input_mask keys = { .type = EV_KEY, .codes_size = sizeof(needed),
				   .codes_ptr = (uintptr_t)&needed };
	struct input_mask kinds = { .type = EV_SYN, .codes_size = sizeof(types),
				    .codes_ptr = (uintptr_t)types };
	int clock = CLOCK_MONOTONIC;
	struct input_event event[EVENTS_AT_ONCE];
	int tries = QUEUE_READS;

	chords_needed(chords, &needed);
	if (ioctl(fd, EVIOCSMASK, &kinds) || ioctl(fd, EVIOCSMASK, &keys) ||
	    ioctl(fd, EVIOCSCLOCKID, &clock))
		return -errno;
	while (tries-- && read(fd, event, sizeof(event)) == sizeof(event))
		;
	return 0;
}

/* A descriptor, or -errno. */
static int open_node(const struct keyboards *keyboards, const char *node)
{
	dev_t devnum = keyboard_read_devnum(keyboards->root, node);
	char path[PATH_MAX];
	struct stat status;
	int fd, error = 0;

	snprintf(path, sizeof(path), "%s" KEYBOARD_NODES "/%s", keyboards->root, node);
	fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return -errno;
	if (fstat(fd, &status) || status.st_rdev != devnum)
		error = -ENODEV;
	if (!error)
		error = restrict_to(fd, &keyboards->chords);
	if (!error)
		return fd;
	close(fd);
	return error;
}

/* A place for one more device; NULL: there is none. */
static struct keyboard *find_free(struct keyboards *keyboards, bool program)
{
	struct keyboard *unused = NULL;
	unsigned programs = 0;

	for (size_t i = 0; i < KEYBOARDS_MAX; i++) {
		if (!keyboards->keyboard[i].used)
			unused = &keyboards->keyboard[i];
		else
			programs += keyboards->keyboard[i].program;
	}
	return program && programs >= PROGRAMS_MAX ? NULL : unused;
}

/* Real keys come before all else; what programs send waits its turn. */
static int listen_to(struct keyboard *keyboard)
{
	int error = sd_event_add_io(keyboard->keyboards->event, &keyboard->source, keyboard->fd,
				    EPOLLIN, on_readable, keyboard);

	if (error < 0 || keyboard->program)
		return error;
	return sd_event_source_set_priority(keyboard->source, SD_EVENT_PRIORITY_IMPORTANT);
}

static void add_keyboard(struct keyboards *keyboards, const char *node, int fd)
{
	char why[160];
	bool program = !keyboard_is_real(keyboards->root, node, fd, why, sizeof(why));
	struct keyboard *keyboard = find_free(keyboards, program);
	int error;

	if (!keyboard) {
		if (!keyboards->full)
			log_warning("too many keyboards: the keys of %s do nothing", node);
		keyboards->full = true;
		close(fd);
		return;
	}
	*keyboard = (struct keyboard){ .used = true, .program = program, .fd = fd,
				       .opened_us = now_us(), .keyboards = keyboards };
	snprintf(keyboard->node, sizeof(keyboard->node), "%s", node);
	keyboard_read_name(keyboards->root, node, keyboard->name, sizeof(keyboard->name));
	error = listen_to(keyboard);
	if (error < 0) {
		log_error("%s (%s) cannot be listened to: %s", keyboard->name, node, strerror(-error));
		close_keyboard(keyboard);
	} else if (program && !config_trusts(keyboards->config, keyboard->name)) {
		log_info("%s (%s) can mute, not unmute: %s", keyboard->name, node, why);
	}
}

static void look_at(struct keyboards *keyboards, const char *node)
{
	int fd;

	if (!keyboard_is_node(node) || strlen(node) >= sizeof(keyboards->keyboard[0].node) ||
	    !keyboard_can_send(keyboards->root, node, &keyboards->chords))
		return;
	for (size_t i = 0; i < KEYBOARDS_MAX; i++)
		if (keyboards->keyboard[i].used && !strcmp(keyboards->keyboard[i].node, node))
			return;
	fd = open_node(keyboards, node);
	if (fd >= 0)
		add_keyboard(keyboards, node, fd);
	/* The rules are not done with it, or it is gone: an event will follow. */
	else if (fd != -ENOENT && fd != -EACCES && fd != -EPERM && fd != -ENODEV && fd != -ENXIO)
		log_error("%s: its keys do nothing: %s", node, strerror(-fd));
}

static void look_at_all(struct keyboards *keyboards)
{
	struct dirent **entries;
	char path[PATH_MAX];
	int count;

	snprintf(path, sizeof(path), "%s" KEYBOARD_NODES, keyboards->root);
	count = scandir(path, &entries, NULL, versionsort);
	for (int i = 0; i < count; i++) {
		look_at(keyboards, entries[i]->d_name);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
}

static int watch_folder(struct keyboards *keyboards);

static int on_node(sd_event_source *source, const struct inotify_event *event, void *userdata)
{
	struct keyboards *keyboards = userdata;

	(void)source;
	if (event->mask & IN_IGNORED) {
		(void)watch_folder(keyboards);
		look_at_all(keyboards);
	} else if (event->mask & IN_Q_OVERFLOW) {
		look_at_all(keyboards);
	} else if (event->len) {
		look_at(keyboards, event->name);
	}
	return 0;
}

/* In /dev: the folder comes with the first input device. */
static int on_parent(sd_event_source *source, const struct inotify_event *event, void *userdata)
{
	(void)source;
	if (event->mask & IN_Q_OVERFLOW || (event->len && !strcmp(event->name, "input"))) {
		(void)watch_folder(userdata);
		look_at_all(userdata);
	}
	return 0;
}

static int watch(struct keyboards *keyboards, const char *folder, uint32_t changes,
		 sd_event_inotify_handler_t on_change)
{
	char path[PATH_MAX];

	keyboards->folder = sd_event_source_disable_unref(keyboards->folder);
	snprintf(path, sizeof(path), "%s%s", keyboards->root, folder);
	return sd_event_add_inotify(keyboards->event, &keyboards->folder, path, changes | IN_ONLYDIR,
				    on_change, keyboards);
}

/* It goes with the last device. 0 or -errno. */
static int watch_folder(struct keyboards *keyboards)
{
	static const uint32_t changes = IN_CREATE | IN_MOVED_TO | IN_ATTRIB;
	int error = watch(keyboards, KEYBOARD_NODES, changes, on_node);
	char path[PATH_MAX];

	if (error != -ENOENT)
		return error;
	error = watch(keyboards, "/dev", IN_CREATE, on_parent);
	snprintf(path, sizeof(path), "%s" KEYBOARD_NODES, keyboards->root);
	if (error >= 0 && !access(path, F_OK))	/* it came in between */
		error = watch(keyboards, KEYBOARD_NODES, changes, on_node);
	return error;
}

int keyboards_start(struct keyboards **result, sd_event *event, const char *root,
		    const struct config *config, const struct keyboards_callbacks *callbacks,
		    void *userdata)
{
	struct keyboards *keyboards = calloc(1, sizeof(*keyboards));
	int error;

	if (!keyboards)
		return -ENOMEM;
	keyboards->callbacks = callbacks;
	keyboards->userdata = userdata;
	keyboards->event = event;
	keyboards->root = root;
	keyboards->config = config;
	keyboards->chords = config->keys;
	/* First: what appears in between is then seen twice, not missed. */
	error = watch_folder(keyboards);
	if (error < 0) {
		keyboards_stop(keyboards);
		return error;
	}
	look_at_all(keyboards);
	*result = keyboards;
	return 0;
}

void keyboards_stop(struct keyboards *keyboards)
{
	if (!keyboards)
		return;
	close_all(keyboards);
	sd_event_source_disable_unref(keyboards->folder);
	free(keyboards);
}

void keyboards_reload(struct keyboards *keyboards)
{
	if (!chords_are_same(&keyboards->chords, &keyboards->config->keys)) {
		close_all(keyboards);
		keyboards->chords = keyboards->config->keys;
	}
	look_at_all(keyboards);
}

const struct chords *keyboards_get_chords(const struct keyboards *keyboards)
{
	return &keyboards->chords;
}

bool keyboards_trust(const struct keyboards *keyboards, const struct keyboard *keyboard, char *why,
		     size_t size)
{
	return config_trusts(keyboards->config, keyboard->name) ||
	       keyboard_is_real(keyboards->root, keyboard->node, keyboard->fd, why, size);
}

const struct keyboard *keyboards_next(const struct keyboards *keyboards,
				      const struct keyboard *previous)
{
	size_t i = previous ? (size_t)(previous - keyboards->keyboard) + 1 : 0;

	while (i < KEYBOARDS_MAX && !keyboards->keyboard[i].used)
		i++;
	return i < KEYBOARDS_MAX ? &keyboards->keyboard[i] : NULL;
}
