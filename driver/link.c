/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Messages between daemon and driver, the driver's end. It checks size and
 * range of what arrives; the meaning is main.c's.
 */
#include "link.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void take_fds(struct msghdr *header, int fds[LINK_FDS_MAX])
{
	for (struct cmsghdr *c = CMSG_FIRSTHDR(header); c; c = CMSG_NXTHDR(header, c)) {
		size_t count = (c->cmsg_len - CMSG_LEN(0)) / sizeof(int);

		if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS)
			continue;
		if (count > LINK_FDS_MAX)
			count = LINK_FDS_MAX;
		memcpy(fds, CMSG_DATA(c), count * sizeof(int));
	}
}

static bool is_ended(const char *string, size_t size)
{
	return memchr(string, '\0', size) != NULL;
}

static bool is_valid(const struct link_message *m)
{
	switch (m->type) {
	case LINK_TWIN_ADD:
		return m->twin < LINK_TWINS_MAX && m->add.card < 256 && m->add.device < 256 &&
		       m->add.channels_max <= 64 && is_ended(m->add.id, sizeof m->add.id) &&
		       is_ended(m->add.name, sizeof m->add.name) &&
		       is_ended(m->add.subname, sizeof m->add.subname);
	case LINK_TWIN_REMOVE:
		return m->twin < LINK_TWINS_MAX;
	case LINK_FENCE:
	case LINK_SUSPEND:
	case LINK_RESUME:
	case LINK_PING:
	case LINK_QUIT:
		return true;
	default:
		return false;
	}
}

int link_receive(struct link_message *message, int fds[LINK_FDS_MAX])
{
	union {
		struct cmsghdr align;
		char space[CMSG_SPACE(sizeof(int) * LINK_FDS_MAX)];
	} control;
	struct iovec iov = { message, sizeof *message };
	struct msghdr header = {
		.msg_iov = &iov, .msg_iovlen = 1,
		.msg_control = &control, .msg_controllen = sizeof control,
	};
	ssize_t n = recvmsg(LINK_FD_SOCKET, &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);

	for (int i = 0; i < LINK_FDS_MAX; i++)
		fds[i] = -1;
	if (n < 0)
		return errno == EAGAIN || errno == EINTR ? 0 : -ECONNRESET;
	take_fds(&header, fds);
	if (n == 0)
		return -ECONNRESET;
	if (n == sizeof *message && !(header.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) &&
	    is_valid(message))
		return 1;
	for (int i = 0; i < LINK_FDS_MAX; i++)
		if (fds[i] >= 0)
			close(fds[i]);
	return -EPROTO;
}

int link_send(const struct link_message *message)
{
	ssize_t n = send(LINK_FD_SOCKET, message, sizeof *message, MSG_DONTWAIT | MSG_NOSIGNAL);

	return n == sizeof *message ? 0 : n < 0 ? -errno : -EIO;
}

int link_send_seq(enum link_type type, uint64_t seq)
{
	struct link_message message = { .type = type, .seq = seq };

	return link_send(&message);
}
