/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The bus on a private dbus-daemon: replies after the request is done, changes
 * handed over before the call returns, a bus that hangs or dies. The mute, the
 * callers' rights and the evidence are played by this file.
 */
// links: daemon/bus daemon/flood daemon/ask daemon/polkit daemon/duration daemon/connection daemon/properties daemon/text
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../../daemon/authority.h"
#include "../../daemon/bus.h"
#include "../../daemon/caller.h"
#include "../../daemon/daemon.h"
#include "../../daemon/evidence.h"
#include "../../daemon/feed.h"
#include "../../daemon/flood.h"
#include "../../daemon/mixer.h"
#include "../../daemon/twin.h"
#include "names.h"
#include "private_bus.h"

struct fixture {
	sd_event *event;
	struct daemon daemon;
	struct bus *bus;
	sd_bus *client;
};

static struct {
	enum mute_state state;
	bool asked_live;
	unsigned requests, lost, hurries, asked;
	uint64_t limit_us;
	uid_t owner;
	char reason[96];
	mute_done_fn *done;
	void *userdata;
	bool may_unmute;
	int identify_error;
	bool no_answer;
	struct readers readers;
} fake;

void mute_request(struct mute *mute, bool live, const struct mute_cause *cause,
		  mute_done_fn *done, void *userdata)
{
	(void)mute;
	fake.requests++;
	fake.asked_live = live;
	fake.done = done;
	fake.userdata = userdata;
	strcpy(fake.reason, cause->text);
}

void mute_hurry(struct mute *mute)
{
	(void)mute;
	fake.hurries++;
}

void mute_request_live(struct mute *mute, uint64_t limit_us, const struct mute_cause *cause,
		       mute_done_fn *done, void *userdata)
{
	fake.limit_us = limit_us;
	mute_request(mute, true, cause, done, userdata);
}

void mute_ask(struct mute *mute)
{
	(void)mute;
	fake.asked++;
}

void mute_forget(struct mute *mute, void *userdata)
{
	(void)mute;
	assert_true(fake.requests > 1 || userdata == fake.userdata);
	fake.done = NULL;
}

void mute_on_event(struct mute *mute, enum policy_event event, const char *why)
{
	(void)mute;
	(void)why;
	assert_int_equal(event, POLICY_EVENT_LOST);
	fake.lost++;
}

enum mute_state mute_get_state(const struct mute *mute)
{
	(void)mute;
	return fake.state;
}

int64_t mute_get_since_us(const struct mute *mute)
{
	(void)mute;
	return 1234567890;
}

const char *mute_get_reason(const struct mute *mute)
{
	(void)mute;
	return "key \xff pressed";
}

uint64_t mute_get_live_until_us(const struct mute *mute)
{
	(void)mute;
	return fake.state == MUTE_STATE_LIVE ? 1ull << 40 : 0;
}

int64_t mute_get_fence_us(const struct mute *mute)
{
	(void)mute;
	return -1;
}

static const struct caller tester = { .pid = 12, .uid = 34, .program = "tester" };

static int pass(sd_bus_message *message, void *userdata, sd_bus_error *error)
{
	(void)message;
	(void)userdata;
	(void)error;
	return 0;
}

/* The bus has to be asked, so it is; unless its answer shall never come. */
int caller_ask(sd_bus_message *message, sd_bus_slot **slot, sd_bus_message_handler_t answered,
	       void *userdata)
{
	int error = fake.no_answer ? sd_bus_add_filter(sd_bus_message_get_bus(message), slot, pass, NULL) :
 sd_bus_call_method_async(sd_bus_message_get_bus(message), slot,
					     "org.freedesktop.DBus", "/org/freedesktop/DBus",
					     "org.freedesktop.DBus", "GetId", answered, userdata, NULL);

	return error < 0 ? error : 0;
}

int caller_take(sd_bus_message *message, struct caller *caller)
{
	(void)message;
	*caller = tester;
	return fake.identify_error;
}

void caller_read_program(pid_t pid, char *program, size_t size)
{
	assert_int_equal(pid, 77);
	snprintf(program, size, "thief");
}

enum authority_answer authority_judge_caller(struct daemon *daemon, const struct caller *caller,
					     char *why, size_t size)
{
	(void)daemon;
	assert_int_equal(caller->uid, 34);
	snprintf(why, size, "not today");
	return fake.may_unmute ? AUTHORITY_YES : AUTHORITY_NO;
}

void authority_set_owner(struct authority *authority, uid_t uid)
{
	assert_null(authority);
	fake.owner = uid;
}

void caller_describe(const struct caller *caller, struct mute_cause *cause)
{
	strcpy(cause->text, caller ? "asked by tester" : "asked by nobody");
}

const char *mixer_get_switch(struct mixer *mixer, unsigned card)
{
	(void)mixer;
	(void)card;
	return "locked";
}

void evidence_collect(const struct daemon *daemon, const char *root, struct evidence *evidence)
{
	(void)daemon;
	assert_string_equal(root, "");
	*evidence = (struct evidence){ .count = 1, .check[0] = { .id = "a", .layer = "b",
		.result = EVIDENCE_RESULT_BAD, .detail = "why" } };
}

void evidence_get_verdict(const struct evidence *evidence, enum mute_state state,
			  char *verdict, size_t size)
{
	if (state == MUTE_STATE_MUTED)
		assert_int_equal(evidence->count, 1);
	else
		assert_null(evidence);
	snprintf(verdict, size, "%s, tested", mute_state_word(state));
}

const char *evidence_result_word(enum evidence_result result)
{
	return result == EVIDENCE_RESULT_BAD ? "bad" : "?";
}

void evidence_look_at_device(const char *root, unsigned card, unsigned device,
			     struct evidence_device *result)
{
	(void)root;
	(void)card;
	(void)device;
	*result = (struct evidence_device){ .state = EVIDENCE_DEVICE_OPEN, .owner = 77 };
}

bool twins_hear_speech(const struct daemon *daemon)
{
	(void)daemon;
	return fake.state == MUTE_STATE_MUTED;
}

bool feed_is_active(const struct feed *feed)
{
	(void)feed;
	return false;
}

const struct readers *link_readers(const struct link *link)
{
	(void)link;
	return &fake.readers;
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int set_up(void **state)
{
	static struct fixture fixture;

	memset(&fixture, 0, sizeof(fixture));
	memset(&fake, 0, sizeof(fake));
	fake.may_unmute = true;
	*state = &fixture;
	fixture.daemon.session = true;
	assert_true(sd_event_new(&fixture.event) >= 0);
	private_bus_start();
	assert_int_equal(bus_start(&fixture.bus, fixture.event, &fixture.daemon, true), 0);
	assert_true(sd_bus_open_user(&fixture.client) >= 0);
	assert_true(sd_bus_attach_event(fixture.client, fixture.event, 0) >= 0);
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	sd_bus_close_unref(fixture->client);
	bus_stop(fixture->bus);
	sd_event_unref(fixture->event);
	private_bus_stop();
	return 0;
}

static void run(struct fixture *fixture, double seconds)
{
	double end = now() + seconds;

	while (now() < end)
		sd_event_run(fixture->event, 20000);
}

static sd_bus_message *answer;

static int on_answer(sd_bus_message *message, void *userdata, sd_bus_error *error)
{
	(void)userdata;
	(void)error;
	sd_bus_message_unref(answer);
	answer = sd_bus_message_ref(message);
	return 0;
}

static void call(struct fixture *fixture, const char *method)
{
	answer = sd_bus_message_unref(answer);
	assert_true(sd_bus_call_method_async(fixture->client, NULL, BUS_NAME, BUS_PATH, BUS_INTERFACE,
					     method, on_answer, NULL, NULL) >= 0);
}

static void wait_for_request(struct fixture *fixture)
{
	double end = now() + 5;

	while (!fake.requests && now() < end)
		sd_event_run(fixture->event, 20000);
	assert_int_equal(fake.requests, 1);
}

static void wait_for_answer(struct fixture *fixture)
{
	double end = now() + 5;

	while (!answer && now() < end)
		sd_event_run(fixture->event, 20000);
	assert_non_null(answer);
}

static void finish(int error)
{
	mute_done_fn *done = fake.done;

	fake.done = NULL;
	done(fake.userdata, error);
}

static void check_error(const char *name)
{
	assert_true(sd_bus_message_is_method_error(answer, name));
	answer = sd_bus_message_unref(answer);
}

static void check_state(const char *word)
{
	const char *state;

	assert_true(sd_bus_message_read(answer, "s", &state) >= 0);
	assert_string_equal(state, word);
	answer = sd_bus_message_unref(answer);
}

static void test_reply_after_the_fence(void **state)
{
	struct fixture *fixture = *state;

	fake.state = MUTE_STATE_LIVE;
	call(fixture, "Mute");
	wait_for_request(fixture);
	assert_false(fake.asked_live);
	assert_string_equal(fake.reason, "asked by tester");
	fake.state = MUTE_STATE_MUTING;
	run(fixture, 0.2);
	assert_null(answer);
	fake.state = MUTE_STATE_MUTED;
	finish(0);
	wait_for_answer(fixture);
	check_state("muted");
}

static void test_toggle(void **state)
{
	struct fixture *fixture = *state;

	fake.state = MUTE_STATE_MUTED;
	call(fixture, "Toggle");
	wait_for_request(fixture);
	assert_true(fake.asked_live);
	fake.state = MUTE_STATE_LIVE;
	finish(0);
	wait_for_answer(fixture);
	check_state("live");

	fake.requests = 0;
	fake.state = MUTE_STATE_MUTING;
	call(fixture, "Toggle");
	wait_for_request(fixture);
	assert_false(fake.asked_live);
	finish(-ECANCELED);
	wait_for_answer(fixture);
	check_error(BUS_ERROR_FAILED);
}

static void call_for(struct fixture *fixture, uint64_t us)
{
	answer = sd_bus_message_unref(answer);
	assert_true(sd_bus_call_method_async(fixture->client, NULL, BUS_NAME, BUS_PATH, BUS_INTERFACE,
					     "UnmuteFor", on_answer, NULL, "t", us) >= 0);
}

static void test_unmute_for(void **state)
{
	struct fixture *fixture = *state;

	call_for(fixture, 5400000000ull);
	wait_for_request(fixture);
	assert_true(fake.asked_live);
	assert_true(fake.limit_us == 5400000000ull);
	assert_string_equal(fake.reason, "asked by tester for 1 h 30 min");
	fake.state = MUTE_STATE_LIVE;
	finish(0);
	wait_for_answer(fixture);
	check_state("live");
	assert_int_equal(fake.owner, 34);

	fake.requests = 0;
	fake.limit_us = 1;
	call(fixture, "Unmute");
	wait_for_request(fixture);
	assert_int_equal(fake.limit_us, 0);
	assert_string_equal(fake.reason, "asked by tester");
	fake.owner = 0;
	finish(-ENOTCONN);
	wait_for_answer(fixture);
	check_error(BUS_ERROR_FAILED);
	assert_int_equal(fake.owner, 0);

	fake.requests = 0;
	call_for(fixture, 0);
	wait_for_answer(fixture);
	check_error(SD_BUS_ERROR_INVALID_ARGS);
	call_for(fixture, UINT64_MAX);
	wait_for_answer(fixture);
	check_error(SD_BUS_ERROR_INVALID_ARGS);
	assert_int_equal(fake.requests, 0);
}

/* A mute that comes while it is found out who asks: that one does not go live any more. */
static void test_mute_ends_questions(void **state)
{
	struct fixture *fixture = *state;
	double end = now() + 5;

	call(fixture, "Unmute");
	while (!fake.asked && now() < end)
		sd_event_run(fixture->event, 20000);
	assert_int_equal(fake.asked, 1);
	assert_int_equal(fake.requests, 0);
	bus_cancel_asks(fixture->bus);
	wait_for_answer(fixture);
	check_error(BUS_ERROR_FAILED);
	run(fixture, 0.2);
	assert_int_equal(fake.requests, 0);
	bus_cancel_asks(NULL);
}

static void test_unmute_is_refused(void **state)
{
	struct fixture *fixture = *state;

	fake.may_unmute = false;
	call(fixture, "Unmute");
	wait_for_answer(fixture);
	check_error(BUS_ERROR_NOT_PERMITTED);
	call(fixture, "Toggle");
	wait_for_answer(fixture);
	check_error(BUS_ERROR_NOT_PERMITTED);
	fake.may_unmute = true;
	fake.identify_error = -ETIMEDOUT;
	call(fixture, "Unmute");
	wait_for_answer(fixture);
	check_error(BUS_ERROR_NOT_PERMITTED);
	assert_int_equal(fake.requests, 0);

	call(fixture, "Mute");		/* muting is everyone's, known or not */
	wait_for_request(fixture);
	assert_string_equal(fake.reason, "asked by nobody");
	finish(-EPERM);
	wait_for_answer(fixture);
	check_error(BUS_ERROR_NOT_PERMITTED);
}

static void run_until(struct fixture *fixture, const unsigned *number, unsigned least)
{
	double end = now() + 5;

	while (*number < least && now() < end)
		sd_event_run(fixture->event, 20000);
	assert_true(*number >= least);
}

/* While the bus is asked whose it is the loop goes on, and a bus that is lost holds up no mute. */
static void test_mute_without_a_name(void **state)
{
	struct fixture *fixture = *state;

	fake.no_answer = true;
	fake.state = MUTE_STATE_LIVE;
	call(fixture, "Mute");
	run_until(fixture, &fake.hurries, 1);
	assert_int_equal(fake.requests, 0);
	private_bus_stop();
	run_until(fixture, &fake.requests, 1);
	assert_false(fake.asked_live);
	assert_null(fake.done);
	assert_string_equal(fake.reason, "asked by nobody");
	private_bus_start();
}

/* Nor does a flood, behind which the answer stands. */
static void test_mutes_in_a_flood(void **state)
{
	const unsigned count = FLOOD_MESSAGES + 40;	/* the bus has a limit of its own */
	struct fixture *fixture = *state;
	const char *name;

	/* they are all there when the loop looks */
	assert_true(sd_bus_get_unique_name(fixture->client, &name) >= 0);
	fake.no_answer = true;
	fake.state = MUTE_STATE_LIVE;
	for (unsigned i = 0; i < count; i++)
		call(fixture, "Mute");
	usleep(500000);
	run_until(fixture, &fake.requests, count);
	assert_int_equal(fake.hurries, count);
	assert_string_equal(fake.reason, "asked by nobody");
	fake.done = NULL;
}

/* Nor many of which the bus does not say whose they are. */
static void test_many_mutes_without_a_name(void **state)
{
	struct fixture *fixture = *state;

	fake.no_answer = true;
	fake.state = MUTE_STATE_LIVE;
	for (unsigned i = 1; i <= 20; i++) {
		call(fixture, "Mute");
		run_until(fixture, &fake.hurries, i);
		run(fixture, 0.02);
	}
	assert_int_equal(fake.requests, 4);
	fake.done = NULL;
}

/* Reads key after key until name is found and leaves the message at its value. */
static void find_key(sd_bus_message *message, const char *name, const char *signature)
{
	const char *key;

	while (sd_bus_message_enter_container(message, 'e', "sv") > 0) {
		assert_true(sd_bus_message_read(message, "s", &key) > 0);
		if (!strcmp(key, name)) {
			assert_true(sd_bus_message_enter_container(message, 'v', signature) > 0);
			return;
		}
		assert_true(sd_bus_message_skip(message, "v") >= 0);
		assert_true(sd_bus_message_exit_container(message) >= 0);
	}
	fail_msg("no key %s", name);
}

static void enter_status(struct fixture *fixture)
{
	call(fixture, "Status");
	wait_for_answer(fixture);
	assert_false(sd_bus_message_is_method_error(answer, NULL));
	assert_true(sd_bus_message_enter_container(answer, 'a', "{sv}") > 0);
}

static void check_string(struct fixture *fixture, const char *list, const char *key,
			 const char *expected)
{
	const char *value;

	enter_status(fixture);
	if (list) {
		find_key(answer, list, "aa{sv}");
		assert_true(sd_bus_message_enter_container(answer, 'a', "a{sv}") > 0);
		assert_true(sd_bus_message_enter_container(answer, 'a', "{sv}") > 0);
	}
	find_key(answer, key, "s");
	assert_true(sd_bus_message_read(answer, "s", &value) > 0);
	assert_string_equal(value, expected);
}

static void test_status(void **state)
{
	struct fixture *fixture = *state;
	struct reader_info *reader = &fake.readers.reader[5];
	struct twin *twin = &fixture->daemon.twins[2];
	uint64_t frames;

	check_string(fixture, NULL, "State", "muted");
	check_string(fixture, NULL, "Verdict", "muted, tested");
	check_string(fixture, NULL, "Reason", "key ? pressed");
	check_string(fixture, NULL, "Mode", "session");
	enter_status(fixture);
	find_key(answer, "LiveUntil", "t");
	answer = sd_bus_message_unref(answer);
	check_string(fixture, "Evidence", "Detail", "why");

	fixture->daemon.session = false;
	*twin = (struct twin){ .used = true, .number = 2, .readers = 1,
			       .mic = { .card = 3, .device = 1, .card_name = "Card \x1b[2J",
					.formats = 1u << 2 } };
	*reader = (struct reader_info){ .state = READER_STATE_RUNNING, .twin = 2, .frames = 1ull << 40,
					.format = 2, .rate = 48000 };
	memset(reader->program, 'p', sizeof(reader->program));	/* a driver gone mad */
	check_string(fixture, NULL, "Mode", "system");
	check_string(fixture, "Microphones", "CardName", "Card ?[2J");
	check_string(fixture, "Microphones", "Twin", "/dev/snd/pcmC3D1c");
	check_string(fixture, "Microphones", "Node", "/dev/hardmute/pcmC3D1c");
	check_string(fixture, "Microphones", "Hardware", "foreign");
	check_string(fixture, "Microphones", "Switch", "locked");
	check_string(fixture, "Microphones", "OwnerProgram", "thief");
	check_string(fixture, "Readers", "Twin", "/dev/snd/pcmC3D1c");
	check_string(fixture, "Readers", "Format", "S16_LE");

	enter_status(fixture);
	find_key(answer, "Readers", "aa{sv}");
	assert_true(sd_bus_message_enter_container(answer, 'a', "a{sv}") > 0);
	assert_true(sd_bus_message_enter_container(answer, 'a', "{sv}") > 0);
	find_key(answer, "Frames", "t");
	assert_true(sd_bus_message_read(answer, "t", &frames) > 0);
	assert_true(frames == 1ull << 40);
	answer = sd_bus_message_unref(answer);
}

/* C6: what bus_state_changed announced is with the bus when it returns. */
static void test_change_is_out_at_return(void **state)
{
	struct fixture *fixture = *state;
	char line[512] = "", command[256];
	FILE *monitor;

	snprintf(command, sizeof(command), "exec dbus-monitor --address %s \"type='signal',"
		 "interface='org.freedesktop.DBus.Properties'\"", getenv("DBUS_SESSION_BUS_ADDRESS"));
	monitor = popen(command, "r");
	assert_non_null(monitor);
	usleep(500000);
	fake.state = MUTE_STATE_LIVE;
	bus_state_changed(fixture->bus);	/* and the loop is not run */
	while (fgets(line, sizeof(line), monitor) && !strstr(line, "string \"live\""))
		;
	assert_non_null(strstr(line, "live"));
	private_bus_stop();		/* ends the monitor */
	while (fgets(line, sizeof(line), monitor))
		;
	pclose(monitor);
}

static void test_second_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct bus *second = NULL;
	double start = now();

	assert_int_equal(bus_start(&second, fixture->event, &fixture->daemon, true), -EEXIST);
	assert_true(now() - start < 2);
	run(fixture, 1.5);
	check_string(fixture, NULL, "State", "muted");
	answer = sd_bus_message_unref(answer);
}

static void test_lost_and_found(void **state)
{
	struct fixture *fixture = *state;

	call(fixture, "Unmute");
	wait_for_request(fixture);
	private_bus_stop();
	run(fixture, 0.3);
	assert_int_equal(fake.lost, 1);
	assert_null(fake.done);			/* the caller is gone, so nobody is answered */
	bus_state_changed(fixture->bus);	/* harmless */
	run(fixture, 1.5);			/* fails once more */
	private_bus_start();
	run(fixture, 3);
	sd_bus_close_unref(fixture->client);
	assert_true(sd_bus_open_user(&fixture->client) >= 0);
	assert_true(sd_bus_attach_event(fixture->client, fixture->event, 0) >= 0);
	check_string(fixture, NULL, "State", "muted");
	answer = sd_bus_message_unref(answer);
	assert_int_equal(fake.lost, 1);
}

static void test_absent_at_start(void **state)
{
	struct fixture *fixture = *state;

	bus_stop(fixture->bus);
	private_bus_stop();
	fixture->bus = NULL;
	assert_int_equal(bus_start(&fixture->bus, fixture->event, &fixture->daemon, true), 0);
	bus_state_changed(fixture->bus);
	private_bus_start();
	run(fixture, 1.5);
	sd_bus_close_unref(fixture->client);
	assert_true(sd_bus_open_user(&fixture->client) >= 0);
	assert_true(sd_bus_attach_event(fixture->client, fixture->event, 0) >= 0);
	check_string(fixture, NULL, "State", "muted");
	answer = sd_bus_message_unref(answer);
	assert_int_equal(fake.lost, 0);
}

/* A bus that hangs costs a second once, not one for each change, and the mute. */
static void test_hung_bus(void **state)
{
	struct fixture *fixture = *state;

	kill(private_bus_pid, SIGSTOP);
	for (int i = 0; i < 100000; i++)	/* sd-bus may have a socket buffer of 8 MB */
		bus_state_changed(fixture->bus);
	run(fixture, 0.1);
	assert_int_equal(fake.lost, 1);
	kill(private_bus_pid, SIGCONT);
}

/* A hung bus at start does not keep the daemon from starting. */
static void test_hung_bus_at_start(void **state)
{
	struct fixture *fixture = *state;
	double start;

	bus_stop(fixture->bus);
	fixture->bus = NULL;
	kill(private_bus_pid, SIGSTOP);
	start = now();
	assert_int_equal(bus_start(&fixture->bus, fixture->event, &fixture->daemon, true), 0);
	assert_true(now() - start < 5);
	kill(private_bus_pid, SIGCONT);
	run(fixture, 1);
	check_string(fixture, NULL, "State", "muted");
	answer = sd_bus_message_unref(answer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_reply_after_the_fence, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_toggle, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_unmute_for, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_mute_ends_questions, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_unmute_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_mute_without_a_name, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_mutes_in_a_flood, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_many_mutes_without_a_name, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_status, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_change_is_out_at_return, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_second_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_lost_and_found, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_absent_at_start, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_hung_bus, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_hung_bus_at_start, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("bus", tests, private_bus_set_up, private_bus_tear_down);
}
