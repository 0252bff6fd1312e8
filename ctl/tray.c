/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keeps icon and menu at the last status. */
#include "tray.h"

#include <errno.h>
#include <stdlib.h>

#include "dbusmenu.h"
#include "menu.h"
#include "sni.h"

struct tray {
	struct agent *agent;
	struct actions *actions;
	enum agent_click click;
	sd_bus *bus;		/* its own: see sni_start */
	struct sni *sni;
	struct dbusmenu *menu;
	struct agent_listener listener;
};

static void on_activate(void *userdata)
{
	struct tray *tray = userdata;

	if (tray->click == AGENT_CLICK_TOGGLE)
		actions_toggle(tray->actions);
	else
		actions_mute(tray->actions);
}

static void on_activate_second(void *userdata)
{
	struct tray *tray = userdata;

	actions_mute(tray->actions);
}

static void on_click(void *userdata, int id)
{
	struct tray *tray = userdata;

	if (id == MENU_ID_MUTE)
		actions_mute(tray->actions);
	else if (id == MENU_ID_UNMUTE || menu_get_limit(id))
		actions_unmute(tray->actions, menu_get_limit(id));
	else if (id == MENU_ID_VERIFY)
		actions_verify(tray->actions);
	else if (id == MENU_ID_QUIT)
		sd_event_exit(tray->agent->event, 0);
}

static void on_changed(struct agent *agent, void *userdata)
{
	struct tray *tray = userdata;

	dbusmenu_set(tray->menu, menu_make(agent, actions_is_verifying(tray->actions)));
	sni_update(tray->sni);
}

static int start_shown(struct tray *tray)
{
	static const struct sni_callbacks callbacks = { on_activate, on_activate_second };
	int error;

	error = sd_bus_open_user_with_description(&tray->bus, "hardmute-agent's tray");
	if (error >= 0)
		error = sd_bus_attach_event(tray->bus, tray->agent->event, SD_EVENT_PRIORITY_NORMAL);
	/* The menu first: who sees the icon may ask for it. */
	if (error >= 0)
		error = dbusmenu_start(&tray->menu, tray->bus, SNI_MENU_PATH, on_click, tray);
	if (error >= 0)
		error = sni_start(&tray->sni, tray->agent, tray->bus, tray->click == AGENT_CLICK_MENU,
				  &callbacks, tray);
	return error;
}

int tray_start(struct tray **result, struct agent *agent, const struct agent_config *config,
	       struct actions *actions)
{
	struct tray *tray = calloc(1, sizeof(*tray));
	int error;

	if (!tray)
		return -ENOMEM;
	tray->agent = agent;
	tray->actions = actions;
	tray->click = config->click;
	tray->listener = (struct agent_listener){ on_changed, tray, NULL };
	error = start_shown(tray);
	if (error < 0) {
		tray_stop(tray);
		return error;
	}
	agent_listen(agent, &tray->listener);
	on_changed(agent, tray);
	*result = tray;
	return 0;
}

void tray_stop(struct tray *tray)
{
	if (!tray)
		return;
	agent_unlisten(tray->agent, &tray->listener);
	sni_stop(tray->sni);
	dbusmenu_stop(tray->menu);
	if (tray->bus)
		sd_bus_detach_event(tray->bus);
	sd_bus_flush_close_unref(tray->bus);
	free(tray);
}
