/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What hardmutectl adds to hardmuted's answer so that people understand it:
 * names of users, and which reader belongs to which microphone.
 */
#ifndef HARDMUTECTL_JOIN_H
#define HARDMUTECTL_JOIN_H

#include <jansson.h>
#include <stddef.h>

/* The user's name; the number where it has none. */
void join_name_user(long long uid, char *name, size_t size);

/*
 * Readers get "user", and "microphone_name" and "microphone_card" of what they
 * read; microphones get "read_by", a list of { program, pid, user, running }.
 */
void join_status(json_t *status);

#endif
