/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Puts together three things: the configuration, the seat (logind's files) and
 * what logind says on the bus. It decides, and asks mute.c to mute; it never
 * unmutes. In session mode what logind does not say does not count: there may
 * be no logind, and nothing is proven there anyway.
 */
#include "authority.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bus.h"
#include "caller.h"
#include "daemon.h"
#include "log.h"
#include "logind.h"
#include "mute.h"
#include "seat.h"

#define START_TIMEOUT_US 1000000

struct authority {
	struct daemon *daemon;
	struct seat *seat;		/* NULL: no logind when we started */
	struct logind *logind;
	struct seat_session session;	/* the active one */
	uid_t owner;			/* who went live; (uid_t)-1: nobody who could log out */
};

static bool mutes_on(const struct daemon *daemon, unsigned what)
{
	return daemon->config.mute_on & what;
}

static void mute(struct authority *authority, unsigned what, const char *why)
{
	struct mute_cause cause = { .key_us = 0 };

	if (!mutes_on(authority->daemon, what))
		return;
	snprintf(cause.text, sizeof(cause.text), "%s", why);
	mute_request(authority->daemon->mute, false, &cause, NULL, NULL);
}

static void on_locked(void *userdata)
{
	mute(userdata, CONFIG_MUTE_ON_LOCK, "the screen was locked");
}

static void on_lid_closed(void *userdata)
{
	mute(userdata, CONFIG_MUTE_ON_LID, "the lid was closed");
}

static void on_idle(void *userdata)
{
	mute(userdata, CONFIG_MUTE_ON_IDLE, "nobody uses the computer");
}

static void look_at_session(struct authority *authority)
{
	struct seat_session before = authority->session;
	const struct seat_session *now = &authority->session;

	seat_get_session(&authority->session);
	if (!strcmp(before.id, now->id) && before.user == now->user && before.uid == now->uid)
		return;
	logind_set_session(authority->logind, now->id);
	mute(authority, CONFIG_MUTE_ON_SWITCH, now->user ? "another session became active" :
	     "no user's session is active at this computer");
}

/* The bus tells of each switch, the files only of where it has ended. */
static void on_switched(void *userdata)
{
	mute(userdata, CONFIG_MUTE_ON_SWITCH, "another session became active");
	look_at_session(userdata);
}

static void look_at_owner(struct authority *authority)
{
	char why[64];

	if (authority->owner == (uid_t)-1 || seat_is_logged_in(authority->owner))
		return;
	snprintf(why, sizeof(why), "user %u, who unmuted, has logged out", authority->owner);
	authority->owner = (uid_t)-1;
	mute(authority, CONFIG_MUTE_ON_LOGOUT, why);
}

static void on_seat_changed(void *userdata)
{
	look_at_session(userdata);
	look_at_owner(userdata);
}

static bool is_unknown(const struct authority *authority)
{
	const struct daemon *daemon = authority->daemon;

	return daemon->config.mute_on && !daemon->session &&
	       (!authority->seat || !logind_is_known(authority->logind));
}

/* What was unseen may have been a lock. */
static void on_lost(void *userdata, const char *why)
{
	struct authority *authority = userdata;

	if (is_unknown(authority))
		mute(authority, authority->daemon->config.mute_on, why);
}

static void watch_lid(struct authority *authority)
{
	const struct daemon *daemon = authority->daemon;

	logind_watch_lid(authority->logind, mute_get_state(daemon->mute) == MUTE_STATE_LIVE &&
			 mutes_on(daemon, CONFIG_MUTE_ON_LID));
}

/* Whoever asks. */
static bool may_anybody(const struct daemon *daemon, char *why, size_t size)
{
	const struct authority *authority = daemon->authority;

	if (!authority)
		snprintf(why, size, "hardmuted is starting or stopping");
	else if (mute_is_suspended(daemon->mute))
		snprintf(why, size, "the system is asleep");
	else if (is_unknown(authority))
		snprintf(why, size, "logind does not answer, the screen could be locked");
	else if (mutes_on(daemon, CONFIG_MUTE_ON_LOCK) && logind_is_locked(authority->logind))
		snprintf(why, size, "the screen is locked");
	else
		return true;
	return false;
}

bool authority_may_key_unmute(struct daemon *daemon, char *why, size_t size)
{
	const struct seat_session *session;

	if (!may_anybody(daemon, why, size))
		return false;
	session = &daemon->authority->session;
	if (daemon->session && session->user && session->uid != getuid())
		snprintf(why, size, "another user's session is active");
	else if (!daemon->session && daemon->config.mute_on && !session->user)
		snprintf(why, size, "no user's session is active at this computer");
	else
		return true;
	return false;
}

static enum config_unmute get_unmute(const struct daemon *daemon)
{
	/* A password would protect nothing: a program of the user can open the real microphone. */
	if (daemon->session && daemon->config.unmute == CONFIG_UNMUTE_ASK)
		return CONFIG_UNMUTE_SESSION;
	return daemon->config.unmute;
}

static bool is_session_user(const struct daemon *daemon, uid_t uid)
{
	if (uid == 0)
		return true;
	return daemon->session ? uid == getuid() : seat_has_user(uid);
}

enum authority_answer authority_judge_caller(struct daemon *daemon, const struct caller *caller,
					     char *why, size_t size)
{
	if (caller->uid == (uid_t)-1) {
		snprintf(why, size, "nobody knows who asks");
		return AUTHORITY_NO;
	}
	if (!may_anybody(daemon, why, size))
		return AUTHORITY_NO;
	switch (get_unmute(daemon)) {
	case CONFIG_UNMUTE_ASK:
		return AUTHORITY_ASK;
	case CONFIG_UNMUTE_SESSION:
		if (is_session_user(daemon, caller->uid))
			return AUTHORITY_YES;
		snprintf(why, size, "only the user at this computer may unmute");
		return AUTHORITY_NO;
	case CONFIG_UNMUTE_KEY:
		break;
	}
	snprintf(why, size, "only a key unmutes here (unmute = key)");
	return AUTHORITY_NO;
}

void authority_set_owner(struct authority *authority, uid_t uid)
{
	if (authority)
		authority->owner = seat_is_logged_in(uid) ? uid : (uid_t)-1;
}

void authority_state_changed(struct authority *authority)
{
	bool live;

	if (!authority)
		return;
	live = mute_get_state(authority->daemon->mute) == MUTE_STATE_LIVE;
	/* until a caller is named it is whoever sits there: a key was pressed */
	if (live && authority->session.user)
		authority_set_owner(authority, authority->session.uid);
	else
		authority->owner = (uid_t)-1;
	watch_lid(authority);
}

/* What the new configuration would not have let become live does not stay so. */
void authority_reload(struct authority *authority)
{
	struct daemon *daemon = authority->daemon;
	struct mute_cause cause = { .key_us = 0 };
	char why[64];

	bus_cancel_asks(daemon->bus);
	watch_lid(authority);
	if (may_anybody(daemon, why, sizeof(why)))
		return;
	snprintf(cause.text, sizeof(cause.text), "%s", why);
	mute_request(daemon->mute, false, &cause, NULL, NULL);
}

int authority_start(struct authority **result, sd_event *event, struct daemon *daemon)
{
	static const struct logind_callbacks callbacks = {
		.locked = on_locked, .lid_closed = on_lid_closed, .idle = on_idle,
		.switched = on_switched, .lost = on_lost
	};
	struct authority *authority = calloc(1, sizeof(*authority));
	int error;

	if (!authority)
		return -ENOMEM;
	authority->daemon = daemon;
	authority->owner = (uid_t)-1;
	error = seat_start(&authority->seat, event, on_seat_changed, authority);
	if (error && !daemon->session && daemon->config.mute_on)
		log_warning("sessions cannot be watched: %s; nobody can unmute (without logind: "
			    "\"mute-on =\" in hardmute.conf)", strerror(-error));
	error = logind_start(&authority->logind, event, &callbacks, authority);
	if (error < 0) {
		authority_stop(authority);
		return error;
	}
	seat_get_session(&authority->session);
	logind_set_session(authority->logind, authority->session.id);
	/* the first who asks should not be told that nothing is known */
	logind_wait(authority->logind, START_TIMEOUT_US);
	*result = authority;
	return 0;
}

void authority_stop(struct authority *authority)
{
	if (!authority)
		return;
	logind_stop(authority->logind);
	seat_stop(authority->seat);
	free(authority);
}
