/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Keys of keyboards that are pipes in a directory, and what is asked of the
 * mute, which is a fake, as is who may unmute. Times are the events' own.
 */
// links: daemon/hotkey daemon/keyboards daemon/keyboard daemon/chord daemon/config daemon/ini daemon/duration daemon/exempt daemon/light daemon/text
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../daemon/authority.h"
#include "../../daemon/daemon.h"
#include "../../daemon/evidence.h"
#include "../../daemon/history.h"
#include "../../daemon/hotkey.h"
#include "../../daemon/mute.h"
#include "../../daemon/now.h"

#define KEYBOARDS 4

static struct {
	struct daemon daemon;
	char root[64];
	int fd[KEYBOARDS];	/* where the keyboard's events are written */
	int64_t time_us;	/* of the next event */
	char told[512];

	enum mute_state state;
	int64_t came_us, woke_us;
	uint64_t wishes;
	int live_error;
	const char *locked;	/* why nobody may unmute */
	struct chord_keys asked;	/* of the kernel, last */
	bool masked, clocked;
	int mask_error;
	char device[80], key[64];	/* of the last request */
	int64_t key_us;
} test;

static void tell(const char *what)
{
	snprintf(test.told + strlen(test.told), sizeof(test.told) - strlen(test.told), "%s%s",
		 *test.told ? ", " : "", what);
}

int ioctl(int fd, unsigned long request, ...)
{
	const struct input_mask *mask;
	va_list arguments;

	(void)fd;
	va_start(arguments, request);
	mask = va_arg(arguments, void *);
	va_end(arguments);
	errno = test.mask_error;
	if (request == EVIOCGKEYCODE_V2)
		errno = EINVAL;
	else if (request == EVIOCSMASK && mask->type == EV_KEY)
		memcpy(&test.asked, (void *)(uintptr_t)mask->codes_ptr, sizeof(test.asked));
	else if (request == EVIOCSMASK)
		test.masked = *(unsigned long *)(uintptr_t)mask->codes_ptr ==
			      (1 << EV_KEY | 1 << EV_SYN);
	else if (request == EVIOCSCLOCKID)
		test.clocked = *(const int *)(const void *)mask == CLOCK_MONOTONIC && test.masked;
	else
		fail();
	return errno ? -1 : 0;
}

void mute_request(struct mute *mute, bool live, const struct mute_cause *cause, mute_done_fn *done,
		  void *userdata)
{
	(void)mute;
	tell(live ? "live" : "mute");
	strcpy(test.device, cause->device);
	strcpy(test.key, cause->key);
	test.key_us = cause->key_us;
	if (live && test.live_error) {
		done(userdata, test.live_error);
		return;
	}
	test.wishes += !live;
	if (test.state != (live ? MUTE_STATE_LIVE : MUTE_STATE_MUTED))
		test.came_us = cause->key_us;
	test.state = live ? MUTE_STATE_LIVE : MUTE_STATE_MUTED;
}

void mute_on_event(struct mute *mute, enum policy_event event, const char *why)
{
	(void)mute;
	assert_int_equal(event, POLICY_EVENT_LOST);
	tell(why);
	test.state = MUTE_STATE_MUTED;
	test.wishes++;
}

enum mute_state mute_get_state(const struct mute *mute) { (void)mute; return test.state; }
int64_t mute_get_came_us(const struct mute *mute) { (void)mute; return test.came_us; }
int64_t mute_get_woke_us(const struct mute *mute) { (void)mute; return test.woke_us; }
uint64_t mute_get_wishes(const struct mute *mute) { (void)mute; return test.wishes; }
void mute_forget(struct mute *mute, void *userdata) { (void)mute; (void)userdata; }

void history_key_refused(struct history *history, const struct mute_cause *cause, const char *why)
{
	char text[200];

	(void)history;
	snprintf(text, sizeof(text), "refused %s: %s", cause->text, why);
	tell(text);
}

bool authority_may_key_unmute(struct daemon *daemon, char *why, size_t size)
{
	assert_ptr_equal(daemon, &test.daemon);
	if (test.locked)
		snprintf(why, size, "%s", test.locked);
	return !test.locked;
}

__attribute__((format(printf, 1, 2)))
static void shell(const char *format, ...)
{
	char command[1024];
	va_list arguments;
	int length;

	length = snprintf(command, sizeof(command), "cd %s && ", test.root);
	va_start(arguments, format);
	vsnprintf(command + length, sizeof(command) - (size_t)length, format, arguments);
	va_end(arguments);
	assert_int_equal(system(command), 0);
}

/* Everything that is due. */
static void run(void)
{
	while (sd_event_run(test.daemon.event, 0) > 0)
		;
}

static void expect(const char *told)
{
	run();
	assert_string_equal(test.told, told);
	test.told[0] = '\0';
}

/* All keys, and one of the places in /sys/devices. */
static void plug_in(unsigned number, const char *place)
{
	char path[128];

	shell("d=sys/devices/%s/input%u; mkdir -p $d/event%u $d/capabilities; echo Board %u >$d/name;"
	      "ln -sfn .. $d/event%u/device; echo 0:0 >$d/event%u/dev;"
	      "printf 'ffffffffffffffff %%.0s' 1 2 3 4 5 6 >$d/capabilities/key;"
	      "ln -s ../../../$d/event%u sys/class/input; mkdir -p dev/input; mkfifo -m 600 dev/input/event%u",
	      place, number, number, number, number, number, number, number);
	snprintf(path, sizeof(path), "%s/dev/input/event%u", test.root, number);
	test.fd[number] = open(path, O_RDWR | O_CLOEXEC);
	assert_true(test.fd[number] >= 0);
	run();
	test.time_us += 1000000;
	if (test.time_us < now_us() + 10000000)	/* long since */
		test.time_us = now_us() + 10000000;
}

static void pull_out(unsigned number)
{
	shell("rm sys/class/input/event%u dev/input/event%u", number, number);
	close(test.fd[number]);
	test.fd[number] = -1;
	run();
}

static void send_event(unsigned keyboard, uint16_t type, uint16_t code, int32_t value)
{
	struct input_event event = { .type = type, .code = code, .value = value };

	event.input_event_sec = test.time_us / 1000000;
	event.input_event_usec = test.time_us % 1000000;
	assert_int_equal(write(test.fd[keyboard], &event, sizeof(event)), sizeof(event));
}

/* A report, 100 ms after the one before. */
static void key(unsigned keyboard, uint16_t code, int32_t value)
{
	test.time_us += 100000;
	send_event(keyboard, EV_KEY, code, value);
	send_event(keyboard, EV_SYN, SYN_REPORT, 0);
	run();
}

static void type(unsigned keyboard, uint16_t code)
{
	key(keyboard, code, 1);
	key(keyboard, code, 2);
	key(keyboard, code, 0);
}

static void set_key(enum chord_action action, const char *list)
{
	char wrong[160];

	assert_int_equal(chords_set(&test.daemon.config.keys, action, list, wrong, sizeof(wrong)), 0);
}

static int set_up(void **state)
{
	(void)state;
	memset(&test, 0, sizeof(test));
	for (unsigned i = 0; i < KEYBOARDS; i++)
		test.fd[i] = -1;
	strcpy(test.root, "/tmp/hardmute-hotkey-XXXXXX");
	if (!mkdtemp(test.root))
		return -1;
	shell("mkdir -p sys/class/input dev/input etc; echo input:x:104: >etc/group");
	config_defaults(&test.daemon.config);
	set_key(CHORD_ACTION_MUTE, "F9");
	set_key(CHORD_ACTION_UNMUTE, "F10");
	set_key(CHORD_ACTION_TALK, "F11 Ctrl+Space");
	set_key(CHORD_ACTION_HUSH, "F12");
	assert_int_equal(sd_event_new(&test.daemon.event), 0);
	return hotkey_start(&test.daemon.hotkey, test.daemon.event, test.root, &test.daemon);
}

static int set_up_board(void **state)
{
	int error = set_up(state);

	plug_in(0, "platform/i8042/serio0/input");
	return error;
}

static int tear_down(void **state)
{
	(void)state;
	test.told[0] = '\0';
	hotkey_stop(test.daemon.hotkey);
	sd_event_unref(test.daemon.event);
	for (unsigned i = 0; i < KEYBOARDS; i++)
		if (test.fd[i] >= 0)
			close(test.fd[i]);
	shell("rm -r %s", test.root);
	return 0;
}

static void test_toggle(void **state)
{
	(void)state;
	assert_true(test.masked && test.clocked);
	type(0, KEY_F20);
	expect("live");
	assert_string_equal(test.device, "Board 0");
	assert_string_equal(test.key, "F20");
	assert_int_equal(test.key_us, test.time_us - 200000);
	type(0, KEY_MICMUTE);
	expect("mute");
	type(0, KEY_A);
	expect("");
	key(0, KEY_F20, 2);
	key(0, KEY_F20, 0);
	expect("");
	test.state = MUTE_STATE_MUTING;
	type(0, KEY_F20);
	expect("mute");
}

/* Firmware that tells two devices of one press; a worn switch. */
static void test_one_press_told_twice(void **state)
{
	(void)state;
	plug_in(1, "platform/intel-hid/input");
	type(0, KEY_F20);
	expect("live");
	key(0, KEY_F20, 1);
	test.time_us -= 90000;
	key(1, KEY_MICMUTE, 1);
	expect("mute");
	test.time_us -= 60000;
	key(1, KEY_MICMUTE, 0);
	key(1, KEY_MICMUTE, 1);
	expect("live");
}

/* Somebody else mutes just before the key: nobody wanted that undone. */
static void test_not_what_nobody_has_seen(void **state)
{
	(void)state;
	test.state = MUTE_STATE_LIVE;
	test.state = MUTE_STATE_MUTED;
	test.came_us = test.time_us + 95000;
	key(0, KEY_F20, 1);
	expect("");
	test.came_us = test.time_us + 140000;	/* later than the key */
	key(0, KEY_F20, 0);
	key(0, KEY_F20, 1);
	expect("live");
}

static void test_mute_and_unmute(void **state)
{
	(void)state;
	type(0, KEY_F9);
	expect("mute");
	type(0, KEY_F10);
	expect("live");
	type(0, KEY_F10);
	expect("");
	type(0, KEY_F9);
	expect("mute");
	test.live_error = -ENOTCONN;
	type(0, KEY_F10);
	expect("live");
}

static void test_push_to_talk(void **state)
{
	(void)state;
	key(0, KEY_F11, 1);
	expect("live");
	key(0, KEY_F11, 2);
	expect("");
	key(0, KEY_F11, 0);
	expect("mute");
	key(0, KEY_LEFTCTRL, 1);
	key(0, KEY_SPACE, 1);
	expect("live");
	key(0, KEY_LEFTCTRL, 0);
	expect("mute");
	key(0, KEY_SPACE, 0);
	expect("");
	/* muted by somebody else meanwhile: it stays so */
	key(0, KEY_F11, 1);
	type(0, KEY_F9);
	key(0, KEY_F11, 2);
	expect("live, mute");
	key(0, KEY_F11, 0);
	expect("mute");
}

static void test_push_to_mute(void **state)
{
	(void)state;
	type(0, KEY_F12);
	expect("mute");		/* it was muted before */
	type(0, KEY_F10);
	expect("live");
	key(0, KEY_F12, 1);
	expect("mute");
	key(0, KEY_F12, 0);
	expect("live");
	key(0, KEY_F12, 1);
	test.wishes++;		/* the screen is locked */
	key(0, KEY_F12, 0);
	expect("mute");
	type(0, KEY_F10);
	key(0, KEY_F12, 1);
	test.locked = "locked";
	key(0, KEY_F12, 0);
	expect("live, mute, refused F12 on Board 0: locked");
}

/* C5 */
static void test_lost_keyboard(void **state)
{
	(void)state;
	key(0, KEY_F11, 1);
	expect("live");
	pull_out(0);
	expect("Board 0 was lost while push-to-talk was held");
	plug_in(0, "platform/i8042/serio0/input");
	key(0, KEY_F11, 2);
	key(0, KEY_F11, 0);
	expect("");
	type(0, KEY_F20);
	expect("live");
	pull_out(0);		/* nothing is held: a keyboard that falls asleep is no loss */
	expect("");
	plug_in(0, "platform/i8042/serio0/input");
	key(0, KEY_F12, 1);
	expect("mute");
	pull_out(0);
	plug_in(0, "platform/i8042/serio0/input");
	key(0, KEY_F12, 0);
	expect("");
}

/* Another device has the name before anybody has seen that the first is gone. */
static void test_same_name_at_once(void **state)
{
	char path[128];
	int old = test.fd[0];

	(void)state;
	shell("rm dev/input/event0; mkfifo dev/input/event0");
	snprintf(path, sizeof(path), "%s/dev/input/event0", test.root);
	test.fd[0] = open(path, O_RDWR | O_CLOEXEC);
	assert_true(test.fd[0] >= 0);
	run();
	close(old);
	run();
	test.time_us += 10000000;
	type(0, KEY_F20);
	expect("live");
}

static void test_dropped_events(void **state)
{
	(void)state;
	key(0, KEY_F11, 1);
	expect("live");
	send_event(0, EV_SYN, SYN_DROPPED, 0);
	send_event(0, EV_KEY, KEY_F10, 1);
	send_event(0, EV_SYN, SYN_REPORT, 0);
	expect("key events of Board 0 were lost");
	key(0, KEY_F11, 2);
	key(0, KEY_F11, 0);
	expect("");
}

static void test_a_program(void **state)
{
	struct evidence_check check;

	(void)state;
	plug_in(1, "virtual/input");
	type(1, KEY_F20);
	expect("refused F20 on Board 1: a program made this keyboard");
	for (int i = 0; i < 20; i++)
		type(1, KEY_F10);
	key(1, KEY_F11, 1);
	expect("");		/* not each of them */
	key(1, KEY_F11, 0);
	expect("mute");
	type(0, KEY_F10);
	expect("live");
	type(1, KEY_F20);
	expect("mute");
	assert_string_equal(test.device, "Board 1");
	/* its Ctrl does not go with another one's key */
	key(1, KEY_LEFTCTRL, 1);
	type(0, KEY_SPACE);
	expect("");
	hotkey_check(test.daemon.hotkey, &check);
	assert_int_equal(check.result, EVIDENCE_RESULT_OK);
	assert_string_equal(check.detail, "1 of 2 keyboards can unmute; not Board 1: "
			    "a program made this keyboard");

	strcpy(test.daemon.config.trusted, "\"keyd\" \"Board 1\"");
	type(1, KEY_F20);
	expect("live");
	hotkey_check(test.daemon.hotkey, &check);
	assert_string_equal(check.detail, "2 of 2 keyboards can unmute");
}

static void test_refusals_are_counted(void **state)
{
	(void)state;
	test.locked = "locked";
	type(0, KEY_F10);
	expect("refused F10 on Board 0: locked");
	type(0, KEY_F10);
	type(0, KEY_F20);
	expect("");
	usleep(1050000);
	type(0, KEY_F10);
	expect("refused F10 on Board 0: locked; so were 2 before");
}

static void test_writable_node(void **state)
{
	struct evidence_check check;

	(void)state;
	shell("chmod 666 dev/input/event0");
	type(0, KEY_F20);
	expect("refused F20 on Board 0: everybody can press its keys by writing to its node");
	shell("chmod 660 dev/input/event0; chgrp 104 dev/input/event0");
	type(0, KEY_F20);
	expect("live");
	hotkey_check(test.daemon.hotkey, &check);
	assert_int_equal(check.result, EVIDENCE_RESULT_OK);
	shell("echo input:x:104:alice >etc/group");
	hotkey_check(test.daemon.hotkey, &check);
	assert_int_equal(check.result, EVIDENCE_RESULT_BAD);
	assert_string_equal(check.detail, "alice is in group input: programs of that user can press "
			    "every key, and so unmute: gpasswd -d alice input");
	hotkey_check(NULL, &check);
	assert_int_equal(check.result, EVIDENCE_RESULT_NOT_APPLICABLE);
}

/* Held since before: mutes at most. */
static void test_held_keys(void **state)
{
	(void)state;
	test.time_us = now_us() - 100000;
	key(0, KEY_F20, 1);
	expect("refused F20 on Board 0: it may have been held when the keyboard came");
	test.state = MUTE_STATE_LIVE;
	key(0, KEY_F20, 0);
	key(0, KEY_F20, 1);
	expect("mute");
	test.time_us += 10000000;
	test.woke_us = test.time_us;
	usleep(1050000);
	type(0, KEY_F20);
	expect("refused F20 on Board 0: it may have been held when the system woke up");
	test.time_us += 1000000;
	type(0, KEY_F20);
	expect("live");
}

static void test_the_folder_comes_and_goes(void **state)
{
	(void)state;
	shell("rmdir dev/input");
	run();
	plug_in(2, "platform/i8042/serio0/input");
	type(2, KEY_F20);
	expect("live");
	pull_out(2);
	shell("rmdir dev/input");
	run();
	plug_in(2, "platform/i8042/serio0/input");
	type(2, KEY_F20);
	expect("mute");
}

static void test_only_what_is_needed(void **state)
{
	struct chord_keys needed;
	char path[128];

	(void)state;
	chords_needed(&test.daemon.config.keys, &needed);
	assert_memory_equal(&needed, &test.asked, sizeof(needed));
	/* none of the keys: it is not even opened */
	memset(&test.asked, 0, sizeof(test.asked));
	shell("mkdir -p sys/class/input/event3/device/capabilities; cd sys/class/input/event3;"
	      "echo 0:0 >dev; echo 10000000000000 0 >device/capabilities/key;"
	      "mkfifo %s/dev/input/event3", test.root);
	run();
	snprintf(path, sizeof(path), "%s/dev/input/event3", test.root);
	assert_int_equal(open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC), -1);
	/* it gets one, which udev's rules say by a change of the node */
	shell("echo ffffffffffffffff ffffffffffffffff ffffffffffffffff ffffffffffffffff "
	      ">sys/class/input/event3/device/capabilities/key; chmod 640 dev/input/event3");
	run();
	test.fd[3] = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
	assert_true(test.fd[3] >= 0);
	/* a kernel that would send everything is not listened to */
	test.mask_error = EINVAL;
	plug_in(1, "platform/i8042/serio0/input");
	type(1, KEY_F20);
	expect("");
}

static void test_reload(void **state)
{
	(void)state;
	set_key(CHORD_ACTION_TALK, "F11");
	set_key(CHORD_ACTION_TOGGLE, "F1");
	key(0, KEY_F11, 1);
	expect("live");
	hotkey_reload(test.daemon.hotkey);
	expect("Board 0 was lost while push-to-talk was held");
	test.time_us += 10000000;
	type(0, KEY_F20);
	expect("");
	type(0, KEY_F1);
	expect("live");
	key(0, KEY_F11, 1);
	hotkey_reload(test.daemon.hotkey);	/* nothing is new */
	expect("");
	key(0, KEY_F11, 0);
	expect("mute");
}

int main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up_board, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(test_toggle), TEST(test_one_press_told_twice), TEST(test_not_what_nobody_has_seen),
		TEST(test_mute_and_unmute), TEST(test_push_to_talk), TEST(test_push_to_mute),
		TEST(test_lost_keyboard), TEST(test_same_name_at_once), TEST(test_dropped_events), TEST(test_a_program),
		TEST(test_refusals_are_counted), TEST(test_writable_node), TEST(test_held_keys),
		TEST(test_only_what_is_needed), TEST(test_reload),
		cmocka_unit_test_setup_teardown(test_the_folder_comes_and_goes, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("hotkey", tests, NULL, NULL);
}
