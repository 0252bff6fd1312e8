/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The agent's icon in the tray: a StatusNotifierItem on the session bus, as
 * KDE, waybar, XFCE and GNOME's AppIndicator extension show it. A watcher
 * that is missing, late or started anew finds it all the same.
 */
#ifndef HARDMUTE_AGENT_SNI_H
#define HARDMUTE_AGENT_SNI_H

#include "agent.h"

#define SNI_PATH "/StatusNotifierItem"
#define SNI_MENU_PATH "/StatusNotifierItem/Menu"

struct sni;

struct sni_callbacks {
	void (*activate)(void *userdata);	/* the left button */
	void (*activate_second)(void *userdata);	/* the middle one */
};

/*
 * bus: a connection of the item's own to the session bus. The protocol knows no way to take an item
 * back but the end of its connection. menu_only: the left button, too, opens the menu. 0 or -errno.
 */
int sni_start(struct sni **sni, struct agent *agent, sd_bus *bus, bool menu_only,
	      const struct sni_callbacks *callbacks, void *userdata);
void sni_stop(struct sni *sni);

/* Shows agent->state and what belongs to it; hosts are told what changed. */
void sni_update(struct sni *sni);

#endif
