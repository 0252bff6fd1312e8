/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text for people and JSON for programs, from the same values. Knows no bus. */
#include "print.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define CELL_BYTES 512
#define COLUMNS_MAX 10

/* Makes the text of one cell out of an object; "" leaves it (or its line) out. */
typedef void cell_fn(const struct print *print, const json_t *object, char *text, size_t size);

struct field {
	const char *title;
	cell_fn *make;
};

static const char *get_text(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}

static long long get_number(const json_t *object, const char *key)
{
	return json_integer_value(json_object_get(object, key));
}

static bool is_true(const json_t *object, const char *key)
{
	return json_is_true(json_object_get(object, key));
}

static const char *plural(long long count)
{
	return count == 1 ? "" : "s";
}

static void print_json(const struct print *print, const json_t *value, size_t flags)
{
	json_dumpf(value, print->out, flags | JSON_ENCODE_ANY);
	fputc('\n', print->out);
}

/* "14:03:22", or with the date when it is not of today */
static void format_time(const struct print *print, long long us, char *text, size_t size)
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
	long long us = get_number(object, "since");

	format_time(print, us, text, size);
	append_age(print, us, text, size);
}

static void make_reason(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	snprintf(text, size, "%s", get_text(object, "reason"));
}

static void make_fence(const struct print *print, const json_t *object, char *text, size_t size)
{
	long long us = get_number(object, "last_fence_microseconds");

	(void)print;
	if (us < 0)
		snprintf(text, size, "none yet");
	else if (us < 10000)
		snprintf(text, size, "%lld µs", us);
	else
		snprintf(text, size, "%lld ms", us / 1000);
}

static const struct field status_fields[] = {
	{ "since", make_since },
	{ "reason", make_reason },
	{ "last fence", make_fence },
	{ NULL, NULL }
};

__attribute__((format(printf, 3, 4)))
static void append(char *text, size_t size, const char *format, ...)
{
	size_t length = strlen(text);
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text + length, size - length, format, arguments);
	va_end(arguments);
}

/* "arecord (pid 12, alice)" */
static void append_program(char *text, size_t size, const char *program, long long pid,
			   const char *user)
{
	append(text, size, "%s (pid ", *program ? program : "a program");
	if (pid)
		append(text, size, "%lld%s%s)", pid, *user ? ", " : "", user);
	else
		append(text, size, "unknown%s%s)", *user ? ", " : "", user);
}

/* Without a node (session mode) only the state is known. */
static void make_real(const struct print *print, const json_t *object, char *text, size_t size)
{
	const char *hardware = get_text(object, "hardware"), *node = get_text(object, "node");

	(void)print;
	snprintf(text, size, "%s%s", node, *node ? ", " : "");
	if (!strcmp(hardware, "foreign")) {
		append(text, size, "HELD BY ");
		append_program(text, size, get_text(object, "owner_program"),
			       get_number(object, "owner"), "");
	} else if (!strcmp(hardware, "unknown")) {
		append(text, size, "the kernel does not say whether it is open");
	} else {
		append(text, size, "%s", strcmp(hardware, "open") ? hardware : "open by hardmuted");
	}
}

static void make_virtual(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	snprintf(text, size, "%s, %s", get_text(object, "twin"),
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
		append(text, size, "%s", *text ? ", " : "");
		append_program(text, size, get_text(reader, "program"), get_number(reader, "pid"),
			       get_text(reader, "user"));
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
		append(text, size, "%s%lld%s", before, max, unit);
	else
		append(text, size, "%s%lld to %lld%s", before, min, max, unit);
}

static void make_limits(const struct print *print, const json_t *object, char *text, size_t size)
{
	long long channels = get_number(object, "channels_max");
	json_t *format;
	size_t i;

	(void)print;
	text[0] = '\0';
	if (!channels)
		return;		/* could not be read */
	append_range(text, size, "", get_number(object, "channels_min"), channels,
		     channels == 1 ? " channel" : " channels");
	if (get_number(object, "rate_max"))
		append_range(text, size, ", ", get_number(object, "rate_min"),
			     get_number(object, "rate_max"), " Hz");
	json_array_foreach(json_object_get(object, "formats"), i, format)
		append(text, size, "%s%s", i ? " " : ", ", json_string_value(format));
}

static void make_error(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	snprintf(text, size, "%s", get_text(object, "error"));
}

static void make_switch(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	snprintf(text, size, "%s", get_text(object, "switch"));
}

static const struct field microphone_fields[] = {
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
	snprintf(text, size, "%s", *get_text(object, "program") ? get_text(object, "program") : "?");
}

static void make_pid(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	if (get_number(object, "pid"))
		snprintf(text, size, "%lld", get_number(object, "pid"));
	else
		snprintf(text, size, "?");
}

static void make_user(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	if (*get_text(object, "user"))
		snprintf(text, size, "%s", get_text(object, "user"));
	else
		snprintf(text, size, "%lld", get_number(object, "uid"));
}

/* "HDA Intel PCH: ALC257 Analog" */
static void make_microphone(const struct print *print, const json_t *object, char *text,
			    size_t size)
{
	const char *name = get_text(object, "microphone_name");

	(void)print;
	snprintf(text, size, "%s%s%s", get_text(object, "microphone_card"), *name ? ": " : "", name);
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
	if (*get_text(object, "twin"))
		append(text, size, ", through %s", get_text(object, "twin"));
}

static void make_stream(const struct print *print, const json_t *object, char *text, size_t size)
{
	long long rate = get_number(object, "rate"), channels = get_number(object, "channels");

	(void)print;
	if (rate)
		snprintf(text, size, "%s, %lld Hz, %lld channel%s", get_text(object, "format"), rate,
			 channels, plural(channels));
	else
		snprintf(text, size, "not set up");
}

static void append_frames(char *text, size_t size, const json_t *object, const char *key)
{
	long long frames = get_number(object, key), rate = get_number(object, "rate");

	append(text, size, "%lld", frames);
	if (rate)
		append(text, size, " (%.1f s)", (double)frames / (double)rate);
}

static void make_frames(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	text[0] = '\0';
	append_frames(text, size, object, "frames");
	append(text, size, ", of them silence because of the mute: ");
	append_frames(text, size, object, "silent_frames");
}

static void make_overruns(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	text[0] = '\0';
	if (get_number(object, "overruns"))
		snprintf(text, size, "%lld", get_number(object, "overruns"));
}

/* One line each, for status. */
static const struct field reader_columns[] = {
	{ "PROGRAM", make_program },
	{ "PID", make_pid },
	{ "USER", make_user },
	{ "MICROPHONE", make_microphone },
	{ "READS", make_reads },
	{ "SINCE", make_since },
	{ NULL, NULL }
};

static const struct field reader_fields[] = {
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
	snprintf(text, size, "%s", get_text(object, "result"));
}

static void make_check_id(const struct print *print, const json_t *object, char *text, size_t size)
{
	(void)print;
	snprintf(text, size, "%s", get_text(object, "id"));
}

static void make_check_detail(const struct print *print, const json_t *object, char *text,
			      size_t size)
{
	(void)print;
	snprintf(text, size, "%s", get_text(object, "detail"));
}

static const struct field evidence_fields[] = {
	{ "RESULT", make_check_result },
	{ "CHECK", make_check_id },
	{ "DETAIL", make_check_detail },
	{ NULL, NULL }
};

/* "    title      text" for each field that has something to say */
static void print_fields(const struct print *print, const struct field *fields, const json_t *object,
			 int indent)
{
	char text[CELL_BYTES];

	for (; fields->title; fields++) {
		fields->make(print, object, text, sizeof(text));
		if (*text)
			fprintf(print->out, "%*s%-12s%s\n", indent, "", fields->title, text);
	}
}

/* Columns on a terminal; bytes after the first of a character take no place. */
static int measure(const char *text)
{
	int width = 0;

	for (; *text; text++)
		width += ((unsigned char)*text & 0xc0) != 0x80;
	return width;
}

static void print_cell(const struct print *print, const char *text, int width, bool last)
{
	fputs(text, print->out);
	if (!last)
		fprintf(print->out, "%*s", width - measure(text) + 2, "");
}

static void print_table(const struct print *print, const struct field *fields, const json_t *rows)
{
	char text[CELL_BYTES];
	int width[COLUMNS_MAX], count;
	const json_t *row;
	size_t i;

	for (count = 0; count < COLUMNS_MAX && fields[count].title; count++) {
		width[count] = measure(fields[count].title);
		json_array_foreach(rows, i, row) {
			fields[count].make(print, row, text, sizeof(text));
			if (measure(text) > width[count])
				width[count] = measure(text);
		}
	}
	fputs("  ", print->out);
	for (int column = 0; column < count; column++)
		print_cell(print, fields[column].title, width[column], column + 1 == count);
	json_array_foreach(rows, i, row) {
		fputs("\n  ", print->out);
		for (int column = 0; column < count; column++) {
			fields[column].make(print, row, text, sizeof(text));
			print_cell(print, text, width[column], column + 1 == count);
		}
	}
	fputc('\n', print->out);
}

static void write_microphones(const struct print *print, const json_t *microphones)
{
	const json_t *microphone;
	size_t i;

	json_array_foreach(microphones, i, microphone) {
		fprintf(print->out, "  %s", get_text(microphone, "card_name"));
		if (*get_text(microphone, "name"))
			fprintf(print->out, ": %s", get_text(microphone, "name"));
		if (*get_text(microphone, "node"))	/* else there is no card (session mode) */
			fprintf(print->out, " (card %lld, device %lld)",
				get_number(microphone, "card"), get_number(microphone, "device"));
		fputc('\n', print->out);
		print_fields(print, microphone_fields, microphone, 4);
	}
	if (!json_array_size(microphones))
		fputs("  no microphone\n", print->out);
}

static void write_readers(const struct print *print, const json_t *readers)
{
	const json_t *reader;
	char title[CELL_BYTES], user[CELL_BYTES];
	size_t i;

	json_array_foreach(readers, i, reader) {
		title[0] = '\0';
		make_user(print, reader, user, sizeof(user));
		append_program(title, sizeof(title), get_text(reader, "program"),
			       get_number(reader, "pid"), user);
		fprintf(print->out, "  %s\n", title);
		print_fields(print, reader_fields, reader, 4);
	}
	if (!json_array_size(readers))
		fputs("  nobody reads\n", print->out);
}

/* The state so that it is seen in a call, green only when it is proven. */
static void write_verdict(const struct print *print, const json_t *status)
{
	const char *verdict = get_text(status, "verdict"), *color = "1;31";

	if (!strcmp(get_text(status, "state"), "muted"))
		color = strstr(verdict, "not proven") ? "1;33" : "1;32";
	if (print->color)
		fprintf(print->out, "\033[%sm%s\033[0m", color, verdict);
	else
		fputs(verdict, print->out);
}

void print_status(const struct print *print, const json_t *status)
{
	if (print->quiet)
		return;
	if (print->json) {
		print_json(print, status, JSON_INDENT(2));
		return;
	}
	write_verdict(print, status);
	fputc('\n', print->out);
	print_fields(print, status_fields, status, 2);
	fputs("\nmicrophones\n", print->out);
	write_microphones(print, json_object_get(status, "microphones"));
	fputs("\nreaders\n", print->out);
	if (json_array_size(json_object_get(status, "readers")))
		print_table(print, reader_columns, json_object_get(status, "readers"));
	else
		fputs("  nobody reads\n", print->out);
	fputs("\nevidence\n", print->out);
	print_table(print, evidence_fields, json_object_get(status, "evidence"));
}

void print_microphones(const struct print *print, const json_t *microphones)
{
	if (print->quiet)
		return;
	if (print->json)
		print_json(print, microphones, JSON_INDENT(2));
	else
		write_microphones(print, microphones);
}

void print_readers(const struct print *print, const json_t *readers)
{
	if (print->quiet)
		return;
	if (print->json)
		print_json(print, readers, JSON_INDENT(2));
	else
		write_readers(print, readers);
}

void print_state(const struct print *print, const char *state)
{
	json_t *object;

	if (print->quiet)
		return;
	if (!print->json) {
		fprintf(print->out, "%s\n", state);
		return;
	}
	object = json_pack("{ss}", "state", state);
	print_json(print, object, JSON_COMPACT);
	json_decref(object);
}

void print_change(const struct print *print, const json_t *status)
{
	long long microphones = (long long)json_array_size(json_object_get(status, "microphones"));
	long long readers = (long long)json_array_size(json_object_get(status, "readers"));
	char time[CELL_BYTES];

	if (!print->quiet && print->json) {
		print_json(print, status, JSON_COMPACT);
	} else if (!print->quiet) {
		format_time(print, print->now * 1000000ll, time, sizeof(time));
		fprintf(print->out, "%s  ", time);
		write_verdict(print, status);
		fprintf(print->out, " - %s; %lld microphone%s, %lld reader%s\n",
			get_text(status, "reason"), microphones, plural(microphones), readers,
			plural(readers));
	}
	fflush(print->out);
}

void print_event(const struct print *print, const char *event)
{
	char time[CELL_BYTES];
	json_t *object;

	if (!print->quiet && print->json) {
		object = json_pack("{ss,ss}", "state", "unknown", "event", event);
		print_json(print, object, JSON_COMPACT);
		json_decref(object);
	} else if (!print->quiet) {
		format_time(print, print->now * 1000000ll, time, sizeof(time));
		fprintf(print->out, "%s  %s\n", time, event);
	}
	fflush(print->out);
}

/* As hardmuted put it; of readers with the user's name, and in the past. */
static void make_happening(const json_t *entry, char *text, size_t size)
{
	const char *event = get_text(entry, "reader_event");

	text[0] = '\0';
	if (strcmp(event, "keeps") && strcmp(event, "begins")) {
		snprintf(text, size, "%s", get_text(entry, "message"));
		return;
	}
	append_program(text, size, get_text(entry, "reader_program"),
		       get_number(entry, "reader_pid"), get_text(entry, "reader_user"));
	append(text, size, " %s %s while muted", strcmp(event, "keeps") ? "began to read" : "kept reading",
	       get_text(entry, "reader_twin"));
}

void print_history(const struct print *print, const json_t *entry)
{
	time_t when = (time_t)(get_number(entry, "time") / 1000000);
	char time[32], text[CELL_BYTES];
	struct tm tm;

	if (!print->quiet && print->json) {
		print_json(print, entry, JSON_COMPACT);
	} else if (!print->quiet) {
		localtime_r(&when, &tm);
		strftime(time, sizeof(time), "%Y-%m-%d %H:%M:%S", &tm);
		make_happening(entry, text, sizeof(text));
		fprintf(print->out, "%s  %s\n", time, text);
	}
	fflush(print->out);
}
