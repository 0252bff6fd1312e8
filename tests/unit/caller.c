/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who calls: what the bus answers, and what /proc may add to it. The bus is played by this file. */
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
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#include "../../daemon/caller.h"

static sd_bus *bus;
static int other_end;

/* Messages can be made on a connection whose other end never says a word. */
static int set_up(void **state)
{
	int ends[2];

	(void)state;
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) || sd_bus_new(&bus) < 0 ||
	    sd_bus_set_fd(bus, ends[0], ends[0]) < 0 || sd_bus_start(bus) < 0)
		return -1;
	other_end = ends[1];
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	sd_bus_close_unref(bus);
	return close(other_end);
}

static sd_bus_message *start_answer(void)
{
	sd_bus_message *answer;

	assert_true(sd_bus_message_new_signal(bus, &answer, "/a", "a.b", "C") >= 0);
	assert_true(sd_bus_message_open_container(answer, 'a', "{sv}") >= 0);
	return answer;
}

static int take(sd_bus_message *answer, struct caller *caller)
{
	int error;

	assert_true(sd_bus_message_close_container(answer) >= 0);
	assert_true(sd_bus_message_seal(answer, 1, 0) >= 0);
	assert_true(sd_bus_message_rewind(answer, 1) >= 0);
	error = caller_take(answer, caller);
	sd_bus_message_unref(answer);
	return error;
}

static void add_number(sd_bus_message *answer, const char *key, uint32_t value)
{
	assert_true(sd_bus_message_append(answer, "{sv}", key, "u", value) >= 0);
}

/* A process of this user that has another name, and ends when fd is closed. */
static pid_t start_process(int *end)
{
	int hold[2], named[2];
	pid_t pid;
	char byte;

	assert_int_equal(pipe(hold) | pipe(named), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (!pid) {
		close(hold[1]);
		prctl(PR_SET_NAME, "called\x1b[2J");
		_exit(write(named[1], "", 1) != 1 || read(hold[0], &byte, 1) != 0);
	}
	assert_int_equal(read(named[0], &byte, 1), 1);
	close(hold[0]);
	close(named[0]);
	close(named[1]);
	*end = hold[1];
	return pid;
}

static void check_description(const struct caller *caller, const char *expected)
{
	struct mute_cause cause;

	caller_describe(caller, &cause);
	assert_string_equal(cause.text, expected);
}

static void test_identity(void **state)
{
	sd_bus_message *answer = start_answer();
	struct caller caller;
	char expected[96];
	int end;
	pid_t pid = start_process(&end);

	(void)state;
	assert_true(sd_bus_message_append(answer, "{sv}", "LinuxSecurityLabel", "ay", 2, 'a', 0) >= 0);
	add_number(answer, "ProcessID", (uint32_t)pid);
	assert_true(sd_bus_message_append(answer, "{sv}", "UnixGroupIDs", "au", 2, 4, 5) >= 0);
	add_number(answer, "UnixUserID", getuid());
	assert_int_equal(take(answer, &caller), 0);
	assert_int_equal(caller.uid, getuid());
	assert_int_equal(caller.pid, pid);
	snprintf(expected, sizeof(expected), "asked by called?[2J (pid %d, uid %u)", pid, getuid());
	check_description(&caller, expected);

	/* The pid is another user's by now: it names nobody. */
	answer = start_answer();
	add_number(answer, "UnixUserID", getuid() + 1);
	add_number(answer, "ProcessID", (uint32_t)pid);
	assert_int_equal(take(answer, &caller), 0);
	assert_string_equal(caller.program, "");
	close(end);
	waitpid(pid, NULL, 0);
}

/* The bus has a pidfd: what the pid means now does not matter. */
static void test_process_that_is_gone(void **state)
{
	sd_bus_message *answer = start_answer();
	struct caller caller;
	char expected[96];
	int end, pidfd;
	pid_t pid = start_process(&end);

	(void)state;
	pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
	if (pidfd < 0)
		skip();
	assert_true(sd_bus_message_append(answer, "{sv}", "ProcessFD", "h", pidfd) >= 0);
	add_number(answer, "ProcessID", (uint32_t)pid);
	add_number(answer, "UnixUserID", getuid() + 1);
	assert_int_equal(take(answer, &caller), 0);
	assert_string_equal(caller.program, "called?[2J");

	close(end);
	waitpid(pid, NULL, 0);
	answer = start_answer();
	assert_true(sd_bus_message_append(answer, "{sv}", "ProcessFD", "h", pidfd) >= 0);
	add_number(answer, "ProcessID", (uint32_t)getpid());	/* as if it were used again */
	add_number(answer, "UnixUserID", getuid());
	assert_int_equal(take(answer, &caller), 0);
	close(pidfd);
	snprintf(expected, sizeof(expected), "asked by a program (pid %d, uid %u)", getpid(), getuid());
	check_description(&caller, expected);
}

static void test_unknown(void **state)
{
	sd_bus_message *answer = start_answer();
	struct caller caller = { .uid = 0 };

	(void)state;
	add_number(answer, "ProcessID", 1);
	assert_int_equal(take(answer, &caller), -ENODATA);
	assert_int_equal(caller.uid, (uid_t)-1);
	assert_int_equal(caller.pid, 0);

	answer = start_answer();
	assert_true(sd_bus_message_append(answer, "{sv}", "UnixUserID", "s", "0") >= 0);
	assert_true(take(answer, &caller) < 0);
	assert_int_equal(caller.uid, (uid_t)-1);

	assert_true(sd_bus_message_new_signal(bus, &answer, "/a", "a.b", "C") >= 0);
	assert_true(sd_bus_message_append(answer, "u", 0u) >= 0);
	assert_true(sd_bus_message_seal(answer, 1, 0) >= 0);
	assert_true(sd_bus_message_rewind(answer, 1) >= 0);
	assert_true(caller_take(answer, &caller) < 0);
	sd_bus_message_unref(answer);
	assert_int_equal(caller.uid, (uid_t)-1);

	check_description(NULL, "asked by an unknown program");
	check_description(&(struct caller){ .uid = 7 }, "asked by uid 7");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_identity),
		cmocka_unit_test(test_process_that_is_gone),
		cmocka_unit_test(test_unknown),
	};

	return cmocka_run_group_tests_name("caller", tests, set_up, tear_down);
}
