/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Discovery and hotplug, with the kernel and the rules played by a directory. */
// links: daemon/card daemon/exempt
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sysmacros.h>

#include "../../daemon/card.h"

static char root[64];
static char exempt[64];
static int read_result;
static char seen[512];			/* what the callbacks were told */

int card_read(const char *where, unsigned card, unsigned device, dev_t devnum,
	      struct card_mic *mic)
{
	assert_ptr_equal(where, root);
	assert_int_equal(major(devnum), 116);
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

__attribute__((format(printf, 1, 2)))
static void shell(const char *format, ...)
{
	char command[512];
	va_list arguments;
	int length;

	length = snprintf(command, sizeof(command), "cd %s && ", root);
	va_start(arguments, format);
	vsnprintf(command + length, sizeof(command) - (size_t)length, format, arguments);
	va_end(arguments);
	assert_int_equal(system(command), 0);
}

/* The kernel's part of a device. */
static void plug(const char *name, const char *where, unsigned minor)
{
	shell("mkdir -p sys/devices/%s/%s && echo 116:%u >sys/devices/%s/%s/dev &&"
	      " ln -sfn ../../devices/%s/%s sys/class/sound/%s", where, name, minor, where, name,
	      where, name, name);
}

static int set_up(void **state)
{
	static struct fixture fixture;

	strcpy(root, "/tmp/hardmute-card-XXXXXX");
	if (!mkdtemp(root))
		return -1;
	shell("mkdir -p dev/snd sys/class/sound");
	read_result = 0;
	seen[0] = exempt[0] = '\0';
	fixture.cards = NULL;
	*state = &fixture;
	return sd_event_new(&fixture.event);
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	cards_stop(fixture->cards);
	sd_event_unref(fixture->event);
	shell("rm -r %s", root);
	return 0;
}

static void start(struct fixture *fixture)
{
	assert_int_equal(cards_start(&fixture->cards, fixture->event, root, exempt, &callbacks, seen), 0);
}

static void check_seen(struct fixture *fixture, const char *expected)
{
	while (sd_event_run(fixture->event, 0) > 0)
		;
	assert_string_equal(seen, expected);
	seen[0] = '\0';
}

static void test_enumerates(void **state)
{
	plug("pcmC0D0c", "a", 1);
	plug("pcmC2D1c", "b", 2);
	plug("pcmC12D34c", "c", 3);
	plug("pcmC0D0p", "a", 4);
	shell("touch dev/snd/pcmC12D34c dev/snd/pcmC2D1c dev/snd/pcmC0D0c dev/snd/pcmC7D7c"
	      " dev/snd/pcmC0D0p dev/snd/controlC99");
	start(*state);
	check_seen(*state, "added 0,0\nadded 2,1\nadded 12,34\n");
}

static void test_hotplug(void **state)
{
	start(*state);
	plug("pcmC1D0c", "a", 1);
	shell("touch dev/snd/pcmC1D0cx dev/snd/pcmC1D0p");
	check_seen(*state, "");
	shell("touch dev/snd/new && mv dev/snd/new dev/snd/pcmC1D0c && chmod 600 dev/snd/pcmC1D0c");
	check_seen(*state, "added 1,0\n");
	shell("rm dev/snd/pcmC1D0c sys/class/sound/pcmC1D0c");
	check_seen(*state, "removed 1,0\n");
	plug("pcmC1D0c", "a", 1);
	shell("touch dev/snd/pcmC1D0c");
	plug("pcmC1D0c", "b", 1);
	check_seen(*state, "added 1,0\n");
	shell("chmod 660 dev/snd/pcmC1D0c");
	check_seen(*state, "");
}

/* The removal was not seen: another device has the name, or the node came anew in between. */
static void test_replaced(void **state)
{
	plug("pcmC1D0c", "a", 1);
	shell("touch dev/snd/pcmC1D0c");
	start(*state);
	check_seen(*state, "added 1,0\n");
	plug("pcmC1D0c", "b", 1);
	shell("chmod 600 dev/snd/pcmC1D0c");
	check_seen(*state, "removed 1,0\nadded 1,0\n");
	shell("rm dev/snd/pcmC1D0c && touch dev/snd/pcmC1D0c");
	check_seen(*state, "removed 1,0\nadded 1,0\n");
}

/* Seen before the rules were done with its node: reported at the event that follows. */
static void test_not_ready_yet(void **state)
{
	static const int errors[] = { -ENXIO, -ENOENT, -EACCES };

	plug("pcmC1D0c", "a", 1);
	read_result = -ENXIO;
	shell("touch dev/snd/pcmC1D0c");
	start(*state);
	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++) {
		read_result = errors[i];
		shell("chmod 600 dev/snd/pcmC1D0c");
		check_seen(*state, "");
	}
	read_result = 0;
	shell("chmod 660 dev/snd/pcmC1D0c");
	check_seen(*state, "added 1,0\n");
}

static void test_exempt(void **state)
{
	struct fixture *fixture = *state;

	plug("pcmC1D0c", "a", 1);
	shell("mkdir -p sys/class/sound/card1 && echo Mic >sys/class/sound/card1/id");
	shell("touch dev/snd/pcmC1D0c");
	strcpy(exempt, "card:Mic");
	start(fixture);
	check_seen(fixture, "");
	strcpy(exempt, "card:Other");
	cards_look_again(fixture->cards);
	check_seen(fixture, "added 1,0\n");
	strcpy(exempt, "card:Mic");
	cards_look_again(fixture->cards);
	check_seen(fixture, "removed 1,0\n");
}

/* alsactl may be at a mixer for as long as udev has something to do. */
static void test_control(void **state)
{
	struct fixture *fixture = *state;

	shell("mkdir -p run/udev && touch run/udev/queue dev/snd/controlC3");
	start(fixture);
	sd_event_run(fixture->event, 500000);
	sd_event_run(fixture->event, 500000);
	check_seen(fixture, "");
	shell("rm run/udev/queue && touch dev/snd/controlC1");
	check_seen(fixture, "");
	sd_event_run(fixture->event, 1000000);
	check_seen(fixture, "control 1,0\ncontrol 3,0\n");
	shell("rm dev/snd/controlC1");
	check_seen(fixture, "no control 1,0\n");
	shell("touch dev/snd/controlC1 && rm dev/snd/controlC1");
	sd_event_run(fixture->event, 1000000);
	sd_event_run(fixture->event, 1000000);
	check_seen(fixture, "no control 1,0\n");
}

static void test_busy(void **state)
{
	struct fixture *fixture = *state;

	plug("pcmC1D0c", "a", 1);
	shell("touch dev/snd/pcmC1D0c");
	read_result = -EBUSY;
	start(fixture);
	check_seen(fixture, "added without limits 1,0\n");
	sd_event_run(fixture->event, 2500000);
	check_seen(fixture, "");
	read_result = 0;
	sd_event_run(fixture->event, 10 * 1000000);
	check_seen(fixture, "changed 1,0\n");
	assert_int_equal(sd_event_run(fixture->event, 0), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_enumerates, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_hotplug, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_replaced, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_not_ready_yet, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_exempt, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_control, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_busy, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("card", tests, NULL, NULL);
}
