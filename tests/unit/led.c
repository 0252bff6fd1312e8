/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The lights together, with real threads, over a fake of one light that can be
 * slow, hang, fail or be moved; the inotify watches are on files of a directory.
 */
// links: daemon/led daemon/led_list daemon/led_thread
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <fnmatch.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../daemon/daemon.h"
#include "../../daemon/led.h"
#include "../../daemon/light.h"
#include "../../daemon/mute.h"
#include "../../daemon/now.h"
#include "../../daemon/watch.h"

#define LIGHTS 2

static const char *const names[LIGHTS] = { "platform::micmute", "input3::mute" };

static struct {
	pthread_mutex_t lock;
	pthread_cond_t change;
	struct one {
		enum light_shape shape;	/* as anybody could see */
		bool blinks, hangs, inverted;
		int error;
		unsigned shows, restored, remembered, forgotten;
	} light[LIGHTS];
} fake = { .lock = PTHREAD_MUTEX_INITIALIZER, .change = PTHREAD_COND_INITIALIZER };

static struct {
	char root[64], records[96];
	struct daemon daemon;
	sd_event *event;
	char told[256];		/* what the mute heard */
	unsigned looks;
} test;

enum mute_state mute_get_state(const struct mute *mute)
{
	(void)mute;
	return MUTE_STATE_MUTED;
}

void mute_on_event(struct mute *mute, enum policy_event event, const char *why)
{
	(void)mute;
	assert_non_null(why);
	assert_in_range(event, POLICY_EVENT_LIGHTS, POLICY_EVENT_NOT_LIT);
	strcat(test.told, event == POLICY_EVENT_LIGHTS ? "lights " : event == POLICY_EVENT_NO_LIGHTS ?
	       "no-lights " : event == POLICY_EVENT_LIT ? "lit " : "not-lit ");
}

void watch_look_soon(struct watch *watch)
{
	assert_null(watch);
	test.looks++;
}

static struct one *find(const char *name)
{
	for (unsigned i = 0; i < LIGHTS; i++)
		if (!strcmp(names[i], name))
			return &fake.light[i];
	fail_msg("no light %s", name);
	return NULL;
}

bool light_is_name(const char *name)
{
	return *name != '.';
}

bool light_is_chosen(const char *chosen, const char *name)
{
	return !fnmatch(chosen, name, 0);
}

int light_open(struct light *light, const char *root, const char *name, bool inverted)
{
	*light = (struct light){ .max = 1, .inverted = inverted };
	strcpy(light->name, name);
	snprintf(light->folder, sizeof(light->folder), "%s/sys/class/leds/%s", root, name);
	find(name)->inverted = inverted;
	return 0;
}

int light_look(const struct light *light, struct light_look *look)
{
	struct one *one = find(light->name);
	int error;

	pthread_mutex_lock(&fake.lock);
	while (one->hangs)
		pthread_cond_wait(&fake.change, &fake.lock);
	error = one->error;
	*look = (struct light_look){ .brightness = one->shape };
	pthread_mutex_unlock(&fake.lock);
	return error;
}

bool light_has_shape(const struct light *light, const struct light_look *look, enum light_shape shape)
{
	(void)light;
	return look->brightness == shape;
}

int light_show(const struct light *light, enum light_shape shape, enum light_shape *shown)
{
	struct one *one = find(light->name);
	struct light_look look;
	int error = light_look(light, &look);

	pthread_mutex_lock(&fake.lock);
	*shown = shape == LIGHT_SHAPE_BLINKING && !one->blinks ? LIGHT_SHAPE_LIT : shape;
	if (!error)
		one->shape = *shown;
	one->shows++;
	pthread_mutex_unlock(&fake.lock);
	return error;
}

int light_remember(const struct light *light, const char *folder)
{
	assert_string_equal(folder, test.records);
	find(light->name)->remembered++;
	return 0;
}

int light_restore(const struct light *light, const char *folder)
{
	assert_string_equal(folder, test.records);
	find(light->name)->restored++;
	return 0;
}

int light_forget(const char *name, const char *folder)
{
	assert_string_equal(folder, test.records);
	find(name)->forgotten++;
	return 0;
}

static void shell(const char *format, ...)
{
	char command[512];
	va_list arguments;
	int length = snprintf(command, sizeof(command), "cd %s && ", test.root);

	va_start(arguments, format);
	vsnprintf(command + length, sizeof(command) - (size_t)length, format, arguments);
	va_end(arguments);
	assert_int_equal(system(command), 0);
}

/* Until nothing has happened for 0.1 s. */
static void settle(void)
{
	while (sd_event_run(test.event, 100000) > 0)
		;
}

static void expect(const char *told)
{
	settle();
	assert_string_equal(test.told, told);
	test.told[0] = '\0';
}

static enum light_shape shape(unsigned number)
{
	enum light_shape now;

	pthread_mutex_lock(&fake.lock);
	now = fake.light[number].shape;
	pthread_mutex_unlock(&fake.lock);
	return now;
}

static void check(enum evidence_result result, const char *detail)
{
	struct evidence_check answer;

	leds_check(test.daemon.leds, &answer);
	assert_string_equal(answer.detail, detail);
	assert_int_equal(answer.result, result);
}

/* By another program; a sysfs file is written, which the watch sees. */
static void move(unsigned number, enum light_shape to)
{
	pthread_mutex_lock(&fake.lock);
	fake.light[number].shape = to;
	pthread_mutex_unlock(&fake.lock);
	shell("echo x >sys/class/leds/%s/brightness", names[number]);
}

static void set_error(unsigned number, int error)
{
	pthread_mutex_lock(&fake.lock);
	fake.light[number].error = error;
	pthread_mutex_unlock(&fake.lock);
}

static void set_hang(unsigned number, bool hangs)
{
	pthread_mutex_lock(&fake.lock);
	fake.light[number].hangs = hangs;
	pthread_cond_broadcast(&fake.change);
	pthread_mutex_unlock(&fake.lock);
}

static int set_up(void **state)
{
	(void)state;
	memset(fake.light, 0, sizeof(fake.light));
	memset(&test, 0, sizeof(test));
	strcpy(test.root, "/tmp/hardmute-led-XXXXXX");
	if (!mkdtemp(test.root) || sd_event_new(&test.event) < 0)
		return -1;
	snprintf(test.records, sizeof(test.records), "%s/records", test.root);
	shell("mkdir records sys sys/class sys/class/leds");
	for (unsigned i = 0; i < LIGHTS; i++) {
		fake.light[i].blinks = true;
		shell("mkdir sys/class/leds/%s && touch sys/class/leds/%s/brightness sys/class/leds/%s/trigger",
		      names[i], names[i], names[i]);
	}
	return 0;
}

static void start(void)
{
	assert_int_equal(leds_start(&test.daemon.leds, test.event, &test.daemon, test.root, test.records), 0);
}

static int set_up_one(void **state)
{
	if (set_up(state))
		return -1;
	shell("touch records/%s", names[0]);
	start();
	expect("lights ");
	leds_set_proven(test.daemon.leds, true);
	settle();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	leds_stop(test.daemon.leds);
	sd_event_unref(test.event);
	shell("rm -r $PWD");
	return 0;
}

static void test_none(void **state)
{
	(void)state;
	start();
	expect("");
	check(EVIDENCE_RESULT_NOT_APPLICABLE, "no light shows the mute");
	leds_show_live(NULL);
	leds_show_muted(NULL);
	leds_set_proven(NULL, true);
	leds_reload(NULL);
	leds_stop(NULL);
	leds_check(NULL, &(struct evidence_check){ 0 });
}

static void test_shows(void **state)
{
	(void)state;
	check(EVIDENCE_RESULT_OK, "platform::micmute: lit");
	leds_show_live(test.daemon.leds);
	expect("lit ");
	assert_int_equal(shape(0), LIGHT_SHAPE_DARK);
	check(EVIDENCE_RESULT_OK, "platform::micmute: dark");
	leds_show_muted(test.daemon.leds);
	expect("");
	assert_int_equal(shape(0), LIGHT_SHAPE_LIT);
	leds_set_proven(test.daemon.leds, false);
	settle();
	assert_int_equal(shape(0), LIGHT_SHAPE_BLINKING);
	check(EVIDENCE_RESULT_OK, "platform::micmute: blinking");
	leds_stop(test.daemon.leds);
	test.daemon.leds = NULL;
	assert_int_equal(fake.light[0].restored, 1);
	assert_int_equal(fake.light[0].forgotten, 0);	/* root's helper does */
}

static void test_lit_when_live(void **state)
{
	(void)state;
	test.daemon.config.lit_when_live = true;
	leds_reload(test.daemon.leds);
	settle();
	assert_int_equal(shape(0), LIGHT_SHAPE_DARK);
	leds_show_live(test.daemon.leds);
	expect("lit ");
	assert_int_equal(shape(0), LIGHT_SHAPE_LIT);
}

static void test_cannot_blink(void **state)
{
	(void)state;
	fake.light[0].blinks = false;
	leds_set_proven(test.daemon.leds, false);
	settle();
	assert_int_equal(shape(0), LIGHT_SHAPE_LIT);
	check(EVIDENCE_RESULT_OK, "platform::micmute: lit, it cannot blink");
}

static void test_peace(void **state)
{
	unsigned shows = fake.light[0].shows;

	(void)state;
	assert_int_equal(sd_event_run(test.event, 300000), 0);
	leds_set_proven(test.daemon.leds, true);	/* no news */
	assert_int_equal(sd_event_run(test.event, 300000), 0);
	assert_int_equal(fake.light[0].shows, shows);
}

/* One says live, the other hangs: nobody goes live, and a mute waits for neither. */
static void test_hangs(void **state)
{
	int64_t begin;

	(void)state;
	shell("touch records/%s", names[1]);
	expect("");
	assert_int_equal(shape(1), LIGHT_SHAPE_LIT);
	set_hang(1, true);
	begin = now_us();
	leds_show_live(test.daemon.leds);
	assert_true(now_us() - begin < 100000);
	settle();
	assert_int_equal(shape(0), LIGHT_SHAPE_DARK);
	assert_string_equal(test.told, "");
	usleep(LEDS_LIVE_TIMEOUT_MS * 1000);
	expect("not-lit ");
	check(EVIDENCE_RESULT_BAD, "the light input3::mute: does not take what it shall show");
	begin = now_us();
	leds_show_muted(test.daemon.leds);
	assert_true(now_us() - begin < 100000);
	settle();
	assert_int_equal(shape(0), LIGHT_SHAPE_LIT);
	check(EVIDENCE_RESULT_BAD, "the light input3::mute: does not take what it shall show");
	/* comes to itself: what was asked last counts */
	set_hang(1, false);
	expect("");
	assert_int_equal(shape(1), LIGHT_SHAPE_LIT);
	check(EVIDENCE_RESULT_OK, "platform::micmute: lit, input3::mute: lit");
}

static void test_mute_overtakes(void **state)
{
	(void)state;
	set_hang(0, true);
	leds_show_live(test.daemon.leds);
	leds_show_muted(test.daemon.leds);
	set_hang(0, false);
	expect("");
	assert_int_equal(shape(0), LIGHT_SHAPE_LIT);
	leds_show_live(test.daemon.leds);
	expect("lit ");
}

static void test_fails(void **state)
{
	(void)state;
	fake.light[0].error = -EIO;
	test.looks = 0;
	leds_show_live(test.daemon.leds);
	expect("not-lit ");
	assert_int_not_equal(test.looks, 0);
	check(EVIDENCE_RESULT_BAD, "the light platform::micmute: Input/output error");
	fake.light[0].error = -EREMOTEIO;
	leds_show_muted(test.daemon.leds);
	settle();
	check(EVIDENCE_RESULT_BAD, "the light platform::micmute: does not keep what it shall show");
	fake.light[0].error = 0;
	leds_show_live(test.daemon.leds);
	expect("lit ");
	check(EVIDENCE_RESULT_OK, "platform::micmute: dark");
}

static void test_moved(void **state)
{
	(void)state;
	test.looks = 0;
	move(0, LIGHT_SHAPE_DARK);
	settle();
	assert_int_equal(shape(0), LIGHT_SHAPE_LIT);	/* put back */
	assert_int_not_equal(test.looks, 0);
	check(EVIDENCE_RESULT_BAD, "the light platform::micmute: another program moved it");
	usleep(3100000);
	test.looks = 0;
	settle();
	assert_int_not_equal(test.looks, 0);
	check(EVIDENCE_RESULT_OK, "platform::micmute: lit");
	assert_string_equal(test.told, "");
}

/* What could not be looked at for a moment is looked at again. */
static void test_moved_unseen(void **state)
{
	(void)state;
	set_error(0, -EBADMSG);
	move(0, LIGHT_SHAPE_DARK);
	settle();
	check(EVIDENCE_RESULT_BAD, "the light platform::micmute: Bad message");
	set_error(0, 0);
	move(0, LIGHT_SHAPE_DARK);
	settle();
	assert_int_equal(shape(0), LIGHT_SHAPE_LIT);
	check(EVIDENCE_RESULT_BAD, "the light platform::micmute: another program moved it");
}

/* Nobody asks it to show anything, and nobody looks. */
static void test_tried_again(void **state)
{
	(void)state;
	set_error(0, -EIO);
	leds_set_proven(test.daemon.leds, false);
	settle();
	usleep(3100000);
	settle();
	assert_int_equal(shape(0), LIGHT_SHAPE_LIT);	/* in vain */
	set_error(0, 0);
	usleep(3100000);
	settle();
	assert_int_equal(shape(0), LIGHT_SHAPE_BLINKING);
	check(EVIDENCE_RESULT_OK, "platform::micmute: blinking");
}

/* Nobody says so, but it is seen when it is asked. */
static void test_moved_silently(void **state)
{
	(void)state;
	pthread_mutex_lock(&fake.lock);
	fake.light[0].shape = LIGHT_SHAPE_DARK;
	pthread_mutex_unlock(&fake.lock);
	check(EVIDENCE_RESULT_BAD, "the light platform::micmute: another program moved it");
	settle();
	assert_int_equal(shape(0), LIGHT_SHAPE_LIT);
}

/* What the loss of the proof makes it show is no reason to say nothing of who moved it. */
static void test_moved_then_shown(void **state)
{
	(void)state;
	pthread_mutex_lock(&fake.lock);
	fake.light[0].shape = LIGHT_SHAPE_DARK;
	pthread_mutex_unlock(&fake.lock);
	check(EVIDENCE_RESULT_BAD, "the light platform::micmute: another program moved it");
	leds_set_proven(test.daemon.leds, false);
	for (unsigned i = 0; i < 500 && shape(0) != LIGHT_SHAPE_BLINKING; i++)
		usleep(10000);
	assert_int_equal(shape(0), LIGHT_SHAPE_BLINKING);
	settle();
	check(EVIDENCE_RESULT_BAD, "the light platform::micmute: another program moved it");
}

static void test_fight(void **state)
{
	(void)state;
	for (unsigned i = 0; i < 8; i++) {
		move(0, LIGHT_SHAPE_DARK);
		settle();
		assert_int_equal(shape(0), LIGHT_SHAPE_LIT);
	}
	move(0, LIGHT_SHAPE_DARK);
	settle();
	assert_int_equal(shape(0), LIGHT_SHAPE_DARK);	/* given up, and said */
	check(EVIDENCE_RESULT_BAD, "the light platform::micmute: another program moves it again and again");
	leds_show_live(test.daemon.leds);
	expect("lit ");
}

static void test_comes_and_goes(void **state)
{
	(void)state;
	shell("touch records/.new records/%s", names[1]);
	expect("");
	assert_int_equal(shape(1), LIGHT_SHAPE_LIT);
	shell("rm records/%s", names[0]);
	expect("");
	assert_int_equal(fake.light[0].restored, 0);	/* somebody else's already */
	check(EVIDENCE_RESULT_OK, "input3::mute: lit");
	shell("rm records/%s", names[1]);
	expect("no-lights ");
	check(EVIDENCE_RESULT_NOT_APPLICABLE, "no light shows the mute");
	shell("touch records/%s", names[0]);
	expect("lights ");
}

/* Unplugged while somebody waits for it; nothing said so but the light itself. */
static void test_gone(void **state)
{
	(void)state;
	fake.light[0].error = -ENODEV;
	leds_show_live(test.daemon.leds);
	expect("no-lights lit ");
}

static void test_inverted(void **state)
{
	(void)state;
	test.daemon.config.lights_inverted = true;
	leds_reload(test.daemon.leds);
	expect("no-lights lights ");
	assert_true(fake.light[0].inverted);
}

static void test_session(void **state)
{
	(void)state;
	shell("rmdir records");
	test.daemon.session = true;
	strcpy(test.daemon.config.lights, "input*::mute");
	start();
	expect("lights ");
	check(EVIDENCE_RESULT_OK, "input3::mute: blinking");
	assert_int_equal(fake.light[1].remembered, 1);
	strcpy(test.daemon.config.lights, "*:micmute");
	leds_reload(test.daemon.leds);
	settle();
	check(EVIDENCE_RESULT_OK, "platform::micmute: blinking");
	assert_int_equal(fake.light[1].restored, 1);
	assert_int_equal(fake.light[1].forgotten, 1);
}

#define TEST(test, setup) cmocka_unit_test_setup_teardown(test, setup, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_none, set_up),
		TEST(test_shows, set_up_one),
		TEST(test_lit_when_live, set_up_one),
		TEST(test_cannot_blink, set_up_one),
		TEST(test_peace, set_up_one),
		TEST(test_hangs, set_up_one),
		TEST(test_mute_overtakes, set_up_one),
		TEST(test_fails, set_up_one),
		TEST(test_moved, set_up_one),
		TEST(test_moved_unseen, set_up_one),
		TEST(test_tried_again, set_up_one),
		TEST(test_moved_silently, set_up_one),
		TEST(test_moved_then_shown, set_up_one),
		TEST(test_fight, set_up_one),
		TEST(test_comes_and_goes, set_up_one),
		TEST(test_gone, set_up_one),
		TEST(test_inverted, set_up_one),
		TEST(test_session, set_up),
	};

	return cmocka_run_group_tests_name("led", tests, NULL, NULL);
}
