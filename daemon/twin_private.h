/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What twin.c and twin_feed.c know of each other; nobody else includes this. */
#ifndef HARDMUTED_TWIN_PRIVATE_H
#define HARDMUTED_TWIN_PRIVATE_H

#include "daemon.h"
#include "feed.h"

/* Callbacks of sd-event and of feeds get the twin; the daemon is around it. */
struct daemon *twin_daemon(struct twin *twin);
/* The twin of a driver's message, or NULL. */
struct twin *twin_find(struct daemon *daemon, unsigned number);
/* "HDA Intel PCH: ALC257 Analog (card 0, device 0)", for log lines. */
const char *twin_title(struct twin *twin, char text[192]);

/* Remembers for the user why the microphone does not work; true when that is news. */
bool twin_set_error(struct twin *twin, const char *text);
void twin_clear_error(struct twin *twin);

/* One timer for both: makes the node again, or lets the feed try again. */
void twin_try_again(struct twin *twin);
void twin_cancel_retry(struct twin *twin);

feed_event_fn twin_on_feed;
/* Runs the feed, or ends it, as state, mode and readers ask for. */
void twin_settle_feed(struct daemon *daemon, struct twin *twin);

#endif
