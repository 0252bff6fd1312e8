/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What stands beside hardmute in the session of the user who asks: microphones
 * of the sound server that no gate reaches, as the session's hardmute-agent
 * sees them. hardmuted is never told: its proof must not depend on a program of
 * the user's. So hardmutectl adds it, for this user, and it can only make the
 * verdict worse.
 */
#ifndef HARDMUTECTL_BEYOND_H
#define HARDMUTECTL_BEYOND_H

#include <jansson.h>

/* { "ungated": [...], "warnings": [...] } of the agent; NULL where there is none. */
json_t *beyond_fetch(void);

/*
 * status gets "ungated", and a line of evidence. A warning turns "muted, proven"
 * into "muted, not proven: ...". beyond may be NULL.
 */
void beyond_join(json_t *status, const json_t *beyond);

#endif
