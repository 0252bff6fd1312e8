/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Finds the real microphones: every capture PCM that udev has finished with.
 * A device is reported once its real node stands where this process sees it
 * (the rules have moved it); until then each event asks again. Main thread.
 */
#include "card.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-device.h>
#include <unistd.h>

#include "log.h"

#define KNOWN_MAX 64	/* capture devices, more than 32 cards have in practice */
#define RETRY_FIRST_US (2 * 1000000ull)
#define RETRY_MAX_US (60 * 1000000ull)
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
	sd_device_monitor *monitor;
	sd_event *event;
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

	return sscanf(name, "controlC%u%n", card, &end) == 1 && end && !name[end] &&
	       *card < CARDS_MAX;
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

/* Devices that are no microphone: what udev rules say so of. */
static bool is_exempt(sd_device *device)
{
	const char *value;

	return sd_device_get_property_value(device, "HARDMUTE_EXEMPT", &value) >= 0 &&
	       !strcmp(value, "1");
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

/* A device that is there: new, known, or not ready yet. */
static void look_at(struct cards *cards, sd_device *device, unsigned card, unsigned number)
{
	struct known *known = find_known(cards, card, number);
	struct card_mic mic = { 0 };
	const char *syspath = "";
	dev_t devnum;
	int error;

	if (is_exempt(device) || sd_device_get_devnum(device, &devnum) < 0)
		return;
	sd_device_get_syspath(device, &syspath);
	if (known && (known->devnum != devnum || strcmp(known->mic.syspath, syspath))) {
		forget(cards, known);	/* its removal was not seen */
		known = NULL;
	}
	if (known)
		return;
	snprintf(mic.syspath, sizeof(mic.syspath), "%s", syspath);
	error = card_read("", card, number, devnum, &mic);
	if (error == -ENOENT || error == -ENXIO)
		return;		/* the rules have not moved it yet: an event will follow */
	if (error && error != -EBUSY) {
		log_error("%s (card %u device %u) cannot be opened: %s", mic.card_name, card, number,
			  strerror(-error));
		return;
	}
	learn(cards, &mic, devnum, error == -EBUSY);
}

/* alsactl restores a card's mixer in the event of its control node. */
static void on_control(struct cards *cards, unsigned card, bool there)
{
	cards->unsettled &= ~(1u << card);
	if (cards->callbacks->control)
		cards->callbacks->control(cards->userdata, card, there);
}

static int on_settle(sd_event_source *source, uint64_t time_us, void *userdata)
{
	struct cards *cards = userdata;

	(void)time_us;
	if (cards->unsettled && !access(UDEV_QUEUE, F_OK)) {
		sd_event_source_set_time_relative(source, UDEV_PAUSE_US);
		return sd_event_source_set_enabled(source, SD_EVENT_ONESHOT);
	}
	for (unsigned card = 0; card < CARDS_MAX; card++)
		if (cards->unsettled >> card & 1)
			on_control(cards, card, true);
	return 0;
}

static int on_device(sd_device_monitor *monitor, sd_device *device, void *userdata)
{
	struct cards *cards = userdata;
	sd_device_action_t action;
	unsigned card, number;
	struct known *known;
	const char *name;

	(void)monitor;
	if (sd_device_get_sysname(device, &name) < 0 || sd_device_get_action(device, &action) < 0)
		return 0;
	if (parse_control(name, &card))
		on_control(cards, card, action != SD_DEVICE_REMOVE);
	if (!parse_name(name, &card, &number))
		return 0;
	if (action != SD_DEVICE_REMOVE) {
		look_at(cards, device, card, number);
		return 0;
	}
	known = find_known(cards, card, number);
	if (known)
		forget(cards, known);
	return 0;
}

/* 1: still busy, ask again. */
static int retry_limits(struct cards *cards, struct known *known)
{
	struct card_mic mic = known->mic;
	int error;

	error = card_read("", mic.card, mic.device, known->devnum, &mic);
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

static int start_monitor(struct cards *cards)
{
	int error;

	error = sd_device_monitor_new(&cards->monitor);
	if (error < 0)
		return error;
	error = sd_device_monitor_filter_add_match_subsystem_devtype(cards->monitor, "sound", NULL);
	if (error < 0)
		return error;
	error = sd_device_monitor_attach_event(cards->monitor, cards->event);
	if (error < 0)
		return error;
	return sd_device_monitor_start(cards->monitor, on_device, cards);
}

/* What is there already, in the order of the kernel's names. */
static int enumerate(struct cards *cards)
{
	sd_device_enumerator *enumerator = NULL;
	sd_device *device;
	unsigned card, number;
	const char *name;
	int error;

	error = sd_device_enumerator_new(&enumerator);
	if (error < 0)
		return error;
	error = sd_device_enumerator_add_match_subsystem(enumerator, "sound", true);
	if (error >= 0)
		error = sd_device_enumerator_add_match_sysname(enumerator, "pcmC*D*c");
	if (error >= 0)
		error = sd_device_enumerator_add_match_sysname(enumerator, "controlC*");
	for (device = error < 0 ? NULL : sd_device_enumerator_get_device_first(enumerator);
	     device; device = sd_device_enumerator_get_device_next(enumerator)) {
		if (sd_device_get_sysname(device, &name) < 0)
			continue;
		if (parse_name(name, &card, &number))
			look_at(cards, device, card, number);
		else if (parse_control(name, &card))
			cards->unsettled |= 1u << card;
	}
	sd_device_enumerator_unref(enumerator);
	return error < 0 ? error : 0;
}

int cards_start(struct cards **result, sd_event *event, const struct cards_callbacks *callbacks,
		void *userdata)
{
	struct cards *cards = calloc(1, sizeof(*cards));
	int error;

	if (!cards)
		return -ENOMEM;
	cards->callbacks = callbacks;
	cards->userdata = userdata;
	cards->event = event;
	error = sd_event_add_time_relative(event, &cards->retry, CLOCK_MONOTONIC, RETRY_FIRST_US, 0,
					   on_retry, cards);
	if (error >= 0)
		error = sd_event_source_set_enabled(cards->retry, SD_EVENT_OFF);
	if (error >= 0)
		error = sd_event_add_time_relative(event, &cards->settle, CLOCK_MONOTONIC, 0, 0,
						   on_settle, cards);
	/* The monitor first: what appears in between is then seen twice, not missed. */
	if (error >= 0)
		error = start_monitor(cards);
	if (error >= 0)
		error = enumerate(cards);
	if (error < 0) {
		log_error("cannot watch for microphones: %s", strerror(-error));
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
	sd_device_monitor_unref(cards->monitor);
	sd_event_source_disable_unref(cards->retry);
	sd_event_source_disable_unref(cards->settle);
	free(cards);
}
