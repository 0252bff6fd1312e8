/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the agent says to people, from the last status. Every function returns
 * a string to be freed, valid UTF-8, or NULL when memory is short.
 */
#ifndef HARDMUTE_AGENT_WORDS_H
#define HARDMUTE_AGENT_WORDS_H

#include <stdbool.h>

#include "agent.h"

/* One line: "Muted, proven". */
char *words_make_title(const struct agent *agent);
/* Lines without an end: why, since when, until when, who listens. */
char *words_make_details(const struct agent *agent);

/* "arecord, firefox and 2 more": each program once; of those that read, not merely have it open. */
char *words_list_programs(const json_t *readers);
/* "arecord (pid 17), gets silence": a line of the menu. */
char *words_name_reader(const json_t *reader, bool muted);
/* "USB Mic: USB Audio (in use)" */
char *words_name_microphone(const json_t *microphone);

/* Where text is read as markup (tooltips, notifications): & < > as entities. */
char *words_escape(const char *text);

#endif
