/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The ioctls of 32-bit programs on a 64-bit kernel: each is translated to the
 * native one of the same meaning, carried out by pcm.h, and its answer put back
 * into the program's layout. Nobody else knows that there are two layouts but
 * request.c, which moves the memory. Pure, as pcm.h.
 */
#ifndef DRIVER_COMPAT_H
#define DRIVER_COMPAT_H

#include <stdint.h>

#include "compat_layout.h"
#include "pcm.h"

/* The native number of a 32-bit program's ioctl, transfers too; 0: unknown, ENOTTY. */
uint32_t compat_command(uint32_t command);

/*
 * What moves between the program's memory and compat_ioctl's buffer; command in
 * it is the native one. NULL: unknown, or a transfer (struct compat_xfer).
 */
const struct pcm_shape *compat_shape(uint32_t command);

/* pcm_ioctl() for a 32-bit program; arg holds and receives its layout and is aligned as there. */
int compat_ioctl(struct pcm *pcm, const struct pcm_context *context, uint32_t command,
		 uint64_t value, void *arg);

/* The program's pointers, of count channels, as ours. from may be unaligned. */
void compat_pointers(const void *from, uint32_t count, void **to);

#endif
