/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What mixer.c and mixer_thread.c share; nobody else includes this. */
#ifndef HARDMUTED_MIXER_PRIVATE_H
#define HARDMUTED_MIXER_PRIVATE_H

#include <pthread.h>
#include <stdbool.h>
#include <systemd/sd-event.h>

#include "mixer_card.h"
#include "state.h"

#define MIXER_CARDS_MAX 32	/* SNDRV_CARDS of a usual kernel */

struct daemon;
struct ucm;

enum ucm_known { UCM_UNKNOWN = 0, UCM_NONE, UCM_EXISTS };

/* A card's place, under the lock. */
struct mixer_slot {
	/* what the main thread wants */
	bool there;		/* its control node is ready */
	bool has_mic;
	unsigned generation;	/* changes when another card may have taken the number */
	enum ucm_known ucm;
	/* what the mixer's thread last saw */
	bool open;
	bool lockable;		/* something could be locked, so its UCM matters */
	struct mixer_look look;
};

struct mixer {
	/* constant */
	struct daemon *daemon;
	const char *path;	/* of the saved switches */
	const char *control;	/* format of a control node's path */
	int wake_fd;		/* main thread -> thread */
	int note_fd;		/* thread -> main thread: something has changed */

	pthread_mutex_t lock;
	pthread_cond_t answer;
	struct mixer_slot slot[MIXER_CARDS_MAX];
	bool muted, stopping;
	unsigned asked, answered;	/* looks */

	/* thread only, once it runs */
	struct saved *saved;

	/* main thread only */
	pthread_t thread;
	bool running;
	int load_error;		/* what is saved is not known: nothing is touched */
	sd_event_source *notes;
	struct ucm *ucm[MIXER_CARDS_MAX];
};

/* mixer_thread.c: serves the cards until stopping. */
void *mixer_run(void *mixer);

#endif
