/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The commands of hardmutectl: one table feeds dispatch and help. */
#ifndef HARDMUTECTL_COMMANDS_H
#define HARDMUTECTL_COMMANDS_H

#include <stdio.h>

#include "client.h"
#include "print.h"

struct options {
	enum client_choice choice;
	struct print print;
	bool follow;		/* log: go on with what comes */
	const char *limit;	/* unmute: for how long; NULL: no end */
	const char *since;	/* log: not what was before; NULL: everything */
};

struct command {
	const char *name;
	const char *argument;	/* "[FILE]"; "" none */
	const char *help;
	/* Returns an exit code of names.h; argument is NULL when none was given. */
	int (*run)(const struct options *options, const char *argument);
};

/* The table; ends with a NULL name. The first one is what is done without a command. */
extern const struct command commands[];

/* The one that takes --for. */
int command_unmute(const struct options *options, const char *argument);

const struct command *command_find(const char *name);

#endif
