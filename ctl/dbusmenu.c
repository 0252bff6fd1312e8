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

#include "layout.h"
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
	item = layout_find(menu->root, parent);
	if (!item) {
		free_names(names);
		return refuse_id(call, parent);
	}
	error = sd_bus_message_new_method_return(call, &reply);
	if (error >= 0)
		error = sd_bus_message_append(reply, "u", menu->revision);
	if (error >= 0)
		error = layout_append(reply, item, depth, names);
	free_names(names);
	return send_reply(reply, error);
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
		error = layout_append_groups(reply, menu->root, names);
	for (size_t i = 0; error >= 0 && i < size / sizeof(*ids); i++) {
		json_t *item = layout_find(menu->root, ids[i]);

		if (item)
			error = layout_append_group(reply, item, names);
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
		label = layout_make_label(item);
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
	item = layout_find(menu->root, id);
	return item ? reply_property(call, item, name) : refuse_id(call, id);
}

/* What happens to an item. False: there is no such item. */
static bool take_event(struct dbusmenu *menu, int id, const char *event)
{
	const json_t *item = layout_find(menu->root, id);

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

static int tell_changes(struct dbusmenu *menu, json_t *before)
{
	sd_bus_message *signal = NULL;
	int count = 0, error;

	error = sd_bus_message_new_signal(menu->bus, &signal, menu->path, INTERFACE,
					  "ItemsPropertiesUpdated");
	if (error >= 0)
		error = sd_bus_message_open_container(signal, 'a', "(ia{sv})");
	if (error >= 0)
		error = count = layout_append_changes(signal, before, menu->root);
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
	if (error >= 0 && !layout_is_same(before, root))
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
