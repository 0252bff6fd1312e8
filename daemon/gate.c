/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The gate and the ring's writing side (protocol: include/ring.h). Everything
 * that moves the ring happens under the gate's lock, which is held for one
 * memcpy or memset and never across a read of the microphone: that is what
 * bounds the time a mute can take.
 *
 * The epoch starts at the clock, not at zero: the driver's table may outlive
 * this process and remember epochs of an earlier ring as dead.
 */
#include "gate.h"

#include <errno.h>
#include <fcntl.h>
#include <sound/asound.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define NS 1000000000ll
#define RATE_MIN 1000u	/* Hz */
#define RATE_MAX 768000u	/* the fastest that ALSA hardware has */
#define CHANNELS_MAX 64u

unsigned gate_sample_bytes(unsigned format)
{
	switch (format) {
	case SNDRV_PCM_FORMAT_S16_LE:
		return 2;
	case SNDRV_PCM_FORMAT_S24_3LE:
		return 3;
	case SNDRV_PCM_FORMAT_S24_LE:
	case SNDRV_PCM_FORMAT_S32_LE:
	case SNDRV_PCM_FORMAT_FLOAT_LE:
		return 4;
	default:
		return 0;
	}
}

static char *ring_data(struct ring_header *ring)
{
	return (char *)ring + RING_DATA_OFFSET;
}

/* The sequence lock around { epoch, write, time_ns }. Callers hold the gate's lock. */
static void ring_change(struct ring_header *ring, uint64_t epoch, uint64_t write, int64_t time_ns)
{
	atomic_fetch_add(&ring->seq, 1);
	atomic_store(&ring->epoch, epoch);
	atomic_store(&ring->write, write);
	atomic_store(&ring->time_ns, time_ns);
	atomic_fetch_add(&ring->seq, 1);
}

static int ring_make(int *fd)
{
	int ring = memfd_create("hardmute-ring", MFD_CLOEXEC | MFD_ALLOW_SEALING);

	if (ring < 0)
		return -errno;
	if (ftruncate(ring, RING_BYTES) || fcntl(ring, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW)) {
		int error = -errno;

		close(ring);
		return error;
	}
	*fd = ring;
	return 0;
}

/* Maps it and takes away everybody's right, our own too, to ever map it writable again. */
static int ring_map(int fd, struct ring_header **ring)
{
	void *memory = mmap(NULL, RING_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

	if (memory == MAP_FAILED)
		return -errno;
	if (fcntl(fd, F_ADD_SEALS, F_SEAL_FUTURE_WRITE | F_SEAL_SEAL)) {
		int error = -errno;

		munmap(memory, RING_BYTES);
		return error;
	}
	(void)madvise(memory, RING_BYTES, MADV_DONTDUMP);
	*ring = memory;
	return 0;
}

static int lock_init(pthread_mutex_t *lock)
{
	pthread_mutexattr_t attributes;
	int error;

	error = pthread_mutexattr_init(&attributes);
	if (error)
		return -error;
	error = pthread_mutexattr_setprotocol(&attributes, PTHREAD_PRIO_INHERIT);
	if (!error)
		error = pthread_mutex_init(lock, &attributes);
	pthread_mutexattr_destroy(&attributes);
	return -error;
}

int gate_init(struct gate *gate)
{
	struct timespec now;
	int error;

	memset(gate, 0, sizeof(*gate));
	error = lock_init(&gate->lock);
	if (error)
		return error;
	error = ring_make(&gate->fd);
	if (error)
		goto no_ring;
	error = ring_map(gate->fd, &gate->ring);
	if (error)
		goto no_map;
	clock_gettime(CLOCK_MONOTONIC, &now);
	gate->ring->magic = RING_MAGIC;
	gate->ring->version = RING_VERSION;
	atomic_store(&gate->ring->epoch, (uint64_t)(now.tv_sec * NS + now.tv_nsec) & ~1ull);
	return 0;

no_map:
	close(gate->fd);
no_ring:
	pthread_mutex_destroy(&gate->lock);
	memset(gate, 0, sizeof(*gate));
	return error;
}

void gate_finish(struct gate *gate)
{
	if (!gate->ring)
		return;
	gate_close(gate);
	munmap(gate->ring, RING_BYTES);
	close(gate->fd);
	pthread_mutex_destroy(&gate->lock);
	memset(gate, 0, sizeof(*gate));
}

/* Makes the epoch even and destroys what the ring holds. Lock held. */
static void shut_ring(struct gate *gate)
{
	uint64_t epoch = atomic_load(&gate->ring->epoch);

	if (!ring_is_open(epoch))
		return;
	/* even first, so that a reader in the middle of copying finds out */
	ring_change(gate->ring, epoch + 1, 0, 0);
	explicit_bzero(ring_data(gate->ring), gate->dirty_bytes);
	gate->dirty_bytes = 0;
}

void gate_open(struct gate *gate, int64_t now_ns)
{
	pthread_mutex_lock(&gate->lock);
	if (gate->ring && !gate->allowed) {
		gate->allowed = true;
		gate->opened_ns = now_ns;
	}
	pthread_mutex_unlock(&gate->lock);
}

void gate_close(struct gate *gate)
{
	pthread_mutex_lock(&gate->lock);
	gate->allowed = false;
	if (gate->ring)
		shut_ring(gate);
	pthread_mutex_unlock(&gate->lock);
}

unsigned gate_choose_capacity(const struct mic_params *params, unsigned buffer_frames)
{
	unsigned fits = RING_DATA_BYTES / (params->channels * gate_sample_bytes(params->format));
	uint64_t wanted = 2 * ((uint64_t)buffer_frames + params->rate / 8);

	if (wanted < params->rate / 2)
		wanted = params->rate / 2;
	return wanted < fits ? (unsigned)wanted : fits;
}

int gate_begin(struct gate *gate, const struct mic_params *params, unsigned buffer_frames)
{
	unsigned sample = gate_sample_bytes(params->format);
	int stream = -EINVAL;

	if (!sample || !params->channels || params->channels > CHANNELS_MAX ||
	    params->rate < RATE_MIN || params->rate > RATE_MAX)
		return -EINVAL;
	pthread_mutex_lock(&gate->lock);
	if (gate->ring) {
		shut_ring(gate);
		gate->ring->format = params->format;
		gate->ring->rate = params->rate;
		gate->ring->channels = params->channels;
		gate->ring->capacity = gate_choose_capacity(params, buffer_frames);
		gate->frame_bytes = sample * (size_t)params->channels;
		gate->streams = gate->streams % INT32_MAX + 1;
		gate->stream = gate->streams;
		stream = (int)gate->stream;
	}
	pthread_mutex_unlock(&gate->lock);
	return stream;
}

void gate_end(struct gate *gate, unsigned stream)
{
	pthread_mutex_lock(&gate->lock);
	if (gate->ring && stream && gate->stream == stream) {
		shut_ring(gate);
		gate->stream = 0;
	}
	pthread_mutex_unlock(&gate->lock);
}

/* How many of the last frames began after the gate was opened? */
static size_t count_fresh(const struct gate *gate, size_t count, int64_t time_ns)
{
	int64_t age_ns = time_ns - gate->opened_ns;

	if (age_ns <= 0)
		return 0;
	/* beyond this the product would overflow, and everything is fresh anyway */
	if (age_ns / NS >= (int64_t)(count / gate->ring->rate + 1))
		return count;
	uint64_t fresh = (uint64_t)age_ns * gate->ring->rate / NS;
	return fresh < count ? (size_t)fresh : count;
}

/* Copies count frames behind the last ones; they are not published yet. */
static void copy_in(struct gate *gate, uint64_t write, const char *frames, size_t count)
{
	size_t capacity = gate->ring->capacity, at = (size_t)(write % capacity);
	size_t first = count < capacity - at ? count : capacity - at;
	char *data = ring_data(gate->ring);
	size_t end = (first < count ? capacity : at + first) * gate->frame_bytes;

	if (gate->dirty_bytes < end)
		gate->dirty_bytes = end;
	memcpy(data + at * gate->frame_bytes, frames, first * gate->frame_bytes);
	memcpy(data, frames + first * gate->frame_bytes, (count - first) * gate->frame_bytes);
}

/*
 * In pieces of at most a quarter of the ring: a reader that keeps as far from
 * being overrun as that can never meet half-written frames.
 */
static void publish(struct gate *gate, const char *frames, size_t count, int64_t time_ns)
{
	struct ring_header *ring = gate->ring;
	size_t most = ring->capacity / 4 ? ring->capacity / 4 : 1;
	uint64_t epoch = atomic_load(&ring->epoch) | 1;

	while (count) {
		size_t piece = count < most ? count : most;
		uint64_t write = atomic_load(&ring->write);
		int64_t later_ns = (int64_t)(count - piece) * NS / ring->rate;

		copy_in(gate, write, frames, piece);
		ring_change(ring, epoch, write + piece, time_ns - later_ns);
		frames += piece * gate->frame_bytes;
		count -= piece;
	}
}

size_t gate_pass(struct gate *gate, unsigned stream, const void *frames, size_t count,
		 int64_t time_ns)
{
	size_t fresh = 0;

	pthread_mutex_lock(&gate->lock);
	if (gate->allowed && stream && gate->stream == stream) {
		fresh = count_fresh(gate, count, time_ns);
		publish(gate, (const char *)frames + (count - fresh) * gate->frame_bytes, fresh,
			time_ns);
	}
	pthread_mutex_unlock(&gate->lock);
	return fresh;
}

bool gate_is_closed(struct gate *gate)
{
	bool closed;

	pthread_mutex_lock(&gate->lock);
	closed = !gate->allowed &&
		 (!gate->ring || (!ring_is_open(atomic_load(&gate->ring->epoch)) &&
				  !atomic_load(&gate->ring->write)));
	pthread_mutex_unlock(&gate->lock);
	return closed;
}

static bool is_zero(const char *data, size_t size)
{
	return !size || (!data[0] && !memcmp(data, data + 1, size - 1));
}

/* Memory that nobody has ever written to has no pages, and reading must not make them. */
bool gate_is_zero(struct gate *gate)
{
	off_t start = RING_DATA_OFFSET, end;
	bool zero = true;

	pthread_mutex_lock(&gate->lock);
	while (gate->ring && zero && (start = lseek(gate->fd, start, SEEK_DATA)) >= 0) {
		end = lseek(gate->fd, start, SEEK_HOLE);
		zero = end > start && is_zero((const char *)gate->ring + start, (size_t)(end - start));
		start = end;
	}
	pthread_mutex_unlock(&gate->lock);
	return zero;
}
