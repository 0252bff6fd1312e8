/* SPDX-License-Identifier: GPL-2.0-or-later */
// build: -lpulse -lm -pthread
/*
 * A program that does not want to be muted: clears the mute flag of a source.
 *
 *   fight duels SOURCE N         N times: clears it, waits until it is set again;
 *                                prints "duels N lost L longest_ms T net_ms S",
 *                                S: the longest but for times in which the server answered nobody
 *   fight flood SOURCE SECONDS   as fast as the server answers; prints "cleared N"
 *
 * A duel is lost when the flag is not set again within a second.
 */
#include <pulse/pulseaudio.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define LOST_NS 1000000000LL
#define PROMPT_NS 2000000LL	/* an answer of a server that runs */

static pa_mainloop *loop;
static pa_context *context;
static bool muted;

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void turn(void)
{
	if (pa_mainloop_iterate(loop, 1, NULL) < 0 ||
	    !PA_CONTEXT_IS_GOOD(pa_context_get_state(context)))
		exit(2);
}

static void wait_for(pa_operation *operation)
{
	while (operation && pa_operation_get_state(operation) == PA_OPERATION_RUNNING)
		turn();
	if (operation)
		pa_operation_unref(operation);
}

static void on_source(pa_context *unused, const pa_source_info *info, int end, void *userdata)
{
	(void)unused;
	(void)userdata;
	if (!end)
		muted = info->mute;
}

static bool is_muted(const char *source)
{
	wait_for(pa_context_get_source_info_by_name(context, source, on_source, NULL));
	return muted;
}

static void clear(const char *source)
{
	wait_for(pa_context_set_source_mute_by_name(context, source, 0, NULL, NULL));
}

/* Time that the answer took beyond PROMPT_NS: the server was not let run. */
static int64_t ask(const char *source, bool *set)
{
	int64_t start_ns = now_ns(), late_ns;

	*set = is_muted(source);
	late_ns = now_ns() - start_ns - PROMPT_NS;
	return late_ns > 0 ? late_ns : 0;
}

static void duels(const char *source, unsigned count)
{
	int64_t longest_ns = 0, net_ns = 0;
	unsigned lost = 0;

	for (unsigned i = 0; i < count; i++) {
		int64_t start_ns = now_ns(), took_ns, late_ns = 0;
		bool set;

		clear(source);
		late_ns = now_ns() - start_ns > PROMPT_NS ? now_ns() - start_ns - PROMPT_NS : 0;
		do {
			usleep(500);
			late_ns += ask(source, &set);
			took_ns = now_ns() - start_ns;
		} while (!set && took_ns - late_ns < LOST_NS);
		lost += !set;
		if (took_ns > longest_ns)
			longest_ns = took_ns;
		if (took_ns - late_ns > net_ns)
			net_ns = took_ns - late_ns;
		usleep(30000);
	}
	printf("duels %u lost %u longest_ms %.1f net_ms %.1f\n", count, lost, longest_ns / 1e6, net_ns / 1e6);
}

static void flood(const char *source, double seconds)
{
	int64_t end_ns = now_ns() + (int64_t)(seconds * 1e9);
	unsigned count = 0;

	for (; now_ns() < end_ns; count++)
		clear(source);
	printf("cleared %u\n", count);
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	loop = pa_mainloop_new();
	context = pa_context_new(pa_mainloop_get_api(loop), "fight");
	if (pa_context_connect(context, NULL, PA_CONTEXT_NOAUTOSPAWN, NULL) < 0)
		return 2;
	while (pa_context_get_state(context) != PA_CONTEXT_READY)
		turn();
	if (!strcmp(argv[1], "duels"))
		duels(argv[2], (unsigned)atoi(argv[3]));
	else
		flood(argv[2], atof(argv[3]));
	pa_context_disconnect(context);
	return 0;
}
