/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What applications ask of a node: each FUSE request becomes calls of pcm.h.
 * Every ioctl with an argument comes twice or three times: first bare, answered
 * with the list of memory to move (ask_for), then with that memory. Its layout
 * is that of the program (compat.h). Nothing in a request is trusted.
 */
#include "node_state.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>

#include "compat.h"
#include "journal.h"

static struct node *node_of(fuse_req_t req)
{
	return fuse_req_userdata(req);
}

/* The stream behind a file handle, or NULL. */
static struct table_stream *stream_of(const struct node *node, uint64_t handle)
{
	struct table_stream *stream;

	if (handle < 1 || handle > READERS_MAX)
		return NULL;
	stream = &node_table(node)->streams[handle - 1];
	return stream->used && stream->twin == node->twin->number ? stream : NULL;
}

static void on_init_done(void *userdata)
{
	struct node *node = userdata;

	node->up = true;
}

static void on_open(fuse_req_t req, struct fuse_file_info *fi)
{
	const struct fuse_ctx *who = fuse_req_ctx(req);
	struct node *node = node_of(req);
	struct table *table = node_table(node);
	int number;

	if (node->twin->gone) {
		fuse_reply_err(req, ENODEV);
		return;
	}
	number = table_open(table, node->twin->number, (uint32_t)who->pid, who->uid, NULL,
			    node->unique);
	if (number < 0) {
		fuse_reply_err(req, -number);
		return;
	}
	fi->fh = (uint64_t)number + 1;
	if (fuse_reply_open(req, fi) < 0)	/* the opener is gone: no RELEASE will come */
		table_close(table, (uint32_t)number);
	twin_changed(node->twin);
}

static void on_release(fuse_req_t req, struct fuse_file_info *fi)
{
	struct node *node = node_of(req);

	if (stream_of(node, fi->fh)) {
		wait_cancel(node, (uint32_t)fi->fh - 1, -EBADF);
		table_close(node_table(node), (uint32_t)fi->fh - 1);
	}
	fuse_reply_err(req, 0);
	twin_changed(node->twin);
}

static void on_read(fuse_req_t req, size_t size, off_t offset, struct fuse_file_info *fi)
{
	struct node *node = node_of(req);
	struct table_stream *stream = stream_of(node, fi->fh);
	struct wait wait = { .req = req, .kind = WAIT_READ };
	struct pcm *pcm = stream ? &stream->pcm : NULL;

	(void)offset;
	if (!stream || pcm->state == SNDRV_PCM_STATE_OPEN) {
		fuse_reply_err(req, EBADFD);
	} else if (size % pcm->frame_bytes || pcm->access != SNDRV_PCM_ACCESS_RW_INTERLEAVED) {
		fuse_reply_err(req, EINVAL);
	} else if (!size) {
		fuse_reply_buf(req, NULL, 0);
	} else {
		wait.stream = (uint32_t)fi->fh - 1;
		wait.frames = size / pcm->frame_bytes;
		wait.nonblocking = fi->flags & O_NONBLOCK;
		wait_begin(node, wait);
	}
}

static void on_write(fuse_req_t req, const char *data, size_t size, off_t offset,
		     struct fuse_file_info *fi)
{
	(void)data, (void)size, (void)offset, (void)fi;
	fuse_reply_err(req, EINVAL);	/* a capture device has no write side */
}

static void on_poll(fuse_req_t req, struct fuse_file_info *fi, struct fuse_pollhandle *handle)
{
	struct node *node = node_of(req);
	struct table_stream *stream = stream_of(node, fi->fh);
	struct pcm_context context;
	uint32_t before;
	unsigned events;

	if (!stream) {
		if (handle)
			fuse_pollhandle_destroy(handle);
		fuse_reply_poll(req, POLLERR | POLLNVAL);
		return;
	}
	before = stream->pcm.state;
	node_refresh(node, (uint32_t)fi->fh - 1, &context);
	if (handle)
		pcm_expect(&stream->pcm, &context);
	events = pcm_poll(&stream->pcm, &context);
	if (stream->pcm.state != before) {
		node_publish(node, (uint32_t)fi->fh - 1);
		twin_changed(node->twin);
	}
	if (handle) {	/* woken by number, which a successor can do as well: node_wake() */
		stream->poll_handle = node->poll_handle;
		stream->poll_waits = 1;
		fuse_pollhandle_destroy(handle);
	}
	fuse_reply_poll(req, events);
}

/* An ioctl as it came. */
struct asked {
	fuse_req_t req;
	uint32_t command;	/* as the program said it */
	bool compat;		/* by a 32-bit program: its structs are of compat.h */
	void *arg;
	uint64_t handle;
	const void *in;		/* its memory, as far as it was asked for */
	size_t in_bytes, out_bytes;
};

/* The one place that asks the kernel for the caller's memory. */
static void ask_for(fuse_req_t req, const struct iovec *in, size_t in_count,
		    const struct iovec *out, size_t out_count)
{
	fuse_reply_ioctl_retry(req, in, in_count, out, out_count);
}

static void on_fixed_ioctl(const struct asked *asked, const struct pcm_shape *shape)
{
	struct iovec in_memory = { asked->arg, shape->in }, out_memory = { asked->arg, shape->out };
	uint32_t number = (uint32_t)asked->handle - 1, before;
	struct node *node = node_of(asked->req);
	struct pcm *pcm = &stream_of(node, asked->handle)->pcm;
	_Alignas(16) uint8_t data[PCM_ARG_MAX] = { 0 };
	size_t out_bytes = asked->out_bytes;
	struct pcm_context context;
	int result;

	if (asked->in_bytes != shape->in || out_bytes != shape->out) {
		ask_for(asked->req, &in_memory, shape->in ? 1 : 0, &out_memory, shape->out ? 1 : 0);
		return;
	}
	if (asked->in_bytes)
		memcpy(data, asked->in, asked->in_bytes);
	before = pcm->state;
	node_refresh(node, number, &context);
	journal_changes(node_table(node), number);
	result = (asked->compat ? compat_ioctl : pcm_ioctl)(pcm, &context, asked->command,
							    (uintptr_t)asked->arg, data);
	node_publish(node, number);
	if (pcm->state != before || shape->command == SNDRV_PCM_IOCTL_HW_PARAMS)
		twin_changed(node->twin);
	if (result < 0 && shape->command != SNDRV_PCM_IOCTL_REWIND &&
	    shape->command != SNDRV_PCM_IOCTL_FORWARD)
		out_bytes = 0;
	fuse_reply_ioctl(asked->req, result, data, out_bytes);
}

/* Frames of a transfer that fit in one answer; the client takes a short count. */
static uint64_t cut(const struct pcm *pcm, uint64_t frames)
{
	uint64_t most = TRANSFER_MAX / pcm->frame_bytes;

	return frames < most ? frames : most;
}

/* Why a transfer of this kind is refused at once: 0, -EBADFD, -EINVAL. */
static int transfer_error(const struct pcm *pcm, enum wait_kind kind)
{
	uint32_t access = kind == WAIT_READN ? SNDRV_PCM_ACCESS_RW_NONINTERLEAVED
					     : SNDRV_PCM_ACCESS_RW_INTERLEAVED;

	if (pcm->state == SNDRV_PCM_STATE_OPEN)
		return -EBADFD;
	return pcm->access == access ? 0 : -EINVAL;
}

/* What a transfer's argument takes of the caller's memory. */
static size_t transfer_bytes(const struct asked *asked)
{
	return asked->compat ? sizeof(struct compat_xfer) : sizeof(struct snd_xferi);
}

static size_t result_bytes(const struct asked *asked)
{
	return asked->compat ? sizeof(int32_t) : sizeof(snd_pcm_sframes_t);
}

_Static_assert(sizeof(struct snd_xferi) == sizeof(struct snd_xfern), "a pointer and a number");

/* Takes the argument of a transfer apart: how many frames it is about, and where they go. */
static uint64_t take_transfer(const struct asked *asked, void **memory)
{
	struct compat_xfer narrow;
	struct snd_xferi wide;

	if (asked->compat) {
		memcpy(&narrow, asked->in, sizeof narrow);
		compat_pointers(&narrow.buffer, 1, memory);
		return narrow.frames;
	}
	memcpy(&wide, asked->in, sizeof wide);
	*memory = wide.buf;
	return wide.frames;
}

static struct wait make_wait(const struct asked *asked, enum wait_kind kind)
{
	return (struct wait){ .req = asked->req, .kind = kind, .compat = asked->compat,
			      .stream = (uint32_t)asked->handle - 1 };
}

static void on_readi(const struct asked *asked)
{
	struct node *node = node_of(asked->req);
	const struct pcm *pcm = &stream_of(node, asked->handle)->pcm;
	struct wait wait = make_wait(asked, WAIT_READI);
	struct iovec in_memory = { asked->arg, transfer_bytes(asked) };
	struct iovec out_memory[2] = { { asked->arg, result_bytes(asked) } };
	int err = transfer_error(pcm, WAIT_READI);

	if (err == -EBADFD) {
		fuse_reply_ioctl(asked->req, err, NULL, 0);
	} else if (asked->in_bytes != in_memory.iov_len) {
		ask_for(asked->req, &in_memory, 1, out_memory, 1);
	} else {
		wait.frames = cut(pcm, take_transfer(asked, &out_memory[1].iov_base));
		out_memory[1].iov_len = wait.frames * pcm->frame_bytes;
		if (err || !wait.frames)
			wait_fail(&wait, err);
		else if (asked->out_bytes != out_memory[0].iov_len + out_memory[1].iov_len)
			ask_for(asked->req, &in_memory, 1, out_memory, 2);
		else
			wait_begin(node, wait);
	}
}

/* The list of channels' buffers that follows a transfer's argument. */
static void take_buffers(const struct asked *asked, uint32_t channels, void **buffers)
{
	const uint8_t *list = (const uint8_t *)asked->in + transfer_bytes(asked);

	if (asked->compat)
		compat_pointers(list, channels, buffers);
	else
		memcpy(buffers, list, channels * sizeof *buffers);
}

static void on_readn(const struct asked *asked)
{
	struct node *node = node_of(asked->req);
	const struct pcm *pcm = &stream_of(node, asked->handle)->pcm;
	struct wait wait = make_wait(asked, WAIT_READN);
	size_t header = transfer_bytes(asked);
	size_t list = pcm->channels * (asked->compat ? sizeof(uint32_t) : sizeof(void *));
	struct iovec in_memory[2] = { { asked->arg, header }, { NULL, list } };
	struct iovec out_memory[1 + CHANNELS_MAX] = { { asked->arg, result_bytes(asked) } };
	void *buffers[CHANNELS_MAX];
	int err = transfer_error(pcm, WAIT_READN);

	if (err == -EBADFD) {
		fuse_reply_ioctl(asked->req, err, NULL, 0);
		return;
	}
	if (asked->in_bytes < header) {
		ask_for(asked->req, in_memory, 1, out_memory, 1);
		return;
	}
	wait.frames = cut(pcm, take_transfer(asked, &in_memory[1].iov_base));
	if (err || !wait.frames) {
		wait_fail(&wait, err);
	} else if (asked->in_bytes != header + list) {
		ask_for(asked->req, in_memory, 2, out_memory, 1);
	} else if (asked->out_bytes != out_memory[0].iov_len + wait.frames * pcm->frame_bytes) {
		take_buffers(asked, pcm->channels, buffers);
		for (uint32_t c = 0; c < pcm->channels; c++)
			out_memory[1 + c] = (struct iovec){
				buffers[c], wait.frames * (pcm->frame_bytes / pcm->channels) };
		ask_for(asked->req, in_memory, 2, out_memory, 1 + pcm->channels);
	} else {
		wait_begin(node, wait);
	}
}

static void on_transfer(const struct asked *asked, uint32_t command)
{
	bool is_write = command == SNDRV_PCM_IOCTL_WRITEI_FRAMES ||
			command == SNDRV_PCM_IOCTL_WRITEN_FRAMES;

	/* The kernel looks at the direction for 32-bit programs only; to others all are reads. */
	if (asked->compat && is_write)
		fuse_reply_ioctl(asked->req, -EINVAL, NULL, 0);
	else if (command == SNDRV_PCM_IOCTL_READI_FRAMES || command == SNDRV_PCM_IOCTL_WRITEI_FRAMES)
		on_readi(asked);
	else
		on_readn(asked);
}

static void on_ioctl(fuse_req_t req, int cmd, void *arg, struct fuse_file_info *fi,
		     unsigned flags, const void *in, size_t in_bytes, size_t out_bytes)
{
	const struct asked asked = {
		.req = req, .command = (uint32_t)cmd, .compat = flags & FUSE_IOCTL_COMPAT,
		.arg = arg, .handle = fi->fh, .in = in, .in_bytes = in_bytes,
		.out_bytes = out_bytes,
	};
	uint32_t command = asked.compat ? compat_command(asked.command) : asked.command;
	const struct pcm_shape *shape = asked.compat ? compat_shape(asked.command)
						     : pcm_shape(asked.command);
	struct node *node = node_of(req);

	if (!shape && !pcm_is_transfer(command))
		fuse_reply_ioctl(req, -ENOTTY, NULL, 0);
	else if (!stream_of(node, fi->fh))
		fuse_reply_err(req, EBADFD);
	else if (node->twin->gone)
		fuse_reply_ioctl(req, -ENODEV, NULL, 0);
	else if (shape)
		on_fixed_ioctl(&asked, shape);
	else
		on_transfer(&asked, command);
}

const struct cuse_lowlevel_ops request_operations = {
	.init_done = on_init_done,
	.open = on_open,
	.release = on_release,
	.read = on_read,
	.write = on_write,
	.ioctl = on_ioctl,
	.poll = on_poll,
};
