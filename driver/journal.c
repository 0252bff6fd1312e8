/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The journal of unanswered requests, see journal.h. A driver can die between
 * any two instructions, so what makes an entry count is stored last.
 */
#include "journal.h"

#include <errno.h>
#include <linux/fuse.h>
#include <string.h>
#include <sys/uio.h>

static size_t kept(size_t bytes)
{
	return bytes < TABLE_REQUEST_BYTES ? bytes : TABLE_REQUEST_BYTES;
}

bool journal_note(struct table *table, uint32_t twin, const void *raw, size_t bytes)
{
	struct fuse_in_header header;

	if (bytes < sizeof header)
		return true;
	memcpy(&header, raw, sizeof header);
	if (header.opcode == FUSE_INTERRUPT || header.opcode == FUSE_FORGET)
		return true;	/* has no answer */
	if (header.opcode == CUSE_INIT) {
		if (bytes <= sizeof table->twins[twin].init) {
			memcpy(table->twins[twin].init, raw, bytes);
			table->twins[twin].init_bytes = (uint32_t)bytes;
		}
		return true;
	}
	for (unsigned i = 0; i < TABLE_REQUESTS; i++) {
		struct table_request *request = &table->requests[i];

		if (request->unique)
			continue;
		request->twin = twin;
		request->bytes = (uint32_t)bytes;
		request->deaths = 0;
		memcpy(request->raw, raw, kept(bytes));
		__atomic_store_n(&request->unique, header.unique, __ATOMIC_RELEASE);
		return true;
	}
	return false;
}

bool journal_has_room(const struct table *table)
{
	for (unsigned i = 0; i < TABLE_REQUESTS; i++)
		if (!table->requests[i].unique)
			return true;
	return false;
}

ssize_t journal_read(struct table *table, uint32_t twin, int fd, void *buf, size_t size)
{
	struct table_inbox *inbox = &table->inbox;
	uint8_t *bytes = buf;
	struct iovec iov[2] = { { inbox->raw, kept(size) },
				{ bytes + kept(size), size - kept(size) } };
	ssize_t n;

	memset(inbox->raw, 0, sizeof(struct fuse_in_header));
	__atomic_store_n(&inbox->reading, twin + 1, __ATOMIC_RELEASE);
	n = readv(fd, iov, 2);
	if (n < 0) {
		n = -errno;
	} else {
		memcpy(buf, inbox->raw, kept((size_t)n));
		if (!journal_note(table, twin, buf, (size_t)n))
			n = -EBUSY;
	}
	__atomic_store_n(&inbox->reading, 0, __ATOMIC_RELEASE);
	return n;
}

/* The request of this number that nobody has answered, or NULL. */
static struct table_request *find(struct table *table, uint32_t twin, uint64_t unique)
{
	for (unsigned i = 0; i < TABLE_REQUESTS; i++)
		if (unique && table->requests[i].unique == unique && table->requests[i].twin == twin)
			return &table->requests[i];
	return NULL;
}

void journal_begin(struct table *table, uint32_t twin, uint64_t unique)
{
	table->work.twin = twin;
	table->work.changes = 0;
	__atomic_store_n(&table->work.unique, unique, __ATOMIC_RELEASE);
}

void journal_changes(struct table *table, uint32_t stream)
{
	table->work.before = table->streams[stream].pcm;
	__atomic_store_n(&table->work.changes, stream + 1, __ATOMIC_RELEASE);
}

void journal_end(struct table *table)
{
	__atomic_store_n(&table->work.unique, 0, __ATOMIC_RELEASE);
}

/* The kernel had handed over a request, and nobody had looked at it yet. */
static void empty_inbox(struct table *table)
{
	struct table_inbox *inbox = &table->inbox;
	uint32_t twin = inbox->reading - 1;
	struct fuse_in_header header;

	memcpy(&header, inbox->raw, sizeof header);
	if (inbox->reading && twin < LINK_TWINS_MAX && header.len >= sizeof header &&
	    !find(table, twin, header.unique))
		journal_note(table, twin, inbox->raw, header.len);
	inbox->reading = 0;
}

/* Once it is answered it stays done: the answer comes after the last change. */
static void undo(struct table *table)
{
	struct table_work *work = &table->work;
	struct table_request *request = find(table, work->twin, work->unique);

	if (request) {
		request->deaths++;
		if (work->changes && work->changes <= READERS_MAX)
			table->streams[work->changes - 1].pcm = work->before;
	}
	work->unique = 0;
}

void journal_recover(struct table *table)
{
	empty_inbox(table);
	undo(table);
}

void journal_answered(struct table *table, uint32_t twin, const void *reply, size_t bytes)
{
	struct table_request *request;
	struct fuse_out_header header;

	if (bytes < sizeof header)
		return;
	memcpy(&header, reply, sizeof header);
	request = find(table, twin, header.unique);	/* none: a notification */
	if (request)
		request->unique = 0;
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
