/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who records from the virtual microphone, see listeners.h. Runs in callbacks
 * of the sound server only, wakes up only when somebody starts or stops.
 */
#include "listeners.h"

#include <sound/asound.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>


static const char *property(const pa_source_output_info *info, const char *key)
{
	const char *value = pa_proplist_gets(info->proplist, key);

	return value && value[0] ? value : NULL;
}

static bool is_listener(const struct listeners *listeners, const pa_source_output_info *info)
{
	const struct source *source = listeners->source;

	if (info->source != source->source && info->source != source->monitor)
		return false;
	if (property(info, LISTENERS_PROBE))
		return false;
	/* the source itself listens to the monitor */
	return info->owner_module == PA_INVALID_INDEX ||
	       info->owner_module != source->source_module;
}

static const char *program_of(const pa_source_output_info *info)
{
	static const char *const keys[] = {
		PA_PROP_APPLICATION_NAME, PA_PROP_APPLICATION_PROCESS_BINARY, "node.name",
	};

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (property(info, keys[i]))
			return property(info, keys[i]);
	return info->name ? info->name : "";
}

/* Only PipeWire's pulse server gathers whole fragments, and says how large they are. */
static uint32_t fragment_of(const pa_source_output_info *info)
{
	const char *bytes = property(info, "pulse.attr.fragsize");
	pa_usec_t usec;

	if (!bytes || !pa_sample_spec_valid(&info->sample_spec))
		return 0;
	usec = pa_bytes_to_usec(strtoul(bytes, NULL, 10), &info->sample_spec);
	return (uint32_t)((usec + 999) / 1000);
}

static void note(struct listeners *listeners, const pa_source_output_info *info)
{
	const char *pid = property(info, PA_PROP_APPLICATION_PROCESS_ID);
	struct listener *listener = &listeners->next[listeners->next_count];

	if (listeners->next_count == READERS_MAX)
		return;
	*listener = (struct listener){
		.index = info->index,
		.stream = -1,
		.running = !info->corked,
		.fragment_ms = fragment_of(info),
		.pid = pid ? (uint32_t)strtoul(pid, NULL, 10) : 0,
		.spec = info->sample_spec,
	};
	snprintf(listener->program, sizeof listener->program, "%s", program_of(info));
	listeners->next_count++;
}

static const struct listener *find(const struct listener *list, unsigned count, uint32_t index)
{
	for (unsigned i = 0; i < count; i++)
		if (list[i].index == index)
			return &list[i];
	return NULL;
}

static uint32_t table_format(pa_sample_format_t format)
{
	switch ((int)format) {
	case PA_SAMPLE_U8:
		return SNDRV_PCM_FORMAT_U8;
	case PA_SAMPLE_S16LE:
		return SNDRV_PCM_FORMAT_S16_LE;
	case PA_SAMPLE_S24LE:
		return SNDRV_PCM_FORMAT_S24_3LE;
	case PA_SAMPLE_S24_32LE:
		return SNDRV_PCM_FORMAT_S24_LE;
	case PA_SAMPLE_S32LE:
		return SNDRV_PCM_FORMAT_S32_LE;
	default:
		return SNDRV_PCM_FORMAT_FLOAT_LE;
	}
}

static void tell_table(struct listeners *listeners, struct listener *listener)
{
	struct reader_info *info;

	if (listener->stream < 0)
		listener->stream = table_open(listeners->table, 0, listener->pid, getuid(),
					      listener->program, 0);
	if (listener->stream < 0)
		return;
	info = &listeners->table->readers.reader[listener->stream];
	info->format = table_format(listener->spec.format);
	info->rate = listener->spec.rate;
	info->channels = listener->spec.channels;
	info->state = listener->running ? READER_STATE_RUNNING : READER_STATE_OPEN;
}

/* The list in `next` is complete: it is the list now. */
static void take_over(struct listeners *listeners)
{
	listeners_count(listeners, listeners->sound);
	for (unsigned i = 0; i < listeners->count; i++)
		if (listeners->list[i].stream >= 0 &&
		    !find(listeners->next, listeners->next_count, listeners->list[i].index))
			table_close(listeners->table, (uint32_t)listeners->list[i].stream);
	for (unsigned i = 0; i < listeners->next_count; i++) {
		const struct listener *old = find(listeners->list, listeners->count,
						  listeners->next[i].index);

		if (old)
			listeners->next[i].stream = old->stream;
		tell_table(listeners, &listeners->next[i]);
	}
	memcpy(listeners->list, listeners->next, sizeof listeners->list);
	listeners->count = listeners->next_count;
	listeners->on_changed(listeners->userdata);
}

static void on_output(pa_context *context, const pa_source_output_info *info, int end,
		      void *userdata)
{
	struct listeners *listeners = userdata;

	(void)context;
	if (!end) {
		if (is_listener(listeners, info))
			note(listeners, info);
		return;
	}
	listeners->asking = false;
	if (end > 0)
		take_over(listeners);
	if (listeners->again)
		listeners_look(listeners);
}

void listeners_look(struct listeners *listeners)
{
	pa_operation *operation;

	listeners->again = listeners->asking;
	if (listeners->asking)
		return;
	listeners->next_count = 0;
	operation = pa_context_get_source_output_info_list(listeners->server->context, on_output,
							   listeners);
	if (!operation)
		return;
	listeners->asking = true;
	pa_operation_unref(operation);
}

void listeners_init(struct listeners *listeners, struct server *server, const struct source *source,
		    struct table *table, listeners_changed_fn *on_changed, void *userdata)
{
	*listeners = (struct listeners){
		.server = server, .source = source, .table = table,
		.on_changed = on_changed, .userdata = userdata, .counted_ns = server_now_ns(),
	};
	table_forget_twin(table, 0);	/* a predecessor's */
}

void listeners_forget(struct listeners *listeners)
{
	listeners->asking = false;
	listeners->again = false;
	listeners->next_count = 0;
	take_over(listeners);
}

bool listeners_any_running(const struct listeners *listeners)
{
	for (unsigned i = 0; i < listeners->count; i++)
		if (listeners->list[i].running)
			return true;
	return false;
}

const struct listener *listeners_largest_fragment(const struct listeners *listeners)
{
	const struct listener *largest = NULL;

	for (unsigned i = 0; i < listeners->count; i++)
		if (listeners->list[i].running &&
		    (!largest || listeners->list[i].fragment_ms > largest->fragment_ms))
			largest = &listeners->list[i];
	return largest;
}

void listeners_count(struct listeners *listeners, bool sound)
{
	int64_t now = server_now_ns();

	for (unsigned i = 0; i < listeners->count; i++) {
		const struct listener *listener = &listeners->list[i];
		struct reader_info *info;
		uint64_t frames;

		if (listener->stream < 0 || !listener->running)
			continue;
		info = &listeners->table->readers.reader[listener->stream];
		frames = (uint64_t)((now - listeners->counted_ns) / 1000) * listener->spec.rate /
			 1000000;
		info->frames += frames;
		if (!listeners->sound)
			info->silent_frames += frames;
	}
	listeners->counted_ns = now;
	listeners->sound = sound;
	listeners->table->readers.counted_ns = now;
	listeners->table->readers.sounding = sound;
}
