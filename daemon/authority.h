/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether the microphone may be unmuted now. */
#ifndef HARDMUTED_AUTHORITY_H
#define HARDMUTED_AUTHORITY_H

#include <stdbool.h>
#include <stddef.h>

struct daemon;

/* By a key of a real keyboard; false, and why not. */
bool authority_may_key_unmute(struct daemon *daemon, char *why, size_t size);

#endif
