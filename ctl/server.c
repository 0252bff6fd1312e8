/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The life of the sound-server side, and how hardmuted's news get to it; see server.h. */
#include "server_private.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "server_undo.h"

static enum mirror_hard read_hard(const struct agent *agent)
{
	const char *state = agent_get_text(agent, "state");

	if (!*state)
		return MIRROR_HARD_UNKNOWN;
	return !strcmp(state, "muted") ? MIRROR_HARD_MUTED : MIRROR_HARD_LIVE;
}

/* hardmuted's reasons: a call on the bus is "asked by ..."; live without a call is a key's. */
static bool is_by_key(const struct agent *agent)
{
	const char *reason = agent_get_text(agent, "reason");

	return *reason && strncmp(reason, "asked", 5) && strstr(reason, " on ");
}

static void follow_hard(struct server *server)
{
	enum mirror_hard hard = read_hard(server->agent);

	if (server->world.hard == hard)
		return;
	server->world.hard = hard;
	if (hard != MIRROR_HARD_UNKNOWN && is_by_key(server->agent)) {
		server->world.key_us = server_now_us();
		server_report_forgive(server);
	}
	server_act_on_hard(server);
}

/* Which source is gated depends on them; counts of readers in them do not matter. */
static void follow_microphones(struct server *server)
{
	json_t *microphones = json_array(), *microphone;
	size_t i;

	json_array_foreach(json_object_get(server->agent->status, "microphones"), i, microphone)
		json_array_append_new(microphones, json_pack("{s:O?, s:O?, s:O?}",
			"up", json_object_get(microphone, "twin_up"),
			"card", json_object_get(microphone, "card"),
			"device", json_object_get(microphone, "device")));
	if (json_equal(server->microphones, microphones)) {
		json_decref(microphones);
		return;
	}
	json_decref(server->microphones);
	server->microphones = microphones;
	server_sort(server, &server->now);	/* before anything is done to a source */
	server_look(server);
}

static void on_agent(struct agent *agent, void *userdata)
{
	struct server *server = userdata;

	(void)agent;
	follow_microphones(server);
	follow_hard(server);
}

static void on_up(void *userdata)
{
	server_look(userdata);
}

static void on_down(void *userdata)
{
	struct server *server = userdata;

	server_forget(server);
	server_report_view(server);
}

static void on_event(void *userdata, unsigned type, uint32_t index)
{
	(void)type;
	(void)index;
	server_look(userdata);
}

void server_on_refused(struct server *server, server_refused_fn *refused, void *userdata)
{
	server->on_refused = refused;
	server->userdata = userdata;
}

static const struct server_link_callbacks link_callbacks = {
	.on_up = on_up, .on_down = on_down, .on_event = on_event,
};

int server_start(struct server **result, struct agent *agent)
{
	struct server *server = calloc(1, sizeof(*server));
	int error;

	if (!server)
		return -ENOMEM;
	*result = server;
	server->agent = agent;
	server->world.hard = read_hard(agent);
	server->listener = (struct agent_listener){ .changed = on_agent, .userdata = server };
	error = server_memory_new(&server->memory, NULL);
	if (!error)
		error = server_report_start(server);
	if (error >= 0)
		error = server_start_looks(server);
	if (error >= 0)
		error = server_link_new(&server->link, agent->event, &link_callbacks, server);
	if (error >= 0)
		agent_listen(agent, &server->listener);
	return error < 0 ? error : 0;
}

void server_stop(struct server *server)
{
	if (!server)
		return;
	agent_unlisten(server->agent, &server->listener);
	if (server->link && server_link_context(server->link))
		server_undo(server->memory);
	server_link_free(server->link);
	sd_event_source_disable_unref(server->look_timer);
	sd_event_source_disable_unref(server->lost_timer);
	server_report_stop(server);
	server_memory_free(server->memory);
	json_decref(server->microphones);
	free(server);
}
