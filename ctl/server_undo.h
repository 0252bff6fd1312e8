/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Takes back what the agent has changed in the sound server, on a connection
 * and a loop of its own: for the agent's end. What could not be taken back in
 * half a second stays in the memory, for the next agent.
 */
#ifndef HARDMUTE_AGENT_SERVER_UNDO_H
#define HARDMUTE_AGENT_SERVER_UNDO_H

#include "server_memory.h"

void server_undo(struct server_memory *memory);

#endif
