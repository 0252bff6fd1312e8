/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sees that the verdict changes without anybody asking: watches the folders of
 * device nodes and of udev rules, and looks again when something moved there.
 * What cannot be watched (an open device, the guard) is looked at once a minute.
 * In session mode, where nothing is proven, only when it is told to.
 */
#ifndef HARDMUTED_WATCH_H
#define HARDMUTED_WATCH_H

#include <systemd/sd-event.h>

struct daemon;
struct watch;

/*
 * root is put before all paths and not copied. 0 or -errno; a folder that cannot
 * be watched is logged, and no error.
 */
int watch_start(struct watch **watch, sd_event *event, const char *root, struct daemon *daemon);
void watch_stop(struct watch *watch);

/* Something that the verdict depends on may have changed; watch may be NULL. */
void watch_look_soon(struct watch *watch);

#endif
