/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * posix_spawn with its preparations. Nothing is done between fork and exec that
 * another thread's lock could hang.
 */
#include "spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

extern char **environ;

static int add_fds(posix_spawn_file_actions_t *actions, const int *fds, unsigned count, int first)
{
	int error = 0;

	for (unsigned i = 0; i < count && !error; i++)
		error = posix_spawn_file_actions_adddup2(actions, fds[i], first + (int)i);
	if (!error)
		error = posix_spawn_file_actions_addclosefrom_np(actions, first + (int)count);
	return error;
}

/* Our mask blocks what the event loop handles; the program must not inherit that. */
static int add_signals(posix_spawnattr_t *attributes)
{
	sigset_t none, all;

	sigemptyset(&none);
	sigfillset(&all);
	posix_spawnattr_setsigmask(attributes, &none);
	posix_spawnattr_setsigdefault(attributes, &all);
	return posix_spawnattr_setflags(attributes,
					POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

static int spawn_copies(const char *path, char *const *argv, const int *copies, unsigned count,
			int first, pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	int error;

	error = posix_spawn_file_actions_init(&actions);
	if (error)
		return -error;
	error = posix_spawnattr_init(&attributes);
	if (error)
		goto no_attributes;
	error = add_fds(&actions, copies, count, first);
	if (!error)
		error = add_signals(&attributes);
	if (!error)
		error = posix_spawn(pid, path, &actions, &attributes, argv, environ);
	posix_spawnattr_destroy(&attributes);
no_attributes:
	posix_spawn_file_actions_destroy(&actions);
	return -error;
}

/* Copies have numbers above all places they go to: none can overwrite another. */
int spawn(const char *path, char *const *argv, const int *fds, unsigned count, int first,
	  pid_t *pid)
{
	int copies[SPAWN_FDS_MAX];
	unsigned made = 0;
	int error = count > SPAWN_FDS_MAX ? -E2BIG : 0;

	while (made < count && !error) {
		copies[made] = fcntl(fds[made], F_DUPFD_CLOEXEC, first + (int)count);
		if (copies[made] < 0)
			error = -errno;
		else
			made++;
	}
	if (!error)
		error = spawn_copies(path, argv, copies, count, first, pid);
	while (made)
		close(copies[--made]);
	return error;
}
