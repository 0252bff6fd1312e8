/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The virtual microphone in the sound server, see source.h. All of it waits
 * for the server's answers; other events are served meanwhile.
 */
#include "source.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "log.h"
#include "names.h"

#define DEFAULT_TRIES 20
#define DEFAULT_PAUSE_NS 250000000LL

/* What a question to the server brought; the callbacks fill it. */
struct answer {
	struct source *source;
	char default_source[256];
	uint32_t index;
	bool success;
};

static void on_server(pa_context *context, const pa_server_info *info, void *userdata)
{
	struct answer *answer = userdata;

	(void)context;
	if (info && info->default_source_name)
		snprintf(answer->default_source, sizeof answer->default_source, "%s",
			 info->default_source_name);
}

static void on_sink(pa_context *context, const pa_sink_info *info, int end, void *userdata)
{
	struct answer *answer = userdata;

	(void)context;
	if (end || !info)
		return;
	answer->source->sink = info->index;
	answer->source->monitor = info->monitor_source;
	answer->source->sink_module = info->owner_module;
}

static void on_dummy(pa_context *context, const pa_sink_info *info, int end, void *userdata)
{
	struct answer *answer = userdata;

	(void)context;
	if (!end && info)
		answer->source->dummy_module = info->owner_module;
}

static void on_source(pa_context *context, const pa_source_info *info, int end, void *userdata)
{
	struct answer *answer = userdata;
	const char *previous;

	(void)context;
	if (end || !info)
		return;
	previous = pa_proplist_gets(info->proplist, SESSION_PREVIOUS);
	answer->source->source = info->index;
	answer->source->source_module = info->owner_module;
	snprintf(answer->source->previous, sizeof answer->source->previous, "%s",
		 previous ? previous : "");
}

static void on_index(pa_context *context, uint32_t index, void *userdata)
{
	struct answer *answer = userdata;

	(void)context;
	answer->index = index;
}

static void on_success(pa_context *context, int success, void *userdata)
{
	struct answer *answer = userdata;

	(void)context;
	answer->success = success;
}

/* What there is now, from whatever time. */
static int find(struct source *source, struct server *server)
{
	struct answer answer = { .source = source };
	int error;

	*source = (struct source){
		.sink = PA_INVALID_INDEX, .monitor = PA_INVALID_INDEX, .source = PA_INVALID_INDEX,
		.sink_module = PA_INVALID_INDEX, .source_module = PA_INVALID_INDEX,
		.dummy_module = PA_INVALID_INDEX,
	};
	error = server_wait(server, pa_context_get_sink_info_by_name(server->context,
						SESSION_SINK, on_sink, &answer));
	if (!error)
		error = server_wait(server, pa_context_get_source_info_by_name(server->context,
						SESSION_SOURCE, on_source, &answer));
	if (!error)
		error = server_wait(server, pa_context_get_sink_info_by_name(server->context,
						SESSION_DUMMY, on_dummy, &answer));
	return error;
}

static int load(struct server *server, const char *module, const char *argument)
{
	struct answer answer = { .index = PA_INVALID_INDEX };
	int error = server_wait(server, pa_context_load_module(server->context, module, argument,
							       on_index, &answer));

	if (!error && answer.index == PA_INVALID_INDEX)
		error = -ENOSYS;
	if (error && error != -ECANCELED)
		log_error("sound server: cannot load %s: %s", module,
			  error == -ENOSYS ? pa_strerror(pa_context_errno(server->context))
					   : strerror(-error));
	return error;
}

static int unload(struct server *server, uint32_t module)
{
	struct answer answer = { .success = false };
	int error;

	if (module == PA_INVALID_INDEX)
		return 0;
	error = server_wait(server, pa_context_unload_module(server->context, module, on_success,
							     &answer));
	return error ? error : answer.success ? 0 : -EIO;
}

/*
 * norewinds: PulseAudio's null sink would otherwise hold back up to two
 * seconds of its monitor, for the case that a player changes its mind.
 * PipeWire's ignores the word.
 */
static int load_sink(struct server *server)
{
	return load(server, "module-null-sink",
		    "sink_name=" SESSION_SINK " format=float32le rate=48000 channels=2"
		    " channel_map=front-left,front-right norewinds=1"
		    " sink_properties=\"device.description='" SESSION_SOURCE_TITLE " (feed)'"
		    " device.icon_name='audio-input-microphone'\"");
}

static int load_source(struct server *server, const char *previous)
{
	char argument[768];

	/* a name that needs quoting would break out of the property list: do without it */
	if (strpbrk(previous, "'\"\\ \t\n"))
		previous = "";
	snprintf(argument, sizeof argument,
		 "master=" SESSION_SINK ".monitor source_name=" SESSION_SOURCE
		 " channels=2 channel_map=front-left,front-right"
		 " master_channel_map=front-left,front-right remix=no"
		 " source_properties=\"device.description='" SESSION_SOURCE_TITLE "'"
		 " device.icon_name='audio-input-microphone' " SESSION_PREVIOUS "='%s'\"",
		 previous);
	return load(server, "module-remap-source", argument);
}

static int get_default(struct server *server, char *name, size_t size)
{
	struct answer answer = { .source = NULL };
	int error = server_wait(server, pa_context_get_server_info(server->context, on_server,
								   &answer));

	snprintf(name, size, "%s", answer.default_source);
	return error;
}

static int select_default(struct server *server, const char *name)
{
	struct answer answer = { .success = false };
	int error = server_wait(server, pa_context_set_default_source(server->context, name,
								      on_success, &answer));

	return error ? error : answer.success ? 0 : -ENOENT;
}

/* PipeWire refuses as long as its session manager has not come up. */
static int select_default_patiently(struct server *server, const char *name)
{
	int error = select_default(server, name);

	for (int tries = 0; error == -ENOENT && tries < DEFAULT_TRIES; tries++) {
		int64_t until = server_now_ns() + DEFAULT_PAUSE_NS;

		while ((error = server_turn(server, until)) == 0)
			;
		if (error == -ETIMEDOUT)
			error = select_default(server, name);
	}
	return error;
}

static int make_new(struct source *source, struct server *server, bool set_default)
{
	char previous[sizeof source->previous];
	int error = get_default(server, previous, sizeof previous);

	if (error)
		return error;
	if (strcmp(previous, SESSION_SOURCE) == 0 ||
	    strcmp(previous, SESSION_SINK ".monitor") == 0)
		previous[0] = '\0';
	if (source->sink == PA_INVALID_INDEX)
		error = load_sink(server);
	if (!error)
		error = load_source(server, previous);
	if (!error)
		error = find(source, server);
	if (!error && (source->sink == PA_INVALID_INDEX || source->source == PA_INVALID_INDEX))
		error = -EIO;
	if (!error && set_default && select_default_patiently(server, SESSION_SOURCE))
		log_warning("sound server: refused to make \"" SESSION_SOURCE_TITLE
			    "\" the default source");
	return error;
}

int source_make(struct source *source, struct server *server, bool set_default)
{
	int error = find(source, server);

	if (error)
		return error;
	source->found = source->sink != PA_INVALID_INDEX && source->source != PA_INVALID_INDEX;
	if (source->found)
		return 0;
	if (source->source != PA_INVALID_INDEX) {	/* its sink is gone: it would stay silent */
		error = unload(server, source->source_module);
		if (error)
			return error;
	}
	return make_new(source, server, set_default);
}

int source_remove(struct source *source, struct server *server)
{
	char name[sizeof source->previous];
	int error = find(source, server);

	if (!error)
		error = get_default(server, name, sizeof name);
	if (error)
		return error;
	if (source->previous[0] && strcmp(name, SESSION_SOURCE) == 0)
		select_default(server, source->previous);	/* it may have been unplugged */
	error = unload(server, source->source_module);
	if (!error)
		error = unload(server, source->sink_module);
	if (!error)
		error = unload(server, source->dummy_module);
	return error;
}
