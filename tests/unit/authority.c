/* SPDX-License-Identifier: GPL-2.0-or-later */
/* May it be unmuted, and what mutes: every answer with seat, logind and mute played by this file. */
// links: daemon/authority
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../../daemon/authority.h"
#include "../../daemon/bus.h"
#include "../../daemon/caller.h"
#include "../../daemon/daemon.h"
#include "../../daemon/logind.h"
#include "../../daemon/mute.h"
#include "../../daemon/seat.h"

#define ALL (CONFIG_MUTE_ON_LOCK | CONFIG_MUTE_ON_LID | CONFIG_MUTE_ON_SWITCH | \
	     CONFIG_MUTE_ON_LOGOUT | CONFIG_MUTE_ON_IDLE)
#define OWN getuid()

static struct {
	struct daemon daemon;
	enum mute_state state;
	bool suspended, known, locked, watches_lid, logged_in, has_user;
	int seat_error;
	struct seat_session session;
	char asked_session[64];
	unsigned mutes, cancelled;
	char reason[96];
	seat_changed_fn *seat_changed;
	const struct logind_callbacks *logind;
	void *userdata;
} test;

void mute_request(struct mute *mute, bool live, const struct mute_cause *cause, mute_done_fn *done,
		  void *userdata)
{
	(void)mute;
	(void)userdata;
	assert_false(live);	/* this part never unmutes */
	assert_null(done);
	test.mutes++;
	strcpy(test.reason, cause->text);
}

enum mute_state mute_get_state(const struct mute *mute)
{
	(void)mute;
	return test.state;
}

bool mute_is_suspended(const struct mute *mute)
{
	(void)mute;
	return test.suspended;
}

void bus_cancel_asks(struct bus *bus)
{
	(void)bus;
	test.cancelled++;
}

int seat_start(struct seat **seat, sd_event *event, seat_changed_fn *changed, void *userdata)
{
	(void)event;
	test.seat_changed = changed;
	test.userdata = userdata;
	*seat = test.seat_error ? NULL : (struct seat *)&test;
	return test.seat_error;
}

void seat_stop(struct seat *seat)
{
	(void)seat;
}

void seat_get_session(struct seat_session *session)
{
	*session = test.session;
}

bool seat_has_user(uid_t uid)
{
	assert_int_equal(uid, 1000);
	return test.has_user;
}

bool seat_is_logged_in(uid_t uid)
{
	return uid == 1000 && test.logged_in;
}

int logind_start(struct logind **logind, sd_event *event, const struct logind_callbacks *callbacks,
		 void *userdata)
{
	(void)event;
	(void)userdata;
	test.logind = callbacks;
	*logind = NULL;
	return 0;
}

void logind_stop(struct logind *logind)
{
	(void)logind;
}

void logind_set_session(struct logind *logind, const char *id)
{
	(void)logind;
	strcpy(test.asked_session, id);
}

void logind_wait(struct logind *logind, int64_t timeout_us)
{
	(void)logind;
	assert_true(timeout_us > 0);
}

bool logind_is_known(const struct logind *logind)
{
	(void)logind;
	return test.known;
}

bool logind_is_locked(const struct logind *logind)
{
	(void)logind;
	return test.locked;
}

void logind_watch_lid(struct logind *logind, bool watch)
{
	(void)logind;
	test.watches_lid = watch;
}

static void start(void)
{
	assert_int_equal(authority_start(&test.daemon.authority, NULL, &test.daemon), 0);
}

static int set_up(void **state)
{
	(void)state;
	memset(&test, 0, sizeof(test));
	test.known = test.logged_in = test.has_user = true;
	test.session = (struct seat_session){ "c1", true, 1000 };
	test.daemon.config = (struct config){ .unmute = CONFIG_UNMUTE_ASK, .mute_on = ALL };
	start();
	assert_string_equal(test.asked_session, "c1");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	authority_stop(test.daemon.authority);
	return 0;
}

static void judge(uid_t uid, enum authority_answer expected, const char *words)
{
	const struct caller caller = { .uid = uid };
	char why[128] = "";

	assert_int_equal(authority_judge_caller(&test.daemon, &caller, why, sizeof(why)), expected);
	assert_non_null(strstr(why, words));
}

static void press(const char *words)
{
	char why[128] = "";

	assert_int_equal(authority_may_key_unmute(&test.daemon, why, sizeof(why)), !*words);
	if (!strstr(why, words))
		fail_msg("'%s' says not '%s'", why, words);
}

static void refuse_all(const char *words)
{
	judge(0, AUTHORITY_NO, words);
	judge(1000, AUTHORITY_NO, words);
	press(words);
}

static void expect_mute(const char *reason)
{
	assert_int_equal(test.mutes, 1);
	assert_string_equal(test.reason, reason);
	test.mutes = 0;
}

static void test_modes(void **state)
{
	(void)state;
	judge(1000, AUTHORITY_ASK, "");
	judge(0, AUTHORITY_ASK, "");
	judge((uid_t)-1, AUTHORITY_NO, "nobody knows");
	press("");
	test.daemon.config.unmute = CONFIG_UNMUTE_SESSION;
	judge(1000, AUTHORITY_YES, "");
	judge(0, AUTHORITY_YES, "");
	judge((uid_t)-1, AUTHORITY_NO, "nobody knows");
	test.has_user = false;
	judge(1000, AUTHORITY_NO, "only the user at this computer");
	press("");
	test.daemon.config.unmute = CONFIG_UNMUTE_KEY;
	judge(1000, AUTHORITY_NO, "only a key");
	judge(0, AUTHORITY_NO, "only a key");
	press("");
}

static void test_locked(void **state)
{
	(void)state;
	test.locked = true;
	refuse_all("the screen is locked");
	test.daemon.config.unmute = CONFIG_UNMUTE_SESSION;
	refuse_all("the screen is locked");
	test.daemon.config.mute_on = ALL & ~CONFIG_MUTE_ON_LOCK;
	judge(1000, AUTHORITY_YES, "");
	press("");
	test.suspended = true;
	refuse_all("asleep");
}

static void test_unknown(void **state)
{
	(void)state;
	test.known = false;
	refuse_all("logind does not answer");
	test.daemon.config.mute_on = CONFIG_MUTE_ON_IDLE;
	refuse_all("logind does not answer");
	test.daemon.config.mute_on = 0;		/* a computer without logind */
	test.session = (struct seat_session){ "", false, (uid_t)-1 };
	press("");
	judge(0, AUTHORITY_ASK, "");
	test.daemon.authority = (authority_stop(test.daemon.authority), NULL);
	refuse_all("starting or stopping");
	test.seat_error = -ENOENT;
	start();
	press("");
	test.known = true;
	test.daemon.config.mute_on = ALL;
	refuse_all("logind does not answer");
}

static void test_nobody_there(void **state)
{
	(void)state;
	test.session = (struct seat_session){ "c2", false, 110 };	/* the greeter */
	test.seat_changed(test.userdata);
	press("no user's session");
	judge(0, AUTHORITY_ASK, "");
	test.daemon.config.mute_on = 0;
	press("");
}

static void test_session_mode(void **state)
{
	(void)state;
	test.daemon.session = true;
	test.known = false;
	test.session.uid = OWN;
	test.seat_changed(test.userdata);
	judge(OWN, AUTHORITY_YES, "");		/* ask is session there */
	judge(0, AUTHORITY_YES, "");
	judge(OWN + 1, AUTHORITY_NO, "only the user");
	press("");
	test.session.uid = OWN + 1;
	test.seat_changed(test.userdata);
	press("another user's session");
	test.session = (struct seat_session){ "", false, (uid_t)-1 };
	test.seat_changed(test.userdata);
	press("");
	test.locked = true;
	judge(OWN, AUTHORITY_NO, "the screen is locked");
	press("the screen is locked");
	test.locked = false;
	test.daemon.config.unmute = CONFIG_UNMUTE_KEY;
	judge(OWN, AUTHORITY_NO, "only a key");
	test.mutes = 0;
	test.logind->lost(test.userdata, "logind is gone");
	assert_int_equal(test.mutes, 0);
}

static void test_causes(void **state)
{
	(void)state;
	test.logind->locked(test.userdata);
	expect_mute("the screen was locked");
	test.logind->lid_closed(test.userdata);
	expect_mute("the lid was closed");
	test.logind->idle(test.userdata);
	expect_mute("nobody uses the computer");
	test.logind->switched(test.userdata);
	expect_mute("another session became active");
	test.seat_changed(test.userdata);	/* nothing new */
	assert_int_equal(test.mutes, 0);
	strcpy(test.session.id, "c2");
	test.seat_changed(test.userdata);
	expect_mute("another session became active");
	assert_string_equal(test.asked_session, "c2");
	test.session.user = false;
	test.seat_changed(test.userdata);
	expect_mute("no user's session is active at this computer");
	test.known = false;
	test.logind->lost(test.userdata, "logind is gone");
	expect_mute("logind is gone");

	test.daemon.config.mute_on = 0;
	test.logind->locked(test.userdata);
	test.logind->lid_closed(test.userdata);
	test.logind->idle(test.userdata);
	test.logind->switched(test.userdata);
	test.logind->lost(test.userdata, "logind is gone");
	assert_int_equal(test.mutes, 0);
}

static void test_logout(void **state)
{
	(void)state;
	test.state = MUTE_STATE_LIVE;
	authority_state_changed(test.daemon.authority);
	assert_true(test.watches_lid);
	test.seat_changed(test.userdata);
	assert_int_equal(test.mutes, 0);
	test.logged_in = false;
	test.seat_changed(test.userdata);
	expect_mute("user 1000, who unmuted, has logged out");
	test.seat_changed(test.userdata);
	assert_int_equal(test.mutes, 0);

	/* root is not logged in: there is nothing that could end */
	test.logged_in = true;
	authority_set_owner(test.daemon.authority, 0);
	test.logged_in = false;
	test.seat_changed(test.userdata);
	assert_int_equal(test.mutes, 0);
	test.logged_in = true;
	authority_set_owner(test.daemon.authority, 1000);
	test.state = MUTE_STATE_MUTED;
	authority_state_changed(test.daemon.authority);
	assert_false(test.watches_lid);
	test.logged_in = false;
	test.seat_changed(test.userdata);
	assert_int_equal(test.mutes, 0);
	authority_state_changed(NULL);
	authority_set_owner(NULL, 1000);
}

static void test_reload(void **state)
{
	(void)state;
	authority_reload(test.daemon.authority);
	assert_int_equal(test.cancelled, 1);
	assert_int_equal(test.mutes, 0);
	test.locked = true;
	authority_reload(test.daemon.authority);
	expect_mute("the screen is locked");
	test.daemon.config.mute_on = 0;
	authority_reload(test.daemon.authority);
	assert_int_equal(test.mutes, 0);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_modes), TEST(test_locked), TEST(test_unknown), TEST(test_nobody_there),
		TEST(test_session_mode), TEST(test_causes), TEST(test_logout), TEST(test_reload),
	};

	return cmocka_run_group_tests_name("authority", tests, NULL, NULL);
}
