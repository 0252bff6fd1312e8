/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks sd-login, which reads logind's files; its monitor is an inotify on their folders. */
#include "seat.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-login.h>

struct seat {
	sd_login_monitor *monitor;
	sd_event_source *source;
	seat_changed_fn *changed;
	void *userdata;
};

static int on_monitor(sd_event_source *source, int fd, uint32_t revents, void *userdata)
{
	struct seat *seat = userdata;

	(void)source;
	(void)fd;
	(void)revents;
	sd_login_monitor_flush(seat->monitor);
	seat->changed(seat->userdata);
	return 0;
}

int seat_start(struct seat **result, sd_event *event, seat_changed_fn *changed, void *userdata)
{
	struct seat *seat = calloc(1, sizeof(*seat));
	int error;

	if (!seat)
		return -ENOMEM;
	seat->changed = changed;
	seat->userdata = userdata;
	error = sd_login_monitor_new(NULL, &seat->monitor);
	if (error >= 0)
		error = sd_event_add_io(event, &seat->source, sd_login_monitor_get_fd(seat->monitor),
					(uint32_t)sd_login_monitor_get_events(seat->monitor),
					on_monitor, seat);
	if (error < 0) {
		seat_stop(seat);
		return error;
	}
	*result = seat;
	return 0;
}

void seat_stop(struct seat *seat)
{
	if (!seat)
		return;
	sd_event_source_disable_unref(seat->source);
	sd_login_monitor_unref(seat->monitor);
	free(seat);
}

static bool is_class_user(const char *session)
{
	char *class = NULL;
	bool user = sd_session_get_class(session, &class) >= 0 && !strcmp(class, "user");

	free(class);
	return user;
}

static bool is_ending(const char *session)
{
	char *state = NULL;
	bool ending = sd_session_get_state(session, &state) < 0 || !strcmp(state, "closing");

	free(state);
	return ending;
}

void seat_get_session(struct seat_session *session)
{
	char *id = NULL;

	*session = (struct seat_session){ .uid = (uid_t)-1 };
	if (sd_seat_get_active("seat0", &id, &session->uid) < 0 || !id ||
	    strlen(id) >= sizeof(session->id)) {
		session->uid = (uid_t)-1;
		free(id);
		return;
	}
	strcpy(session->id, id);
	session->user = is_class_user(id) && !is_ending(id);
	free(id);
}

static bool is_local_user_session(const char *session)
{
	char *seat = NULL;
	bool good = sd_session_is_active(session) > 0 && sd_session_is_remote(session) == 0 &&
		    sd_session_get_seat(session, &seat) >= 0 && is_class_user(session);

	free(seat);
	return good;
}

bool seat_has_user(uid_t uid)
{
	char **sessions = NULL;
	bool found = false;
	int count;

	count = sd_uid_get_sessions(uid, 1, &sessions);
	for (int i = 0; i < count; i++) {
		found |= is_local_user_session(sessions[i]);
		free(sessions[i]);
	}
	free(sessions);
	return found;
}

bool seat_is_logged_in(uid_t uid)
{
	char *state = NULL;
	bool in = sd_uid_get_state(uid, &state) >= 0 &&
		  (!strcmp(state, "active") || !strcmp(state, "online") || !strcmp(state, "opening"));

	free(state);
	return in;
}
