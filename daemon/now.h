/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How long things take: CLOCK_MONOTONIC, which nobody sets. Any thread. */
#ifndef HARDMUTE_NOW_H
#define HARDMUTE_NOW_H

#include <stdint.h>
#include <time.h>

/* Since some moment. */
static inline int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000000ll + now.tv_nsec;
}

static inline int64_t now_us(void)
{
	return now_ns() / 1000;
}

static inline int64_t now_ms(void)
{
	return now_ns() / 1000000;
}

#endif
