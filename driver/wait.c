/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reads of frames: answered at once, or kept as a struct wait until the twin's
 * clock or the ring has what they want. The client can be interrupted at any
 * time, and gets what there is.
 */
#include "node_state.h"

#include <errno.h>
#include <string.h>

#include "journal.h"
#include "reader.h"

static uint8_t staging[TRANSFER_MAX], planar[TRANSFER_MAX];

/* Reorders interleaved frames in staging into one block for each channel in planar. */
static void deinterleave(const struct pcm *pcm, uint64_t frames)
{
	size_t sample = pcm->frame_bytes / pcm->channels;

	for (uint32_t c = 0; c < pcm->channels; c++)
		for (uint64_t f = 0; f < frames; f++)
			memcpy(planar + (c * frames + f) * sample,
			       staging + (f * pcm->channels + c) * sample, sample);
}

/* Moves `frames` frames to the client. What it could not be given is there to be read again. */
static void answer_frames(const struct wait *wait, struct pcm *pcm, uint64_t frames,
			  uint64_t silent)
{
	snd_pcm_sframes_t result = (snd_pcm_sframes_t)frames;
	int32_t narrow = (int32_t)frames;
	size_t bytes = frames * pcm->frame_bytes, block = bytes / pcm->channels;
	struct iovec iov[1 + CHANNELS_MAX] = { { &result, sizeof result }, { staging, bytes } };
	const struct pcm before = *pcm;
	int err;

	if (wait->compat)
		iov[0] = (struct iovec){ &narrow, sizeof narrow };
	pcm_consume(pcm, frames, silent);	/* the answer comes last (journal.h) */
	if (wait->kind == WAIT_READ) {
		err = fuse_reply_buf(wait->req, (char *)staging, bytes);
	} else if (wait->kind == WAIT_READI) {
		err = fuse_reply_ioctl_iov(wait->req, 0, iov, 2);
	} else {
		/*
		 * The client's buffers were named for wait->frames frames each;
		 * the kernel fills them in order, so every block has that size.
		 */
		size_t sample = pcm->frame_bytes / pcm->channels;

		deinterleave(pcm, frames);
		memset(staging, 0, wait->frames * pcm->frame_bytes);
		for (uint32_t c = 0; c < pcm->channels; c++)
			memcpy(staging + c * wait->frames * sample, planar + c * block, block);
		iov[1].iov_len = wait->frames * pcm->frame_bytes;
		err = fuse_reply_ioctl_iov(wait->req, 0, iov, 2);
	}
	if (err && err != -ENOENT)	/* ENOENT: a predecessor has answered it, or nobody waits */
		*pcm = before;
}

void wait_fail(const struct wait *wait, long err)
{
	snd_pcm_sframes_t result = err;
	int32_t narrow = (int32_t)err;

	if (wait->kind == WAIT_READ)
		fuse_reply_err(wait->req, (int)-err);
	else if (!wait->compat)
		fuse_reply_ioctl(wait->req, (int)err, &result, sizeof result);
	else	/* which the kernel leaves alone with an error */
		fuse_reply_ioctl(wait->req, (int)err, &narrow, err ? 0 : sizeof narrow);
}

/* Answers a read if that is possible now. False: it has to wait. */
static bool try_read(struct node *node, const struct wait *wait)
{
	struct table_stream *stream = &node_table(node)->streams[wait->stream];
	struct pcm *pcm = &stream->pcm;
	struct pcm_context context;
	uint32_t before = pcm->state;
	uint64_t silent = 0;
	long frames;

	journal_begin(node_table(node), node->twin->number, wait->unique);
	journal_changes(node_table(node), wait->stream);
	node_refresh(node, wait->stream, &context);
	if (wait->setup != pcm->setup)	/* another thread has changed the size of a frame */
		frames = -EBADFD;
	else if (wait->interrupted || wait->nonblocking)
		frames = pcm_transfer_some(pcm, &context, wait->frames);
	else
		frames = pcm_transfer(pcm, &context, wait->frames);
	if (frames > 0) {
		int err = pcm_copy(pcm, &context, (uint64_t)frames, staging, &silent);

		if (err)
			frames = err;
	}
	if (frames > 0)
		answer_frames(wait, pcm, (uint64_t)frames, silent);
	else if (frames == -EAGAIN && wait->interrupted)
		wait_fail(wait, -EINTR);
	else if (frames < 0)
		wait_fail(wait, frames);
	journal_end(node_table(node));
	node_publish(node, wait->stream);
	if (pcm->state != before)
		twin_changed(node->twin);
	return frames != 0;
}

static void on_interrupt(fuse_req_t req, void *data)
{
	struct wait *wait = data;

	if (wait->req == req)
		wait->interrupted = true;	/* node_serve answers, in the same turn */
}

void wait_begin(struct node *node, struct wait read)
{
	struct wait *wait = NULL;

	read.unique = node->unique;
	read.setup = node_table(node)->streams[read.stream].pcm.setup;
	if (try_read(node, &read))
		return;
	for (unsigned i = 0; i < WAITS_MAX && !wait; i++)
		if (!node->waits[i].req)
			wait = &node->waits[i];
	if (!wait || !journal_has_room(node_table(node))) {
		wait_fail(&read, -EBUSY);
		return;
	}
	*wait = read;
	fuse_req_interrupt_func(read.req, on_interrupt, wait);
}

void wait_cancel(struct node *node, uint32_t stream, int err)
{
	for (unsigned i = 0; i < WAITS_MAX; i++) {
		if (!node->waits[i].req || node->waits[i].stream != stream)
			continue;
		wait_fail(&node->waits[i], err);
		node->waits[i].req = NULL;
	}
}

void node_serve(struct node *node)
{
	struct table *table = node_table(node);
	struct pcm_context context;

	for (unsigned i = 0; i < WAITS_MAX; i++) {
		struct wait *wait = &node->waits[i], now = *wait;

		if (!wait->req)
			continue;
		wait->req = NULL;	/* the answer frees the request */
		if (!try_read(node, &now))
			*wait = now;
	}
	for (unsigned i = 0; i < READERS_MAX; i++) {
		struct table_stream *stream = &table->streams[i];

		if (!stream->used || stream->twin != node->twin->number || !stream->poll_waits)
			continue;
		node_refresh(node, i, &context);
		if (pcm_poll(&stream->pcm, &context))
			node_wake(node, stream);
	}
}

int64_t node_when(const struct node *node)
{
	const struct table *table = node_table(node);
	struct pcm_context context;
	int64_t when = CLOCK_NEVER, at;

	for (unsigned i = 0; i < WAITS_MAX; i++) {
		const struct wait *wait = &node->waits[i];

		if (!wait->req)
			continue;
		twin_context(node->twin, wait->stream, &context);
		at = pcm_when(&table->streams[wait->stream].pcm, &context, wait->frames);
		when = at < when ? at : when;
	}
	for (unsigned i = 0; i < READERS_MAX; i++) {
		const struct table_stream *stream = &table->streams[i];

		if (!stream->used || stream->twin != node->twin->number || !stream->poll_waits)
			continue;
		twin_context(node->twin, i, &context);
		at = pcm_when(&stream->pcm, &context, 0);
		when = at < when ? at : when;
	}
	return when;
}
