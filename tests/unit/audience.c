/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is named as reading while muted, and how often. */
// links: daemon/audience
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../daemon/audience.h"

static struct {
	struct audience audience;
	struct readers readers;
	char told[4096];
} test;

static void on_news(void *userdata, const struct reader_info *reader, enum audience_how how)
{
	size_t used = strlen(test.told);

	assert_ptr_equal(userdata, &test);
	if (reader)
		snprintf(test.told + used, sizeof(test.told) - used, "%s:%llu ",
			 how == AUDIENCE_HOW_KEEPS ? "keeps" : "begins",
			 (unsigned long long)reader->id);
	else
		snprintf(test.told + used, sizeof(test.told) - used, "full ");
}

static void expect(const char *told)
{
	assert_string_equal(test.told, told);
	test.told[0] = '\0';
}

static void set(unsigned place, uint64_t id, enum reader_state state)
{
	test.readers.reader[place] = (struct reader_info){ .id = id, .state = state };
}

static void look(void)
{
	audience_look(&test.audience, &test.readers, on_news, &test);
}

static void settle(void)
{
	audience_settle(&test.audience, &test.readers, on_news, &test);
}

static int set_up(void **state)
{
	(void)state;
	memset(&test, 0, sizeof(test));
	return 0;
}

static void test_nobody(void **state)
{
	(void)state;
	audience_start(&test.audience, &test.readers);
	look();
	settle();
	look();
	expect("");
}

static void test_who_goes_on_is_named_once(void **state)
{
	(void)state;
	set(0, 1, READER_STATE_RUNNING);
	set(5, 2, READER_STATE_RUNNING);
	set(6, 3, READER_STATE_OPEN);
	audience_start(&test.audience, &test.readers);
	look();
	expect("");
	set(0, 1, READER_STATE_FREE);	/* it was only about to go */
	look();
	settle();
	expect("keeps:2 ");
	look();
	settle();
	set(5, 2, READER_STATE_OPEN);
	look();
	set(5, 2, READER_STATE_RUNNING);
	look();
	expect("");
}

static void test_who_begins_is_named_at_once(void **state)
{
	(void)state;
	set(6, 3, READER_STATE_OPEN);
	audience_start(&test.audience, &test.readers);
	set(6, 3, READER_STATE_RUNNING);	/* it was open before */
	look();
	expect("begins:3 ");
	settle();
	expect("");
	set(7, 4, READER_STATE_RUNNING);	/* a second one, on the same twin or another */
	look();
	expect("begins:4 ");
	set(7, 4, READER_STATE_OPEN);
	look();
	set(7, 4, READER_STATE_RUNNING);
	look();
	expect("");
}

static void test_who_stops_and_starts_again_has_begun(void **state)
{
	(void)state;
	set(0, 1, READER_STATE_RUNNING);
	audience_start(&test.audience, &test.readers);
	set(0, 1, READER_STATE_OPEN);
	look();
	settle();
	expect("");
	set(0, 1, READER_STATE_RUNNING);
	look();
	expect("begins:1 ");
}

/* Its stream stops for a moment, the program does not. */
static void test_who_overruns_goes_on(void **state)
{
	(void)state;
	set(0, 1, READER_STATE_RUNNING);
	audience_start(&test.audience, &test.readers);
	set(0, 1, READER_STATE_OPEN);
	look();
	set(0, 1, READER_STATE_RUNNING);
	look();
	expect("");
	settle();
	expect("keeps:1 ");
}

static void test_each_mute_anew(void **state)
{
	(void)state;
	set(0, 1, READER_STATE_RUNNING);
	for (int i = 0; i < 3; i++) {
		audience_start(&test.audience, &test.readers);
		settle();
		expect("keeps:1 ");
	}
}

/* Twice the same stream, and strings without an end. */
static void test_a_driver_gone_mad(void **state)
{
	(void)state;
	set(0, 1, READER_STATE_RUNNING);
	memset(test.readers.reader[0].program, 'x', sizeof(test.readers.reader[0].program));
	test.readers.reader[1] = test.readers.reader[0];
	test.readers.reader[2] = test.readers.reader[0];
	test.readers.reader[2].state = 99;
	audience_start(&test.audience, &test.readers);
	settle();
	expect("keeps:1 ");
}

static void test_a_flood_ends(void **state)
{
	(void)state;
	audience_start(&test.audience, &test.readers);
	for (uint64_t id = 1; id <= AUDIENCE_MAX; id++) {
		set(0, id, READER_STATE_RUNNING);
		test.told[0] = '\0';
		look();
	}
	expect("begins:128 ");
	for (uint64_t id = AUDIENCE_MAX + 1; id < 1000; id++) {
		set(0, id, READER_STATE_RUNNING);
		look();
	}
	expect("full ");
	audience_start(&test.audience, &test.readers);
	settle();
	expect("keeps:999 ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_nobody, set_up),
		cmocka_unit_test_setup(test_who_goes_on_is_named_once, set_up),
		cmocka_unit_test_setup(test_who_begins_is_named_at_once, set_up),
		cmocka_unit_test_setup(test_who_stops_and_starts_again_has_begun, set_up),
		cmocka_unit_test_setup(test_who_overruns_goes_on, set_up),
		cmocka_unit_test_setup(test_each_mute_anew, set_up),
		cmocka_unit_test_setup(test_a_driver_gone_mad, set_up),
		cmocka_unit_test_setup(test_a_flood_ends, set_up),
	};

	return cmocka_run_group_tests_name("audience", tests, NULL, NULL);
}
