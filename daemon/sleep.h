/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * System sleep: before it the microphone is muted and no reader stays blocked
 * in the driver (a blocked one would stop the suspend); after it the mute
 * stays. A delay inhibitor of logind, taken anew after each sleep, gives the
 * time for it. Without logind there is nothing to wait for and nothing fails.
 */
#ifndef HARDMUTED_SLEEP_H
#define HARDMUTED_SLEEP_H

#include <systemd/sd-event.h>

struct sleep;
struct daemon;

/* Starts watching, through a system bus connection of its own. 0 or -errno. */
int sleep_start(struct sleep **sleep, sd_event *event, struct daemon *daemon);
void sleep_stop(struct sleep *sleep);

#endif
