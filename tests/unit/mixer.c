/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The mixer's two halves: what the main thread wants becomes what is done to
 * the cards, and a card that hangs delays nobody. Cards and UCM are played by
 * this file; a call of the mixer's thread is a word in "told".
 */
// links: daemon/mixer daemon/mixer_thread
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../../daemon/bus.h"
#include "../../daemon/daemon.h"
#include "../../daemon/mixer.h"
#include "../../daemon/mixer_card.h"
#include "../../daemon/ucm.h"
#include "../../daemon/watch.h"

static struct {
	struct daemon daemon;
	struct mixer *mixer;
	unsigned notices, looks_soon;
	/* what follows is under the lock */
	pthread_mutex_t lock;
	char told[512];
	struct mixer_look look;
	bool lockable, hangs, bare;
	int load_error, open_error, hold_result;
	unsigned holds;
	ucm_answer_fn *ucm_answer;
	void *ucm_userdata;
	unsigned ucm_card, questions;
	char detail[240];
} test = { .lock = PTHREAD_MUTEX_INITIALIZER };

static void lock(void)
{
	pthread_mutex_lock(&test.lock);
}

static void unlock(void)
{
	pthread_mutex_unlock(&test.lock);
}

static void pause_ms(long ms)
{
	const struct timespec pause = { ms / 1000, ms % 1000 * 1000000 };

	nanosleep(&pause, NULL);
}

/* The same again is not news. */
static void tell(const char *word)
{
	size_t used;

	lock();
	used = strlen(test.told);
	if (used < strlen(word) || strcmp(test.told + used - strlen(word), word) != 0)
		snprintf(test.told + used, sizeof(test.told) - used, "%s%s", used ? " " : "", word);
	unlock();
}

static void wait_while_hanging(void)
{
	bool hangs = true;

	while (hangs) {
		lock();
		hangs = test.hangs;
		unlock();
		if (hangs)
			pause_ms(5);
	}
}

int saved_load(const char *path, struct saved *saved)
{
	(void)path;
	saved->count = 0;
	return test.load_error;
}

int mixer_card_open(struct mixer_card *card, const char *path)
{
	int error;

	*card = (struct mixer_card){ .fd = -1, .count = test.bare ? 0 : 2 };
	assert_string_equal(path, "/dev/snd/controlC1");
	tell("open");
	lock();
	error = test.open_error;
	unlock();
	return error;
}

void mixer_card_close(struct mixer_card *card)
{
	(void)card;
	tell("close");
}

bool mixer_card_has_lockable(const struct mixer_card *card)
{
	bool lockable;

	(void)card;
	lock();
	lockable = test.lockable;
	unlock();
	return lockable;
}

int mixer_card_hold(struct mixer_card *card, bool may_lock, struct saved *saved, const char *path)
{
	int result;

	(void)card;
	(void)saved;
	(void)path;
	tell(may_lock ? "lock" : "hold");
	wait_while_hanging();
	lock();
	test.holds++;
	result = test.hold_result;
	unlock();
	return result;
}

int mixer_card_release(struct mixer_card *card, bool forget, struct saved *saved, const char *path)
{
	(void)card;
	(void)saved;
	(void)path;
	tell(forget ? "release" : "release-at-end");
	wait_while_hanging();
	return 0;
}

int mixer_card_take_events(struct mixer_card *card)
{
	(void)card;
	return 0;
}

void mixer_card_look(const struct mixer_card *card, struct mixer_look *look)
{
	(void)card;
	lock();
	*look = test.look;
	unlock();
}

int ucm_ask(struct ucm **ucm, sd_event *event, unsigned card, ucm_answer_fn *answer, void *userdata)
{
	(void)event;
	test.ucm_answer = answer;
	test.ucm_userdata = userdata;
	test.ucm_card = card;
	test.questions++;
	*ucm = (struct ucm *)&test;
	return 0;
}

void ucm_free(struct ucm *ucm)
{
	assert_true(!ucm || ucm == (struct ucm *)&test);
}

void bus_microphones_changed(struct bus *bus)
{
	(void)bus;
	test.notices++;
}

void watch_look_soon(struct watch *watch)
{
	(void)watch;
	test.looks_soon++;
}

/* Runs the event loop until the mixer's thread has told that, for ten seconds at most. */
static void expect(const char *told)
{
	char now[sizeof(test.told)] = "?";

	for (unsigned i = 0; i < 1000 && strcmp(now, told) != 0; i++) {
		sd_event_run(test.daemon.event, 10000);
		lock();
		strcpy(now, test.told);
		unlock();
	}
	assert_string_equal(now, told);
	lock();
	test.told[0] = '\0';
	unlock();
}

static enum evidence_result check(void)
{
	struct evidence_check answer = { 0 };

	mixer_check(test.mixer, &answer);
	snprintf(test.detail, sizeof(test.detail), "%s", answer.detail);
	return answer.result;
}

static void set_hanging(bool hangs)
{
	lock();
	test.hangs = hangs;
	unlock();
}

static unsigned count_holds(void)
{
	unsigned holds;

	lock();
	holds = test.holds;
	unlock();
	return holds;
}

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int set_up(void **state)
{
	(void)state;
	test.look = (struct mixer_look){ .state = MIXER_STATE_OFF, .switches = 2 };
	test.lockable = test.hangs = test.bare = false;
	test.load_error = test.open_error = test.hold_result = 0;
	test.told[0] = '\0';
	test.holds = test.questions = test.notices = test.looks_soon = 0;
	memset(&test.daemon, 0, sizeof(test.daemon));
	test.daemon.twins[3] = (struct twin){ .used = true, .mic = { .card = 1 } };
	return sd_event_new(&test.daemon.event);
}

static int tear_down(void **state)
{
	(void)state;
	mixer_stop(test.mixer);
	test.mixer = NULL;
	sd_event_unref(test.daemon.event);
	return 0;
}

static void start_muted(void)
{
	assert_int_equal(mixer_start(&test.mixer, &test.daemon), 0);
	mixer_set_card(test.mixer, 1, true);
	mixer_settle(test.mixer, MUTE_STATE_MUTED);
	expect("open hold");
}

static void test_mute_and_live(void **state)
{
	(void)state;
	start_muted();
	mixer_settle(test.mixer, MUTE_STATE_LIVE);
	expect("release close");
	mixer_settle(test.mixer, MUTE_STATE_MUTING);
	assert_int_equal(check(), EVIDENCE_RESULT_NOT_APPLICABLE);
	mixer_settle(test.mixer, MUTE_STATE_MUTED);
	expect("open hold");
	mixer_stop(test.mixer);
	test.mixer = NULL;
	expect("release-at-end close");
}

/* Its module can be unloaded. */
static void test_bare_card_is_not_held_open(void **state)
{
	(void)state;
	test.bare = true;
	test.look = (struct mixer_look){ .switches = 0 };
	assert_int_equal(mixer_start(&test.mixer, &test.daemon), 0);
	mixer_set_card(test.mixer, 1, true);
	mixer_settle(test.mixer, MUTE_STATE_MUTED);
	do
		assert_int_equal(check(), EVIDENCE_RESULT_NOT_APPLICABLE);
	while (strcmp(test.detail, "no card has a capture switch") != 0);
	pthread_mutex_lock(&test.lock);
	assert_string_equal(test.told + strlen(test.told) - 5, "close");
	pthread_mutex_unlock(&test.lock);
}

/* Not before udev has done with it, and only a card with a microphone. */
static void test_waits_for_udev(void **state)
{
	(void)state;
	assert_int_equal(mixer_start(&test.mixer, &test.daemon), 0);
	mixer_set_card(test.mixer, 0, true);
	mixer_settle(test.mixer, MUTE_STATE_MUTED);
	assert_int_equal(check(), EVIDENCE_RESULT_UNKNOWN);
	assert_string_equal(test.detail, "the mixer of card 1 cannot be asked");
	expect("");
	mixer_set_card(test.mixer, 1, true);
	expect("open hold");
	mixer_set_card(test.mixer, 1, true);
	assert_int_equal(check(), EVIDENCE_RESULT_OK);
	mixer_set_card(test.mixer, 1, false);
	expect("hold close");
	mixer_set_card(test.mixer, 1, true);
	expect("open hold");
	test.daemon.twins[3].used = false;
	mixer_settle(test.mixer, MUTE_STATE_MUTED);
	expect("release close");
}

static void test_evidence(void **state)
{
	(void)state;
	assert_string_equal(mixer_get_switch(NULL, 1), "none");
	assert_int_equal(check(), EVIDENCE_RESULT_NOT_APPLICABLE);
	start_muted();
	assert_int_equal(check(), EVIDENCE_RESULT_OK);
	assert_string_equal(test.detail, "2 switches of 1 card off and watched");
	assert_string_equal(mixer_get_switch(test.mixer, 1), "off");
	assert_string_equal(mixer_get_switch(test.mixer, 0), "none");
	assert_string_equal(mixer_get_switch(test.mixer, 1000), "none");
	lock();
	test.look = (struct mixer_look){ .state = MIXER_STATE_LOCKED, .switches = 2, .locked = 1 };
	unlock();
	assert_int_equal(check(), EVIDENCE_RESULT_OK);
	assert_string_equal(test.detail, "2 switches of 1 card off, 1 locked, the others watched");
	assert_string_equal(mixer_get_switch(test.mixer, 1), "locked");
	lock();
	test.look = (struct mixer_look){ .state = MIXER_STATE_ON, .switches = 1, .problem = "it is on" };
	unlock();
	assert_int_equal(check(), EVIDENCE_RESULT_BAD);
	assert_string_equal(test.detail, "it is on");
	lock();
	test.look = (struct mixer_look){ .switches = 0 };
	unlock();
	assert_int_equal(check(), EVIDENCE_RESULT_NOT_APPLICABLE);
	sd_event_run(test.daemon.event, 0);
	assert_true(test.notices > 0);
	assert_int_equal(test.looks_soon, test.notices);
}

static void wait_for_question(unsigned number)
{
	for (unsigned i = 0; i < 1000 && test.questions < number; i++)
		sd_event_run(test.daemon.event, 10000);
	assert_int_equal(test.questions, number);
}

static void test_ucm(void **state)
{
	(void)state;
	test.lockable = true;
	start_muted();
	wait_for_question(1);
	assert_int_equal(test.ucm_card, 1);
	test.ucm_answer(test.ucm_userdata, 1, true);
	assert_int_equal(check(), EVIDENCE_RESULT_OK);
	expect("hold");
	/* another card */
	mixer_set_card(test.mixer, 1, false);
	mixer_set_card(test.mixer, 1, true);
	expect("close open hold");
	wait_for_question(2);
	test.ucm_answer(test.ucm_userdata, 1, false);
	expect("lock");
	assert_int_equal(test.questions, 2);
}

/* The second question does not wait for a card that let the first one wait. */
static void test_hangs(void **state)
{
	int64_t start, first, others;
	enum evidence_result result;

	(void)state;
	start_muted();
	set_hanging(true);
	mixer_settle(test.mixer, MUTE_STATE_LIVE);
	mixer_settle(test.mixer, MUTE_STATE_MUTED);
	start = now_ms();
	result = check();
	first = now_ms() - start;
	for (unsigned i = 0; i < 10; i++)
		check();
	others = now_ms() - start - first;
	set_hanging(false);
	assert_int_equal(result, EVIDENCE_RESULT_UNKNOWN);
	assert_string_equal(test.detail, "a sound card does not answer");
	assert_true(others < 5 * first);
	for (unsigned i = 0; i < 1000 && check() != EVIDENCE_RESULT_OK; i++)
		pause_ms(10);
	assert_int_equal(check(), EVIDENCE_RESULT_OK);
}

/* Tried again later, not in a loop; a new wish is tried at once. */
static void test_fails(void **state)
{
	(void)state;
	test.hold_result = -EIO;
	start_muted();
	for (unsigned i = 0; i < 50; i++)
		check();
	assert_int_equal(count_holds(), 1);
	lock();
	test.hold_result = 0;
	unlock();
	mixer_settle(test.mixer, MUTE_STATE_LIVE);
	expect("release close");
	mixer_settle(test.mixer, MUTE_STATE_MUTED);
	expect("open hold");
}

static void test_somebody_insists(void **state)
{
	(void)state;
	test.hold_result = 1;
	start_muted();
	for (unsigned i = 0; i < 200; i++)
		check();
	assert_in_range(count_holds(), 2, 50);
}

static void test_not_to_be_opened(void **state)
{
	(void)state;
	test.open_error = -EACCES;
	assert_int_equal(mixer_start(&test.mixer, &test.daemon), 0);
	mixer_set_card(test.mixer, 1, true);
	mixer_settle(test.mixer, MUTE_STATE_MUTED);
	expect("open close");
	assert_int_equal(check(), EVIDENCE_RESULT_UNKNOWN);
}

static void test_saved_unknown(void **state)
{
	(void)state;
	test.load_error = -EIO;
	assert_int_equal(mixer_start(&test.mixer, &test.daemon), 0);
	mixer_set_card(test.mixer, 1, true);
	mixer_settle(test.mixer, MUTE_STATE_MUTED);
	assert_int_equal(check(), EVIDENCE_RESULT_UNKNOWN);
	expect("");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_mute_and_live, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_bare_card_is_not_held_open, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_waits_for_udev, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_evidence, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_ucm, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_hangs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_fails, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_somebody_insists, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_not_to_be_opened, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_saved_unknown, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("mixer", tests, NULL, NULL);
}
