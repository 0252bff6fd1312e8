/* SPDX-License-Identifier: GPL-2.0-or-later */
/* See server_undo.h. */
#include "server_undo.h"

#include <pulse/pulseaudio.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "server_link.h"

#define UNDO_US 500000

struct undo {
	pa_mainloop *loop;
	pa_context *context;
	int64_t end_us;
	bool success;
};

static int64_t now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000ll + now.tv_nsec / 1000;
}

static bool turn(struct undo *undo)
{
	int64_t left_us = undo->end_us - now_us();

	return left_us > 0 && pa_mainloop_prepare(undo->loop, (int)left_us) >= 0 &&
	       pa_mainloop_poll(undo->loop) >= 0 && pa_mainloop_dispatch(undo->loop) >= 0 &&
	       PA_CONTEXT_IS_GOOD(pa_context_get_state(undo->context));
}

static bool connect_to(struct undo *undo)
{
	if (pa_context_connect(undo->context, NULL, PA_CONTEXT_NOAUTOSPAWN, NULL) < 0)
		return false;
	while (pa_context_get_state(undo->context) != PA_CONTEXT_READY)
		if (!turn(undo))
			return false;
	return true;
}

static void on_success(pa_context *context, int success, void *userdata)
{
	struct undo *undo = userdata;

	(void)context;
	undo->success = success;
}

static bool wait_for(struct undo *undo, pa_operation *operation)
{
	bool good = operation;

	undo->success = false;
	while (good && pa_operation_get_state(operation) == PA_OPERATION_RUNNING)
		good = turn(undo);
	if (operation)
		pa_operation_unref(operation);
	return good && undo->success;
}

static void undo_kind(struct undo *undo, struct server_memory *memory, const char *kind)
{
	char name[256], before[256];
	const char *listed, *detail;
	pa_operation *operation;
	size_t i = 0;

	while ((listed = server_memory_list(memory, kind, i))) {
		snprintf(name, sizeof(name), "%s", listed);
		detail = server_memory_get(memory, kind, name);
		snprintf(before, sizeof(before), "%.*s", (int)strcspn(detail, "\t"), detail);
		if (!strcmp(kind, SERVER_MEMORY_FLAG))
			operation = pa_context_set_source_mute_by_name(undo->context, name, 0, on_success,
								       undo);
		else if (!strcmp(kind, SERVER_MEMORY_SLEEP))
			operation = pa_context_suspend_source_by_name(undo->context, name, 0, on_success,
								      undo);
		else
			operation = pa_context_set_card_profile_by_name(undo->context, name, before,
									on_success, undo);
		if (wait_for(undo, operation))
			server_memory_drop(memory, kind, name);
		else
			i++;	/* it is not there now; it is remembered */
	}
}

void server_undo(struct server_memory *memory)
{
	static const char *const kinds[] = {
		SERVER_MEMORY_PROFILE, SERVER_MEMORY_SLEEP, SERVER_MEMORY_FLAG,
	};
	struct undo undo = { .loop = pa_mainloop_new(), .end_us = now_us() + UNDO_US };

	if (!undo.loop)
		return;
	undo.context = server_link_make_context(pa_mainloop_get_api(undo.loop));
	if (undo.context && connect_to(&undo))
		for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
			undo_kind(&undo, memory, kinds[i]);
	if (undo.context) {
		pa_context_disconnect(undo.context);
		pa_context_unref(undo.context);
	}
	pa_mainloop_free(undo.loop);
	server_memory_save(memory);
}
