/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What hardmutectl shows, from JSON in to text out. */
// links: ctl/print ctl/cells daemon/duration
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "../../ctl/print.h"

#define NOW 1700000100	/* 2023-11-14 22:15:00 UTC */

static char *text;
static size_t size;

static struct print start(void)
{
	struct print print = { .now = NOW };

	setenv("TZ", "UTC", 1);
	free(text);
	print.out = open_memstream(&text, &size);
	assert_non_null(print.out);
	return print;
}

static void check(const struct print *print, const char *expected)
{
	assert_int_equal(fclose(print->out), 0);
	assert_string_equal(text, expected);
	free(text);
	text = NULL;
}

static json_t *make_status(const char *state, const char *verdict)
{
	return json_pack("{ss,ss,sI,ss,sI,s:[{si,si,ss,ss,ss,ss,sb,ss,si,si,si,si,si,si,s:[ss],ss,ss,"
			 "s:[{ss,si,ss,sb},{ss,si,ss,sb}]}],"
			 "s:[{sI,ss,si,si,ss,ss,ss,ss,sb,sI,sI,sI,ss,si,si,si}],s:[{ss,ss,ss,ss}]}",
		"state", state, "verdict", verdict, "since", (json_int_t)1700000000000000,
		"reason", "asked by x", "last_fence_microseconds", (json_int_t)412,
		"microphones",
			"card", 0, "device", 2, "card_name", "PCH", "name", "ALC", "node", "/dev/hardmute/a",
			"twin", "/dev/snd/a", "twin_up", 1, "hardware", "closed", "owner", 0, "readers", 1,
			"channels_min", 1, "channels_max", 2, "rate_min", 44100, "rate_max", 192000,
			"formats", "S16_LE", "S32_LE", "error", "", "switch", "locked",
			"read_by", "program", "größer", "pid", 12, "user", "alice", "running", 1,
				"program", "", "pid", 0, "user", "", "running", 0,
		"readers",
			"id", (json_int_t)7, "program", "größer", "pid", 12, "uid", 1000, "user", "alice", "twin", "/dev/snd/a",
			"microphone_card", "PCH", "microphone_name", "ALC",
			"running", 1, "since", (json_int_t)1699913600000000, "frames", (json_int_t)48000,
			"silent_frames", (json_int_t)99, "format", "S16_LE", "rate", 48000, "channels", 2,
			"overruns", 0,
		"evidence", "id", "gates-fenced", "layer", "gate", "result", "ok", "detail", "all");
}

static void test_status(void **state)
{
	json_t *status = make_status("muted", "muted, proven");
	struct print print = start();

	(void)state;
	assert_non_null(status);
	print_status(&print, status);
	check(&print,
	      "muted, proven\n"
	      "  since       22:13:20 (100 s ago)\n"
	      "  reason      asked by x\n"
	      "  last fence  412 µs\n"
	      "\n"
	      "microphones\n"
	      "  PCH: ALC (card 0, device 2)\n"
	      "    real        /dev/hardmute/a, closed\n"
	      "    virtual     /dev/snd/a, up\n"
	      "    read by     größer (pid 12, alice)\n"
	      "    open in     a program (pid unknown)\n"
	      "    limits      1 to 2 channels, 44100 to 192000 Hz, S16_LE S32_LE\n"
	      "    switch      locked\n"
	      "\n"
	      "readers\n"
	      "  PROGRAM  PID  USER   MICROPHONE  READS  SINCE\n"
	      "  größer   12   alice  PCH: ALC    yes    2023-11-13 22:13:20 (24 h ago)\n"
	      "\n"
	      "evidence\n"
	      "  RESULT  CHECK         DETAIL\n"
	      "  ok      gates-fenced  all\n");
	json_decref(status);
}

static void test_empty(void **state)
{
	json_t *status = json_object();
	struct print print = start();

	(void)state;
	print_microphones(&print, status);
	print_readers(&print, json_object_get(status, "readers"));
	check(&print, "  no microphone\n  nobody reads\n");
	json_decref(status);
}

static void test_foreign_holder(void **state)
{
	json_t *status = make_status("muted", "muted, not proven: x");
	json_t *microphones = json_object_get(status, "microphones");
	json_t *microphone = json_array_get(microphones, 0);
	struct print print = start();

	(void)state;
	json_object_set_new(microphone, "owner_program", json_string("thief"));
	json_object_set_new(microphone, "read_by", json_array());
	json_object_set_new(microphone, "hardware", json_string("foreign"));
	json_object_set_new(microphone, "owner", json_integer(77));
	json_object_set_new(microphone, "twin_up", json_false());
	json_object_set_new(microphone, "channels_max", json_integer(0));
	json_object_set_new(microphone, "error", json_string("busy"));
	print_microphones(&print, status);
	check(&print,
	      "  PCH: ALC (card 0, device 2)\n"
	      "    real        /dev/hardmute/a, HELD BY thief (pid 77)\n"
	      "    virtual     /dev/snd/a, NOT THERE\n"
	      "    read by     nobody\n"
	      "    switch      locked\n"
	      "    error       busy\n");
	json_decref(status);
}

static void test_readers(void **state)
{
	json_t *status = make_status("muted", "muted, proven");
	json_t *readers = json_object_get(status, "readers"), *other;
	struct print print = start();

	(void)state;
	other = json_pack("{sI,ss,si,si,sb,sI,si,si}", "id", (json_int_t)8, "program", "", "pid", 0,
			  "uid", 4711, "running", 0, "since", (json_int_t)1700000095000000, "rate", 0,
			  "overruns", 3);
	json_array_append_new(readers, other);
	print_readers(&print, readers);
	check(&print,
	      "  größer (pid 12, alice)\n"
	      "    microphone  PCH: ALC, through /dev/snd/a\n"
	      "    reads       yes\n"
	      "    since       2023-11-13 22:13:20 (24 h ago)\n"
	      "    stream      S16_LE, 48000 Hz, 2 channels\n"
	      "    frames      48000 (1.0 s), of them silence because of the mute: 99 (0.0 s)\n"
	      "  a program (pid unknown, 4711)\n"
	      "    microphone  one that is gone\n"
	      "    reads       no, has it open\n"
	      "    since       22:14:55 (5 s ago)\n"
	      "    stream      not set up\n"
	      "    frames      0, of them silence because of the mute: 0\n"
	      "    overruns    3\n");
	json_decref(status);
}

/* Without a card there is no node to be named. */
static void test_session_microphone(void **state)
{
	json_t *status = json_pack("{s[{ss,ss,ss,ss,ss,sb,si,si}]}", "microphones", "card_name",
				   "tone:440", "name", "", "node", "", "hardware", "closed", "twin",
				   "hardmute", "twin_up", 1, "channels_max", 2, "rate_max", 0);
	struct print print = start();

	(void)state;
	print_microphones(&print, status);
	check(&print,
	      "  tone:440\n"
	      "    real        closed\n"
	      "    virtual     hardmute, up\n"
	      "    read by     nobody\n"
	      "    limits      2 channels\n");
	json_decref(status);
}

static void test_lights(void **state)
{
	json_t *status = json_pack("{s[{ss,ss,ss},{ss,ss,ss}]}", "evidence",
				   "id", "gates-fenced", "result", "ok", "detail", "all",
				   "id", "leds-true", "result", "ok", "detail", "platform::micmute: lit");
	json_t *lights = json_array_get(json_object_get(status, "evidence"), 1);
	struct print print = start();

	(void)state;
	print_microphones(&print, status);
	check(&print, "  no microphone\n  light       platform::micmute: lit\n");
	json_object_set_new(lights, "result", json_string("not-applicable"));
	print = start();
	print_microphones(&print, status);
	check(&print, "  no microphone\n");
	json_decref(status);
}

static void test_history(void **state)
{
	json_t *mute = json_pack("{sI,ss,ss}", "time", (json_int_t)1700000000999999, "event", "state",
				 "message", "muted: asked by x, fenced in 412 us");
	json_t *reader = json_pack("{sI,ss,ss,ss,ss,si,ss,ss}", "time", (json_int_t)1700000001000000,
				   "event", "reader", "message", "?", "reader_event", "keeps",
				   "reader_program", "arecord", "reader_pid", 12, "reader_user", "alice",
				   "reader_twin", "/dev/snd/a");
	struct print print = start();

	(void)state;
	print_history(&print, mute);
	print_history(&print, reader);
	json_object_set_new(reader, "reader_event", json_string("begins"));
	print_history(&print, reader);
	print.json = true;
	json_object_del(mute, "message");
	print_history(&print, mute);
	print.quiet = true;
	print_history(&print, mute);
	check(&print,
	      "2023-11-14 22:13:20  muted: asked by x, fenced in 412 us\n"
	      "2023-11-14 22:13:21  arecord (pid 12, alice) kept reading /dev/snd/a while muted\n"
	      "2023-11-14 22:13:21  arecord (pid 12, alice) began to read /dev/snd/a while muted\n"
	      "{\"time\":1700000000999999,\"event\":\"state\"}\n");
	json_decref(mute);
	json_decref(reader);
}

/* Green is for what is proven only; live is red whatever the words are. */
static void test_colors(void **state)
{
	static const struct {
		const char *state, *verdict, *color;
	} cases[] = {
		{ "muted", "muted, proven", "\033[1;32m" },
		{ "muted", "muted, not proven: x", "\033[1;33m" },
		{ "live", "live", "\033[1;31m" },
		{ "unheard", "muted, proven", "\033[1;31m" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		json_t *status = make_status(cases[i].state, cases[i].verdict);
		struct print print = start();

		print.color = true;
		print_status(&print, status);
		fclose(print.out);
		assert_memory_equal(text, cases[i].color, strlen(cases[i].color));
		json_decref(status);
	}
}

static void test_lines(void **state)
{
	json_t *status = make_status("live", "live"), *parsed;
	struct print print = start();

	(void)state;
	print_change(&print, status);
	print_event(&print, "hardmuted is gone");
	print_state(&print, "muted");
	check(&print, "22:15:00  live - asked by x; 1 microphone, 1 reader\n"
	      "22:15:00  hardmuted is gone\nmuted\n");

	print = start();
	json_object_set_new(status, "speaking_while_muted", json_true());
	print_change(&print, status);
	check(&print, "22:15:00  live - asked by x; 1 microphone, 1 reader; somebody speaks, unheard\n");

	print = start();
	print.json = true;
	print_event(&print, "hardmuted is gone");
	print_state(&print, "muted");
	check(&print, "{\"state\":\"unknown\",\"event\":\"hardmuted is gone\"}\n{\"state\":\"muted\"}\n");

	print = start();
	print.json = true;
	print_change(&print, status);
	fclose(print.out);
	assert_ptr_equal(strchr(text, '\n'), text + size - 1);	/* one line */
	parsed = json_loads(text, 0, NULL);
	assert_true(json_equal(parsed, status));
	json_decref(parsed);
	json_decref(status);
}

static void test_limit(void **state)
{
	json_t *status = make_status("live", "live");
	struct print print = start();

	(void)state;
	print.boottime_us = 1000000000;
	json_object_set_new(status, "live_until", json_integer(1000000000 + 269000000));
	print_change(&print, status);
	check(&print, "22:15:00  live - asked by x; mutes in 4 min 29 s; 1 microphone, 1 reader\n");
	print = start();
	print.boottime_us = 1000000000;
	print_status(&print, status);
	fclose(print.out);
	assert_non_null(strstr(text, "\n  mutes in    4 min 29 s\n"));
	json_object_set_new(status, "live_until", json_integer(0));
	print = start();
	print.boottime_us = 1000000000;
	print_change(&print, status);
	check(&print, "22:15:00  live - asked by x; 1 microphone, 1 reader\n");
	json_decref(status);
}

static void test_quiet(void **state)
{
	json_t *status = make_status("live", "live");
	struct print print = start();

	(void)state;
	print.quiet = true;
	print_status(&print, status);
	print_microphones(&print, status);
	print_readers(&print, json_object_get(status, "readers"));
	print_state(&print, "muted");
	print_change(&print, status);
	print_event(&print, "hardmuted is gone");
	check(&print, "");
	json_decref(status);
}

static int tear_down(void **state)
{
	(void)state;
	free(text);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_status),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_foreign_holder),
		cmocka_unit_test(test_readers),
		cmocka_unit_test(test_session_microphone),
		cmocka_unit_test(test_lights),
		cmocka_unit_test(test_history),
		cmocka_unit_test(test_colors),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_quiet),
	};

	return cmocka_run_group_tests_name("print", tests, NULL, tear_down);
}
