/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Builds the whole menu anew; who shows it compares. */
#include "menu.h"

#include <stdint.h>
#include <stdlib.h>

#include "words.h"

#define MINUTE_US (60 * 1000000ull)

uint64_t menu_get_limit(int id)
{
	switch (id) {
	case MENU_ID_15_MINUTES: return 15 * MINUTE_US;
	case MENU_ID_30_MINUTES: return 30 * MINUTE_US;
	case MENU_ID_1_HOUR: return 60 * MINUTE_US;
	default: return 0;
	}
}

static json_t *add(json_t *items, int id, const char *label, bool enabled)
{
	json_t *item = json_pack("{si,ss,sb}", "id", id, "label", label ? label : "", "enabled",
				 (int)enabled);

	json_array_append_new(items, item);
	return item;
}

/* A label that has to be freed. */
static void add_made(json_t *items, int id, char *label)
{
	add(items, id, label, false);
	free(label);
}

static json_t *add_children(json_t *item)
{
	json_t *children = json_array();

	json_object_set_new(item, "children", children);
	return children;
}

static void add_separator(json_t *items, int number)
{
	json_array_append_new(items, json_pack("{si,ss}", "id", MENU_ID_SEPARATORS + number, "type",
					       "separator"));
}

static void add_state(json_t *items, const struct agent *agent)
{
	json_t *warning;
	size_t i;

	add_made(items, MENU_ID_STATE, words_make_title(agent));
	json_array_foreach(agent->warnings, i, warning)
		add(items, MENU_ID_FIRST_WARNING + (int)i, json_string_value(warning), false);
}

/* "..." is a question to come. */
static void add_requests(json_t *items, const struct agent *agent)
{
	json_t *times;

	if (agent_is_live(agent)) {
		add(items, MENU_ID_MUTE, "Mute", true);
		return;
	}
	add(items, MENU_ID_UNMUTE, "Unmute…", agent_is_muted(agent));
	times = add_children(add(items, MENU_ID_UNMUTE_FOR, "Unmute for", agent_is_muted(agent)));
	add(times, MENU_ID_15_MINUTES, "15 minutes…", true);
	add(times, MENU_ID_30_MINUTES, "30 minutes…", true);
	add(times, MENU_ID_1_HOUR, "1 hour…", true);
}

static void add_listeners(json_t *items, const struct agent *agent)
{
	const json_t *readers = json_object_get(agent->status, "readers");
	json_t *reader;
	size_t i;

	add(items, MENU_ID_LISTENERS, json_array_size(readers) ? "Who listens:" : "Nobody listens", false);
	json_array_foreach(readers, i, reader)
		add_made(items, MENU_ID_FIRST_LISTENER + (int)i,
			 words_name_reader(reader, agent_is_muted(agent)));
}

static void add_microphones(json_t *items, const struct agent *agent)
{
	const json_t *microphones = json_object_get(agent->status, "microphones");
	json_t *microphone, *children;
	size_t i;

	if (!json_array_size(microphones)) {
		add(items, MENU_ID_MICROPHONES, "No microphone", false);
		return;
	}
	children = add_children(add(items, MENU_ID_MICROPHONES, "Microphones", true));
	json_array_foreach(microphones, i, microphone)
		add_made(children, MENU_ID_FIRST_MICROPHONE + (int)i, words_name_microphone(microphone));
}

json_t *menu_make(const struct agent *agent, bool verifying)
{
	json_t *root = json_pack("{si,s[]}", "id", MENU_ID_ROOT, "children"), *items;

	items = json_object_get(root, "children");
	add_state(items, agent);
	add_separator(items, 1);
	add_requests(items, agent);
	add_separator(items, 2);
	if (agent->state != AGENT_STATE_GONE) {
		add_listeners(items, agent);
		add_microphones(items, agent);
		add_separator(items, 3);
	}
	add(items, MENU_ID_VERIFY, verifying ? "Verifying…" : "Verify now", !verifying);
	add(items, MENU_ID_QUIT, "Quit", true);
	return root;
}
