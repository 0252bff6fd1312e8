/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An eventfd that wakes whoever polls it. Any thread. */
#ifndef HARDMUTED_BELL_H
#define HARDMUTED_BELL_H

#include <stdint.h>
#include <unistd.h>

static inline void bell_ring(int fd)
{
	uint64_t one = 1;

	/* EAGAIN: it has not been heard since the last 2^64 rings, so it still rings */
	if (write(fd, &one, sizeof(one)) < 0)
		return;
}

#endif
