/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Compares the list's words with what /sys says about a card. Opens no device. */
#include "exempt.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME_BYTES 128

struct facts {
	char driver[NAME_BYTES], id[NAME_BYTES], bus[NAME_BYTES];	/* "" where /sys says nothing */
};

static const struct {
	const char *prefix;
	size_t offset;		/* in struct facts */
} kinds[] = {
	{ "driver:", offsetof(struct facts, driver) },
	{ "card:", offsetof(struct facts, id) },
	{ "bus:", offsetof(struct facts, bus) },
};
#define N_KINDS (sizeof(kinds) / sizeof(kinds[0]))

/* The next word at *list, which moves behind it. Its length; 0: there is none. */
static size_t take_word(const char **list, const char **word)
{
	size_t length;

	*list += strspn(*list, " \t");
	*word = *list;
	length = strcspn(*list, " \t");
	*list += length;
	return length;
}

/* The number of the word's kind, N_KINDS when it is none. */
static size_t find_kind(const char *word, size_t length)
{
	size_t i;

	for (i = 0; i < N_KINDS; i++)
		if (length > strlen(kinds[i].prefix) &&
		    !strncmp(word, kinds[i].prefix, strlen(kinds[i].prefix)))
			break;
	return i;
}

bool exempt_is_valid(const char *list)
{
	const char *word;
	size_t length;

	while ((length = take_word(&list, &word)))
		if (find_kind(word, length) == N_KINDS || length >= NAME_BYTES)
			return false;
	return true;
}

static void read_link_name(const char *path, char name[NAME_BYTES])
{
	char target[PATH_MAX];
	const char *slash;

	if (!realpath(path, target))
		return;
	slash = strrchr(target, '/');
	snprintf(name, NAME_BYTES, "%s", slash + 1);
}

static void read_facts(const char *root, unsigned card, struct facts *facts)
{
	char path[PATH_MAX];
	FILE *file;

	memset(facts, 0, sizeof(*facts));
	snprintf(path, sizeof(path), "%s/sys/class/sound/card%u/device/driver", root, card);
	read_link_name(path, facts->driver);
	snprintf(path, sizeof(path), "%s/sys/class/sound/card%u/device", root, card);
	read_link_name(path, facts->bus);
	snprintf(path, sizeof(path), "%s/sys/class/sound/card%u/id", root, card);
	file = fopen(path, "re");
	if (!file)
		return;
	if (fgets(facts->id, sizeof(facts->id), file))
		facts->id[strcspn(facts->id, "\n")] = '\0';
	fclose(file);
}

/* A USB card sits on an interface, "1-2:1.0"; people know the device, "1-2". */
static bool is_same(const char *fact, const char *value, size_t length)
{
	return *fact && !strncmp(fact, value, length) && (!fact[length] || fact[length] == ':');
}

bool exempt_has_card(const char *list, const char *root, unsigned card, char *word, size_t size)
{
	struct facts facts;
	const char *start;
	size_t length, kind, skip;

	read_facts(root, card, &facts);
	while ((length = take_word(&list, &start))) {
		kind = find_kind(start, length);
		if (kind == N_KINDS)
			continue;
		skip = strlen(kinds[kind].prefix);
		if (!is_same((const char *)&facts + kinds[kind].offset, start + skip, length - skip))
			continue;
		if (word)
			snprintf(word, size, "%.*s", (int)length, start);
		return true;
	}
	return false;
}
