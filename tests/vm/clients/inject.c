/* SPDX-License-Identifier: GPL-2.0-or-later */
// build:
/*
 * Presses keys that nobody presses:
 *
 *   inject make NAME	a keyboard of that name, by uinput, until the input ends
 *   inject write NODE	a keyboard that is there, by writing to its node
 *
 * Reads words: "+190" key 190 goes down, "-190" up; each is a report. Says
 * "ready" when it reads, and "done" after each line.
 */
#include <fcntl.h>
#include <linux/uinput.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int fail(const char *what)
{
	perror(what);
	return -1;
}

static int make(const char *name)
{
	struct uinput_setup setup = { .id = { .bustype = BUS_I8042, .vendor = 1, .product = 1 } };
	int fd = open("/dev/uinput", O_WRONLY);

	if (fd < 0)
		return fail("/dev/uinput");
	/* as much like the real one as it can be made */
	snprintf(setup.name, sizeof(setup.name), "%s", name);
	if (ioctl(fd, UI_SET_EVBIT, EV_KEY) || ioctl(fd, UI_SET_PHYS, "isa0060/serio0/input0"))
		return fail("UI_SET");
	for (int key = 1; key < 256; key++)
		ioctl(fd, UI_SET_KEYBIT, key);
	if (ioctl(fd, UI_DEV_SETUP, &setup) || ioctl(fd, UI_DEV_CREATE))
		return fail("UI_DEV_CREATE");
	return fd;
}

static int send(int fd, unsigned short type, unsigned short code, int value)
{
	struct input_event event = { .type = type, .code = code, .value = value };

	return write(fd, &event, sizeof(event)) == sizeof(event) ? 0 : fail("write");
}

int main(int argc, char **argv)
{
	char line[4096];
	int fd;

	if (argc != 3) {
		fputs("usage: inject make NAME | write NODE\n", stderr);
		return 2;
	}
	fd = !strcmp(argv[1], "make") ? make(argv[2]) : open(argv[2], O_WRONLY);
	if (fd < 0)
		return fail(argv[2]) ? 1 : 0;
	setlinebuf(stdout);
	puts("ready");
	while (fgets(line, sizeof(line), stdin)) {
		for (char *word = strtok(line, " \n"); word; word = strtok(NULL, " \n"))
			if (send(fd, EV_KEY, (unsigned short)atoi(word + 1), *word == '+') ||
			    send(fd, EV_SYN, SYN_REPORT, 0))
				return 1;
		puts("done");
	}
	return 0;
}
