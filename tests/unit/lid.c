/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which computers have a lid, by trees of /sys made for it. */
// links: daemon/lid
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../daemon/lid.h"

static char root[] = "/tmp/hardmute-lid-XXXXXX";

static void add_input(const char *name, const char *switches)
{
	char command[512];

	snprintf(command, sizeof(command), "cd %s && mkdir -p sys/class/input/%s/capabilities && "
		 "echo '%s' >sys/class/input/%s/capabilities/sw", root, name, switches, name);
	assert_int_equal(system(command), 0);
}

static void test_lids(void **state)
{
	char command[64];

	(void)state;
	assert_non_null(mkdtemp(root));
	assert_false(lid_exists(root));
	add_input("input0", "0");
	add_input("input1", "4");	/* a headphone jack */
	add_input("event2", "1");	/* the same again, of an input */
	add_input("input3", "");
	assert_false(lid_exists(root));
	add_input("input5", "21");
	assert_true(lid_exists(root));
	snprintf(command, sizeof(command), "rm -r %s", root);
	assert_int_equal(system(command), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_lids) };

	return cmocka_run_group_tests_name("lid", tests, NULL, NULL);
}
