/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Strings from outside: valid UTF-8 and no control characters, whatever came in. */
// links: daemon/text
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "../../daemon/text.h"

static void check(const char *from, const char *expected)
{
	char to[64];

	text_clean(to, sizeof(to), from, strlen(from));
	assert_string_equal(to, expected);
}

static void test_good_text_stays(void **state)
{
	(void)state;
	check("", "");
	check("HDA Intel PCH", "HDA Intel PCH");
	check("Größe µ € 😀", "Größe µ € 😀");
}

static void test_controls(void **state)
{
	(void)state;
	check("a\x1b[31mb\nc\td\x7f", "a?[31mb?c?d?");
	check("\xc2\x9b" "31m", "?31m");		/* CSI as C1 */
	check("\xe2\x80\xae" "x\xe2\x81\xa6", "?x?");	/* right-to-left override, isolate */
}

static void test_bad_utf8(void **state)
{
	(void)state;
	check("\xff\xfe", "??");
	check("\x80", "?");
	check("\xc0\xaf", "??");		/* overlong */
	check("\xe0\x80\xaf", "???");
	check("\xed\xa0\x80", "???");		/* surrogate */
	check("\xf4\x90\x80\x80", "????");	/* beyond U+10FFFF */
	check("\xe2\x82", "??");		/* cut off */
	check("a\xc3", "a?");
}

static void test_sizes(void **state)
{
	char to[6];

	(void)state;
	text_clean(to, sizeof(to), "abcdefgh", 8);
	assert_string_equal(to, "abcde");
	text_clean(to, sizeof(to), "abc€", 6);		/* needs 6 bytes and the NUL */
	assert_string_equal(to, "abc");
	text_clean(to, sizeof(to), "ab\0cd", 5);
	assert_string_equal(to, "ab");
	text_clean(to, sizeof(to), "abcde", 3);		/* no NUL within the field */
	assert_string_equal(to, "abc");
	text_clean(to, 1, "abc", 3);
	assert_string_equal(to, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good_text_stays),
		cmocka_unit_test(test_controls),
		cmocka_unit_test(test_bad_utf8),
		cmocka_unit_test(test_sizes),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
