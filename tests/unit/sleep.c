/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sleep of the system, with a logind that this file plays on a private bus. */
// links: daemon/sleep daemon/connection
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <fcntl.h>
#include <poll.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

#include "../../daemon/daemon.h"
#include "../../daemon/logind.h"
#include "../../daemon/mute.h"
#include "../../daemon/now.h"
#include "../../daemon/sleep.h"
#include "private_bus.h"

static struct {
	sd_event *event;
	sd_bus *server;
	struct daemon daemon;
	int preparing;
	int inhibitor;		/* the end that logind keeps; its other end is hardmuted's */
	unsigned inhibits, suspends, resumes;
	mute_done_fn *done;
	void *userdata;
} test;

void mute_suspend(struct mute *mute, mute_done_fn *done, void *userdata)
{
	(void)mute;
	test.suspends++;
	test.done = done;
	test.userdata = userdata;
}

void mute_resume(struct mute *mute)
{
	(void)mute;
	test.resumes++;
}

void mute_forget(struct mute *mute, void *userdata)
{
	(void)mute;
	(void)userdata;
	test.done = NULL;
}

static int get_preparing(sd_bus *bus, const char *path, const char *interface, const char *property,
			 sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	(void)bus;
	(void)path;
	(void)interface;
	(void)property;
	(void)userdata;
	(void)error;
	return sd_bus_message_append(reply, "b", test.preparing);
}

static int on_inhibit(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	int ends[2], answered;

	(void)userdata;
	(void)error;
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	if (test.inhibitor >= 0)
		close(test.inhibitor);
	test.inhibitor = ends[0];
	test.inhibits++;
	answered = sd_bus_reply_method_return(call, "h", ends[1]);
	close(ends[1]);
	return answered;
}

static const sd_bus_vtable vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_PROPERTY("PreparingForSleep", "b", get_preparing, 0, 0),
	SD_BUS_METHOD("Inhibit", "ssss", "h", on_inhibit, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_SIGNAL("PrepareForSleep", "b", 0),
	SD_BUS_VTABLE_END
};

static void run_for_ms(int64_t ms)
{
	private_bus_run_for_ms(test.event, ms);
}

static void wait_until(const unsigned *count, unsigned value)
{
	private_bus_wait_ms(test.event, 5000, count, value);
}

static bool is_inhibited(void)
{
	struct pollfd end = { .fd = test.inhibitor, .events = POLLIN };

	run_for_ms(100);
	return poll(&end, 1, 0) == 0;
}

static void start_server(void)
{
	assert_true(sd_bus_open_system(&test.server) >= 0);
	assert_true(sd_bus_attach_event(test.server, test.event, 0) >= 0);
	assert_true(sd_bus_add_object_vtable(test.server, NULL, LOGIND_PATH, LOGIND_MANAGER, vtable,
					     NULL) >= 0);
	assert_true(sd_bus_request_name(test.server, LOGIND, 0) >= 0);
}

static int set_up(void **state)
{
	(void)state;
	memset(&test, 0, sizeof(test));
	test.inhibitor = -1;
	private_bus_start();
	assert_true(sd_event_new(&test.event) >= 0);
	start_server();
	assert_int_equal(sleep_start(&test.daemon.sleep, test.event, &test.daemon), 0);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	sleep_stop(test.daemon.sleep);
	sd_bus_close_unref(test.server);
	sd_event_unref(test.event);
	if (test.inhibitor >= 0)
		close(test.inhibitor);
	private_bus_stop();
	return 0;
}

static void prepare(sd_bus *bus, bool sleeping)
{
	assert_true(sd_bus_emit_signal(bus, LOGIND_PATH, LOGIND_MANAGER, "PrepareForSleep", "b",
				       (int)sleeping) >= 0);
}

static void test_sleep(void **state)
{
	(void)state;
	wait_until(&test.inhibits, 1);
	assert_true(is_inhibited());
	prepare(test.server, true);
	wait_until(&test.suspends, 1);
	assert_true(is_inhibited());
	test.done(test.userdata, 0);
	assert_false(is_inhibited());
	prepare(test.server, false);
	wait_until(&test.resumes, 1);
	wait_until(&test.inhibits, 2);
	assert_true(is_inhibited());
}

static void test_asleep_from_before(void **state)
{
	(void)state;
	wait_until(&test.inhibits, 1);
	test.server = sd_bus_flush_close_unref(test.server);
	test.preparing = true;
	start_server();
	wait_until(&test.suspends, 1);
	assert_int_equal(test.inhibits, 1);
}

/* To us alone, by somebody else: that the system has woken up, or goes to sleep. */
static void test_lies(void **state)
{
	sd_bus_message *names, *lie;
	const char *name, *own;
	sd_bus *liar;

	(void)state;
	wait_until(&test.inhibits, 1);
	prepare(test.server, true);
	wait_until(&test.suspends, 1);
	assert_true(sd_bus_open_system(&liar) >= 0);
	assert_true(sd_bus_get_unique_name(liar, &own) >= 0);
	assert_true(sd_bus_call_method(liar, "org.freedesktop.DBus", "/org/freedesktop/DBus",
				       "org.freedesktop.DBus", "ListNames", NULL, &names, NULL) >= 0);
	assert_true(sd_bus_message_enter_container(names, 'a', "s") > 0);
	while (sd_bus_message_read(names, "s", &name) > 0) {
		if (*name != ':')
			continue;
		assert_true(sd_bus_message_new_signal(liar, &lie, LOGIND_PATH, LOGIND_MANAGER,
						      "PrepareForSleep") >= 0);
		assert_true(sd_bus_message_append(lie, "b", 0) >= 0);
		assert_true(sd_bus_send_to(liar, lie, name, NULL) >= 0);
		sd_bus_message_unref(lie);
		assert_true(sd_bus_message_new_signal(liar, &lie, "/org/freedesktop/DBus",
						      "org.freedesktop.DBus", "NameOwnerChanged") >= 0);
		assert_true(sd_bus_message_append(lie, "sss", LOGIND, "", own) >= 0);
		assert_true(sd_bus_send_to(liar, lie, name, NULL) >= 0);
		sd_bus_message_unref(lie);
	}
	prepare(liar, false);	/* and to everybody */
	assert_true(sd_bus_flush(liar) >= 0);
	run_for_ms(300);
	assert_int_equal(test.resumes, 0);
	assert_int_equal(test.suspends, 1);
	sd_bus_message_unref(names);
	sd_bus_close_unref(liar);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_sleep), TEST(test_asleep_from_before), TEST(test_lies),
	};

	return cmocka_run_group_tests_name("sleep", tests, private_bus_set_up, private_bus_tear_down);
}
