/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The keys of agent.conf. */
#include "agent_config.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "../daemon/ini.h"
#include "log.h"
#include "names.h"

typedef const char *set_fn(struct agent_config *config, const char *value);

static const char *parse_truth(const char *value, bool *truth)
{
	if (strcmp(value, "yes") && strcmp(value, "no"))
		return "must be yes or no";
	*truth = !strcmp(value, "yes");
	return NULL;
}

static const char *set_icon(struct agent_config *config, const char *value)
{
	return parse_truth(value, &config->icon);
}

static const char *set_click(struct agent_config *config, const char *value)
{
	if (!strcmp(value, "toggle"))
		config->click = AGENT_CLICK_TOGGLE;
	else if (!strcmp(value, "mute"))
		config->click = AGENT_CLICK_MUTE;
	else if (!strcmp(value, "menu"))
		config->click = AGENT_CLICK_MENU;
	else
		return "must be toggle, mute or menu";
	return NULL;
}

static const char *set_listening(struct agent_config *config, const char *value)
{
	return parse_truth(value, &config->listening);
}

static const char *set_speaking(struct agent_config *config, const char *value)
{
	return parse_truth(value, &config->speaking);
}

static const char *set_changes(struct agent_config *config, const char *value)
{
	return parse_truth(value, &config->changes);
}

/* Names of the sound naming specification have no other characters. */
static const char *set_sound(struct agent_config *config, const char *value)
{
	if (!*value || value[strspn(value, "abcdefghijklmnopqrstuvwxyz0123456789-")])
		return "must be the name of a sound, such as message or bell, or none";
	if (strlen(value) >= sizeof(config->sound))
		return "is too long";
	strcpy(config->sound, strcmp(value, "none") ? value : "");
	return NULL;
}

static const struct {
	const char *section, *name;
	set_fn *set;
} keys[] = {
	{ "tray", "icon", set_icon },
	{ "tray", "click", set_click },
	{ "notify", "listening", set_listening },
	{ "notify", "speaking", set_speaking },
	{ "notify", "changes", set_changes },
	{ "notify", "sound", set_sound },
};
#define N_KEYS (sizeof(keys) / sizeof(keys[0]))

static void get_key(size_t key, const char **section, const char **name)
{
	*section = keys[key].section;
	*name = keys[key].name;
}

static const char *set_key(void *config, size_t key, const char *value)
{
	return keys[key].set(config, value);
}

void agent_config_defaults(struct agent_config *config)
{
	*config = (struct agent_config){ .icon = true, .click = AGENT_CLICK_TOGGLE, .listening = true,
					 .speaking = true };
}

static void on_mistake(void *userdata, const char *line)
{
	(void)userdata;
	log_error("%s", line);
}

int agent_config_load(const char *given, struct agent_config *config)
{
	static const struct ini_keys all = { N_KEYS, get_key, set_key };
	struct agent_config fresh;
	char path[PATH_MAX];
	int error;

	agent_config_defaults(&fresh);
	if (!given) {
		error = ini_find_user_path(AGENT_CONFIG_FILE, path, sizeof(path));
		if (error)
			log_error("no place for %s: %s", AGENT_CONFIG_FILE, strerror(-error));
		if (error)
			return error;
	}
	error = ini_load(given ? given : path, &all, &fresh, on_mistake, NULL);
	if (error == -ENOENT && given)
		log_error("%s: %s", given, strerror(-error));
	else if (error == -ENOENT)
		error = 0;
	if (!error)
		*config = fresh;
	return error;
}
