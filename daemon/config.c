/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the keys of the configuration mean; how a file is read is in ini.c. Pure
 * but for the file: it logs nothing and exits nowhere, hardmutectl uses the
 * same object for check-config.
 */
#include "config.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "duration.h"
#include "exempt.h"
#include "ini.h"
#include "light.h"
#include "names.h"

#define LATENCY_MAX_MS 2000
#define TONE_MIN_HZ 1
#define TONE_MAX_HZ 20000

/* A setter returns NULL, or says what is wrong with the value. */
typedef const char *set_fn(struct config *config, const char *value);

struct key {
	const char *section;
	const char *name;
	set_fn *set;
};

static const char *set_mode(struct config *config, const char *value)
{
	if (!strcmp(value, "disconnect"))
		config->mode = CONFIG_MODE_DISCONNECT;
	else if (!strcmp(value, "silence"))
		config->mode = CONFIG_MODE_SILENCE;
	else
		return "must be disconnect or silence";
	return NULL;
}

static int parse_unsigned(const char *text, unsigned min, unsigned max, unsigned *number)
{
	unsigned long parsed;
	char *end;

	if (!isdigit((unsigned char)*text))
		return -EINVAL;
	errno = 0;
	parsed = strtoul(text, &end, 10);
	if (errno || *end || parsed < min || parsed > max)
		return -ERANGE;
	*number = (unsigned)parsed;
	return 0;
}

static bool is_microphone(const char *spec)
{
	unsigned hz;

	if (!strcmp(spec, "pulse"))
		return true;
	if (!strncmp(spec, "pulse:", 6) || !strncmp(spec, "alsa:", 5) || !strncmp(spec, "file:", 5))
		return strchr(spec, ':')[1];
	if (!strncmp(spec, "tone:", 5))
		return !parse_unsigned(spec + 5, TONE_MIN_HZ, TONE_MAX_HZ, &hz);
	return false;
}

static const char *set_microphone(struct config *config, const char *value)
{
	if (!is_microphone(value))
		return "must be pulse, pulse:SOURCE, alsa:PCM, file:WAV or tone:HZ (1 to 20000)";
	if (strlen(value) >= sizeof(config->microphone))
		return "is too long";
	strcpy(config->microphone, value);
	return NULL;
}

static const char *parse_truth(const char *value, bool *truth)
{
	if (strcmp(value, "yes") && strcmp(value, "no"))
		return "must be yes or no";
	*truth = !strcmp(value, "yes");
	return NULL;
}

static const char *set_remind(struct config *config, const char *value)
{
	return parse_truth(value, &config->remind);
}

static const char *set_default(struct config *config, const char *value)
{
	return parse_truth(value, &config->set_default);
}

static const char *set_latency(struct config *config, const char *value)
{
	_Static_assert(LATENCY_MAX_MS == 2000, "the text below says so");

	if (parse_unsigned(value, 0, LATENCY_MAX_MS, &config->latency_ms))
		return "must be a number of milliseconds from 0 to 2000";
	return NULL;
}

static const char *set_exempt(struct config *config, const char *value)
{
	if (!exempt_is_valid(value))
		return "must be words such as driver:NAME, card:ID or bus:NAME";
	if (strlen(value) >= sizeof(config->exempt))
		return "is too long";
	strcpy(config->exempt, value);
	return NULL;
}

/* What is wrong names the chord; it is read before the next value is looked at. */
static const char *set_chords(struct config *config, enum chord_action action, const char *value)
{
	static char wrong[160];

	return chords_set(&config->keys, action, value, wrong, sizeof(wrong)) ? wrong : NULL;
}

static const char *set_toggle_keys(struct config *config, const char *value)
{
	return set_chords(config, CHORD_ACTION_TOGGLE, value);
}

static const char *set_mute_keys(struct config *config, const char *value)
{
	return set_chords(config, CHORD_ACTION_MUTE, value);
}

static const char *set_unmute_keys(struct config *config, const char *value)
{
	return set_chords(config, CHORD_ACTION_UNMUTE, value);
}

static const char *set_talk_keys(struct config *config, const char *value)
{
	return set_chords(config, CHORD_ACTION_TALK, value);
}

static const char *set_hush_keys(struct config *config, const char *value)
{
	return set_chords(config, CHORD_ACTION_HUSH, value);
}

/* The next of names in quotation marks: 1; the end: 0; something else: -EINVAL. */
static int read_quoted(const char **at, const char **name, size_t *length)
{
	const char *text = *at + strspn(*at, " \t");

	if (!*text)
		return 0;
	if (*text != '"')
		return -EINVAL;
	*name = text + 1;
	*length = strcspn(text + 1, "\"");
	*at = text + 1 + *length + 1;
	return *length && text[1 + *length] && strchr(" \t", **at) ? 1 : -EINVAL;
}

static const char *set_trusted(struct config *config, const char *value)
{
	const char *at = value, *name;
	size_t length;
	int found;

	while ((found = read_quoted(&at, &name, &length)) > 0)
		;
	if (found < 0)
		return "must be names of keyboards, each in quotation marks";
	if (strlen(value) >= sizeof(config->trusted))
		return "is too long";
	strcpy(config->trusted, value);
	return NULL;
}

bool config_trusts(const struct config *config, const char *keyboard)
{
	const char *at = config->trusted, *name;
	size_t length;

	while (read_quoted(&at, &name, &length) > 0)
		if (length == strlen(keyboard) && !strncmp(name, keyboard, length))
			return true;
	return false;
}

static const char *set_lights(struct config *config, const char *value)
{
	if (!light_names_are_valid(value))
		return "must be names of lights in /sys/class/leds, or patterns such as *:micmute";
	if (strlen(value) >= sizeof(config->lights))
		return "is too long";
	strcpy(config->lights, value);
	return NULL;
}

static const char *set_inverted(struct config *config, const char *value)
{
	return parse_truth(value, &config->lights_inverted);
}

static const char *set_lit(struct config *config, const char *value)
{
	if (strcmp(value, "muted") && strcmp(value, "live"))
		return "must be muted or live";
	config->lit_when_live = !strcmp(value, "live");
	return NULL;
}

static const char *set_unmute(struct config *config, const char *value)
{
	if (!strcmp(value, "key"))
		config->unmute = CONFIG_UNMUTE_KEY;
	else if (!strcmp(value, "ask"))
		config->unmute = CONFIG_UNMUTE_ASK;
	else if (!strcmp(value, "session"))
		config->unmute = CONFIG_UNMUTE_SESSION;
	else
		return "must be key, ask or session";
	return NULL;
}

static const char *set_mute_on(struct config *config, const char *value)
{
	static const char *const words[] = { "lock", "lid", "switch", "logout", "idle" };
	unsigned mute_on = 0;

	_Static_assert(CONFIG_MUTE_ON_IDLE == 1 << 4, "words[] has the order of the bits");
	for (value += strspn(value, " \t"); *value; value += strspn(value, " \t")) {
		size_t length = strcspn(value, " \t"), i;

		for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
			if (strlen(words[i]) == length && !strncmp(words[i], value, length))
				break;
		if (i == sizeof(words) / sizeof(words[0]))
			return "must be words of lock, lid, switch, logout and idle";
		mute_on |= 1u << i;
		value += length;
	}
	config->mute_on = mute_on;
	return NULL;
}

static const char *set_max_live(struct config *config, const char *value)
{
	if (duration_parse(value, &config->max_live_us))
		return "must be a time such as 45m or 1h30m, at most 366d, or 0 for none";
	return NULL;
}

static const struct key keys[] = {
	{ "mute", "mode", set_mode },
	{ "mute", "remind", set_remind },
	{ "authority", "unmute", set_unmute },
	{ "authority", "mute-on", set_mute_on },
	{ "authority", "max-live", set_max_live },
	{ "microphones", "exempt", set_exempt },
	{ "keys", "toggle", set_toggle_keys },
	{ "keys", "mute", set_mute_keys },
	{ "keys", "unmute", set_unmute_keys },
	{ "keys", "push-to-talk", set_talk_keys },
	{ "keys", "push-to-mute", set_hush_keys },
	{ "keys", "trusted", set_trusted },
	{ "led", "names", set_lights },
	{ "led", "inverted", set_inverted },
	{ "led", "lit", set_lit },
	{ "session", "microphone", set_microphone },
	{ "session", "default", set_default },
	{ "session", "latency-ms", set_latency },
};
#define N_KEYS (sizeof(keys) / sizeof(keys[0]))

_Static_assert(N_KEYS <= INI_KEYS_MAX, "ini.h takes all");

void config_defaults(struct config *config)
{
	*config = (struct config){
		.mode = CONFIG_MODE_DISCONNECT,
		.unmute = CONFIG_UNMUTE_ASK,
		.mute_on = CONFIG_MUTE_ON_LOCK | CONFIG_MUTE_ON_LID | CONFIG_MUTE_ON_SWITCH |
			   CONFIG_MUTE_ON_LOGOUT,
		.max_live_us = 0,
		.exempt = EXEMPT_DEFAULT,
		.lights = LIGHTS_NAMES,
		.microphone = "pulse",
		.set_default = true,
		.latency_ms = 0,
	};
	chords_defaults(&config->keys);
}

static void get_key(size_t key, const char **section, const char **name)
{
	*section = keys[key].section;
	*name = keys[key].name;
}

static const char *set_key(void *config, size_t key, const char *value)
{
	return keys[key].set(config, value);
}

int config_load(const char *path, struct config *config, config_report_fn *report, void *userdata)
{
	static const struct ini_keys all = { N_KEYS, get_key, set_key };
	struct config fresh;
	int error;

	config_defaults(&fresh);
	error = ini_load(path, &all, &fresh, report, userdata);
	if (!error)
		*config = fresh;
	return error;
}

int config_path(bool session, char *path, size_t size)
{
	int length;

	if (session)
		return ini_find_user_path(CONFIG_SESSION_FILE, path, size);
	length = snprintf(path, size, "%s", CONFIG_PATH);
	return (size_t)length < size ? 0 : -ENAMETOOLONG;
}
