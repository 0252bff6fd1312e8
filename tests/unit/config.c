/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The configuration: every mistake is named by file and line, and changes nothing. */
// links: daemon/config daemon/ini daemon/chord daemon/duration daemon/exempt daemon/light
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../daemon/config.h"
#include "../../daemon/exempt.h"
#include "../../daemon/light.h"

static char path[64];
static char reports[4096];	/* the reported lines without the file name */

static void on_report(void *userdata, const char *line)
{
	assert_ptr_equal(userdata, reports);
	assert_memory_equal(line, path, strlen(path));
	strcat(reports, line + strlen(path));
	strcat(reports, "\n");
}

static int load_bytes(const char *text, size_t size, struct config *config)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
	reports[0] = '\0';
	return config_load(path, config, on_report, reports);
}

static int load(const char *text, struct config *config)
{
	return load_bytes(text, strlen(text), config);
}

static int make_path(void **state)
{
	int fd;

	(void)state;
	strcpy(path, "/tmp/hardmute-config-XXXXXX");
	fd = mkstemp(path);
	return fd < 0 ? -1 : close(fd);
}

static int remove_path(void **state)
{
	(void)state;
	return unlink(path);
}

static void test_defaults(void **state)
{
	struct config config, defaults;

	(void)state;
	memset(&config, 0xff, sizeof(config));
	config_defaults(&defaults);
	assert_int_equal(load("# nothing\n\n; at all", &config), 0);
	assert_int_equal(config.mode, CONFIG_MODE_DISCONNECT);
	assert_int_equal(config.unmute, CONFIG_UNMUTE_ASK);
	assert_int_equal(config.mute_on, CONFIG_MUTE_ON_LOCK | CONFIG_MUTE_ON_LID |
			 CONFIG_MUTE_ON_SWITCH | CONFIG_MUTE_ON_LOGOUT);
	assert_int_equal(config.max_live_us, 0);
	assert_string_equal(config.exempt, EXEMPT_DEFAULT);
	assert_false(config.remind);
	assert_string_equal(config.lights, LIGHTS_NAMES);
	assert_false(config.lights_inverted);
	assert_false(config.lit_when_live);
	assert_string_equal(config.microphone, "pulse");
	assert_true(config.set_default);
	assert_int_equal(config.latency_ms, 0);
	assert_int_equal(defaults.mode, config.mode);
}

static void test_values(void **state)
{
	struct config config;

	(void)state;
	assert_int_equal(load("\xEF\xBB\xBF[mute]\r\nmode = silence ; why\r\nremind = yes\n[microphones]\nexempt =\n"
			      "  [session]\n  microphone=alsa:hw:1,0\n\tdefault: no\nlatency-ms=2000",
			      &config), 0);
	assert_string_equal(reports, "");
	assert_int_equal(config.mode, CONFIG_MODE_SILENCE);
	assert_true(config.remind);
	assert_string_equal(config.exempt, "");
	assert_string_equal(config.microphone, "alsa:hw:1,0");
	assert_false(config.set_default);
	assert_int_equal(config.latency_ms, 2000);
}

/* One mistake: exactly this line is reported, and the struct keeps its bytes. */
static void check_mistake(const char *text, const char *expected)
{
	struct config config, before;

	memset(&before, 0x5a, sizeof(before));
	config = before;
	assert_int_equal(load(text, &config), -EINVAL);
	assert_string_equal(reports, expected);
	assert_memory_equal(&config, &before, sizeof(config));
}

static void test_lights(void **state)
{
	struct config config;

	(void)state;
	assert_int_equal(load("[led]\nnames = platform::micmute input*::mute\ninverted = yes\nlit = live\n",
			      &config), 0);
	assert_string_equal(config.lights, "platform::micmute input*::mute");
	assert_true(config.lights_inverted);
	assert_true(config.lit_when_live);
	assert_int_equal(load("[led]\nnames =\n", &config), 0);
	assert_string_equal(config.lights, "");
}

#define BAD_LIGHT " must be names of lights in /sys/class/leds, or patterns such as *:micmute\n"

static void test_bad_lights(void **state)
{
	(void)state;
	check_mistake("[led]\nnames = ../backlight\n", ":2: names: '../backlight'" BAD_LIGHT);
	check_mistake("[led]\nnames = a b/c\n", ":2: names: 'a b/c'" BAD_LIGHT);
	check_mistake("[led]\nnames = aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
		      ":2: names: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'" BAD_LIGHT);
	check_mistake("[led]\nlit = on\n", ":2: lit: 'on' must be muted or live\n");
	check_mistake("[led]\ninverted = 1\n", ":2: inverted: '1' must be yes or no\n");
}

static void test_mistakes(void **state)
{
	(void)state;
	check_mistake("[mute]\nmode = quiet\n",
		      ":2: mode: 'quiet' must be disconnect or silence\n");
	check_mistake("[mute]\nremind = maybe\n", ":2: remind: 'maybe' must be yes or no\n");
	check_mistake("[mute]\nmode =\n", ":2: mode: '' must be disconnect or silence\n");
	check_mistake("[microphones]\nexempt = snd_aloop\n",
		      ":2: exempt: 'snd_aloop' must be words such as driver:NAME, card:ID or bus:NAME\n");
	check_mistake("[mute]\nmod = silence\n", ":2: mod: no such key in [mute]\n");
	check_mistake("[mute]\nlatency-ms = 1\n", ":2: latency-ms: no such key in [mute]\n");
	check_mistake("\n[mut]\nmode = silence\n", ":2: [mut]: no such section\n");
	check_mistake("[mut]\n", ":1: [mut]: no such section\n");
	check_mistake("[mute\nmode = silence\n", ":1: [mute: the section lacks its ]\n");
	check_mistake("mode = silence\n", ":1: mode: stands before any [section]\n");
	check_mistake("[mute]\nmode\n", ":2: is no 'key = value' line\n");
	check_mistake("[mute]\nmode", ":2: is no 'key = value' line\n");
	check_mistake("[mute]\nmode = silence\nmode = silence\n",
		      ":3: mode: already set in line 2\n");
	check_mistake("[mute]\nmode = silence\n  disconnect\n", ":3: is no 'key = value' line\n");
	check_mistake("[session]\ndefault = true\n", ":2: default: 'true' must be yes or no\n");
}

static void test_ranges(void **state)
{
	static const char *const latencies[] = { "-1", "2001", "5ms", "99999999999999999999", "+5", "" };
	static const char *const microphones[] = { "", "mic", "alsa:", "pulse:", "file:", "tone:",
						   "tone:0", "tone:20001", "tone:a", "pulsex" };
	struct config config;
	char text[128], expected[256];

	(void)state;
	for (size_t i = 0; i < sizeof(latencies) / sizeof(latencies[0]); i++) {
		snprintf(text, sizeof(text), "[session]\nlatency-ms = %s\n", latencies[i]);
		snprintf(expected, sizeof(expected), ":2: latency-ms: '%s' must be a number of "
			 "milliseconds from 0 to 2000\n", latencies[i]);
		check_mistake(text, expected);
	}
	for (size_t i = 0; i < sizeof(microphones) / sizeof(microphones[0]); i++) {
		snprintf(text, sizeof(text), "[session]\nmicrophone = %s\n", microphones[i]);
		snprintf(expected, sizeof(expected), ":2: microphone: '%s' must be pulse, pulse:SOURCE, "
			 "alsa:PCM, file:WAV or tone:HZ (1 to 20000)\n", microphones[i]);
		check_mistake(text, expected);
	}
	assert_int_equal(load("[session]\nmicrophone = tone:440\n", &config), 0);
	assert_string_equal(config.microphone, "tone:440");
	assert_int_equal(load("[session]\nmicrophone = pulse:alsa_input.usb\n", &config), 0);
}

static void test_keys(void **state)
{
	struct config config;

	(void)state;
	assert_int_equal(load("", &config), 0);
	assert_int_equal(config.keys.count, 2);
	assert_string_equal(config.trusted, "");
	assert_int_equal(load("[keys]\npush-to-talk = F20 Ctrl+Alt+M\nunmute = F9\n"
			      "trusted = \"keyd virtual keyboard\"  \"a; b\"\n", &config), 0);
	assert_string_equal(reports, "");
	assert_int_equal(config.keys.count, 4);
	assert_int_equal(config.keys.chord[0].action, CHORD_ACTION_TOGGLE);
	assert_int_equal(config.keys.chord[1].action, CHORD_ACTION_TALK);
	assert_int_equal(config.keys.chord[3].action, CHORD_ACTION_UNMUTE);
	assert_true(config_trusts(&config, "keyd virtual keyboard"));
	assert_true(config_trusts(&config, "a; b"));
	assert_false(config_trusts(&config, "keyd"));
	assert_false(config_trusts(&config, ""));
	assert_false(config_trusts(&config, "  "));	/* what stands between two names */
	assert_int_equal(load("[keys]\ntoggle =\n", &config), 0);
	assert_int_equal(config.keys.count, 0);

	check_mistake("[keys]\nmute = F20\ntoggle = F21 F20\n",
		      ":3: toggle: 'F21 F20' has F20: it has an action already\n");
	check_mistake("[keys]\nmute = Ctrl+Foo\npush-to-mute = Fn+M\nunmute = Alt\n",
		      ":2: mute: 'Ctrl+Foo' has Ctrl+Foo: there is no key 'Foo'\n"
		      ":3: push-to-mute: 'Fn+M' has Fn+M: before a + stands Ctrl, Alt, Shift or Super, "
		      "not 'Fn'\n"
		      ":4: unmute: 'Alt' has Alt: Alt has two sides: name one, as in RightAlt\n");
	check_mistake("[keys]\npush = F20\n", ":2: push: no such key in [keys]\n");
}

static void test_trusted(void **state)
{
	static const char *const wrong[] = { "keyd", "\"keyd", "\"\"", "\"a\"\"b\"", "\"a\", \"b\"" };
	char text[128], expected[256];

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		snprintf(text, sizeof(text), "[keys]\ntrusted = %s\n", wrong[i]);
		snprintf(expected, sizeof(expected), ":2: trusted: '%s' must be names of keyboards, each "
			 "in quotation marks\n", wrong[i]);
		check_mistake(text, expected);
	}
}

static void check_mute_on(const char *words, unsigned expected)
{
	struct config config;
	char text[128];

	snprintf(text, sizeof(text), "[authority]\nmute-on =%s\n", words);
	assert_int_equal(load(text, &config), 0);
	assert_int_equal(config.mute_on, expected);
}

static void test_authority(void **state)
{
	static const char *const times[] = { "", "soon", "-1", "367d", "1.5h" };
	static const char *const bad_words[] = { "locked", "lock,lid", "suspend", "lock lids", "none" };
	struct config config;
	char text[128], expected[256];

	(void)state;
	assert_int_equal(load("[authority]\nunmute = key\nmax-live = 1h30m\n", &config), 0);
	assert_int_equal(config.unmute, CONFIG_UNMUTE_KEY);
	assert_int_equal(config.max_live_us, 5400000000ull);
	assert_int_equal(load("[authority]\nunmute = ask\nmax-live = 0\n", &config), 0);
	assert_int_equal(config.unmute, CONFIG_UNMUTE_ASK);
	assert_int_equal(config.max_live_us, 0);
	assert_int_equal(load("[authority]\nunmute = session\n", &config), 0);
	assert_int_equal(config.unmute, CONFIG_UNMUTE_SESSION);
	check_mute_on("", 0);
	check_mute_on(" idle", CONFIG_MUTE_ON_IDLE);
	check_mute_on(" lock  switch\tlock", CONFIG_MUTE_ON_LOCK | CONFIG_MUTE_ON_SWITCH);
	check_mute_on(" lid logout", CONFIG_MUTE_ON_LID | CONFIG_MUTE_ON_LOGOUT);

	check_mistake("[authority]\nunmute = root\n",
		      ":2: unmute: 'root' must be key, ask or session\n");
	check_mistake("[authority]\nunmute =\n", ":2: unmute: '' must be key, ask or session\n");
	for (size_t i = 0; i < sizeof(bad_words) / sizeof(bad_words[0]); i++) {
		snprintf(text, sizeof(text), "[authority]\n\nmute-on = %s\n", bad_words[i]);
		snprintf(expected, sizeof(expected), ":3: mute-on: '%s' must be words of lock, lid, "
			 "switch, logout and idle\n", bad_words[i]);
		check_mistake(text, expected);
	}
	for (size_t i = 0; i < sizeof(times) / sizeof(times[0]); i++) {
		snprintf(text, sizeof(text), "[authority]\nmax-live = %s\n", times[i]);
		snprintf(expected, sizeof(expected), ":2: max-live: '%s' must be a time such as 45m or "
			 "1h30m, at most 366d, or 0 for none\n", times[i]);
		check_mistake(text, expected);
	}
}

static void test_every_mistake_is_reported(void **state)
{
	(void)state;
	check_mistake("[mute]\nmode = 1\n[what]\na = b\nc\n[session]\nlatency-ms = x\nz = 1\n",
		      ":2: mode: '1' must be disconnect or silence\n"
		      ":3: [what]: no such section\n"
		      ":5: is no 'key = value' line\n"
		      ":7: latency-ms: 'x' must be a number of milliseconds from 0 to 2000\n"
		      ":8: z: no such key in [session]\n");
}

static void test_long_lines(void **state)
{
	char text[600];
	struct config config;

	(void)state;
	memset(text, 'x', sizeof(text));
	memcpy(text, "[mute]\nmode = ", 14);
	strcpy(text + 500, "\nmode = x\n");
	check_mistake(text, ":2: the line is longer than 190 bytes\n"
		      ":3: mode: 'x' must be disconnect or silence\n");

	memset(text, 'x', sizeof(text));
	text[0] = '#';
	strcpy(text + 500, "\n[mute]\nmode = silence\n");
	assert_int_equal(load(text, &config), 0);
	assert_int_equal(config.mode, CONFIG_MODE_SILENCE);

	memset(text, ' ', 190);
	strcpy(text + 190, "\n[mute]");
	assert_int_equal(load(text, &config), 0);
}

static void test_nul_bytes(void **state)
{
	static const char text[] = "[mute]\nmode = silence\0junk\n";
	struct config config;

	(void)state;
	assert_int_equal(load_bytes(text, sizeof(text) - 1, &config), -EINVAL);
	assert_int_equal(strncmp(reports, ":2: mode: ", 10), 0);
}

static void test_no_file(void **state)
{
	struct config config = { .latency_ms = 7 };

	(void)state;
	reports[0] = '\0';
	assert_int_equal(config_load("/nonexistent/file", &config, NULL, NULL), -ENOENT);
	assert_string_equal(reports, "");
	assert_int_equal(config_load("/tmp", &config, NULL, NULL), -EINVAL);
	assert_int_equal(config.latency_ms, 7);
}

static void test_path(void **state)
{
	char found[128], tiny[8];

	(void)state;
	assert_int_equal(config_path(false, found, sizeof(found)), 0);
	assert_string_equal(found, "/etc/hardmute/hardmute.conf");
	assert_int_equal(config_path(false, tiny, sizeof(tiny)), -ENAMETOOLONG);
	setenv("XDG_CONFIG_HOME", "/x/y", 1);
	assert_int_equal(config_path(true, found, sizeof(found)), 0);
	assert_string_equal(found, "/x/y/hardmute/hardmute.conf");
	setenv("XDG_CONFIG_HOME", "relative", 1);
	setenv("HOME", "/home/me", 1);
	assert_int_equal(config_path(true, found, sizeof(found)), 0);
	assert_string_equal(found, "/home/me/.config/hardmute/hardmute.conf");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_lights),
		cmocka_unit_test(test_bad_lights),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_trusted),
		cmocka_unit_test(test_authority),
		cmocka_unit_test(test_every_mistake_is_reported),
		cmocka_unit_test(test_long_lines),
		cmocka_unit_test(test_nul_bytes),
		cmocka_unit_test(test_no_file),
		cmocka_unit_test(test_path),
	};

	return cmocka_run_group_tests_name("config", tests, make_path, remove_path);
}
