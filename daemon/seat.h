/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who sits at this computer, as logind writes it down in /run/systemd. Needs
 * no bus. Main thread; wakes up only when logind writes.
 */
#ifndef HARDMUTED_SEAT_H
#define HARDMUTED_SEAT_H

#include <stdbool.h>
#include <sys/types.h>
#include <systemd/sd-event.h>

struct seat;

/* Something about seats, sessions or users has changed; it may be nothing that matters. */
typedef void seat_changed_fn(void *userdata);

/* 0 or -errno: there is no logind, or it cannot be watched. */
int seat_start(struct seat **seat, sd_event *event, seat_changed_fn *changed, void *userdata);
void seat_stop(struct seat *seat);

/* The active session of seat0, its id at most 63 bytes. */
struct seat_session {
	char id[64];	/* "" there is none */
	bool user;	/* a user's, and not ending: no greeter, nobody who has logged out */
	uid_t uid;	/* of it, (uid_t)-1 if there is none */
};

void seat_get_session(struct seat_session *session);

/* Has this user an active session of a user's class at a local seat? */
bool seat_has_user(uid_t uid);
/* Has this user a session at all, from wherever, that is not ending? */
bool seat_is_logged_in(uid_t uid);

#endif
