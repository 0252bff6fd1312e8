/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Finds the real microphones: every capture PCM whose node stands where this
 * process sees it, because the udev rules have moved it there. They move,
 * change and remove nodes, so the folder of the nodes says all that there is to
 * be known. (udev's own messages would need the host's network namespace.)
 * Main thread.
 */
#include "card.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "exempt.h"
#include "log.h"

#define NODES "/dev/snd"
#define WATCHED (IN_CREATE | IN_MOVED_TO | IN_ATTRIB | IN_DELETE | IN_MOVED_FROM | IN_ONLYDIR)
#define GONE (IN_DELETE | IN_MOVED_FROM)

#define KNOWN_MAX 64	/* capture devices, more than 32 cards have in practice */
#define RETRY_FIRST_US (2 * 1000000ull)
#define RETRY_MAX_US (4 * 1000000ull)
#define UDEV_QUEUE "/run/udev/queue"	/* exists while udev has events to handle */
#define UDEV_PAUSE_US 200000
#define CARDS_MAX 32

struct known {
	bool used;
	dev_t devnum;
	struct card_mic mic;
};

struct cards {
	const struct cards_callbacks *callbacks;
	void *userdata;
	const char *root, *exempt;
	sd_event *event;
	sd_event_source *watch;
	sd_event_source *retry;		/* armed only while the limits of some device are unknown */
	uint64_t retry_us;
	uint32_t unsettled;		/* control nodes that udev may be busy with; a bit per card */
	sd_event_source *settle;	/* armed only while there are such */
	struct known known[KNOWN_MAX];
};

/* "pcmC0D0c" and nothing else. */
static bool parse_name(const char *name, unsigned *card, unsigned *device)
{
	int end = 0;

	return sscanf(name, "pcmC%uD%uc%n", card, device, &end) == 2 && end && !name[end];
}

static bool parse_control(const char *name, unsigned *card)
{
	int end = 0;

	return sscanf(name, "controlC%u%n", card, &end) == 1 && !name[end] && *card < CARDS_MAX;
}

static struct known *find_known(struct cards *cards, unsigned card, unsigned device)
{
	for (size_t i = 0; i < KNOWN_MAX; i++) {
		struct known *known = &cards->known[i];

		if (known->used && known->mic.card == card && known->mic.device == device)
			return known;
	}
	return NULL;
}

static struct known *find_free(struct cards *cards)
{
	for (size_t i = 0; i < KNOWN_MAX; i++)
		if (!cards->known[i].used)
			return &cards->known[i];
	return NULL;
}

static void schedule_retry(struct cards *cards)
{
	if (!cards->callbacks->changed)
		return;
	sd_event_source_set_time_relative(cards->retry, cards->retry_us);
	sd_event_source_set_enabled(cards->retry, SD_EVENT_ONESHOT);
}

static void forget(struct cards *cards, struct known *known)
{
	unsigned card = known->mic.card, device = known->mic.device;

	known->used = false;
	cards->callbacks->removed(cards->userdata, card, device);
}

static void learn(struct cards *cards, const struct card_mic *mic, dev_t devnum, bool busy)
{
	struct known *known = find_free(cards);

	if (!known) {
		log_error("card %u device %u: more than %d microphones, this one stays without twin",
			  mic->card, mic->device, KNOWN_MAX);
		return;
	}
	*known = (struct known){ .used = true, .devnum = devnum, .mic = *mic };
	if (busy) {
		log_notice("%s (card %u device %u) is open elsewhere, its limits are not known yet",
			   mic->card_name, mic->card, mic->device);
		cards->retry_us = RETRY_FIRST_US;
		schedule_retry(cards);
	}
	cards->callbacks->added(cards->userdata, mic);
}

/* What /sys says of a device; false: it is not there (any more). */
static bool read_device(const struct cards *cards, const char *name, struct card_mic *mic,
			dev_t *devnum)
{
	char path[PATH_MAX], target[PATH_MAX];
	unsigned major, minor;
	FILE *file;
	int found;

	snprintf(path, sizeof(path), "%s/sys/class/sound/%s", cards->root, name);
	if (!realpath(path, target))
		return false;
	snprintf(mic->syspath, sizeof(mic->syspath), "%.255s", target);
	strcat(target, "/dev");
	file = fopen(target, "re");
	if (!file)
		return false;
	found = fscanf(file, "%u:%u", &major, &minor);
	fclose(file);
	*devnum = makedev(major, minor);
	return found == 2;
}

/* A device that is there: new, known, or not ready yet. */
static void look_at(struct cards *cards, const char *name, unsigned card, unsigned number)
{
	struct known *known = find_known(cards, card, number);
	struct card_mic mic = { 0 };
	dev_t devnum;
	int error;

	if (!read_device(cards, name, &mic, &devnum) ||
	    exempt_has_card(cards->exempt, cards->root, card, NULL, 0))
		return;
	if (known && (known->devnum != devnum || strcmp(known->mic.syspath, mic.syspath))) {
		forget(cards, known);	/* its removal was not seen */
		known = NULL;
	}
	if (known)
		return;
	error = card_read(cards->root, card, number, devnum, &mic);
	/* The rules are not done with it: an event will follow. */
	if (error == -ENOENT || error == -ENXIO || error == -EACCES)
		return;
	if (error && error != -EBUSY) {
		log_error("%s (card %u device %u) cannot be opened: %s", mic.card_name, card, number,
			  strerror(-error));
		return;
	}
	learn(cards, &mic, devnum, error == -EBUSY);
}

static void schedule_settle(struct cards *cards, unsigned card)
{
	cards->unsettled |= 1u << card;
	sd_event_source_set_time_relative(cards->settle, UDEV_PAUSE_US);
	sd_event_source_set_enabled(cards->settle, SD_EVENT_ONESHOT);
}

/* What udev's rules run for a control node (alsactl restores the mixer) comes after our copy. */
static int on_settle(sd_event_source *source, uint64_t time_us, void *userdata)
{
	struct cards *cards = userdata;
	uint32_t settled = cards->unsettled;
	char path[PATH_MAX];

	(void)time_us;
	snprintf(path, sizeof(path), "%s" UDEV_QUEUE, cards->root);
	if (!access(path, F_OK)) {
		sd_event_source_set_time_relative(source, UDEV_PAUSE_US);
		return sd_event_source_set_enabled(source, SD_EVENT_ONESHOT);
	}
	cards->unsettled = 0;
	for (unsigned card = 0; card < CARDS_MAX; card++)
		if (settled >> card & 1)
			cards->callbacks->control(cards->userdata, card, true);
	return 0;
}

static void on_control(struct cards *cards, unsigned card, uint32_t mask)
{
	if (!cards->callbacks->control)
		return;
	if (!(mask & GONE)) {
		schedule_settle(cards, card);
		return;
	}
	cards->unsettled &= ~(1u << card);
	cards->callbacks->control(cards->userdata, card, false);
}

static void look_at_name(struct cards *cards, const char *name, uint32_t mask)
{
	unsigned card, number;

	if (parse_name(name, &card, &number))
		look_at(cards, name, card, number);
	else if (parse_control(name, &card))
		on_control(cards, card, mask);
}

/* What is there, in the order of the cards. 0 or -errno. */
static int look_at_all(struct cards *cards)
{
	struct dirent **entries;
	char path[PATH_MAX];
	int count;

	snprintf(path, sizeof(path), "%s" NODES, cards->root);
	count = scandir(path, &entries, NULL, versionsort);
	if (count < 0)
		return errno == ENOENT ? 0 : -errno;
	for (int i = 0; i < count; i++) {
		look_at_name(cards, entries[i]->d_name, 0);
		free(entries[i]);
	}
	free(entries);
	return 0;
}

static void forget_absent(struct cards *cards)
{
	char name[48];
	struct card_mic mic;
	dev_t devnum;

	for (size_t i = 0; i < KNOWN_MAX; i++) {
		struct known *known = &cards->known[i];

		snprintf(name, sizeof(name), "pcmC%uD%uc", known->mic.card, known->mic.device);
		if (known->used && (!read_device(cards, name, &mic, &devnum) ||
				    exempt_has_card(cards->exempt, cards->root, known->mic.card, NULL, 0)))
			forget(cards, known);
	}
}

void cards_look_again(struct cards *cards)
{
	int error;

	forget_absent(cards);
	error = look_at_all(cards);
	if (error)
		log_error("%s" NODES ": %s", cards->root, strerror(-error));
}

/* A node that went away is forgotten even if another has its name by now. */
static int on_node(sd_event_source *source, const struct inotify_event *event, void *userdata)
{
	struct cards *cards = userdata;
	unsigned card, number;
	struct known *known;

	(void)source;
	if (event->mask & IN_Q_OVERFLOW) {
		cards_look_again(cards);
		return 0;
	}
	if (!event->len)
		return 0;
	known = parse_name(event->name, &card, &number) ? find_known(cards, card, number) : NULL;
	if (known && event->mask & GONE)
		forget(cards, known);
	look_at_name(cards, event->name, event->mask);
	return 0;
}

/* 1: still busy, ask again. */
static int retry_limits(struct cards *cards, struct known *known)
{
	struct card_mic mic = known->mic;
	int error;

	error = card_read(cards->root, mic.card, mic.device, known->devnum, &mic);
	if (error)
		return error == -EBUSY;
	known->mic = mic;
	cards->callbacks->changed(cards->userdata, &known->mic);
	return 0;
}

static int on_retry(sd_event_source *source, uint64_t time_us, void *userdata)
{
	struct cards *cards = userdata;
	int busy = 0;

	(void)source;
	(void)time_us;
	for (size_t i = 0; i < KNOWN_MAX; i++)
		if (cards->known[i].used && !cards->known[i].mic.rate_max)
			busy += retry_limits(cards, &cards->known[i]);
	if (!busy)
		return 0;
	cards->retry_us *= 2;
	if (cards->retry_us > RETRY_MAX_US)
		cards->retry_us = RETRY_MAX_US;
	schedule_retry(cards);
	return 0;
}

int cards_start(struct cards **result, sd_event *event, const char *root, const char *exempt,
		const struct cards_callbacks *callbacks, void *userdata)
{
	struct cards *cards = calloc(1, sizeof(*cards));
	char path[PATH_MAX];
	int error;

	if (!cards)
		return -ENOMEM;
	*cards = (struct cards){ .callbacks = callbacks, .userdata = userdata, .root = root,
				 .exempt = exempt, .event = event };
	snprintf(path, sizeof(path), "%s" NODES, root);
	error = sd_event_add_time_relative(event, &cards->retry, CLOCK_MONOTONIC, RETRY_FIRST_US, 0,
					   on_retry, cards);
	if (error >= 0)
		error = sd_event_source_set_enabled(cards->retry, SD_EVENT_OFF);
	if (error >= 0)
		error = sd_event_add_time_relative(event, &cards->settle, CLOCK_MONOTONIC,
						   UDEV_PAUSE_US, 0, on_settle, cards);
	if (error >= 0)
		error = sd_event_source_set_enabled(cards->settle, SD_EVENT_OFF);
	/* First: what appears in between is then seen twice, not missed. */
	if (error >= 0)
		error = sd_event_add_inotify(event, &cards->watch, path, WATCHED, on_node, cards);
	/* Also: a queue of its own, which a flood in other folders cannot hold up. */
	if (error >= 0)
		error = sd_event_source_set_priority(cards->watch, SD_EVENT_PRIORITY_IMPORTANT);
	if (error >= 0)
		error = look_at_all(cards);
	if (error < 0) {
		log_error("cannot watch for microphones in %s: %s", path, strerror(-error));
		cards_stop(cards);
		return error;
	}
	*result = cards;
	return 0;
}

void cards_stop(struct cards *cards)
{
	if (!cards)
		return;
	sd_event_source_disable_unref(cards->watch);
	sd_event_source_disable_unref(cards->retry);
	sd_event_source_disable_unref(cards->settle);
	free(cards);
}
