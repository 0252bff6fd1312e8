/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Keys and chords ("F20", "Ctrl+Alt+M"), and what a keyboard's events make of
 * them. Pure: no descriptor, no clock, no allocation, no log; hotkey.c feeds it.
 *
 * A chord is complete when its key goes down while its modifiers are held on
 * the same keyboard: else a program's keyboard could add its Ctrl to an M that
 * somebody types. Modifiers beside do not matter, of two chords that fit the
 * one with more modifiers counts. It is held until its key or one of its
 * modifiers is let go of. Repeats do nothing; nor does letting go of a key that
 * was never seen to go down.
 */
#ifndef HARDMUTED_CHORD_H
#define HARDMUTED_CHORD_H

#include <linux/input.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CHORDS_MAX 32	/* bits of struct chord_state's held */
#define CHORD_NAME_BYTES 64

enum chord_action {
	CHORD_ACTION_MUTE = 0,
	CHORD_ACTION_UNMUTE,
	CHORD_ACTION_TOGGLE,
	CHORD_ACTION_TALK,	/* push-to-talk: live while held */
	CHORD_ACTION_HUSH,	/* push-to-mute: muted while held */
};

struct chord {
	uint16_t key;		/* KEY_* or BTN_* */
	uint8_t modifiers;	/* bits of CHORD_MODIFIER_*, left or right */
	enum chord_action action;
	bool fallback;		/* of the defaults: gives way to one from the configuration */
};

enum {
	CHORD_MODIFIER_CTRL = 1,
	CHORD_MODIFIER_ALT = 2,
	CHORD_MODIFIER_SHIFT = 4,
	CHORD_MODIFIER_SUPER = 8,
};

struct chords {
	unsigned count;
	struct chord chord[CHORDS_MAX];
};

/* A set of key codes, as the kernel's ioctls have it. */
#define CHORD_LONG_BITS (8 * sizeof(unsigned long))
#define CHORD_KEY_LONGS ((KEY_CNT + CHORD_LONG_BITS - 1) / CHORD_LONG_BITS)
struct chord_keys {
	unsigned long bits[CHORD_KEY_LONGS];
};

/* The microphone keys of laptops and keyboards toggle. */
void chords_defaults(struct chords *chords);
/*
 * All chords of one action, from words with blanks in between. 0; -EINVAL,
 * and what is wrong, with the chord's text, in wrong: *chords is then undefined.
 */
int chords_set(struct chords *chords, enum chord_action action, const char *list, char *wrong,
	       size_t size);
bool chords_are_same(const struct chords *a, const struct chords *b);
/* "Ctrl+Alt+M" */
void chord_name(const struct chord *chord, char name[CHORD_NAME_BYTES]);

/* Keys as /sys has them ("capabilities/key": hexadecimal longs, the highest first). */
void chord_keys_parse(const char *text, struct chord_keys *keys);
/* A keyboard with these keys can send one of the chords. */
bool chords_are_on(const struct chords *chords, const struct chord_keys *keys);
/* The keys that have to be seen for all chords, and no other. */
void chords_needed(const struct chords *chords, struct chord_keys *keys);

/* What is held on one keyboard. Zeroed: nothing. */
struct chord_state {
	uint8_t modifiers;	/* the eight keys */
	uint32_t held;		/* chords that are complete; a bit for each */
	bool dropped;		/* until the kernel's next report nothing counts */
};

/* What one event did, in this order. */
struct chord_step {
	bool lost;		/* events were: what was held is not any more, a press may be missing */
	uint32_t released;	/* a bit for each chord */
	int pressed;		/* number of a chord; -1 none */
};

void chord_feed(const struct chords *chords, struct chord_state *state,
		const struct input_event *event, struct chord_step *step);

#endif
