/* SPDX-License-Identifier: GPL-2.0-or-later */
/* libpulse's main loop on sd-event: what libpulse does with it, and what it must not notice. */
// links: ctl/server_loop
#include <errno.h>
#include <stdbool.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/time.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../ctl/server_loop.h"

static sd_event *event;
static struct server_loop *loop;
static pa_mainloop_api *api;
static unsigned calls, destroyed;
static pa_io_event_flags_t seen;

static int set_up(void **unused)
{
	(void)unused;
	calls = destroyed = 0;
	seen = PA_IO_EVENT_NULL;
	if (sd_event_new(&event) < 0 || server_loop_new(&loop, event))
		return -1;
	api = server_loop_api(loop);
	return 0;
}

static int tear_down(void **unused)
{
	(void)unused;
	server_loop_free(loop);
	assert_null(sd_event_unref(event));
	return 0;
}

static bool turn(void)
{
	return sd_event_run(event, 20000) > 0;
}

static void on_io(pa_mainloop_api *its, pa_io_event *io, int fd, pa_io_event_flags_t flags, void *userdata)
{
	char byte;

	assert_ptr_equal(its, api);
	assert_ptr_equal(userdata, &calls);
	(void)io;
	seen = flags;
	calls++;
	if (flags & PA_IO_EVENT_INPUT)
		assert_int_equal(read(fd, &byte, 1), 1);
}

static void on_io_destroyed(pa_mainloop_api *its, pa_io_event *io, void *userdata)
{
	(void)its;
	(void)io;
	(void)userdata;
	destroyed++;
}

static void test_io(void **unused)
{
	pa_io_event *io;
	int ends[2];

	(void)unused;
	assert_int_equal(pipe(ends), 0);
	io = api->io_new(api, ends[0], PA_IO_EVENT_INPUT, on_io, &calls);
	api->io_set_destroy(io, on_io_destroyed);
	assert_false(turn());
	assert_int_equal(write(ends[1], "ab", 2), 2);
	assert_true(turn());
	assert_int_equal(seen, PA_IO_EVENT_INPUT);
	api->io_enable(io, PA_IO_EVENT_NULL);
	close(ends[1]);
	assert_false(turn());		/* not even that the other end is closed */
	api->io_enable(io, PA_IO_EVENT_INPUT);
	assert_true(turn());
	assert_true(seen & PA_IO_EVENT_HANGUP);
	assert_int_equal(calls, 2);
	api->io_free(io);
	assert_int_equal(destroyed, 1);
	close(ends[0]);
}

static void on_time(pa_mainloop_api *its, pa_time_event *timer, const struct timeval *when,
		    void *userdata)
{
	(void)its;
	(void)userdata;
	assert_true(when->tv_sec > 0);
	calls++;
	api->time_free(timer);		/* in its own callback */
}

static struct timeval in_ms(int ms)
{
	struct timeval when;

	gettimeofday(&when, NULL);
	when.tv_usec += ms * 1000;
	when.tv_sec += when.tv_usec / 1000000;
	when.tv_usec %= 1000000;
	return when;
}

static void test_time(void **unused)
{
	struct timeval late = in_ms(60000), past = in_ms(-50);
	pa_time_event *timer, *never;

	(void)unused;
	never = api->time_new(api, &late, on_time, NULL);
	timer = api->time_new(api, &late, on_time, NULL);
	assert_false(turn());
	api->time_restart(timer, NULL);
	assert_false(turn());
	api->time_restart(timer, &past);
	assert_true(turn());
	assert_int_equal(calls, 1);
	assert_false(turn());
	api->time_free(never);
}

static void on_defer(pa_mainloop_api *its, pa_defer_event *defer, void *userdata)
{
	(void)its;
	(void)userdata;
	if (++calls == 3)
		api->defer_enable(defer, 0);
	if (calls == 4)
		api->defer_free(defer);
}

static void test_defer(void **unused)
{
	pa_defer_event *defer = api->defer_new(api, on_defer, NULL);

	(void)unused;
	while (turn())
		;
	assert_int_equal(calls, 3);
	api->defer_enable(defer, 1);
	assert_true(turn());
	assert_false(turn());
	assert_int_equal(calls, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_io, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_time, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_defer, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
