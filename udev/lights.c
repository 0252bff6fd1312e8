/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gives and takes lights, see lights.h. The record comes last: hardmuted acts on it. */
#include "lights.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../daemon/config.h"
#include "../daemon/light.h"
#include "names.h"
#include "node.h"

/* Patterns; NULL: the configuration cannot be understood. */
static const char *get_names(void)
{
	static struct config config;
	char path[NODE_PATH_BYTES];
	int error;

	snprintf(path, sizeof(path), "%s" CONFIG_PATH, node_root);
	error = config_load(path, &config, NULL, NULL);
	if (error == -ENOENT)
		config_defaults(&config);
	return error && error != -ENOENT ? NULL : config.lights;
}

static const char *get_folder(char folder[NODE_PATH_BYTES])
{
	snprintf(folder, NODE_PATH_BYTES, "%s" LIGHTS_DIR, node_root);
	return folder;
}

static int make_folder(gid_t group)
{
	char folder[NODE_PATH_BYTES];

	if (node_make_hidden_dir(group))
		return EXIT_FAILED;
	if (mkdir(get_folder(folder), 0750) && errno != EEXIST)
		return node_fail("mkdir", folder);
	if (chown(folder, 0, group) || chmod(folder, 0750))
		return node_fail("owner and mode", folder);
	return 0;
}

static int set_rights(const struct light *light, gid_t group, mode_t mode)
{
	static const char *const files[] = { "brightness", "trigger" };
	char path[NODE_PATH_BYTES];

	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		snprintf(path, sizeof(path), "%s/%s", light->folder, files[i]);
		if ((chown(path, 0, group) || chmod(path, mode)) && errno != ENOENT)
			return node_fail("owner and mode", path);
	}
	return 0;
}

static int fail(const char *what, const char *name, int error)
{
	errno = -error;
	return node_fail(what, name);
}

static int give(const struct light *light)
{
	gid_t group = node_find_group("hardmute");
	char folder[NODE_PATH_BYTES];
	int error;

	if (make_folder(group) || set_rights(light, group, 0664))
		return EXIT_FAILED;
	error = light_remember(light, get_folder(folder));
	return error && error != -ENOENT && error != -ENODEV ?
		fail("how it was cannot be kept", light->name, error) : 0;
}

static bool is_given(const char *name)
{
	char path[NODE_PATH_BYTES];

	node_make_path(path, LIGHTS_DIR, name);
	return !access(path, F_OK);
}

/* First the rights: hardmuted, which lets go when the record is gone, would put it back. */
static int take(const struct light *light)
{
	char folder[NODE_PATH_BYTES];
	int error, code;

	code = set_rights(light, 0, 0644);
	error = light_restore(light, get_folder(folder));
	if (error)
		code = fail("cannot be given back as it was", light->name, error);
	error = light_forget(light->name, folder);
	return error ? fail("unlink", light->name, error) : code;
}

int lights_give(const char *name)
{
	const char *names = get_names();
	struct light light;

	if (!names || light_open(&light, node_root, name, false))
		return 0;
	if (light_is_chosen(names, name))
		return give(&light);
	return is_given(name) ? take(&light) : 0;
}

int lights_forget(const char *name)
{
	char folder[NODE_PATH_BYTES];
	struct light light;
	int error;

	if (!light_open(&light, node_root, name, false))
		return 0;	/* another one has the name by now */
	error = light_forget(name, get_folder(folder));
	return error ? fail("unlink", name, error) : 0;
}

static int for_each(const char *folder, int (*fn)(const char *name))
{
	char path[NODE_PATH_BYTES];
	struct dirent *entry;
	DIR *directory;
	int code = 0;

	snprintf(path, sizeof(path), "%s%s", node_root, folder);
	directory = opendir(path);
	while (directory && (entry = readdir(directory)))
		if (*entry->d_name != '.')
			code |= fn(entry->d_name);
	if (directory)
		closedir(directory);
	return code;
}

int lights_give_all(void)
{
	int code = make_folder(node_find_group("hardmute"));

	return code | for_each(LIGHTS_SYS, lights_give) | for_each(LIGHTS_DIR, lights_forget);
}

static int take_or_forget(const char *name)
{
	struct light light;

	return light_open(&light, node_root, name, false) ? lights_forget(name) : take(&light);
}

int lights_take_all(void)
{
	char folder[NODE_PATH_BYTES];
	int code = for_each(LIGHTS_DIR, take_or_forget);

	if (rmdir(get_folder(folder)) && errno != ENOENT && errno != ENOTEMPTY)
		code |= node_fail("rmdir", folder);
	return code;
}
