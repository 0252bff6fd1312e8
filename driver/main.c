/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * hardmute-driver: serves the virtual microphones. Started by hardmuted, which
 * hands it the descriptors of include/link.h. One thread, one poll: the link,
 * the bell, the nodes and one deadline. Muted whenever in doubt.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include "driver.h"
#include "log.h"
#include "names.h"
#include "node.h"

#define MS 1000000LL
#define GONE_MS 1000	/* readers of an unplugged microphone have this long to close it */
#define ALONE_MS 1000	/* without a daemon the driver plays silence for this long, then ends */

static int64_t read_clock(clockid_t id)
{
	struct timespec t;

	clock_gettime(id, &t);
	return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void look_at_clocks(struct driver *driver)
{
	driver->now = read_clock(CLOCK_MONOTONIC);
	driver->monotonic_to_real = read_clock(CLOCK_REALTIME) - driver->now;
	driver->monotonic_to_raw = read_clock(CLOCK_MONOTONIC_RAW) - driver->now;
}

static void tell(enum link_type type, uint32_t twin, int error)
{
	struct link_message message = { .type = type, .twin = twin, .error = error };

	link_send(&message);
}

static void drop_node(struct driver *driver, uint32_t number)
{
	struct twin *twin = &driver->twins[number];

	if (twin->node)
		node_free(twin->node);
	twin->node = NULL;
	if (twin->used)
		twin_remove(twin);
	table_forget_twin(driver->table, number);
}

/* An unplugged microphone's node still stands for its last readers; the name is needed now. */
static void make_room(struct driver *driver, const struct link_message *m)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++) {
		const struct twin *twin = &driver->twins[i];

		if (twin->used && twin->gone && (i == m->twin ||
		    (twin->info.card == m->add.card && twin->info.device == m->add.device)))
			drop_node(driver, i);
	}
}

static void on_twin_add(struct driver *driver, const struct link_message *m, const int fds[])
{
	struct twin *twin = &driver->twins[m->twin];
	bool adopted = m->add.adopted;
	int err;

	make_room(driver, m);
	if (twin->used) {
		close(fds[0]);
		close(fds[1]);
		tell(LINK_TWIN_FAILED, m->twin, -EEXIST);
		return;
	}
	err = twin_add(driver, m->twin, &m->add, fds[0]);
	if (!err && fds[1] < 0)
		err = -EINVAL;
	if (!err)
		err = node_new(&twin->node, twin, fds[1], adopted);
	if (err) {
		drop_node(driver, m->twin);
		tell(LINK_TWIN_FAILED, m->twin, err);
	} else if (adopted) {
		twin_changed(twin);
		tell(LINK_TWIN_UP, m->twin, 0);
	}
}

static void on_twin_remove(struct driver *driver, uint32_t number)
{
	struct twin *twin = &driver->twins[number];

	if (!twin->used)
		return;
	twin_silence(twin);
	twin->gone = true;
	twin->gone_at = driver->now;
	if (twin->node)
		node_serve(twin->node);	/* blocked readers hear of it */
}

/*
 * A node that went away under its readers would give them ENOTCONN, which no
 * application understands; ENODEV they do. So it stays until they have closed
 * it, for a moment.
 */
static void drop_gone(struct driver *driver)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++) {
		const struct twin *twin = &driver->twins[i];

		if (twin->used && twin->gone && (!table_count(driver->table, i) ||
		    driver->now >= twin->gone_at + GONE_MS * MS))
			drop_node(driver, i);
	}
}

static void silence_all(struct driver *driver)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		if (driver->twins[i].used)
			twin_silence(&driver->twins[i]);
}

static void serve_all(struct driver *driver)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++) {
		struct twin *twin = &driver->twins[i];

		if (!twin->used || !twin->node)
			continue;
		twin_advance(twin);
		node_serve(twin->node);
	}
}

static void on_suspend(struct driver *driver, uint64_t seq)
{
	driver->asleep = true;
	silence_all(driver);
	serve_all(driver);	/* every reader gets its ESTRPIPE: nobody holds up the freezer */
	for (unsigned i = 0; i < READERS_MAX; i++)
		if (driver->table->streams[i].used) {
			pcm_suspend(&driver->table->streams[i].pcm);
			driver->table->readers.reader[i].state = READER_STATE_OPEN;
		}
	link_send_seq(LINK_SUSPENDED, seq);
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		if (driver->twins[i].used)
			twin_changed(&driver->twins[i]);
}

static void on_message(struct driver *driver, const struct link_message *m, const int fds[])
{
	switch ((enum link_type)m->type) {
	case LINK_TWIN_ADD: on_twin_add(driver, m, fds); break;
	case LINK_TWIN_REMOVE: on_twin_remove(driver, m->twin); break;
	case LINK_FENCE:
		silence_all(driver);
		link_send_seq(LINK_FENCED, m->seq);
		break;
	case LINK_SUSPEND: on_suspend(driver, m->seq); break;
	case LINK_RESUME: driver->asleep = false; break;
	case LINK_PING: link_send_seq(LINK_PONG, m->seq); break;
	case LINK_QUIT: driver->quit = true; break;
	case LINK_READY:
	case LINK_TWIN_UP:
	case LINK_TWIN_FAILED:
	case LINK_WANT:
	case LINK_READERS:
	case LINK_FENCED:
	case LINK_SUSPENDED:
	case LINK_PONG:
	case LINK_STALLED: break;	/* ours; link_receive lets none of them through */
	}
}

/* The daemon is gone: nothing in any ring can be trusted any more. */
static void on_link_lost(struct driver *driver)
{
	log_warning("hardmuted is gone: silence only");
	silence_all(driver);
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		driver->twins[i].ring = NULL;
	driver->asleep = false;
	driver->ends_at = driver->now + ALONE_MS * MS;
	close(LINK_FD_SOCKET);
}

static void on_link(struct driver *driver)
{
	struct link_message message;
	int fds[LINK_FDS_MAX];
	int got;

	while (!driver->ends_at && (got = link_receive(&message, fds))) {
		if (got < 0)
			on_link_lost(driver);
		else
			on_message(driver, &message, fds);
	}
}

static void on_node(struct driver *driver, struct twin *twin)
{
	int got;

	driver->now = read_clock(CLOCK_MONOTONIC);
	got = node_handle(twin->node);
	if (got > 0) {
		tell(LINK_TWIN_UP, twin->number, 0);
	} else if (got < 0) {
		uint32_t number = twin->number;

		drop_node(driver, number);
		tell(LINK_TWIN_FAILED, number, got);
	}
}

static bool has_streams(const struct driver *driver)
{
	for (unsigned i = 0; i < READERS_MAX; i++)
		if (driver->table->streams[i].used)
			return true;
	return false;
}

/* While anybody could hang in this process the daemon is promised a sign of life. */
static void push_pulse(struct driver *driver, bool streams)
{
	struct itimerspec in = { .it_value.tv_sec = 0 };

	if (streams && driver->now - driver->pushed_at < LINK_PULSE_PUSH_MS * MS)
		return;
	if (streams) {
		in.it_value.tv_sec = LINK_PULSE_EXPIRY_MS / 1000;
		in.it_value.tv_nsec = LINK_PULSE_EXPIRY_MS % 1000 * MS;
	}
	timerfd_settime(LINK_FD_PULSE, 0, &in, NULL);
	driver->pushed_at = streams ? driver->now : 0;
}

static int64_t earlier(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static int64_t next_deadline(const struct driver *driver)
{
	int64_t when = driver->ends_at ? driver->ends_at : CLOCK_NEVER;

	if (driver->pushed_at)
		when = earlier(when, driver->pushed_at + LINK_PULSE_PUSH_MS * MS);
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++) {
		const struct twin *twin = &driver->twins[i];

		if (!twin->used || !twin->node)
			continue;
		if (twin->gone)
			when = earlier(when, twin->gone_at + GONE_MS * MS);
		when = earlier(when, twin_when(twin));
		when = earlier(when, node_when(twin->node));
	}
	return when;
}

static int wait_for_events(struct pollfd *fds, unsigned count, int64_t when)
{
	struct timespec timeout = { 0, 0 };
	int64_t ns = when - read_clock(CLOCK_MONOTONIC);

	if (ns > 0)
		timeout = (struct timespec){ ns / 1000000000LL, ns % 1000000000LL };
	return ppoll(fds, count, when == CLOCK_NEVER ? NULL : &timeout, NULL);
}

/* Everything between "works" and "rests" looks at the rings as they are after "works". */
static void say_pace(struct driver *driver, enum driver_pace pace)
{
	atomic_store(&driver->table->readers.pace, pace);
	atomic_thread_fence(memory_order_seq_cst);
}

static void turn(struct driver *driver)
{
	struct pollfd fds[2 + LINK_TWINS_MAX];
	struct twin *twins[LINK_TWINS_MAX];
	unsigned nodes = 0;
	uint64_t rung;

	fds[0] = (struct pollfd){ driver->ends_at ? -1 : LINK_FD_SOCKET, POLLIN, 0 };
	fds[1] = (struct pollfd){ LINK_FD_BELL, POLLIN, 0 };
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++) {
		if (!driver->twins[i].used || !driver->twins[i].node)
			continue;
		fds[2 + nodes] = (struct pollfd){ node_get_fd(driver->twins[i].node), POLLIN, 0 };
		twins[nodes++] = &driver->twins[i];
	}
	say_pace(driver, DRIVER_PACE_RESTS);
	if (wait_for_events(fds, 2 + nodes, next_deadline(driver)) < 0 && errno != EINTR)
		driver->quit = true;
	say_pace(driver, DRIVER_PACE_WORKS);

	look_at_clocks(driver);
	if (fds[1].revents && read(LINK_FD_BELL, &rung, sizeof rung) < 0 && errno != EAGAIN)
		log_warning("bell: %s", strerror(errno));
	if (fds[0].revents)	/* orders go before requests */
		on_link(driver);
	for (unsigned i = 0; i < nodes; i++)
		if (fds[2 + i].revents && twins[i]->used && twins[i]->node)
			on_node(driver, twins[i]);
	serve_all(driver);
	drop_gone(driver);
	push_pulse(driver, has_streams(driver));
}

static int run(void)
{
	static struct driver driver;
	struct link_message ready = { .type = LINK_READY, .version = LINK_VERSION };
	int err = table_map(LINK_FD_TABLE, &driver.table);

	if (err < 0) {
		log_error("stream table: %s", strerror(-err));
		return EXIT_FAILED;
	}
	say_pace(&driver, DRIVER_PACE_WORKS);
	look_at_clocks(&driver);
	/* A timeline left live by a predecessor goes on as silence. */
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		clock_silence(&driver.table->twins[i].clock, 0, driver.now);
	link_send(&ready);
	while (!driver.quit && !(driver.ends_at && driver.now >= driver.ends_at))
		turn(&driver);
	return driver.ends_at ? EXIT_UNREACHABLE : EXIT_DONE;
}

int main(int argc, char **argv)
{
	(void)argv;
	if (argc != 1 || fcntl(LINK_FD_PULSE, F_GETFD) < 0) {
		fprintf(stderr, "hardmute-driver is started by hardmuted, not by hand\n");
		return EXIT_USAGE;
	}
	signal(SIGPIPE, SIG_IGN);
	signal(SIGINT, SIG_IGN);	/* a terminal's Ctrl-C is the daemon's to handle */
	prctl(PR_SET_TIMERSLACK, 1);
	return run();
}
