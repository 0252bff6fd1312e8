/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The fence of session mode, see fence.h. Runs in callbacks of the loop.
 */
#include "fence.h"

#include <string.h>

#include "log.h"

#define MS 1000000LL
#define PROBE_FRAMES 240u	/* the fragments asked for: 5 ms */
#define SETTLE_NS (25 * MS)	/* nobody who presses a key notices */
#define QUEUE_SLACK_US 2000u
#define QUEUE_PAUSE_NS (5 * MS)
#define PROOF_FRAMES 960u	/* 20 ms of zeros at least */

static void set_timer(struct fence *fence, int64_t delay_ns);

static void drop_probe(struct fence *fence)
{
	if (!fence->probe)
		return;
	pa_stream_set_read_callback(fence->probe, NULL, NULL);
	pa_stream_set_state_callback(fence->probe, NULL, NULL);
	pa_stream_disconnect(fence->probe);
	pa_stream_unref(fence->probe);
	fence->probe = NULL;
}

static void finish(struct fence *fence)
{
	if (fence->timer)
		fence->server->api->time_free(fence->timer);
	fence->timer = NULL;
	drop_probe(fence);
	fence->confirmed = false;
	fence->proven = false;
	fence->settling = false;
	for (unsigned i = 0; i < fence->pending_count; i++)
		fence->on_passed(fence->pending[i]);
	fence->pending_count = 0;
}

/* What the server still gathers for recorders, as far as it is worth waiting for. */
static uint32_t gathering_ms(struct fence *fence)
{
	const struct listener *largest = listeners_largest_fragment(fence->listeners);

	if (!largest || largest->fragment_ms <= FENCE_GATHER_MS)
		return largest ? largest->fragment_ms : 0;
	if (fence->named_index != largest->index)
		log_notice("%s (pid %u) has its sound delivered in pieces of %u ms: the last one "
			   "may hold sound from before the mute", largest->program, largest->pid,
			   largest->fragment_ms);
	fence->named_index = largest->index;
	return 0;
}

/*
 * The rest takes time alone: what the server still gathers for others; and what
 * it has sent must be fetched by recorders that the system may let run later
 * than us.
 */
static void settle(struct fence *fence)
{
	int64_t fragment_ns = (int64_t)fence->fragment * MS / (SOURCE_RATE / 1000);
	int64_t gathered_ns = fence->confirmed_ns + gathering_ms(fence) * MS + fragment_ns;
	int64_t left_ns = gathered_ns - server_now_ns();

	fence->settling = true;
	set_timer(fence, left_ns > SETTLE_NS ? left_ns : SETTLE_NS);
}

static bool is_heard(const struct fence *fence, const pa_source_output_info *info)
{
	return (info->source == fence->source->source || info->source == fence->source->monitor) &&
	       !pa_proplist_gets(info->proplist, LISTENERS_PROBE);
}

/*
 * What the server has ready for each recorder but could not send yet, because
 * the recorder is slow. It goes out before the zeros behind it do.
 */
static void on_queue(pa_context *context, const pa_source_output_info *info, int end,
		     void *userdata)
{
	struct fence *fence = userdata;

	(void)context;
	if (!fence->proven)	/* asked for a fence that has passed since */
		return;
	if (!end) {
		if (is_heard(fence, info) && info->buffer_usec > fence->queued_us)
			fence->queued_us = info->buffer_usec;
		return;
	}
	if (fence->queued_us > QUEUE_SLACK_US &&
	    server_now_ns() - fence->confirmed_ns < FENCE_GATHER_MS * MS)
		set_timer(fence, QUEUE_PAUSE_NS);
	else
		settle(fence);
}

static void ask_queues(struct fence *fence)
{
	pa_operation *operation = pa_context_get_source_output_info_list(fence->server->context,
									 on_queue, fence);

	fence->queued_us = 0;
	if (operation)
		pa_operation_unref(operation);
	else
		settle(fence);
}

/* Silence has come out at the far end. */
static void on_proven(struct fence *fence)
{
	fence->proven = true;
	fence->play->dirty = false;
	drop_probe(fence);
	ask_queues(fence);
}

static void on_timer(pa_mainloop_api *api, pa_time_event *event, const struct timeval *when,
		     void *userdata)
{
	struct fence *fence = userdata;

	(void)api;
	(void)event;
	(void)when;
	if (fence->proven) {
		if (fence->settling)
			finish(fence);
		else
			ask_queues(fence);
		return;
	}
	log_error("the sound server does not fall silent: %s",
		  !fence->confirmed ? "it does not answer"
		  : fence->fragment ? "sound still comes out of the virtual microphone"
				    : "nothing comes out of the virtual microphone");
}

static void set_timer(struct fence *fence, int64_t delay_ns)
{
	if (fence->timer)
		fence->server->api->time_free(fence->timer);
	fence->timer = pa_context_rttime_new(fence->server->context,
					     pa_rtclock_now() + (pa_usec_t)(delay_ns / 1000),
					     on_timer, fence);
}

static bool is_zero(const float *samples, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (samples[i] != 0.0f)
			return false;
	return true;
}

static void hear(struct fence *fence, const float *frames, size_t bytes)
{
	size_t count = bytes / SOURCE_FRAME_BYTES;

	if (!fence->confirmed)
		return;
	if (count > fence->fragment)
		fence->fragment = count;
	if (is_zero(frames, count * SOURCE_CHANNELS))
		fence->zeros += count;
	else
		fence->zeros = 0;
}

static void on_fragment(pa_stream *stream, size_t readable, void *userdata)
{
	struct fence *fence = userdata;
	const void *data;
	size_t bytes;

	(void)readable;
	while (pa_stream_readable_size(stream) > 0) {
		if (pa_stream_peek(stream, &data, &bytes) < 0 || !bytes)
			break;
		if (data)
			hear(fence, data, bytes);
		pa_stream_drop(stream);
	}
	/* two fragments: one may have been in the making, PipeWire's are large */
	if (fence->confirmed && fence->zeros >= PROOF_FRAMES + 2 * fence->fragment)
		on_proven(fence);
}

static void on_probe_state(pa_stream *stream, void *userdata)
{
	struct fence *fence = userdata;

	if (pa_stream_get_state(stream) != PA_STREAM_FAILED)
		return;
	if (pa_context_errno(fence->server->context) == PA_ERR_NOENTITY) {
		finish(fence);	/* no virtual microphone: nobody can hear it */
		return;
	}
	log_error("cannot listen to the virtual microphone: %s",
		  pa_strerror(pa_context_errno(fence->server->context)));
}

static void start_probe(struct fence *fence)
{
	const pa_sample_spec spec = { PA_SAMPLE_FLOAT32LE, SOURCE_RATE, SOURCE_CHANNELS };
	pa_proplist *properties = pa_proplist_new();
	pa_buffer_attr attr;
	char name[16];

	if (!properties)
		return;
	memset(&attr, 0xff, sizeof attr);
	attr.fragsize = PROBE_FRAMES * SOURCE_FRAME_BYTES;
	pa_proplist_sets(properties, LISTENERS_PROBE, "1");
	fence->zeros = 0;
	fence->fragment = 0;
	fence->probe = pa_stream_new_with_proplist(fence->server->context, "is it silent?", &spec,
						   NULL, properties);
	pa_proplist_free(properties);
	if (!fence->probe)
		return;
	pa_stream_set_read_callback(fence->probe, on_fragment, fence);
	pa_stream_set_state_callback(fence->probe, on_probe_state, fence);
	snprintf(name, sizeof name, "%u", fence->source->source);
	pa_stream_connect_record(fence->probe, name, &attr,
				 PA_STREAM_ADJUST_LATENCY | PA_STREAM_DONT_MOVE);
}

static void on_confirmed(void *userdata)
{
	struct fence *fence = userdata;

	fence->confirmed = true;
	fence->confirmed_ns = server_now_ns();
	if (!fence->play->dirty)
		finish(fence);
}

void fence_init(struct fence *fence, struct server *server, struct play *play,
		const struct source *source, const struct listeners *listeners,
		fence_passed_fn *on_passed)
{
	*fence = (struct fence){
		.server = server, .play = play, .source = source, .listeners = listeners,
		.on_passed = on_passed, .named_index = PA_INVALID_INDEX,
	};
}

void fence_ask(struct fence *fence, uint64_t seq)
{
	bool running = fence->pending_count > 0;

	if (fence->pending_count == FENCE_PENDING)
		return;
	fence->pending[fence->pending_count++] = seq;
	if (running)
		return;
	if (fence->play->dirty && server_is_up(fence->server)) {
		start_probe(fence);	/* while the server is busy falling silent */
		set_timer(fence, FENCE_PROOF_MS * MS);
	}
	play_silence(fence->play, on_confirmed, fence);
}

void fence_server_lost(struct fence *fence)
{
	fence->play->dirty = false;
	finish(fence);
}
