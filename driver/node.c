/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * CUSE requests of one twin, see node.h. Every ioctl with an argument comes
 * twice or three times: first bare, answered with the list of memory to move
 * (ask_for), then with that memory. A read that has to wait is kept as a
 * struct wait; the client can be interrupted at any time.
 */
#define FUSE_USE_VERSION 314
#include "node.h"

#include <cuse_lowlevel.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fuse.h>
#include <poll.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "driver.h"
#include "journal.h"
#include "log.h"
#include "reader.h"

#define WAITS_MAX 32	/* reads of one twin that block at once */
#define TRANSFER_MAX 130000	/* bytes; the kernel moves at most 131072 with an ioctl */
#define CHANNELS_MAX 64
#define UNIQUE_STEP 2	/* the kernel numbers requests in steps of two */

enum wait_kind { WAIT_READ, WAIT_READI, WAIT_READN };

struct wait {
	fuse_req_t req;		/* NULL: free */
	enum wait_kind kind;
	uint32_t stream;
	uint32_t setup;		/* pcm->setup for which the client's memory was asked for */
	uint64_t frames;	/* asked for, already cut to what can be moved */
	bool nonblocking;
	bool interrupted;	/* answer with what there is */
};

struct node {
	struct twin *twin;
	struct fuse_session *session;
	int fd;
	bool up;
	bool swallow;		/* the next answer is not for the kernel */
	uint64_t unique;	/* of the request being handled */
	uint64_t poll_handle;	/* of a FUSE_POLL being handled */
	struct wait waits[WAITS_MAX];
};

static struct fuse_buf shared_buffer;	/* libfuse allocates it once; one request at a time */
static uint8_t staging[TRANSFER_MAX], planar[TRANSFER_MAX];

static struct table *table_of(const struct node *node)
{
	return node->twin->driver->table;
}

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
	stream = &table_of(node)->streams[handle - 1];
	return stream->used && stream->twin == node->twin->number ? stream : NULL;
}

static void refresh(struct node *node, uint32_t stream, struct pcm_context *context)
{
	twin_advance(node->twin);
	twin_context(node->twin, stream, context);
}

static void publish(struct node *node, uint32_t number)
{
	struct reader_info *info = &table_of(node)->readers.reader[number];
	const struct pcm *pcm = &table_of(node)->streams[number].pcm;

	info->state = pcm->state == SNDRV_PCM_STATE_RUNNING ? READER_STATE_RUNNING
							    : READER_STATE_OPEN;
	info->frames = pcm->frames;
	info->silent_frames = pcm->silent;
	info->xruns = pcm->xruns;
	info->format = pcm->format;
	info->rate = pcm->rate;
	info->channels = pcm->channels;
}

/* ---- requests ---- */

static void on_init_done(void *userdata)
{
	struct node *node = userdata;

	node->up = true;
}

static void on_open(fuse_req_t req, struct fuse_file_info *fi)
{
	const struct fuse_ctx *who = fuse_req_ctx(req);
	struct node *node = node_of(req);
	struct table *table = table_of(node);
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
		for (unsigned i = 0; i < WAITS_MAX; i++) {
			if (node->waits[i].req && node->waits[i].stream == fi->fh - 1) {
				fuse_reply_err(node->waits[i].req, EBADF);
				node->waits[i].req = NULL;
			}
		}
		table_close(table_of(node), (uint32_t)fi->fh - 1);
	}
	fuse_reply_err(req, 0);
	twin_changed(node->twin);
}

/* Reorders interleaved frames in staging into one block for each channel in planar. */
static void deinterleave(const struct pcm *pcm, uint64_t frames)
{
	size_t sample = pcm->frame_bytes / pcm->channels;

	for (uint32_t c = 0; c < pcm->channels; c++)
		for (uint64_t f = 0; f < frames; f++)
			memcpy(planar + (c * frames + f) * sample,
			       staging + (f * pcm->channels + c) * sample, sample);
}

/* Moves `frames` frames to the client and then consumes them, in this order (journal.h). */
static void answer_frames(const struct wait *wait, struct pcm *pcm, uint64_t frames,
			  uint64_t silent)
{
	snd_pcm_sframes_t result = (snd_pcm_sframes_t)frames;
	size_t bytes = frames * pcm->frame_bytes, block = bytes / pcm->channels;
	struct iovec iov[1 + CHANNELS_MAX] = { { &result, sizeof result }, { staging, bytes } };
	int err;

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
	if (err == 0)
		pcm_consume(pcm, frames, silent);
}

static void answer_error(const struct wait *wait, long err)
{
	snd_pcm_sframes_t result = err;

	if (wait->kind == WAIT_READ)
		fuse_reply_err(wait->req, (int)-err);
	else
		fuse_reply_ioctl(wait->req, (int)err, &result, sizeof result);
}

/* Answers a read if that is possible now. False: it has to wait. */
static bool try_read(struct node *node, const struct wait *wait)
{
	struct table_stream *stream = &table_of(node)->streams[wait->stream];
	struct pcm *pcm = &stream->pcm;
	struct pcm_context context;
	uint32_t before = pcm->state;
	uint64_t silent = 0;
	long frames;

	refresh(node, wait->stream, &context);
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
	else if (frames == -EAGAIN && !wait->nonblocking)
		answer_error(wait, -EINTR);
	else if (frames < 0)
		answer_error(wait, frames);
	publish(node, wait->stream);
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

/* A read of checked size: now if it can be, else later. */
static void begin_read(struct node *node, struct wait read)
{
	struct wait *wait = NULL;

	read.setup = table_of(node)->streams[read.stream].pcm.setup;
	if (try_read(node, &read))
		return;
	for (unsigned i = 0; i < WAITS_MAX && !wait; i++)
		if (!node->waits[i].req)
			wait = &node->waits[i];
	if (!wait) {
		answer_error(&read, -EBUSY);
		return;
	}
	*wait = read;
	fuse_req_interrupt_func(read.req, on_interrupt, wait);
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
		begin_read(node, wait);
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
	unsigned events;

	if (!stream) {
		if (handle)
			fuse_pollhandle_destroy(handle);
		fuse_reply_poll(req, POLLERR | POLLNVAL);
		return;
	}
	refresh(node, (uint32_t)fi->fh - 1, &context);
	events = pcm_poll(&stream->pcm, &context);
	if (handle) {	/* woken by number, which a successor can do as well: wake() */
		stream->poll_handle = node->poll_handle;
		stream->poll_waits = 1;
		fuse_pollhandle_destroy(handle);
	}
	fuse_reply_poll(req, events);
}

/* The one place that asks the kernel for the caller's memory. */
static void ask_for(fuse_req_t req, const struct iovec *in, size_t in_count,
		    const struct iovec *out, size_t out_count)
{
	fuse_reply_ioctl_retry(req, in, in_count, out, out_count);
}

static void on_fixed_ioctl(fuse_req_t req, const struct pcm_shape *shape, void *arg,
			   uint64_t handle, const void *in, size_t in_bytes, size_t out_bytes)
{
	struct iovec in_memory = { arg, shape->in }, out_memory = { arg, shape->out };
	struct node *node = node_of(req);
	struct table_stream *stream = stream_of(node, handle);
	_Alignas(16) uint8_t data[PCM_ARG_MAX] = { 0 };
	struct pcm_context context;
	uint32_t before;
	int result;

	if (in_bytes != shape->in || out_bytes != shape->out) {
		ask_for(req, &in_memory, shape->in ? 1 : 0, &out_memory, shape->out ? 1 : 0);
		return;
	}
	if (in_bytes)
		memcpy(data, in, in_bytes);
	before = stream->pcm.state;
	refresh(node, (uint32_t)handle - 1, &context);
	result = pcm_ioctl(&stream->pcm, &context, shape->command, (uintptr_t)arg, data);
	publish(node, (uint32_t)handle - 1);
	if (stream->pcm.state != before || shape->command == SNDRV_PCM_IOCTL_HW_PARAMS)
		twin_changed(node->twin);
	if (result < 0 && shape->command != SNDRV_PCM_IOCTL_REWIND &&
	    shape->command != SNDRV_PCM_IOCTL_FORWARD)
		out_bytes = 0;
	fuse_reply_ioctl(req, result, data, out_bytes);
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

static void on_readi(fuse_req_t req, void *arg, uint64_t handle, const void *in, size_t in_bytes,
		     size_t out_bytes)
{
	struct node *node = node_of(req);
	const struct pcm *pcm = &stream_of(node, handle)->pcm;
	struct wait wait = { .req = req, .kind = WAIT_READI, .stream = (uint32_t)handle - 1 };
	struct iovec in_memory = { arg, sizeof(struct snd_xferi) };
	struct iovec out_memory[2] = { { arg, sizeof(snd_pcm_sframes_t) } };
	struct snd_xferi transfer;
	int err = transfer_error(pcm, WAIT_READI);

	if (err == -EBADFD) {
		fuse_reply_ioctl(req, err, NULL, 0);
	} else if (in_bytes != sizeof transfer) {
		ask_for(req, &in_memory, 1, out_memory, 1);
	} else {
		memcpy(&transfer, in, sizeof transfer);
		wait.frames = cut(pcm, transfer.frames);
		out_memory[1] = (struct iovec){ transfer.buf, wait.frames * pcm->frame_bytes };
		if (err || !wait.frames)
			answer_error(&wait, err);
		else if (out_bytes != out_memory[0].iov_len + out_memory[1].iov_len)
			ask_for(req, &in_memory, 1, out_memory, 2);
		else
			begin_read(node, wait);
	}
}

static void on_readn(fuse_req_t req, void *arg, uint64_t handle, const void *in, size_t in_bytes,
		     size_t out_bytes)
{
	struct node *node = node_of(req);
	const struct pcm *pcm = &stream_of(node, handle)->pcm;
	struct wait wait = { .req = req, .kind = WAIT_READN, .stream = (uint32_t)handle - 1 };
	struct iovec in_memory[2] = { { arg, sizeof(struct snd_xfern) } };
	struct iovec out_memory[1 + CHANNELS_MAX] = { { arg, sizeof(snd_pcm_sframes_t) } };
	void *buffers[CHANNELS_MAX];
	struct snd_xfern transfer;
	size_t list = pcm->channels * sizeof *buffers;
	int err = transfer_error(pcm, WAIT_READN);

	if (err == -EBADFD) {
		fuse_reply_ioctl(req, err, NULL, 0);
		return;
	}
	if (in_bytes < sizeof transfer) {
		ask_for(req, in_memory, 1, out_memory, 1);
		return;
	}
	memcpy(&transfer, in, sizeof transfer);
	wait.frames = cut(pcm, transfer.frames);
	in_memory[1] = (struct iovec){ transfer.bufs, list };
	if (err || !wait.frames) {
		answer_error(&wait, err);
	} else if (in_bytes != sizeof transfer + list) {
		ask_for(req, in_memory, 2, out_memory, 1);
	} else if (out_bytes != out_memory[0].iov_len + wait.frames * pcm->frame_bytes) {
		memcpy(buffers, (const uint8_t *)in + sizeof transfer, list);
		for (uint32_t c = 0; c < pcm->channels; c++)
			out_memory[1 + c] = (struct iovec){
				buffers[c], wait.frames * (pcm->frame_bytes / pcm->channels) };
		ask_for(req, in_memory, 2, out_memory, 1 + pcm->channels);
	} else {
		begin_read(node, wait);
	}
}

static void on_ioctl(fuse_req_t req, int cmd, void *arg, struct fuse_file_info *fi,
		     unsigned flags, const void *in, size_t in_bytes, size_t out_bytes)
{
	const struct pcm_shape *shape = pcm_shape((uint32_t)cmd);
	struct node *node = node_of(req);

	/* 32-bit programs have other structs; they hear the twin through a sound server. */
	if (flags & FUSE_IOCTL_COMPAT || (!shape && !pcm_is_transfer((uint32_t)cmd)))
		fuse_reply_ioctl(req, -ENOTTY, NULL, 0);
	else if (!stream_of(node, fi->fh))
		fuse_reply_err(req, EBADFD);
	else if (node->twin->gone)
		fuse_reply_ioctl(req, -ENODEV, NULL, 0);
	else if (shape)
		on_fixed_ioctl(req, shape, arg, fi->fh, in, in_bytes, out_bytes);
	else if ((uint32_t)cmd == SNDRV_PCM_IOCTL_READI_FRAMES ||
		 (uint32_t)cmd == SNDRV_PCM_IOCTL_WRITEI_FRAMES)
		on_readi(req, arg, fi->fh, in, in_bytes, out_bytes);
	else
		on_readn(req, arg, fi->fh, in, in_bytes, out_bytes);
}

/* ---- the session ---- */

/* Notes what libfuse does not tell its callbacks, and keeps the request for a successor. */
static void note_request(struct node *node, const void *raw, size_t bytes)
{
	struct fuse_in_header header;

	if (bytes < sizeof header)
		return;
	memcpy(&header, raw, sizeof header);
	node->unique = header.unique;
	if (header.opcode == FUSE_POLL && bytes >= sizeof header + sizeof(struct fuse_poll_in)) {
		struct fuse_poll_in in;

		memcpy(&in, (const uint8_t *)raw + sizeof header, sizeof in);
		node->poll_handle = in.kh;
	}
}

static ssize_t hook_read(int fd, void *buf, size_t size, void *userdata)
{
	struct node *node = userdata;
	ssize_t n = read(fd, buf, size);

	if (n > 0) {
		note_request(node, buf, (size_t)n);
		journal_note(table_of(node), node->twin->number, buf, (size_t)n);
	}
	return n;
}

static ssize_t hook_writev(int fd, struct iovec *iov, int count, void *userdata)
{
	struct node *node = userdata;
	ssize_t n = 0;

	if (node->swallow) {
		node->swallow = false;
		for (int i = 0; i < count; i++)
			n += (ssize_t)iov[i].iov_len;
		return n;
	}
	n = writev(fd, iov, count);
	journal_answered(table_of(node), node->twin->number, iov[0].iov_base, iov[0].iov_len);
	return n;
}

static void wake(struct node *node, struct table_stream *stream)
{
	struct {
		struct fuse_out_header header;
		struct fuse_notify_poll_wakeup_out out;
	} note = {
		.header = { .len = sizeof note, .error = FUSE_NOTIFY_POLL },
		.out = { .kh = stream->poll_handle },
	};

	stream->poll_waits = 0;
	if (write(node->fd, &note, sizeof note) < 0)
		return;	/* the poller is gone */
}

static void refuse_raw(const struct node *node, uint64_t unique, int err)
{
	struct fuse_out_header header = { .len = sizeof header, .error = err, .unique = unique };

	if (write(node->fd, &header, sizeof header) < 0)
		return;	/* ENOENT: nobody waits for it */
}

static void replay(struct node *node, void *raw, size_t bytes)
{
	struct fuse_buf buffer = { .mem = raw, .size = bytes };

	note_request(node, raw, bytes);
	fuse_session_process_buf(node->session, &buffer);
}

static void repeat_request(struct node *node, struct table_request *request)
{
	struct table *table = table_of(node);
	uint8_t raw[TABLE_REQUEST_BYTES];
	size_t bytes = request->bytes;

	/* A stream made by an OPEN whose answer never got out would have no owner. */
	for (unsigned i = 0; i < READERS_MAX; i++)
		if (table->streams[i].used && table->streams[i].twin == node->twin->number &&
		    table->streams[i].opened_by == request->unique)
			table_close(table, i);
	if (request->repeats++) {	/* it may be what killed the predecessors */
		refuse_raw(node, request->unique, -EIO);
		request->unique = 0;
		return;
	}
	memcpy(raw, request->raw, bytes);
	replay(node, raw, bytes);
}

/* Goes on where a predecessor was killed. */
static int adopt(struct node *node)
{
	struct table *table = table_of(node);
	struct table_twin *shared = &table->twins[node->twin->number];
	struct table_request *request;
	uint64_t last = shared->last_unique, done = 0;

	if (!shared->used || !shared->init_bytes)
		return -ESTALE;
	/* libfuse wants its INIT first; the kernel had its answer long ago. */
	node->swallow = true;
	replay(node, shared->init, shared->init_bytes);
	node->swallow = false;
	if (!node->up)
		return -ESTALE;
	while ((request = journal_next(table, node->twin->number, done))) {
		done = request->unique;
		repeat_request(node, request);
	}
	/* The predecessor may have died between reading a request and noting it. */
	refuse_raw(node, last + UNIQUE_STEP, -EPIPE);
	for (unsigned i = 0; i < READERS_MAX; i++)
		if (table->streams[i].used && table->streams[i].twin == node->twin->number &&
		    table->streams[i].poll_waits)
			wake(node, &table->streams[i]);
	return 0;
}

static const struct cuse_lowlevel_ops operations = {
	.init_done = on_init_done,
	.open = on_open,
	.release = on_release,
	.read = on_read,
	.write = on_write,
	.ioctl = on_ioctl,
	.poll = on_poll,
};

static struct fuse_session *make_session(struct node *node)
{
	char name[64];
	const char *info_argv[] = { name };
	struct cuse_info info = {
		.dev_info_argc = 1, .dev_info_argv = info_argv, .flags = CUSE_UNRESTRICTED_IOCTL,
	};
	char program[] = "hardmute-driver";
	char *argv[] = { program, NULL };
	struct fuse_args args = FUSE_ARGS_INIT(1, argv);
	struct fuse_session *session;

	snprintf(name, sizeof name, "DEVNAME=snd/pcmC%uD%uc", node->twin->info.card,
		 node->twin->info.device);
	session = cuse_lowlevel_new(&args, &info, &operations, node);
	fuse_opt_free_args(&args);
	return session;
}

int node_new(struct node **out, struct twin *twin, int cuse_fd, bool adopted)
{
	static const struct fuse_custom_io io = { .writev = hook_writev, .read = hook_read };
	struct node *node = calloc(1, sizeof *node);
	int err = 0;

	if (!node) {
		close(cuse_fd);
		return -ENOMEM;
	}
	node->twin = twin;
	node->fd = cuse_fd;
	if (!adopted) {
		table_forget_twin(table_of(node), twin->number);
		table_of(node)->twins[twin->number].used = 1;
	}
	node->session = make_session(node);
	if (!node->session) {
		close(cuse_fd);
		free(node);
		return -ENOMEM;
	}
	err = fuse_session_custom_io(node->session, &io, cuse_fd);
	twin->node = node;
	if (!err && adopted)
		err = adopt(node);
	if (err) {
		twin->node = NULL;
		node_free(node);
		return err;
	}
	*out = node;
	return 0;
}

void node_free(struct node *node)
{
	for (unsigned i = 0; i < WAITS_MAX; i++)
		if (node->waits[i].req)
			fuse_reply_err(node->waits[i].req, ENODEV);
	fuse_session_destroy(node->session);	/* closes the descriptor */
	free(node);
}

int node_get_fd(const struct node *node)
{
	return node->fd;
}

int node_handle(struct node *node)
{
	bool was_up = node->up;
	int n = fuse_session_receive_buf(node->session, &shared_buffer);

	if (n == -EINTR || n == -EAGAIN)
		return 0;
	if (n <= 0 || fuse_session_exited(node->session))
		return n < 0 ? n : -ENODEV;
	fuse_session_process_buf(node->session, &shared_buffer);
	return node->up && !was_up;
}

void node_serve(struct node *node)
{
	struct table *table = table_of(node);
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
		refresh(node, i, &context);
		if (pcm_poll(&stream->pcm, &context))
			wake(node, stream);
	}
}

int64_t node_when(const struct node *node)
{
	const struct table *table = table_of(node);
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
