/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The table of streams, see table.h. Main thread only. What a predecessor left
 * is checked here once, when it is mapped; nobody else has to.
 */
#include "table.h"

#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>

#include "journal.h"
#include "reader.h"

static bool hw_params_hold(const struct pcm *pcm)
{
	return pcm->rate >= 1000 && pcm->rate <= 1000000 && pcm->channels >= 1 &&
	       pcm->channels <= 64 && reader_sample_bytes(pcm->format) &&
	       pcm->frame_bytes == reader_sample_bytes(pcm->format) * pcm->channels &&
	       (pcm->access == SNDRV_PCM_ACCESS_RW_INTERLEAVED ||
		pcm->access == SNDRV_PCM_ACCESS_RW_NONINTERLEAVED) &&
	       pcm->period_size && pcm->period_size <= pcm->buffer_size &&
	       pcm->buffer_size <= 1u << 24 && pcm->boundary >= pcm->buffer_size &&
	       pcm->boundary <= INT64_MAX;
}

static bool stream_holds(const struct table *table, const struct table_stream *stream)
{
	const struct pcm *pcm = &stream->pcm;

	if (stream->used != 1 || stream->twin >= LINK_TWINS_MAX ||
	    !table->twins[stream->twin].used)
		return false;
	if (pcm->state == SNDRV_PCM_STATE_OPEN)
		return true;
	/* A reader may have stayed behind by any number of frames, beyond a 32-bit boundary, too. */
	return pcm->state <= SNDRV_PCM_STATE_SUSPENDED && hw_params_hold(pcm) &&
	       pcm->hw >= 0 && pcm->hw <= INT64_MAX / 4 && pcm->appl >= -INT64_MAX / 4 &&
	       pcm->appl <= pcm->hw + (int64_t)(pcm->boundary / 2);
}

static bool twin_holds(const struct table_twin *twin)
{
	return twin->used == 1 && twin->init_bytes <= sizeof twin->init &&
	       twin->clock.rate <= 1000000 && twin->clock.origin <= INT64_MAX / 2 &&
	       twin->clock.position <= INT64_MAX / 2;
}

static bool request_holds(const struct table *table, const struct table_request *request)
{
	return request->unique && request->twin < LINK_TWINS_MAX &&
	       table->twins[request->twin].used;
}

static void check(struct table *table)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		if (!twin_holds(&table->twins[i]))
			table_forget_twin(table, i);
	for (unsigned i = 0; i < READERS_MAX; i++)
		if (!stream_holds(table, &table->streams[i]))
			table_close(table, i);
	for (unsigned i = 0; i < TABLE_REQUESTS; i++)
		if (!request_holds(table, &table->requests[i]))
			table->requests[i].unique = 0;
}

int table_map(int fd, struct table **out)
{
	struct table *table;
	struct stat st;

	if (fstat(fd, &st) < 0)
		return -errno;
	if (st.st_size < (off_t)TABLE_BYTES)
		return -EINVAL;
	table = mmap(NULL, TABLE_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (table == MAP_FAILED)
		return -errno;
	if (table->magic != TABLE_MAGIC || table->version != TABLE_VERSION) {
		memset(table, 0, sizeof *table);
		table->readers.version = READERS_VERSION;
		table->readers.magic = READERS_MAGIC;
		table->version = TABLE_VERSION;
		table->magic = TABLE_MAGIC;
	}
	journal_recover(table);
	check(table);
	*out = table;
	return 0;
}

static void program_of(uint32_t pid, char *program, size_t size)
{
	char path[32];
	FILE *file;

	program[0] = '\0';
	snprintf(path, sizeof path, "/proc/%u/comm", pid);
	file = pid ? fopen(path, "re") : NULL;
	if (!file)
		return;
	if (fgets(program, (int)size, file))
		program[strcspn(program, "\n")] = '\0';
	fclose(file);
}

/* The kernel names the thread that opened: a sound server's says nothing to a user. */
static uint32_t process_of(uint32_t thread)
{
	uint32_t process = thread;
	char path[32], line[64];
	FILE *file;

	snprintf(path, sizeof path, "/proc/%u/status", thread);
	file = thread ? fopen(path, "re") : NULL;
	if (!file)
		return process;
	while (fgets(line, sizeof line, file))
		if (sscanf(line, "Tgid: %" SCNu32, &process) == 1)
			break;
	fclose(file);
	return process;
}

static void describe(struct table *table, uint32_t number, uint32_t pid, uint32_t uid,
		     const char *program)
{
	struct reader_info *info = &table->readers.reader[number];
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	memset(info, 0, sizeof *info);
	info->twin = table->streams[number].twin;
	info->pid = program ? pid : process_of(pid);
	info->uid = uid;
	if (program)
		snprintf(info->program, sizeof info->program, "%s", program);
	else
		program_of(info->pid, info->program, sizeof info->program);
	info->id = ++table->next_id;
	info->since_ns = now.tv_sec * 1000000000LL + now.tv_nsec;
	info->state = READER_STATE_OPEN;
}

int table_open(struct table *table, uint32_t twin, uint32_t pid, uint32_t uid,
	       const char *program, uint64_t unique)
{
	if (table_count(table, twin) >= READERS_PER_TWIN)
		return -EBUSY;
	for (unsigned i = 0; i < READERS_MAX; i++) {
		struct table_stream *stream = &table->streams[i];

		if (stream->used)
			continue;
		memset(stream, 0, sizeof *stream);
		stream->twin = twin;
		stream->opened_by = unique;
		pcm_open(&stream->pcm);
		describe(table, i, pid, uid, program);
		stream->used = 1;
		return (int)i;
	}
	return -EBUSY;
}

void table_close(struct table *table, uint32_t stream)
{
	table->streams[stream].used = 0;
	table->readers.reader[stream].state = READER_STATE_FREE;
}

void table_forget_twin(struct table *table, uint32_t twin)
{
	for (unsigned i = 0; i < READERS_MAX; i++)
		if (table->streams[i].used && table->streams[i].twin == twin)
			table_close(table, i);
	for (unsigned i = 0; i < TABLE_REQUESTS; i++)
		if (table->requests[i].twin == twin)
			table->requests[i].unique = 0;
	memset(&table->twins[twin], 0, sizeof table->twins[twin]);
}

unsigned table_count(const struct table *table, uint32_t twin)
{
	unsigned count = 0;

	for (unsigned i = 0; i < READERS_MAX; i++)
		count += table->streams[i].used && table->streams[i].twin == twin;
	return count;
}

uint64_t table_mark(const struct table *table, uint32_t twin)
{
	uint64_t mark = 0;

	for (unsigned i = 0; i < READERS_MAX; i++) {
		const struct reader_info *info = &table->readers.reader[i];

		if (table->streams[i].used && table->streams[i].twin == twin)
			mark = mark * 31 + info->id * 2 + (info->state == READER_STATE_RUNNING);
	}
	return mark;
}
