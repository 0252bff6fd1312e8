/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A bus connection that comes back: tried at start, and again after 1 s
 * doubling to 30 s for as long as it takes. Main thread only; after the start
 * nothing here waits for the bus, except connection_flush for a moment.
 */
#ifndef HARDMUTED_CONNECTION_H
#define HARDMUTED_CONNECTION_H

#include <stdbool.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

struct connection;

struct connection_callbacks {
	const char *purpose;	/* for log lines: "commands" */
	/*
	 * A fresh connection, attached to the loop but perhaps not yet
	 * authenticated: objects, matches and asynchronous calls are for here.
	 * A negative errno gives it up, to be tried again.
	 */
	int (*up)(void *userdata, sd_bus *bus);
	/* It is gone, and so are its slots' calls; why is for the user. */
	void (*down)(void *userdata, const char *why);
};

/* Tries at once; that it failed, or that up() refused, is no error. 0 or -errno. */
int connection_new(struct connection **connection, sd_event *event, bool session,
		   const struct connection_callbacks *callbacks, void *userdata);
/* No callback any more. */
void connection_free(struct connection *connection);

/* NULL while there is none. */
sd_bus *connection_get_bus(const struct connection *connection);
/* "the system bus" or "the session bus" */
const char *connection_get_title(const struct connection *connection);

/* What was asked of the fresh connection went well: the next delay is the shortest again. */
void connection_settle(struct connection *connection);
/* Gives the present one up: down() is called, and it is tried again later. */
void connection_drop(struct connection *connection, const char *why);

/* Hands every queued message to the bus. A bus that takes none for a second is dropped. */
int connection_flush(struct connection *connection);

/*
 * Is this signal the bus daemon's own? Any program may send signals to a
 * connection by its unique name, and sd-bus takes them for a match whose
 * sender is a well-known name: who listens has to look.
 */
bool connection_is_from_bus(sd_bus_message *signal);

#endif
