/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Turns clicks into requests, and answers into notifications. */
#include "actions.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "../daemon/beside.h"
#include "follow.h"
#include "icon.h"
#include "names.h"
#include "request.h"
#include "trial.h"

struct actions {
	struct agent *agent;
	struct notify *notify;
	struct trial *trial;
	bool asking;		/* an unmute has not been answered */
};

static void tell(struct actions *actions, const char *summary, const char *body, bool important)
{
	notify_show(actions->notify, NOTIFY_PLACE_RESULT, &(struct notification){
		.icon = icon_get_name(actions->agent->state), .summary = summary, .body = body,
		.sound = "", .important = important });
}

static void tell_error(struct actions *actions, const char *summary, int error)
{
	tell(actions, summary, error == -ENOTCONN ? "hardmute is not running." : strerror(-error), true);
}

static void on_muted(void *userdata, const char *state, const char *why)
{
	if (!state)
		tell(userdata, "Not muted", why, true);
}

static void on_unmuted(void *userdata, const char *state, const char *why)
{
	struct actions *actions = userdata;

	actions->asking = false;
	if (!state)
		tell(actions, "Still muted", why, false);
}

void actions_mute(struct actions *actions)
{
	int error = request_mute(actions->agent, on_muted, actions);

	if (error < 0)
		tell_error(actions, "Not muted", error);
}

void actions_unmute(struct actions *actions, uint64_t limit_us)
{
	int error;

	if (actions->asking)
		return;
	error = request_unmute(actions->agent, limit_us, on_unmuted, actions);
	actions->asking = error >= 0;
	if (error < 0)
		tell_error(actions, "Still muted", error);
}

/* Of a hardmuted that is not there nobody knows the state: then it is told so. */
void actions_toggle(struct actions *actions)
{
	if (agent_is_muted(actions->agent))
		actions_unmute(actions, 0);
	else
		actions_mute(actions);
}

static void on_tried(void *userdata, const char *summary, const char *body, bool bad)
{
	struct actions *actions = userdata;

	tell(actions, summary, body, bad);
	trial_stop(actions->trial);
	actions->trial = NULL;
	agent_tell(actions->agent);
}

/* The same hardmuted as the one that is shown. */
static const char *get_option(const struct agent *agent)
{
	sd_bus *bus = follow_get_bus(agent->follow);

	return !bus ? NULL : bus == agent->session ? "--session" : "--system";
}

void actions_verify(struct actions *actions)
{
	struct agent *agent = actions->agent;
	char path[PATH_MAX];
	int error;

	if (actions->trial)
		return;
	beside_find(CTL_NAME, path, sizeof(path));
	error = trial_start(&actions->trial, agent->event, path, get_option(agent), on_tried, actions);
	if (error < 0)
		tell_error(actions, "Not verified", error);
	agent_tell(agent);
}

bool actions_is_verifying(const struct actions *actions)
{
	return actions->trial;
}

int actions_start(struct actions **result, struct agent *agent, struct notify *notify)
{
	struct actions *actions = calloc(1, sizeof(*actions));

	if (!actions)
		return -ENOMEM;
	actions->agent = agent;
	actions->notify = notify;
	*result = actions;
	return 0;
}

void actions_stop(struct actions *actions)
{
	if (!actions)
		return;
	trial_stop(actions->trial);
	free(actions);
}
