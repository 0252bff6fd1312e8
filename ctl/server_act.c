/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Does in the sound server what follows from a look or from the hard state:
 * flags first, because that is what stops sound; then recorders are moved,
 * then headsets' profiles, then sources that nobody records from are suspended.
 */
#include "server_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "request.h"

#define SLEEP_PAUSE_US 1000000	/* before a source that somebody woke up is suspended again */

/* A change on its way; source or recorder are looked up again when the answer comes. */
struct server_change {
	struct server *server;
	uint32_t index;
	struct server_change *next;
};

static struct server_source *find_source(struct server *server, uint32_t index)
{
	for (unsigned i = 0; i < server->now.count; i++)
		if (server->now.sources[i].index == index)
			return &server->now.sources[i];
	return NULL;
}

static struct server_source *find_name(struct server *server, const char *name)
{
	for (unsigned i = 0; i < server->now.count; i++)
		if (!strcmp(server->now.sources[i].name, name))
			return &server->now.sources[i];
	return NULL;
}

static bool is_muted(const struct server *server)
{
	return server->world.hard == MIRROR_HARD_MUTED;
}

/* NULL: no memory, or no server; then a later look does it. */
static struct server_change *make_change(struct server *server, uint32_t index)
{
	struct server_change *change = NULL;

	if (server_link_context(server->link))
		change = malloc(sizeof(*change));
	if (!change)
		return NULL;
	*change = (struct server_change){ .server = server, .index = index, .next = server->changes };
	server->changes = change;
	return change;
}

static void drop_change(struct server_change *change)
{
	for (struct server_change **at = &change->server->changes; *at; at = &(*at)->next)
		if (*at == change) {
			*at = change->next;
			break;
		}
	free(change);
}

void server_drop_changes(struct server *server)
{
	while (server->changes)
		drop_change(server->changes);
}

static void let_go(pa_operation *operation, struct server_change *change)
{
	if (operation)
		pa_operation_unref(operation);
	else
		drop_change(change);
}

/* Answered: what the server shows from now on counts. */
static void on_changed(pa_context *context, int success, void *userdata)
{
	struct server_change *change = userdata;
	struct server_source *source = find_source(change->server, change->index);

	(void)context;
	(void)success;
	if (source && source->busy) {
		source->busy--;
		source->serial = ++change->server->serial;
	}
	server_look(change->server);
	drop_change(change);
}

static struct server_change *change_source(struct server *server, struct server_source *source)
{
	struct server_change *change = make_change(server, source->index);

	if (change) {
		source->busy++;
		source->serial = ++server->serial;
	}
	return change;
}

static void set_flag(struct server *server, struct server_source *source, bool flag)
{
	pa_context *context = server_link_context(server->link);
	struct server_change *change = change_source(server, source);

	if (change)
		let_go(pa_context_set_source_mute_by_index(context, source->index, flag, on_changed,
							   change), change);
}

static void suspend(struct server *server, struct server_source *source, bool asleep)
{
	pa_context *context = server_link_context(server->link);
	struct server_change *change = change_source(server, source);

	if (!change)
		return;
	source->put_to_sleep = asleep;
	source->slept_us = server_now_us();
	if (asleep)
		server_memory_set(server->memory, SERVER_MEMORY_SLEEP, source->name, "");
	else
		server_memory_drop(server->memory, SERVER_MEMORY_SLEEP, source->name);
	let_go(pa_context_suspend_source_by_index(context, source->index, asleep, on_changed,
						  change), change);
}

/* ---- the flags ---- */

static void mute_hard(struct server *server, const struct server_source *source)
{
	log_notice("muted by the sound server's \"%s\"", source->title);
	if (request_mute(server->agent, NULL, NULL) < 0)
		log_warning("hardmuted cannot be asked to mute");
}

static void carry_out(struct server *server, struct server_source *source, unsigned actions)
{
	if (source->mirror.owner == MIRROR_OWNER_US)
		server_memory_set(server->memory, SERVER_MEMORY_FLAG, source->name, "");
	else if (!(actions & MIRROR_ACTION_CLEAR))	/* else it is dropped when it is seen clear */
		server_memory_drop(server->memory, SERVER_MEMORY_FLAG, source->name);
	if (actions & MIRROR_ACTION_MUTE)
		mute_hard(server, source);
	if (actions & (MIRROR_ACTION_SET | MIRROR_ACTION_CLEAR))
		set_flag(server, source, actions & MIRROR_ACTION_SET);
	if (actions & MIRROR_ACTION_REPORT)
		server_report_refused(server, source);
}

static void step(struct server *server, struct server_source *source, enum mirror_event_type type)
{
	struct mirror_event event = {
		.type = type,
		.flag = source->muted,
		.remembered = server_memory_get(server->memory, SERVER_MEMORY_FLAG, source->name),
		.now_us = server_now_us(),
	};

	if (server_source_is_mirrored(source))
		carry_out(server, source, mirror_step(&source->mirror, &server->world, &event));
}

/* What the look shows is older than the last change that was asked for. */
static bool is_old(const struct server *server, const struct server_source *source)
{
	return source->busy || source->serial > server->look_serial;
}

/* ---- recorders ---- */

/* Where they are moved to: the default source if it is gated, else any that is. */
static struct server_source *find_gated(struct server *server)
{
	struct server_source *best = NULL;

	for (unsigned i = 0; i < server->now.count; i++) {
		struct server_source *source = &server->now.sources[i];

		if (source->kind != SERVER_SOURCE_GATED && source->kind != SERVER_SOURCE_OURS)
			continue;
		if (!best || !strcmp(source->name, server->now.default_source))
			best = source;
	}
	return best;
}

static void on_moved(pa_context *context, int success, void *userdata)
{
	struct server_change *change = userdata;
	struct server *server = change->server;

	(void)context;
	for (unsigned i = 0; i < server->now.recorder_count; i++) {
		struct server_recorder *recorder = &server->now.recorders[i];

		if (recorder->index != change->index)
			continue;
		recorder->busy = false;
		recorder->stays |= !success;
		if (!success)
			recorder->from[0] = '\0';
	}
	drop_change(change);
	server_look(server);
}

static void move(struct server *server, struct server_recorder *recorder,
		 const struct server_source *to)
{
	pa_context *context = server_link_context(server->link);
	struct server_change *change = make_change(server, recorder->index);

	if (!change)
		return;
	recorder->busy = true;
	let_go(pa_context_move_source_output_by_index(context, recorder->index, to->index, on_moved,
						      change), change);
}

/* hardmuted's own stream stays where it is: it would hear itself. */
static bool can_move(const struct server_recorder *recorder)
{
	return !recorder->ours && !recorder->meter && !recorder->stays && !recorder->busy;
}

static void move_away(struct server *server)
{
	struct server_source *to = find_gated(server);

	for (unsigned i = 0; i < server->now.recorder_count && to; i++) {
		struct server_recorder *recorder = &server->now.recorders[i];
		struct server_source *from = find_source(server, recorder->source);

		if (!from || from->kind != SERVER_SOURCE_UNGATED || !can_move(recorder))
			continue;
		snprintf(recorder->from, sizeof(recorder->from), "%s", from->name);
		recorder->to = to->index;
		log_notice("%s is moved from \"%s\" to \"%s\" while muted", recorder->program,
			   from->title, to->title);
		move(server, recorder, to);
	}
}

static void move_back(struct server *server)
{
	for (unsigned i = 0; i < server->now.recorder_count; i++) {
		struct server_recorder *recorder = &server->now.recorders[i];
		struct server_source *from = *recorder->from ? find_name(server, recorder->from) : NULL;

		if (!*recorder->from)
			continue;
		/* the user may have put it elsewhere meanwhile; the move may not have been seen yet */
		if (from && (recorder->source == recorder->to || recorder->source == from->index))
			move(server, recorder, from);
		if (from || server->now.count)
			recorder->from[0] = '\0';
	}
}

/* ---- sleep and profiles ---- */

static bool has_recorders(const struct server *server, const struct server_source *source)
{
	for (unsigned i = 0; i < server->now.recorder_count; i++)
		if (server->now.recorders[i].source == source->index && !server->now.recorders[i].meter)
			return true;
	return false;
}

/* Only with a gated one for who records next: on a source that sleeps they would wait. */
static void suspend_idle(struct server *server)
{
	bool gated = find_gated(server);

	for (unsigned i = 0; i < server->now.count; i++) {
		struct server_source *source = &server->now.sources[i];

		if (source->kind != SERVER_SOURCE_UNGATED || source->fed || source->busy)
			continue;
		if (source->put_to_sleep && (source->suspended ||
		    server_now_us() - source->slept_us < SLEEP_PAUSE_US))
			continue;
		if (gated && !has_recorders(server, source))
			suspend(server, source, true);
	}
}

/* Muted: only those that have turned out to be gated. */
static void wake_up(struct server *server)
{
	for (unsigned i = 0; i < server->now.count; i++) {
		struct server_source *source = &server->now.sources[i];

		if (source->put_to_sleep &&
		    (!is_muted(server) || source->kind != SERVER_SOURCE_UNGATED))
			suspend(server, source, false);
	}
}

static void set_profile(struct server *server, const struct bluetooth_card *card, int profile)
{
	pa_context *context = server_link_context(server->link);
	pa_operation *operation;

	operation = context ? pa_context_set_card_profile_by_index(context, card->index,
				card->profiles[profile].name, NULL, NULL) : NULL;
	if (operation)
		pa_operation_unref(operation);
}

static void give_up_profile(struct server *server, struct bluetooth_card *card)
{
	int profile = bluetooth_choose(card);
	const char *before;
	char both[BLUETOOTH_NAME_BYTES];

	if (profile < 0 || !bluetooth_may_try(card, server_now_us()))
		return;
	before = card->profiles[card->active].name;
	snprintf(both, sizeof(both), "%.63s\t%.63s", before, card->profiles[profile].name);
	server_memory_set(server->memory, SERVER_MEMORY_PROFILE, card->name, both);
	log_notice("%s gives up its microphone while muted (%s)", card->title,
		   card->profiles[profile].name);
	set_profile(server, card, profile);
	card->active = profile;		/* the next look shows what came of it */
}

static void take_profile(struct server *server, struct bluetooth_card *card)
{
	const char *both = server_memory_get(server->memory, SERVER_MEMORY_PROFILE, card->name);
	char before[BLUETOOTH_NAME_BYTES], *chosen;
	int profile;

	if (!both)
		return;
	snprintf(before, sizeof(before), "%s", both);
	chosen = strchr(before, '\t');
	if (!chosen)
		return;
	*chosen++ = '\0';
	profile = bluetooth_restore(card, before, chosen);
	server_memory_drop(server->memory, SERVER_MEMORY_PROFILE, card->name);
	card->tries = 0;
	if (profile >= 0)
		set_profile(server, card, profile);
}

/* What goes beside the flags. */
static void act_beside(struct server *server)
{
	if (server->world.hard == MIRROR_HARD_UNKNOWN)
		return;
	if (is_muted(server))
		move_away(server);
	else
		move_back(server);
	for (unsigned i = 0; i < server->now.card_count; i++)
		if (is_muted(server))
			give_up_profile(server, &server->now.cards[i]);
		else
			take_profile(server, &server->now.cards[i]);
	if (is_muted(server))
		suspend_idle(server);
	wake_up(server);
}

void server_act_on_view(struct server *server)
{
	for (unsigned i = 0; i < server->now.count; i++)
		if (!is_old(server, &server->now.sources[i]))
			step(server, &server->now.sources[i], MIRROR_EVENT_SEEN);
	act_beside(server);
	server_memory_save(server->memory);
	server_report_view(server);
}

void server_act_on_hard(struct server *server)
{
	for (unsigned i = 0; i < server->now.count; i++)
		step(server, &server->now.sources[i], MIRROR_EVENT_HARD);
	act_beside(server);
	server_memory_save(server->memory);
	server_report_view(server);
}
