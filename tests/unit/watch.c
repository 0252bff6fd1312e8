/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When the verdict is looked at anew, and who is told; folders in a directory, the evidence a fake. */
// links: daemon/watch
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../daemon/bus.h"
#include "../../daemon/daemon.h"
#include "../../daemon/evidence.h"
#include "../../daemon/history.h"
#include "../../daemon/led.h"
#include "../../daemon/mute.h"
#include "../../daemon/watch.h"
#include "names.h"

static char root[64];
static struct daemon state_of_all;
static struct {
	enum mute_state state;
	const char *verdict, *detail;
	unsigned looks, told, written, invalid;
	bool proven;		/* as the lights show it */
} fake;

enum mute_state mute_get_state(const struct mute *mute)
{
	(void)mute;
	return fake.state;
}

void evidence_collect(const struct daemon *daemon, const char *where, struct evidence *evidence)
{
	assert_ptr_equal(daemon, &state_of_all);
	assert_ptr_equal(where, root);
	evidence->count = 1;
	evidence->check[0].result = EVIDENCE_RESULT_OK;
	strcpy(evidence->check[0].detail, fake.detail);
	fake.looks++;
}

void evidence_get_verdict(const struct evidence *evidence, enum mute_state state, char *verdict,
			  size_t size)
{
	(void)evidence;
	assert_int_equal(state, fake.state);
	snprintf(verdict, size, "%s", fake.verdict);
}

void history_verdict(struct history *history, const char *verdict)
{
	assert_null(history);
	assert_ptr_not_equal(verdict, NULL);
	fake.written++;
}

void leds_set_proven(struct leds *leds, bool proven)
{
	assert_null(leds);
	assert_int_equal(fake.state, MUTE_STATE_MUTED);
	fake.proven = proven;
}

void bus_evidence_changed(struct bus *bus)
{
	assert_null(bus);
	fake.invalid++;
}

void bus_verdict_changed(struct bus *bus)
{
	assert_null(bus);
	fake.told++;
}

static void shell(const char *what)
{
	char command[512];

	snprintf(command, sizeof(command), "cd %s && %s", root, what);
	assert_int_equal(system(command), 0);
}

struct fixture {
	sd_event *event;
	struct watch *watch;
};

/* Until nothing has happened for 0.2 s. Returns how often the evidence was asked. */
static unsigned settle(struct fixture *fixture)
{
	unsigned before = fake.looks;

	while (sd_event_run(fixture->event, 200000) > 0)
		;
	return fake.looks - before;
}

static int set_up(void **state)
{
	static struct fixture fixture;

	strcpy(root, "/tmp/hardmute-watch-XXXXXX");
	if (!mkdtemp(root))
		return -1;
	memset(&fake, 0, sizeof(fake));
	fake.state = MUTE_STATE_MUTED;
	fake.verdict = "muted, proven";
	fake.detail = "";
	shell("mkdir -p ." RUN_DIR "/dev/snd ." RUN_DIR "/dev/bus/usb dev/snd etc/udev/rules.d run/udev");
	*state = &fixture;
	if (sd_event_new(&fixture.event) < 0)
		return -1;
	assert_int_equal(watch_start(&fixture.watch, fixture.event, root, &state_of_all), 0);
	assert_int_equal(settle(&fixture), 1);
	assert_int_equal(fake.told, 0);
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	watch_stop(fixture->watch);
	sd_event_unref(fixture->event);
	shell("rm -r $PWD");
	return 0;
}

static void check_watched(struct fixture *fixture, const char *change)
{
	shell(change);
	assert_int_equal(settle(fixture), 1);
	assert_int_equal(settle(fixture), 0);
}

static void test_folders(void **state)
{
	static const char *const changes[] = {
		"touch ." RUN_DIR "/dev/snd/pcmC0D0c", "chmod 666 ." RUN_DIR "/dev/snd/pcmC0D0c",
		"mv ." RUN_DIR "/dev/snd/pcmC0D0c ." RUN_DIR "/dev/other", "rm ." RUN_DIR "/dev/other",
		"touch dev/snd/pcmC0D0c", "ln -s /dev/null etc/udev/rules.d/72-hardmute.rules",
		"touch etc/group", "mkdir ." RUN_DIR "/dev/bus/usb/003", "touch ." RUN_DIR "/dev/bus/usb/003/001",
		"mkdir run/udev/rules.d", "touch run/udev/rules.d/72-hardmute.rules",
		"rm -r run/udev/rules.d", "mkdir run/udev/rules.d", "touch run/udev/rules.d/x",
	};

	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++)
		check_watched(*state, changes[i]);
}

/* Else the mixer's answer would bring the next question, for ever. */
static void test_own_use(void **state)
{
	check_watched(*state, "touch dev/snd/controlC0");
	shell("touch dev/snd/pcmC0D0c");
	settle(*state);
	shell("cat dev/snd/controlC0 dev/snd/pcmC0D0c && ls dev/snd");
	assert_int_equal(settle(*state), 0);
}

static void test_news(void **state)
{
	struct fixture *fixture = *state;

	fake.verdict = "muted, not proven: a";
	watch_look_soon(fixture->watch);
	watch_look_soon(fixture->watch);
	assert_true(fake.proven);
	assert_int_equal(settle(fixture), 1);
	assert_int_equal(fake.told, 1);
	assert_false(fake.proven);
	watch_look_soon(fixture->watch);
	settle(fixture);
	assert_int_equal(fake.told, 1);
	fake.verdict = "muted, not proven: b";
	watch_look_soon(fixture->watch);
	settle(fixture);
	assert_int_equal(fake.told, 2);
	fake.verdict = "muted, proven";
	watch_look_soon(fixture->watch);
	settle(fixture);
	assert_int_equal(fake.told, 3);
	assert_int_equal(fake.written, 3);
}

/* Nothing that the verdict depends on, but what was told is not true any more. */
static void test_evidence(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(fake.invalid, 1);	/* the first look */
	watch_look_soon(fixture->watch);
	settle(fixture);
	assert_int_equal(fake.invalid, 1);
	fake.detail = "1 reader";
	fake.state = MUTE_STATE_LIVE;
	fake.verdict = "live";
	watch_look_soon(fixture->watch);
	settle(fixture);
	assert_int_equal(fake.invalid, 2);
	assert_int_equal(fake.told, 0);
}

/* Whoever changes the state tells it; in between there is no verdict. */
static void test_state(void **state)
{
	struct fixture *fixture = *state;

	fake.state = MUTE_STATE_LIVE;
	fake.verdict = "live";
	watch_look_soon(fixture->watch);
	settle(fixture);
	fake.state = MUTE_STATE_MUTING;
	watch_look_soon(fixture->watch);
	assert_int_equal(settle(fixture), 0);
	fake.state = MUTE_STATE_MUTED;
	fake.verdict = "muted, proven";
	watch_look_soon(fixture->watch);
	settle(fixture);
	assert_int_equal(fake.told, 0);
	watch_look_soon(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_folders, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_own_use, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_news, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_evidence, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_state, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("watch", tests, NULL, NULL);
}
