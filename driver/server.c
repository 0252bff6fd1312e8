/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The connection to the user's sound server, see server.h. It is never started
 * from here: a server that is not there may well be one that is about to come.
 */
#include "server.h"

#include <errno.h>
#include <time.h>

#include "names.h"

#define ANSWER_TIMEOUT_NS 5000000000LL	/* a server that takes longer is taken for hung */

int64_t server_now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000000LL + now.tv_nsec;
}

int server_init(struct server *server)
{
	*server = (struct server){ .loop = pa_mainloop_new() };
	if (!server->loop)
		return -ENOMEM;
	server->api = pa_mainloop_get_api(server->loop);
	return 0;
}

void server_finish(struct server *server)
{
	server_disconnect(server);
	if (server->loop)
		pa_mainloop_free(server->loop);
	server->loop = NULL;
}

bool server_is_up(const struct server *server)
{
	return server->context && pa_context_get_state(server->context) == PA_CONTEXT_READY;
}

static int make_context(struct server *server)
{
	pa_proplist *properties = pa_proplist_new();

	if (!properties)
		return -ENOMEM;
	pa_proplist_sets(properties, PA_PROP_APPLICATION_ID, BUS_NAME);
	pa_proplist_sets(properties, PA_PROP_APPLICATION_ICON_NAME, "audio-input-microphone");
	server->context = pa_context_new_with_proplist(server->api, "HardMute", properties);
	pa_proplist_free(properties);
	return server->context ? 0 : -ENOMEM;
}

int server_connect(struct server *server)
{
	int64_t deadline = server_now_ns() + ANSWER_TIMEOUT_NS;
	int error = make_context(server);

	if (error)
		return error;
	if (pa_context_connect(server->context, NULL, PA_CONTEXT_NOAUTOSPAWN, NULL) < 0)
		error = -ENODEV;
	while (!error && !server_is_up(server))
		error = server_turn(server, deadline);
	if (error)
		server_disconnect(server);
	return error;
}

void server_disconnect(struct server *server)
{
	if (!server->context)
		return;
	pa_context_set_state_callback(server->context, NULL, NULL);
	pa_context_set_subscribe_callback(server->context, NULL, NULL);
	pa_context_disconnect(server->context);
	pa_context_unref(server->context);
	server->context = NULL;
}

int server_turn(struct server *server, int64_t deadline_ns)
{
	int64_t left_us = -1;

	if (server->stop)
		return -ECANCELED;
	if (deadline_ns != SERVER_NEVER) {
		left_us = (deadline_ns - server_now_ns() + 999) / 1000;
		if (left_us <= 0)
			return -ETIMEDOUT;
		if (left_us > INT32_MAX)
			left_us = INT32_MAX;
	}
	if (pa_mainloop_prepare(server->loop, (int)left_us) < 0 ||
	    pa_mainloop_poll(server->loop) < 0 || pa_mainloop_dispatch(server->loop) < 0)
		return -EIO;
	if (server->stop)
		return -ECANCELED;
	if (server->context && !PA_CONTEXT_IS_GOOD(pa_context_get_state(server->context)))
		return -ENODEV;
	return 0;
}

int server_wait(struct server *server, pa_operation *operation)
{
	int64_t deadline = server_now_ns() + ANSWER_TIMEOUT_NS;
	int error = operation ? 0 : -EIO;

	while (!error && pa_operation_get_state(operation) == PA_OPERATION_RUNNING)
		error = server_turn(server, deadline);
	if (operation) {
		if (error)
			pa_operation_cancel(operation);
		pa_operation_unref(operation);
	}
	return error;
}
