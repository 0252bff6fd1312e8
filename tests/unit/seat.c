/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who sits at the computer; logind's files are played by this file. */
// links: daemon/seat
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <systemd/sd-login.h>
#include <unistd.h>

#include "../../daemon/seat.h"

static int sessions, active, remote, monitor_error;
static const char *seat, *class, *session_state, *user_state, *active_session;
static int monitor_fd = -1;
static unsigned changes;

int sd_uid_get_sessions(uid_t uid, int require_active, char ***names)
{
	assert_int_equal(uid, 1000);
	assert_int_equal(require_active, 1);
	if (sessions <= 0)
		return sessions;
	*names = calloc(2, sizeof(char *));
	(*names)[0] = strdup("c1");
	return 1;
}

int sd_session_is_active(const char *session)
{
	assert_string_equal(session, "c1");
	return active;
}

int sd_session_is_remote(const char *session)
{
	(void)session;
	return remote;
}

static int give(const char *value, char **result)
{
	if (!value)
		return -ENODATA;
	*result = strdup(value);
	return 0;
}

int sd_session_get_seat(const char *session, char **result)
{
	(void)session;
	return give(seat, result);
}

int sd_session_get_class(const char *session, char **result)
{
	(void)session;
	return give(class, result);
}

int sd_session_get_state(const char *session, char **result)
{
	(void)session;
	return give(session_state, result);
}

int sd_uid_get_state(uid_t uid, char **result)
{
	assert_int_equal(uid, 1000);
	return give(user_state, result);
}

int sd_seat_get_active(const char *name, char **session, uid_t *uid)
{
	assert_string_equal(name, "seat0");
	*uid = 1000;
	return give(active_session, session);
}

int sd_login_monitor_new(const char *category, sd_login_monitor **monitor)
{
	assert_null(category);
	*monitor = NULL;
	return monitor_error;
}

sd_login_monitor *sd_login_monitor_unref(sd_login_monitor *monitor)
{
	return monitor;
}

int sd_login_monitor_get_fd(sd_login_monitor *monitor)
{
	(void)monitor;
	return monitor_fd;
}

int sd_login_monitor_get_events(sd_login_monitor *monitor)
{
	(void)monitor;
	return POLLIN;
}

int sd_login_monitor_flush(sd_login_monitor *monitor)
{
	eventfd_t value;

	(void)monitor;
	return eventfd_read(monitor_fd, &value);
}

static int at_the_desk(void **state)
{
	(void)state;
	sessions = active = 1;
	remote = monitor_error = 0;
	seat = "seat0";
	class = "user";
	session_state = user_state = "active";
	active_session = "c1";
	return 0;
}

static void test_user_at_a_seat(void **state)
{
	assert_true(seat_has_user(1000));
	active = 0;
	assert_false(seat_has_user(1000));
	at_the_desk(state);
	remote = 1;
	assert_false(seat_has_user(1000));
	remote = -ENXIO;
	assert_false(seat_has_user(1000));
	at_the_desk(state);
	seat = NULL;
	assert_false(seat_has_user(1000));
	at_the_desk(state);
	class = "greeter";
	assert_false(seat_has_user(1000));
	at_the_desk(state);
	sessions = 0;
	assert_false(seat_has_user(1000));
	sessions = -ENOENT;
	assert_false(seat_has_user(1000));
}

static void test_session(void **state)
{
	static char long_id[100];
	struct seat_session session;

	seat_get_session(&session);
	assert_string_equal(session.id, "c1");
	assert_true(session.user);
	assert_int_equal(session.uid, 1000);
	session_state = "closing";
	seat_get_session(&session);
	assert_string_equal(session.id, "c1");
	assert_false(session.user);
	session_state = NULL;
	seat_get_session(&session);
	assert_false(session.user);
	at_the_desk(state);
	class = "greeter";
	seat_get_session(&session);
	assert_false(session.user);
	at_the_desk(state);
	memset(long_id, 'x', sizeof(long_id) - 1);
	active_session = long_id;
	seat_get_session(&session);
	assert_string_equal(session.id, "");
	active_session = NULL;
	seat_get_session(&session);
	assert_string_equal(session.id, "");
	assert_false(session.user);
	assert_int_equal(session.uid, (uid_t)-1);
}

static void test_logged_in(void **state)
{
	static const char *const out[] = { "offline", "lingering", "closing", "else", NULL };

	(void)state;
	assert_true(seat_is_logged_in(1000));
	user_state = "online";
	assert_true(seat_is_logged_in(1000));
	for (size_t i = 0; i < sizeof(out) / sizeof(out[0]); i++) {
		user_state = out[i];
		assert_false(seat_is_logged_in(1000));
	}
}

static void on_changed(void *userdata)
{
	assert_ptr_equal(userdata, &changes);
	changes++;
}

static void test_monitor(void **state)
{
	struct seat *watched = NULL;
	sd_event *event;

	(void)state;
	monitor_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	assert_true(sd_event_new(&event) >= 0);
	assert_int_equal(seat_start(&watched, event, on_changed, &changes), 0);
	assert_int_equal(sd_event_run(event, 10000), 0);
	assert_int_equal(eventfd_write(monitor_fd, 1), 0);
	assert_true(sd_event_run(event, 1000000) > 0);
	assert_int_equal(changes, 1);
	assert_int_equal(sd_event_run(event, 10000), 0);
	seat_stop(watched);
	monitor_error = -ENOENT;
	watched = NULL;
	assert_int_equal(seat_start(&watched, event, on_changed, &changes), -ENOENT);
	assert_null(watched);
	seat_stop(NULL);
	sd_event_unref(event);
	close(monitor_fd);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_user_at_a_seat, at_the_desk),
		cmocka_unit_test_setup(test_session, at_the_desk),
		cmocka_unit_test_setup(test_logged_in, at_the_desk),
		cmocka_unit_test_setup(test_monitor, at_the_desk),
	};

	return cmocka_run_group_tests_name("seat", tests, NULL, NULL);
}
