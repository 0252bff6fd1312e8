/* SPDX-License-Identifier: GPL-2.0-or-later */
/* agent.conf: what is set, and that every mistake is named with its line. */
// links: ctl/agent_config daemon/ini
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../ctl/agent_config.h"

static char directory[64], path[128], said[4096];

/* What is logged goes to said. */
static int load(const char *given, struct agent_config *config)
{
	int error, kept = dup(STDERR_FILENO);
	FILE *log = tmpfile();
	size_t length;

	assert_non_null(log);
	dup2(fileno(log), STDERR_FILENO);
	error = agent_config_load(given, config);
	dup2(kept, STDERR_FILENO);
	close(kept);
	rewind(log);
	length = fread(said, 1, sizeof(said) - 1, log);
	said[length] = '\0';
	fclose(log);
	return error;
}

static int load_text(const char *text, struct agent_config *config)
{
	FILE *file = fopen(path, "we");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	return load(path, config);
}

static void test_defaults(void **state)
{
	struct agent_config config = { 0 };

	(void)state;
	assert_int_equal(load(NULL, &config), 0);
	assert_string_equal(said, "");
	assert_true(config.icon && config.listening && config.speaking && !config.changes);
	assert_int_equal(config.click, AGENT_CLICK_TOGGLE);
	assert_string_equal(config.sound, "");
}

static void test_all(void **state)
{
	struct agent_config config = { 0 };

	(void)state;
	assert_int_equal(load_text("[tray]\nicon = no\nclick = menu\n[notify]\nlistening = no\n"
				   "speaking = no ; why\nchanges = yes\nsound = bell\n", &config), 0);
	assert_true(!config.icon && !config.listening && !config.speaking && config.changes);
	assert_int_equal(config.click, AGENT_CLICK_MENU);
	assert_string_equal(config.sound, "bell");
}

static void test_own_place(void **state)
{
	struct agent_config config = { 0 };
	char place[160], command[400];

	(void)state;
	snprintf(place, sizeof(place), "%s/hardmute", directory);
	assert_int_equal(mkdir(place, 0700), 0);
	assert_int_equal(load_text("[tray]\nclick = mute\n", &config), 0);
	snprintf(command, sizeof(command), "mv %s %s/agent.conf", path, place);
	assert_int_equal(system(command), 0);
	config.click = AGENT_CLICK_TOGGLE;
	assert_int_equal(load(NULL, &config), 0);
	assert_int_equal(config.click, AGENT_CLICK_MUTE);
}

static void test_mistakes(void **state)
{
	static const struct {
		const char *text;
		const char *said;
	} mistakes[] = {
		{ "[tray]\nclick = left\n", ":2: click: 'left' must be toggle, mute or menu" },
		{ "[tray]\nicon = 1\n", ":2: icon: '1' must be yes or no" },
		{ "[notify]\nsound = ../bell\n", ":2: sound: '../bell' must be the name of a sound" },
		{ "[notify]\nsound =\n", ":2: sound: '' must be the name of a sound" },
		{ "[notify]\nclick = menu\n", ":2: click: no such key in [notify]" },
		{ "[trays]\n", ":1: [trays]: no such section" },
		{ "icon = no\n", ":1: icon: stands before any [section]" },
		{ "[tray]\nicon = no\nicon = no\n", ":3: icon: already set in line 2" },
	};
	struct agent_config config = { .click = AGENT_CLICK_MENU };
	char expected[300];

	(void)state;
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		assert_int_equal(load_text(mistakes[i].text, &config), -EINVAL);
		snprintf(expected, sizeof(expected), "%s%s", path, mistakes[i].said);
		assert_non_null(strstr(said, expected));
		assert_int_equal(config.click, AGENT_CLICK_MENU);	/* nothing was changed */
	}
}

static void test_missing(void **state)
{
	struct agent_config config = { 0 };

	(void)state;
	assert_int_equal(load("/nonexistent/agent.conf", &config), -ENOENT);
	assert_non_null(strstr(said, "/nonexistent/agent.conf: No such file"));
}

static int set_up(void **state)
{
	(void)state;
	strcpy(directory, "/tmp/hardmute-unit-XXXXXX");
	if (!mkdtemp(directory))
		return -1;
	snprintf(path, sizeof(path), "%s/given.conf", directory);
	return setenv("XDG_CONFIG_HOME", directory, 1);
}

static int tear_down(void **state)
{
	char command[96];

	(void)state;
	snprintf(command, sizeof(command), "rm -r %s", directory);
	return system(command);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_defaults, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_all, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_own_place, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_mistakes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_missing, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("agent_config", tests, NULL, NULL);
}
