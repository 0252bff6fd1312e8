/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * hardmute-sources: hardmutectl's way to the user's sound server, a program of
 * its own so that hardmutectl itself carries no sound library.
 *
 *   hardmute-sources list [session | CARD,DEVICE...]
 *   hardmute-sources select NAME
 *
 * list says one thing a line, with tabs in between; what comes after its name
 * are hardmuted's microphones:
 *   server  NAME                                     of the sound server; none: no such line
 *   source  DEFAULT MUTED GATED KIND NAME TITLE      0 or 1 three times; all that are no monitor
 *   alsa    CARD DEVICE TITLE                        what ALSA's "default" is, without a server
 * Exit codes are those of names.h.
 */
#include <alsa/asoundlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../daemon/alsa_quiet.h"
#include "../daemon/text.h"
#include "log.h"
#include "names.h"
#include "server_link.h"
#include "server_source.h"

#define WAIT_US 3000000

struct view {
	pa_mainloop *loop;
	pa_context *context;
	int64_t end_us;
	char server[128], default_source[SERVER_NAME_BYTES];
	struct server_source sources[SERVER_SOURCES_MAX];
	unsigned count;
	bool success;
};

static int64_t now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000ll + now.tv_nsec / 1000;
}

static bool turn(struct view *view)
{
	int64_t left_us = view->end_us - now_us();

	return left_us > 0 && pa_mainloop_prepare(view->loop, (int)left_us) >= 0 &&
	       pa_mainloop_poll(view->loop) >= 0 && pa_mainloop_dispatch(view->loop) >= 0 &&
	       PA_CONTEXT_IS_GOOD(pa_context_get_state(view->context));
}

static bool enter(struct view *view)
{
	*view = (struct view){ .loop = pa_mainloop_new(), .end_us = now_us() + WAIT_US };
	view->context = view->loop ? server_link_make_context(pa_mainloop_get_api(view->loop)) : NULL;
	if (!view->context ||
	    pa_context_connect(view->context, NULL, PA_CONTEXT_NOAUTOSPAWN, NULL) < 0)
		return false;
	while (pa_context_get_state(view->context) != PA_CONTEXT_READY)
		if (!turn(view))
			return false;
	return true;
}

static void leave(struct view *view)
{
	if (view->context) {
		pa_context_disconnect(view->context);
		pa_context_unref(view->context);
	}
	if (view->loop)
		pa_mainloop_free(view->loop);
}

static bool wait_for(struct view *view, pa_operation *operation)
{
	bool good = operation;

	while (good && pa_operation_get_state(operation) == PA_OPERATION_RUNNING)
		good = turn(view);
	if (operation)
		pa_operation_unref(operation);
	return good;
}

static void on_info(pa_context *context, const pa_server_info *info, void *userdata)
{
	struct view *view = userdata;

	(void)context;
	if (!info)
		return;
	text_clean(view->server, sizeof(view->server), info->server_name, strlen(info->server_name));
	if (info->default_source_name)
		snprintf(view->default_source, sizeof(view->default_source), "%s",
			 info->default_source_name);
}

static void on_source(pa_context *context, const pa_source_info *info, int end, void *userdata)
{
	struct view *view = userdata;

	(void)context;
	if (!end && view->count < SERVER_SOURCES_MAX)
		server_source_read(&view->sources[view->count++], info);
}

static void on_success(pa_context *context, int success, void *userdata)
{
	struct view *view = userdata;

	(void)context;
	view->success = success;
}

static json_t *read_microphones(char *argv[], bool *session)
{
	json_t *microphones = json_array();
	int card, device;

	*session = false;
	for (; *argv; argv++) {
		*session |= !strcmp(*argv, "session");
		if (sscanf(*argv, "%d,%d", &card, &device) == 2)
			json_array_append_new(microphones, json_pack("{si,si}", "card", card, "device",
								     device));
	}
	return microphones;
}

static void print_source(const struct view *view, const struct server_source *source)
{
	bool gated = source->kind == SERVER_SOURCE_GATED || source->kind == SERVER_SOURCE_OURS;
	const char *kind = source->kind == SERVER_SOURCE_FILTER ? "filter" : server_source_word(source);

	printf("source\t%d\t%d\t%d\t%s\t%s\t%s\n", !strcmp(source->name, view->default_source),
	       source->muted, gated, gated ? "gated" : kind, source->name, source->title);
}

/* Opening tells which card it is, and starts nothing. */
static void list_alsa(void)
{
	snd_pcm_info_t *info;
	snd_pcm_t *pcm;
	char *title = NULL;

	alsa_be_quiet();
	snd_pcm_info_alloca(&info);
	if (snd_pcm_open(&pcm, "default", SND_PCM_STREAM_CAPTURE, SND_PCM_NONBLOCK) < 0)
		return;
	if (!snd_pcm_info(pcm, info) && snd_pcm_info_get_card(info) >= 0) {
		snd_card_get_name(snd_pcm_info_get_card(info), &title);
		printf("alsa\t%d\t%u\t%s\n", snd_pcm_info_get_card(info), snd_pcm_info_get_device(info),
		       title ? title : "");
	}
	free(title);
	snd_pcm_close(pcm);
}

static int list(char *argv[])
{
	struct view view;
	struct server_source_rules rules = { .microphones = NULL };
	json_t *microphones = read_microphones(argv, &rules.session);
	bool good = enter(&view) &&
		    wait_for(&view, pa_context_get_server_info(view.context, on_info, &view)) &&
		    wait_for(&view, pa_context_get_source_info_list(view.context, on_source, &view));

	rules.microphones = microphones;
	if (good) {
		server_source_sort(view.sources, view.count, &rules);
		printf("server\t%s\n", view.server);
		for (unsigned i = 0; i < view.count; i++)
			if (view.sources[i].kind != SERVER_SOURCE_MONITOR)
				print_source(&view, &view.sources[i]);
	} else {
		list_alsa();
	}
	leave(&view);
	json_decref(microphones);
	return EXIT_DONE;
}

static int select_source(const char *name)
{
	int code = EXIT_UNREACHABLE;
	struct view view;

	if (enter(&view)) {
		code = EXIT_FAILED;
		if (wait_for(&view, pa_context_set_default_source(view.context, name, on_success, &view)) &&
		    view.success)
			code = EXIT_DONE;
		else
			log_error("the sound server does not make %s the default: %s", name,
				  pa_strerror(pa_context_errno(view.context)));
	}
	leave(&view);
	return code;
}

int main(int argc, char *argv[])
{
	if (argc >= 2 && !strcmp(argv[1], "list"))
		return list(argv + 2);
	if (argc == 3 && !strcmp(argv[1], "select"))
		return select_source(argv[2]);
	fputs("hardmute-sources is run by hardmutectl\n", stderr);
	return EXIT_USAGE;
}
