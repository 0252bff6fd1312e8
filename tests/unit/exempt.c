/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lists of cards that are no microphone, with /sys played by a directory. */
// links: daemon/exempt
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../daemon/exempt.h"

static char root[64];

static int set_up(void **state)
{
	char command[1024];

	(void)state;
	strcpy(root, "/tmp/hardmute-exempt-XXXXXX");
	if (!mkdtemp(root))
		return -1;
	snprintf(command, sizeof(command), "cd %s && mkdir -p sys/class/sound sys/drivers/snd_aloop"
		 " sys/drivers/snd-usb-audio sys/devices/snd_aloop.0/sound/card0 sys/devices/1-2:1.0/sound/card1"
		 " && ln -s ../../drivers/snd_aloop sys/devices/snd_aloop.0/driver"
		 " && ln -s ../../drivers/snd-usb-audio sys/devices/1-2:1.0/driver"
		 " && ln -s ../.. sys/devices/snd_aloop.0/sound/card0/device"
		 " && ln -s ../.. sys/devices/1-2:1.0/sound/card1/device"
		 " && echo Loopback >sys/devices/snd_aloop.0/sound/card0/id"
		 " && echo Headset >sys/devices/1-2:1.0/sound/card1/id"
		 " && ln -s ../../devices/snd_aloop.0/sound/card0 ../../devices/1-2:1.0/sound/card1 sys/class/sound",
		 root);
	return system(command);
}

static int tear_down(void **state)
{
	char command[100];

	(void)state;
	snprintf(command, sizeof(command), "rm -r %s", root);
	return system(command);
}

static bool has(const char *list, unsigned card)
{
	return exempt_has_card(list, root, card, NULL, 0);
}

static void by_driver(void **state)
{
	char word[64] = "";

	(void)state;
	assert_true(exempt_has_card(EXEMPT_DEFAULT, root, 0, word, sizeof(word)));
	assert_string_equal(word, "driver:snd_aloop");
	assert_false(has(EXEMPT_DEFAULT, 1));
	assert_true(has("driver:snd-usb-audio", 1));
	assert_false(has("driver:snd-usb", 1));
	assert_false(has("driver:snd_aloop_too", 0));
}

static void by_id_and_bus(void **state)
{
	(void)state;
	assert_true(has(" card:Other\tcard:Headset ", 1));
	assert_false(has("card:Headset", 0));
	assert_false(has("card:Head", 1));
	assert_true(has("bus:1-2", 1));
	assert_true(has("bus:1-2:1.0", 1));
	assert_false(has("bus:1-", 1));
	assert_false(has("bus:1-2:1.1", 1));
	assert_false(has("card:1-2", 1));	/* each kind has its own names */
}

static void nothing(void **state)
{
	(void)state;
	assert_false(has("", 0));
	assert_false(has(EXEMPT_DEFAULT, 7));	/* no such card */
	assert_false(has("driver: card: bus:", 7));
	assert_false(has("snd_aloop", 0));
}

static void validity(void **state)
{
	(void)state;
	assert_true(exempt_is_valid(EXEMPT_DEFAULT));
	assert_true(exempt_is_valid(""));
	assert_true(exempt_is_valid("  card:PCH "));
	assert_false(exempt_is_valid("snd_aloop"));
	assert_false(exempt_is_valid("card:"));
	assert_false(exempt_is_valid("card:PCH, driver:x path:y"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(by_driver), cmocka_unit_test(by_id_and_bus),
		cmocka_unit_test(nothing), cmocka_unit_test(validity),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
