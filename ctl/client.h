/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * hardmutectl's way to hardmuted: the bus, the calls, and their answers as
 * JSON values (value.h).
 */
#ifndef HARDMUTECTL_CLIENT_H
#define HARDMUTECTL_CLIENT_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

enum client_choice {
	CLIENT_CHOICE_ANY = 0,	/* the system bus if hardmuted is there, else the session bus */
	CLIENT_CHOICE_SYSTEM,
	CLIENT_CHOICE_SESSION,
};

struct client;

/* All functions return an exit code of names.h; what failed has been said on stderr. */
int client_open(struct client **client, enum client_choice choice);
/* The same, but that hardmuted is not there is not said. */
int client_look(struct client **client, enum client_choice choice);
void client_close(struct client *client);

/* Mute, Unmute or Toggle; *state is the state that it led to ("muted", "live"), to be freed. */
int client_request(struct client *client, const char *method, char **state);
/*
 * Unmute for so many microseconds, 0 for no end. As any request it may lead to
 * a question to the user, which lasts as long as he thinks.
 */
int client_unmute_for(struct client *client, uint64_t limit_us, char **state);
/* Everything, of one moment. */
int client_get_status(struct client *client, json_t **status);

enum client_event {
	CLIENT_EVENT_CHANGED = 0,
	CLIENT_EVENT_GONE,	/* hardmuted left the bus */
	CLIENT_EVENT_BACK,
};

/*
 * Waits for events; watching begins with the call of client_watch, so that
 * what changes after it is never missed. EXIT_UNREACHABLE: the bus is lost.
 */
int client_watch(struct client *client);
int client_wait(struct client *client, enum client_event *event);

#endif
