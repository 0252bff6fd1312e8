/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Starts a program that inherits a few descriptors and nothing else of this process. */
#ifndef HARDMUTED_SPAWN_H
#define HARDMUTED_SPAWN_H

#include <sys/types.h>

#define SPAWN_FDS_MAX 4

/*
 * fds[i] becomes descriptor first + i of the program (first > 2); of the others
 * only 0, 1 and 2 stay open. Signals are unblocked and at their defaults. 0 or -errno.
 */
int spawn(const char *path, char *const *argv, const int *fds, unsigned count, int first,
	  pid_t *pid);

#endif
