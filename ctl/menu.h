/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What stands in the menu of the tray, as JSON values; dbusmenu.h shows them.
 * An item: { "id": number, "label": text, "enabled": false, "children": [...] },
 * a line between items: { "id": number, "type": "separator" }. Pure.
 */
#ifndef HARDMUTE_AGENT_MENU_H
#define HARDMUTE_AGENT_MENU_H

#include <stdint.h>

#include "agent.h"

/* An item keeps its number for as long as it means the same. */
enum menu_id {
	MENU_ID_ROOT = 0,
	MENU_ID_STATE,		/* says how it is; cannot be chosen */
	MENU_ID_MUTE,
	MENU_ID_UNMUTE,
	MENU_ID_UNMUTE_FOR,	/* with those below it: */
	MENU_ID_15_MINUTES,
	MENU_ID_30_MINUTES,
	MENU_ID_1_HOUR,
	MENU_ID_LISTENERS,
	MENU_ID_MICROPHONES,
	MENU_ID_VERIFY,
	MENU_ID_QUIT,
	MENU_ID_SEPARATORS = 100,
	MENU_ID_FIRST_LISTENER = 1000,
	MENU_ID_FIRST_MICROPHONE = 2000,
	MENU_ID_FIRST_WARNING = 3000,
};

/* The root item; verifying: the choice is taken, and under way. NULL: out of memory. */
json_t *menu_make(const struct agent *agent, bool verifying);

/* Of UnmuteFor; 0 for what is not one of the three. */
uint64_t menu_get_limit(int id);

#endif
