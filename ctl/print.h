/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What hardmutectl shows. One JSON value, as client.h gives it, is the source
 * of both forms; tables in print.c say which of its keys make which text.
 */
#ifndef HARDMUTECTL_PRINT_H
#define HARDMUTECTL_PRINT_H

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>

struct print {
	FILE *out;
	bool json;
	bool quiet;	/* nothing at all */
	bool color;
	time_t now;	/* "5 min ago" counts from here; 0: leave that out */
	long long boottime_us;	/* CLOCK_BOOTTIME of that moment; 0: what depends on it is not shown */
};

/* From the clocks. */
void print_set_now(struct print *print);

void print_status(const struct print *print, const json_t *status);
/* ... and the lights that show the mute, which are one for all */
void print_microphones(const struct print *print, const json_t *status);
void print_readers(const struct print *print, const json_t *readers);
/* {"state": ...} or the word alone */
void print_state(const struct print *print, const char *state);
/* One line, for watch. */
void print_change(const struct print *print, const json_t *status);
/* One line of the log. */
void print_history(const struct print *print, const json_t *entry);
void print_event(const struct print *print, const char *event);

#endif
