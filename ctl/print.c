/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text for people and JSON for programs, from the same values. Knows no bus. */
#include "print.h"

#include <stdlib.h>
#include <string.h>

#include "cells.h"

#define COLUMNS_MAX 10

void print_set_now(struct print *print)
{
	struct timespec boottime;

	print->now = time(NULL);
	clock_gettime(CLOCK_BOOTTIME, &boottime);
	print->boottime_us = boottime.tv_sec * 1000000ll + boottime.tv_nsec / 1000;
}

static void print_json(const struct print *print, const json_t *value, size_t flags)
{
	json_dumpf(value, print->out, flags | JSON_ENCODE_ANY);
	fputc('\n', print->out);
}

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
		fprintf(print->out, "  %s", cell_get_text(microphone, "card_name"));
		if (*cell_get_text(microphone, "name"))
			fprintf(print->out, ": %s", cell_get_text(microphone, "name"));
		if (*cell_get_text(microphone, "node"))	/* else there is no card (session mode) */
			fprintf(print->out, " (card %lld, device %lld)",
				cell_get_number(microphone, "card"), cell_get_number(microphone, "device"));
		fputc('\n', print->out);
		print_fields(print, cell_microphone, microphone, 4);
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
		cell_make_user(print, reader, user, sizeof(user));
		cell_append_program(title, sizeof(title), cell_get_text(reader, "program"),
			       cell_get_number(reader, "pid"), user);
		fprintf(print->out, "  %s\n", title);
		print_fields(print, cell_reader, reader, 4);
	}
	if (!json_array_size(readers))
		fputs("  nobody reads\n", print->out);
}

/* The state so that it is seen in a call, green only when it is proven. */
static void write_verdict(const struct print *print, const json_t *status)
{
	const char *verdict = cell_get_text(status, "verdict"), *color = "1;31";

	if (!strcmp(cell_get_text(status, "state"), "muted"))
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
	print_fields(print, cell_status, status, 2);
	fputs("\nmicrophones\n", print->out);
	write_microphones(print, json_object_get(status, "microphones"));
	fputs("\nreaders\n", print->out);
	if (json_array_size(json_object_get(status, "readers")))
		print_table(print, cell_reader_columns, json_object_get(status, "readers"));
	else
		fputs("  nobody reads\n", print->out);
	fputs("\nevidence\n", print->out);
	print_table(print, cell_evidence, json_object_get(status, "evidence"));
}

void print_microphones(const struct print *print, const json_t *status)
{
	const json_t *microphones = json_object_get(status, "microphones");

	if (print->quiet)
		return;
	if (print->json) {
		print_json(print, microphones, JSON_INDENT(2));
		return;
	}
	write_microphones(print, microphones);
	print_fields(print, cell_lights, status, 2);
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
	char time[CELL_BYTES], rest[CELL_BYTES];

	if (!print->quiet && print->json) {
		print_json(print, status, JSON_COMPACT);
	} else if (!print->quiet) {
		cell_format_time(print, print->now * 1000000ll, time, sizeof(time));
		fprintf(print->out, "%s  ", time);
		write_verdict(print, status);
		cell_make_rest(print, status, rest, sizeof(rest));
		fprintf(print->out, " - %s%s%s; %lld microphone%s, %lld reader%s%s\n",
			cell_get_text(status, "reason"), *rest ? "; mutes in " : "", rest, microphones,
			cell_plural(microphones), readers, cell_plural(readers),
			json_is_true(json_object_get(status, "speaking_while_muted")) ?
			"; somebody speaks, unheard" : "");
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
		cell_format_time(print, print->now * 1000000ll, time, sizeof(time));
		fprintf(print->out, "%s  %s\n", time, event);
	}
	fflush(print->out);
}

/* As hardmuted put it; of readers with the user's name, and in the past. */
static void make_happening(const json_t *entry, char *text, size_t size)
{
	const char *event = cell_get_text(entry, "reader_event");

	text[0] = '\0';
	if (strcmp(event, "keeps") && strcmp(event, "begins")) {
		snprintf(text, size, "%s", cell_get_text(entry, "message"));
		return;
	}
	cell_append_program(text, size, cell_get_text(entry, "reader_program"),
		       cell_get_number(entry, "reader_pid"), cell_get_text(entry, "reader_user"));
	cell_append(text, size, " %s %s while muted", strcmp(event, "keeps") ? "began to read" : "kept reading",
	       cell_get_text(entry, "reader_twin"));
}

void print_history(const struct print *print, const json_t *entry)
{
	time_t when = (time_t)(cell_get_number(entry, "time") / 1000000);
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
