/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The keyboards that can send one of the chords, as they come and go: opened,
 * and told to send the keys of the chords and nothing else. Main thread; no
 * wake-up but by those keys, and by devices that come.
 */
#ifndef HARDMUTED_KEYBOARDS_H
#define HARDMUTED_KEYBOARDS_H

#include <linux/input.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <systemd/sd-event.h>

#include "chord.h"
#include "config.h"

struct keyboards;

struct keyboard {
	bool used;
	bool program;		/* its keys could be pressed by a program when it came */
	int fd;
	char node[16];		/* "event3" */
	char name[80];		/* as it calls itself, cleaned */
	int64_t opened_us;	/* CLOCK_MONOTONIC */
	struct chord_state state;	/* the caller's own; zero when it comes */
	sd_event_source *source;
	struct keyboards *keyboards;
};

struct keyboards_callbacks {
	void (*event)(void *userdata, struct keyboard *keyboard, const struct input_event *event);
	/* it is gone, or about to be closed: what is held on it will not be let go of */
	void (*lost)(void *userdata, struct keyboard *keyboard);
};

/*
 * Opens those that are there, and watches for more. Uses the configuration's
 * chords and trusted names; it, and root, which is put before all paths, are
 * not copied. 0 or -errno.
 */
int keyboards_start(struct keyboards **keyboards, sd_event *event, const char *root,
		    const struct config *config, const struct keyboards_callbacks *callbacks,
		    void *userdata);
void keyboards_stop(struct keyboards *keyboards);
/* The chords may have changed, or what the keyboards can send. */
void keyboards_reload(struct keyboards *keyboards);

/* The chords that they were opened for: those that events are about. */
const struct chords *keyboards_get_chords(const struct keyboards *keyboards);
/* Somebody has to be there to press its keys, or it is named as trusted. False, and why not. */
bool keyboards_trust(const struct keyboards *keyboards, const struct keyboard *keyboard, char *why,
		     size_t size);
/* Each that is open; previous NULL: the first. NULL: no more. */
const struct keyboard *keyboards_next(const struct keyboards *keyboards,
				      const struct keyboard *previous);

#endif
