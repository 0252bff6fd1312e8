/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reads the journal, never hardmuted: its history outlives it. System mode's
 * entries are known by the unit that journald itself names; session mode's are
 * those of the user who asks.
 */
#include "history.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-id128.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

#include "../include/history.h"
#include "join.h"
#include "log.h"
#include "names.h"

#define RECENT 10	/* lines that come first with -f */

/* "2 h" */
static int64_t parse_age(const char *text, time_t now)
{
	static const struct {
		const char *name;
		int64_t seconds;
	} units[] = { { "s", 1 }, { "m", 60 }, { "min", 60 }, { "h", 3600 }, { "d", 86400 } };
	char *end;
	long count = strtol(text, &end, 10);

	end += strspn(end, " ");
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (!strcmp(end, units[i].name) && count >= 0 && count <= 1000000)
			return (now - count * units[i].seconds) * 1000000;
	return -1;
}

int64_t history_parse_since(const char *text, time_t now)
{
	static const char *const formats[] = {
		"%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d", "%H:%M:%S", "%H:%M",
	};
	const char *end;
	struct tm today, when;

	if (!isdigit((unsigned char)*text) && strcmp(text, "today") && strcmp(text, "yesterday"))
		return -1;
	localtime_r(&now, &today);
	today.tm_hour = today.tm_min = today.tm_sec = 0;
	today.tm_isdst = -1;
	when = today;
	if (!isdigit((unsigned char)*text)) {
		when.tm_mday -= *text == 'y';
		return mktime(&when) * (int64_t)1000000;
	}
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		when = today;
		end = strptime(text, formats[i], &when);
		when.tm_isdst = -1;
		if (end && !*end)
			return mktime(&when) * (int64_t)1000000;
	}
	return parse_age(text, now);
}

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), rest = strlen(end);

	return length >= rest && !strcmp(text + length - rest, end);
}

static void set_value(json_t *entry, const char *key, const char *value)
{
	static const char *const numbers[] = { "_usec", "_pid", "_uid", "_id" };
	char user[64];

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		if (!ends_with(key, numbers[i]))
			continue;
		json_object_set_new(entry, key, json_integer(strtoll(value, NULL, 10)));
		if (!strcmp(key, "reader_uid")) {
			join_name_user(strtoll(value, NULL, 10), user, sizeof(user));
			json_object_set_new(entry, "reader_user", json_string(user));
		}
		return;
	}
	json_object_set_new(entry, key, json_string(value));
}

/* The kind of an entry, by its MESSAGE_ID. */
static void set_event(json_t *entry, const char *id)
{
	static const struct {
		const char *id, *event;
	} events[] = {
		{ HISTORY_ID_STATE, "state" },
		{ HISTORY_ID_READER, "reader" },
		{ HISTORY_ID_MICROPHONE, "microphone" },
		{ HISTORY_ID_PROOF, "proof" },
		{ HISTORY_ID_KEY, "key" },
	};

	for (size_t i = 0; i < sizeof(events) / sizeof(events[0]); i++)
		if (!strcmp(id, events[i].id))
			json_object_set_new(entry, "event", json_string(events[i].event));
}

void history_add_field(json_t *entry, const char *field, size_t length)
{
	size_t prefix = strlen(HISTORY_FIELD);
	char text[512], *value;

	if (length >= sizeof(text) || memchr(field, '\0', length))
		return;
	memcpy(text, field, length);
	text[length] = '\0';
	value = strchr(text, '=');
	if (!value)
		return;
	*value++ = '\0';
	if (!strcmp(text, "MESSAGE"))
		json_object_set_new(entry, "message", json_string(value));
	else if (!strcmp(text, "MESSAGE_ID"))
		set_event(entry, value);
	if (strncmp(text, HISTORY_FIELD, prefix) != 0)
		return;
	for (char *c = text + prefix; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	set_value(entry, text + prefix, value);
}

static json_t *read_entry(sd_journal *journal)
{
	json_t *entry = json_object();
	uint64_t time_us = 0;
	const void *data;
	size_t length;

	(void)sd_journal_get_realtime_usec(journal, &time_us);
	json_object_set_new(entry, "time", json_integer((json_int_t)time_us));
	SD_JOURNAL_FOREACH_DATA(journal, data, length)
		history_add_field(entry, data, length);
	return entry;
}

/* All that is there now; how many, or -errno. */
static int show_all(sd_journal *journal, const struct print *print)
{
	json_t *entry;
	int error, count = 0;

	while ((error = sd_journal_next(journal)) > 0) {
		entry = read_entry(journal);
		print_history(print, entry);
		json_decref(entry);
		count++;
	}
	return error < 0 ? error : count;
}

static int follow(sd_journal *journal, const struct print *print)
{
	int error = 0;

	while (error >= 0 && !ferror(print->out)) {
		error = sd_journal_wait(journal, UINT64_MAX);
		if (error >= 0)
			error = show_all(journal, print);
	}
	return error;
}

__attribute__((format(printf, 2, 3)))
static int match(sd_journal *journal, const char *format, ...)
{
	char text[96];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	return sd_journal_add_match(journal, text, 0);
}

/* One of our kinds, and from where it must come. 0 or -errno. */
static int match_ours(sd_journal *journal, enum client_choice choice)
{
	static const char *const ids[] = {
		HISTORY_ID_STATE, HISTORY_ID_READER, HISTORY_ID_MICROPHONE, HISTORY_ID_PROOF,
		HISTORY_ID_KEY,
	};
	int error = 0;

	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]) && error >= 0; i++)
		error = match(journal, "MESSAGE_ID=%s", ids[i]);
	if (error >= 0)
		error = sd_journal_add_conjunction(journal);
	if (error >= 0 && choice != CLIENT_CHOICE_SESSION)
		error = match(journal, "_SYSTEMD_UNIT=" HISTORY_UNIT);
	if (error >= 0 && choice == CLIENT_CHOICE_ANY)
		error = sd_journal_add_disjunction(journal);
	if (error < 0 || choice == CLIENT_CHOICE_SYSTEM)
		return error;
	error = match(journal, "_UID=%u", getuid());
	return error < 0 ? error : match(journal, HISTORY_FIELD "MODE=session");
}

static int seek(sd_journal *journal, const struct options *options, int64_t since_us)
{
	int error;

	if (options->since)
		return sd_journal_seek_realtime_usec(journal, (uint64_t)since_us);
	if (!options->follow)
		return sd_journal_seek_head(journal);
	error = sd_journal_seek_tail(journal);
	/* one more, because show_all begins with the next one */
	if (error >= 0)
		error = sd_journal_previous_skip(journal, RECENT + 1);
	return error < 0 || error == RECENT + 1 ? error : sd_journal_seek_head(journal);
}

/* -ENOENT: there is no journal; -EACCES: there is one, but not for this user. */
static int check_access(void)
{
	static const char *const places[] = { "/var/log/journal", "/run/log/journal" };
	char path[128], id[SD_ID128_STRING_MAX];
	sd_id128_t machine;
	int error = -ENOENT;

	if (sd_id128_get_machine(&machine) < 0)
		return error;
	sd_id128_to_string(machine, id);
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		snprintf(path, sizeof(path), "%s/%s/system.journal", places[i], id);
		if (!access(path, R_OK))
			return 0;
		if (errno == EACCES)
			error = -EACCES;
	}
	return error;
}

static int show(sd_journal *journal, const struct options *options, int64_t since_us, int *count)
{
	int error = sd_journal_set_data_threshold(journal, 0);

	if (error >= 0)
		error = match_ours(journal, options->choice);
	if (error >= 0)
		error = seek(journal, options, since_us);
	if (error >= 0)
		error = *count = show_all(journal, &options->print);
	if (error >= 0 && options->follow)
		error = follow(journal, &options->print);
	return error;
}

/* Without access a user still sees what his own session wrote. */
static int open_and_show(const struct options *options, int64_t since_us, int denied)
{
	sd_journal *journal = NULL;
	int error, count = 0;

	error = sd_journal_open(&journal, SD_JOURNAL_LOCAL_ONLY);
	if (error >= 0)
		error = show(journal, options, since_us, &count);
	sd_journal_close(journal);
	if (error < 0) {
		log_error("the journal cannot be read: %s", strerror(-error));
		return EXIT_FAILED;
	}
	if (!count && !denied && !options->print.quiet)
		log_info("nothing in the journal; a hardmuted that was started on a terminal writes there");
	return denied && !count ? EXIT_NOT_PERMITTED : EXIT_DONE;
}

int history_run(const struct options *options, const char *argument)
{
	int64_t since_us = options->since ? history_parse_since(options->since, options->print.now) : 0;
	int access = check_access();

	(void)argument;
	if (since_us < 0) {
		log_error("--since %s: not understood; try \"2 h\", \"14:30\", yesterday or \"2026-01-31 14:30\"",
			  options->since);
		return EXIT_USAGE;
	}
	if (access == -ENOENT) {
		log_error("this system keeps no journal; what hardmuted has to say is on its standard error");
		return EXIT_FAILED;
	}
	if (access == -EACCES && options->choice != CLIENT_CHOICE_SESSION)
		log_error("the system's journal is not for you to read: that takes root or a member of group "
			  "systemd-journal (or adm), for example after \"sudo usermod -aG systemd-journal %s\" "
			  "and a new login", getenv("USER") ? getenv("USER") : "USER");
	if (access == -EACCES && options->choice == CLIENT_CHOICE_SYSTEM)
		return EXIT_NOT_PERMITTED;
	return open_and_show(options, since_us, access == -EACCES);
}
