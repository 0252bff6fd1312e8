/* SPDX-License-Identifier: GPL-2.0-or-later */
/* hardmutectl log: what --since understands, and what becomes of an entry's fields. */
// links: ctl/history ctl/join ctl/print ctl/cells daemon/duration
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "../../ctl/history.h"
#include "../../include/history.h"

#define NOW 1700000100	/* 2023-11-14 22:15:00 UTC */

static void test_since(void **state)
{
	static const struct {
		const char *text;
		int64_t seconds;	/* -1: not understood */
	} cases[] = {
		{ "90 s", NOW - 90 }, { "5min", NOW - 300 }, { "5 m", NOW - 300 }, { "2 h", NOW - 7200 },
		{ "3d", NOW - 3 * 86400 }, { "22:00", NOW - 900 }, { "22:14:59", NOW - 1 },
		{ "today", 1699920000 }, { "yesterday", 1699920000 - 86400 },
		{ "2023-11-01", 1698796800 }, { "2023-11-01 01:00", 1698800400 },
		{ "2023-11-01 01:00:01", 1698800401 },
		{ "", -1 }, { "2", -1 }, { "-2 h", -1 }, { "2 hours and more", -1 }, { "h", -1 },
		{ "tomorrow", -1 }, { "99999999999999999999 d", -1 }, { "25:00", -1 },
		{ "2023-13-01", -1 },
	};

	(void)state;
	setenv("TZ", "UTC", 1);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int64_t expected = cases[i].seconds < 0 ? -1 : cases[i].seconds * 1000000;

		if (history_parse_since(cases[i].text, NOW) != expected)
			fail_msg("%s", cases[i].text);
	}
}

static void add(json_t *entry, const char *field)
{
	history_add_field(entry, field, strlen(field));
}

static void test_fields(void **state)
{
	json_t *entry = json_object(), *expected;

	(void)state;
	add(entry, "MESSAGE=spy (pid 12)");
	add(entry, "MESSAGE_ID=" HISTORY_ID_READER);
	add(entry, "PRIORITY=5");
	add(entry, "_UID=998");
	add(entry, "HARDMUTE_READER_PROGRAM=123=4");
	add(entry, "HARDMUTE_READER_PID=12");
	add(entry, "HARDMUTE_READER_UID=0");
	add(entry, "HARDMUTE_READER_SINCE_USEC=1700000000000001");
	add(entry, "HARDMUTE_MODE=system");
	expected = json_pack("{ss,ss,ss,si,si,ss,sI,ss}", "message", "spy (pid 12)", "event", "reader",
			     "reader_program", "123=4", "reader_pid", 12, "reader_uid", 0,
			     "reader_user", "root", "reader_since_usec",
			     (json_int_t)1700000000000001, "mode", "system");
	assert_true(json_equal(entry, expected));
	json_decref(expected);

	/* what nobody can have meant */
	expected = json_deep_copy(entry);
	add(entry, "");
	add(entry, "HARDMUTE_");
	add(entry, "MESSAGE_ID=another");
	history_add_field(entry, "HARDMUTE_X=a\0b", 14);
	assert_true(json_equal(entry, expected));
	json_decref(expected);
	json_decref(entry);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_since),
		cmocka_unit_test(test_fields),
	};

	return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
