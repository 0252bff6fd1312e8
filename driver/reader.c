/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Frames from the ring to a reader, see reader.h. Same format: the bytes as
 * they are. Otherwise by way of 32-bit integers, left-justified, so that the
 * integer formats lose nothing when they are widened.
 */
#include "reader.h"

#include <errno.h>
#include <math.h>
#include <sound/asound.h>
#include <string.h>

#include "ring.h"

#define CHANNELS_MAX 64

unsigned reader_sample_bytes(uint32_t format)
{
	switch (format) {
	case SNDRV_PCM_FORMAT_S16_LE: return 2;
	case SNDRV_PCM_FORMAT_S24_3LE: return 3;
	case SNDRV_PCM_FORMAT_S24_LE:
	case SNDRV_PCM_FORMAT_S32_LE:
	case SNDRV_PCM_FORMAT_FLOAT_LE: return 4;
	default: return 0;
	}
}

static size_t ring_frame_bytes(const struct ring_header *ring)
{
	return (size_t)reader_sample_bytes(ring->format) * ring->channels;
}

bool reader_accepts(const struct ring_header *ring, uint32_t rate, uint32_t channels)
{
	return ring->rate == rate && ring->channels == channels && channels &&
	       channels <= CHANNELS_MAX && ring_frame_bytes(ring) && ring->capacity &&
	       ring->capacity <= RING_DATA_BYTES / ring_frame_bytes(ring);
}

static uint32_t load(uint32_t format, const uint8_t *in)
{
	uint32_t v = 0;
	float f;

	switch (format) {
	case SNDRV_PCM_FORMAT_S16_LE: return (uint32_t)in[0] << 16 | (uint32_t)in[1] << 24;
	case SNDRV_PCM_FORMAT_S24_LE:
	case SNDRV_PCM_FORMAT_S24_3LE:
		return (uint32_t)in[0] << 8 | (uint32_t)in[1] << 16 | (uint32_t)in[2] << 24;
	case SNDRV_PCM_FORMAT_FLOAT_LE:
		memcpy(&f, in, sizeof f);
		if (isnan(f))
			return 0;
		if (f < -1.0f)
			return 0x80000000u;
		return f >= 1.0f ? 0x7fffffffu : (uint32_t)(int32_t)lrintf(f * 2147483648.0f);
	default:
		memcpy(&v, in, sizeof v);
		return v;
	}
}

static void store(uint32_t format, uint32_t v, uint8_t *out)
{
	int32_t s = (int32_t)v;
	float f;

	switch (format) {
	case SNDRV_PCM_FORMAT_S16_LE:
		out[0] = v >> 16, out[1] = v >> 24;
		break;
	case SNDRV_PCM_FORMAT_S24_3LE:
		out[0] = v >> 8, out[1] = v >> 16, out[2] = v >> 24;
		break;
	case SNDRV_PCM_FORMAT_S24_LE:
		s >>= 8;	/* sign-extended into the top byte */
		memcpy(out, &s, sizeof s);
		break;
	case SNDRV_PCM_FORMAT_FLOAT_LE:
		f = (float)s / 2147483648.0f;
		memcpy(out, &f, sizeof f);
		break;
	default:
		memcpy(out, &v, sizeof v);
	}
}

static void convert(uint32_t from, const uint8_t *in, uint32_t to, uint8_t *out, size_t samples)
{
	unsigned from_bytes = reader_sample_bytes(from), to_bytes = reader_sample_bytes(to);

	if (from == to) {
		memcpy(out, in, samples * from_bytes);
		return;
	}
	for (size_t i = 0; i < samples; i++)
		store(to, load(from, in + i * from_bytes), out + i * to_bytes);
}

/* Copies ring frames [first, first + count), which may wrap round once. */
static void copy_ring(const struct ring_header *ring, uint64_t first, size_t count,
		      uint32_t format, uint8_t *out)
{
	const uint8_t *data = (const uint8_t *)ring + RING_DATA_OFFSET;
	size_t in_bytes = ring_frame_bytes(ring);
	size_t out_bytes = (size_t)reader_sample_bytes(format) * ring->channels;

	while (count) {
		size_t at = first % ring->capacity;
		size_t n = count < ring->capacity - at ? count : ring->capacity - at;

		convert(ring->format, data + at * in_bytes, format, out, n * ring->channels);
		out += n * out_bytes;
		first += n;
		count -= n;
	}
}

long reader_copy(const struct ring_header *ring, const struct clock *clock, uint64_t position,
		 size_t count, uint32_t format, uint32_t channels, void *out)
{
	size_t frame = (size_t)reader_sample_bytes(format) * channels;
	uint64_t end = position + count, live_end = clock->live_base + clock->live_write;
	uint64_t from, to;
	struct ring_view after;

	memset(out, 0, count * frame);
	if (!ring || !clock_is_live(clock) || !reader_accepts(ring, clock->rate, channels))
		return 0;
	from = position > clock->live_base ? position : clock->live_base;
	if (from < clock->live_from)
		from = clock->live_from;
	to = end < live_end ? end : live_end;
	if (from >= to)
		return 0;
	if (clock->live_write > ring_history(ring) && from < live_end - ring_history(ring))
		return -EPIPE;

	copy_ring(ring, from - clock->live_base, to - from, format,
		  (uint8_t *)out + (from - position) * frame);

	/* The samples must have been read before the header is looked at again. */
	atomic_thread_fence(memory_order_acquire);
	if (ring_look(ring, &after) < 0 || after.epoch != clock->live_epoch) {
		memset(out, 0, count * frame);
		return 0;
	}
	if (after.write > ring_history(ring) &&
	    from - clock->live_base < after.write - ring_history(ring)) {
		memset(out, 0, count * frame);
		return -EPIPE;
	}
	return (long)(to - from);
}
