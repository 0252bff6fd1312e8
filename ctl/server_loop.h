/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * libpulse on an sd-event loop: its table of functions for descriptors, timers
 * and deferred calls, each one an sd-event source. Everything runs in the
 * loop's thread; nothing wakes up that libpulse did not ask for.
 */
#ifndef HARDMUTE_AGENT_SERVER_LOOP_H
#define HARDMUTE_AGENT_SERVER_LOOP_H

#include <pulse/mainloop-api.h>
#include <systemd/sd-event.h>

struct server_loop;

/* 0 or -ENOMEM. The table is valid until server_loop_free, when libpulse must be done with it. */
int server_loop_new(struct server_loop **loop, sd_event *event);
void server_loop_free(struct server_loop *loop);
pa_mainloop_api *server_loop_api(struct server_loop *loop);

#endif
