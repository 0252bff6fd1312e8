/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The five pictures of the mute, one for each enum agent_state. Each is a list
 * of shapes on a grid of 16 x 16; the same list makes the SVG files that are
 * installed and the pixels for hosts that find no file. Pure.
 *
 * They differ by shape, for eyes that see no colour: a disc is muted, a square
 * is live, a ring is neither; a slash crosses a muted microphone, a triangle
 * with a mark says not proven, waves say that somebody listens.
 */
#ifndef HARDMUTE_AGENT_ICON_H
#define HARDMUTE_AGENT_ICON_H

#include <stdint.h>
#include <stdio.h>

#include "agent.h"

/* Of the icon theme: "hardmute-muted". */
const char *icon_get_name(enum agent_state state);

/*
 * size x size pixels, row by row from the top, each four bytes: alpha, red,
 * green, blue, colours not multiplied (as StatusNotifierItem wants them).
 */
void icon_draw(enum agent_state state, unsigned size, uint8_t *pixels);

/* The same as a file. 0 or -errno. */
int icon_write_svg(enum agent_state state, FILE *file);

#endif
