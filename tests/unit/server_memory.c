/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the agent has to take back, over its own end. */
// links: ctl/server_memory
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../ctl/server_memory.h"

static char folder[64], path[96];

static int set_up(void **unused)
{
	(void)unused;
	strcpy(folder, "/tmp/hardmute-unit-XXXXXX");
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof(path), "%s/state/hardmute/server", folder);
	return 0;
}

static int tear_down(void **unused)
{
	char command[96];

	(void)unused;
	snprintf(command, sizeof(command), "rm -r %s", folder);
	return system(command);
}

static struct server_memory *load(void)
{
	struct server_memory *memory;

	assert_int_equal(server_memory_new(&memory, path), 0);
	return memory;
}

static void test_remembers(void **unused)
{
	struct server_memory *memory = load();

	(void)unused;
	server_memory_set(memory, SERVER_MEMORY_FLAG, "a mic", "");
	server_memory_set(memory, SERVER_MEMORY_PROFILE, "card", "before\tchosen");
	server_memory_set(memory, SERVER_MEMORY_SLEEP, "a mic", "");
	server_memory_drop(memory, SERVER_MEMORY_SLEEP, "a mic");
	server_memory_drop(memory, SERVER_MEMORY_SLEEP, "another");
	server_memory_free(memory);

	memory = load();
	assert_string_equal(server_memory_get(memory, SERVER_MEMORY_FLAG, "a mic"), "");
	assert_string_equal(server_memory_get(memory, SERVER_MEMORY_PROFILE, "card"), "before\tchosen");
	assert_null(server_memory_get(memory, SERVER_MEMORY_SLEEP, "a mic"));
	assert_string_equal(server_memory_list(memory, SERVER_MEMORY_FLAG, 0), "a mic");
	assert_null(server_memory_list(memory, SERVER_MEMORY_FLAG, 1));
	server_memory_free(memory);
}

static void test_written_only_when_changed(void **unused)
{
	struct server_memory *memory = load();

	(void)unused;
	server_memory_set(memory, SERVER_MEMORY_FLAG, "mic", "");
	server_memory_save(memory);
	assert_int_equal(unlink(path), 0);
	server_memory_set(memory, SERVER_MEMORY_FLAG, "mic", "");
	server_memory_save(memory);
	assert_int_equal(access(path, F_OK), -1);
	server_memory_free(memory);
}

static void test_names_are_lines(void **unused)
{
	struct server_memory *memory = load();
	char name[300];

	(void)unused;
	memset(name, 'x', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	server_memory_set(memory, SERVER_MEMORY_FLAG, "two\nlines", "");
	server_memory_set(memory, SERVER_MEMORY_FLAG, "a\ttab", "");
	server_memory_set(memory, SERVER_MEMORY_FLAG, "", "");
	server_memory_set(memory, SERVER_MEMORY_FLAG, name, "");
	assert_null(server_memory_list(memory, SERVER_MEMORY_FLAG, 0));
	server_memory_free(memory);
}

static void test_full(void **unused)
{
	struct server_memory *memory = load();
	char name[32];

	(void)unused;
	for (int i = 0; i < 1000; i++) {
		snprintf(name, sizeof(name), "mic %d", i);
		server_memory_set(memory, SERVER_MEMORY_FLAG, name, "");
	}
	assert_null(server_memory_get(memory, SERVER_MEMORY_FLAG, "mic 0"));
	assert_non_null(server_memory_get(memory, SERVER_MEMORY_FLAG, "mic 999"));
	server_memory_free(memory);
}

static void test_rubbish(void **unused)
{
	struct server_memory *memory = load();
	FILE *file;

	(void)unused;
	server_memory_set(memory, SERVER_MEMORY_FLAG, "mic", "");
	server_memory_save(memory);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("\n\t\t\nflag\nflag\t\t\nmuch-too-long-a-kind-of-thing\tmic\t\nflag\tgood", file);
	fclose(file);
	server_memory_free(memory);	/* nothing has changed: it is not written */
	memory = load();
	assert_string_equal(server_memory_list(memory, SERVER_MEMORY_FLAG, 0), "good");
	assert_null(server_memory_list(memory, SERVER_MEMORY_FLAG, 1));
	server_memory_free(memory);
}

static void test_no_home(void **unused)
{
	struct server_memory *memory;

	(void)unused;
	unsetenv("XDG_STATE_HOME");
	unsetenv("HOME");
	assert_int_equal(server_memory_new(&memory, NULL), 0);
	server_memory_set(memory, SERVER_MEMORY_FLAG, "mic", "");
	server_memory_free(memory);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_remembers, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_written_only_when_changed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_names_are_lines, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_full, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_rubbish, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_no_home, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
