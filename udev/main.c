/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * hardmute-node: what the udev rules run, as root, once per device and event,
 * and what hardmuted's unit, the installer and "hardmutectl release" run for
 * all devices together.
 */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "enforce.h"
#include "names.h"
#include "node.h"

/* "snd/" is what the kernel puts before a twin's name. */
static bool is_name(const char *name)
{
	if (!strncmp(name, "snd/", 4))
		name += 4;
	return *name && *name != '.' && strlen(name) < NODE_NAME_BYTES && !strchr(name, '/');
}

static int answer_exempt(const char *name)
{
	return node_is_exempt(name) ? EXIT_DONE : EXIT_NO;
}

int main(int argc, char *argv[])
{
	static const struct {
		const char *name;
		int (*run)(const char *name);
		bool named;
	} commands[] = {
		{ "hide", node_hide, true },
		{ "copy", node_copy, true },
		{ "remove", node_remove, true },
		{ "share", node_share, true },
		{ "wait", wait_for_twins, true },
		{ "exempt", answer_exempt, true },
		{ "start", enforce_start, false },
		{ "apply", enforce_apply, false },
		{ "restore", enforce_restore, false },
		{ "release", enforce_release, false },
	};

	if (argc > 2 && !strcmp(argv[1], "--root")) {
		node_root = argv[2];
		argv += 2;
		argc -= 2;
	}
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		if (argc == 2 + commands[i].named && !strcmp(argv[1], commands[i].name) &&
		    (argc == 2 || is_name(argv[2])))
			return commands[i].run(argc == 3 ? argv[2] : NULL);
	fputs("usage: hardmute-node hide|copy|remove|share|wait|exempt NAME\n"
	      "       hardmute-node start|apply|restore|release\n", stderr);
	return EXIT_USAGE;
}
