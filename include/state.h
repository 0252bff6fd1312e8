/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The states of the mute, as every part of hardmute names them. Zero is the
 * safe one: a zeroed struct, a fresh memfd and a lost message all mean muted.
 */
#ifndef HARDMUTE_STATE_H
#define HARDMUTE_STATE_H

enum mute_state {
	MUTE_STATE_MUTED = 0,	/* gates closed and the driver has confirmed the fence */
	MUTE_STATE_MUTING,	/* gates closed, fence not confirmed: still shown as live */
	MUTE_STATE_LIVE,	/* shown as live first, then the gates opened */
};

/* The word a user sees; MUTING is shown as live, because nothing is proven yet. */
static inline const char *mute_state_word(enum mute_state state)
{
	return state == MUTE_STATE_MUTED ? "muted" : "live";
}

#endif
