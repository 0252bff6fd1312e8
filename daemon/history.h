/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What hardmuted writes into the journal (include/history.h), or to standard
 * error where there is none. Main thread. In peace it sleeps: one timer, once
 * after each mute. All of it does nothing with a NULL history.
 */
#ifndef HARDMUTED_HISTORY_H
#define HARDMUTED_HISTORY_H

#include <stdbool.h>

struct daemon;
struct history;
struct mute_cause;

/* Begins with the state of that moment. 0 or -errno. */
int history_new(struct history **history, struct daemon *daemon);
void history_free(struct history *history);

/* The state that mute_get_state() gives has been shown. */
void history_state_changed(struct history *history);
/* LINK_READERS came. */
void history_readers_changed(struct history *history);
/* The verdict on a mute, as often as it is looked at. */
void history_verdict(struct history *history, const char *verdict);
/* A key that would have unmuted. */
void history_key_refused(struct history *history, const struct mute_cause *cause, const char *why);
void history_microphone(struct history *history, const char *title, bool added);

#endif
