/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The icon with its menu, and what a click on them does. */
#ifndef HARDMUTE_AGENT_TRAY_H
#define HARDMUTE_AGENT_TRAY_H

#include "actions.h"
#include "agent.h"
#include "agent_config.h"

struct tray;

/* 0 or -errno. agent and actions outlive it. */
int tray_start(struct tray **tray, struct agent *agent, const struct agent_config *config,
	       struct actions *actions);
void tray_stop(struct tray *tray);

#endif
