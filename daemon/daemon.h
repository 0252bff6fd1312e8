/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The daemon's one state struct: main.c builds it top down and tears it down
 * in the reverse order; everybody else gets it as an argument.
 */
#ifndef HARDMUTED_DAEMON_H
#define HARDMUTED_DAEMON_H

#include <stdbool.h>
#include <systemd/sd-event.h>

#include "card.h"
#include "config.h"
#include "link.h"

struct authority;
struct bus;
struct cards;
struct driver;
struct feed;
struct history;
struct hotkey;
struct leds;
struct mixer;
struct mute;
struct options;
struct sleep;
struct watch;

/* A microphone and its twin. */
struct twin {
	bool used;
	bool up;		/* its node can be opened */
	unsigned number;	/* as in link messages */
	struct card_mic mic;	/* session mode: card 0 device 0, names of the source */
	struct link_want want;	/* what its running readers need now */
	unsigned readers;	/* streams that are open now */
	struct feed *feed;	/* feed.h; its gate: feed_get_gate() */
	char error[160];	/* why the microphone cannot be opened; empty when it can */

	/* twin.c's own */
	int cuse_fd;		/* our copy of its /dev/cuse; -1 none yet, and always in session mode */
	bool adopted;		/* that descriptor carries an initialised device */
	sd_event_source *retry;	/* of the node, or of the microphone */
	unsigned retry_ms;	/* last delay; 0: no retry under way */
};

struct daemon {
	const struct options *options;	/* of the command line; main.c's own */
	bool session;
	struct config config;
	int guard_fd;		/* says in /proc whether the guard is there; -1: we have none */
	sd_event *event;
	struct mute *mute;
	struct history *history;
	struct link *link;	/* link.h; link_readers() */
	struct driver *driver;	/* driver.h; driver_get_pid() */
	struct cards *cards;
	struct bus *bus;
	struct authority *authority;
	struct sleep *sleep;
	struct watch *watch;
	struct hotkey *hotkey;	/* NULL when keys cannot be watched */
	struct mixer *mixer;	/* NULL in session mode */
	struct leds *leds;
	struct twin twins[LINK_TWINS_MAX];
};

#endif
