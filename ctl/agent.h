/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * hardmute-agent: what the user's session sees of the mute. One of it runs per
 * session, on one event loop, one thread. It decides nothing about the mute:
 * it shows what hardmuted says and passes on what the user wants.
 *
 * Its parts hang on struct agent: each keeps a struct agent_listener of its
 * own and is told whenever there is something new to show.
 */
#ifndef HARDMUTE_AGENT_H
#define HARDMUTE_AGENT_H

#include <jansson.h>
#include <stdbool.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

struct agent;
struct follow;

/* What is shown. Zero promises nothing. */
enum agent_state {
	AGENT_STATE_GONE = 0,	/* hardmuted is not there, or has not answered yet */
	AGENT_STATE_UNPROVEN,	/* muted, but not proven, or something stands beside the mute */
	AGENT_STATE_PROVEN,	/* muted, and proven */
	AGENT_STATE_LIVE,	/* live, and nobody listens */
	AGENT_STATE_HEARD,	/* live, and somebody listens */
};
#define AGENT_STATES 5

/*
 * Told after agent->status, ->state or ->warnings changed; once for all that
 * arrived together. It must not wait for anything.
 */
struct agent_listener {
	void (*changed)(struct agent *agent, void *userdata);
	void *userdata;
	struct agent_listener *next;	/* agent_listen's */
};

struct agent {
	sd_event *event;
	sd_bus *session;	/* the session bus, on the loop; its loss ends the agent */
	struct follow *follow;	/* NULL in tests that have no hardmuted */

	enum agent_state state;
	/*
	 * The keys and values of "hardmutectl --json status" (org.hardmute.Mute1(7) in
	 * snake_case), without "evidence"; an empty object while hardmuted is gone.
	 */
	json_t *status;
	/*
	 * What the session itself knows that speaks against a mute (a microphone that
	 * hardmuted cannot gate): strings for the user. Muted is shown as not proven while
	 * there is one. It can only make things worse.
	 */
	json_t *warnings;

	struct agent_listener *listeners;
	sd_event_source *telling;	/* pending: the listeners have something to be told */
	bool stopping;
};

/* Makes the loop's part; 0 or -errno. agent->session and agent->follow are the caller's to set. */
int agent_start(struct agent *agent, sd_event *event);
/* The caller has stopped the parts; closes what is still there. */
void agent_stop(struct agent *agent);

/* From the next change on; listeners are told in the order of their coming. */
void agent_listen(struct agent *agent, struct agent_listener *listener);
void agent_unlisten(struct agent *agent, struct agent_listener *listener);

/* Takes over status, NULL for gone; the listeners are told soon, from the loop. */
void agent_set_status(struct agent *agent, json_t *status);
/* Takes over warnings, an array of strings. */
void agent_set_warnings(struct agent *agent, json_t *warnings);

/* The listeners are told soon, though nothing of these changed. */
void agent_tell(struct agent *agent);

/* Of agent->status: "" or 0 for what is not there. */
const char *agent_get_text(const struct agent *agent, const char *key);
json_int_t agent_get_number(const struct agent *agent, const char *key);

/* State live or heard; state unproven or proven. Both are false while gone. */
bool agent_is_live(const struct agent *agent);
bool agent_is_muted(const struct agent *agent);

#endif
