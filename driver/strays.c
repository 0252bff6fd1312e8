/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Players in the wrong sink, see strays.h. Runs in callbacks of the loop: one
 * look is a list of sinks, then a list of players, then what follows from both.
 */
#include "strays.h"

#include <string.h>

#include "log.h"
#include "names.h"

static void let_go(struct strays *strays, pa_operation *operation)
{
	if (operation)
		pa_operation_unref(operation);
	else
		strays->asking = false;
}

static void ignore(pa_context *context, int success, void *userdata)
{
	(void)context;
	(void)success;
	(void)userdata;
}

static void finish(struct strays *strays)
{
	strays->asking = false;
	if (strays->again)
		strays_look(strays);
}

static void on_dummy(pa_context *context, uint32_t module, void *userdata)
{
	struct strays *strays = userdata;

	(void)context;
	if (module == PA_INVALID_INDEX)
		log_warning("sound server: no sink for what plays into \"" SESSION_SOURCE_TITLE "\"");
	else
		strays->again = true;	/* now there is somewhere to move them to */
	finish(strays);
}

static void move_all(struct strays *strays)
{
	pa_context *context = strays->server->context;

	for (unsigned i = 0; i < strays->count; i++) {
		pa_operation *operation = pa_context_move_sink_input_by_index(context,
						strays->inputs[i], strays->other, ignore, NULL);

		if (operation)
			pa_operation_unref(operation);
	}
	finish(strays);
}

static void on_player(pa_context *context, const pa_sink_input_info *info, int end, void *userdata)
{
	struct strays *strays = userdata;

	if (!end) {
		if (info->sink == strays->source->sink && strays->count < STRAYS_MAX &&
		    !pa_proplist_gets(info->proplist, STRAYS_OURS))
			strays->inputs[strays->count++] = info->index;
		return;
	}
	if (!strays->count)
		finish(strays);
	else if (strays->other != PA_INVALID_INDEX)
		move_all(strays);
	else
		let_go(strays, pa_context_load_module(context, "module-null-sink",
			"sink_name=" SESSION_DUMMY " sink_properties="
			"\"device.description='Dummy Output'\"", on_dummy, strays));
}

/* A real sink is preferred; with one there, the dummy has had its day. */
static void on_sink(pa_context *context, const pa_sink_info *info, int end, void *userdata)
{
	struct strays *strays = userdata;

	if (!end) {
		if (strcmp(info->name, SESSION_DUMMY) == 0) {
			strays->dummy_module = info->owner_module;
			if (strays->other == PA_INVALID_INDEX)
				strays->other = info->index;
		} else if (info->index != strays->source->sink) {
			strays->other = info->index;
			strays->real = true;
		}
		return;
	}
	if (strays->real && strays->dummy_module != PA_INVALID_INDEX) {
		pa_operation *operation = pa_context_unload_module(context, strays->dummy_module,
								   ignore, NULL);

		if (operation)
			pa_operation_unref(operation);
	}
	let_go(strays, pa_context_get_sink_input_info_list(context, on_player, strays));
}

void strays_look(struct strays *strays)
{
	strays->again = strays->asking;
	if (strays->asking)
		return;
	strays->asking = true;
	strays->count = 0;
	strays->real = false;
	strays->other = strays->dummy_module = PA_INVALID_INDEX;
	let_go(strays, pa_context_get_sink_info_list(strays->server->context, on_sink, strays));
}

void strays_init(struct strays *strays, struct server *server, const struct source *source)
{
	*strays = (struct strays){ .server = server, .source = source };
}

void strays_forget(struct strays *strays)
{
	strays->asking = strays->again = false;
}
