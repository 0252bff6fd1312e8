/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The agent's view of hardmuted, and its requests, on a bus of one's own. */
// links: ctl/follow ctl/agent ctl/request ctl/value daemon/connection
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>

#include "private_bus.h"
#include "agent_bus.h"

#include "../../ctl/agent.h"
#include "../../ctl/follow.h"
#include "../../ctl/request.h"
#include "names.h"

struct hardmuted {
	const char *state, *verdict;
	bool running;		/* somebody reads */
	unsigned refuse;	/* so many questions for the status */
	unsigned asked, muted;
	uint64_t limit_us;
	bool interactive;
};

static sd_event *event;
static struct agent agent;
static unsigned told;
static char answer[16], reason[64];

static int on_status(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	struct hardmuted *hardmuted = userdata;

	(void)error;
	hardmuted->asked++;
	if (hardmuted->refuse && hardmuted->refuse--)
		return sd_bus_reply_method_errorf(call, SD_BUS_ERROR_LIMITS_EXCEEDED, "busy");
	return sd_bus_reply_method_return(call, "a{sv}", 4, "State", "s", hardmuted->state,
		"Verdict", "s", hardmuted->verdict, "Evidence", "aa{sv}", 0,
		"Readers", "aa{sv}", 1, 2, "Program", "s", "arecord", "Running", "b",
		(int)hardmuted->running);
}

static int on_mute(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	struct hardmuted *hardmuted = userdata;

	(void)error;
	hardmuted->muted++;
	return sd_bus_reply_method_return(call, "s", "muted");
}

static int on_unmute(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	struct hardmuted *hardmuted = userdata;

	(void)error;
	hardmuted->limit_us = 0;
	sd_bus_message_read(call, "t", &hardmuted->limit_us);
	hardmuted->interactive = sd_bus_message_get_allow_interactive_authorization(call) > 0;
	if (hardmuted->limit_us)
		return sd_bus_reply_method_return(call, "s", "live");
	return sd_bus_reply_method_errorf(call, BUS_ERROR_NOT_PERMITTED, "not you");
}

static const sd_bus_vtable vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_METHOD("Status", "", "a{sv}", on_status, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("Mute", "", "s", on_mute, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("Unmute", "", "s", on_unmute, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("UnmuteFor", "t", "s", on_unmute, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_VTABLE_END
};

static sd_bus *start_hardmuted(struct hardmuted *hardmuted)
{
	return program_start(event, BUS_NAME, BUS_PATH, BUS_INTERFACE, vtable, hardmuted);
}

/* A change of State, to a connection or to all. */
static void send_change(sd_bus *bus, const char *to, const char *state)
{
	sd_bus_message *signal = NULL;

	assert_true(sd_bus_message_new_signal(bus, &signal, BUS_PATH,
					      "org.freedesktop.DBus.Properties",
					      "PropertiesChanged") >= 0);
	assert_true(sd_bus_message_append(signal, "sa{sv}as", BUS_INTERFACE, 1, "State", "s", state,
					  0) >= 0);
	if (to)
		assert_true(sd_bus_message_set_destination(signal, to) >= 0);
	assert_true(sd_bus_send(bus, signal, NULL) >= 0);
	sd_bus_message_unref(signal);
}

static void on_told(struct agent *who, void *userdata)
{
	(void)who;
	(void)userdata;
	told++;
}

static void on_done(void *userdata, const char *state, const char *why)
{
	(void)userdata;
	snprintf(answer, sizeof(answer), "%s", state ? state : "no");
	snprintf(reason, sizeof(reason), "%s", why ? why : "");
}

static struct agent_listener listener = { .changed = on_told };

static int set_up(void **state)
{
	if (private_bus_set_up(state))
		return -1;
	private_bus_start();
	told = 0;
	if (sd_event_new(&event) < 0 || agent_start(&agent, event) < 0 ||
	    sd_bus_open_user(&agent.session) < 0 ||
	    sd_bus_attach_event(agent.session, event, 0) < 0)
		return -1;
	agent_listen(&agent, &listener);
	return 0;
}

static int tear_down(void **state)
{
	agent.stopping = true;
	follow_stop(agent.follow);
	agent_stop(&agent);
	event = sd_event_unref(event);
	return private_bus_tear_down(state);
}

static void follow(enum follow_choice choice)
{
	assert_int_equal(follow_start(&agent.follow, &agent, choice), 0);
	run_idle(event);
}

static void test_states(void **state)
{
	struct hardmuted hardmuted = { .state = "muted", .verdict = "muted, proven" };
	sd_bus *bus;

	(void)state;
	follow(FOLLOW_CHOICE_SESSION);
	assert_int_equal(agent.state, AGENT_STATE_GONE);
	assert_null(follow_get_owner(agent.follow));
	bus = start_hardmuted(&hardmuted);
	run_until(event, agent.state == AGENT_STATE_PROVEN);
	assert_null(json_object_get(agent.status, "evidence"));
	assert_string_equal(agent_get_text(&agent, "verdict"), "muted, proven");
	agent_set_warnings(&agent, json_pack("[s]", "a headset"));
	run_until(event, agent.state == AGENT_STATE_UNPROVEN);
	send_change(bus, NULL, "live");
	run_until(event, agent.state == AGENT_STATE_LIVE);
	assert_int_equal(hardmuted.asked, 1);	/* a change is not asked for */
	assert_true(agent_is_live(&agent) && !agent_is_muted(&agent));
	bus = program_stop(bus);
	run_until(event, agent.state == AGENT_STATE_GONE);
	assert_true(!agent_is_live(&agent) && !agent_is_muted(&agent));
	assert_string_equal(agent_get_text(&agent, "verdict"), "");
	hardmuted = (struct hardmuted){ .state = "live", .verdict = "live", .running = true };
	bus = start_hardmuted(&hardmuted);
	run_until(event, agent.state == AGENT_STATE_HEARD);
	program_stop(bus);
}

/* Returns when the bus has passed on all that bus has sent. */
static void wait_for_bus(sd_bus *bus)
{
	sd_bus *other = NULL;

	assert_true(sd_bus_flush(bus) >= 0);
	assert_true(sd_bus_open_user(&other) >= 0);
	for (int i = 0; i < 3; i++)
		assert_true(sd_bus_call_method(other, "org.freedesktop.DBus", "/org/freedesktop/DBus",
					       "org.freedesktop.DBus", "GetId", NULL, NULL, NULL) >= 0);
	sd_bus_flush_close_unref(other);
}

static void test_one_burst_is_told_once(void **state)
{
	struct hardmuted hardmuted = { .state = "muted", .verdict = "muted, proven" };
	sd_bus *bus = start_hardmuted(&hardmuted);
	unsigned before;

	(void)state;
	follow(FOLLOW_CHOICE_ANY);
	before = told;
	for (int i = 0; i < 50; i++)
		send_change(bus, NULL, i % 2 ? "muted" : "live");
	wait_for_bus(bus);
	run_idle(event);
	assert_int_equal(told, before + 1);
	assert_int_equal(agent.state, AGENT_STATE_PROVEN);
	program_stop(bus);
}

/* Anybody can send such a signal to a connection whose name is known. */
static void test_forged(void **state)
{
	struct hardmuted hardmuted = { .state = "live", .verdict = "live" };
	sd_bus *bus = start_hardmuted(&hardmuted), *enemy;
	sd_bus_message *signal = NULL;
	const char *name;

	(void)state;
	follow(FOLLOW_CHOICE_SESSION);
	assert_int_equal(agent.state, AGENT_STATE_LIVE);
	assert_true(sd_bus_get_unique_name(agent.session, &name) >= 0);
	enemy = program_start(event, NULL, NULL, NULL, NULL, NULL);
	send_change(enemy, name, "muted");
	assert_true(sd_bus_message_new_signal(enemy, &signal, "/org/freedesktop/DBus",
					      "org.freedesktop.DBus", "NameOwnerChanged") >= 0);
	assert_true(sd_bus_message_append(signal, "sss", BUS_NAME, ":1.1", "") >= 0);
	assert_true(sd_bus_message_set_destination(signal, name) >= 0);
	assert_true(sd_bus_send(enemy, signal, NULL) >= 0);
	sd_bus_message_unref(signal);
	run_idle(event);
	assert_int_equal(agent.state, AGENT_STATE_LIVE);
	send_change(bus, name, "muted");
	run_until(event, agent.state == AGENT_STATE_UNPROVEN);
	program_stop(enemy);
	program_stop(bus);
}

static void test_busy(void **state)
{
	struct hardmuted hardmuted = { .state = "live", .verdict = "live", .refuse = 2 };
	sd_bus *bus = start_hardmuted(&hardmuted);

	(void)state;
	follow(FOLLOW_CHOICE_SESSION);
	run_until(event, agent.state == AGENT_STATE_LIVE);
	assert_int_equal(hardmuted.asked, 3);
	program_stop(bus);
}

static void test_requests(void **state)
{
	struct hardmuted hardmuted = { .state = "live", .verdict = "live" };
	sd_bus *bus;

	(void)state;
	follow(FOLLOW_CHOICE_SESSION);
	assert_int_equal(request_mute(&agent, on_done, NULL), -ENOTCONN);
	bus = start_hardmuted(&hardmuted);
	run_until(event, agent.state == AGENT_STATE_LIVE);
	answer[0] = '\0';
	assert_int_equal(request_mute(&agent, on_done, NULL), 0);
	run_until(event, answer[0]);
	assert_string_equal(answer, "muted");
	assert_int_equal(hardmuted.muted, 1);
	answer[0] = '\0';
	assert_int_equal(request_unmute(&agent, 0, on_done, NULL), 0);
	run_until(event, answer[0]);
	assert_string_equal(answer, "no");
	assert_string_equal(reason, "not you");
	assert_true(hardmuted.interactive);
	answer[0] = '\0';
	assert_int_equal(request_unmute(&agent, 15 * 60000000ull, on_done, NULL), 0);
	run_until(event, answer[0]);
	assert_string_equal(answer, "live");
	assert_int_equal(hardmuted.limit_us, 15 * 60000000ull);
	program_stop(bus);
}

/* hardmuted dies while it is asked. */
static void test_request_lost(void **state)
{
	struct hardmuted hardmuted = { .state = "live", .verdict = "live" };
	sd_bus *bus = start_hardmuted(&hardmuted);

	(void)state;
	follow(FOLLOW_CHOICE_SESSION);
	answer[0] = '\0';
	assert_int_equal(request_mute(&agent, on_done, NULL), 0);
	program_stop(bus);
	run_until(event, answer[0]);
	assert_string_equal(answer, "no");
	assert_true(reason[0]);
	run_until(event, agent.state == AGENT_STATE_GONE);
}

/* The system bus goes and comes (here the session's own connection does not matter). */
static void test_bus_lost(void **state)
{
	struct hardmuted hardmuted = { .state = "muted", .verdict = "muted, proven" };
	sd_bus *bus = start_hardmuted(&hardmuted);

	(void)state;
	follow(FOLLOW_CHOICE_SYSTEM);
	assert_int_equal(agent.state, AGENT_STATE_PROVEN);
	private_bus_stop();
	run_until(event, agent.state == AGENT_STATE_GONE);
	program_stop(bus);
	private_bus_start();
	bus = start_hardmuted(&hardmuted);
	run_until(event, agent.state == AGENT_STATE_PROVEN);
	program_stop(bus);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_states, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_one_burst_is_told_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_forged, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_busy, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_requests, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_request_lost, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_bus_lost, set_up, tear_down),
	};

	alarm(60);
	return cmocka_run_group_tests_name("follow", tests, NULL, NULL);
}
