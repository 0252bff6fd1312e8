/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The driver's process: starts it, notices within two seconds that it hangs,
 * kills it, starts it anew. In peace there is no wake-up: the pulse timer is
 * pushed ahead by the driver while it has streams; without streams the first
 * request that reaches a /dev/cuse descriptor arms it. Main thread only.
 */
#ifndef HARDMUTED_DRIVER_H
#define HARDMUTED_DRIVER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <systemd/sd-event.h>

#include "config.h"
#include "link.h"

struct driver;

struct driver_callbacks {
	/* the process is gone and reaped; it is started again by itself */
	void (*lost)(void *userdata, const char *why);
};

/* config is read at every start of the process (session mode's options). 0 or -errno. */
int driver_new(struct driver **driver, sd_event *event, struct link *link, bool session,
	       const struct config *config, const struct driver_callbacks *callbacks,
	       void *userdata);
/* quit: asks it to end cleanly and waits up to a second; else it is left to notice the end. */
void driver_free(struct driver *driver, bool quit);

/* Starts the process now; a failure is logged and retried. */
void driver_start(struct driver *driver);
/* SIGKILL; driver_callbacks.lost follows once it is reaped. Harmless when there is none. */
void driver_kill(struct driver *driver, const char *why);

/* Why it was killed; empty when it was not. */
const char *driver_get_fault(const struct driver *driver);
pid_t driver_get_pid(const struct driver *driver);	/* 0: none runs */

/* What the link heard. */
void driver_on_ready(struct driver *driver);
void driver_on_pong(struct driver *driver, uint64_t seq);
void driver_on_readers(struct driver *driver, unsigned twin, unsigned count);

/* A twin's /dev/cuse descriptor, to be watched for the first request; -1: no longer. */
void driver_watch_twin(struct driver *driver, unsigned twin, int cuse_fd);

#endif
