/* SPDX-License-Identifier: GPL-2.0-or-later */
/* hardmutectl log: what the journal has of hardmuted's history (include/history.h). */
#ifndef HARDMUTECTL_HISTORY_H
#define HARDMUTECTL_HISTORY_H

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "commands.h"

int history_run(const struct options *options, const char *argument);

/*
 * For tests. Microseconds since 1970 for "90 s", "5 min", "2 h", "3 d" (so long
 * ago), "14:30", "14:30:05", "today", "yesterday", "2026-01-31", "2026-01-31
 * 14:30"; -1 for anything else.
 */
int64_t history_parse_since(const char *text, time_t now);
/* Adds one field of an entry, "NAME=text" without an end, under its key; others are left out. */
void history_add_field(json_t *entry, const char *field, size_t length);

#endif
