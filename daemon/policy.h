/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What follows from what: (state, event) -> (state, actions). Pure: no clock,
 * no descriptor, no allocation, no log. mute.c feeds it and carries out the
 * actions in the order given.
 *
 * Rules. A mute always wins: it cancels whatever wants to go live. A live
 * request that arrives while a fence is pending is kept, and served after the
 * fence unless a mute, a loss or a suspend comes first. The same three end
 * every question whether somebody may go live. Losing anything
 * (driver, link, microphone, bus, clock) is a mute that nobody had to ask for.
 * Only a live request leads to live. Where lights show the mute, it is served
 * when all of them say live; should one not say so, it is refused.
 */
#ifndef HARDMUTED_POLICY_H
#define HARDMUTED_POLICY_H

#include <stdbool.h>

#include "state.h"

/* A zeroed struct policy is muted, without driver. */
struct policy {
	enum mute_state state;
	bool ready;		/* the driver has said LINK_READY */
	bool suspended;		/* the system sleeps or is about to */
	bool live_waits;	/* a live request is served when the fence is confirmed */
	bool lights;		/* there are lights that have to say live first */
	bool lighting;		/* muted, but lights are on their way to live */
	bool asking;		/* somebody may be waiting for permission to go live */
};

enum policy_event {
	POLICY_EVENT_MUTE = 0,		/* somebody asks for muted */
	POLICY_EVENT_LIVE,		/* somebody asks for live */
	POLICY_EVENT_ASK,		/* somebody would; whether he may is being found out */
	POLICY_EVENT_FENCED,		/* the driver confirmed the last fence */
	POLICY_EVENT_FENCE_LATE,	/* it did not in time */
	POLICY_EVENT_DRIVER_READY,	/* a driver runs and can be fenced */
	POLICY_EVENT_DRIVER_LOST,	/* its process is gone and reaped: that is as good as a fence */
	POLICY_EVENT_LINK_LOST,		/* its process may still be there, but nobody can talk to it */
	POLICY_EVENT_LOST,		/* microphone, key device, bus or clock is lost */
	POLICY_EVENT_TWIN_ADDED,	/* a microphone was plugged in */
	POLICY_EVENT_SUSPEND,
	POLICY_EVENT_RESUME,
	POLICY_EVENT_LIGHTS,		/* there are lights that show the mute */
	POLICY_EVENT_NO_LIGHTS,		/* the last of them is gone */
	POLICY_EVENT_LIT,		/* every light says live */
	POLICY_EVENT_NOT_LIT,		/* one does not, or not in time */
	POLICY_EVENTS			/* how many there are */
};

enum policy_action {
	POLICY_ACTION_CLOSE_GATES = 0,	/* returns when no frame can pass any more; rings are zero */
	POLICY_ACTION_FENCE,		/* ask the driver for a fence */
	POLICY_ACTION_KILL_DRIVER,	/* DRIVER_LOST will follow */
	POLICY_ACTION_SHOW_MUTED,
	POLICY_ACTION_SHOW_LIVE,
	POLICY_ACTION_OPEN_GATES,
	POLICY_ACTION_LIGHT_LIVE,	/* LIT or NOT_LIT will follow */
	POLICY_ACTION_LIGHT_MUTED,	/* after all */
	POLICY_ACTION_SUSPEND_DRIVER,	/* let no reader block */
	POLICY_ACTION_RESUME_DRIVER,
	POLICY_ACTION_COMPLETE,		/* pending requests for the present state are done */
	POLICY_ACTION_CANCEL_LIVE,	/* pending live requests: -ECANCELED */
	POLICY_ACTION_CANCEL_ASK,	/* questions whether somebody may go live: -ECANCELED */
	POLICY_ACTION_REFUSE_NO_DRIVER,	/* pending live requests: -ENOTCONN */
	POLICY_ACTION_REFUSE_SUSPENDED,	/* pending live requests: -EBUSY */
	POLICY_ACTION_REFUSE_NOT_LIT,	/* pending live requests: -EREMOTEIO */
	POLICY_ACTIONS
};

#define POLICY_STEP_MAX 10

struct policy_step {
	unsigned count;
	enum policy_action action[POLICY_STEP_MAX];
};

/* Moves *policy and fills *step with what must be done now, in order. */
void policy_step(struct policy *policy, enum policy_event event, struct policy_step *step);

/* "driver-ready", "close-gates": for transcripts and for the journal. */
const char *policy_event_word(enum policy_event event);
const char *policy_action_word(enum policy_action action);

#endif
