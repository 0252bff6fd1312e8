/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The mute flag's rules: each line of the table in mirror.h; a desktop that
 * toggles the flag at every press of the key, early and late; and a walk over
 * all that can happen, for what must hold whatever happens.
 */
// links: ctl/mirror
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../ctl/mirror.h"

#define MS 1000
#define START_US 10000000

static int64_t now_us;
static struct mirror_world world;

static unsigned see(struct mirror *mirror, bool flag)
{
	struct mirror_event event = { .flag = flag, .now_us = now_us };

	return mirror_step(mirror, &world, &event);
}

static unsigned go(struct mirror *mirror, enum mirror_hard hard, bool by_key)
{
	struct mirror_event event = { .type = MIRROR_EVENT_HARD, .now_us = now_us };

	world.hard = hard;
	if (by_key)
		world.key_us = now_us;
	return mirror_step(mirror, &world, &event);
}

static unsigned find(struct mirror *mirror, enum mirror_hard hard, bool flag, bool remembered)
{
	struct mirror_event event = { .flag = flag, .remembered = remembered, .now_us = now_us };

	world = (struct mirror_world){ .hard = hard };
	*mirror = (struct mirror){ .button = true };
	return mirror_step(mirror, &world, &event);
}

static int set_up(void **unused)
{
	(void)unused;
	now_us = START_US;
	return 0;
}

static void test_found(void **unused)
{
	static const struct {
		enum mirror_hard hard;
		bool flag, remembered;
		unsigned actions;
		enum mirror_owner owner;
	} cases[] = {
		{ MIRROR_HARD_MUTED, false, false, MIRROR_ACTION_SET, MIRROR_OWNER_US },
		{ MIRROR_HARD_MUTED, false, true, MIRROR_ACTION_SET, MIRROR_OWNER_US },
		{ MIRROR_HARD_MUTED, true, true, 0, MIRROR_OWNER_US },
		{ MIRROR_HARD_MUTED, true, false, 0, MIRROR_OWNER_USER },
		{ MIRROR_HARD_LIVE, true, true, MIRROR_ACTION_CLEAR, MIRROR_OWNER_NONE },
		{ MIRROR_HARD_LIVE, true, false, 0, MIRROR_OWNER_USER },
		{ MIRROR_HARD_LIVE, false, false, 0, MIRROR_OWNER_NONE },
		{ MIRROR_HARD_UNKNOWN, false, false, 0, MIRROR_OWNER_NONE },
		{ MIRROR_HARD_UNKNOWN, true, true, 0, MIRROR_OWNER_US },
	};
	struct mirror mirror;

	(void)unused;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(find(&mirror, cases[i].hard, cases[i].flag, cases[i].remembered),
				 cases[i].actions);
		assert_int_equal(mirror.owner, cases[i].owner);
	}
}

static void test_follows(void **unused)
{
	struct mirror mirror;

	(void)unused;
	find(&mirror, MIRROR_HARD_UNKNOWN, false, false);
	assert_int_equal(go(&mirror, MIRROR_HARD_MUTED, false), MIRROR_ACTION_SET);
	assert_int_equal(see(&mirror, true), 0);
	assert_int_equal(go(&mirror, MIRROR_HARD_UNKNOWN, false), 0);
	assert_int_equal(go(&mirror, MIRROR_HARD_MUTED, false), 0);
	assert_int_equal(go(&mirror, MIRROR_HARD_LIVE, false), MIRROR_ACTION_CLEAR);
	assert_int_equal(see(&mirror, false), 0);
	assert_int_equal(mirror.owner, MIRROR_OWNER_NONE);
}

static void test_users_flag_stays(void **unused)
{
	struct mirror mirror;

	(void)unused;
	find(&mirror, MIRROR_HARD_LIVE, true, false);
	assert_int_equal(go(&mirror, MIRROR_HARD_MUTED, false), 0);
	assert_int_equal(go(&mirror, MIRROR_HARD_LIVE, false), 0);
	assert_int_equal(mirror.owner, MIRROR_OWNER_USER);
	assert_int_equal(see(&mirror, false), 0);	/* and is the user's to clear */
}

static void test_refused(void **unused)
{
	struct mirror mirror;

	(void)unused;
	find(&mirror, MIRROR_HARD_MUTED, true, false);	/* the user's */
	assert_int_equal(see(&mirror, false), MIRROR_ACTION_SET | MIRROR_ACTION_REPORT);
	assert_int_equal(mirror.owner, MIRROR_OWNER_US);
	assert_int_equal(see(&mirror, true), 0);
	assert_int_equal(see(&mirror, false), MIRROR_ACTION_SET | MIRROR_ACTION_REPORT);
	assert_int_equal(see(&mirror, true), 0);
	assert_int_equal(go(&mirror, MIRROR_HARD_LIVE, false), MIRROR_ACTION_CLEAR);
}

static void test_fight_is_reported_once(void **unused)
{
	unsigned reports = 0, sets = 0;
	struct mirror mirror;

	(void)unused;
	find(&mirror, MIRROR_HARD_MUTED, false, false);
	for (int i = 0; i < 1000; i++) {	/* never once seen as set */
		unsigned actions = see(&mirror, false);

		sets += !!(actions & MIRROR_ACTION_SET);
		reports += !!(actions & MIRROR_ACTION_REPORT);
	}
	assert_int_equal(sets, 1000);
	assert_int_equal(reports, 1);
}

static void test_button_mutes(void **unused)
{
	struct mirror mirror;

	(void)unused;
	find(&mirror, MIRROR_HARD_LIVE, false, false);
	assert_int_equal(see(&mirror, true), MIRROR_ACTION_MUTE);
	assert_int_equal(go(&mirror, MIRROR_HARD_MUTED, false), 0);
	assert_int_equal(go(&mirror, MIRROR_HARD_LIVE, false), MIRROR_ACTION_CLEAR);

	find(&mirror, MIRROR_HARD_LIVE, false, false);
	mirror.button = false;		/* the webcam's, which is muted for good */
	assert_int_equal(see(&mirror, true), 0);
	now_us += MIRROR_MOMENT_US;
	assert_int_equal(go(&mirror, MIRROR_HARD_MUTED, false), 0);
	assert_int_equal(go(&mirror, MIRROR_HARD_LIVE, false), 0);
}

/* A desktop mutes all sources, of which one is the button. */
static void test_all_at_once(void **unused)
{
	struct mirror mirror;

	(void)unused;
	find(&mirror, MIRROR_HARD_LIVE, false, false);
	mirror.button = false;
	assert_int_equal(see(&mirror, true), 0);
	now_us += 10 * MS;
	assert_int_equal(go(&mirror, MIRROR_HARD_MUTED, false), 0);
	assert_int_equal(go(&mirror, MIRROR_HARD_LIVE, false), MIRROR_ACTION_CLEAR);
}

static void test_nothing_while_unknown(void **unused)
{
	struct mirror mirror;

	(void)unused;
	find(&mirror, MIRROR_HARD_UNKNOWN, false, false);
	assert_int_equal(see(&mirror, true), 0);
	assert_int_equal(see(&mirror, false), 0);
}

static void test_late_server(void **unused)
{
	struct mirror mirror;

	(void)unused;
	find(&mirror, MIRROR_HARD_MUTED, true, true);
	go(&mirror, MIRROR_HARD_LIVE, false);
	assert_int_equal(see(&mirror, true), MIRROR_ACTION_CLEAR);	/* as it was before */
	now_us += MIRROR_MOMENT_US;
	assert_int_equal(see(&mirror, true), 0);	/* not ours to fight over while live */
	assert_int_equal(mirror.owner, MIRROR_OWNER_USER);
}

/* What a desktop does at a press: it inverts the flag that it believes in. */
struct desktop {
	bool believes;
	bool told;	/* it has seen the change that hardmute's mirror made */
};

/*
 * One press from each state, with the desktop before or after hardmuted, and
 * before or after it was told of our change. Afterwards both agree.
 */
static void press(bool to_live, bool desktop_first, bool told)
{
	enum mirror_hard before = to_live ? MIRROR_HARD_MUTED : MIRROR_HARD_LIVE;
	enum mirror_hard after = to_live ? MIRROR_HARD_LIVE : MIRROR_HARD_MUTED;
	struct mirror mirror;
	unsigned actions, asked_mute = 0;
	bool flag = !to_live;

	now_us += 10 * MIRROR_MOMENT_US;
	find(&mirror, before, flag, true);
	for (int step = 0; step < 2; step++) {
		if ((step == 0) == desktop_first) {
			bool wrong = told && !desktop_first ? !flag : to_live ? false : true;

			if (wrong == flag)
				continue;
			flag = wrong;
			actions = see(&mirror, flag);
		} else {
			actions = go(&mirror, after, true);
		}
		asked_mute |= actions & MIRROR_ACTION_MUTE;
		if (step == 1)	/* within the moment nobody is accused */
			assert_false(actions & MIRROR_ACTION_REPORT);
		if (actions & (MIRROR_ACTION_SET | MIRROR_ACTION_CLEAR)) {
			flag = actions & MIRROR_ACTION_SET;
			see(&mirror, flag);
		}
		now_us += 5 * MS;
	}
	assert_int_equal(flag, !to_live);
	assert_true(to_live ? !asked_mute : true);
}

static void test_presses(void **unused)
{
	(void)unused;
	for (int i = 0; i < 8; i++)
		press(i & 1, i & 2, i & 4);
}

/* Every sequence of events, seven deep. */
static void walk(struct mirror mirror, struct mirror_world at, int64_t time, int depth)
{
	for (int choice = 0; choice < 6 && depth; choice++) {
		struct mirror next = mirror;
		struct mirror_event event = { .type = MIRROR_EVENT_SEEN, .now_us = time };
		unsigned actions;

		world = at;
		if (choice < 2) {
			event.flag = choice;
		} else {
			event.type = MIRROR_EVENT_HARD;
			world.hard = (enum mirror_hard)(choice % 3);
			if (choice == 5)
				world.key_us = time;
		}
		actions = mirror_step(&next, &world, &event);
		assert_false((actions & MIRROR_ACTION_SET) && (actions & MIRROR_ACTION_CLEAR));
		/* set only while muted, clear and mute only while live */
		if (actions & MIRROR_ACTION_SET && !(event.type == MIRROR_EVENT_SEEN && next.tries > 1))
			assert_int_equal(world.hard, MIRROR_HARD_MUTED);
		if (actions & (MIRROR_ACTION_CLEAR | MIRROR_ACTION_MUTE) && next.tries <= 1)
			assert_int_equal(world.hard, MIRROR_HARD_LIVE);
		/* muted: the flag is set, or is asked for */
		if (next.found && world.hard == MIRROR_HARD_MUTED)
			assert_true(next.asked ? next.asked_flag : next.flag);
		/* live: nothing of ours stays set but for a mute that was asked for */
		if (next.found && world.hard == MIRROR_HARD_LIVE && at.hard != MIRROR_HARD_LIVE)
			assert_int_not_equal(next.owner, MIRROR_OWNER_US);
		walk(next, world, time + 60 * MS, depth - 1);
	}
}

static void test_walk(void **unused)
{
	(void)unused;
	walk((struct mirror){ .button = true }, (struct mirror_world){ .key_us = 0 }, START_US, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_found, set_up),
		cmocka_unit_test_setup(test_follows, set_up),
		cmocka_unit_test_setup(test_users_flag_stays, set_up),
		cmocka_unit_test_setup(test_refused, set_up),
		cmocka_unit_test_setup(test_fight_is_reported_once, set_up),
		cmocka_unit_test_setup(test_button_mutes, set_up),
		cmocka_unit_test_setup(test_all_at_once, set_up),
		cmocka_unit_test_setup(test_nothing_while_unknown, set_up),
		cmocka_unit_test_setup(test_late_server, set_up),
		cmocka_unit_test_setup(test_presses, set_up),
		cmocka_unit_test_setup(test_walk, set_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
