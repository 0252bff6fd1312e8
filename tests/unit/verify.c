/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What hardmute-verify found, judged: when sound is a leak, and what the exit code is. */
// links: ctl/verify ctl/client ctl/value ctl/agent_tty ctl/print ctl/cells daemon/duration daemon/beside
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../ctl/verify.h"
#include "names.h"

static void check(const char *result, const char *kind, const char *state, const char *expected)
{
	char line[128];
	json_t *path;

	snprintf(line, sizeof(line), "%s\t%s\t/dev/some where\tbecause\n", result, kind);
	path = verify_judge(line, state);
	assert_non_null(path);
	assert_string_equal(json_string_value(json_object_get(path, "result")), expected);
	assert_string_equal(json_string_value(json_object_get(path, "path")), "/dev/some where");
	assert_string_equal(json_string_value(json_object_get(path, "detail")), "because");
	json_decref(path);
}

static void test_sound_is_a_leak(void **state)
{
	static const char *const kinds[] = { "node", "twin", "alsa", "oss", "source", "new" };

	(void)state;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		check("sound", kinds[i], "muted", "LEAK");
		check("sound", kinds[i], "unknown", "LEAK");
		check("zero", kinds[i], "muted", "zero");
		check("denied", kinds[i], "live", "denied");
	}
}

static void test_but_through_hardmute_when_live(void **state)
{
	(void)state;
	check("sound", "twin", "live", "live");
	check("sound", "alsa", "live", "live");
	check("sound", "source", "live", "live");
	check("sound", "node", "live", "LEAK");
	check("sound", "oss", "live", "LEAK");
}

static void test_what_can_be_reached_is_a_leak(void **state)
{
	(void)state;
	check("reachable", "usb", "live", "LEAK");
	check("reachable", "twin", "live", "LEAK");
	check("reachable", "hwdep", "muted", "LEAK");
}

static void test_other_lines(void **state)
{
	(void)state;
	assert_null(verify_judge("", "muted"));
	assert_null(verify_judge("zero\ttwin\t/dev/snd/pcmC0D0c\n", "muted"));
}

static int conclude(const char *result, const char *verdict)
{
	json_t *paths = json_pack("[{s:s}, {s:s}]", "result", "denied", "result", result);
	int code = verify_conclude(paths, verdict);

	json_decref(paths);
	return code;
}

static void test_exit_codes(void **state)
{
	(void)state;
	assert_int_equal(conclude("zero", "muted, proven"), EXIT_DONE);
	assert_int_equal(conclude("live", "live"), EXIT_DONE);
	assert_int_equal(conclude("zero", "muted, not proven: x"), EXIT_NO);
	assert_int_equal(conclude("unknown", "muted, proven"), EXIT_NO);
	assert_int_equal(conclude("zero", NULL), EXIT_UNREACHABLE);
	assert_int_equal(conclude("LEAK", "muted, proven"), EXIT_LEAK);
	assert_int_equal(conclude("LEAK", NULL), EXIT_LEAK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sound_is_a_leak),
		cmocka_unit_test(test_but_through_hardmute_when_live),
		cmocka_unit_test(test_what_can_be_reached_is_a_leak),
		cmocka_unit_test(test_other_lines),
		cmocka_unit_test(test_exit_codes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
