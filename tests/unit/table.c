/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The memory that outlives a driver: streams by number, unanswered requests in order, each done once, and
 * doubt. */
// links: driver/table driver/journal driver/reader driver/pcm driver/clock
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cmocka.h>
#include <linux/fuse.h>

#include "../../driver/journal.h"
#include "../../driver/table.h"

static int fd;
static struct table *table;

static int set_up(void **state)
{
	(void)state;
	fd = memfd_create("table", MFD_CLOEXEC);
	assert_int_equal(ftruncate(fd, TABLE_BYTES), 0);
	assert_int_equal(table_map(fd, &table), 0);
	table->twins[2].used = 1;
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	munmap(table, TABLE_BYTES);
	close(fd);
	return 0;
}

/* What a successor sees. */
static void map_again(void)
{
	munmap(table, TABLE_BYTES);
	assert_int_equal(table_map(fd, &table), 0);
}

static void test_streams_survive(void **state)
{
	int stream;

	(void)state;
	prctl(PR_SET_NAME, "recorder");
	stream = table_open(table, 2, (uint32_t)getpid(), 1000, NULL, 42);
	assert_true(stream >= 0);
	map_again();
	assert_int_equal(table_count(table, 2), 1);
	assert_int_equal(table->streams[stream].opened_by, 42);
	assert_string_equal(table->readers.reader[stream].program, "recorder");
	assert_int_equal(table->readers.reader[stream].uid, 1000);
	table_close(table, (uint32_t)stream);
	assert_int_equal(table_count(table, 2), 0);
	assert_int_equal(table->readers.reader[stream].state, READER_STATE_FREE);
}

static void test_the_mark_tells_every_change(void **state)
{
	uint64_t seen[6];
	int first, second;

	(void)state;
	seen[0] = table_mark(table, 2);
	assert_int_equal(seen[0], 0);
	first = table_open(table, 2, 1, 0, "x", 2);
	seen[1] = table_mark(table, 2);
	second = table_open(table, 2, 1, 0, "x", 3);
	seen[2] = table_mark(table, 2);
	table->readers.reader[first].state = READER_STATE_RUNNING;
	seen[3] = table_mark(table, 2);
	table->readers.reader[second].state = READER_STATE_RUNNING;
	seen[4] = table_mark(table, 2);
	table_close(table, (uint32_t)first);
	assert_int_equal(table_open(table, 2, 1, 0, "y", 4), first);
	table->readers.reader[first].state = READER_STATE_RUNNING;	/* as many as before */
	seen[5] = table_mark(table, 2);
	for (int i = 0; i < 6; i++)
		for (int j = 0; j < i; j++)
			assert_true(seen[i] != seen[j]);
	assert_int_equal(table_mark(table, 3), 0);
}

static void *open_as_worker(void *userdata)
{
	int *stream = userdata;

	prctl(PR_SET_NAME, "worker");
	*stream = table_open(table, 2, (uint32_t)gettid(), 1000, NULL, 42);
	return NULL;
}

static void test_a_thread_is_its_program(void **state)
{
	pthread_t worker;
	int stream = -1;

	(void)state;
	prctl(PR_SET_NAME, "recorder");
	assert_int_equal(pthread_create(&worker, NULL, open_as_worker, &stream), 0);
	pthread_join(worker, NULL);
	assert_true(stream >= 0);
	assert_string_equal(table->readers.reader[stream].program, "recorder");
	assert_int_equal(table->readers.reader[stream].pid, getpid());
	table_close(table, (uint32_t)stream);
}

static void test_no_more_than_allowed(void **state)
{
	(void)state;
	for (int i = 0; i < READERS_PER_TWIN; i++)
		assert_true(table_open(table, 2, 1, 0, "x", 2) >= 0);
	assert_int_equal(table_open(table, 2, 1, 0, "x", 2), -EBUSY);
	for (int twin = 3; twin < 6; twin++)
		for (int i = 0; i < READERS_PER_TWIN; i++)
			assert_true(table_open(table, (uint32_t)twin, 1, 0, "x", 2) >= 0);
	assert_int_equal(table_open(table, 7, 1, 0, "x", 2), -EBUSY);
}

static struct pcm sound_pcm(void)
{
	return (struct pcm){
		.state = SNDRV_PCM_STATE_RUNNING, .access = SNDRV_PCM_ACCESS_RW_INTERLEAVED,
		.format = SNDRV_PCM_FORMAT_S16_LE, .rate = 48000, .channels = 2,
		.period_size = 480, .buffer_size = 1920, .frame_bytes = 4, .boundary = 1920ull << 50,
	};
}

static void test_a_sound_stream_is_kept_a_broken_one_is_not(void **state)
{
	struct pcm broken[12];
	size_t count = sizeof broken / sizeof *broken;

	(void)state;
	for (size_t i = 0; i < count; i++)
		broken[i] = sound_pcm();
	broken[0].frame_bytes = 3;
	broken[1].channels = 0;
	broken[2].channels = 1000;
	broken[3].format = 99;
	broken[4].period_size = 0;
	broken[5].buffer_size = 1u << 30;
	broken[6].rate = 0;
	broken[7].state = 77;
	broken[8].boundary = 0;
	broken[9].access = SNDRV_PCM_ACCESS_MMAP_INTERLEAVED;
	broken[10].hw = -1;
	broken[11].appl = INT64_MIN;
	for (size_t i = 0; i < count; i++) {
		int good = table_open(table, 2, 1, 0, "good", 2);
		int bad = table_open(table, 2, 1, 0, "bad", 2);

		table->streams[good].pcm = sound_pcm();
		table->streams[bad].pcm = broken[i];
		map_again();
		assert_int_equal(table->streams[good].used, 1);
		assert_int_equal(table->streams[bad].used, 0);
		table_close(table, (uint32_t)good);
	}
}

static void test_streams_of_no_twin_are_dropped(void **state)
{
	int stream = table_open(table, 9, 1, 0, "x", 2);

	(void)state;
	table_open(table, 2, 1, 0, "y", 2);
	table->streams[stream].twin = 4000;
	map_again();
	assert_int_equal(table->streams[stream].used, 0);
	assert_int_equal(table_count(table, 2), 1);
}

static void test_a_table_of_another_kind_is_laid_out_anew(void **state)
{
	(void)state;
	table_open(table, 2, 1, 0, "x", 2);
	table->version = 99;
	map_again();
	assert_int_equal(table->version, TABLE_VERSION);
	assert_int_equal(table->twins[2].used, 0);
	assert_int_equal(table->readers.magic, READERS_MAGIC);
}

static void test_too_small_a_memory(void **state)
{
	int small = memfd_create("small", MFD_CLOEXEC);
	struct table *none;

	(void)state;
	assert_int_equal(ftruncate(small, TABLE_BYTES - 1), 0);
	assert_int_equal(table_map(small, &none), -EINVAL);
	close(small);
}

static void note(uint64_t unique, uint32_t opcode, size_t bytes)
{
	uint8_t raw[4096] = { 0 };
	struct fuse_in_header header = { .len = (uint32_t)bytes, .opcode = opcode, .unique = unique };

	memcpy(raw, &header, sizeof header);
	raw[bytes - 1] = (uint8_t)unique;
	journal_note(table, 2, raw, bytes);
}

static void answer(uint64_t unique)
{
	struct fuse_out_header header = { .len = sizeof header, .unique = unique };

	journal_answered(table, 2, &header, sizeof header);
}

static void test_unanswered_requests_in_order(void **state)
{
	struct table_request *request;

	(void)state;
	note(8, FUSE_IOCTL, 100);
	note(4, FUSE_OPEN, 60);
	note(6, FUSE_POLL, 80);
	answer(6);
	answer(0);	/* a notification answers nothing */
	answer(1234);
	map_again();
	request = journal_next(table, 2, 0);
	assert_int_equal(request->unique, 4);
	assert_int_equal(request->bytes, 60);
	assert_int_equal(request->raw[59], 4);
	request = journal_next(table, 2, 4);
	assert_int_equal(request->unique, 8);
	assert_null(journal_next(table, 2, 8));
	assert_null(journal_next(table, 3, 0));
}

static void test_what_has_no_answer_is_not_noted(void **state)
{
	(void)state;
	note(9, FUSE_INTERRUPT, 48);
	note(10, CUSE_INIT, 56);
	assert_null(journal_next(table, 2, 0));
	assert_int_equal(table->twins[2].init_bytes, 56);
	assert_int_equal(table->twins[2].init[55], 10);
}

static void test_a_full_journal_refuses(void **state)
{
	uint8_t raw[64] = { 0 };
	struct fuse_in_header header = { .len = sizeof raw, .opcode = FUSE_IOCTL };

	(void)state;
	for (int i = 0; i <= TABLE_REQUESTS; i++) {
		header.unique = (uint64_t)i * 2 + 2;
		memcpy(raw, &header, sizeof header);
		assert_int_equal(journal_has_room(table), i < TABLE_REQUESTS);
		assert_int_equal(journal_note(table, 2, raw, sizeof raw), i < TABLE_REQUESTS);
	}
	table_forget_twin(table, 2);
	assert_null(journal_next(table, 2, 0));
}

/* As /dev/cuse does: one read, one request. */
static int device_with(uint64_t unique, size_t bytes)
{
	uint8_t raw[4096] = { 0 };
	struct fuse_in_header header = { .len = (uint32_t)bytes, .opcode = FUSE_IOCTL,
					 .unique = unique };
	int device = memfd_create("device", MFD_CLOEXEC);

	memcpy(raw, &header, sizeof header);
	raw[bytes - 1] = 77;
	assert_int_equal(write(device, raw, bytes), bytes);
	assert_int_equal(lseek(device, 0, SEEK_SET), 0);
	return device;
}

static void test_requests_come_by_way_of_the_inbox(void **state)
{
	static const size_t sizes[] = { 80, TABLE_REQUEST_BYTES, TABLE_REQUEST_BYTES + 1, 4000 };
	uint8_t buf[4096];

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		int device = device_with(10 + i, sizes[i]);

		assert_int_equal(journal_read(table, 2, device, buf, sizeof buf), sizes[i]);
		assert_int_equal(buf[sizes[i] - 1], 77);
		assert_int_equal(table->inbox.reading, 0);
		map_again();
		assert_int_equal(journal_next(table, 2, 9 + i)->bytes, sizes[i]);
		close(device);
	}
	assert_int_equal(journal_read(table, 2, -1, buf, sizeof buf), -EBADF);
	assert_int_equal(table->inbox.reading, 0);
	for (uint64_t i = 100; i < 100 + TABLE_REQUESTS; i++)
		note(i, FUSE_IOCTL, 60);
	assert_int_equal(journal_read(table, 2, device_with(4, 60), buf, sizeof buf), -EBUSY);
	assert_int_equal(((struct fuse_in_header *)buf)->unique, 4);
}

/* The driver was killed before read(2) returned to it. */
static void test_a_request_that_nobody_has_looked_at(void **state)
{
	struct fuse_in_header header = { .len = 60, .opcode = FUSE_IOCTL, .unique = 12 };

	(void)state;
	table->inbox.reading = 2 + 1;
	memcpy(table->inbox.raw, &header, sizeof header);
	table->inbox.raw[59] = 5;
	map_again();
	assert_int_equal(journal_next(table, 2, 0)->unique, 12);
	assert_int_equal(journal_next(table, 2, 0)->raw[59], 5);
	map_again();
	assert_null(journal_next(table, 2, 12));

	/* it died in read(2), or behind the note */
	table->inbox.reading = 2 + 1;
	map_again();
	assert_null(journal_next(table, 2, 12));
	table->inbox.reading = 2 + 1;
	memset(table->inbox.raw, 0, sizeof header);
	map_again();
	assert_null(journal_next(table, 2, 12));
	assert_int_equal(table->inbox.reading, 0);
}

static void test_what_was_begun_is_undone(void **state)
{
	uint32_t stream = (uint32_t)table_open(table, 2, 1, 0, "x", 2);
	struct pcm *pcm = &table->streams[stream].pcm;

	(void)state;
	*pcm = sound_pcm();
	pcm->state = SNDRV_PCM_STATE_PREPARED;
	note(12, FUSE_IOCTL, 60);
	for (unsigned deaths = 1; deaths <= 3; deaths++) {
		journal_begin(table, 2, 12);
		journal_changes(table, stream);
		pcm->state = SNDRV_PCM_STATE_RUNNING;
		pcm->frame_bytes = 3;	/* in the middle of a change */
		map_again();
		pcm = &table->streams[stream].pcm;
		assert_int_equal(table->streams[stream].used, 1);
		assert_int_equal(pcm->state, SNDRV_PCM_STATE_PREPARED);
		assert_int_equal(pcm->frame_bytes, 4);
		assert_int_equal(journal_next(table, 2, 0)->deaths, deaths);
	}

	/* killed between the answer and the end */
	journal_begin(table, 2, 12);
	journal_changes(table, stream);
	pcm->state = SNDRV_PCM_STATE_RUNNING;
	answer(12);
	map_again();
	assert_int_equal(table->streams[stream].pcm.state, SNDRV_PCM_STATE_RUNNING);

	/* one that waits has killed nobody */
	note(14, FUSE_IOCTL, 60);
	journal_begin(table, 2, 14);
	journal_changes(table, stream);
	journal_end(table);
	table->streams[stream].pcm.state = SNDRV_PCM_STATE_SETUP;
	map_again();
	assert_int_equal(table->streams[stream].pcm.state, SNDRV_PCM_STATE_SETUP);
	assert_int_equal(journal_next(table, 2, 0)->deaths, 0);
}

int main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(test_the_mark_tells_every_change),
		TEST(test_streams_survive),
		TEST(test_a_thread_is_its_program),
		TEST(test_no_more_than_allowed),
		TEST(test_a_sound_stream_is_kept_a_broken_one_is_not),
		TEST(test_streams_of_no_twin_are_dropped),
		TEST(test_a_table_of_another_kind_is_laid_out_anew),
		TEST(test_too_small_a_memory),
		TEST(test_unanswered_requests_in_order),
		TEST(test_what_has_no_answer_is_not_noted),
		TEST(test_a_full_journal_refuses),
		TEST(test_requests_come_by_way_of_the_inbox),
		TEST(test_a_request_that_nobody_has_looked_at),
		TEST(test_what_was_begun_is_undone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
