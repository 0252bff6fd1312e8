/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One light in sysfs. A write returns when the hardware has it (the kernel waits
 * for its own queue), which takes milliseconds on USB and for ever on one that
 * hangs: whoever cannot wait calls from a thread of its own.
 */
#include "light.h"

#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define PATH_BYTES (LIGHT_FOLDER_BYTES + 32)
#define READ_BACK_TRIES 20
#define READ_BACK_MS 10		/* hardware that is asked may answer with what it showed before */
#define RECORD_MODE 0640

bool light_is_name(const char *name)
{
	return *name && *name != '.' && strlen(name) < LIGHT_NAME_BYTES && !strchr(name, '/');
}

/* The next word of names, or false. */
static bool next_word(const char **names, char word[LIGHT_NAME_BYTES])
{
	size_t length;

	*names += strspn(*names, " \t");
	length = strcspn(*names, " \t");
	if (!length || length >= LIGHT_NAME_BYTES)
		return false;
	memcpy(word, *names, length);
	word[length] = '\0';
	*names += length;
	return true;
}

bool light_names_are_valid(const char *names)
{
	char word[LIGHT_NAME_BYTES];

	while (next_word(&names, word))
		if (!light_is_name(word))
			return false;
	return !*names;
}

bool light_is_chosen(const char *names, const char *name)
{
	char word[LIGHT_NAME_BYTES];

	while (next_word(&names, word))
		if (!fnmatch(word, name, FNM_PERIOD))
			return true;
	return false;
}

static int read_number(const struct light *light, const char *file, unsigned *number)
{
	char path[PATH_BYTES];
	FILE *stream;
	int count, error;

	snprintf(path, sizeof(path), "%s/%s", light->folder, file);
	stream = fopen(path, "re");
	if (!stream)
		return -errno;
	errno = 0;
	count = fscanf(stream, "%u", number);
	error = errno;
	fclose(stream);
	return count == 1 ? 0 : error ? -error : -EBADMSG;
}

/* Of one write: sysfs takes a value whole or not at all. */
static int write_text(const struct light *light, const char *file, const char *text)
{
	size_t length = strlen(text);
	char path[PATH_BYTES];
	ssize_t written;
	int fd, error = 0;

	snprintf(path, sizeof(path), "%s/%s", light->folder, file);
	fd = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
	if (fd < 0)
		return -errno;
	written = write(fd, text, length);
	if (written != (ssize_t)length)
		error = written < 0 ? -errno : -EIO;
	close(fd);
	return error;
}

static int write_number(const struct light *light, const char *file, unsigned number)
{
	char text[16];

	snprintf(text, sizeof(text), "%u", number);
	return write_text(light, file, text);
}

int light_open(struct light *light, const char *root, const char *name, bool inverted)
{
	*light = (struct light){ .inverted = inverted };
	if (!light_is_name(name))
		return -ENOENT;
	snprintf(light->name, sizeof(light->name), "%s", name);
	if (snprintf(light->folder, sizeof(light->folder), "%s" LIGHTS_SYS "/%s", root, name) >=
	    (int)sizeof(light->folder))
		return -ENAMETOOLONG;
	return read_number(light, "max_brightness", &light->max);
}

/* "none [audio-micmute] timer": a word for each processor, too, so of any length. */
static int read_trigger(const struct light *light, struct light_look *look)
{
	char path[PATH_BYTES], word[LIGHT_TRIGGER_BYTES + 2];
	FILE *stream;

	snprintf(path, sizeof(path), "%s/trigger", light->folder);
	stream = fopen(path, "re");
	if (!stream)
		return -errno;
	look->trigger[0] = '\0';
	look->has_timer = false;
	while (fscanf(stream, "%65s", word) == 1) {
		size_t length = strlen(word);
		bool active = *word == '[' && word[length - 1] == ']';

		if (active)
			snprintf(look->trigger, sizeof(look->trigger), "%.*s", (int)length - 2,
				 word + 1);
		look->has_timer |= !strcmp(word, active ? "[timer]" : "timer");
	}
	fclose(stream);
	return *look->trigger ? 0 : -EBADMSG;
}

int light_look(const struct light *light, struct light_look *look)
{
	int error = read_trigger(light, look);

	return error ? error : read_number(light, "brightness", &look->brightness);
}

static bool is_free(const struct light_look *look)
{
	return !strcmp(look->trigger, "none");
}

bool light_has_shape(const struct light *light, const struct light_look *look,
		     enum light_shape shape)
{
	if (shape == LIGHT_SHAPE_BLINKING)
		return !strcmp(look->trigger, "timer");
	return is_free(look) &&
	       (look->brightness != 0) == ((shape == LIGHT_SHAPE_LIT) != light->inverted);
}

static int read_back(const struct light *light, enum light_shape shape)
{
	const struct timespec pause = { .tv_nsec = READ_BACK_MS * 1000000l };
	struct light_look look;
	int error;

	for (int tries = 0; tries < READ_BACK_TRIES; tries++) {
		if (tries)
			nanosleep(&pause, NULL);
		error = light_look(light, &look);
		if (error)
			return error;
		if (light_has_shape(light, &look, shape))
			return 0;
	}
	return -EREMOTEIO;
}

int light_show(const struct light *light, enum light_shape shape, enum light_shape *shown)
{
	bool lit = (shape != LIGHT_SHAPE_DARK) != light->inverted;
	struct light_look look;
	int error;

	*shown = shape;
	error = light_look(light, &look);
	if (error)
		return error;
	if (shape == LIGHT_SHAPE_BLINKING && look.has_timer) {
		if (!light_has_shape(light, &look, shape))
			error = write_text(light, "trigger", "timer");
		return error ? error : read_back(light, shape);
	}
	if (shape == LIGHT_SHAPE_BLINKING)
		*shown = LIGHT_SHAPE_LIT;
	/*
	 * "none" makes it dark, so that has to come first. Brightness is written even if it is
	 * said to be right: firmware forgets it in the system's sleep, and the kernel does not.
	 */
	if (!is_free(&look))
		error = write_text(light, "trigger", "none");
	if (!error)
		error = write_number(light, "brightness", lit ? light->max : 0);
	return error ? error : read_back(light, *shown);
}

static void make_record_path(char path[PATH_BYTES], const char *folder, const char *name,
			     const char *end)
{
	snprintf(path, PATH_BYTES, "%.200s/%s%.63s%s", folder, *end ? "." : "", name, end);
}

/* Whoever sees the record sees all of it. It belongs to the folder's group. */
static int write_record(const struct light *light, const struct light_look *look,
			const char *folder)
{
	char path[PATH_BYTES], new[PATH_BYTES];
	struct stat owner;
	int fd, error = 0;

	make_record_path(path, folder, light->name, "");
	make_record_path(new, folder, light->name, ".new");
	if (stat(folder, &owner))
		return -errno;
	unlink(new);
	fd = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, RECORD_MODE);
	if (fd < 0)
		return -errno;
	if (dprintf(fd, "%s %u\n", look->trigger, look->brightness) < 0 ||
	    fchown(fd, (uid_t)-1, owner.st_gid) || fchmod(fd, RECORD_MODE) || rename(new, path))
		error = -errno;
	close(fd);
	if (error)
		unlink(new);
	return error;
}

static int read_record(const char *name, const char *folder, struct light_look *look)
{
	char path[PATH_BYTES];
	FILE *stream;
	int count;

	make_record_path(path, folder, name, "");
	stream = fopen(path, "re");
	if (!stream)
		return -errno;
	count = fscanf(stream, "%63s %u", look->trigger, &look->brightness);
	fclose(stream);
	return count == 2 ? 0 : -EBADMSG;
}

int light_remember(const struct light *light, const char *folder)
{
	struct light_look look, before;
	int error = light_look(light, &look);

	if (error)
		return error;
	/* what hardmute leaves behind when it is killed */
	if ((is_free(&look) || !strcmp(look.trigger, "timer")) &&
	    !read_record(light->name, folder, &before))
		return 0;
	return write_record(light, &look, folder);
}

int light_restore(const struct light *light, const char *folder)
{
	struct light_look before = { 0 }, look;
	int error;

	error = read_record(light->name, folder, &before);
	if (!error)
		error = light_look(light, &look);
	if (error)
		return error == -ENOENT ? 0 : error;
	/* somebody else has it by now */
	if (!is_free(&look) && strcmp(look.trigger, "timer"))
		return 0;
	error = write_text(light, "trigger", before.trigger);
	if (!error && !is_free(&before))
		return 0;
	if (error == -EINVAL)
		error = write_text(light, "trigger", "none");
	return error ? error : write_number(light, "brightness", before.brightness);
}

int light_forget(const char *name, const char *folder)
{
	char path[PATH_BYTES];

	if (!light_is_name(name))
		return -EINVAL;
	make_record_path(path, folder, name, "");
	return unlink(path) && errno != ENOENT ? -errno : 0;
}
