/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the sound-server side tells: warnings to the agent, the list on the
 * session bus, and who un-muted in vain. A report waits for the moment in
 * which a key may explain it, and comes at most every REPORT_PAUSE_US.
 */
#include "server_private.h"

#include <stdio.h>
#include <string.h>

#include "../daemon/text.h"
#include "log.h"
#include "names.h"

#define REPORT_PAUSE_US 5000000

unsigned server_name_recorders(const struct server *server, const struct server_source *source,
			       char *names, size_t size)
{
	unsigned count = 0;
	size_t used = 0;

	*names = '\0';
	for (unsigned i = 0; i < server->now.recorder_count; i++) {
		const struct server_recorder *recorder = &server->now.recorders[i];

		if (recorder->source != source->index || recorder->meter || recorder->ours)
			continue;
		if (used < size)
			used += (size_t)snprintf(names + used, size - used, "%s%s", count ? ", " : "",
						 recorder->program);
		count++;
	}
	return count;
}

static void deliver(struct server *server)
{
	unsigned times = server->refused;

	server->refused = 0;
	server->reported_us = server_now_us();
	log_notice("\"%s\" was un-muted in the sound server %u time%s, and is muted again"
		   " (connected: %s)", server->refused_title, times, times == 1 ? "" : "s",
		   server->programs);
	if (server->on_refused)
		server->on_refused(server->userdata, server->refused_title, times, server->programs);
	if (server->object)
		sd_bus_emit_signal(server->agent->session, AGENT_OBJECT, AGENT_INTERFACE, "Refused",
				   "sus", server->refused_title, times, server->programs);
}

static void on_client(pa_context *context, const pa_client_info *info, int end, void *userdata)
{
	struct server *server = userdata;
	size_t used = strlen(server->programs);
	char name[64];
	const char *id;

	(void)context;
	if (end) {
		if (server->refused)
			deliver(server);
		return;
	}
	id = pa_proplist_gets(info->proplist, PA_PROP_APPLICATION_ID);
	if (!info->name || (id && !strcmp(id, BUS_NAME)))
		return;
	text_clean(name, sizeof(name), info->name, strlen(info->name));
	if (strstr(server->programs, name) || used + strlen(name) + 3 > sizeof(server->programs))
		return;
	snprintf(server->programs + used, sizeof(server->programs) - used, "%s%s", used ? ", " : "", name);
}

static int on_report(sd_event_source *source, uint64_t usec, void *userdata)
{
	struct server *server = userdata;
	pa_context *context = server_link_context(server->link);
	pa_operation *operation;

	(void)source;
	(void)usec;
	server->programs[0] = '\0';
	operation = context ? pa_context_get_client_info_list(context, on_client, server) : NULL;
	if (operation)
		pa_operation_unref(operation);
	return 0;
}

void server_report_refused(struct server *server, const struct server_source *source)
{
	int64_t wait_us = server->reported_us + REPORT_PAUSE_US - server_now_us();

	snprintf(server->refused_title, sizeof(server->refused_title), "%s", source->title);
	if (server->refused++)
		return;
	if (!server->reported_us || wait_us < MIRROR_MOMENT_US)
		wait_us = MIRROR_MOMENT_US;
	sd_event_source_set_time_relative(server->report_timer, (uint64_t)wait_us);
	sd_event_source_set_enabled(server->report_timer, SD_EVENT_ONESHOT);
}

void server_report_forgive(struct server *server)
{
	server->refused = 0;
	sd_event_source_set_enabled(server->report_timer, SD_EVENT_OFF);
}

/* ---- what stands beside hardmute ---- */

static bool is_silenced(const struct server_source *source)
{
	return source->muted && !source->mirror.asked;
}

static json_t *list_recorders(const struct server *server, const struct server_source *source)
{
	json_t *readers = json_array();

	for (unsigned i = 0; i < server->now.recorder_count; i++) {
		const struct server_recorder *recorder = &server->now.recorders[i];

		if (recorder->source == source->index && !recorder->meter && !recorder->ours)
			json_array_append_new(readers, json_string(recorder->program));
	}
	return readers;
}

static json_t *describe(const struct server *server, const struct server_source *source)
{
	char name[SERVER_NAME_BYTES];

	text_clean(name, sizeof(name), source->name, strlen(source->name));
	return json_pack("{s:s, s:s, s:s, s:b, s:o}", "name", name, "title", source->title,
			 "kind", server_source_word(source), "silenced", is_silenced(source),
			 "readers", list_recorders(server, source));
}

static json_t *warn(const struct server *server, const struct server_source *source)
{
	char names[160], text[512];

	if (!server_name_recorders(server, source, names, sizeof(names)) && is_silenced(source))
		return NULL;
	if (!*names)
		snprintf(text, sizeof(text), "%s (%s) does not go through hardmute", source->title,
			 server_source_word(source));
	else if (is_silenced(source))
		snprintf(text, sizeof(text), "%s records from %s (%s), which only the sound server mutes",
			 names, source->title, server_source_word(source));
	else
		snprintf(text, sizeof(text), "%s records from %s (%s), which does not go through hardmute",
			 names, source->title, server_source_word(source));
	return json_string(text);
}

static bool replace(json_t **old, json_t *new)
{
	if (json_equal(*old, new)) {
		json_decref(new);
		return false;
	}
	json_decref(*old);
	*old = new;
	return true;
}

/* Only a mute can be stood against. */
void server_report_view(struct server *server)
{
	json_t *warnings = json_array(), *ungated = json_array(), *warning;
	char names[8];

	for (unsigned i = 0; i < server->now.count; i++) {
		const struct server_source *source = &server->now.sources[i];

		if (source->kind != SERVER_SOURCE_UNGATED ||
		    (source->fed && !server_name_recorders(server, source, names, sizeof(names))))
			continue;
		json_array_append_new(ungated, describe(server, source));
		warning = server->world.hard == MIRROR_HARD_MUTED ? warn(server, source) : NULL;
		if (warning)
			json_array_append_new(warnings, warning);
	}
	if (replace(&server->ungated, ungated) && server->object)
		sd_bus_emit_properties_changed(server->agent->session, AGENT_OBJECT, AGENT_INTERFACE,
					       "Ungated", NULL);
	if (!replace(&server->warnings, warnings))
		return;
	agent_set_warnings(server->agent, json_copy(server->warnings));
	if (server->object)
		sd_bus_emit_properties_changed(server->agent->session, AGENT_OBJECT, AGENT_INTERFACE,
					       "Warnings", NULL);
}

/* ---- the session bus ---- */

static int append_texts(sd_bus_message *reply, const json_t *texts)
{
	const json_t *text;
	size_t i;
	int error;

	error = sd_bus_message_open_container(reply, 'a', "s");
	json_array_foreach(texts, i, text)
		if (error >= 0)
			error = sd_bus_message_append(reply, "s", json_string_value(text));
	return error < 0 ? error : sd_bus_message_close_container(reply);
}

static int append_source(sd_bus_message *reply, const json_t *source)
{
	int error;

	error = sd_bus_message_open_container(reply, 'a', "{sv}");
	if (error >= 0)
		error = sd_bus_message_append(reply, "{sv}{sv}{sv}{sv}",
			"Name", "s", json_string_value(json_object_get(source, "name")),
			"Title", "s", json_string_value(json_object_get(source, "title")),
			"Kind", "s", json_string_value(json_object_get(source, "kind")),
			"Silenced", "b", (int)json_is_true(json_object_get(source, "silenced")));
	if (error >= 0)
		error = sd_bus_message_open_container(reply, 'e', "sv");
	if (error >= 0)
		error = sd_bus_message_append(reply, "s", "Readers");
	if (error >= 0)
		error = sd_bus_message_open_container(reply, 'v', "as");
	if (error >= 0)
		error = append_texts(reply, json_object_get(source, "readers"));
	for (int i = 0; i < 3 && error >= 0; i++)
		error = sd_bus_message_close_container(reply);
	return error;
}

static int get_ungated(sd_bus *bus, const char *path, const char *interface, const char *property,
		       sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	const struct server *server = userdata;
	const json_t *source;
	size_t i;
	int number;

	(void)bus;
	(void)path;
	(void)interface;
	(void)property;
	(void)error;
	number = sd_bus_message_open_container(reply, 'a', "a{sv}");
	json_array_foreach(server->ungated, i, source)
		if (number >= 0)
			number = append_source(reply, source);
	return number < 0 ? number : sd_bus_message_close_container(reply);
}

static int get_warnings(sd_bus *bus, const char *path, const char *interface, const char *property,
			sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	const struct server *server = userdata;

	(void)bus;
	(void)path;
	(void)interface;
	(void)property;
	(void)error;
	return append_texts(reply, server->warnings);
}

static const sd_bus_vtable vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_PROPERTY("Ungated", "aa{sv}", get_ungated, 0, SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	SD_BUS_PROPERTY("Warnings", "as", get_warnings, 0, SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	SD_BUS_SIGNAL("Refused", "sus", 0),
	SD_BUS_VTABLE_END
};

int server_report_start(struct server *server)
{
	int error;

	server->warnings = json_array();
	server->ungated = json_array();
	error = sd_event_add_time_relative(server->agent->event, &server->report_timer,
					   CLOCK_MONOTONIC, 0, 1000, on_report, server);
	if (error < 0)
		return error;
	sd_event_source_set_enabled(server->report_timer, SD_EVENT_OFF);
	if (!server->agent->session)
		return 0;
	return sd_bus_add_object_vtable(server->agent->session, &server->object, AGENT_OBJECT,
					AGENT_INTERFACE, vtable, server);
}

void server_report_stop(struct server *server)
{
	sd_bus_slot_unref(server->object);
	sd_event_source_disable_unref(server->report_timer);
	json_decref(server->warnings);
	json_decref(server->ungated);
}
