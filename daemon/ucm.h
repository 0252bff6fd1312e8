/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Whether a card has a use case configuration (UCM). Its sequences write
 * switches, and a sound server gives up the whole card when one fails: so
 * nothing of such a card is locked. alsa-lib's parser runs in a program of its
 * own, for memory and time.
 */
#ifndef HARDMUTED_UCM_H
#define HARDMUTED_UCM_H

#include <stdbool.h>
#include <systemd/sd-event.h>

struct ucm;

typedef void ucm_answer_fn(void *userdata, unsigned card, bool exists);

/* One question; a child that does not answer in time counts as yes. 0 or -errno. */
int ucm_ask(struct ucm **ucm, sd_event *event, unsigned card, ucm_answer_fn *answer,
	    void *userdata);
/* At any time, but not from the answer; an open question is forgotten. */
void ucm_free(struct ucm *ucm);

#define UCM_OPTION "ask-ucm"	/* of hardmuted: --ask-ucm CARD */
/* What that option does: an exit code, EXIT_DONE for yes, EXIT_NO for none. */
int ucm_run(const char *card);

#endif
