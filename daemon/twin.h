/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The twins: from the day a microphone is plugged in, through every life of
 * the driver, to the day it is pulled out. Each has a /dev/cuse descriptor
 * (system mode), a ring, a feed, and what its readers need. Main thread only.
 */
#ifndef HARDMUTED_TWIN_H
#define HARDMUTED_TWIN_H

#include <stdbool.h>

#include "card.h"
#include "daemon.h"

/* Once, before anything else here. */
void twins_init(struct daemon *daemon);

/* A microphone appeared; it gets a number and its twin is made. */
void twin_add(struct daemon *daemon, const struct card_mic *mic);
/* Its limits are known now; a driver that has the twin already learns them at its next start. */
void twin_change(struct daemon *daemon, const struct card_mic *mic);
void twin_remove(struct daemon *daemon, unsigned card, unsigned device);
/* The session's one microphone, from config.microphone; again when that changed. 0 or -errno. */
int twin_set_session(struct daemon *daemon);

/* Takes over a /dev/cuse descriptor from an earlier life; used by the twin of that name. */
void twin_adopt(struct daemon *daemon, unsigned card, unsigned device, unsigned number, int fd);
/* Closes what no microphone has claimed by then. */
void twin_forget_unclaimed(struct daemon *daemon);

/* A driver is ready: hands every twin to it. / It is gone. */
void twins_on_driver_ready(struct daemon *daemon);
void twins_on_driver_lost(struct daemon *daemon);
void twin_on_up(struct daemon *daemon, unsigned number);
void twin_on_failed(struct daemon *daemon, unsigned number, int error);
void twin_on_want(struct daemon *daemon, unsigned number, const struct link_want *want);
void twin_on_readers(struct daemon *daemon, unsigned number, unsigned count);
void twin_on_stalled(struct daemon *daemon, unsigned number);

/* For mute.c: all gates at once, and feeds that follow state and mode. */
void twins_close_gates(struct daemon *daemon);
void twins_open_gates(struct daemon *daemon, int64_t now_ns);
void twins_settle_feeds(struct daemon *daemon);

/* [mute] remind = yes: somebody speaks into a microphone that is muted. */
bool twins_hear_speech(const struct daemon *daemon);

/* Ends all feeds and closes all descriptors. */
void twins_finish(struct daemon *daemon);

#endif
