/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a reader hears at a position of the twin's timeline: frames of the ring
 * inside the live segment, exact zeros everywhere else, in the reader's own
 * sample format. It reads the ring, and never writes it.
 */
#ifndef DRIVER_READER_H
#define DRIVER_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "clock.h"
#include "ring.h"

/* Bytes of one sample of a format that twins offer; 0 for any other format. */
unsigned reader_sample_bytes(uint32_t format);

/* True when an open ring holds something that these streams can be given. */
bool reader_accepts(const struct ring_header *ring, uint32_t rate, uint32_t channels);

/*
 * Fills out with count frames from position on. Returns how many of them came
 * from the microphone (the others are zeros), or -EPIPE when the ring has
 * overwritten some of them before or while they were copied.
 */
long reader_copy(const struct ring_header *ring, const struct clock *clock, uint64_t position,
		 size_t count, uint32_t format, uint32_t channels, void *out);

#endif
