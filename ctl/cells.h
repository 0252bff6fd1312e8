/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What people read of each value that hardmuted gives: titles and texts. */
#ifndef HARDMUTECTL_CELLS_H
#define HARDMUTECTL_CELLS_H

#include <stddef.h>

#include "print.h"

#define CELL_BYTES 512

/* Makes the text of one cell out of an object; "" leaves it (or its line) out. */
typedef void cell_fn(const struct print *print, const json_t *object, char *text, size_t size);

/* A table of them ends with a title of NULL. */
struct field {
	const char *title;
	cell_fn *make;
};

extern const struct field cell_status[], cell_lights[], cell_microphone[], cell_reader_columns[],
	cell_reader[], cell_evidence[];

/* "" and 0 where there is no such key. */
const char *cell_get_text(const json_t *object, const char *key);
long long cell_get_number(const json_t *object, const char *key);
/* "s", or "" for one */
const char *cell_plural(long long count);
/* "14:03:22", or with the date when it is not of today; us since 1970 */
void cell_format_time(const struct print *print, long long us, char *text, size_t size);

__attribute__((format(printf, 3, 4)))
void cell_append(char *text, size_t size, const char *format, ...);
/* The reader's user: a name, or a number. */
cell_fn cell_make_user;
/* Until it mutes by itself, "4 min 30 s"; empty when it does not. */
cell_fn cell_make_rest;
/* "arecord (pid 12, alice)" */
void cell_append_program(char *text, size_t size, const char *program, long long pid, const char *user);

#endif
