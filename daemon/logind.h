/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What logind says of the active session and of the computer: locked, idle,
 * lid closed. Follows it over its restarts. Main thread; all calls are
 * asynchronous. What the session itself says of its lock is believed: its
 * screen locker tells logind so.
 */
#ifndef HARDMUTED_LOGIND_H
#define HARDMUTED_LOGIND_H

#include <stdbool.h>
#include <stdint.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

#define LOGIND "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define LOGIND_MANAGER "org.freedesktop.login1.Manager"
#define LOGIND_SESSION "org.freedesktop.login1.Session"
#define LOGIND_SEAT "org.freedesktop.login1.Seat"
#define LOGIND_SEAT0_PATH "/org/freedesktop/login1/seat/seat0"
#define DBUS_PROPERTIES "org.freedesktop.DBus.Properties"

struct logind;

struct logind_callbacks {
	/* Became true, or is true as far as is known since now. */
	void (*locked)(void *userdata);
	void (*lid_closed)(void *userdata);
	void (*idle)(void *userdata);
	/* Another session of seat0 is active, or none. */
	void (*switched)(void *userdata);
	/* What was known is not known any more. */
	void (*lost)(void *userdata, const char *why);
};

/* Starts with no session. 0 or -errno; a bus that is absent is no error. */
int logind_start(struct logind **logind, sd_event *event, const struct logind_callbacks *callbacks,
		 void *userdata);
void logind_stop(struct logind *logind);

/* Which session is the active one, "" for none; what it says is unknown until logind has answered. */
void logind_set_session(struct logind *logind, const char *id);

/* For tests: whom liars would write to. NULL while there is none. */
sd_bus *logind_get_bus(const struct logind *logind);

/* For the start, when nothing is live: until logind has answered, or for that long. */
void logind_wait(struct logind *logind, int64_t timeout_us);

/* False: logind is not there, or has not answered yet. */
bool logind_is_known(const struct logind *logind);
bool logind_is_locked(const struct logind *logind);
bool logind_is_idle(const struct logind *logind);
bool logind_is_lid_closed(const struct logind *logind);

/*
 * The lid matters now (or not any more). A logind that does not tell of it by
 * itself (before systemd 256) is asked every second while it matters.
 */
void logind_watch_lid(struct logind *logind, bool watch);

#endif
