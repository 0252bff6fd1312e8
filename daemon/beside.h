/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the other files of this installation are. */
#ifndef HARDMUTED_BESIDE_H
#define HARDMUTED_BESIDE_H

#include <stddef.h>

/*
 * The path of a file that belongs to this program: beside it (a build
 * directory, another prefix), or else in LIBEXECDIR, whether it is there or not.
 */
const char *beside_find(const char *name, char *path, size_t size);

#endif
