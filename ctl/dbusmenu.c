/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The menu is one JSON tree. Of a new one the hosts are told what is new: other
 * words in an item, which they take from the signal, or another layout, which
 * they fetch. Those that fetch a layout do not look at the words of items that
 * they know (GNOME's extension), so both have to be told.
 */
#include "dbusmenu.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"

#define INTERFACE "com.canonical.dbusmenu"
#define VERSION 3

struct dbusmenu {
	sd_bus *bus;
	sd_bus_slot *object;
	char *path;
	json_t *root;
	uint32_t revision;
	dbusmenu_click_fn *click;
	void *userdata;
};

static json_t *find(json_t *item, json_int_t id)
{
	json_t *child, *found;
	size_t i;

	if (json_integer_value(json_object_get(item, "id")) == id)
		return item;
	json_array_foreach(json_object_get(item, "children"), i, child) {
		found = find(child, id);
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

static int append_text(sd_bus_message *reply, char *const *names, const char *name, const json_t *text)
{
	if (!text || !is_wanted(names, name))
		return 0;
	return sd_bus_message_append(reply, "{sv}", name, "s", json_string_value(text));
}

/* An underline would be taken for the mark of a key. */
static json_t *make_label(const json_t *item)
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
static int append_properties(sd_bus_message *reply, const json_t *item, char *const *names)
{
	json_t *label = make_label(item);
	int error;

	error = sd_bus_message_open_container(reply, 'a', "{sv}");
	if (error >= 0)
		error = append_text(reply, names, "type", json_object_get(item, "type"));
	if (error >= 0)
		error = append_text(reply, names, "label", label);
	if (error >= 0 && json_is_false(json_object_get(item, "enabled")) && is_wanted(names, "enabled"))
		error = sd_bus_message_append(reply, "{sv}", "enabled", "b", 0);
	if (error >= 0 && json_object_get(item, "children") && is_wanted(names, "children-display"))
		error = sd_bus_message_append(reply, "{sv}", "children-display", "s", "submenu");
	json_decref(label);
	return error < 0 ? error : sd_bus_message_close_container(reply);
}

/* (ia{sv}av) of so many levels below it, all if negative */
static int append_item(sd_bus_message *reply, const json_t *item, int depth, char *const *names)
{
	json_t *child;
	size_t i;
	int error;

	error = sd_bus_message_open_container(reply, 'r', "ia{sv}av");
	if (error >= 0)
		error = sd_bus_message_append(reply, "i",
					      (int)json_integer_value(json_object_get(item, "id")));
	if (error >= 0)
		error = append_properties(reply, item, names);
	if (error >= 0)
		error = sd_bus_message_open_container(reply, 'a', "v");
	json_array_foreach(json_object_get(item, "children"), i, child) {
		if (error < 0 || !depth)
			break;
		error = sd_bus_message_open_container(reply, 'v', "(ia{sv}av)");
		if (error >= 0)
			error = append_item(reply, child, depth > 0 ? depth - 1 : depth, names);
		if (error >= 0)
			error = sd_bus_message_close_container(reply);
	}
	if (error >= 0)
		error = sd_bus_message_close_container(reply);
	return error < 0 ? error : sd_bus_message_close_container(reply);
}

static void free_names(char **names)
{
	for (char **name = names; name && *name; name++)
		free(*name);
	free(names);
}

static int send_reply(sd_bus_message *reply, int error)
{
	if (error >= 0)
		error = sd_bus_send(NULL, reply, NULL);
	sd_bus_message_unref(reply);
	return error;
}

static int refuse_id(sd_bus_message *call, int id)
{
	return sd_bus_reply_method_errorf(call, SD_BUS_ERROR_INVALID_ARGS, "there is no item %d", id);
}

static int on_get_layout(sd_bus_message *call, void *userdata, sd_bus_error *error_back)
{
	struct dbusmenu *menu = userdata;
	sd_bus_message *reply = NULL;
	char **names = NULL;
	int parent, depth, error;
	json_t *item;

	(void)error_back;
	error = sd_bus_message_read(call, "ii", &parent, &depth);
	if (error >= 0)
		error = sd_bus_message_read_strv(call, &names);
	if (error < 0)
		return error;
	item = find(menu->root, parent);
	if (!item) {
		free_names(names);
		return refuse_id(call, parent);
	}
	error = sd_bus_message_new_method_return(call, &reply);
	if (error >= 0)
		error = sd_bus_message_append(reply, "u", menu->revision);
	if (error >= 0)
		error = append_item(reply, item, depth, names);
	free_names(names);
	return send_reply(reply, error);
}

/* (ia{sv}) */
static int append_group(sd_bus_message *reply, const json_t *item, char *const *names)
{
	int error;

	error = sd_bus_message_open_container(reply, 'r', "ia{sv}");
	if (error >= 0)
		error = sd_bus_message_append(reply, "i",
					      (int)json_integer_value(json_object_get(item, "id")));
	if (error >= 0)
		error = append_properties(reply, item, names);
	return error < 0 ? error : sd_bus_message_close_container(reply);
}

/* Every item from this one on. */
static int append_groups(sd_bus_message *reply, const json_t *item, char *const *names)
{
	int error = append_group(reply, item, names);
	json_t *child;
	size_t i;

	json_array_foreach(json_object_get(item, "children"), i, child)
		if (error >= 0)
			error = append_groups(reply, child, names);
	return error;
}

static int on_get_group_properties(sd_bus_message *call, void *userdata, sd_bus_error *error_back)
{
	struct dbusmenu *menu = userdata;
	sd_bus_message *reply = NULL;
	const int32_t *ids = NULL;
	char **names = NULL;
	size_t size;
	int error;

	(void)error_back;
	error = sd_bus_message_read_array(call, 'i', (const void **)&ids, &size);
	if (error >= 0)
		error = sd_bus_message_read_strv(call, &names);
	if (error >= 0)
		error = sd_bus_message_new_method_return(call, &reply);
	if (error >= 0)
		error = sd_bus_message_open_container(reply, 'a', "(ia{sv})");
	if (error >= 0 && !size)
		error = append_groups(reply, menu->root, names);
	for (size_t i = 0; error >= 0 && i < size / sizeof(*ids); i++) {
		json_t *item = find(menu->root, ids[i]);

		if (item)
			error = append_group(reply, item, names);
	}
	if (error >= 0)
		error = sd_bus_message_close_container(reply);
	free_names(names);
	return send_reply(reply, error);
}

static int reply_property(sd_bus_message *call, const json_t *item, const char *name)
{
	const json_t *enabled = json_object_get(item, "enabled");
	json_t *label;
	int error;

	if (!strcmp(name, "label")) {
		label = make_label(item);
		error = sd_bus_reply_method_return(call, "v", "s", label ? json_string_value(label) : "");
		json_decref(label);
		return error;
	}
	if (!strcmp(name, "enabled"))
		return sd_bus_reply_method_return(call, "v", "b", !json_is_false(enabled));
	if (!strcmp(name, "visible"))
		return sd_bus_reply_method_return(call, "v", "b", 1);
	if (!strcmp(name, "type"))
		return sd_bus_reply_method_return(call, "v", "s", json_object_get(item, "type") ?
						  "separator" : "standard");
	if (!strcmp(name, "children-display"))
		return sd_bus_reply_method_return(call, "v", "s", json_object_get(item, "children") ?
						  "submenu" : "");
	return sd_bus_reply_method_errorf(call, SD_BUS_ERROR_INVALID_ARGS, "there is no property %s",
					  name);
}

static int on_get_property(sd_bus_message *call, void *userdata, sd_bus_error *error_back)
{
	struct dbusmenu *menu = userdata;
	const char *name;
	int id, error;
	json_t *item;

	(void)error_back;
	error = sd_bus_message_read(call, "is", &id, &name);
	if (error < 0)
		return error;
	item = find(menu->root, id);
	return item ? reply_property(call, item, name) : refuse_id(call, id);
}

/* What happens to an item. False: there is no such item. */
static bool take_event(struct dbusmenu *menu, int id, const char *event)
{
	const json_t *item = find(menu->root, id);

	if (item && !strcmp(event, "clicked") && !json_object_get(item, "children") &&
	    json_is_true(json_object_get(item, "enabled")))
		menu->click(menu->userdata, id);
	return item;
}

static int on_event(sd_bus_message *call, void *userdata, sd_bus_error *error_back)
{
	const char *event;
	int id, error;

	(void)error_back;
	error = sd_bus_message_read(call, "is", &id, &event);
	if (error < 0)
		return error;
	return take_event(userdata, id, event) ? sd_bus_reply_method_return(call, "") :
	       refuse_id(call, id);
}

static int on_event_group(sd_bus_message *call, void *userdata, sd_bus_error *error_back)
{
	sd_bus_message *reply = NULL;
	const char *event;
	int id, error;

	(void)error_back;
	error = sd_bus_message_new_method_return(call, &reply);
	if (error >= 0)
		error = sd_bus_message_open_container(reply, 'a', "i");
	if (error >= 0)
		error = sd_bus_message_enter_container(call, 'a', "(isvu)");
	while (error >= 0 && (error = sd_bus_message_enter_container(call, 'r', "isvu")) > 0) {
		error = sd_bus_message_read(call, "is", &id, &event);
		if (error >= 0 && !take_event(userdata, id, event))
			error = sd_bus_message_append(reply, "i", id);
		if (error >= 0)
			error = sd_bus_message_skip(call, "vu");
		if (error >= 0)
			error = sd_bus_message_exit_container(call);
	}
	if (error >= 0)
		error = sd_bus_message_close_container(reply);
	return send_reply(reply, error);
}

/* What is served is always up to date. */
static int on_about_to_show(sd_bus_message *call, void *userdata, sd_bus_error *error_back)
{
	(void)userdata;
	(void)error_back;
	return sd_bus_reply_method_return(call, "b", 0);
}

static int on_about_to_show_group(sd_bus_message *call, void *userdata, sd_bus_error *error_back)
{
	(void)userdata;
	(void)error_back;
	return sd_bus_reply_method_return(call, "aiai", 0, 0);
}

static int get_version(sd_bus *bus, const char *path, const char *interface, const char *property,
		       sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	(void)bus; (void)path; (void)interface; (void)property; (void)userdata; (void)error;
	return sd_bus_message_append(reply, "u", VERSION);
}

static int get_direction(sd_bus *bus, const char *path, const char *interface, const char *property,
			 sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	(void)bus; (void)path; (void)interface; (void)property; (void)userdata; (void)error;
	return sd_bus_message_append(reply, "s", "ltr");
}

static int get_status(sd_bus *bus, const char *path, const char *interface, const char *property,
		      sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	(void)bus; (void)path; (void)interface; (void)property; (void)userdata; (void)error;
	return sd_bus_message_append(reply, "s", "normal");
}

static int get_theme_path(sd_bus *bus, const char *path, const char *interface, const char *property,
			  sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	(void)bus; (void)path; (void)interface; (void)property; (void)userdata; (void)error;
	return sd_bus_message_append(reply, "as", 0);
}

static const sd_bus_vtable vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_METHOD("GetLayout", "iias", "u(ia{sv}av)", on_get_layout, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("GetGroupProperties", "aias", "a(ia{sv})", on_get_group_properties,
		      SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("GetProperty", "is", "v", on_get_property, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("Event", "isvu", "", on_event, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("EventGroup", "a(isvu)", "ai", on_event_group, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("AboutToShow", "i", "b", on_about_to_show, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("AboutToShowGroup", "ai", "aiai", on_about_to_show_group,
		      SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_PROPERTY("Version", "u", get_version, 0, SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_PROPERTY("TextDirection", "s", get_direction, 0, SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_PROPERTY("Status", "s", get_status, 0, SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_PROPERTY("IconThemePath", "as", get_theme_path, 0, SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_SIGNAL("ItemsPropertiesUpdated", "a(ia{sv})a(ias)", 0),
	SD_BUS_SIGNAL("LayoutUpdated", "ui", 0),
	SD_BUS_SIGNAL("ItemActivationRequested", "iu", 0),
	SD_BUS_VTABLE_END
};

/* The same items in the same places, whatever they say. */
static bool has_same_layout(const json_t *one, const json_t *other)
{
	const json_t *children = json_object_get(one, "children"), *others = json_object_get(other, "children");

	if (!json_equal(json_object_get(one, "id"), json_object_get(other, "id")) ||
	    json_array_size(children) != json_array_size(others) || !children != !others)
		return false;
	for (size_t i = 0; i < json_array_size(children); i++)
		if (!has_same_layout(json_array_get(children, i), json_array_get(others, i)))
			return false;
	return true;
}

static bool says_the_same(const json_t *one, const json_t *other)
{
	return json_equal(json_object_get(one, "label"), json_object_get(other, "label")) &&
	       json_is_false(json_object_get(one, "enabled")) ==
	       json_is_false(json_object_get(other, "enabled"));
}

static int append_change(sd_bus_message *signal, const json_t *item)
{
	json_t *label = make_label(item);
	int error;

	error = sd_bus_message_append(signal, "(ia{sv})",
				      (int)json_integer_value(json_object_get(item, "id")), 2,
				      "label", "s", label ? json_string_value(label) : "",
				      "enabled", "b", !json_is_false(json_object_get(item, "enabled")));
	json_decref(label);
	return error;
}

/* Items that were there before and say something else now. Returns how many, or -errno. */
static int append_changes(sd_bus_message *signal, json_t *before, const json_t *item)
{
	const json_t *known = find(before, json_integer_value(json_object_get(item, "id")));
	int count = 0, more;
	json_t *child;
	size_t i;

	if (known && json_object_get(item, "label") && !says_the_same(known, item)) {
		more = append_change(signal, item);
		if (more < 0)
			return more;
		count++;
	}
	json_array_foreach(json_object_get(item, "children"), i, child) {
		more = append_changes(signal, before, child);
		if (more < 0)
			return more;
		count += more;
	}
	return count;
}

static int tell_changes(struct dbusmenu *menu, json_t *before)
{
	sd_bus_message *signal = NULL;
	int count = 0, error;

	error = sd_bus_message_new_signal(menu->bus, &signal, menu->path, INTERFACE,
					  "ItemsPropertiesUpdated");
	if (error >= 0)
		error = sd_bus_message_open_container(signal, 'a', "(ia{sv})");
	if (error >= 0)
		error = count = append_changes(signal, before, menu->root);
	if (error >= 0)
		error = sd_bus_message_close_container(signal);
	if (error >= 0)
		error = sd_bus_message_append(signal, "a(ias)", 0);
	if (error >= 0 && count)
		error = sd_bus_send(menu->bus, signal, NULL);
	sd_bus_message_unref(signal);
	return error;
}

void dbusmenu_set(struct dbusmenu *menu, json_t *root)
{
	json_t *before = menu->root;
	int error;

	if (!root || json_equal(root, before)) {
		json_decref(root);
		return;
	}
	menu->root = root;
	error = tell_changes(menu, before);
	if (error >= 0 && !has_same_layout(before, root))
		error = sd_bus_emit_signal(menu->bus, menu->path, INTERFACE, "LayoutUpdated", "ui",
					   ++menu->revision, 0);
	if (error < 0)
		log_warning("the menu cannot be shown: %s", strerror(-error));
	json_decref(before);
}

int dbusmenu_start(struct dbusmenu **result, sd_bus *bus, const char *path, dbusmenu_click_fn *click,
		   void *userdata)
{
	struct dbusmenu *menu = calloc(1, sizeof(*menu));
	int error;

	if (!menu)
		return -ENOMEM;
	menu->bus = sd_bus_ref(bus);
	menu->click = click;
	menu->userdata = userdata;
	menu->path = strdup(path);
	menu->root = json_pack("{si,s[]}", "id", 0, "children");
	error = menu->path && menu->root ?
		sd_bus_add_object_vtable(bus, &menu->object, path, INTERFACE, vtable, menu) : -ENOMEM;
	if (error < 0) {
		dbusmenu_stop(menu);
		return error;
	}
	*result = menu;
	return 0;
}

void dbusmenu_stop(struct dbusmenu *menu)
{
	if (!menu)
		return;
	sd_bus_slot_unref(menu->object);
	sd_bus_unref(menu->bus);
	json_decref(menu->root);
	free(menu->path);
	free(menu);
}
