/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The gate: what passes, what does not, and what is left in the ring. The race
 * test at the end is the companion of the deterministic ones, not the proof.
 */
// links: daemon/gate
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <sound/asound.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../daemon/gate.h"

#define S 1000000000ll

static const struct mic_params stereo = { .format = SNDRV_PCM_FORMAT_S16_LE, .rate = 48000,
					  .channels = 2 };

/* A gate and, as the driver has it, a second mapping that can only be read. */
struct fixture {
	struct gate gate;
	const struct ring_header *ring;
};

static const int16_t *data_of(const struct fixture *fixture)
{
	return (const int16_t *)((const char *)fixture->ring + RING_DATA_OFFSET);
}

static int setup(void **state)
{
	static struct fixture fixture;

	memset(&fixture, 0, sizeof(fixture));
	assert_int_equal(gate_init(&fixture.gate), 0);
	fixture.ring = mmap(NULL, RING_BYTES, PROT_READ, MAP_SHARED, fixture.gate.fd, 0);
	assert_ptr_not_equal(fixture.ring, MAP_FAILED);
	*state = &fixture;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *fixture = *state;

	munmap((void *)fixture->ring, RING_BYTES);
	gate_finish(&fixture->gate);
	return 0;
}

/* count stereo frames with the values first, first + 1, ... in both channels */
static size_t pass(struct gate *gate, unsigned stream, int first, size_t count, int64_t time_ns)
{
	static int16_t frames[2 * 100000];

	for (size_t i = 0; i < count; i++)
		frames[2 * i] = frames[2 * i + 1] = (int16_t)(first + (int)i);
	return gate_pass(gate, stream, frames, count, time_ns);
}

static void test_zeroed_is_closed(void **unused)
{
	struct gate gate;

	(void)unused;
	memset(&gate, 0, sizeof(gate));
	assert_true(gate_is_closed(&gate));
	assert_int_equal(pass(&gate, 1, 1, 10, S), 0);
	gate_open(&gate, 0);
	assert_true(gate_is_closed(&gate));
	assert_int_equal(gate_begin(&gate, &stereo, 0), -EINVAL);
}

static void test_needs_both(void **state)
{
	struct fixture *fixture = *state;
	struct gate *gate = &fixture->gate;
	uint64_t epoch = atomic_load(&fixture->ring->epoch);
	unsigned stream = (unsigned)gate_begin(gate, &stereo, 0);

	assert_int_equal(pass(gate, stream, 1, 10, S), 0);	/* not allowed */
	assert_true(gate_is_closed(gate));
	gate_open(gate, 0);
	assert_int_equal(pass(gate, stream + 1, 1, 10, S), 0);	/* not the stream */
	assert_int_equal(pass(gate, 0, 1, 10, S), 0);
	assert_int_equal(atomic_load(&fixture->ring->epoch), epoch);	/* nothing passed yet */
	assert_int_equal(pass(gate, stream, 1, 10, S), 10);
	assert_int_equal(atomic_load(&fixture->ring->epoch), epoch + 1);
	assert_int_equal(atomic_load(&fixture->ring->write), 10);
	assert_int_equal(atomic_load(&fixture->ring->time_ns), S);
	assert_int_equal(fixture->ring->rate, 48000);
	assert_int_equal(fixture->ring->channels, 2);
	assert_int_equal(fixture->ring->capacity, 24000);
	assert_int_equal(data_of(fixture)[0], 1);
	assert_int_equal(data_of(fixture)[19], 10);
	assert_false(gate_is_closed(gate));
	assert_false(gate_is_zero(gate));
}

static void test_close_destroys(void **state)
{
	struct fixture *fixture = *state;
	struct gate *gate = &fixture->gate;
	unsigned stream = (unsigned)gate_begin(gate, &stereo, 0);
	uint64_t epoch;

	gate_open(gate, 0);
	for (int i = 0; i < 6; i++)	/* more than the ring holds */
		assert_int_equal(pass(gate, stream, 1, 5000, S), 5000);
	epoch = atomic_load(&fixture->ring->epoch);
	gate_close(gate);
	assert_int_equal(atomic_load(&fixture->ring->epoch), epoch + 1);
	assert_int_equal(atomic_load(&fixture->ring->write), 0);
	assert_true(gate_is_closed(gate));
	assert_true(gate_is_zero(gate));
	((char *)gate->ring)[RING_BYTES - 1] = 1;	/* where no frame ever was */
	assert_false(gate_is_zero(gate));
	((char *)gate->ring)[RING_BYTES - 1] = 0;
	assert_true(gate_is_zero(gate));
	for (size_t i = 0; i < RING_DATA_BYTES / sizeof(int16_t); i++)
		if (data_of(fixture)[i])
			fail_msg("sample %zu is %d", i, data_of(fixture)[i]);
	assert_int_equal(pass(gate, stream, 1, 10, 9 * S), 0);
	assert_int_equal(atomic_load(&fixture->ring->epoch), epoch + 1);
	gate_close(gate);
	assert_int_equal(atomic_load(&fixture->ring->epoch), epoch + 1);
}

static void test_drops_what_is_older_than_the_opening(void **state)
{
	struct gate *gate = &((struct fixture *)*state)->gate;
	unsigned stream = (unsigned)gate_begin(gate, &stereo, 0);
	const int64_t opened = 10 * S, frame = S / 48000 + 1;

	gate_open(gate, opened);
	assert_int_equal(pass(gate, stream, 1, 480, opened - S), 0);
	assert_int_equal(pass(gate, stream, 1, 480, opened), 0);
	/* the last frame began just before, just after the opening */
	assert_int_equal(pass(gate, stream, 1, 480, opened + frame - 2), 0);
	assert_int_equal(atomic_load(&gate->ring->write), 0);
	assert_int_equal(pass(gate, stream, 1, 480, opened + frame), 1);
	assert_int_equal(data_of(*state)[0], 480);
	assert_int_equal(pass(gate, stream, 1, 480, opened + S / 200 + 1), 240);
	assert_int_equal(data_of(*state)[2], 241);
	assert_int_equal(pass(gate, stream, 1, 480, opened + S / 100 + 1), 480);
	assert_int_equal(pass(gate, stream, 1, 480, INT64_MAX / 2), 480);
}

static void test_reopening_is_a_new_epoch(void **state)
{
	struct fixture *fixture = *state;
	struct gate *gate = &fixture->gate;
	unsigned stream = (unsigned)gate_begin(gate, &stereo, 0);
	uint64_t epoch;

	gate_open(gate, 0);
	pass(gate, stream, 1, 100, S);
	epoch = atomic_load(&fixture->ring->epoch);
	gate_close(gate);
	gate_open(gate, 2 * S);
	assert_int_equal(pass(gate, stream, 1, 100, 2 * S), 0);
	assert_int_equal(pass(gate, stream, 1, 100, 3 * S), 100);
	assert_int_equal(atomic_load(&fixture->ring->epoch), epoch + 2);
	assert_int_equal(atomic_load(&fixture->ring->write), 100);
	/* opening twice must not move the moment of opening */
	gate_open(gate, 8 * S);
	assert_int_equal(pass(gate, stream, 1, 100, 4 * S), 100);
}

static void test_new_stream_ends_the_old(void **state)
{
	struct fixture *fixture = *state;
	struct gate *gate = &fixture->gate;
	struct mic_params mono = { .format = SNDRV_PCM_FORMAT_FLOAT_LE, .rate = 16000,
				   .channels = 1 };
	unsigned old = (unsigned)gate_begin(gate, &stereo, 0), new;

	gate_open(gate, 0);
	pass(gate, old, 1, 100, S);
	new = (unsigned)gate_begin(gate, &mono, 20000);
	assert_false(ring_is_open(atomic_load(&fixture->ring->epoch)));
	assert_true(gate_is_zero(gate));
	assert_int_equal(pass(gate, old, 1, 100, S), 0);
	gate_end(gate, old);	/* comes late, must not harm the new one */
	assert_int_equal(pass(gate, new, 1, 100, S), 100);
	assert_int_equal(fixture->ring->capacity, 44000);
	assert_true(ring_history(fixture->ring) >= 20000);	/* what was asked for can be read */
	gate_end(gate, new);
	assert_true(gate_is_zero(gate));
	assert_int_equal(pass(gate, new, 1, 100, S), 0);
}

static void test_wraps(void **state)
{
	struct fixture *fixture = *state;
	struct gate *gate = &fixture->gate;
	unsigned stream = (unsigned)gate_begin(gate, &stereo, 0), n = 0;

	gate_open(gate, 0);
	for (unsigned count = 1; n < 3 * fixture->ring->capacity; n += count++)
		assert_int_equal(pass(gate, stream, (int)n, count, S), count);
	for (unsigned i = n - fixture->ring->capacity; i < n; i++)
		assert_int_equal(data_of(fixture)[2 * (i % fixture->ring->capacity)], (int16_t)i);
}

static void test_more_than_the_ring_at_once(void **state)
{
	struct fixture *fixture = *state;
	struct gate *gate = &fixture->gate;
	unsigned stream = (unsigned)gate_begin(gate, &stereo, 0);

	gate_open(gate, 0);
	assert_int_equal(pass(gate, stream, 0, 60000, 10 * S), 60000);
	assert_int_equal(atomic_load(&fixture->ring->write), 60000);
	assert_int_equal(atomic_load(&fixture->ring->time_ns), 10 * S);
	assert_int_equal(data_of(fixture)[2 * (59999 % 24000)], (int16_t)59999);
}

static void test_parameters(void **state)
{
	struct gate *gate = &((struct fixture *)*state)->gate;
	struct mic_params params = stereo;

	params.channels = 0;
	assert_int_equal(gate_begin(gate, &params, 0), -EINVAL);
	params.channels = 65;
	assert_int_equal(gate_begin(gate, &params, 0), -EINVAL);
	params = stereo;
	params.rate = 0;
	assert_int_equal(gate_begin(gate, &params, 0), -EINVAL);
	params = stereo;
	params.format = SNDRV_PCM_FORMAT_MU_LAW;
	assert_int_equal(gate_begin(gate, &params, 0), -EINVAL);
	params = (struct mic_params){ SNDRV_PCM_FORMAT_S32_LE, 192000, 64, 0, 0 };
	assert_true(gate_begin(gate, &params, UINT32_MAX) > 0);
	assert_int_equal(gate->ring->capacity, RING_DATA_BYTES / 256);
}

static void test_sealed(void **state)
{
	struct gate *gate = &((struct fixture *)*state)->gate;

	assert_ptr_equal(mmap(NULL, RING_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, gate->fd, 0),
			 MAP_FAILED);
	assert_int_equal(ftruncate(gate->fd, 0), -1);
	assert_int_equal(pwrite(gate->fd, "x", 1, 0), -1);
	assert_int_equal(fcntl(gate->fd, F_ADD_SEALS, F_SEAL_WRITE), -1);
}

static _Atomic bool race_over;

static void *race_feed(void *userdata)
{
	struct fixture *fixture = userdata;
	static int16_t frames[2 * 64];

	memset(frames, 1, sizeof(frames));
	for (int64_t now = S; !atomic_load(&race_over); now += S)
		gate_pass(&fixture->gate, fixture->gate.stream, frames, 64, now);
	return NULL;
}

static void test_race(void **state)
{
	struct fixture *fixture = *state;
	struct gate *gate = &fixture->gate;
	pthread_t feed;

	gate_begin(gate, &stereo, 0);
	atomic_store(&race_over, false);
	assert_int_equal(pthread_create(&feed, NULL, race_feed, fixture), 0);
	for (int i = 0; i < 2000; i++) {
		gate_open(gate, 0);
		while (i % 4 && !ring_is_open(atomic_load(&fixture->ring->epoch)))
			;
		gate_close(gate);
		assert_true(gate_is_closed(gate));
		assert_int_equal(data_of(fixture)[0], 0);
		assert_int_equal(data_of(fixture)[127], 0);
	}
	atomic_store(&race_over, true);
	pthread_join(feed, NULL);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_zeroed_is_closed),
		TEST(test_needs_both),
		TEST(test_close_destroys),
		TEST(test_drops_what_is_older_than_the_opening),
		TEST(test_reopening_is_a_new_epoch),
		TEST(test_new_stream_ends_the_old),
		TEST(test_wraps),
		TEST(test_more_than_the_ring_at_once),
		TEST(test_parameters),
		TEST(test_sealed),
		TEST(test_race),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
