/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Too many calls on the bus. A mute that is asked for waits behind what was sent
 * before it, so what is sent must not cost much, and when it does not end the
 * microphone is better muted: nobody could be heard who wants it so. Main thread.
 * In peace it does nothing, and costs nothing.
 */
#ifndef HARDMUTED_FLOOD_H
#define HARDMUTED_FLOOD_H

#include <stdbool.h>
#include <stdint.h>
#include <systemd/sd-event.h>

struct flood;

#define FLOOD_MESSAGES 64	/* that many, and no moment in between without any */
#define FLOOD_LATE_MESSAGES 256	/* that many ... */
#define FLOOD_LATE_MS 400	/* ... in that long: on_late */

/* Called when it does not end, once until it has ended. */
typedef void flood_late_fn(void *userdata);

/* 0 or -errno. */
int flood_new(struct flood **flood, sd_event *event, flood_late_fn *on_late, void *userdata);
void flood_free(struct flood *flood);

/* A message came. */
void flood_count(struct flood *flood);
/* There was no moment without one for some time. */
bool flood_is_on(const struct flood *flood);

/* In a flood, questions get a fifth of the time. */
bool flood_may_ask(const struct flood *flood, int64_t now_us);
/* One was answered; it took from begin_us to end_us. */
void flood_asked(struct flood *flood, int64_t begin_us, int64_t end_us);

#endif
