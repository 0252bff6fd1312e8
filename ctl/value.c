/* SPDX-License-Identifier: GPL-2.0-or-later */
/* D-Bus types to JSON types, see value.h. */
#include "value.h"

#include <ctype.h>
#include <stdbool.h>

/* "LastFenceMicroseconds" -> "last_fence_microseconds" */
static void make_key(const char *name, char *key, size_t size)
{
	size_t done = 0;

	for (const char *c = name; *c && done + 2 < size; c++) {
		if (isupper((unsigned char)*c) && c != name)
			key[done++] = '_';
		key[done++] = (char)tolower((unsigned char)*c);
	}
	key[done] = '\0';
}

static json_t *read_basic(sd_bus_message *message, char type)
{
	union {
		const char *text;
		int truth;
		int32_t i32;
		uint32_t u32;
		int64_t i64;
		uint64_t u64;
	} value = { 0 };

	if (sd_bus_message_read_basic(message, type, &value) < 0)
		return NULL;
	switch (type) {
	case 's': return json_string(value.text);
	case 'b': return json_boolean(value.truth);
	case 'i': return json_integer(value.i32);
	case 'u': return json_integer(value.u32);
	case 'x': return json_integer(value.i64);
	case 't': return json_integer((json_int_t)value.u64);
	default: return NULL;
	}
}

static bool read_entry(sd_bus_message *message, json_t *object)
{
	const char *name;
	char key[64];

	if (sd_bus_message_read_basic(message, 's', &name) < 0)
		return false;
	make_key(name, key, sizeof(key));
	return !json_object_set_new(object, key, value_read(message));
}

static json_t *read_array(sd_bus_message *message, const char *contents)
{
	json_t *array = contents[0] == '{' ? json_object() : json_array();
	bool good = array && sd_bus_message_enter_container(message, 'a', contents) >= 0;
	const char *inner;
	char type;

	while (good && sd_bus_message_peek_type(message, &type, &inner) > 0) {
		if (type == 'e')
			good = sd_bus_message_enter_container(message, type, inner) >= 0 &&
			       read_entry(message, array) && sd_bus_message_exit_container(message) >= 0;
		else
			good = !json_array_append_new(array, value_read(message));
	}
	if (good && sd_bus_message_exit_container(message) >= 0)
		return array;
	json_decref(array);
	return NULL;
}

static json_t *read_variant(sd_bus_message *message, const char *contents)
{
	json_t *value;

	if (sd_bus_message_enter_container(message, 'v', contents) < 0)
		return NULL;
	value = value_read(message);
	if (value && sd_bus_message_exit_container(message) >= 0)
		return value;
	json_decref(value);
	return NULL;
}

json_t *value_read(sd_bus_message *message)
{
	const char *contents;
	char type;

	if (sd_bus_message_peek_type(message, &type, &contents) <= 0)
		return NULL;
	if (type == 'a')
		return read_array(message, contents);
	if (type == 'v')
		return read_variant(message, contents);
	return read_basic(message, type);
}
