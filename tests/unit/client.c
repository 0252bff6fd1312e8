/* SPDX-License-Identifier: GPL-2.0-or-later */
/* hardmutectl's side of the bus, against a small hardmuted in a child process. */
// links: ctl/client ctl/value ctl/agent_tty
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#include "../../ctl/client.h"
#include "names.h"

static char directory[64], address[96];
static pid_t dbus, service;

static int on_mute(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	(void)userdata;
	(void)error;
	return sd_bus_reply_method_return(call, "s", "muted");
}

static int on_unmute(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	(void)userdata;
	(void)error;
	return sd_bus_reply_method_errorf(call, BUS_ERROR_NOT_PERMITTED, "not you");
}

/* Tells of a change, so that the test can wait for one. */
static int on_toggle(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	(void)userdata;
	(void)error;
	for (int i = 0; i < 3; i++)
		sd_bus_emit_signal(sd_bus_message_get_bus(call), BUS_PATH,
				   "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as",
				   BUS_INTERFACE, 0, 0);
	return sd_bus_reply_method_errorf(call, BUS_ERROR_FAILED, "no driver");
}

static int on_status(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	(void)userdata;
	(void)error;
	return sd_bus_reply_method_return(call, "a{sv}", 5,
		"State", "s", "muted",
		"LastFenceMicroseconds", "x", (int64_t)-1,
		"Since", "t", (uint64_t)1 << 50,
		"Formats", "as", 2, "S16_LE", "S32_LE",
		"Microphones", "aa{sv}", 2,
			2, "TwinUp", "b", 1, "CardName", "s", "Größe",
			1, "Number", "u", 4000000000u);
}

static const sd_bus_vtable vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_METHOD("Mute", "", "s", on_mute, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("Unmute", "", "s", on_unmute, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("Toggle", "", "s", on_toggle, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("Status", "", "a{sv}", on_status, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_VTABLE_END
};

static void serve(int ready)
{
	sd_bus *bus;

	if (sd_bus_open_user(&bus) < 0 ||
	    sd_bus_add_object_vtable(bus, NULL, BUS_PATH, BUS_INTERFACE, vtable, NULL) < 0 ||
	    sd_bus_request_name(bus, BUS_NAME, 0) < 0 || write(ready, "", 1) != 1)
		_exit(1);
	while (sd_bus_process(bus, NULL) >= 0)
		sd_bus_wait(bus, 100000);
	_exit(0);
}

static void start_service(void)
{
	int ready[2];
	char byte;

	assert_int_equal(pipe(ready), 0);
	service = fork();
	assert_true(service >= 0);
	if (!service)
		serve(ready[1]);
	assert_int_equal(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	close(ready[1]);
}

static void stop(pid_t *pid)
{
	if (*pid > 0) {
		kill(*pid, SIGKILL);
		waitpid(*pid, NULL, 0);
	}
	*pid = 0;
}

static int set_up(void **state)
{
	(void)state;
	strcpy(directory, "/tmp/hardmute-client-XXXXXX");
	if (!mkdtemp(directory))
		return -1;
	snprintf(address, sizeof(address), "unix:path=%s/bus", directory);
	setenv("DBUS_SESSION_BUS_ADDRESS", address, 1);
	setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent", 1);
	dbus = fork();
	if (!dbus) {
		char option[128];

		snprintf(option, sizeof(option), "--address=%s", address);
		execlp("dbus-daemon", "dbus-daemon", "--session", option, "--nofork", "--nopidfile", NULL);
		_exit(127);
	}
	for (int i = 0; i < 500 && access(address + strlen("unix:path="), F_OK); i++)
		usleep(10000);
	return access(address + strlen("unix:path="), F_OK);
}

static int tear_down(void **state)
{
	char command[96];

	(void)state;
	stop(&service);
	stop(&dbus);
	snprintf(command, sizeof(command), "rm -r %s", directory);
	return system(command);
}

static void test_nobody_there(void **state)
{
	struct client *client;

	(void)state;
	assert_int_equal(client_open(&client, CLIENT_CHOICE_ANY), EXIT_UNREACHABLE);
	assert_int_equal(client_open(&client, CLIENT_CHOICE_SESSION), EXIT_UNREACHABLE);
	assert_int_equal(client_open(&client, CLIENT_CHOICE_SYSTEM), EXIT_UNREACHABLE);
	start_service();
	assert_int_equal(client_open(&client, CLIENT_CHOICE_SYSTEM), EXIT_UNREACHABLE);
	assert_int_equal(client_open(&client, CLIENT_CHOICE_SESSION), EXIT_DONE);
	client_close(client);
}

static void test_requests(void **state)
{
	struct client *client;
	char *word;

	(void)state;
	start_service();
	assert_int_equal(client_open(&client, CLIENT_CHOICE_ANY), EXIT_DONE);
	assert_int_equal(client_request(client, "Mute", &word), EXIT_DONE);
	assert_string_equal(word, "muted");
	free(word);
	assert_int_equal(client_request(client, "Unmute", &word), EXIT_NOT_PERMITTED);
	assert_int_equal(client_request(client, "Toggle", &word), EXIT_FAILED);
	stop(&service);
	assert_int_equal(client_request(client, "Mute", &word), EXIT_UNREACHABLE);
	client_close(client);
}

static void test_status(void **state)
{
	json_t *status, *expected;
	struct client *client;

	(void)state;
	start_service();
	assert_int_equal(client_open(&client, CLIENT_CHOICE_ANY), EXIT_DONE);
	assert_int_equal(client_get_status(client, &status), EXIT_DONE);
	expected = json_pack("{ss,si,sI,s[ss],s[{sb,ss},{sI}]}", "state", "muted",
			     "last_fence_microseconds", -1, "since", (json_int_t)1 << 50,
			     "formats", "S16_LE", "S32_LE", "microphones", "twin_up", 1,
			     "card_name", "Größe", "number", (json_int_t)4000000000);
	assert_non_null(expected);
	assert_true(json_equal(status, expected));
	json_decref(status);
	json_decref(expected);
	client_close(client);
}

static enum client_event take(struct client *client)
{
	enum client_event event;

	assert_int_equal(client_wait(client, &event), EXIT_DONE);
	return event;
}

static void test_watch(void **state)
{
	struct client *client;
	enum client_event event;
	char *word;

	(void)state;
	start_service();
	assert_int_equal(client_open(&client, CLIENT_CHOICE_ANY), EXIT_DONE);
	assert_int_equal(client_watch(client), EXIT_DONE);
	assert_int_equal(client_request(client, "Toggle", &word), EXIT_FAILED);
	assert_int_equal(take(client), CLIENT_EVENT_CHANGED);
	stop(&service);
	assert_int_equal(take(client), CLIENT_EVENT_GONE);	/* and not three changes before */
	start_service();
	assert_int_equal(take(client), CLIENT_EVENT_BACK);
	stop(&service);
	start_service();
	assert_int_equal(take(client), CLIENT_EVENT_GONE);
	assert_int_equal(take(client), CLIENT_EVENT_BACK);
	stop(&dbus);
	assert_int_equal(client_wait(client, &event), EXIT_UNREACHABLE);
	client_close(client);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_nobody_there, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_requests, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_status, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_watch, set_up, tear_down),
	};

	alarm(60);	/* a watch that misses an event would wait for ever */
	return cmocka_run_group_tests_name("client", tests, NULL, NULL);
}
