/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The driver's end of the link: whole, checked messages of include/link.h in
 * and out over LINK_FD_SOCKET. Main thread only.
 */
#ifndef DRIVER_LINK_H
#define DRIVER_LINK_H

#include "../include/link.h"

#define LINK_FDS_MAX 2

/*
 * Takes the next message without waiting; fds that did not come are -1, the
 * caller owns those that did. Returns 1, 0 when there is none, -ECONNRESET when
 * the daemon hung up, -EPROTO for a malformed message.
 */
int link_receive(struct link_message *message, int fds[LINK_FDS_MAX]);

/* Sends; a daemon that does not read its link counts as gone. 0 or -errno. */
int link_send(const struct link_message *message);
int link_send_seq(enum link_type type, uint64_t seq);

#endif
