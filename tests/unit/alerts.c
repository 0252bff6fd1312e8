/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is notified of, how often, and how, seen by a server that this test plays. */
// links: ctl/alerts ctl/notify ctl/icon ctl/words ctl/agent daemon/connection
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "private_bus.h"
#include "agent_bus.h"

#include "../../ctl/alerts.h"

#define SERVER "org.freedesktop.Notifications"
#define SERVER_PATH "/org/freedesktop/Notifications"

struct server {
	sd_bus *bus;
	bool plain;		/* no markup, no buttons */
	uint32_t last;		/* number given */
	unsigned shown, replaced, closed;
	uint32_t replaces;
	char summary[128], body[256], icon[64], action[32], sound[64];
	bool suppress_sound, transient;
	uint8_t urgency;
};

static sd_event *event;
static struct agent agent;
static struct notify *notify;
static struct alerts *alerts;
static struct server server;
static unsigned pressed;

static int on_capabilities(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	(void)userdata;
	(void)error;
	if (server.plain)
		return sd_bus_reply_method_return(call, "as", 1, "body");
	return sd_bus_reply_method_return(call, "as", 3, "body", "body-markup", "actions");
}

static void read_actions(sd_bus_message *call)
{
	const char *key, *label;

	server.action[0] = '\0';
	assert_true(sd_bus_message_enter_container(call, 'a', "s") >= 0);
	while (sd_bus_message_read(call, "ss", &key, &label) > 0)
		snprintf(server.action, sizeof(server.action), "%s", key);
	assert_true(sd_bus_message_exit_container(call) >= 0);
}

static void read_hints(sd_bus_message *call)
{
	const char *name, *text;
	int truth;

	server.sound[0] = '\0';
	server.suppress_sound = server.transient = false;
	assert_true(sd_bus_message_enter_container(call, 'a', "{sv}") >= 0);
	while (sd_bus_message_enter_container(call, 'e', "sv") > 0) {
		assert_true(sd_bus_message_read(call, "s", &name) > 0);
		if (!strcmp(name, "sound-name")) {
			assert_true(sd_bus_message_read(call, "v", "s", &text) > 0);
			snprintf(server.sound, sizeof(server.sound), "%s", text);
		} else if (!strcmp(name, "suppress-sound") || !strcmp(name, "transient")) {
			assert_true(sd_bus_message_read(call, "v", "b", &truth) > 0);
			*(*name == 't' ? &server.transient : &server.suppress_sound) = truth;
		} else if (!strcmp(name, "urgency")) {
			assert_true(sd_bus_message_read(call, "v", "y", &server.urgency) > 0);
		} else {
			assert_true(sd_bus_message_skip(call, "v") >= 0);
		}
		assert_true(sd_bus_message_exit_container(call) >= 0);
	}
}

static int on_notify(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	const char *program, *icon, *summary, *body;

	(void)userdata;
	(void)error;
	assert_true(sd_bus_message_read(call, "susss", &program, &server.replaces, &icon, &summary,
					&body) > 0);
	snprintf(server.icon, sizeof(server.icon), "%s", icon);
	snprintf(server.summary, sizeof(server.summary), "%s", summary);
	snprintf(server.body, sizeof(server.body), "%s", body);
	read_actions(call);
	read_hints(call);
	server.shown++;
	if (server.replaces)
		server.replaced++;
	else
		server.last++;
	return sd_bus_reply_method_return(call, "u", server.replaces ? server.replaces : server.last);
}

static int on_close(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	uint32_t number;

	(void)userdata;
	(void)error;
	assert_true(sd_bus_message_read(call, "u", &number) > 0);
	server.closed++;
	sd_bus_emit_signal(server.bus, SERVER_PATH, SERVER, "NotificationClosed", "uu", number, 3);
	return sd_bus_reply_method_return(call, "");
}

static const sd_bus_vtable vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_METHOD("GetCapabilities", "", "as", on_capabilities, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("Notify", "susssasa{sv}i", "u", on_notify, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("CloseNotification", "u", "", on_close, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_SIGNAL("NotificationClosed", "uu", 0),
	SD_BUS_SIGNAL("ActionInvoked", "us", 0),
	SD_BUS_VTABLE_END
};

static void start_server(void)
{
	server.bus = program_start(event, SERVER, SERVER_PATH, SERVER, vtable, NULL);
	run_idle(event);
}

static void on_pressed(void *userdata, enum notify_place place)
{
	(void)userdata;
	assert_int_equal(place, NOTIFY_PLACE_SPEAKING);
	pressed++;
}

static void start_alerts(const struct agent_config *config)
{
	assert_int_equal(alerts_start(&alerts, &agent, config, notify), 0);
}

static const struct agent_config usual = { .listening = true, .speaking = true };

static int set_up(void **state)
{
	if (private_bus_set_up(state))
		return -1;
	private_bus_start();
	server = (struct server){ 0 };
	pressed = 0;
	alerts = NULL;
	if (sd_event_new(&event) < 0 || agent_start(&agent, event) < 0 ||
	    sd_bus_open_user(&agent.session) < 0 ||
	    sd_bus_attach_event(agent.session, event, 0) < 0)
		return -1;
	return notify_start(&notify, &agent, on_pressed, NULL);
}

static int tear_down(void **state)
{
	agent.stopping = true;
	alerts_stop(alerts);
	notify_stop(notify);
	program_stop(server.bus);
	agent_stop(&agent);
	event = sd_event_unref(event);
	return private_bus_tear_down(state);
}

/* readers: "a" reads, "-a" has it open */
static void set(const char *state, const char *one, const char *other)
{
	json_t *readers = json_array();
	const char *programs[] = { one, other };

	for (size_t i = 0; i < 2; i++)
		if (programs[i])
			json_array_append_new(readers, json_pack("{ss,sb}", "program",
				programs[i] + (*programs[i] == '-'), "running", *programs[i] != '-'));
	agent_set_status(&agent, json_pack("{ss,ss,so}", "state", state, "verdict",
					   *state == 'm' ? "muted, proven" : state, "readers", readers));
	run_idle(event);
}

static void set_speaking(bool speaking)
{
	agent_set_status(&agent, json_pack("{ss,ss,sb}", "state", "muted", "verdict", "muted, proven",
					   "speaking_while_muted", (int)speaking));
	run_idle(event);
}

static void test_once_per_program_and_mute(void **state)
{
	(void)state;
	start_server();
	start_alerts(&usual);
	set("muted", "old", NULL);
	assert_int_equal(server.shown, 0);	/* it listened before */
	set("muted", "old", "-new");
	assert_int_equal(server.shown, 0);	/* it only has it open */
	set("muted", "old", "new");
	assert_int_equal(server.shown, 1);
	assert_string_equal(server.summary, "new listens");
	assert_string_equal(server.icon, "hardmute-muted");
	assert_true(server.transient && server.suppress_sound);
	assert_int_equal(server.urgency, 0);
	set("muted", NULL, NULL);
	set("muted", "new", "old");
	assert_int_equal(server.shown, 1);	/* told already */
	set("muted", "other", NULL);
	assert_int_equal(server.shown, 2);
	assert_int_equal(server.replaced, 1);
	set("live", "other", "new");
	assert_int_equal(server.shown, 2);
	assert_int_equal(server.closed, 1);
	set("muted", "other", NULL);
	set("muted", "other", "new");
	assert_int_equal(server.shown, 3);	/* another mute */
	assert_string_equal(server.summary, "new listens");
	/* hardmuted was away: what it tells then was so before */
	agent_set_status(&agent, NULL);
	run_idle(event);
	set("muted", "more", NULL);
	assert_int_equal(server.shown, 3);
}

static void test_several_at_once(void **state)
{
	(void)state;
	start_server();
	start_alerts(&usual);
	set("muted", NULL, NULL);
	set("muted", "one", "two");
	assert_int_equal(server.shown, 1);
	assert_string_equal(server.summary, "one, two listen");
}

static void test_turned_off(void **state)
{
	(void)state;
	start_server();
	start_alerts(&(struct agent_config){ .listening = false });
	set("muted", NULL, NULL);
	set("muted", "one", "two");
	set_speaking(true);
	set("live", NULL, NULL);
	assert_int_equal(server.shown, 0);
}

/* To the agent alone: the bus looks at the sender of a match for signals to everybody only. */
static void press(sd_bus *from, uint32_t number, const char *key)
{
	sd_bus_message *signal = NULL;
	const char *name;

	assert_true(sd_bus_get_unique_name(agent.session, &name) >= 0);
	assert_true(sd_bus_message_new_signal(from, &signal, SERVER_PATH, SERVER, "ActionInvoked") >= 0);
	assert_true(sd_bus_message_append(signal, "us", number, key) >= 0);
	assert_true(sd_bus_message_set_destination(signal, name) >= 0);
	assert_true(sd_bus_send(from, signal, NULL) >= 0);
	sd_bus_message_unref(signal);
	run_idle(event);
}

static void test_speaking(void **state)
{
	sd_bus *enemy;

	(void)state;
	start_server();
	start_alerts(&usual);
	set_speaking(false);
	set_speaking(true);
	assert_int_equal(server.shown, 1);
	assert_string_equal(server.summary, "You are muted");
	assert_string_equal(server.action, "unmute");
	set_speaking(true);
	assert_int_equal(server.shown, 1);
	enemy = program_start(event, NULL, NULL, NULL, NULL, NULL);
	press(enemy, server.last, "unmute");
	press(server.bus, server.last + 1, "unmute");
	press(server.bus, server.last, "default");
	assert_int_equal(pressed, 0);
	press(server.bus, server.last, "unmute");
	assert_int_equal(pressed, 1);
	program_stop(enemy);
	set_speaking(false);
	assert_int_equal(server.closed, 1);
	set_speaking(true);
	assert_int_equal(server.shown, 2);
	assert_int_equal(server.replaced, 0);	/* the first one is closed */
}

static void test_changes(void **state)
{
	(void)state;
	start_server();
	start_alerts(&(struct agent_config){ .changes = true, .sound = "bell" });
	set("muted", NULL, NULL);
	assert_int_equal(server.shown, 0);	/* what was so before is no change */
	set("live", NULL, NULL);
	assert_int_equal(server.shown, 1);
	assert_string_equal(server.summary, "Microphone live");
	assert_string_equal(server.sound, "bell");
	assert_false(server.suppress_sound);
	set("live", "one", NULL);
	assert_int_equal(server.shown, 1);
	set("muted", "one", NULL);
	assert_int_equal(server.shown, 2);
	assert_int_equal(server.replaced, 1);
	assert_string_equal(server.summary, "Muted, proven");
	agent_set_status(&agent, NULL);
	run_idle(event);
	assert_string_equal(server.summary, "hardmute is not running");
}

static void show(const char *summary, const char *body)
{
	notify_show(notify, NOTIFY_PLACE_RESULT, &(struct notification){ .icon = "", .summary = summary,
			    .body = body, .sound = "", .button = "Unmute", .important = true });
}

static void test_markup(void **state)
{
	(void)state;
	start_server();
	show("a", "<b> & \"c\"");
	run_idle(event);
	assert_string_equal(server.body, "&lt;b&gt; &amp; \"c\"");
	assert_string_equal(server.action, "unmute");
	assert_false(server.transient);
	assert_int_equal(server.urgency, 1);
	/* another server, which can do less, and knows no old numbers */
	server.bus = program_stop(server.bus);
	server.plain = true;
	start_server();
	show("b", "<b> & \"c\"");
	run_idle(event);
	assert_string_equal(server.body, "<b> & \"c\"");
	assert_string_equal(server.action, "");
	assert_int_equal(server.replaces, 0);
}

/* While the server has not answered yet, what comes waits: the newest alone. */
static void test_newest_alone(void **state)
{
	(void)state;
	start_server();
	show("one", "");
	run_idle(event);
	for (int i = 0; i < 20; i++)
		show(i < 19 ? "more" : "last", "");
	run_idle(event);
	assert_int_equal(server.shown, 3);	/* one, more, last */
	assert_string_equal(server.summary, "last");
	assert_int_equal(server.last, 1);
	notify_close(notify, NOTIFY_PLACE_RESULT);
	notify_close(notify, NOTIFY_PLACE_RESULT);
	run_idle(event);
	assert_int_equal(server.closed, 1);
	show("again", "");
	notify_close(notify, NOTIFY_PLACE_RESULT);	/* before its number is known */
	run_idle(event);
	assert_int_equal(server.closed, 2);
}

static void test_no_server(void **state)
{
	(void)state;
	start_alerts(&usual);
	set("muted", NULL, NULL);
	set("muted", "one", NULL);
	set("muted", "one", "two");
	start_server();
	set("muted", "three", NULL);
	assert_int_equal(server.shown, 1);
	assert_string_equal(server.summary, "three listens");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_once_per_program_and_mute, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_several_at_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_turned_off, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_speaking, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_changes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_markup, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_newest_alone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_no_server, set_up, tear_down),
	};

	alarm(60);
	return cmocka_run_group_tests_name("alerts", tests, NULL, NULL);
}
