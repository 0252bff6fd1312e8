/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Calls that want to unmute, while it is found out whether they may: who calls
 * (the bus knows), whether anybody may now (authority.c), and if it has to be,
 * whether the user agrees (polkit). Every answer counts for one call and is
 * forgotten with it. A caller that leaves the bus takes its question along; a
 * mute ends them all. Main thread; nothing waits.
 *
 * The number is bounded: ASKS_MAX at a time, ASKS_PER_USER for each user, and
 * who was answered "no" ASKS_FAILURES times within a minute is not asked about
 * for the rest of it. (So a program can keep its own user from unmuting by the
 * bus. It can mute as well; keys are not concerned.)
 */
#ifndef HARDMUTED_ASK_H
#define HARDMUTED_ASK_H

#include <stdint.h>
#include <systemd/sd-bus.h>

#include "caller.h"

#define ASKS_MAX 16
#define ASKS_PER_USER 2
#define ASKS_FAILURES 5
#define ASK_TIMEOUT_US (120 * 1000000ull)	/* a dialog that nobody answers */

struct asks;
struct daemon;

/* It may: the call is to be carried out, and answered. */
typedef void ask_granted_fn(void *userdata, sd_bus_message *call, uint64_t limit_us,
			    const struct caller *caller);

int asks_new(struct asks **asks, struct daemon *daemon, ask_granted_fn *granted, void *userdata);
/* Nobody is answered: for a connection that is lost, or ends. */
void asks_drop(struct asks *asks);
void asks_free(struct asks *asks);

/* Begins, for live of at most limit_us (0: no end). Returns as sd-bus wants it from a method. */
int asks_start(struct asks *asks, sd_bus_message *call, uint64_t limit_us);

/* A mute came first: all of them are answered so. */
void asks_cancel(struct asks *asks);

#endif
