/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Talks to hardmuted with sd-bus. */
#include "client.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#include "agent_tty.h"
#include "log.h"
#include "names.h"
#include "value.h"

/* hardmuted answers after the fence, which takes at most two seconds with a driver that hangs. */
#define CALL_TIMEOUT_US (10 * 1000000ull)
/* ... and a question to the user takes longer; hardmuted gives up first. */
#define ASK_TIMEOUT_US (150 * 1000000ull)

#define BUSY_TRIES 6
#define BUSY_PAUSE_US 20000	/* doubled each time */

struct client {
	sd_bus *bus;
	bool session;
	unsigned changed, gone, back;	/* events not yet taken */
};

static const char *get_title(const struct client *client)
{
	return client->session ? "session bus" : "system bus";
}

static int open_bus(struct client *client, bool session)
{
	int error;

	client->session = session;
	error = session ? sd_bus_open_user(&client->bus) : sd_bus_open_system(&client->bus);
	return error < 0 ? error : sd_bus_set_method_call_timeout(client->bus, CALL_TIMEOUT_US);
}

static bool is_there(struct client *client)
{
	return sd_bus_get_name_creds(client->bus, BUS_NAME, 0, NULL) >= 0;
}

/* Opens the bus that was asked for, or the one where hardmuted is. */
static int choose_bus(struct client *client, enum client_choice choice, bool quietly)
{
	int error;

	error = open_bus(client, choice == CLIENT_CHOICE_SESSION);
	if (error >= 0 && is_there(client))
		return EXIT_DONE;
	if (choice == CLIENT_CHOICE_ANY) {
		client->bus = sd_bus_close_unref(client->bus);
		error = open_bus(client, true);
		if (error >= 0 && is_there(client))
			return EXIT_DONE;
		if (!quietly)
			log_error("hardmuted runs neither on the system bus nor on the session bus");
	} else if (quietly) {
		return EXIT_UNREACHABLE;
	} else if (error < 0) {
		log_error("the %s cannot be reached: %s", get_title(client), strerror(-error));
	} else {
		log_error("hardmuted is not on the %s", get_title(client));
	}
	return EXIT_UNREACHABLE;
}

static int open_client(struct client **result, enum client_choice choice, bool quietly)
{
	struct client *client = calloc(1, sizeof(*client));
	int code;

	if (!client) {
		log_error("out of memory");
		return EXIT_FAILED;
	}
	code = choose_bus(client, choice, quietly);
	if (code) {
		client_close(client);
		return code;
	}
	*result = client;
	return EXIT_DONE;
}

int client_open(struct client **result, enum client_choice choice)
{
	return open_client(result, choice, false);
}

int client_look(struct client **result, enum client_choice choice)
{
	return open_client(result, choice, true);
}

void client_close(struct client *client)
{
	if (!client)
		return;
	sd_bus_close_unref(client->bus);
	free(client);
}

static int explain_error(struct client *client, const sd_bus_error *error, int number)
{
	static const char *const unreachable[] = {
		SD_BUS_ERROR_SERVICE_UNKNOWN, SD_BUS_ERROR_NAME_HAS_NO_OWNER, SD_BUS_ERROR_NO_REPLY,
		SD_BUS_ERROR_DISCONNECTED, SD_BUS_ERROR_TIMEOUT,
	};

	if (sd_bus_error_has_name(error, BUS_ERROR_NOT_PERMITTED) ||
	    sd_bus_error_has_name(error, SD_BUS_ERROR_ACCESS_DENIED)) {
		log_error("not permitted: %s", error->message);
		return EXIT_NOT_PERMITTED;
	}
	for (size_t i = 0; i < sizeof(unreachable) / sizeof(unreachable[0]); i++)
		if (sd_bus_error_has_name(error, unreachable[i])) {
			log_error("hardmuted on the %s does not answer: %s", get_title(client),
				  error->message);
			return EXIT_UNREACHABLE;
		}
	log_error("%s", sd_bus_error_is_set(error) ? error->message : strerror(-number));
	return number == -ETIMEDOUT || number == -ENOTCONN || number == -ECONNRESET ?
		EXIT_UNREACHABLE : EXIT_FAILED;
}

/* In a flood of calls hardmuted answers a part of them only. */
static int call(struct client *client, const char *method, sd_bus_message **reply)
{
	sd_bus_error error = SD_BUS_ERROR_NULL;
	useconds_t pause_us = BUSY_PAUSE_US;
	int number, code = EXIT_DONE;

	for (int tries = 0; tries < BUSY_TRIES; tries++, pause_us *= 2) {
		sd_bus_error_free(&error);
		number = sd_bus_call_method(client->bus, BUS_NAME, BUS_PATH, BUS_INTERFACE, method,
					    &error, reply, NULL);
		if (number >= 0 || !sd_bus_error_has_name(&error, SD_BUS_ERROR_LIMITS_EXCEEDED))
			break;
		usleep(pause_us);
	}
	if (number < 0)
		code = explain_error(client, &error, number);
	sd_bus_error_free(&error);
	return code;
}

/* Mute, Unmute and the like; interactive: the user may be asked. Returns as sd_bus_call. */
static int call_request(struct client *client, const char *method, uint64_t limit_us,
			bool interactive, sd_bus_error *error, sd_bus_message **reply)
{
	sd_bus_message *message = NULL;
	int number;

	number = sd_bus_message_new_method_call(client->bus, &message, BUS_NAME, BUS_PATH,
						BUS_INTERFACE, method);
	if (number >= 0 && limit_us)
		number = sd_bus_message_append(message, "t", limit_us);
	if (number >= 0)
		number = sd_bus_message_set_allow_interactive_authorization(message, interactive);
	if (number >= 0)
		number = sd_bus_call(client->bus, message, interactive ? ASK_TIMEOUT_US : 0, error,
				     reply);
	sd_bus_message_unref(message);
	return number;
}

/* First without a question: where none is needed no agent has to be started. */
static int request(struct client *client, const char *method, uint64_t limit_us, char **state)
{
	sd_bus_error error = SD_BUS_ERROR_NULL;
	sd_bus_message *reply = NULL;
	const char *word;
	int number, code = EXIT_DONE;
	pid_t agent;

	number = call_request(client, method, limit_us, false, &error, &reply);
	if (sd_bus_error_has_name(&error, SD_BUS_ERROR_INTERACTIVE_AUTHORIZATION_REQUIRED)) {
		sd_bus_error_free(&error);
		agent = agent_tty_start();
		number = call_request(client, method, limit_us, true, &error, &reply);
		agent_tty_stop(agent);
	}
	if (number < 0) {
		code = explain_error(client, &error, number);
	} else if (sd_bus_message_read(reply, "s", &word) < 0 || !(*state = strdup(word))) {
		log_error("hardmuted's answer cannot be understood");
		code = EXIT_FAILED;
	}
	sd_bus_message_unref(reply);
	sd_bus_error_free(&error);
	return code;
}

int client_request(struct client *client, const char *method, char **state)
{
	return request(client, method, 0, state);
}

int client_unmute_for(struct client *client, uint64_t limit_us, char **state)
{
	return request(client, limit_us ? "UnmuteFor" : "Unmute", limit_us, state);
}

int client_get_status(struct client *client, json_t **status)
{
	sd_bus_message *reply = NULL;
	int code;

	code = call(client, "Status", &reply);
	if (!code) {
		*status = value_read(reply);
		if (!json_is_object(*status)) {
			json_decref(*status);
			log_error("hardmuted's answer cannot be understood");
			code = EXIT_FAILED;
		}
	}
	sd_bus_message_unref(reply);
	return code;
}

static int on_changed(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	struct client *client = userdata;

	(void)signal;
	(void)error;
	client->changed++;
	return 0;
}

static int on_owner(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	const char *name, *before, *after;
	struct client *client = userdata;

	(void)error;
	if (sd_bus_message_read(signal, "sss", &name, &before, &after) < 0)
		return 0;
	client->gone += *before != '\0';
	client->back += *after != '\0';
	return 0;
}

int client_watch(struct client *client)
{
	int error;

	error = sd_bus_match_signal(client->bus, NULL, BUS_NAME, BUS_PATH,
				    "org.freedesktop.DBus.Properties", "PropertiesChanged", on_changed,
				    client);
	if (error >= 0)
		error = sd_bus_add_match(client->bus, NULL, "type='signal',sender='org.freedesktop.DBus',"
					 "path='/org/freedesktop/DBus',"
					 "interface='org.freedesktop.DBus',member='NameOwnerChanged',"
					 "arg0='" BUS_NAME "'", on_owner, client);
	if (error >= 0)
		return EXIT_DONE;
	log_error("the %s does not let me watch: %s", get_title(client), strerror(-error));
	return EXIT_UNREACHABLE;
}

/* Gone before back, and both before changed: a change is of the hardmuted that is there now. */
static bool take_event(struct client *client, enum client_event *event)
{
	if (client->gone) {
		client->gone = 0;
		client->changed = 0;
		*event = CLIENT_EVENT_GONE;
		return true;
	}
	if (client->back) {
		client->back = 0;
		*event = CLIENT_EVENT_BACK;
		return true;
	}
	if (client->changed) {
		client->changed = 0;
		*event = CLIENT_EVENT_CHANGED;
		return true;
	}
	return false;
}

int client_wait(struct client *client, enum client_event *event)
{
	int error;

	while (true) {
		/* All that has arrived first: many changes make one line. */
		do
			error = sd_bus_process(client->bus, NULL);
		while (error > 0);
		if (error < 0)
			break;
		if (take_event(client, event))
			return EXIT_DONE;
		error = sd_bus_wait(client->bus, UINT64_MAX);
		if (error < 0 && error != -EINTR)
			break;
	}
	log_error("the %s is lost: %s", get_title(client), strerror(-error));
	return EXIT_UNREACHABLE;
}
