/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Questions whether somebody may unmute, on a private bus with a polkit that
 * this file plays: it answers when a test says so. The mute and the authority
 * are played, too.
 */
// links: daemon/ask daemon/polkit daemon/caller daemon/connection daemon/text
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

#include "../../daemon/ask.h"
#include "../../daemon/authority.h"
#include "../../daemon/daemon.h"
#include "../../daemon/now.h"
#include "names.h"
#include "private_bus.h"

#define CALLERS 20

static struct {
	sd_event *event;
	struct daemon daemon;
	struct asks *asks;
	sd_bus *service, *polkit, *caller[CALLERS];
	sd_bus_message *question[CALLERS];	/* to polkit, in the order they came */
	unsigned questions, cancelled;
	char message[160], id[32];
	uint32_t flags;
	sd_bus_message *answer;		/* the last one that a caller got */
	unsigned answers;
	unsigned granted, told_mute;
	uint64_t limit_us;
	struct caller who;
	enum authority_answer judgement;
} test;

void mute_ask(struct mute *mute)
{
	(void)mute;
	test.told_mute++;
}

enum authority_answer authority_judge_caller(struct daemon *daemon, const struct caller *caller,
					     char *why, size_t size)
{
	assert_ptr_equal(daemon, &test.daemon);
	assert_int_equal(caller->uid, getuid());
	snprintf(why, size, "the screen is locked");
	return test.judgement;
}

static void on_granted(void *userdata, sd_bus_message *call, uint64_t limit_us,
		       const struct caller *caller)
{
	assert_ptr_equal(userdata, &test);
	test.granted++;
	test.limit_us = limit_us;
	test.who = *caller;
	assert_true(sd_bus_reply_method_return(call, "s", "live") >= 0);
}

static int on_unmute(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	(void)userdata;
	(void)error;
	return asks_start(test.asks, call, 77);
}

static int on_check(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	const char *kind, *key, *name, *action, *detail, *message, *id;

	(void)userdata;
	(void)error;
	assert_in_range(test.questions, 0, CALLERS - 1);
	assert_true(sd_bus_message_read(call, "(sa{sv})sa{ss}us", &kind, 1, &key, "s", &name, &action, 1,
					&detail, &message, &test.flags, &id) > 0);
	assert_string_equal(kind, "system-bus-name");
	assert_string_equal(key, "name");
	assert_string_equal(action, "org.hardmute.unmute");
	assert_string_equal(detail, "polkit.message");
	assert_int_equal(name[0], ':');		/* a unique name, which nobody can take */
	snprintf(test.message, sizeof(test.message), "%s", message);
	snprintf(test.id, sizeof(test.id), "%s", id);
	test.question[test.questions++] = sd_bus_message_ref(call);
	return 1;
}

static int on_cancel(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	const char *id;

	(void)userdata;
	(void)error;
	assert_true(sd_bus_message_read(call, "s", &id) > 0);
	test.cancelled++;
	return sd_bus_reply_method_return(call, NULL);
}

static const sd_bus_vtable service_vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_METHOD("Unmute", "", "s", on_unmute, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_VTABLE_END
};
/* No vtable: with one sd-bus would not let a wrong answer out. */
static int on_polkit_call(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	const char *interface = "org.freedesktop.PolicyKit1.Authority";

	if (sd_bus_message_is_method_call(call, interface, "CheckAuthorization"))
		return on_check(call, userdata, error);
	if (sd_bus_message_is_method_call(call, interface, "CancelCheckAuthorization"))
		return on_cancel(call, userdata, error);
	return 0;
}

static void connect_bus(sd_bus **bus)
{
	assert_true(sd_bus_open_system(bus) >= 0);
	assert_true(sd_bus_attach_event(*bus, test.event, 0) >= 0);
}

static void start_polkit(void)
{
	connect_bus(&test.polkit);
	assert_true(sd_bus_add_object(test.polkit, NULL, "/org/freedesktop/PolicyKit1/Authority",
				      on_polkit_call, NULL) >= 0);
	assert_true(sd_bus_request_name(test.polkit, "org.freedesktop.PolicyKit1", 0) >= 0);
}

static int set_up(void **state)
{
	(void)state;
	memset(&test, 0, sizeof(test));
	test.judgement = AUTHORITY_ASK;
	private_bus_start();
	assert_true(sd_event_new(&test.event) >= 0);
	connect_bus(&test.service);
	assert_true(sd_bus_add_object_vtable(test.service, NULL, BUS_PATH, BUS_INTERFACE,
					     service_vtable, NULL) >= 0);
	assert_true(sd_bus_request_name(test.service, BUS_NAME, 0) >= 0);
	start_polkit();
	assert_int_equal(asks_new(&test.asks, &test.daemon, on_granted, &test), 0);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	asks_free(test.asks);
	for (unsigned i = 0; i < test.questions; i++)
		sd_bus_message_unref(test.question[i]);
	for (unsigned i = 0; i < CALLERS; i++)
		sd_bus_close_unref(test.caller[i]);
	sd_bus_message_unref(test.answer);
	sd_bus_close_unref(test.polkit);
	sd_bus_close_unref(test.service);
	sd_event_unref(test.event);
	private_bus_stop();
	return 0;
}

static int on_answer(sd_bus_message *message, void *userdata, sd_bus_error *error)
{
	(void)userdata;
	(void)error;
	sd_bus_message_unref(test.answer);
	test.answer = sd_bus_message_ref(message);
	test.answers++;
	return 0;
}

static void call(unsigned i, bool interactive)
{
	sd_bus_message *message;

	if (!test.caller[i])
		connect_bus(&test.caller[i]);
	assert_true(sd_bus_message_new_method_call(test.caller[i], &message, BUS_NAME, BUS_PATH,
						   BUS_INTERFACE, "Unmute") >= 0);
	sd_bus_message_set_allow_interactive_authorization(message, interactive);
	assert_true(sd_bus_call_async(test.caller[i], NULL, message, on_answer, NULL, 0) >= 0);
	sd_bus_message_unref(message);
}

static void wait_until(const unsigned *count, unsigned value)
{
	private_bus_wait_ms(test.event, 10000, count, value);
}

static void run_a_while(void)
{
	private_bus_run_for_ms(test.event, 300);
}

static void answer_question(unsigned i, bool yes, bool challenge)
{
	assert_true(sd_bus_reply_method_return(test.question[i], "(bba{ss})", (int)yes, (int)challenge,
					       0) >= 0);
}

static void check_refused(const char *error, const char *words)
{
	assert_true(sd_bus_message_is_method_error(test.answer, error));
	assert_non_null(strstr(sd_bus_message_get_error(test.answer)->message, words));
}

static void test_yes(void **state)
{
	char expected[160];

	(void)state;
	call(0, true);
	wait_until(&test.questions, 1);
	assert_int_equal(test.told_mute, 1);
	assert_int_equal(test.flags, 1);
	snprintf(expected, sizeof(expected), "Authentication is needed to unmute the microphone, asked "
		 "by ask (pid %d, uid %u)", getpid(), getuid());
	assert_string_equal(test.message, expected);
	assert_int_equal(test.granted, 0);
	answer_question(0, true, false);
	wait_until(&test.answers, 1);
	assert_int_equal(test.granted, 1);
	assert_int_equal(test.limit_us, 77);
	assert_int_equal(test.who.pid, getpid());
	/* and nothing is remembered */
	call(0, false);
	wait_until(&test.questions, 2);
	assert_int_equal(test.flags, 0);
	assert_int_equal(test.granted, 1);
	assert_int_equal(test.cancelled, 0);
}

static void test_no(void **state)
{
	(void)state;
	call(0, true);
	wait_until(&test.questions, 1);
	answer_question(0, false, false);
	wait_until(&test.answers, 1);
	check_refused(BUS_ERROR_NOT_PERMITTED, "polkit says no");
	call(0, false);
	wait_until(&test.questions, 2);
	answer_question(1, false, true);
	wait_until(&test.answers, 2);
	check_refused(SD_BUS_ERROR_INTERACTIVE_AUTHORIZATION_REQUIRED, "does not allow it");
	call(0, true);
	wait_until(&test.questions, 3);
	answer_question(2, false, true);
	wait_until(&test.answers, 3);
	check_refused(BUS_ERROR_NOT_PERMITTED, "no polkit agent runs");
	call(0, true);
	wait_until(&test.questions, 4);
	assert_true(sd_bus_reply_method_return(test.question[3], "(bba{ss})", 0, 0, 1,
					       "polkit.dismissed", "true") >= 0);
	wait_until(&test.answers, 4);
	check_refused(BUS_ERROR_NOT_PERMITTED, "closed the question");
	assert_int_equal(test.granted, 0);
}

/* An error, an answer of another form, no polkit: all of them are no. */
static void test_polkit_is_broken(void **state)
{
	(void)state;
	call(0, true);
	wait_until(&test.questions, 1);
	assert_true(sd_bus_reply_method_errorf(test.question[0], "org.freedesktop.PolicyKit1.Error.Failed",
					       "broken") >= 0);
	wait_until(&test.answers, 1);
	check_refused(BUS_ERROR_NOT_PERMITTED, "polkit cannot be asked: broken");
	call(0, true);
	wait_until(&test.questions, 2);
	assert_true(sd_bus_reply_method_return(test.question[1], "b", 1) >= 0);
	wait_until(&test.answers, 2);
	check_refused(BUS_ERROR_NOT_PERMITTED, "cannot be understood");
	test.polkit = sd_bus_close_unref(test.polkit);
	call(0, true);
	wait_until(&test.answers, 3);
	check_refused(BUS_ERROR_NOT_PERMITTED, "polkit cannot be asked");
	assert_int_equal(test.granted, 0);
}

static void test_authority_says_no(void **state)
{
	(void)state;
	test.judgement = AUTHORITY_NO;
	call(0, true);
	wait_until(&test.answers, 1);
	check_refused(BUS_ERROR_NOT_PERMITTED, "the screen is locked");
	assert_int_equal(test.questions, 0);
	/* locked while the user was asked */
	test.judgement = AUTHORITY_ASK;
	call(0, true);
	wait_until(&test.questions, 1);
	test.judgement = AUTHORITY_NO;
	answer_question(0, true, false);
	wait_until(&test.answers, 2);
	check_refused(BUS_ERROR_NOT_PERMITTED, "the screen is locked");
	assert_int_equal(test.granted, 0);
}

static void test_authority_says_yes(void **state)
{
	(void)state;
	test.judgement = AUTHORITY_YES;
	call(0, false);
	wait_until(&test.granted, 1);
	assert_int_equal(test.questions, 0);
}

static void test_mute_wins(void **state)
{
	(void)state;
	call(0, true);
	wait_until(&test.questions, 1);
	answer_question(0, true, false);	/* "yes" is on its way when the mute comes */
	sd_bus_flush(test.polkit);
	asks_cancel(test.asks);
	wait_until(&test.answers, 1);
	check_refused(BUS_ERROR_FAILED, "A mute came first");
	wait_until(&test.cancelled, 1);
	run_a_while();
	assert_int_equal(test.granted, 0);
	asks_cancel(test.asks);
}

static void test_caller_leaves(void **state)
{
	const char *name, *service;
	sd_bus_message *lie;

	(void)state;
	call(0, true);
	wait_until(&test.questions, 1);
	test.caller[0] = sd_bus_close_unref(test.caller[0]);
	wait_until(&test.cancelled, 1);
	answer_question(0, true, false);
	run_a_while();
	assert_int_equal(test.granted, 0);
	/* somebody says that another one has left */
	call(3, true);
	wait_until(&test.questions, 2);
	connect_bus(&test.caller[4]);
	assert_true(sd_bus_get_unique_name(test.caller[3], &name) >= 0);
	assert_true(sd_bus_get_unique_name(test.service, &service) >= 0);
	assert_true(sd_bus_message_new_signal(test.caller[4], &lie, "/org/freedesktop/DBus",
					      "org.freedesktop.DBus", "NameOwnerChanged") >= 0);
	assert_true(sd_bus_message_append(lie, "sss", name, name, "") >= 0);
	assert_true(sd_bus_send_to(test.caller[4], lie, service, NULL) >= 0);
	sd_bus_message_unref(lie);
	run_a_while();
	answer_question(1, false, false);
	wait_until(&test.answers, 1);
	check_refused(BUS_ERROR_NOT_PERMITTED, "polkit says no");
	/* before the bus has said who it is */
	call(1, true);
	sd_bus_flush(test.caller[1]);
	test.caller[1] = sd_bus_close_unref(test.caller[1]);
	run_a_while();
	assert_int_equal(test.questions, 2);
	assert_int_equal(test.granted, 0);
	call(2, true);
	wait_until(&test.questions, 3);
}

static void test_bounds(void **state)
{
	(void)state;
	for (unsigned i = 0; i < 4; i++)
		call(i, true);
	wait_until(&test.answers, 2);
	check_refused(BUS_ERROR_NOT_PERMITTED, "being asked already");
	run_a_while();
	assert_int_equal(test.questions, ASKS_PER_USER);
	answer_question(0, false, false);
	wait_until(&test.answers, 3);
	call(0, true);
	wait_until(&test.questions, 3);
	answer_question(1, false, false);
	answer_question(2, false, false);
	wait_until(&test.answers, 5);
	for (unsigned i = 3; i < ASKS_FAILURES; i++) {
		call(0, true);
		wait_until(&test.questions, i + 1);
		answer_question(i, false, false);
		wait_until(&test.answers, i + 3);
	}
	call(0, true);
	wait_until(&test.answers, ASKS_FAILURES + 3);
	check_refused(BUS_ERROR_NOT_PERMITTED, "Refused too often");
	assert_int_equal(test.questions, ASKS_FAILURES);
	assert_int_equal(test.granted, 0);
}

static void test_flood(void **state)
{
	(void)state;
	for (unsigned i = 0; i < 200; i++)
		call(i % CALLERS, true);
	wait_until(&test.answers, 200 - ASKS_PER_USER);
	wait_until(&test.questions, ASKS_PER_USER);
	asks_drop(test.asks);
	run_a_while();
	assert_int_equal(test.answers, 200 - ASKS_PER_USER);
	assert_int_equal(test.questions, ASKS_PER_USER);
	assert_int_equal(test.granted, 0);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_yes), TEST(test_no), TEST(test_polkit_is_broken), TEST(test_authority_says_no),
		TEST(test_authority_says_yes), TEST(test_mute_wins), TEST(test_caller_leaves),
		TEST(test_bounds), TEST(test_flood),
	};

	return cmocka_run_group_tests_name("ask", tests, private_bus_set_up, private_bus_tear_down);
}
