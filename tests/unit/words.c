/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What people are told in each state. */
// links: ctl/words ctl/agent
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../ctl/words.h"

static struct agent agent;

static void check(char *made, const char *expected)
{
	assert_non_null(made);
	assert_string_equal(made, expected);
	free(made);
}

static void check_part(char *made, const char *expected)
{
	assert_non_null(made);
	assert_non_null(strstr(made, expected));
	free(made);
}

static void set(enum agent_state state, json_t *status)
{
	assert_non_null(status);
	json_decref(agent.status);
	agent.status = status;
	agent.state = state;
}

static json_t *pack_readers(void)
{
	return json_pack("[{ss,sb},{ss,sb},{ss,sb},{ss,sb},{ss,sb},{ss,sb},{ss,sb}]",
			 "program", "a", "running", 1, "program", "b", "running", 0,
			 "program", "b", "running", 1, "program", "a", "running", 1,
			 "program", "", "running", 1, "program", "c", "running", 1,
			 "program", "d", "running", 1);
}

static void test_programs(void **state)
{
	json_t *readers = pack_readers(), *none = json_array();

	(void)state;
	check(words_list_programs(readers), "a, b, a program, c and 1 more");
	check(words_list_programs(none), "");
	check(words_list_programs(NULL), "");
	json_decref(readers);
	json_decref(none);
}

static void test_gone(void **state)
{
	(void)state;
	set(AGENT_STATE_GONE, json_object());
	check(words_make_title(&agent), "hardmute is not running");
	check(words_make_details(&agent), "whether the microphone is muted is not known");
}

static void test_muted(void **state)
{
	(void)state;
	set(AGENT_STATE_UNPROVEN, json_pack("{ss,ss,sI,ss,so,sb}", "state", "muted", "verdict",
		"muted, not proven: a card is open", "since", (json_int_t)1, "reason", "key", "readers",
		pack_readers(), "speaking_while_muted", 1));
	json_array_append_new(agent.warnings, json_string("Headset is not gated"));
	check(words_make_title(&agent), "Muted, not proven");
	check(words_make_details(&agent), "a card is open\nHeadset is not gated\n"
	      "since 1970-01-01 00:00: key\nhears nothing but silence: a, b, a program, c and 1 more\n"
	      "somebody speaks, unheard");
	json_array_clear(agent.warnings);
	set(AGENT_STATE_PROVEN, json_pack("{ss,ss}", "state", "muted", "verdict", "muted, proven"));
	check(words_make_title(&agent), "Muted, proven");
	check(words_make_details(&agent), "nobody listens");
}

static void test_live(void **state)
{
	struct timespec boot;
	char expected[64];
	time_t end = time(NULL) + 900;
	struct tm then;

	(void)state;
	clock_gettime(CLOCK_BOOTTIME, &boot);
	set(AGENT_STATE_LIVE, json_pack("{ss,sI}", "state", "live", "live_until",
					(json_int_t)(boot.tv_sec + 900) * 1000000));
	localtime_r(&end, &then);
	strftime(expected, sizeof(expected), "%H:%M\nnobody listens", &then);
	check(words_make_title(&agent), "Microphone live");
	check_part(words_make_details(&agent), "mutes by itself at ");
	if (then.tm_sec > 2 && then.tm_sec < 58)
		check_part(words_make_details(&agent), expected);
}

static void test_names(void **state)
{
	json_t *reader = json_pack("{ss,si,sb}", "program", "arecord", "pid", 7, "running", 1);
	json_t *mic = json_pack("{ss,ss,ss,ss}", "card_name", "", "name", "Mic", "hardware", "closed",
				"error", "");

	(void)state;
	check(words_name_reader(reader, true), "arecord (pid 7), gets silence");
	check(words_name_reader(reader, false), "arecord (pid 7)");
	json_object_set_new(reader, "running", json_false());
	json_object_set_new(reader, "pid", json_integer(0));
	check(words_name_reader(reader, true), "arecord, waits");
	check(words_name_microphone(mic), "Mic (closed)");
	json_object_set_new(mic, "hardware", json_string("foreign"));
	check(words_name_microphone(mic), "Mic (held by another program)");
	json_object_set_new(mic, "card_name", json_string("USB"));
	json_object_set_new(mic, "error", json_string("gone"));
	check(words_name_microphone(mic), "USB: Mic (gone)");
	json_decref(reader);
	json_decref(mic);
}

static void test_escape(void **state)
{
	(void)state;
	check(words_escape("a<b>&\"ö\""), "a&lt;b&gt;&amp;\"ö\"");
	check(words_escape(""), "");
}

static int set_up(void **state)
{
	(void)state;
	setenv("TZ", "UTC", 1);
	tzset();
	agent = (struct agent){ .status = json_object(), .warnings = json_array() };
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	json_decref(agent.status);
	json_decref(agent.warnings);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_programs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_gone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_muted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_live, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_names, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_escape, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
