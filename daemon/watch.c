/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The evidence itself is never stored: this keeps only the last verdict's text,
 * to know whether there is news. Main thread; in peace one wake-up a minute.
 */
#include "watch.h"

#include <errno.h>
#include <ftw.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>

#include "bus.h"
#include "daemon.h"
#include "evidence.h"
#include "history.h"
#include "led.h"
#include "log.h"
#include "mute.h"
#include "names.h"
#include "now.h"

#define LOOK_DELAY_US 30000ull		/* many changes come together */
#define LOOK_PAUSES 4	/* times as long as the last look took: a flood of changes gets a fifth of us */
#define LOOK_PERIOD_US (60 * 1000000ull)
#define LOOK_ACCURACY_US (10 * 1000000ull)	/* goes with other wake-ups */
#define FOLDERS_MAX 256
#define PUBLIC_DEV RUN_DIR "/dev"
/* Appearing, disappearing, other rights. Not opening: root could flood the loop with that. */
#define CHANGES (IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB | IN_ONLYDIR)

struct watch {
	struct daemon *daemon;
	const char *root;
	sd_event *event;
	sd_event_source *soon, *period;
	int64_t pause_us;
	sd_event_source *folder[FOLDERS_MAX];
	unsigned folders;
	char verdict[EVIDENCE_VERDICT_MAX];	/* the last one that was told */
	struct evidence seen;	/* by the last look; only to know whether there is news */
};

static void add_folders(struct watch *watch);

static bool is_unproven(const char *verdict)
{
	return strstr(verdict, "not proven");
}

static bool differs(const struct evidence *a, const struct evidence *b)
{
	bool same = a->count == b->count;

	for (unsigned i = 0; same && i < a->count; i++)
		same = a->check[i].result == b->check[i].result &&
		       !strcmp(a->check[i].detail, b->check[i].detail);
	return !same;
}

static void tell_evidence(struct watch *watch, const struct evidence *evidence)
{
	bool news = differs(evidence, &watch->seen);

	watch->seen = *evidence;
	if (news)
		bus_evidence_changed(watch->daemon->bus);
}

/* A change of the state is told by whoever changes it; this is about the proof of a mute. */
static void look(struct watch *watch)
{
	enum mute_state state = mute_get_state(watch->daemon->mute);
	char verdict[EVIDENCE_VERDICT_MAX];
	struct evidence evidence;
	bool news;

	if (state == MUTE_STATE_MUTING)
		return;
	evidence_collect(watch->daemon, watch->root, &evidence);
	evidence_get_verdict(&evidence, state, verdict, sizeof(verdict));
	news = strcmp(verdict, watch->verdict) && state == MUTE_STATE_MUTED &&
	       (is_unproven(verdict) || is_unproven(watch->verdict));
	strcpy(watch->verdict, verdict);
	tell_evidence(watch, &evidence);
	if (state == MUTE_STATE_MUTED)
		leds_set_proven(watch->daemon->leds, !is_unproven(verdict));
	if (!news)
		return;
	history_verdict(watch->daemon->history, verdict);
	bus_verdict_changed(watch->daemon->bus);
}

static int on_soon(sd_event_source *source, uint64_t usec, void *userdata)
{
	struct watch *watch = userdata;
	int64_t begin = now_us();

	(void)source;
	(void)usec;
	look(watch);
	watch->pause_us = (now_us() - begin) * LOOK_PAUSES;
	return 0;
}

static int on_period(sd_event_source *source, uint64_t usec, void *userdata)
{
	(void)usec;
	look(userdata);
	sd_event_source_set_time_relative(source, LOOK_PERIOD_US);
	return sd_event_source_set_enabled(source, SD_EVENT_ONESHOT);
}

void watch_look_soon(struct watch *watch)
{
	int enabled = 0;

	if (!watch || (sd_event_source_get_enabled(watch->soon, &enabled) >= 0 && enabled))
		return;
	sd_event_source_set_time_relative(watch->soon, LOOK_DELAY_US + (uint64_t)watch->pause_us);
	sd_event_source_set_enabled(watch->soon, SD_EVENT_ONESHOT);
}

static int on_change(sd_event_source *source, const struct inotify_event *event, void *userdata)
{
	struct watch *watch = userdata;

	(void)source;
	if ((event->mask & IN_ISDIR && event->mask & (IN_CREATE | IN_MOVED_TO)) ||
	    event->mask & IN_Q_OVERFLOW)
		add_folders(watch);
	watch_look_soon(watch);
	return 0;
}

/* A folder that went away; its place is free again. */
static int on_change_or_end(sd_event_source *source, const struct inotify_event *event, void *userdata)
{
	struct watch *watch = userdata;

	if (!(event->mask & IN_IGNORED))
		return on_change(source, event, userdata);
	for (unsigned i = 0; i < watch->folders; i++) {
		if (watch->folder[i] != source)
			continue;
		sd_event_source_disable_unref(source);
		watch->folder[i] = watch->folder[--watch->folders];
		break;
	}
	return 0;
}

static bool is_watched(const struct watch *watch, const char *path)
{
	const char *known;

	for (unsigned i = 0; i < watch->folders; i++)
		if (sd_event_source_get_description(watch->folder[i], &known) >= 0 &&
		    !strcmp(known, path))
			return true;
	return false;
}

static void add_folder(struct watch *watch, const char *path)
{
	int error;

	if (watch->folders == FOLDERS_MAX || is_watched(watch, path))
		return;
	error = sd_event_add_inotify(watch->event, &watch->folder[watch->folders], path, CHANGES,
				     on_change_or_end, watch);
	if (error >= 0) {
		sd_event_source_set_description(watch->folder[watch->folders], path);
		watch->folders++;
	} else if (error != -ENOENT && error != -EACCES && error != -ENOTDIR) {
		log_warning("%s cannot be watched: %s", path, strerror(-error));
	}
}

/* nftw has no argument for its caller's data. Main thread only. */
static struct watch *walking;

static int add_found(const char *path, const struct stat *status, int type, struct FTW *where)
{
	(void)status;
	(void)where;
	if (type == FTW_D)
		add_folder(walking, path);
	return 0;
}

static void add_folders(struct watch *watch)
{
	static const char *const folders[] = {
		"/dev/snd",	/* the hidden nodes, in this process's view */
		"/etc",		/* who is in which group */
		"/etc/udev/rules.d", "/run/udev", "/run/udev/rules.d", "/usr/local/lib/udev/rules.d",
	};
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s" PUBLIC_DEV, watch->root);
	walking = watch;
	nftw(path, add_found, 16, FTW_PHYS);
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		snprintf(path, sizeof(path), "%s%s", watch->root, folders[i]);
		add_folder(watch, path);
	}
	snprintf(path, sizeof(path), "%s" RULES_DIR, watch->root);
	add_folder(watch, path);
}

int watch_start(struct watch **result, sd_event *event, const char *root, struct daemon *daemon)
{
	struct watch *watch = calloc(1, sizeof(*watch));
	int error;

	if (!watch)
		return -ENOMEM;
	watch->daemon = daemon;
	watch->root = root;
	watch->event = event;
	error = sd_event_add_time_relative(event, &watch->soon, CLOCK_MONOTONIC, LOOK_DELAY_US,
					   LOOK_DELAY_US, on_soon, watch);
	if (error >= 0 && !daemon->session)
		error = sd_event_add_time_relative(event, &watch->period, CLOCK_MONOTONIC,
						   LOOK_PERIOD_US, LOOK_ACCURACY_US, on_period, watch);
	if (error < 0) {
		watch_stop(watch);
		return error;
	}
	if (!daemon->session)
		add_folders(watch);
	*result = watch;
	return 0;
}

void watch_stop(struct watch *watch)
{
	if (!watch)
		return;
	for (unsigned i = 0; i < watch->folders; i++)
		sd_event_source_disable_unref(watch->folder[i]);
	sd_event_source_disable_unref(watch->soon);
	sd_event_source_disable_unref(watch->period);
	free(watch);
}
