/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Asks the sound server what there is. The server only says that something has
 * changed, so each look asks for everything, in one go; while somebody fights
 * over a flag a look begins every LOOK_PAUSE_US at most.
 */
#include "server_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../daemon/config.h"
#include "../daemon/exempt.h"
#include "../daemon/text.h"
#include "log.h"
#include "names.h"

#define LOOK_PAUSE_US 20000

int64_t server_now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000ll + now.tv_nsec / 1000;
}

/* hardmuted names them, and so does hardmutectl check-config. */
static void ignore_mistake(void *userdata, const char *line)
{
	(void)userdata;
	(void)line;
}

/* As hardmute.conf has it, or by default where it cannot be read. */
static bool is_exempt(unsigned card)
{
	static struct config config;
	static bool loaded;

	if (!loaded && config_load(CONFIG_PATH, &config, ignore_mistake, NULL))
		config_defaults(&config);
	loaded = true;
	return exempt_has_card(config.exempt, "", card, NULL, 0);
}

static const struct server_source *find_source(const struct server_view *view, uint32_t index)
{
	for (unsigned i = 0; i < view->count; i++)
		if (view->sources[i].index == index)
			return &view->sources[i];
	return NULL;
}

static void keep_source(struct server_source *source, const struct server_source *old)
{
	source->mirror = old->mirror;
	source->serial = old->serial;
	source->busy = old->busy;
	source->put_to_sleep = old->put_to_sleep;
	source->slept_us = old->slept_us;
}

static void keep_sources(struct server *server)
{
	for (unsigned i = 0; i < server->next.count; i++) {
		struct server_source *source = &server->next.sources[i];
		const struct server_source *old = find_source(&server->now, source->index);

		if (old && !strcmp(old->name, source->name))
			keep_source(source, old);
		else
			source->put_to_sleep = server_memory_get(server->memory, SERVER_MEMORY_SLEEP,
								 source->name) != NULL;
	}
}

static void keep_recorders(struct server *server)
{
	for (unsigned i = 0; i < server->next.recorder_count; i++)
		for (unsigned j = 0; j < server->now.recorder_count; j++) {
			struct server_recorder *new = &server->next.recorders[i];
			const struct server_recorder *old = &server->now.recorders[j];

			if (new->index != old->index)
				continue;
			new->stays |= old->stays;
			new->busy = old->busy;
			new->to = old->to;
			memcpy(new->from, old->from, sizeof(new->from));
		}
}

static void keep_cards(struct server *server)
{
	for (unsigned i = 0; i < server->next.card_count; i++)
		for (unsigned j = 0; j < server->now.card_count; j++)
			if (!strcmp(server->next.cards[i].name, server->now.cards[j].name)) {
				server->next.cards[i].tries = server->now.cards[j].tries;
				server->next.cards[i].first_try_us = server->now.cards[j].first_try_us;
			}
}

void server_sort(struct server *server, struct server_view *view)
{
	struct server_source_rules rules = {
		.microphones = json_object_get(server->agent->status, "microphones"),
		.session = !strcmp(agent_get_text(server->agent, "mode"), "session"),
		.is_exempt = is_exempt,
	};

	server_source_sort(view->sources, view->count, &rules);
	for (unsigned i = 0; i < view->count; i++) {
		struct server_source *source = &view->sources[i];

		source->mirror.button = source->kind == SERVER_SOURCE_OURS ||
					!strcmp(source->name, view->default_source);
		for (unsigned j = 0; j < view->recorder_count; j++)
			source->fed |= view->recorders[j].ours &&
				       view->recorders[j].source == source->index;
	}
}

/* ---- cards that got lost ---- */

static void on_module(pa_context *context, const pa_module_info *info, int end, void *userdata)
{
	struct server *server = userdata;

	(void)context;
	if (!end && info->argument && info->name && !strcmp(info->name, SERVER_LOST_MODULE))
		server_lost_learn(&server->lost, info->index, info->argument);
}

static void see_alsa_card(struct server *server, const pa_card_info *info)
{
	const char *number = pa_proplist_gets(info->proplist, "alsa.card");
	pa_operation *operation;

	if (!number || info->owner_module == PA_INVALID_INDEX ||
	    !server_lost_see(&server->lost, atoi(number), info->owner_module))
		return;
	operation = pa_context_get_module_info(server_link_context(server->link), info->owner_module,
					       on_module, server);
	if (operation)
		pa_operation_unref(operation);
}

void server_bring_back(struct server *server)
{
	pa_context *context = server_link_context(server->link);
	const json_t *microphones = json_object_get(server->agent->status, "microphones");
	const struct server_lost_card *card;
	pa_operation *operation;
	int64_t wait_us = -1;

	while (context && (card = server_lost_next(&server->lost, microphones, server_now_us(),
						   &wait_us))) {
		log_notice("card %d is gone from the sound server but not from the computer: "
			   "brought back", card->number);
		operation = pa_context_load_module(context, SERVER_LOST_MODULE, card->arguments, NULL,
						   NULL);
		if (operation)
			pa_operation_unref(operation);
	}
	if (wait_us < 0)
		return;
	sd_event_source_set_time_relative(server->lost_timer, (uint64_t)wait_us);
	sd_event_source_set_enabled(server->lost_timer, SD_EVENT_ONESHOT);
}

static int on_lost(sd_event_source *source, uint64_t usec, void *userdata)
{
	(void)source;
	(void)usec;
	server_bring_back(userdata);
	return 0;
}

static void finish_look(struct server *server)
{
	server_lost_end(&server->lost, server_now_us());
	server_bring_back(server);
	keep_sources(server);
	keep_recorders(server);
	keep_cards(server);
	server_sort(server, &server->next);
	memcpy(&server->now, &server->next, sizeof(server->now));
	server_act_on_view(server);
	if (server->again)
		server_look(server);
}

/* One of a look's questions has been answered. */
static void take_answer(struct server *server)
{
	if (server->waiting && !--server->waiting)
		finish_look(server);
}

static void on_info(pa_context *context, const pa_server_info *info, void *userdata)
{
	struct server *server = userdata;

	(void)context;
	if (info && info->default_source_name)
		snprintf(server->next.default_source, sizeof(server->next.default_source), "%s",
			 info->default_source_name);
	take_answer(server);
}

static void on_source(pa_context *context, const pa_source_info *info, int end, void *userdata)
{
	struct server *server = userdata;

	(void)context;
	if (end)
		take_answer(server);
	else if (server->next.count < SERVER_SOURCES_MAX)
		server_source_read(&server->next.sources[server->next.count++], info);
}

static const char *get(const pa_proplist *properties, const char *key)
{
	const char *value = pa_proplist_gets(properties, key);

	return value ? value : "";
}

static void read_recorder(struct server_recorder *recorder, const pa_source_output_info *info)
{
	static const char *const keys[] = {
		PA_PROP_APPLICATION_NAME, PA_PROP_APPLICATION_PROCESS_BINARY, "node.name",
	};
	const char *program = "";

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]) && !*program; i++)
		program = get(info->proplist, keys[i]);
	*recorder = (struct server_recorder){
		.index = info->index,
		.source = info->source,
		.ours = !strcmp(get(info->proplist, PA_PROP_APPLICATION_ID), BUS_NAME),
		.meter = info->resample_method && !strcmp(info->resample_method, "peaks"),
	};
	/* a filter of the server's own, or one that is played back at once */
	recorder->stays = info->client == PA_INVALID_INDEX;
	if (!*program)
		program = info->name ? info->name : "?";
	text_clean(recorder->program, sizeof(recorder->program), program, strlen(program));
}

static void on_recorder(pa_context *context, const pa_source_output_info *info, int end,
			void *userdata)
{
	struct server *server = userdata;
	struct server_view *view = &server->next;

	(void)context;
	if (end)
		take_answer(server);
	else if (view->recorder_count < SERVER_RECORDERS_MAX)
		read_recorder(&view->recorders[view->recorder_count++], info);
}

static void read_card(struct bluetooth_card *card, const pa_card_info *info)
{
	const char *title = get(info->proplist, PA_PROP_DEVICE_DESCRIPTION);

	*card = (struct bluetooth_card){ .index = info->index, .active = -1 };
	snprintf(card->name, sizeof(card->name), "%s", info->name);
	if (!*title)
		title = info->name;
	text_clean(card->title, sizeof(card->title), title, strlen(title));
	for (unsigned i = 0; i < info->n_profiles && i < BLUETOOTH_PROFILES_MAX; i++) {
		const pa_card_profile_info2 *from = info->profiles2[i];
		struct bluetooth_profile *profile = &card->profiles[card->count];

		*profile = (struct bluetooth_profile){
			.sinks = from->n_sinks, .sources = from->n_sources,
			.priority = from->priority, .available = from->available != 0,
		};
		snprintf(profile->name, sizeof(profile->name), "%s", from->name);
		if (info->active_profile2 && !strcmp(info->active_profile2->name, from->name))
			card->active = (int)card->count;
		card->count++;
	}
}

static bool is_bluetooth(const pa_card_info *info)
{
	return !strncmp(info->name, "bluez_card", 10) ||
	       !strcmp(get(info->proplist, PA_PROP_DEVICE_BUS), "bluetooth") ||
	       !strncmp(get(info->proplist, PA_PROP_DEVICE_API), "bluez", 5);
}

static void on_card(pa_context *context, const pa_card_info *info, int end, void *userdata)
{
	struct server *server = userdata;

	(void)context;
	if (end)
		take_answer(server);
	else if (!is_bluetooth(info))
		see_alsa_card(server, info);
	else if (server->next.card_count < SERVER_CARDS_MAX)
		read_card(&server->next.cards[server->next.card_count++], info);
}

static void ask(struct server *server, pa_operation *operation)
{
	if (!operation)
		return;
	server->waiting++;
	pa_operation_unref(operation);
}

/* Sources last: by then it is known who records, and what is the default. */
static void begin_look(struct server *server)
{
	pa_context *context = server_link_context(server->link);

	if (!context)
		return;
	server->again = false;
	server->look_serial = server->serial;
	server->looked_us = server_now_us();
	memset(&server->next, 0, sizeof(server->next));
	server_lost_begin(&server->lost);
	ask(server, pa_context_get_server_info(context, on_info, server));
	ask(server, pa_context_get_card_info_list(context, on_card, server));
	ask(server, pa_context_get_source_output_info_list(context, on_recorder, server));
	ask(server, pa_context_get_source_info_list(context, on_source, server));
}

static int on_look(sd_event_source *source, uint64_t usec, void *userdata)
{
	struct server *server = userdata;

	(void)source;
	(void)usec;
	if (!server->waiting)
		begin_look(server);
	return 0;
}

int server_start_looks(struct server *server)
{
	int error = sd_event_add_time_relative(server->agent->event, &server->look_timer,
					       CLOCK_MONOTONIC, 0, 1000, on_look, server);

	if (error >= 0)
		error = sd_event_source_set_enabled(server->look_timer, SD_EVENT_OFF);
	if (error >= 0)
		error = sd_event_add_time_relative(server->agent->event, &server->lost_timer,
						   CLOCK_MONOTONIC, 0, 100000, on_lost, server);
	server_lost_init(&server->lost, "/dev/snd");
	return error < 0 ? error : sd_event_source_set_enabled(server->lost_timer, SD_EVENT_OFF);
}

void server_look(struct server *server)
{
	int64_t since_us = server_now_us() - server->looked_us;
	int enabled = SD_EVENT_OFF;

	server->again = true;
	sd_event_source_get_enabled(server->look_timer, &enabled);
	if (server->waiting || enabled != SD_EVENT_OFF || !server_link_context(server->link))
		return;
	if (since_us >= LOOK_PAUSE_US) {
		begin_look(server);
		return;
	}
	sd_event_source_set_time_relative(server->look_timer, (uint64_t)(LOOK_PAUSE_US - since_us));
	sd_event_source_set_enabled(server->look_timer, SD_EVENT_ONESHOT);
}

void server_forget(struct server *server)
{
	server_drop_changes(server);
	server_lost_forget(&server->lost);
	sd_event_source_set_enabled(server->lost_timer, SD_EVENT_OFF);
	memset(&server->now, 0, sizeof(server->now));
	memset(&server->next, 0, sizeof(server->next));
	server->waiting = 0;
	server->again = false;
	server->looked_us = 0;
	sd_event_source_set_enabled(server->look_timer, SD_EVENT_OFF);
}
