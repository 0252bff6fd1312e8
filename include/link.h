/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The link: messages between hardmuted and the hardmute-driver that it starts,
 * over a SOCK_SEQPACKET socket pair; one fixed-size struct link_message each,
 * file descriptors beside it with SCM_RIGHTS. Both sides check size, type and
 * every number before use; a side that gets a malformed message ends the link
 * (the daemon kills the driver, the driver plays silence and exits).
 *
 * The driver inherits four descriptors, see LINK_FD_*. When the link ends the
 * driver is muted at once.
 */
#ifndef HARDMUTE_LINK_H
#define HARDMUTE_LINK_H

#include <stdint.h>

#define LINK_VERSION 1u
#define LINK_TWINS_MAX 32	/* twins that one driver serves */

enum {
	LINK_FD_SOCKET = 3,	/* the link itself */
	LINK_FD_TABLE = 4,	/* memfd of the stream table (readers.h), read-write for the driver */
	LINK_FD_BELL = 5,	/* eventfd: the daemon rings it when some ring has new frames or a new epoch */
	LINK_FD_PULSE = 6,	/* timerfd (CLOCK_MONOTONIC) shared with the daemon: the driver pushes its
				 * expiry ahead while it has streams and disarms it when it has none;
				 * if it ever expires, the daemon suspects that the driver hangs */
};
#define LINK_PULSE_PUSH_MS 500	/* the driver pushes the expiry at least this often */
#define LINK_PULSE_EXPIRY_MS 1200	/* and this far ahead */
#define LINK_PING_TIMEOUT_MS 600	/* then the daemon pings, waits this long, and kills */
#define LINK_STALL_MS 500	/* an open gate without new frames for this long counts as closed */

enum link_type {
	/* daemon -> driver */
	LINK_TWIN_ADD = 1,	/* twin, add; fds: ring, and in system mode the /dev/cuse descriptor */
	LINK_TWIN_REMOVE,	/* twin: the microphone is gone; streams become DISCONNECTED */
	LINK_FENCE,		/* seq: discard every unread frame, answer LINK_FENCED; to a driver that
				 * is not at rest (enum driver_pace) */
	LINK_SUSPEND,		/* seq: the system goes to sleep, answer LINK_SUSPENDED */
	LINK_RESUME,		/* the system is back */
	LINK_PING,		/* seq, answer LINK_PONG */
	LINK_QUIT,		/* end cleanly: nodes are removed */

	/* driver -> daemon */
	LINK_READY = 64,	/* version: the driver runs and has adopted what the table held */
	LINK_TWIN_UP,		/* twin: its node can be opened */
	LINK_TWIN_FAILED,	/* twin, error (negative errno) */
	LINK_WANT,		/* twin, want: what the running streams of a twin need now */
	LINK_READERS,		/* twin, count: streams that are open, when one is opened, closed, starts
				 * or stops; details are in the table */
	LINK_FENCED,		/* seq: every reply made before is out, every unread frame is gone */
	LINK_SUSPENDED,		/* seq: no reader is blocked any more */
	LINK_PONG,		/* seq */
	LINK_STALLED,		/* twin: its gate is open but no frames came for LINK_STALL_MS */
};

/* A microphone as its twin presents it. Strings are NUL-terminated. */
struct link_twin {
	uint32_t card, device;	/* ALSA numbers: the twin is /dev/snd/pcmC<card>D<device>c */
	uint32_t channels_max;	/* of the real microphone */
	uint32_t rate_max;	/* Hz, of the real microphone; 0 unknown */
	uint32_t adopted;	/* 1: the /dev/cuse descriptor is in use already, its state is in the table */
	char id[64];		/* as SNDRV_PCM_IOCTL_INFO reports them */
	char name[80];
	char subname[32];
};

/* What a microphone is opened for; `wanted` 0 means that nobody reads. */
struct link_want {
	uint32_t wanted;
	uint32_t format;	/* SNDRV_PCM_FORMAT_* of the first running reader */
	uint32_t rate;		/* Hz */
	uint32_t channels;
	uint32_t period_frames;	/* the smallest period of all running readers */
	uint32_t buffer_frames;	/* the largest buffer of all running readers */
};

struct link_message {
	uint32_t type;		/* enum link_type */
	uint32_t twin;		/* 0 .. LINK_TWINS_MAX - 1 where the type names a twin */
	uint64_t seq;
	union {
		struct link_twin add;
		struct link_want want;
		uint32_t count;
		uint32_t version;
		int32_t error;
	};
};

#endif
