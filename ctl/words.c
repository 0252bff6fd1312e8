/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sentences. Names of programs and devices come from hardmuted, which has cleaned them. */
#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PROGRAMS_NAMED 4
#define NOT_PROVEN "muted, not proven: "

static const char *get_text(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}

char *words_make_title(const struct agent *agent)
{
	switch (agent->state) {
	case AGENT_STATE_GONE: return strdup("hardmute is not running");
	case AGENT_STATE_UNPROVEN: return strdup("Muted, not proven");
	case AGENT_STATE_PROVEN: return strdup("Muted, proven");
	case AGENT_STATE_LIVE: return strdup("Microphone live");
	case AGENT_STATE_HEARD: return strdup("Microphone live, somebody listens");
	}
	return strdup("");
}

/* Today's times without the date. */
static void write_time(FILE *out, int64_t realtime_us)
{
	time_t seconds = (time_t)(realtime_us / 1000000), now = time(NULL);
	struct tm then, today;
	char text[32];

	localtime_r(&seconds, &then);
	localtime_r(&now, &today);
	if (then.tm_year == today.tm_year && then.tm_yday == today.tm_yday)
		strftime(text, sizeof(text), "%H:%M", &then);
	else
		strftime(text, sizeof(text), "%Y-%m-%d %H:%M", &then);
	fputs(text, out);
}

static int64_t read_clock(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return now.tv_sec * 1000000ll + now.tv_nsec / 1000;
}

static bool is_named(const json_t *readers, size_t before, const char *program)
{
	json_t *reader;
	size_t i;

	json_array_foreach(readers, i, reader)
		if (i < before && json_is_true(json_object_get(reader, "running")) &&
		    !strcmp(get_text(reader, "program"), program))
			return true;
	return false;
}

static void write_programs(FILE *out, const json_t *readers)
{
	unsigned named = 0, more = 0;
	json_t *reader;
	size_t i;

	json_array_foreach(readers, i, reader) {
		const char *program = get_text(reader, "program");

		if (!json_is_true(json_object_get(reader, "running")) || is_named(readers, i, program))
			continue;
		if (named == PROGRAMS_NAMED)
			more++;
		else
			fprintf(out, "%s%s", named++ ? ", " : "", *program ? program : "a program");
	}
	if (more)
		fprintf(out, " and %u more", more);
}

char *words_list_programs(const json_t *readers)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return NULL;
	write_programs(out, readers);
	fclose(out);
	return text;
}

static void write_why(FILE *out, const struct agent *agent)
{
	const char *verdict = agent_get_text(agent, "verdict");
	json_t *warning;
	size_t i;

	if (agent->state == AGENT_STATE_UNPROVEN && !strncmp(verdict, NOT_PROVEN, strlen(NOT_PROVEN)))
		fprintf(out, "%s\n", verdict + strlen(NOT_PROVEN));
	json_array_foreach(agent->warnings, i, warning)
		fprintf(out, "%s\n", json_string_value(warning));
}

static void write_times(FILE *out, const struct agent *agent)
{
	json_int_t since = agent_get_number(agent, "since");
	json_int_t until = agent_get_number(agent, "live_until");

	if (since) {
		fputs("since ", out);
		write_time(out, since);
		fprintf(out, ": %s\n", agent_get_text(agent, "reason"));
	}
	if (agent_is_live(agent) && until) {
		fputs("mutes by itself at ", out);
		write_time(out, read_clock(CLOCK_REALTIME) + until - read_clock(CLOCK_BOOTTIME));
		fputc('\n', out);
	}
}

static void write_listeners(FILE *out, const struct agent *agent)
{
	char *programs = words_list_programs(json_object_get(agent->status, "readers"));

	if (programs && *programs)
		fprintf(out, agent_is_muted(agent) ? "hears nothing but silence: %s\n" :
			"listening: %s\n", programs);
	else
		fputs("nobody listens\n", out);
	free(programs);
	if (json_is_true(json_object_get(agent->status, "speaking_while_muted")))
		fputs("somebody speaks, unheard\n", out);
}

char *words_make_details(const struct agent *agent)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return NULL;
	if (agent->state == AGENT_STATE_GONE) {
		fputs("whether the microphone is muted is not known\n", out);
	} else {
		write_why(out, agent);
		write_times(out, agent);
		write_listeners(out, agent);
	}
	fclose(out);
	if (text && *text)
		text[strlen(text) - 1] = '\0';
	return text;
}

char *words_name_reader(const json_t *reader, bool muted)
{
	const char *program = get_text(reader, "program"), *what = "";
	long long pid = json_integer_value(json_object_get(reader, "pid"));
	char *text = NULL;
	int length;

	if (!json_is_true(json_object_get(reader, "running")))
		what = ", waits";
	else if (muted)
		what = ", gets silence";
	if (!*program)
		program = "a program";
	length = pid ? asprintf(&text, "%s (pid %lld)%s", program, pid, what) :
		 asprintf(&text, "%s%s", program, what);
	return length < 0 ? NULL : text;
}

char *words_name_microphone(const json_t *microphone)
{
	const char *card = get_text(microphone, "card_name"), *name = get_text(microphone, "name");
	const char *hardware = get_text(microphone, "hardware"), *error = get_text(microphone, "error");
	const char *what = "closed";
	char *text = NULL;
	int length;

	if (*error)
		what = error;
	else if (!strcmp(hardware, "foreign"))
		what = "held by another program";
	else if (!strcmp(hardware, "open"))
		what = "in use";
	else if (strcmp(hardware, "closed"))
		what = "nothing is known of it";
	length = asprintf(&text, "%s%s%s (%s)", card, *card && *name ? ": " : "", name, what);
	return length < 0 ? NULL : text;
}

char *words_escape(const char *text)
{
	char *escaped = NULL;
	size_t size;
	FILE *out = open_memstream(&escaped, &size);

	if (!out)
		return NULL;
	for (; *text; text++)
		switch (*text) {
		case '&': fputs("&amp;", out); break;
		case '<': fputs("&lt;", out); break;
		case '>': fputs("&gt;", out); break;
		default: fputc(*text, out);
		}
	fclose(out);
	return escaped;
}
