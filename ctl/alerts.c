/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Compares each status with what the user has been told. */
#include "alerts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "icon.h"
#include "words.h"

struct alerts {
	struct agent *agent;
	struct agent_config config;
	struct notify *notify;
	json_t *known;		/* programs seen in this mute, as keys; NULL: there is none */
	bool speaking;
	enum agent_state shown;
	struct agent_listener listener;
};

static void show(struct alerts *alerts, enum notify_place place, const char *summary, const char *body,
		 const char *button)
{
	notify_show(alerts->notify, place, &(struct notification){
		.icon = icon_get_name(alerts->agent->state), .summary = summary, .body = body,
		.button = button, .sound = alerts->config.sound });
}

/* Those that are not in known, which has them then. */
static json_t *take_new(struct alerts *alerts)
{
	json_t *readers = json_array(), *reader;
	size_t i;

	json_array_foreach(json_object_get(alerts->agent->status, "readers"), i, reader) {
		const char *program = json_string_value(json_object_get(reader, "program"));

		if (!program || !json_is_true(json_object_get(reader, "running")) ||
		    json_object_get(alerts->known, program))
			continue;
		json_object_set_new(alerts->known, program, json_true());
		json_array_append(readers, reader);
	}
	return readers;
}

static void tell_listening(struct alerts *alerts, const json_t *readers)
{
	char *programs = words_list_programs(readers), *summary = NULL;

	if (programs && asprintf(&summary, "%s listen%s", programs,
				 json_array_size(readers) == 1 ? "s" : "") >= 0)
		show(alerts, NOTIFY_PLACE_LISTENING, summary,
		     "The microphone is muted: it hears nothing but silence.", NULL);
	free(summary);
	free(programs);
}

static void check_listening(struct alerts *alerts)
{
	bool begins = !alerts->known;
	json_t *readers;

	if (!agent_is_muted(alerts->agent)) {
		if (alerts->known)
			notify_close(alerts->notify, NOTIFY_PLACE_LISTENING);
		json_decref(alerts->known);
		alerts->known = NULL;
		return;
	}
	if (begins)
		alerts->known = json_object();
	readers = take_new(alerts);
	if (!begins && json_array_size(readers) && alerts->config.listening)
		tell_listening(alerts, readers);
	json_decref(readers);
}

static void check_speaking(struct alerts *alerts)
{
	bool speaking = agent_is_muted(alerts->agent) &&
			json_is_true(json_object_get(alerts->agent->status, "speaking_while_muted"));

	if (speaking == alerts->speaking)
		return;
	alerts->speaking = speaking;
	if (!speaking)
		notify_close(alerts->notify, NOTIFY_PLACE_SPEAKING);
	else if (alerts->config.speaking)
		show(alerts, NOTIFY_PLACE_SPEAKING, "You are muted", "Nobody hears what you say.", "Unmute");
}

static void check_change(struct alerts *alerts)
{
	enum agent_state before = alerts->shown, now = alerts->agent->state;
	char *title, *details;

	alerts->shown = now;
	/* From muted to live and back, or to nothing; not the answer of one that has just come. */
	if (!alerts->config.changes || before == now || before == AGENT_STATE_GONE ||
	    (before >= AGENT_STATE_LIVE && now >= AGENT_STATE_LIVE))
		return;
	title = words_make_title(alerts->agent);
	details = words_make_details(alerts->agent);
	if (title && details)
		show(alerts, NOTIFY_PLACE_CHANGE, title, details, NULL);
	free(title);
	free(details);
}

static void on_changed(struct agent *agent, void *userdata)
{
	struct alerts *alerts = userdata;

	(void)agent;
	check_change(alerts);
	check_listening(alerts);
	check_speaking(alerts);
}

int alerts_start(struct alerts **result, struct agent *agent, const struct agent_config *config,
		 struct notify *notify)
{
	struct alerts *alerts = calloc(1, sizeof(*alerts));

	if (!alerts)
		return -ENOMEM;
	*alerts = (struct alerts){ .agent = agent, .config = *config, .notify = notify,
				   .shown = agent->state, .listener = { on_changed, alerts, NULL } };
	agent_listen(agent, &alerts->listener);
	*result = alerts;
	return 0;
}

void alerts_stop(struct alerts *alerts)
{
	if (!alerts)
		return;
	agent_unlisten(alerts->agent, &alerts->listener);
	json_decref(alerts->known);
	free(alerts);
}
