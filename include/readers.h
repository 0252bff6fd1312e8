/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The public part of the stream table: who reads which twin. The table is a
 * memfd made by the daemon, written by the driver, kept (also in systemd's
 * file descriptor store) across the death of either. The daemon maps these
 * first READERS_BYTES read-only and takes them for what they are: numbers and
 * strings that a possibly broken driver wrote. What follows them in the memfd
 * is the driver's own (driver/table.h).
 */
#ifndef HARDMUTE_READERS_H
#define HARDMUTE_READERS_H

#include <stdatomic.h>
#include <stdint.h>

#define READERS_MAX 64		/* streams open at once, over all twins */
#define READERS_PER_TWIN 16
#define READERS_BYTES 16384u	/* size of the public part */
#define TABLE_BYTES (1u << 18)	/* size of the whole table */

/*
 * What the driver is at. It says that it works before it looks at any ring, and
 * that it rests after its last answer is out: a daemon that has closed the gates
 * and then finds it at rest (a sequentially consistent fence between the two, on
 * either side) knows that nothing is on its way and that nothing follows.
 */
enum driver_pace {
	DRIVER_PACE_UNTOLD = 0,	/* ask it: LINK_FENCE */
	DRIVER_PACE_RESTS,
	DRIVER_PACE_WORKS,
};

enum reader_state { READER_STATE_FREE = 0, READER_STATE_OPEN, READER_STATE_RUNNING };

struct reader_info {
	uint32_t state;		/* enum reader_state; written last on open, first on close */
	uint32_t twin;
	uint32_t pid;		/* opener's, in the driver's pid namespace; 0 unknown */
	uint32_t uid;
	char program[64];	/* /proc/<pid>/comm or the server's application name; NUL-terminated */
	uint64_t id;		/* never reused within a table */
	int64_t since_ns;	/* CLOCK_REALTIME of the open */
	uint64_t frames;	/* frames given to it */
	uint64_t silent_frames;	/* of those, silence given because of the mute */
	uint32_t format, rate, channels;	/* zero until hw_params */
	uint32_t xruns;
};

struct readers {
	uint32_t magic;		/* READERS_MAGIC once the driver has laid out the table */
	uint32_t version;
	_Atomic uint32_t pace;	/* enum driver_pace */
	uint32_t reserved;
	struct reader_info reader[READERS_MAX];
	/* Where nobody counts frames as they go (session mode), they are reckoned from here on: */
	int64_t counted_ns;	/* CLOCK_MONOTONIC up to which those of running streams are counted; 0 all */
	uint32_t sounding;	/* 0: what they have been given since is silence */
};

#define READERS_MAGIC 0x72647248u	/* "Hrdr" */
#define READERS_VERSION 2u

_Static_assert(sizeof(struct readers) <= READERS_BYTES, "the public part fits");

#endif
