/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Signals are subscribed to before logind is asked, so whatever changes after
 * the answer was made is told. One match takes the changes of all its objects.
 * Any program can send such signals; those count that come from where logind's
 * answers come from, which only its owner can send: the bus sees to it.
 */
#include "logind.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "connection.h"
#include "lid.h"
#include "log.h"
#include "now.h"

#define ANSWER_TIMEOUT_US (5 * 1000000ull)
#define LID_PERIOD_US 1000000ull
#define LID_ACCURACY_US 200000

struct logind {
	const struct logind_callbacks *callbacks;
	void *userdata;
	struct connection *connection;
	char owner[64];			/* logind's unique name; "" not known */
	char *session;			/* object path; NULL: there is none */
	sd_bus_slot *manager_slot, *session_slot;	/* calls under way */
	bool manager_known, session_known;
	bool locked, session_idle, manager_idle, lid_closed;
	bool lid_silent;		/* this logind does not tell of the lid */
	bool lid_matters;
	bool has_lid;			/* known while both are true */
	sd_event_source *lid_timer;
};

bool logind_is_known(const struct logind *logind)
{
	return logind->manager_known && logind->session_known;
}

bool logind_is_locked(const struct logind *logind)
{
	return logind->locked;
}

bool logind_is_idle(const struct logind *logind)
{
	return logind->session_idle || logind->manager_idle;
}

bool logind_is_lid_closed(const struct logind *logind)
{
	return logind->lid_closed;
}

sd_bus *logind_get_bus(const struct logind *logind)
{
	return connection_get_bus(logind->connection);
}

static void set_locked(struct logind *logind, bool locked)
{
	bool news = locked && !logind->locked;

	logind->locked = locked;
	if (news)
		logind->callbacks->locked(logind->userdata);
}

static void set_lid(struct logind *logind, bool closed)
{
	bool news = closed && !logind->lid_closed;

	logind->lid_closed = closed;
	if (news)
		logind->callbacks->lid_closed(logind->userdata);
}

static void set_idle(struct logind *logind, bool *which, bool idle)
{
	bool news = idle && !logind_is_idle(logind);

	*which = idle;
	if (news)
		logind->callbacks->idle(logind->userdata);
}

/* Until logind answers nothing is known; what it said last is no answer. */
static void forget_session(struct logind *logind)
{
	logind->session_slot = sd_bus_slot_unref(logind->session_slot);
	logind->session_known = logind->locked = logind->session_idle = false;
}

static void forget(struct logind *logind, const char *why)
{
	bool known = logind_is_known(logind);

	forget_session(logind);
	logind->owner[0] = '\0';
	logind->manager_slot = sd_bus_slot_unref(logind->manager_slot);
	logind->manager_known = logind->manager_idle = logind->lid_closed = false;
	if (known)
		logind->callbacks->lost(logind->userdata, why);
}

/* Where the property of that name goes; NULL: it is not followed. */
static void take_property(struct logind *logind, const char *interface, const char *name, bool value)
{
	bool manager = !strcmp(interface, LOGIND_MANAGER);

	if (manager && !strcmp(name, "LidClosed"))
		set_lid(logind, value);
	else if (manager && !strcmp(name, "IdleHint"))
		set_idle(logind, &logind->manager_idle, value);
	else if (!manager && !strcmp(name, "LockedHint"))
		set_locked(logind, value);
	else if (!manager && !strcmp(name, "IdleHint"))
		set_idle(logind, &logind->session_idle, value);
}

/* a{sv}, of which only booleans matter. True: there was a boolean called must. */
static bool take_properties(struct logind *logind, sd_bus_message *message, const char *interface,
			    const char *must)
{
	const char *name, *type;
	bool found = false;
	int value;

	if (sd_bus_message_enter_container(message, 'a', "{sv}") < 0)
		return false;
	while (sd_bus_message_enter_container(message, 'e', "sv") > 0) {
		if (sd_bus_message_read(message, "s", &name) < 0 ||
		    sd_bus_message_peek_type(message, NULL, &type) < 0)
			return false;
		if (strcmp(type, "b") != 0) {
			if (sd_bus_message_skip(message, "v") < 0)
				return false;
		} else {
			if (sd_bus_message_read(message, "v", "b", &value) < 0)
				return false;
			found |= !strcmp(name, must);
			take_property(logind, interface, name, value);
		}
		if (sd_bus_message_exit_container(message) < 0)
			return false;
	}
	return found;
}

/* One that hangs is left, and tried again like a bus that is gone. */
static bool is_hung(sd_bus_message *answer)
{
	return sd_bus_message_is_method_error(answer, SD_BUS_ERROR_NO_REPLY) ||
	       sd_bus_message_is_method_error(answer, SD_BUS_ERROR_TIMEOUT);
}

static void note_owner(struct logind *logind, sd_bus_message *answer)
{
	const char *sender = sd_bus_message_get_sender(answer);

	snprintf(logind->owner, sizeof(logind->owner), "%s", sender ? sender : "");
}

static bool is_from_logind(const struct logind *logind, sd_bus_message *signal)
{
	const char *sender = sd_bus_message_get_sender(signal);

	return sender && *logind->owner && !strcmp(sender, logind->owner);
}

static int on_manager(sd_bus_message *answer, void *userdata, sd_bus_error *error)
{
	struct logind *logind = userdata;

	(void)error;
	logind->manager_slot = sd_bus_slot_unref(logind->manager_slot);
	if (is_hung(answer)) {
		connection_drop(logind->connection, "logind does not answer");
	} else if (!sd_bus_message_is_method_error(answer, NULL)) {
		connection_settle(logind->connection);
		note_owner(logind, answer);
		logind->manager_known = take_properties(logind, answer, LOGIND_MANAGER, "LidClosed");
	} else if (logind->manager_known) {
		forget(logind, "logind is gone");
	} else {
		log_info("no logind: locks of the screen will not be noticed");
	}
	return 0;
}

static int on_session(sd_bus_message *answer, void *userdata, sd_bus_error *error)
{
	struct logind *logind = userdata;

	(void)error;
	logind->session_slot = sd_bus_slot_unref(logind->session_slot);
	if (is_hung(answer))
		connection_drop(logind->connection, "logind does not answer");
	if (sd_bus_message_is_method_error(answer, NULL))
		return 0;	/* it has ended meanwhile: another one will be named */
	note_owner(logind, answer);
	logind->session_known = take_properties(logind, answer, LOGIND_SESSION, "LockedHint");
	return 0;
}

static int get_all(struct logind *logind, sd_bus_slot **slot, const char *path, const char *interface,
		   sd_bus_message_handler_t answered)
{
	sd_bus *bus = connection_get_bus(logind->connection);
	sd_bus_message *call = NULL;
	int error;

	if (!bus)
		return -ENOTCONN;
	*slot = sd_bus_slot_unref(*slot);
	error = sd_bus_message_new_method_call(bus, &call, LOGIND, path, DBUS_PROPERTIES, "GetAll");
	if (error >= 0)
		error = sd_bus_message_append(call, "s", interface);
	if (error >= 0)
		error = sd_bus_call_async(bus, slot, call, answered, logind, ANSWER_TIMEOUT_US);
	sd_bus_message_unref(call);
	return error < 0 ? error : 0;
}

static void ask_manager(struct logind *logind)
{
	(void)get_all(logind, &logind->manager_slot, LOGIND_PATH, LOGIND_MANAGER, on_manager);
}

/* Without a session there is no lock either. */
static void ask_session(struct logind *logind)
{
	if (!logind->session)
		logind->session_known = true;
	else
		(void)get_all(logind, &logind->session_slot, logind->session, LOGIND_SESSION,
			      on_session);
}

void logind_set_session(struct logind *logind, const char *id)
{
	forget_session(logind);
	free(logind->session);
	logind->session = NULL;
	/* a path that cannot be made is one about which nothing is known */
	if (*id && sd_bus_path_encode(LOGIND_PATH "/session", id, &logind->session) < 0) {
		logind->session = NULL;
		return;
	}
	ask_session(logind);
}

void logind_wait(struct logind *logind, int64_t timeout_us)
{
	int64_t end_us = now_us() + timeout_us, rest_us;
	sd_bus *bus;
	int done;

	while ((logind->manager_slot || logind->session_slot) &&
	       (bus = connection_get_bus(logind->connection))) {
		rest_us = end_us - now_us();
		if (rest_us <= 0)
			return;
		done = sd_bus_process(bus, NULL);
		if (done < 0)
			return;
		if (!done)
			sd_bus_wait(bus, (uint64_t)rest_us);
	}
}

/* a{sv}, as. What cannot be read may have been it. */
static bool names_property(sd_bus_message *signal, const char *property)
{
	const char *name;
	int read;

	if (sd_bus_message_enter_container(signal, 'a', "{sv}") < 0)
		return true;
	while ((read = sd_bus_message_enter_container(signal, 'e', "sv")) > 0) {
		if (sd_bus_message_read(signal, "s", &name) < 0 || !strcmp(name, property) ||
		    sd_bus_message_skip(signal, "v") < 0 || sd_bus_message_exit_container(signal) < 0)
			return true;
	}
	if (read < 0 || sd_bus_message_exit_container(signal) < 0 ||
	    sd_bus_message_enter_container(signal, 'a', "s") < 0)
		return true;
	while ((read = sd_bus_message_read(signal, "s", &name)) > 0)
		if (!strcmp(name, property))
			return true;
	return read < 0;
}

static int on_changed(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	const char *path = sd_bus_message_get_path(signal), *interface;
	struct logind *logind = userdata;

	(void)error;
	if (!is_from_logind(logind, signal) || sd_bus_message_read(signal, "s", &interface) < 0)
		return 0;
	if (!strcmp(path, LOGIND_PATH) && !strcmp(interface, LOGIND_MANAGER))
		(void)take_properties(logind, signal, interface, "");
	else if (logind->session && !strcmp(path, logind->session) && !strcmp(interface, LOGIND_SESSION))
		(void)take_properties(logind, signal, interface, "");
	/* a seat also says that it has lost a screen or a keyboard */
	else if (!strcmp(path, LOGIND_SEAT0_PATH) && !strcmp(interface, LOGIND_SEAT) &&
		 names_property(signal, "ActiveSession"))
		logind->callbacks->switched(logind->userdata);
	return 0;
}

/* The locker is asked to lock: it says "locked" only when it has, if at all. */
static int on_lock(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	struct logind *logind = userdata;

	(void)error;
	if (logind->session && is_from_logind(logind, signal) &&
	    !strcmp(sd_bus_message_get_path(signal), logind->session))
		logind->callbacks->locked(logind->userdata);
	return 0;
}

static int on_owner(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	const char *name, *before, *after;
	struct logind *logind = userdata;

	(void)error;
	if (!connection_is_from_bus(signal) ||
	    sd_bus_message_read(signal, "sss", &name, &before, &after) < 0)
		return 0;
	forget(logind, "logind is gone");
	if (*after) {
		ask_manager(logind);
		ask_session(logind);
	}
	return 0;
}

/* sd-bus says of a property without a signal: EmitsChangedSignal false. */
static bool is_silent(const char *xml, const char *property)
{
	char start[64];
	const char *at, *end, *silent;

	snprintf(start, sizeof(start), "<property name=\"%s\"", property);
	at = strstr(xml, start);
	end = at ? strstr(at, "</property>") : NULL;
	silent = at ? strstr(at, "value=\"false\"") : NULL;
	return end && silent && silent < end;
}

/* Nobody is woken up for a lid that is not there. */
static void look_for_lid(struct logind *logind)
{
	logind->has_lid = logind->lid_matters && logind->lid_silent && lid_exists("");
}

static void settle_lid_timer(struct logind *logind)
{
	bool on = logind->has_lid;

	if (on)
		(void)sd_event_source_set_time_relative(logind->lid_timer, LID_PERIOD_US);
	(void)sd_event_source_set_enabled(logind->lid_timer, on ? SD_EVENT_ONESHOT : SD_EVENT_OFF);
}

static int on_introspected(sd_bus_message *answer, void *userdata, sd_bus_error *error)
{
	struct logind *logind = userdata;
	const char *xml;

	(void)error;
	if (sd_bus_message_is_method_error(answer, NULL) || sd_bus_message_read(answer, "s", &xml) < 0)
		return 0;
	logind->lid_silent = is_silent(xml, "LidClosed");
	look_for_lid(logind);
	settle_lid_timer(logind);
	return 0;
}

static int on_lid_timer(sd_event_source *source, uint64_t usec, void *userdata)
{
	struct logind *logind = userdata;

	(void)source;
	(void)usec;
	if (!logind->manager_slot)
		ask_manager(logind);
	settle_lid_timer(logind);
	return 0;
}

void logind_watch_lid(struct logind *logind, bool watch)
{
	logind->lid_matters = watch;
	look_for_lid(logind);
	settle_lid_timer(logind);
}

static int add_match(struct logind *logind, sd_bus *bus, const char *match,
		     sd_bus_message_handler_t handler)
{
	return sd_bus_add_match_async(bus, NULL, match, handler, NULL, logind);
}

static int on_up(void *userdata, sd_bus *bus)
{
	struct logind *logind = userdata;
	int error;

	if ((error = add_match(logind, bus, "type='signal',sender='" LOGIND "',path_namespace='"
			       LOGIND_PATH "',interface='" DBUS_PROPERTIES "',"
			       "member='PropertiesChanged'", on_changed)) < 0 ||
	    (error = add_match(logind, bus, "type='signal',sender='" LOGIND "',interface='"
			       LOGIND_SESSION "',member='Lock'", on_lock)) < 0 ||
	    (error = add_match(logind, bus, "type='signal',sender='org.freedesktop.DBus',"
			       "path='/org/freedesktop/DBus',interface='org.freedesktop.DBus',"
			       "member='NameOwnerChanged',arg0='" LOGIND "'", on_owner)) < 0 ||
	    (error = sd_bus_call_method_async(bus, NULL, LOGIND, LOGIND_PATH,
					      "org.freedesktop.DBus.Introspectable", "Introspect",
					      on_introspected, logind, NULL)) < 0)
		return error;
	ask_manager(logind);
	ask_session(logind);
	return 0;
}

static void on_down(void *userdata, const char *why)
{
	(void)why;
	forget(userdata, "the system bus was lost");
}

int logind_start(struct logind **result, sd_event *event, const struct logind_callbacks *callbacks,
		 void *userdata)
{
	static const struct connection_callbacks connection = {
		.purpose = "locks", .up = on_up, .down = on_down
	};
	struct logind *logind = calloc(1, sizeof(*logind));
	int error;

	if (!logind)
		return -ENOMEM;
	logind->callbacks = callbacks;
	logind->userdata = userdata;
	error = sd_event_add_time_relative(event, &logind->lid_timer, CLOCK_MONOTONIC, 0,
					   LID_ACCURACY_US, on_lid_timer, logind);
	if (error >= 0)
		error = sd_event_source_set_enabled(logind->lid_timer, SD_EVENT_OFF);
	if (error >= 0)
		error = connection_new(&logind->connection, event, false, &connection, logind);
	if (error < 0) {
		logind_stop(logind);
		return error;
	}
	*result = logind;
	return 0;
}

void logind_stop(struct logind *logind)
{
	if (!logind)
		return;
	sd_event_source_disable_unref(logind->lid_timer);
	sd_bus_slot_unref(logind->manager_slot);
	sd_bus_slot_unref(logind->session_slot);
	connection_free(logind->connection);
	free(logind->session);
	free(logind);
}
