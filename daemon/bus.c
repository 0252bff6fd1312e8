/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Serves org.hardmute: methods become mute requests and are answered when
 * these are done; the rest is properties.c. Main thread. It never waits for a
 * listener, and for the bus itself only at start (a second hardmuted must find
 * out) and in connection_flush; who calls is asked of it, and answered, in between.
 */
#include "bus.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ask.h"
#include "authority.h"
#include "caller.h"
#include "connection.h"
#include "daemon.h"
#include "duration.h"
#include "flood.h"
#include "log.h"
#include "mute.h"
#include "names.h"
#include "now.h"
#include "properties.h"

#define START_TIMEOUT_US (3 * 1000000ll)
#define CREDS_TIMEOUT_US (1 * 1000000ull)
#define WONDERING_MAX 16	/* mutes of which it is asked at a time whose they are */

/* A call that waits for its request to be carried out. */
struct pending {
	struct bus *bus;
	sd_bus_message *call;
	sd_bus_slot *who;		/* a mute of which the bus is asked whose it is; else NULL */
	uid_t uid;			/* who unmutes; (uid_t)-1 for a mute */
	struct pending *next;
};

struct bus {
	struct daemon *daemon;
	struct connection *connection;
	struct flood *flood;
	sd_event_source *lost;		/* tells the mute of a lost bus, out of whoever noticed it */
	struct pending *pending;
	unsigned wondering;		/* of those that have who */
	struct asks *asks;		/* whoever wants to unmute comes through here */
	bool owned;			/* the name is ours */
	bool answered;			/* ... or somebody said why not: */
	int name_error;
};

static void free_pending(struct pending *pending)
{
	struct pending **link = &pending->bus->pending;

	while (*link != pending)
		link = &(*link)->next;
	*link = pending->next;
	sd_bus_message_unref(pending->call);
	free(pending);
}

static int reply_error(sd_bus_message *call, int error)
{
	switch (-error) {
	case EPERM:
		return sd_bus_reply_method_errorf(call, BUS_ERROR_NOT_PERMITTED,
						  "The policy does not allow it");
	case ECANCELED:
		return sd_bus_reply_method_errorf(call, BUS_ERROR_FAILED,
						  "Overtaken by a later mute or by the loss of a part");
	case ENOTCONN:
		return sd_bus_reply_method_errorf(call, BUS_ERROR_FAILED,
						  "hardmute-driver does not run");
	case EBUSY:
		return sd_bus_reply_method_errorf(call, BUS_ERROR_FAILED,
						  "The system is going to sleep");
	case EREMOTEIO:
		return sd_bus_reply_method_errorf(call, BUS_ERROR_FAILED,
			"A light that shows the mute does not say live: see hardmutectl status");
	default:
		return sd_bus_reply_method_errorf(call, BUS_ERROR_FAILED, "%s", strerror(-error));
	}
}

static void on_request_done(void *userdata, int error)
{
	struct pending *pending = userdata;
	const struct daemon *daemon = pending->bus->daemon;
	enum mute_state state = mute_get_state(daemon->mute);

	if (!error && state == MUTE_STATE_LIVE && pending->uid != (uid_t)-1)
		authority_set_owner(daemon->authority, pending->uid);
	if (error)
		error = reply_error(pending->call, error);
	else
		error = sd_bus_reply_method_return(pending->call, "s", mute_state_word(state));
	if (error < 0 && error != -ENOTCONN)
		log_warning("a caller could not be answered: %s", strerror(-error));
	free_pending(pending);
}

/* NULL: no memory. */
static struct pending *add_pending(struct bus *bus, sd_bus_message *call, uid_t uid)
{
	struct pending *pending = calloc(1, sizeof(*pending));

	if (!pending)
		return NULL;
	pending->bus = bus;
	pending->call = sd_bus_message_ref(call);
	pending->uid = uid;
	pending->next = bus->pending;
	bus->pending = pending;
	return pending;
}

static void wonder_no_more(struct pending *pending)
{
	pending->bus->wondering--;
	pending->who = sd_bus_slot_unref(pending->who);
}

/* pending NULL, no memory for the answer: the mute is still carried out. caller NULL: nobody knows. */
static void mute_for(struct bus *bus, struct pending *pending, const struct caller *caller)
{
	struct mute_cause cause;

	caller_describe(caller, &cause);
	mute_request(bus->daemon->mute, false, &cause, pending ? on_request_done : NULL, pending);
}

static int on_caller(sd_bus_message *answer, void *userdata, sd_bus_error *error)
{
	struct pending *pending = userdata;
	struct caller caller;

	(void)error;
	wonder_no_more(pending);
	mute_for(pending->bus, pending, caller_take(answer, &caller) ? NULL : &caller);
	return 1;
}

/* Returns as sd-bus wants it: 1, the answer comes later. */
static int request_mute(struct bus *bus, sd_bus_message *call)
{
	struct pending *pending = add_pending(bus, call, (uid_t)-1);

	/* Who it was can be found out when nothing passes any more; in a flood it takes too long. */
	mute_hurry(bus->daemon->mute);
	if (!pending || flood_is_on(bus->flood) || bus->wondering == WONDERING_MAX ||
	    caller_ask(call, &pending->who, on_caller, pending))
		mute_for(bus, pending, NULL);
	else
		bus->wondering++;
	return pending ? 1 : -ENOMEM;
}

/* The answer of the bus would stand behind the whole flood. */
static void stop_wondering(struct bus *bus)
{
	struct pending *pending = bus->pending;

	while (pending) {
		if (!pending->who) {
			pending = pending->next;
			continue;
		}
		wonder_no_more(pending);
		mute_for(bus, pending, NULL);
		pending = bus->pending;		/* others may have been answered by that */
	}
}

/* Nobody can be answered any more. */
static void drop_pending(struct bus *bus)
{
	while (bus->pending) {
		struct pending *pending = bus->pending;

		/* NOLINTNEXTLINE(clang-analyzer-unix.Malloc): free_pending takes it off the list */
		if (pending->who) {
			wonder_no_more(pending);
			mute_for(bus, NULL, NULL);
		} else {
			mute_forget(bus->daemon->mute, pending);
		}
		free_pending(pending);
	}
}

static void on_granted(void *userdata, sd_bus_message *call, uint64_t limit_us,
		       const struct caller *caller)
{
	struct bus *bus = userdata;
	struct pending *pending = add_pending(bus, call, caller->uid);
	struct mute_cause cause;
	size_t used;
	char text[24];

	if (!pending) {
		(void)reply_error(call, -ENOMEM);
		return;
	}
	caller_describe(caller, &cause);
	used = strlen(cause.text);
	if (limit_us) {
		duration_format(limit_us, text, sizeof(text));
		snprintf(cause.text + used, sizeof(cause.text) - used, " for %s", text);
	}
	mute_request_live(bus->daemon->mute, limit_us, &cause, on_request_done, pending);
}

static int on_mute(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	(void)error;
	return request_mute(userdata, call);
}

/* In a flood somebody may want to mute, and could not be heard. */
static int ask(struct bus *bus, sd_bus_message *call, uint64_t limit_us)
{
	if (flood_is_on(bus->flood))
		return sd_bus_reply_method_errorf(call, SD_BUS_ERROR_LIMITS_EXCEEDED,
						  "Too many calls: nobody can find out who asks");
	return asks_start(bus->asks, call, limit_us);
}

static int on_unmute(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	(void)error;
	return ask(userdata, call, 0);
}

static int on_unmute_for(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	uint64_t limit_us;
	int read = sd_bus_message_read(call, "t", &limit_us);

	(void)error;
	if (read < 0)
		return read;
	if (!limit_us || limit_us > DURATION_MAX_US)
		return sd_bus_reply_method_errorf(call, SD_BUS_ERROR_INVALID_ARGS,
						  "The time must be from 1 us to 366 days");
	return ask(userdata, call, limit_us);
}

/* While a mute is not confirmed yet it goes on: the safe side. */
static int on_toggle(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	struct bus *bus = userdata;

	(void)error;
	return mute_get_state(bus->daemon->mute) == MUTE_STATE_MUTED ?
		ask(bus, call, 0) : request_mute(bus, call);
}

static int on_status(sd_bus_message *call, void *userdata, sd_bus_error *bus_error)
{
	struct bus *bus = userdata;
	int64_t begin_us = now_us();
	struct snapshot snapshot;
	sd_bus_message *reply = NULL;
	int error;

	(void)bus_error;
	snapshot_take(&snapshot, bus->daemon);
	error = sd_bus_message_new_method_return(call, &reply);
	if (error >= 0)
		error = properties_append_all(reply, &snapshot);
	if (error >= 0)
		error = sd_bus_send(NULL, reply, NULL);
	sd_bus_message_unref(reply);
	flood_asked(bus->flood, begin_us, now_us());
	return error;
}

static int on_get(sd_bus *connection, const char *path, const char *interface, const char *property,
		  sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	struct bus *bus = userdata;
	int64_t begin_us = now_us();
	struct snapshot snapshot;
	int done;

	(void)connection;
	(void)path;
	(void)interface;
	(void)error;
	snapshot_take(&snapshot, bus->daemon);
	done = properties_append(reply, &snapshot, property);
	flood_asked(bus->flood, begin_us, now_us());
	return done;
}

/* Everybody may call; who may unmute is decided in authority.c, not by the bus. */
#define METHOD_FLAGS SD_BUS_VTABLE_UNPRIVILEGED
#define PROPERTY(name, signature, flags) SD_BUS_PROPERTY(name, signature, on_get, 0, flags)

static const sd_bus_vtable vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_METHOD_WITH_ARGS("Mute", SD_BUS_NO_ARGS, SD_BUS_RESULT("s", state), on_mute,
				METHOD_FLAGS),
	SD_BUS_METHOD_WITH_ARGS("Unmute", SD_BUS_NO_ARGS, SD_BUS_RESULT("s", state), on_unmute,
				METHOD_FLAGS),
	SD_BUS_METHOD_WITH_ARGS("UnmuteFor", SD_BUS_ARGS("t", microseconds),
				SD_BUS_RESULT("s", state), on_unmute_for, METHOD_FLAGS),
	SD_BUS_METHOD_WITH_ARGS("Toggle", SD_BUS_NO_ARGS, SD_BUS_RESULT("s", state), on_toggle,
				METHOD_FLAGS),
	SD_BUS_METHOD_WITH_ARGS("Status", SD_BUS_NO_ARGS, SD_BUS_RESULT("a{sv}", status), on_status,
				METHOD_FLAGS),
	PROPERTY("State", "s", SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	PROPERTY("Verdict", "s", SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	PROPERTY("Since", "t", SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	PROPERTY("Reason", "s", SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	PROPERTY("LiveUntil", "t", SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	PROPERTY("LastFenceMicroseconds", "x", SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	PROPERTY("Microphones", "aa{sv}", SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	PROPERTY("Readers", "aa{sv}", SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	PROPERTY("SpeakingWhileMuted", "b", SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	PROPERTY("Evidence", "aa{sv}", SD_BUS_VTABLE_PROPERTY_EMITS_INVALIDATION),
	PROPERTY("Mode", "s", SD_BUS_VTABLE_PROPERTY_CONST),
	PROPERTY("Version", "s", SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_VTABLE_END
};

/* What mutes is always heard, at once. */
static bool is_mute(const struct bus *bus, sd_bus_message *call)
{
	return sd_bus_message_is_method_call(call, BUS_INTERFACE, "Mute") > 0 ||
	       (sd_bus_message_is_method_call(call, BUS_INTERFACE, "Toggle") > 0 &&
		mute_get_state(bus->daemon->mute) != MUTE_STATE_MUTED);
}

/* Of every message the first to hear. */
static int on_message(sd_bus_message *message, void *userdata, sd_bus_error *error)
{
	struct bus *bus = userdata;

	(void)error;
	if (sd_bus_message_is_method_call(message, NULL, NULL) <= 0)
		return 0;
	flood_count(bus->flood);
	if (flood_is_on(bus->flood))
		stop_wondering(bus);
	if (flood_may_ask(bus->flood, now_us()) || is_mute(bus, message))
		return 0;
	return sd_bus_reply_method_errorf(message, SD_BUS_ERROR_LIMITS_EXCEEDED,
					  "Too many calls at this moment");
}

/* C5: a mute that is asked for now would wait behind all of them. */
static void on_flood(void *userdata)
{
	struct bus *bus = userdata;

	if (mute_get_state(bus->daemon->mute) != MUTE_STATE_MUTED)
		mute_on_event(bus->daemon->mute, POLICY_EVENT_LOST, "too many calls on the bus");
}

static int on_name_answer(sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	struct bus *bus = userdata;
	uint32_t answer = 0;

	(void)error;
	bus->answered = true;
	if (sd_bus_message_is_method_error(reply, NULL))
		bus->name_error = -sd_bus_message_get_errno(reply);
	else if (sd_bus_message_read(reply, "u", &answer) < 0)
		bus->name_error = -EBADMSG;
	else if (answer == 1 || answer == 4)	/* primary owner; already owner */
		bus->name_error = 0;
	else
		bus->name_error = -EEXIST;
	if (!bus->name_error) {
		bus->owned = true;
		connection_settle(bus->connection);
		bus_microphones_changed(bus);
		bus_readers_changed(bus);
		bus_state_changed(bus);
	} else if (bus->name_error == -EEXIST) {
		connection_drop(bus->connection, "another hardmuted owns " BUS_NAME);
	} else {
		connection_drop(bus->connection, sd_bus_message_get_error(reply) ?
				sd_bus_message_get_error(reply)->message : "no name was given");
	}
	return 0;
}

static int on_up(void *userdata, sd_bus *connection)
{
	struct bus *bus = userdata;
	int error;

	bus->answered = bus->owned = false;
	error = sd_bus_set_method_call_timeout(connection, CREDS_TIMEOUT_US);
	if (error < 0)
		return error;
	error = sd_bus_add_filter(connection, NULL, on_message, bus);
	if (error < 0)
		return error;
	error = sd_bus_add_object_vtable(connection, NULL, BUS_PATH, BUS_INTERFACE, vtable, bus);
	if (error < 0)
		return error;
	return sd_bus_request_name_async(connection, NULL, BUS_NAME, 0, on_name_answer, bus);
}

static void on_down(void *userdata, const char *why)
{
	struct bus *bus = userdata;

	(void)why;
	if (bus->owned)
		sd_event_source_set_enabled(bus->lost, SD_EVENT_ONESHOT);
	bus->owned = false;
	asks_drop(bus->asks);
	drop_pending(bus);
}

/*
 * C5: nobody can be told that the microphone is live any more, so it is not.
 * From the loop, not from on_down: that may run in the middle of a mute's step.
 */
static int on_lost(sd_event_source *source, void *userdata)
{
	struct bus *bus = userdata;

	(void)source;
	mute_on_event(bus->daemon->mute, POLICY_EVENT_LOST, "the bus was lost");
	return 0;
}

/* Nothing is live yet, so the loop may stand still while the bus says whether the name is free. */
static void wait_for_name(struct bus *bus)
{
	int64_t end_us = now_us() + START_TIMEOUT_US, rest_us;
	sd_bus *connection;
	int done;

	while (!bus->answered && (connection = connection_get_bus(bus->connection))) {
		rest_us = end_us - now_us();
		if (rest_us <= 0)
			return;		/* the answer is taken when it comes */
		done = sd_bus_process(connection, NULL);
		if (done < 0)
			return;
		if (!done)
			sd_bus_wait(connection, (uint64_t)rest_us);
	}
}

int bus_start(struct bus **result, sd_event *event, struct daemon *daemon, bool session)
{
	static const struct connection_callbacks callbacks = {
		.purpose = "commands", .up = on_up, .down = on_down
	};
	struct bus *bus = calloc(1, sizeof(*bus));
	int error;

	if (!bus)
		return -ENOMEM;
	bus->daemon = daemon;
	error = asks_new(&bus->asks, daemon, on_granted, bus);
	if (error >= 0)
		error = sd_event_add_defer(event, &bus->lost, on_lost, bus);
	if (error >= 0)
		error = sd_event_source_set_enabled(bus->lost, SD_EVENT_OFF);
	if (error >= 0)
		error = flood_new(&bus->flood, event, on_flood, bus);
	if (error >= 0)
		error = connection_new(&bus->connection, event, session, &callbacks, bus);
	if (error >= 0) {
		wait_for_name(bus);
		error = bus->answered && bus->name_error == -EEXIST ? -EEXIST : 0;
	}
	if (error < 0) {
		bus_stop(bus);
		return error;
	}
	*result = bus;
	return 0;
}

void bus_stop(struct bus *bus)
{
	if (!bus)
		return;
	if (bus->connection && bus->owned)
		connection_flush(bus->connection);
	bus->owned = false;
	asks_free(bus->asks);
	drop_pending(bus);
	connection_free(bus->connection);
	flood_free(bus->flood);
	sd_event_source_disable_unref(bus->lost);
	free(bus);
}

static void emit(struct bus *bus, char **names)
{
	int error;

	if (!bus || !bus->owned)
		return;
	error = sd_bus_emit_properties_changed_strv(connection_get_bus(bus->connection), BUS_PATH,
						    BUS_INTERFACE, names);
	if (error < 0) {
		log_warning("a change could not be announced: %s", strerror(-error));
		return;
	}
	connection_flush(bus->connection);
}

void bus_state_changed(struct bus *bus)
{
	static char *names[] = { (char *)"State", (char *)"Verdict", (char *)"Since", (char *)"Reason",
				 (char *)"LiveUntil", (char *)"LastFenceMicroseconds",
				 (char *)"SpeakingWhileMuted",
				 (char *)"Evidence", NULL };

	emit(bus, names);
}

void bus_limit_changed(struct bus *bus)
{
	static char *names[] = { (char *)"LiveUntil", NULL };

	emit(bus, names);
}

void bus_cancel_asks(struct bus *bus)
{
	if (bus)
		asks_cancel(bus->asks);
}

void bus_verdict_changed(struct bus *bus)
{
	static char *names[] = { (char *)"Verdict", (char *)"Evidence", NULL };

	emit(bus, names);
}

void bus_speaking_changed(struct bus *bus)
{
	static char *names[] = { (char *)"SpeakingWhileMuted", NULL };

	emit(bus, names);
}

void bus_evidence_changed(struct bus *bus)
{
	static char *names[] = { (char *)"Evidence", (char *)"Microphones", NULL };

	emit(bus, names);
}

void bus_microphones_changed(struct bus *bus)
{
	static char *names[] = { (char *)"Microphones", (char *)"Verdict", (char *)"Evidence", NULL };

	emit(bus, names);
}

void bus_readers_changed(struct bus *bus)
{
	static char *names[] = { (char *)"Readers", (char *)"Microphones", NULL };

	emit(bus, names);
}
