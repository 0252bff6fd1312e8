/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The daemon's end of the link, with the test as the driver: good messages
 * arrive, every kind of bad one ends the link.
 */
// links: daemon/link daemon/gate
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <sound/asound.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../daemon/link.h"

static struct {
	sd_event *event;
	struct link *link;
	int peer;		/* the driver's end */
	char heard[256];	/* callbacks, in order */
	struct link_want want;
} test;

static void hear(const char *what, long number)
{
	size_t used = strlen(test.heard);

	snprintf(test.heard + used, sizeof(test.heard) - used, "%s %ld;", what, number);
}

static void on_ready(void *u) { assert_ptr_equal(u, &test); hear("ready", 0); }
static void on_up(void *u, unsigned twin) { (void)u; hear("up", twin); }
static void on_fail(void *u, unsigned twin, int error) { (void)u; (void)twin; hear("fail", error); }
static void on_want(void *u, unsigned twin, const struct link_want *want)
{
	(void)u;
	test.want = *want;
	hear("want", twin);
}
static void on_readers(void *u, unsigned t, unsigned n) { (void)u; (void)t; hear("readers", n); }
static void on_fenced(void *u, uint64_t seq) { (void)u; hear("fenced", (long)seq); }
static void on_suspended(void *u, uint64_t seq) { (void)u; hear("suspended", (long)seq); }
static void on_pong(void *u, uint64_t seq) { (void)u; hear("pong", (long)seq); }
static void on_stalled(void *u, unsigned twin) { (void)u; hear("stalled", twin); }
static void on_lost(void *u, const char *why) { (void)u; (void)why; hear("lost", 0); }

static const struct link_callbacks callbacks = {
	on_ready, on_up, on_fail, on_want, on_readers, on_fenced, on_suspended, on_pong,
	on_stalled, on_lost,
};

static int setup(void **unused)
{
	(void)unused;
	memset(&test, 0, sizeof(test));
	assert_int_equal(sd_event_new(&test.event), 0);
	assert_int_equal(link_new(&test.link, test.event, -1, &callbacks, &test), 0);
	test.peer = link_connect(test.link);
	assert_true(test.peer >= 0);
	return 0;
}

static int teardown(void **unused)
{
	(void)unused;
	close(test.peer);
	link_free(test.link);
	sd_event_unref(test.event);
	return 0;
}

static void run(void)
{
	while (sd_event_run(test.event, 0) > 0)
		;
}

static struct link_message message_of(uint32_t type)
{
	struct link_message message;

	memset(&message, 0, sizeof(message));
	message.type = type;
	if (type == LINK_READY)
		message.version = LINK_VERSION;
	return message;
}

static void say(struct link_message message)
{
	assert_int_equal(send(test.peer, &message, sizeof(message), 0), sizeof(message));
	run();
}

static void get_ready(void)
{
	say(message_of(LINK_READY));
	assert_string_equal(test.heard, "ready 0;");
	test.heard[0] = 0;
}

static void test_good_messages(void **unused)
{
	struct link_message message;

	(void)unused;
	get_ready();
	message = message_of(LINK_TWIN_UP);
	message.twin = LINK_TWINS_MAX - 1;
	say(message);
	message = message_of(LINK_TWIN_FAILED);
	message.error = -EEXIST;
	say(message);
	message = message_of(LINK_WANT);
	message.want = (struct link_want){ 1, SNDRV_PCM_FORMAT_S24_3LE, 192000, 8, 64, 4096 };
	say(message);
	assert_int_equal(test.want.rate, 192000);
	message.want.wanted = 0;
	say(message);
	message = message_of(LINK_READERS);
	message.count = READERS_PER_TWIN;
	say(message);
	message = message_of(LINK_FENCED);
	message.seq = 7;
	say(message);
	message.type = LINK_SUSPENDED;
	say(message);
	message.type = LINK_PONG;
	say(message);
	say(message_of(LINK_STALLED));
	assert_string_equal(test.heard, "up 31;fail -17;want 0;want 0;readers 16;fenced 7;"
			    "suspended 7;pong 7;stalled 0;");
	assert_true(link_is_connected(test.link));
}

static void expect_lost(struct link_message message)
{
	test.heard[0] = 0;
	close(test.peer);
	test.peer = link_connect(test.link);
	get_ready();
	say(message);
	if (strcmp(test.heard, "lost 0;"))
		fail_msg("type %u: heard \"%s\"", message.type, test.heard);
	assert_false(link_is_connected(test.link));
}

static void test_bad_fields(void **unused)
{
	struct link_message message = message_of(LINK_WANT);

	(void)unused;
	expect_lost(message_of(0));
	expect_lost(message_of(LINK_FENCE));
	expect_lost(message_of(LINK_STALLED + 1));
	expect_lost(message_of(LINK_READY));	/* again */
	for (uint32_t type = LINK_TWIN_UP; type <= LINK_READERS; type++) {
		message = message_of(type);
		message.twin = LINK_TWINS_MAX;
		if (type == LINK_TWIN_FAILED)
			message.error = -EIO;
		expect_lost(message);
	}
	message = message_of(LINK_TWIN_FAILED);
	expect_lost(message);
	message.error = 5;
	expect_lost(message);
	message.error = INT32_MIN;
	expect_lost(message);
	message = message_of(LINK_READERS);
	message.count = READERS_PER_TWIN + 1;
	expect_lost(message);
}

static void test_bad_wants(void **unused)
{
	const struct link_want good = { 1, SNDRV_PCM_FORMAT_S16_LE, 48000, 2, 480, 4800 };
	struct link_message message = message_of(LINK_WANT);
	struct link_want bad[8];

	(void)unused;
	for (size_t i = 0; i < 8; i++)
		bad[i] = good;
	bad[0].wanted = 2;
	bad[1].format = SNDRV_PCM_FORMAT_A_LAW;
	bad[2].format = UINT32_MAX;
	bad[3].rate = 0;
	bad[4].rate = 768001;
	bad[5].channels = 0;
	bad[6].channels = 65;
	bad[7].buffer_frames = UINT32_MAX;
	for (size_t i = 0; i < 8; i++) {
		message.want = bad[i];
		expect_lost(message);
	}
}

static void test_must_be_ready_first(void **unused)
{
	struct link_message message = message_of(LINK_READY);

	(void)unused;
	say(message_of(LINK_PONG));
	assert_string_equal(test.heard, "lost 0;");
	test.heard[0] = 0;
	close(test.peer);
	test.peer = link_connect(test.link);
	message.version = LINK_VERSION + 1;
	say(message);
	assert_string_equal(test.heard, "lost 0;");
}

static void test_bad_sizes(void **unused)
{
	char bytes[sizeof(struct link_message) + 1] = { LINK_PONG };
	const size_t sizes[] = { 0, 1, sizeof(bytes) - 2, sizeof(bytes) };

	(void)unused;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		test.heard[0] = 0;
		close(test.peer);
		test.peer = link_connect(test.link);
		get_ready();
		assert_int_equal(send(test.peer, bytes, sizes[i], 0), sizes[i]);
		run();
		assert_string_equal(test.heard, "lost 0;");
	}
}

static void send_with_fd(const struct link_message *message, int fd)
{
	union {
		struct cmsghdr header;
		char space[CMSG_SPACE(sizeof(int))];
	} control = { .header = { CMSG_LEN(sizeof(int)), SOL_SOCKET, SCM_RIGHTS } };
	struct iovec part = { (void *)message, sizeof(*message) };
	struct msghdr header = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control,
				 .msg_controllen = sizeof(control) };

	memcpy(CMSG_DATA(&control.header), &fd, sizeof(fd));
	assert_int_equal(sendmsg(test.peer, &header, 0), sizeof(*message));
}

static void test_takes_no_descriptors(void **unused)
{
	struct link_message message = message_of(LINK_PONG);

	(void)unused;
	get_ready();
	send_with_fd(&message, STDIN_FILENO);
	run();
	assert_string_equal(test.heard, "lost 0;");
}

static void test_hang_up(void **unused)
{
	(void)unused;
	get_ready();
	close(test.peer);
	test.peer = -1;
	run();
	assert_string_equal(test.heard, "lost 0;");
	assert_int_equal(link_send(test.link, LINK_PING, 1), -ENOTCONN);
}

static void test_driver_that_does_not_read(void **unused)
{
	int sent = 0;

	(void)unused;
	get_ready();
	while (!link_send(test.link, LINK_PING, 1))
		assert_in_range(++sent, 0, 100000);
	assert_string_equal(test.heard, "");	/* never from inside the call */
	run();
	assert_string_equal(test.heard, "lost 0;");
}

static void receive(struct link_message *message, int *fds, size_t *count)
{
	union {
		struct cmsghdr header;
		char space[CMSG_SPACE(4 * sizeof(int))];
	} control;
	struct iovec part = { message, sizeof(*message) };
	struct msghdr header = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control,
				 .msg_controllen = sizeof(control) };

	assert_int_equal(recvmsg(test.peer, &header, 0), sizeof(*message));
	*count = 0;
	if (!header.msg_controllen)
		return;
	*count = (control.header.cmsg_len - CMSG_LEN(0)) / sizeof(int);
	memcpy(fds, CMSG_DATA(&control.header), *count * sizeof(int));
}

static void test_sends(void **unused)
{
	struct link_twin add = { .card = 1, .device = 2, .name = "mic" };
	struct link_message message;
	size_t count;
	int fds[4];

	(void)unused;
	assert_int_equal(link_add_twin(test.link, 3, &add, 0, 1), 0);
	receive(&message, fds, &count);
	assert_int_equal(message.type, LINK_TWIN_ADD);
	assert_int_equal(message.twin, 3);
	assert_memory_equal(&message.add, &add, sizeof(add));
	assert_int_equal(count, 2);
	close(fds[0]);
	close(fds[1]);
	assert_int_equal(link_add_twin(test.link, 3, &add, 0, -1), 0);
	receive(&message, fds, &count);
	assert_int_equal(count, 1);
	close(fds[0]);
	assert_int_equal(link_remove_twin(test.link, 3), 0);
	receive(&message, fds, &count);
	assert_int_equal(message.type, LINK_TWIN_REMOVE);
	assert_int_equal(message.twin, 3);
	assert_int_equal(link_send(test.link, LINK_FENCE, 9), 0);
	receive(&message, fds, &count);
	assert_int_equal(message.type, LINK_FENCE);
	assert_int_equal(message.seq, 9);
	assert_int_equal(count, 0);
}

static int on_question(sd_event_source *source, void *userdata)
{
	(void)source;
	++*(unsigned *)userdata;
	return 0;
}

/* A loop that is full of questions takes the answer to a fence first, and pongs in turn. */
static void test_fence_comes_first(void **unused)
{
	struct link_message fenced = message_of(LINK_FENCED), pong = message_of(LINK_PONG);
	sd_event_source *questions[20];
	unsigned asked = 0;

	(void)unused;
	get_ready();
	for (size_t i = 0; i < 20; i++) {
		assert_return_code(sd_event_add_defer(test.event, &questions[i], on_question, &asked), 0);
		sd_event_source_set_enabled(questions[i], SD_EVENT_ON);
	}
	for (int i = 0; i < 3; i++)
		sd_event_run(test.event, 0);
	assert_int_equal(link_send(test.link, LINK_FENCE, 1), 0);
	asked = 0;
	assert_int_equal(send(test.peer, &fenced, sizeof(fenced), 0), sizeof(fenced));
	for (int i = 0; i < 10 && !*test.heard; i++)
		sd_event_run(test.event, 0);
	assert_string_equal(test.heard, "fenced 0;");
	assert_in_range(asked, 0, 1);
	for (int i = 0; i < 4; i++)
		assert_int_equal(send(test.peer, &pong, sizeof(pong), 0), sizeof(pong));
	asked = 0;
	for (int i = 0; i < 30; i++)
		sd_event_run(test.event, 0);
	assert_in_range(asked, 20, 30);
	for (size_t i = 0; i < 20; i++)
		sd_event_source_disable_unref(questions[i]);
}

/* Only one that has said so, and on this link. */
static void test_driver_rests(void **unused)
{
	struct readers *readers = mmap(NULL, READERS_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED,
				       link_get_table_fd(test.link), 0);

	(void)unused;
	assert_ptr_not_equal(readers, MAP_FAILED);
	readers->pace = DRIVER_PACE_RESTS;
	assert_false(link_driver_rests(test.link));
	get_ready();
	assert_true(link_driver_rests(test.link));
	readers->pace = DRIVER_PACE_WORKS;
	assert_false(link_driver_rests(test.link));
	readers->pace = DRIVER_PACE_UNTOLD;
	assert_false(link_driver_rests(test.link));
	readers->pace = DRIVER_PACE_RESTS;
	link_disconnect(test.link);
	assert_false(link_driver_rests(test.link));
	munmap(readers, READERS_BYTES);
}

static void test_bell(void **unused)
{
	uint64_t rung = 0;

	(void)unused;
	link_ring_bell(test.link);
	assert_int_equal(read(link_get_bell_fd(test.link), &rung, sizeof(rung)), sizeof(rung));
	assert_int_equal(rung, 1);
}

static void test_table(void **unused)
{
	struct readers *driver = mmap(NULL, TABLE_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED,
				      link_get_table_fd(test.link), 0);
	struct link *heir;
	int shrunk = memfd_create("short", MFD_ALLOW_SEALING);

	(void)unused;
	assert_ptr_not_equal(driver, MAP_FAILED);
	driver->reader[3].pid = 1234;
	assert_int_equal(link_readers(test.link)->reader[3].pid, 1234);
	assert_int_equal(ftruncate(link_get_table_fd(test.link), 0), -1);
	assert_int_equal(link_new(&heir, test.event, dup(link_get_table_fd(test.link)),
				  &callbacks, &test), 0);
	assert_int_equal(link_readers(heir)->reader[3].pid, 1234);
	link_free(heir);
	assert_int_equal(ftruncate(shrunk, TABLE_BYTES), 0);	/* the size, but no seals */
	assert_int_equal(link_new(&heir, test.event, shrunk, &callbacks, &test), 0);
	assert_int_equal(link_readers(heir)->reader[3].pid, 0);
	link_free(heir);
	munmap(driver, TABLE_BYTES);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_good_messages),
		TEST(test_bad_fields),
		TEST(test_bad_wants),
		TEST(test_must_be_ready_first),
		TEST(test_bad_sizes),
		TEST(test_takes_no_descriptors),
		TEST(test_hang_up),
		TEST(test_driver_that_does_not_read),
		TEST(test_sends),
		TEST(test_fence_comes_first),
		TEST(test_driver_rests),
		TEST(test_bell),
		TEST(test_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
