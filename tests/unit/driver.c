/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The driver's process: started with the right descriptors, killed when it
 * hangs, started anew when it dies. The driver is this program itself, called
 * with any argument; what it does is in the environment variable FAKE_DRIVER.
 */
// links: daemon/driver daemon/beside daemon/spawn daemon/link daemon/gate
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../daemon/driver.h"

/* The fake driver. */

static int fake_send(uint32_t type, uint64_t seq, uint32_t count)
{
	struct link_message message;

	memset(&message, 0, sizeof(message));
	message.type = type;
	message.seq = seq;
	if (type == LINK_READY)
		message.version = LINK_VERSION;
	else
		message.count = count;
	return send(LINK_FD_SOCKET, &message, sizeof(message), 0) == sizeof(message) ? 0 : 1;
}

/* Exactly the four descriptors, standard ones aside; ASan and valgrind hold some high ones. */
static int fake_check_fds(void)
{
	DIR *dir = opendir("/proc/self/fd");
	struct dirent *entry;
	int count = 0;

	while (dir && (entry = readdir(dir))) {
		int fd = atoi(entry->d_name);

		if (fd > 2 && fd != dirfd(dir) && fd < 100)
			count++;
	}
	if (dir)
		closedir(dir);
	return count == 4 && fcntl(LINK_FD_TABLE, F_GET_SEALS) > 0 &&
	       !timerfd_gettime(LINK_FD_PULSE, &(struct itimerspec){ 0 }) ? 0 : 1;
}

static int fake_check_signals(void)
{
	sigset_t blocked;

	return sigprocmask(SIG_BLOCK, NULL, &blocked) || sigismember(&blocked, SIGTERM) ||
	       sigismember(&blocked, SIGCHLD);
}

static void fake_arm_pulse(void)
{
	struct itimerspec soon = { .it_value.tv_nsec = 50000000 };

	timerfd_settime(LINK_FD_PULSE, 0, &soon, NULL);
}

static int fake_serve(bool answers)
{
	struct link_message message;

	while (recv(LINK_FD_SOCKET, &message, sizeof(message), 0) == sizeof(message) ||
	       (errno == EAGAIN && poll(&(struct pollfd){ LINK_FD_SOCKET, POLLIN, 0 }, 1, -1))) {
		if (message.type == LINK_PING && answers)
			fake_send(LINK_PONG, message.seq, 0);
		if (message.type == LINK_QUIT)
			return 0;
		message.type = 0;
	}
	return 0;
}

static int fake_driver(int argc, char **argv)
{
	const char *what = getenv("FAKE_DRIVER");

	if (!what || argc < 3 || strcmp(argv[1], "--latency-ms") || strcmp(argv[2], "123"))
		return 3;
	if (!strcmp(what, "dies"))
		return 7;
	if (!strcmp(what, "never-ready"))
		return fake_serve(true);
	if (fake_check_fds() || fake_check_signals())
		return 4;
	fake_send(LINK_READY, 0, 0);
	if (!strcmp(what, "hangs"))
		fake_arm_pulse();
	if (!strcmp(what, "pulses"))
		fake_arm_pulse();
	return fake_serve(strcmp(what, "hangs"));
}

/* The test. */

static struct {
	sd_event *event;
	struct link *link;
	struct driver *driver;
	struct config config;
	unsigned ready, lost, pongs;
	char why[128];
} test;

static void on_ready(void *unused)
{
	(void)unused;
	test.ready++;
	driver_on_ready(test.driver);
}
static void on_twin(void *u, unsigned twin) { (void)u; (void)twin; }
static void on_failed(void *u, unsigned twin, int error) { (void)u; (void)twin; (void)error; }
static void on_want(void *u, unsigned t, const struct link_want *w) { (void)u; (void)t; (void)w; }
static void on_readers(void *u, unsigned twin, unsigned count)
{
	(void)u;
	driver_on_readers(test.driver, twin, count);
}
static void on_seq(void *u, uint64_t seq) { (void)u; (void)seq; }
static void on_pong(void *u, uint64_t seq)
{
	(void)u;
	test.pongs++;
	driver_on_pong(test.driver, seq);
}
static void on_link_lost(void *u, const char *why)
{
	(void)u;
	driver_kill(test.driver, why);
}
static void on_lost(void *unused, const char *why)
{
	(void)unused;
	test.lost++;
	snprintf(test.why, sizeof(test.why), "%s", why);
}

static const struct link_callbacks link_callbacks = {
	on_ready, on_twin, on_failed, on_want, on_readers, on_seq, on_seq, on_pong, on_twin,
	on_link_lost,
};
static const struct driver_callbacks callbacks = { on_lost };

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000ll + now.tv_nsec / 1000000;
}

static void run_until(const unsigned *value, unsigned wanted, int most_ms)
{
	int64_t end = now_ms() + most_ms;

	while (*value < wanted) {
		if (now_ms() >= end)
			fail_msg("%u after %d ms, not %u (%s)", *value, most_ms, wanted, test.why);
		assert_true(sd_event_run(test.event, 20000) >= 0);
	}
}

static void run_for(int ms)
{
	int64_t end = now_ms() + ms;

	while (now_ms() < end)
		assert_true(sd_event_run(test.event, 5000) >= 0);
}

static char own_path[PATH_MAX];	/* not /proc/self/exe, which valgrind takes for itself */

static int setup(void **unused)
{
	(void)unused;
	memset(&test, 0, sizeof(test));
	test.config = (struct config){ .latency_ms = 123, .set_default = true };
	setenv("HARDMUTE_DRIVER", own_path, 1);
	assert_int_equal(sd_event_new(&test.event), 0);
	assert_int_equal(link_new(&test.link, test.event, -1, &link_callbacks, &test), 0);
	assert_int_equal(driver_new(&test.driver, test.event, test.link, true, &test.config,
				    &callbacks, &test), 0);
	return 0;
}

static int teardown(void **unused)
{
	(void)unused;
	driver_free(test.driver, true);
	link_free(test.link);
	sd_event_unref(test.event);
	return 0;
}

static void start(const char *what)
{
	setenv("FAKE_DRIVER", what, 1);
	driver_start(test.driver);
}

static void test_starts_clean(void **unused)
{
	(void)unused;
	start("serves");
	assert_true(driver_get_pid(test.driver) > 0);
	run_until(&test.ready, 1, 3000);
	assert_int_equal(test.lost, 0);
}

static void test_killed_and_started_anew(void **unused)
{
	pid_t first;

	(void)unused;
	start("serves");
	run_until(&test.ready, 1, 3000);
	first = driver_get_pid(test.driver);
	driver_kill(test.driver, "the test says so");
	run_until(&test.lost, 1, 1000);
	assert_string_equal(test.why, "killed: the test says so");
	assert_int_equal(kill(first, 0), -1);
	run_until(&test.ready, 2, 3000);
	assert_int_not_equal(driver_get_pid(test.driver), first);
}

static void test_quick_deaths_are_delayed(void **unused)
{
	unsigned deaths;

	(void)unused;
	start("dies");
	run_until(&test.lost, 6, 3000);
	assert_string_equal(test.why, "it exited with status 7");
	deaths = test.lost;
	run_for(600);	/* 200, 400 ms: two or three more at most, not hundreds */
	assert_in_range(test.lost - deaths, 0, 3);
	run_until(&test.lost, deaths + 1, 5000);
}

static void test_missing_program(void **unused)
{
	(void)unused;
	setenv("HARDMUTE_DRIVER", "/nonexistent", 1);
	start("serves");
	assert_int_equal(driver_get_pid(test.driver), 0);
	assert_false(link_is_connected(test.link));
	run_for(50);
	setenv("HARDMUTE_DRIVER", own_path, 1);
	run_until(&test.ready, 1, 3000);
}

static void test_hang_is_found(void **unused)
{
	int64_t start_ms = now_ms();

	(void)unused;
	start("hangs");
	run_until(&test.lost, 1, LINK_PING_TIMEOUT_MS + 2000);
	assert_string_equal(test.why, "killed: it hangs");
	assert_true(now_ms() - start_ms >= LINK_PING_TIMEOUT_MS);
}

static void test_late_pulse_is_forgiven(void **unused)
{
	(void)unused;
	start("pulses");
	run_until(&test.pongs, 1, 2000);
	run_for(LINK_PING_TIMEOUT_MS + 200);
	assert_int_equal(test.lost, 0);
}

/* A pipe stands in for /dev/cuse: readable means that an application sent a request. */
static void test_first_request_arms_the_pulse(void **unused)
{
	struct itimerspec armed;
	int cuse[2];

	(void)unused;
	start("serves");
	run_until(&test.ready, 1, 3000);
	assert_int_equal(pipe2(cuse, O_CLOEXEC | O_NONBLOCK), 0);
	driver_watch_twin(test.driver, 2, cuse[0]);
	run_for(50);
	timerfd_gettime(link_get_pulse_fd(test.link), &armed);
	assert_int_equal(armed.it_value.tv_sec + armed.it_value.tv_nsec, 0);
	assert_int_equal(write(cuse[1], "x", 1), 1);
	run_for(50);
	timerfd_gettime(link_get_pulse_fd(test.link), &armed);
	assert_int_not_equal(armed.it_value.tv_sec + armed.it_value.tv_nsec, 0);
	/* still readable, but the watch is one-shot: the loop must not spin */
	assert_int_equal(sd_event_run(test.event, 100000), 0);
	run_until(&test.pongs, 1, 3000);	/* nobody pushed the pulse ahead */
	assert_int_equal(test.lost, 0);
	driver_watch_twin(test.driver, 2, -1);
	close(cuse[0]);
	close(cuse[1]);
}

static void test_no_watch_while_streams_are_open(void **unused)
{
	struct itimerspec armed;
	int cuse[2];

	(void)unused;
	start("serves");
	run_until(&test.ready, 1, 3000);
	assert_int_equal(pipe2(cuse, O_CLOEXEC | O_NONBLOCK), 0);
	driver_on_readers(test.driver, 2, 1);
	driver_watch_twin(test.driver, 2, cuse[0]);
	assert_int_equal(write(cuse[1], "x", 1), 1);
	assert_int_equal(sd_event_run(test.event, 50000), 0);
	driver_on_readers(test.driver, 2, 0);
	run_for(50);
	timerfd_gettime(link_get_pulse_fd(test.link), &armed);
	assert_int_not_equal(armed.it_value.tv_sec + armed.it_value.tv_nsec, 0);
	driver_watch_twin(test.driver, 2, -1);
	close(cuse[0]);
	close(cuse[1]);
}

static void test_never_ready(void **unused)
{
	(void)unused;
	start("never-ready");
	run_until(&test.lost, 1, 7000);
	assert_string_equal(test.why, "killed: it does not get ready");
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		TEST(test_starts_clean),
		TEST(test_killed_and_started_anew),
		TEST(test_quick_deaths_are_delayed),
		TEST(test_missing_program),
		TEST(test_hang_is_found),
		TEST(test_late_pulse_is_forgiven),
		TEST(test_first_request_arms_the_pulse),
		TEST(test_no_watch_while_streams_are_open),
		TEST(test_never_ready),
	};
	sigset_t blocked;

	if (argc > 1 || getenv("FAKE_DRIVER"))	/* never the tests again, in the tests */
		return fake_driver(argc, argv);
	if (!realpath(argv[0], own_path))
		return 1;
	sigemptyset(&blocked);
	sigaddset(&blocked, SIGCHLD);
	sigaddset(&blocked, SIGTERM);
	sigprocmask(SIG_BLOCK, &blocked, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
