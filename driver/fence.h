/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The fence of session mode. Frames on their way through a sound server cannot
 * be counted, so silence is observed instead: after our stream was corked and
 * flushed, a record stream of our own on the virtual microphone must deliver
 * zeros, for longer than anything sent before can take. Only then is the fence
 * answered, and then no fragment that the server hands to a recorder holds
 * sound any more, but for recorders that asked for fragments so large that
 * nobody wants to wait for them (FENCE_GATHER_MS).
 */
#ifndef DRIVER_FENCE_H
#define DRIVER_FENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "listeners.h"
#include "play.h"
#include "server.h"
#include "source.h"

#define FENCE_PENDING 8
#define FENCE_PROOF_MS 400	/* no silence by then: a line in the log, and no answer: the daemon ends us */
#define FENCE_GATHER_MS 500	/* larger fragments that the server gathers are not waited for */

typedef void fence_passed_fn(uint64_t seq);

struct fence {
	struct server *server;
	struct play *play;
	const struct source *source;
	const struct listeners *listeners;
	fence_passed_fn *on_passed;
	uint64_t pending[FENCE_PENDING];	/* sequence numbers to answer */
	unsigned pending_count;
	pa_stream *probe;
	pa_time_event *timer;		/* the proof's limit, then pauses */
	bool confirmed;			/* the server takes nothing of ours any more */
	bool proven;
	bool settling;			/* only time is missing */
	pa_usec_t queued_us;		/* the longest queue of a recorder in the server */
	int64_t confirmed_ns;
	uint64_t zeros;			/* frames of silence heard since, in a row */
	uint64_t fragment;		/* the largest that came, frames */
	uint32_t named_index;		/* the recorder with too large fragments that was logged last */
};

void fence_init(struct fence *fence, struct server *server, struct play *play,
		const struct source *source, const struct listeners *listeners,
		fence_passed_fn *on_passed);

/* Begins; on_passed(seq) follows, perhaps before return, or never. */
void fence_ask(struct fence *fence, uint64_t seq);

/* The server is gone, and with it all that was in it: passes whatever is pending. */
void fence_server_lost(struct fence *fence);

#endif
