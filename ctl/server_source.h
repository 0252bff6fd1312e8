/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The sources of the sound server, as the agent sees them: which of them
 * hardmute gates, which it cannot, and which are no microphone. Reads what the
 * server says, asks nothing.
 */
#ifndef HARDMUTE_AGENT_SERVER_SOURCE_H
#define HARDMUTE_AGENT_SERVER_SOURCE_H

#include <jansson.h>
#include <pulse/pulseaudio.h>
#include <stdbool.h>
#include <stdint.h>

#include "mirror.h"

#define SERVER_SOURCES_MAX 64
#define SERVER_NAME_BYTES 256
#define SERVER_TITLE_BYTES 128

enum server_source_kind {
	SERVER_SOURCE_UNGATED = 0,	/* Bluetooth, network, tunnel, a card that hardmuted has not: a
					   microphone for all that is known, beyond hardmute */
	SERVER_SOURCE_MONITOR,		/* what a sink plays */
	SERVER_SOURCE_GATED,		/* a twin's: "Microphones" of hardmuted has its card and device */
	SERVER_SOURCE_OURS,		/* session mode's */
	SERVER_SOURCE_FILTER,		/* made of another source that is not ungated */
	SERVER_SOURCE_EXEMPT,		/* of a card that hardmute.conf leaves alone */
};

struct server_source {
	uint32_t index;
	char name[SERVER_NAME_BYTES];
	char title[SERVER_TITLE_BYTES];		/* for people */
	char master[SERVER_NAME_BYTES];		/* made of that source; empty: of none, or not known */
	int card, device;			/* ALSA's; -1: no ALSA card */
	bool monitor, bluetooth, network;
	bool muted, suspended;
	enum server_source_kind kind;

	/* server.c's own, kept from one look to the next */
	struct mirror mirror;
	uint64_t serial;	/* of the last change that was asked for: older looks do not count */
	unsigned busy;		/* changes that the server has not answered */
	bool put_to_sleep;	/* suspended by us ... */
	int64_t slept_us;	/* ... or woken up, at last */
	bool fed;		/* hardmuted itself records from it */
};

/* All but kind. */
void server_source_read(struct server_source *source, const pa_source_info *info);

/* What decides the kinds: hardmuted's microphones, its mode, and its exempt cards. */
struct server_source_rules {
	const json_t *microphones;	/* of the status: "card", "device" */
	bool session;			/* session mode: none of them is a card */
	bool (*is_exempt)(unsigned card);
};

/* Sets the kinds of all, those of filters last. */
void server_source_sort(struct server_source *sources, unsigned count,
			const struct server_source_rules *rules);

/* Does the mute flag follow the hard mute? (Not that of what is no microphone.) */
bool server_source_is_mirrored(const struct server_source *source);

/* "Bluetooth", "network": what a source is that hardmute cannot gate. */
const char *server_source_word(const struct server_source *source);

#endif
