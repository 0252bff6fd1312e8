/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the kernel says of one event device ("event3"): what it can send, where
 * it comes from, who could press its keys without being there. Opens nothing
 * and keeps nothing; root is put before all paths.
 */
#ifndef HARDMUTED_KEYBOARD_H
#define HARDMUTED_KEYBOARD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "chord.h"

#define KEYBOARD_NODES "/dev/input"
#define KEYBOARD_GROUP "input"	/* udev's: its members may read and write event devices */

/* "event3" and nothing else. */
bool keyboard_is_node(const char *name);
/* It has the keys of one of the chords, by what /sys says now. */
bool keyboard_can_send(const char *root, const char *node, const struct chords *chords);
/* Its number; 0: there is no such device. */
dev_t keyboard_read_devnum(const char *root, const char *node);
/* As the device calls itself, cleaned. */
void keyboard_read_name(const char *root, const char *node, char *name, size_t size);

/*
 * Somebody has to be at the keyboard to press its keys: the kernel has it from
 * a real device, and none but root and the group KEYBOARD_GROUP may write to
 * its node, which is open as fd. False, and why not.
 */
bool keyboard_is_real(const char *root, const char *node, int fd, char *why, size_t size);

/* A member of KEYBOARD_GROUP, whose programs can press the keys of every keyboard. False: none. */
bool keyboard_find_member(const char *root, char *user, size_t size);

#endif
