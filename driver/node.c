/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The CUSE session of one twin, see node.h: its hooks around read and write of
 * /dev/cuse keep the journal, and a successor's adoption repeats what the
 * journal holds. What the requests mean is in request.c.
 */
#include "node_state.h"

#include <errno.h>
#include <linux/fuse.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "journal.h"

#define DEATHS_MAX 3	/* drivers that may die of a request before it is refused */

static struct fuse_buf shared_buffer;	/* libfuse allocates it once; one request at a time */

void node_refresh(struct node *node, uint32_t stream, struct pcm_context *context)
{
	twin_advance(node->twin);
	twin_context(node->twin, stream, context);
}

void node_publish(struct node *node, uint32_t number)
{
	struct reader_info *info = &node_table(node)->readers.reader[number];
	const struct pcm *pcm = &node_table(node)->streams[number].pcm;

	info->state = pcm->state == SNDRV_PCM_STATE_RUNNING ? READER_STATE_RUNNING
							    : READER_STATE_OPEN;
	info->frames = pcm->frames;
	info->silent_frames = pcm->silent;
	info->xruns = pcm->xruns;
	info->format = pcm->format;
	info->rate = pcm->rate;
	info->channels = pcm->channels;
}

void node_wake(struct node *node, struct table_stream *stream)
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

/* Notes what libfuse does not tell its callbacks. */
static void look_at_request(struct node *node, const void *raw, size_t bytes)
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

static void refuse_raw(const struct node *node, uint64_t unique, int err)
{
	struct fuse_out_header header = { .len = sizeof header, .error = err, .unique = unique };

	if (write(node->fd, &header, sizeof header) < 0)
		return;	/* ENOENT: nobody waits for it */
}

static ssize_t hook_read(int fd, void *buf, size_t size, void *userdata)
{
	struct node *node = userdata;
	ssize_t n = journal_read(node_table(node), node->twin->number, fd, buf, size);
	struct fuse_in_header header;

	if (n == -EBUSY) {
		memcpy(&header, buf, sizeof header);
		refuse_raw(node, header.unique, -EBUSY);
		n = -EAGAIN;
	}
	if (n < 0) {
		errno = (int)-n;
		return -1;
	}
	look_at_request(node, buf, (size_t)n);
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
	journal_answered(node_table(node), node->twin->number, iov[0].iov_base, iov[0].iov_len);
	return n;
}

/* Handles the request that look_at_request has seen. */
static void process(struct node *node, const struct fuse_buf *buffer)
{
	journal_begin(node_table(node), node->twin->number, node->unique);
	fuse_session_process_buf(node->session, buffer);
	journal_end(node_table(node));
}

static void replay(struct node *node, void *raw, size_t bytes)
{
	struct fuse_buf buffer = { .mem = raw, .size = bytes };

	look_at_request(node, raw, bytes);
	process(node, &buffer);
}

static void repeat_request(struct node *node, struct table_request *request)
{
	struct table *table = node_table(node);
	uint8_t raw[TABLE_REQUEST_BYTES];
	size_t bytes = request->bytes;

	/* A stream made by an OPEN whose answer never got out would have no owner. */
	for (unsigned i = 0; i < READERS_MAX; i++)
		if (table->streams[i].used && table->streams[i].twin == node->twin->number &&
		    table->streams[i].opened_by == request->unique)
			table_close(table, i);
	if (request->deaths >= DEATHS_MAX || bytes > sizeof raw) {
		refuse_raw(node, request->unique, bytes > sizeof raw ? -EINVAL : -EIO);
		request->unique = 0;
		return;
	}
	memcpy(raw, request->raw, bytes);
	replay(node, raw, bytes);
}

/* Goes on where a predecessor was killed. */
static int adopt(struct node *node)
{
	struct table *table = node_table(node);
	struct table_twin *shared = &table->twins[node->twin->number];
	struct table_request *request;
	uint64_t done = 0;

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
	for (unsigned i = 0; i < READERS_MAX; i++)
		if (table->streams[i].used && table->streams[i].twin == node->twin->number &&
		    table->streams[i].poll_waits)
			node_wake(node, &table->streams[i]);
	return 0;
}

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
	session = cuse_lowlevel_new(&args, &info, &request_operations, node);
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
		table_forget_twin(node_table(node), twin->number);
		node_table(node)->twins[twin->number].used = 1;
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
	for (unsigned i = 0; i < READERS_MAX; i++)
		wait_cancel(node, i, -ENODEV);
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
	process(node, &shared_buffer);
	return node->up && !was_up;
}
