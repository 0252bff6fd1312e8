/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The guard: a program in the kernel that is asked at every opening of a device
 * node, by its numbers, whatever its name, owner and mode. It lets nobody open
 * a real capture device but the processes of hardmuted's control group; not
 * even root elsewhere, nor a copy made with mknod. It outlives its loader.
 * Needs cgroup v2 and Linux 5.7; without them there is none, and the evidence
 * says so. All functions need root.
 */
#ifndef HARDMUTE_GUARD_H
#define HARDMUTE_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Loads it, if it is not there yet, and makes the caller's control group the one. 0 or -errno. */
int guard_on(void);
/* A descriptor that keeps it attached, or -errno; /proc/self/fdinfo says of it what it is. */
int guard_open(void);
/* Exactly these devices are refused from now on. 0; -ENOENT: there is no guard; or -errno. */
int guard_set(const dev_t *devices, size_t count);
void guard_off(void);

#endif
