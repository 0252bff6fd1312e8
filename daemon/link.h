/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The daemon's end of the link to the driver: the messages of include/link.h,
 * the stream table and the bell. Main thread only. The table, the bell and the
 * pulse live as long as this struct; the socket only as long as one driver.
 */
#ifndef HARDMUTED_LINK_H
#define HARDMUTED_LINK_H

#include <stdbool.h>
#include <systemd/sd-event.h>

#include "../include/link.h"
#include "readers.h"

struct link;

/* Messages from the driver, checked: twin < LINK_TWINS_MAX, errors negative, strings ended. */
struct link_callbacks {
	void (*ready)(void *userdata);
	void (*twin_up)(void *userdata, unsigned twin);
	void (*twin_failed)(void *userdata, unsigned twin, int error);
	void (*want)(void *userdata, unsigned twin, const struct link_want *want);
	void (*readers)(void *userdata, unsigned twin, unsigned count);
	void (*fenced)(void *userdata, uint64_t seq);
	void (*suspended)(void *userdata, uint64_t seq);
	void (*pong)(void *userdata, uint64_t seq);
	void (*stalled)(void *userdata, unsigned twin);
	/* the driver hung up or broke the rules; the socket is closed already */
	void (*lost)(void *userdata, const char *why);
};

/* table_fd: a table of an earlier life (taken over), or -1 to make a new one. 0 or -errno. */
int link_new(struct link **link, sd_event *event, int table_fd,
	     const struct link_callbacks *callbacks, void *userdata);
void link_free(struct link *link);

/* Makes a fresh socket; returns the driver's end of it, or -errno. The caller closes that. */
int link_connect(struct link *link);
void link_disconnect(struct link *link);
bool link_is_connected(const struct link *link);
bool link_is_ready(const struct link *link);	/* the driver has said LINK_READY */

int link_get_table_fd(const struct link *link);
int link_get_bell_fd(const struct link *link);
int link_get_pulse_fd(const struct link *link);
/*
 * True: the driver is at rest, so that closed gates are a fence already (enum
 * driver_pace). Call it after they are closed.
 */
bool link_driver_rests(const struct link *link);
/* Lets the driver look at every ring now. */
void link_ring_bell(struct link *link);
/* The public part of the stream table, written by the driver: numbers to be doubted. */
const struct readers *link_readers(const struct link *link);

/*
 * All of these never wait: 0, or -ENOTCONN without a driver. A driver that
 * does not empty its socket is reported as lost.
 */
int link_add_twin(struct link *link, unsigned twin, const struct link_twin *add, int ring_fd,
		  int cuse_fd);	/* cuse_fd -1: session mode */
int link_remove_twin(struct link *link, unsigned twin);
/* The types that carry seq or nothing. */
int link_send(struct link *link, enum link_type type, uint64_t seq);

#endif
