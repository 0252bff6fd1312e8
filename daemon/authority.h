/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * May the microphone be unmuted now, and by whom: the configuration's
 * [authority] applied to what logind says. Everybody may always mute. What is
 * not known counts as "no". Main thread.
 */
#ifndef HARDMUTED_AUTHORITY_H
#define HARDMUTED_AUTHORITY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <systemd/sd-event.h>

struct authority;
struct caller;
struct daemon;

/* Begins to follow locks, lid, sessions and users. 0 or -errno. */
int authority_start(struct authority **authority, sd_event *event, struct daemon *daemon);
void authority_stop(struct authority *authority);

/*
 * A trusted key was pressed that unmutes. False: it must not, and why[size]
 * says so in words that follow "refused: " ("the screen is locked").
 */
bool authority_may_key_unmute(struct daemon *daemon, char *why, size_t size);

enum authority_answer {
	AUTHORITY_NO = 0,
	AUTHORITY_YES,
	AUTHORITY_ASK,		/* yes, if polkit says so */
};

/* May this caller on the bus unmute? why as above, for AUTHORITY_NO. */
enum authority_answer authority_judge_caller(struct daemon *daemon, const struct caller *caller,
					     char *why, size_t size);

/* The state that mute_get_state() gives has been reached. NULL is fine. */
void authority_state_changed(struct authority *authority);
/* This caller made it live: his logout ends it, too. */
void authority_set_owner(struct authority *authority, uid_t uid);

/* The configuration was read again: what mutes may already be so. */
void authority_reload(struct authority *authority);

#endif
