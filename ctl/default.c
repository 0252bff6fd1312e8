/* SPDX-License-Identifier: GPL-2.0-or-later */
/* See default.h. The sound server is hardmute-sources' business. */
#include "default.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../daemon/beside.h"
#include "cells.h"
#include "log.h"
#include "names.h"

#define LINE_BYTES 2048
#define ARGUMENTS_MAX 64

/* What there is: "sources" of the server or "alsa", and hardmuted's own "microphones". */
struct view {
	json_t *microphones;
	json_t *sources;
	json_t *alsa;		/* NULL: not known */
	char server[128];	/* empty: there is none */
	bool session;
};

json_t *default_read(const char *line)
{
	char copy[LINE_BYTES], *rest = copy, *field[7] = { NULL };
	size_t count = 0;

	snprintf(copy, sizeof(copy), "%s", line);
	copy[strcspn(copy, "\n")] = '\0';
	while (rest && count < 7)
		field[count++] = strsep(&rest, "\t");
	if (count == 7 && !strcmp(field[0], "source"))
		return json_pack("{sb,sb,sb,ss,ss,ss}", "default", !strcmp(field[1], "1"),
				 "muted", !strcmp(field[2], "1"), "gated", !strcmp(field[3], "1"),
				 "kind", field[4], "name", field[5], "title", field[6]);
	if (count == 4 && !strcmp(field[0], "alsa"))
		return json_pack("{si,si,ss}", "card", atoi(field[1]), "device", atoi(field[2]),
				 "title", field[3]);
	if (count == 2 && !strcmp(field[0], "server"))
		return json_pack("{ss}", "server", field[1]);
	return NULL;
}

static bool is_part(const json_t *source, const char *key, const char *wanted)
{
	return strcasestr(cell_get_text(source, key), wanted);
}

const json_t *default_find(const json_t *sources, const char *wanted, bool *many)
{
	const json_t *source, *found = NULL;
	size_t i;

	*many = false;
	json_array_foreach(sources, i, source)
		if (!strcmp(cell_get_text(source, "name"), wanted) ||
		    !strcmp(cell_get_text(source, "title"), wanted))
			return source;
	json_array_foreach(sources, i, source) {
		if (!is_part(source, "name", wanted) && !is_part(source, "title", wanted))
			continue;
		*many |= found != NULL;
		found = source;
	}
	return *many ? NULL : found;
}

/* Runs hardmute-sources; lines NULL: its exit code is all. Returns its exit code. */
static int run_helper(char *const arguments[], FILE **lines, pid_t *child)
{
	char path[PATH_MAX];
	int ends[2] = { -1, -1 }, status;

	beside_find(SOURCES_NAME, path, sizeof(path));
	if (lines && pipe(ends) < 0)
		return EXIT_FAILED;
	*child = fork();
	if (!*child) {
		if (lines) {
			dup2(ends[1], STDOUT_FILENO);
			close(ends[0]);
			close(ends[1]);
		}
		execv(path, arguments);
		log_error("%s: %s", path, strerror(errno));
		_exit(EXIT_FAILED);
	}
	if (lines) {
		close(ends[1]);
		*lines = fdopen(ends[0], "r");
		return *child > 0 && *lines ? EXIT_DONE : EXIT_FAILED;
	}
	if (*child < 0 || waitpid(*child, &status, 0) < 0 || !WIFEXITED(status))
		return EXIT_FAILED;
	return WEXITSTATUS(status);
}

static void take_line(struct view *view, const char *line)
{
	json_t *object = default_read(line);

	if (json_object_get(object, "server")) {
		snprintf(view->server, sizeof(view->server), "%s", cell_get_text(object, "server"));
	} else if (json_object_get(object, "card")) {
		json_decref(view->alsa);
		view->alsa = json_incref(object);
	} else if (object) {
		json_array_append(view->sources, object);
	}
	json_decref(object);
}

/* hardmuted need not be there: then nothing is known to be gated. */
static void ask_hardmuted(struct view *view, const struct options *options)
{
	struct client *client;
	json_t *status;

	if (client_look(&client, options->choice))
		return;
	if (!client_get_status(client, &status)) {
		json_decref(view->microphones);
		view->microphones = json_incref(json_object_get(status, "microphones"));
		view->session = !strcmp(cell_get_text(status, "mode"), "session");
		json_decref(status);
	}
	client_close(client);
}

static int look(struct view *view, const struct options *options)
{
	char *arguments[ARGUMENTS_MAX + 4] = { SOURCES_NAME, "list", "session", NULL };
	char numbers[ARGUMENTS_MAX][24], line[LINE_BYTES];
	const json_t *microphone;
	int code, status = -1;
	FILE *lines = NULL;
	pid_t child;
	size_t i;

	*view = (struct view){ .microphones = json_array(), .sources = json_array() };
	ask_hardmuted(view, options);
	if (!view->session) {
		arguments[2] = NULL;
		for (i = 0; i < ARGUMENTS_MAX && i < json_array_size(view->microphones); i++) {
			microphone = json_array_get(view->microphones, i);
			snprintf(numbers[i], sizeof(numbers[i]), "%lld,%lld",
				 cell_get_number(microphone, "card"), cell_get_number(microphone, "device"));
			arguments[i + 2] = numbers[i];
			arguments[i + 3] = NULL;
		}
	}
	code = run_helper(arguments, &lines, &child);
	while (lines && fgets(line, sizeof(line), lines))
		take_line(view, line);
	if (lines) {
		fclose(lines);
		waitpid(child, &status, 0);
	}
	return code || status ? EXIT_FAILED : EXIT_DONE;
}

static void forget(struct view *view)
{
	json_decref(view->microphones);
	json_decref(view->sources);
	json_decref(view->alsa);
}

static const char *describe(const json_t *source)
{
	static char text[128];

	if (json_is_true(json_object_get(source, "gated")))
		return "through hardmute";
	if (!strcmp(cell_get_text(source, "kind"), "filter"))
		return "made of another one";
	snprintf(text, sizeof(text), "not through hardmute (%s)", cell_get_text(source, "kind"));
	return text;
}

static void show_server(const struct print *print, const struct view *view)
{
	const json_t *source;
	size_t i;

	fprintf(print->out, "%s\n", view->server);
	json_array_foreach(view->sources, i, source)
		fprintf(print->out, "%c %s: %s, %s%s\n",
			json_is_true(json_object_get(source, "default")) ? '*' : ' ',
			cell_get_text(source, "name"), cell_get_text(source, "title"), describe(source),
			json_is_true(json_object_get(source, "muted")) ? ", muted" : "");
	if (!json_array_size(view->sources))
		fputs("  no microphone\n", print->out);
}

static bool is_alsa_default(const struct view *view, const json_t *microphone)
{
	return view->alsa &&
	       cell_get_number(view->alsa, "card") == cell_get_number(microphone, "card") &&
	       cell_get_number(view->alsa, "device") == cell_get_number(microphone, "device");
}

static void show_alsa(const struct print *print, const struct view *view)
{
	bool shown = false, is_default;
	const json_t *microphone;
	size_t i;

	fputs("no sound server: ALSA\n", print->out);
	json_array_foreach(view->microphones, i, microphone) {
		is_default = is_alsa_default(view, microphone);
		shown |= is_default;
		fprintf(print->out, "%c %s: %s, through hardmute\n", is_default ? '*' : ' ',
			cell_get_text(microphone, "card_id"), cell_get_text(microphone, "card_name"));
	}
	if (view->alsa && !shown)
		fprintf(print->out, "* card %lld: %s, not through hardmute\n",
			cell_get_number(view->alsa, "card"), cell_get_text(view->alsa, "title"));
	if (!view->alsa)
		fputs("  ALSA's \"default\" cannot be recorded from\n", print->out);
}

static int show(const struct print *print, const struct view *view)
{
	json_t *all;

	if (print->quiet)
		return EXIT_DONE;
	if (print->json) {
		all = json_pack("{s:s?,s:O,s:O?}", "server", *view->server ? view->server : NULL,
				"sources", view->sources, "alsa", view->alsa);
		json_dumpf(all, print->out, JSON_INDENT(2));
		fputc('\n', print->out);
		json_decref(all);
	} else if (*view->server) {
		show_server(print, view);
	} else {
		show_alsa(print, view);
	}
	return EXIT_DONE;
}

static int fail_to_find(const char *wanted, bool many)
{
	log_error("%s: %s microphone is called so; \"hardmutectl default\" lists them", wanted,
		  many ? "more than one" : "no");
	return EXIT_USAGE;
}

static int select_in_server(const struct options *options, const struct view *view, const char *wanted)
{
	bool many;
	const json_t *source = default_find(view->sources, wanted, &many);
	char *arguments[] = { SOURCES_NAME, "select", NULL, NULL };
	pid_t child;
	int code;

	if (!source)
		return fail_to_find(wanted, many);
	arguments[2] = (char *)(uintptr_t)cell_get_text(source, "name");
	code = run_helper(arguments, NULL, &child);
	if (code)
		return code;
	if (!json_is_true(json_object_get(source, "gated")) &&
	    strcmp(cell_get_text(source, "kind"), "filter"))
		log_warning("%s does not go through hardmute: a mute reaches it in the sound server only, "
			    "while hardmute-agent runs", cell_get_text(source, "title"));
	if (!options->print.quiet && !options->print.json)
		fprintf(options->print.out, "%s\n", cell_get_text(source, "name"));
	return EXIT_DONE;
}

/* The names of hardmuted's microphones as those of sources; session mode's is no card. */
static json_t *name_microphones(const struct view *view)
{
	json_t *names = json_array(), *microphone;
	size_t i;

	json_array_foreach(view->session ? NULL : view->microphones, i, microphone)
		json_array_append_new(names, json_pack("{ss,ss,si}",
			"name", cell_get_text(microphone, "card_id"),
			"title", cell_get_text(microphone, "card_name"),
			"device", (int)cell_get_number(microphone, "device")));
	return names;
}

void default_advise(FILE *out, const char *title, const char *card, long long device)
{
	fprintf(out, "There is no sound server that could be told, and ~/.asoundrc is yours.\n"
		"With these lines in it, programs that use ALSA record from %s:\n\n"
		"pcm.!default {\n\ttype asym\n\tplayback.pcm \"sysdefault\"\n"
		"\tcapture.pcm \"plughw:CARD=%s,DEV=%lld\"\n}\n", title, card, device);
}

static int advise(const struct options *options, const struct view *view, const char *wanted)
{
	json_t *names = name_microphones(view);
	bool many;
	const json_t *found = default_find(names, wanted, &many);
	int code = EXIT_NO;

	if (!found)
		code = fail_to_find(wanted, many);
	else if (!options->print.quiet)
		default_advise(options->print.out, cell_get_text(found, "title"),
			       cell_get_text(found, "name"), cell_get_number(found, "device"));
	json_decref(names);
	return code;
}

int default_run(const struct options *options, const char *argument)
{
	struct view view;
	int code = look(&view, options);

	if (!code) {
		if (!argument)
			code = show(&options->print, &view);
		else if (*view.server)
			code = select_in_server(options, &view, argument);
		else
			code = advise(options, &view, argument);
	}
	forget(&view);
	return code;
}
