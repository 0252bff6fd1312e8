/* SPDX-License-Identifier: GPL-2.0-or-later */
/* hardmute-agent: options, then the parts in order; the end is the same list backwards. */
#include <errno.h>
#include <getopt.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "actions.h"
#include "agent.h"
#include "agent_config.h"
#include "alerts.h"
#include "follow.h"
#include "log.h"
#include "names.h"
#include "notify.h"
#include "server.h"
#include "tray.h"

struct options {
	enum follow_choice choice;
	const char *config;	/* NULL: the user's own place */
};

struct parts {
	struct agent *agent;
	const struct options *options;
	struct agent_config config;
	struct notify *notify;
	struct actions *actions;
	struct server *server;
	/* made anew when the configuration is read again: */
	struct alerts *alerts;
	struct tray *tray;
};

static void print_help(void)
{
	fputs("usage: hardmute-agent [OPTION]...\n\n"
	      "Shows the mute in the tray of this session, and notifies of what listens.\n\n"
	      "Options:\n"
	      "  -c, --config FILE   instead of ~/.config/" AGENT_CONFIG_FILE "\n"
	      "  --system, --session follow that hardmuted only (default: the system's, else the session's)\n"
	      "  -h, --help          this text\n"
	      "  -V, --version       the version\n", stdout);
}

/* Returns an exit code when that was all, else -1. */
static int parse_options(int argc, char *argv[], struct options *options)
{
	static const struct option long_options[] = {
		{ "config", required_argument, NULL, 'c' },
		{ "system", no_argument, NULL, 'S' },
		{ "session", no_argument, NULL, 'U' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ NULL, 0, NULL, 0 }
	};
	int option;

	while ((option = getopt_long(argc, argv, "c:hV", long_options, NULL)) != -1) {
		switch (option) {
		case 'c': options->config = optarg; break;
		case 'S': options->choice = FOLLOW_CHOICE_SYSTEM; break;
		case 'U': options->choice = FOLLOW_CHOICE_SESSION; break;
		case 'h': print_help(); return EXIT_DONE;
		case 'V': puts("hardmute-agent " HARDMUTE_VERSION); return EXIT_DONE;
		default: return EXIT_USAGE;
		}
	}
	if (optind < argc) {
		log_error("%s: there are no arguments, only options", argv[optind]);
		return EXIT_USAGE;
	}
	return -1;
}

static int on_disconnected(sd_bus_message *message, void *userdata, sd_bus_error *error)
{
	struct agent *agent = userdata;

	(void)message;
	(void)error;
	log_notice("the session bus is gone");
	return sd_event_exit(agent->event, EXIT_UNREACHABLE);
}

/* The name makes it one per session. Returns an exit code, or -1 to go on. */
static int join_session(struct agent *agent)
{
	int error;

	error = sd_bus_open_user_with_description(&agent->session, "hardmute-agent");
	if (error >= 0)
		error = sd_bus_request_name(agent->session, AGENT_BUS_NAME, 0);
	if (error == -EEXIST) {
		log_notice("another hardmute-agent runs in this session");
		return EXIT_DONE;
	}
	if (error >= 0)
		error = sd_bus_match_signal(agent->session, NULL, "org.freedesktop.DBus.Local",
					    "/org/freedesktop/DBus/Local",
					    "org.freedesktop.DBus.Local", "Disconnected",
					    on_disconnected, agent);
	if (error >= 0)
		error = sd_bus_attach_event(agent->session, agent->event, SD_EVENT_PRIORITY_NORMAL);
	if (error >= 0)
		return -1;
	log_error("the session bus cannot be reached: %s", strerror(-error));
	return EXIT_UNREACHABLE;
}

static int start_shown(struct parts *parts)
{
	int error;

	error = alerts_start(&parts->alerts, parts->agent, &parts->config, parts->notify);
	if (error >= 0 && parts->config.icon)
		error = tray_start(&parts->tray, parts->agent, &parts->config, parts->actions);
	return error;
}

static void stop_shown(struct parts *parts)
{
	tray_stop(parts->tray);
	parts->tray = NULL;
	alerts_stop(parts->alerts);
	parts->alerts = NULL;
}

/* With a mistake in it everything stays as it was. */
static int on_reload(sd_event_source *source, const struct signalfd_siginfo *info, void *userdata)
{
	struct parts *parts = userdata;
	int error;

	(void)source;
	(void)info;
	if (agent_config_load(parts->options->config, &parts->config))
		return 0;
	stop_shown(parts);
	error = start_shown(parts);
	if (error < 0)
		log_error("%s", strerror(-error));
	return error < 0 ? sd_event_exit(parts->agent->event, EXIT_FAILED) : 0;
}

/* What notifications offer is to unmute. */
static void on_button(void *userdata, enum notify_place place)
{
	struct parts *parts = userdata;

	(void)place;
	actions_unmute(parts->actions, 0);
}

static void on_refused(void *userdata, const char *title, unsigned times, const char *programs)
{
	struct parts *parts = userdata;
	char body[512];
	struct notification what = {
		.icon = "hardmute-muted", .body = body, .sound = "",
		.summary = "Still muted: a program tried to unmute",
	};

	snprintf(body, sizeof(body), "%s in the sound server, %u time%s. It does not tell who; connected: %s",
		 title, times, times == 1 ? "" : "s", *programs ? programs : "nobody any more");
	if (parts->config.listening)
		notify_show(parts->notify, NOTIFY_PLACE_REFUSED, &what);
}

static int start_parts(struct parts *parts)
{
	struct agent *agent = parts->agent;
	int error;

	error = follow_start(&agent->follow, agent, parts->options->choice);
	if (error >= 0)
		error = notify_start(&parts->notify, agent, on_button, parts);
	if (error >= 0)
		error = actions_start(&parts->actions, agent, parts->notify);
	if (error >= 0)
		error = server_start(&parts->server, agent);
	if (error >= 0)
		server_on_refused(parts->server, on_refused, parts);
	return error < 0 ? error : start_shown(parts);
}

static void stop_parts(struct parts *parts)
{
	parts->agent->stopping = true;
	stop_shown(parts);
	server_stop(parts->server);
	actions_stop(parts->actions);
	notify_stop(parts->notify);
	follow_stop(parts->agent->follow);
}

static void block_signals(void)
{
	static const int numbers[] = { SIGTERM, SIGINT, SIGHUP, SIGCHLD };
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		sigaddset(&set, numbers[i]);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
}

static int add_signals(struct parts *parts)
{
	sd_event *event = parts->agent->event;
	int error;

	error = sd_event_add_signal(event, NULL, SIGTERM, NULL, NULL);	/* ends the loop */
	if (error >= 0)
		error = sd_event_add_signal(event, NULL, SIGINT, NULL, NULL);
	if (error >= 0)
		error = sd_event_add_signal(event, NULL, SIGHUP, on_reload, parts);
	return error;
}

static int run(struct agent *agent, const struct options *options)
{
	struct parts parts = { .agent = agent, .options = options };
	int code, error;

	if (agent_config_load(options->config, &parts.config))
		return EXIT_USAGE;
	block_signals();
	code = join_session(agent);
	if (code >= 0)
		return code;
	error = add_signals(&parts);
	if (error >= 0)
		error = start_parts(&parts);
	if (error >= 0)
		error = sd_event_loop(agent->event);
	stop_parts(&parts);
	if (error < 0) {
		log_error("%s", strerror(-error));
		return EXIT_FAILED;
	}
	return error;
}

int main(int argc, char *argv[])
{
	struct options options = { .choice = FOLLOW_CHOICE_ANY };
	struct agent agent = { 0 };
	sd_event *event = NULL;
	int code, error;

	setlocale(LC_ALL, "");
	code = parse_options(argc, argv, &options);
	if (code >= 0)
		return code;
	error = sd_event_default(&event);
	if (error >= 0)
		error = agent_start(&agent, event);
	if (error < 0) {
		log_error("%s", strerror(-error));
		return EXIT_FAILED;
	}
	code = run(&agent, &options);
	agent_stop(&agent);
	sd_event_unref(event);
	return code;
}
