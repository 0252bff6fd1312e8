/* SPDX-License-Identifier: GPL-2.0-or-later */
#ifndef HARDMUTED_LID_H
#define HARDMUTED_LID_H

#include <stdbool.h>

/* The computer has a lid that says when it is closed. root is put before /sys. */
bool lid_exists(const char *root);

#endif
