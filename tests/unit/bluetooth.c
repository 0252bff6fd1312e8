/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which profile a headset gets while muted, and which one afterwards. */
// links: ctl/bluetooth
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../ctl/bluetooth.h"

/* As PipeWire has a headset; PulseAudio's differ by underscores. */
static struct bluetooth_card make_headset(int active)
{
	return (struct bluetooth_card){
		.name = "bluez_card.00_11_22_33_44_55", .active = active, .count = 5,
		.profiles = {
			{ "off", 0, 0, 0, true },
			{ "a2dp-sink", 1, 0, 16, true },
			{ "headset-head-unit", 1, 1, 1, true },
			{ "a2dp-sink-sbc", 1, 0, 18, true },
			{ "headset-head-unit-msbc", 1, 1, 3, true },
		},
	};
}

static void test_microphone_is_given_up(void **unused)
{
	struct bluetooth_card card = make_headset(4);

	(void)unused;
	assert_int_equal(bluetooth_choose(&card), 3);
	card.profiles[3].available = false;
	assert_int_equal(bluetooth_choose(&card), 1);
	card.profiles[1].available = false;
	assert_int_equal(bluetooth_choose(&card), -1);	/* playback goes on */
}

static void test_what_is_left_alone(void **unused)
{
	struct bluetooth_card card = make_headset(1), phone = {
		.active = 1, .count = 3,
		.profiles = {
			{ "a2dp-sink", 1, 0, 16, true },
			{ "audio-gateway", 1, 1, 256, true },
			{ "a2dp-source", 0, 1, 16, true },
		},
	};

	(void)unused;
	assert_int_equal(bluetooth_choose(&card), -1);	/* music */
	card.active = 0;
	assert_int_equal(bluetooth_choose(&card), -1);
	card.active = -1;
	assert_int_equal(bluetooth_choose(&card), -1);
	assert_int_equal(bluetooth_choose(&phone), -1);
	phone.active = 2;
	assert_int_equal(bluetooth_choose(&phone), -1);
}

static void test_taken_again(void **unused)
{
	struct bluetooth_card card = make_headset(3);

	(void)unused;
	assert_int_equal(bluetooth_restore(&card, "headset-head-unit-msbc", "a2dp-sink-sbc"), 4);
	/* another one was chosen meanwhile, or it has gone */
	assert_int_equal(bluetooth_restore(&card, "headset-head-unit-msbc", "a2dp-sink"), -1);
	assert_int_equal(bluetooth_restore(&card, "headset-head-unit-cvsd", "a2dp-sink-sbc"), -1);
	card.active = -1;
	assert_int_equal(bluetooth_restore(&card, "headset-head-unit-msbc", "a2dp-sink-sbc"), -1);
}

static void test_no_endless_fight(void **unused)
{
	struct bluetooth_card card = make_headset(4);
	int64_t now_us = 1000000;

	(void)unused;
	for (int i = 0; i < BLUETOOTH_RETRIES; i++)
		assert_true(bluetooth_may_try(&card, now_us++));
	assert_false(bluetooth_may_try(&card, now_us));
	assert_false(bluetooth_may_try(&card, now_us + BLUETOOTH_RETRIES_US / 2));
	assert_true(bluetooth_may_try(&card, now_us + BLUETOOTH_RETRIES_US));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_microphone_is_given_up),
		cmocka_unit_test(test_what_is_left_alone),
		cmocka_unit_test(test_taken_again),
		cmocka_unit_test(test_no_endless_fight),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
