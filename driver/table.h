/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The driver's memory that outlives it: a memfd that the daemon makes and
 * keeps. Streams are numbered by their place here, never pointers, so that a
 * successor finds them under the same file handle. After a crash it is
 * untrusted input: table_adopt checks every field that is used as an index,
 * size, divisor or state, and frees what does not hold.
 */
#ifndef DRIVER_TABLE_H
#define DRIVER_TABLE_H

#include <stdint.h>

#include "clock.h"
#include "link.h"
#include "pcm.h"
#include "readers.h"

#define TABLE_MAGIC 0x6c627448u	/* "Htbl" */
#define TABLE_VERSION 5u
#define TABLE_REQUESTS 128	/* requests read from the kernel and not answered yet */
#define TABLE_REQUEST_BYTES 1024	/* the largest that is kept: HW_PARAMS has 680 */

/* One stream; its number + 1 is the FUSE file handle. */
struct table_stream {
	uint32_t used;		/* written last when a stream is made, first when it ends */
	uint32_t twin;
	uint64_t opened_by;	/* FUSE unique of the OPEN request that made it */
	uint64_t poll_handle;	/* the kernel's name for the poll that waits */
	uint32_t poll_waits;	/* 1: wake it when poll would say something */
	uint32_t reserved;
	struct pcm pcm;
};

struct table_twin {
	uint32_t used;
	uint32_t init_bytes;	/* CUSE_INIT as the kernel sent it; 0 not yet */
	uint8_t init[256];
	struct clock clock;
};

/* A request between read(2) and its answer, kept so that a successor can repeat it. */
struct table_request {
	uint64_t unique;	/* 0: free; written last, cleared after the answer */
	uint32_t twin;
	uint32_t bytes;		/* of the request; more than raw holds only for a WRITE */
	uint32_t deaths;	/* drivers that died while they handled it */
	uint32_t reserved;
	uint8_t raw[TABLE_REQUEST_BYTES];
};

/* Where the kernel puts a request: there before the driver knows that it has read one. */
struct table_inbox {
	uint32_t reading;	/* twin + 1; 0: empty */
	uint32_t reserved;
	uint8_t raw[TABLE_REQUEST_BYTES];	/* the beginning */
};

/*
 * The request being handled. A successor undoes what was done of it and then
 * repeats it, so that it is done once.
 */
struct table_work {
	uint64_t unique;	/* 0: none; written last */
	uint32_t twin;
	uint32_t changes;	/* stream + 1 that `before` belongs to; 0: none yet; written last */
	struct pcm before;
};

struct table {
	struct readers readers;
	uint8_t pad[READERS_BYTES - sizeof(struct readers)];
	uint32_t magic, version;
	uint64_t next_id;	/* for reader_info.id */
	struct table_twin twins[LINK_TWINS_MAX];
	struct table_stream streams[READERS_MAX];
	struct table_request requests[TABLE_REQUESTS];
	struct table_inbox inbox;
	struct table_work work;
};

_Static_assert(sizeof(struct table) <= TABLE_BYTES, "the table fits its memfd");

/* Maps the memfd; lays it out when it is new, checks it when a predecessor left it. 0 or -errno. */
int table_map(int fd, struct table **table);

/* Takes a free stream for a twin and fills its public part. Number, or -EBUSY. */
int table_open(struct table *table, uint32_t twin, uint32_t pid, uint32_t uid,
	       const char *program, uint64_t unique);
void table_close(struct table *table, uint32_t stream);

/* Forgets everything about a twin that will not be adopted. */
void table_forget_twin(struct table *table, uint32_t twin);

unsigned table_count(const struct table *table, uint32_t twin);

/* Another number when a stream of the twin was opened, started, stopped or closed; 0: none is open. */
uint64_t table_mark(const struct table *table, uint32_t twin);

#endif
