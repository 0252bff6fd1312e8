/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What is done in the sound server, which this file plays: headsets, recorders
 * beside hardmute, sources that sleep. (Flags: mirror.c's rules.)
 */
// links: ctl/server_act ctl/mirror ctl/bluetooth ctl/server_memory ctl/server_source daemon/text
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../ctl/request.h"
#include "../../ctl/server_private.h"

static struct server server;
static struct agent agent;
static char said[1024];		/* what the sound server was asked for, in order */
static unsigned mutes;
static bool refuses_moves;

/* ---- the sound server: carries out and answers at once ---- */

__attribute__((format(printf, 1, 2)))
static pa_operation *say(const char *format, ...)
{
	size_t used = strlen(said);
	va_list list;

	va_start(list, format);
	vsnprintf(said + used, sizeof(said) - used, format, list);
	va_end(list);
	return (pa_operation *)&server;
}

void pa_operation_unref(pa_operation *operation)
{
	(void)operation;
}

pa_operation *pa_context_set_source_mute_by_index(pa_context *c, uint32_t index, int mute,
						  pa_context_success_cb_t answer, void *userdata)
{
	server.now.sources[index].muted = mute;
	answer(c, 1, userdata);
	return say("flag %u %d; ", index, mute);
}

pa_operation *pa_context_suspend_source_by_index(pa_context *c, uint32_t index, int asleep,
						 pa_context_success_cb_t answer, void *userdata)
{
	server.now.sources[index].suspended = asleep;
	answer(c, 1, userdata);
	return say("sleep %u %d; ", index, asleep);
}

pa_operation *pa_context_move_source_output_by_index(pa_context *c, uint32_t index, uint32_t source,
						     pa_context_success_cb_t answer, void *userdata)
{
	for (unsigned i = 0; i < server.now.recorder_count && !refuses_moves; i++)
		if (server.now.recorders[i].index == index)
			server.now.recorders[i].source = source;
	say("move %u %u; ", index, source);
	answer(c, !refuses_moves, userdata);
	return say("%s", "");
}

pa_operation *pa_context_set_card_profile_by_index(pa_context *c, uint32_t index, const char *profile,
						   pa_context_success_cb_t answer, void *userdata)
{
	struct bluetooth_card *card = &server.now.cards[index];

	(void)c;
	(void)answer;
	(void)userdata;
	for (unsigned i = 0; i < card->count; i++)
		if (!strcmp(card->profiles[i].name, profile))
			card->active = (int)i;
	return say("profile %u %s; ", index, profile);
}

pa_context *server_link_context(const struct server_link *link)
{
	(void)link;
	return (pa_context *)&agent;
}

/* ---- the other parts ---- */

int64_t server_now_us(void)
{
	static int64_t now_us = 5000000;

	return now_us += 1000;
}

void server_look(struct server *which)
{
	which->look_serial = which->serial;
}

void server_report_refused(struct server *which, const struct server_source *source)
{
	(void)which;
	(void)source;
}

void server_report_view(struct server *which)
{
	(void)which;
}

int request_mute(struct agent *which, request_done_fn *done, void *userdata)
{
	(void)which;
	(void)done;
	(void)userdata;
	mutes++;
	return 0;
}

/* ---- tests ---- */

static int set_up(void **unused)
{
	(void)unused;
	memset(&server, 0, sizeof(server));
	server.agent = &agent;
	said[0] = '\0';
	mutes = 0;
	refuses_moves = false;
	unsetenv("XDG_STATE_HOME");
	unsetenv("HOME");
	return server_memory_new(&server.memory, NULL);
}

static int tear_down(void **unused)
{
	(void)unused;
	server_memory_free(server.memory);
	return 0;
}

static struct server_source *add_source(const char *name, enum server_source_kind kind)
{
	struct server_source *source = &server.now.sources[server.now.count];

	*source = (struct server_source){ .index = server.now.count++, .kind = kind };
	snprintf(source->name, sizeof(source->name), "%s", name);
	snprintf(source->title, sizeof(source->title), "%s", name);
	return source;
}

static struct server_recorder *add_recorder(uint32_t source)
{
	struct server_recorder *recorder = &server.now.recorders[server.now.recorder_count];

	*recorder = (struct server_recorder){ .index = 40 + server.now.recorder_count++,
					      .source = source, .program = "zoom" };
	return recorder;
}

/* The server says all there is; then hardmuted another state. */
static void look(void)
{
	server.look_serial = server.serial;
	server_act_on_view(&server);
}

static void go(enum mirror_hard hard)
{
	server.world.hard = hard;
	server_act_on_hard(&server);
	look();
	look();
}

static void expect(const char *expected)
{
	assert_string_equal(said, expected);
	said[0] = '\0';
}

static void add_headset(void)
{
	server.now.cards[server.now.card_count++] = (struct bluetooth_card){
		.name = "bluez_card.1", .title = "Headset", .active = 1, .count = 3,
		.profiles = { { "off", 0, 0, 0, true }, { "headset-head-unit", 1, 1, 1, true },
			      { "a2dp-sink", 1, 0, 16, true } },
	};
}

static void test_headset(void **unused)
{
	(void)unused;
	add_headset();
	go(MIRROR_HARD_LIVE);
	expect("");
	go(MIRROR_HARD_MUTED);
	expect("profile 0 a2dp-sink; ");
	assert_string_equal(server_memory_get(server.memory, SERVER_MEMORY_PROFILE, "bluez_card.1"),
			    "headset-head-unit\ta2dp-sink");
	go(MIRROR_HARD_UNKNOWN);
	expect("");
	go(MIRROR_HARD_LIVE);
	expect("profile 0 headset-head-unit; ");
	assert_null(server_memory_get(server.memory, SERVER_MEMORY_PROFILE, "bluez_card.1"));
	go(MIRROR_HARD_LIVE);
	expect("");
}

static void test_headset_changed_meanwhile(void **unused)
{
	(void)unused;
	add_headset();
	go(MIRROR_HARD_MUTED);
	expect("profile 0 a2dp-sink; ");
	server.now.cards[0].active = 0;		/* switched off by its owner */
	go(MIRROR_HARD_LIVE);
	expect("");
}

static void test_headset_that_comes_back(void **unused)
{
	(void)unused;
	add_headset();
	server.world.hard = MIRROR_HARD_MUTED;
	for (int i = 0; i < 20; i++) {
		server.now.cards[0].active = 1;	/* a session manager that wants its microphone */
		look();
	}
	for (int i = 0; i < BLUETOOTH_RETRIES; i++)
		assert_non_null(strstr(said, "profile 0 a2dp-sink; "));
	assert_int_equal(strlen(said), BLUETOOTH_RETRIES * strlen("profile 0 a2dp-sink; "));
}

static void test_recorder(void **unused)
{
	struct server_recorder *recorder;

	(void)unused;
	add_source("twin", SERVER_SOURCE_GATED);
	add_source("headset", SERVER_SOURCE_UNGATED);
	recorder = add_recorder(1);
	look();
	go(MIRROR_HARD_LIVE);
	expect("");
	go(MIRROR_HARD_MUTED);
	expect("flag 0 1; flag 1 1; move 40 0; sleep 1 1; ");
	go(MIRROR_HARD_LIVE);
	expect("flag 0 0; flag 1 0; move 40 1; sleep 1 0; ");
	assert_string_equal(recorder->from, "");
	go(MIRROR_HARD_MUTED);
	said[0] = '\0';
	add_source("desk", SERVER_SOURCE_GATED);
	recorder->source = 2;			/* the user wants it elsewhere: it stays there */
	go(MIRROR_HARD_LIVE);
	assert_null(strstr(said, "move"));
}

static void test_recorder_that_cannot_be_moved(void **unused)
{
	(void)unused;
	add_source("twin", SERVER_SOURCE_GATED);
	add_source("headset", SERVER_SOURCE_UNGATED);
	add_recorder(1);
	refuses_moves = true;
	look();
	go(MIRROR_HARD_MUTED);
	expect("flag 0 1; flag 1 1; move 40 0; ");	/* once, and it is not left without a clock */
	go(MIRROR_HARD_LIVE);
	expect("flag 0 0; flag 1 0; ");
}

static void test_nowhere_to_go(void **unused)
{
	(void)unused;
	add_source("headset", SERVER_SOURCE_UNGATED);
	add_source("idle", SERVER_SOURCE_UNGATED);
	add_recorder(0);
	look();
	go(MIRROR_HARD_MUTED);
	expect("flag 0 1; flag 1 1; ");	/* who comes to a source that sleeps would wait */
}

/* Session mode's microphone, level meters and the server's own streams. */
static void test_what_is_left_alone(void **unused)
{
	(void)unused;
	add_source("hardmute", SERVER_SOURCE_OURS);
	add_source("mic", SERVER_SOURCE_UNGATED)->fed = true;
	add_source("speakers.monitor", SERVER_SOURCE_MONITOR);
	add_source("loopback", SERVER_SOURCE_EXEMPT);
	add_recorder(1)->ours = true;
	add_recorder(2);
	add_recorder(3)->meter = true;
	look();
	go(MIRROR_HARD_MUTED);
	expect("flag 0 1; ");
	go(MIRROR_HARD_LIVE);
	expect("flag 0 0; ");
}

/* hardmuted's own microphone stays open for the reminder: others do not hear it. */
static void test_beside_hardmuted(void **unused)
{
	(void)unused;
	add_source("hardmute", SERVER_SOURCE_OURS);
	add_source("mic", SERVER_SOURCE_UNGATED)->fed = true;
	add_recorder(1)->ours = true;
	add_recorder(1);
	look();
	go(MIRROR_HARD_MUTED);
	expect("flag 0 1; move 41 0; ");
	go(MIRROR_HARD_LIVE);
	expect("flag 0 0; move 41 1; ");
}

/* A card comes before hardmuted has told of its microphone. */
static void test_gated_after_all(void **unused)
{
	struct server_source *source;

	(void)unused;
	add_source("twin", SERVER_SOURCE_GATED);
	source = add_source("new", SERVER_SOURCE_UNGATED);
	server.world.hard = MIRROR_HARD_MUTED;
	look();
	look();
	expect("flag 0 1; flag 1 1; sleep 1 1; ");
	source->kind = SERVER_SOURCE_GATED;
	look();
	look();
	expect("sleep 1 0; ");
}

static void test_button(void **unused)
{
	struct server_source *twin;

	(void)unused;
	twin = add_source("twin", SERVER_SOURCE_GATED);
	twin->mirror.button = true;
	server.world.hard = MIRROR_HARD_LIVE;
	look();
	twin->muted = true;
	look();
	look();
	assert_int_equal(mutes, 1);
	assert_non_null(server_memory_get(server.memory, SERVER_MEMORY_FLAG, "twin"));
	go(MIRROR_HARD_MUTED);
	expect("");
	go(MIRROR_HARD_LIVE);
	expect("flag 0 0; ");
	assert_null(server_memory_get(server.memory, SERVER_MEMORY_FLAG, "twin"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_headset, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_headset_changed_meanwhile, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_headset_that_comes_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_recorder, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_recorder_that_cannot_be_moved, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_nowhere_to_go, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_what_is_left_alone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_beside_hardmuted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_gated_after_all, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_button, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
