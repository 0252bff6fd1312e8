/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A question goes through two calls, to the bus and to polkit, one at a time;
 * ask->answer is the slot of the one under way, so that freeing the question
 * forgets its answer. What may have changed meanwhile is looked at again.
 */
#include "ask.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "authority.h"
#include "connection.h"
#include "daemon.h"
#include "log.h"
#include "mute.h"
#include "names.h"
#include "now.h"
#include "polkit.h"

#define FAILURES_KEPT 8			/* users whose failures are remembered */
#define FAILURE_MEMORY_MS 60000

struct ask {
	struct ask *next;
	struct asks *asks;
	sd_bus_message *call;
	uint64_t limit_us;
	struct caller caller;
	bool known;			/* caller is */
	sd_bus_slot *gone;		/* tells when the caller leaves the bus */
	sd_bus_slot *answer;		/* of the call under way */
	char id[24];			/* of the question to polkit; "" it has not been asked */
};

struct failures {
	uid_t uid;
	unsigned count;
	int64_t first_ms;
};

struct asks {
	struct daemon *daemon;
	ask_granted_fn *granted;
	void *userdata;
	struct ask *first;
	uint64_t last_id;
	struct failures failures[FAILURES_KEPT];
};

int asks_new(struct asks **result, struct daemon *daemon, ask_granted_fn *granted, void *userdata)
{
	struct asks *asks = calloc(1, sizeof(*asks));

	if (!asks)
		return -ENOMEM;
	asks->daemon = daemon;
	asks->granted = granted;
	asks->userdata = userdata;
	*result = asks;
	return 0;
}

static void free_ask(struct ask *ask)
{
	struct ask **link = &ask->asks->first;

	while (*link != ask)
		link = &(*link)->next;
	*link = ask->next;
	sd_bus_slot_unref(ask->gone);
	sd_bus_slot_unref(ask->answer);
	sd_bus_message_unref(ask->call);
	free(ask);
}

/* Before it is freed, where polkit is still thinking. */
static void take_back(struct ask *ask)
{
	if (*ask->id)
		polkit_cancel(sd_bus_message_get_bus(ask->call), ask->id);
}

void asks_drop(struct asks *asks)
{
	while (asks->first)
		/* NOLINTNEXTLINE(clang-analyzer-unix.Malloc): free_ask takes it off the list */
		free_ask(asks->first);
}

void asks_free(struct asks *asks)
{
	if (!asks)
		return;
	asks_drop(asks);
	free(asks);
}

void asks_cancel(struct asks *asks)
{
	while (asks->first) {
		struct ask *ask = asks->first;

		(void)sd_bus_reply_method_errorf(ask->call, BUS_ERROR_FAILED, "A mute came first");
		take_back(ask);
		/* NOLINTNEXTLINE(clang-analyzer-unix.Malloc): free_ask takes it off the list */
		free_ask(ask);
	}
}

static int refuse(struct ask *ask, const char *why)
{
	struct mute_cause cause;

	caller_describe(ask->known ? &ask->caller : NULL, &cause);
	log_notice("unmute refused, %s: %s", cause.text, why);
	(void)sd_bus_reply_method_errorf(ask->call, BUS_ERROR_NOT_PERMITTED, "%s", why);
	free_ask(ask);
	return 1;
}

static bool is_interactive(const struct ask *ask)
{
	return sd_bus_message_get_allow_interactive_authorization(ask->call) > 0;
}

/* No refusal: the program may call again, and allow that the user is asked. */
static int demand_interaction(struct ask *ask)
{
	(void)sd_bus_reply_method_errorf(ask->call, SD_BUS_ERROR_INTERACTIVE_AUTHORIZATION_REQUIRED,
					 "The user has to be asked, and the call does not allow it");
	free_ask(ask);
	return 1;
}

static void grant(struct ask *ask)
{
	struct asks *asks = ask->asks;
	sd_bus_message *call = sd_bus_message_ref(ask->call);
	struct caller caller = ask->caller;
	uint64_t limit_us = ask->limit_us;

	free_ask(ask);
	asks->granted(asks->userdata, call, limit_us, &caller);
	sd_bus_message_unref(call);
}

/* The user's entry, else the oldest. */
static struct failures *find_failures(struct asks *asks, uid_t uid)
{
	struct failures *oldest = asks->failures;

	for (size_t i = 0; i < FAILURES_KEPT; i++) {
		if (asks->failures[i].count && asks->failures[i].uid == uid)
			return &asks->failures[i];
		if (asks->failures[i].first_ms < oldest->first_ms)
			oldest = &asks->failures[i];
	}
	return oldest;
}

static bool has_failed_often(struct asks *asks, uid_t uid)
{
	const struct failures *failures = find_failures(asks, uid);

	return failures->uid == uid && failures->count >= ASKS_FAILURES &&
	       now_ms() - failures->first_ms < FAILURE_MEMORY_MS;
}

static void note_failure(struct asks *asks, uid_t uid)
{
	struct failures *failures = find_failures(asks, uid);

	if (failures->uid != uid || !failures->count ||
	    now_ms() - failures->first_ms >= FAILURE_MEMORY_MS)
		*failures = (struct failures){ .uid = uid, .first_ms = now_ms() };
	failures->count++;
}

static unsigned count_asks(const struct asks *asks, const struct ask *of)
{
	unsigned count = 0;

	for (const struct ask *ask = asks->first; ask; ask = ask->next)
		count += !of || (ask->known && ask->caller.uid == of->caller.uid);
	return count;
}

static int on_polkit(sd_bus_message *answer, void *userdata, sd_bus_error *error)
{
	struct ask *ask = userdata;
	enum polkit_answer said;
	char why[256];

	(void)error;
	said = polkit_take(answer, why, sizeof(why));
	if (sd_bus_message_is_method_error(answer, NULL))
		take_back(ask);		/* it may only have been slow */
	if (said == POLKIT_CHALLENGE && !is_interactive(ask))
		return demand_interaction(ask);
	if (said == POLKIT_NO)		/* else there was nobody who could have been bothered */
		note_failure(ask->asks, ask->caller.uid);
	if (said != POLKIT_YES)
		return refuse(ask, why);
	if (authority_judge_caller(ask->asks->daemon, &ask->caller, why, sizeof(why)) == AUTHORITY_NO)
		return refuse(ask, why);
	grant(ask);
	return 1;
}

static int ask_polkit(struct ask *ask)
{
	struct asks *asks = ask->asks;
	struct mute_cause cause;
	char message[160];
	int error;

	if (count_asks(asks, ask) > ASKS_PER_USER)
		return refuse(ask, "The user is being asked already");
	if (has_failed_often(asks, ask->caller.uid))
		return refuse(ask, "Refused too often within a minute; try again later");
	caller_describe(&ask->caller, &cause);
	snprintf(message, sizeof(message), "Authentication is needed to unmute the microphone, %s",
		 cause.text);
	snprintf(ask->id, sizeof(ask->id), "unmute-%llu", (unsigned long long)++asks->last_id);
	ask->answer = sd_bus_slot_unref(ask->answer);
	error = polkit_ask(sd_bus_message_get_bus(ask->call), &ask->answer,
			   sd_bus_message_get_sender(ask->call), message, ask->id,
			   is_interactive(ask), ASK_TIMEOUT_US, on_polkit, ask);
	return error ? refuse(ask, "polkit cannot be asked") : 1;
}

static int on_credentials(sd_bus_message *answer, void *userdata, sd_bus_error *error)
{
	struct ask *ask = userdata;
	char why[256];

	(void)error;
	if (caller_take(answer, &ask->caller))
		return refuse(ask, "Nobody knows who asks");
	ask->known = true;
	switch (authority_judge_caller(ask->asks->daemon, &ask->caller, why, sizeof(why))) {
	case AUTHORITY_NO: return refuse(ask, why);
	case AUTHORITY_ASK: return ask_polkit(ask);
	case AUTHORITY_YES: grant(ask); return 1;
	}
	return refuse(ask, "nobody may");
}

static int on_gone(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	struct ask *ask = userdata;

	(void)error;
	if (!connection_is_from_bus(signal))
		return 0;
	log_info("unmute: the program that asked has gone");
	take_back(ask);
	free_ask(ask);
	return 0;
}

/* The match goes first: a caller that leaves after the bus has described it is noticed. */
static int begin(struct ask *ask)
{
	char match[256];
	int error;

	snprintf(match, sizeof(match), "type='signal',sender='org.freedesktop.DBus',"
		 "path='/org/freedesktop/DBus',interface='org.freedesktop.DBus',"
		 "member='NameOwnerChanged',arg0='%s'", sd_bus_message_get_sender(ask->call));
	error = sd_bus_add_match_async(sd_bus_message_get_bus(ask->call), &ask->gone, match, on_gone,
				       NULL, ask);
	return error < 0 ? error : caller_ask(ask->call, &ask->answer, on_credentials, ask);
}

int asks_start(struct asks *asks, sd_bus_message *call, uint64_t limit_us)
{
	struct ask *ask;
	int error;

	if (count_asks(asks, NULL) >= ASKS_MAX)
		return sd_bus_reply_method_errorf(call, BUS_ERROR_FAILED, "Too many ask to unmute");
	ask = calloc(1, sizeof(*ask));
	if (!ask)
		return -ENOMEM;
	ask->asks = asks;
	ask->call = sd_bus_message_ref(call);
	ask->limit_us = limit_us;
	ask->next = asks->first;
	asks->first = ask;
	error = begin(ask);
	if (error < 0) {
		free_ask(ask);
		return error;
	}
	/* from here on a mute ends it */
	mute_ask(asks->daemon->mute);
	return 1;
}
