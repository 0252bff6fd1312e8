/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A child process whose answer is read as it comes, and judged when it has ended. */
#include "trial.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "names.h"

#define ANSWER_MAX (1u << 20)
#define TIMEOUT_US (300 * 1000000ull)
#define LEAKS_NAMED 3

extern char **environ;

struct trial {
	trial_done_fn *done;
	void *userdata;
	pid_t pid;
	int fd;
	char *answer;
	size_t length;
	sd_event_source *readable, *ended, *timeout;
};

static json_t *get_paths(const json_t *answer)
{
	return json_object_get(answer, "paths");
}

static void write_leaks(FILE *out, const json_t *answer)
{
	unsigned named = 0;
	json_t *path;
	size_t i;

	json_array_foreach(get_paths(answer), i, path) {
		const char *result = json_string_value(json_object_get(path, "result"));
		const char *name = json_string_value(json_object_get(path, "path"));

		if (result && name && !strcmp(result, "LEAK") && named++ < LEAKS_NAMED)
			fprintf(out, "%s\n", name);
	}
	if (named > LEAKS_NAMED)
		fprintf(out, "and %u more\n", named - LEAKS_NAMED);
	fputs("\"hardmutectl verify\" tells more.", out);
}

static void write_body(FILE *out, const json_t *answer, int code)
{
	const char *verdict = json_string_value(json_object_get(answer, "verdict"));

	if (code == EXIT_LEAK)
		write_leaks(out, answer);
	else if (!answer)
		fputs("\"hardmutectl verify\" says why.", out);
	else
		fprintf(out, "%zu ways to a microphone were tried, none of them leaks. hardmute says: %s",
			json_array_size(get_paths(answer)), verdict ? verdict : "nothing, it is not there");
}

static const char *get_summary(int code)
{
	switch (code) {
	case EXIT_DONE: return "Verified";
	case EXIT_NO: return "Not proven";
	case EXIT_LEAK: return "The microphone leaks";
	default: return "Not verified";
	}
}

static void report(struct trial *trial, int code)
{
	json_t *answer = json_loadb(trial->answer ? trial->answer : "", trial->length, 0, NULL);
	char *body = NULL;
	size_t size;
	FILE *out = open_memstream(&body, &size);

	if (!answer && (code == EXIT_DONE || code == EXIT_NO))
		code = EXIT_FAILED;
	if (out) {
		write_body(out, answer, code);
		fclose(out);
	}
	json_decref(answer);
	trial->done(trial->userdata, get_summary(code), body ? body : "", code == EXIT_LEAK);
	free(body);
}

/* All that is there; false at the end. */
static bool read_some(struct trial *trial)
{
	char buffer[4096], *more;
	ssize_t got = read(trial->fd, buffer, sizeof(buffer));

	if (got <= 0)
		return got < 0 && errno == EINTR;
	if (trial->length + (size_t)got > ANSWER_MAX)
		return true;	/* read on, so that it can end; it is no answer any more */
	more = realloc(trial->answer, trial->length + (size_t)got);
	if (!more)
		return false;
	memcpy(more + trial->length, buffer, (size_t)got);
	trial->answer = more;
	trial->length += (size_t)got;
	return true;
}

static int on_readable(sd_event_source *source, int fd, uint32_t events, void *userdata)
{
	(void)fd;
	(void)events;
	if (!read_some(userdata))
		sd_event_source_set_enabled(source, SD_EVENT_OFF);
	return 0;
}

static int on_ended(sd_event_source *source, const siginfo_t *info, void *userdata)
{
	struct trial *trial = userdata;

	(void)source;
	trial->pid = 0;
	while (read_some(trial))
		;
	report(trial, info->si_code == CLD_EXITED ? info->si_status : EXIT_FAILED);
	return 0;
}

static int on_timeout(sd_event_source *source, uint64_t time_us, void *userdata)
{
	struct trial *trial = userdata;

	(void)source;
	(void)time_us;
	if (trial->pid > 0)
		kill(trial->pid, SIGKILL);	/* then it has ended */
	return 0;
}

/* The child gets this end as its standard output, and no signal blocked. */
static int spawn_program(struct trial *trial, const char *program, const char *option, int output)
{
	char *argv[] = { (char *)program, "verify", "--json", (char *)option, NULL };
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t none;
	int error;

	sigemptyset(&none);
	if (posix_spawn_file_actions_init(&actions))
		return -ENOMEM;
	if (posix_spawnattr_init(&attributes)) {
		posix_spawn_file_actions_destroy(&actions);
		return -ENOMEM;
	}
	error = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	if (!error)
		error = posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
	if (!error)
		error = posix_spawnattr_setsigmask(&attributes, &none);
	if (!error)
		error = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	if (!error)
		error = posix_spawn(&trial->pid, program, &actions, &attributes, argv, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return -error;
}

static int start_program(struct trial *trial, const char *program, const char *option)
{
	int ends[2], error;

	if (pipe2(ends, O_CLOEXEC))
		return -errno;
	trial->fd = ends[0];
	error = spawn_program(trial, program, option, ends[1]);
	close(ends[1]);
	if (error >= 0 && fcntl(trial->fd, F_SETFL, O_NONBLOCK) < 0)
		error = -errno;
	return error;
}

static int watch(struct trial *trial, sd_event *event)
{
	int error;

	error = sd_event_add_io(event, &trial->readable, trial->fd, EPOLLIN, on_readable, trial);
	if (error >= 0)
		error = sd_event_add_child(event, &trial->ended, trial->pid, WEXITED, on_ended, trial);
	if (error >= 0)
		error = sd_event_add_time_relative(event, &trial->timeout, CLOCK_MONOTONIC, TIMEOUT_US, 0,
						   on_timeout, trial);
	return error;
}

int trial_start(struct trial **result, sd_event *event, const char *program, const char *option,
		trial_done_fn *done, void *userdata)
{
	struct trial *trial = calloc(1, sizeof(*trial));
	int error;

	if (!trial)
		return -ENOMEM;
	*trial = (struct trial){ .done = done, .userdata = userdata, .fd = -1 };
	error = start_program(trial, program, option);
	if (error >= 0)
		error = watch(trial, event);
	if (error < 0) {
		trial_stop(trial);
		return error;
	}
	*result = trial;
	return 0;
}

void trial_stop(struct trial *trial)
{
	if (!trial)
		return;
	sd_event_source_disable_unref(trial->readable);
	sd_event_source_disable_unref(trial->ended);
	sd_event_source_disable_unref(trial->timeout);
	if (trial->pid > 0) {
		kill(trial->pid, SIGKILL);
		while (waitpid(trial->pid, NULL, 0) < 0 && errno == EINTR)
			;
	}
	if (trial->fd >= 0)
		close(trial->fd);
	free(trial->answer);
	free(trial);
}
