/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The layout of a menu (menu.h says what an item is) in messages of
 * com.canonical.dbusmenu. Functions that append return a negative errno when
 * they fail. Pure.
 */
#ifndef HARDMUTE_AGENT_LAYOUT_H
#define HARDMUTE_AGENT_LAYOUT_H

#include <jansson.h>
#include <stdbool.h>
#include <systemd/sd-bus.h>

/* This item or one below it; NULL: there is none of that number. */
json_t *layout_find(json_t *item, json_int_t id);
/* As the protocol has it, to be freed; NULL for an item without one. */
json_t *layout_make_label(const json_t *item);
/* The same items in the same places, whatever they say. */
bool layout_is_same(const json_t *one, const json_t *other);

/* names: of the properties that are wanted; NULL or empty for all. */
/* (ia{sv}av): the item and so many levels below it, all if negative. */
int layout_append(sd_bus_message *message, const json_t *item, int depth, char *const *names);
/* (ia{sv}): the item alone; then, the same for it and every item below it. */
int layout_append_group(sd_bus_message *message, const json_t *item, char *const *names);
int layout_append_groups(sd_bus_message *message, const json_t *item, char *const *names);
/*
 * (ia{sv}) for each item of the second tree that is in the first one, too, and says something
 * else there. Returns how many.
 */
int layout_append_changes(sd_bus_message *message, json_t *before, const json_t *item);

#endif
