/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One card's capture switches over a mute and back. Belongs to the mixer's
 * thread, which may wait here for a slow card; no loop of its own.
 */
#ifndef HARDMUTED_MIXER_CARD_H
#define HARDMUTED_MIXER_CARD_H

#include <stdbool.h>

#include "switches.h"

enum mixer_state {
	MIXER_STATE_NONE = 0,	/* the card has no capture switch */
	MIXER_STATE_ON,		/* at least one is on */
	MIXER_STATE_OFF,	/* all off, at least one of them can be moved by others */
	MIXER_STATE_LOCKED,	/* all off, and locked by us */
};

/* As the card itself says. */
struct mixer_look {
	enum mixer_state state;
	unsigned switches, locked;
	char problem[100];	/* "PCH: Capture Switch is on"; empty when all are off */
};

struct mixer_card {
	int fd;			/* -1: not open */
	char id[CARD_ID_BYTES];
	unsigned count;
	struct capture_switch list[SWITCHES_MAX];
	bool held;		/* switched off by us */
	bool told;		/* of somebody who moves switches; once for each mute */
	char failure[100];	/* why the last hold or release did not work; empty: it did */
};

/* Opens a control node and subscribes to its events. 0 or -errno. */
int mixer_card_open(struct mixer_card *card, const char *path);
/* Locks end here; switches stay as they are. */
void mixer_card_close(struct mixer_card *card);

/* A switch that could be locked without harm to other controls: is anybody's UCM in the way? */
bool mixer_card_has_lockable(const struct mixer_card *card);

/*
 * Off, and where may_lock says so, locked; again and again, whatever others
 * do. What was on is saved at path first. 1: switches had to be put back; 0;
 * or -errno: try again.
 */
int mixer_card_hold(struct mixer_card *card, bool may_lock, struct saved *saved, const char *path);
/*
 * As they were. 0 or -errno: try again. When the daemon ends they stay saved:
 * "alsactl store" may have run during the mute, and at the next start they are
 * off again; one that is on then is forgotten.
 */
int mixer_card_release(struct mixer_card *card, bool forget, struct saved *saved, const char *path);

/* Takes the events that wait. 1: one concerned a switch; 0; -ENODEV: the card is gone. */
int mixer_card_take_events(struct mixer_card *card);

void mixer_card_look(const struct mixer_card *card, struct mixer_look *look);

#endif
