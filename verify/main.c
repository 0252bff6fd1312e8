/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * hardmute-verify: tries every way to a microphone as the user who runs it,
 * and prints what came of each. It knows nothing of hardmute's state and asks
 * nobody: `hardmutectl verify` runs it and judges.
 */
#include <stdio.h>
#include <stdlib.h>

#include "finders.h"
#include "log.h"
#include "names.h"

int main(int argc, char *argv[])
{
	static bool (*const finders[])(void) = {
		find_nodes, find_alsa_names, find_raw_buses, find_sources,
	};

	(void)argv;
	if (argc != 1) {
		fputs("usage: hardmute-verify (see hardmutectl verify)\n", stderr);
		return EXIT_USAGE;
	}
	for (size_t i = 0; i < sizeof(finders) / sizeof(finders[0]); i++) {
		if (!finders[i]()) {
			log_error("the answer could not be written");
			return EXIT_FAILED;
		}
	}
	return EXIT_DONE;
}
