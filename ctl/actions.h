/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a user can do with the mouse: in the tray, its menu, a notification.
 * None of it waits; what does not succeed is told by a notification.
 */
#ifndef HARDMUTE_AGENT_ACTIONS_H
#define HARDMUTE_AGENT_ACTIONS_H

#include <stdint.h>

#include "agent.h"
#include "notify.h"

struct actions;

/* 0 or -errno; both outlive it. */
int actions_start(struct actions **actions, struct agent *agent, struct notify *notify);
void actions_stop(struct actions *actions);

void actions_mute(struct actions *actions);
/* While the user is asked already nothing happens. limit_us: 0 for no end. */
void actions_unmute(struct actions *actions, uint64_t limit_us);
/* Mutes at once when live; asks when muted. */
void actions_toggle(struct actions *actions);

/* Its result is a notification. While one is under way nothing happens. */
void actions_verify(struct actions *actions);
bool actions_is_verifying(const struct actions *actions);

#endif
