/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When messages are a flood: a pipe plays the bus, on a real event loop. */
// links: daemon/flood
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <time.h>
#include <unistd.h>

#include "../../daemon/flood.h"
#include "../../daemon/now.h"

static struct {
	sd_event *event;
	struct flood *flood;
	int pipe[2];
	unsigned late, seen;
	int64_t cost_us;	/* of one message */
} test;

static void on_late(void *userdata)
{
	assert_ptr_equal(userdata, &test);
	test.late++;
}

static int on_message(sd_event_source *source, int fd, uint32_t events, void *userdata)
{
	char byte;

	(void)source;
	(void)events;
	(void)userdata;
	assert_int_equal(read(fd, &byte, 1), 1);
	test.seen++;
	flood_count(test.flood);
	if (test.cost_us)
		usleep((useconds_t)test.cost_us);
	return 0;
}

static int set_up(void **state)
{
	(void)state;
	test.late = test.seen = 0;
	test.cost_us = 0;
	if (pipe(test.pipe) || sd_event_new(&test.event) < 0 ||
	    sd_event_add_io(test.event, NULL, test.pipe[0], 1 /* EPOLLIN */, on_message, NULL) < 0)
		return -1;
	return flood_new(&test.flood, test.event, on_late, &test);
}

static int tear_down(void **state)
{
	(void)state;
	flood_free(test.flood);
	sd_event_unref(test.event);
	close(test.pipe[0]);
	close(test.pipe[1]);
	return 0;
}

static void send(unsigned count)
{
	static const char bytes[60000];

	assert_int_equal(write(test.pipe[1], bytes, count), count);
}

static void settle(void)
{
	while (sd_event_run(test.event, 50000) > 0)
		;
}

/* No timer is left behind. */
static void test_peace(void **state)
{
	(void)state;
	for (unsigned i = 0; i < 3 * FLOOD_MESSAGES; i++) {
		send(1);
		settle();
		assert_false(flood_is_on(test.flood));
	}
	assert_int_equal(sd_event_run(test.event, (FLOOD_LATE_MS + 200) * 1000), 0);
	assert_int_equal(test.late, 0);
}

static void test_burst(void **state)
{
	(void)state;
	send(10000);
	while (test.seen < 9000)
		assert_true(sd_event_run(test.event, 0) > 0);
	assert_true(flood_is_on(test.flood));
	settle();
	assert_false(flood_is_on(test.flood));
	assert_int_equal(sd_event_run(test.event, (FLOOD_LATE_MS + 200) * 1000), 0);
	assert_int_equal(test.late, 0);
}

static void test_without_end(void **state)
{
	(void)state;
	test.cost_us = 100;
	send(20000);
	while (!test.late)
		assert_true(sd_event_run(test.event, 0) > 0);
	assert_in_range(test.seen, FLOOD_LATE_MESSAGES, 19000);
	while (test.seen < 20000)
		sd_event_run(test.event, 0);
	settle();
	assert_int_equal(test.late, 1);
	/* and again */
	send(20000);
	while (test.late < 2)
		assert_true(sd_event_run(test.event, 0) > 0);
}

/* A machine that is slow has no flood. */
static void test_slow(void **state)
{
	(void)state;
	test.cost_us = 15000;
	send(FLOOD_MESSAGES + 40);
	settle();
	assert_int_equal(test.late, 0);
}

static void test_questions(void **state)
{
	(void)state;
	flood_asked(test.flood, 1000, 2000);
	assert_true(flood_may_ask(test.flood, 2000));
	send(2 * FLOOD_MESSAGES);
	while (test.seen < FLOOD_MESSAGES)
		sd_event_run(test.event, 0);
	assert_false(flood_may_ask(test.flood, 2000));
	assert_false(flood_may_ask(test.flood, 5999));
	assert_true(flood_may_ask(test.flood, 6000));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_peace, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_burst, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_without_end, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_slow, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_questions, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("flood", tests, NULL, NULL);
}
