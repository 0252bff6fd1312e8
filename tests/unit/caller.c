/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who may unmute; the bus and logind are played by this file. */
// links: daemon/caller daemon/text
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-login.h>
#include <unistd.h>

#include "../../daemon/caller.h"

static int creds_error, euid_error, pid_error;
static uid_t euid;
static int sessions, active, remote;
static const char *seat, *class;

int sd_bus_query_sender_creds(sd_bus_message *call, uint64_t mask, sd_bus_creds **creds)
{
	(void)call;
	assert_false(mask & SD_BUS_CREDS_AUGMENT);	/* /proc is no witness */
	*creds = NULL;
	return creds_error;
}

sd_bus_creds *sd_bus_creds_unref(sd_bus_creds *creds)
{
	return creds;
}

int sd_bus_creds_get_euid(sd_bus_creds *creds, uid_t *uid)
{
	(void)creds;
	*uid = euid;
	return euid_error;
}

int sd_bus_creds_get_pid(sd_bus_creds *creds, pid_t *pid)
{
	(void)creds;
	if (!pid_error)
		*pid = getpid();
	return pid_error;
}

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

int sd_session_get_seat(const char *session, char **result)
{
	(void)session;
	if (!seat)
		return -ENODATA;
	*result = strdup(seat);
	return 0;
}

int sd_session_get_class(const char *session, char **result)
{
	(void)session;
	*result = strdup(class);
	return 0;
}

static int at_the_desk(void **state)
{
	(void)state;
	creds_error = euid_error = pid_error = 0;
	euid = 1000;
	sessions = active = 1;
	remote = 0;
	seat = "seat0";
	class = "user";
	return 0;
}

static void test_identity(void **state)
{
	struct mute_cause cause;
	struct caller caller;

	(void)state;
	prctl(PR_SET_NAME, "caller");
	assert_int_equal(caller_identify(NULL, &caller), 0);
	assert_int_equal(caller.uid, 1000);
	assert_int_equal(caller.pid, getpid());
	assert_string_equal(caller.program, "caller");
	caller.pid = 12;
	caller_describe(&caller, &cause);
	assert_string_equal(cause.text, "asked by caller (pid 12, uid 1000)");

	pid_error = -ENODATA;
	assert_int_equal(caller_identify(NULL, &caller), 0);
	caller_describe(&caller, &cause);
	assert_string_equal(cause.text, "asked by uid 1000");
	caller_describe(NULL, &cause);
	assert_string_equal(cause.text, "asked by an unknown program");
}

static void test_unknown_is_denied(void **state)
{
	struct caller caller;

	(void)state;
	creds_error = -ETIMEDOUT;
	assert_int_equal(caller_identify(NULL, &caller), -ETIMEDOUT);
	assert_false(caller_may_unmute(&caller, false));
	assert_false(caller_may_unmute(&caller, true));
	creds_error = 0;
	euid_error = -ENODATA;
	euid = (uid_t)-1;
	assert_int_equal(caller_identify(NULL, &caller), -ENODATA);
	assert_false(caller_may_unmute(&caller, true));
}

static void test_system_mode(void **state)
{
	const struct caller user = { .uid = 1000 }, root = { .uid = 0 };

	(void)state;
	assert_true(caller_may_unmute(&root, false));
	assert_true(caller_may_unmute(&user, false));
	active = 0;
	assert_false(caller_may_unmute(&user, false));
	at_the_desk(NULL);
	remote = 1;
	assert_false(caller_may_unmute(&user, false));
	remote = -ENXIO;
	assert_false(caller_may_unmute(&user, false));
	at_the_desk(NULL);
	seat = NULL;
	assert_false(caller_may_unmute(&user, false));
	at_the_desk(NULL);
	class = "greeter";
	assert_false(caller_may_unmute(&user, false));
	at_the_desk(NULL);
	sessions = 0;
	assert_false(caller_may_unmute(&user, false));
	sessions = -ENOENT;
	assert_false(caller_may_unmute(&user, false));
}

static void test_session_mode(void **state)
{
	const struct caller own = { .uid = getuid() }, other = { .uid = getuid() + 1000 };

	(void)state;
	assert_true(caller_may_unmute(&own, true));
	assert_false(caller_may_unmute(&other, true));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_identity, at_the_desk),
		cmocka_unit_test_setup(test_unknown_is_denied, at_the_desk),
		cmocka_unit_test_setup(test_system_mode, at_the_desk),
		cmocka_unit_test_setup(test_session_mode, at_the_desk),
	};

	return cmocka_run_group_tests_name("caller", tests, NULL, NULL);
}
