/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Follows hardmuted: the one on the system bus, or else the session's. What it
 * says goes to agent_set_status; its end is noticed at once, from the bus. It
 * comes back over restarts of hardmuted and of the system bus, and wakes
 * nobody while nothing changes.
 */
#ifndef HARDMUTE_AGENT_FOLLOW_H
#define HARDMUTE_AGENT_FOLLOW_H

#include "agent.h"

struct follow;

enum follow_choice {
	FOLLOW_CHOICE_ANY = 0,	/* the system's if it is there, else the session's */
	FOLLOW_CHOICE_SYSTEM,
	FOLLOW_CHOICE_SESSION,
};

/* agent->session is open. That hardmuted is not there is no error. 0 or -errno. */
int follow_start(struct follow **follow, struct agent *agent, enum follow_choice choice);
void follow_stop(struct follow *follow);

/* The bus and the unique name of the hardmuted whose status is shown; NULL: it is gone. */
sd_bus *follow_get_bus(const struct follow *follow);
const char *follow_get_owner(const struct follow *follow);

#endif
