/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Opens event devices, and turns what chord.c makes of their events into
 * requests. libevdev would ask each device for the state of all of its keys;
 * here the kernel is never asked which keys are held, so one that was held
 * before its keyboard was opened, or while events were dropped, does nothing
 * until it goes down again.
 *
 * Muting asks nobody. Going live asks whether the keyboard is real, whether the
 * press can be a fresh one, and authority.c.
 */
#include "hotkey.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/input.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "authority.h"
#include "daemon.h"
#include "evidence.h"
#include "history.h"
#include "keyboard.h"
#include "log.h"
#include "mute.h"
#include "now.h"

#define DEVICES_MAX 64
#define PROGRAMS_MAX 16		/* of these: a program can make keyboards without end */
#define EVENTS_AT_ONCE 32
#define QUEUE_READS 8		/* more than a new descriptor's queue holds */
/* A key that is held while its keyboard or the system comes up can look as if it went down then. */
#define SETTLE_PLUGGED_US 500000
#define SETTLE_WOKEN_US 1000000
/*
 * Nobody toggles what he cannot have seen yet: a second press so soon is the
 * same one, by a worn switch, or by firmware that tells two devices of it.
 */
#define SEEN_US 50000
#define REFUSED_PAUSE_US 1000000	/* between entries in the journal */

struct device {
	bool used, program;
	int fd;
	char node[16];		/* "event3" */
	char name[80];
	int64_t opened_us;
	struct chord_state state;
	sd_event_source *source;
	struct hotkey *hotkey;
};

struct hotkey {
	struct daemon *daemon;
	sd_event *event;
	const char *root;
	sd_event_source *folder;	/* of the nodes, or the one where it will appear */
	struct chords chords;		/* those that the devices were opened for */
	struct device device[DEVICES_MAX];
	bool full;			/* that has been said */

	uint64_t hush_wishes;	/* mutes wished for when push-to-mute took effect; 0: it did not */
	int64_t refused_us;	/* when a refusal was written down */
	unsigned refused;	/* since then, not written */
};

/* A press or release, as the cause of what follows from it. */
static struct mute_cause make_cause(const struct device *device, unsigned chord, int64_t time_us)
{
	struct mute_cause cause = { .key_us = time_us > 0 ? time_us : 1 };

	chord_name(&device->hotkey->chords.chord[chord], cause.key);
	snprintf(cause.device, sizeof(cause.device), "%s", device->name);
	snprintf(cause.text, sizeof(cause.text), "%.24s on %.60s", cause.key, cause.device);
	return cause;
}

/* A program can press keys as fast as it likes; the journal is not its to fill. */
static void refuse(struct hotkey *hotkey, const struct mute_cause *cause, const char *why)
{
	char text[200];

	if (hotkey->refused_us && now_us() - hotkey->refused_us < REFUSED_PAUSE_US) {
		hotkey->refused++;
		return;
	}
	if (hotkey->refused)
		snprintf(text, sizeof(text), "%s; so were %u before", why, hotkey->refused);
	history_key_refused(hotkey->daemon->history, cause, hotkey->refused ? text : why);
	hotkey->refused_us = now_us();
	hotkey->refused = 0;
}

static void on_live_done(void *userdata, int error)
{
	(void)userdata;
	if (error)
		log_notice("the key could not unmute: %s", error == -ENOTCONN ? "hardmute-driver does not run" :
			   error == -EBUSY ? "the system is going to sleep" :
			   error == -ECANCELED ? "a later mute, or the loss of a part" : strerror(-error));
}

/* False, and why this press or release cannot unmute. */
static bool may_unmute(struct device *device, int64_t time_us, char *why, size_t size)
{
	struct hotkey *hotkey = device->hotkey;
	int64_t woke_us = mute_get_woke_us(hotkey->daemon->mute);

	if (!config_trusts(&hotkey->daemon->config, device->name) &&
	    !keyboard_is_real(hotkey->root, device->node, device->fd, why, size))
		return false;
	if (time_us - device->opened_us < SETTLE_PLUGGED_US) {
		snprintf(why, size, "it may have been held when the keyboard came");
		return false;
	}
	if (woke_us && time_us - woke_us < SETTLE_WOKEN_US) {
		snprintf(why, size, "it may have been held when the system woke up");
		return false;
	}
	return authority_may_key_unmute(hotkey->daemon, why, size);
}

static void ask_live(struct device *device, unsigned chord, int64_t time_us)
{
	struct mute_cause cause = make_cause(device, chord, time_us);
	struct hotkey *hotkey = device->hotkey;
	char why[160] = "";

	if (mute_get_state(hotkey->daemon->mute) == MUTE_STATE_LIVE)
		return;
	if (may_unmute(device, time_us, why, sizeof(why)))
		mute_request(hotkey->daemon->mute, true, &cause, on_live_done, hotkey);
	else
		refuse(hotkey, &cause, why);
}

static void ask_muted(struct device *device, unsigned chord, int64_t time_us)
{
	struct mute_cause cause = make_cause(device, chord, time_us);

	mute_request(device->hotkey->daemon->mute, false, &cause, NULL, NULL);
}

/* While a mute is not confirmed yet it goes on, as on the bus. */
static void toggle(struct device *device, unsigned chord, int64_t time_us)
{
	const struct mute *mute = device->hotkey->daemon->mute;

	if (time_us - mute_get_came_us(mute) < SEEN_US)
		return;
	if (mute_get_state(mute) == MUTE_STATE_MUTED)
		ask_live(device, chord, time_us);
	else
		ask_muted(device, chord, time_us);
}

/* What was live before is live again, unless somebody else wants it muted meanwhile. */
static void hush(struct device *device, unsigned chord, int64_t time_us, bool held)
{
	struct hotkey *hotkey = device->hotkey;
	bool live = mute_get_state(hotkey->daemon->mute) == MUTE_STATE_LIVE;

	if (held) {
		ask_muted(device, chord, time_us);
		hotkey->hush_wishes = live ? mute_get_wishes(hotkey->daemon->mute) : 0;
		return;
	}
	live = hotkey->hush_wishes && hotkey->hush_wishes == mute_get_wishes(hotkey->daemon->mute);
	hotkey->hush_wishes = 0;
	if (live)
		ask_live(device, chord, time_us);
}

static void on_pressed(struct device *device, unsigned chord, int64_t time_us)
{
	switch (device->hotkey->chords.chord[chord].action) {
	case CHORD_ACTION_MUTE: ask_muted(device, chord, time_us); return;
	case CHORD_ACTION_UNMUTE: ask_live(device, chord, time_us); return;
	case CHORD_ACTION_TOGGLE: toggle(device, chord, time_us); return;
	case CHORD_ACTION_TALK: ask_live(device, chord, time_us); return;
	case CHORD_ACTION_HUSH: hush(device, chord, time_us, true); return;
	}
}

static void on_released(struct device *device, unsigned chord, int64_t time_us)
{
	switch (device->hotkey->chords.chord[chord].action) {
	case CHORD_ACTION_MUTE: return;
	case CHORD_ACTION_UNMUTE: return;
	case CHORD_ACTION_TOGGLE: return;
	case CHORD_ACTION_TALK: ask_muted(device, chord, time_us); return;
	case CHORD_ACTION_HUSH: hush(device, chord, time_us, false); return;
	}
}

static void on_event(struct device *device, const struct input_event *event)
{
	int64_t time_us = event->input_event_sec * 1000000ll + event->input_event_usec;
	const struct chords *chords = &device->hotkey->chords;
	struct chord_step step;
	char why[128];

	chord_feed(chords, &device->state, event, &step);
	if (step.lost) {	/* a press of a key that mutes may be among them */
		snprintf(why, sizeof(why), "key events of %.60s were lost", device->name);
		mute_on_event(device->hotkey->daemon->mute, POLICY_EVENT_LOST, why);
	}
	for (unsigned i = 0; i < chords->count; i++)
		if (step.released >> i & 1)
			on_released(device, i, time_us);
	if (step.pressed >= 0)
		on_pressed(device, (unsigned)step.pressed, time_us);
}

static bool holds_talk(const struct device *device)
{
	const struct chords *chords = &device->hotkey->chords;

	for (unsigned i = 0; i < chords->count; i++)
		if (device->state.held >> i & 1 && chords->chord[i].action == CHORD_ACTION_TALK)
			return true;
	return false;
}

static void close_device(struct device *device)
{
	char why[128];

	/* Nobody will say when it is let go of. */
	if (holds_talk(device)) {
		snprintf(why, sizeof(why), "%.60s was lost while push-to-talk was held", device->name);
		mute_on_event(device->hotkey->daemon->mute, POLICY_EVENT_LOST, why);
	}
	sd_event_source_disable_unref(device->source);
	close(device->fd);
	device->used = false;
}

static void close_devices(struct hotkey *hotkey)
{
	for (size_t i = 0; i < DEVICES_MAX; i++)
		if (hotkey->device[i].used)
			close_device(&hotkey->device[i]);
}

static void look_at(struct hotkey *hotkey, const char *node);

/* A new device may have its name already, which was passed over. */
static void lose_device(struct device *device)
{
	char node[sizeof(device->node)];

	strcpy(node, device->node);
	close_device(device);
	look_at(device->hotkey, node);
}

static int on_readable(sd_event_source *source, int fd, uint32_t events, void *userdata)
{
	struct input_event event[EVENTS_AT_ONCE];
	struct device *device = userdata;
	ssize_t size = read(fd, event, sizeof(event));

	(void)source;
	for (ssize_t i = 0; i < size / (ssize_t)sizeof(event[0]); i++)
		on_event(device, &event[i]);
	if (!size || (size < 0 && errno != EAGAIN && errno != EINTR) ||
	    (size < 0 && events & (EPOLLHUP | EPOLLERR)))
		lose_device(device);
	return 0;
}

/*
 * Nothing but the keys in question from here on, stamped with the clock that
 * everything is measured with. What was queued before the mask was set is
 * thrown away unseen: the kernel does so when the clock changes, and leaves a
 * mark that is none of ours.
 */
static int restrict_device(int fd, const struct chords *chords)
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
static int open_node(const struct hotkey *hotkey, const char *node)
{
	dev_t devnum = keyboard_read_devnum(hotkey->root, node);
	char path[PATH_MAX];
	struct stat status;
	int fd, error = 0;

	snprintf(path, sizeof(path), "%s" KEYBOARD_NODES "/%s", hotkey->root, node);
	fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return -errno;
	if (fstat(fd, &status) || status.st_rdev != devnum)
		error = -ENODEV;
	if (!error)
		error = restrict_device(fd, &hotkey->chords);
	if (!error)
		return fd;
	close(fd);
	return error;
}

/* A place for one more device; NULL: there is none. */
static struct device *find_free(struct hotkey *hotkey, bool program)
{
	struct device *unused = NULL;
	unsigned programs = 0;

	for (size_t i = 0; i < DEVICES_MAX; i++) {
		if (!hotkey->device[i].used)
			unused = &hotkey->device[i];
		else
			programs += hotkey->device[i].program;
	}
	return program && programs >= PROGRAMS_MAX ? NULL : unused;
}

/* Real keys come before all else; what programs send waits its turn. */
static int listen_to(struct device *device)
{
	int error = sd_event_add_io(device->hotkey->event, &device->source, device->fd, EPOLLIN,
				    on_readable, device);

	if (error < 0 || device->program)
		return error;
	return sd_event_source_set_priority(device->source, SD_EVENT_PRIORITY_IMPORTANT);
}

static void add_device(struct hotkey *hotkey, const char *node, int fd)
{
	char why[160];
	bool program = !keyboard_is_real(hotkey->root, node, fd, why, sizeof(why));
	struct device *device = find_free(hotkey, program);
	int error;

	if (!device) {
		if (!hotkey->full)
			log_warning("too many keyboards: the keys of %s do nothing", node);
		hotkey->full = true;
		close(fd);
		return;
	}
	*device = (struct device){ .used = true, .program = program, .fd = fd, .opened_us = now_us(),
				   .hotkey = hotkey };
	snprintf(device->node, sizeof(device->node), "%s", node);
	keyboard_read_name(hotkey->root, node, device->name, sizeof(device->name));
	error = listen_to(device);
	if (error < 0) {
		log_error("%s (%s) cannot be listened to: %s", device->name, node, strerror(-error));
		close_device(device);
	} else if (program && !config_trusts(&hotkey->daemon->config, device->name)) {
		log_info("%s (%s) can mute, not unmute: %s", device->name, node, why);
	}
}

static void look_at(struct hotkey *hotkey, const char *node)
{
	int fd;

	if (!keyboard_is_node(node) || strlen(node) >= sizeof(hotkey->device[0].node) ||
	    !keyboard_can_send(hotkey->root, node, &hotkey->chords))
		return;
	for (size_t i = 0; i < DEVICES_MAX; i++)
		if (hotkey->device[i].used && !strcmp(hotkey->device[i].node, node))
			return;
	fd = open_node(hotkey, node);
	if (fd >= 0)
		add_device(hotkey, node, fd);
	/* The rules are not done with it, or it is gone: an event will follow. */
	else if (fd != -ENOENT && fd != -EACCES && fd != -EPERM && fd != -ENODEV && fd != -ENXIO)
		log_error("%s: its keys do nothing: %s", node, strerror(-fd));
}

static void look_at_all(struct hotkey *hotkey)
{
	struct dirent **entries;
	char path[PATH_MAX];
	int count;

	snprintf(path, sizeof(path), "%s" KEYBOARD_NODES, hotkey->root);
	count = scandir(path, &entries, NULL, versionsort);
	for (int i = 0; i < count; i++) {
		look_at(hotkey, entries[i]->d_name);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
}

static int watch_folder(struct hotkey *hotkey);

static int on_node(sd_event_source *source, const struct inotify_event *event, void *userdata)
{
	struct hotkey *hotkey = userdata;

	(void)source;
	if (event->mask & IN_IGNORED) {
		(void)watch_folder(hotkey);
		look_at_all(hotkey);
	} else if (event->mask & IN_Q_OVERFLOW) {
		look_at_all(hotkey);
	} else if (event->len) {
		look_at(hotkey, event->name);
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

static int watch(struct hotkey *hotkey, const char *folder, uint32_t changes,
		 sd_event_inotify_handler_t on_change)
{
	char path[PATH_MAX];

	hotkey->folder = sd_event_source_disable_unref(hotkey->folder);
	snprintf(path, sizeof(path), "%s%s", hotkey->root, folder);
	return sd_event_add_inotify(hotkey->event, &hotkey->folder, path, changes | IN_ONLYDIR,
				    on_change, hotkey);
}

/* It goes with the last device. 0 or -errno. */
static int watch_folder(struct hotkey *hotkey)
{
	static const uint32_t changes = IN_CREATE | IN_MOVED_TO | IN_ATTRIB;
	char path[PATH_MAX];
	int error;

	snprintf(path, sizeof(path), "%s" KEYBOARD_NODES, hotkey->root);
	error = watch(hotkey, KEYBOARD_NODES, changes, on_node);
	if (error == -ENOENT)
		error = watch(hotkey, "/dev", IN_CREATE, on_parent);
	else
		return error;
	/* it may have come in between */
	return error < 0 || access(path, F_OK) ? error : watch(hotkey, KEYBOARD_NODES, changes, on_node);
}

static void warn_of_members(const struct hotkey *hotkey)
{
	char user[64];

	if (keyboard_find_member(hotkey->root, user, sizeof(user)))
		log_warning("%s is in group " KEYBOARD_GROUP ": programs of that user can press every key,"
			    " and so unmute", user);
}

int hotkey_start(struct hotkey **result, sd_event *event, const char *root, struct daemon *daemon)
{
	struct hotkey *hotkey = calloc(1, sizeof(*hotkey));
	int error;

	if (!hotkey)
		return -ENOMEM;
	hotkey->daemon = daemon;
	hotkey->event = event;
	hotkey->root = root;
	hotkey->chords = daemon->config.keys;
	/* First: what appears in between is then seen twice, not missed. */
	error = watch_folder(hotkey);
	if (error < 0) {
		hotkey_stop(hotkey);
		return error;
	}
	look_at_all(hotkey);
	if (!daemon->session)
		warn_of_members(hotkey);
	*result = hotkey;
	return 0;
}

void hotkey_stop(struct hotkey *hotkey)
{
	if (!hotkey)
		return;
	mute_forget(hotkey->daemon->mute, hotkey);
	close_devices(hotkey);
	sd_event_source_disable_unref(hotkey->folder);
	free(hotkey);
}

void hotkey_reload(struct hotkey *hotkey)
{
	if (!hotkey)
		return;
	if (memcmp(&hotkey->chords, &hotkey->daemon->config.keys, sizeof(hotkey->chords)) != 0) {
		close_devices(hotkey);
		hotkey->hush_wishes = 0;
		hotkey->chords = hotkey->daemon->config.keys;
	}
	look_at_all(hotkey);
}

/* How many keyboards may unmute; the first that may not is named. */
static unsigned count_real(const struct hotkey *hotkey, unsigned *all, char *not_real, size_t size)
{
	unsigned real = 0;
	char why[160];

	for (size_t i = 0; i < DEVICES_MAX; i++) {
		const struct device *device = &hotkey->device[i];

		if (!device->used)
			continue;
		++*all;
		if (config_trusts(&hotkey->daemon->config, device->name) ||
		    keyboard_is_real(hotkey->root, device->node, device->fd, why, sizeof(why)))
			real++;
		else if (!*not_real)
			snprintf(not_real, size, "; not %.40s: %.90s", device->name, why);
	}
	return real;
}

void hotkey_check(const struct hotkey *hotkey, struct evidence_check *check)
{
	char not_real[160] = "", user[64];
	unsigned all = 0, real;

	check->result = EVIDENCE_RESULT_NOT_APPLICABLE;
	snprintf(check->detail, sizeof(check->detail), "no keyboard has a key for it");
	if (!hotkey)
		return;
	real = count_real(hotkey, &all, not_real, sizeof(not_real));
	if (!all)
		return;
	check->result = EVIDENCE_RESULT_OK;
	snprintf(check->detail, sizeof(check->detail), "%u of %u keyboards can unmute%s", real, all, not_real);
	if (real && keyboard_find_member(hotkey->root, user, sizeof(user))) {
		check->result = EVIDENCE_RESULT_BAD;
		snprintf(check->detail, sizeof(check->detail), "%.32s is in group " KEYBOARD_GROUP
			 ": programs of that user can press every key, and so unmute: gpasswd -d %.32s "
			 KEYBOARD_GROUP, user, user);
	}
}
