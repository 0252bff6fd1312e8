/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Connecting, noticing the loss, connecting again. A lost sd_bus is never
 * freed in its own callback: it is parked until the timer runs. Main thread.
 */
#include "connection.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "log.h"
#include "now.h"

#define RETRY_FIRST_US (1 * 1000000ull)
#define RETRY_MAX_US (30 * 1000000ull)
#define FLUSH_TIMEOUT_MS 1000

struct connection {
	bool session;
	const struct connection_callbacks *callbacks;
	void *userdata;
	sd_event *event;
	sd_event_source *retry;
	uint64_t retry_us;
	bool failed;		/* a failure was logged and no success since */
	sd_bus *bus;
	sd_bus *parked;		/* a lost one, freed when the timer runs */
};

const char *connection_get_title(const struct connection *connection)
{
	return connection->session ? "the session bus" : "the system bus";
}

sd_bus *connection_get_bus(const struct connection *connection)
{
	return connection->bus;
}

bool connection_is_from_bus(sd_bus_message *signal)
{
	const char *sender = sd_bus_message_get_sender(signal);

	return sender && !strcmp(sender, "org.freedesktop.DBus");
}

static void schedule_retry(struct connection *connection)
{
	sd_event_source_set_time_relative(connection->retry, connection->retry_us);
	sd_event_source_set_enabled(connection->retry, SD_EVENT_ONESHOT);
	connection->retry_us *= 2;
	if (connection->retry_us > RETRY_MAX_US)
		connection->retry_us = RETRY_MAX_US;
}

void connection_settle(struct connection *connection)
{
	connection->retry_us = RETRY_FIRST_US;
	if (connection->failed)
		log_notice("%s, for %s: it is there", connection_get_title(connection),
			   connection->callbacks->purpose);
	connection->failed = false;
}

static void park(struct connection *connection)
{
	sd_bus_detach_event(connection->bus);
	sd_bus_close_unref(connection->parked);
	connection->parked = connection->bus;
	connection->bus = NULL;
}

/* One line per loss, however many attempts follow. */
static void log_failure(struct connection *connection, const char *why)
{
	if (!connection->failed)
		log_warning("%s, for %s: %s; trying again until it works",
			    connection_get_title(connection), connection->callbacks->purpose, why);
	connection->failed = true;
}

void connection_drop(struct connection *connection, const char *why)
{
	if (!connection->bus)
		return;
	log_failure(connection, why);
	park(connection);
	schedule_retry(connection);
	connection->callbacks->down(connection->userdata, why);
}

static int on_disconnected(sd_bus_message *message, void *userdata, sd_bus_error *error)
{
	(void)message;
	(void)error;
	connection_drop(userdata, "the connection is lost");
	return 0;
}

static int open_bus(struct connection *connection)
{
	return connection->session ?
		sd_bus_open_user_with_description(&connection->bus, "hardmuted") :
		sd_bus_open_system_with_description(&connection->bus, "hardmuted");
}

static int watch(struct connection *connection)
{
	int error;

	error = sd_bus_match_signal(connection->bus, NULL, "org.freedesktop.DBus.Local",
				    "/org/freedesktop/DBus/Local", "org.freedesktop.DBus.Local",
				    "Disconnected", on_disconnected, connection);
	if (error < 0)
		return error;
	return sd_bus_attach_event(connection->bus, connection->event, SD_EVENT_PRIORITY_NORMAL);
}

static void try(struct connection *connection)
{
	int error;

	error = open_bus(connection);
	if (error >= 0)
		error = watch(connection);
	if (error >= 0)
		error = connection->callbacks->up(connection->userdata, connection->bus);
	if (error >= 0)
		return;
	log_failure(connection, strerror(-error));
	if (connection->bus)
		park(connection);
	schedule_retry(connection);
}

static int on_retry(sd_event_source *source, uint64_t time_us, void *userdata)
{
	struct connection *connection = userdata;

	(void)source;
	(void)time_us;
	connection->parked = sd_bus_close_unref(connection->parked);
	try(connection);
	return 0;
}

/*
 * sd_bus_flush alone would wait for ever for a bus that does not read. A
 * socket that says it can be written has room for all that is queued here:
 * the kernel says so when three quarters of its buffer are free.
 */
int connection_flush(struct connection *connection)
{
	int64_t end_ms = now_ms() + FLUSH_TIMEOUT_MS;
	struct pollfd socket = { .events = POLLOUT };
	uint64_t queued = 0;
	int ready, error;

	if (!connection->bus)
		return -ENOTCONN;
	error = sd_bus_get_n_queued_write(connection->bus, &queued);
	if (error < 0)
		return error;
	if (!queued)
		return 0;
	socket.fd = sd_bus_get_fd(connection->bus);
	do {
		int64_t rest_ms = end_ms - now_ms();

		ready = poll(&socket, 1, rest_ms > 0 ? (int)rest_ms : 0);
	} while (ready < 0 && errno == EINTR);
	if (ready > 0)
		error = sd_bus_flush(connection->bus);
	if (ready <= 0)
		error = -ETIMEDOUT;
	if (error < 0)
		connection_drop(connection, "it takes no messages");
	return error < 0 ? error : 0;
}

int connection_new(struct connection **result, sd_event *event, bool session,
		   const struct connection_callbacks *callbacks, void *userdata)
{
	struct connection *connection = calloc(1, sizeof(*connection));
	int error;

	if (!connection)
		return -ENOMEM;
	connection->session = session;
	connection->event = event;
	connection->callbacks = callbacks;
	connection->userdata = userdata;
	connection->retry_us = RETRY_FIRST_US;
	error = sd_event_add_time_relative(event, &connection->retry, CLOCK_MONOTONIC, 0, 0,
					   on_retry, connection);
	if (error >= 0)
		error = sd_event_source_set_enabled(connection->retry, SD_EVENT_OFF);
	if (error < 0) {
		connection_free(connection);
		return error;
	}
	*result = connection;
	try(connection);
	return 0;
}

void connection_free(struct connection *connection)
{
	if (!connection)
		return;
	sd_event_source_disable_unref(connection->retry);
	if (connection->bus)
		sd_bus_detach_event(connection->bus);
	sd_bus_close_unref(connection->bus);	/* unflushed: that could wait for ever */
	sd_bus_close_unref(connection->parked);
	free(connection);
}
