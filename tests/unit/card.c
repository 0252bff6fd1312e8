/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Discovery and hotplug, with udev and the kernel played by this file. */
// links: daemon/card
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <systemd/sd-device.h>
#include <unistd.h>

#include "../../daemon/card.h"

struct sd_device {
	const char *name, *syspath;
	dev_t devnum;
	bool exempt;
	sd_device_action_t action;
};

struct sd_device_monitor { int unused; };
struct sd_device_enumerator { size_t next; };

static sd_device *present[8];		/* what the enumerator finds */
static sd_device_monitor_handler_t handler;
static void *handler_userdata;
static struct sd_device_monitor monitor;
static struct sd_device_enumerator enumerator;
static int read_result;
static bool udev_busy;
static char seen[512];			/* what the callbacks were told */

/* udev's queue */
int access(const char *path, int mode)
{
	assert_string_equal(path, "/run/udev/queue");
	assert_int_equal(mode, F_OK);
	if (udev_busy)
		return 0;
	errno = ENOENT;
	return -1;
}

int sd_device_get_sysname(sd_device *device, const char **name)
{
	*name = device->name;
	return 0;
}

int sd_device_get_syspath(sd_device *device, const char **path)
{
	*path = device->syspath;
	return 0;
}

int sd_device_get_devnum(sd_device *device, dev_t *devnum)
{
	*devnum = device->devnum;
	return device->devnum ? 0 : -ENOENT;
}

int sd_device_get_action(sd_device *device, sd_device_action_t *action)
{
	*action = device->action;
	return 0;
}

int sd_device_get_property_value(sd_device *device, const char *key, const char **value)
{
	assert_string_equal(key, "HARDMUTE_EXEMPT");
	*value = "1";
	return device->exempt ? 0 : -ENOENT;
}

int sd_device_monitor_new(sd_device_monitor **result)
{
	*result = &monitor;
	return 0;
}

sd_device_monitor *sd_device_monitor_unref(sd_device_monitor *unused)
{
	(void)unused;
	return NULL;
}

int sd_device_monitor_filter_add_match_subsystem_devtype(sd_device_monitor *unused,
							 const char *subsystem, const char *devtype)
{
	(void)unused;
	assert_string_equal(subsystem, "sound");
	assert_null(devtype);
	return 0;
}

int sd_device_monitor_attach_event(sd_device_monitor *unused, sd_event *event)
{
	(void)unused;
	(void)event;
	return 0;
}

int sd_device_monitor_start(sd_device_monitor *unused, sd_device_monitor_handler_t callback,
			    void *userdata)
{
	(void)unused;
	handler = callback;
	handler_userdata = userdata;
	return 0;
}

int sd_device_enumerator_new(sd_device_enumerator **result)
{
	assert_non_null(handler);	/* else a device could slip through in between */
	enumerator.next = 0;
	*result = &enumerator;
	return 0;
}

sd_device_enumerator *sd_device_enumerator_unref(sd_device_enumerator *unused)
{
	(void)unused;
	return NULL;
}

int sd_device_enumerator_add_match_subsystem(sd_device_enumerator *unused, const char *subsystem,
					     int match)
{
	(void)unused;
	assert_string_equal(subsystem, "sound");
	assert_true(match);
	return 0;
}

int sd_device_enumerator_add_match_sysname(sd_device_enumerator *unused, const char *pattern)
{
	(void)unused;
	(void)pattern;
	return 0;
}

sd_device *sd_device_enumerator_get_device_next(sd_device_enumerator *unused)
{
	(void)unused;
	return present[enumerator.next++];
}

sd_device *sd_device_enumerator_get_device_first(sd_device_enumerator *unused)
{
	return sd_device_enumerator_get_device_next(unused);
}

int card_read(const char *root, unsigned card, unsigned device, dev_t devnum,
	      struct card_mic *mic)
{
	assert_string_equal(root, "");
	assert_true(devnum);
	mic->card = card;
	mic->device = device;
	strcpy(mic->card_name, "Fake");
	mic->rate_max = read_result ? 0 : 48000;
	return read_result;
}

static void note(const char *what, unsigned card, unsigned device)
{
	snprintf(seen + strlen(seen), sizeof(seen) - strlen(seen), "%s %u,%u\n", what, card, device);
}

static void on_added(void *userdata, const struct card_mic *mic)
{
	assert_ptr_equal(userdata, seen);
	note(mic->rate_max ? "added" : "added without limits", mic->card, mic->device);
}

static void on_changed(void *userdata, const struct card_mic *mic)
{
	assert_ptr_equal(userdata, seen);
	note(mic->rate_max ? "changed" : "changed without limits", mic->card, mic->device);
}

static void on_removed(void *userdata, unsigned card, unsigned device)
{
	assert_ptr_equal(userdata, seen);
	note("removed", card, device);
}

static void on_control(void *userdata, unsigned card, bool there)
{
	assert_ptr_equal(userdata, seen);
	note(there ? "control" : "no control", card, 0);
}

static const struct cards_callbacks callbacks = {
	.added = on_added, .changed = on_changed, .removed = on_removed, .control = on_control
};

struct fixture {
	sd_event *event;
	struct cards *cards;
};

static int set_up(void **state)
{
	static struct fixture fixture;

	memset(present, 0, sizeof(present));
	handler = NULL;
	read_result = 0;
	udev_busy = false;
	seen[0] = '\0';
	fixture.cards = NULL;
	*state = &fixture;
	return sd_event_new(&fixture.event);
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	cards_stop(fixture->cards);
	sd_event_unref(fixture->event);
	return 0;
}

static void start(struct fixture *fixture)
{
	assert_int_equal(cards_start(&fixture->cards, fixture->event, &callbacks, seen), 0);
}

static void check_seen(const char *expected)
{
	assert_string_equal(seen, expected);
	seen[0] = '\0';
}

static void send(struct sd_device *device, sd_device_action_t action)
{
	device->action = action;
	handler(&monitor, device, handler_userdata);
}

static void test_enumerates(void **state)
{
	struct sd_device first = { "pcmC0D0c", "/sys/a", 1, false, 0 };
	struct sd_device exempt = { "pcmC0D1c", "/sys/b", 2, true, 0 };
	struct sd_device no_node = { "pcmC0D2c", "/sys/b2", 0, false, 0 };
	struct sd_device last = { "pcmC12D34c", "/sys/c", 3, false, 0 };

	present[0] = &first;
	present[1] = &exempt;
	present[2] = &no_node;
	present[3] = &last;
	start(*state);
	check_seen("added 0,0\nadded 12,34\n");
}

static void test_hotplug(void **state)
{
	struct sd_device mic = { "pcmC1D0c", "/sys/a", 1, false, 0 };
	struct sd_device again = { "pcmC1D0c", "/sys/b", 1, false, 0 };
	struct sd_device playback = { "pcmC1D0p", "/sys/p", 7, false, 0 };
	struct sd_device strange = { "pcmC1D0cx", "/sys/p", 7, false, 0 };

	start(*state);
	send(&playback, SD_DEVICE_ADD);
	send(&strange, SD_DEVICE_ADD);
	send(&mic, SD_DEVICE_REMOVE);
	check_seen("");
	send(&mic, SD_DEVICE_ADD);
	send(&mic, SD_DEVICE_CHANGE);
	check_seen("added 1,0\n");
	send(&mic, SD_DEVICE_REMOVE);
	send(&mic, SD_DEVICE_REMOVE);
	check_seen("removed 1,0\n");
	send(&mic, SD_DEVICE_ADD);
	send(&again, SD_DEVICE_ADD);
	check_seen("added 1,0\nremoved 1,0\nadded 1,0\n");
}

/* Seen before the rules moved its node: reported at the event that follows. */
static void test_not_moved_yet(void **state)
{
	struct sd_device mic = { "pcmC1D0c", "/sys/a", 1, false, 0 };

	present[0] = &mic;
	read_result = -ENXIO;
	start(*state);
	send(&mic, SD_DEVICE_ADD);
	read_result = -ENOENT;
	send(&mic, SD_DEVICE_CHANGE);
	check_seen("");
	read_result = 0;
	send(&mic, SD_DEVICE_CHANGE);
	check_seen("added 1,0\n");
}

static void test_busy(void **state)
{
	struct fixture *fixture = *state;
	struct sd_device mic = { "pcmC1D0c", "/sys/a", 1, false, 0 };

	present[0] = &mic;
	read_result = -EBUSY;
	start(fixture);
	check_seen("added without limits 1,0\n");
	sd_event_run(fixture->event, 2500000);
	check_seen("");
	read_result = 0;
	sd_event_run(fixture->event, 10 * 1000000);
	check_seen("changed 1,0\n");
	assert_int_equal(sd_event_run(fixture->event, 0), 0);
}

/* alsactl may be at work in an event that udev has not finished. */
static void test_control(void **state)
{
	struct fixture *fixture = *state;
	struct sd_device first = { "controlC0", "/sys/a", 1, false, 0 };
	struct sd_device gone = { "controlC1", "/sys/b", 2, false, 0 };
	struct sd_device last = { "controlC31", "/sys/c", 3, false, 0 };
	struct sd_device strange = { "controlC32", "/sys/d", 4, false, 0 };

	present[0] = &first;
	present[1] = &gone;
	present[2] = &last;
	present[3] = &strange;
	udev_busy = true;
	start(fixture);
	for (unsigned i = 0; i < 3; i++)
		sd_event_run(fixture->event, 500000);
	check_seen("");
	send(&first, SD_DEVICE_ADD);
	send(&gone, SD_DEVICE_REMOVE);
	check_seen("control 0,0\nno control 1,0\n");
	udev_busy = false;
	sd_event_run(fixture->event, 10 * 1000000);
	check_seen("control 31,0\n");
	assert_int_equal(sd_event_run(fixture->event, 500000), 0);
	send(&strange, SD_DEVICE_ADD);
	check_seen("");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_enumerates, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_hotplug, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_not_moved_yet, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_busy, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_control, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("card", tests, NULL, NULL);
}
