/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Identity of a caller: one question to the bus daemon, and /proc for the
 * program's name. Main thread.
 */
#include "caller.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "text.h"

#define DBUS "org.freedesktop.DBus"
#define DBUS_PATH "/org/freedesktop/DBus"
#define CREDENTIALS "GetConnectionCredentials"

void caller_read_program(pid_t pid, char *program, size_t size)
{
	char path[40], line[64] = "";
	FILE *file;

	program[0] = '\0';
	snprintf(path, sizeof(path), "/proc/%d/comm", (int)pid);
	file = fopen(path, "re");
	if (!file)
		return;
	if (fgets(line, sizeof(line), file)) {
		line[strcspn(line, "\n")] = '\0';
		text_clean(program, size, line, sizeof(line));
	}
	fclose(file);
}

/* A process that lives after its name was read had that pid all the time. */
static bool is_alive(int pidfd)
{
	struct pollfd process = { .fd = pidfd, .events = POLLIN };

	return poll(&process, 1, 0) == 0;
}

static bool is_of_user(pid_t pid, uid_t uid)
{
	char path[40];
	struct stat status;

	snprintf(path, sizeof(path), "/proc/%d", (int)pid);
	return !stat(path, &status) && status.st_uid == uid;
}

/* pidfd -1: this bus has none. */
static void name_program(struct caller *caller, int pidfd)
{
	caller_read_program(caller->pid, caller->program, sizeof(caller->program));
	if (pidfd >= 0 ? !is_alive(pidfd) : !is_of_user(caller->pid, caller->uid))
		caller->program[0] = '\0';
}

/* One entry of the dictionary; what is not known is passed over. */
static int take_entry(sd_bus_message *answer, struct caller *caller, int *pidfd)
{
	const char *key;
	uint32_t number;
	int error;

	error = sd_bus_message_read(answer, "s", &key);
	if (error < 0)
		return error;
	if (!strcmp(key, "ProcessFD"))
		return sd_bus_message_read(answer, "v", "h", pidfd);
	if (strcmp(key, "UnixUserID") != 0 && strcmp(key, "ProcessID") != 0)
		return sd_bus_message_skip(answer, "v");
	error = sd_bus_message_read(answer, "v", "u", &number);
	if (error >= 0 && !strcmp(key, "UnixUserID"))
		caller->uid = number;
	else if (error >= 0)
		caller->pid = (pid_t)number;
	return error;
}

int caller_take(sd_bus_message *answer, struct caller *caller)
{
	int error, pidfd = -1;	/* the message's own */

	*caller = (struct caller){ .uid = (uid_t)-1 };
	if (sd_bus_message_is_method_error(answer, NULL))
		return -sd_bus_message_get_errno(answer);
	error = sd_bus_message_enter_container(answer, 'a', "{sv}");
	while (error >= 0 && (error = sd_bus_message_enter_container(answer, 'e', "sv")) > 0) {
		error = take_entry(answer, caller, &pidfd);
		if (error >= 0)
			error = sd_bus_message_exit_container(answer);
	}
	if (error >= 0 && caller->uid == (uid_t)-1)
		error = -ENODATA;
	if (error < 0) {
		*caller = (struct caller){ .uid = (uid_t)-1 };
		return error;
	}
	if (caller->pid)
		name_program(caller, pidfd);
	return 0;
}

int caller_ask(sd_bus_message *message, sd_bus_slot **slot, sd_bus_message_handler_t answered,
	       void *userdata)
{
	int error;

	error = sd_bus_call_method_async(sd_bus_message_get_bus(message), slot, DBUS, DBUS_PATH, DBUS,
					 CREDENTIALS, answered, userdata, "s",
					 sd_bus_message_get_sender(message));
	return error < 0 ? error : 0;
}

void caller_describe(const struct caller *caller, struct mute_cause *cause)
{
	*cause = (struct mute_cause){ .key_us = 0 };
	if (!caller)
		snprintf(cause->text, sizeof(cause->text), "asked by an unknown program");
	else if (!caller->pid)
		snprintf(cause->text, sizeof(cause->text), "asked by uid %u", caller->uid);
	else
		snprintf(cause->text, sizeof(cause->text), "asked by %s (pid %d, uid %u)",
			 caller->program[0] ? caller->program : "a program", (int)caller->pid,
			 caller->uid);
}
