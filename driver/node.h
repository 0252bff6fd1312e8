/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A twin's device node, served over CUSE with libfuse: its requests become
 * calls of pcm.h, its blocked reads and polls wait here. The only file that
 * knows FUSE types (journal.c reads raw headers). Main thread only.
 */
#ifndef DRIVER_NODE_H
#define DRIVER_NODE_H

#include <stdbool.h>
#include <stdint.h>

#include "twin.h"

struct node;

/*
 * Serves /dev/snd/pcmC<card>D<device>c over cuse_fd, which it owns from here
 * on. adopted: the descriptor was a predecessor's, whose streams and requests
 * are in the table. 0 or -errno (-ESTALE: the table has nothing to adopt).
 */
int node_new(struct node **node, struct twin *twin, int cuse_fd, bool adopted);
void node_free(struct node *node);

int node_get_fd(const struct node *node);

/* Handles one request that is waiting at the descriptor. 0; 1 when the node came up; -errno: it is lost. */
int node_handle(struct node *node);

/* Answers every blocked read and poll that can be answered now. */
void node_serve(struct node *node);

/* CLOCK_MONOTONIC at which node_serve has to be called without any event; CLOCK_NEVER. */
int64_t node_when(const struct node *node);

#endif
