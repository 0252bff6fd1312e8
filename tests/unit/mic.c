/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names of microphones in the configuration, and what is loaded for them. */
// links: daemon/mic
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../daemon/mic_load.h"

const struct mic_ops mic_alsa, mic_tone;
static const struct mic_ops loaded;
static const char *kind;

const struct mic_ops *mic_load(const char *name)
{
	kind = name;
	return &loaded;
}

static void expect(const char *microphone, const struct mic_ops *ops, const char *spec)
{
	const char *found = NULL;

	kind = NULL;
	assert_ptr_equal(mic_find(microphone, &found), ops);
	if (spec)
		assert_string_equal(found, spec);
}

static void test_kinds(void **unused)
{
	(void)unused;
	expect("tone:440", &mic_tone, "440");
	expect("tone", &mic_tone, "");
	expect("alsa:hw:1,0", &mic_alsa, "alsa:hw:1,0");
	assert_null(kind);	/* nothing is loaded for those */
	expect("file:/a:b.wav", &loaded, "/a:b.wav");
	assert_string_equal(kind, "file");
	expect("pulse:alsa_input.x", &loaded, "alsa_input.x");
	assert_string_equal(kind, "pulse");
	expect("pulse", &loaded, "");
	expect("pulse:", &loaded, "");
	expect("", &loaded, "");
	assert_string_equal(kind, "pulse");
}

static void test_unknown(void **unused)
{
	static const char *const names[] = { "nonsense", "pulsed", "tones:440", ":", "ton" };

	(void)unused;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		expect(names[i], NULL, NULL);
	assert_null(kind);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_unknown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
