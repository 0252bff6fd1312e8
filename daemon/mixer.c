/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The main thread's half of the mixer: which cards, muted or not, whose UCM;
 * and what the evidence and the bus want to know. What takes time is done by
 * mixer_thread.c; nothing here waits for it longer than a moment.
 */
#include "mixer.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "bus.h"
#include "daemon.h"
#include "log.h"
#include "mixer_private.h"
#include "names.h"
#include "ucm.h"
#include "watch.h"

#define LOOK_TIMEOUT_MS 500
#define STOP_TIMEOUT_MS 2500	/* well below the unit's TimeoutStopSec */
#define STACK_BYTES (256 * 1024)

static struct timespec get_deadline(clockid_t clock, long ms)
{
	struct timespec deadline;

	clock_gettime(clock, &deadline);
	deadline.tv_nsec += ms % 1000 * 1000000;
	deadline.tv_sec += ms / 1000 + deadline.tv_nsec / 1000000000;
	deadline.tv_nsec %= 1000000000;
	return deadline;
}

static void wake(struct mixer *mixer)
{
	uint64_t one = 1;

	/* EAGAIN: it has not woken up since the last 2^64 calls */
	if (write(mixer->wake_fd, &one, sizeof(one)) < 0 && errno != EAGAIN)
		log_warning("mixer: %s", strerror(errno));
}

static void on_ucm(void *userdata, unsigned card, bool exists)
{
	struct mixer *mixer = userdata;

	pthread_mutex_lock(&mixer->lock);
	mixer->slot[card].ucm = exists ? UCM_EXISTS : UCM_NONE;
	pthread_mutex_unlock(&mixer->lock);
	wake(mixer);
}

/* Without an answer nothing of the card is locked. A question is asked once in a card's life. */
static void ask_ucm(struct mixer *mixer, unsigned card)
{
	const struct mixer_slot *slot = &mixer->slot[card];
	bool asks;
	int error;

	pthread_mutex_lock(&mixer->lock);
	asks = slot->lockable && slot->ucm == UCM_UNKNOWN;
	pthread_mutex_unlock(&mixer->lock);
	if (!asks || mixer->ucm[card])
		return;
	error = ucm_ask(&mixer->ucm[card], mixer->daemon->event, card, on_ucm, mixer);
	if (error)
		log_warning("card %u: nobody can look for its use case configuration: %s", card,
			    strerror(-error));
}

static int on_note(sd_event_source *source, int fd, uint32_t events, void *userdata)
{
	struct mixer *mixer = userdata;
	uint64_t notes;

	(void)source;
	(void)events;
	if (read(fd, &notes, sizeof(notes)) < 0 && errno != EAGAIN)
		return -errno;
	for (unsigned i = 0; i < MIXER_CARDS_MAX; i++)
		ask_ucm(mixer, i);
	bus_microphones_changed(mixer->daemon->bus);
	watch_look_soon(mixer->daemon->watch);
	return 0;
}

static int init_lock(struct mixer *mixer)
{
	pthread_condattr_t attributes;

	pthread_mutex_init(&mixer->lock, NULL);
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&mixer->answer, &attributes);
	pthread_condattr_destroy(&attributes);
	mixer->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	mixer->note_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	return mixer->wake_fd < 0 || mixer->note_fd < 0 ? -EMFILE : 0;
}

static int start_thread(struct mixer *mixer)
{
	pthread_attr_t attributes;
	int error;

	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, STACK_BYTES);
	error = pthread_create(&mixer->thread, &attributes, mixer_run, mixer);
	pthread_attr_destroy(&attributes);
	mixer->running = !error;
	return -error;
}

static void destroy(struct mixer *mixer)
{
	sd_event_source_disable_unref(mixer->notes);
	for (unsigned i = 0; i < MIXER_CARDS_MAX; i++)
		ucm_free(mixer->ucm[i]);
	if (mixer->wake_fd >= 0)
		close(mixer->wake_fd);
	if (mixer->note_fd >= 0)
		close(mixer->note_fd);
	pthread_cond_destroy(&mixer->answer);
	pthread_mutex_destroy(&mixer->lock);
	free(mixer->saved);
	free(mixer);
}

int mixer_start(struct mixer **result, struct daemon *daemon)
{
	struct mixer *mixer = calloc(1, sizeof(*mixer));
	int error;

	if (!mixer)
		return -ENOMEM;
	mixer->daemon = daemon;
	mixer->path = SWITCHES_PATH;
	mixer->control = "/dev/snd/controlC%u";
	mixer->saved = calloc(1, sizeof(*mixer->saved));
	error = init_lock(mixer);
	if (!error)
		error = mixer->saved ? sd_event_add_io(daemon->event, &mixer->notes, mixer->note_fd,
						       EPOLLIN, on_note, mixer) : -ENOMEM;
	if (error >= 0) {
		mixer->load_error = saved_load(mixer->path, mixer->saved);
		error = mixer->load_error ? 0 : start_thread(mixer);
	}
	if (error < 0) {
		destroy(mixer);
		return error;
	}
	if (mixer->load_error)
		log_error("%s: %s: capture switches stay as they are", mixer->path,
			  strerror(-mixer->load_error));
	*result = mixer;
	return 0;
}

void mixer_stop(struct mixer *mixer)
{
	struct timespec deadline = get_deadline(CLOCK_REALTIME, STOP_TIMEOUT_MS);

	if (!mixer)
		return;
	if (mixer->running) {
		pthread_mutex_lock(&mixer->lock);
		mixer->stopping = true;
		pthread_mutex_unlock(&mixer->lock);
		wake(mixer);
		if (pthread_timedjoin_np(mixer->thread, NULL, &deadline)) {
			/* what was on is still saved */
			log_warning("a sound card hangs: its capture switches stay off for now");
			return;
		}
	}
	destroy(mixer);
}

void mixer_set_card(struct mixer *mixer, unsigned card, bool there)
{
	struct mixer_slot *slot;

	if (!mixer || card >= MIXER_CARDS_MAX)
		return;
	slot = &mixer->slot[card];
	pthread_mutex_lock(&mixer->lock);
	if (slot->there && !there) {
		slot->generation++;
		slot->ucm = UCM_UNKNOWN;
		/* of the old card: what the thread sees of the next one is news */
		slot->open = slot->lockable = false;
		if (mixer->ucm[card]) {
			ucm_free(mixer->ucm[card]);
			mixer->ucm[card] = NULL;
		}
	}
	slot->there = there;
	pthread_mutex_unlock(&mixer->lock);
	wake(mixer);
}

static bool has_microphone(const struct daemon *daemon, unsigned card)
{
	for (unsigned i = 0; i < LINK_TWINS_MAX; i++)
		if (daemon->twins[i].used && daemon->twins[i].mic.card == card)
			return true;
	return false;
}

/* While a fence is pending everything stays as it is. */
void mixer_settle(struct mixer *mixer, enum mute_state state)
{
	bool changed = false;

	if (!mixer || state == MUTE_STATE_MUTING)
		return;
	pthread_mutex_lock(&mixer->lock);
	for (unsigned i = 0; i < MIXER_CARDS_MAX; i++) {
		bool has_mic = has_microphone(mixer->daemon, i);

		changed = changed || has_mic != mixer->slot[i].has_mic;
		mixer->slot[i].has_mic = has_mic;
	}
	changed = changed || mixer->muted != (state == MUTE_STATE_MUTED);
	mixer->muted = state == MUTE_STATE_MUTED;
	pthread_mutex_unlock(&mixer->lock);
	if (changed)
		wake(mixer);
}

/* With the lock. False: the thread is held up by a card; who asks again then does not wait. */
static bool look(struct mixer *mixer)
{
	struct timespec deadline = get_deadline(CLOCK_MONOTONIC, LOOK_TIMEOUT_MS);
	int error = 0;

	if (mixer->asked != mixer->answered)
		return false;
	mixer->asked++;
	wake(mixer);
	while (mixer->asked != mixer->answered && !error)
		error = pthread_cond_timedwait(&mixer->answer, &mixer->lock, &deadline);
	return !error;
}

__attribute__((format(printf, 3, 4)))
static void answer(struct evidence_check *check, enum evidence_result result, const char *format,
		   ...)
{
	va_list arguments;

	check->result = result;
	va_start(arguments, format);
	vsnprintf(check->detail, sizeof(check->detail), format, arguments);
	va_end(arguments);
}

struct sum {
	unsigned cards, switches, locked;
};

static void answer_sum(struct evidence_check *check, const struct sum *sum)
{
	char how[64] = "off and watched";

	if (!sum->switches) {
		answer(check, EVIDENCE_RESULT_NOT_APPLICABLE, "no card has a capture switch");
		return;
	}
	if (sum->locked == sum->switches)
		snprintf(how, sizeof(how), "off and locked");
	else if (sum->locked)
		snprintf(how, sizeof(how), "off, %u locked, the others watched", sum->locked);
	answer(check, EVIDENCE_RESULT_OK, "%u switch%s of %u card%s %s", sum->switches,
	       sum->switches == 1 ? "" : "es", sum->cards, sum->cards == 1 ? "" : "s", how);
}

/* With the lock. The worst card answers for all. */
static void answer_slots(struct mixer *mixer, struct evidence_check *check)
{
	struct sum sum = { 0 };

	for (unsigned i = 0; i < MIXER_CARDS_MAX; i++) {
		const struct mixer_slot *slot = &mixer->slot[i];

		if (!slot->has_mic)
			continue;
		if (*slot->look.problem) {
			answer(check, EVIDENCE_RESULT_BAD, "%s", slot->look.problem);
			return;
		}
		if (!slot->open) {
			answer(check, EVIDENCE_RESULT_UNKNOWN, "the mixer of card %u cannot be asked", i);
			return;
		}
		sum.cards += slot->look.switches != 0;
		sum.switches += slot->look.switches;
		sum.locked += slot->look.locked;
	}
	answer_sum(check, &sum);
}

void mixer_check(struct mixer *mixer, struct evidence_check *check)
{
	if (!mixer) {
		answer(check, EVIDENCE_RESULT_NOT_APPLICABLE, "session mode guards no real device");
		return;
	}
	if (mixer->load_error) {
		answer(check, EVIDENCE_RESULT_UNKNOWN, "%s: %s", mixer->path,
		       strerror(-mixer->load_error));
		return;
	}
	pthread_mutex_lock(&mixer->lock);
	if (!mixer->muted)
		answer(check, EVIDENCE_RESULT_NOT_APPLICABLE, mixer->daemon->config.remind ?
		       "switches stay on: remind = yes needs the microphone" :
		       "switches are turned off when muted");
	else if (!look(mixer))
		answer(check, EVIDENCE_RESULT_UNKNOWN, "a sound card does not answer");
	else
		answer_slots(mixer, check);
	pthread_mutex_unlock(&mixer->lock);
}

const char *mixer_get_switch(struct mixer *mixer, unsigned card)
{
	enum mixer_state state = MIXER_STATE_NONE;

	if (mixer && card < MIXER_CARDS_MAX) {
		pthread_mutex_lock(&mixer->lock);
		state = mixer->slot[card].look.state;
		pthread_mutex_unlock(&mixer->lock);
	}
	switch (state) {
	case MIXER_STATE_NONE: return "none";
	case MIXER_STATE_ON: return "on";
	case MIXER_STATE_OFF: return "off";
	case MIXER_STATE_LOCKED: return "locked";
	}
	return "none";
}
