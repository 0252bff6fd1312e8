/* SPDX-License-Identifier: GPL-2.0-or-later */
/* hardmutectl: options, one command, an exit code (names.h). */
#include <getopt.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "history.h"
#include "log.h"
#include "names.h"

static void print_help(FILE *out)
{
	fputs("usage: hardmutectl [OPTION]... [COMMAND]\n\nCommands (none: status):\n", out);
	for (const struct command *command = commands; command->name; command++)
		fprintf(out, "  %s %-*s%s\n", command->name, 19 - (int)strlen(command->name),
			command->argument, command->help);
	fputs("\nOptions:\n"
	      "  --json              answers as JSON; watch: one object per line\n"
	      "  -q, --quiet         no answers, only the exit code\n"
	      "  --for TIME          unmute: for 30s, 5m, 1h30m, then mute again\n"
	      "  -f, --follow        log: go on with what comes\n"
	      "  --since TIME        log: \"2 h\", \"14:30\", yesterday, \"2026-01-31 14:30\"\n"
	      "  --system, --session ask there only (default: the system's hardmuted, else the session's)\n"
	      "  -h, --help          this text\n"
	      "  -V, --version       the version\n"
	      "\nExit codes: 0 done or yes, 1 no or not proven, 2 usage or configuration, 3 hardmuted cannot be reached,\n"
	      "4 not permitted, 5 failed, 6 a leak was found (verify).\n", out);
}

static int fail_usage(void)
{
	fputs("Try 'hardmutectl --help'.\n", stderr);
	return EXIT_USAGE;
}

/* Returns an exit code when that was all, else -1. */
static int parse_options(int argc, char *argv[], struct options *options)
{
	static const struct option long_options[] = {
		{ "json", no_argument, NULL, 'j' },
		{ "quiet", no_argument, NULL, 'q' },
		{ "for", required_argument, NULL, 'F' },
		{ "follow", no_argument, NULL, 'f' },
		{ "since", required_argument, NULL, 's' },
		{ "system", no_argument, NULL, 'S' },
		{ "session", no_argument, NULL, 'U' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ NULL, 0, NULL, 0 }
	};
	int option;

	while ((option = getopt_long(argc, argv, "qfhV", long_options, NULL)) != -1) {
		switch (option) {
		case 'j': options->print.json = true; break;
		case 'q': options->print.quiet = true; break;
		case 'f': options->follow = true; break;
		case 'F': options->limit = optarg; break;
		case 's': options->since = optarg; break;
		case 'S': options->choice = CLIENT_CHOICE_SYSTEM; break;
		case 'U': options->choice = CLIENT_CHOICE_SESSION; break;
		case 'h': print_help(stdout); return EXIT_DONE;
		case 'V': puts("hardmutectl " HARDMUTE_VERSION); return EXIT_DONE;
		default: return fail_usage();
		}
	}
	return -1;
}

static int run_command(int argc, char *argv[], const struct options *options)
{
	const struct command *command = argc ? command_find(argv[0]) : &commands[0];
	int allowed;

	if (!command) {
		log_error("no such command: %s", argv[0]);
		return fail_usage();
	}
	allowed = *command->argument ? 2 : 1;
	if (argc > allowed) {
		log_error("%s: too many arguments", command->name);
		return fail_usage();
	}
	if ((options->follow || options->since) && command->run != history_run) {
		log_error("%s: -f and --since are for log only", command->name);
		return fail_usage();
	}
	if (options->limit && command->run != command_unmute) {
		log_error("%s: --for is for unmute only", command->name);
		return fail_usage();
	}
	return command->run(options, argc == 2 ? argv[1] : NULL);
}

int main(int argc, char *argv[])
{
	struct options options = { .print.out = stdout };
	int code;

	setlocale(LC_ALL, "");
	print_set_now(&options.print);
	options.print.color = isatty(STDOUT_FILENO) && !getenv("NO_COLOR");
	code = parse_options(argc, argv, &options);
	if (code < 0)
		code = run_command(argc - optind, argv + optind, &options);
	/* An answer that was not written is no answer. */
	if (fflush(stdout) || ferror(stdout)) {
		log_error("the answer could not be written");
		return EXIT_FAILED;
	}
	return code;
}
