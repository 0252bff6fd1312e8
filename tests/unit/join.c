/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What hardmutectl adds to hardmuted's answer. */
// links: ctl/join
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "../../ctl/join.h"

static void test_users(void **state)
{
	char name[16];

	(void)state;
	join_name_user(0, name, sizeof(name));
	assert_string_equal(name, "root");
	join_name_user(4000000000, name, sizeof(name));	/* nobody's */
	assert_string_equal(name, "4000000000");
}

static void test_readers_and_microphones(void **state)
{
	json_t *status = json_pack("{s:[{si,ss,ss,si},{si,ss}],s:[{si,ss,si,si,sb},{si,ss,si,si,sb}]}",
		"microphones", "number", 3, "card_name", "PCH", "name", "ALC", "readers", 1,
			"number", 5, "card_name", "USB",
		"readers", "microphone", 3, "program", "a", "pid", 12, "uid", 0, "running", 1,
			"microphone", 7, "program", "b", "pid", 13, "uid", 0, "running", 0);
	json_t *expected = json_pack("{s:[{si,ss,ss,si,s:[{ss,si,ss,sb}]},{si,ss,s:[]}],"
				     "s:[{si,ss,si,si,sb,ss,ss,ss},{si,ss,si,si,sb,ss}]}",
		"microphones", "number", 3, "card_name", "PCH", "name", "ALC", "readers", 1,
			"read_by", "program", "a", "pid", 12, "user", "root", "running", 1,
			"number", 5, "card_name", "USB", "read_by",
		"readers", "microphone", 3, "program", "a", "pid", 12, "uid", 0, "running", 1,
			"user", "root", "microphone_card", "PCH", "microphone_name", "ALC",
			"microphone", 7, "program", "b", "pid", 13, "uid", 0, "running", 0,
			"user", "root");

	(void)state;
	assert_non_null(status);
	assert_non_null(expected);
	join_status(status);
	assert_true(json_equal(status, expected));
	json_decref(status);
	json_decref(expected);
}

static void test_nothing_there(void **state)
{
	json_t *status = json_object();

	(void)state;
	join_status(status);
	assert_int_equal(json_object_size(status), 0);
	json_decref(status);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_users),
		cmocka_unit_test(test_readers_and_microphones),
		cmocka_unit_test(test_nothing_there),
	};

	return cmocka_run_group_tests_name("join", tests, NULL, NULL);
}
