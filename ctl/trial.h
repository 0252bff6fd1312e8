/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Runs "hardmutectl verify" and puts what it found into two sentences. */
#ifndef HARDMUTE_AGENT_TRIAL_H
#define HARDMUTE_AGENT_TRIAL_H

#include <stdbool.h>
#include <systemd/sd-event.h>

struct trial;

/* bad: there is a leak. Strings live as long as the call. The trial may be freed in it. */
typedef void trial_done_fn(void *userdata, const char *summary, const char *body, bool bad);

/*
 * program: hardmutectl; option: "--system", "--session" or NULL. SIGCHLD is blocked in this
 * process. done is called from the loop unless the trial is stopped before. 0 or -errno.
 */
int trial_start(struct trial **trial, sd_event *event, const char *program, const char *option,
		trial_done_fn *done, void *userdata);
void trial_stop(struct trial *trial);

#endif
