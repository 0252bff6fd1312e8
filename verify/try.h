/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One attempt to reach a microphone: in a process of its own, because a path
 * may hang, or a library crash over it. What came of it is one line on stdout:
 * RESULT, kind, path and detail, separated by tabs.
 */
#ifndef VERIFY_TRY_H
#define VERIFY_TRY_H

#include <stdbool.h>
#include <stddef.h>

enum try_result {
	TRY_RESULT_UNKNOWN = 0,	/* neither reached nor refused: detail says why */
	TRY_RESULT_ABSENT,	/* there is no such thing */
	TRY_RESULT_DENIED,
	TRY_RESULT_ZERO,	/* a quarter of a second of exact zeros */
	TRY_RESULT_SOUND,	/* samples that are not zero */
	TRY_RESULT_REACHABLE,	/* it opens, and a program could get at samples behind it */
};

struct try_answer {
	enum try_result result;
	char detail[160];
};

/* What it has said when it crashes counts; nothing said is unknown. */
typedef void try_fn(const char *path, struct try_answer *answer);

/* Tries in a child process and prints the line. False: nothing more can be printed. */
bool try_path(const char *kind, const char *path, try_fn *fn);

/* For try_fn: */
__attribute__((format(printf, 3, 4)))
void try_say(struct try_answer *answer, enum try_result result, const char *format, ...);
/* absent, denied or unknown, by a positive errno. */
void try_say_errno(struct try_answer *answer, int number);
/* zero or sound, of what was recorded. */
void try_say_samples(struct try_answer *answer, const void *samples, size_t bytes);

#define TRY_SECONDS_4TH 4	/* recordings last 1/4 s */

#endif
