/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the parts of the sound-server side share. server.c: its life, and what
 * hardmuted says; server_look.c: asks the server what there is;
 * server_act.c: does what follows; server_report.c: tells of it.
 */
#ifndef HARDMUTE_AGENT_SERVER_PRIVATE_H
#define HARDMUTE_AGENT_SERVER_PRIVATE_H

#include <pulse/pulseaudio.h>

#include "bluetooth.h"
#include "server.h"
#include "server_link.h"
#include "server_lost.h"
#include "server_memory.h"
#include "server_source.h"

#define SERVER_RECORDERS_MAX 64
#define SERVER_CARDS_MAX 16

struct server_change;

/* A stream that records. */
struct server_recorder {
	uint32_t index, source;		/* the server's numbers */
	char program[64];
	bool ours;			/* hardmuted's or the agent's */
	bool meter;			/* shows a level, gets no sound */
	/* kept from one look to the next */
	bool stays;			/* it cannot be moved */
	bool busy;			/* a move that the server has not answered */
	char from[SERVER_NAME_BYTES];	/* where it was moved away from; empty: it was not */
	uint32_t to;			/* and where to */
};

/* What one look brings together. */
struct server_view {
	struct server_source sources[SERVER_SOURCES_MAX];
	unsigned count;
	struct server_recorder recorders[SERVER_RECORDERS_MAX];
	unsigned recorder_count;
	struct bluetooth_card cards[SERVER_CARDS_MAX];
	unsigned card_count;
	char default_source[SERVER_NAME_BYTES];
};

struct server {
	struct agent *agent;
	struct agent_listener listener;
	struct server_link *link;
	struct server_memory *memory;
	struct mirror_world world;
	struct server_lost lost;
	sd_event_source *lost_timer;
	struct server_view now, next;	/* next: of a look that is under way */
	json_t *microphones;		/* as of the last sorting */

	/* server_look.c */
	unsigned waiting;		/* answers that the look still waits for */
	bool again;			/* something has changed since it began */
	uint64_t serial, look_serial;	/* of changes asked for; at the look's beginning */
	int64_t looked_us;		/* when it began */
	sd_event_source *look_timer;

	struct server_change *changes;	/* server_act.c: on their way */

	/* server_report.c */
	sd_event_source *report_timer;
	char refused_title[SERVER_TITLE_BYTES];
	unsigned refused;		/* since the last report */
	int64_t reported_us;
	char programs[256];
	server_refused_fn *on_refused;
	void *userdata;
	json_t *warnings;		/* the last that were given to the agent */
	json_t *ungated;		/* what the bus shows */
	sd_bus_slot *object;
};

int64_t server_now_us(void);	/* CLOCK_MONOTONIC */

int server_start_looks(struct server *server);
/* Something may have changed: looks, soon, and not more often than the eye can follow. */
void server_look(struct server *server);
/* Says of each source what it is; after a look, and when hardmuted has other microphones. */
void server_sort(struct server *server, struct server_view *view);
/* Brings back cards that the server has lost, when it is time to. */
void server_bring_back(struct server *server);
/* The connection is gone, with all that is known from it. */
void server_forget(struct server *server);

/* After a look: new sources have been found, old ones have changed, some are gone. */
void server_act_on_view(struct server *server);
/* Their answers will not come any more. */
void server_drop_changes(struct server *server);
/* hardmuted's state is another one: world.hard. */
void server_act_on_hard(struct server *server);

int server_report_start(struct server *server);
void server_report_stop(struct server *server);
void server_report_refused(struct server *server, const struct server_source *source);
/* A key made the change: what was refused just before was a desktop's part in it. */
void server_report_forgive(struct server *server);
/* Works out warnings and the list of the bus anew. */
void server_report_view(struct server *server);

/* "A, B and C" of who records from it, meters and our own left out; returns how many. */
unsigned server_name_recorders(const struct server *server, const struct server_source *source,
			       char *names, size_t size);

#endif
