/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The inner loop of a feed. Frames go into a buffer of its own first, because
 * a read may wait and the gate's lock must never be held while something waits.
 */
#include "pump.h"
#include "bell.h"
#include "now.h"
#include "talk.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define NS 1000000000ll
#define STALL_NS (LINK_STALL_MS * 1000000ll)
#define FIFO_PRIORITY 5
#define LOST_NS (100 * 1000000ll)	/* a gap between time stamps that is no jitter */

struct pump {
	const struct mic_ops *ops;
	void *stream;
	struct gate *gate;
	unsigned number;	/* of the stream, given by the gate */
	unsigned rate;		/* Hz */
	int stop_fd, bell_fd;
	const struct mic_params *params;
	struct pump_ear *ear;
	struct talk *talk;
};

/* Between 1 ms and 20 ms of frames: a later reader may be in more of a hurry than the first. */
unsigned pump_choose_period(const struct link_want *want)
{
	unsigned least = want->rate / 1000 + 1, most = want->rate / 50 + 1;

	if (!want->period_frames || want->period_frames > most)
		return most;
	return want->period_frames < least ? least : want->period_frames;
}

struct mic_params pump_choose_params(const struct link_want *want)
{
	struct mic_params params = { .format = want->format, .rate = want->rate,
				     .channels = want->channels };

	params.period_frames = pump_choose_period(want);
	params.buffer_frames = 4 * params.period_frames;
	/* room for a machine that is slow for a moment; it delays nothing */
	if (params.buffer_frames < want->rate / 2)
		params.buffer_frames = want->rate / 2;
	return params;
}

static void hurry(void)
{
	struct sched_param param = { .sched_priority = FIFO_PRIORITY };

	/*
	 * Not permitted everywhere, and it works without. Only from here on: opening
	 * may need more time at a stretch than real-time threads are granted.
	 */
	(void)pthread_setschedparam(pthread_self(), SCHED_FIFO | SCHED_RESET_ON_FORK, &param);
}

/*
 * Did more time pass since `last` than the frames that came account for? Then
 * this process was stopped or the device hung, and what was asked of it since
 * has not been done: nothing may pass before somebody asks anew.
 */
static bool stood_still(int64_t last, int64_t now, long frames, unsigned rate)
{
	return last && now - last - frames * NS / rate > STALL_NS;
}

/*
 * What the microphone lost in an overrun becomes silence: a recording keeps its
 * length, and what is captured later its place in time.
 */
static void pass_lost(const struct pump *pump, const void *silence, unsigned long most,
		      int64_t from_ns, int64_t to_ns)
{
	uint64_t lost = (uint64_t)(to_ns - from_ns) * pump->rate / NS, done = 0, count;

	while (done < lost) {
		count = lost - done < most ? lost - done : most;
		done += count;
		gate_pass(pump->gate, pump->number, silence, count,
			  from_ns + (int64_t)(done * NS / pump->rate));
	}
}

static void set_talks(struct pump_ear *ear, bool talks)
{
	if (atomic_exchange(&ear->talks, talks) != talks)
		bell_ring(ear->note_fd);
}

/* What it heard is forgotten as soon as it need not listen any more, and the frames at once. */
static void hear(const struct pump *pump, char *buffer, long got, size_t frame_bytes)
{
	bool listens = atomic_load(&pump->ear->listens);

	if (!listens && pump->talk->channels)
		explicit_bzero(pump->talk, sizeof(*pump->talk));
	if (listens && !pump->talk->channels)
		(void)talk_start(pump->talk, pump->params);
	set_talks(pump->ear, listens && talk_hear(pump->talk, buffer, (size_t)got));
	if (listens)
		explicit_bzero(buffer, (size_t)got * frame_bytes);
}

/*
 * buffer has room for twice count frames, the second half is zero. Returns
 * -ECANCELED, -ETIME (stood still), or why the microphone is lost.
 */
static int pump_frames(const struct pump *pump, char *buffer, size_t bytes, unsigned long count)
{
	int64_t last = 0, now, time_ns = 0, first_ns, end_ns = 0, jitter_ns = LOST_NS;
	long got;

	for (;;) {
		got = pump->ops->read(pump->stream, buffer, count, pump->stop_fd, &time_ns);
		if (got < 0 && got != -EPIPE)
			return (int)got;
		now = now_ns();
		if (stood_still(last, now, got < 0 ? 0 : got, pump->rate))
			return -ETIME;
		last = now;
		if (got < 0) {
			jitter_ns = 0;
			continue;
		}
		/* a frame cannot have been captured after it was read, whatever the mic says */
		if (time_ns > now)
			time_ns = now;
		first_ns = time_ns - got * NS / pump->rate;
		if (end_ns && first_ns - end_ns > jitter_ns)
			pass_lost(pump, buffer + bytes, count, end_ns, first_ns);
		end_ns = time_ns;
		jitter_ns = LOST_NS;
		if (gate_pass(pump->gate, pump->number, buffer, (size_t)got, time_ns))
			bell_ring(pump->bell_fd);
		else
			hear(pump, buffer, got, bytes / count);
	}
}

int pump_run(const struct mic_ops *ops, void *stream, const struct mic_params *params,
	     struct gate *gate, unsigned buffer_frames, int stop_fd, int bell_fd,
	     struct pump_ear *ear)
{
	unsigned long count = params->period_frames > params->rate / 50 ?
		params->period_frames : params->rate / 50;
	size_t bytes = count * params->channels * gate_sample_bytes(params->format);
	int number = gate_begin(gate, params, buffer_frames), error;
	struct talk talk = { .channels = 0 };
	const struct pump pump = { ops, stream, gate, (unsigned)number, params->rate, stop_fd,
				   bell_fd, params, ear, &talk };
	char *buffer = number < 0 ? NULL : calloc(2, bytes);

	if (!buffer)
		return number < 0 ? number : -ENOMEM;
	hurry();
	error = pump_frames(&pump, buffer, bytes, count);
	/* not by itself: a lost microphone must not go on when it comes back */
	if (error != -ECANCELED)
		gate_close(gate);
	gate_end(gate, (unsigned)number);
	set_talks(ear, false);
	explicit_bzero(&talk, sizeof(talk));
	explicit_bzero(buffer, bytes);
	free(buffer);
	return error;
}
