/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The lights that show the mute, in the order of contract C6: muted is shown
 * after the fence, and whoever wants to go live waits until every light says so.
 * Each light has a thread of its own, so that one that is slow, or hangs, holds
 * up neither a mute nor another light; none of them wakes up in peace. Main
 * thread only. All functions but leds_start take NULL: then there is no light.
 */
#ifndef HARDMUTED_LED_H
#define HARDMUTED_LED_H

#include <stdbool.h>
#include <systemd/sd-event.h>

#include "evidence.h"

struct daemon;
struct leds;

/* How long going live waits for the lights. One that is later than that keeps it muted. */
#define LEDS_LIVE_TIMEOUT_MS 1000

/*
 * Takes the lights, and follows those that come and go. root is put before /sys;
 * records (light.h) is the folder that says which there are; in session mode it
 * is made here, for those of the configuration to which this process may write.
 * Neither is copied. The mute is told POLICY_EVENT_LIGHTS and
 * POLICY_EVENT_NO_LIGHTS. 0 or -errno.
 */
int leds_start(struct leds **leds, sd_event *event, struct daemon *daemon, const char *root,
	       const char *records);
/* Gives every light back as it was, and waits for that, but not for one that hangs. */
void leds_stop(struct leds *leds);
/* The configuration was read again. */
void leds_reload(struct leds *leds);

/* Does not wait. */
void leds_show_muted(struct leds *leds);
/* Does not wait: POLICY_EVENT_LIT or POLICY_EVENT_NOT_LIT follows, unless muted is shown first. */
void leds_show_live(struct leds *leds);
/* The system slept: once more, whatever they are said to show. */
void leds_refresh(struct leds *leds);
/* What is known of the mute: one that is not proven blinks. */
void leds_set_proven(struct leds *leds, bool proven);

/* Asks every light; one that does not answer soon is judged by what it said last. */
void leds_check(struct leds *leds, struct evidence_check *check);

#endif
