/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What node.c, request.c and wait.c share: a node, its blocked reads, and the
 * few helpers around them. Nobody else includes this.
 */
#ifndef DRIVER_NODE_STATE_H
#define DRIVER_NODE_STATE_H

#define FUSE_USE_VERSION 314
#include <cuse_lowlevel.h>
#include <stdbool.h>
#include <stdint.h>

#include "driver.h"
#include "node.h"

#define WAITS_MAX 32	/* reads of one twin that block at once */
#define TRANSFER_MAX 130000	/* bytes; the kernel moves at most 131072 with an ioctl */
#define CHANNELS_MAX 64

enum wait_kind { WAIT_READ, WAIT_READI, WAIT_READN };

/* A read of frames, about to be answered or blocked. */
struct wait {
	fuse_req_t req;		/* NULL: free */
	uint64_t unique;	/* its number in the journal */
	enum wait_kind kind;
	uint32_t stream;
	uint32_t setup;		/* pcm->setup for which the client's memory was asked for */
	uint64_t frames;	/* asked for, already cut to what can be moved */
	bool compat;		/* of a 32-bit program: its result has 32 bits */
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

static inline struct table *node_table(const struct node *node)
{
	return node->twin->driver->table;
}

/* node.c */
/* Brings the twin up to now and describes it to pcm.h. */
void node_refresh(struct node *node, uint32_t stream, struct pcm_context *context);
/* Shows a stream's state in the table's public part. */
void node_publish(struct node *node, uint32_t stream);
/* Wakes whoever polls a stream. */
void node_wake(struct node *node, struct table_stream *stream);

/* request.c */
extern const struct cuse_lowlevel_ops request_operations;

/* wait.c */
/* A read of checked size: answered now if it can be, else when its frames are there. */
void wait_begin(struct node *node, struct wait read);
/* Ends a read with an error; 0 is no frames. */
void wait_fail(const struct wait *wait, long err);
/* Ends all reads of a stream. */
void wait_cancel(struct node *node, uint32_t stream, int err);

#endif
