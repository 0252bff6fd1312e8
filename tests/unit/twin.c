/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The life of a twin: numbers, descriptors, what the driver is told, when its
 * feed runs. All other parts are fakes; open() gives a memfd for /dev/cuse.
 */
// links: daemon/twin daemon/twin_feed
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <sound/asound.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../daemon/bus.h"
#include "../../daemon/driver.h"
#include "../../daemon/feed.h"
#include "../../daemon/history.h"
#include "../../daemon/mute.h"
#include "../../daemon/store.h"
#include "../../daemon/twin.h"

struct feed {
	bool used;
	struct gate gate;
	const struct mic_ops *ops;
	char spec[64];
	feed_event_fn *on_event;
	bool listens, speech;
	void *userdata;
	bool run;
	struct link_want want;
	unsigned sets;
};

static struct {
	struct daemon daemon;
	enum mute_state state;
	bool ready;
	int cuse_error;
	unsigned cuse_opens;
	char told[512];
	struct link_twin added;
	struct feed feeds[LINK_TWINS_MAX + 1];
	int feeds_alive;
	unsigned speaking;	/* so often it was told */
} test;

const struct mic_ops mic_alsa;
static const struct mic_ops other;

const struct mic_ops *mic_find(const char *microphone, const char **spec)
{
	*spec = microphone;
	return strcmp(microphone, "nonsense") ? &other : NULL;
}

static void tell(const char *format, ...)
{
	size_t used = strlen(test.told);
	va_list list;

	va_start(list, format);
	used += (size_t)snprintf(test.told + used, sizeof(test.told) - used, "%s", used ? " " : "");
	vsnprintf(test.told + used, sizeof(test.told) - used, format, list);
	va_end(list);
}

static void expect(const char *told)
{
	assert_string_equal(test.told, told);
	test.told[0] = 0;
}

static int fake_open(const char *path, int flags)
{
	if (strcmp(path, "/dev/cuse"))
		return (int)syscall(SYS_openat, AT_FDCWD, path, flags, 0);
	test.cuse_opens++;
	if (test.cuse_error) {
		errno = -test.cuse_error;
		return -1;
	}
	return memfd_create("cuse", MFD_CLOEXEC);
}

/* Which of the two names a call has depends on _FILE_OFFSET_BITS. */
int open_32(const char *path, int flags, ...) __asm__("open");
int open_64(const char *path, int flags, ...) __asm__("open64");

int open_32(const char *path, int flags, ...)
{
	return fake_open(path, flags);
}

int open_64(const char *path, int flags, ...)
{
	return fake_open(path, flags);
}

int feed_new(struct feed **feed, sd_event *event, const struct mic_ops *ops, const char *spec,
	     int bell_fd, feed_event_fn *on_event, void *userdata)
{
	struct feed *new = test.feeds;

	(void)event;
	assert_int_equal(bell_fd, 77);
	while (new->used)
		new++;
	*new = (struct feed){ .used = true, .gate.fd = 88, .ops = ops, .on_event = on_event,
			      .userdata = userdata };
	snprintf(new->spec, sizeof(new->spec), "%s", spec);
	test.feeds_alive++;
	*feed = new;
	return 0;
}

void feed_free(struct feed *feed)
{
	feed->used = false;
	test.feeds_alive--;
}

void feed_free_now(struct feed *feed, unsigned timeout_ms)
{
	(void)timeout_ms;
	feed_free(feed);
}

void feed_set(struct feed *feed, bool run, const struct link_want *want)
{
	feed->run = run;
	feed->want = *want;
	feed->sets++;
}

int feed_set_source(struct feed *feed, const struct mic_ops *ops, const char *spec)
{
	assert_false(feed->gate.allowed);
	feed->ops = ops;
	snprintf(feed->spec, sizeof(feed->spec), "%s", spec);
	return 0;
}

void feed_set_listening(struct feed *feed, bool listens)
{
	feed->listens = listens;
}

bool feed_hears_speech(const struct feed *feed)
{
	return feed->listens && feed->speech;
}

void bus_speaking_changed(struct bus *bus)
{
	(void)bus;
	test.speaking++;
}

bool feed_is_active(const struct feed *feed)
{
	return feed->run;
}

struct gate *feed_get_gate(struct feed *feed)
{
	return &feed->gate;
}

void gate_open(struct gate *gate, int64_t now_ns)
{
	gate->allowed = true;
	gate->opened_ns = now_ns;
}

void gate_close(struct gate *gate)
{
	gate->allowed = false;
}

enum mute_state mute_get_state(const struct mute *mute)
{
	(void)mute;
	return test.state;
}

/* As the real one: a loss mutes, and feeds are settled after each step. */
void mute_on_event(struct mute *mute, enum policy_event event, const char *why)
{
	(void)mute;
	if (event == POLICY_EVENT_LOST) {
		tell("lost(%s)", why);
		twins_close_gates(&test.daemon);
		test.state = MUTE_STATE_MUTED;
	} else if (test.state == MUTE_STATE_LIVE) {
		twins_open_gates(&test.daemon, 1);
	}
	twins_settle_feeds(&test.daemon);
}

void bus_microphones_changed(struct bus *bus) { (void)bus; }
void bus_readers_changed(struct bus *bus) { (void)bus; }

void history_microphone(struct history *history, const char *title, bool added)
{
	(void)history;
	(void)title;
	(void)added;
}

bool link_is_ready(const struct link *link) { (void)link; return test.ready; }
int link_get_bell_fd(const struct link *link) { (void)link; return 77; }

int link_add_twin(struct link *link, unsigned twin, const struct link_twin *add, int ring_fd,
		  int cuse_fd)
{
	(void)link;
	assert_int_equal(ring_fd, 88);
	tell("add(%u%s%s)", twin, cuse_fd < 0 ? ",session" : "", add->adopted ? ",adopted" : "");
	test.added = *add;
	return 0;
}

int link_remove_twin(struct link *link, unsigned twin)
{
	(void)link;
	tell("remove(%u)", twin);
	return 0;
}

void driver_watch_twin(struct driver *driver, unsigned twin, int cuse_fd)
{
	(void)driver;
	if (cuse_fd >= 0)
		tell("watch(%u)", twin);
}

void driver_on_readers(struct driver *driver, unsigned twin, unsigned count)
{
	(void)driver;
	(void)twin;
	(void)count;
}

int store_put(const char *name, int fd)
{
	assert_true(fd >= 0);
	tell("put(%s)", name);
	return 0;
}

void store_remove(const char *name)
{
	tell("unput(%s)", name);
}

void store_name_twin(char *name, size_t size, unsigned card, unsigned device, unsigned number)
{
	snprintf(name, size, "%u-%u-%u", card, device, number);
}

static const struct card_mic headset = { .card = 1, .device = 0, .card_name = "Headset",
					 .pcm_name = "USB", .channels_max = 99 };
static const struct card_mic builtin = { .card = 0, .device = 2, .card_name = "PCH" };
static const struct link_want voice = { 1, SNDRV_PCM_FORMAT_S16_LE, 48000, 1, 480, 4800 };
static const struct link_want nothing;

static int setup(void **unused)
{
	(void)unused;
	memset(&test, 0, sizeof(test));
	test.ready = true;
	assert_int_equal(sd_event_new(&test.daemon.event), 0);
	twins_init(&test.daemon);
	return 0;
}

static int teardown(void **unused)
{
	(void)unused;
	twins_finish(&test.daemon);
	assert_int_equal(test.feeds_alive, 0);
	sd_event_unref(test.daemon.event);
	return 0;
}

static void test_plugged_in_and_out(void **unused)
{
	struct twin *twin = &test.daemon.twins[0];

	(void)unused;
	twin_add(&test.daemon, &headset);
	expect("add(0)");
	assert_string_equal(twin->feed->spec, "1,0");
	assert_ptr_equal(twin->feed->ops, &mic_alsa);
	assert_int_equal(test.added.channels_max, 64);	/* more than a message may carry */
	assert_string_equal(test.added.name, "USB");
	twin_add(&test.daemon, &headset);	/* twice is once */
	expect("");
	twin_on_up(&test.daemon, 0);
	expect("put(1-0-0) watch(0)");
	assert_true(twin->up);
	twin_add(&test.daemon, &builtin);
	expect("add(1)");
	twin_remove(&test.daemon, 1, 0);
	expect("lost(Headset: plugged out) remove(0) unput(1-0-0)");
	assert_false(twin->used);
	twin_remove(&test.daemon, 1, 0);
	expect("");
	twin_add(&test.daemon, &headset);
	expect("add(0)");
}

static void test_no_driver_yet(void **unused)
{
	(void)unused;
	test.ready = false;
	twin_add(&test.daemon, &headset);
	expect("");
	assert_int_equal(test.cuse_opens, 0);
	test.ready = true;
	twins_on_driver_ready(&test.daemon);
	expect("add(0)");
}

static void test_next_driver_adopts(void **unused)
{
	int fd;

	(void)unused;
	twin_add(&test.daemon, &headset);
	twin_add(&test.daemon, &builtin);
	twin_on_up(&test.daemon, 0);	/* the other never came up */
	fd = test.daemon.twins[0].cuse_fd;
	test.told[0] = 0;
	twins_on_driver_lost(&test.daemon);
	assert_false(test.daemon.twins[0].up);
	assert_int_equal(test.daemon.twins[0].cuse_fd, fd);
	assert_int_equal(test.daemon.twins[1].cuse_fd, -1);
	twins_on_driver_ready(&test.daemon);
	expect("add(0,adopted) add(1)");
	assert_int_equal(test.cuse_opens, 3);
}

static void test_inherited(void **unused)
{
	(void)unused;
	twin_adopt(&test.daemon, 1, 0, 5, memfd_create("kept", 0));
	twin_adopt(&test.daemon, 9, 9, 6, memfd_create("unclaimed", 0));
	twin_adopt(&test.daemon, 8, 8, 6, memfd_create("same number", 0));
	twin_adopt(&test.daemon, 8, 8, 99, memfd_create("no such number", 0));
	expect("unput(8-8-6) unput(8-8-99)");
	twin_add(&test.daemon, &builtin);
	twin_add(&test.daemon, &headset);
	expect("add(0) add(5,adopted)");
	twin_forget_unclaimed(&test.daemon);
	expect("unput(9-9-6)");
	assert_int_equal(test.daemon.twins[6].cuse_fd, -1);
	twin_on_up(&test.daemon, 5);	/* in the store already */
	expect("watch(5)");
}

static void run_until_told(void)
{
	for (int i = 0; i < 100 && !*test.told; i++)
		assert_true(sd_event_run(test.daemon.event, 50000) >= 0);
}

static void test_no_cuse(void **unused)
{
	struct twin *twin = &test.daemon.twins[0];

	(void)unused;
	test.cuse_error = -ENOENT;
	twin_add(&test.daemon, &headset);
	expect("");
	assert_string_equal(twin->error, "/dev/cuse: No such file or directory (the kernel needs "
			    "the module cuse)");
	test.cuse_error = -EACCES;
	twins_on_driver_ready(&test.daemon);
	assert_string_equal(twin->error, "/dev/cuse: Permission denied (it must belong to group "
			    "hardmute)");
	test.cuse_error = 0;
	run_until_told();
	expect("add(0)");
	twin_on_up(&test.daemon, 0);
	assert_string_equal(twin->error, "");
}

static void test_driver_cannot_make_it(void **unused)
{
	struct twin *twin = &test.daemon.twins[0];

	(void)unused;
	twin_add(&test.daemon, &headset);
	test.told[0] = 0;
	twin_on_failed(&test.daemon, 0, -EEXIST);
	assert_string_equal(twin->error, "no virtual microphone: File exists");
	assert_int_equal(twin->cuse_fd, -1);
	run_until_told();
	expect("add(0)");
	/* messages about twins that are not there do no harm */
	twin_on_failed(&test.daemon, 7, -EIO);
	twin_on_up(&test.daemon, 7);
	twin_on_want(&test.daemon, 7, &voice);
	twin_on_readers(&test.daemon, 7, 1);
	twin_on_stalled(&test.daemon, 7);
	expect("");
}

static struct feed *start_live(void)
{
	twin_add(&test.daemon, &headset);
	twin_on_up(&test.daemon, 0);
	twin_on_want(&test.daemon, 0, &voice);
	test.state = MUTE_STATE_LIVE;
	twins_open_gates(&test.daemon, 5);
	twins_settle_feeds(&test.daemon);
	test.told[0] = 0;
	return test.daemon.twins[0].feed;
}

static void test_when_a_feed_runs(void **unused)
{
	struct feed *feed;

	(void)unused;
	twin_add(&test.daemon, &headset);
	feed = test.daemon.twins[0].feed;
	twin_on_up(&test.daemon, 0);
	twin_on_want(&test.daemon, 0, &voice);
	assert_false(feed->run);	/* muted */
	test.state = MUTE_STATE_LIVE;
	twins_open_gates(&test.daemon, 5);
	twins_settle_feeds(&test.daemon);
	assert_true(feed->run);
	assert_int_equal(feed->gate.opened_ns, 5);
	assert_int_equal(feed->want.rate, 48000);
	twin_on_want(&test.daemon, 0, &nothing);
	assert_false(feed->run);	/* nobody reads */
	twin_on_want(&test.daemon, 0, &voice);
	test.state = MUTE_STATE_MUTING;
	twins_settle_feeds(&test.daemon);
	assert_true(feed->run);		/* not before the fence */
	test.state = MUTE_STATE_MUTED;
	twins_settle_feeds(&test.daemon);
	assert_false(feed->run);
	test.daemon.config.mode = CONFIG_MODE_SILENCE;
	twins_settle_feeds(&test.daemon);
	assert_true(feed->run);		/* kept open, behind a closed gate */
	twins_close_gates(&test.daemon);
	twins_open_gates(&test.daemon, 1000);	/* with a margin for what it heard before */
	assert_true(feed->gate.opened_ns > 1000);
	twins_on_driver_lost(&test.daemon);
	assert_false(feed->run);
}

/* Open while muted, but only while somebody reads, and only to tell of speech. */
static void test_reminder(void **unused)
{
	struct feed *feed = start_live();

	(void)unused;
	test.daemon.config.remind = true;
	feed->speech = true;
	twins_settle_feeds(&test.daemon);
	assert_false(feed->listens);	/* live */
	assert_false(twins_hear_speech(&test.daemon));
	test.state = MUTE_STATE_MUTED;
	twins_settle_feeds(&test.daemon);
	assert_true(feed->run);
	assert_true(feed->listens);
	assert_true(twins_hear_speech(&test.daemon));
	feed->on_event(feed->userdata, FEED_EVENT_SPEECH, 0, "");
	assert_int_equal(test.speaking, 1);
	test.state = MUTE_STATE_LIVE;	/* not settled yet */
	assert_false(twins_hear_speech(&test.daemon));
	test.state = MUTE_STATE_MUTED;
	twin_on_want(&test.daemon, 0, &nothing);
	assert_false(feed->run);
	twin_on_want(&test.daemon, 0, &voice);
	assert_true(feed->run);
	test.daemon.config.remind = false;
	twins_settle_feeds(&test.daemon);
	assert_false(feed->run);
	assert_false(feed->listens);
}

static void test_lost_microphone_mutes(void **unused)
{
	struct feed *feed = start_live();

	(void)unused;
	feed->on_event(feed->userdata, FEED_EVENT_OPENED, 0, "as wished");
	feed->on_event(feed->userdata, FEED_EVENT_LOST, -EIO, "broken");
	expect("lost(Headset: the microphone was lost)");
	assert_false(feed->gate.allowed);
	assert_string_equal(test.daemon.twins[0].error, "broken");
	feed->on_event(feed->userdata, FEED_EVENT_CLOSED, 0, "");
	/* a fresh request tries it again at once */
	test.state = MUTE_STATE_LIVE;
	twins_open_gates(&test.daemon, 6);
	twins_settle_feeds(&test.daemon);
	assert_true(feed->run);
}

/* In silence mode a microphone that breaks again and again is not tried in a tight loop. */
static void test_broken_microphone_rests(void **unused)
{
	struct feed *feed;

	(void)unused;
	test.daemon.config.mode = CONFIG_MODE_SILENCE;
	feed = start_live();
	test.state = MUTE_STATE_MUTED;
	feed->on_event(feed->userdata, FEED_EVENT_LOST, -EIO, "broken");
	assert_false(feed->run);
	twins_settle_feeds(&test.daemon);
	assert_false(feed->run);
	for (int i = 0; i < 100 && !feed->run; i++)
		assert_true(sd_event_run(test.daemon.event, 50000) >= 0);
	assert_true(feed->run);
}

static void test_failed_to_open_is_a_loss(void **unused)
{
	struct feed *feed = start_live();

	(void)unused;
	feed->on_event(feed->userdata, FEED_EVENT_FAILED, -EBUSY, "held by arecord (pid 12)");
	expect("lost(Headset: cannot be opened)");
	assert_string_equal(test.daemon.twins[0].error, "held by arecord (pid 12)");
	twins_settle_feeds(&test.daemon);
	assert_false(feed->run);
}

static void test_stall(void **unused)
{
	(void)unused;
	start_live();
	twin_on_stalled(&test.daemon, 0);
	expect("lost(Headset: the microphone stood still)");
	twin_on_stalled(&test.daemon, 0);	/* said before it heard of the mute */
	expect("");
}

static void test_plugged_in_while_live(void **unused)
{
	(void)unused;
	start_live();
	twin_add(&test.daemon, &builtin);
	assert_true(test.daemon.twins[1].feed->gate.allowed);
}

static void set_session(const char *microphone, int error)
{
	snprintf(test.daemon.config.microphone, sizeof(test.daemon.config.microphone), "%s",
		 microphone);
	assert_int_equal(twin_set_session(&test.daemon), error);
}

static void test_session(void **unused)
{
	struct twin *twin = &test.daemon.twins[0];

	(void)unused;
	test.daemon.session = true;
	set_session("nonsense", -EINVAL);
	set_session("", 0);
	expect("add(0,session)");
	assert_int_equal(test.cuse_opens, 0);
	assert_ptr_equal(twin->feed->ops, &other);
	twin_on_up(&test.daemon, 0);
	expect("");	/* nothing to store, nothing to watch */
	set_session("tone:440", 0);
	expect("lost(another microphone was configured)");
	assert_string_equal(twin->feed->spec, "tone:440");
	set_session("nonsense", -EINVAL);
	assert_string_equal(twin->feed->spec, "tone:440");
}

static void test_more_than_fit(void **unused)
{
	struct card_mic mic = builtin;

	(void)unused;
	for (unsigned i = 0; i < LINK_TWINS_MAX + 3; i++) {
		mic.card = i;
		twin_add(&test.daemon, &mic);
	}
	assert_int_equal(test.feeds_alive, LINK_TWINS_MAX);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_plugged_in_and_out),
		TEST(test_no_driver_yet),
		TEST(test_next_driver_adopts),
		TEST(test_inherited),
		TEST(test_no_cuse),
		TEST(test_driver_cannot_make_it),
		TEST(test_when_a_feed_runs),
		TEST(test_reminder),
		TEST(test_lost_microphone_mutes),
		TEST(test_broken_microphone_rests),
		TEST(test_failed_to_open_is_a_loss),
		TEST(test_stall),
		TEST(test_plugged_in_while_live),
		TEST(test_session),
		TEST(test_more_than_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
