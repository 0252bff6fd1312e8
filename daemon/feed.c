/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Feeds. The upper half of this file runs in the feed thread: open, read,
 * pass, close. It touches only what does not change in its life, the gate, and
 * the notes it leaves. The lower half runs in the main thread: it starts a thread, asks it to stop through stop_fd, and joins it
 * only after its last note, so that a microphone that hangs in open or close
 * delays nobody.
 */
#include "feed.h"

#include <alsa/asoundlib.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "bell.h"
#include "pump.h"

#define NS 1000000000ll
#define STACK_BYTES (256 * 1024)	/* address space; only touched pages count */
#define NOTES_MAX 4

struct note {
	enum feed_event event;
	int error;
	char detail[160];
};

enum feed_state {
	FEED_STATE_IDLE = 0,	/* no thread */
	FEED_STATE_RUNNING,
	FEED_STATE_ENDING,	/* asked to stop, or about to end by itself */
};

struct feed {
	/* constant; the first two change only while there is no thread */
	const struct mic_ops *ops;
	char *spec;
	sd_event *event;
	int bell_fd;
	feed_event_fn *on_event;
	void *userdata;
	int stop_fd;		/* main thread -> feed thread: end */
	int note_fd;		/* feed thread -> main thread: there are notes */

	struct gate gate;	/* has a lock of its own */
	struct pump_ear ear;
	struct link_want current;	/* needs of the thread that runs; constant in its life */

	pthread_mutex_t notes_lock;
	struct note notes[NOTES_MAX];
	unsigned notes_count;

	/* main thread only */
	sd_event_source *notes_source;
	enum feed_state state;
	pthread_t thread;
	bool open;
	bool speech;		/* as it was told */
	bool run;		/* what shall be ... */
	struct link_want target;	/* ... and how ... */
	const struct mic_ops *next_ops;	/* ... and, when set, from where */
	char *next_spec;
	bool broken;		/* the last try went wrong: wait for feed_set */
	bool dead;		/* freed when the thread has ended ... */
	bool noting;		/* ... and nobody on the stack uses it */
};

/* From here to run_feed: the feed thread. Notes are also left by the main thread, for itself. */

static void leave_note(struct feed *feed, enum feed_event event, int error, const char *detail)
{
	struct note *note;

	pthread_mutex_lock(&feed->notes_lock);
	if (feed->notes_count < NOTES_MAX) {
		note = &feed->notes[feed->notes_count++];
		note->event = event;
		note->error = error;
		snprintf(note->detail, sizeof(note->detail), "%s", detail);
	}
	pthread_mutex_unlock(&feed->notes_lock);
	bell_ring(feed->note_fd);
}

static void leave_error(struct feed *feed, enum feed_event event, int error)
{
	char detail[160];

	snprintf(detail, sizeof(detail), "%s", strerror(-error));
	if (feed->ops->explain)
		feed->ops->explain(feed->spec, error, detail, sizeof(detail));
	leave_note(feed, event, error, detail);
}

static void note_opened(struct feed *feed, const struct mic_params *params)
{
	char detail[160];

	snprintf(detail, sizeof(detail), "%s, %u Hz, %u channel%s, period %u frames",
		 snd_pcm_format_name((snd_pcm_format_t)params->format), params->rate,
		 params->channels, params->channels == 1 ? "" : "s", params->period_frames);
	leave_note(feed, FEED_EVENT_OPENED, 0, detail);
}

static void *run_feed(void *userdata)
{
	struct feed *feed = userdata;
	struct mic_params params = pump_choose_params(&feed->current);
	void *stream;
	int error;

	error = feed->ops->open(feed->spec, &params, &stream);
	if (error) {
		leave_error(feed, FEED_EVENT_FAILED, error);
	} else {
		note_opened(feed, &params);
		error = pump_run(feed->ops, stream, &params, &feed->gate,
				 feed->current.buffer_frames, feed->stop_fd, feed->bell_fd,
				 &feed->ear);
		if (error == -ETIME)
			leave_note(feed, FEED_EVENT_STALLED, error, "it stood still");
		else if (error != -ECANCELED)
			leave_error(feed, FEED_EVENT_LOST, error);
		feed->ops->close(stream);
	}
	leave_note(feed, FEED_EVENT_CLOSED, 0, "");
	return NULL;
}

/* From here on: the main thread. */

static void settle(struct feed *feed);

static void destroy(struct feed *feed)
{
	sd_event_source_disable_unref(feed->notes_source);
	if (feed->stop_fd >= 0)
		close(feed->stop_fd);
	if (feed->note_fd >= 0)
		close(feed->note_fd);
	gate_finish(&feed->gate);
	pthread_mutex_destroy(&feed->notes_lock);
	sd_event_unref(feed->event);
	free(feed->next_spec);
	free(feed->spec);
	free(feed);
}

static void take_note(struct feed *feed, const struct note *note)
{
	feed->open = note->event == FEED_EVENT_OPENED;
	if (note->event == FEED_EVENT_CLOSED) {
		pthread_join(feed->thread, NULL);
		feed->state = FEED_STATE_IDLE;
	} else if (note->event != FEED_EVENT_OPENED) {
		feed->broken = true;
		if (feed->state == FEED_STATE_RUNNING)
			feed->state = FEED_STATE_ENDING;
	}
	if (!feed->dead)
		feed->on_event(feed->userdata, note->event, note->error, note->detail);
}

static void tell_speech(struct feed *feed)
{
	bool speech = feed_hears_speech(feed);

	if (speech == feed->speech || feed->dead)
		return;
	feed->speech = speech;
	feed->on_event(feed->userdata, FEED_EVENT_SPEECH, 0, "");
}

static int on_notes(sd_event_source *source, int fd, uint32_t events, void *userdata)
{
	struct feed *feed = userdata;
	struct note notes[NOTES_MAX];
	unsigned count;
	uint64_t rings;

	(void)source;
	(void)events;
	if (read(fd, &rings, sizeof(rings)) < 0 && errno != EAGAIN)
		return -errno;
	pthread_mutex_lock(&feed->notes_lock);
	count = feed->notes_count;
	memcpy(notes, feed->notes, count * sizeof(notes[0]));
	feed->notes_count = 0;
	pthread_mutex_unlock(&feed->notes_lock);
	feed->noting = true;
	tell_speech(feed);
	for (unsigned i = 0; i < count; i++)
		take_note(feed, &notes[i]);
	feed->noting = false;
	settle(feed);
	return 0;
}

int feed_new(struct feed **result, sd_event *event, const struct mic_ops *ops, const char *spec,
	     int bell_fd, feed_event_fn *on_event, void *userdata)
{
	struct feed *feed = calloc(1, sizeof(*feed));
	int error = -ENOMEM;

	if (!feed)
		return -ENOMEM;
	pthread_mutex_init(&feed->notes_lock, NULL);
	feed->event = sd_event_ref(event);
	feed->ops = ops;
	feed->bell_fd = bell_fd;
	feed->on_event = on_event;
	feed->userdata = userdata;
	feed->stop_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	feed->note_fd = feed->ear.note_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	feed->spec = strdup(spec);
	if (!feed->spec)
		goto failed;
	error = -errno;
	if (feed->stop_fd < 0 || feed->note_fd < 0)
		goto failed;
	error = gate_init(&feed->gate);
	if (error)
		goto failed;
	error = sd_event_add_io(event, &feed->notes_source, feed->note_fd, EPOLLIN, on_notes,
				feed);
	if (error < 0)
		goto failed;
	*result = feed;
	return 0;

failed:
	destroy(feed);
	return error;
}

/* Signals stay with the main thread, which has blocked them before. */
static int start_thread(struct feed *feed)
{
	pthread_attr_t attributes;
	int error;

	error = pthread_attr_init(&attributes);
	if (error)
		return -error;
	pthread_attr_setstacksize(&attributes, STACK_BYTES);
	error = pthread_create(&feed->thread, &attributes, run_feed, feed);
	pthread_attr_destroy(&attributes);
	if (!error)
		pthread_setname_np(feed->thread, "feed");
	return -error;
}

static void start(struct feed *feed)
{
	uint64_t stops;
	int error;

	feed->current = feed->target;
	/* a stop that an earlier thread did not wait for */
	if (read(feed->stop_fd, &stops, sizeof(stops)) < 0 && errno != EAGAIN)
		return;
	error = start_thread(feed);
	if (!error) {
		feed->state = FEED_STATE_RUNNING;
		return;
	}
	feed->broken = true;
	leave_error(feed, FEED_EVENT_FAILED, error);
}

/* Would a thread that was started for `is` not do for `wanted`? */
static bool differs(const struct link_want *is, const struct link_want *wanted)
{
	const struct mic_params params = pump_choose_params(is);

	if (is->format != wanted->format || is->rate != wanted->rate ||
	    is->channels != wanted->channels)
		return true;
	if (pump_choose_period(wanted) < pump_choose_period(is) / 2)
		return true;
	/* a reader that may leave more unread than the ring holds, if a larger one is possible */
	return wanted->buffer_frames > gate_choose_capacity(&params, is->buffer_frames) / 2 &&
	       gate_choose_capacity(&params, wanted->buffer_frames) >
	       gate_choose_capacity(&params, is->buffer_frames);
}

static void take_source(struct feed *feed)
{
	free(feed->spec);
	feed->ops = feed->next_ops;
	feed->spec = feed->next_spec;
	feed->next_ops = NULL;
	feed->next_spec = NULL;
	feed->broken = false;
}

/* Brings what is closer to what shall be. */
static void settle(struct feed *feed)
{
	if (feed->dead && feed->state == FEED_STATE_IDLE) {
		if (!feed->noting)
			destroy(feed);
		return;
	}
	if (feed->state == FEED_STATE_IDLE && feed->next_ops)
		take_source(feed);
	if (feed->state == FEED_STATE_IDLE && feed->run && !feed->broken)
		start(feed);
	if (feed->state == FEED_STATE_RUNNING && (!feed->run || feed->next_ops ||
	    differs(&feed->current, &feed->target))) {
		feed->state = FEED_STATE_ENDING;
		bell_ring(feed->stop_fd);
	}
}

void feed_set(struct feed *feed, bool run, const struct link_want *want)
{
	feed->run = run && gate_sample_bytes(want->format) && want->rate && want->channels;
	if (feed->run)
		feed->target = *want;
	feed->broken = false;
	settle(feed);
}

int feed_set_source(struct feed *feed, const struct mic_ops *ops, const char *spec)
{
	char *copy = strdup(spec);

	if (!copy)
		return -ENOMEM;
	free(feed->next_spec);
	feed->next_ops = ops;
	feed->next_spec = copy;
	settle(feed);
	return 0;
}

void feed_free(struct feed *feed)
{
	if (!feed)
		return;
	gate_close(&feed->gate);
	feed->dead = true;
	feed->run = false;
	settle(feed);
}

void feed_free_now(struct feed *feed, unsigned timeout_ms)
{
	struct timespec until;

	if (!feed)
		return;
	gate_close(&feed->gate);
	if (feed->state != FEED_STATE_IDLE) {
		clock_gettime(CLOCK_REALTIME, &until);
		until.tv_nsec += (long)(timeout_ms % 1000) * 1000000;
		until.tv_sec += timeout_ms / 1000 + until.tv_nsec / NS;
		until.tv_nsec %= NS;
		bell_ring(feed->stop_fd);
		/* a thread that hangs in the microphone keeps what it uses; the process ends anyway */
		if (pthread_timedjoin_np(feed->thread, NULL, &until)) {
			sd_event_source_disable_unref(feed->notes_source);
			return;
		}
	}
	destroy(feed);
}

void feed_set_listening(struct feed *feed, bool listens)
{
	if (atomic_exchange(&feed->ear.listens, listens) == listens)
		return;
	bell_ring(feed->note_fd);
}

bool feed_hears_speech(const struct feed *feed)
{
	return atomic_load(&feed->ear.listens) && atomic_load(&feed->ear.talks);
}

struct gate *feed_get_gate(struct feed *feed)
{
	return &feed->gate;
}

bool feed_is_active(const struct feed *feed)
{
	return feed->state != FEED_STATE_IDLE;
}

bool feed_is_open(const struct feed *feed)
{
	return feed->open;
}
