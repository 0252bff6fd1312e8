/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The keys that mute and unmute ([keys] of the configuration), on every
 * keyboard that has one. Nothing is grabbed, kept or logged. Main thread.
 */
#ifndef HARDMUTED_HOTKEY_H
#define HARDMUTED_HOTKEY_H

#include <systemd/sd-event.h>

struct daemon;
struct evidence_check;
struct hotkey;

/*
 * Uses the daemon's mute, history and configuration. root, which is not
 * copied, is put before all paths. 0 or -errno.
 */
int hotkey_start(struct hotkey **hotkey, sd_event *event, const char *root, struct daemon *daemon);
void hotkey_stop(struct hotkey *hotkey);
/* The configuration may have changed, or what the keyboards can send. */
void hotkey_reload(struct hotkey *hotkey);

/* How many keyboards, and who could press their keys without being there. NULL: there is none. */
void hotkey_check(const struct hotkey *hotkey, struct evidence_check *check);

#endif
