/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the streams of a twin share, see twin.h: one rate and one number of
 * channels, one clock, one ring, one wish to the daemon. Main thread only.
 */
#include "twin.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "driver.h"
#include "reader.h"

static struct clock *clock_of(const struct twin *twin)
{
	return &twin->driver->table->twins[twin->number].clock;
}

/*
 * Wide, so that applications find what they want and alsa-lib's plug never has
 * to convert: it cannot, on a device without mmap.
 */
static void set_limits(struct twin *twin)
{
	twin->limits = (struct params_limits){
		.formats = 1ull << SNDRV_PCM_FORMAT_S16_LE | 1ull << SNDRV_PCM_FORMAT_S24_LE |
			   1ull << SNDRV_PCM_FORMAT_S24_3LE | 1ull << SNDRV_PCM_FORMAT_S32_LE |
			   1ull << SNDRV_PCM_FORMAT_FLOAT_LE,
		.access = 1u << SNDRV_PCM_ACCESS_RW_INTERLEAVED |
			  1u << SNDRV_PCM_ACCESS_RW_NONINTERLEAVED,
		.info = SNDRV_PCM_INFO_INTERLEAVED | SNDRV_PCM_INFO_NONINTERLEAVED |
			SNDRV_PCM_INFO_BLOCK_TRANSFER | SNDRV_PCM_INFO_PAUSE,
		.channels_min = 1,
		.channels_max = twin->info.channels_max > 2 ? twin->info.channels_max : 2,
		.rate_min = 8000,
		.rate_max = 192000,
		.period_bytes_min = 64,
		.period_bytes_max = 128 * 1024,
		.periods_min = 2,
		.periods_max = 1024,
		.buffer_bytes_max = 256 * 1024,
	};
}

static int map_ring(struct twin *twin, int fd)
{
	const int needed = F_SEAL_SHRINK | F_SEAL_GROW;
	const struct ring_header *ring;
	struct stat st;

	if (fd < 0 || fstat(fd, &st) < 0 || st.st_size != (off_t)RING_BYTES ||
	    (fcntl(fd, F_GET_SEALS) & needed) != needed)
		return -EINVAL;
	ring = mmap(NULL, RING_BYTES, PROT_READ, MAP_SHARED, fd, 0);
	if (ring == MAP_FAILED)
		return -errno;
	if (ring->magic != RING_MAGIC || ring->version != RING_VERSION) {
		munmap((void *)(uintptr_t)ring, RING_BYTES);
		return -EINVAL;
	}
	twin->ring = ring;
	return 0;
}

int twin_add(struct driver *driver, uint32_t number, const struct link_twin *info, int ring_fd)
{
	struct twin *twin = &driver->twins[number];
	int err;

	if (twin->used) {
		close(ring_fd);
		return -EEXIST;
	}
	*twin = (struct twin){ .number = number, .driver = driver, .info = *info };
	err = map_ring(twin, ring_fd);
	close(ring_fd);
	if (err)
		return err;
	set_limits(twin);
	twin->used = true;
	/* Whatever was live before this process knew of it stays silent. */
	clock_of(twin)->dead_epoch = 0;
	twin_silence(twin);
	return 0;
}

void twin_remove(struct twin *twin)
{
	if (twin->ring)
		munmap((void *)(uintptr_t)twin->ring, RING_BYTES);
	twin->ring = NULL;
	twin->used = false;
}

void twin_silence(struct twin *twin)
{
	uint64_t epoch = twin->ring ? atomic_load(&twin->ring->epoch) : UINT64_MAX;

	clock_silence(clock_of(twin), epoch, twin->driver->now);
}

void twin_advance(struct twin *twin)
{
	struct clock *clock = clock_of(twin);
	int64_t now = twin->driver->now;
	struct ring_view view, *seen = NULL;

	if (!clock->rate)
		return;
	if (twin->ring && ring_look(twin->ring, &view) == 0) {
		seen = &view;
		if (ring_is_open(view.epoch) &&
		    !reader_accepts(twin->ring, clock->rate, twin->told.channels))
			seen = NULL;
	}
	clock_advance(clock, seen, now);
	if (clock_is_stalled(clock, LINK_STALL_MS * 1000000LL, now)) {
		struct link_message stalled = { .type = LINK_STALLED, .twin = twin->number };

		clock_silence(clock, clock->live_epoch, now);
		clock_advance(clock, NULL, now);
		link_send(&stalled);
	}
}

int64_t twin_when(const struct twin *twin)
{
	const struct clock *clock = clock_of(twin);

	return clock_is_live(clock) ? clock->seen_ns + (LINK_STALL_MS + 1) * 1000000LL
				    : CLOCK_NEVER;
}

/* A stream of this twin, other than `except`, that fixes rate and channels; or NULL. */
static const struct pcm *set_up_stream(const struct twin *twin, uint32_t except)
{
	const struct table *table = twin->driver->table;

	for (uint32_t i = 0; i < READERS_MAX; i++)
		if (i != except && table->streams[i].used &&
		    table->streams[i].twin == twin->number &&
		    table->streams[i].pcm.state != SNDRV_PCM_STATE_OPEN)
			return &table->streams[i].pcm;
	return NULL;
}

void twin_context(const struct twin *twin, uint32_t stream, struct pcm_context *context)
{
	const struct driver *driver = twin->driver;
	const struct pcm *other = set_up_stream(twin, stream);

	*context = (struct pcm_context){
		.clock = clock_of(twin), .ring = twin->ring, .twin = &twin->info,
		.limits = twin->limits, .streams = twin->told_count, .now = driver->now,
		.monotonic_to_real = driver->monotonic_to_real,
		.monotonic_to_raw = driver->monotonic_to_raw,
		.asleep = driver->asleep, .gone = twin->gone,
	};
	if (other) {
		context->limits.rate_min = context->limits.rate_max = other->rate;
		context->limits.channels_min = context->limits.channels_max = other->channels;
	}
}

/* The needs of all running streams; the first one's format stays as long as any runs. */
static struct link_want what_is_wanted(const struct twin *twin)
{
	const struct table *table = twin->driver->table;
	struct link_want want = { .wanted = 0 };

	for (uint32_t i = 0; i < READERS_MAX; i++) {
		const struct pcm *pcm = &table->streams[i].pcm;

		if (!table->streams[i].used || table->streams[i].twin != twin->number ||
		    pcm->state != SNDRV_PCM_STATE_RUNNING)
			continue;
		if (!want.wanted)
			want = (struct link_want){ 1, pcm->format, pcm->rate, pcm->channels,
						   pcm->period_size, pcm->buffer_size };
		if (pcm->period_size < want.period_frames)
			want.period_frames = pcm->period_size;
		if (pcm->buffer_size > want.buffer_frames)
			want.buffer_frames = pcm->buffer_size;
	}
	if (want.wanted && twin->told.wanted)
		want.format = twin->told.format;
	return want;
}

void twin_changed(struct twin *twin)
{
	const struct pcm *any = set_up_stream(twin, READERS_MAX);
	struct link_message message = { .twin = twin->number };
	struct clock *clock = clock_of(twin);
	uint32_t count = table_count(twin->driver->table, twin->number);
	uint64_t mark = table_mark(twin->driver->table, twin->number);
	struct link_want want = what_is_wanted(twin);

	if (!any)
		clock_stop(clock);
	else if (clock->rate != any->rate)
		clock_start(clock, any->rate, any->period_size, twin->driver->now);
	if (want.wanted)
		clock->slack = want.period_frames;

	if (memcmp(&want, &twin->told, sizeof want) != 0) {
		twin->told = message.want = want;
		message.type = LINK_WANT;
		link_send(&message);
	}
	if (mark != twin->told_mark) {
		twin->told_mark = mark;
		twin->told_count = message.count = count;
		message.type = LINK_READERS;
		link_send(&message);
	}
}
