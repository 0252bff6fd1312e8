/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A child process with a time limit around each attempt, see try.h. */
#include "try.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define LIMIT_S 20

void try_say(struct try_answer *answer, enum try_result result, const char *format, ...)
{
	va_list arguments;

	answer->result = result;
	va_start(arguments, format);
	vsnprintf(answer->detail, sizeof(answer->detail), format, arguments);
	va_end(arguments);
}

void try_say_errno(struct try_answer *answer, int number)
{
	switch (number) {
	case ENOENT:
	case ENODEV:
	case ENXIO:
	case ENOTDIR:
		try_say(answer, TRY_RESULT_ABSENT, "%s", strerror(number));
		break;
	case EACCES:
	case EPERM:
		try_say(answer, TRY_RESULT_DENIED, "%s", strerror(number));
		break;
	default:
		try_say(answer, TRY_RESULT_UNKNOWN, "%s", strerror(number));
	}
}

void try_say_samples(struct try_answer *answer, const void *samples, size_t bytes)
{
	const unsigned char *byte = samples;
	size_t loud = 0;

	for (size_t i = 0; i < bytes; i++)
		loud += byte[i] != 0;
	if (loud)
		try_say(answer, TRY_RESULT_SOUND, "%zu of %zu bytes are not zero", loud, bytes);
	else
		try_say(answer, TRY_RESULT_ZERO, "%zu bytes", bytes);
}

static const char *word(enum try_result result)
{
	switch (result) {
	case TRY_RESULT_UNKNOWN: return "unknown";
	case TRY_RESULT_ABSENT: return "absent";
	case TRY_RESULT_DENIED: return "denied";
	case TRY_RESULT_ZERO: return "zero";
	case TRY_RESULT_SOUND: return "sound";
	case TRY_RESULT_REACHABLE: return "reachable";
	}
	return "unknown";
}

/* A name may hold anything; a line must stay one of four fields. */
static void print_field(const char *text)
{
	for (; *text; text++)
		putchar((unsigned char)*text < ' ' ? ' ' : *text);
}

static bool print_line(const char *kind, const char *path, const struct try_answer *answer)
{
	printf("%s\t%s\t", word(answer->result), kind);
	print_field(path);
	putchar('\t');
	print_field(answer->detail);
	putchar('\n');
	return !fflush(stdout) && !ferror(stdout);
}

static void attempt(const char *path, try_fn *fn, struct try_answer *answer)
{
	int status = 0;
	pid_t child;

	fflush(stdout);
	child = fork();
	if (child < 0) {
		try_say(answer, TRY_RESULT_UNKNOWN, "fork: %s", strerror(errno));
		return;
	}
	if (!child) {
		/* libraries have much to say about what is not there */
		if (!freopen("/dev/null", "w", stderr))
			_exit(1);
		alarm(LIMIT_S);
		fn(path, answer);
		_exit(0);
	}
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
		try_say(answer, TRY_RESULT_UNKNOWN, "no answer for %d s", LIMIT_S);
	else if (WIFSIGNALED(status) && answer->result == TRY_RESULT_UNKNOWN)
		try_say(answer, TRY_RESULT_UNKNOWN, "crashed: %s", strsignal(WTERMSIG(status)));
}

bool try_path(const char *kind, const char *path, try_fn *fn)
{
	struct try_answer *answer = mmap(NULL, sizeof(*answer), PROT_READ | PROT_WRITE,
					 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	struct try_answer failed = { .result = TRY_RESULT_UNKNOWN, .detail = "no memory" };
	bool good;

	if (answer == MAP_FAILED)
		return print_line(kind, path, &failed);
	attempt(path, fn, answer);
	good = print_line(kind, path, answer);
	munmap(answer, sizeof(*answer));
	return good;
}
