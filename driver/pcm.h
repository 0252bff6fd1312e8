/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One capture substream as alsa-lib expects it from a kernel: its states, its
 * pointers and its ioctls, on plain values. No FUSE, no file descriptors, no
 * clock of its own: the caller hands in what time it is (struct pcm_context)
 * and does the waiting. struct pcm lives in the shared table.
 *
 * Positions inside are 64-bit frames that never wrap; callers see them modulo
 * the boundary. A stream's pointers count from `base` on the twin's timeline.
 * Behaviour: linux/Documentation/sound and the observed kernel (tests/vm).
 */
#ifndef DRIVER_PCM_H
#define DRIVER_PCM_H

#include <sound/asound.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "clock.h"
#include "link.h"
#include "params.h"
#include "ring.h"

struct pcm {
	uint32_t state;		/* SNDRV_PCM_STATE_* */
	uint32_t suspended_state;
	uint32_t user_pversion;
	uint32_t tstamp_type;
	/* hardware parameters; zero in state OPEN */
	uint32_t access, format, rate, channels;
	uint32_t period_size, buffer_size;	/* frames */
	uint32_t frame_bytes;
	/* software parameters */
	uint32_t tstamp_mode, period_step;
	uint64_t avail_min, start_threshold, stop_threshold;	/* frames */
	uint64_t silence_threshold, silence_size, boundary;
	/* pointers */
	uint64_t base;		/* twin position at which hw is 0 */
	int64_t hw, appl;	/* frames since base; appl at most half a boundary ahead of hw */
	int64_t told;		/* the hw that the reader has last been told of */
	uint64_t avail_max;
	int64_t trigger_ns, stamp_ns;	/* CLOCK_MONOTONIC */
	uint64_t frames, silent;	/* given to the reader; of those, because of the mute */
	uint32_t xruns;
	uint32_t setup;		/* counts successful HW_PARAMS */
	uint32_t recovered;	/* 1: prepared after an overrun or a sleep, and not started yet */
	uint32_t reserved;
};

/* Everything around a stream for the length of one call. */
struct pcm_context {
	struct clock *clock;
	const struct ring_header *ring;	/* NULL: nothing but silence */
	const struct link_twin *twin;	/* numbers and names for INFO */
	struct params_limits limits;	/* with rate and channels fixed when others share the twin */
	unsigned streams;	/* open on this twin, for INFO */
	int64_t now;		/* CLOCK_MONOTONIC */
	int64_t monotonic_to_real, monotonic_to_raw;	/* ns to add for other time stamp types */
	bool asleep;		/* between LINK_SUSPEND and LINK_RESUME */
	bool gone;		/* the microphone was unplugged */
};

/* What an ioctl moves between the caller's memory and pcm_ioctl's buffer. */
struct pcm_shape {
	uint32_t command;
	uint16_t in, out;	/* bytes */
};
#define PCM_ARG_MAX 640	/* the largest struct of them */

/* NULL: unknown, ENOTTY. READI and its kind are not here: see pcm_transfer. */
const struct pcm_shape *pcm_shape(uint32_t command);
bool pcm_is_transfer(uint32_t command);

void pcm_open(struct pcm *pcm);

/*
 * Carries out one ioctl. value is the argument of those that pass it by value
 * (PAUSE, LINK); arg holds shape->in bytes and receives shape->out bytes.
 * 0 or -errno; with an error arg is written only for REWIND and FORWARD.
 */
int pcm_ioctl(struct pcm *pcm, const struct pcm_context *context, uint32_t command,
	      uint64_t value, void *arg);

/* Brings the pointers up to context->now; may turn the stream to XRUN. 0, -EPIPE ... */
int pcm_update(struct pcm *pcm, const struct pcm_context *context);

/*
 * Frames that a read of `wanted` frames can be given now. Starts a prepared
 * stream as the kernel does. >0: go on with pcm_copy; 0 wait; -errno.
 */
long pcm_transfer(struct pcm *pcm, const struct pcm_context *context, uint64_t wanted);

/* As pcm_transfer, but also for fewer frames than wanted: an interrupted or non-blocking read. */
long pcm_transfer_some(struct pcm *pcm, const struct pcm_context *context, uint64_t wanted);

/* Copies frames without consuming them. 0 or -EPIPE. *silent: how many are zeros of the mute. */
int pcm_copy(struct pcm *pcm, const struct pcm_context *context, uint64_t frames, void *out,
	     uint64_t *silent);

/* Consumes them, after they were handed out. */
void pcm_consume(struct pcm *pcm, uint64_t frames, uint64_t silent);

/* poll(2) events now. */
unsigned pcm_poll(struct pcm *pcm, const struct pcm_context *context);

/*
 * Before somebody waits in poll(2): a stream that was prepared after an overrun
 * and then waited for without being started runs again. The kernel has such
 * programs wait for ever, but they overrun less there: PortAudio is one.
 */
void pcm_expect(struct pcm *pcm, const struct pcm_context *context);

/* When a waiting read of `wanted` frames or (wanted 0) a poll can be answered; CLOCK_NEVER: by an event. */
int64_t pcm_when(const struct pcm *pcm, const struct pcm_context *context, uint64_t wanted);

/* The system goes to sleep. */
void pcm_suspend(struct pcm *pcm);

#endif
