/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rules of mirror.h, one function for each kind of event. */
#include "mirror.h"

bool mirror_in_moment(const struct mirror_world *world, int64_t now_us)
{
	return world->key_us && now_us - world->key_us < MIRROR_MOMENT_US;
}

static unsigned ask(struct mirror *mirror, bool flag, int64_t now_us)
{
	mirror->asked = true;
	mirror->asked_flag = flag;
	mirror->asked_us = now_us;
	mirror->tries = 1;
	mirror->owner = flag ? MIRROR_OWNER_US : MIRROR_OWNER_NONE;
	return flag ? MIRROR_ACTION_SET : MIRROR_ACTION_CLEAR;
}

static unsigned on_hard(struct mirror *mirror, const struct mirror_world *world, int64_t now_us)
{
	bool flag = mirror->asked ? mirror->asked_flag : mirror->flag;

	if (!mirror->found)
		return 0;
	if (world->hard == MIRROR_HARD_MUTED && !flag)
		return ask(mirror, true, now_us);
	if (world->hard == MIRROR_HARD_MUTED && mirror->set_us &&
	    now_us - mirror->set_us < MIRROR_MOMENT_US)
		mirror->owner = MIRROR_OWNER_US;
	if (world->hard == MIRROR_HARD_LIVE && mirror->owner == MIRROR_OWNER_US)
		return ask(mirror, false, now_us);
	return 0;
}

static unsigned on_found(struct mirror *mirror, const struct mirror_world *world,
			 const struct mirror_event *event)
{
	mirror->found = true;
	mirror->flag = event->flag;
	mirror->owner = !event->flag ? MIRROR_OWNER_NONE :
			event->remembered ? MIRROR_OWNER_US : MIRROR_OWNER_USER;
	return on_hard(mirror, world, event->now_us);
}

static unsigned on_set(struct mirror *mirror, const struct mirror_world *world, int64_t now_us)
{
	if (world->hard == MIRROR_HARD_LIVE && mirror_in_moment(world, now_us))
		return ask(mirror, false, now_us);
	mirror->owner = MIRROR_OWNER_USER;
	mirror->set_us = now_us;
	if (world->hard != MIRROR_HARD_LIVE || !mirror->button)
		return 0;
	mirror->owner = MIRROR_OWNER_US;
	return MIRROR_ACTION_MUTE;
}

static unsigned on_clear(struct mirror *mirror, const struct mirror_world *world, int64_t now_us)
{
	mirror->owner = MIRROR_OWNER_NONE;
	if (world->hard != MIRROR_HARD_MUTED)
		return 0;
	return ask(mirror, true, now_us) |
	       (mirror_in_moment(world, now_us) ? 0 : (unsigned)MIRROR_ACTION_REPORT);
}

/* What was asked for is not there: too early, or somebody was faster. */
static unsigned on_not_yet(struct mirror *mirror, bool flag, int64_t now_us)
{
	mirror->flag = flag;
	mirror->tries++;
	if (mirror->asked_flag)
		return MIRROR_ACTION_SET |
		       (mirror->tries == MIRROR_TRIES ? (unsigned)MIRROR_ACTION_REPORT : 0);
	if (now_us - mirror->asked_us < MIRROR_MOMENT_US)
		return MIRROR_ACTION_CLEAR;
	mirror->asked = false;
	mirror->owner = MIRROR_OWNER_USER;
	return 0;
}

static unsigned on_seen(struct mirror *mirror, const struct mirror_world *world,
			const struct mirror_event *event)
{
	bool changed = event->flag != mirror->flag;

	if (!mirror->found)
		return on_found(mirror, world, event);
	if (mirror->asked && event->flag != mirror->asked_flag)
		return on_not_yet(mirror, event->flag, event->now_us);
	mirror->flag = event->flag;
	if (mirror->asked) {
		mirror->asked = false;
		return 0;
	}
	if (!changed)
		return 0;
	return event->flag ? on_set(mirror, world, event->now_us) :
	       on_clear(mirror, world, event->now_us);
}

unsigned mirror_step(struct mirror *mirror, const struct mirror_world *world,
		     const struct mirror_event *event)
{
	switch (event->type) {
	case MIRROR_EVENT_SEEN: return on_seen(mirror, world, event);
	case MIRROR_EVENT_HARD: return on_hard(mirror, world, event->now_us);
	}
	return 0;
}
