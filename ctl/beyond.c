/* SPDX-License-Identifier: GPL-2.0-or-later */
/* See beyond.h. */
#include "beyond.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <systemd/sd-bus.h>

#include "../daemon/text.h"
#include "names.h"
#include "value.h"

#define ANSWER_TIMEOUT_US 1000000
#define PROVEN "muted, proven"

static json_t *ask_agent(sd_bus *bus)
{
	sd_bus_message *call = NULL, *reply = NULL;
	json_t *answer = NULL;
	int error;

	error = sd_bus_message_new_method_call(bus, &call, AGENT_BUS_NAME, AGENT_OBJECT,
					       "org.freedesktop.DBus.Properties", "GetAll");
	if (error >= 0)
		error = sd_bus_message_append(call, "s", AGENT_INTERFACE);
	if (error >= 0)
		error = sd_bus_message_set_auto_start(call, false);
	if (error >= 0)
		error = sd_bus_call(bus, call, ANSWER_TIMEOUT_US, NULL, &reply);
	if (error >= 0)
		answer = value_read(reply);
	sd_bus_message_unref(call);
	sd_bus_message_unref(reply);
	return answer;
}

json_t *beyond_fetch(void)
{
	json_t *answer = NULL;
	sd_bus *bus = NULL;

	if (sd_bus_open_user(&bus) >= 0)
		answer = ask_agent(bus);
	sd_bus_close_unref(bus);
	if (json_is_array(json_object_get(answer, "ungated")) &&
	    json_is_array(json_object_get(answer, "warnings")))
		return answer;
	json_decref(answer);
	return NULL;
}

static const char *first_warning(const json_t *beyond)
{
	return json_string_value(json_array_get(json_object_get(beyond, "warnings"), 0));
}

/* "Headset (Bluetooth), Studio (network)" */
static void name_all(const json_t *ungated, char *text, size_t size)
{
	const json_t *source;
	size_t i, used = 0;

	*text = '\0';
	json_array_foreach(ungated, i, source) {
		const char *title = json_string_value(json_object_get(source, "title"));
		const char *kind = json_string_value(json_object_get(source, "kind"));

		if (used < size)
			used += (size_t)snprintf(text + used, size - used, "%s%s (%s)", i ? ", " : "",
						 title ? title : "?", kind ? kind : "?");
	}
}

static json_t *make_check(const json_t *beyond, const char *state)
{
	const char *warning = first_warning(beyond), *result = "ok";
	char names[256], detail[400], clean[400];
	bool live = state && strcmp(state, "muted");

	name_all(json_object_get(beyond, "ungated"), names, sizeof(names));
	if (warning) {
		result = "bad";
		snprintf(detail, sizeof(detail), "%s", warning);
	} else if (!*names) {
		result = "not-applicable";
		snprintf(detail, sizeof(detail), "the sound server has no microphone beside hardmute's");
	} else if (live) {
		result = "not-applicable";
		snprintf(detail, sizeof(detail), "beside hardmute, and live as well: %s", names);
	} else {
		snprintf(detail, sizeof(detail), "muted in the sound server, which any program can undo: %s",
			 names);
	}
	text_clean(clean, sizeof(clean), detail, strlen(detail));
	return json_pack("{ss,ss,ss,ss}", "id", "other-sources", "layer", "session", "result", result,
			 "detail", clean);
}

void beyond_join(json_t *status, const json_t *beyond)
{
	const char *verdict = json_string_value(json_object_get(status, "verdict"));
	const char *warning = first_warning(beyond);
	char clean[256], worse[512];

	if (!beyond)
		return;
	if (warning) {	/* whoever it comes from, a terminal must not be steered by it */
		text_clean(clean, sizeof(clean), warning, strlen(warning));
		warning = clean;
	}
	json_object_set(status, "ungated", json_object_get(beyond, "ungated"));
	json_array_append_new(json_object_get(status, "evidence"),
			      make_check(beyond, json_string_value(json_object_get(status, "state"))));
	if (!warning || !verdict || strcmp(verdict, PROVEN))
		return;
	snprintf(worse, sizeof(worse), "muted, not proven: %s", warning);
	json_object_set_new(status, "verdict", json_string(worse));
}
