/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A lid is a switch of an input device, as the kernel has it. */
#include "lid.h"

#include <dirent.h>
#include <linux/input.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define INPUTS "/sys/class/input"

/* "capabilities/sw": all switches fit into one hexadecimal word. */
static bool has_lid(const char *root, const char *name)
{
	char path[320], text[64] = "";
	FILE *file;

	snprintf(path, sizeof(path), "%s" INPUTS "/%.64s/capabilities/sw", root, name);
	file = fopen(path, "re");
	if (!file)
		return false;
	if (!fgets(text, sizeof(text), file))
		text[0] = '\0';
	fclose(file);
	return strtoul(text, NULL, 16) >> SW_LID & 1;
}

bool lid_exists(const char *root)
{
	struct dirent *entry;
	DIR *directory;
	char path[256];
	bool found = false;

	snprintf(path, sizeof(path), "%s" INPUTS, root);
	directory = opendir(path);
	while (directory && !found && (entry = readdir(directory)))
		found = !strncmp(entry->d_name, "input", 5) && has_lid(root, entry->d_name);
	if (directory)
		closedir(directory);
	return found;
}
