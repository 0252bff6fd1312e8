/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Fuzzes what a successor does with a table that a broken driver left: any
 * bytes in it are mapped, checked, and then used as the driver uses them.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../../driver/journal.h"
#include "../../driver/table.h"

static void use(struct table *table)
{
	static const struct link_twin twin;
	static uint8_t out[1 << 20];

	for (unsigned i = 0; i < READERS_MAX; i++) {
		struct table_stream *stream = &table->streams[i];
		struct pcm_context context = { .twin = &twin, .now = 1 };
		uint64_t silent;
		long frames;

		if (!stream->used)
			continue;
		context.clock = &table->twins[stream->twin].clock;
		clock_silence(context.clock, 0, 1);
		clock_advance(context.clock, NULL, 1000000000);
		pcm_poll(&stream->pcm, &context);
		pcm_when(&stream->pcm, &context, 100);
		frames = pcm_transfer_some(&stream->pcm, &context, 4096);
		if (frames > 0 && (size_t)frames * stream->pcm.frame_bytes <= sizeof out &&
		    pcm_copy(&stream->pcm, &context, (uint64_t)frames, out, &silent) == 0)
			pcm_consume(&stream->pcm, (uint64_t)frames, silent);
	}
	for (unsigned twin_number = 0; twin_number < LINK_TWINS_MAX; twin_number++) {
		struct table_request *request;
		uint64_t done = 0;

		while ((request = journal_next(table, twin_number, done))) {
			if (request->bytes > TABLE_REQUEST_BYTES)
				abort();
			done = request->unique;
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int fd = -1;
	struct table *table, head = { .magic = TABLE_MAGIC, .version = TABLE_VERSION };
	size_t at = 0;

	if (fd < 0) {
		fd = memfd_create("table", MFD_CLOEXEC);
		if (fd < 0 || ftruncate(fd, TABLE_BYTES))
			abort();
	}
	/* { offset, length, bytes } patches over a table with its magic numbers right */
	if (pwrite(fd, &head, sizeof head, 0) != sizeof head)
		abort();
	while (at + 4 <= size) {
		size_t offset = (data[at] | data[at + 1] << 8 | data[at + 2] << 16) % sizeof head;
		size_t length = data[at + 3];

		at += 4;
		length = length < size - at ? length : size - at;
		length = length < sizeof head - offset ? length : sizeof head - offset;
		if (pwrite(fd, data + at, length, (off_t)offset) < 0)
			abort();
		at += length;
	}
	if (table_map(fd, &table) < 0)
		return 0;
	use(table);
	munmap(table, TABLE_BYTES);
	return 0;
}
