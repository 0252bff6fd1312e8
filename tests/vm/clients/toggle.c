/* SPDX-License-Identifier: GPL-2.0-or-later */
// build: -lsystemd
/*
 * Mutes and unmutes at random moments over the system bus, and notes when:
 *
 *   toggle TRIALS LIVE_MS MUTED_MS [SEED]
 *
 * Stays live and muted for a random time of at most that many milliseconds.
 * A line for each change, times are CLOCK_MONOTONIC in ns:
 *   mute REQUEST ANSWER ASKED FENCE_US	REQUEST: before the call was sent;
 *   live REQUEST ANSWER		ANSWER: after the reply was read;
 *					ASKED: when hardmuted began to mute, by its own account
 *   refused REQUEST WHY
 * Ends muted.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <time.h>

#define NAME "org.hardmute"
#define PATH "/org/hardmute/Mute1"
#define INTERFACE "org.hardmute.Mute1"

static int64_t clock_ns(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return now.tv_sec * 1000000000ll + now.tv_nsec;
}

static void check(int error, const char *what, const sd_bus_error *why)
{
	if (error >= 0)
		return;
	fprintf(stderr, "toggle: %s: %s\n", what, why && why->message ? why->message :
		strerror(-error));
	exit(1);
}

static uint64_t get_number(sd_bus *bus, const char *property, char type)
{
	sd_bus_error why = SD_BUS_ERROR_NULL;
	uint64_t value = 0;

	check(sd_bus_get_property_trivial(bus, NAME, PATH, INTERFACE, property, &why, type,
					  &value), property, &why);
	return value;
}

/* True when the state is the wished one; one that is not is noted as it is. */
static bool call(sd_bus *bus, const char *method, bool live)
{
	sd_bus_error why = SD_BUS_ERROR_NULL;
	int64_t request, answer, asked, fence_us;
	sd_bus_message *reply;
	const char *state;
	bool is_live;

	request = clock_ns(CLOCK_MONOTONIC);
	if (sd_bus_call_method(bus, NAME, PATH, INTERFACE, method, &why, &reply, "") < 0) {
		printf("refused %lld %s: %s\n", (long long)request, method, why.message);
		sd_bus_error_free(&why);
		return false;
	}
	answer = clock_ns(CLOCK_MONOTONIC);
	check(sd_bus_message_read(reply, "s", &state), method, NULL);
	is_live = !strcmp(state, "live");
	sd_bus_message_unref(reply);
	if (is_live) {
		printf("live %lld %lld\n", (long long)request, (long long)answer);
		return live;
	}
	fence_us = (int64_t)get_number(bus, "LastFenceMicroseconds", 'x');
	asked = ((int64_t)get_number(bus, "Since", 't') - fence_us) * 1000 +
		clock_ns(CLOCK_MONOTONIC) - clock_ns(CLOCK_REALTIME);
	printf("mute %lld %lld %lld %lld\n", (long long)request, (long long)answer,
	       (long long)asked, (long long)fence_us);
	return !live;
}

/* hardmuted may have muted by itself (a microphone that stood still): then Toggle does the other. */
static void change(sd_bus *bus, bool live)
{
	const char *method = live ? "Unmute" : "Mute";

	if (random() % 3 == 0 && call(bus, "Toggle", live))
		return;
	for (int tries = 0; tries < 5; tries++)
		if (call(bus, method, live))
			return;
	fprintf(stderr, "toggle: %s: not after five tries\n", method);
	exit(1);
}

/* Short ones too: a good part of all is within the first tenth. */
static void rest(int most_ms)
{
	int64_t ns = (int64_t)(random() % (random() % 4 ? most_ms : most_ms / 10 + 1) + 1) * 1000000 -
		     random() % 1000000;

	nanosleep(&(struct timespec){ ns / 1000000000, ns % 1000000000 }, NULL);
}

int main(int argc, char **argv)
{
	sd_bus *bus;

	if (argc < 4) {
		fputs("usage: toggle TRIALS LIVE_MS MUTED_MS [SEED]\n", stderr);
		return 2;
	}
	srandom(argc > 4 ? (unsigned)atoi(argv[4]) : (unsigned)clock_ns(CLOCK_MONOTONIC));
	check(sd_bus_open_system(&bus), "system bus", NULL);
	for (int i = 0; i < atoi(argv[1]); i++) {
		rest(atoi(argv[3]));
		change(bus, true);
		rest(atoi(argv[2]));
		change(bus, false);
	}
	sd_bus_flush_close_unref(bus);
	return fflush(stdout) ? 1 : 0;
}
