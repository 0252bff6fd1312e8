/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who calls on the bus, and what he may do. The uid is what the bus itself
 * vouches for; pid and program are for the reason text only, a pid may be
 * used again by somebody else.
 */
#ifndef HARDMUTED_CALLER_H
#define HARDMUTED_CALLER_H

#include <stdbool.h>
#include <sys/types.h>
#include <systemd/sd-bus.h>

#include "mute.h"

struct caller {
	pid_t pid;		/* 0 unknown */
	uid_t uid;
	char program[32];	/* "" unknown */
};

/* 0 or -errno: nobody knows who it is. */
int caller_identify(sd_bus_message *message, struct caller *caller);

/*
 * Only users may unmute: in session mode the one the daemon runs as, in system
 * mode one who sits at an active local session; and root.
 */
bool caller_may_unmute(const struct caller *caller, bool session);

/* The name of a process or thread, cleaned; "" when it cannot be known. */
void caller_read_program(pid_t pid, char *program, size_t size);

/* "asked by hardmutectl (pid 12, uid 1000)"; caller NULL: "asked by an unknown program" */
void caller_describe(const struct caller *caller, struct mute_cause *cause);

#endif
