/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The agent's connection to the user's sound server, PulseAudio or PipeWire's
 * pulse server, kept over its restarts. A server that is not there is never
 * started from here; its socket is waited for, without looking for it again
 * and again.
 */
#ifndef HARDMUTE_AGENT_SERVER_LINK_H
#define HARDMUTE_AGENT_SERVER_LINK_H

#include <pulse/pulseaudio.h>
#include <stdbool.h>
#include <systemd/sd-event.h>

struct server_link;

/* From the loop. Between on_up and on_down the context is ready. */
struct server_link_callbacks {
	void (*on_up)(void *userdata);
	void (*on_down)(void *userdata);
	/* Something of the kinds subscribed to has changed: a pa_subscription_event_type_t. */
	void (*on_event)(void *userdata, unsigned type, uint32_t index);
};

/* That there is no server is no error. 0 or -errno. */
int server_link_new(struct server_link **link, sd_event *event,
		    const struct server_link_callbacks *callbacks, void *userdata);
void server_link_free(struct server_link *link);

/* NULL while not connected. */
pa_context *server_link_context(const struct server_link *link);

/* A context that is hardmute's own, not yet connected; NULL: no memory. */
pa_context *server_link_make_context(pa_mainloop_api *api);

#endif
