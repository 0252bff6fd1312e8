/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One struct place for each bus. A place knows who owns the name; it asks that
 * owner once for everything, and from then on applies the changes that it
 * announces. Any program may send signals to this connection that look like
 * hardmuted's: only those of the owner count, and of owners only what the bus
 * itself says.
 */
#include "follow.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../daemon/connection.h"
#include "log.h"
#include "names.h"
#include "value.h"

#define STATUS_TIMEOUT_US (10 * 1000000ull)
#define RETRY_FIRST_US (200 * 1000ull)
#define RETRY_MAX_US (30 * 1000000ull)

struct place {
	struct follow *follow;
	sd_bus *bus;		/* NULL: it cannot be reached */
	sd_bus_slot *owner_match, *change_match, *owner_call, *status_call;
	sd_event_source *retry;
	uint64_t retry_us;
	char *owner;		/* unique name; NULL: hardmuted is not there */
	json_t *status;		/* NULL: it has not answered yet */
};

struct follow {
	struct agent *agent;
	struct connection *connection;	/* of the system bus */
	struct place system, session;
};

static const struct place *get_shown(const struct follow *follow)
{
	return follow->system.owner ? &follow->system : &follow->session;
}

sd_bus *follow_get_bus(const struct follow *follow)
{
	const struct place *place = get_shown(follow);

	return place->owner ? place->bus : NULL;
}

const char *follow_get_owner(const struct follow *follow)
{
	return get_shown(follow)->owner;
}

/* A copy: the place goes on changing its own. */
static void show(struct follow *follow)
{
	json_t *status = get_shown(follow)->status;

	agent_set_status(follow->agent, status ? json_copy(status) : NULL);
}

static void forget(struct place *place)
{
	place->status_call = sd_bus_slot_unref(place->status_call);
	sd_event_source_set_enabled(place->retry, SD_EVENT_OFF);
	place->retry_us = RETRY_FIRST_US;
	free(place->owner);
	place->owner = NULL;
	json_decref(place->status);
	place->status = NULL;
}

/* It is there but did not answer (a flood of calls): it is asked again, ever more slowly. */
static void ask_later(struct place *place)
{
	sd_event_source_set_time_relative(place->retry, place->retry_us);
	sd_event_source_set_enabled(place->retry, SD_EVENT_ONESHOT);
	place->retry_us *= 2;
	if (place->retry_us > RETRY_MAX_US)
		place->retry_us = RETRY_MAX_US;
}

static int on_status(sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	struct place *place = userdata;
	json_t *status = NULL;

	(void)error;
	place->status_call = sd_bus_slot_unref(place->status_call);
	if (!sd_bus_message_is_method_error(reply, NULL))
		status = value_read(reply);
	if (!json_is_object(status)) {
		json_decref(status);
		ask_later(place);
		return 0;
	}
	json_object_del(status, "evidence");	/* true only of the moment of the question */
	json_decref(place->status);
	place->status = status;
	place->retry_us = RETRY_FIRST_US;
	show(place->follow);
	return 0;
}

static void ask(struct place *place)
{
	sd_bus_message *call = NULL;
	int error;

	place->status_call = sd_bus_slot_unref(place->status_call);
	error = sd_bus_message_new_method_call(place->bus, &call, place->owner, BUS_PATH,
					       BUS_INTERFACE, "Status");
	if (error >= 0)
		error = sd_bus_call_async(place->bus, &place->status_call, call, on_status, place,
					  STATUS_TIMEOUT_US);
	sd_bus_message_unref(call);
	if (error < 0)
		ask_later(place);
}

static int on_retry(sd_event_source *source, uint64_t time_us, void *userdata)
{
	struct place *place = userdata;

	(void)source;
	(void)time_us;
	if (place->bus && place->owner)
		ask(place);
	return 0;
}

static void set_owner(struct place *place, const char *owner)
{
	if (place->owner && !strcmp(place->owner, owner))
		return;
	forget(place);
	if (*owner)
		place->owner = strdup(owner);
	show(place->follow);
	if (place->owner)
		ask(place);
}

static int on_owner_changed(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	const char *name, *before, *after;

	(void)error;
	if (connection_is_from_bus(signal) &&
	    sd_bus_message_read(signal, "sss", &name, &before, &after) >= 0 && !strcmp(name, BUS_NAME))
		set_owner(userdata, after);
	return 0;
}

static int on_owner(sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	struct place *place = userdata;
	const char *owner;

	(void)error;
	place->owner_call = sd_bus_slot_unref(place->owner_call);
	if (!sd_bus_message_is_method_error(reply, NULL) &&
	    sd_bus_message_read(reply, "s", &owner) >= 0)
		set_owner(place, owner);
	/* Any answer: the bus works. */
	if (place == &place->follow->system && place->follow->connection)
		connection_settle(place->follow->connection);
	return 0;
}

/* Changes before the first answer are in that answer. */
static int on_changed(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	struct place *place = userdata;
	const char *sender = sd_bus_message_get_sender(signal), *interface;
	json_t *news;

	(void)error;
	if (!place->status || !sender || !place->owner || strcmp(sender, place->owner) ||
	    sd_bus_message_read(signal, "s", &interface) < 0 || strcmp(interface, BUS_INTERFACE))
		return 0;
	news = value_read(signal);
	if (json_is_object(news))
		json_object_update(place->status, news);
	json_decref(news);
	json_object_del(place->status, "evidence");
	show(place->follow);
	return 0;
}

static void disconnect_place(struct place *place)
{
	place->owner_match = sd_bus_slot_unref(place->owner_match);
	place->change_match = sd_bus_slot_unref(place->change_match);
	place->owner_call = sd_bus_slot_unref(place->owner_call);
	forget(place);
	place->bus = NULL;
}

/* Nothing here waits: the bus answers in the order of the questions. */
static int connect_place(struct place *place, sd_bus *bus)
{
	int error;

	place->bus = bus;
	error = sd_bus_add_match_async(bus, &place->owner_match,
		"type='signal',sender='org.freedesktop.DBus',path='/org/freedesktop/DBus',"
		"interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='" BUS_NAME "'",
		on_owner_changed, NULL, place);
	if (error >= 0)
		error = sd_bus_match_signal_async(bus, &place->change_match, BUS_NAME, BUS_PATH,
			"org.freedesktop.DBus.Properties", "PropertiesChanged", on_changed, NULL,
			place);
	if (error >= 0)
		error = sd_bus_call_method_async(bus, &place->owner_call, "org.freedesktop.DBus",
			"/org/freedesktop/DBus", "org.freedesktop.DBus", "GetNameOwner", on_owner, place,
			"s", BUS_NAME);
	if (error < 0)
		disconnect_place(place);
	return error;
}

static int on_up(void *userdata, sd_bus *bus)
{
	struct follow *follow = userdata;

	return connect_place(&follow->system, bus);
}

static void on_down(void *userdata, const char *why)
{
	struct follow *follow = userdata;

	(void)why;
	disconnect_place(&follow->system);
	show(follow);
}

static int start_place(struct follow *follow, struct place *place)
{
	int error;

	place->follow = follow;
	place->retry_us = RETRY_FIRST_US;
	error = sd_event_add_time_relative(follow->agent->event, &place->retry, CLOCK_MONOTONIC, 0,
					   0, on_retry, place);
	return error < 0 ? error : sd_event_source_set_enabled(place->retry, SD_EVENT_OFF);
}

int follow_start(struct follow **result, struct agent *agent, enum follow_choice choice)
{
	static const struct connection_callbacks callbacks = { "hardmuted", on_up, on_down };
	struct follow *follow = calloc(1, sizeof(*follow));
	int error;

	if (!follow)
		return -ENOMEM;
	follow->agent = agent;
	error = start_place(follow, &follow->system);
	if (error >= 0)
		error = start_place(follow, &follow->session);
	if (error >= 0 && choice != FOLLOW_CHOICE_SESSION)
		error = connection_new(&follow->connection, agent->event, false, &callbacks, follow);
	if (error >= 0 && choice != FOLLOW_CHOICE_SYSTEM)
		error = connect_place(&follow->session, agent->session);
	if (error < 0) {
		follow_stop(follow);
		return error;
	}
	*result = follow;
	return 0;
}

void follow_stop(struct follow *follow)
{
	if (!follow)
		return;
	disconnect_place(&follow->session);
	disconnect_place(&follow->system);
	connection_free(follow->connection);
	sd_event_source_disable_unref(follow->system.retry);
	sd_event_source_disable_unref(follow->session.retry);
	free(follow);
}
