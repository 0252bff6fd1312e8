/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which lights there are: those that root's helper has a record of (in session
 * mode those of the configuration that can be written to), each with its thread
 * and the watch on who else writes to it. Main thread.
 */
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "daemon.h"
#include "led_private.h"
#include "log.h"
#include "mute.h"
#include "watch.h"

#define STACK_BYTES (256 * 1024)
#define RECORDS_CHANGES (IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_ONLYDIR)

static int on_write(sd_event_source *source, const struct inotify_event *event, void *userdata)
{
	(void)source;
	(void)event;
	led_look(userdata);	/* also after our own */
	return 0;
}

/* Without it the light is still looked at whenever the verdict is. */
static void watch_writes(struct led *led)
{
	static const char *const files[] = { "brightness", "trigger" };
	char path[LIGHT_FOLDER_BYTES + 16];
	int error;

	for (size_t i = 0; i < 2; i++) {
		snprintf(path, sizeof(path), "%s/%s", led->light.folder, files[i]);
		error = sd_event_add_inotify(led->leds->event, &led->watch[i], path, IN_MODIFY,
					     on_write, led);
		if (error < 0)
			log_warning("%s cannot be watched: %s", path, strerror(-error));
	}
}

static int start_thread(struct led *led)
{
	pthread_condattr_t clock;
	pthread_attr_t attributes;
	int error;

	pthread_mutex_init(&led->lock, NULL);
	pthread_condattr_init(&clock);
	pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
	pthread_cond_init(&led->wake, &clock);
	pthread_cond_init(&led->answer, &clock);
	pthread_condattr_destroy(&clock);
	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, STACK_BYTES);
	error = pthread_create(&led->thread, &attributes, led_run, led);
	pthread_attr_destroy(&attributes);
	if (!error)
		pthread_setname_np(led->thread, "led");
	return -error;
}

void led_free(struct led *led)
{
	pthread_cond_destroy(&led->wake);
	pthread_cond_destroy(&led->answer);
	pthread_mutex_destroy(&led->lock);
	*led = (struct led){ .used = false };
}

void led_end(struct led *led, bool gives_back)
{
	for (size_t i = 0; i < 2; i++)
		led->watch[i] = sd_event_source_disable_unref(led->watch[i]);
	pthread_mutex_lock(&led->lock);
	led->ends = true;
	led->gives_back = gives_back;
	pthread_cond_signal(&led->wake);
	pthread_mutex_unlock(&led->lock);
}

void led_drop(struct led *led, bool gives_back)
{
	struct leds *leds = led->leds;

	led_end(led, gives_back);
	led->dead = true;
	if (!--leds->count)
		mute_on_event(leds->daemon->mute, POLICY_EVENT_NO_LIGHTS, "no light is left");
	leds_judge_wait(leds);
}

static struct led *find(struct leds *leds, const char *name)
{
	for (unsigned i = 0; i < LEDS_MAX; i++)
		if (led_is_there(&leds->led[i]) && !strcmp(leds->led[i].light.name, name))
			return &leds->led[i];
	return NULL;
}

static struct led *find_place(struct leds *leds)
{
	for (unsigned i = 0; i < LEDS_MAX; i++)
		if (!leds->led[i].used)
			return &leds->led[i];
	return NULL;
}

static void add(struct leds *leds, const char *name)
{
	struct led *led = find_place(leds);
	int error;

	if (!led) {
		log_error("light %s: more than %d: this one is left alone", name, LEDS_MAX);
		return;
	}
	led->leds = leds;
	if (light_open(&led->light, leds->root, name, leds->daemon->config.lights_inverted))
		return;
	error = start_thread(led);
	if (error) {
		log_error("light %s: %s", name, strerror(-error));
		led_free(led);
		return;
	}
	led->used = true;
	watch_writes(led);
	led_show(led);
	log_info("light %s shows the mute", name);
	if (!leds->count++)
		mute_on_event(leds->daemon->mute, POLICY_EVENT_LIGHTS, "a light shows the mute");
}

static bool is_wanted(const struct leds *leds, const char *name)
{
	char path[PATH_MAX];

	if (!light_is_name(name))
		return false;
	if (!leds->daemon->session) {
		snprintf(path, sizeof(path), "%s/%s", leds->records, name);
		return !access(path, F_OK);
	}
	snprintf(path, sizeof(path), "%s" LIGHTS_SYS "/%s/brightness", leds->root, name);
	return light_is_chosen(leds->daemon->config.lights, name) && !access(path, W_OK);
}

/* In session mode nobody has done it before. */
static bool remember(const struct leds *leds, const char *name)
{
	struct light light;

	if (!leds->daemon->session)
		return true;
	(void)mkdir(leds->records, 0700);
	return !light_open(&light, leds->root, name, false) &&
	       !light_remember(&light, leds->records);
}

void leds_find(struct leds *leds)
{
	struct dirent *entry;
	char path[PATH_MAX];
	DIR *directory;

	for (unsigned i = 0; i < LEDS_MAX; i++)
		if (led_is_there(&leds->led[i]) && !is_wanted(leds, leds->led[i].light.name))
			led_drop(&leds->led[i], leds->daemon->session);
	snprintf(path, sizeof(path), "%s%s", leds->daemon->session ? leds->root : leds->records,
		 leds->daemon->session ? LIGHTS_SYS : "");
	directory = opendir(path);
	while (directory && (entry = readdir(directory)))
		if (is_wanted(leds, entry->d_name) && !find(leds, entry->d_name) &&
		    remember(leds, entry->d_name))
			add(leds, entry->d_name);
	if (directory)
		closedir(directory);
}

static int on_record(sd_event_source *source, const struct inotify_event *event, void *userdata)
{
	struct leds *leds = userdata;

	(void)source;
	if (event->mask & IN_IGNORED)
		leds->folder = sd_event_source_disable_unref(leds->folder);
	leds_find(leds);
	watch_look_soon(leds->daemon->watch);
	return 0;
}

/* Nobody else makes records in session mode. */
void leds_watch_records(struct leds *leds)
{
	int error;

	if (leds->folder || leds->daemon->session)
		return;
	error = sd_event_add_inotify(leds->event, &leds->folder, leds->records, RECORDS_CHANGES,
				     on_record, leds);
	if (error < 0 && error != -ENOENT)
		log_warning("%s cannot be watched: %s", leds->records, strerror(-error));
}

void leds_reload(struct leds *leds)
{
	if (!leds)
		return;
	for (unsigned i = 0; i < LEDS_MAX; i++)
		if (led_is_there(&leds->led[i]) &&
		    leds->led[i].light.inverted != leds->daemon->config.lights_inverted)
			led_drop(&leds->led[i], false);
	leds_watch_records(leds);
	leds_find(leds);
	leds_show_all(leds);
}
