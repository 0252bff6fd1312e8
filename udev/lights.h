/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The lights of /sys/class/leds that hardmuted drives: it has no rights of its
 * own, so group hardmute gets those to write to exactly the ones that the
 * configuration names. How each was before is kept in LIGHTS_DIR, which is also
 * how hardmuted learns of it. Functions return an exit code, as in node.h.
 */
#ifndef HARDMUTE_LIGHTS_H
#define HARDMUTE_LIGHTS_H

/* One that is there now: given to hardmuted, or taken away, as the configuration says. */
int lights_give(const char *name);
/* It is gone. */
int lights_forget(const char *name);
/* All of them. With a mistake in the configuration everything stays as it is. */
int lights_give_all(void);
/* All back to root, and as they were. */
int lights_take_all(void);

#endif
