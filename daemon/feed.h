/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The feed of one microphone: while it is wanted, one thread that opens the
 * microphone, reads it, and passes what it reads to the gate. Not wanted: no
 * thread, no wake-ups, the microphone is closed. All functions here are called
 * from the main thread and, with one exception, none waits for the feed thread.
 */
#ifndef HARDMUTED_FEED_H
#define HARDMUTED_FEED_H

#include <stdbool.h>
#include <systemd/sd-event.h>

#include "../include/link.h"
#include "gate.h"
#include "mic.h"

struct feed;

enum feed_event {
	FEED_EVENT_OPENED = 0,	/* the microphone is open; detail: what it was opened with */
	FEED_EVENT_FAILED,	/* could not be opened: error, detail */
	FEED_EVENT_LOST,	/* was open and is gone: error, detail; its gate is closed */
	FEED_EVENT_STALLED,	/* it, or this process, stood still for too long; its gate is closed */
	FEED_EVENT_SPEECH,	/* what feed_hears_speech says has changed */
	FEED_EVENT_CLOSED,	/* it is closed now, for whatever reason; comes last */
};

/* Main thread. error is 0 or a negative errno; detail is for the user, never NULL. */
typedef void feed_event_fn(void *userdata, enum feed_event event, int error, const char *detail);

/* spec is copied, bell_fd (an eventfd) is not taken over. 0 or -errno. */
int feed_new(struct feed **feed, sd_event *event, const struct mic_ops *ops, const char *spec,
	     int bell_fd, feed_event_fn *on_event, void *userdata);
/* Closes the gate at once; the rest happens when the thread has ended. No more events. */
void feed_free(struct feed *feed);
/* At the end of the program, the one exception: waits for the thread, at most timeout_ms. */
void feed_free_now(struct feed *feed, unsigned timeout_ms);

/*
 * Sets what shall be: run with these needs, or closed. Takes effect by and by
 * (an old thread ends first); calling it again with the same changes nothing,
 * but a feed that failed or was lost is tried again.
 */
void feed_set(struct feed *feed, bool run, const struct link_want *want);

/* Another microphone from now on; one that is open is closed first. 0 or -ENOMEM. */
int feed_set_source(struct feed *feed, const struct mic_ops *ops, const char *spec);

/*
 * While its gate is closed: notices whether somebody speaks, if it runs. Nothing
 * else is made of what the microphone hears.
 */
void feed_set_listening(struct feed *feed, bool listens);
bool feed_hears_speech(const struct feed *feed);

struct gate *feed_get_gate(struct feed *feed);
/* A thread has the microphone open, or is opening or closing it. */
bool feed_is_active(const struct feed *feed);
bool feed_is_open(const struct feed *feed);

#endif
