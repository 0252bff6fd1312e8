/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What each command does: ask hardmuted, show the answer, choose the exit code. */
#include "commands.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../daemon/config.h"
#include "../daemon/duration.h"
#include "beyond.h"
#include "default.h"
#include "history.h"
#include "join.h"
#include "log.h"
#include "names.h"
#include "verify.h"

/* Opens, asks for everything, closes. */
static int fetch_status(const struct options *options, json_t **status)
{
	struct client *client;
	int code;

	code = client_open(&client, options->choice);
	if (code)
		return code;
	code = client_get_status(client, status);
	client_close(client);
	if (!code)
		join_status(*status);
	return code;
}

static int run_status(const struct options *options, const char *argument)
{
	json_t *status, *beyond;
	int code;

	(void)argument;
	code = fetch_status(options, &status);
	if (code)
		return code;
	beyond = beyond_fetch();
	beyond_join(status, beyond);
	json_decref(beyond);
	print_status(&options->print, status);
	json_decref(status);
	return EXIT_DONE;
}

static int run_microphones(const struct options *options, const char *argument)
{
	json_t *status;
	int code;

	(void)argument;
	code = fetch_status(options, &status);
	if (code)
		return code;
	print_microphones(&options->print, status);
	json_decref(status);
	return EXIT_DONE;
}

static int run_readers(const struct options *options, const char *argument)
{
	json_t *status;
	int code;

	(void)argument;
	code = fetch_status(options, &status);
	if (code)
		return code;
	print_readers(&options->print, json_object_get(status, "readers"));
	json_decref(status);
	return EXIT_DONE;
}

static int run_is_muted(const struct options *options, const char *argument)
{
	const char *state;
	json_t *status;
	bool muted;
	int code;

	(void)argument;
	code = fetch_status(options, &status);
	if (code)
		return code;
	state = json_string_value(json_object_get(status, "state"));
	muted = state && !strcmp(state, "muted");
	print_state(&options->print, state ? state : "unknown");
	json_decref(status);
	return muted ? EXIT_DONE : EXIT_NO;
}

/* limit_us: of an unmute; 0 none. */
static int request(const struct options *options, const char *method, uint64_t limit_us)
{
	struct client *client;
	char *state;
	int code;

	code = client_open(&client, options->choice);
	if (code)
		return code;
	code = limit_us ? client_unmute_for(client, limit_us, &state) :
	       client_request(client, method, &state);
	client_close(client);
	if (code)
		return code;
	print_state(&options->print, state);
	free(state);
	return EXIT_DONE;
}

static int run_mute(const struct options *options, const char *argument)
{
	(void)argument;
	return request(options, "Mute", 0);
}

int command_unmute(const struct options *options, const char *argument)
{
	uint64_t limit_us = 0;

	(void)argument;
	if (options->limit && (duration_parse(options->limit, &limit_us) || !limit_us)) {
		log_error("--for %s: must be a time such as 30s, 5m or 1h30m, at most 366d",
			  options->limit);
		return EXIT_USAGE;
	}
	return request(options, "Unmute", limit_us);
}

static int run_toggle(const struct options *options, const char *argument)
{
	(void)argument;
	return request(options, "Toggle", 0);
}

/* What a line of watch is about; counts of frames change all the time and are not. */
static json_t *pick_news(const json_t *status)
{
	static const char *const keys[] = { "state", "verdict", "since", "reason", "live_until",
					    "speaking_while_muted" };
	json_t *news = json_object(), *names = json_array(), *entry;
	size_t i;

	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		json_object_set(news, keys[i], json_object_get(status, keys[i]));
	json_array_foreach(json_object_get(status, "readers"), i, entry)
		json_array_append(names, json_object_get(entry, "id"));
	json_array_foreach(json_object_get(status, "microphones"), i, entry) {
		json_array_append(names, json_object_get(entry, "card_name"));
		json_array_append(names, json_object_get(entry, "twin_up"));
		json_array_append(names, json_object_get(entry, "error"));
	}
	json_object_set_new(news, "names", names);
	return news;
}

static int show_change(struct client *client, const struct print *print, json_t **shown)
{
	json_t *status, *news;
	int code;

	code = client_get_status(client, &status);
	if (code)
		return code;
	join_status(status);
	news = pick_news(status);
	if (!json_equal(news, *shown))
		print_change(print, status);
	json_decref(*shown);
	*shown = news;
	json_decref(status);
	return EXIT_DONE;
}

/* Follows hardmuted over its restarts; only the loss of the bus ends it. */
static int watch(struct client *client, const struct options *options)
{
	struct print print = options->print;
	enum client_event event;
	json_t *shown = NULL;
	int code;

	code = client_watch(client);
	if (!code)
		code = show_change(client, &print, &shown);
	while (!code && !(code = client_wait(client, &event)) && !ferror(print.out)) {
		print_set_now(&print);
		if (event == CLIENT_EVENT_GONE) {
			print_event(&print, "hardmuted is gone");
			json_decref(shown);
			shown = NULL;
			continue;
		}
		code = show_change(client, &print, &shown);
		if (code == EXIT_UNREACHABLE)
			code = EXIT_DONE;	/* gone meanwhile: that event is on its way */
	}
	json_decref(shown);
	return code;
}

static int run_watch(const struct options *options, const char *argument)
{
	struct client *client;
	int code;

	(void)argument;
	code = client_open(&client, options->choice);
	if (code)
		return code;
	code = watch(client, options);
	client_close(client);
	return code;
}

static void on_mistake(void *userdata, const char *line)
{
	(void)userdata;
	fprintf(stderr, "%s\n", line);
}

static int run_check_config(const struct options *options, const char *argument)
{
	struct config config;
	char path[PATH_MAX];
	int error;

	if (argument)
		snprintf(path, sizeof(path), "%s", argument);
	else if ((error = config_path(options->choice == CLIENT_CHOICE_SESSION, path, sizeof(path)))) {
		log_error("no place for a configuration: %s", strerror(-error));
		return EXIT_USAGE;
	}
	error = config_load(path, &config, on_mistake, NULL);
	if (error == -ENOENT && argument)
		log_error("%s: %s", path, strerror(-error));
	if (error && (argument || error != -ENOENT))
		return EXIT_USAGE;
	if (!options->print.quiet)
		fprintf(options->print.out, "%s: %s\n", path,
			error ? "not there, the defaults count" : "no mistake");
	return EXIT_DONE;
}

/* Break the glass: works without hardmuted, without a bus, and only for root. */
static int run_release(const struct options *options, const char *argument)
{
	(void)options;
	(void)argument;
	if (geteuid()) {
		log_error("giving the microphones back to everybody is for root: sudo hardmutectl release");
		return EXIT_NOT_PERMITTED;
	}
	execl(NODE_PATH, NODE_PATH, "release", (char *)NULL);
	log_error(NODE_PATH ": %s", strerror(errno));
	return EXIT_FAILED;
}

const struct command commands[] = {
	{ "status", "", "show the state, why it is so, the microphones and who reads", run_status },
	{ "mute", "", "mute every microphone; returns when no sound can get out", run_mute },
	{ "unmute", "", "go live (the user at this computer only)", command_unmute },
	{ "toggle", "", "mute or go live", run_toggle },
	{ "is-muted", "", "exit 0 when muted, 1 when not", run_is_muted },
	{ "readers", "", "list the programs that have a microphone open", run_readers },
	{ "mics", "", "list the microphones", run_microphones },
	{ "default", "[NAME]", "show the default microphone of programs, or choose another", default_run },
	{ "verify", "", "try every way to a microphone, as the user who asks", verify_run },
	{ "watch", "", "one line for each change, until interrupted", run_watch },
	{ "log", "", "what happened: mutes, why and how fast, who read while muted", history_run },
	{ "release", "", "stop hardmute and give every microphone back (root)", run_release },
	{ "check-config", "[FILE]", "name every mistake in the configuration", run_check_config },
	{ NULL, NULL, NULL, NULL }
};

const struct command *command_find(const char *name)
{
	for (const struct command *command = commands; command->name; command++)
		if (!strcmp(command->name, name))
			return command;
	return NULL;
}
