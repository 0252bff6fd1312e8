/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A tree of JSON values as com.canonical.dbusmenu wants it in its messages. */
#include "layout.h"

#include <stdlib.h>
#include <string.h>

json_t *layout_find(json_t *item, json_int_t id)
{
	json_t *child, *found;
	size_t i;

	if (json_integer_value(json_object_get(item, "id")) == id)
		return item;
	json_array_foreach(json_object_get(item, "children"), i, child) {
		found = layout_find(child, id);
		if (found)
			return found;
	}
	return NULL;
}

/* names: NULL or empty for all */
static bool is_wanted(char *const *names, const char *name)
{
	if (!names || !*names)
		return true;
	for (; *names; names++)
		if (!strcmp(*names, name))
			return true;
	return false;
}

static int append_text(sd_bus_message *message, char *const *names, const char *name,
		       const json_t *text)
{
	if (!text || !is_wanted(names, name))
		return 0;
	return sd_bus_message_append(message, "{sv}", name, "s", json_string_value(text));
}

/* An underline would be taken for the mark of a key. */
json_t *layout_make_label(const json_t *item)
{
	const char *text = json_string_value(json_object_get(item, "label"));
	char *doubled, *end;
	json_t *label;

	if (!text)
		return NULL;
	end = doubled = malloc(2 * strlen(text) + 1);
	if (!doubled)
		return NULL;
	for (; *text; text++) {
		if (*text == '_')
			*end++ = '_';
		*end++ = *text;
	}
	*end = '\0';
	label = json_string(doubled);
	free(doubled);
	return label;
}

/* a{sv}; what is not said is the protocol's default: enabled, visible, an ordinary item */
static int append_properties(sd_bus_message *message, const json_t *item, char *const *names)
{
	json_t *label = layout_make_label(item);
	int error;

	error = sd_bus_message_open_container(message, 'a', "{sv}");
	if (error >= 0)
		error = append_text(message, names, "type", json_object_get(item, "type"));
	if (error >= 0)
		error = append_text(message, names, "label", label);
	if (error >= 0 && json_is_false(json_object_get(item, "enabled")) && is_wanted(names, "enabled"))
		error = sd_bus_message_append(message, "{sv}", "enabled", "b", 0);
	if (error >= 0 && json_object_get(item, "children") && is_wanted(names, "children-display"))
		error = sd_bus_message_append(message, "{sv}", "children-display", "s", "submenu");
	json_decref(label);
	return error < 0 ? error : sd_bus_message_close_container(message);
}

int layout_append(sd_bus_message *message, const json_t *item, int depth, char *const *names)
{
	json_t *child;
	size_t i;
	int error;

	error = sd_bus_message_open_container(message, 'r', "ia{sv}av");
	if (error >= 0)
		error = sd_bus_message_append(message, "i",
					      (int)json_integer_value(json_object_get(item, "id")));
	if (error >= 0)
		error = append_properties(message, item, names);
	if (error >= 0)
		error = sd_bus_message_open_container(message, 'a', "v");
	json_array_foreach(json_object_get(item, "children"), i, child) {
		if (error < 0 || !depth)
			break;
		error = sd_bus_message_open_container(message, 'v', "(ia{sv}av)");
		if (error >= 0)
			error = layout_append(message, child, depth > 0 ? depth - 1 : depth, names);
		if (error >= 0)
			error = sd_bus_message_close_container(message);
	}
	if (error >= 0)
		error = sd_bus_message_close_container(message);
	return error < 0 ? error : sd_bus_message_close_container(message);
}

int layout_append_group(sd_bus_message *message, const json_t *item, char *const *names)
{
	int error;

	error = sd_bus_message_open_container(message, 'r', "ia{sv}");
	if (error >= 0)
		error = sd_bus_message_append(message, "i",
					      (int)json_integer_value(json_object_get(item, "id")));
	if (error >= 0)
		error = append_properties(message, item, names);
	return error < 0 ? error : sd_bus_message_close_container(message);
}

int layout_append_groups(sd_bus_message *message, const json_t *item, char *const *names)
{
	int error = layout_append_group(message, item, names);
	json_t *child;
	size_t i;

	json_array_foreach(json_object_get(item, "children"), i, child)
		if (error >= 0)
			error = layout_append_groups(message, child, names);
	return error;
}

bool layout_is_same(const json_t *one, const json_t *other)
{
	const json_t *children = json_object_get(one, "children");
	const json_t *others = json_object_get(other, "children");

	if (!json_equal(json_object_get(one, "id"), json_object_get(other, "id")) ||
	    json_array_size(children) != json_array_size(others) || !children != !others)
		return false;
	for (size_t i = 0; i < json_array_size(children); i++)
		if (!layout_is_same(json_array_get(children, i), json_array_get(others, i)))
			return false;
	return true;
}

static bool says_the_same(const json_t *one, const json_t *other)
{
	return json_equal(json_object_get(one, "label"), json_object_get(other, "label")) &&
	       json_is_false(json_object_get(one, "enabled")) ==
	       json_is_false(json_object_get(other, "enabled"));
}

static int append_change(sd_bus_message *message, const json_t *item)
{
	json_t *label = layout_make_label(item);
	int error;

	error = sd_bus_message_append(message, "(ia{sv})",
				      (int)json_integer_value(json_object_get(item, "id")), 2,
				      "label", "s", label ? json_string_value(label) : "",
				      "enabled", "b", !json_is_false(json_object_get(item, "enabled")));
	json_decref(label);
	return error;
}

int layout_append_changes(sd_bus_message *message, json_t *before, const json_t *item)
{
	const json_t *known = layout_find(before, json_integer_value(json_object_get(item, "id")));
	int count = 0, more;
	json_t *child;
	size_t i;

	if (known && json_object_get(item, "label") && !says_the_same(known, item)) {
		more = append_change(message, item);
		if (more < 0)
			return more;
		count++;
	}
	json_array_foreach(json_object_get(item, "children"), i, child) {
		more = layout_append_changes(message, before, child);
		if (more < 0)
			return more;
		count += more;
	}
	return count;
}
