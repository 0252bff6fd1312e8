/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The mixer's thread. A write to a USB card can take milliseconds, and seconds
 * when it hangs: here it holds up other cards' switches and nothing else. The
 * thread sleeps until a wish or a card's event comes; every pass then makes
 * each card what it should be. The lock is never held over a card's call.
 */
#include "mixer_private.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "now.h"

#define MS 1000000ll
#define DELAY_FIRST_MS 1000
#define DELAY_MAX_MS 60000
/* Two that put a switch back in turns, us and another program, must not do so for ever. */
#define PUTS_MAX 8
#define PUTS_WINDOW_MS 1000

struct wish {
	bool wanted, muted, may_lock, stopping;
	unsigned generation;
};

struct worker_card {
	struct mixer_card *card;	/* NULL: not open */
	struct wish last;
	bool dead;		/* gone, and so is everything of this generation */
	int64_t retry_ns;	/* not before; 0 at once */
	unsigned delay_ms;
	int64_t window_ns;
	unsigned puts;		/* in this window */
};

struct worker {
	struct mixer *mixer;
	struct worker_card cards[MIXER_CARDS_MAX];
};

static struct wish take_wish(struct mixer *mixer, unsigned number)
{
	const struct mixer_slot *slot = &mixer->slot[number];
	struct wish wish;

	pthread_mutex_lock(&mixer->lock);
	wish = (struct wish){ .wanted = slot->there && slot->has_mic && !mixer->stopping,
			      .muted = mixer->muted, .stopping = mixer->stopping,
			      .may_lock = slot->ucm == UCM_NONE,
			      .generation = slot->generation };
	pthread_mutex_unlock(&mixer->lock);
	return wish;
}

static bool is_same(const struct wish *a, const struct wish *b)
{
	return a->wanted == b->wanted && a->muted == b->muted && a->may_lock == b->may_lock &&
	       a->generation == b->generation;
}

static void delay(struct worker_card *at)
{
	at->delay_ms = at->delay_ms ? at->delay_ms * 2 : DELAY_FIRST_MS;
	if (at->delay_ms > DELAY_MAX_MS)
		at->delay_ms = DELAY_MAX_MS;
	at->retry_ns = now_ns() + at->delay_ms * MS;
}

static void close_card(struct worker_card *at)
{
	if (!at->card)
		return;
	mixer_card_close(at->card);
	free(at->card);
	at->card = NULL;
}

static int open_card(struct worker *worker, unsigned number)
{
	struct worker_card *at = &worker->cards[number];
	char path[64];
	int error;

	at->card = malloc(sizeof(*at->card));
	if (!at->card)
		return -ENOMEM;
	snprintf(path, sizeof(path), worker->mixer->control, number);
	error = mixer_card_open(at->card, path);
	if (!error)
		return 0;
	if (at->delay_ms < DELAY_MAX_MS)
		log_warning("%s: its capture switches stay as they are: %s", path, strerror(-error));
	close_card(at);
	return error;
}

static int put_back(struct worker_card *at)
{
	int64_t now = now_ns();

	if (now - at->window_ns > PUTS_WINDOW_MS * MS) {
		at->window_ns = now;
		at->puts = 0;
	}
	return ++at->puts > PUTS_MAX ? -EBUSY : 0;
}

static int serve_open(struct worker *worker, struct worker_card *at, const struct wish *wish)
{
	struct mixer *mixer = worker->mixer;
	int done;

	if (!wish->wanted || !wish->muted)
		return mixer_card_release(at->card, !wish->stopping, mixer->saved, mixer->path);
	done = mixer_card_hold(at->card, wish->may_lock, mixer->saved, mixer->path);
	return done > 0 ? put_back(at) : done;
}

static int serve(struct worker *worker, unsigned number, const struct wish *wish)
{
	struct worker_card *at = &worker->cards[number];
	int error;

	if (wish->generation != at->last.generation) {
		close_card(at);
		at->dead = false;
	}
	if (!at->card && (!wish->wanted || at->dead))
		return 0;
	error = at->card ? 0 : open_card(worker, number);
	if (!error)
		error = serve_open(worker, at, wish);
	at->dead = error == -ENODEV;
	if (at->dead || !wish->wanted)
		close_card(at);
	return error == -ENODEV ? 0 : error;
}

static void publish(struct worker *worker, unsigned number)
{
	const struct mixer_card *card = worker->cards[number].card;
	struct mixer *mixer = worker->mixer;
	struct mixer_slot *slot = &mixer->slot[number];
	struct mixer_look look = { .state = MIXER_STATE_NONE };
	bool lockable = card && mixer_card_has_lockable(card), changed;
	uint64_t one = 1;

	if (card)
		mixer_card_look(card, &look);
	if (card && *card->failure && !*look.problem)
		memcpy(look.problem, card->failure, sizeof(look.problem));
	pthread_mutex_lock(&mixer->lock);
	changed = slot->open != !!card || slot->lockable != lockable ||
		  slot->look.state != look.state || slot->look.locked != look.locked ||
		  slot->look.switches != look.switches || strcmp(slot->look.problem, look.problem) != 0;
	slot->open = card;
	slot->lockable = lockable;
	slot->look = look;
	pthread_mutex_unlock(&mixer->lock);
	if (changed && write(mixer->note_fd, &one, sizeof(one)) < 0 && errno != EAGAIN)
		log_warning("mixer: %s", strerror(errno));
}

/* A control node is open only as long as something is held: a module in use cannot be unloaded. */
static void rest(struct worker_card *at, const struct wish *wish)
{
	if (at->card && !at->delay_ms && (!wish->muted || !at->card->count))
		close_card(at);
}

/* A card whose turn to be tried again has not come yet waits, unless something else is wished. */
static void pass(struct worker *worker)
{
	for (unsigned i = 0; i < MIXER_CARDS_MAX; i++) {
		struct worker_card *at = &worker->cards[i];
		struct wish wish = take_wish(worker->mixer, i);

		if (is_same(&wish, &at->last) && at->retry_ns > now_ns()) {
			publish(worker, i);
			continue;
		}
		at->retry_ns = 0;
		if (serve(worker, i, &wish))
			delay(at);
		else
			at->delay_ms = 0;
		at->last = wish;
		publish(worker, i);
		rest(at, &wish);
	}
}

static int get_timeout_ms(const struct worker *worker)
{
	int64_t now = now_ns(), first = INT64_MAX;

	for (unsigned i = 0; i < MIXER_CARDS_MAX; i++)
		if (worker->cards[i].retry_ns && worker->cards[i].retry_ns < first)
			first = worker->cards[i].retry_ns;
	if (first == INT64_MAX)
		return -1;
	return first < now ? 0 : (int)((first - now) / MS) + 1;
}

/* Whether a switch may have been moved. Streams and volumes send many events that are nothing to us. */
static bool take_events(struct worker_card *at)
{
	int concerned = mixer_card_take_events(at->card);

	if (concerned >= 0)
		return concerned;
	at->dead = true;
	close_card(at);
	return true;
}

static nfds_t list_polled(struct worker *worker, struct pollfd *polled, struct worker_card **cards)
{
	nfds_t count = 1;

	polled[0] = (struct pollfd){ .fd = worker->mixer->wake_fd, .events = POLLIN };
	for (unsigned i = 0; i < MIXER_CARDS_MAX; i++) {
		if (!worker->cards[i].card)
			continue;
		cards[count] = &worker->cards[i];
		polled[count++] = (struct pollfd){ .fd = worker->cards[i].card->fd,
						   .events = POLLIN };
	}
	return count;
}

/* Until there is something to do. */
static void wait_for_work(struct worker *worker)
{
	struct worker_card *cards[1 + MIXER_CARDS_MAX];
	struct pollfd polled[1 + MIXER_CARDS_MAX];
	nfds_t count = list_polled(worker, polled, cards);
	bool done = false;
	uint64_t wakes;

	while (!done) {
		if (poll(polled, count, get_timeout_ms(worker)) <= 0)
			return;
		done = polled[0].revents;
		for (nfds_t i = 1; i < count; i++)
			if (polled[i].revents)
				done = take_events(cards[i]) || done;
	}
	if (polled[0].revents && read(polled[0].fd, &wakes, sizeof(wakes)) < 0 && errno != EAGAIN)
		log_warning("mixer: %s", strerror(errno));
}

void *mixer_run(void *userdata)
{
	struct mixer *mixer = userdata;
	struct worker *worker = calloc(1, sizeof(*worker));
	bool stopping = !worker;
	unsigned asked;

	if (!worker)
		return NULL;
	worker->mixer = mixer;
	while (!stopping) {
		wait_for_work(worker);
		pthread_mutex_lock(&mixer->lock);
		asked = mixer->asked;
		stopping = mixer->stopping;
		pthread_mutex_unlock(&mixer->lock);
		pass(worker);
		pthread_mutex_lock(&mixer->lock);
		mixer->answered = asked;
		pthread_cond_signal(&mixer->answer);
		pthread_mutex_unlock(&mixer->lock);
	}
	free(worker);
	return NULL;
}
