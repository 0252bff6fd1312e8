/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * For a terminal where no desktop asks for passwords: polkit's own agent for
 * text terminals (pkttyagent), as long as the question lasts.
 */
#ifndef HARDMUTECTL_AGENT_TTY_H
#define HARDMUTECTL_AGENT_TTY_H

#include <sys/types.h>

/* Returns when it listens. 0: there is no terminal, or no such agent; the session may have one. */
pid_t agent_tty_start(void);
void agent_tty_stop(pid_t agent);

#endif
