/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the session's agent adds to a status: it can only make it worse. */
// links: ctl/beyond ctl/value daemon/text
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../ctl/beyond.h"

static json_t *make_status(const char *state, const char *verdict)
{
	return json_pack("{ss,ss,s:[]}", "state", state, "verdict", verdict, "evidence");
}

static json_t *make_beyond(const char *warning)
{
	json_t *beyond = json_pack("{s:[{ss,ss,ss,sb,s:[s]}],s:[]}", "ungated", "name", "bluez_input.1",
				   "title", "Headset", "kind", "Bluetooth", "silenced", 1, "readers", "zoom",
				   "warnings");

	if (warning)
		json_array_append_new(json_object_get(beyond, "warnings"), json_string(warning));
	return beyond;
}

/* Joins, and compares verdict, the check's result, and a part of its detail. */
static void try(const char *state, const char *verdict, json_t *beyond, const char *expected,
		const char *result, const char *part)
{
	json_t *status = make_status(state, verdict), *check;

	beyond_join(status, beyond);
	assert_string_equal(json_string_value(json_object_get(status, "verdict")), expected);
	check = json_array_get(json_object_get(status, "evidence"), 0);
	if (result) {
		assert_string_equal(json_string_value(json_object_get(check, "id")), "other-sources");
		assert_string_equal(json_string_value(json_object_get(check, "result")), result);
		assert_non_null(strstr(json_string_value(json_object_get(check, "detail")), part));
		assert_non_null(json_object_get(status, "ungated"));
	} else {
		assert_null(check);
	}
	json_decref(status);
	json_decref(beyond);
}

static void test_worse(void **unused)
{
	(void)unused;
	try("muted", "muted, proven", make_beyond("zoom records from Headset"),
	    "muted, not proven: zoom records from Headset", "bad", "zoom records");
}

static void test_never_better(void **unused)
{
	(void)unused;
	try("muted", "muted, not proven: the guard is gone", make_beyond(NULL),
	    "muted, not proven: the guard is gone", "ok", "Headset (Bluetooth)");
	try("muted", "muted, not proven: the guard is gone", make_beyond("zoom"),
	    "muted, not proven: the guard is gone", "bad", "zoom");
	try("live", "live", make_beyond(NULL), "live", "not-applicable", "live as well");
	try("live", "live", make_beyond("zoom"), "live", "bad", "zoom");
}

static void test_nothing_beside(void **unused)
{
	(void)unused;
	try("muted", "muted, proven", NULL, "muted, proven", NULL, NULL);
	try("muted", "muted, proven", json_pack("{s:[],s:[]}", "ungated", "warnings"),
	    "muted, proven", "not-applicable", "no microphone beside");
}

/* A program that took the agent's name and answers nonsense. */
static void test_nonsense(void **unused)
{
	(void)unused;
	try("muted", "muted, proven", json_pack("{s:[i,{s:i}],s:[i]}", "ungated", 1, "title", 2,
						"warnings", 3),
	    "muted, proven", "ok", "? (?)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_worse),
		cmocka_unit_test(test_never_better),
		cmocka_unit_test(test_nothing_beside),
		cmocka_unit_test(test_nonsense),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
