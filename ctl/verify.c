/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A second opinion: hardmute-verify tries every path as the calling user, and
 * here it is compared with the state before and after. Sound is a leak, unless
 * hardmute is live and the path goes through it.
 */
#include "verify.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../daemon/beside.h"
#include "log.h"
#include "names.h"

#define LINE_BYTES 4096

static const char *judge(const char *result, const char *kind, const char *state)
{
	static const char *const gated[] = { "twin", "alsa", "source" };

	if (strcmp(result, "sound") && strcmp(result, "reachable"))
		return result;
	for (size_t i = 0; i < sizeof(gated) / sizeof(gated[0]); i++)
		if (!strcmp(result, "sound") && !strcmp(kind, gated[i]) && !strcmp(state, "live"))
			return "live";
	return "LEAK";
}

json_t *verify_judge(const char *line, const char *state)
{
	char copy[LINE_BYTES], *rest = copy, *field[4];

	snprintf(copy, sizeof(copy), "%s", line);
	copy[strcspn(copy, "\n")] = '\0';
	for (size_t i = 0; i < 4; i++) {
		field[i] = strsep(&rest, "\t");
		if (!field[i])
			return NULL;
	}
	return json_pack("{s:s, s:s, s:s, s:s}", "result", judge(field[0], field[1], state),
			 "kind", field[1], "path", field[2], "detail", field[3]);
}

int verify_conclude(const json_t *paths, const char *verdict)
{
	bool unknown = false;
	json_t *path;
	size_t i;

	json_array_foreach(paths, i, path) {
		const char *result = json_string_value(json_object_get(path, "result"));

		if (!strcmp(result, "LEAK"))
			return EXIT_LEAK;
		unknown |= !strcmp(result, "unknown");
	}
	if (!verdict)
		return EXIT_UNREACHABLE;
	if (unknown || (strcmp(verdict, "live") && strcmp(verdict, "muted, proven")))
		return EXIT_NO;
	return EXIT_DONE;
}

/* State and verdict of this moment; both NULL when hardmuted is not there. */
static int ask(const struct options *options, char **state, char **verdict)
{
	struct client *client;
	json_t *status;
	int code = client_open(&client, options->choice);

	*state = *verdict = NULL;
	if (code)
		return code;
	code = client_get_status(client, &status);
	client_close(client);
	if (code)
		return code;
	*state = strdup(json_string_value(json_object_get(status, "state")));
	*verdict = strdup(json_string_value(json_object_get(status, "verdict")));
	json_decref(status);
	return EXIT_DONE;
}

static FILE *start(pid_t *child)
{
	char path[PATH_MAX];
	int ends[2];

	beside_find(VERIFY_NAME, path, sizeof(path));
	if (pipe(ends) < 0)
		return NULL;
	*child = fork();
	if (!*child) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		close(ends[1]);
		execl(path, VERIFY_NAME, (char *)NULL);
		log_error("%s: %s", path, strerror(errno));
		_exit(EXIT_FAILED);
	}
	close(ends[1]);
	if (*child < 0) {
		close(ends[0]);
		return NULL;
	}
	return fdopen(ends[0], "r");
}

static void show_path(const struct print *print, const json_t *path)
{
	const char *result = json_string_value(json_object_get(path, "result"));
	const char *red = print->color && !strcmp(result, "LEAK") ? "\033[1;31m" : "";

	if (print->json || print->quiet)
		return;
	fprintf(print->out, "%s%-8s%s %-10s %s  (%s)\n", red, result, *red ? "\033[0m" : "",
		json_string_value(json_object_get(path, "kind")),
		json_string_value(json_object_get(path, "path")),
		json_string_value(json_object_get(path, "detail")));
	fflush(print->out);
}

/* All that hardmute-verify finds; NULL when it could not do its work. */
static json_t *try_all(const struct print *print, const char *state)
{
	json_t *paths = json_array(), *path;
	char line[LINE_BYTES];
	int status = -1;
	pid_t child;
	FILE *lines = start(&child);

	while (lines && fgets(line, sizeof(line), lines)) {
		path = verify_judge(line, state);
		if (!path)
			continue;
		show_path(print, path);
		json_array_append_new(paths, path);
	}
	if (lines) {
		fclose(lines);
		waitpid(child, &status, 0);
	}
	if (status) {
		log_error("%s did not finish", VERIFY_NAME);
		json_decref(paths);
		return NULL;
	}
	return paths;
}

static void show_end(const struct print *print, const json_t *paths, const char *state,
		     const char *verdict, int code)
{
	size_t leaks = 0, i;
	json_t *path, *all;

	if (print->quiet)
		return;
	json_array_foreach(paths, i, path)
		leaks += !strcmp(json_string_value(json_object_get(path, "result")), "LEAK");
	if (print->json) {
		all = json_pack("{s:s?, s:s?, s:i, s:O}", "state", state, "verdict", verdict,
				"leaks", (int)leaks, "paths", paths);
		json_dumpf(all, print->out, JSON_INDENT(2));
		fputc('\n', print->out);
		json_decref(all);
		return;
	}
	fprintf(print->out, "%zu paths tried, ", json_array_size(paths));
	if (leaks)
		fprintf(print->out, "%zu LEAK%s", leaks, leaks == 1 ? "" : "S");
	else
		fprintf(print->out, "no leak");
	fprintf(print->out, "; hardmuted says: %s\n", verdict ? verdict : "nothing, it is not there");
	if (code == EXIT_NO && verdict && !strcmp(verdict, "muted, proven"))
		fputs("not all of them could be tried\n", print->out);
}

int verify_run(const struct options *options, const char *argument)
{
	char *state, *verdict, *state_after, *verdict_after;
	json_t *paths;
	int code;

	(void)argument;
	ask(options, &state, &verdict);
	paths = try_all(&options->print, state ? state : "unknown");
	code = EXIT_FAILED;
	if (paths) {
		ask(options, &state_after, &verdict_after);
		if (state && state_after && strcmp(state, state_after)) {
			log_error("the state changed meanwhile, from %s to %s: try again", state,
				  state_after);
		} else {
			code = verify_conclude(paths, verdict_after);
			show_end(&options->print, paths, state_after, verdict_after, code);
		}
		free(state_after);
		free(verdict_after);
		json_decref(paths);
	}
	free(state);
	free(verdict);
	return code;
}
