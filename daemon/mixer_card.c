/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The order that loses nothing: read, save to the disk, switch off, lock; back:
 * write, unlock, forget. A switch that is saved and still off keeps what was
 * saved: "alsactl store" may have seen our off, "alsactl restore" brought it
 * back, and it is not what the user wanted.
 */
#include "mixer_card.h"

#include <errno.h>
#include <fcntl.h>
#include <sound/asound.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "log.h"

#define EVENTS_AT_ONCE 16

static int find(struct mixer_card *card)
{
	int count = switches_find(card->fd, card->list, SWITCHES_MAX);

	card->count = count < 0 ? 0 : (unsigned)count;
	return count < 0 ? count : 0;
}

int mixer_card_open(struct mixer_card *card, const char *path)
{
	int one = 1, error;

	*card = (struct mixer_card){ .fd = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC) };
	if (card->fd < 0)
		return -errno;
	error = switches_read_card_id(card->fd, card->id);
	if (!error && ioctl(card->fd, SNDRV_CTL_IOCTL_SUBSCRIBE_EVENTS, &one) < 0)
		error = -errno;
	if (!error)
		error = find(card);
	if (error)
		mixer_card_close(card);
	return error;
}

void mixer_card_close(struct mixer_card *card)
{
	if (card->fd >= 0)
		close(card->fd);
	*card = (struct mixer_card){ .fd = -1 };
}

bool mixer_card_has_lockable(const struct mixer_card *card)
{
	for (unsigned i = 0; i < card->count; i++)
		if (card->list[i].alone)
			return true;
	return false;
}

/* Logged when it is news. */
static int fail(struct mixer_card *card, const char *what, int error)
{
	char text[sizeof(card->failure)];

	snprintf(text, sizeof(text), "%s: %.50s: %.30s", card->id, what, strerror(-error));
	if (strcmp(text, card->failure) != 0 && error != -ENODEV)
		log_warning("capture switches of %s", text);
	strcpy(card->failure, text);
	return error;
}

/* Whether the file has to be written. What is moved during a mute is not the user's wish. */
static bool must_save(const struct mixer_card *card, struct saved *saved, unsigned which,
		      const struct switch_look *look)
{
	const struct saved_switch *entry = saved_find(saved, card->id, &card->list[which]);

	return !entry || (!card->held && look->on && look->on != entry->on);
}

static int save(struct mixer_card *card, struct saved *saved, const char *path)
{
	struct switch_look look;
	int error = 0;

	for (unsigned i = 0; i < card->count && !error; i++) {
		error = switch_look(card->fd, &card->list[i], &look);
		if (error)
			return fail(card, card->list[i].name, error);
		if (must_save(card, saved, i, &look))
			error = saved_put(saved, card->id, &card->list[i], look.on);
	}
	if (!error)
		error = saved_store(path, saved);
	return error ? fail(card, "what is on cannot be saved, so it stays on", error) : 0;
}

/* 1: it was on. */
static int turn_off(struct mixer_card *card, const struct capture_switch *element, bool lock)
{
	struct switch_look look;
	int error = switch_look(card->fd, element, &look);

	if (!error && look.on)
		error = switch_write(card->fd, element, 0);
	if (!error && lock && !look.locked)
		error = switch_lock(card->fd, element);
	else if (!error && !lock && look.ours)
		error = switch_unlock(card->fd, element);
	return error ? error : look.on != 0;
}

int mixer_card_hold(struct mixer_card *card, bool may_lock, struct saved *saved, const char *path)
{
	bool moved = false;
	int error = save(card, saved, path);

	if (error)
		return error;
	for (unsigned i = 0; i < card->count; i++) {
		error = turn_off(card, &card->list[i], may_lock && card->list[i].alone);
		if (error < 0)
			return fail(card, card->list[i].name, error);
		if (error && card->held && !card->told) {
			log_notice("%s: somebody turned on %s; it is off again", card->id,
				   card->list[i].name);
			card->told = true;
		}
		moved = moved || (error && card->held);
	}
	card->failure[0] = '\0';
	card->held = true;
	return moved;
}

int mixer_card_release(struct mixer_card *card, bool forget, struct saved *saved, const char *path)
{
	int error = switches_restore(card->fd, card->id, saved, forget), stored;
	struct switch_look look;

	for (unsigned i = 0; i < card->count; i++)
		if (!switch_look(card->fd, &card->list[i], &look) && look.ours)
			switch_unlock(card->fd, &card->list[i]);
	stored = saved_store(path, saved);
	if (error || stored)
		return fail(card, "they cannot be given back", error ? error : stored);
	card->failure[0] = '\0';
	card->held = card->told = false;
	return 0;
}

static bool concerns(const struct snd_ctl_event *event, bool *refind)
{
	unsigned mask = event->data.elem.mask;

	if (event->type != SNDRV_CTL_EVENT_ELEM)
		return false;
	/* any element that comes or goes may have shared a switch's name */
	if (mask == SNDRV_CTL_EVENT_MASK_REMOVE || mask & SNDRV_CTL_EVENT_MASK_ADD) {
		*refind = true;
		return true;
	}
	if (!switches_is_name((const char *)event->data.elem.id.name))
		return false;
	*refind = *refind || mask & SNDRV_CTL_EVENT_MASK_INFO;
	return true;
}

int mixer_card_take_events(struct mixer_card *card)
{
	struct snd_ctl_event events[EVENTS_AT_ONCE];
	bool refind = false, concerned = false;
	ssize_t size;

	while ((size = read(card->fd, events, sizeof(events))) > 0)
		for (size_t i = 0; i < (size_t)size / sizeof(events[0]); i++) {
			events[i].data.elem.id.name[sizeof(events[i].data.elem.id.name) - 1] = '\0';
			concerned = concerns(&events[i], &refind) || concerned;
		}
	if (size < 0 && errno != EAGAIN && errno != EINTR)
		return -ENODEV;
	/* the kernel tells of our own locks as of other changes: the ids stay as they are */
	return refind && find(card) ? -ENODEV : concerned;
}

/* The first switch that is not as it should be while muted. */
static void find_problem(const struct mixer_card *card, const struct capture_switch *element,
			 const struct switch_look *now, struct mixer_look *look)
{
	if (*look->problem || (!now->on && (!now->locked || now->ours)))
		return;
	snprintf(look->problem, sizeof(look->problem), "%s: %s is %s", card->id, element->name,
		 now->on ? "on" : "locked by somebody else");
}

void mixer_card_look(const struct mixer_card *card, struct mixer_look *look)
{
	struct switch_look now;
	unsigned on = 0;

	memset(look, 0, sizeof(*look));
	look->switches = card->count;
	for (unsigned i = 0; i < card->count; i++) {
		int error = switch_look(card->fd, &card->list[i], &now);

		if (error) {
			snprintf(look->problem, sizeof(look->problem), "%s: %s: %.30s", card->id,
				 card->list[i].name, strerror(-error));
			now = (struct switch_look){ .on = 1 };	/* nobody knows better */
		}
		find_problem(card, &card->list[i], &now, look);
		on += now.on != 0;
		look->locked += now.ours;
	}
	if (on)
		look->state = MIXER_STATE_ON;
	else if (card->count)
		look->state = look->locked == card->count ? MIXER_STATE_LOCKED : MIXER_STATE_OFF;
}
