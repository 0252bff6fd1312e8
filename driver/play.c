/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From the ring into the null sink, see play.h.
 *
 * Why the server pulls: what it asked for is what its buffer lacks, so the
 * buffer never holds more than the target, whatever the two clocks do. All
 * other delay stands in the ring, where it can be seen (level > 0) and taken
 * back. One frame more or less per turn, by linear interpolation over that
 * turn, is below 1/100 of a semitone step and leaves equal clocks bit-exact.
 */
#include "play.h"

#include <errno.h>
#include <sound/asound.h>
#include <stddef.h>
#include <string.h>

#include "log.h"
#include "strays.h"

#define MS 1000000LL
#define FRAMES_PER_MS (SOURCE_RATE / 1000)
#define TARGET_FRAMES (2 * PLAY_PERIOD_FRAMES)	/* to begin with: one for each side */
#define TARGET_MAX (500 * FRAMES_PER_MS)
#define GROW_PAUSE_NS (200 * MS)	/* one hiccup may be reported more than once */
#define SHRINK_NS (60 * 1000 * MS)	/* so long without one, and less is tried again */
#define SETTLE_NS (500 * MS)		/* after the start: short windows, no growth */
#define WINDOW_NS (1000 * MS)
#define WINDOW_SETTLE_NS (100 * MS)
#define JUMP_FRAMES PLAY_PERIOD_FRAMES	/* more than this is not crept up on, but skipped */
#define SLACK_FRAMES FRAMES_PER_MS
#define TURN_FRAMES 4800u		/* at most in one write */

static const float *ring_frames(const struct play *play)
{
	return (const void *)((const char *)play->ring + RING_DATA_OFFSET);
}

static const float *ring_frame(const struct play *play, uint64_t frame)
{
	return ring_frames(play) + frame % play->capacity * SOURCE_CHANNELS;
}

static void copy(const struct play *play, float *out, size_t count)
{
	size_t first = play->capacity - play->read % play->capacity;

	if (first > count)
		first = count;
	memcpy(out, ring_frame(play, play->read), first * SOURCE_FRAME_BYTES);
	memcpy(out + first * SOURCE_CHANNELS, ring_frames(play),
	       (count - first) * SOURCE_FRAME_BYTES);
}

/* count frames out of `taken` (one more or one less) of the ring. */
static void interpolate(const struct play *play, float *out, size_t count, size_t taken)
{
	for (size_t i = 0; i < count; i++) {
		uint64_t place = play->read + i * taken / count;
		float part = (float)(i * taken % count) / (float)count;
		const float *a = ring_frame(play, place);
		const float *b = ring_frame(play, place + 1);

		for (unsigned c = 0; c < SOURCE_CHANNELS; c++)
			out[i * SOURCE_CHANNELS + c] = a[c] + (b[c] - a[c]) * part;
	}
}

/* Is what was copied from `read` on still what had been published? */
static bool is_sound(const struct play *play, const struct ring_view *before)
{
	struct ring_view now;

	return ring_look(play->ring, &now) == 0 && now.epoch == before->epoch &&
	       now.write - play->read <= play->capacity;
}

/* Writes count frames to the server; returns how many of the ring they were, 0 when none could. */
static size_t write_frames(struct play *play, const struct ring_view *view, size_t count)
{
	size_t available = view->write - play->read;
	size_t taken = count;
	size_t bytes = count * SOURCE_FRAME_BYTES;
	void *out;

	if (play->surplus > 0 && available > count)
		taken = count + 1;
	else if (play->surplus < 0 && count > 1)
		taken = count - 1;
	if (pa_stream_begin_write(play->stream, &out, &bytes) < 0 || !out)
		return 0;
	if (bytes < count * SOURCE_FRAME_BYTES) {	/* a smaller block is as good */
		count = bytes / SOURCE_FRAME_BYTES;
		taken = count;
	}
	if (taken == count)
		copy(play, out, count);
	else
		interpolate(play, out, count, taken);
	if (!count || !is_sound(play, view)) {
		pa_stream_cancel_write(play->stream);
		return 0;
	}
	play->dirty = true;
	if (pa_stream_write(play->stream, out, count * SOURCE_FRAME_BYTES, NULL, 0,
			    PA_SEEK_RELATIVE) < 0)
		return 0;
	play->surplus -= (int64_t)taken - (int64_t)count;
	return taken;
}

static void begin_window(struct play *play, int64_t now)
{
	play->window_ns = now;
	play->level_min = INT64_MAX;
}

/*
 * A level that never sank to zero in a whole window is nothing but delay; one
 * that sank nearly to where the server's buffer is empty runs dry soon. All
 * between is the beat of periods against requests, and is left alone.
 */
static void judge_window(struct play *play, int64_t now)
{
	bool settling = now - play->started_ns < SETTLE_NS;
	int64_t dry = SLACK_FRAMES - (int64_t)play->target_frames;

	if (now - play->window_ns < (settling ? WINDOW_SETTLE_NS : WINDOW_NS))
		return;
	play->surplus = 0;
	if (play->level_min == INT64_MAX)
		;	/* nothing came at all */
	else if (play->level_min > JUMP_FRAMES)
		play->read += (uint64_t)play->level_min;
	else if (play->level_min > SLACK_FRAMES)
		play->surplus = play->level_min;
	else if (play->level_min < dry && !settling)
		play->surplus = -(int64_t)SLACK_FRAMES;
	begin_window(play, now);
}

/* Frames that the server's buffer lacks. */
static size_t lack(const struct play *play)
{
	size_t bytes = pa_stream_writable_size(play->stream);

	return bytes == (size_t)-1 ? 0 : bytes / SOURCE_FRAME_BYTES;
}

static void move(struct play *play, const struct ring_view *view)
{
	size_t lacking = lack(play);
	uint64_t available;
	int64_t level;

	if (view->write - play->read > play->capacity)	/* overtaken */
		play->read = view->write - PLAY_PERIOD_FRAMES;
	while ((available = view->write - play->read) > 0 && lacking > 0) {
		size_t count = available < lacking ? available : lacking;
		size_t taken = write_frames(play, view, count < TURN_FRAMES ? count : TURN_FRAMES);

		if (!taken)
			return;
		play->read += taken;
		lacking = lack(play);
	}
	level = (int64_t)available - (int64_t)lacking;
	if (level < play->level_min)
		play->level_min = level;
}

static void ignore_stream(pa_stream *stream, int success, void *userdata)
{
	(void)stream;
	(void)success;
	(void)userdata;
}

static void ignore_context(pa_context *context, int success, void *userdata)
{
	(void)context;
	(void)success;
	(void)userdata;
}

static void let_go(pa_operation *operation)
{
	if (operation)
		pa_operation_unref(operation);
}

/* Nothing else may have changed the ring's shape: an open gate keeps it. */
static bool takes(struct play *play, const struct ring_view *view)
{
	const struct ring_header *ring = play->ring;
	uint32_t capacity = ring->capacity;

	if (!ring_is_open(view->epoch) || view->epoch <= play->dead_epoch)
		return false;
	if (ring->format != SNDRV_PCM_FORMAT_FLOAT_LE || ring->rate != SOURCE_RATE ||
	    ring->channels != SOURCE_CHANNELS || capacity < 2 * PLAY_PERIOD_FRAMES ||
	    capacity > RING_DATA_BYTES / SOURCE_FRAME_BYTES)
		return false;
	play->capacity = capacity;
	return true;
}

static void start(struct play *play, const struct ring_view *view)
{
	int64_t now = server_now_ns();

	play->epoch = view->epoch;
	play->read = view->write > PLAY_PERIOD_FRAMES ? view->write - PLAY_PERIOD_FRAMES : 0;
	play->sounding = true;
	play->surplus = 0;
	play->started_ns = now;
	play->dry_ns = now;
	play->fed_ns = now;
	play->fed_write = view->write;
	begin_window(play, now);
	let_go(pa_context_set_sink_mute_by_index(play->server->context, play->sink, 0,
						 ignore_context, NULL));
	let_go(pa_stream_cork(play->stream, 0, ignore_stream, NULL));
}

static void report_silent(struct play *play)
{
	play_silent_fn *done = play->on_silent;

	play->on_silent = NULL;
	if (done)
		done(play->userdata);
}

static void on_answer(struct play *play)
{
	if (play->silencing && --play->silencing == 0)
		report_silent(play);
}

static void on_stream_answer(pa_stream *stream, int success, void *userdata)
{
	(void)stream;
	(void)success;
	on_answer(userdata);
}

static void on_context_answer(pa_context *context, int success, void *userdata)
{
	(void)context;
	(void)success;
	on_answer(userdata);
}

/* Lets the sink take nothing more of ours; report_silent follows. */
static void hush(struct play *play)
{
	pa_operation *operations[3];

	play->sounding = false;
	if (play->silencing)
		return;
	if (!play->stream || !server_is_up(play->server)) {
		report_silent(play);
		return;
	}
	operations[0] = pa_stream_cork(play->stream, 1, on_stream_answer, play);
	operations[1] = pa_stream_flush(play->stream, on_stream_answer, play);
	operations[2] = pa_context_set_sink_mute_by_index(play->server->context, play->sink, 1,
							  on_context_answer, play);
	for (unsigned i = 0; i < 3; i++)
		if (operations[i])
			play->silencing++;
	for (unsigned i = 0; i < 3; i++)
		let_go(operations[i]);
	if (!play->silencing)
		report_silent(play);
}

static pa_buffer_attr buffer_attr(const struct play *play)
{
	uint32_t bytes = play->target_frames * SOURCE_FRAME_BYTES;

	return (pa_buffer_attr){
		.maxlength = (uint32_t)-1, .tlength = bytes, .prebuf = bytes / 2,
		.minreq = PLAY_PERIOD_FRAMES * SOURCE_FRAME_BYTES / 2, .fragsize = (uint32_t)-1,
	};
}

static void set_target(struct play *play, uint32_t frames, int64_t now)
{
	pa_buffer_attr attr;

	if (frames > TARGET_MAX)
		frames = TARGET_MAX;
	if (frames < play->floor_frames)
		frames = play->floor_frames;
	play->dry_ns = now;
	if (frames == play->target_frames)
		return;
	play->target_frames = frames;
	attr = buffer_attr(play);
	let_go(pa_stream_set_buffer_attr(play->stream, &attr, ignore_stream, NULL));
	log_info("sound server: now keeps %u ms", frames / FRAMES_PER_MS);
}

void play_turn(struct play *play)
{
	struct ring_view view;

	if (!play->ring || !play->stream || play->silencing ||
	    pa_stream_get_state(play->stream) != PA_STREAM_READY)
		return;
	if (ring_look(play->ring, &view) < 0)
		return;
	if (!play->wanted || !takes(play, &view)) {
		if (play->sounding)
			hush(play);
		return;
	}
	if (!play->sounding || play->epoch != view.epoch)
		start(play, &view);
	if (view.write < play->read)	/* cannot be, and would wrap */
		return;
	if (view.write != play->fed_write)
		play->fed_ns = server_now_ns();
	play->fed_write = view.write;
	move(play, &view);
	judge_window(play, server_now_ns());
	if (play->fed_ns - play->dry_ns > SHRINK_NS)
		set_target(play, play->target_frames - play->target_frames / 4, play->fed_ns);
}

static void on_request(pa_stream *stream, size_t bytes, void *userdata)
{
	(void)stream;
	(void)bytes;
	play_turn(userdata);
}

/* The server ran dry. If the microphone did deliver, too little was kept there. */
static void on_underflow(pa_stream *stream, void *userdata)
{
	struct play *play = userdata;
	int64_t now = server_now_ns();

	(void)stream;
	if (!play->sounding || play->silencing || now - play->started_ns < SETTLE_NS ||
	    now - play->fed_ns > GROW_PAUSE_NS || now - play->dry_ns < GROW_PAUSE_NS)
		return;
	set_target(play, play->target_frames + play->target_frames / 2, now);
}

void play_init(struct play *play, struct server *server, unsigned latency_ms)
{
	uint32_t floor = TARGET_FRAMES;

	if (latency_ms > TARGET_MAX / FRAMES_PER_MS)
		latency_ms = TARGET_MAX / FRAMES_PER_MS;
	if (latency_ms * FRAMES_PER_MS > floor)
		floor = latency_ms * FRAMES_PER_MS;
	*play = (struct play){
		.server = server, .floor_frames = floor, .target_frames = floor,
	};
}

int play_open(struct play *play, uint32_t sink)
{
	const pa_sample_spec spec = { PA_SAMPLE_FLOAT32LE, SOURCE_RATE, SOURCE_CHANNELS };
	const int64_t deadline = server_now_ns() + 5000 * MS;
	pa_proplist *properties = pa_proplist_new();
	pa_buffer_attr attr = buffer_attr(play);
	char name[16];
	int error = 0;

	if (!properties)
		return -ENOMEM;
	pa_proplist_sets(properties, STRAYS_OURS, "1");

	play->stream = pa_stream_new_with_proplist(play->server->context, "microphone", &spec,
						   NULL, properties);
	pa_proplist_free(properties);
	if (!play->stream)
		return -ENOMEM;
	play->sink = sink;
	pa_stream_set_write_callback(play->stream, on_request, play);
	pa_stream_set_underflow_callback(play->stream, on_underflow, play);
	snprintf(name, sizeof name, "%u", sink);
	if (pa_stream_connect_playback(play->stream, name, &attr,
				       PA_STREAM_START_CORKED | PA_STREAM_DONT_MOVE |
				       PA_STREAM_START_UNMUTED, NULL, NULL) < 0)
		error = -EIO;
	while (!error && pa_stream_get_state(play->stream) == PA_STREAM_CREATING)
		error = server_turn(play->server, deadline);
	if (!error && pa_stream_get_state(play->stream) != PA_STREAM_READY)
		error = -EIO;
	if (error) {
		if (error != -ECANCELED)
			log_error("sound server: no stream to the virtual microphone: %s",
				  pa_strerror(pa_context_errno(play->server->context)));
		play_close(play);
	}
	return error;
}

void play_close(struct play *play)
{
	if (play->stream) {
		pa_stream_set_write_callback(play->stream, NULL, NULL);
		pa_stream_set_underflow_callback(play->stream, NULL, NULL);
		pa_stream_disconnect(play->stream);
		pa_stream_unref(play->stream);
	}
	play->stream = NULL;
	play->sounding = false;
	play->silencing = 0;
	play->on_silent = NULL;
}

void play_set_ring(struct play *play, const struct ring_header *ring)
{
	play->ring = ring;
	play->dead_epoch = ring ? atomic_load(&ring->epoch) : 0;
	play_turn(play);
}

void play_set_wanted(struct play *play, bool wanted)
{
	play->wanted = wanted;
	play_turn(play);
}

void play_silence(struct play *play, play_silent_fn *done, void *userdata)
{
	if (play->ring)
		play->dead_epoch = atomic_load(&play->ring->epoch);
	if (done) {
		play->on_silent = done;
		play->userdata = userdata;
	}
	hush(play);
}
