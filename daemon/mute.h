/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The mute itself: the one place that moves gates, in the order that contract
 * C6 asks for. Muting: close all gates, zero the rings, fence, then say muted.
 * Going live: say live, then open the gates. Runs in the main thread only.
 */
#ifndef HARDMUTED_MUTE_H
#define HARDMUTED_MUTE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "policy.h"
#include "state.h"

struct daemon;
struct mute;

/* Starts muted. Uses the daemon's event loop, link, driver, twins and bus as they come and go. */
int mute_new(struct mute **mute, struct daemon *daemon);
/* Pending callbacks are told -ECANCELED. */
void mute_free(struct mute *mute);

/*
 * Who or what asked; shown in the journal and as the bus property Reason. What
 * is not a key leaves the rest zero.
 */
struct mute_cause {
	char text[96];		/* "asked by hardmutectl (pid 12, uid 1000)", "the system sleeps" ... */
	int64_t key_us;		/* CLOCK_MONOTONIC: the kernel's time stamp of the key's event */
	char key[64];		/* "Ctrl+Alt+M" */
	char device[80];	/* "AT Translated Set 2 keyboard" */
};

/*
 * Called once when the request has been carried out: error 0, or a negative
 * errno (-ECANCELED: a later mute or a loss overtook it, -ENOTCONN: live is
 * impossible without the driver, -EBUSY: the system is going to sleep,
 * -EREMOTEIO: a light that shows the mute does not say live).
 * A mute is only ever reported as done after the fence. A live request during
 * a mute's fence is served after it.
 */
typedef void mute_done_fn(void *userdata, int error);

/* Asks for muted (live = false) or live. done may be NULL and may be called before return. */
void mute_request(struct mute *mute, bool live, const struct mute_cause *cause,
		  mute_done_fn *done, void *userdata);

/*
 * Somebody asks for muted, and mute_request will say who: closes the gates and asks for
 * the fence before that is found out. It must be called, whatever happens: nobody is told
 * of the fence before a reason is known.
 */
void mute_hurry(struct mute *mute);

/*
 * As mute_request for live, for at most limit_us microseconds (0: no end that
 * the caller wants; config max-live holds for everybody). Then it mutes by
 * itself. A later live request, also while live, replaces the time.
 */
void mute_request_live(struct mute *mute, uint64_t limit_us, const struct mute_cause *cause,
		       mute_done_fn *done, void *userdata);

/*
 * Somebody wants to go live, and whether he may is not known yet. Any mute,
 * loss or suspend before the answer calls bus_cancel_asks().
 */
void mute_ask(struct mute *mute);

/*
 * The configuration was read again: microphones and mixers follow it, and
 * max-live counts from now on.
 */
void mute_reload(struct mute *mute);

/*
 * The system is about to sleep: mutes, and done(userdata, 0) says that no
 * reader is blocked any more. Also called with 0 when no driver runs.
 */
void mute_suspend(struct mute *mute, mute_done_fn *done, void *userdata);
/* It is back: readers go on, the mute stays. */
void mute_resume(struct mute *mute);

/* Something was lost or came (any event but the requests and the fence); why as in mute_cause. */
void mute_on_event(struct mute *mute, enum policy_event event, const char *why);
/* LINK_FENCED and LINK_SUSPENDED. */
void mute_on_fenced(struct mute *mute, uint64_t seq);
void mute_on_suspended(struct mute *mute, uint64_t seq);

/* Forgets a pending callback, for a caller that goes away; the request itself goes on. */
void mute_forget(struct mute *mute, void *userdata);

enum mute_state mute_get_state(const struct mute *mute);
int64_t mute_get_since_us(const struct mute *mute);	/* CLOCK_REALTIME, microseconds */
const char *mute_get_reason(const struct mute *mute);	/* cause of the present state */
bool mute_is_suspended(const struct mute *mute);	/* asleep or about to be: nobody can go live */
uint64_t mute_get_live_until_us(const struct mute *mute);	/* CLOCK_BOOTTIME; 0: muted, or no end */
int64_t mute_get_fence_us(const struct mute *mute);	/* duration of the last fence; -1 none yet */

/* The cause of the present state; from its key's event to the fence or to live. -1: no key. */
const struct mute_cause *mute_get_cause(const struct mute *mute);
int64_t mute_get_key_us(const struct mute *mute);
/* CLOCK_MONOTONIC: when the present state came, or the key for it was pressed. */
int64_t mute_get_came_us(const struct mute *mute);
/* How often a mute was asked for or followed from a loss: if it grows, somebody else wants one. */
uint64_t mute_get_wishes(const struct mute *mute);
/* CLOCK_MONOTONIC: when the system last woke up; 0 never. */
int64_t mute_get_woke_us(const struct mute *mute);

#endif
