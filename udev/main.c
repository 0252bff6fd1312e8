/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * hardmute-node: what the udev rules run, as root, once per device and event,
 * and what hardmuted's unit, the installer and "hardmutectl release" run for
 * all devices together.
 */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "../daemon/light.h"
#include "enforce.h"
#include "lights.h"
#include "names.h"
#include "node.h"

/* "snd/" is what the kernel puts before a twin's name. */
static bool is_name(const char *name)
{
	if (!strncmp(name, "snd/", 4))
		name += 4;
	return *name && *name != '.' && strlen(name) < NODE_NAME_BYTES && !strchr(name, '/');
}

static bool is_number(const char *text)
{
	return *text && strlen(text) == strspn(text, "0123456789:");
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
		bool (*is_argument)(const char *text);	/* NULL: takes none */
	} commands[] = {
		{ "hide", node_hide, is_name },
		{ "copy", node_copy, is_name },
		{ "remove", node_remove, is_name },
		{ "close", node_close, is_number },
		{ "refuse", node_refuse, is_name },
		{ "share", node_share, is_name },
		{ "unshare", node_unshare, is_name },
		{ "share-card", node_share_card, is_name },
		{ "wait", wait_for_twins, is_name },
		{ "keys", node_lend_keys, is_name },
		{ "exempt", answer_exempt, is_name },
		{ "light", lights_give, light_is_name },
		{ "unlight", lights_forget, light_is_name },
		{ "start", enforce_start, NULL },
		{ "apply", enforce_apply, NULL },
		{ "restore", enforce_restore, NULL },
		{ "release", enforce_release, NULL },
	};

	if (argc > 2 && !strcmp(argv[1], "--root")) {
		node_root = argv[2];
		argv += 2;
		argc -= 2;
	}
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		if (argc >= 2 && !strcmp(argv[1], commands[i].name) &&
		    argc == 2 + (commands[i].is_argument != NULL) &&
		    (argc == 2 || commands[i].is_argument(argv[2])))
			return commands[i].run(argc == 3 ? argv[2] : NULL);
	fputs("usage: hardmute-node hide|refuse|copy|remove|share|unshare|share-card|wait|exempt|keys NAME\n"
	      "       hardmute-node light|unlight NAME\n"
	      "       hardmute-node close MAJOR:MINOR\n"
	      "       hardmute-node start|apply|restore|release\n", stderr);
	return EXIT_USAGE;
}
