/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The file of saved switches. It is written before a switch is turned off, so
 * that no crash and no power cut forgets what the user had. A line:
 *
 *	CARD IFACE,DEVICE,SUBDEVICE,INDEX VALUES NAME
 *	PCH 2,0,0,0 1,1 Capture Switch
 */
#include "switches.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "log.h"

#define IFACE_MIXER 2		/* SNDRV_CTL_ELEM_IFACE_MIXER */
#define PATH_BYTES 320

static bool is_same(const struct saved_switch *entry, const char *card_id,
		    const struct capture_switch *element)
{
	const struct capture_switch *other = &entry->element;

	return !strcmp(entry->card_id, card_id) && other->device == element->device &&
	       other->subdevice == element->subdevice && other->index == element->index &&
	       other->count == element->count && !strcmp(other->name, element->name);
}

struct saved_switch *saved_find(struct saved *saved, const char *card_id,
				const struct capture_switch *element)
{
	for (unsigned i = 0; i < saved->count; i++)
		if (is_same(&saved->list[i], card_id, element))
			return &saved->list[i];
	return NULL;
}

int saved_put(struct saved *saved, const char *card_id, const struct capture_switch *element,
	      uint64_t on)
{
	struct saved_switch *entry = saved_find(saved, card_id, element);

	if (!entry) {
		if (saved->count == SAVED_MAX)
			return -ENOSPC;
		entry = &saved->list[saved->count++];
		*entry = (struct saved_switch){ .element = *element };
		snprintf(entry->card_id, sizeof(entry->card_id), "%s", card_id);
	}
	entry->on = on;
	saved->changed = true;
	return 0;
}

void saved_drop(struct saved *saved, struct saved_switch *entry)
{
	*entry = saved->list[--saved->count];
	saved->changed = true;
}

/* "1,0" */
static bool parse_values(const char *text, struct saved_switch *entry)
{
	for (unsigned count = 0; count < 64; text++) {
		if (*text != '0' && *text != '1')
			return false;
		entry->on |= (uint64_t)(*text - '0') << count;
		entry->element.count = ++count;
		if (!*++text)
			return true;
		if (*text != ',')
			return false;
	}
	return false;
}

/* Every line that we write ends with a newline: one that does not was cut off. */
static bool parse_line(char *line, size_t length, struct saved_switch *entry)
{
	struct capture_switch *element = &entry->element;
	char values[130];
	unsigned iface;
	int end = 0;

	*entry = (struct saved_switch){ 0 };
	if (strlen(line) != length || line[length - 1] != '\n')
		return false;
	line[length - 1] = '\0';
	if (sscanf(line, "%15[A-Za-z0-9_-] %9u,%9u,%9u,%9u %129[01,]%n", entry->card_id, &iface,
		   &element->device, &element->subdevice, &element->index, values, &end) != 6 ||
	    iface != IFACE_MIXER || line[end] != ' ')
		return false;
	if (strlen(line + end + 1) >= sizeof(element->name) || !switches_is_name(line + end + 1))
		return false;
	strcpy(element->name, line + end + 1);
	return parse_values(values, entry);
}

static void load_line(const char *path, unsigned number, char *line, size_t length,
		      struct saved *saved)
{
	struct saved_switch entry;
	int error;

	if (!parse_line(line, length, &entry)) {
		log_warning("%s:%u: this is no saved switch, it is left out", path, number);
		return;
	}
	error = saved_put(saved, entry.card_id, &entry.element, entry.on);
	if (error)
		log_warning("%s:%u: %s", path, number, strerror(-error));
}

static FILE *open_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	FILE *file = fd < 0 ? NULL : fdopen(fd, "r");

	if (fd >= 0 && !file)
		close(fd);
	return file;
}

int saved_load(const char *path, struct saved *saved)
{
	FILE *file = open_file(path);
	char *line = NULL;
	size_t size = 0;
	ssize_t length;
	int error;

	saved->count = 0;	/* the list is long, and pages that nobody touches cost nothing */
	saved->changed = false;
	if (!file)
		return errno == ENOENT ? 0 : -errno;
	for (unsigned number = 1; (length = getline(&line, &size, file)) > 0; number++)
		load_line(path, number, line, (size_t)length, saved);
	error = ferror(file) ? -EIO : 0;
	saved->changed = false;
	free(line);
	fclose(file);
	return error;
}

static void print_entry(FILE *file, const struct saved_switch *entry)
{
	const struct capture_switch *element = &entry->element;

	fprintf(file, "%s %d,%u,%u,%u ", entry->card_id, IFACE_MIXER, element->device,
		element->subdevice, element->index);
	for (unsigned i = 0; i < element->count; i++)
		fprintf(file, "%s%u", i ? "," : "", (unsigned)(entry->on >> i & 1));
	fprintf(file, " %s\n", element->name);
}

static int write_file(const char *path, const struct saved *saved)
{
	FILE *file = fopen(path, "we");
	int error;

	if (!file)
		return -errno;
	for (unsigned i = 0; i < saved->count; i++)
		print_entry(file, &saved->list[i]);
	error = fflush(file) || fsync(fileno(file)) ? -errno : 0;
	if (fclose(file) && !error)
		error = -errno;
	return error;
}

/* A new name is on the disk only when its directory is. */
static int sync_directory(const char *path)
{
	char copy[PATH_BYTES];
	int fd, error;

	snprintf(copy, sizeof(copy), "%s", path);
	fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return -errno;
	error = fsync(fd) ? -errno : 0;
	close(fd);
	return error;
}

static int replace_file(const char *path, const struct saved *saved)
{
	char fresh[PATH_BYTES + 8];
	int error;

	snprintf(fresh, sizeof(fresh), "%.*s.new", PATH_BYTES - 1, path);
	error = write_file(fresh, saved);
	if (!error && rename(fresh, path))
		error = -errno;
	if (error)
		unlink(fresh);
	return error;
}

int saved_store(const char *path, struct saved *saved)
{
	int error = 0;

	if (!saved->changed)
		return 0;
	if (saved->count)
		error = replace_file(path, saved);
	else if (unlink(path) && errno != ENOENT)
		error = -errno;
	if (!error)
		error = sync_directory(path);
	saved->changed = error != 0;
	return error;
}
