/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading and writing lengths of time. */
#include "duration.h"

#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define SECOND_US 1000000ull

static const struct {
	const char *name;
	unsigned seconds;
} units[] = {
	{ "s", 1 }, { "sec", 1 }, { "second", 1 }, { "seconds", 1 },
	{ "m", 60 }, { "min", 60 }, { "minute", 60 }, { "minutes", 60 },
	{ "h", 3600 }, { "hr", 3600 }, { "hour", 3600 }, { "hours", 3600 },
	{ "d", 86400 }, { "day", 86400 }, { "days", 86400 },
};

/* Seconds of the unit at *text, which moves behind it; 0: there is no such unit. */
static unsigned take_unit(const char **text)
{
	size_t length = 0;

	while (isalpha((unsigned char)(*text)[length]))
		length++;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (strlen(units[i].name) == length && !strncmp(units[i].name, *text, length)) {
			*text += length;
			return units[i].seconds;
		}
	return 0;
}

/* The digits at *text. False: there are none. Beyond the largest duration it stops growing. */
static bool take_number(const char **text, uint64_t *number)
{
	if (!isdigit((unsigned char)**text))
		return false;
	for (*number = 0; isdigit((unsigned char)**text); ++*text)
		if (*number <= DURATION_MAX_US)
			*number = *number * 10 + (unsigned)(**text - '0');
	return true;
}

int duration_parse(const char *text, uint64_t *duration_us)
{
	uint64_t number, sum_us = 0;
	unsigned seconds, parts;

	text += strspn(text, " \t");
	for (parts = 0; *text; parts++) {
		if (!take_number(&text, &number))
			return -EINVAL;
		text += strspn(text, " \t");
		if (!*text && !parts)
			seconds = 1;
		else if (!(seconds = take_unit(&text)))
			return -EINVAL;
		if (number > DURATION_MAX_US / SECOND_US / seconds)
			return -ERANGE;
		sum_us += number * seconds * SECOND_US;
		if (sum_us > DURATION_MAX_US)
			return -ERANGE;
		text += strspn(text, " \t");
	}
	if (!parts)
		return -EINVAL;
	*duration_us = sum_us;
	return 0;
}

void duration_format(uint64_t duration_us, char *text, size_t size)
{
	static const struct {
		const char *name;
		unsigned seconds;
	} shown[] = { { "d", 86400 }, { "h", 3600 }, { "min", 60 }, { "s", 1 } };
	uint64_t rest = duration_us / SECOND_US + (duration_us % SECOND_US != 0);
	unsigned parts = 0;
	size_t used = 0;

	snprintf(text, size, "0 s");
	for (size_t i = 0; i < sizeof(shown) / sizeof(shown[0]) && parts < 2; i++) {
		uint64_t count = rest / shown[i].seconds;

		if (!count && !parts)
			continue;
		if (count && used < size)
			used += (size_t)snprintf(text + used, size - used, "%s%llu %s", used ? " " : "",
						 (unsigned long long)count, shown[i].name);
		rest %= shown[i].seconds;
		parts++;
	}
}
