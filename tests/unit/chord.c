/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Chords from text, and recorded sequences of a keyboard's events with what they do. */
// links: daemon/chord
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../daemon/chord.h"

static struct chords chords;
static struct chord_state state;

static void check_chord(const char *text, uint16_t key, uint8_t modifiers, const char *name)
{
	char wrong[160] = "", found[CHORD_NAME_BYTES];

	chords.count = 0;
	chords_set(&chords, CHORD_ACTION_MUTE, text, wrong, sizeof(wrong));
	assert_string_equal(wrong, "");
	assert_int_equal(chords.count, 1);
	assert_int_equal(chords.chord[0].key, key);
	assert_int_equal(chords.chord[0].modifiers, modifiers);
	chord_name(&chords.chord[0], found);
	assert_string_equal(found, name);
}

static void test_names(void **unused)
{
	(void)unused;
	check_chord("F20", KEY_F20, 0, "F20");
	check_chord(" micmute ", KEY_MICMUTE, 0, "MICMUTE");
	check_chord("KEY_MICMUTE", KEY_MICMUTE, 0, "MICMUTE");
	check_chord("btn_side", BTN_SIDE, 0, "BTN_SIDE");
	check_chord("Ctrl+Alt+M", KEY_M, CHORD_MODIFIER_CTRL | CHORD_MODIFIER_ALT, "Ctrl+Alt+M");
	check_chord("shift+META+1", KEY_1, CHORD_MODIFIER_SHIFT | CHORD_MODIFIER_SUPER, "Shift+Super+1");
	check_chord("RightCtrl", KEY_RIGHTCTRL, 0, "RIGHTCTRL");
	check_chord("Control+LeftShift", KEY_LEFTSHIFT, CHORD_MODIFIER_CTRL, "Ctrl+LEFTSHIFT");
}

static void check_wrong(const char *text, const char *expected)
{
	char wrong[160] = "";

	assert_int_equal(chords_set(&chords, CHORD_ACTION_MUTE, text, wrong, sizeof(wrong)), -EINVAL);
	assert_string_equal(wrong, expected);
}

static void test_mistakes(void **unused)
{
	char many[512] = "";

	(void)unused;
	chords_defaults(&chords);
	check_wrong("F20 Ctrl+Foo", "has Ctrl+Foo: there is no key 'Foo'");
	check_wrong("Ctrl", "has Ctrl: Ctrl has two sides: name one, as in RightCtrl");
	check_wrong("M+Ctrl", "has M+Ctrl: before a + stands Ctrl, Alt, Shift or Super, not 'M'");
	check_wrong("Ctrl+control+M", "has Ctrl+control+M: control stands in it twice");
	check_wrong("Ctrl+", "has Ctrl+: there is no key ''");
	check_wrong("+M", "has +M: before a + stands Ctrl, Alt, Shift or Super, not ''");
	check_wrong("KEY_RESERVED", "has KEY_RESERVED: there is no key 'KEY_RESERVED'");
	check_wrong("KEY_MAX", "has KEY_MAX: there is no key 'KEY_MAX'");
	check_wrong("F9 F9", "has F9: it has an action already");
	check_wrong("F9,F10", "has F9,F10: there is no key 'F9,F10'");
	check_wrong("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
		    "has abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz: it is too long");
	for (int i = 1; i <= CHORDS_MAX + 1; i++)
		snprintf(many + strlen(many), sizeof(many) - strlen(many), "%s%s%d ", i > 24 ? "Ctrl+" : "",
			 "F", i > 24 ? i - 24 : i);
	chords.count = 0;
	check_wrong(many, "has Ctrl+F9: more than 32 of them are too many");
}

static void set(enum chord_action action, const char *list)
{
	char wrong[160];

	assert_int_equal(chords_set(&chords, action, list, wrong, sizeof(wrong)), 0);
}

/* A default gives way, and its action keeps its other keys. */
static void test_defaults(void **unused)
{
	char wrong[160];

	(void)unused;
	chords_defaults(&chords);
	assert_int_equal(chords.count, 2);
	set(CHORD_ACTION_TALK, "F20 Ctrl+MicMute");
	assert_int_equal(chords.count, 3);
	assert_int_equal(chords.chord[0].action, CHORD_ACTION_TOGGLE);
	assert_int_equal(chords.chord[1].action, CHORD_ACTION_TALK);
	assert_int_equal(chords.chord[2].action, CHORD_ACTION_TALK);
	assert_int_equal(chords_set(&chords, CHORD_ACTION_TOGGLE, "F20", wrong, sizeof(wrong)), -EINVAL);
	chords_defaults(&chords);
	set(CHORD_ACTION_TOGGLE, "");
	assert_int_equal(chords.count, 0);
}

static void test_what_a_keyboard_can(void **unused)
{
	struct chord_keys keys, needed;

	(void)unused;
	chords_defaults(&chords);
	/* as /sys has those of an AT keyboard, of a power button, of a mouse */
	chord_keys_parse("402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe\n", &keys);
	assert_false(chords_are_on(&chords, &keys));
	set(CHORD_ACTION_MUTE, "Ctrl+Alt+M");
	assert_true(chords_are_on(&chords, &keys));
	chord_keys_parse("10000000000000 0\n", &keys);
	assert_false(chords_are_on(&chords, &keys));
	chord_keys_parse("1f0000 0 0 0 0", &keys);
	assert_false(chords_are_on(&chords, &keys));
	set(CHORD_ACTION_UNMUTE, "BTN_SIDE");
	assert_true(chords_are_on(&chords, &keys));
	chord_keys_parse("", &keys);
	assert_false(chords_are_on(&chords, &keys));
	/* M alone, without any Ctrl */
	chords.count = 0;
	set(CHORD_ACTION_MUTE, "Ctrl+M");
	chord_keys_parse("4000000000000", &keys);
	assert_false(chords_are_on(&chords, &keys));

	chords_needed(&chords, &needed);
	memset(&keys, 0, sizeof(keys));
	for (size_t i = 0; i < 3; i++) {
		static const uint16_t codes[] = { KEY_M, KEY_LEFTCTRL, KEY_RIGHTCTRL };

		keys.bits[codes[i] / CHORD_LONG_BITS] |= 1ul << codes[i] % CHORD_LONG_BITS;
	}
	assert_memory_equal(&keys, &needed, sizeof(keys));
}

/*
 * Events as words: "+125" key 125 goes down, "-125" up, "=125" is repeated, "|"
 * a report ends, "!" the kernel dropped events. Told: "p0" chord 0 is complete,
 * "r0" is not any more, "lost".
 */
static void play(const char *events, const char *expected)
{
	char told[256] = "";

	for (const char *at = events; *at; at += strcspn(at, " "), at += strspn(at, " ")) {
		struct input_event event = { .type = EV_KEY };
		struct chord_step step;

		switch (*at) {
		case '+': event.value = 1; break;
		case '-': break;
		case '=': event.value = 2; break;
		case '|': event.type = EV_SYN; event.code = SYN_REPORT; break;
		case '!': event.type = EV_SYN; event.code = SYN_DROPPED; break;
		default: fail();
		}
		if (event.type == EV_KEY)
			event.code = (uint16_t)atoi(at + 1);
		chord_feed(&chords, &state, &event, &step);
		if (step.lost)
			strcat(told, "lost ");
		for (unsigned i = 0; i < CHORDS_MAX; i++)
			if (step.released >> i & 1)
				snprintf(told + strlen(told), 16, "r%u ", i);
		if (step.pressed >= 0)
			snprintf(told + strlen(told), 16, "p%d ", step.pressed);
	}
	assert_string_equal(told, expected);
}

#undef CTRL
#define CTRL "29"
#define RCTRL "97"
#define ALT "56"
#define SHIFT "42"
#define M "50"
#define F20 "190"

static int set_up(void **unused)
{
	(void)unused;
	chords.count = 0;
	set(CHORD_ACTION_TALK, "F20 Ctrl+Alt+M Ctrl+M RightCtrl");	/* 0, 1, 2, 3 */
	memset(&state, 0, sizeof(state));
	return 0;
}

static void test_a_key(void **unused)
{
	(void)unused;
	play("+" F20 " | =" F20 " | =" F20 " | -" F20 " |", "p0 r0 ");
	play("-" F20 " |", "");			/* held since before we looked */
	play("=" F20 " | =" F20 " | -" F20 " |", "");
	play("+30 | -30 |", "");
}

static void test_chords(void **unused)
{
	(void)unused;
	play("+" M " | -" M, "");
	play("+" CTRL " | +" M " | =" M " | -" M " | -" CTRL, "p2 r2 ");
	play("+" CTRL " +" ALT " +" M " | -" M " -" ALT " -" CTRL, "p1 r1 ");
	play("+" CTRL " +" SHIFT " +" F20 " -" F20 " +" M " -" M " -" SHIFT " -" CTRL, "p0 r0 p2 r2 ");
	/* the key first is no chord, whatever comes then */
	play("+" M " | +" CTRL " | -" CTRL " | -" M, "");
	/* letting go of a modifier ends it; the key is no new chord for that */
	play("+" CTRL " +" ALT " +" M " -" ALT " =" M " -" M " -" CTRL, "p1 r1 ");
}

static void test_sides(void **unused)
{
	(void)unused;
	/* the right one is a key of its own here, and a modifier still */
	play("+" RCTRL " +" M " -" M " -" RCTRL, "p3 p2 r2 r3 ");
	/* two of a kind: one is enough */
	play("+" CTRL " +" RCTRL " +" M " -" RCTRL " -" M " -" CTRL, "p3 p2 r3 r2 ");
	play("+" CTRL " +" RCTRL " +" M " -" CTRL " -" RCTRL " -" M, "p3 p2 r2 r3 ");
}

static void test_dropped(void **unused)
{
	(void)unused;
	play("+" F20 " | ! -" F20 " +" F20 " | =" F20 " -" F20, "p0 lost ");
	play("+" CTRL " | ! | +" M " -" M " -" CTRL, "lost ");
	play("! +" F20 " | -" F20 " | +" F20 " -" F20, "lost p0 r0 ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_what_a_keyboard_can),
		cmocka_unit_test_setup(test_a_key, set_up),
		cmocka_unit_test_setup(test_chords, set_up),
		cmocka_unit_test_setup(test_sides, set_up),
		cmocka_unit_test_setup(test_dropped, set_up),
	};

	return cmocka_run_group_tests_name("chord", tests, NULL, NULL);
}
