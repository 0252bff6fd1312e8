/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is written into the journal and when; the journal and the timer are fakes. */
// links: daemon/history daemon/audience daemon/text
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-journal.h>

#include <cmocka.h>

#include "../../daemon/audience.h"
#include "../../daemon/daemon.h"
#include "../../daemon/history.h"
#include "../../daemon/mute.h"
#include "../../include/history.h"

static struct {
	struct daemon daemon;
	struct readers readers;
	enum mute_state state;
	int64_t fence_us, key_us;
	struct mute_cause cause;
	sd_event_time_handler_t on_timer;	/* NULL: none is armed */
	void *timer_data;
	char written[4096];	/* entries; each field ends with a newline */
} test;

int sd_journal_sendv_with_location(const char *file, const char *line, const char *func,
				   const struct iovec *iov, int n)
{
	size_t used = strlen(test.written);

	(void)file;
	(void)line;
	(void)func;
	for (int i = 0; i < n; i++) {
		assert_null(memchr(iov[i].iov_base, '\n', iov[i].iov_len));
		used += (size_t)snprintf(test.written + used, sizeof(test.written) - used, "%.*s\n",
					 (int)iov[i].iov_len, (const char *)iov[i].iov_base);
	}
	return 0;
}

int sd_event_add_time_relative(sd_event *event, sd_event_source **source, clockid_t clock,
			       uint64_t usec, uint64_t accuracy, sd_event_time_handler_t callback,
			       void *userdata)
{
	(void)event;
	(void)source;
	(void)accuracy;
	assert_int_equal(clock, CLOCK_MONOTONIC);
	assert_int_equal(usec, AUDIENCE_DELAY_US);
	assert_null(test.on_timer);
	test.on_timer = callback;
	test.timer_data = userdata;
	return 0;
}

static void pass_time(void)
{
	sd_event_time_handler_t handler = test.on_timer;

	assert_non_null(handler);
	test.on_timer = NULL;
	handler(NULL, 0, test.timer_data);
}

enum mute_state mute_get_state(const struct mute *mute) { (void)mute; return test.state; }
int64_t mute_get_key_us(const struct mute *mute) { (void)mute; return test.key_us; }
const struct mute_cause *mute_get_cause(const struct mute *mute) { (void)mute; return &test.cause; }
int64_t mute_get_fence_us(const struct mute *mute) { (void)mute; return test.fence_us; }
const char *mute_get_reason(const struct mute *mute) { (void)mute; return "asked by \x1b[2J"; }

const struct readers *link_readers(const struct link *link)
{
	(void)link;
	return &test.readers;
}

static void expect(const char *written)
{
	assert_string_equal(test.written, written);
	test.written[0] = '\0';
}

static void change(enum mute_state state)
{
	test.state = state;
	history_state_changed(test.daemon.history);
	if (state == MUTE_STATE_LIVE)
		test.on_timer = NULL;	/* it was cancelled: there is no source in here */
}

static int set_up(void **state)
{
	(void)state;
	memset(&test, 0, sizeof(test));
	setenv("JOURNAL_STREAM", "1:2", 1);
	test.fence_us = test.key_us = -1;
	test.daemon.twins[2] = (struct twin){ .used = true, .mic = { .card = 3, .device = 1 } };
	assert_int_equal(history_new(&test.daemon.history, &test.daemon), 0);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	history_free(test.daemon.history);
	return 0;
}

static void test_states(void **state)
{
	(void)state;
	expect("MESSAGE=muted: asked by ?[2J\nHARDMUTE_STATE=muted\nHARDMUTE_REASON=asked by ?[2J\n"
	       "MESSAGE_ID=" HISTORY_ID_STATE "\nPRIORITY=5\nHARDMUTE_MODE=system\n");
	change(MUTE_STATE_LIVE);
	expect("MESSAGE=live: asked by ?[2J\nHARDMUTE_STATE=live\nHARDMUTE_REASON=asked by ?[2J\n"
	       "MESSAGE_ID=" HISTORY_ID_STATE "\nPRIORITY=5\nHARDMUTE_MODE=system\n");
	test.fence_us = 412;
	test.daemon.session = true;
	change(MUTE_STATE_MUTED);
	expect("MESSAGE=muted: asked by ?[2J, fenced in 412 us\nHARDMUTE_STATE=muted\n"
	       "HARDMUTE_REASON=asked by ?[2J\nHARDMUTE_FENCE_USEC=412\n"
	       "MESSAGE_ID=" HISTORY_ID_STATE "\nPRIORITY=5\nHARDMUTE_MODE=session\n");
	pass_time();
	expect("");
}

static void test_keys(void **state)
{
	(void)state;
	test.key_us = 3000;
	test.cause = (struct mute_cause){ .text = "F20 on a\n\xff", .key = "F20", .device = "a\n\xff" };
	test.written[0] = '\0';
	change(MUTE_STATE_LIVE);
	expect("MESSAGE=live: asked by ?[2J\nHARDMUTE_STATE=live\nHARDMUTE_REASON=asked by ?[2J\n"
	       "HARDMUTE_KEY=F20\nHARDMUTE_DEVICE=a??\nHARDMUTE_KEY_USEC=3000\n"
	       "MESSAGE_ID=" HISTORY_ID_STATE "\nPRIORITY=5\nHARDMUTE_MODE=system\n");
	test.fence_us = 412;
	change(MUTE_STATE_MUTED);
	expect("MESSAGE=muted: asked by ?[2J, fenced 3000 us after the key\nHARDMUTE_STATE=muted\n"
	       "HARDMUTE_REASON=asked by ?[2J\nHARDMUTE_FENCE_USEC=412\n"
	       "HARDMUTE_KEY=F20\nHARDMUTE_DEVICE=a??\nHARDMUTE_KEY_USEC=3000\n"
	       "MESSAGE_ID=" HISTORY_ID_STATE "\nPRIORITY=5\nHARDMUTE_MODE=system\n");
	history_key_refused(test.daemon.history, &test.cause, "a program made it");
	expect("MESSAGE=unmute refused, F20 on a??: a program made it\nHARDMUTE_KEY_EVENT=refused\n"
	       "HARDMUTE_KEY=F20\nHARDMUTE_DEVICE=a??\nHARDMUTE_REASON=a program made it\n"
	       "MESSAGE_ID=" HISTORY_ID_KEY "\nPRIORITY=4\nHARDMUTE_MODE=system\n");
	history_key_refused(NULL, &test.cause, "too early");
	test.on_timer = NULL;
}

static void set_reader(enum reader_state state, uint32_t twin)
{
	test.readers.reader[0] = (struct reader_info){
		.state = state, .twin = twin, .pid = 12, .uid = 1000, .program = "spy\n=x",
		.id = 7, .since_ns = 1700000000000001999,
	};
}

static void test_readers(void **state)
{
	(void)state;
	pass_time();
	change(MUTE_STATE_LIVE);
	set_reader(READER_STATE_RUNNING, 2);
	history_readers_changed(test.daemon.history);
	change(MUTE_STATE_MUTED);
	history_readers_changed(test.daemon.history);
	test.written[0] = '\0';
	pass_time();
	expect("MESSAGE=spy?=x (pid 12, uid 1000) keeps reading /dev/snd/pcmC3D1c while muted\n"
	       "HARDMUTE_READER_EVENT=keeps\nHARDMUTE_READER_PROGRAM=spy?=x\nHARDMUTE_READER_PID=12\n"
	       "HARDMUTE_READER_UID=1000\nHARDMUTE_READER_TWIN=/dev/snd/pcmC3D1c\n"
	       "HARDMUTE_READER_SINCE_USEC=1700000000000001\nHARDMUTE_READER_ID=7\n"
	       "MESSAGE_ID=" HISTORY_ID_READER "\nPRIORITY=5\nHARDMUTE_MODE=system\n");

	/* the same mute, asked for again */
	change(MUTE_STATE_MUTED);
	assert_null(test.on_timer);
	test.written[0] = '\0';
	history_readers_changed(test.daemon.history);
	expect("");
}

static void test_begins(void **state)
{
	static const uint32_t twins[] = { 2, 1, 4000 };

	(void)state;
	for (size_t i = 0; i < sizeof(twins) / sizeof(twins[0]); i++) {
		set_reader(READER_STATE_OPEN, twins[i]);
		change(MUTE_STATE_LIVE);
		change(MUTE_STATE_MUTED);
		test.written[0] = '\0';
		set_reader(READER_STATE_RUNNING, twins[i]);
		history_readers_changed(test.daemon.history);
		assert_non_null(strstr(test.written, "begins to read"));
		assert_true(!i == !!strstr(test.written, "/dev/snd/pcmC3D1c"));
		test.written[0] = '\0';
		pass_time();
		expect("");
	}
}

static void test_proof_is_written_when_it_changes(void **state)
{
	static const struct {
		const char *verdict, *message;
	} cases[] = {
		{ "muted, proven", NULL },
		{ "muted, not proven: x", "MESSAGE=muted, not proven: x\n" },
		{ "muted, not proven: x", NULL },
		{ "muted, not proven: y", "MESSAGE=muted, not proven: y\n" },
		{ "muted, proven", "MESSAGE=muted, proven again\n" },
		{ "muted, proven", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		test.written[0] = '\0';
		history_verdict(test.daemon.history, cases[i].verdict);
		if (cases[i].message)
			assert_memory_equal(test.written, cases[i].message, strlen(cases[i].message));
		else
			expect("");
	}
}

static void test_microphones(void **state)
{
	(void)state;
	test.written[0] = '\0';
	history_microphone(test.daemon.history, "PCH: ALC", true);
	expect("MESSAGE=microphone added: PCH: ALC\nHARDMUTE_MICROPHONE=PCH: ALC\n"
	       "HARDMUTE_MICROPHONE_EVENT=added\n"
	       "MESSAGE_ID=" HISTORY_ID_MICROPHONE "\nPRIORITY=5\nHARDMUTE_MODE=system\n");
	history_microphone(NULL, "too early", true);
	history_state_changed(NULL);
	history_readers_changed(NULL);
	expect("");
}

static void test_without_a_journal(void **state)
{
	(void)state;
	unsetenv("JOURNAL_STREAM");
	test.written[0] = '\0';
	history_microphone(test.daemon.history, "PCH", false);	/* on standard error */
	expect("");
}

int main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(test_states),
		TEST(test_keys),
		TEST(test_readers),
		TEST(test_begins),
		TEST(test_proof_is_written_when_it_changes),
		TEST(test_microphones),
		TEST(test_without_a_journal),
	};

	return cmocka_run_group_tests_name("history", tests, NULL, NULL);
}
