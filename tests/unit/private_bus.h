/* SPDX-License-Identifier: GPL-2.0-or-later */
/* For unit tests: a bus of one's own, for the session's and the system's. Include after cmocka.h. */
#ifndef HARDMUTE_TESTS_PRIVATE_BUS_H
#define HARDMUTE_TESTS_PRIVATE_BUS_H

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <systemd/sd-event.h>
#include <unistd.h>

#include "../../daemon/now.h"

static char private_bus_directory[64];
static pid_t private_bus_pid;

static inline bool private_bus_listens(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	bool listens;

	snprintf(address.sun_path, sizeof(address.sun_path), "%s", path);
	listens = !connect(fd, (struct sockaddr *)&address, sizeof(address));
	close(fd);
	return listens;
}

static inline void private_bus_start(void)
{
	char config[96], path[96];

	snprintf(config, sizeof(config), "--config-file=%s/bus.conf", private_bus_directory);
	snprintf(path, sizeof(path), "%s/bus", private_bus_directory);
	unlink(path);
	private_bus_pid = fork();
	assert_true(private_bus_pid >= 0);
	if (!private_bus_pid) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		execlp("dbus-daemon", "dbus-daemon", config, "--nofork", NULL);
		_exit(127);
	}
	for (int i = 0; i < 500 && !private_bus_listens(path); i++)
		usleep(10000);
	assert_true(private_bus_listens(path));
}

static inline void private_bus_stop(void)
{
	if (private_bus_pid <= 0)
		return;
	kill(private_bus_pid, SIGKILL);
	waitpid(private_bus_pid, NULL, 0);
	private_bus_pid = 0;
}

/* Lets the loop of whoever is tested run: that long, or until *count has grown to value. */
static inline void private_bus_run_for_ms(sd_event *event, int64_t ms)
{
	int64_t end_ms = now_ms() + ms;

	while (now_ms() < end_ms)
		sd_event_run(event, 20000);
}

static inline void private_bus_wait_ms(sd_event *event, int64_t ms, const unsigned *count, unsigned value)
{
	int64_t end_ms = now_ms() + ms;

	while (*count < value && now_ms() < end_ms)
		sd_event_run(event, 20000);
	assert_int_equal(*count, value);
}

static inline int private_bus_set_up(void **state)
{
	char path[96], address[96];
	FILE *file;

	(void)state;
	strcpy(private_bus_directory, "/tmp/hardmute-unit-XXXXXX");
	if (!mkdtemp(private_bus_directory))
		return -1;
	snprintf(address, sizeof(address), "unix:path=%s/bus", private_bus_directory);
	setenv("DBUS_SESSION_BUS_ADDRESS", address, 1);
	setenv("DBUS_SYSTEM_BUS_ADDRESS", address, 1);
	snprintf(path, sizeof(path), "%s/bus.conf", private_bus_directory);
	file = fopen(path, "w");
	if (!file)
		return -1;
	fprintf(file, "<busconfig><type>session</type><listen>%s</listen><policy context='default'>"
		"<allow send_destination='*'/><allow eavesdrop='true'/><allow own='*'/></policy>"
		"</busconfig>", address);
	return fclose(file);
}

static inline int private_bus_tear_down(void **state)
{
	char command[96];

	(void)state;
	private_bus_stop();
	snprintf(command, sizeof(command), "rm -r %s", private_bus_directory);
	return system(command);
}

#endif
