/* SPDX-License-Identifier: GPL-2.0-or-later */
/* hardmutectl verify: runs hardmute-verify and judges what it says. */
#ifndef HARDMUTECTL_VERIFY_H
#define HARDMUTECTL_VERIFY_H

#include <jansson.h>

#include "commands.h"

int verify_run(const struct options *options, const char *argument);

/* For tests: one line of hardmute-verify, judged for a state; NULL: not such a line. */
json_t *verify_judge(const char *line, const char *state);
/* ... and the exit code for all of them and a verdict (NULL: hardmuted was not reached). */
int verify_conclude(const json_t *paths, const char *verdict);

#endif
