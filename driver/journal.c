/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The journal of unanswered requests, see journal.h. Called from the hooks
 * around read and writev of /dev/cuse; it must not fail and does not wait.
 */
#include "journal.h"

#include <linux/fuse.h>
#include <string.h>

bool journal_note(struct table *table, uint32_t twin, const void *raw, size_t bytes)
{
	struct fuse_in_header header;

	if (bytes < sizeof header)
		return true;
	memcpy(&header, raw, sizeof header);
	if (header.opcode == FUSE_INTERRUPT || header.opcode == FUSE_FORGET)
		return true;	/* has no answer */
	table->twins[twin].last_unique = header.unique;
	if (header.opcode == CUSE_INIT) {
		if (bytes <= sizeof table->twins[twin].init) {
			memcpy(table->twins[twin].init, raw, bytes);
			table->twins[twin].init_bytes = (uint32_t)bytes;
		}
		return true;
	}
	if (bytes > TABLE_REQUEST_BYTES)
		return false;
	for (unsigned i = 0; i < TABLE_REQUESTS; i++) {
		struct table_request *request = &table->requests[i];

		if (request->unique)
			continue;
		request->twin = twin;
		request->bytes = (uint32_t)bytes;
		request->repeats = 0;
		memcpy(request->raw, raw, bytes);
		__atomic_store_n(&request->unique, header.unique, __ATOMIC_RELEASE);
		return true;
	}
	return false;
}

void journal_answered(struct table *table, uint32_t twin, const void *reply, size_t bytes)
{
	struct fuse_out_header header;

	if (bytes < sizeof header)
		return;
	memcpy(&header, reply, sizeof header);
	if (!header.unique)
		return;	/* a notification */
	for (unsigned i = 0; i < TABLE_REQUESTS; i++)
		if (table->requests[i].unique == header.unique && table->requests[i].twin == twin)
			table->requests[i].unique = 0;
}

struct table_request *journal_next(struct table *table, uint32_t twin, uint64_t after)
{
	struct table_request *next = NULL;

	for (unsigned i = 0; i < TABLE_REQUESTS; i++) {
		struct table_request *request = &table->requests[i];

		if (request->unique > after && request->twin == twin &&
		    (!next || request->unique < next->unique))
			next = request;
	}
	return next;
}
