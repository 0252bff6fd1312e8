/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The journal of requests: every request that was read from /dev/cuse and not
 * answered yet stands in the table, so that the successor of a driver that
 * died can repeat it and no client waits for ever. What a request has changed
 * in a stream is undone first (journal_recover): each is done once.
 */
#ifndef DRIVER_JOURNAL_H
#define DRIVER_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <sys/uio.h>

#include "table.h"

/*
 * read(2) of a request from /dev/cuse by way of the table's inbox, and notes
 * it. Bytes or -errno; -EBUSY: there is no room for the request in buf, refuse it.
 */
ssize_t journal_read(struct table *table, uint32_t twin, int fd, void *buf, size_t size);

/* Notes a raw request. False: no room, it would not be repeated. */
bool journal_note(struct table *table, uint32_t twin, const void *raw, size_t bytes);

/*
 * Is there room for one request more? What waits must leave some: a RELEASE
 * that cannot be noted would be refused, and its stream stay for ever.
 */
bool journal_has_room(const struct table *table);

/* From here to journal_end a request is handled; a successor finds it undone. */
void journal_begin(struct table *table, uint32_t twin, uint64_t unique);
/* Before the request that is handled changes a stream. */
void journal_changes(struct table *table, uint32_t stream);
void journal_end(struct table *table);

/* For a successor, once, when the table is mapped: undoes what was not finished. */
void journal_recover(struct table *table);

/* Forgets the request that an answer (a raw reply) belongs to. */
void journal_answered(struct table *table, uint32_t twin, const void *reply, size_t bytes);

/*
 * The oldest request of a twin after `after` (a FUSE unique), or NULL: for a
 * successor, that repeats them in the order in which they came.
 */
struct table_request *journal_next(struct table *table, uint32_t twin, uint64_t after);

#endif
