/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lengths of time, read and written. */
// links: daemon/duration
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>

#include "../../daemon/duration.h"

static void check(const char *text, uint64_t seconds)
{
	uint64_t us = 1;

	if (duration_parse(text, &us))
		fail_msg("'%s' was refused", text);
	assert_int_equal(us, seconds * 1000000);
}

static void test_good(void **state)
{
	(void)state;
	check("30s", 30);
	check("5m", 300);
	check("1h30m", 5400);
	check("1h 30min", 5400);
	check(" 2 hours 1 sec ", 7201);
	check("90", 90);
	check("0", 0);
	check("0s", 0);
	check("1d", 86400);
	check("366d", 366ull * 86400);
	check("5m 5m", 600);
}

static void test_bad(void **state)
{
	static const char *const bad[] = { "", " ", "m", "5x", "-5m", "+5m", "5,5m", "1.5h", "5m5", "5mm",
					   "5 5", "m5", "5m x", "0x10", "five" };
	static const char *const large[] = { "367d", "366d 1s", "99999999999999999999999999", "8785h",
					     "18446744073709551616s", "18446744073710" };
	uint64_t us = 77;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (duration_parse(bad[i], &us) != -EINVAL)
			fail_msg("'%s' was taken", bad[i]);
	for (size_t i = 0; i < sizeof(large) / sizeof(large[0]); i++)
		if (duration_parse(large[i], &us) != -ERANGE)
			fail_msg("'%s' was taken", large[i]);
	assert_int_equal(us, 77);
}

static void show(uint64_t us, const char *expected)
{
	char text[32];

	duration_format(us, text, sizeof(text));
	assert_string_equal(text, expected);
}

static void test_format(void **state)
{
	char tiny[4];

	(void)state;
	show(0, "0 s");
	show(1, "1 s");
	show(45000000, "45 s");
	show(45000001, "46 s");
	show(60000000, "1 min");
	show(5400000000ull, "1 h 30 min");
	show(5401000000ull, "1 h 30 min");
	show(3601000000ull, "1 h");
	show(90000000000ull, "1 d 1 h");
	duration_format(5400000000ull, tiny, sizeof(tiny));
	assert_string_equal(tiny, "1 h");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good), cmocka_unit_test(test_bad), cmocka_unit_test(test_format),
	};

	return cmocka_run_group_tests_name("duration", tests, NULL, NULL);
}
