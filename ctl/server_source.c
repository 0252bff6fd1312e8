/* SPDX-License-Identifier: GPL-2.0-or-later */
/* See server_source.h. PulseAudio and PipeWire use the same names for most properties. */
#include "server_source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../daemon/text.h"
#include "names.h"

static const char *get(const pa_source_info *info, const char *key)
{
	const char *value = pa_proplist_gets(info->proplist, key);

	return value ? value : "";
}

static int get_number(const pa_source_info *info, const char *key, const char *other)
{
	const char *text = get(info, key);
	char *end;
	long number;

	if (!*text)
		text = get(info, other);
	number = strtol(text, &end, 10);
	return *text && !*end && number >= 0 && number < 4096 ? (int)number : -1;
}

static bool is_alsa(const pa_source_info *info)
{
	return !strcmp(get(info, PA_PROP_DEVICE_API), "alsa") || *get(info, "alsa.card");
}

static bool is_bluetooth(const pa_source_info *info)
{
	const char *api = get(info, PA_PROP_DEVICE_API);

	return !strncmp(api, "bluez", 5) || !strcmp(get(info, PA_PROP_DEVICE_BUS), "bluetooth") ||
	       *get(info, "api.bluez5.address") || !strncmp(info->name, "bluez_", 6);
}

void server_source_read(struct server_source *source, const pa_source_info *info)
{
	bool alsa = is_alsa(info);
	const char *title;

	*source = (struct server_source){
		.index = info->index,
		.card = alsa ? get_number(info, "alsa.card", "api.alsa.pcm.card") : -1,
		.device = alsa ? get_number(info, "alsa.device", "api.alsa.pcm.device") : -1,
		.monitor = info->monitor_of_sink != PA_INVALID_INDEX ||
			   !strcmp(get(info, PA_PROP_DEVICE_CLASS), "monitor"),
		.bluetooth = is_bluetooth(info),
		.network = info->flags & PA_SOURCE_NETWORK || strstr(info->name, "tunnel"),
		.muted = info->mute,
		.suspended = info->state == PA_SOURCE_SUSPENDED,
	};
	snprintf(source->name, sizeof(source->name), "%s", info->name);
	title = info->description && *info->description ? info->description : info->name;
	text_clean(source->title, sizeof(source->title), title, strlen(title));
	snprintf(source->master, sizeof(source->master), "%s", get(info, PA_PROP_DEVICE_MASTER_DEVICE));
}

/* A card that the kernel numbers, but no device: any microphone of it. */
static bool is_gated(const struct server_source *source, const struct server_source_rules *rules)
{
	const json_t *microphone;
	size_t i;

	if (source->card < 0 || rules->session)
		return false;
	json_array_foreach(rules->microphones, i, microphone) {
		json_int_t card = json_integer_value(json_object_get(microphone, "card"));
		json_int_t device = json_integer_value(json_object_get(microphone, "device"));

		if (card == source->card && (source->device < 0 || device == source->device))
			return true;
	}
	return false;
}

static enum server_source_kind judge(const struct server_source *source,
				     const struct server_source_rules *rules)
{
	if (rules->session && !strcmp(source->name, SESSION_SOURCE))
		return SERVER_SOURCE_OURS;
	if (source->monitor)
		return SERVER_SOURCE_MONITOR;
	if (is_gated(source, rules))
		return SERVER_SOURCE_GATED;
	if (source->card >= 0 && rules->is_exempt && rules->is_exempt((unsigned)source->card))
		return SERVER_SOURCE_EXEMPT;
	return SERVER_SOURCE_UNGATED;
}

static const struct server_source *find(const struct server_source *sources, unsigned count,
					const char *name)
{
	for (unsigned i = 0; i < count; i++)
		if (!strcmp(sources[i].name, name))
			return &sources[i];
	return NULL;
}

void server_source_sort(struct server_source *sources, unsigned count,
			const struct server_source_rules *rules)
{
	bool again = true;

	for (unsigned i = 0; i < count; i++)
		sources[i].kind = judge(&sources[i], rules);
	/* Filters of filters: each round finds one more link of the chain. */
	for (unsigned round = 0; again && round < count; round++) {
		again = false;
		for (unsigned i = 0; i < count; i++) {
			const struct server_source *master;

			if (sources[i].kind != SERVER_SOURCE_UNGATED || !*sources[i].master)
				continue;
			master = find(sources, count, sources[i].master);
			if (!master || master->kind == SERVER_SOURCE_UNGATED)
				continue;
			sources[i].kind = SERVER_SOURCE_FILTER;
			again = true;
		}
	}
}

bool server_source_is_mirrored(const struct server_source *source)
{
	if (source->mirror.owner == MIRROR_OWNER_US)
		return true;	/* what we set we take back, whatever it has become */
	switch (source->kind) {
	case SERVER_SOURCE_UNGATED: return !source->fed;
	case SERVER_SOURCE_GATED:
	case SERVER_SOURCE_OURS: return true;
	case SERVER_SOURCE_FILTER: return source->mirror.button;
	case SERVER_SOURCE_MONITOR:
	case SERVER_SOURCE_EXEMPT: break;
	}
	return false;
}

const char *server_source_word(const struct server_source *source)
{
	if (source->bluetooth)
		return "Bluetooth";
	if (source->network)
		return "network";
	return source->card >= 0 ? "sound card" : "virtual";
}
