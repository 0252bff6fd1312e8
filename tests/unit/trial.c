/* SPDX-License-Identifier: GPL-2.0-or-later */
/* "Verify now": what is made of what a program answers, that plays hardmutectl. */
// links: ctl/trial
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../ctl/trial.h"

static char path[64], summary[64], body[512];
static int bad;
static sd_event *event;

static void on_done(void *userdata, const char *got_summary, const char *got_body, bool got_bad)
{
	(void)userdata;
	snprintf(summary, sizeof(summary), "%s", got_summary);
	snprintf(body, sizeof(body), "%s", got_body);
	bad = got_bad;
	sd_event_exit(event, 0);
}

static void write_program(const char *script)
{
	FILE *file = fopen(path, "we");

	assert_non_null(file);
	fprintf(file, "#!/bin/sh\ntest \"$1 $2 $3\" = 'verify --json --session' || exit 9\n%s\n", script);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(chmod(path, 0700), 0);
}

static void run(const char *script)
{
	struct trial *trial;

	write_program(script);
	summary[0] = '\0';
	assert_int_equal(sd_event_new(&event), 0);
	assert_int_equal(trial_start(&trial, event, path, "--session", on_done, NULL), 0);
	assert_int_equal(sd_event_loop(event), 0);
	trial_stop(trial);
	event = sd_event_unref(event);
}

static void test_good(void **state)
{
	(void)state;
	run("echo '{\"state\":\"muted\",\"verdict\":\"muted, proven\",\"leaks\":0,\"paths\":[{},{},{}]}'");
	assert_string_equal(summary, "Verified");
	assert_string_equal(body, "3 ways to a microphone were tried, none of them leaks. hardmute says: "
			    "muted, proven");
	assert_false(bad);
}

static void test_leak(void **state)
{
	(void)state;
	run("echo '{\"verdict\":\"muted, proven\",\"paths\":[{\"result\":\"LEAK\",\"path\":\"hw:7\"},"
	    "{\"result\":\"closed\",\"path\":\"hw:8\"}]}'; exit 6");
	assert_string_equal(summary, "The microphone leaks");
	assert_non_null(strstr(body, "hw:7\n"));
	assert_null(strstr(body, "hw:8"));
	assert_true(bad);
}

static void test_not_proven(void **state)
{
	(void)state;
	run("echo '{\"verdict\":\"muted, not proven: x\",\"paths\":[]}'; exit 1");
	assert_string_equal(summary, "Not proven");
	assert_false(bad);
}

/* Whatever is no answer is no good news. */
static void test_no_answer(void **state)
{
	static const char *const scripts[] = { "exit 0", "echo '{'", "exit 5", "kill -9 $$", "exit 3",
					       "head -c 3000000 /dev/zero" };

	(void)state;
	for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++) {
		run(scripts[i]);
		assert_string_equal(summary, "Not verified");
		assert_false(bad);
	}
}

/* An answer longer than a pipe holds. */
static void test_long(void **state)
{
	(void)state;
	run("printf '{\"verdict\":\"live\",\"paths\":['; i=0; while [ $i -lt 9999 ]; do printf "
	    "'{\"path\":\"x\"},'; i=$((i+1)); done; echo '{}]}'");
	assert_string_equal(summary, "Verified");
	assert_non_null(strstr(body, "10000 ways"));
}

static void test_missing(void **state)
{
	struct trial *trial;

	(void)state;
	assert_int_equal(sd_event_new(&event), 0);
	assert_int_equal(trial_start(&trial, event, "/nonexistent/hardmutectl", NULL, on_done, NULL), -ENOENT);
	event = sd_event_unref(event);
}

static void test_stopped(void **state)
{
	struct trial *trial;

	(void)state;
	write_program("exec sleep 100");
	assert_int_equal(sd_event_new(&event), 0);
	assert_int_equal(trial_start(&trial, event, path, "--session", on_done, NULL), 0);
	trial_stop(trial);
	event = sd_event_unref(event);
}

static int set_up(void **state)
{
	sigset_t set;
	int fd;

	(void)state;
	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigprocmask(SIG_BLOCK, &set, NULL);
	strcpy(path, "/tmp/hardmute-trial-XXXXXX");
	fd = mkstemp(path);
	return fd < 0 ? -1 : close(fd);
}

static int tear_down(void **state)
{
	(void)state;
	return unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_good, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_leak, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_not_proven, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_no_answer, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_long, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_missing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_stopped, set_up, tear_down),
	};

	alarm(60);
	return cmocka_run_group_tests_name("trial", tests, NULL, NULL);
}
