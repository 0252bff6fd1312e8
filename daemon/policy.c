/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The transitions of the mute. One function per event, each a few lines; the
 * unit test walks every state with every event and checks that gates open only
 * after live is shown, and that muted is shown only after a fence.
 */
#include "policy.h"

#include <string.h>

static void add(struct policy_step *step, enum policy_action action)
{
	step->action[step->count++] = action;
}

/* From live towards muted: what passes is stopped first, the proof comes later. */
static void start_muting(struct policy *policy, struct policy_step *step)
{
	policy->state = MUTE_STATE_MUTING;
	add(step, POLICY_ACTION_CLOSE_GATES);
	add(step, POLICY_ACTION_FENCE);
}

static void cancel_live(struct policy *policy, struct policy_step *step)
{
	if (policy->lighting)
		add(step, POLICY_ACTION_LIGHT_MUTED);
	if (policy->live_waits || policy->lighting)
		add(step, POLICY_ACTION_CANCEL_LIVE);
	policy->live_waits = policy->lighting = false;
}

/* After the gates: whoever waits for that answer can wait a moment longer. */
static void cancel_ask(struct policy *policy, struct policy_step *step)
{
	if (policy->asking)
		add(step, POLICY_ACTION_CANCEL_ASK);
	policy->asking = false;
}

/* A mute that somebody asked for, or one that follows from a loss. */
static void mute_now(struct policy *policy, struct policy_step *step)
{
	cancel_live(policy, step);
	if (policy->state == MUTE_STATE_LIVE)
		start_muting(policy, step);
	cancel_ask(policy, step);
}

static void on_mute(struct policy *policy, struct policy_step *step)
{
	mute_now(policy, step);
	if (policy->state == MUTE_STATE_MUTED)
		add(step, POLICY_ACTION_COMPLETE);
}

static void go_live(struct policy *policy, struct policy_step *step)
{
	policy->lighting = false;
	policy->state = MUTE_STATE_LIVE;
	add(step, POLICY_ACTION_SHOW_LIVE);
	add(step, POLICY_ACTION_OPEN_GATES);
	add(step, POLICY_ACTION_COMPLETE);
}

/* Nobody is told anything before the lights: they may be slow, or never say it. */
static void start_live(struct policy *policy, struct policy_step *step)
{
	if (!policy->lights) {
		go_live(policy, step);
		return;
	}
	if (!policy->lighting)
		add(step, POLICY_ACTION_LIGHT_LIVE);
	policy->lighting = true;
}

static void on_live(struct policy *policy, struct policy_step *step)
{
	if (policy->suspended)
		add(step, POLICY_ACTION_REFUSE_SUSPENDED);
	else if (!policy->ready)
		add(step, POLICY_ACTION_REFUSE_NO_DRIVER);
	else if (policy->state == MUTE_STATE_MUTING)
		policy->live_waits = true;
	else if (policy->state == MUTE_STATE_MUTED)
		start_live(policy, step);
	else
		add(step, POLICY_ACTION_COMPLETE);
}

/* The answer, if there ever is one, comes as a live request. */
static void on_ask(struct policy *policy)
{
	policy->asking = true;
}

/* Nothing live can reach a reader any more. */
static void finish_muting(struct policy *policy, struct policy_step *step)
{
	policy->state = MUTE_STATE_MUTED;
	add(step, POLICY_ACTION_SHOW_MUTED);
	add(step, POLICY_ACTION_COMPLETE);
}

static void on_fenced(struct policy *policy, struct policy_step *step)
{
	bool again = policy->live_waits;

	if (policy->state != MUTE_STATE_MUTING)
		return;
	policy->live_waits = false;
	finish_muting(policy, step);
	if (again)
		start_live(policy, step);
}

static void on_fence_late(struct policy *policy, struct policy_step *step)
{
	if (policy->state != MUTE_STATE_MUTING)
		return;
	cancel_live(policy, step);
	policy->ready = false;
	add(step, POLICY_ACTION_KILL_DRIVER);
	cancel_ask(policy, step);
}

static void on_driver_ready(struct policy *policy, struct policy_step *step)
{
	policy->ready = true;
	if (policy->suspended)
		add(step, POLICY_ACTION_SUSPEND_DRIVER);
}

static void on_driver_lost(struct policy *policy, struct policy_step *step)
{
	policy->ready = false;
	cancel_live(policy, step);
	if (policy->state == MUTE_STATE_LIVE)
		add(step, POLICY_ACTION_CLOSE_GATES);
	if (policy->state != MUTE_STATE_MUTED)
		finish_muting(policy, step);
	cancel_ask(policy, step);
}

/* Without the link no fence can be asked for: the end of the process is the fence. */
static void on_link_lost(struct policy *policy, struct policy_step *step)
{
	policy->ready = false;
	cancel_live(policy, step);
	if (policy->state == MUTE_STATE_LIVE) {
		policy->state = MUTE_STATE_MUTING;
		add(step, POLICY_ACTION_CLOSE_GATES);
	}
	add(step, POLICY_ACTION_KILL_DRIVER);
	cancel_ask(policy, step);
}

static void on_twin_added(struct policy *policy, struct policy_step *step)
{
	/* live is live for every microphone, and says so already */
	if (policy->state == MUTE_STATE_LIVE)
		add(step, POLICY_ACTION_OPEN_GATES);
}

static void on_suspend(struct policy *policy, struct policy_step *step)
{
	policy->suspended = true;
	mute_now(policy, step);
	if (policy->ready)
		add(step, POLICY_ACTION_SUSPEND_DRIVER);
}

static void on_resume(struct policy *policy, struct policy_step *step)
{
	if (policy->suspended && policy->ready)
		add(step, POLICY_ACTION_RESUME_DRIVER);
	policy->suspended = false;
}

static void on_lit(struct policy *policy, struct policy_step *step)
{
	if (policy->lighting)
		go_live(policy, step);
}

static void on_not_lit(struct policy *policy, struct policy_step *step)
{
	if (!policy->lighting)
		return;
	policy->lighting = false;
	add(step, POLICY_ACTION_LIGHT_MUTED);
	add(step, POLICY_ACTION_REFUSE_NOT_LIT);
}

/* Whoever waits for the last one waits for nobody any more. */
static void on_no_lights(struct policy *policy, struct policy_step *step)
{
	policy->lights = false;
	on_lit(policy, step);
}

void policy_step(struct policy *policy, enum policy_event event, struct policy_step *step)
{
	memset(step, 0, sizeof(*step));
	switch (event) {
	case POLICY_EVENT_MUTE: on_mute(policy, step); return;
	case POLICY_EVENT_LIVE: on_live(policy, step); return;
	case POLICY_EVENT_ASK: on_ask(policy); return;
	case POLICY_EVENT_FENCED: on_fenced(policy, step); return;
	case POLICY_EVENT_FENCE_LATE: on_fence_late(policy, step); return;
	case POLICY_EVENT_DRIVER_READY: on_driver_ready(policy, step); return;
	case POLICY_EVENT_DRIVER_LOST: on_driver_lost(policy, step); return;
	case POLICY_EVENT_LINK_LOST: on_link_lost(policy, step); return;
	case POLICY_EVENT_LOST: mute_now(policy, step); return;
	case POLICY_EVENT_TWIN_ADDED: on_twin_added(policy, step); return;
	case POLICY_EVENT_SUSPEND: on_suspend(policy, step); return;
	case POLICY_EVENT_RESUME: on_resume(policy, step); return;
	case POLICY_EVENT_LIGHTS: policy->lights = true; return;
	case POLICY_EVENT_NO_LIGHTS: on_no_lights(policy, step); return;
	case POLICY_EVENT_LIT: on_lit(policy, step); return;
	case POLICY_EVENT_NOT_LIT: on_not_lit(policy, step); return;
	case POLICY_EVENTS: return;
	}
}

const char *policy_event_word(enum policy_event event)
{
	switch (event) {
	case POLICY_EVENT_MUTE: return "mute";
	case POLICY_EVENT_LIVE: return "live";
	case POLICY_EVENT_ASK: return "ask";
	case POLICY_EVENT_FENCED: return "fenced";
	case POLICY_EVENT_FENCE_LATE: return "fence-late";
	case POLICY_EVENT_DRIVER_READY: return "driver-ready";
	case POLICY_EVENT_DRIVER_LOST: return "driver-lost";
	case POLICY_EVENT_LINK_LOST: return "link-lost";
	case POLICY_EVENT_LOST: return "lost";
	case POLICY_EVENT_TWIN_ADDED: return "twin-added";
	case POLICY_EVENT_SUSPEND: return "suspend";
	case POLICY_EVENT_RESUME: return "resume";
	case POLICY_EVENT_LIGHTS: return "lights";
	case POLICY_EVENT_NO_LIGHTS: return "no-lights";
	case POLICY_EVENT_LIT: return "lit";
	case POLICY_EVENT_NOT_LIT: return "not-lit";
	case POLICY_EVENTS: break;
	}
	return "?";
}

const char *policy_action_word(enum policy_action action)
{
	switch (action) {
	case POLICY_ACTION_CLOSE_GATES: return "close-gates";
	case POLICY_ACTION_FENCE: return "fence";
	case POLICY_ACTION_KILL_DRIVER: return "kill-driver";
	case POLICY_ACTION_SHOW_MUTED: return "show-muted";
	case POLICY_ACTION_SHOW_LIVE: return "show-live";
	case POLICY_ACTION_OPEN_GATES: return "open-gates";
	case POLICY_ACTION_LIGHT_LIVE: return "light-live";
	case POLICY_ACTION_LIGHT_MUTED: return "light-muted";
	case POLICY_ACTION_SUSPEND_DRIVER: return "suspend-driver";
	case POLICY_ACTION_RESUME_DRIVER: return "resume-driver";
	case POLICY_ACTION_COMPLETE: return "complete";
	case POLICY_ACTION_CANCEL_LIVE: return "cancel-live";
	case POLICY_ACTION_CANCEL_ASK: return "cancel-ask";
	case POLICY_ACTION_REFUSE_NO_DRIVER: return "refuse-no-driver";
	case POLICY_ACTION_REFUSE_SUSPENDED: return "refuse-suspended";
	case POLICY_ACTION_REFUSE_NOT_LIT: return "refuse-not-lit";
	case POLICY_ACTIONS: break;
	}
	return "?";
}
