/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One light, in a directory that plays /sys. The kernel's part is played by our own
 * write(): a trigger that is written becomes the active one, "none" darkens the light.
 */
// links: daemon/light
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
#include <sys/syscall.h>
#include <unistd.h>

#include "../../daemon/light.h"

#define TRIGGERS 3

static char root[64], folder[160], records[128];
static struct kernel {
	const char *names[TRIGGERS];	/* NULL: this kernel has it not */
	unsigned active;
	bool stuck;		/* takes what is written, and stays as it is */
} kernel;

static void write_file(const char *name, const char *text)
{
	char path[256], new[260];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	snprintf(new, sizeof(new), "%s.", path);
	file = fopen(new, "w");
	fputs(text, file);
	fclose(file);
	rename(new, path);
}

static void put_triggers(void)
{
	char text[256] = "";

	for (unsigned i = 0; i < TRIGGERS; i++)
		if (kernel.names[i])
			sprintf(text + strlen(text), i == kernel.active ? "[%s] " : "%s ", kernel.names[i]);
	write_file("trigger", text);
}

static ssize_t write_trigger(const char *text, size_t size)
{
	for (unsigned i = 0; i < TRIGGERS; i++) {
		if (!kernel.names[i] || strncmp(kernel.names[i], text, size))
			continue;
		kernel.active = i;
		if (!i)
			write_file("brightness", "0\n");
		put_triggers();
		return (ssize_t)size;
	}
	errno = EINVAL;
	return -1;
}

ssize_t write(int fd, const void *data, size_t size)
{
	char link[32], path[256] = "", text[64];

	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	if (readlink(link, path, sizeof(path) - 1) < 0 || !*folder || strncmp(path, folder, strlen(folder)) ||
	    strstr(path, "brightness.") || strstr(path, "trigger."))
		return syscall(SYS_write, fd, data, size);
	snprintf(text, sizeof(text), "%.*s", (int)size, (const char *)data);
	if (kernel.stuck)
		return (ssize_t)size;
	if (strstr(path, "trigger"))
		return write_trigger(text, size);
	write_file("brightness", text);
	return (ssize_t)size;
}

static void put_brightness(const char *text)
{
	write_file("brightness", text);
}

static int set_up(void **state)
{
	(void)state;
	strcpy(root, "/tmp/hardmute-light-XXXXXX");
	if (!mkdtemp(root))
		return -1;
	snprintf(folder, sizeof(folder), "%s/sys", root);
	mkdir(folder, 0755);
	strcat(folder, "/class");
	mkdir(folder, 0755);
	strcat(folder, "/leds");
	mkdir(folder, 0755);
	strcat(folder, "/platform::micmute");
	mkdir(folder, 0755);
	snprintf(records, sizeof(records), "%s/records", root);
	mkdir(records, 0755);
	kernel = (struct kernel){ .names = { "none", "audio-micmute", "timer" }, .active = 1 };
	write_file("max_brightness", "1\n");
	put_brightness("1\n");
	put_triggers();
	return 0;
}

static int tear_down(void **state)
{
	char command[100];

	(void)state;
	snprintf(command, sizeof(command), "rm -r %s", root);
	return system(command);
}

static struct light open_light(bool inverted)
{
	struct light light;

	assert_int_equal(light_open(&light, root, "platform::micmute", inverted), 0);
	assert_int_equal(light.max, 1);
	return light;
}

static void check_look(const struct light *light, const char *trigger, unsigned brightness)
{
	struct light_look look;

	assert_int_equal(light_look(light, &look), 0);
	assert_string_equal(look.trigger, trigger);
	assert_int_equal(look.brightness, brightness);
}

static void show(const struct light *light, enum light_shape shape, enum light_shape expected)
{
	enum light_shape shown;

	assert_int_equal(light_show(light, shape, &shown), 0);
	assert_int_equal(shown, expected);
}

static void test_names(void **state)
{
	(void)state;
	assert_true(light_is_name("platform::micmute"));
	assert_false(light_is_name(""));
	assert_false(light_is_name(".."));
	assert_false(light_is_name("a/b"));
	assert_true(light_names_are_valid(""));
	assert_true(light_names_are_valid(" a\tb* "));
	assert_false(light_names_are_valid("a ../b"));
	assert_true(light_is_chosen(LIGHTS_NAMES, "platform::micmute"));
	assert_true(light_is_chosen(LIGHTS_NAMES, "hda::micmute_1"));
	assert_false(light_is_chosen(LIGHTS_NAMES, "hda::mute"));
	assert_true(light_is_chosen("x input*::mute", "input12::mute"));
	assert_false(light_is_chosen("", "input12::mute"));
	assert_false(light_is_chosen("input", "input12::mute"));
}

static void test_shapes(void **state)
{
	struct light light = open_light(false);

	(void)state;
	check_look(&light, "audio-micmute", 1);
	show(&light, LIGHT_SHAPE_LIT, LIGHT_SHAPE_LIT);
	check_look(&light, "none", 1);
	show(&light, LIGHT_SHAPE_BLINKING, LIGHT_SHAPE_BLINKING);
	check_look(&light, "timer", 1);
	show(&light, LIGHT_SHAPE_DARK, LIGHT_SHAPE_DARK);
	check_look(&light, "none", 0);
	show(&light, LIGHT_SHAPE_DARK, LIGHT_SHAPE_DARK);
}

static void test_inverted(void **state)
{
	struct light light = open_light(true);

	(void)state;
	show(&light, LIGHT_SHAPE_LIT, LIGHT_SHAPE_LIT);
	check_look(&light, "none", 0);
	show(&light, LIGHT_SHAPE_DARK, LIGHT_SHAPE_DARK);
	check_look(&light, "none", 1);
}

static void test_cannot_blink(void **state)
{
	struct light light = open_light(false);

	(void)state;
	kernel.names[2] = NULL;
	put_triggers();
	show(&light, LIGHT_SHAPE_BLINKING, LIGHT_SHAPE_LIT);
	check_look(&light, "none", 1);
}

/* Brightness that cannot be written shows what it did before. */
static void test_broken(void **state)
{
	struct light light = open_light(false);
	enum light_shape shown;
	char path[256];

	(void)state;
	show(&light, LIGHT_SHAPE_DARK, LIGHT_SHAPE_DARK);
	snprintf(path, sizeof(path), "%s/brightness", folder);
	unlink(path);
	assert_int_equal(symlink("/dev/null", path), 0);
	assert_int_equal(light_show(&light, LIGHT_SHAPE_LIT, &shown), -EBADMSG);
	unlink(path);
	assert_int_equal(light_show(&light, LIGHT_SHAPE_LIT, &shown), -ENOENT);
	assert_int_equal(light_open(&light, root, "other", false), -ENOENT);
}

static void test_does_not_keep(void **state)
{
	struct light light = open_light(false);
	enum light_shape shown;

	(void)state;
	kernel.stuck = true;
	assert_int_equal(light_show(&light, LIGHT_SHAPE_DARK, &shown), -EREMOTEIO);
	assert_int_equal(light_show(&light, LIGHT_SHAPE_BLINKING, &shown), -EREMOTEIO);
}

static void test_record(void **state)
{
	struct light light = open_light(false);

	(void)state;
	assert_int_equal(light_restore(&light, records), 0);	/* there is none */
	check_look(&light, "audio-micmute", 1);
	assert_int_equal(light_remember(&light, records), 0);
	show(&light, LIGHT_SHAPE_DARK, LIGHT_SHAPE_DARK);
	/* killed, and started anew */
	assert_int_equal(light_remember(&light, records), 0);
	show(&light, LIGHT_SHAPE_BLINKING, LIGHT_SHAPE_BLINKING);
	assert_int_equal(light_remember(&light, records), 0);
	assert_int_equal(light_restore(&light, records), 0);
	check_look(&light, "audio-micmute", 0);	/* its trigger lights it again, when there is reason */
	assert_int_equal(light_forget("platform::micmute", records), 0);
	assert_int_equal(light_forget("platform::micmute", records), 0);
	assert_int_equal(rmdir(records), 0);
	assert_int_equal(mkdir(records, 0755), 0);
}

static void test_record_of_brightness(void **state)
{
	struct light light = open_light(false);

	(void)state;
	kernel.active = 0;
	put_triggers();
	assert_int_equal(light_remember(&light, records), 0);
	show(&light, LIGHT_SHAPE_DARK, LIGHT_SHAPE_DARK);
	assert_int_equal(light_restore(&light, records), 0);
	assert_int_equal(light_remember(&light, records), 0);
	check_look(&light, "none", 1);
}

/* A trigger whose module is gone; and one that somebody else has set meanwhile. */
static void test_record_is_old(void **state)
{
	struct light light = open_light(false);

	(void)state;
	assert_int_equal(light_remember(&light, records), 0);
	kernel.active = 2;
	kernel.names[1] = "other";
	put_triggers();
	assert_int_equal(light_restore(&light, records), 0);
	kernel.active = 1;
	put_triggers();
	put_brightness("0\n");
	assert_int_equal(light_restore(&light, records), 0);
	check_look(&light, "other", 0);
	assert_int_equal(light_remember(&light, records), 0);
	show(&light, LIGHT_SHAPE_LIT, LIGHT_SHAPE_LIT);
	assert_int_equal(light_restore(&light, records), 0);
	check_look(&light, "other", 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test_setup_teardown(test_shapes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_inverted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_cannot_blink, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_broken, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_does_not_keep, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_record, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_record_of_brightness, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_record_is_old, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("light", tests, NULL, NULL);
}
