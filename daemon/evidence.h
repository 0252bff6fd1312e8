/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The evidence: what the kernel says about the mute at this moment. Each check
 * is worked out anew at each question, and the verdict is derived from the
 * checks; neither is ever stored.
 */
#ifndef HARDMUTED_EVIDENCE_H
#define HARDMUTED_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "state.h"

struct daemon;

#define EVIDENCE_MAX 24		/* checks */
#define EVIDENCE_VERDICT_MAX 280	/* bytes of a verdict */

enum evidence_result {
	EVIDENCE_RESULT_UNKNOWN = 0,	/* the question had no answer: never counts as proof */
	EVIDENCE_RESULT_OK,
	EVIDENCE_RESULT_BAD,
	EVIDENCE_RESULT_NOT_APPLICABLE,
};

struct evidence_check {
	const char *id;		/* "gates-fenced" */
	const char *layer;	/* "gate", "ring", "hardware", "nodes", "session" */
	enum evidence_result result;
	char detail[240];	/* one line for the user */
};

struct evidence {
	unsigned count;
	struct evidence_check check[EVIDENCE_MAX];
};

/* Asks every question. root is put before /proc, /sys and /run ("" but in tests). */
void evidence_collect(const struct daemon *daemon, const char *root, struct evidence *evidence);

/* "muted, proven" - "muted, not proven: why" - "live", "muting": for these evidence may be NULL */
void evidence_get_verdict(const struct evidence *evidence, enum mute_state state,
			  char *verdict, size_t size);

/* "ok", "bad", "not-applicable", "unknown" */
const char *evidence_result_word(enum evidence_result result);

/* What the kernel says about one real capture device. */
struct evidence_device {
	enum { EVIDENCE_DEVICE_UNKNOWN, EVIDENCE_DEVICE_CLOSED, EVIDENCE_DEVICE_OPEN } state;
	unsigned owner;		/* pid of the thread that opened it; 0 unknown or closed */
	bool ours;		/* that thread is one of this process */
};

/* Reads /proc/asound/card<card>/pcm<device>c/sub<all>/status; an open substream wins. */
void evidence_look_at_device(const char *root, unsigned card, unsigned device,
			     struct evidence_device *result);

#endif
