/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names of keys are libevdev's; what follows from events is told in chord.h. */
#include "chord.h"

#include <ctype.h>
#include <errno.h>
#include <libevdev/libevdev.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORD_BYTES 48

static const struct {
	const char *name;
	uint8_t bit;
} modifiers[] = {
	{ "Ctrl", CHORD_MODIFIER_CTRL }, { "Alt", CHORD_MODIFIER_ALT },
	{ "Shift", CHORD_MODIFIER_SHIFT }, { "Super", CHORD_MODIFIER_SUPER },
	{ "Control", CHORD_MODIFIER_CTRL }, { "Meta", CHORD_MODIFIER_SUPER },
};
#define N_NAMED 4	/* of these chord_name() makes use */

/* Bit i of chord_state's modifiers; i and i + 4 are one modifier. */
static const uint16_t modifier_keys[] = {
	KEY_LEFTCTRL, KEY_LEFTALT, KEY_LEFTSHIFT, KEY_LEFTMETA,
	KEY_RIGHTCTRL, KEY_RIGHTALT, KEY_RIGHTSHIFT, KEY_RIGHTMETA,
};
#define N_MODIFIER_KEYS (sizeof(modifier_keys) / sizeof(modifier_keys[0]))

static bool has_key(const struct chord_keys *keys, unsigned code)
{
	return keys->bits[code / CHORD_LONG_BITS] >> code % CHORD_LONG_BITS & 1;
}

static void add_key(struct chord_keys *keys, unsigned code)
{
	keys->bits[code / CHORD_LONG_BITS] |= 1ul << code % CHORD_LONG_BITS;
}

static uint8_t find_modifier(const char *word)
{
	for (size_t i = 0; i < sizeof(modifiers) / sizeof(modifiers[0]); i++)
		if (!strcasecmp(word, modifiers[i].name))
			return modifiers[i].bit;
	return 0;
}

/* "MicMute", "F20", "KEY_F20", "BTN_SIDE"; 0: there is no such key. */
static uint16_t find_key(const char *word)
{
	char name[WORD_BYTES + 4];
	int code;

	snprintf(name, sizeof(name), "%s%s",
		 strncasecmp(word, "KEY_", 4) && strncasecmp(word, "BTN_", 4) ? "KEY_" : "", word);
	for (char *c = name; *c; c++)
		*c = (char)toupper((unsigned char)*c);
	code = libevdev_event_code_from_name(EV_KEY, name);
	return code > 0 && code < KEY_MAX ? (uint16_t)code : 0;
}

/* text is cut into its words. 0, or -EINVAL and what is wrong. */
static int parse_chord(char *text, struct chord *chord, char *wrong, size_t size)
{
	char *rest = text, *word;
	uint8_t modifier;

	while (word = strsep(&rest, "+"), rest) {
		modifier = find_modifier(word);
		if (!modifier || chord->modifiers & modifier) {
			snprintf(wrong, size, modifier ? "%s stands in it twice" : "before a + stands "
				 "Ctrl, Alt, Shift or Super, not '%s'", word);
			return -EINVAL;
		}
		chord->modifiers |= modifier;
	}
	chord->key = find_key(word);
	if (chord->key)
		return 0;
	snprintf(wrong, size, find_modifier(word) ? "%s has two sides: name one, as in Right%s" :
		 "there is no key '%s'", word, word);
	return -EINVAL;
}

/* Of the same key and modifiers; NULL: none. */
static struct chord *find_same(struct chords *chords, const struct chord *chord)
{
	for (unsigned i = 0; i < chords->count; i++)
		if (chords->chord[i].key == chord->key &&
		    chords->chord[i].modifiers == chord->modifiers)
			return &chords->chord[i];
	return NULL;
}

static int add_chord(struct chords *chords, const struct chord *chord, char *wrong, size_t size)
{
	struct chord *same = find_same(chords, chord);

	if (same && !same->fallback) {
		snprintf(wrong, size, "it has an action already");
		return -EINVAL;
	}
	if (!same && chords->count == CHORDS_MAX) {
		snprintf(wrong, size, "more than %d of them are too many", CHORDS_MAX);
		return -EINVAL;
	}
	*(same ? same : &chords->chord[chords->count++]) = *chord;
	return 0;
}

static void remove_action(struct chords *chords, enum chord_action action)
{
	unsigned kept = 0;

	for (unsigned i = 0; i < chords->count; i++)
		if (chords->chord[i].action != action)
			chords->chord[kept++] = chords->chord[i];
	chords->count = kept;
}

int chords_set(struct chords *chords, enum chord_action action, const char *list, char *wrong,
	       size_t size)
{
	char text[WORD_BYTES], why[80];
	struct chord chord;
	size_t length;

	remove_action(chords, action);
	for (list += strspn(list, " \t"); *list; list += length, list += strspn(list, " \t")) {
		length = strcspn(list, " \t");
		snprintf(text, sizeof(text), "%.*s", (int)length, list);
		chord = (struct chord){ .action = action };
		if (length >= sizeof(text))
			snprintf(why, sizeof(why), "it is too long");
		else if (!parse_chord(text, &chord, why, sizeof(why)) &&
			 !add_chord(chords, &chord, why, sizeof(why)))
			continue;
		snprintf(wrong, size, "has %.*s: %s", (int)length, list, why);
		return -EINVAL;
	}
	return 0;
}

void chords_defaults(struct chords *chords)
{
	*chords = (struct chords){ .count = 2, .chord = {
		{ .key = KEY_MICMUTE, .action = CHORD_ACTION_TOGGLE, .fallback = true },
		/* what firmware sends, and older systems make of the former: X has no code for that */
		{ .key = KEY_F20, .action = CHORD_ACTION_TOGGLE, .fallback = true },
	} };
}

bool chords_are_same(const struct chords *a, const struct chords *b)
{
	bool same = a->count == b->count;

	for (unsigned i = 0; same && i < a->count; i++)
		same = a->chord[i].key == b->chord[i].key &&
		       a->chord[i].modifiers == b->chord[i].modifiers &&
		       a->chord[i].action == b->chord[i].action;
	return same;
}

void chord_name(const struct chord *chord, char name[CHORD_NAME_BYTES])
{
	const char *key = libevdev_event_code_get_name(EV_KEY, chord->key);
	size_t length = 0;

	for (size_t i = 0; i < N_NAMED; i++)
		if (chord->modifiers & modifiers[i].bit)
			length += (size_t)snprintf(name + length, CHORD_NAME_BYTES - length, "%s+",
						   modifiers[i].name);
	if (!key)
		key = "?";
	snprintf(name + length, CHORD_NAME_BYTES - length, "%s", strncmp(key, "KEY_", 4) ? key : key + 4);
}

void chord_keys_parse(const char *text, struct chord_keys *keys)
{
	unsigned long words[CHORD_KEY_LONGS];
	size_t count = 0;
	char *end;

	memset(keys, 0, sizeof(*keys));
	for (; count < CHORD_KEY_LONGS; count++, text = end) {
		words[count] = strtoul(text, &end, 16);
		if (end == text)
			break;
	}
	for (size_t i = 0; i < count; i++)
		keys->bits[count - 1 - i] = words[i];
}

/* All modifiers of the chord, on either side. */
static bool has_modifiers(const struct chord_keys *keys, uint8_t needed)
{
	for (unsigned i = 0; i < N_MODIFIER_KEYS / 2; i++)
		if (needed >> i & 1 && !has_key(keys, modifier_keys[i]) &&
		    !has_key(keys, modifier_keys[i + N_MODIFIER_KEYS / 2]))
			return false;
	return true;
}

bool chords_are_on(const struct chords *chords, const struct chord_keys *keys)
{
	for (unsigned i = 0; i < chords->count; i++)
		if (has_key(keys, chords->chord[i].key) &&
		    has_modifiers(keys, chords->chord[i].modifiers))
			return true;
	return false;
}

void chords_needed(const struct chords *chords, struct chord_keys *keys)
{
	memset(keys, 0, sizeof(*keys));
	for (unsigned i = 0; i < chords->count; i++) {
		add_key(keys, chords->chord[i].key);
		for (unsigned m = 0; m < N_MODIFIER_KEYS; m++)
			if (chords->chord[i].modifiers >> m % (N_MODIFIER_KEYS / 2) & 1)
				add_key(keys, modifier_keys[m]);
	}
}

/* Left and right alike. */
static uint8_t fold(uint8_t keys)
{
	return (keys | keys >> 4) & 0x0f;
}

static uint8_t find_modifier_key(uint16_t code)
{
	for (unsigned i = 0; i < N_MODIFIER_KEYS; i++)
		if (modifier_keys[i] == code)
			return (uint8_t)(1u << i);
	return 0;
}

static unsigned count_bits(uint8_t bits)
{
	unsigned count = 0;

	for (; bits; bits &= (uint8_t)(bits - 1))
		count++;
	return count;
}

/* The chord that this key completes; -1: none. */
static int find_complete(const struct chords *chords, uint8_t held, uint16_t key)
{
	int best = -1;

	for (unsigned i = 0; i < chords->count; i++) {
		const struct chord *chord = &chords->chord[i];

		if (chord->key != key || chord->modifiers & ~held)
			continue;
		if (best < 0 || count_bits(chord->modifiers) > count_bits(chords->chord[best].modifiers))
			best = (int)i;
	}
	return best;
}

static void press(const struct chords *chords, struct chord_state *state, uint16_t key,
		  struct chord_step *step)
{
	step->pressed = find_complete(chords, fold(state->modifiers), key);
	if (step->pressed >= 0)
		state->held |= 1u << step->pressed;
	state->modifiers |= find_modifier_key(key);
}

static void release(const struct chords *chords, struct chord_state *state, uint16_t key,
		    struct chord_step *step)
{
	state->modifiers &= (uint8_t)~find_modifier_key(key);
	for (unsigned i = 0; i < chords->count; i++)
		if (chords->chord[i].key == key ||
		    chords->chord[i].modifiers & ~fold(state->modifiers))
			step->released |= state->held & 1u << i;
	state->held &= ~step->released;
}

void chord_feed(const struct chords *chords, struct chord_state *state,
		const struct input_event *event, struct chord_step *step)
{
	*step = (struct chord_step){ .pressed = -1 };
	if (event->type == EV_SYN && event->code == SYN_DROPPED) {
		/* What is held now is not asked for: the answer would name every key of the keyboard. */
		step->lost = true;
		*state = (struct chord_state){ .dropped = true };
	} else if (event->type == EV_SYN && event->code == SYN_REPORT) {
		state->dropped = false;
	} else if (event->type == EV_KEY && !state->dropped) {
		if (event->value == 1)
			press(chords, state, event->code, step);
		else if (event->value == 0)
			release(chords, state, event->code, step);
	}
}
