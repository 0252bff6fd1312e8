/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The driver's one state struct, handed to everybody as an argument.
 */
#ifndef DRIVER_DRIVER_H
#define DRIVER_DRIVER_H

#include <stdbool.h>
#include <stdint.h>

#include "link.h"
#include "table.h"
#include "twin.h"

struct driver {
	struct table *table;
	struct twin twins[LINK_TWINS_MAX];
	bool asleep;		/* between LINK_SUSPEND and LINK_RESUME */
	int64_t now;		/* CLOCK_MONOTONIC of this turn of the loop */
	int64_t monotonic_to_real, monotonic_to_raw;	/* ns to add */
	int64_t ends_at;	/* CLOCK_MONOTONIC at which to exit without a daemon; 0: it is there */
	int64_t pushed_at;	/* last push of the pulse; 0 disarmed */
	bool quit;
};

#endif
