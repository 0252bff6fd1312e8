/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * org.hardmute on the system or session bus (sd-bus). A bus that is absent or
 * lost is retried for ever; the mute never depends on it.
 */
#ifndef HARDMUTED_BUS_H
#define HARDMUTED_BUS_H

#include <stdbool.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

struct bus;
struct daemon;

/* Starts serving. -EEXIST: another hardmuted owns the name. */
int bus_start(struct bus **bus, sd_event *event, struct daemon *daemon, bool session);
void bus_stop(struct bus *bus);

/*
 * Tells every listener what changed, and returns only when the message has
 * been handed to the bus (C6: "live" is out before a gate opens). Never waits
 * for a listener.
 */
void bus_state_changed(struct bus *bus);
void bus_limit_changed(struct bus *bus);
void bus_verdict_changed(struct bus *bus);
void bus_speaking_changed(struct bus *bus);
/* What is known of the checks is not true any more: a look found one otherwise. */
void bus_evidence_changed(struct bus *bus);
void bus_microphones_changed(struct bus *bus);
void bus_readers_changed(struct bus *bus);

/* A mute came first: nobody waits for permission to unmute any more. */
void bus_cancel_asks(struct bus *bus);

#endif
