/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The order in which a mute is carried out (contract C6), told by fakes of all
 * parts that write down when they were called.
 */
// links: daemon/mute daemon/policy daemon/limit daemon/duration
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "../../daemon/authority.h"
#include "../../daemon/bus.h"
#include "../../daemon/daemon.h"
#include "../../daemon/driver.h"
#include "../../daemon/history.h"
#include "../../daemon/led.h"
#include "../../daemon/mixer.h"
#include "../../daemon/mute.h"
#include "../../daemon/now.h"
#include "../../daemon/twin.h"
#include "../../daemon/watch.h"

static struct {
	struct daemon daemon;
	char told[512];		/* what happened, in order */
	uint64_t seq;		/* of the last fence, of the last suspend */
	uint64_t suspend_seq;
	int link_error;
	bool rests;		/* the driver does */
	pid_t pid;
	enum mute_state mixer_state;	/* as the mixer was told */
	/* one more request from inside a callback */
	bool again, again_live;
	bool refreshed;		/* the lights, after sleep */
	bool lit_at_once;	/* what a light answers */
	unsigned light_us;	/* how long it takes to tell the lights */
	bool loss_while_telling;
	unsigned entries;	/* of the history */
	unsigned states;	/* told to the authority */
	unsigned flood;		/* so many harmless events while telling */
} test;

static void tell(const char *what)
{
	size_t used = strlen(test.told);

	snprintf(test.told + used, sizeof(test.told) - used, "%s%s", used ? " " : "", what);
}

static void expect(const char *told)
{
	assert_string_equal(test.told, told);
	test.told[0] = 0;
}

static const struct mute_cause cause = { .text = "the test" };

void twins_close_gates(struct daemon *daemon)
{
	assert_ptr_equal(daemon, &test.daemon);
	tell("close");
}

void twins_open_gates(struct daemon *daemon, int64_t now_ns)
{
	assert_ptr_equal(daemon, &test.daemon);
	assert_true(now_ns > 0);
	assert_int_equal(mute_get_state(daemon->mute), MUTE_STATE_LIVE);
	tell("open");
}

void twins_settle_feeds(struct daemon *daemon)
{
	assert_ptr_equal(daemon, &test.daemon);
}

void watch_look_soon(struct watch *watch)
{
	assert_null(watch);
}

void mixer_settle(struct mixer *mixer, enum mute_state state)
{
	assert_null(mixer);
	test.mixer_state = state;
}

void leds_show_live(struct leds *leds)
{
	assert_null(leds);
	tell("light-live");
	if (test.lit_at_once)
		mute_on_event(test.daemon.mute, POLICY_EVENT_LIT, "lit");
}

/* Only where there are lights is it told. */
void leds_show_muted(struct leds *leds)
{
	assert_null(leds);
	assert_int_not_equal(mute_get_state(test.daemon.mute), MUTE_STATE_LIVE);
	usleep(test.light_us);
	if (test.told[0] && strstr(test.told, "light"))
		tell("light-muted");
}

void leds_refresh(struct leds *leds)
{
	assert_null(leds);
	test.refreshed = true;
}

int link_send(struct link *link, enum link_type type, uint64_t seq)
{
	(void)link;
	if (test.link_error)
		return test.link_error;
	switch ((int)type) {
	case LINK_FENCE:
		tell("fence");
		test.seq = seq;
		break;
	case LINK_SUSPEND:
		tell("suspend");
		test.suspend_seq = seq;
		break;
	case LINK_RESUME:
		tell("resume");
		break;
	default:
		fail();
	}
	return 0;
}

/* Before the gates are closed it would say nothing. */
bool link_driver_rests(const struct link *link)
{
	(void)link;
	assert_non_null(strstr(test.told, "close"));
	return test.rests;
}

void link_ring_bell(struct link *link)
{
	(void)link;
	assert_int_equal(mute_get_state(test.daemon.mute), MUTE_STATE_MUTED);
	tell("bell");
}

void driver_kill(struct driver *driver, const char *why)
{
	(void)driver;
	assert_non_null(why);
	tell("kill");
}

pid_t driver_get_pid(const struct driver *driver)
{
	(void)driver;
	return test.pid;
}

void bus_state_changed(struct bus *bus)
{
	(void)bus;
	tell(mute_get_state(test.daemon.mute) == MUTE_STATE_MUTED ? "show-muted" : "show-live");
	if (test.loss_while_telling) {
		test.loss_while_telling = false;
		mute_on_event(test.daemon.mute, POLICY_EVENT_LOST, "the bus was lost");
	}
	for (; test.flood; test.flood--)
		mute_on_event(test.daemon.mute, POLICY_EVENT_RESUME, "awake");
}

void bus_limit_changed(struct bus *bus)
{
	(void)bus;
	tell("show-limit");
}

void bus_cancel_asks(struct bus *bus)
{
	(void)bus;
	tell("cancel-asks");
}

/* Before anybody is told: who may do what may have changed with it. */
void authority_state_changed(struct authority *authority)
{
	assert_null(authority);
	test.states++;
}

/* After everybody has been told. */
void history_state_changed(struct history *history)
{
	(void)history;
	assert_int_not_equal(mute_get_state(test.daemon.mute), MUTE_STATE_MUTING);
	test.entries++;
}

static void on_done(void *userdata, int error)
{
	char text[64];

	snprintf(text, sizeof(text), "%s=%d", (const char *)userdata, error);
	tell(text);
	if (test.again) {
		test.again = false;
		mute_request(test.daemon.mute, test.again_live, &cause, on_done, (void *)"again");
	}
}

static void ask(bool live, const char *name)
{
	mute_request(test.daemon.mute, live, &cause, on_done, (void *)name);
}

static int setup(void **unused)
{
	(void)unused;
	memset(&test, 0, sizeof(test));
	test.pid = 4711;
	assert_int_equal(sd_event_new(&test.daemon.event), 0);
	assert_int_equal(mute_new(&test.daemon.mute, &test.daemon), 0);
	return 0;
}

static int setup_live(void **unused)
{
	setup(unused);
	mute_on_event(test.daemon.mute, POLICY_EVENT_DRIVER_READY, "ready");
	ask(true, "live");
	expect("show-live open live=0");
	return 0;
}

static int teardown(void **unused)
{
	(void)unused;
	mute_free(test.daemon.mute);
	sd_event_unref(test.daemon.event);
	return 0;
}

static void test_starts_muted(void **unused)
{
	(void)unused;
	assert_int_equal(mute_get_state(test.daemon.mute), MUTE_STATE_MUTED);
	assert_int_equal(mute_get_fence_us(test.daemon.mute), -1);
	assert_string_equal(mute_get_reason(test.daemon.mute), "hardmuted started");
	ask(true, "live");
	expect("live=-107");	/* -ENOTCONN: no driver */
	ask(false, "mute");
	expect("mute=0");
}

static void test_order(void **unused)
{
	(void)unused;
	ask(false, "mute");
	expect("close fence");
	assert_int_equal(mute_get_state(test.daemon.mute), MUTE_STATE_MUTING);
	assert_int_equal(test.mixer_state, MUTE_STATE_MUTING);
	assert_string_equal(mute_state_word(mute_get_state(test.daemon.mute)), "live");
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("show-muted mute=0");
	assert_int_equal(mute_get_state(test.daemon.mute), MUTE_STATE_MUTED);
	assert_int_equal(test.mixer_state, MUTE_STATE_MUTED);
	assert_string_equal(mute_get_reason(test.daemon.mute), "the test");
	assert_int_equal(test.entries, 2);
	assert_in_range(mute_get_fence_us(test.daemon.mute), 0, 1000000);
}

/* The cause is found out when nothing passes any more, and nobody is told before. */
static void test_hurry(void **unused)
{
	(void)unused;
	mute_hurry(test.daemon.mute);
	expect("close fence");
	ask(false, "mute");
	mute_hurry(test.daemon.mute);
	mute_on_event(test.daemon.mute, POLICY_EVENT_LOST, "something else");
	expect("");
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("show-muted mute=0");
	assert_string_equal(mute_get_reason(test.daemon.mute), "the test");
	mute_hurry(test.daemon.mute);
	expect("");
}

static void test_fenced_before_the_reason(void **unused)
{
	(void)unused;
	mute_hurry(test.daemon.mute);
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("close fence");
	assert_int_equal(sd_event_run(test.daemon.event, 1200000), 0);	/* nobody is late */
	expect("");
	assert_int_equal(mute_get_state(test.daemon.mute), MUTE_STATE_MUTING);
	ask(false, "mute");
	expect("show-muted bell mute=0");
	assert_in_range(mute_get_fence_us(test.daemon.mute), 0, 999999);
	assert_string_equal(mute_get_reason(test.daemon.mute), "the test");
}

/* Something else gives a reason before. */
static void test_hurry_for_another(void **unused)
{
	(void)unused;
	mute_hurry(test.daemon.mute);
	mute_on_fenced(test.daemon.mute, test.seq);
	mute_on_event(test.daemon.mute, POLICY_EVENT_LOST, "something else");
	expect("close fence show-muted bell");
	assert_string_equal(mute_get_reason(test.daemon.mute), "something else");
	ask(false, "mute");
	expect("mute=0");
	assert_string_equal(mute_get_reason(test.daemon.mute), "something else");
}

/* The next one is not held up by it. */
static void test_driver_lost_before_the_reason(void **unused)
{
	(void)unused;
	mute_hurry(test.daemon.mute);
	mute_on_event(test.daemon.mute, POLICY_EVENT_DRIVER_LOST, "the driver died");
	expect("close fence show-muted");
	mute_on_event(test.daemon.mute, POLICY_EVENT_DRIVER_READY, "the driver came");
	ask(true, "live");
	expect("show-live open live=0");
	ask(false, "mute");
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("close fence show-muted mute=0");
}

/* The reminder needs what a switch turns off. */
static void test_reminder(void **unused)
{
	(void)unused;
	test.daemon.config.remind = true;
	ask(false, "mute");
	assert_int_equal(test.mixer_state, MUTE_STATE_MUTING);
	mute_on_fenced(test.daemon.mute, test.seq);
	assert_int_equal(test.mixer_state, MUTE_STATE_LIVE);
	test.daemon.config.remind = false;
	mute_reload(test.daemon.mute);
	assert_int_equal(test.mixer_state, MUTE_STATE_MUTED);
}

/* It is not asked; whoever waits for the reason of a hurried mute is told with it. */
static void test_at_rest(void **unused)
{
	(void)unused;
	test.rests = true;
	ask(false, "mute");
	expect("close show-muted bell mute=0");
	assert_in_range(mute_get_fence_us(test.daemon.mute), 0, 1000000);
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("");
	ask(true, "live");
	expect("show-live open live=0");
	mute_hurry(test.daemon.mute);
	expect("close");
	usleep(20000);
	test.told[0] = 0;
	ask(false, "mute");
	expect("show-muted bell mute=0");
	assert_in_range(mute_get_fence_us(test.daemon.mute), 0, 19999);
	assert_string_equal(mute_get_reason(test.daemon.mute), cause.text);
}

/* What is told after the fence is no part of the time to it. */
static void test_key_to_fence(void **unused)
{
	struct mute_cause key = { .text = "a key", .key_us = now_us() };

	(void)unused;
	test.light_us = 20000;
	test.rests = true;
	mute_request(test.daemon.mute, false, &key, NULL, NULL);
	assert_in_range(mute_get_key_us(test.daemon.mute), 0, 19999);
	assert_in_range(mute_get_fence_us(test.daemon.mute), 0, 19999);
}

/* A driver that was at rest once is asked the next time it works. */
static void test_at_rest_no_more(void **unused)
{
	(void)unused;
	test.rests = true;
	ask(false, "mute");
	ask(true, "live");
	test.told[0] = 0;
	test.rests = false;
	ask(false, "mute");
	expect("close fence");
	assert_int_equal(mute_get_state(test.daemon.mute), MUTE_STATE_MUTING);
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("show-muted mute=0");
}

static void test_old_fence_proves_nothing(void **unused)
{
	uint64_t old;

	(void)unused;
	ask(false, "mute");
	old = test.seq;
	mute_on_fenced(test.daemon.mute, old);
	ask(true, "live");
	ask(false, "mute");
	test.told[0] = 0;
	assert_int_not_equal(test.seq, old);
	mute_on_fenced(test.daemon.mute, old);
	mute_on_fenced(test.daemon.mute, test.seq + 1);
	expect("");
	assert_int_equal(mute_get_state(test.daemon.mute), MUTE_STATE_MUTING);
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("show-muted mute=0");
}

static void test_joined_and_overtaken(void **unused)
{
	(void)unused;
	ask(false, "first");
	ask(true, "live");
	ask(false, "second");
	expect("close fence live=-125");	/* -ECANCELED */
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("show-muted first=0 second=0");
}

static void test_live_after_the_fence(void **unused)
{
	(void)unused;
	ask(false, "mute");
	ask(true, "live");
	expect("close fence");
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("show-muted mute=0 show-live open live=0");
}

static void test_late_fence_kills(void **unused)
{
	struct timespec before, after;

	(void)unused;
	ask(false, "mute");
	expect("close fence");
	clock_gettime(CLOCK_MONOTONIC, &before);
	while (!*test.told)
		assert_true(sd_event_run(test.daemon.event, 100000) >= 0);
	clock_gettime(CLOCK_MONOTONIC, &after);
	assert_in_range((after.tv_sec - before.tv_sec) * 1000 +
			(after.tv_nsec - before.tv_nsec) / 1000000, 900, 1500);
	expect("kill");
	mute_on_event(test.daemon.mute, POLICY_EVENT_DRIVER_LOST, "killed");
	expect("show-muted mute=0");
	assert_string_equal(mute_get_reason(test.daemon.mute), "the test");
}

static void test_fence_that_cannot_be_sent(void **unused)
{
	(void)unused;
	test.link_error = -ENOTCONN;
	ask(false, "mute");
	expect("close kill");
	mute_on_event(test.daemon.mute, POLICY_EVENT_DRIVER_LOST, "killed");
	expect("show-muted mute=0");
}

/* Should the parts disagree about whether there is a driver: no process, nothing to fence. */
static void test_no_process_to_kill(void **unused)
{
	(void)unused;
	test.pid = 0;
	mute_on_event(test.daemon.mute, POLICY_EVENT_LINK_LOST, "gone");
	expect("close show-muted");
	assert_int_equal(mute_get_state(test.daemon.mute), MUTE_STATE_MUTED);
}

static void test_loss(void **unused)
{
	(void)unused;
	mute_on_event(test.daemon.mute, POLICY_EVENT_LOST, "the microphone was lost");
	expect("close fence");
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("show-muted");
	assert_string_equal(mute_get_reason(test.daemon.mute), "the microphone was lost");
}

static void test_a_key_is_measured(void **unused)
{
	struct mute_cause key = { .text = "F20 on keys", .key = "F20", .device = "keys" };
	int64_t before_us = now_us();

	(void)unused;
	assert_int_equal(mute_get_key_us(test.daemon.mute), -1);
	key.key_us = before_us - 7000;
	mute_request(test.daemon.mute, false, &key, NULL, NULL);
	assert_int_equal(mute_get_key_us(test.daemon.mute), -1);	/* not muted yet */
	mute_on_fenced(test.daemon.mute, test.seq);
	assert_in_range(mute_get_key_us(test.daemon.mute), 7000, 7000 + now_us() - before_us);
	assert_int_equal(mute_get_came_us(test.daemon.mute), key.key_us);
	assert_string_equal(mute_get_cause(test.daemon.mute)->device, "keys");
	assert_string_equal(mute_get_reason(test.daemon.mute), "F20 on keys");
	/* the same key again changes nothing; what comes next is no key's */
	key.key_us = now_us();
	mute_request(test.daemon.mute, false, &key, NULL, NULL);
	assert_true(mute_get_came_us(test.daemon.mute) < key.key_us);
	ask(true, "live");
	assert_int_equal(mute_get_key_us(test.daemon.mute), -1);
	assert_in_range(mute_get_came_us(test.daemon.mute), before_us, now_us());
	key.key_us = now_us() - 100;
	ask(false, "mute");
	mute_request(test.daemon.mute, true, &key, NULL, NULL);
	mute_on_fenced(test.daemon.mute, test.seq);
	assert_int_equal(mute_get_state(test.daemon.mute), MUTE_STATE_LIVE);
	assert_string_equal(mute_get_cause(test.daemon.mute)->key, "F20");
}

static void test_wishes_are_counted(void **unused)
{
	uint64_t wishes = mute_get_wishes(test.daemon.mute);

	(void)unused;
	ask(true, "live");
	assert_int_equal(mute_get_wishes(test.daemon.mute), wishes);
	ask(false, "mute");
	mute_on_fenced(test.daemon.mute, test.seq);
	assert_int_equal(mute_get_wishes(test.daemon.mute), wishes + 1);
	ask(false, "again");
	mute_on_event(test.daemon.mute, POLICY_EVENT_LOST, "lost while muted");
	assert_int_equal(mute_get_wishes(test.daemon.mute), wishes + 3);
	assert_int_equal(mute_get_woke_us(test.daemon.mute), 0);
	mute_resume(test.daemon.mute);
	assert_int_equal(mute_get_wishes(test.daemon.mute), wishes + 3);
	assert_true(mute_get_woke_us(test.daemon.mute) > 0);
}

static void test_request_from_an_answer(void **unused)
{
	(void)unused;
	test.again = test.again_live = true;
	ask(false, "mute");
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("close fence show-muted mute=0 show-live open again=0");
	test.again = true;
	test.again_live = false;
	ask(true, "live");
	expect("live=0 close fence");
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("show-muted again=0");
}

/* Going live, and the bus dies in the moment it is told: the gates must not stay open. */
static void test_loss_while_telling(void **unused)
{
	(void)unused;
	ask(false, "mute");
	mute_on_fenced(test.daemon.mute, test.seq);
	test.told[0] = 0;
	test.loss_while_telling = true;
	ask(true, "live");
	expect("show-live open live=0 close fence");
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("show-muted");
}

static void test_flood_ends_in_a_loss(void **unused)
{
	(void)unused;
	ask(false, "mute");
	mute_on_fenced(test.daemon.mute, test.seq);
	test.told[0] = 0;
	test.flood = 8;
	ask(true, "live");
	expect("show-live open live=0");
	ask(false, "mute");
	mute_on_fenced(test.daemon.mute, test.seq);
	test.told[0] = 0;
	test.flood = 9;		/* one more than is remembered */
	ask(true, "live");
	expect("show-live open live=0 close fence");
}

static void test_lights_come_first(void **unused)
{
	(void)unused;
	mute_on_event(test.daemon.mute, POLICY_EVENT_DRIVER_READY, "ready");
	mute_on_event(test.daemon.mute, POLICY_EVENT_LIGHTS, "one");
	ask(true, "live");
	expect("light-live");
	assert_int_equal(mute_get_state(test.daemon.mute), MUTE_STATE_MUTED);
	mute_on_event(test.daemon.mute, POLICY_EVENT_LIT, "lit");
	expect("show-live open live=0");
	ask(false, "mute");
	mute_on_fenced(test.daemon.mute, test.seq);
	test.told[0] = 0;
	test.lit_at_once = true;
	ask(true, "live");
	expect("light-live show-live open live=0");
}

static void test_a_light_fails(void **unused)
{
	(void)unused;
	mute_on_event(test.daemon.mute, POLICY_EVENT_DRIVER_READY, "ready");
	mute_on_event(test.daemon.mute, POLICY_EVENT_LIGHTS, "one");
	ask(true, "live");
	mute_on_event(test.daemon.mute, POLICY_EVENT_NOT_LIT, "broken");
	expect("light-live light-muted live=-121");	/* -EREMOTEIO */
	ask(true, "live");
	ask(false, "mute");
	expect("light-live light-muted live=-125 mute=0");
	mute_on_event(test.daemon.mute, POLICY_EVENT_LIT, "late");
	expect("");
	assert_int_equal(mute_get_state(test.daemon.mute), MUTE_STATE_MUTED);
}

static void test_forget(void **unused)
{
	static char name[] = "mute";

	(void)unused;
	mute_request(test.daemon.mute, false, &cause, on_done, name);
	mute_forget(test.daemon.mute, name);
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("close fence show-muted");
}

static void test_suspend(void **unused)
{
	(void)unused;
	mute_suspend(test.daemon.mute, on_done, (void *)"asleep");
	expect("close fence suspend");
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("show-muted");
	ask(true, "live");
	expect("live=-16");	/* -EBUSY */
	mute_on_suspended(test.daemon.mute, test.suspend_seq - 1);
	expect("");
	mute_on_suspended(test.daemon.mute, test.suspend_seq);
	expect("asleep=0");
	assert_false(test.refreshed);
	mute_resume(test.daemon.mute);
	expect("resume");
	assert_true(test.refreshed);
	assert_int_equal(mute_get_state(test.daemon.mute), MUTE_STATE_MUTED);
}

static void test_suspend_without_driver(void **unused)
{
	(void)unused;
	mute_suspend(test.daemon.mute, on_done, (void *)"asleep");
	expect("asleep=0");
	mute_on_event(test.daemon.mute, POLICY_EVENT_DRIVER_READY, "ready");
	expect("suspend");
	mute_resume(test.daemon.mute);
	expect("resume");
}

static void test_suspend_and_the_driver_dies(void **unused)
{
	(void)unused;
	mute_suspend(test.daemon.mute, on_done, (void *)"asleep");
	expect("close fence suspend");
	mute_on_event(test.daemon.mute, POLICY_EVENT_DRIVER_LOST, "died");
	expect("show-muted asleep=0");
}

static void test_free_answers(void **unused)
{
	(void)unused;
	ask(false, "mute");
	ask(true, "live");
	test.told[0] = 0;
	test.again = true;	/* too late: this one is told the same */
	mute_free(test.daemon.mute);
	test.daemon.mute = NULL;
	expect("mute=-125 again=-125 live=-125");
}

static uint64_t get_rest_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_BOOTTIME, &now);
	return mute_get_live_until_us(test.daemon.mute) / 1000 - (uint64_t)now.tv_sec * 1000 -
	       (uint64_t)now.tv_nsec / 1000000;
}

static void wait_until_told(void)
{
	while (!*test.told)
		assert_true(sd_event_run(test.daemon.event, 5000000) > 0);
}

static void test_limit(void **unused)
{
	(void)unused;
	mute_on_event(test.daemon.mute, POLICY_EVENT_DRIVER_READY, "ready");
	mute_request_live(test.daemon.mute, 200000, &cause, on_done, (void *)"live");
	expect("show-live open live=0");
	assert_in_range(get_rest_ms(), 100, 200);
	wait_until_told();
	expect("close fence");
	assert_int_equal(mute_get_live_until_us(test.daemon.mute), 0);
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("show-muted");
	assert_string_equal(mute_get_reason(test.daemon.mute), "live for 1 s, as asked");
}

static void test_limit_is_replaced(void **unused)
{
	(void)unused;
	assert_int_equal(mute_get_live_until_us(test.daemon.mute), 0);
	mute_request_live(test.daemon.mute, 100000, &cause, on_done, (void *)"short");
	expect("show-limit short=0");
	assert_in_range(get_rest_ms(), 0, 100);
	mute_request_live(test.daemon.mute, 60000000, &cause, on_done, (void *)"long");
	expect("show-limit long=0");
	assert_in_range(get_rest_ms(), 59000, 60000);
	ask(true, "ever");
	expect("show-limit ever=0");
	assert_int_equal(mute_get_live_until_us(test.daemon.mute), 0);
	assert_int_equal(sd_event_run(test.daemon.event, 200000), 0);
	ask(false, "mute");
	mute_request_live(test.daemon.mute, 50000, &cause, on_done, (void *)"again");
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("close fence show-muted mute=0 show-live open again=0");
	wait_until_told();
	expect("close fence");
}

static void test_longest(void **unused)
{
	(void)unused;
	mute_on_event(test.daemon.mute, POLICY_EVENT_DRIVER_READY, "ready");
	test.daemon.config.max_live_us = 100000;
	mute_request_live(test.daemon.mute, 60000000, &cause, on_done, (void *)"live");
	expect("show-live open live=0");
	wait_until_told();
	expect("close fence");
	mute_on_fenced(test.daemon.mute, test.seq);
	assert_string_equal(mute_get_reason(test.daemon.mute), "live for 1 s, the longest allowed");
	test.told[0] = 0;
	ask(true, "live");
	expect("show-live open live=0");
	assert_in_range(get_rest_ms(), 0, 100);
	/* a time of its own that is shorter holds */
	mute_request_live(test.daemon.mute, 1000, &cause, on_done, (void *)"short");
	assert_in_range(get_rest_ms(), 0, 1);
}

static void test_longest_comes_later(void **unused)
{
	(void)unused;
	mute_reload(test.daemon.mute);
	expect("");
	assert_int_equal(mute_get_live_until_us(test.daemon.mute), 0);
	test.daemon.config.max_live_us = 60000000;
	mute_reload(test.daemon.mute);
	expect("show-limit");
	assert_in_range(get_rest_ms(), 59000, 60000);
	test.daemon.config.max_live_us = 100000;
	mute_reload(test.daemon.mute);
	test.daemon.config.max_live_us = 60000000;
	mute_reload(test.daemon.mute);	/* never lengthens */
	assert_in_range(get_rest_ms(), 0, 100);
	test.told[0] = 0;
	wait_until_told();
	expect("close fence");
	mute_reload(test.daemon.mute);
	expect("");
}

static void test_mute_ends_questions(void **unused)
{
	(void)unused;
	mute_ask(test.daemon.mute);
	expect("");
	ask(false, "mute");
	expect("close fence cancel-asks");
	mute_on_fenced(test.daemon.mute, test.seq);
	expect("show-muted mute=0");
	mute_ask(test.daemon.mute);
	mute_on_event(test.daemon.mute, POLICY_EVENT_LOST, "the key device was lost");
	expect("cancel-asks");
	ask(false, "mute");
	expect("mute=0");
	assert_int_equal(test.states, 2);
}

#define TEST(test, setup) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_starts_muted, setup),
		TEST(test_order, setup_live),
		TEST(test_hurry, setup_live),
		TEST(test_fenced_before_the_reason, setup_live),
		TEST(test_hurry_for_another, setup_live),
		TEST(test_driver_lost_before_the_reason, setup_live),
		TEST(test_reminder, setup_live),
		TEST(test_at_rest, setup_live),
		TEST(test_key_to_fence, setup_live),
		TEST(test_at_rest_no_more, setup_live),
		TEST(test_old_fence_proves_nothing, setup_live),
		TEST(test_joined_and_overtaken, setup_live),
		TEST(test_live_after_the_fence, setup_live),
		TEST(test_late_fence_kills, setup_live),
		TEST(test_fence_that_cannot_be_sent, setup_live),
		TEST(test_no_process_to_kill, setup_live),
		TEST(test_loss, setup_live),
		TEST(test_a_key_is_measured, setup_live),
		TEST(test_wishes_are_counted, setup_live),
		TEST(test_request_from_an_answer, setup_live),
		TEST(test_loss_while_telling, setup_live),
		TEST(test_flood_ends_in_a_loss, setup_live),
		TEST(test_lights_come_first, setup),
		TEST(test_a_light_fails, setup),
		TEST(test_forget, setup_live),
		TEST(test_suspend, setup_live),
		TEST(test_suspend_without_driver, setup),
		TEST(test_suspend_and_the_driver_dies, setup_live),
		TEST(test_limit, setup),
		TEST(test_limit_is_replaced, setup_live),
		TEST(test_longest, setup),
		TEST(test_longest_comes_later, setup_live),
		TEST(test_mute_ends_questions, setup_live),
		TEST(test_free_answers, setup_live),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
