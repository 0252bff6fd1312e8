/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The last status, what it amounts to, and who is told of it. */
#include "agent.h"

#include <errno.h>
#include <string.h>

const char *agent_get_text(const struct agent *agent, const char *key)
{
	const char *text = json_string_value(json_object_get(agent->status, key));

	return text ? text : "";
}

json_int_t agent_get_number(const struct agent *agent, const char *key)
{
	return json_integer_value(json_object_get(agent->status, key));
}

bool agent_is_live(const struct agent *agent)
{
	return agent->state == AGENT_STATE_LIVE || agent->state == AGENT_STATE_HEARD;
}

bool agent_is_muted(const struct agent *agent)
{
	return agent->state == AGENT_STATE_PROVEN || agent->state == AGENT_STATE_UNPROVEN;
}

static bool somebody_listens(const struct agent *agent)
{
	json_t *reader;
	size_t i;

	json_array_foreach(json_object_get(agent->status, "readers"), i, reader)
		if (json_is_true(json_object_get(reader, "running")))
			return true;
	return false;
}

/* Every word but "muted" counts as live: better a false alarm than a false peace. */
static enum agent_state judge(const struct agent *agent)
{
	if (!*agent_get_text(agent, "state"))
		return AGENT_STATE_GONE;
	if (strcmp(agent_get_text(agent, "state"), "muted"))
		return somebody_listens(agent) ? AGENT_STATE_HEARD : AGENT_STATE_LIVE;
	if (strcmp(agent_get_text(agent, "verdict"), "muted, proven") ||
	    json_array_size(agent->warnings))
		return AGENT_STATE_UNPROVEN;
	return AGENT_STATE_PROVEN;
}

static int on_telling(sd_event_source *source, void *userdata)
{
	struct agent *agent = userdata;
	struct agent_listener *listener, *next;

	(void)source;
	agent->state = judge(agent);
	for (listener = agent->listeners; listener; listener = next) {
		next = listener->next;
		listener->changed(agent, listener->userdata);
	}
	return 0;
}

void agent_tell(struct agent *agent)
{
	sd_event_source_set_enabled(agent->telling, SD_EVENT_ONESHOT);
}

void agent_set_status(struct agent *agent, json_t *status)
{
	json_decref(agent->status);
	agent->status = status ? status : json_object();
	agent_tell(agent);
}

void agent_set_warnings(struct agent *agent, json_t *warnings)
{
	json_decref(agent->warnings);
	agent->warnings = warnings;
	agent_tell(agent);
}

void agent_listen(struct agent *agent, struct agent_listener *listener)
{
	struct agent_listener **end = &agent->listeners;

	while (*end)
		end = &(*end)->next;
	listener->next = NULL;
	*end = listener;
}

void agent_unlisten(struct agent *agent, struct agent_listener *listener)
{
	for (struct agent_listener **at = &agent->listeners; *at; at = &(*at)->next)
		if (*at == listener) {
			*at = listener->next;
			return;
		}
}

int agent_start(struct agent *agent, sd_event *event)
{
	int error;

	*agent = (struct agent){ .event = sd_event_ref(event) };
	agent->status = json_object();
	agent->warnings = json_array();
	if (!agent->status || !agent->warnings)
		return -ENOMEM;
	error = sd_event_add_defer(event, &agent->telling, on_telling, agent);
	if (error < 0)
		return error;
	/* After all that has arrived: many changes are told as one. */
	sd_event_source_set_priority(agent->telling, SD_EVENT_PRIORITY_NORMAL + 1);
	return sd_event_source_set_enabled(agent->telling, SD_EVENT_OFF);
}

void agent_stop(struct agent *agent)
{
	agent->telling = sd_event_source_disable_unref(agent->telling);
	json_decref(agent->status);
	json_decref(agent->warnings);
	agent->status = agent->warnings = NULL;
	agent->session = sd_bus_flush_close_unref(agent->session);
	agent->event = sd_event_unref(agent->event);
}
