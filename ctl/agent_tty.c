/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Starts pkttyagent, waits until it says that it is registered, and ends it. */
#include "agent_tty.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define AGENT "pkttyagent"

/* In the child. --fallback: an agent of the session comes first. */
static void run(int notify)
{
	char number[16];

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	snprintf(number, sizeof(number), "%d", notify);
	fcntl(notify, F_SETFD, 0);
	execlp(AGENT, AGENT, "--notify-fd", number, "--fallback", (char *)NULL);
	_exit(127);
}

pid_t agent_tty_start(void)
{
	int ends[2];
	pid_t agent;
	char byte;

	if (!isatty(STDIN_FILENO) || pipe2(ends, O_CLOEXEC))
		return 0;
	agent = fork();
	if (!agent)
		run(ends[1]);
	close(ends[1]);
	/* it closes its end when it is registered, or when it cannot be */
	while (agent > 0 && read(ends[0], &byte, 1) < 0 && errno == EINTR)
		;
	close(ends[0]);
	return agent > 0 ? agent : 0;
}

void agent_tty_stop(pid_t agent)
{
	if (agent <= 0)
		return;
	kill(agent, SIGTERM);
	kill(agent, SIGCONT);	/* one that the terminal has stopped */
	while (waitpid(agent, NULL, 0) < 0 && errno == EINTR)
		;
}
