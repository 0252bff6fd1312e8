/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A source of the sound server (PulseAudio, or PipeWire's pulse server) as a
 * microphone. Each stream has a connection and a main loop of its own, turned
 * by the feed thread inside open() and read(); while it is closed nothing of
 * libpulse exists here. It must never open hardmute's own virtual microphone:
 * sound would run in a circle.
 */
#include "mic.h"

#include <alsa/asoundlib.h>
#include <errno.h>
#include <pulse/pulseaudio.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "log.h"
#include "names.h"
#include "now.h"

#define NS 1000000000LL
#define WINDOW_NS (2 * NS)
#define OPEN_TIMEOUT_NS (5 * NS)	/* a server that takes longer to answer is taken for hung */
#define KEPT_MS 500u			/* what the server keeps for us when we are late */

struct pulse_mic {
	pa_mainloop *loop;
	pa_context *context;
	pa_stream *stream;
	pa_io_event *stop_event;
	int stop_fd;			/* that stop_event watches; -1 none */
	bool stopped;			/* stop_fd was readable */
	bool overrun;			/* the server dropped frames */
	unsigned rate;
	size_t frame_bytes;
	const char *peeked;		/* the fragment in hand, not dropped yet */
	size_t peeked_bytes, used_bytes;
	int64_t peeked_ns;		/* CLOCK_MONOTONIC of its last frame's capture */
	uint64_t frames;		/* taken in hand so far, holes too */
	int64_t window_ns;		/* start of the window of least_ns */
	int64_t least_ns, least_before_ns;	/* see origin_ns */
};

/* The choice of a source, filled by the callbacks of the questions asked. */
struct choice {
	char name[256];			/* the source to open; empty: none yet */
	char wanted[256];		/* the name asked for now */
	char first[256];		/* the first real microphone in the list */
	bool found;			/* wanted is there and may be used */
};

static pa_sample_format_t sample_format(unsigned format)
{
	switch (format) {
	case SND_PCM_FORMAT_S16_LE:
		return PA_SAMPLE_S16LE;
	case SND_PCM_FORMAT_S24_LE:
		return PA_SAMPLE_S24_32LE;
	case SND_PCM_FORMAT_S24_3LE:
		return PA_SAMPLE_S24LE;
	case SND_PCM_FORMAT_S32_LE:
		return PA_SAMPLE_S32LE;
	case SND_PCM_FORMAT_FLOAT_LE:
		return PA_SAMPLE_FLOAT32LE;
	default:
		return PA_SAMPLE_INVALID;
	}
}

/* Turns the loop once, not longer than until deadline_ns. */
static int turn(struct pulse_mic *mic, int64_t deadline_ns)
{
	int64_t left_us = (deadline_ns - now_ns()) / 1000;

	if (left_us <= 0)
		return -ETIMEDOUT;
	if (pa_mainloop_prepare(mic->loop, (int)left_us) < 0 || pa_mainloop_poll(mic->loop) < 0 ||
	    pa_mainloop_dispatch(mic->loop) < 0)
		return -EIO;
	return PA_CONTEXT_IS_GOOD(pa_context_get_state(mic->context)) ? 0 : -ENODEV;
}

static int wait_operation(struct pulse_mic *mic, pa_operation *operation)
{
	int64_t deadline = now_ns() + OPEN_TIMEOUT_NS;
	int error = operation ? 0 : -EIO;

	while (!error && pa_operation_get_state(operation) == PA_OPERATION_RUNNING)
		error = turn(mic, deadline);
	if (operation) {
		if (error)
			pa_operation_cancel(operation);
		pa_operation_unref(operation);
	}
	return error;
}

static bool is_ours(const char *name)
{
	return strcmp(name, SESSION_SOURCE) == 0 || strcmp(name, SESSION_SINK ".monitor") == 0;
}

/*
 * What somebody speaks plays through a speaker is no microphone; but the
 * monitor of a null sink is one that the user built. auto_null is the server's
 * own stand-in for "no device".
 */
static bool is_microphone(const pa_source_info *info)
{
	const char *factory = pa_proplist_gets(info->proplist, "factory.name");

	if (is_ours(info->name) || strcmp(info->name, "auto_null.monitor") == 0)
		return false;
	return info->monitor_of_sink == PA_INVALID_INDEX ||
	       (info->driver && strstr(info->driver, "null-sink")) ||
	       (factory && strstr(factory, "null-audio-sink"));
}

static void on_server(pa_context *context, const pa_server_info *info, void *userdata)
{
	struct choice *choice = userdata;

	(void)context;
	if (info && info->default_source_name)
		snprintf(choice->wanted, sizeof choice->wanted, "%s", info->default_source_name);
}

static void on_virtual(pa_context *context, const pa_source_info *info, int end, void *userdata)
{
	struct choice *choice = userdata;
	const char *previous = info ? pa_proplist_gets(info->proplist, SESSION_PREVIOUS) : NULL;

	(void)context;
	(void)end;
	if (previous && previous[0])
		snprintf(choice->wanted, sizeof choice->wanted, "%s", previous);
}

static void on_source(pa_context *context, const pa_source_info *info, int end, void *userdata)
{
	struct choice *choice = userdata;

	(void)context;
	(void)end;
	if (!info || !is_microphone(info))
		return;
	if (strcmp(info->name, choice->wanted) == 0)
		choice->found = true;
	if (!choice->first[0] && info->monitor_of_sink == PA_INVALID_INDEX)
		snprintf(choice->first, sizeof choice->first, "%s", info->name);
}

/*
 * "The default source" is the one that was the default before the virtual
 * microphone took its place, if it is still there; else the first real one.
 */
static int choose_default(struct pulse_mic *mic, struct choice *choice)
{
	int error = wait_operation(mic, pa_context_get_server_info(mic->context, on_server, choice));

	if (!error)
		error = wait_operation(mic, pa_context_get_source_info_by_name(mic->context,
						SESSION_SOURCE, on_virtual, choice));
	if (!error)
		error = wait_operation(mic, pa_context_get_source_info_list(mic->context,
						on_source, choice));
	if (error)
		return error;
	snprintf(choice->name, sizeof choice->name, "%s",
		 choice->found ? choice->wanted : choice->first);
	if (choice->name[0])
		return 0;
	log_error("microphone: the sound server has no source but monitors and hardmute's own");
	return -ENOENT;
}

static int choose(struct pulse_mic *mic, const char *spec, struct choice *choice)
{
	if (!spec[0])
		return choose_default(mic, choice);
	if (is_ours(spec)) {
		log_error("microphone: %s is hardmute's own virtual microphone", spec);
		return -EINVAL;
	}
	snprintf(choice->name, sizeof choice->name, "%s", spec);
	return 0;
}

static int connect_server(struct pulse_mic *mic)
{
	int64_t deadline = now_ns() + OPEN_TIMEOUT_NS;
	pa_proplist *properties = pa_proplist_new();
	int error = 0;

	mic->loop = pa_mainloop_new();
	if (!mic->loop || !properties) {
		if (properties)
			pa_proplist_free(properties);
		return -ENOMEM;
	}
	pa_proplist_sets(properties, PA_PROP_APPLICATION_ID, BUS_NAME);
	pa_proplist_sets(properties, PA_PROP_APPLICATION_ICON_NAME, "audio-input-microphone");
	mic->context = pa_context_new_with_proplist(pa_mainloop_get_api(mic->loop), "HardMute",
						    properties);
	pa_proplist_free(properties);
	if (!mic->context)
		return -ENOMEM;
	if (pa_context_connect(mic->context, NULL, PA_CONTEXT_NOAUTOSPAWN, NULL) < 0)
		return -ENODEV;
	while (!error && pa_context_get_state(mic->context) != PA_CONTEXT_READY)
		error = turn(mic, deadline);
	return error;
}

static void on_overflow(pa_stream *stream, void *userdata)
{
	struct pulse_mic *mic = userdata;

	(void)stream;
	mic->overrun = true;
}

static int stream_error(const struct pulse_mic *mic)
{
	switch (pa_context_errno(mic->context)) {
	case PA_ERR_NOENTITY:
		return -ENOENT;
	case PA_ERR_ACCESS:
		return -EACCES;
	case PA_ERR_INVALID:
	case PA_ERR_NOTSUPPORTED:
		return -EINVAL;
	case PA_ERR_BUSY:
		return -EBUSY;
	default:
		return -ENODEV;
	}
}

static int start_stream(struct pulse_mic *mic, const char *source, const pa_sample_spec *spec,
			const pa_buffer_attr *attr)
{
	int64_t deadline = now_ns() + OPEN_TIMEOUT_NS;
	pa_channel_map map;
	int error = 0;

	pa_channel_map_init_extend(&map, spec->channels, PA_CHANNEL_MAP_DEFAULT);
	mic->stream = pa_stream_new(mic->context, "microphone", spec, &map);
	if (!mic->stream)
		return -EINVAL;
	pa_stream_set_overflow_callback(mic->stream, on_overflow, mic);
	if (pa_stream_connect_record(mic->stream, source, attr,
				     PA_STREAM_ADJUST_LATENCY | PA_STREAM_AUTO_TIMING_UPDATE |
				     PA_STREAM_INTERPOLATE_TIMING | PA_STREAM_DONT_MOVE) < 0)
		return stream_error(mic);
	while (!error && pa_stream_get_state(mic->stream) == PA_STREAM_CREATING)
		error = turn(mic, deadline);
	if (!error && pa_stream_get_state(mic->stream) != PA_STREAM_READY)
		error = stream_error(mic);
	return error;
}

static void pulse_close(void *stream)
{
	struct pulse_mic *mic = stream;

	if (mic->stop_event)
		pa_mainloop_get_api(mic->loop)->io_free(mic->stop_event);
	if (mic->stream) {
		pa_stream_disconnect(mic->stream);
		pa_stream_unref(mic->stream);
	}
	if (mic->context) {
		pa_context_disconnect(mic->context);
		pa_context_unref(mic->context);
	}
	if (mic->loop)
		pa_mainloop_free(mic->loop);
	free(mic);
}

static int pulse_open(const char *spec, struct mic_params *params, void **stream)
{
	pa_sample_spec sample = {
		.format = sample_format(params->format),
		.rate = params->rate,
		.channels = (uint8_t)params->channels,
	};
	pa_buffer_attr attr;
	struct choice choice = { 0 };
	struct pulse_mic *mic;
	int error;

	if (params->channels > PA_CHANNELS_MAX || !pa_sample_spec_valid(&sample) ||
	    params->period_frames == 0)
		return -EINVAL;
	mic = calloc(1, sizeof *mic);
	if (!mic)
		return -ENOMEM;
	mic->stop_fd = -1;
	mic->least_ns = mic->least_before_ns = INT64_MAX;
	mic->rate = params->rate;
	mic->frame_bytes = pa_frame_size(&sample);
	memset(&attr, 0xff, sizeof attr);
	attr.fragsize = params->period_frames * (uint32_t)mic->frame_bytes;
	attr.maxlength = attr.fragsize + (uint32_t)mic->frame_bytes * (params->rate * KEPT_MS / 1000);

	error = connect_server(mic);
	if (!error)
		error = choose(mic, spec, &choice);
	if (!error)
		error = start_stream(mic, choice.name, &sample, &attr);
	if (error) {
		pulse_close(mic);
		return error;
	}
	attr = *pa_stream_get_buffer_attr(mic->stream);
	if (attr.fragsize >= mic->frame_bytes)
		params->period_frames = attr.fragsize / (uint32_t)mic->frame_bytes;
	*stream = mic;
	return 0;
}

static void on_stop(pa_mainloop_api *api, pa_io_event *event, int fd, pa_io_event_flags_t flags,
		    void *userdata)
{
	struct pulse_mic *mic = userdata;

	(void)flags;
	(void)fd;
	mic->stopped = true;
	api->io_enable(event, PA_IO_EVENT_NULL);	/* or it would be reported without end */
}

static int watch_stop(struct pulse_mic *mic, int stop_fd)
{
	pa_mainloop_api *api = pa_mainloop_get_api(mic->loop);

	if (stop_fd == mic->stop_fd && !mic->stopped)
		return 0;
	if (mic->stop_event)
		api->io_free(mic->stop_event);
	mic->stopped = false;
	mic->stop_fd = stop_fd;
	mic->stop_event = api->io_new(api, stop_fd, PA_IO_EVENT_INPUT, on_stop, mic);
	return mic->stop_event ? 0 : -ENOMEM;
}

/*
 * CLOCK_MONOTONIC of frame 0, by the least delay between the count of frames
 * and the clock in the last seconds: frames come at the device's pace. A window
 * and not for ever, because clocks drift and servers lose frames.
 */
static int64_t origin_ns(struct pulse_mic *mic, int64_t now, int64_t counted_ns)
{
	if (now - mic->window_ns > WINDOW_NS) {
		mic->least_before_ns = mic->least_ns;
		mic->least_ns = INT64_MAX;
		mic->window_ns = now;
	}
	if (now - counted_ns < mic->least_ns)
		mic->least_ns = now - counted_ns;
	return mic->least_ns < mic->least_before_ns ? mic->least_ns : mic->least_before_ns;
}

/*
 * When the last of all frames that came so far was captured, at the latest. The
 * server's idea of the latency is interpolated, and wrong just when this process
 * was slow and old frames have piled up, which must not pass for fresh ones. So
 * frames are counted too, and the earlier answer is taken.
 */
static int64_t captured_ns(struct pulse_mic *mic, uint64_t frames, size_t readable_bytes)
{
	int64_t now = now_ns();
	int64_t counted_ns = (int64_t)(frames / mic->rate * NS + frames % mic->rate * NS / mic->rate);
	pa_usec_t latency = 0;
	pa_usec_t readable = pa_bytes_to_usec(readable_bytes, pa_stream_get_sample_spec(mic->stream));
	int64_t reported_ns = now;
	int negative = 0;

	counted_ns += origin_ns(mic, now, counted_ns);
	/* latency is the age of the next frame to be read, readable that of the last */
	if (pa_stream_get_latency(mic->stream, &latency, &negative) == 0 && !negative &&
	    latency > readable)
		reported_ns = now - (int64_t)(latency - readable) * 1000;
	return reported_ns < counted_ns ? reported_ns : counted_ns;
}

/* Takes the next fragment in hand. 1, 0 when there is none yet, or -EPIPE for a hole. */
static int peek(struct pulse_mic *mic)
{
	const void *data = NULL;
	size_t bytes = 0;
	size_t readable = pa_stream_readable_size(mic->stream);

	if (readable == (size_t)-1)
		return -ENODEV;
	if (!readable)
		return 0;
	mic->peeked_ns = captured_ns(mic, mic->frames + readable / mic->frame_bytes, readable);
	if (pa_stream_peek(mic->stream, &data, &bytes) < 0)
		return -ENODEV;
	if (!bytes)
		return 0;
	mic->frames += bytes / mic->frame_bytes;
	if (!data) {
		pa_stream_drop(mic->stream);
		return -EPIPE;
	}
	/* readable frames behind this fragment were captured after it */
	mic->peeked_ns -= (int64_t)((readable - bytes) / mic->frame_bytes) * NS / mic->rate;
	mic->peeked = data;
	mic->peeked_bytes = bytes - bytes % mic->frame_bytes;
	mic->used_bytes = 0;
	return 1;
}

static int wait_fragment(struct pulse_mic *mic)
{
	for (;;) {
		int error;

		if (mic->stopped)
			return -ECANCELED;
		if (pa_stream_get_state(mic->stream) != PA_STREAM_READY)
			return -ENODEV;
		if (mic->overrun) {
			mic->overrun = false;
			return -EPIPE;
		}
		error = peek(mic);
		if (error)
			return error < 0 ? error : 0;
		if (pa_mainloop_iterate(mic->loop, 1, NULL) < 0)
			return -ENODEV;
	}
}

static long pulse_read(void *stream, void *frames, unsigned long count, int stop_fd,
		       int64_t *time_ns)
{
	struct pulse_mic *mic = stream;
	size_t bytes;
	size_t left;
	int error = watch_stop(mic, stop_fd);

	if (error)
		return error;
	if (!mic->peeked) {
		error = wait_fragment(mic);
		if (error)
			return error;
	}
	bytes = mic->peeked_bytes - mic->used_bytes;
	if (bytes > count * mic->frame_bytes)
		bytes = count * mic->frame_bytes;
	memcpy(frames, mic->peeked + mic->used_bytes, bytes);
	mic->used_bytes += bytes;
	left = mic->peeked_bytes - mic->used_bytes;
	*time_ns = mic->peeked_ns -
		   (int64_t)(left / mic->frame_bytes) * NS / mic->rate;
	if (!left) {
		mic->peeked = NULL;
		pa_stream_drop(mic->stream);
	}
	return (long)(bytes / mic->frame_bytes);
}

const struct mic_ops mic_pulse = {
	.open = pulse_open,
	.read = pulse_read,
	.close = pulse_close,
};
