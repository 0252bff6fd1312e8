/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The states and pointers of one capture substream, see pcm.h. The ioctls that
 * act on them are in pcm_ioctl.c. Nothing here waits, and nothing here trusts
 * a caller's number.
 */
#include "pcm_state.h"

#include <errno.h>
#include <poll.h>
#include <string.h>

#include "reader.h"

void pcm_open(struct pcm *pcm)
{
	*pcm = (struct pcm){ .state = SNDRV_PCM_STATE_OPEN };
}

uint64_t pcm_wrap(const struct pcm *pcm, int64_t frames)
{
	int64_t boundary = (int64_t)pcm->boundary;

	return boundary ? (uint64_t)((frames % boundary + boundary) % boundary) : 0;
}

uint64_t pcm_avail(const struct pcm *pcm)
{
	return pcm_wrap(pcm, pcm->hw - pcm->appl);
}

void pcm_move(struct pcm *pcm, uint64_t frames)
{
	uint64_t ahead = pcm_wrap(pcm, pcm->appl - pcm->hw);

	ahead = (ahead + frames % pcm->boundary) % pcm->boundary;
	if (ahead <= pcm->boundary / 2)
		pcm->appl = pcm->hw + (int64_t)ahead;
	else
		pcm->appl = pcm->hw - (int64_t)(pcm->boundary - ahead);
}

static void stop(struct pcm *pcm, const struct pcm_context *context, uint32_t state)
{
	pcm->state = state;
	pcm->trigger_ns = context->now;
}

void pcm_xrun(struct pcm *pcm, const struct pcm_context *context)
{
	stop(pcm, context, SNDRV_PCM_STATE_XRUN);
	pcm->xruns++;
}

int pcm_update(struct pcm *pcm, const struct pcm_context *context)
{
	uint64_t position = context->clock->position;

	if (pcm->state != SNDRV_PCM_STATE_RUNNING)
		return 0;
	if ((int64_t)(position - pcm->base) > pcm->hw)
		pcm->hw = (int64_t)(position - pcm->base);
	pcm->stamp_ns = clock_is_live(context->clock) ? context->clock->live_ns : context->now;
	if (pcm_avail(pcm) > pcm->avail_max)
		pcm->avail_max = pcm_avail(pcm);
	if (pcm_avail(pcm) >= pcm->stop_threshold) {
		pcm_xrun(pcm, context);
		return -EPIPE;
	}
	return 0;
}

/* Makes the present twin position the stream's hw pointer, whatever that is. */
static void run_from_here(struct pcm *pcm, const struct pcm_context *context)
{
	pcm->base = context->clock->position - (uint64_t)pcm->hw;
	pcm->told = pcm->hw;
	pcm->state = SNDRV_PCM_STATE_RUNNING;
	pcm->recovered = 0;
	pcm->trigger_ns = pcm->stamp_ns = context->now;
}

int pcm_start(struct pcm *pcm, const struct pcm_context *context)
{
	if (pcm->state != SNDRV_PCM_STATE_PREPARED)
		return -EBADFD;
	if (context->asleep) {
		pcm_suspend(pcm);
		return -ESTRPIPE;
	}
	run_from_here(pcm, context);
	return 0;
}

int pcm_drop(struct pcm *pcm, const struct pcm_context *context)
{
	if (pcm->state == SNDRV_PCM_STATE_OPEN)
		return -EBADFD;
	pcm_update(pcm, context);
	stop(pcm, context, SNDRV_PCM_STATE_SETUP);
	return 0;
}

/* A capture stream stops at once; as in the kernel, what it has captured is lost to reads. */
int pcm_drain(struct pcm *pcm, const struct pcm_context *context)
{
	if (pcm->state == SNDRV_PCM_STATE_OPEN || pcm->state == SNDRV_PCM_STATE_SUSPENDED)
		return -EBADFD;
	if (pcm->state == SNDRV_PCM_STATE_PAUSED)
		run_from_here(pcm, context);
	pcm_update(pcm, context);
	if (pcm->state == SNDRV_PCM_STATE_RUNNING)
		stop(pcm, context,
		     pcm_avail(pcm) ? SNDRV_PCM_STATE_DRAINING : SNDRV_PCM_STATE_SETUP);
	return 0;
}

int pcm_pause(struct pcm *pcm, const struct pcm_context *context, bool push)
{
	if (pcm->state != (push ? SNDRV_PCM_STATE_RUNNING : SNDRV_PCM_STATE_PAUSED))
		return -EBADFD;
	if (!push) {
		run_from_here(pcm, context);
		return 0;
	}
	if (pcm_update(pcm, context) == 0)
		stop(pcm, context, SNDRV_PCM_STATE_PAUSED);
	return 0;
}

void pcm_suspend(struct pcm *pcm)
{
	switch (pcm->state) {
	case SNDRV_PCM_STATE_PREPARED:
	case SNDRV_PCM_STATE_RUNNING:
	case SNDRV_PCM_STATE_DRAINING:
	case SNDRV_PCM_STATE_PAUSED:
		pcm->suspended_state = pcm->state;
		pcm->state = SNDRV_PCM_STATE_SUSPENDED;
	}
}

int pcm_readable(const struct pcm *pcm)
{
	switch (pcm->state) {
	case SNDRV_PCM_STATE_PREPARED:
	case SNDRV_PCM_STATE_RUNNING:
	case SNDRV_PCM_STATE_PAUSED:
		return 0;
	case SNDRV_PCM_STATE_XRUN:
		return -EPIPE;
	case SNDRV_PCM_STATE_SUSPENDED:
		return -ESTRPIPE;
	default:
		return -EBADFD;
	}
}

/*
 * How many frames a read waits for: all it asked for, but never so many that
 * the stream would overrun first (the kernel copies as it goes; here a short
 * count is answered instead).
 */
static uint64_t target(const struct pcm *pcm, uint64_t wanted)
{
	uint64_t most = pcm->buffer_size;

	if (pcm->stop_threshold < most)
		most = pcm->stop_threshold;
	most = most > pcm->period_size ? most - pcm->period_size : 1;
	return wanted < most ? wanted : most;
}

/*
 * A reader that has been told of frames gets them, even when an overrun or the
 * system's sleep came in between: PulseAudio asks what there is, and aborts
 * when the read that follows fails. It learns of it when it asks again.
 */
static bool is_promised(const struct pcm *pcm, uint64_t frames)
{
	int64_t end = pcm->told < pcm->hw ? pcm->told : pcm->hw;

	return (pcm->state == SNDRV_PCM_STATE_RUNNING || pcm->state == SNDRV_PCM_STATE_XRUN ||
		pcm->state == SNDRV_PCM_STATE_SUSPENDED) &&
	       frames && end > pcm->appl && (uint64_t)(end - pcm->appl) >= frames;
}

static long begin_transfer(struct pcm *pcm, const struct pcm_context *context, uint64_t wanted)
{
	int err;

	if (context->gone)
		return -ENODEV;
	if (context->asleep)
		pcm_suspend(pcm);
	err = pcm_readable(pcm);
	if (!err)
		err = pcm_update(pcm, context);
	if (!err && pcm->state == SNDRV_PCM_STATE_PREPARED && wanted >= pcm->start_threshold)
		err = pcm_start(pcm, context);
	return err;
}

long pcm_transfer_some(struct pcm *pcm, const struct pcm_context *context, uint64_t wanted)
{
	uint64_t avail;
	long err;

	if (!context->gone && is_promised(pcm, wanted))
		return (long)wanted;
	err = begin_transfer(pcm, context, wanted);
	avail = pcm_avail(pcm);
	if (err)
		return err;
	if (!avail)
		return -EAGAIN;
	return (long)(avail < wanted ? avail : wanted);
}

long pcm_transfer(struct pcm *pcm, const struct pcm_context *context, uint64_t wanted)
{
	long some = pcm_transfer_some(pcm, context, wanted);

	/*
	 * A stream that nobody has started: the kernel blocks, or says EAGAIN to
	 * O_NONBLOCK, which cannot be seen here. PulseAudio reads so after it
	 * recovered from an overrun, and starts the stream only when told EAGAIN.
	 */
	if (some == -EAGAIN && pcm->state == SNDRV_PCM_STATE_PREPARED)
		return some;
	if (some == -EAGAIN)
		return 0;
	if (some > 0 && (uint64_t)some < target(pcm, wanted))
		return 0;
	return some;
}

int pcm_copy(struct pcm *pcm, const struct pcm_context *context, uint64_t frames, void *out,
	     uint64_t *silent)
{
	long live = reader_copy(context->ring, context->clock, pcm->base + (uint64_t)pcm->appl, frames,
				pcm->format, pcm->channels, out);

	if (live < 0 && is_promised(pcm, frames)) {
		live = 0;	/* overtaken: silence instead */
	} else if (live < 0) {
		pcm_xrun(pcm, context);
		return (int)live;
	}
	*silent = frames - (uint64_t)live;
	return 0;
}

void pcm_consume(struct pcm *pcm, uint64_t frames, uint64_t silent)
{
	pcm_move(pcm, frames);
	pcm->frames += frames;
	pcm->silent += silent;
}

unsigned pcm_poll(struct pcm *pcm, const struct pcm_context *context)
{
	if (context->gone)
		return POLLERR | POLLNVAL;
	if (context->asleep)
		pcm_suspend(pcm);
	pcm_update(pcm, context);
	switch (pcm->state) {
	case SNDRV_PCM_STATE_PREPARED:
	case SNDRV_PCM_STATE_RUNNING:
	case SNDRV_PCM_STATE_PAUSED:
		return pcm_avail(pcm) >= pcm->avail_min ? POLLIN | POLLRDNORM : 0;
	case SNDRV_PCM_STATE_DRAINING:
		return POLLIN | POLLRDNORM | (pcm_avail(pcm) ? 0 : POLLERR);
	default:
		return POLLIN | POLLRDNORM | POLLERR;
	}
}

void pcm_expect(struct pcm *pcm, const struct pcm_context *context)
{
	if (pcm->recovered && pcm->state == SNDRV_PCM_STATE_PREPARED && !context->gone)
		pcm_start(pcm, context);
}

int64_t pcm_when(const struct pcm *pcm, const struct pcm_context *context, uint64_t wanted)
{
	uint64_t frames = wanted ? target(pcm, wanted) : pcm->avail_min;

	if (pcm->state != SNDRV_PCM_STATE_RUNNING)
		return CLOCK_NEVER;
	if (frames > pcm->stop_threshold)	/* it will overrun, and must say so */
		frames = pcm->stop_threshold;
	if (frames > INT64_MAX / 2)
		return CLOCK_NEVER;
	return clock_when(context->clock, pcm->base + (uint64_t)pcm->appl + frames);
}
