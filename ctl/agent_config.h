/* SPDX-License-Identifier: GPL-2.0-or-later */
/* ~/.config/hardmute/agent.conf: what the user wants to see and hear of the mute. */
#ifndef HARDMUTE_AGENT_CONFIG_H
#define HARDMUTE_AGENT_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

enum agent_click {
	AGENT_CLICK_TOGGLE = 0,	/* mutes at once, or asks to unmute */
	AGENT_CLICK_MUTE,	/* only ever mutes */
	AGENT_CLICK_MENU,
};

struct agent_config {
	bool icon;		/* in the tray */
	enum agent_click click;	/* of the left button */
	bool listening;		/* notify of programs that begin to listen while muted */
	bool speaking;		/* ... that somebody speaks, unheard */
	bool changes;		/* ... of each mute and unmute */
	char sound[64];		/* of the sound theme, with each notification; "" for none */
};

void agent_config_defaults(struct agent_config *config);

/*
 * Reads path, NULL for the user's own place. Returns 0, also when there is no such file at the
 * user's own place; -EINVAL or another -errno after each mistake was logged with
 * its file and line. *config is changed only on 0.
 */
int agent_config_load(const char *path, struct agent_config *config);

#endif
