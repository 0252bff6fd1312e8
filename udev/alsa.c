/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What alsa-lib has to know of the twins: one definition in one file for each,
 * which daemon/hardmute-alsa.conf loads and names. So cards without a twin, and
 * a computer whose hardmuted is stopped, are for alsa-lib as they always were.
 */
#include "alsa.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "names.h"
#include "node.h"

#define NEW_NAME "new"	/* alsa-lib loads *.conf */

static bool parse_name(const char *name, unsigned *card, unsigned *device)
{
	int length = 0;

	return sscanf(name, "pcmC%3uD%3uc%n", card, device, &length) == 2 && length && !name[length];
}

static void make_path(char path[NODE_PATH_BYTES], const char *name, const char *ending)
{
	snprintf(path, NODE_PATH_BYTES, "%s" ALSA_DIR "/%s%s", node_root, name, ending);
}

static int write_definition(const char *path, const char *name, unsigned card, unsigned device)
{
	FILE *file = fopen(path, "we");
	bool bad;

	if (!file)
		return node_fail("create", path);
	fprintf(file, "hardmute.%s {\n\ttype mmap_emul\n\tslave.pcm { type hw card %u device %u }\n}\n",
		name, card, device);
	bad = ferror(file) || fchmod(fileno(file), 0644);
	return fclose(file) || bad ? node_fail("write", path) : 0;
}

int alsa_name_twin(const char *name)
{
	char path[NODE_PATH_BYTES], new_path[NODE_PATH_BYTES];
	unsigned card, device;

	if (!parse_name(name, &card, &device))
		return EXIT_USAGE;
	make_path(path, "", "");
	if (mkdir(path, 0755) && errno != EEXIST)
		return node_fail("mkdir", path);
	if (chmod(path, 0755))
		return node_fail("mode", path);
	make_path(path, name, ".conf");
	make_path(new_path, name, "." NEW_NAME);
	if (write_definition(new_path, name, card, device))
		return EXIT_FAILED;
	return rename(new_path, path) ? node_fail("rename", new_path) : 0;
}

int alsa_forget_twin(const char *name)
{
	char path[NODE_PATH_BYTES];

	make_path(path, name, ".conf");
	return unlink(path) && errno != ENOENT ? node_fail("unlink", path) : 0;
}

int alsa_forget_all(void)
{
	char path[NODE_PATH_BYTES];
	struct dirent *entry;
	DIR *directory;

	make_path(path, "", "");
	directory = opendir(path);
	if (!directory)
		return errno == ENOENT ? 0 : node_fail("open", path);
	while ((entry = readdir(directory)))
		if (entry->d_name[0] != '.')
			unlinkat(dirfd(directory), entry->d_name, 0);
	closedir(directory);
	return rmdir(path) ? node_fail("rmdir", path) : 0;
}
