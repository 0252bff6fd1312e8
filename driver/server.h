/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The connection to the user's sound server, and the loop that everything in
 * session mode runs in. Nothing here is called from inside a libpulse callback
 * except server_is_up.
 */
#ifndef DRIVER_SERVER_H
#define DRIVER_SERVER_H

#include <pulse/pulseaudio.h>
#include <stdbool.h>
#include <stdint.h>

#define SERVER_NEVER INT64_MAX

struct server {
	pa_mainloop *loop;	/* lives as long as the driver */
	pa_mainloop_api *api;
	pa_context *context;	/* NULL while not connected */
	bool stop;		/* set from a callback: every waiting function returns -ECANCELED */
};

int64_t server_now_ns(void);	/* CLOCK_MONOTONIC */

int server_init(struct server *server);
void server_finish(struct server *server);

/* Waits until connected. 0, -ENODEV, -ETIMEDOUT or -ECANCELED. */
int server_connect(struct server *server);
/* Our streams end with it; the modules that were loaded stay. */
void server_disconnect(struct server *server);
bool server_is_up(const struct server *server);

/*
 * Serves events once, waiting until deadline_ns (CLOCK_MONOTONIC) at most.
 * 0, -ETIMEDOUT, -ECANCELED, -ENODEV when a connection was there and is lost.
 */
int server_turn(struct server *server, int64_t deadline_ns);
/* Waits for the answer, and lets go of the operation; NULL is -EIO. */
int server_wait(struct server *server, pa_operation *operation);

#endif
