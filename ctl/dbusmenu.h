/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A menu on the session bus, as the hosts of trays want it: the interface
 * com.canonical.dbusmenu, version 3. What stands in it: menu.h.
 */
#ifndef HARDMUTE_AGENT_DBUSMENU_H
#define HARDMUTE_AGENT_DBUSMENU_H

#include <jansson.h>
#include <systemd/sd-bus.h>

struct dbusmenu;

/* id: of an item that was enabled. */
typedef void dbusmenu_click_fn(void *userdata, int id);

/* Serves at path, an empty menu at first. 0 or -errno. */
int dbusmenu_start(struct dbusmenu **menu, sd_bus *bus, const char *path, dbusmenu_click_fn *click,
		   void *userdata);
void dbusmenu_stop(struct dbusmenu *menu);

/* Takes over root (menu.h); hosts are told if it differs from what they have seen. */
void dbusmenu_set(struct dbusmenu *menu, json_t *root);

#endif
