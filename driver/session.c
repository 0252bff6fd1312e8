/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * hardmute-front: session mode's driver, one virtual microphone in the user's
 * sound server. A program of its own, so that hardmute-driver, which listens
 * to every application of the system, carries none of libpulse.
 */
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>

#include "front.h"
#include "link.h"
#include "names.h"

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "latency-ms", required_argument, NULL, 'l' },
		{ "no-default", no_argument, NULL, 'n' },
		{ NULL, 0, NULL, 0 },
	};
	struct front_options front = { .set_default = true };
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) >= 0) {
		if (option == 'l')
			front.latency_ms = (unsigned)strtoul(optarg, NULL, 10);
		else if (option == 'n')
			front.set_default = false;
		else
			return EXIT_USAGE;
	}
	if (optind != argc || fcntl(LINK_FD_PULSE, F_GETFD) < 0) {
		fprintf(stderr, "hardmute-front is started by hardmuted, not by hand\n");
		return EXIT_USAGE;
	}
	signal(SIGPIPE, SIG_IGN);
	signal(SIGINT, SIG_IGN);	/* a terminal's Ctrl-C is the daemon's to handle */
	prctl(PR_SET_TIMERSLACK, 1);
	return front_run(&front) < 0 ? EXIT_FAILED : EXIT_DONE;
}
