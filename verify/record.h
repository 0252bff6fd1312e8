/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Recording from a PCM node by ioctls alone: no library, no configuration in between. */
#ifndef VERIFY_RECORD_H
#define VERIFY_RECORD_H

#include "try.h"

/* A quarter of a second from an open node. */
void record_pcm(int fd, struct try_answer *answer);

#endif
