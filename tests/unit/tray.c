/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The icon and its menu, seen by a watcher and a host that this test plays. */
// links: ctl/tray ctl/sni ctl/icon ctl/dbusmenu ctl/layout ctl/menu ctl/words ctl/actions ctl/trial ctl/notify ctl/agent ctl/follow ctl/request ctl/value daemon/connection daemon/beside
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <limits.h>

#include "private_bus.h"
#include "agent_bus.h"

#include "../../ctl/follow.h"
#include "../../ctl/menu.h"
#include "../../ctl/sni.h"
#include "../../ctl/tray.h"
#include "../../ctl/value.h"
#include "names.h"

#define WATCHER "org.kde.StatusNotifierWatcher"
#define ITEM "org.kde.StatusNotifierItem"
#define MENU "com.canonical.dbusmenu"

/* The watcher, the host, and hardmuted. */
struct desktop {
	sd_bus *watcher, *host, *hardmuted;
	unsigned registered;
	char item[64];		/* the connection that registered it */
	unsigned new_icon, new_title, new_tooltip, new_layout;
	unsigned muted, unmuted;
	uint64_t limit_us;
	bool hold;		/* an unmute is not answered */
	sd_bus_message *held;
};

static sd_event *event;
static struct agent agent;
static struct notify *notify;
static struct actions *actions;
static struct tray *tray;
static struct desktop desktop;

static int on_register(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	const char *name;

	(void)userdata;
	(void)error;
	assert_true(sd_bus_message_read(call, "s", &name) >= 0);
	assert_string_equal(name, SNI_PATH);	/* of whoever calls */
	snprintf(desktop.item, sizeof(desktop.item), "%s", sd_bus_message_get_sender(call));
	desktop.registered++;
	return sd_bus_reply_method_return(call, "");
}

static const sd_bus_vtable watcher_vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_METHOD("RegisterStatusNotifierItem", "s", "", on_register, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_VTABLE_END
};

static int on_mute(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	(void)userdata;
	(void)error;
	desktop.muted++;
	return sd_bus_reply_method_return(call, "s", "muted");
}

static int on_unmute(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	(void)userdata;
	(void)error;
	desktop.unmuted++;
	desktop.limit_us = 0;
	sd_bus_message_read(call, "t", &desktop.limit_us);
	if (!desktop.hold)
		return sd_bus_reply_method_return(call, "s", "live");
	desktop.held = sd_bus_message_ref(call);
	return 1;
}

static int on_status(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	(void)userdata;
	(void)error;
	return sd_bus_reply_method_return(call, "a{sv}", 0);	/* the test sets it */
}

static const sd_bus_vtable hardmuted_vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_METHOD("Status", "", "a{sv}", on_status, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("Mute", "", "s", on_mute, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("Unmute", "", "s", on_unmute, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("UnmuteFor", "t", "s", on_unmute, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_VTABLE_END
};

static int on_signal(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	unsigned *count = userdata;

	(void)signal;
	(void)error;
	++*count;
	return 0;
}

static void start_watcher(void)
{
	desktop.watcher = program_start(event, WATCHER, "/StatusNotifierWatcher", WATCHER,
					watcher_vtable, NULL);
}

static void hear(const char *interface, const char *member, unsigned *count)
{
	assert_true(sd_bus_match_signal(desktop.host, NULL, NULL, NULL, interface, member, on_signal,
					count) >= 0);
}

static void start_tray(enum agent_click click)
{
	struct agent_config config = { .icon = true, .click = click };

	assert_int_equal(tray_start(&tray, &agent, &config, actions), 0);
	run_idle(event);
}

static void set_status(json_t *status)
{
	assert_non_null(status);
	agent_set_status(&agent, status);
	run_idle(event);
}

static json_t *make_live(void)
{
	return json_pack("{ss,ss,sI,ss,s[{ss,si,sb}],s[{ss,ss,ss}]}", "state", "live", "verdict", "live",
			 "since", (json_int_t)1000000, "reason", "<b>evil</b>", "readers",
			 "program", "a_b & c", "pid", 17, "running", 1, "microphones",
			 "card_name", "USB Mic", "name", "USB Audio", "hardware", "open");
}

static json_t *make_muted(void)
{
	return json_pack("{ss,ss}", "state", "muted", "verdict", "muted, proven");
}

/* A call of the host's to the item or its menu; the loop goes on meanwhile. */
static sd_bus_message *answer;

static int on_answer(sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	(void)userdata;
	(void)error;
	answer = sd_bus_message_ref(reply);
	return 0;
}

static sd_bus_message *call(const char *path, const char *interface, const char *member,
			    const char *types, ...)
{
	sd_bus_message *message;
	va_list values;

	va_start(values, types);
	assert_true(sd_bus_message_new_method_call(desktop.host, &message, desktop.item, path, interface,
						   member) >= 0);
	assert_true(sd_bus_message_appendv(message, types, values) >= 0);
	va_end(values);
	answer = NULL;
	assert_true(sd_bus_call_async(desktop.host, NULL, message, on_answer, NULL, 0) >= 0);
	sd_bus_message_unref(message);
	run_until(event, answer);
	return answer;
}

static void call_only(const char *path, const char *interface, const char *member, const char *types,
		      int one, int two)
{
	sd_bus_message_unref(call(path, interface, member, types, one, two));
	run_idle(event);
}

static sd_bus_message *get(const char *property)
{
	sd_bus_message *reply = call(SNI_PATH, "org.freedesktop.DBus.Properties", "Get", "ss", ITEM,
				     property);

	assert_false(sd_bus_message_is_method_error(reply, NULL));
	return reply;
}

static void check_text(const char *property, const char *expected)
{
	sd_bus_message *reply = get(property);
	const char *text;

	assert_true(sd_bus_message_read(reply, "v", "s", &text) >= 0);
	assert_string_equal(text, expected);
	sd_bus_message_unref(reply);
}

static int set_up(void **state)
{
	if (private_bus_set_up(state))
		return -1;
	private_bus_start();
	desktop = (struct desktop){ 0 };
	tray = NULL;
	if (sd_event_new(&event) < 0 || agent_start(&agent, event) < 0 ||
	    sd_bus_open_user(&agent.session) < 0 || sd_bus_attach_event(agent.session, event, 0) < 0)
		return -1;
	desktop.hardmuted = program_start(event, BUS_NAME, BUS_PATH, BUS_INTERFACE, hardmuted_vtable,
					  NULL);
	desktop.host = program_start(event, NULL, NULL, NULL, NULL, NULL);
	hear(ITEM, "NewIcon", &desktop.new_icon);
	hear(ITEM, "NewTitle", &desktop.new_title);
	hear(ITEM, "NewToolTip", &desktop.new_tooltip);
	hear(MENU, "LayoutUpdated", &desktop.new_layout);
	if (follow_start(&agent.follow, &agent, FOLLOW_CHOICE_SESSION) ||
	    notify_start(&notify, &agent, NULL, NULL) || actions_start(&actions, &agent, notify))
		return -1;
	run_idle(event);
	return 0;
}

static int tear_down(void **state)
{
	agent.stopping = true;
	tray_stop(tray);
	actions_stop(actions);
	notify_stop(notify);
	follow_stop(agent.follow);
	program_stop(desktop.host);
	program_stop(desktop.watcher);
	program_stop(desktop.hardmuted);
	agent_stop(&agent);
	event = sd_event_unref(event);
	return private_bus_tear_down(state);
}

static void test_watcher_there(void **state)
{
	(void)state;
	start_watcher();
	start_tray(AGENT_CLICK_TOGGLE);
	assert_int_equal(desktop.registered, 1);
}

/* The end of its connection is the only way to take an item back. */
static void test_stopped(void **state)
{
	char item[64];

	(void)state;
	start_watcher();
	start_tray(AGENT_CLICK_TOGGLE);
	memcpy(item, desktop.item, sizeof(item));
	tray_stop(tray);
	tray = NULL;
	run_idle(event);
	assert_int_equal(sd_bus_get_name_creds(desktop.host, item, 0, NULL), -ENXIO);
	start_tray(AGENT_CLICK_TOGGLE);
	assert_int_equal(desktop.registered, 2);
	assert_string_not_equal(desktop.item, item);
}

static void test_watcher_late_and_again(void **state)
{
	(void)state;
	start_tray(AGENT_CLICK_TOGGLE);
	start_watcher();
	run_until(event, desktop.registered == 1);
	desktop.watcher = program_stop(desktop.watcher);
	run_idle(event);
	start_watcher();
	run_until(event, desktop.registered == 2);
}

/* Everybody can send such a signal; nobody but the watcher is told of the item. */
static void test_watcher_is_not_started(void **state)
{
	(void)state;
	start_tray(AGENT_CLICK_TOGGLE);
	assert_int_equal(desktop.registered, 0);
	set_status(make_live());
	assert_int_equal(desktop.new_icon, 1);
}

static void test_properties(void **state)
{
	sd_bus_message *reply;
	const char *icon, *title, *text;
	int truth;

	(void)state;
	start_watcher();
	start_tray(AGENT_CLICK_TOGGLE);
	check_text("IconName", "hardmute-gone");
	check_text("Title", "hardmute is not running");
	check_text("Category", "Hardware");
	check_text("Status", "Active");
	set_status(make_live());
	check_text("IconName", "hardmute-heard");
	assert_int_equal(desktop.new_icon, 1);
	assert_int_equal(desktop.new_title, 1);
	assert_int_equal(desktop.new_tooltip, 1);
	reply = get("ToolTip");
	assert_true(sd_bus_message_read(reply, "v", "(sa(iiay)ss)", &icon, 0, &title, &text) >= 0);
	assert_string_equal(icon, "hardmute-heard");
	assert_string_equal(title, "Microphone live, somebody listens");
	assert_non_null(strstr(text, ": &lt;b&gt;evil&lt;/b&gt;\nlistening: a_b &amp; c"));
	sd_bus_message_unref(reply);
	reply = get("ItemIsMenu");
	assert_true(sd_bus_message_read(reply, "v", "b", &truth) >= 0);
	assert_false(truth);
	sd_bus_message_unref(reply);
	/* the same again is not told */
	set_status(make_live());
	assert_int_equal(desktop.new_icon + desktop.new_title + desktop.new_tooltip, 3);
	agent_set_status(&agent, NULL);
	run_idle(event);
	check_text("IconName", "hardmute-gone");
}

static void test_pixels(void **state)
{
	static const int sizes[] = { 16, 22, 24, 32, 48, 64 };
	sd_bus_message *reply;

	(void)state;
	start_watcher();
	start_tray(AGENT_CLICK_TOGGLE);
	set_status(make_live());
	reply = get("IconPixmap");
	assert_true(sd_bus_message_enter_container(reply, 'v', "a(iiay)") >= 0);
	assert_true(sd_bus_message_enter_container(reply, 'a', "(iiay)") >= 0);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		const uint8_t *pixels, *middle;
		int width, height;
		size_t size;

		assert_true(sd_bus_message_enter_container(reply, 'r', "iiay") > 0);
		assert_true(sd_bus_message_read(reply, "ii", &width, &height) >= 0);
		assert_true(sd_bus_message_read_array(reply, 'y', (const void **)&pixels, &size) >= 0);
		assert_int_equal(width, sizes[i]);
		assert_int_equal(height, sizes[i]);
		assert_int_equal(size, (size_t)width * (size_t)height * 4);
		middle = pixels + 4 * ((size_t)width * (size_t)(height * 3 / 8) + (size_t)width / 2);
		assert_memory_equal(middle, "\xff\xff\xff\xff", 4);	/* the microphone's body */
		assert_true(sd_bus_message_exit_container(reply) >= 0);
	}
	assert_int_equal(sd_bus_message_at_end(reply, 0), 1);
	sd_bus_message_unref(reply);
}

static void test_clicks(void **state)
{
	(void)state;
	start_watcher();
	start_tray(AGENT_CLICK_TOGGLE);
	set_status(make_live());
	call_only(SNI_PATH, ITEM, "Activate", "ii", 3, 4);
	assert_int_equal(desktop.muted, 1);
	set_status(make_muted());
	desktop.hold = true;
	call_only(SNI_PATH, ITEM, "Activate", "ii", 3, 4);
	assert_int_equal(desktop.unmuted, 1);
	/* the question stands: a second click asks no second one; the middle button mutes */
	call_only(SNI_PATH, ITEM, "Activate", "ii", 3, 4);
	assert_int_equal(desktop.unmuted, 1);
	call_only(SNI_PATH, ITEM, "SecondaryActivate", "ii", 3, 4);
	assert_int_equal(desktop.muted, 2);
	sd_bus_reply_method_return(desktop.held, "s", "live");
	sd_bus_message_unref(desktop.held);
	run_idle(event);
	call_only(SNI_PATH, ITEM, "Activate", "ii", 3, 4);
	assert_int_equal(desktop.unmuted, 2);
	sd_bus_message_unref(desktop.held);
}

static void test_click_mutes_only(void **state)
{
	(void)state;
	start_watcher();
	start_tray(AGENT_CLICK_MUTE);
	set_status(make_muted());
	call_only(SNI_PATH, ITEM, "Activate", "ii", 3, 4);
	assert_int_equal(desktop.muted, 1);
	assert_int_equal(desktop.unmuted, 0);
}

/* value_read knows no structures: this reads (ia{sv}av) into the shape of menu.h. */
static json_t *read_item(sd_bus_message *reply)
{
	json_t *item, *children = json_array();
	int id;

	assert_true(sd_bus_message_enter_container(reply, 'r', "ia{sv}av") > 0);
	assert_true(sd_bus_message_read(reply, "i", &id) >= 0);
	item = value_read(reply);
	assert_non_null(item);
	json_object_set_new(item, "id", json_integer(id));
	assert_true(sd_bus_message_enter_container(reply, 'a', "v") > 0);
	while (sd_bus_message_enter_container(reply, 'v', "(ia{sv}av)") > 0) {
		json_array_append_new(children, read_item(reply));
		assert_true(sd_bus_message_exit_container(reply) >= 0);
	}
	assert_true(sd_bus_message_exit_container(reply) >= 0);
	assert_true(sd_bus_message_exit_container(reply) >= 0);
	json_object_set_new(item, "children", children);
	return item;
}

static json_t *read_layout(int parent, int depth, unsigned *revision)
{
	sd_bus_message *reply = call(SNI_MENU_PATH, MENU, "GetLayout", "iias", parent, depth, 0);
	json_t *item;

	assert_false(sd_bus_message_is_method_error(reply, NULL));
	assert_true(sd_bus_message_read(reply, "u", revision) >= 0);
	item = read_item(reply);
	sd_bus_message_unref(reply);
	return item;
}

static const json_t *find(const json_t *item, int id)
{
	json_t *child;
	size_t i;

	if (json_integer_value(json_object_get(item, "id")) == id)
		return item;
	json_array_foreach(json_object_get(item, "children"), i, child) {
		const json_t *found = find(child, id);

		if (found)
			return found;
	}
	return NULL;
}

static const char *get_label(const json_t *root, int id)
{
	const json_t *item = find(root, id);

	assert_non_null(item);
	return json_string_value(json_object_get(item, "label"));
}

static void test_menu(void **state)
{
	unsigned revision, before;
	json_t *root;

	(void)state;
	start_watcher();
	start_tray(AGENT_CLICK_TOGGLE);
	set_status(make_live());
	root = read_layout(0, -1, &before);
	assert_string_equal(json_string_value(json_object_get(root, "children-display")), "submenu");
	assert_string_equal(get_label(root, MENU_ID_STATE), "Microphone live, somebody listens");
	assert_string_equal(get_label(root, MENU_ID_MUTE), "Mute");
	assert_null(find(root, MENU_ID_UNMUTE));
	assert_string_equal(get_label(root, MENU_ID_FIRST_LISTENER), "a__b & c (pid 17)");
	assert_true(json_is_false(json_object_get(find(root, MENU_ID_FIRST_LISTENER), "enabled")));
	assert_string_equal(get_label(root, MENU_ID_FIRST_MICROPHONE), "USB Mic: USB Audio (in use)");
	json_decref(root);
	desktop.new_layout = 0;
	set_status(make_muted());
	assert_int_equal(desktop.new_layout, 1);
	root = read_layout(0, -1, &revision);
	assert_true(revision > before);
	assert_null(find(root, MENU_ID_MUTE));
	assert_string_equal(get_label(root, MENU_ID_UNMUTE), "Unmute…");
	assert_string_equal(get_label(find(root, MENU_ID_UNMUTE_FOR), MENU_ID_1_HOUR), "1 hour…");
	json_decref(root);
	set_status(make_muted());
	assert_int_equal(desktop.new_layout, 1);
	root = read_layout(0, 1, &revision);	/* one level only */
	assert_int_equal(json_array_size(json_object_get(find(root, MENU_ID_UNMUTE_FOR), "children")), 0);
	json_decref(root);
	root = read_layout(MENU_ID_UNMUTE_FOR, INT_MIN, &revision);
	assert_int_equal(json_array_size(json_object_get(root, "children")), 3);
	json_decref(root);
}

static int on_items(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	json_t **changed = userdata, *words;
	char key[16];
	int id;

	(void)error;
	json_decref(*changed);
	*changed = json_object();
	assert_true(sd_bus_message_enter_container(signal, 'a', "(ia{sv})") > 0);
	while (sd_bus_message_enter_container(signal, 'r', "ia{sv}") > 0) {
		assert_true(sd_bus_message_read(signal, "i", &id) > 0);
		words = value_read(signal);
		snprintf(key, sizeof(key), "%d", id);
		json_object_set_new(*changed, key, words);
		assert_true(sd_bus_message_exit_container(signal) >= 0);
	}
	return 0;
}

/* Other words in the same items are told as such: an open menu stays open. */
static void test_menu_words(void **state)
{
	json_t *changed = NULL, *status, *expected;

	(void)state;
	start_watcher();
	start_tray(AGENT_CLICK_TOGGLE);
	set_status(make_live());
	desktop.new_layout = 0;
	assert_true(sd_bus_match_signal(desktop.host, NULL, NULL, NULL, MENU, "ItemsPropertiesUpdated",
					on_items, &changed) >= 0);
	status = make_live();
	json_object_set_new(json_array_get(json_object_get(status, "readers"), 0), "pid", json_integer(18));
	set_status(status);
	expected = json_pack("{s{ss,sb}}", "1000", "label", "a__b & c (pid 18)", "enabled", 0);
	assert_true(json_equal(changed, expected));
	json_decref(expected);
	assert_int_equal(desktop.new_layout, 0);
	/* what is new besides is another layout; the known item has other words there, too */
	set_status(make_muted());
	expected = json_pack("{ss,sb}", "label", "Muted, proven", "enabled", 0);
	assert_true(json_equal(json_object_get(changed, "1"), expected));
	json_decref(expected);
	assert_int_equal(desktop.new_layout, 1);
	json_decref(changed);
}

static void send_event(int id, const char *what)
{
	sd_bus_message_unref(call(SNI_MENU_PATH, MENU, "Event", "isvu", id, what, "i", 0, 0));
	run_idle(event);
}

static void test_menu_clicks(void **state)
{
	sd_bus_message *reply;
	json_t *missing;

	(void)state;
	start_watcher();
	start_tray(AGENT_CLICK_MENU);
	set_status(make_live());
	send_event(MENU_ID_MUTE, "hovered");
	assert_int_equal(desktop.muted, 0);
	send_event(MENU_ID_MUTE, "clicked");
	assert_int_equal(desktop.muted, 1);
	send_event(MENU_ID_UNMUTE, "clicked");	/* it is not there */
	send_event(MENU_ID_FIRST_LISTENER, "clicked");	/* it cannot be chosen */
	assert_int_equal(desktop.unmuted, 0);
	set_status(make_muted());
	send_event(MENU_ID_UNMUTE_FOR, "clicked");	/* it only opens */
	assert_int_equal(desktop.unmuted, 0);
	send_event(MENU_ID_UNMUTE, "clicked");
	assert_int_equal(desktop.unmuted, 1);
	assert_int_equal(desktop.limit_us, 0);
	reply = call(SNI_MENU_PATH, MENU, "EventGroup", "a(isvu)", 3,
		     MENU_ID_30_MINUTES, "clicked", "i", 0, 0, MENU_ID_MUTE, "clicked", "i", 0, 0,
		     MENU_ID_STATE, "opened", "s", "", 0);
	missing = value_read(reply);
	assert_int_equal(json_array_size(missing), 1);
	assert_int_equal(json_integer_value(json_array_get(missing, 0)), MENU_ID_MUTE);
	json_decref(missing);
	sd_bus_message_unref(reply);
	run_idle(event);
	assert_int_equal(desktop.unmuted, 2);
	assert_int_equal(desktop.limit_us, 30 * 60 * 1000000ull);
	assert_true(sd_bus_call_method_async(desktop.host, NULL, desktop.item, SNI_MENU_PATH, MENU,
					     "Event", NULL, NULL, "isvu", MENU_ID_QUIT, "clicked", "i", 0,
					     0) >= 0);
	assert_int_equal(sd_event_loop(event), 0);
}

/* What hosts ask besides: KDE's and GNOME's get groups of properties. */
static void test_menu_groups(void **state)
{
	sd_bus_message *reply;
	const char *text;
	unsigned count = 0;

	(void)state;
	start_watcher();
	start_tray(AGENT_CLICK_TOGGLE);
	set_status(make_muted());
	reply = call(SNI_MENU_PATH, MENU, "GetGroupProperties", "aias", 3, MENU_ID_UNMUTE, 99999,
		     MENU_ID_SEPARATORS + 1, 1, "label");
	assert_true(sd_bus_message_enter_container(reply, 'a', "(ia{sv})") >= 0);
	while (sd_bus_message_enter_container(reply, 'r', "ia{sv}") > 0) {
		count++;
		sd_bus_message_skip(reply, "ia{sv}");
		sd_bus_message_exit_container(reply);
	}
	assert_int_equal(count, 2);
	sd_bus_message_unref(reply);
	reply = call(SNI_MENU_PATH, MENU, "GetProperty", "is", MENU_ID_UNMUTE, "label");
	assert_true(sd_bus_message_read(reply, "v", "s", &text) >= 0);
	assert_string_equal(text, "Unmute…");
	sd_bus_message_unref(reply);
	reply = call(SNI_MENU_PATH, MENU, "GetProperty", "is", 99999, "label");
	assert_true(sd_bus_message_is_method_error(reply, SD_BUS_ERROR_INVALID_ARGS));
	sd_bus_message_unref(reply);
	reply = call(SNI_MENU_PATH, MENU, "AboutToShow", "i", 0);
	assert_false(sd_bus_message_is_method_error(reply, NULL));
	sd_bus_message_unref(reply);
	reply = call(SNI_MENU_PATH, MENU, "AboutToShowGroup", "ai", 1, 0);
	assert_false(sd_bus_message_is_method_error(reply, NULL));
	sd_bus_message_unref(reply);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_watcher_there, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_stopped, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_watcher_late_and_again, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_watcher_is_not_started, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_properties, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_pixels, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_clicks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_click_mutes_only, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_menu, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_menu_clicks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_menu_words, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_menu_groups, set_up, tear_down),
	};

	alarm(60);
	return cmocka_run_group_tests_name("tray", tests, NULL, NULL);
}
