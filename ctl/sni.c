/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Serves the item and registers it. Hosts read properties when a signal tells
 * them to; PropertiesChanged is not part of that protocol. The icon has a name
 * for hosts that find it in the icon theme and pixels for those that do not.
 *
 * It is registered by its path, as libappindicator does, not by a bus name of
 * its own: GNOME's extension watches such a name besides, and in version 42
 * drops an item for good whose name it sees come while it reads it.
 */
#include "sni.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../daemon/connection.h"
#include "icon.h"
#include "log.h"
#include "words.h"

#define INTERFACE "org.kde.StatusNotifierItem"
#define WATCHER "org.kde.StatusNotifierWatcher"
#define WATCHER_PATH "/StatusNotifierWatcher"

static const unsigned sizes[] = { 16, 22, 24, 32, 48, 64 };
#define SIZE_MAX_PIXELS (64 * 64)

struct sni {
	struct agent *agent;
	sd_bus *bus;
	const struct sni_callbacks *callbacks;
	void *userdata;
	bool menu_only;
	sd_bus_slot *object, *match, *owner_call, *register_call;
	enum agent_state shown;
	char *title, *details;	/* as they are shown */
};

static int get_text(sd_bus *bus, const char *path, const char *interface, const char *property,
		    sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	static const struct {
		const char *name, *value;
	} texts[] = {
		{ "Category", "Hardware" }, { "Id", "hardmute" }, { "Status", "Active" },
	};

	(void)bus; (void)path; (void)interface; (void)userdata; (void)error;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (!strcmp(texts[i].name, property))
			return sd_bus_message_append(reply, "s", texts[i].value);
	return sd_bus_message_append(reply, "s", "");
}

static int get_title(sd_bus *bus, const char *path, const char *interface, const char *property,
		     sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	const struct sni *sni = userdata;

	(void)bus; (void)path; (void)interface; (void)property; (void)error;
	return sd_bus_message_append(reply, "s", sni->title);
}

static int get_window(sd_bus *bus, const char *path, const char *interface, const char *property,
		      sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	(void)bus; (void)path; (void)interface; (void)property; (void)userdata; (void)error;
	return sd_bus_message_append(reply, "i", 0);
}

static int get_icon_name(sd_bus *bus, const char *path, const char *interface, const char *property,
			 sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	const struct sni *sni = userdata;

	(void)bus; (void)path; (void)interface; (void)property; (void)error;
	return sd_bus_message_append(reply, "s", icon_get_name(sni->shown));
}

/* (iiay) */
static int append_pixels(sd_bus_message *reply, enum agent_state state, unsigned size)
{
	static uint8_t pixels[SIZE_MAX_PIXELS * 4];
	int error;

	icon_draw(state, size, pixels);
	error = sd_bus_message_open_container(reply, 'r', "iiay");
	if (error >= 0)
		error = sd_bus_message_append(reply, "ii", (int)size, (int)size);
	if (error >= 0)
		error = sd_bus_message_append_array(reply, 'y', pixels, (size_t)size * size * 4);
	return error < 0 ? error : sd_bus_message_close_container(reply);
}

static int append_icon(sd_bus_message *reply, enum agent_state state)
{
	int error;

	error = sd_bus_message_open_container(reply, 'a', "(iiay)");
	for (size_t i = 0; error >= 0 && i < sizeof(sizes) / sizeof(sizes[0]); i++)
		error = append_pixels(reply, state, sizes[i]);
	return error < 0 ? error : sd_bus_message_close_container(reply);
}

static int get_icon(sd_bus *bus, const char *path, const char *interface, const char *property,
		    sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	const struct sni *sni = userdata;

	(void)bus; (void)path; (void)interface; (void)property; (void)error;
	return append_icon(reply, sni->shown);
}

static int get_no_icon(sd_bus *bus, const char *path, const char *interface, const char *property,
		       sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	(void)bus; (void)path; (void)interface; (void)property; (void)userdata; (void)error;
	return sd_bus_message_append(reply, "a(iiay)", 0);
}

/* Its text is markup to those who show it. */
static int get_tooltip(sd_bus *bus, const char *path, const char *interface, const char *property,
		       sd_bus_message *reply, void *userdata, sd_bus_error *error_back)
{
	const struct sni *sni = userdata;
	char *text = words_escape(sni->details);
	int error;

	(void)bus; (void)path; (void)interface; (void)property; (void)error_back;
	error = sd_bus_message_append(reply, "(sa(iiay)ss)", icon_get_name(sni->shown), 0, sni->title,
				      text ? text : "");
	free(text);
	return error;
}

static int get_menu_only(sd_bus *bus, const char *path, const char *interface, const char *property,
			 sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	const struct sni *sni = userdata;

	(void)bus; (void)path; (void)interface; (void)property; (void)error;
	return sd_bus_message_append(reply, "b", (int)sni->menu_only);
}

static int get_menu(sd_bus *bus, const char *path, const char *interface, const char *property,
		    sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	(void)bus; (void)path; (void)interface; (void)property; (void)userdata; (void)error;
	return sd_bus_message_append(reply, "o", SNI_MENU_PATH);
}

static int on_activate(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	struct sni *sni = userdata;

	(void)error;
	sni->callbacks->activate(sni->userdata);
	return sd_bus_reply_method_return(call, "");
}

static int on_activate_second(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	struct sni *sni = userdata;

	(void)error;
	sni->callbacks->activate_second(sni->userdata);
	return sd_bus_reply_method_return(call, "");
}

/* The menu is the host's to open; a wheel has no meaning here. */
static int on_nothing(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	(void)userdata;
	(void)error;
	return sd_bus_reply_method_return(call, "");
}

static const sd_bus_vtable vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_PROPERTY("Category", "s", get_text, 0, SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_PROPERTY("Id", "s", get_text, 0, SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_PROPERTY("Title", "s", get_title, 0, 0),
	SD_BUS_PROPERTY("Status", "s", get_text, 0, 0),
	SD_BUS_PROPERTY("WindowId", "i", get_window, 0, SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_PROPERTY("IconThemePath", "s", get_text, 0, SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_PROPERTY("IconName", "s", get_icon_name, 0, 0),
	SD_BUS_PROPERTY("IconPixmap", "a(iiay)", get_icon, 0, 0),
	SD_BUS_PROPERTY("OverlayIconName", "s", get_text, 0, 0),
	SD_BUS_PROPERTY("OverlayIconPixmap", "a(iiay)", get_no_icon, 0, 0),
	SD_BUS_PROPERTY("AttentionIconName", "s", get_text, 0, 0),
	SD_BUS_PROPERTY("AttentionIconPixmap", "a(iiay)", get_no_icon, 0, 0),
	SD_BUS_PROPERTY("AttentionMovieName", "s", get_text, 0, 0),
	SD_BUS_PROPERTY("ToolTip", "(sa(iiay)ss)", get_tooltip, 0, 0),
	SD_BUS_PROPERTY("ItemIsMenu", "b", get_menu_only, 0, SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_PROPERTY("Menu", "o", get_menu, 0, SD_BUS_VTABLE_PROPERTY_CONST),
	SD_BUS_METHOD("Activate", "ii", "", on_activate, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("SecondaryActivate", "ii", "", on_activate_second, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("ContextMenu", "ii", "", on_nothing, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("Scroll", "is", "", on_nothing, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_SIGNAL("NewTitle", "", 0),
	SD_BUS_SIGNAL("NewIcon", "", 0),
	SD_BUS_SIGNAL("NewAttentionIcon", "", 0),
	SD_BUS_SIGNAL("NewOverlayIcon", "", 0),
	SD_BUS_SIGNAL("NewToolTip", "", 0),
	SD_BUS_SIGNAL("NewStatus", "s", 0),
	SD_BUS_VTABLE_END
};

static int on_registered(sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	struct sni *sni = userdata;
	const sd_bus_error *refused = sd_bus_message_get_error(reply);

	(void)error;
	sni->register_call = sd_bus_slot_unref(sni->register_call);
	if (refused)
		log_warning("the tray does not take the icon: %s", refused->message);
	return 0;
}

/* Only to a watcher that is there; the call must not start one. */
static void register_item(struct sni *sni)
{
	sd_bus_message *call = NULL;
	int error;

	sni->register_call = sd_bus_slot_unref(sni->register_call);
	error = sd_bus_message_new_method_call(sni->bus, &call, WATCHER, WATCHER_PATH,
					       WATCHER, "RegisterStatusNotifierItem");
	if (error >= 0)
		error = sd_bus_message_append(call, "s", SNI_PATH);
	if (error >= 0)
		error = sd_bus_message_set_auto_start(call, 0);
	if (error >= 0)
		error = sd_bus_call_async(sni->bus, &sni->register_call, call, on_registered,
					  sni, 0);
	sd_bus_message_unref(call);
	if (error < 0)
		log_warning("the icon cannot be given to the tray: %s", strerror(-error));
}

static int on_watcher_changed(sd_bus_message *signal, void *userdata, sd_bus_error *error)
{
	const char *name, *before, *after;

	(void)error;
	if (connection_is_from_bus(signal) &&
	    sd_bus_message_read(signal, "sss", &name, &before, &after) >= 0 && *after)
		register_item(userdata);
	return 0;
}

static int on_watcher(sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	struct sni *sni = userdata;

	(void)error;
	sni->owner_call = sd_bus_slot_unref(sni->owner_call);
	if (!sd_bus_message_is_method_error(reply, NULL))
		register_item(sni);
	return 0;
}

static int watch(struct sni *sni)
{
	int error;

	error = sd_bus_add_match_async(sni->bus, &sni->match,
		"type='signal',sender='org.freedesktop.DBus',path='/org/freedesktop/DBus',"
		"interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='" WATCHER "'",
		on_watcher_changed, NULL, sni);
	if (error < 0)
		return error;
	return sd_bus_call_method_async(sni->bus, &sni->owner_call, "org.freedesktop.DBus",
		"/org/freedesktop/DBus", "org.freedesktop.DBus", "GetNameOwner", on_watcher, sni, "s",
		WATCHER);
}

static void emit(struct sni *sni, const char *member)
{
	sd_bus_emit_signal(sni->bus, SNI_PATH, INTERFACE, member, NULL);
}

/* Takes over text. True: it differs. */
static bool replace(char **shown, char *text)
{
	bool differs = !*shown || (text && strcmp(*shown, text));

	if (!text)
		return false;
	free(*shown);
	*shown = text;
	return differs;
}

void sni_update(struct sni *sni)
{
	bool icon = sni->shown != sni->agent->state;
	bool title = replace(&sni->title, words_make_title(sni->agent));
	bool details = replace(&sni->details, words_make_details(sni->agent));

	sni->shown = sni->agent->state;
	if (icon)
		emit(sni, "NewIcon");
	if (title)
		emit(sni, "NewTitle");
	if (icon || title || details)
		emit(sni, "NewToolTip");
}

int sni_start(struct sni **result, struct agent *agent, sd_bus *bus, bool menu_only,
	      const struct sni_callbacks *callbacks, void *userdata)
{
	struct sni *sni = calloc(1, sizeof(*sni));
	int error;

	if (!sni)
		return -ENOMEM;
	*sni = (struct sni){ .agent = agent, .bus = bus, .menu_only = menu_only, .callbacks = callbacks,
			     .userdata = userdata, .shown = agent->state };
	sni->title = words_make_title(agent);
	sni->details = words_make_details(agent);
	error = sni->title && sni->details ? 0 : -ENOMEM;
	if (error >= 0)
		error = sd_bus_add_object_vtable(bus, &sni->object, SNI_PATH, INTERFACE,
						 vtable, sni);
	if (error >= 0)
		error = watch(sni);
	if (error < 0) {
		sni_stop(sni);
		return error;
	}
	*result = sni;
	return 0;
}

void sni_stop(struct sni *sni)
{
	if (!sni)
		return;
	sd_bus_slot_unref(sni->register_call);
	sd_bus_slot_unref(sni->owner_call);
	sd_bus_slot_unref(sni->match);
	sd_bus_slot_unref(sni->object);
	free(sni->title);
	free(sni->details);
	free(sni);
}
