/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the bus shows of the daemon, each value worked out when it is asked
 * for. A struct snapshot makes several values of one moment.
 */
#ifndef HARDMUTED_PROPERTIES_H
#define HARDMUTED_PROPERTIES_H

#include <stdbool.h>
#include <systemd/sd-bus.h>

#include "daemon.h"
#include "evidence.h"

struct snapshot {
	const struct daemon *daemon;
	enum mute_state state;
	bool has_evidence;		/* collected at the first value that needs it */
	struct evidence evidence;
};

void snapshot_take(struct snapshot *snapshot, const struct daemon *daemon);

/* Appends the value of one property (no variant around it); -ENOENT for an unknown one. */
int properties_append(sd_bus_message *message, struct snapshot *snapshot, const char *name);
/* Appends all of them as a{sv}. */
int properties_append_all(sd_bus_message *message, struct snapshot *snapshot);

#endif
