/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Joins the lists of one answer, see join.h; the answer's own keys stay as they are. */
#include "join.h"

#include <pwd.h>
#include <stdio.h>

void join_name_user(long long uid, char *name, size_t size)
{
	const struct passwd *user = getpwuid((uid_t)uid);

	if (user)
		snprintf(name, size, "%s", user->pw_name);
	else
		snprintf(name, size, "%lld", uid);
}

static json_t *find_microphone(const json_t *microphones, const json_t *number)
{
	json_t *microphone;
	size_t i;

	json_array_foreach(microphones, i, microphone)
		if (json_equal(json_object_get(microphone, "number"), number))
			return microphone;
	return NULL;
}

static void add_reader(json_t *microphone, const json_t *reader)
{
	static const char *const keys[] = { "program", "pid", "user", "running" };
	json_t *entry = json_object();

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		json_object_set(entry, keys[i], json_object_get(reader, keys[i]));
	json_array_append_new(json_object_get(microphone, "read_by"), entry);
}

static void join_reader(const json_t *microphones, json_t *reader)
{
	json_t *microphone = find_microphone(microphones, json_object_get(reader, "microphone"));
	char user[64];

	join_name_user(json_integer_value(json_object_get(reader, "uid")), user, sizeof(user));
	json_object_set_new(reader, "user", json_string(user));
	if (!microphone)
		return;
	json_object_set(reader, "microphone_card", json_object_get(microphone, "card_name"));
	json_object_set(reader, "microphone_name", json_object_get(microphone, "name"));
	add_reader(microphone, reader);
}

void join_status(json_t *status)
{
	const json_t *microphones = json_object_get(status, "microphones");
	json_t *entry;
	size_t i;

	json_array_foreach(microphones, i, entry)
		json_object_set_new(entry, "read_by", json_array());
	json_array_foreach(json_object_get(status, "readers"), i, entry)
		join_reader(microphones, entry);
}
