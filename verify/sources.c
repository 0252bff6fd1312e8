/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the user's sound server would give any program. It is not started for that. */
#include "finders.h"

#include <errno.h>
#include <pulse/pulseaudio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "try.h"

#define RATE 48000
#define SAMPLES (RATE / TRY_SECONDS_4TH)
#define NAMES_MAX 64

struct server {
	pa_mainloop *loop;
	pa_context *context;
};

static void leave(struct server *server)
{
	if (server->context) {
		pa_context_disconnect(server->context);
		pa_context_unref(server->context);
	}
	if (server->loop)
		pa_mainloop_free(server->loop);
	*server = (struct server){ NULL, NULL };
}

/* 0, or a positive errno. */
static int enter(struct server *server)
{
	pa_context_state_t state = PA_CONTEXT_UNCONNECTED;

	server->loop = pa_mainloop_new();
	server->context = server->loop ? pa_context_new(pa_mainloop_get_api(server->loop),
							"hardmutectl verify") : NULL;
	if (!server->context ||
	    pa_context_connect(server->context, NULL, PA_CONTEXT_NOAUTOSPAWN, NULL) < 0) {
		leave(server);
		return ENOENT;
	}
	while (PA_CONTEXT_IS_GOOD(state = pa_context_get_state(server->context)) ||
	       state == PA_CONTEXT_UNCONNECTED) {
		if (state == PA_CONTEXT_READY)
			return 0;
		if (pa_mainloop_iterate(server->loop, 1, NULL) < 0)
			break;
	}
	leave(server);
	return ENOENT;
}

struct recording {
	int16_t samples[SAMPLES];
	size_t bytes;
};

static void on_samples(pa_stream *stream, size_t readable, void *userdata)
{
	struct recording *recording = userdata;
	const void *data;
	size_t bytes;

	(void)readable;
	while (pa_stream_readable_size(stream) > 0 && !pa_stream_peek(stream, &data, &bytes) && bytes) {
		size_t room = sizeof(recording->samples) - recording->bytes;

		if (bytes > room)
			bytes = room;
		if (data)
			memcpy((char *)recording->samples + recording->bytes, data, bytes);
		recording->bytes += bytes;
		pa_stream_drop(stream);
		if (!bytes)
			break;
	}
}

static void try_source(const char *name, struct try_answer *answer)
{
	static const pa_sample_spec spec = { PA_SAMPLE_S16LE, RATE, 1 };
	static struct recording recording;
	struct server server;
	pa_stream *stream;
	int number = enter(&server);

	if (number) {
		try_say_errno(answer, number);
		return;
	}
	stream = pa_stream_new(server.context, "verify", &spec, NULL);
	pa_stream_set_read_callback(stream, on_samples, &recording);
	if (pa_stream_connect_record(stream, name, NULL, PA_STREAM_DONT_MOVE) < 0) {
		try_say(answer, TRY_RESULT_UNKNOWN, "%s",
			pa_strerror(pa_context_errno(server.context)));
		return;
	}
	while (recording.bytes < sizeof(recording.samples)) {
		if (pa_mainloop_iterate(server.loop, 1, NULL) < 0 ||
		    !PA_STREAM_IS_GOOD(pa_stream_get_state(stream))) {
			try_say(answer, TRY_RESULT_UNKNOWN, "%s",
				pa_strerror(pa_context_errno(server.context)));
			return;
		}
	}
	try_say_samples(answer, recording.samples, sizeof(recording.samples));
}

struct names {
	char *name[NAMES_MAX];
	unsigned count;
	bool done;
};

static void on_source(pa_context *context, const pa_source_info *info, int end, void *userdata)
{
	struct names *names = userdata;

	(void)context;
	if (end)
		names->done = true;
	else if (info->monitor_of_sink == PA_INVALID_INDEX && names->count < NAMES_MAX)
		names->name[names->count++] = strdup(info->name);
}

bool find_sources(void)
{
	struct names names = { .count = 0 };
	struct server server;
	bool good = true;

	if (enter(&server))
		return true;
	pa_operation_unref(pa_context_get_source_info_list(server.context, on_source, &names));
	while (!names.done && pa_mainloop_iterate(server.loop, 1, NULL) >= 0)
		;
	leave(&server);
	for (unsigned i = 0; i < names.count; i++) {
		good = good && try_path("source", names.name[i], try_source);
		free(names.name[i]);
	}
	return good;
}
