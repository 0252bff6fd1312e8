/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Configuration files, read with inih: [section], key = value, # comments. Every
 * mistake is named with its file and line; a file with a mistake counts for
 * nothing. Logs nothing; any thread.
 */
#ifndef HARDMUTED_INI_H
#define HARDMUTED_INI_H

#include <stddef.h>

#define INI_KEYS_MAX 32

struct ini_keys {
	size_t count;		/* at most INI_KEYS_MAX */
	void (*get)(size_t key, const char **section, const char **name);
	/* Returns NULL, or says what is wrong with the value ("must be yes or no"). */
	const char *(*set)(void *values, size_t key, const char *value);
};

/* "FILE:LINE: what is wrong" */
typedef void ini_report_fn(void *userdata, const char *line);

/*
 * Sets in values what the file has. Returns 0, -EINVAL after mistakes (values are
 * then good for nothing), -ENOENT without a report, or another -errno with one.
 */
int ini_load(const char *path, const struct ini_keys *keys, void *values, ini_report_fn *report,
	     void *userdata);

/* The user's file below $XDG_CONFIG_HOME (~/.config). 0, -ENOENT or -ENAMETOOLONG. */
int ini_find_user_path(const char *file, char *path, size_t size);

#endif
