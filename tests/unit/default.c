/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What hardmute-sources says, and which microphone a name means. */
// links: ctl/default ctl/client ctl/value ctl/agent_tty ctl/cells ctl/join daemon/beside daemon/duration
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <alsa/asoundlib.h>

#include "../../ctl/default.h"

static void test_lines(void **unused)
{
	json_t *source = default_read("source\t1\t0\t1\tgated\talsa_input.pci\tBuilt-in Audio\n");
	json_t *alsa = default_read("alsa\t2\t0\tHDA Intel PCH");
	json_t *server = default_read("server\tPulseAudio (on PipeWire 1.4.2)\n");

	(void)unused;
	assert_true(json_is_true(json_object_get(source, "default")));
	assert_true(json_is_false(json_object_get(source, "muted")));
	assert_true(json_is_true(json_object_get(source, "gated")));
	assert_string_equal(json_string_value(json_object_get(source, "title")), "Built-in Audio");
	assert_int_equal(json_integer_value(json_object_get(alsa, "card")), 2);
	assert_non_null(json_object_get(server, "server"));
	json_decref(source);
	json_decref(alsa);
	json_decref(server);
	assert_null(default_read(""));
	assert_null(default_read("source\t1\t0\t1\n"));
	assert_null(default_read("noise\tx\n"));
	assert_null(default_read("source\t1\t0\t1\tgated\t\xff\xfe\tx\n"));
}

static const char *find(const json_t *sources, const char *wanted, bool expect_many)
{
	bool many;
	const json_t *found = default_find(sources, wanted, &many);

	assert_int_equal(many, expect_many);
	return found ? json_string_value(json_object_get(found, "name")) : "";
}

static void test_names(void **unused)
{
	json_t *sources = json_pack("[{ss,ss},{ss,ss},{ss,ss}]",
				    "name", "alsa_input.pci", "title", "Built-in Audio",
				    "name", "alsa_input.usb-Mic", "title", "Mic",
				    "name", "bluez_input.1", "title", "Mic of a headset");

	(void)unused;
	assert_string_equal(find(sources, "alsa_input.pci", false), "alsa_input.pci");
	assert_string_equal(find(sources, "BUILT", false), "alsa_input.pci");
	assert_string_equal(find(sources, "Mic", false), "alsa_input.usb-Mic");	/* exactly */
	assert_string_equal(find(sources, "mic", true), "");
	assert_string_equal(find(sources, "nowhere", false), "");
	json_decref(sources);
}

/* alsa-lib has to understand it. */
static void test_advice(void **unused)
{
	snd_config_t *config, *value;
	snd_input_t *input;
	char *text = NULL;
	const char *word;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);

	(void)unused;
	default_advise(out, "HDA Intel PCH", "PCH", 0);
	fclose(out);
	assert_non_null(strstr(text, "\n\npcm.!default"));
	assert_int_equal(snd_input_buffer_open(&input, strstr(text, "pcm.!default"), -1), 0);
	assert_int_equal(snd_config_top(&config), 0);
	assert_int_equal(snd_config_load(config, input), 0);
	assert_int_equal(snd_config_search(config, "pcm.default.capture.pcm", &value), 0);
	assert_int_equal(snd_config_get_string(value, &word), 0);
	assert_string_equal(word, "plughw:CARD=PCH,DEV=0");
	snd_input_close(input);
	snd_config_delete(config);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_advice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
