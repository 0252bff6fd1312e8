/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Notifications on the desktop (org.freedesktop.Notifications). There are a few
 * places; what comes to a place replaces what was there. A session without a
 * server for them shows none, and nobody waits for it.
 */
#ifndef HARDMUTE_AGENT_NOTIFY_H
#define HARDMUTE_AGENT_NOTIFY_H

#include <stdbool.h>

#include "agent.h"

enum notify_place {
	NOTIFY_PLACE_LISTENING = 0,
	NOTIFY_PLACE_SPEAKING,
	NOTIFY_PLACE_RESULT,	/* of what the user asked for */
	NOTIFY_PLACE_CHANGE,
	NOTIFY_PLACE_REFUSED,	/* what a program asked the sound server for */
};
#define NOTIFY_PLACES 5

struct notification {
	const char *icon;	/* of the icon theme */
	const char *summary;	/* one line */
	const char *body;	/* plain text; "" for none */
	const char *button;	/* what the only button says, where there can be buttons; NULL: none */
	const char *sound;	/* of the sound theme; "" for none */
	bool important;		/* stands until it is closed, with most servers, else for a moment */
};

struct notify;

/* button: somebody pressed the button of what is at place. 0 or -errno. */
int notify_start(struct notify **notify, struct agent *agent,
		 void (*button)(void *userdata, enum notify_place place), void *userdata);
void notify_stop(struct notify *notify);

/* Strings are copied. */
void notify_show(struct notify *notify, enum notify_place place, const struct notification *what);
void notify_close(struct notify *notify, enum notify_place place);

#endif
