/* SPDX-License-Identifier: GPL-2.0-or-later */
/* See server_memory.h. A line for each: kind, name, detail, with tabs in between. */
#include "server_memory.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "log.h"

#define ENTRIES_MAX 128
#define NAME_BYTES 256
#define DETAIL_BYTES 256

struct entry {
	char kind[16];
	char name[NAME_BYTES];
	char detail[DETAIL_BYTES];
};

struct server_memory {
	char path[PATH_MAX];
	struct entry entry[ENTRIES_MAX];
	size_t count;
	bool changed;
};

/* "" when there is no home either: nothing is kept then. */
static void find_path(char path[PATH_MAX])
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");

	*path = '\0';
	if (state && *state == '/')
		snprintf(path, PATH_MAX, "%s/hardmute/server", state);
	else if (home && *home == '/')
		snprintf(path, PATH_MAX, "%s/.local/state/hardmute/server", home);
}

static struct entry *find(const struct server_memory *memory, const char *kind, const char *name)
{
	for (size_t i = 0; i < memory->count; i++)
		if (!strcmp(memory->entry[i].kind, kind) && !strcmp(memory->entry[i].name, name))
			return (struct entry *)&memory->entry[i];
	return NULL;
}

static void remove_entry(struct server_memory *memory, struct entry *entry)
{
	size_t left = memory->count - (size_t)(entry - memory->entry) - 1;

	memmove(entry, entry + 1, left * sizeof(*entry));
	memory->count--;
	memory->changed = true;
}

static bool fits(const char *text, size_t size, bool tabs)
{
	if (strlen(text) >= size)
		return false;
	for (; *text; text++)
		if (iscntrl((unsigned char)*text) && !(tabs && *text == '\t'))
			return false;
	return true;
}

const char *server_memory_get(const struct server_memory *memory, const char *kind, const char *name)
{
	const struct entry *entry = find(memory, kind, name);

	return entry ? entry->detail : NULL;
}

void server_memory_set(struct server_memory *memory, const char *kind, const char *name,
		       const char *detail)
{
	struct entry *entry = find(memory, kind, name);

	if (!*name || !fits(name, NAME_BYTES, false) || !fits(detail, DETAIL_BYTES, true))
		return;
	if (entry && !strcmp(entry->detail, detail))
		return;
	if (!entry && memory->count == ENTRIES_MAX)
		remove_entry(memory, &memory->entry[0]);
	if (!entry)
		entry = &memory->entry[memory->count++];
	snprintf(entry->kind, sizeof(entry->kind), "%s", kind);
	snprintf(entry->name, sizeof(entry->name), "%s", name);
	snprintf(entry->detail, sizeof(entry->detail), "%s", detail);
	memory->changed = true;
}

void server_memory_drop(struct server_memory *memory, const char *kind, const char *name)
{
	struct entry *entry = find(memory, kind, name);

	if (entry)
		remove_entry(memory, entry);
}

const char *server_memory_list(const struct server_memory *memory, const char *kind, size_t i)
{
	for (size_t at = 0; at < memory->count; at++)
		if (!strcmp(memory->entry[at].kind, kind) && !i--)
			return memory->entry[at].name;
	return NULL;
}

static void load(struct server_memory *memory)
{
	FILE *file = *memory->path ? fopen(memory->path, "re") : NULL;
	char *line = NULL, *rest, *kind, *name;
	size_t size = 0;

	while (file && getline(&line, &size, file) > 0) {
		rest = line;
		line[strcspn(line, "\n")] = '\0';
		kind = strsep(&rest, "\t");
		name = strsep(&rest, "\t");
		if (name && fits(kind, sizeof(memory->entry[0].kind), false))
			server_memory_set(memory, kind, name, rest ? rest : "");
	}
	free(line);
	if (file)
		fclose(file);
	memory->changed = false;
}

static void make_folders(const char *path)
{
	char folder[PATH_MAX];

	snprintf(folder, sizeof(folder), "%s", path);
	for (char *at = strchr(folder + 1, '/'); at; at = strchr(at + 1, '/')) {
		*at = '\0';
		mkdir(folder, 0700);	/* what is missing shows when the file is opened */
		*at = '/';
	}
}

static int write_file(const struct server_memory *memory, const char *path)
{
	FILE *file = fopen(path, "we");

	if (!file)
		return -errno;
	for (size_t i = 0; i < memory->count; i++)
		fprintf(file, "%s\t%s\t%s\n", memory->entry[i].kind, memory->entry[i].name,
			memory->entry[i].detail);
	if (ferror(file)) {
		fclose(file);
		return -EIO;
	}
	return fclose(file) ? -errno : 0;
}

void server_memory_save(struct server_memory *memory)
{
	char path[PATH_MAX + 4];
	int error;

	if (!memory->changed || !*memory->path)
		return;
	memory->changed = false;
	make_folders(memory->path);
	snprintf(path, sizeof(path), "%s.new", memory->path);
	error = write_file(memory, path);
	if (!error && rename(path, memory->path) < 0)
		error = -errno;
	if (error)
		log_warning("%s: %s", memory->path, strerror(-error));
}

int server_memory_new(struct server_memory **result, const char *path)
{
	struct server_memory *memory = calloc(1, sizeof(*memory));

	if (!memory)
		return -ENOMEM;
	if (path)
		snprintf(memory->path, sizeof(memory->path), "%s", path);
	else
		find_path(memory->path);
	load(memory);
	*result = memory;
	return 0;
}

void server_memory_free(struct server_memory *memory)
{
	if (memory)
		server_memory_save(memory);
	free(memory);
}
