/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lengths of time as people write them: "30s", "5m", "1h30m", "90". Pure; hardmutectl uses it too. */
#ifndef HARDMUTED_DURATION_H
#define HARDMUTED_DURATION_H

#include <stddef.h>
#include <stdint.h>

#define DURATION_MAX_US (366 * 86400 * 1000000ull)

/*
 * Numbers with a unit each (s, sec, m, min, h, hr, d, and their long names),
 * added up, blanks allowed in between; one number alone counts seconds.
 * Returns 0, -EINVAL for anything else, or -ERANGE above DURATION_MAX_US.
 * *duration_us is changed only on 0.
 */
int duration_parse(const char *text, uint64_t *duration_us);

/* The two largest units that are not 0, rounded up to a second: "1 h 30 min", "45 s". */
void duration_format(uint64_t duration_us, char *text, size_t size);

#endif
