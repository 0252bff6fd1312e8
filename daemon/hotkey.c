/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Makes requests of presses and releases. Muting asks nobody. Going live asks
 * whether the keyboard is real, whether the press can be a fresh one, and
 * authority.c.
 */
#include "hotkey.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "authority.h"
#include "daemon.h"
#include "evidence.h"
#include "history.h"
#include "keyboard.h"
#include "keyboards.h"
#include "log.h"
#include "mute.h"
#include "now.h"

/* A key that is held while its keyboard or the system comes up can look as if it went down then. */
#define SETTLE_PLUGGED_US 500000
#define SETTLE_WOKEN_US 1000000
/*
 * Nobody toggles what he cannot have seen yet: a second press so soon is the
 * same one, by a worn switch, or by firmware that tells two devices of it.
 */
#define SEEN_US 50000
#define REFUSED_PAUSE_US 1000000	/* between entries in the journal */

struct hotkey {
	struct daemon *daemon;
	const char *root;
	struct keyboards *keyboards;
	uint64_t hush_wishes;	/* mutes wished for when push-to-mute took effect; 0: it did not */
	int64_t refused_us;	/* when a refusal was written down */
	unsigned refused;	/* since then, not written */
};

/* Or the release of it. */
struct press {
	struct hotkey *hotkey;
	const struct keyboard *keyboard;
	const struct chord *chord;
	int64_t time_us;	/* CLOCK_MONOTONIC, by the kernel */
};

static struct mute_cause make_cause(const struct press *press)
{
	struct mute_cause cause = { .key_us = press->time_us > 0 ? press->time_us : 1 };

	chord_name(press->chord, cause.key);
	snprintf(cause.device, sizeof(cause.device), "%s", press->keyboard->name);
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

static const char *explain(int error)
{
	switch (-error) {
	case ENOTCONN: return "hardmute-driver does not run";
	case EBUSY: return "the system is going to sleep";
	case ECANCELED: return "overtaken by a later mute, or by the loss of a part";
	default: return strerror(-error);
	}
}

static void on_live_done(void *userdata, int error)
{
	(void)userdata;
	if (error)
		log_notice("the key could not unmute: %s", explain(error));
}

/* False, and why it cannot unmute. */
static bool may_unmute(const struct press *press, char *why, size_t size)
{
	struct hotkey *hotkey = press->hotkey;
	int64_t woke_us = mute_get_woke_us(hotkey->daemon->mute);

	if (!keyboards_trust(hotkey->keyboards, press->keyboard, why, size))
		return false;
	if (press->time_us - press->keyboard->opened_us < SETTLE_PLUGGED_US) {
		snprintf(why, size, "it may have been held when the keyboard came");
		return false;
	}
	if (woke_us && press->time_us - woke_us < SETTLE_WOKEN_US) {
		snprintf(why, size, "it may have been held when the system woke up");
		return false;
	}
	return authority_may_key_unmute(hotkey->daemon, why, size);
}

static void ask_live(const struct press *press)
{
	struct hotkey *hotkey = press->hotkey;
	struct mute_cause cause = make_cause(press);
	char why[160] = "";

	if (mute_get_state(hotkey->daemon->mute) == MUTE_STATE_LIVE)
		return;
	if (may_unmute(press, why, sizeof(why)))
		mute_request(hotkey->daemon->mute, true, &cause, on_live_done, hotkey);
	else
		refuse(hotkey, &cause, why);
}

static void ask_muted(const struct press *press)
{
	struct mute_cause cause = make_cause(press);

	mute_request(press->hotkey->daemon->mute, false, &cause, NULL, NULL);
}

/* While a mute is not confirmed yet it goes on, as on the bus. */
static void toggle(const struct press *press)
{
	const struct mute *mute = press->hotkey->daemon->mute;

	if (press->time_us - mute_get_came_us(mute) < SEEN_US)
		return;
	if (mute_get_state(mute) == MUTE_STATE_MUTED)
		ask_live(press);
	else
		ask_muted(press);
}

static void start_hush(const struct press *press)
{
	const struct mute *mute = press->hotkey->daemon->mute;
	bool live = mute_get_state(mute) == MUTE_STATE_LIVE;

	ask_muted(press);
	press->hotkey->hush_wishes = live ? mute_get_wishes(mute) : 0;
}

/* What was live before is live again, unless somebody else wants it muted meanwhile. */
static void end_hush(const struct press *press)
{
	uint64_t wishes = press->hotkey->hush_wishes;

	press->hotkey->hush_wishes = 0;
	if (wishes && wishes == mute_get_wishes(press->hotkey->daemon->mute))
		ask_live(press);
}

static void on_pressed(const struct press *press)
{
	switch (press->chord->action) {
	case CHORD_ACTION_MUTE: ask_muted(press); return;
	case CHORD_ACTION_UNMUTE: ask_live(press); return;
	case CHORD_ACTION_TOGGLE: toggle(press); return;
	case CHORD_ACTION_TALK: ask_live(press); return;
	case CHORD_ACTION_HUSH: start_hush(press); return;
	}
}

static void on_released(const struct press *press)
{
	switch (press->chord->action) {
	case CHORD_ACTION_MUTE: return;
	case CHORD_ACTION_UNMUTE: return;
	case CHORD_ACTION_TOGGLE: return;
	case CHORD_ACTION_TALK: ask_muted(press); return;
	case CHORD_ACTION_HUSH: end_hush(press); return;
	}
}

static void on_event(void *userdata, struct keyboard *keyboard, const struct input_event *event)
{
	struct hotkey *hotkey = userdata;
	const struct chords *chords = keyboards_get_chords(keyboard->keyboards);
	struct press press = { .hotkey = hotkey, .keyboard = keyboard };
	struct chord_step step;
	char why[128];

	press.time_us = event->input_event_sec * 1000000ll + event->input_event_usec;
	chord_feed(chords, &keyboard->state, event, &step);
	if (step.lost) {	/* a press of a key that mutes may be among them */
		snprintf(why, sizeof(why), "key events of %.60s were lost", keyboard->name);
		mute_on_event(hotkey->daemon->mute, POLICY_EVENT_LOST, why);
	}
	for (unsigned i = 0; i < chords->count; i++) {
		press.chord = &chords->chord[i];
		if (step.released >> i & 1)
			on_released(&press);
	}
	if (step.pressed >= 0) {
		press.chord = &chords->chord[step.pressed];
		on_pressed(&press);
	}
}

/* Nobody will say when push-to-talk is let go of. */
static void on_lost(void *userdata, struct keyboard *keyboard)
{
	const struct chords *chords = keyboards_get_chords(keyboard->keyboards);
	struct hotkey *hotkey = userdata;
	bool held = false;
	char why[128];

	for (unsigned i = 0; i < chords->count; i++)
		held |= keyboard->state.held >> i & 1 &&
			chords->chord[i].action == CHORD_ACTION_TALK;
	if (!held)
		return;
	snprintf(why, sizeof(why), "%.60s was lost while push-to-talk was held", keyboard->name);
	mute_on_event(hotkey->daemon->mute, POLICY_EVENT_LOST, why);
}

static void warn_of_members(const struct hotkey *hotkey)
{
	char user[64];

	if (!hotkey->daemon->session && keyboard_find_member(hotkey->root, user, sizeof(user)))
		log_warning("%s is in group " KEYBOARD_GROUP ": programs of that user can press every key,"
			    " and so unmute", user);
}

int hotkey_start(struct hotkey **result, sd_event *event, const char *root, struct daemon *daemon)
{
	static const struct keyboards_callbacks callbacks = { .event = on_event, .lost = on_lost };
	struct hotkey *hotkey = calloc(1, sizeof(*hotkey));
	int error;

	if (!hotkey)
		return -ENOMEM;
	hotkey->daemon = daemon;
	hotkey->root = root;
	error = keyboards_start(&hotkey->keyboards, event, root, &daemon->config, &callbacks, hotkey);
	if (error < 0) {
		free(hotkey);
		return error;
	}
	warn_of_members(hotkey);
	*result = hotkey;
	return 0;
}

void hotkey_stop(struct hotkey *hotkey)
{
	if (!hotkey)
		return;
	mute_forget(hotkey->daemon->mute, hotkey);
	keyboards_stop(hotkey->keyboards);
	free(hotkey);
}

void hotkey_reload(struct hotkey *hotkey)
{
	if (hotkey)
		keyboards_reload(hotkey->keyboards);
}

/* How many keyboards may unmute; the first that may not is named. */
static unsigned count_trusted(const struct hotkey *hotkey, unsigned *all, char *other, size_t size)
{
	const struct keyboard *keyboard = NULL;
	unsigned trusted = 0;
	char why[160];

	while ((keyboard = keyboards_next(hotkey->keyboards, keyboard))) {
		++*all;
		if (keyboards_trust(hotkey->keyboards, keyboard, why, sizeof(why)))
			trusted++;
		else if (!*other)
			snprintf(other, size, "; not %.40s: %.90s", keyboard->name, why);
	}
	return trusted;
}

void hotkey_check(const struct hotkey *hotkey, struct evidence_check *check)
{
	char other[160] = "", user[64];
	unsigned all = 0, trusted;

	check->result = EVIDENCE_RESULT_NOT_APPLICABLE;
	snprintf(check->detail, sizeof(check->detail), "no keyboard has a key for it");
	if (!hotkey)
		return;
	trusted = count_trusted(hotkey, &all, other, sizeof(other));
	if (!all)
		return;
	check->result = EVIDENCE_RESULT_OK;
	snprintf(check->detail, sizeof(check->detail), "%u of %u keyboards can unmute%s", trusted, all,
		 other);
	if (trusted && keyboard_find_member(hotkey->root, user, sizeof(user))) {
		check->result = EVIDENCE_RESULT_BAD;
		snprintf(check->detail, sizeof(check->detail), "%.32s is in group " KEYBOARD_GROUP
			 ": programs of that user can press every key, and so unmute: gpasswd -d %.32s "
			 KEYBOARD_GROUP, user, user);
	}
}
