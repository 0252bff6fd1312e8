/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Connecting and connecting again, see server_link.h. After a loss a few tries
 * follow each other ever more slowly (a server that restarts is back within
 * seconds); then the socket's folder says when there is a new one.
 */
#include "server_link.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "log.h"
#include "names.h"
#include "server_loop.h"

#define TRIES 8
#define RETRY_FIRST_US 50000ull
#define RETRY_BLIND_US 60000000ull	/* for a server that has no folder to be watched */
#define SOCKET_NAME "native"
#define FOLDER_NAME "pulse"
#define WANTED (PA_SUBSCRIPTION_MASK_SOURCE | PA_SUBSCRIPTION_MASK_SOURCE_OUTPUT | \
		PA_SUBSCRIPTION_MASK_CARD | PA_SUBSCRIPTION_MASK_SERVER)

struct server_link {
	sd_event *event;
	struct server_loop *loop;
	pa_context *context;
	bool up;
	struct server_link_callbacks callbacks;
	void *userdata;
	sd_event_source *retry;		/* a pause, and then connect() */
	unsigned tries;
	sd_event_source *folder, *parent;	/* inotify, only while not connected */
};

static void try_later(struct server_link *link);

pa_context *server_link_context(const struct server_link *link)
{
	return link->up ? link->context : NULL;
}

pa_context *server_link_make_context(pa_mainloop_api *api)
{
	pa_proplist *properties = pa_proplist_new();
	pa_context *context;

	if (!properties)
		return NULL;
	pa_proplist_sets(properties, PA_PROP_APPLICATION_ID, BUS_NAME);
	pa_proplist_sets(properties, PA_PROP_APPLICATION_ICON_NAME, "audio-input-microphone");
	context = pa_context_new_with_proplist(api, "HardMute", properties);
	pa_proplist_free(properties);
	return context;
}

static void drop_context(struct server_link *link)
{
	bool was_up = link->up;

	link->up = false;
	if (link->context) {
		pa_context_set_state_callback(link->context, NULL, NULL);
		pa_context_set_subscribe_callback(link->context, NULL, NULL);
		pa_context_disconnect(link->context);
		pa_context_unref(link->context);
		link->context = NULL;
	}
	if (was_up)
		link->callbacks.on_down(link->userdata);
}

static void on_event(pa_context *context, pa_subscription_event_type_t type, uint32_t index,
		     void *userdata)
{
	struct server_link *link = userdata;

	(void)context;
	link->callbacks.on_event(link->userdata, (unsigned)type, index);
}

static void stop_waiting(struct server_link *link)
{
	link->folder = sd_event_source_disable_unref(link->folder);
	link->parent = sd_event_source_disable_unref(link->parent);
	sd_event_source_set_enabled(link->retry, SD_EVENT_OFF);
	link->tries = 0;
}

static void come_up(struct server_link *link)
{
	pa_operation *operation;

	stop_waiting(link);
	link->up = true;
	pa_context_set_subscribe_callback(link->context, on_event, link);
	operation = pa_context_subscribe(link->context, WANTED, NULL, NULL);
	if (operation)
		pa_operation_unref(operation);
	link->callbacks.on_up(link->userdata);
}

/* A lost context is dropped from the pause's end: not inside its own callback. */
static void on_state(pa_context *context, void *userdata)
{
	struct server_link *link = userdata;
	pa_context_state_t state = pa_context_get_state(context);

	if (state == PA_CONTEXT_READY && !link->up)
		come_up(link);
	else if (!PA_CONTEXT_IS_GOOD(state))
		try_later(link);
}

static void connect_now(struct server_link *link)
{
	drop_context(link);
	link->context = server_link_make_context(server_loop_api(link->loop));
	if (!link->context) {
		try_later(link);
		return;
	}
	pa_context_set_state_callback(link->context, on_state, link);
	if (pa_context_connect(link->context, NULL, PA_CONTEXT_NOAUTOSPAWN, NULL) < 0)
		try_later(link);
}

static int on_retry(sd_event_source *source, uint64_t usec, void *userdata)
{
	struct server_link *link = userdata;

	(void)source;
	(void)usec;
	if (link->tries <= TRIES)
		connect_now(link);
	else
		drop_context(link);	/* nobody else does when tries have come to their end */
	return 0;
}

/* Where the socket will be, unless the user's configuration says otherwise. */
static bool find_socket(char path[PATH_MAX])
{
	const char *server = getenv("PULSE_SERVER"), *runtime = getenv("PULSE_RUNTIME_PATH");
	int length = 0;

	if (server && *server) {
		server += strncmp(server, "unix:", 5) ? 0 : 5;
		length = snprintf(path, PATH_MAX, "%s", server);
	} else if (runtime) {
		length = snprintf(path, PATH_MAX, "%s/" SOCKET_NAME, runtime);
	} else if ((runtime = getenv("XDG_RUNTIME_DIR"))) {
		length = snprintf(path, PATH_MAX, "%s/" FOLDER_NAME "/" SOCKET_NAME, runtime);
	}
	return length > 0 && length < PATH_MAX && *path == '/' && strrchr(path, '/') != path;
}

static const char *get_name(const char *path)
{
	return strrchr(path, '/') + 1;
}

/* The folder of the socket may have to be made first: that one is watched for in its parent. */
static int on_file(sd_event_source *source, const struct inotify_event *file, void *userdata)
{
	struct server_link *link = userdata;
	bool is_folder = source == link->parent;
	char path[PATH_MAX];

	if (!file->len || !find_socket(path))
		return 0;
	if (is_folder)
		*strrchr(path, '/') = '\0';
	if (strcmp(file->name, get_name(path)))
		return 0;
	if (is_folder)
		link->folder = sd_event_source_disable_unref(link->folder);
	link->tries = 0;
	try_later(link);
	return 0;
}

static void watch(struct server_link *link, sd_event_source **source, const char *folder)
{
	if (!*source && sd_event_add_inotify(link->event, source, folder,
					     IN_CREATE | IN_MOVED_TO | IN_ONLYDIR, on_file, link) < 0)
		*source = NULL;
}

/* Returns false when there is nothing to be waited for but a socket that will be made. */
static bool wait_for_socket(struct server_link *link)
{
	char path[PATH_MAX], folder[PATH_MAX];
	bool there;

	if (!find_socket(path))
		return true;
	snprintf(folder, sizeof(folder), "%s", path);
	*strrchr(folder, '/') = '\0';
	watch(link, &link->folder, folder);
	if (strrchr(folder, '/') != folder) {
		*strrchr(folder, '/') = '\0';
		watch(link, &link->parent, folder);
	}
	there = !access(path, F_OK);	/* after the watches, so that nothing is missed in between */
	return there || (!link->folder && !link->parent);
}

static void try_later(struct server_link *link)
{
	uint64_t pause_us = RETRY_FIRST_US << (link->tries < TRIES ? link->tries : TRIES);
	bool worth_trying = wait_for_socket(link);

	if (link->up)
		log_notice("the sound server is gone");
	if (!worth_trying)
		link->tries = TRIES + 1;
	else if (link->tries < TRIES || link->folder || link->parent)
		link->tries++;
	else
		pause_us = RETRY_BLIND_US;
	sd_event_source_set_time_relative(link->retry, link->tries > TRIES ? 0 : pause_us);
	sd_event_source_set_enabled(link->retry, SD_EVENT_ONESHOT);
}

int server_link_new(struct server_link **result, sd_event *event,
		    const struct server_link_callbacks *callbacks, void *userdata)
{
	struct server_link *link = calloc(1, sizeof(*link));
	int error;

	if (!link)
		return -ENOMEM;
	link->event = sd_event_ref(event);
	link->callbacks = *callbacks;
	link->userdata = userdata;
	error = server_loop_new(&link->loop, event);
	if (!error)
		error = sd_event_add_time_relative(event, &link->retry, CLOCK_MONOTONIC, 0, 1000,
						   on_retry, link);
	if (error < 0) {
		server_link_free(link);
		return error;
	}
	*result = link;
	return 0;
}

void server_link_free(struct server_link *link)
{
	if (!link)
		return;
	drop_context(link);
	sd_event_source_disable_unref(link->retry);
	sd_event_source_disable_unref(link->folder);
	sd_event_source_disable_unref(link->parent);
	server_loop_free(link->loop);
	sd_event_unref(link->event);
	free(link);
}
