/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Strings from outside (programs' names, devices' names, the driver's table)
 * made fit to be shown: a terminal must not be steered by them, and D-Bus
 * takes nothing but valid UTF-8.
 */
#ifndef HARDMUTED_TEXT_H
#define HARDMUTED_TEXT_H

#include <stddef.h>

/*
 * Copies at most length bytes of from, up to its NUL, to to[size]. Control
 * characters and bytes that are no UTF-8 become '?'; no character is cut in half.
 */
void text_clean(char *to, size_t size, const char *from, size_t length);

#endif
