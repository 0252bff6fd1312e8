/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Entries of the history, see history.h: each is put together field by field,
 * with every text cleaned, and sent at once. What of the readers is news is
 * audience.c's to say; whether a mute is proven is asked when it has settled,
 * so that the asking delays nobody.
 */
#include "history.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-journal.h>

#include "../include/history.h"
#include "audience.h"
#include "daemon.h"
#include "evidence.h"
#include "log.h"
#include "mute.h"
#include "names.h"
#include "text.h"

#define FIELDS_MAX 12
#define FIELD_BYTES (64 + EVIDENCE_VERDICT_MAX)
#define TIMER_ACCURACY_US 100000

struct history {
	struct daemon *daemon;
	bool muted;		/* since the last entry that said live */
	struct audience audience;
	sd_event_source *settle;	/* after a mute, once */
	char verdict[EVIDENCE_VERDICT_MAX];	/* the last that was written; "": proven */
};

struct entry {
	unsigned count;
	char field[FIELDS_MAX][FIELD_BYTES];	/* "NAME=text"; the first is MESSAGE */
};

__attribute__((format(printf, 2, 3)))
static void add(struct entry *entry, const char *format, ...)
{
	char text[FIELD_BYTES];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	text_clean(entry->field[entry->count++], FIELD_BYTES, text, sizeof(text));
}

static void send(const struct history *history, struct entry *entry, const char *id, bool warning)
{
	const char *message = strchr(entry->field[0], '=') + 1;
	struct iovec fields[FIELDS_MAX];

	add(entry, "MESSAGE_ID=%s", id);
	add(entry, "PRIORITY=%d", warning ? 4 : 5);
	add(entry, "HARDMUTE_MODE=%s", history->daemon->session ? "session" : "system");
	for (unsigned i = 0; i < entry->count; i++)
		fields[i] = (struct iovec){ entry->field[i], strlen(entry->field[i]) };
	if (getenv("JOURNAL_STREAM") && !sd_journal_sendv(fields, (int)entry->count))
		return;
	if (warning)
		log_warning("%s", message);
	else
		log_notice("%s", message);
}

static void add_key(struct entry *entry, const struct mute_cause *cause)
{
	add(entry, "HARDMUTE_KEY=%s", cause->key);
	add(entry, "HARDMUTE_DEVICE=%s", cause->device);
}

static void write_state(const struct history *history, enum mute_state state)
{
	const struct mute *mute = history->daemon->mute;
	const char *word = mute_state_word(state), *reason = mute_get_reason(mute);
	long long fence_us = state == MUTE_STATE_MUTED ? mute_get_fence_us(mute) : -1;
	const struct mute_cause *cause = mute_get_cause(mute);
	long long key_us = mute_get_key_us(mute);
	struct entry entry = { .count = 0 };

	if (fence_us < 0)
		add(&entry, "MESSAGE=%s: %s", word, reason);
	else if (key_us >= 0)
		add(&entry, "MESSAGE=%s: %s, fenced %lld us after the key", word, reason, key_us);
	else
		add(&entry, "MESSAGE=%s: %s, fenced in %lld us", word, reason, fence_us);
	add(&entry, "HARDMUTE_STATE=%s", word);
	add(&entry, "HARDMUTE_REASON=%s", reason);
	if (fence_us >= 0)
		add(&entry, "HARDMUTE_FENCE_USEC=%lld", fence_us);
	if (key_us >= 0) {
		add_key(&entry, cause);
		add(&entry, "HARDMUTE_KEY_USEC=%lld", key_us);
	}
	send(history, &entry, HISTORY_ID_STATE, false);
}

static void name_twin(const struct daemon *daemon, unsigned number, char *text, size_t size)
{
	const struct twin *twin = number < LINK_TWINS_MAX ? &daemon->twins[number] : NULL;

	if (!twin || !twin->used)
		snprintf(text, size, "a microphone that is gone");
	else if (daemon->session)
		snprintf(text, size, "%s", SESSION_SOURCE);
	else
		snprintf(text, size, "/dev/snd/pcmC%uD%uc", twin->mic.card, twin->mic.device);
}

static void write_reader(void *userdata, const struct reader_info *reader, enum audience_how how)
{
	const char *event = how == AUDIENCE_HOW_KEEPS ? "keeps" : "begins";
	const struct history *history = userdata;
	struct entry entry = { .count = 0 };
	char twin[48];

	if (!reader) {
		add(&entry, "MESSAGE=more streams begin to read while muted than are listed here");
		add(&entry, "HARDMUTE_READER_EVENT=more");
		send(history, &entry, HISTORY_ID_READER, true);
		return;
	}
	name_twin(history->daemon, reader->twin, twin, sizeof(twin));
	add(&entry, "MESSAGE=%s (pid %u, uid %u) %s %s while muted",
	    *reader->program ? reader->program : "a program", reader->pid, reader->uid,
	    how == AUDIENCE_HOW_KEEPS ? "keeps reading" : "begins to read", twin);
	add(&entry, "HARDMUTE_READER_EVENT=%s", event);
	add(&entry, "HARDMUTE_READER_PROGRAM=%s", reader->program);
	add(&entry, "HARDMUTE_READER_PID=%u", reader->pid);
	add(&entry, "HARDMUTE_READER_UID=%u", reader->uid);
	add(&entry, "HARDMUTE_READER_TWIN=%s", twin);
	add(&entry, "HARDMUTE_READER_SINCE_USEC=%lld", (long long)reader->since_ns / 1000);
	add(&entry, "HARDMUTE_READER_ID=%llu", (unsigned long long)reader->id);
	send(history, &entry, HISTORY_ID_READER, false);
}

void history_key_refused(struct history *history, const struct mute_cause *cause, const char *why)
{
	struct entry entry = { .count = 0 };

	if (!history)
		return;
	add(&entry, "MESSAGE=unmute refused, %s: %s", cause->text, why);
	add(&entry, "HARDMUTE_KEY_EVENT=refused");
	add_key(&entry, cause);
	add(&entry, "HARDMUTE_REASON=%s", why);
	send(history, &entry, HISTORY_ID_KEY, true);
}

void history_microphone(struct history *history, const char *title, bool added)
{
	struct entry entry = { .count = 0 };

	if (!history)
		return;
	add(&entry, "MESSAGE=microphone %s: %s", added ? "added" : "removed", title);
	add(&entry, "HARDMUTE_MICROPHONE=%s", title);
	add(&entry, "HARDMUTE_MICROPHONE_EVENT=%s", added ? "added" : "removed");
	send(history, &entry, HISTORY_ID_MICROPHONE, false);
}

/* Only what differs from the last time: in session mode no mute is ever proven. */
void history_verdict(struct history *history, const char *verdict)
{
	struct entry entry = { .count = 0 };
	bool proven = !strstr(verdict, "not proven");

	if (!history || !strcmp(proven ? "" : verdict, history->verdict))
		return;
	snprintf(history->verdict, sizeof(history->verdict), "%s", proven ? "" : verdict);
	add(&entry, "MESSAGE=%s%s", verdict, proven ? " again" : "");
	add(&entry, "HARDMUTE_VERDICT=%s", verdict);
	send(history, &entry, HISTORY_ID_PROOF, !proven);
}

static int on_settle(sd_event_source *source, uint64_t usec, void *userdata)
{
	struct history *history = userdata;

	(void)source;
	(void)usec;
	history->settle = sd_event_source_disable_unref(history->settle);
	audience_settle(&history->audience, link_readers(history->daemon->link), write_reader,
			history);
	return 0;
}

/* A mute that is repeated is still the same one. */
static void start_mute(struct history *history)
{
	if (history->muted)
		return;
	history->muted = true;
	audience_start(&history->audience, link_readers(history->daemon->link));
	if (sd_event_add_time_relative(history->daemon->event, &history->settle, CLOCK_MONOTONIC,
				       AUDIENCE_DELAY_US, TIMER_ACCURACY_US, on_settle, history) < 0)
		log_error("no timer for the history: who goes on reading is not written down");
}

void history_state_changed(struct history *history)
{
	enum mute_state state;

	if (!history)
		return;
	state = mute_get_state(history->daemon->mute);
	write_state(history, state);
	if (state == MUTE_STATE_MUTED) {
		start_mute(history);
		return;
	}
	history->muted = false;
	history->settle = sd_event_source_disable_unref(history->settle);
}

void history_readers_changed(struct history *history)
{
	if (history && history->muted)
		audience_look(&history->audience, link_readers(history->daemon->link), write_reader,
			      history);
}

int history_new(struct history **result, struct daemon *daemon)
{
	struct history *history = calloc(1, sizeof(*history));

	if (!history)
		return -ENOMEM;
	history->daemon = daemon;
	*result = history;
	history_state_changed(history);
	return 0;
}

void history_free(struct history *history)
{
	if (!history)
		return;
	sd_event_source_disable_unref(history->settle);
	free(history);
}
