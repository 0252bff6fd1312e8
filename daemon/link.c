/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The daemon's end of the link. Whatever comes from the driver may come from a
 * driver that an application has taken over: every message is checked for
 * size, type and range before any handler sees it, the first thing that is
 * wrong ends the link, and no descriptor is ever accepted.
 */
#include "link.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "bell.h"
#include "gate.h"

#define RATE_MAX 768000u
#define CHANNELS_MAX 64u
#define FRAMES_MAX (1u << 24)	/* of a period or buffer: beyond any twin's limits */
#define ERRNO_MAX 4095

struct link {
	sd_event *event;
	const struct link_callbacks *callbacks;
	void *userdata;
	int table_fd, bell_fd, pulse_fd;
	const struct readers *readers;
	int socket;		/* -1: no driver */
	sd_event_source *source;
	bool ready;		/* LINK_READY came on this socket */
};

static int table_make(void)
{
	int fd = memfd_create("hardmute-table", MFD_CLOEXEC | MFD_ALLOW_SEALING);

	if (fd < 0)
		return -errno;
	if (ftruncate(fd, TABLE_BYTES) ||
	    fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL)) {
		int error = -errno;

		close(fd);
		return error;
	}
	return fd;
}

/* A table that could shrink would let a broken driver crash us with SIGBUS. */
static bool table_is_sound(int fd)
{
	struct stat status;
	int seals = fcntl(fd, F_GET_SEALS);

	return seals >= 0 && seals & F_SEAL_SHRINK && !fstat(fd, &status) &&
	       status.st_size == (off_t)TABLE_BYTES;
}

static int link_prepare(struct link *link, int table_fd)
{
	void *memory;

	if (table_fd >= 0 && !table_is_sound(table_fd)) {
		close(table_fd);
		table_fd = -1;
	}
	link->table_fd = table_fd >= 0 ? table_fd : table_make();
	if (link->table_fd < 0)
		return link->table_fd;
	memory = mmap(NULL, READERS_BYTES, PROT_READ, MAP_SHARED, link->table_fd, 0);
	if (memory == MAP_FAILED)
		return -errno;
	link->readers = memory;
	link->bell_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	link->pulse_fd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
	return link->bell_fd < 0 || link->pulse_fd < 0 ? -errno : 0;
}

int link_new(struct link **result, sd_event *event, int table_fd,
	     const struct link_callbacks *callbacks, void *userdata)
{
	struct link *link = calloc(1, sizeof(*link));
	int error;

	if (!link)
		return -ENOMEM;
	link->event = sd_event_ref(event);
	link->callbacks = callbacks;
	link->userdata = userdata;
	link->table_fd = link->bell_fd = link->pulse_fd = link->socket = -1;
	error = link_prepare(link, table_fd);
	if (error) {
		link_free(link);
		return error;
	}
	*result = link;
	return 0;
}

void link_free(struct link *link)
{
	int fds[3];

	if (!link)
		return;
	link_disconnect(link);
	if (link->readers)
		munmap((void *)link->readers, READERS_BYTES);
	memcpy(fds, (int[]){ link->table_fd, link->bell_fd, link->pulse_fd }, sizeof(fds));
	for (int i = 0; i < 3; i++)
		if (fds[i] >= 0)
			close(fds[i]);
	sd_event_unref(link->event);
	free(link);
}

/* Which of the message's fields hold, by type; the rest of the union is not looked at. */
static bool want_is_valid(const struct link_want *want)
{
	if (!want->wanted)
		return true;
	return want->wanted == 1 && gate_sample_bytes(want->format) && want->rate >= 1000 &&
	       want->rate <= RATE_MAX && want->channels && want->channels <= CHANNELS_MAX &&
	       want->period_frames <= FRAMES_MAX && want->buffer_frames <= FRAMES_MAX;
}

static bool message_is_valid(const struct link *link, const struct link_message *message)
{
	bool twin = message->twin < LINK_TWINS_MAX;

	if (link->ready == (message->type == LINK_READY))
		return false;	/* the first message, and only the first */
	switch (message->type) {
	case LINK_READY: return message->version == LINK_VERSION;
	case LINK_TWIN_UP: return twin;
	case LINK_TWIN_FAILED:
		return twin && message->error < 0 && message->error >= -ERRNO_MAX;
	case LINK_WANT: return twin && want_is_valid(&message->want);
	case LINK_READERS: return twin && message->count <= READERS_PER_TWIN;
	case LINK_FENCED: return true;
	case LINK_SUSPENDED: return true;
	case LINK_PONG: return true;
	case LINK_STALLED: return twin;
	default: return false;
	}
}

/* A fence that is asked for does not wait behind questions on the bus; nothing else goes before them. */
static void hurry(struct link *link, bool on)
{
	(void)sd_event_source_set_priority(link->source, on ? SD_EVENT_PRIORITY_IMPORTANT :
					   SD_EVENT_PRIORITY_NORMAL);
}

static void message_handle(struct link *link, const struct link_message *message)
{
	const struct link_callbacks *on = link->callbacks;
	void *userdata = link->userdata;

	switch (message->type) {
	case LINK_READY: link->ready = true; on->ready(userdata); return;
	case LINK_TWIN_UP: on->twin_up(userdata, message->twin); return;
	case LINK_TWIN_FAILED: on->twin_failed(userdata, message->twin, message->error); return;
	case LINK_WANT: on->want(userdata, message->twin, &message->want); return;
	case LINK_READERS: on->readers(userdata, message->twin, message->count); return;
	case LINK_FENCED: hurry(link, false); on->fenced(userdata, message->seq); return;
	case LINK_SUSPENDED: on->suspended(userdata, message->seq); return;
	case LINK_PONG: on->pong(userdata, message->seq); return;
	case LINK_STALLED: on->stalled(userdata, message->twin); return;
	default: return;
	}
}

static int lose(struct link *link, const char *why)
{
	link_disconnect(link);
	link->callbacks->lost(link->userdata, why);
	return 0;
}

static int on_socket(sd_event_source *source, int fd, uint32_t events, void *userdata)
{
	struct link *link = userdata;
	struct link_message message;
	struct iovec part = { &message, sizeof(message) };
	struct msghdr header = { .msg_iov = &part, .msg_iovlen = 1 };
	ssize_t bytes = recvmsg(fd, &header, MSG_DONTWAIT);

	(void)source;
	(void)events;
	if (bytes < 0 && (errno == EAGAIN || errno == EINTR))
		return 0;
	if (bytes < 0)
		return lose(link, strerror(errno));
	if (!bytes && !header.msg_flags)
		return lose(link, "it hung up");
	/* no room was given for descriptors: MSG_CTRUNC says that some came */
	if (bytes != sizeof(message) || header.msg_flags & (MSG_TRUNC | MSG_CTRUNC) ||
	    !message_is_valid(link, &message))
		return lose(link, "it sent a malformed message");
	message_handle(link, &message);
	return 0;
}

int link_connect(struct link *link)
{
	int ends[2], error;

	link_disconnect(link);
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends))
		return -errno;
	error = sd_event_add_io(link->event, &link->source, ends[0], EPOLLIN, on_socket, link);
	if (error < 0) {
		close(ends[0]);
		close(ends[1]);
		return error;
	}
	link->socket = ends[0];
	return ends[1];
}

void link_disconnect(struct link *link)
{
	link->source = sd_event_source_disable_unref(link->source);
	if (link->socket >= 0)
		close(link->socket);
	link->socket = -1;
	link->ready = false;
}

bool link_is_connected(const struct link *link)
{
	return link->socket >= 0;
}

bool link_is_ready(const struct link *link)
{
	return link->ready;
}

int link_get_table_fd(const struct link *link)
{
	return link->table_fd;
}

int link_get_bell_fd(const struct link *link)
{
	return link->bell_fd;
}

int link_get_pulse_fd(const struct link *link)
{
	return link->pulse_fd;
}

bool link_driver_rests(const struct link *link)
{
	atomic_thread_fence(memory_order_seq_cst);
	return link->ready && atomic_load(&link->readers->pace) == DRIVER_PACE_RESTS;
}

void link_ring_bell(struct link *link)
{
	bell_ring(link->bell_fd);
}

const struct readers *link_readers(const struct link *link)
{
	return link->readers;
}

/*
 * Sends without waiting. A failure ends the socket, and the event loop will
 * report it as lost: never from here, because the caller may be in the middle
 * of carrying out a mute.
 */
static int send_message(struct link *link, const struct link_message *message, const int *fds,
			size_t count)
{
	union {
		struct cmsghdr header;
		char space[CMSG_SPACE(2 * sizeof(int))];
	} control = { 0 };
	struct iovec part = { (void *)message, sizeof(*message) };
	struct msghdr header = { .msg_iov = &part, .msg_iovlen = 1 };

	if (link->socket < 0)
		return -ENOTCONN;
	if (count) {
		control.header.cmsg_level = SOL_SOCKET;
		control.header.cmsg_type = SCM_RIGHTS;
		control.header.cmsg_len = CMSG_LEN(count * sizeof(int));
		memcpy(CMSG_DATA(&control.header), fds, count * sizeof(int));
		header.msg_control = &control;
		header.msg_controllen = CMSG_SPACE(count * sizeof(int));
	}
	if (sendmsg(link->socket, &header, MSG_DONTWAIT | MSG_NOSIGNAL) == sizeof(*message))
		return 0;
	shutdown(link->socket, SHUT_RDWR);
	return -ENOTCONN;
}

int link_add_twin(struct link *link, unsigned twin, const struct link_twin *add, int ring_fd,
		  int cuse_fd)
{
	struct link_message message;
	int fds[2] = { ring_fd, cuse_fd };

	memset(&message, 0, sizeof(message));
	message.type = LINK_TWIN_ADD;
	message.twin = twin;
	message.add = *add;
	return send_message(link, &message, fds, cuse_fd < 0 ? 1 : 2);
}

int link_remove_twin(struct link *link, unsigned twin)
{
	struct link_message message;

	memset(&message, 0, sizeof(message));
	message.type = LINK_TWIN_REMOVE;
	message.twin = twin;
	return send_message(link, &message, NULL, 0);
}

int link_send(struct link *link, enum link_type type, uint64_t seq)
{
	struct link_message message;

	memset(&message, 0, sizeof(message));
	message.type = type;
	message.seq = seq;
	if (type == LINK_FENCE && link->source)
		hurry(link, true);
	return send_message(link, &message, NULL, 0);
}
