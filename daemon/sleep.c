/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Follows logind (org.freedesktop.login1): PrepareForSleep in both directions,
 * and the delay inhibitor that gives the time between. Main thread; all calls
 * are asynchronous. Any program can send such signals; those count that come
 * from where logind's answer came from.
 */
#include "sleep.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "connection.h"
#include "daemon.h"
#include "log.h"
#include "logind.h"
#include "mute.h"

struct sleep {
	struct daemon *daemon;
	struct connection *connection;
	char owner[64];		/* logind's unique name; "" not known */
	int inhibitor;		/* held while awake; -1: none */
	bool asked;		/* for an inhibitor, no answer yet */
	bool sleeping;
};

static void release_inhibitor(struct sleep *sleep)
{
	if (sleep->inhibitor >= 0)
		close(sleep->inhibitor);
	sleep->inhibitor = -1;
}

static int on_inhibitor(sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	struct sleep *sleep = userdata;
	int fd;

	(void)error;
	sleep->asked = false;
	if (sd_bus_message_is_method_error(reply, SD_BUS_ERROR_NO_REPLY) ||
	    sd_bus_message_is_method_error(reply, SD_BUS_ERROR_TIMEOUT)) {
		connection_drop(sleep->connection, "logind does not answer");
		return 0;
	}
	if (sd_bus_message_is_method_error(reply, NULL)) {
		log_warning("logind gives no time before sleep: %s",
			    sd_bus_message_get_error(reply)->message);
		return 0;
	}
	if (sd_bus_message_read(reply, "h", &fd) < 0)
		return 0;
	release_inhibitor(sleep);
	if (!sleep->sleeping)	/* else it came too late and would only hold the system up */
		sleep->inhibitor = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	return 0;
}

static void take_inhibitor(struct sleep *sleep)
{
	sd_bus *bus = connection_get_bus(sleep->connection);
	int error;

	if (!bus || sleep->asked || sleep->inhibitor >= 0)
		return;
	error = sd_bus_call_method_async(bus, NULL, LOGIND, LOGIND_PATH, LOGIND_MANAGER, "Inhibit",
					 on_inhibitor, sleep, "ssss", "sleep", "hardmute",
					 "mutes the microphone first", "delay");
	sleep->asked = error >= 0;
	if (error < 0)
		log_warning("logind cannot be asked for time before sleep: %s", strerror(-error));
}

static void on_suspended(void *userdata, int error)
{
	struct sleep *sleep = userdata;

	if (error)
		log_warning("not every reader could be stopped before sleep: %s", strerror(-error));
	release_inhibitor(sleep);
}

static void set_sleeping(struct sleep *sleep, bool sleeping)
{
	if (sleep->sleeping == sleeping)
		return;
	sleep->sleeping = sleeping;
	if (sleeping) {
		mute_suspend(sleep->daemon->mute, on_suspended, sleep);
		return;
	}
	mute_forget(sleep->daemon->mute, sleep);
	mute_resume(sleep->daemon->mute);
	take_inhibitor(sleep);
}

static int on_prepare(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	const char *sender = sd_bus_message_get_sender(signal);
	struct sleep *sleep = userdata;
	int sleeping;

	(void)error;
	if (sender && *sleep->owner && !strcmp(sender, sleep->owner) &&
	    sd_bus_message_read(signal, "b", &sleeping) >= 0)
		set_sleeping(sleep, sleeping);
	return 0;
}

/* The answer to Get: a signal may have been missed while there was no connection. */
static int on_preparing(sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	const char *sender = sd_bus_message_get_sender(reply);
	struct sleep *sleep = userdata;
	int sleeping;

	(void)error;
	snprintf(sleep->owner, sizeof(sleep->owner), "%s", sender ? sender : "");
	if (sd_bus_message_is_method_error(reply, NULL) ||
	    sd_bus_message_read(reply, "v", "b", &sleeping) < 0) {
		log_info("no logind: sleep of the system will not be noticed");
		set_sleeping(sleep, false);
		return 0;
	}
	connection_settle(sleep->connection);
	set_sleeping(sleep, sleeping);
	if (!sleeping)
		take_inhibitor(sleep);
	return 0;
}

static int ask_preparing(struct sleep *sleep, sd_bus *bus)
{
	return sd_bus_call_method_async(bus, NULL, LOGIND, LOGIND_PATH,
					DBUS_PROPERTIES, "Get", on_preparing, sleep,
					"ss", LOGIND_MANAGER, "PreparingForSleep");
}

/* logind came, perhaps not for the first time. */
static int on_owner(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	struct sleep *sleep = userdata;
	sd_bus *bus = connection_get_bus(sleep->connection);
	const char *name, *before, *after;

	(void)error;
	if (!connection_is_from_bus(signal) ||
	    sd_bus_message_read(signal, "sss", &name, &before, &after) < 0)
		return 0;
	sleep->owner[0] = '\0';
	if (*after && bus)
		ask_preparing(sleep, bus);
	return 0;
}

static int on_up(void *userdata, sd_bus *bus)
{
	struct sleep *sleep = userdata;
	int error;

	error = sd_bus_match_signal_async(bus, NULL, LOGIND, LOGIND_PATH, LOGIND_MANAGER,
					  "PrepareForSleep", on_prepare, NULL, sleep);
	if (error < 0)
		return error;
	error = sd_bus_add_match_async(bus, NULL, "type='signal',sender='org.freedesktop.DBus',"
				       "path='/org/freedesktop/DBus',"
				       "interface='org.freedesktop.DBus',member='NameOwnerChanged',"
				       "arg0='" LOGIND "'", on_owner, NULL, sleep);
	if (error < 0)
		return error;
	return ask_preparing(sleep, bus);
}

static void on_down(void *userdata, const char *why)
{
	struct sleep *sleep = userdata;

	(void)why;
	sleep->asked = false;
	/* Nobody would tell us to let go of it. */
	release_inhibitor(sleep);
}

int sleep_start(struct sleep **result, sd_event *event, struct daemon *daemon)
{
	static const struct connection_callbacks callbacks = {
		.purpose = "sleep", .up = on_up, .down = on_down
	};
	struct sleep *sleep = calloc(1, sizeof(*sleep));
	int error;

	if (!sleep)
		return -ENOMEM;
	sleep->daemon = daemon;
	sleep->inhibitor = -1;
	error = connection_new(&sleep->connection, event, false, &callbacks, sleep);
	if (error < 0) {
		free(sleep);
		return error;
	}
	*result = sleep;
	return 0;
}

void sleep_stop(struct sleep *sleep)
{
	if (!sleep)
		return;
	mute_forget(sleep->daemon->mute, sleep);
	release_inhibitor(sleep);
	connection_free(sleep->connection);
	free(sleep);
}
