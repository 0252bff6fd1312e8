/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What is worth a notification:
 * - a program begins to listen while muted: once per program and mute. Those that
 *   listen already when a mute begins were told by the icon;
 * - somebody speaks into a muted microphone (only if hardmuted looks for it: "remind"
 *   in hardmute.conf); it goes when they do not any more;
 * - a mute or an unmute, if the user wants that.
 */
#ifndef HARDMUTE_AGENT_ALERTS_H
#define HARDMUTE_AGENT_ALERTS_H

#include "agent.h"
#include "agent_config.h"
#include "notify.h"

struct alerts;

/* config is copied; agent and notify outlive it. 0 or -errno. */
int alerts_start(struct alerts **alerts, struct agent *agent, const struct agent_config *config,
		 struct notify *notify);
void alerts_stop(struct alerts *alerts);

#endif
