/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One small function for each text, and tables of them; print.c lays them out. */
#include "cells.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "../daemon/duration.h"

const char *cell_get_text(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}

long long cell_get_number(const json_t *object, const char *key)
{
	return json_integer_value(json_object_get(object, key));
}

static bool is_true(const json_t *object, const char *key)
{
	return json_is_true(json_object_get(object, key));
}

const char *cell_plural(long long count)
{
	return count == 1 ? "" : "s";
}

void cell_format_time(const struct print *print, long long us, char *text, size_t size)
{
	time_t when = (time_t)(us / 1000000);
	struct tm tm, today;
	bool same;

	localtime_r(&when, &tm);
	localtime_r(&print->now, &today);
	same = tm.tm_year == today.tm_year && tm.tm_yday == today.tm_yday;
	strftime(text, size, same ? "%H:%M:%S" : "%Y-%m-%d %H:%M:%S", &tm);
}

static void append_age(const struct print *print, long long us, char *text, size_t size)
{
	long long seconds = print->now - us / 1000000;
	size_t length = strlen(text);

	if (!print->now || seconds < 0)
		return;
	if (seconds < 120)
		snprintf(text + length, size - length, " (%lld s ago)", seconds);
	else if (seconds < 2 * 3600)
		snprintf(text + length, size - length, " (%lld min ago)", seconds / 60);
	else if (seconds < 2 * 86400)
		snprintf(text + length, size - length, " (%lld h ago)", seconds / 3600);
	else
		snprintf(text + length, size - length, " (%lld days ago)", seconds / 86400);
}

static void make_since(const struct print *print, const json_t *object, char *text, size_t size)
{
	long long us = cell_get_number(object, "since");

	cell_format_time(print, us, text, size);
	append_age(print, us, text, size);
}

static void make_reason(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	snprintf(text, size, "%s", cell_get_text(object, "reason"));
}

void cell_make_rest(const struct print *print, const json_t *object, char *text, size_t size)
{
	long long rest_us = cell_get_number(object, "live_until") - print->boottime_us;

	text[0] = '\0';
	if (print->boottime_us && cell_get_number(object, "live_until"))
		duration_format(rest_us > 0 ? (uint64_t)rest_us : 0, text, size);
}

static void make_fence(const struct print *print, const json_t *object, char *text, size_t size)
{
	long long us = cell_get_number(object, "last_fence_microseconds");

	(void)print;
	if (us < 0)
		snprintf(text, size, "none yet");
	else if (us < 10000)
		snprintf(text, size, "%lld µs", us);
	else
		snprintf(text, size, "%lld ms", us / 1000);
}

static void make_speaking(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	snprintf(text, size, "%s",
		 is_true(object, "speaking_while_muted") ? "somebody does, unheard" : "");
}

static void make_lights(const struct print *print, const json_t *object, char *text, size_t size)
{
	const json_t *check;
	size_t i;

	(void)print;
	text[0] = '\0';
	json_array_foreach(json_object_get(object, "evidence"), i, check)
		if (!strcmp(cell_get_text(check, "id"), "leds-true") &&
		    strcmp(cell_get_text(check, "result"), "not-applicable") != 0)
			snprintf(text, size, "%s", cell_get_text(check, "detail"));
}

const struct field cell_lights[] = {
	{ "light", make_lights },
	{ NULL, NULL }
};

const struct field cell_status[] = {
	{ "since", make_since },
	{ "reason", make_reason },
	{ "mutes in", cell_make_rest },
	{ "last fence", make_fence },
	{ "speaking", make_speaking },
	{ "light", make_lights },
	{ NULL, NULL }
};

void cell_append(char *text, size_t size, const char *format, ...)
{
	size_t length = strlen(text);
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text + length, size - length, format, arguments);
	va_end(arguments);
}

/* "arecord (pid 12, alice)" */
void cell_append_program(char *text, size_t size, const char *program, long long pid,
			   const char *user)
{
	cell_append(text, size, "%s (pid ", *program ? program : "a program");
	if (pid)
		cell_append(text, size, "%lld%s%s)", pid, *user ? ", " : "", user);
	else
		cell_append(text, size, "unknown%s%s)", *user ? ", " : "", user);
}

/* Without a node (session mode) only the state is known. */
static void make_real(const struct print *print, const json_t *object, char *text, size_t size)
{
	const char *hardware = cell_get_text(object, "hardware"), *node = cell_get_text(object, "node");

	(void)print;
	snprintf(text, size, "%s%s", node, *node ? ", " : "");
	if (!strcmp(hardware, "foreign")) {
		cell_append(text, size, "HELD BY ");
		cell_append_program(text, size, cell_get_text(object, "owner_program"),
			       cell_get_number(object, "owner"), "");
	} else if (!strcmp(hardware, "unknown")) {
		cell_append(text, size, "the kernel does not say whether it is open");
	} else {
		cell_append(text, size, "%s", strcmp(hardware, "open") ? hardware : "open by hardmuted");
	}
}

static void make_virtual(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	snprintf(text, size, "%s, %s", cell_get_text(object, "twin"),
		 is_true(object, "twin_up") ? "up" : "NOT THERE");
}

static void list_readers(const json_t *object, bool running, char *text, size_t size)
{
	const json_t *reader;
	size_t i;

	text[0] = '\0';
	json_array_foreach(json_object_get(object, "read_by"), i, reader) {
		if (is_true(reader, "running") != running)
			continue;
		cell_append(text, size, "%s", *text ? ", " : "");
		cell_append_program(text, size, cell_get_text(reader, "program"), cell_get_number(reader, "pid"),
			       cell_get_text(reader, "user"));
	}
}

static void make_read_by(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	list_readers(object, true, text, size);
	if (!*text)
		snprintf(text, size, "nobody");
}

static void make_open_in(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	list_readers(object, false, text, size);
}

static void append_range(char *text, size_t size, const char *before, long long min, long long max,
			 const char *unit)
{
	if (min == max || !min)
		cell_append(text, size, "%s%lld%s", before, max, unit);
	else
		cell_append(text, size, "%s%lld to %lld%s", before, min, max, unit);
}

static void make_limits(const struct print *print, const json_t *object, char *text, size_t size)
{
	long long channels = cell_get_number(object, "channels_max");
	json_t *format;
	size_t i;

	(void)print;
	text[0] = '\0';
	if (!channels)
		return;		/* could not be read */
	append_range(text, size, "", cell_get_number(object, "channels_min"), channels,
		     channels == 1 ? " channel" : " channels");
	if (cell_get_number(object, "rate_max"))
		append_range(text, size, ", ", cell_get_number(object, "rate_min"),
			     cell_get_number(object, "rate_max"), " Hz");
	json_array_foreach(json_object_get(object, "formats"), i, format)
		cell_append(text, size, "%s%s", i ? " " : ", ", json_string_value(format));
}

static void make_error(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	snprintf(text, size, "%s", cell_get_text(object, "error"));
}

static void make_switch(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	snprintf(text, size, "%s", cell_get_text(object, "switch"));
}

const struct field cell_microphone[] = {
	{ "real", make_real },
	{ "virtual", make_virtual },
	{ "read by", make_read_by },
	{ "open in", make_open_in },
	{ "limits", make_limits },
	{ "switch", make_switch },
	{ "error", make_error },
	{ NULL, NULL }
};

static void make_program(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	snprintf(text, size, "%s", *cell_get_text(object, "program") ? cell_get_text(object, "program") : "?");
}

static void make_pid(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	if (cell_get_number(object, "pid"))
		snprintf(text, size, "%lld", cell_get_number(object, "pid"));
	else
		snprintf(text, size, "?");
}

void cell_make_user(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	if (*cell_get_text(object, "user"))
		snprintf(text, size, "%s", cell_get_text(object, "user"));
	else
		snprintf(text, size, "%lld", cell_get_number(object, "uid"));
}

/* "HDA Intel PCH: ALC257 Analog" */
static void make_microphone(const struct print *print, const json_t *object, char *text,
			    size_t size)
{
	const char *name = cell_get_text(object, "microphone_name");

	(void)print;
	snprintf(text, size, "%s%s%s", cell_get_text(object, "microphone_card"), *name ? ": " : "", name);
	if (!*text)
		snprintf(text, size, "one that is gone");
}

static void make_reads(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	snprintf(text, size, "%s", is_true(object, "running") ? "yes" : "no, has it open");
}

static void make_through(const struct print *print, const json_t *object, char *text, size_t size)
{
	make_microphone(print, object, text, size);
	if (*cell_get_text(object, "twin"))
		cell_append(text, size, ", through %s", cell_get_text(object, "twin"));
}

static void make_stream(const struct print *print, const json_t *object, char *text, size_t size)
{
	long long rate = cell_get_number(object, "rate"), channels = cell_get_number(object, "channels");

	(void)print;
	if (rate)
		snprintf(text, size, "%s, %lld Hz, %lld channel%s", cell_get_text(object, "format"), rate,
			 channels, cell_plural(channels));
	else
		snprintf(text, size, "not set up");
}

static void append_frames(char *text, size_t size, const json_t *object, const char *key)
{
	long long frames = cell_get_number(object, key), rate = cell_get_number(object, "rate");

	cell_append(text, size, "%lld", frames);
	if (rate)
		cell_append(text, size, " (%.1f s)", (double)frames / (double)rate);
}

static void make_frames(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	text[0] = '\0';
	append_frames(text, size, object, "frames");
	cell_append(text, size, ", of them silence because of the mute: ");
	append_frames(text, size, object, "silent_frames");
}

static void make_overruns(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	text[0] = '\0';
	if (cell_get_number(object, "overruns"))
		snprintf(text, size, "%lld", cell_get_number(object, "overruns"));
}

/* One line each, for status. */
const struct field cell_reader_columns[] = {
	{ "PROGRAM", make_program },
	{ "PID", make_pid },
	{ "USER", cell_make_user },
	{ "MICROPHONE", make_microphone },
	{ "READS", make_reads },
	{ "SINCE", make_since },
	{ NULL, NULL }
};

const struct field cell_reader[] = {
	{ "microphone", make_through },
	{ "reads", make_reads },
	{ "since", make_since },
	{ "stream", make_stream },
	{ "frames", make_frames },
	{ "overruns", make_overruns },
	{ NULL, NULL }
};

static void make_check_result(const struct print *print, const json_t *object, char *text,
			      size_t size)
{
	(void)print;
	snprintf(text, size, "%s", cell_get_text(object, "result"));
}

static void make_check_id(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	snprintf(text, size, "%s", cell_get_text(object, "id"));
}

static void make_check_detail(const struct print *print, const json_t *object, char *text,
			      size_t size)
{
	(void)print;
	snprintf(text, size, "%s", cell_get_text(object, "detail"));
}

const struct field cell_evidence[] = {
	{ "RESULT", make_check_result },
	{ "CHECK", make_check_id },
	{ "DETAIL", make_check_detail },
	{ NULL, NULL }
};
