/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What evidence.c and evidence_nodes.c know of each other; nobody else includes this. */
#ifndef HARDMUTED_EVIDENCE_PRIVATE_H
#define HARDMUTED_EVIDENCE_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "evidence.h"
#include "names.h"

/* /dev as everybody sees it: hardmuted's own /dev/snd is the hidden directory (hardmuted.service). */
#define PUBLIC_DEV RUN_DIR "/dev"
#define EVIDENCE_PATH_BYTES 512
#define CAPTURES_MAX 64

struct question {
	const struct daemon *daemon;
	const char *root;
	struct evidence_check *check;
};

/* A capture PCM that the kernel has, whether we know it or not; not those of exempt cards. */
struct capture {
	unsigned card, device;
	dev_t devnum;		/* 0: /sys does not say */
};

struct captures {
	unsigned count;
	struct capture capture[CAPTURES_MAX];
};

__attribute__((format(printf, 3, 4)))
void evidence_answer(struct question *question, enum evidence_result result, const char *format, ...);
/* False, and an answer, in session mode: it guards no real device. */
bool evidence_is_system(struct question *question);
/* The first line of a file, without its end. */
bool evidence_read_line(const char *path, char *line, size_t size);
/* Of a "dev" file in /sys; 0: there is none. */
dev_t evidence_read_devnum(const char *path);
/* False, and an answer, when the kernel cannot be asked. No sound at all is no captures. */
bool evidence_find_captures(struct question *question, struct captures *captures);

/* evidence_nodes.c: who could open what. */
void evidence_ask_nodes_hidden(struct question *question);
void evidence_ask_raw_nodes_closed(struct question *question);
void evidence_ask_rules_in_place(struct question *question);
void evidence_ask_guard_loaded(struct question *question);

#endif
