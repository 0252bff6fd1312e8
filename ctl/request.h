/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the user wants of hardmuted: Mute, Unmute, UnmuteFor. Never waits; an
 * unmute may lead to a question of polkit's to the user, and lasts as long.
 */
#ifndef HARDMUTE_AGENT_REQUEST_H
#define HARDMUTE_AGENT_REQUEST_H

#include <stdint.h>

#include "agent.h"

/*
 * state is what it led to ("muted", "live"); NULL: it failed, and why says so
 * to the user. Never called after agent->stopping.
 */
typedef void request_done_fn(void *userdata, const char *state, const char *why);

/* Calls done from the loop, in any case. done may be NULL. 0 or -errno; then done is not called. */
int request_mute(struct agent *agent, request_done_fn *done, void *userdata);
/* limit_us: it mutes again by itself after that; 0: it does not. */
int request_unmute(struct agent *agent, uint64_t limit_us, request_done_fn *done, void *userdata);

#endif
