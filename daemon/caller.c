/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Identity and rights of a caller. Main thread; asks the bus daemon (one round
 * trip, bounded by the connection's call timeout) and logind's files.
 */
#include "caller.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-login.h>
#include <unistd.h>

#include "text.h"

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

int caller_identify(sd_bus_message *message, struct caller *caller)
{
	sd_bus_creds *creds = NULL;
	int error;

	*caller = (struct caller){ .uid = (uid_t)-1 };
	/* Not augmented from /proc: a pid may have passed to another program by now. */
	error = sd_bus_query_sender_creds(message, SD_BUS_CREDS_EUID | SD_BUS_CREDS_PID, &creds);
	if (error < 0)
		return error;
	error = sd_bus_creds_get_euid(creds, &caller->uid);
	if (error >= 0 && sd_bus_creds_get_pid(creds, &caller->pid) >= 0)
		caller_read_program(caller->pid, caller->program, sizeof(caller->program));
	sd_bus_creds_unref(creds);
	return error < 0 ? error : 0;
}

static bool is_local_user_session(const char *session)
{
	char *class = NULL, *seat = NULL;
	bool good;

	good = sd_session_is_active(session) > 0 && sd_session_is_remote(session) == 0 &&
	       sd_session_get_seat(session, &seat) >= 0 &&
	       sd_session_get_class(session, &class) >= 0 && !strcmp(class, "user");
	free(class);
	free(seat);
	return good;
}

static bool is_at_the_seat(uid_t uid)
{
	char **sessions = NULL;
	bool found = false;
	int count;

	count = sd_uid_get_sessions(uid, 1, &sessions);
	for (int i = 0; i < count; i++) {
		found |= is_local_user_session(sessions[i]);
		free(sessions[i]);
	}
	free(sessions);
	return found;
}

bool caller_may_unmute(const struct caller *caller, bool session)
{
	if (caller->uid == (uid_t)-1)
		return false;
	if (caller->uid == 0)
		return true;
	return session ? caller->uid == getuid() : is_at_the_seat(caller->uid);
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
