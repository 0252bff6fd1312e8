/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Following logind, which this file plays on a private bus. */
// links: daemon/logind daemon/connection
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

#include "../../daemon/lid.h"
#include "../../daemon/logind.h"
#include "../../daemon/now.h"
#include "private_bus.h"

#define SESSION_PATH LOGIND_PATH "/session/_31"		/* of session "1" */
#define OTHER_PATH LOGIND_PATH "/session/c2"

static struct {
	sd_event *event;
	sd_bus *server;
	struct logind *logind;
	int locked, other_locked, session_idle, manager_idle, lid;
	bool hung;		/* session's questions are not answered */
	bool no_lid;
	unsigned told_locked, told_lid, told_idle, told_switched, told_lost, lid_asked;
	char lost[64];
} test;

static int get_bool(sd_bus *bus, const char *path, const char *interface, const char *property,
		    sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	(void)bus;
	(void)path;
	(void)interface;
	(void)error;
	test.lid_asked += !strcmp(property, "LidClosed");
	return sd_bus_message_append(reply, "b", *(int *)userdata);
}

static int get_text(sd_bus *bus, const char *path, const char *interface, const char *property,
		    sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	(void)bus;
	(void)path;
	(void)interface;
	(void)property;
	(void)userdata;
	(void)error;
	return sd_bus_message_append(reply, "(so)", "x", "/x");
}

#define CHANGES SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE
#define BOOL(name, flags) SD_BUS_PROPERTY(name, "b", get_bool, 0, flags)

/* As before systemd 256. */
static const sd_bus_vtable manager_vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_PROPERTY("Docked", "b", get_bool, 0, 0),
	SD_BUS_PROPERTY("LidClosed", "b", get_bool, offsetof(__typeof__(test), lid), 0),
	SD_BUS_PROPERTY("IdleHint", "b", get_bool, offsetof(__typeof__(test), manager_idle), CHANGES),
	SD_BUS_VTABLE_END
};
static const sd_bus_vtable new_manager_vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_PROPERTY("LidClosed", "b", get_bool, offsetof(__typeof__(test), lid), CHANGES),
	SD_BUS_PROPERTY("Docked", "b", get_bool, 0, 0),
	SD_BUS_PROPERTY("IdleHint", "b", get_bool, offsetof(__typeof__(test), manager_idle), CHANGES),
	SD_BUS_VTABLE_END
};
static const sd_bus_vtable session_vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_PROPERTY("Seat", "(so)", get_text, 0, 0),
	SD_BUS_PROPERTY("IdleHint", "b", get_bool, offsetof(__typeof__(test), session_idle), CHANGES),
	SD_BUS_PROPERTY("LockedHint", "b", get_bool, offsetof(__typeof__(test), locked), CHANGES),
	SD_BUS_SIGNAL("Lock", "", 0),
	SD_BUS_VTABLE_END
};
static const sd_bus_vtable other_vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_PROPERTY("IdleHint", "b", get_bool, offsetof(__typeof__(test), session_idle), CHANGES),
	SD_BUS_PROPERTY("LockedHint", "b", get_bool, offsetof(__typeof__(test), other_locked), CHANGES),
	SD_BUS_SIGNAL("Lock", "", 0),
	SD_BUS_VTABLE_END
};
static const sd_bus_vtable seat_vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_PROPERTY("ActiveSession", "(so)", get_text, 0, CHANGES),
	SD_BUS_PROPERTY("CanTTY", "b", get_bool, offsetof(__typeof__(test), session_idle), CHANGES),
	SD_BUS_PROPERTY("Sessions", "(so)", get_text, 0, SD_BUS_VTABLE_PROPERTY_EMITS_INVALIDATION),
	SD_BUS_VTABLE_END
};

bool lid_exists(const char *root)
{
	assert_string_equal(root, "");
	return !test.no_lid;
}

static void on_locked(void *userdata)
{
	assert_ptr_equal(userdata, &test);
	test.told_locked++;
}

static void on_lid(void *userdata)
{
	(void)userdata;
	test.told_lid++;
}

static void on_idle(void *userdata)
{
	(void)userdata;
	test.told_idle++;
}

static void on_switched(void *userdata)
{
	(void)userdata;
	test.told_switched++;
}

static void on_lost(void *userdata, const char *why)
{
	(void)userdata;
	test.told_lost++;
	snprintf(test.lost, sizeof(test.lost), "%s", why);
}

static int swallow(sd_bus_message *message, void *userdata, sd_bus_error *error)
{
	(void)userdata;
	(void)error;
	return test.hung && sd_bus_message_is_method_call(message, DBUS_PROPERTIES, "GetAll") &&
	       strcmp(sd_bus_message_get_path(message), LOGIND_PATH) != 0;
}

static void add(const char *path, const char *interface, const sd_bus_vtable *vtable)
{
	assert_true(sd_bus_add_object_vtable(test.server, NULL, path, interface, vtable, &test) >= 0);
}

static void start_server(const sd_bus_vtable *manager)
{
	assert_true(sd_bus_open_system(&test.server) >= 0);
	assert_true(sd_bus_attach_event(test.server, test.event, 0) >= 0);
	assert_true(sd_bus_add_filter(test.server, NULL, swallow, NULL) >= 0);
	add(LOGIND_PATH, LOGIND_MANAGER, manager);
	add(SESSION_PATH, LOGIND_SESSION, session_vtable);
	add(OTHER_PATH, LOGIND_SESSION, other_vtable);
	add(LOGIND_SEAT0_PATH, LOGIND_SEAT, seat_vtable);
	assert_true(sd_bus_request_name(test.server, LOGIND, 0) >= 0);
}

static void stop_server(void)
{
	test.server = sd_bus_flush_close_unref(test.server);
}

static void run_for_ms(int64_t ms)
{
	private_bus_run_for_ms(test.event, ms);
}

static void wait_until_known(bool known)
{
	int64_t end_ms = now_ms() + 5000;

	while (logind_is_known(test.logind) != known && now_ms() < end_ms)
		sd_event_run(test.event, 20000);
	assert_int_equal(logind_is_known(test.logind), known);
}

static void wait_until(const unsigned *count, unsigned value)
{
	private_bus_wait_ms(test.event, 5000, count, value);
}

static void start_logind(void)
{
	static const struct logind_callbacks callbacks = {
		.locked = on_locked, .lid_closed = on_lid, .idle = on_idle, .switched = on_switched,
		.lost = on_lost
	};

	assert_int_equal(logind_start(&test.logind, test.event, &callbacks, &test), 0);
}

static int set_up(void **state)
{
	(void)state;
	memset(&test, 0, sizeof(test));
	private_bus_start();
	assert_true(sd_event_new(&test.event) >= 0);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	logind_stop(test.logind);
	sd_bus_close_unref(test.server);
	sd_event_unref(test.event);
	private_bus_stop();
	return 0;
}

static void start(const char *session)
{
	start_server(manager_vtable);
	start_logind();
	logind_set_session(test.logind, session);
	assert_false(logind_is_known(test.logind) && *session);
	wait_until_known(true);
}

static void change(const char *path, const char *interface, const char *property, int *value, int to)
{
	*value = to;
	assert_true(sd_bus_emit_properties_changed(test.server, path, interface, property, NULL) >= 0);
}

static void test_lock(void **state)
{
	(void)state;
	start("1");
	assert_false(logind_is_locked(test.logind));
	change(SESSION_PATH, LOGIND_SESSION, "LockedHint", &test.locked, true);
	wait_until(&test.told_locked, 1);
	assert_true(logind_is_locked(test.logind));
	change(SESSION_PATH, LOGIND_SESSION, "LockedHint", &test.locked, false);
	run_for_ms(100);
	assert_false(logind_is_locked(test.logind));
	/* a session that is not the active one */
	change(OTHER_PATH, LOGIND_SESSION, "LockedHint", &test.other_locked, true);
	assert_true(sd_bus_emit_signal(test.server, OTHER_PATH, LOGIND_SESSION, "Lock", NULL) >= 0);
	run_for_ms(100);
	assert_int_equal(test.told_locked, 1);
	/* the order to lock, to a session whose locker says nothing */
	assert_true(sd_bus_emit_signal(test.server, SESSION_PATH, LOGIND_SESSION, "Lock", NULL) >= 0);
	wait_until(&test.told_locked, 2);
	assert_false(logind_is_locked(test.logind));
}

static void lie(sd_bus *liar, const char *path, const char *interface, const char *member,
		const char *types, const char *a, const char *b, int value)
{
	const char *victim;
	sd_bus_message *signal;

	assert_true(sd_bus_get_unique_name(logind_get_bus(test.logind), &victim) >= 0);
	assert_true(sd_bus_message_new_signal(liar, &signal, path, interface, member) >= 0);
	if (value >= 0)
		assert_true(sd_bus_message_append(signal, types, a, 1, b, "b", value, 0) >= 0);
	else if (*types)
		assert_true(sd_bus_message_append(signal, types, a, b, "") >= 0);
	assert_true(sd_bus_send_to(liar, signal, victim, NULL) >= 0);
	sd_bus_message_unref(signal);
}

/* Signals of anybody's, sent to us alone: the bus lets them through, and so does sd-bus. */
static void test_lies(void **state)
{
	sd_bus *liar;

	(void)state;
	start("1");
	change(SESSION_PATH, LOGIND_SESSION, "LockedHint", &test.locked, true);
	wait_until(&test.told_locked, 1);
	assert_true(sd_bus_open_system(&liar) >= 0);
	lie(liar, SESSION_PATH, DBUS_PROPERTIES, "PropertiesChanged", "sa{sv}as", LOGIND_SESSION,
	    "LockedHint", false);
	lie(liar, LOGIND_PATH, DBUS_PROPERTIES, "PropertiesChanged", "sa{sv}as", LOGIND_MANAGER,
	    "LidClosed", true);
	lie(liar, SESSION_PATH, LOGIND_SESSION, "Lock", "", "", "", -1);
	lie(liar, "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameOwnerChanged", "sss", LOGIND,
	    ":1.0", -1);
	assert_true(sd_bus_flush(liar) >= 0);
	run_for_ms(300);
	assert_true(logind_is_locked(test.logind));
	assert_true(logind_is_known(test.logind));
	assert_int_equal(test.told_locked, 1);
	assert_int_equal(test.told_lid, 0);
	assert_int_equal(test.told_lost, 0);
	sd_bus_close_unref(liar);
}

/* Until the new session has said whether it is locked nothing is known. */
static void test_switch(void **state)
{
	(void)state;
	start("1");
	test.other_locked = true;
	logind_set_session(test.logind, "c2");
	assert_false(logind_is_known(test.logind));
	wait_until(&test.told_locked, 1);
	wait_until_known(true);
	assert_true(logind_is_locked(test.logind));
	logind_set_session(test.logind, "");
	assert_true(logind_is_known(test.logind));
	assert_false(logind_is_locked(test.logind));
	logind_set_session(test.logind, "99");	/* has ended already */
	run_for_ms(200);
	assert_false(logind_is_known(test.logind));
	assert_int_equal(test.told_lost, 0);
}

static void test_seat(void **state)
{
	(void)state;
	start("1");
	assert_true(sd_bus_emit_properties_changed(test.server, LOGIND_SEAT0_PATH, LOGIND_SEAT,
						   "CanTTY", "Sessions", NULL) >= 0);
	run_for_ms(100);
	assert_int_equal(test.told_switched, 0);
	assert_true(sd_bus_emit_properties_changed(test.server, LOGIND_SEAT0_PATH, LOGIND_SEAT,
						   "CanTTY", "ActiveSession", NULL) >= 0);
	wait_until(&test.told_switched, 1);
}

static void test_locked_from_before(void **state)
{
	(void)state;
	test.locked = test.lid = true;
	start("1");
	assert_true(logind_is_locked(test.logind));
	assert_true(logind_is_lid_closed(test.logind));
	assert_int_equal(test.told_locked, 1);
	assert_int_equal(test.told_lid, 1);
}

static void test_idle(void **state)
{
	(void)state;
	start("1");
	change(SESSION_PATH, LOGIND_SESSION, "IdleHint", &test.session_idle, true);
	wait_until(&test.told_idle, 1);
	change(LOGIND_PATH, LOGIND_MANAGER, "IdleHint", &test.manager_idle, true);
	run_for_ms(100);
	assert_int_equal(test.told_idle, 1);
	change(SESSION_PATH, LOGIND_SESSION, "IdleHint", &test.session_idle, false);
	run_for_ms(100);
	assert_true(logind_is_idle(test.logind));
	change(LOGIND_PATH, LOGIND_MANAGER, "IdleHint", &test.manager_idle, false);
	run_for_ms(100);
	assert_false(logind_is_idle(test.logind));
}

/* Asked for only while it matters. */
static void test_silent_lid(void **state)
{
	unsigned asked;

	(void)state;
	start("1");
	run_for_ms(100);
	asked = test.lid_asked;
	test.lid = true;
	run_for_ms(1500);
	assert_int_equal(test.lid_asked, asked);
	assert_int_equal(test.told_lid, 0);
	test.no_lid = true;
	logind_watch_lid(test.logind, true);
	run_for_ms(1500);
	assert_int_equal(test.lid_asked, asked);
	test.no_lid = false;
	logind_watch_lid(test.logind, true);
	wait_until(&test.told_lid, 1);
	logind_watch_lid(test.logind, false);
	run_for_ms(100);
	asked = test.lid_asked;
	run_for_ms(1500);
	assert_int_equal(test.lid_asked, asked);
}

static void test_telling_lid(void **state)
{
	unsigned asked;

	(void)state;
	start_server(new_manager_vtable);
	start_logind();
	logind_set_session(test.logind, "");
	wait_until_known(true);
	run_for_ms(100);
	asked = test.lid_asked;
	logind_watch_lid(test.logind, true);
	run_for_ms(1500);
	assert_int_equal(test.lid_asked, asked);
	change(LOGIND_PATH, LOGIND_MANAGER, "LidClosed", &test.lid, true);
	wait_until(&test.told_lid, 1);
}

static void test_restart(void **state)
{
	(void)state;
	start("1");
	stop_server();
	wait_until(&test.told_lost, 1);
	assert_string_equal(test.lost, "logind is gone");
	assert_false(logind_is_known(test.logind));
	test.locked = true;
	start_server(manager_vtable);
	wait_until_known(true);
	assert_true(logind_is_locked(test.logind));
	assert_int_equal(test.told_lost, 1);
}

static void test_no_logind(void **state)
{
	(void)state;
	start_logind();
	logind_set_session(test.logind, "1");
	run_for_ms(300);
	assert_false(logind_is_known(test.logind));
	assert_int_equal(test.told_lost, 0);
	start_server(manager_vtable);
	wait_until_known(true);
}

/* The server is in this process: it cannot answer while one waits. */
static void test_wait_is_bounded(void **state)
{
	int64_t start_ms = now_ms();

	(void)state;
	start_server(manager_vtable);
	start_logind();
	logind_wait(test.logind, 200000);
	assert_in_range(now_ms() - start_ms, 190, 1000);
	stop_server();
	run_for_ms(100);
	logind_set_session(test.logind, "");
	start_ms = now_ms();
	logind_wait(test.logind, 5000000);	/* nobody is there: no reason to wait */
	assert_in_range(now_ms() - start_ms, 0, 1000);
}

/* One that does not answer is not known, and is given up. */
static void test_hung_logind(void **state)
{
	(void)state;
	start("1");
	test.hung = true;
	logind_set_session(test.logind, "c2");
	run_for_ms(5500);
	assert_false(logind_is_known(test.logind));
	test.hung = false;
	run_for_ms(1500);
	wait_until_known(true);
}

static void test_lost_bus(void **state)
{
	(void)state;
	start("1");
	private_bus_stop();
	wait_until(&test.told_lost, 1);
	assert_string_equal(test.lost, "the system bus was lost");
	assert_false(logind_is_known(test.logind));
	test.server = sd_bus_close_unref(test.server);
	private_bus_start();
	start_server(manager_vtable);
	wait_until_known(true);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_lock), TEST(test_lies), TEST(test_switch), TEST(test_seat), TEST(test_locked_from_before), TEST(test_idle),
		TEST(test_silent_lid), TEST(test_telling_lid), TEST(test_restart), TEST(test_no_logind),
		TEST(test_wait_is_bounded), TEST(test_hung_logind), TEST(test_lost_bus),
	};

	return cmocka_run_group_tests_name("logind", tests, private_bus_set_up, private_bus_tear_down);
}
