/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * While muted, the capture switches of every card with a microphone are off:
 * an extra wall behind the gates and the hidden nodes, never the boundary, so
 * it fails open rather than break anything. Called by the main thread only.
 */
#ifndef HARDMUTED_MIXER_H
#define HARDMUTED_MIXER_H

#include "evidence.h"
#include "state.h"

struct daemon;
struct mixer;

/* All functions take NULL: session mode has no mixer. 0 or -errno. */
int mixer_start(struct mixer **mixer, struct daemon *daemon);
/* Gives every switch back first, and waits for that, but not for a card that hangs. */
void mixer_stop(struct mixer *mixer);

/* udev, and alsactl with it, have done with the card's control node, or it is gone. */
void mixer_set_card(struct mixer *mixer, unsigned card, bool there);
/* Follows the state and the list of microphones. Does not wait. */
void mixer_settle(struct mixer *mixer, enum mute_state state);

/* Asks the cards; one that does not answer soon is unknown. */
void mixer_check(struct mixer *mixer, struct evidence_check *check);
/* "none", "on", "off", "locked", as last seen */
const char *mixer_get_switch(struct mixer *mixer, unsigned card);

#endif
