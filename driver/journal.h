/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The journal of requests: every request that was read from /dev/cuse and not
 * answered yet stands in the table, so that the successor of a driver that
 * died can repeat it and no client waits for ever. Reads are consumed only
 * after their answer is out, so repeating one gives the same frames again.
 */
#ifndef DRIVER_JOURNAL_H
#define DRIVER_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <sys/uio.h>

#include "table.h"

/* Notes a raw request as read from the kernel. False: no room, it will not be repeated. */
bool journal_note(struct table *table, uint32_t twin, const void *raw, size_t bytes);

/* Forgets the request that an answer (a raw reply) belongs to. */
void journal_answered(struct table *table, uint32_t twin, const void *reply, size_t bytes);

/*
 * The oldest request of a twin after `after` (a FUSE unique), or NULL: for a
 * successor, that repeats them in the order in which they came.
 */
struct table_request *journal_next(struct table *table, uint32_t twin, uint64_t after);

#endif
