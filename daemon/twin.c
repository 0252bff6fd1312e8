/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The life of a twin. Its place in daemon->twins is its number. A place that
 * is not used but has a /dev/cuse descriptor is reserved: the descriptor came
 * from an earlier life, and applications may still have the device open.
 *
 * A descriptor counts as adopted, and is stored for a restart, from the moment
 * the driver says that its device is up. One whose device never came up is
 * thrown away with the driver that failed on it.
 */
#include "twin.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bus.h"
#include "driver.h"
#include "feed.h"
#include "history.h"
#include "log.h"
#include "mute.h"
#include "names.h"
#include "store.h"
#include "twin_private.h"

#define CUSE_PATH "/dev/cuse"
#define RETRY_FIRST_MS 1000
#define RETRY_MAX_MS 10000
#define RETRY_ACCURACY_US 100000
#define FREE_TIMEOUT_MS 500
#define CHANNELS_MAX 64		/* of a twin; some hardware drivers claim any number */

static void present(struct daemon *daemon, struct twin *twin);

/* The sd-event and feed callbacks of a twin get the twin; the daemon is around it. */
struct daemon *twin_daemon(struct twin *twin)
{
	struct twin *first = twin - twin->number;

	return (struct daemon *)((char *)first - offsetof(struct daemon, twins));
}

struct twin *twin_find(struct daemon *daemon, unsigned number)
{
	if (number >= LINK_TWINS_MAX || !daemon->twins[number].used)
		return NULL;
	return &daemon->twins[number];
}

/* "HDA Intel PCH: ALC257 Analog (card 0, device 0)", for log lines. */
const char *twin_title(struct twin *twin, char text[192])
{
	const struct card_mic *mic = &twin->mic;

	if (twin_daemon(twin)->session)
		snprintf(text, 192, "%s", mic->card_name);
	else
		snprintf(text, 192, "%s%s%s (card %u, device %u)", mic->card_name,
			 *mic->pcm_name ? ": " : "", mic->pcm_name, mic->card, mic->device);
	return text;
}

/* Remembers for the user why the microphone does not work; true when that is news. */
bool twin_set_error(struct twin *twin, const char *text)
{
	if (!strncmp(twin->error, text, sizeof(twin->error) - 1))
		return false;
	snprintf(twin->error, sizeof(twin->error), "%s", text);
	bus_microphones_changed(twin_daemon(twin)->bus);
	return true;
}

void twin_cancel_retry(struct twin *twin)
{
	twin->retry = sd_event_source_disable_unref(twin->retry);
	twin->retry_ms = 0;
}

void twin_clear_error(struct twin *twin)
{
	twin_cancel_retry(twin);
	twin->error[0] = 0;
}

static int on_retry(sd_event_source *source, uint64_t usec, void *userdata)
{
	struct twin *twin = userdata;

	(void)source;
	(void)usec;
	twin->retry = sd_event_source_disable_unref(twin->retry);
	if (twin->up)
		twin_settle_feed(twin_daemon(twin), twin);
	else
		present(twin_daemon(twin), twin);
	return 0;
}

void twin_try_again(struct twin *twin)
{
	sd_event *event = twin_daemon(twin)->event;

	twin->retry = sd_event_source_disable_unref(twin->retry);
	twin->retry_ms = twin->retry_ms ? twin->retry_ms * 2 : RETRY_FIRST_MS;
	if (twin->retry_ms > RETRY_MAX_MS)
		twin->retry_ms = RETRY_MAX_MS;
	if (sd_event_add_time_relative(event, &twin->retry, CLOCK_MONOTONIC,
				       twin->retry_ms * 1000ull, RETRY_ACCURACY_US, on_retry,
				       twin) < 0)
		log_error("twin %u: no timer for the next try", twin->number);
}

void twins_init(struct daemon *daemon)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		daemon->twins[i] = (struct twin){ .number = i, .cuse_fd = -1 };
}

static void store_name(const struct twin *twin, char name[STORE_NAME_MAX])
{
	store_name_twin(name, STORE_NAME_MAX, twin->mic.card, twin->mic.device, twin->number);
}

/* The device goes away as soon as the driver has closed its copy too. */
static void drop_node(struct daemon *daemon, struct twin *twin)
{
	char name[STORE_NAME_MAX];

	driver_watch_twin(daemon->driver, twin->number, -1);
	store_name(twin, name);
	if (twin->adopted)
		store_remove(name);
	if (twin->cuse_fd >= 0)
		close(twin->cuse_fd);
	twin->cuse_fd = -1;
	twin->adopted = twin->up = false;
}

void twin_adopt(struct daemon *daemon, unsigned card, unsigned device, unsigned number, int fd)
{
	struct twin *twin = number < LINK_TWINS_MAX ? &daemon->twins[number] : NULL;

	if (!twin || twin->used || twin->cuse_fd >= 0) {
		char name[STORE_NAME_MAX];

		store_name_twin(name, sizeof(name), card, device, number);
		store_remove(name);
		close(fd);
		return;
	}
	twin->cuse_fd = fd;
	twin->adopted = true;
	twin->mic.card = card;
	twin->mic.device = device;
}

void twin_forget_unclaimed(struct daemon *daemon)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		if (!daemon->twins[i].used && daemon->twins[i].cuse_fd >= 0)
			drop_node(daemon, &daemon->twins[i]);
}

static struct twin *find_mic(struct daemon *daemon, unsigned card, unsigned device, bool used)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++) {
		struct twin *twin = &daemon->twins[i];

		if (twin->used == used && (used || twin->cuse_fd >= 0) &&
		    twin->mic.card == card && twin->mic.device == device)
			return twin;
	}
	return NULL;
}

/* The place that was reserved for this microphone, or the first that is free. */
static struct twin *find_place(struct daemon *daemon, const struct card_mic *mic)
{
	struct twin *twin = find_mic(daemon, mic->card, mic->device, false);

	for (unsigned i = 0; i < LINK_TWINS_MAX && !twin; i++)
		if (!daemon->twins[i].used && daemon->twins[i].cuse_fd < 0)
			twin = &daemon->twins[i];
	return twin;
}

static struct twin *use_place(struct daemon *daemon, struct twin *twin,
			      const struct card_mic *mic, const struct mic_ops *ops,
			      const char *spec)
{
	int error = feed_new(&twin->feed, daemon->event, ops, spec,
			     link_get_bell_fd(daemon->link), twin_on_feed, twin);

	if (error) {
		log_error("%s: no virtual microphone: %s", mic->card_name, strerror(-error));
		return NULL;
	}
	twin->mic = *mic;
	twin->used = true;
	present(daemon, twin);
	bus_microphones_changed(daemon->bus);
	mute_on_event(daemon->mute, POLICY_EVENT_TWIN_ADDED, "a microphone was plugged in");
	return twin;
}

void twin_add(struct daemon *daemon, const struct card_mic *mic)
{
	struct twin *twin = find_place(daemon, mic);
	char spec[32], text[192];

	if (find_mic(daemon, mic->card, mic->device, true))
		return;
	if (!twin) {
		log_error("%s: more than %d microphones: this one stays shut", mic->card_name,
			  LINK_TWINS_MAX);
		return;
	}
	snprintf(spec, sizeof(spec), "%u,%u", mic->card, mic->device);
	if (use_place(daemon, twin, mic, &mic_alsa, spec))
		history_microphone(daemon->history, twin_title(twin, text), true);
}

void twin_change(struct daemon *daemon, const struct card_mic *mic)
{
	struct twin *twin = find_mic(daemon, mic->card, mic->device, true);

	if (!twin)
		return;
	twin->mic = *mic;
	bus_microphones_changed(daemon->bus);
}

/*
 * Plugged out. While live that is a loss like any other: the user spoke into
 * something that is gone, and what takes its place was not asked for.
 */
void twin_remove(struct daemon *daemon, unsigned card, unsigned device)
{
	struct twin *twin = find_mic(daemon, card, device, true);
	struct mute_cause cause;
	char text[192];

	if (!twin)
		return;
	history_microphone(daemon->history, twin_title(twin, text), false);
	snprintf(cause.text, sizeof(cause.text), "%.60s: plugged out", twin->mic.card_name);
	gate_close(feed_get_gate(twin->feed));
	mute_on_event(daemon->mute, POLICY_EVENT_LOST, cause.text);
	feed_free(twin->feed);
	(void)link_remove_twin(daemon->link, twin->number);
	driver_on_readers(daemon->driver, twin->number, 0);
	drop_node(daemon, twin);
	sd_event_source_disable_unref(twin->retry);
	*twin = (struct twin){ .number = twin->number, .cuse_fd = -1 };
	bus_microphones_changed(daemon->bus);
}

int twin_set_session(struct daemon *daemon)
{
	struct twin *twin = &daemon->twins[0];
	struct card_mic mic = { .channels_max = 2 };
	const char *spec;
	const struct mic_ops *ops = mic_find(daemon->config.microphone, &spec);
	int error;

	if (!ops)
		return -EINVAL;
	snprintf(mic.card_name, sizeof(mic.card_name), "%.79s", *daemon->config.microphone ?
		 daemon->config.microphone : "the sound server's default microphone");
	snprintf(mic.pcm_id, sizeof(mic.pcm_id), SESSION_SOURCE);
	if (!twin->used)
		return use_place(daemon, twin, &mic, ops, spec) ? 0 : -ENOMEM;
	gate_close(feed_get_gate(twin->feed));
	error = feed_set_source(twin->feed, ops, spec);
	if (error)
		return error;
	twin->mic = mic;
	twin_clear_error(twin);
	mute_on_event(daemon->mute, POLICY_EVENT_LOST, "another microphone was configured");
	bus_microphones_changed(daemon->bus);
	return 0;
}

/* 0 or -errno, and twin->error says it in words that help. */
static int open_node(struct twin *twin)
{
	char text[sizeof(twin->error)];
	int error;

	if (twin->cuse_fd >= 0)
		return 0;
	twin->cuse_fd = open(CUSE_PATH, O_RDWR | O_CLOEXEC);
	if (twin->cuse_fd >= 0)
		return 0;
	error = -errno;
	snprintf(text, sizeof(text), CUSE_PATH ": %s%s", strerror(-error),
		 error == -EACCES || error == -EPERM ? " (it must belong to group hardmute)" :
		 error == -ENOENT || error == -ENODEV || error == -ENXIO ?
		 " (the kernel needs the module cuse)" : "");
	if (twin_set_error(twin, text))
		log_error("%s: no virtual microphone, so it stays mute: %s", twin->mic.card_name,
			  text);
	return error;
}

static void describe(const struct twin *twin, struct link_twin *add)
{
	const struct card_mic *mic = &twin->mic;

	memset(add, 0, sizeof(*add));
	add->card = mic->card;
	add->device = mic->device;
	add->channels_max = mic->channels_max < CHANNELS_MAX ? mic->channels_max : CHANNELS_MAX;
	add->rate_max = mic->rate_max;
	add->adopted = twin->adopted;
	snprintf(add->id, sizeof(add->id), "%s", mic->pcm_id);
	snprintf(add->name, sizeof(add->name), "%s", *mic->pcm_name ? mic->pcm_name :
		 mic->card_name);
	snprintf(add->subname, sizeof(add->subname), "%s", mic->subname);
}

/* Hands a twin to the driver, if there is one. */
static void present(struct daemon *daemon, struct twin *twin)
{
	struct link_twin add;

	twin->retry = sd_event_source_disable_unref(twin->retry);
	if (!link_is_ready(daemon->link))
		return;
	if (!daemon->session && open_node(twin)) {
		twin_try_again(twin);
		return;
	}
	describe(twin, &add);
	(void)link_add_twin(daemon->link, twin->number, &add, feed_get_gate(twin->feed)->fd,
			    twin->cuse_fd);
}

void twins_on_driver_ready(struct daemon *daemon)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		if (daemon->twins[i].used)
			present(daemon, &daemon->twins[i]);
}

static void forget_readers(struct daemon *daemon, struct twin *twin)
{
	twin->up = false;
	twin->readers = 0;
	memset(&twin->want, 0, sizeof(twin->want));
	twin_settle_feed(daemon, twin);
}

void twins_on_driver_lost(struct daemon *daemon)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++) {
		struct twin *twin = &daemon->twins[i];

		if (!twin->used)
			continue;
		twin->retry = sd_event_source_disable_unref(twin->retry);
		forget_readers(daemon, twin);
		if (!twin->adopted)
			drop_node(daemon, twin);
	}
	bus_microphones_changed(daemon->bus);
	bus_readers_changed(daemon->bus);
}

void twin_on_up(struct daemon *daemon, unsigned number)
{
	struct twin *twin = twin_find(daemon, number);
	char name[STORE_NAME_MAX];

	if (!twin)
		return;
	twin_clear_error(twin);
	twin->up = true;
	twin_settle_feed(daemon, twin);
	if (twin->cuse_fd >= 0) {
		store_name(twin, name);
		if (!twin->adopted)
			(void)store_put(name, twin->cuse_fd);
		twin->adopted = true;
		driver_watch_twin(daemon->driver, number, twin->cuse_fd);
	}
	bus_microphones_changed(daemon->bus);
}

void twin_on_failed(struct daemon *daemon, unsigned number, int error)
{
	struct twin *twin = twin_find(daemon, number);
	char text[192], reason[160];

	if (!twin)
		return;
	forget_readers(daemon, twin);
	drop_node(daemon, twin);
	snprintf(reason, sizeof(reason), "no virtual microphone: %s", strerror(-error));
	if (twin_set_error(twin, reason))
		log_error("%s: %s", twin_title(twin, text), reason);
	bus_microphones_changed(daemon->bus);
	twin_try_again(twin);
}

void twin_on_readers(struct daemon *daemon, unsigned number, unsigned count)
{
	struct twin *twin = twin_find(daemon, number);

	if (!twin)
		return;
	twin->readers = count;
	bus_readers_changed(daemon->bus);
}

void twins_finish(struct daemon *daemon)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++) {
		struct twin *twin = &daemon->twins[i];

		if (twin->used)
			feed_free_now(twin->feed, FREE_TIMEOUT_MS);
		sd_event_source_disable_unref(twin->retry);
		if (twin->cuse_fd >= 0)
			close(twin->cuse_fd);
		*twin = (struct twin){ .number = i, .cuse_fd = -1 };
	}
}
