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

static int on_file(sd_event_source *source, const struct inotify_event *file, void *userdata)
{
	struct server_link *link = userdata;

	if (!file->len || (strcmp(file->name, SOCKET_NAME) && strcmp(file->name, FOLDER_NAME)))
		return 0;
	if (source == link->parent)	/* the socket's folder is a new one, too */
		link->folder = sd_event_source_disable_unref(link->folder);
	link->tries = 0;
	try_later(link);
	return 0;
}

/* Where the socket will be, unless the user's configuration says otherwise. */
static bool find_folder(char folder[PATH_MAX], char parent[PATH_MAX])
{
	const char *server = getenv("PULSE_SERVER"), *runtime = getenv("XDG_RUNTIME_DIR");
	char *slash;

	*parent = '\0';
	if (server && *server) {
		server += strncmp(server, "unix:", 5) ? 0 : 5;
		snprintf(folder, PATH_MAX, "%s", server);
		slash = strrchr(folder, '/');
		if (*folder != '/' || slash == folder)
			return false;
		*slash = '\0';
		return true;
	}
	if (getenv("PULSE_RUNTIME_PATH")) {
		snprintf(folder, PATH_MAX, "%s", getenv("PULSE_RUNTIME_PATH"));
		return true;
	}
	if (!runtime || strlen(runtime) + sizeof("/" FOLDER_NAME) > PATH_MAX)
		return false;
	snprintf(parent, PATH_MAX, "%s", runtime);
	snprintf(folder, PATH_MAX, "%.*s/" FOLDER_NAME, PATH_MAX - (int)sizeof("/" FOLDER_NAME),
		 runtime);
	return true;
}

static void wait_for_socket(struct server_link *link)
{
	const uint32_t mask = IN_CREATE | IN_MOVED_TO | IN_ONLYDIR;
	char folder[PATH_MAX], parent[PATH_MAX];

	if (!find_folder(folder, parent))
		return;
	if (!link->folder && sd_event_add_inotify(link->event, &link->folder, folder, mask,
						  on_file, link) < 0)
		link->folder = NULL;
	if (!link->parent && *parent &&
	    sd_event_add_inotify(link->event, &link->parent, parent, mask, on_file, link) < 0)
		link->parent = NULL;
}

/* The folder is watched before the last look, so that nothing is missed in between. */
static void try_later(struct server_link *link)
{
	uint64_t pause_us = RETRY_FIRST_US << (link->tries < TRIES ? link->tries : TRIES);

	if (link->up)
		log_notice("the sound server is gone");
	wait_for_socket(link);
	if (link->tries == TRIES && !link->folder && !link->parent)
		pause_us = RETRY_BLIND_US;
	else
		link->tries++;
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
