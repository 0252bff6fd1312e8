/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What pcm_ioctl.c needs of pcm.c: the transitions of a substream. Everybody
 * else uses pcm.h.
 */
#ifndef DRIVER_PCM_STATE_H
#define DRIVER_PCM_STATE_H

#include "pcm.h"

/* A pointer as callers see it. */
uint64_t pcm_wrap(const struct pcm *pcm, int64_t frames);
/*
 * Frames that can be read now. As in the kernel, an application that put its
 * pointer ahead of the hardware's finds nearly a whole boundary of them.
 */
uint64_t pcm_avail(const struct pcm *pcm);
/* Moves the application's pointer on; it stays within half a boundary of the hardware's. */
void pcm_move(struct pcm *pcm, uint64_t frames);
int pcm_readable(const struct pcm *pcm);	/* 0, or why a read fails: -EPIPE -ESTRPIPE -EBADFD */
int pcm_start(struct pcm *pcm, const struct pcm_context *context);
int pcm_drop(struct pcm *pcm, const struct pcm_context *context);
int pcm_drain(struct pcm *pcm, const struct pcm_context *context);
int pcm_pause(struct pcm *pcm, const struct pcm_context *context, bool push);
void pcm_xrun(struct pcm *pcm, const struct pcm_context *context);

#endif
