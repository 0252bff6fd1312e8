/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The mute flag that the sound server has for each source, and how it follows
 * the hard mute: (state, event) -> (state, actions). Pure: no clock, no server.
 *
 * The flag is what desktops show and what their buttons change. It never
 * decides anything: it is set while hardmute is muted, and it belongs to the
 * mirror (taken back when live) or to the user (left alone).
 *
 * hard    what happens                          what follows
 * ------  ------------------------------------  ---------------------------------------------
 * any     a source is found, clear              muted: set it, ours. Else nothing
 * any     ... set, and remembered as ours       ours; live: clear it (that unmute was missed)
 * any     ... set, and not remembered           the user's
 * any     hardmute mutes                        clear: set it, ours. Set: stays whose it is
 *         ... and the user's was set just now   ours: some desktops mute every source at once
 * any     hardmute goes live                    ours: clear it. The user's: stays
 * any     hardmuted is gone                     nothing: without it there is silence
 * muted   somebody clears it                    set it again, ours from now on (the user's own
 *                                               is given up); refused: a report
 * muted   ... in the moment of a key            the same without a report: a desktop toggles the
 *                                               flag at every press, and may be late
 * live    somebody sets it on the button        mute hard; ours: one gesture, one mute
 * live    ... in the moment of a key            clear it: the desktop's toggle, as above
 * live    ... on any other source               the user's
 * live    somebody clears it                    nobody's
 * any     the server does not show yet what     ask again; muted and not shown after
 *         was asked for                         MIRROR_TRIES: a report. Live and still set after
 *                                               the moment: leave it, the user's
 *
 * The button is the default source (what a desktop's key and button change)
 * and session mode's own. "The moment" is MIRROR_MOMENT_US from a change of the
 * hard state that a key made. A flag that is set in it is no request to mute:
 * the press of that key was the request, and it has been served.
 */
#ifndef HARDMUTE_AGENT_MIRROR_H
#define HARDMUTE_AGENT_MIRROR_H

#include <stdbool.h>
#include <stdint.h>

#define MIRROR_MOMENT_US 250000
#define MIRROR_TRIES 4

/* What hardmuted says. */
enum mirror_hard {
	MIRROR_HARD_UNKNOWN = 0,	/* not there, or not asked yet */
	MIRROR_HARD_MUTED,
	MIRROR_HARD_LIVE,
};

enum mirror_owner {
	MIRROR_OWNER_NONE = 0,	/* the flag is clear, or about to be */
	MIRROR_OWNER_US,
	MIRROR_OWNER_USER,
};

/* The same for all sources. */
struct mirror_world {
	enum mirror_hard hard;
	int64_t key_us;		/* when a key last changed it, CLOCK_MONOTONIC; 0 never */
};

/* One source; zeroed: not found yet. */
struct mirror {
	bool found;
	bool flag;		/* as the server last showed it */
	bool button;		/* the default source, or session mode's; the caller's to keep */
	enum mirror_owner owner;
	int64_t set_us;		/* when somebody else was last seen to set it */
	bool asked;		/* a change that the server has not shown yet ... */
	bool asked_flag;	/* ... to this */
	int64_t asked_us;	/* since when */
	unsigned tries;
};

enum mirror_event_type {
	MIRROR_EVENT_SEEN = 0,	/* the server shows the flag */
	MIRROR_EVENT_HARD,	/* world.hard is another one now */
};

struct mirror_event {
	enum mirror_event_type type;
	bool flag;		/* SEEN: set */
	bool remembered;	/* SEEN: as ours, from before; counts for a source not yet found */
	int64_t now_us;		/* CLOCK_MONOTONIC */
};

enum mirror_action {
	MIRROR_ACTION_SET = 1,
	MIRROR_ACTION_CLEAR = 2,
	MIRROR_ACTION_MUTE = 4,		/* ask hardmuted for a mute */
	MIRROR_ACTION_REPORT = 8,	/* somebody un-muted, and was refused */
};

/* Moves *mirror; returns actions, or-ed; never SET and CLEAR together. */
unsigned mirror_step(struct mirror *mirror, const struct mirror_world *world,
		     const struct mirror_event *event);

/* Is now_us in the moment of a key? */
bool mirror_in_moment(const struct mirror_world *world, int64_t now_us);

#endif
