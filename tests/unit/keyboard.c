/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which keyboards are real, by places in /sys and rights in /dev, which a directory plays. */
// links: daemon/keyboard daemon/chord daemon/text
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "../../daemon/keyboard.h"

static char root[64];
static bool keymap;	/* the device that is asked has one */

int ioctl(int fd, unsigned long request, ...)
{
	assert_true(fd >= 0);
	assert_int_equal(request, EVIOCGKEYCODE_V2);
	errno = EINVAL;
	return keymap ? 0 : -1;
}

__attribute__((format(printf, 1, 2)))
static int try_shell(const char *format, ...)
{
	char command[1024];
	va_list arguments;
	int length;

	length = snprintf(command, sizeof(command), "cd %s && ", root);
	va_start(arguments, format);
	vsnprintf(command + length, sizeof(command) - (size_t)length, format, arguments);
	va_end(arguments);
	return system(command);
}
#define shell(...) assert_int_equal(try_shell(__VA_ARGS__), 0)

/* event<number> at that place in /sys/devices, and a node of root's and group 104's. */
static void plug_in(unsigned number, const char *place)
{
	shell("mkdir -p sys/devices/%s/input%u/event%u && ln -s ../../devices/%s/input%u/event%u"
	      " sys/class/input/event%u", place, number, number, place, number, number, number);
	shell("d=sys/class/input/event%u; ln -s .. $d/device; mkdir -p $d/device/capabilities; echo 13:%u >$d/dev; "
	      "echo 'Board %u' >$d/device/name; echo '402000000 3803078f800d001 feffffdfffefffff"
	      " fffffffffffffffe' >$d/device/capabilities/key", number, 64 + number, number);
	shell("touch dev/input/event%u; chmod 660 dev/input/event%u; chown 0:104 dev/input/event%u",
	      number, number, number);
}

static int set_up(void **state)
{
	(void)state;
	keymap = false;
	strcpy(root, "/tmp/hardmute-keyboard-XXXXXX");
	return mkdtemp(root) && !try_shell("mkdir -p sys/class/input dev/input etc; printf "
		"'root:x:0:\\ninput:x:104:\\nplugdev:x:46:alice\\n' >etc/group;"
		"printf 'root:x:0:0::/:\\nalice:x:1000:1000::/:\\n' >etc/passwd;"
		"touch dev/uhid; chmod 600 dev/uhid") ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	shell("rm -r %s", root);
	return 0;
}

/* expected: why not; NULL: it is real. */
static void check_real(unsigned number, const char *expected)
{
	char path[96], node[16], why[160] = "";
	bool real;
	int fd;

	snprintf(node, sizeof(node), "event%u", number);
	snprintf(path, sizeof(path), "%s/dev/input/%s", root, node);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	assert_true(fd >= 0);
	real = keyboard_is_real(root, node, fd, why, sizeof(why));
	close(fd);
	assert_string_equal(why, expected ? expected : "");
	assert_int_equal(real, !expected);
}

static void test_places(void **state)
{
	static const char program[] = "a program made this keyboard";

	(void)state;
	plug_in(0, "platform/i8042/serio0/input");
	plug_in(1, "pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/0003:1234:5678.0001/input");
	plug_in(2, "virtual/input");
	plug_in(3, "virtual/misc/uhid/0005:1234:5678.0002/input");
	plug_in(4, "virtual/rc/rc0");
	plug_in(5, "platform/thinkpad_acpi/input");
	plug_in(6, "virtualbox/input");
	check_real(0, NULL);
	check_real(1, NULL);
	check_real(2, program);
	check_real(3, NULL);
	check_real(4, program);
	check_real(5, NULL);
	check_real(6, NULL);
	keymap = true;		/* laptop hotkeys without a parent; uinput has no keymaps */
	check_real(2, NULL);
	check_real(4, program);
	shell("rm sys/class/input/event1");
	check_real(1, "the kernel does not say where it comes from");
}

static void test_uhid(void **state)
{
	(void)state;
	plug_in(0, "virtual/misc/uhid/0005:1234:5678.0002/input");
	shell("chmod 660 dev/uhid; chgrp 104 dev/uhid");
	check_real(0, "group 104 can make such keyboards with /dev/uhid");
	shell("chgrp 0 dev/uhid; chmod 606 dev/uhid");
	check_real(0, "everybody can make such keyboards with /dev/uhid");
	shell("rm dev/uhid");
	check_real(0, NULL);
}

static void test_writers(void **state)
{
	(void)state;
	plug_in(0, "platform/i8042/serio0/input");
	shell("chmod 664 dev/input/event0");
	check_real(0, NULL);
	shell("chmod 662 dev/input/event0");
	check_real(0, "everybody can press its keys by writing to its node");
	shell("chmod 660 dev/input/event0; chown 1000:104 dev/input/event0");
	check_real(0, "uid 1000 can press its keys by writing to its node");
	shell("chown 0:46 dev/input/event0");
	check_real(0, "group 46 can press its keys by writing to its node");
	shell("chown 0:0 dev/input/event0");
	check_real(0, NULL);
}

static void test_access_lists(void **state)
{
	(void)state;
	plug_in(0, "platform/i8042/serio0/input");
	if (try_shell("setfacl -m g:999:r dev/input/event0 2>/dev/null")) {
		skip();
		return;
	}
	check_real(0, NULL);		/* who may read only */
	shell("setfacl -m u:1000:rw dev/input/event0");
	check_real(0, "uid 1000 can press its keys by writing to its node");
	shell("setfacl -m m::r dev/input/event0");	/* what a mask takes away, a mask gives back */
	check_real(0, "uid 1000 can press its keys by writing to its node");
	shell("setfacl -b -m g:46:rw,u:0:rw,g:104:rw dev/input/event0");
	check_real(0, "group 46 can press its keys by writing to its node");
	shell("setfacl -x g:46 dev/input/event0");
	check_real(0, NULL);
}

static void test_what_it_is(void **state)
{
	struct chords chords;
	char name[80];

	(void)state;
	plug_in(7, "platform/i8042/serio0/input");
	assert_true(keyboard_read_devnum(root, "event7") == makedev(13, 71));
	assert_true(keyboard_read_devnum(root, "event8") == 0);
	keyboard_read_name(root, "event7", name, sizeof(name));
	assert_string_equal(name, "Board 7");
	shell("printf 'a\\033[2Jb\\377\\n' >sys/class/input/event7/device/name");
	keyboard_read_name(root, "event7", name, sizeof(name));
	assert_string_equal(name, "a?[2Jb?");
	shell("echo >sys/class/input/event7/device/name");
	keyboard_read_name(root, "event7", name, sizeof(name));
	assert_string_equal(name, "event7");
	chords_defaults(&chords);
	assert_false(keyboard_can_send(root, "event7", &chords));
	chords.chord[0].key = KEY_F12;
	assert_true(keyboard_can_send(root, "event7", &chords));
	assert_false(keyboard_can_send(root, "event8", &chords));
	assert_true(keyboard_is_node("event0"));
	assert_false(keyboard_is_node("event"));
	assert_false(keyboard_is_node("event1x"));
	assert_false(keyboard_is_node("mouse0"));
}

static void test_members(void **state)
{
	char user[32];

	(void)state;
	assert_false(keyboard_find_member(root, user, sizeof(user)));
	shell("printf 'input:x:104:alice,bob\\n' >etc/group");
	assert_true(keyboard_find_member(root, user, sizeof(user)));
	assert_string_equal(user, "alice");
	shell("printf 'input:x:104:\\n' >etc/group; printf 'root:x:0:104::/:\\n' >etc/passwd");
	assert_false(keyboard_find_member(root, user, sizeof(user)));
	shell("printf 'carol:x:7:104::/:\\n' >>etc/passwd");
	assert_true(keyboard_find_member(root, user, sizeof(user)));
	assert_string_equal(user, "carol");
	shell("rm etc/group");
	assert_false(keyboard_find_member(root, user, sizeof(user)));
}

int main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(test_places), TEST(test_uhid), TEST(test_writers), TEST(test_access_lists),
		TEST(test_what_it_is), TEST(test_members),
	};

	return cmocka_run_group_tests_name("keyboard", tests, NULL, NULL);
}
