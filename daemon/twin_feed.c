/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A twin's microphone: when its feed runs, what follows when it fails, and all
 * gates together, for mute.c. Main thread only.
 */
#include "twin.h"

#include <stdio.h>
#include <string.h>

#include "bus.h"
#include "feed.h"
#include "log.h"
#include "mute.h"
#include "twin_private.h"

/*
 * A microphone that was open all the while (mode = silence) may still deliver
 * what it heard before the opening under a later time stamp: codecs, USB and
 * rate converters keep that much at most.
 */
#define OPEN_MIC_DELAY_NS 20000000

/*
 * A microphone that cannot be opened, and anything that ends a stream without
 * being asked to, is a loss: muted, for all. When it can be had again, going
 * live takes a new request.
 */
static void on_lost(struct twin *twin, const char *how, const char *detail)
{
	struct mute_cause cause;
	char text[192];

	if (twin_set_error(twin, detail))
		log_warning("%s: %s: %s", twin_title(twin, text), how, detail);
	twin_try_again(twin);
	snprintf(cause.text, sizeof(cause.text), "%.60s: %s", twin->mic.card_name, how);
	mute_on_event(twin_daemon(twin)->mute, POLICY_EVENT_LOST, cause.text);
}

void twin_on_feed(void *userdata, enum feed_event event, int error, const char *detail)
{
	struct twin *twin = userdata;
	char text[192];

	(void)error;
	switch (event) {
	case FEED_EVENT_OPENED:
		log_info("%s: opened: %s", twin_title(twin, text), detail);
		twin_clear_error(twin);
		break;
	case FEED_EVENT_FAILED:
		on_lost(twin, "cannot be opened", detail);
		break;
	case FEED_EVENT_LOST:
		on_lost(twin, "the microphone was lost", detail);
		break;
	case FEED_EVENT_STALLED:
		on_lost(twin, "the microphone stood still", detail);
		break;
	case FEED_EVENT_SPEECH:
		bus_speaking_changed(twin_daemon(twin)->bus);
		return;
	case FEED_EVENT_CLOSED:
		break;
	}
	bus_microphones_changed(twin_daemon(twin)->bus);
}

void twin_on_want(struct daemon *daemon, unsigned number, const struct link_want *want)
{
	struct twin *twin = twin_find(daemon, number);

	if (!twin)
		return;
	if (twin->up && memcmp(&twin->want, want, sizeof(*want)) != 0)
		twin_cancel_retry(twin);
	twin->want = *want;
	twin_settle_feed(daemon, twin);
}

void twin_on_stalled(struct daemon *daemon, unsigned number)
{
	struct twin *twin = twin_find(daemon, number);

	/* it may have been muted since the message was sent */
	if (twin && mute_get_state(daemon->mute) == MUTE_STATE_LIVE)
		on_lost(twin, "the microphone stood still", "no sound came any more");
}

/*
 * While a fence is pending a microphone stays as it is: closing it would delay
 * the proof. One that failed rests until its next try is due.
 */
void twin_settle_feed(struct daemon *daemon, struct twin *twin)
{
	enum mute_state state = mute_get_state(daemon->mute);
	bool wanted = twin->up && twin->want.wanted &&
		      (state == MUTE_STATE_LIVE || daemon->config.mode == CONFIG_MODE_SILENCE ||
		       daemon->config.remind);

	if (state == MUTE_STATE_MUTING)
		return;
	if (!wanted && twin->up)
		twin_cancel_retry(twin);
	feed_set_listening(twin->feed, state == MUTE_STATE_MUTED && daemon->config.remind);
	feed_set(twin->feed, wanted && !twin->retry, &twin->want);
}

bool twins_hear_speech(const struct daemon *daemon)
{
	if (mute_get_state(daemon->mute) != MUTE_STATE_MUTED)
		return false;
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		if (daemon->twins[i].used && feed_hears_speech(daemon->twins[i].feed))
			return true;
	return false;
}

void twins_settle_feeds(struct daemon *daemon)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		if (daemon->twins[i].used)
			twin_settle_feed(daemon, &daemon->twins[i]);
}

void twins_close_gates(struct daemon *daemon)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		if (daemon->twins[i].used)
			gate_close(feed_get_gate(daemon->twins[i].feed));
}

void twins_open_gates(struct daemon *daemon, int64_t now_ns)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++) {
		struct twin *twin = &daemon->twins[i];

		if (!twin->used)
			continue;
		gate_open(feed_get_gate(twin->feed),
			  feed_is_active(twin->feed) ? now_ns + OPEN_MIC_DELAY_NS : now_ns);
		if (twin->up)	/* a fresh request is a fresh try */
			twin_cancel_retry(twin);
	}
}
