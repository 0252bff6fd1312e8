/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Carries out what policy decides, one action after the other. Actions call
 * other parts, and those may call back into here (a caller that asks again
 * from its answer, a bus that is lost while it is told): what comes in during
 * a step waits in a short queue until the step is done, so that steps never
 * nest.
 */
#include "mute.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-daemon.h>
#include <time.h>

#include "authority.h"
#include "bus.h"
#include "daemon.h"
#include "driver.h"
#include "history.h"
#include "led.h"
#include "limit.h"
#include "mixer.h"
#include "now.h"
#include "twin.h"
#include "watch.h"

#define FENCE_TIMEOUT_US 1000000ull
#define TIMER_ACCURACY_US 5000
#define QUEUE_MAX 8

struct request {
	struct request *next;
	bool live;
	uint64_t limit_us;		/* of live; 0 none */
	struct mute_cause cause;
	mute_done_fn *done;
	void *userdata;
};

struct event {
	enum policy_event event;
	struct mute_cause cause;
};

struct mute {
	struct daemon *daemon;
	struct policy policy;
	enum mute_state state;		/* as carried out so far; policy may be a step ahead */
	int64_t since_us;
	struct mute_cause cause;	/* of the present state */
	struct mute_cause muting_cause;
	int64_t came_us, key_us;	/* see mute_get_came_us(), mute_get_key_us() */
	int64_t woke_us;
	uint64_t wishes;
	int64_t asked_us;		/* CLOCK_MONOTONIC: when the present muting began */
	int64_t fence_us;
	int64_t reached_us;		/* when the fence was, and nobody has been told; 0: it is waited for */
	uint64_t fence_seq;
	sd_event_source *fence_timer;
	struct limit limit;		/* runs while live, if at all */

	struct request *requests;	/* pending, oldest first */
	mute_done_fn *suspend_done;
	void *suspend_userdata;
	uint64_t suspend_seq;
	bool suspend_waits;		/* for LINK_SUSPENDED */

	bool nameless;		/* muting, and mute_request will say why: nobody is told before */
	bool stepping;
	struct event queue[QUEUE_MAX];	/* what came in during a step */
	unsigned queued;
};

static int64_t get_date_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return now.tv_sec * 1000000ll + now.tv_nsec / 1000;
}

int mute_new(struct mute **result, struct daemon *daemon)
{
	struct mute *mute = calloc(1, sizeof(*mute));

	if (!mute)
		return -ENOMEM;
	mute->daemon = daemon;
	mute->since_us = get_date_us();
	mute->fence_us = -1;
	mute->came_us = now_us();
	mute->key_us = -1;
	snprintf(mute->cause.text, sizeof(mute->cause.text), "hardmuted started");
	*result = mute;
	return 0;
}

/* reached_us: when it was so; telling takes its time. */
static void show(struct mute *mute, enum mute_state state, const struct mute_cause *cause,
		 int64_t reached_us)
{
	mute->state = state;
	mute->since_us = get_date_us();
	mute->cause = *cause;
	mute->came_us = cause->key_us ? cause->key_us : reached_us;
	mute->key_us = cause->key_us ? reached_us - cause->key_us : -1;
	authority_state_changed(mute->daemon->authority);
	bus_state_changed(mute->daemon->bus);
	history_state_changed(mute->daemon->history);
	(void)sd_notifyf(0, "STATUS=%s: %s", mute_state_word(state), mute->cause.text);
}

static void show_muted(struct mute *mute)
{
	int64_t fenced_us = mute->reached_us ? mute->reached_us : now_us();

	mute->fence_timer = sd_event_source_disable_unref(mute->fence_timer);
	mute->fence_us = fenced_us - mute->asked_us;
	leds_show_muted(mute->daemon->leds);
	show(mute, MUTE_STATE_MUTED, &mute->muting_cause, fenced_us);
	if (mute->reached_us)	/* the readers of a driver at rest wait for silence */
		link_ring_bell(mute->daemon->link);
	mute->reached_us = 0;
	mute->nameless = false;
}

/* A queue that is full keeps its last place for the worst: something was lost. */
static void queue_event(struct mute *mute, enum policy_event event, const struct mute_cause *cause)
{
	static const struct mute_cause flood = { .text = "too much happened at once" };

	if (mute->queued == QUEUE_MAX) {
		mute->queue[QUEUE_MAX - 1] = (struct event){ POLICY_EVENT_LOST, flood };
		return;
	}
	mute->queue[mute->queued++] = (struct event){ event, *cause };
}

/* The newest request for live is the one that is being served; NULL: nobody's. */
static const struct request *find_live_request(const struct mute *mute)
{
	const struct request *newest = NULL;

	for (const struct request *request = mute->requests; request; request = request->next)
		if (request->live)
			newest = request;
	return newest;
}

static void on_limit(void *userdata, const char *why)
{
	mute_on_event(userdata, POLICY_EVENT_MUTE, why);
}

/* Live that should end and would not is muted again at once. */
static void check_limit(struct mute *mute, int error)
{
	static const struct mute_cause cause = { .text = "there is no timer for its end" };

	if (error)
		queue_event(mute, POLICY_EVENT_LOST, &cause);
}

static void limit_live(struct mute *mute)
{
	const struct request *request = find_live_request(mute);

	check_limit(mute, limit_start(&mute->limit, mute->daemon->event, request ? request->limit_us : 0,
				      mute->daemon->config.max_live_us, on_limit, mute));
}

static void show_live(struct mute *mute)
{
	static const struct mute_cause unknown = { .text = "asked" };
	const struct request *request = find_live_request(mute);

	limit_live(mute);
	show(mute, MUTE_STATE_LIVE, request ? &request->cause : &unknown, now_us());
}

/* Answers every pending request of that kind. The answer may bring new requests. */
static void answer(struct mute *mute, bool live, int error)
{
	struct request **at = &mute->requests, *request;

	while ((request = *at)) {
		if (request->live != live) {
			at = &request->next;
			continue;
		}
		*at = request->next;
		if (request->done)
			request->done(request->userdata, error);
		free(request);
		at = &mute->requests;
	}
}

static void step(struct mute *mute, enum policy_event event, const struct mute_cause *cause);

static int on_fence_late(sd_event_source *source, uint64_t usec, void *userdata)
{
	static const struct mute_cause cause = { .text = "the driver did not confirm the fence" };

	(void)source;
	(void)usec;
	step(userdata, POLICY_EVENT_FENCE_LATE, &cause);
	return 0;
}

static void close_gates(struct mute *mute)
{
	twins_close_gates(mute->daemon);
	mute->state = MUTE_STATE_MUTING;
	limit_stop(&mute->limit);
}

/*
 * Closed gates are a fence for a driver at rest: it delivers nothing, and sees
 * them when it wakes up. Else, should the timer or the message fail, the death
 * of the driver is the fence.
 */
static void ask_fence(struct mute *mute)
{
	mute->reached_us = link_driver_rests(mute->daemon->link) ? now_us() : 0;
	if (mute->reached_us)
		return;
	mute->fence_timer = sd_event_source_disable_unref(mute->fence_timer);
	if (sd_event_add_time_relative(mute->daemon->event, &mute->fence_timer, CLOCK_MONOTONIC,
				       FENCE_TIMEOUT_US, TIMER_ACCURACY_US, on_fence_late,
				       mute) < 0 ||
	    sd_event_source_set_priority(mute->fence_timer, SD_EVENT_PRIORITY_IMPORTANT) < 0 ||
	    link_send(mute->daemon->link, LINK_FENCE, ++mute->fence_seq))
		driver_kill(mute->daemon->driver, "it cannot be asked for the fence");
}

static void kill_driver(struct mute *mute)
{
	static const struct mute_cause cause = { .text = "there was no driver to be fenced" };

	if (driver_get_pid(mute->daemon->driver))
		driver_kill(mute->daemon->driver, "it cannot be fenced");
	else
		queue_event(mute, POLICY_EVENT_DRIVER_LOST, &cause);
}

static void open_gates(struct mute *mute)
{
	twins_open_gates(mute->daemon, now_ns());
}

static void suspend_driver(struct mute *mute)
{
	mute->suspend_waits = !link_send(mute->daemon->link, LINK_SUSPEND, ++mute->suspend_seq);
}

static void resume_driver(struct mute *mute)
{
	(void)link_send(mute->daemon->link, LINK_RESUME, 0);
}

static void act(struct mute *mute, enum policy_action action)
{
	switch (action) {
	case POLICY_ACTION_CLOSE_GATES: close_gates(mute); return;
	case POLICY_ACTION_FENCE: ask_fence(mute); return;
	case POLICY_ACTION_KILL_DRIVER: kill_driver(mute); return;
	case POLICY_ACTION_SHOW_MUTED: show_muted(mute); return;
	case POLICY_ACTION_SHOW_LIVE: show_live(mute); return;
	case POLICY_ACTION_OPEN_GATES: open_gates(mute); return;
	case POLICY_ACTION_LIGHT_LIVE: leds_show_live(mute->daemon->leds); return;
	case POLICY_ACTION_LIGHT_MUTED: leds_show_muted(mute->daemon->leds); return;
	case POLICY_ACTION_SUSPEND_DRIVER: suspend_driver(mute); return;
	case POLICY_ACTION_RESUME_DRIVER: resume_driver(mute); return;
	case POLICY_ACTION_COMPLETE: answer(mute, mute->state == MUTE_STATE_LIVE, 0); return;
	case POLICY_ACTION_CANCEL_LIVE: answer(mute, true, -ECANCELED); return;
	case POLICY_ACTION_CANCEL_ASK: bus_cancel_asks(mute->daemon->bus); return;
	case POLICY_ACTION_REFUSE_NO_DRIVER: answer(mute, true, -ENOTCONN); return;
	case POLICY_ACTION_REFUSE_SUSPENDED: answer(mute, true, -EBUSY); return;
	case POLICY_ACTION_REFUSE_NOT_LIT: answer(mute, true, -EREMOTEIO); return;
	case POLICY_ACTIONS: return;
	}
}

/* The system may sleep: muted, and no reader is blocked. */
static void finish_suspend(struct mute *mute)
{
	mute_done_fn *done = mute->suspend_done;

	if (!done || mute->state != MUTE_STATE_MUTED || mute->suspend_waits)
		return;
	mute->suspend_done = NULL;
	done(mute->suspend_userdata, 0);
}

/* For muted. */
static bool is_wish(enum policy_event event)
{
	switch (event) {
	case POLICY_EVENT_MUTE:
	case POLICY_EVENT_FENCE_LATE:
	case POLICY_EVENT_DRIVER_LOST:
	case POLICY_EVENT_LINK_LOST:
	case POLICY_EVENT_LOST:
	case POLICY_EVENT_SUSPEND:
	case POLICY_EVENT_NOT_LIT:
		return true;
	case POLICY_EVENT_LIVE:
	case POLICY_EVENT_ASK:
	case POLICY_EVENT_FENCED:
	case POLICY_EVENT_DRIVER_READY:
	case POLICY_EVENT_TWIN_ADDED:
	case POLICY_EVENT_RESUME:
	case POLICY_EVENT_LIGHTS:
	case POLICY_EVENT_NO_LIGHTS:
	case POLICY_EVENT_LIT:
	case POLICY_EVENTS:
		return false;
	}
	return true;
}

/* Good enough for a mute that has none yet. */
static bool is_reason(enum policy_event event)
{
	return event == POLICY_EVENT_MUTE || event == POLICY_EVENT_LOST || event == POLICY_EVENT_SUSPEND;
}

static void settle(struct mute *mute)
{
	/* what a switch turns off cannot be noticed: the reminder does without */
	bool remind = mute->daemon->config.remind && mute->state == MUTE_STATE_MUTED;

	mixer_settle(mute->daemon->mixer, remind ? MUTE_STATE_LIVE : mute->state);
	twins_settle_feeds(mute->daemon);
}

/* Live already: the request is about how long. */
static void renew_limit(struct mute *mute)
{
	uint64_t before_us = mute->limit.until_us;

	limit_live(mute);
	if (mute->limit.until_us != before_us)
		bus_limit_changed(mute->daemon->bus);
}

static void step_once(struct mute *mute, enum policy_event event, const struct mute_cause *cause)
{
	struct policy_step todo;

	mute->wishes += is_wish(event);
	if (mute->state == MUTE_STATE_LIVE)
		mute->asked_us = now_us();
	if (mute->state == MUTE_STATE_LIVE) {
		mute->muting_cause = *cause;
	} else if (mute->nameless && is_reason(event)) {
		mute->nameless = false;
		mute->muting_cause = *cause;
	}
	if (event == POLICY_EVENT_DRIVER_LOST)
		mute->suspend_waits = false;
	if (event == POLICY_EVENT_LIVE && mute->state == MUTE_STATE_LIVE)
		renew_limit(mute);
	policy_step(&mute->policy, event, &todo);
	for (unsigned i = 0; i < todo.count; i++)
		act(mute, todo.action[i]);
}

/* What came in during a step, and then the fence that was reached before it could be told. */
static bool take_event(struct mute *mute, struct event *next)
{
	if (mute->queued) {
		*next = mute->queue[0];
		mute->queued--;
		memmove(mute->queue, mute->queue + 1, mute->queued * sizeof(mute->queue[0]));
		return true;
	}
	*next = (struct event){ .event = POLICY_EVENT_FENCED, .cause.text = "fenced" };
	return mute->reached_us && !mute->nameless && mute->state == MUTE_STATE_MUTING;
}

static void step(struct mute *mute, enum policy_event event, const struct mute_cause *cause)
{
	struct event next;

	if (mute->stepping) {
		queue_event(mute, event, cause);
		return;
	}
	mute->stepping = true;
	step_once(mute, event, cause);
	while (take_event(mute, &next))
		step_once(mute, next.event, &next.cause);
	mute->stepping = false;
	/* the slow part, after everybody has been told */
	settle(mute);
	watch_look_soon(mute->daemon->watch);
	finish_suspend(mute);
}

static void append_request(struct mute *mute, struct request *request)
{
	struct request **end = &mute->requests;

	while (*end)
		end = &(*end)->next;
	*end = request;
}

static void ask_for(struct mute *mute, bool live, uint64_t limit_us, const struct mute_cause *cause,
		    mute_done_fn *done, void *userdata)
{
	struct request *request = calloc(1, sizeof(*request));

	if (request) {
		*request = (struct request){ .live = live, .limit_us = limit_us, .cause = *cause,
					     .done = done, .userdata = userdata };
		append_request(mute, request);
	} else if (done) {
		/* without memory a mute is carried out all the same, and a live request is not */
		done(userdata, -ENOMEM);
	}
	if (request || !live)
		step(mute, live ? POLICY_EVENT_LIVE : POLICY_EVENT_MUTE, cause);
}

void mute_hurry(struct mute *mute)
{
	static const struct mute_cause cause = { .text = "asked" };

	if (mute->state != MUTE_STATE_LIVE || mute->stepping)
		return;
	mute->nameless = true;
	step(mute, POLICY_EVENT_MUTE, &cause);
}

void mute_request(struct mute *mute, bool live, const struct mute_cause *cause,
		  mute_done_fn *done, void *userdata)
{
	ask_for(mute, live, 0, cause, done, userdata);
}

void mute_request_live(struct mute *mute, uint64_t limit_us, const struct mute_cause *cause,
		       mute_done_fn *done, void *userdata)
{
	ask_for(mute, true, limit_us, cause, done, userdata);
}

void mute_ask(struct mute *mute)
{
	mute_on_event(mute, POLICY_EVENT_ASK, "asked");
}

void mute_reload(struct mute *mute)
{
	static const struct mute_cause cause = { .text = "there is no timer for its end" };
	uint64_t before_us = mute->limit.until_us;

	settle(mute);
	if (mute->state != MUTE_STATE_LIVE)
		return;
	if (limit_shorten(&mute->limit, mute->daemon->event, mute->daemon->config.max_live_us,
			  on_limit, mute))
		step(mute, POLICY_EVENT_LOST, &cause);
	else if (mute->limit.until_us != before_us)
		bus_limit_changed(mute->daemon->bus);
}

void mute_suspend(struct mute *mute, mute_done_fn *done, void *userdata)
{
	static const struct mute_cause cause = { .text = "the system goes to sleep" };

	mute->suspend_done = done;
	mute->suspend_userdata = userdata;
	step(mute, POLICY_EVENT_SUSPEND, &cause);
}

void mute_resume(struct mute *mute)
{
	static const struct mute_cause cause = { .text = "the system woke up" };

	mute->suspend_done = NULL;
	mute->suspend_waits = false;
	mute->woke_us = now_us();
	leds_refresh(mute->daemon->leds);
	step(mute, POLICY_EVENT_RESUME, &cause);
}

void mute_on_event(struct mute *mute, enum policy_event event, const char *why)
{
	struct mute_cause cause = { .key_us = 0 };

	snprintf(cause.text, sizeof(cause.text), "%s", why);
	step(mute, event, &cause);
}

void mute_on_fenced(struct mute *mute, uint64_t seq)
{
	/* an answer to an earlier question says nothing about the present one */
	if (seq != mute->fence_seq)
		return;
	if (mute->nameless && mute->state == MUTE_STATE_MUTING) {
		mute->fence_timer = sd_event_source_disable_unref(mute->fence_timer);
		mute->reached_us = now_us();
		return;
	}
	mute_on_event(mute, POLICY_EVENT_FENCED, "fenced");
}

void mute_on_suspended(struct mute *mute, uint64_t seq)
{
	if (seq != mute->suspend_seq)
		return;
	mute->suspend_waits = false;
	finish_suspend(mute);
}

void mute_forget(struct mute *mute, void *userdata)
{
	for (struct request *request = mute->requests; request; request = request->next)
		if (request->userdata == userdata)
			request->done = NULL;
	if (mute->suspend_userdata == userdata)
		mute->suspend_done = NULL;
}

void mute_free(struct mute *mute)
{
	if (!mute)
		return;
	mute->stepping = true;	/* nothing that is asked from here on is carried out */
	answer(mute, false, -ECANCELED);
	answer(mute, true, -ECANCELED);
	while (mute->requests) {
		struct request *request = mute->requests;

		mute->requests = request->next;
		free(request);
	}
	sd_event_source_disable_unref(mute->fence_timer);
	limit_stop(&mute->limit);
	free(mute);
}

enum mute_state mute_get_state(const struct mute *mute)
{
	return mute->state;
}

int64_t mute_get_since_us(const struct mute *mute)
{
	return mute->since_us;
}

const char *mute_get_reason(const struct mute *mute)
{
	return mute->cause.text;
}

bool mute_is_suspended(const struct mute *mute)
{
	return mute->policy.suspended;
}

uint64_t mute_get_live_until_us(const struct mute *mute)
{
	return mute->limit.until_us;
}

int64_t mute_get_fence_us(const struct mute *mute)
{
	return mute->fence_us;
}

const struct mute_cause *mute_get_cause(const struct mute *mute)
{
	return &mute->cause;
}

int64_t mute_get_key_us(const struct mute *mute)
{
	return mute->key_us;
}

int64_t mute_get_came_us(const struct mute *mute)
{
	return mute->came_us;
}

uint64_t mute_get_wishes(const struct mute *mute)
{
	return mute->wishes;
}

int64_t mute_get_woke_us(const struct mute *mute)
{
	return mute->woke_us;
}
