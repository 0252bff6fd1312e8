/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who reads while muted, see audience.h. A stream has its place here when it
 * ran at the mute or has been told of; a program that opens streams without end
 * fills the places, which is told once, and then nothing more is.
 */
#include "audience.h"

#include <stddef.h>
#include <string.h>

/* A copy of the n-th entry, its strings ended; false when it does not run. */
static bool read_running(const struct readers *readers, unsigned n, struct reader_info *reader)
{
	*reader = readers->reader[n];
	reader->program[sizeof(reader->program) - 1] = '\0';
	return reader->state == READER_STATE_RUNNING;
}

static struct audience_stream *find(struct audience *audience, uint64_t id)
{
	for (unsigned i = 0; i < audience->count; i++)
		if (audience->stream[i].id == id)
			return &audience->stream[i];
	return NULL;
}

static struct audience_stream *note(struct audience *audience, uint64_t id, bool ran)
{
	struct audience_stream *stream;

	if (audience->count == AUDIENCE_MAX)
		return NULL;
	stream = &audience->stream[audience->count++];
	*stream = (struct audience_stream){ .id = id, .ran = ran };
	return stream;
}

void audience_start(struct audience *audience, const struct readers *readers)
{
	struct reader_info reader;

	memset(audience, 0, sizeof(*audience));
	for (unsigned i = 0; i < READERS_MAX; i++)
		if (read_running(readers, i, &reader) && !find(audience, reader.id))
			(void)note(audience, reader.id, true);
}

static bool is_running(const struct readers *readers, uint64_t id)
{
	struct reader_info reader;

	for (unsigned i = 0; i < READERS_MAX; i++)
		if (read_running(readers, i, &reader) && reader.id == id)
			return true;
	return false;
}

/* Whoever stops, and starts again later, has begun to read while muted. */
static void forget_stopped(struct audience *audience, const struct readers *readers)
{
	for (unsigned i = 0; i < audience->count; i++)
		if (audience->stream[i].ran && !is_running(readers, audience->stream[i].id))
			audience->stream[i].ran = false;
}

static void consider(struct audience *audience, const struct reader_info *reader,
		     audience_tell_fn *tell, void *userdata)
{
	struct audience_stream *stream = find(audience, reader->id);

	if (!stream)
		stream = note(audience, reader->id, false);
	if (!stream) {
		if (!audience->full)
			tell(userdata, NULL, AUDIENCE_HOW_BEGINS);
		audience->full = true;
		return;
	}
	if (stream->told || (stream->ran && !audience->settled))
		return;
	stream->told = true;
	tell(userdata, reader, stream->ran ? AUDIENCE_HOW_KEEPS : AUDIENCE_HOW_BEGINS);
}

void audience_look(struct audience *audience, const struct readers *readers,
		   audience_tell_fn *tell, void *userdata)
{
	struct reader_info reader;

	for (unsigned i = 0; i < READERS_MAX; i++)
		if (read_running(readers, i, &reader))
			consider(audience, &reader, tell, userdata);
}

void audience_settle(struct audience *audience, const struct readers *readers,
		     audience_tell_fn *tell, void *userdata)
{
	audience->settled = true;
	forget_stopped(audience, readers);
	audience_look(audience, readers, tell, userdata);
}
