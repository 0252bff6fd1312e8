/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the agent has changed in the sound server and has to take back: it
 * survives the agent and the computer's end, because sound servers remember
 * mute flags as long. Written before the server is told.
 */
#ifndef HARDMUTE_AGENT_SERVER_MEMORY_H
#define HARDMUTE_AGENT_SERVER_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

#define SERVER_MEMORY_FLAG "flag"	/* a source: its mute flag is ours */
#define SERVER_MEMORY_SLEEP "sleep"	/* a source: suspended by us */
#define SERVER_MEMORY_PROFILE "profile"	/* a card: "before<TAB>chosen" */

struct server_memory;

/* path NULL: below $XDG_STATE_HOME. A file that cannot be read is an empty one. 0 or -ENOMEM. */
int server_memory_new(struct server_memory **memory, const char *path);
void server_memory_free(struct server_memory *memory);

/* NULL when there is nothing; else "" or what was given to server_memory_set. */
const char *server_memory_get(const struct server_memory *memory, const char *kind, const char *name);
/* Names with control characters are not kept. Oldest first, the list is forgotten at its end. */
void server_memory_set(struct server_memory *memory, const char *kind, const char *name,
		       const char *detail);
void server_memory_drop(struct server_memory *memory, const char *kind, const char *name);
/* The i-th name of that kind, or NULL. */
const char *server_memory_list(const struct server_memory *memory, const char *kind, size_t i);

/* Writes what has changed, if anything has. */
void server_memory_save(struct server_memory *memory);

#endif
