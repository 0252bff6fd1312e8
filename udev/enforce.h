/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * All nodes of the system together, and the guard over them. Exit codes as in
 * node.h; the argument is not used.
 */
#ifndef HARDMUTE_ENFORCE_H
#define HARDMUTE_ENFORCE_H

/* The guard's list is what /sys says now. */
void enforce_refresh_guard(void);

/* Before hardmuted starts, in its control group: the guard, and every node in its place. */
int enforce_start(const char *unused);
/* Every node in its place, as the configuration says now. */
int enforce_apply(const char *unused);
/* All nodes back to their users, and no guard. */
int enforce_restore(const char *unused);
/* Without hardmuted, for whatever reason: stops it, gives all back, and hides nothing until it is started again. */
int enforce_release(const char *unused);

#endif
