/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A light of /sys/class/leds, such as "platform::micmute", and the record of how
 * it was before hardmute. No loop, no thread, no state: hardmuted and
 * hardmute-node use the same. Errors are negative errnos: -ENOENT and -ENODEV
 * mean that the light is gone.
 */
#ifndef HARDMUTED_LIGHT_H
#define HARDMUTED_LIGHT_H

#include <stdbool.h>

#include "names.h"

#define LIGHT_NAME_BYTES 64	/* the kernel's LED_MAX_NAME_SIZE */
#define LIGHT_FOLDER_BYTES 256
#define LIGHT_TRIGGER_BYTES 64
#define LIGHTS_SYS "/sys/class/leds"
#define LIGHTS_NAMES "*:micmute*"	/* where the configuration names none */

enum light_shape {
	LIGHT_SHAPE_DARK = 0,
	LIGHT_SHAPE_LIT,
	LIGHT_SHAPE_BLINKING,	/* by the kernel's timer trigger, once a second */
};

struct light {
	char name[LIGHT_NAME_BYTES];
	char folder[LIGHT_FOLDER_BYTES];
	unsigned max;		/* brightness when it is lit */
	bool inverted;		/* brightness 0 is lit */
};

/* How it is now, as the kernel says. */
struct light_look {
	unsigned brightness;
	char trigger[LIGHT_TRIGGER_BYTES];	/* "none", or who in the kernel drives it */
	bool has_timer;		/* it can blink */
};

/* A file's name and nothing more. */
bool light_is_name(const char *name);
/* names: patterns as of a shell, with blanks in between. */
bool light_names_are_valid(const char *names);
bool light_is_chosen(const char *names, const char *name);

/* root is put before /sys. 0, or there is no such light. */
int light_open(struct light *light, const char *root, const char *name, bool inverted);
int light_look(const struct light *light, struct light_look *look);
bool light_has_shape(const struct light *light, const struct light_look *look,
		     enum light_shape shape);
/*
 * Makes it so, whatever drove it before, and reads back: -EREMOTEIO when it is
 * otherwise. What cannot blink is lit; *shown is what it became. Waits for slow
 * hardware.
 */
int light_show(const struct light *light, enum light_shape shape, enum light_shape *shown);

/*
 * The record is a file of the light's name in folder: "TRIGGER BRIGHTNESS". One that
 * is there stays, unless another trigger has the light again. Without record nothing
 * is restored. A trigger that the kernel has no more counts as "none".
 */
int light_remember(const struct light *light, const char *folder);
int light_restore(const struct light *light, const char *folder);
int light_forget(const char *name, const char *folder);

#endif
