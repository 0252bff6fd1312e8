/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * inih's callback knows no line numbers, so the reader below hands it one
 * stripped line at a time and remembers which; it also finds what inih would
 * pass over in silence (lines too long, unknown sections without a key).
 */
#include "ini.h"

#include <ctype.h>
#include <errno.h>
#include <ini.h>
#include <limits.h>
#include <pwd.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LINE_MAX_BYTES 190	/* inih's own buffer holds 200 */

struct parse {
	const char *path;
	FILE *file;
	const struct ini_keys *keys;
	void *values;
	ini_report_fn *report;
	void *userdata;
	unsigned line;			/* the one inih works on */
	bool awaited;			/* that line must reach on_key() */
	bool section_seen, section_known;
	unsigned mistakes;
	unsigned seen[INI_KEYS_MAX];	/* line of each key */
};

__attribute__((format(printf, 2, 3)))
static void report_mistake(struct parse *parse, const char *format, ...)
{
	char what[320], line[PATH_MAX + 360];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(what, sizeof(what), format, arguments);
	va_end(arguments);
	if (parse->line)
		snprintf(line, sizeof(line), "%s:%u: %s", parse->path, parse->line, what);
	else
		snprintf(line, sizeof(line), "%s: %s", parse->path, what);
	parse->mistakes++;
	if (parse->report)
		parse->report(parse->userdata, line);
}

/* inih's handler: always "success", because mistakes are counted here. */
static int on_key(void *userdata, const char *section, const char *name, const char *value)
{
	struct parse *parse = userdata;
	const char *wrong, *known_section, *known_name;

	parse->awaited = false;
	if (!parse->section_known) {
		if (!parse->section_seen)
			report_mistake(parse, "%s: stands before any [section]", name);
		return 1;
	}
	for (size_t i = 0; i < parse->keys->count; i++) {
		parse->keys->get(i, &known_section, &known_name);
		if (strcmp(known_section, section) || strcmp(known_name, name))
			continue;
		if (parse->seen[i]) {
			report_mistake(parse, "%s: already set in line %u", name, parse->seen[i]);
			return 1;
		}
		parse->seen[i] = parse->line;
		wrong = parse->keys->set(parse->values, i, value);
		if (wrong)
			report_mistake(parse, "%s: '%s' %s", name, value, wrong);
		return 1;
	}
	report_mistake(parse, "%s: no such key in [%s]", name, section);
	return 1;
}

/* Reads one line without its end. Returns its true length, or -1 at the end of the file. */
static long read_line(FILE *file, char *line, size_t size)
{
	long length = 0;
	int c;

	while ((c = getc(file)) != EOF && c != '\n') {
		if ((size_t)length + 1 < size)
			line[length] = (char)(c ? c : 1);	/* a NUL byte is no end of line */
		length++;
	}
	line[(size_t)length < size ? (size_t)length : size - 1] = '\0';
	return c == EOF && !length ? -1 : length;
}

static bool is_section_known(const struct parse *parse, const char *name, size_t length)
{
	const char *section, *key;

	for (size_t i = 0; i < parse->keys->count; i++) {
		parse->keys->get(i, &section, &key);
		if (strlen(section) == length && !strncmp(section, name, length))
			return true;
	}
	return false;
}

static void check_section(struct parse *parse, const char *text)
{
	const char *end = strchr(text, ']');

	parse->section_seen = true;
	if (!end) {
		report_mistake(parse, "%s: the section lacks its ]", text);
		parse->section_known = false;
		return;
	}
	parse->section_known = is_section_known(parse, text + 1, (size_t)(end - text - 1));
	if (!parse->section_known)
		report_mistake(parse, "%.*s: no such section", (int)(end - text + 1), text);
}

static void check_awaited(struct parse *parse)
{
	if (parse->awaited)
		report_mistake(parse, "is no 'key = value' line");
	parse->awaited = false;
}

/* inih's reader: the next line, free of what inih must not see. */
static char *on_read(char *buffer, int size, void *stream)
{
	struct parse *parse = stream;
	char line[LINE_MAX_BYTES + 1], *text = line;
	long length;

	check_awaited(parse);
	length = read_line(parse->file, line, sizeof(line));
	if (length < 0)
		return NULL;
	parse->line++;
	if (parse->line == 1 && !strncmp(text, "\xEF\xBB\xBF", 3))
		text += 3;
	/* An indented line would be inih's continuation of the one before. */
	/* NOLINTNEXTLINE(clang-analyzer-core.uninitialized.ArraySubscript): read_line ends it */
	while (isspace((unsigned char)*text))
		text++;
	if (length > LINE_MAX_BYTES || length >= size) {
		if (*text != '#' && *text != ';')
			report_mistake(parse, "the line is longer than %d bytes", LINE_MAX_BYTES);
		*text = '\0';
	}
	if (*text == '[')
		check_section(parse, text);
	else
		parse->awaited = *text && *text != '#' && *text != ';';
	strcpy(buffer, text);
	return buffer;
}

int ini_load(const char *path, const struct ini_keys *keys, void *values, ini_report_fn *report,
	     void *userdata)
{
	struct parse parse = { .path = path, .keys = keys, .values = values, .report = report,
			       .userdata = userdata };
	int error;

	parse.file = fopen(path, "re");
	if (!parse.file) {
		error = errno;
		if (error != ENOENT)
			report_mistake(&parse, "%s", strerror(error));
		return -error;
	}
	error = ini_parse_stream(on_read, &parse, on_key, &parse);
	check_awaited(&parse);
	if (ferror(parse.file)) {
		parse.line = 0;
		report_mistake(&parse, "cannot be read");
	} else if (error && !parse.mistakes) {
		parse.line = error > 0 ? (unsigned)error : 0;
		report_mistake(&parse, "cannot be understood");
	}
	fclose(parse.file);
	return parse.mistakes ? -EINVAL : 0;
}

int ini_find_user_path(const char *file, char *path, size_t size)
{
	const char *base = getenv("XDG_CONFIG_HOME"), *below = "";
	const struct passwd *user;
	int length;

	if (!base || *base != '/') {	/* the base directory specification ignores relative ones */
		base = getenv("HOME");
		below = "/.config";
	}
	if (!base || *base != '/') {
		user = getpwuid(getuid());
		base = user ? user->pw_dir : NULL;
	}
	if (!base)
		return -ENOENT;
	length = snprintf(path, size, "%s%s/%s", base, below, file);
	return (size_t)length < size ? 0 : -ENAMETOOLONG;
}
