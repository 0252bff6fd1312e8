/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Starting and watching the driver. Two timers, both off in peace: `deadline`
 * kills a driver that owes an answer (LINK_READY or LINK_PONG), `restart`
 * delays the next start after several quick deaths.
 *
 * How a hang is found: with streams open the driver pushes the pulse timer
 * ahead; when it expires the driver is pinged. With none open the driver
 * sleeps, and so do we: the first request that an application sends makes the
 * kept /dev/cuse descriptor readable, which arms the pulse once.
 */
#include "driver.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "beside.h"
#include "log.h"
#include "names.h"
#include "now.h"
#include "spawn.h"

#define READY_TIMEOUT_MS 5000
#define QUIT_TIMEOUT_MS 1000
#define QUICK_DEATH_MS 2000	/* a life shorter than this counts as quick */
#define QUICK_DEATHS 5		/* so many are forgiven before restarts are delayed */
#define DELAY_FIRST_MS 100
#define DELAY_MAX_MS 5000
#define TIMER_ACCURACY_US 5000

struct driver {
	sd_event *event;
	struct link *link;
	bool session;
	const struct config *config;
	const struct driver_callbacks *callbacks;
	void *userdata;

	pid_t pid;		/* 0: none */
	sd_event_source *child;
	int64_t started_ms;
	unsigned quick_deaths;	/* in a row */
	char why[128];		/* why it was killed; empty: it died by itself */
	char said[192];		/* the last complaint, not to repeat it */

	sd_event_source *pulse;
	sd_event_source *deadline, *restart;
	uint64_t ping_seq;
	bool pinging;
	unsigned readers[LINK_TWINS_MAX];
	sd_event_source *watches[LINK_TWINS_MAX];	/* one-shot, on /dev/cuse descriptors */
};

static void complain(struct driver *driver, const char *what, const char *how)
{
	char line[sizeof(driver->said)];

	snprintf(line, sizeof(line), "%s: %s", what, how);
	if (strcmp(line, driver->said) != 0)
		log_error("%s", line);
	memcpy(driver->said, line, sizeof(line));
}

static void set_timer(struct driver *driver, sd_event_source **timer, unsigned ms,
		      sd_event_time_handler_t handler)
{
	*timer = sd_event_source_disable_unref(*timer);
	if (sd_event_add_time_relative(driver->event, timer, CLOCK_MONOTONIC, ms * 1000ull,
				       TIMER_ACCURACY_US, handler, driver) < 0)
		log_error("no timer for the driver: out of memory");
}

static bool readers_are_open(const struct driver *driver)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		if (driver->readers[i])
			return true;
	return false;
}

static const char *find_driver(const struct driver *driver, char *path, size_t size)
{
	const char *named = driver->session ? getenv("HARDMUTE_DRIVER") : NULL;

	if (named && *named)
		return named;
	return beside_find(driver->session ? FRONT_NAME : DRIVER_NAME, path, size);
}

static int spawn_with_fds(struct driver *driver, const char *path, char *const *argv)
{
	int fds[4] = { link_connect(driver->link), link_get_table_fd(driver->link),
		       link_get_bell_fd(driver->link), link_get_pulse_fd(driver->link) };
	int error;

	if (fds[0] < 0)
		return fds[0];
	error = spawn(path, argv, fds, 4, LINK_FD_SOCKET, &driver->pid);
	close(fds[0]);
	return error;
}

_Static_assert(LINK_FD_TABLE == LINK_FD_SOCKET + 1 && LINK_FD_BELL == LINK_FD_SOCKET + 2 &&
	       LINK_FD_PULSE == LINK_FD_SOCKET + 3, "as spawn_with_fds() lists them");

static int on_exit_of_child(sd_event_source *source, const siginfo_t *info, void *userdata);

static int launch(struct driver *driver, const char *path)
{
	char latency[16];
	char *system_argv[] = { (char *)path, NULL };
	char *session_argv[] = { (char *)path, "--latency-ms", latency,
				 driver->config->set_default ? NULL : "--no-default", NULL };
	int error;

	snprintf(latency, sizeof(latency), "%u", driver->config->latency_ms);
	error = spawn_with_fds(driver, path, driver->session ? session_argv : system_argv);
	if (error)
		return error;
	error = sd_event_add_child(driver->event, &driver->child, driver->pid, WEXITED,
				   on_exit_of_child, driver);
	if (error < 0) {
		/* a driver that nobody watches must not run */
		kill(driver->pid, SIGKILL);
		waitpid(driver->pid, NULL, 0);
		return error;
	}
	return 0;
}

static int on_deadline(sd_event_source *source, uint64_t usec, void *userdata)
{
	struct driver *driver = userdata;

	(void)source;
	(void)usec;
	driver_kill(driver, driver->pinging ? "it hangs" : "it does not get ready");
	return 0;
}

static int on_restart(sd_event_source *source, uint64_t usec, void *userdata)
{
	(void)source;
	(void)usec;
	driver_start(userdata);
	return 0;
}

/* The next start: at once, but not for ever. */
static void start_again(struct driver *driver)
{
	unsigned delay = DELAY_FIRST_MS;

	if (driver->quick_deaths < QUICK_DEATHS) {
		driver_start(driver);
		return;
	}
	for (unsigned i = QUICK_DEATHS; i < driver->quick_deaths && delay < DELAY_MAX_MS; i++)
		delay *= 2;
	set_timer(driver, &driver->restart, delay < DELAY_MAX_MS ? delay : DELAY_MAX_MS,
		  on_restart);
}

void driver_start(struct driver *driver)
{
	char path[PATH_MAX];
	const char *found = find_driver(driver, path, sizeof(path));
	int error;

	if (driver->pid)
		return;
	driver->why[0] = 0;
	driver->started_ms = now_ms();
	error = launch(driver, found);
	if (error) {
		driver->pid = 0;
		link_disconnect(driver->link);
		complain(driver, found, strerror(-error));
		/* no recursion through start_again: a program that is not there is worth a delay */
		if (driver->quick_deaths++ < QUICK_DEATHS)
			driver->quick_deaths = QUICK_DEATHS;
		start_again(driver);
		return;
	}
	set_timer(driver, &driver->deadline, READY_TIMEOUT_MS, on_deadline);
}

static void describe_end(const struct driver *driver, const siginfo_t *info, char *text,
			 size_t size)
{
	/* it may have ended by itself just before it was killed for hanging up */
	if (info->si_code == CLD_EXITED)
		snprintf(text, size, "it exited with status %d", info->si_status);
	else if (driver->why[0] && info->si_status == SIGKILL)
		snprintf(text, size, "killed: %s", driver->why);
	else
		snprintf(text, size, "signal %d (%s)", info->si_status,
			 strsignal(info->si_status));
}

static void forget_process(struct driver *driver)
{
	uint64_t expiries;

	driver->pid = 0;
	driver->child = sd_event_source_disable_unref(driver->child);
	driver->deadline = sd_event_source_disable_unref(driver->deadline);
	driver->pinging = false;
	memset(driver->readers, 0, sizeof(driver->readers));
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		driver_watch_twin(driver, i, -1);
	link_disconnect(driver->link);
	timerfd_settime(link_get_pulse_fd(driver->link), 0, &(struct itimerspec){ 0 }, NULL);
	if (read(link_get_pulse_fd(driver->link), &expiries, sizeof(expiries)) < 0)
		return;	/* EAGAIN: it had not expired */
}

static int on_exit_of_child(sd_event_source *source, const siginfo_t *info, void *userdata)
{
	struct driver *driver = userdata;
	char text[160];

	(void)source;
	describe_end(driver, info, text, sizeof(text));
	forget_process(driver);
	if (now_ms() - driver->started_ms < QUICK_DEATH_MS)
		driver->quick_deaths++;
	else
		driver->quick_deaths = 0;
	complain(driver, "the driver is gone", text);
	driver->callbacks->lost(driver->userdata, text);
	start_again(driver);
	return 0;
}

void driver_kill(struct driver *driver, const char *why)
{
	if (!driver->pid)
		return;
	if (!driver->why[0])
		snprintf(driver->why, sizeof(driver->why), "%s", why);
	kill(driver->pid, SIGKILL);
}

const char *driver_get_fault(const struct driver *driver)
{
	return driver->why;
}

pid_t driver_get_pid(const struct driver *driver)
{
	return driver->pid;
}

static void ping(struct driver *driver)
{
	if (driver->pinging || !driver->pid)
		return;
	driver->pinging = true;
	(void)link_send(driver->link, LINK_PING, ++driver->ping_seq);
	set_timer(driver, &driver->deadline, LINK_PING_TIMEOUT_MS, on_deadline);
}

static int on_pulse(sd_event_source *source, int fd, uint32_t events, void *userdata)
{
	struct driver *driver = userdata;
	uint64_t expiries;

	(void)source;
	(void)events;
	/* EAGAIN: the driver pushed it ahead in this moment */
	if (read(fd, &expiries, sizeof(expiries)) == sizeof(expiries) && link_is_ready(driver->link))
		ping(driver);
	return 0;
}

static void arm_watches(struct driver *driver)
{
	if (readers_are_open(driver))
		return;
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		if (driver->watches[i])
			sd_event_source_set_enabled(driver->watches[i], SD_EVENT_ONESHOT);
}

/* An application speaks to a twin that had no streams: the driver has to answer in time. */
static int on_first_request(sd_event_source *source, int fd, uint32_t events, void *userdata)
{
	struct driver *driver = userdata;
	const struct itimerspec expiry = { .it_value = { LINK_PULSE_EXPIRY_MS / 1000,
		LINK_PULSE_EXPIRY_MS % 1000 * 1000000l } };
	struct itimerspec present;
	int pulse = link_get_pulse_fd(driver->link);

	(void)source;
	(void)fd;
	(void)events;
	if (readers_are_open(driver) || timerfd_gettime(pulse, &present))
		return 0;
	if (!present.it_value.tv_sec && !present.it_value.tv_nsec)
		timerfd_settime(pulse, 0, &expiry, NULL);
	return 0;
}

void driver_watch_twin(struct driver *driver, unsigned twin, int cuse_fd)
{
	driver->watches[twin] = sd_event_source_disable_unref(driver->watches[twin]);
	if (cuse_fd < 0)
		return;
	if (sd_event_add_io(driver->event, &driver->watches[twin], cuse_fd, EPOLLIN,
			    on_first_request, driver) < 0) {
		log_error("twin %u: its requests cannot be watched", twin);
		return;
	}
	sd_event_source_set_enabled(driver->watches[twin],
				    readers_are_open(driver) ? SD_EVENT_OFF : SD_EVENT_ONESHOT);
}

void driver_on_ready(struct driver *driver)
{
	driver->deadline = sd_event_source_disable_unref(driver->deadline);
	driver->said[0] = 0;
}

void driver_on_pong(struct driver *driver, uint64_t seq)
{
	if (!driver->pinging || seq != driver->ping_seq)
		return;
	driver->pinging = false;
	driver->deadline = sd_event_source_disable_unref(driver->deadline);
	arm_watches(driver);
}

void driver_on_readers(struct driver *driver, unsigned twin, unsigned count)
{
	driver->readers[twin] = count;
	arm_watches(driver);
}

int driver_new(struct driver **result, sd_event *event, struct link *link, bool session,
	       const struct config *config, const struct driver_callbacks *callbacks,
	       void *userdata)
{
	struct driver *driver = calloc(1, sizeof(*driver));
	int error;

	if (!driver)
		return -ENOMEM;
	driver->event = sd_event_ref(event);
	driver->link = link;
	driver->session = session;
	driver->config = config;
	driver->callbacks = callbacks;
	driver->userdata = userdata;
	error = sd_event_add_io(event, &driver->pulse, link_get_pulse_fd(link), EPOLLIN, on_pulse,
				driver);
	if (error < 0) {
		sd_event_unref(driver->event);
		free(driver);
		return error;
	}
	*result = driver;
	return 0;
}

/* Asks it to remove its nodes, and makes sure that it is gone. */
static void quit_process(struct driver *driver)
{
	struct pollfd end = { .fd = sd_event_source_get_child_pidfd(driver->child),
			      .events = POLLIN };

	(void)link_send(driver->link, LINK_QUIT, 0);
	if (poll(&end, 1, QUIT_TIMEOUT_MS) != 1)
		kill(driver->pid, SIGKILL);
	waitpid(driver->pid, NULL, 0);
}

void driver_free(struct driver *driver, bool quit)
{
	if (!driver)
		return;
	if (driver->pid && quit)
		quit_process(driver);
	forget_process(driver);
	sd_event_source_disable_unref(driver->restart);
	sd_event_source_disable_unref(driver->pulse);
	sd_event_unref(driver->event);
	free(driver);
}
