/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One call at a time for each place: the server's answer has the number under
 * which the next one replaces it. What comes meanwhile waits, the newest only.
 */
#include "notify.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../daemon/connection.h"
#include "log.h"
#include "words.h"

#define SERVER "org.freedesktop.Notifications"
#define SERVER_PATH "/org/freedesktop/Notifications"
#define BUTTON "unmute"		/* no user sees it */
#define URGENCY_LOW 0
#define URGENCY_NORMAL 1

struct place {
	struct notify *notify;
	struct notification next;	/* its strings are ours; a NULL summary: there is none */
	uint32_t number;	/* the server's; 0: none is shown */
	bool closing;		/* as soon as its number is known */
	sd_bus_slot *call;
};

struct notify {
	struct agent *agent;
	void (*button)(void *userdata, enum notify_place place);
	void *userdata;
	struct place places[NOTIFY_PLACES];
	char *server;		/* unique name; NULL: not known */
	bool known;		/* what it can do, here: */
	bool has_markup, has_buttons;
	bool told;		/* that there is none was logged */
	sd_bus_slot *owner_match, *button_match, *closed_match, *abilities_call;
};

static void drop_next(struct place *place)
{
	free((char *)place->next.icon);
	free((char *)place->next.summary);
	free((char *)place->next.body);
	free((char *)place->next.button);
	free((char *)place->next.sound);
	place->next = (struct notification){ 0 };
}

static char *copy(const char *text)
{
	return text ? strdup(text) : NULL;
}

static int append_actions(sd_bus_message *call, const struct notify *notify, const char *button)
{
	if (!button || !notify->has_buttons)
		return sd_bus_message_append(call, "as", 0);
	return sd_bus_message_append(call, "as", 2, BUTTON, button);
}

static int append_hints(sd_bus_message *call, const struct notification *what)
{
	int error;

	error = sd_bus_message_open_container(call, 'a', "{sv}");
	if (error >= 0)
		error = sd_bus_message_append(call, "{sv}{sv}{sv}{sv}", "category", "s", "device",
			"desktop-entry", "s", "hardmute-agent",
			"transient", "b", (int)!what->important,
			"urgency", "y", what->important ? URGENCY_NORMAL : URGENCY_LOW);
	if (error >= 0 && *what->sound)
		error = sd_bus_message_append(call, "{sv}", "sound-name", "s", what->sound);
	else if (error >= 0)
		error = sd_bus_message_append(call, "{sv}", "suppress-sound", "b", 1);
	return error < 0 ? error : sd_bus_message_close_container(call);
}

static int append_all(sd_bus_message *call, const struct place *place)
{
	const struct notification *what = &place->next;
	char *body = place->notify->has_markup ? words_escape(what->body) : strdup(what->body);
	int error;

	error = sd_bus_message_append(call, "susss", "hardmute", place->number, what->icon,
				      what->summary, body ? body : "");
	free(body);
	if (error >= 0)
		error = append_actions(call, place->notify, what->button);
	if (error >= 0)
		error = append_hints(call, what);
	return error < 0 ? error : sd_bus_message_append(call, "i", -1);
}

static int on_shown(sd_bus_message *reply, void *userdata, sd_bus_error *error);

static void send_next(struct place *place)
{
	sd_bus *bus = place->notify->agent->session;
	sd_bus_message *call = NULL;
	int error;

	error = sd_bus_message_new_method_call(bus, &call, SERVER, SERVER_PATH, SERVER, "Notify");
	if (error >= 0)
		error = append_all(call, place);
	if (error >= 0)
		error = sd_bus_call_async(bus, &place->call, call, on_shown, place, 0);
	sd_bus_message_unref(call);
	drop_next(place);
	if (error < 0)
		log_warning("a notification cannot be sent: %s", strerror(-error));
}

static void send_close(struct place *place)
{
	place->closing = false;
	if (place->number)
		sd_bus_call_method_async(place->notify->agent->session, NULL, SERVER, SERVER_PATH,
					 SERVER, "CloseNotification", NULL, NULL, "u", place->number);
	place->number = 0;
}

static void set_server(struct notify *notify, const char *name)
{
	if (notify->server && !strcmp(notify->server, name))
		return;
	free(notify->server);
	notify->server = *name ? strdup(name) : NULL;
	notify->known = false;
	for (size_t i = 0; i < NOTIFY_PLACES; i++)
		notify->places[i].number = 0;
}

static void tell_failure(struct notify *notify, const sd_bus_error *refused)
{
	if (!notify->told)
		log_notice("notifications cannot be shown: %s", refused->message);
	notify->told = true;
}

static int on_shown(sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	struct place *place = userdata;

	(void)error;
	place->call = sd_bus_slot_unref(place->call);
	if (sd_bus_message_is_method_error(reply, NULL)) {
		tell_failure(place->notify, sd_bus_message_get_error(reply));
		place->number = 0;
	} else {
		set_server(place->notify, sd_bus_message_get_sender(reply));
		sd_bus_message_read(reply, "u", &place->number);
	}
	if (place->next.summary)
		send_next(place);
	else if (place->closing)
		send_close(place);
	return 0;
}

static void send_all(struct notify *notify)
{
	for (size_t i = 0; i < NOTIFY_PLACES; i++)
		if (notify->places[i].next.summary && !notify->places[i].call)
			send_next(&notify->places[i]);
}

static void drop_all(struct notify *notify)
{
	for (size_t i = 0; i < NOTIFY_PLACES; i++)
		drop_next(&notify->places[i]);
}

static int on_abilities(sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	struct notify *notify = userdata;
	const char *ability;

	(void)error;
	notify->abilities_call = sd_bus_slot_unref(notify->abilities_call);
	if (sd_bus_message_is_method_error(reply, NULL)) {
		tell_failure(notify, sd_bus_message_get_error(reply));
		drop_all(notify);
		return 0;
	}
	set_server(notify, sd_bus_message_get_sender(reply));
	notify->has_markup = notify->has_buttons = notify->told = false;
	if (sd_bus_message_enter_container(reply, 'a', "s") >= 0)
		while (sd_bus_message_read(reply, "s", &ability) > 0) {
			notify->has_markup |= !strcmp(ability, "body-markup");
			notify->has_buttons |= !strcmp(ability, "actions");
		}
	notify->known = true;
	send_all(notify);
	return 0;
}

/* What the server can do is asked when there is something to show; that may start one. */
static void ask_abilities(struct notify *notify)
{
	int error;

	if (notify->abilities_call)
		return;
	error = sd_bus_call_method_async(notify->agent->session, &notify->abilities_call, SERVER,
					 SERVER_PATH, SERVER, "GetCapabilities", on_abilities, notify,
					 NULL);
	if (error < 0)
		drop_all(notify);
}

void notify_show(struct notify *notify, enum notify_place which, const struct notification *what)
{
	struct place *place = &notify->places[which];

	drop_next(place);
	place->closing = false;
	place->next = (struct notification){ copy(what->icon), copy(what->summary), copy(what->body),
					     copy(what->button), copy(what->sound), what->important };
	if (!place->next.icon || !place->next.summary || !place->next.body || !place->next.sound)
		drop_next(place);
	else if (!notify->known)
		ask_abilities(notify);
	else if (!place->call)
		send_next(place);
}

void notify_close(struct notify *notify, enum notify_place which)
{
	struct place *place = &notify->places[which];

	drop_next(place);
	if (place->call)
		place->closing = true;
	else
		send_close(place);
}

/* Only what the server itself says counts, and only of ours. */
static struct place *find_place(struct notify *notify, sd_bus_message *signal)
{
	const char *sender = sd_bus_message_get_sender(signal);
	uint32_t number;

	if (!sender || !notify->server || strcmp(sender, notify->server) ||
	    sd_bus_message_read(signal, "u", &number) < 0 || !number)
		return NULL;
	for (size_t i = 0; i < NOTIFY_PLACES; i++)
		if (notify->places[i].number == number)
			return &notify->places[i];
	return NULL;
}

static int on_button(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	struct notify *notify = userdata;
	struct place *place = find_place(notify, signal);
	const char *action;

	(void)error;
	if (place && sd_bus_message_read(signal, "s", &action) >= 0 && !strcmp(action, BUTTON))
		notify->button(notify->userdata, (enum notify_place)(place - notify->places));
	return 0;
}

static int on_closed(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	struct place *place = find_place(userdata, signal);

	(void)error;
	if (place)
		place->number = 0;
	return 0;
}

static int on_server_changed(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	const char *name, *before, *after;

	(void)error;
	if (connection_is_from_bus(signal) &&
	    sd_bus_message_read(signal, "sss", &name, &before, &after) >= 0)
		set_server(userdata, after);
	return 0;
}

static int watch(struct notify *notify)
{
	sd_bus *bus = notify->agent->session;
	int error;

	error = sd_bus_add_match_async(bus, &notify->owner_match,
		"type='signal',sender='org.freedesktop.DBus',path='/org/freedesktop/DBus',"
		"interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='" SERVER "'",
		on_server_changed, NULL, notify);
	if (error >= 0)
		error = sd_bus_match_signal_async(bus, &notify->button_match, SERVER, SERVER_PATH, SERVER,
						  "ActionInvoked", on_button, NULL, notify);
	if (error >= 0)
		error = sd_bus_match_signal_async(bus, &notify->closed_match, SERVER, SERVER_PATH, SERVER,
						  "NotificationClosed", on_closed, NULL, notify);
	return error;
}

int notify_start(struct notify **result, struct agent *agent,
		 void (*button)(void *userdata, enum notify_place place), void *userdata)
{
	struct notify *notify = calloc(1, sizeof(*notify));
	int error;

	if (!notify)
		return -ENOMEM;
	notify->agent = agent;
	notify->button = button;
	notify->userdata = userdata;
	for (size_t i = 0; i < NOTIFY_PLACES; i++)
		notify->places[i].notify = notify;
	error = watch(notify);
	if (error < 0) {
		notify_stop(notify);
		return error;
	}
	*result = notify;
	return 0;
}

void notify_stop(struct notify *notify)
{
	if (!notify)
		return;
	for (size_t i = 0; i < NOTIFY_PLACES; i++) {
		sd_bus_slot_unref(notify->places[i].call);
		send_close(&notify->places[i]);
	}
	drop_all(notify);
	sd_bus_slot_unref(notify->owner_match);
	sd_bus_slot_unref(notify->button_match);
	sd_bus_slot_unref(notify->closed_match);
	sd_bus_slot_unref(notify->abilities_call);
	free(notify->server);
	free(notify);
}
