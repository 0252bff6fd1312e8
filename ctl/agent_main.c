/* SPDX-License-Identifier: GPL-2.0-or-later */
/* hardmute-agent: options, then the parts in order; the end is the same list backwards. */
#include <errno.h>
#include <getopt.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "agent.h"
#include "follow.h"
#include "log.h"
#include "names.h"

struct options {
	enum follow_choice choice;
};

static void print_help(void)
{
	fputs("usage: hardmute-agent [OPTION]...\n\n"
	      "Shows the mute in the tray of this session, and notifies of what listens.\n\n"
	      "Options:\n"
	      "  --system, --session follow that hardmuted only (default: the system's, else the session's)\n"
	      "  -h, --help          this text\n"
	      "  -V, --version       the version\n", stdout);
}

/* Returns an exit code when that was all, else -1. */
static int parse_options(int argc, char *argv[], struct options *options)
{
	static const struct option long_options[] = {
		{ "system", no_argument, NULL, 'S' },
		{ "session", no_argument, NULL, 'U' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ NULL, 0, NULL, 0 }
	};
	int option;

	while ((option = getopt_long(argc, argv, "hV", long_options, NULL)) != -1) {
		switch (option) {
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

static int start_parts(struct agent *agent, const struct options *options)
{
	return follow_start(&agent->follow, agent, options->choice);
}

static void stop_parts(struct agent *agent)
{
	agent->stopping = true;
	follow_stop(agent->follow);
}

static int add_signals(sd_event *event)
{
	static const int numbers[] = { SIGTERM, SIGINT, SIGHUP };
	sigset_t set;
	int error = 0;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		sigaddset(&set, numbers[i]);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
	for (size_t i = 0; i < 2 && error >= 0; i++)
		error = sd_event_add_signal(event, NULL, numbers[i], NULL, NULL);	/* ends the loop */
	return error;
}

static int run(struct agent *agent, const struct options *options)
{
	int code, error;

	code = join_session(agent);
	if (code >= 0)
		return code;
	error = add_signals(agent->event);
	if (error >= 0)
		error = start_parts(agent, options);
	if (error >= 0)
		error = sd_event_loop(agent->event);
	stop_parts(agent);
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
