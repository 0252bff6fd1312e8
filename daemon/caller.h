/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who calls on the bus. The uid is what the bus itself vouches for. Pid and
 * program are for the reason text only: a program may call itself what it
 * likes. Where the bus hands out a pidfd (dbus 1.16), the name is the
 * process's that opened the connection, or none; elsewhere a process of the
 * same user may have got its pid since.
 */
#ifndef HARDMUTED_CALLER_H
#define HARDMUTED_CALLER_H

#include <sys/types.h>
#include <systemd/sd-bus.h>

#include "mute.h"

struct caller {
	pid_t pid;		/* 0 unknown */
	uid_t uid;
	char program[32];	/* "" unknown */
};

/* Asks the bus; the answer goes to caller_take(). 0 or -errno. */
int caller_ask(sd_bus_message *message, sd_bus_slot **slot, sd_bus_message_handler_t answered,
	       void *userdata);
/* 0 or -errno: nobody knows who it is. */
int caller_take(sd_bus_message *answer, struct caller *caller);

/* The name of a process or thread, cleaned; "" when it cannot be known. */
void caller_read_program(pid_t pid, char *program, size_t size);

/* "asked by hardmutectl (pid 12, uid 1000)"; caller NULL: "asked by an unknown program" */
void caller_describe(const struct caller *caller, struct mute_cause *cause);

#endif
