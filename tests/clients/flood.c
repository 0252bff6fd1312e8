/* SPDX-License-Identifier: GPL-2.0-or-later */
// build: -lsystemd
/*
 * Clients of the session bus that hardmuted would rather not have, and one that measures:
 *
 *   flood ask|mute|toggle|noise CLIENTS SECONDS	calls as fast as the bus takes them, reads no answer
 *   flood measure		mutes; a line "MUTE_US PING_US"
 *
 * MUTE_US is from before the call to its answer; PING_US what the bus itself needs for a question
 * and an answer, in the same moment.
 */
#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <time.h>
#include <unistd.h>

#define NAME "org.hardmute"
#define PATH "/org/hardmute/Mute1"
#define INTERFACE "org.hardmute.Mute1"
#define CLIENTS_MAX 64
#define BURST 50

static int64_t now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000ll + now.tv_nsec / 1000;
}

static void check(int error, const char *what)
{
	if (error >= 0)
		return;
	fprintf(stderr, "flood: %s: %s\n", what, strerror(-error));
	exit(1);
}

static int send_one(sd_bus *bus, const char *kind, unsigned number)
{
	static const char *const questions[] = { "Status", "GetAll", "Get", "Introspect" };
	const char *interface = INTERFACE, *method = "Mute";
	sd_bus_message *call;
	int error;

	if (!strcmp(kind, "toggle"))
		method = number % 2 ? "Toggle" : "Unmute";
	if (!strcmp(kind, "noise"))
		method = "Nothing";
	if (!strcmp(kind, "ask")) {
		method = questions[number % 4];
		if (number % 4)
			interface = number % 4 == 3 ? "org.freedesktop.DBus.Introspectable" :
				"org.freedesktop.DBus.Properties";
	}
	check(sd_bus_message_new_method_call(bus, &call, NAME, PATH, interface, method), method);
	if (!strcmp(method, "GetAll"))
		sd_bus_message_append(call, "s", INTERFACE);
	else if (!strcmp(method, "Get"))
		sd_bus_message_append(call, "ss", INTERFACE, "Evidence");
	error = sd_bus_send(bus, call, NULL);
	sd_bus_message_unref(call);
	return error;
}

/* Writes what it can; whoever reads nothing gets nothing more from a bus that is full. */
static unsigned long flood(const char *kind, int clients, int seconds)
{
	static struct pollfd fds[CLIENTS_MAX];
	static sd_bus *bus[CLIENTS_MAX];
	int64_t end = now_us() + seconds * 1000000ll;
	unsigned long sent = 0;

	for (int i = 0; i < clients; i++) {
		check(sd_bus_open_user(&bus[i]), "session bus");
		fds[i] = (struct pollfd){ sd_bus_get_fd(bus[i]), POLLOUT, 0 };
	}
	while (now_us() < end && poll(fds, (nfds_t)clients, 100) >= 0)
		for (int i = 0; i < clients; i++) {
			if (!(fds[i].revents & POLLOUT))
				continue;
			for (int k = 0; k < BURST; k++)
				sent += send_one(bus[i], kind, (unsigned)sent) >= 0;
			sd_bus_flush(bus[i]);
		}
	return sent;
}

static int call(sd_bus *bus, const char *name, const char *path, const char *interface,
		const char *method)
{
	sd_bus_error why = SD_BUS_ERROR_NULL;
	int error = sd_bus_call_method(bus, name, path, interface, method, &why, NULL, "");

	sd_bus_error_free(&why);
	return error;
}

static void ping(sd_bus *bus)
{
	check(call(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
		   "GetId"), "GetId");
}

static void measure(void)
{
	int64_t begin, muted, pinged;
	sd_bus *bus;

	check(sd_bus_open_user(&bus), "session bus");
	ping(bus);
	begin = now_us();
	check(call(bus, NAME, PATH, INTERFACE, "Mute"), "Mute");
	muted = now_us();
	ping(bus);
	pinged = now_us();
	printf("%lld %lld\n", (long long)(muted - begin), (long long)(pinged - muted));
	sd_bus_close_unref(bus);
}

int main(int argc, char **argv)
{
	if (argc == 2 && !strcmp(argv[1], "measure")) {
		measure();
		return fflush(stdout) ? 1 : 0;
	}
	if (argc != 4 || atoi(argv[2]) < 1 || atoi(argv[2]) > CLIENTS_MAX) {
		fputs("usage: flood ask|mute|toggle|noise CLIENTS SECONDS | measure\n", stderr);
		return 2;
	}
	printf("%lu calls\n", flood(argv[1], atoi(argv[2]), atoi(argv[3])));
	return 0;
}
