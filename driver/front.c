/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Session mode's main loop, see front.h: it joins the link to the daemon with
 * the user's sound server. front_run reads as a story; whatever arrives
 * meanwhile (link, bell, requests of the server) is served by callbacks, which
 * never wait.
 */
#include "front.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sound/asound.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "fence.h"
#include "link.h"
#include "listeners.h"
#include "log.h"
#include "names.h"
#include "play.h"
#include "server.h"
#include "source.h"
#include "strays.h"
#include "table.h"

#define MS 1000000LL
#define RETRY_MIN_NS (100 * MS)
#define RETRY_MAX_NS (5000 * MS)
#define PRIORITY 5		/* real-time, where the user may: the least that is above the others */
#define BUFFER_FRAMES 4800u	/* wished of the microphone: 100 ms */

struct front {
	const struct front_options *options;
	struct server server;
	struct source source;
	struct play play;
	struct listeners listeners;
	struct fence fence;
	struct strays strays;
	struct table *table;
	pa_io_event *link_event, *bell_event;
	pa_time_event *watch;		/* while sounding: pushes the pulse, watches for a stall */
	bool up;			/* the virtual microphone can be recorded from */
	bool added;			/* the daemon has handed over its twin */
	bool quit;			/* LINK_QUIT, as opposed to a lost link */
	uint64_t told_mark;		/* table_mark of the last LINK_READERS */
	bool told_wanted;
};

static void send(const struct link_message *message)
{
	link_send(message);	/* a daemon that is gone shows up as the link's end */
}

static void tell_up(struct front *front)
{
	struct link_message message = { .type = LINK_TWIN_UP };

	if (front->up && front->added)
		send(&message);
}

static void tell_readers(struct front *front)
{
	struct link_message message = { .type = LINK_READERS };
	uint64_t mark = table_mark(front->table, 0);

	if (!front->added || front->told_mark == mark)
		return;
	front->told_mark = mark;
	message.count = table_count(front->table, 0);	/* not all listeners, when there is no room */
	send(&message);
}

static void tell_want(struct front *front)
{
	bool wanted = listeners_any_running(&front->listeners);
	struct link_message message = { .type = LINK_WANT };

	if (!front->added || front->told_wanted == wanted)
		return;
	front->told_wanted = wanted;
	if (wanted)
		message.want = (struct link_want){
			.wanted = 1, .format = SNDRV_PCM_FORMAT_FLOAT_LE, .rate = SOURCE_RATE,
			.channels = SOURCE_CHANNELS, .period_frames = PLAY_PERIOD_FRAMES,
			.buffer_frames = BUFFER_FRAMES,
		};
	send(&message);
}

/* Only while sound goes through could a hang of this process do harm. */
static void push_pulse(bool armed)
{
	struct itimerspec in = { .it_value.tv_sec = 0 };

	if (armed) {
		in.it_value.tv_sec = LINK_PULSE_EXPIRY_MS / 1000;
		in.it_value.tv_nsec = LINK_PULSE_EXPIRY_MS % 1000 * MS;
	}
	timerfd_settime(LINK_FD_PULSE, 0, &in, NULL);
}

static void follow_sound(struct front *front);

static void on_watch(pa_mainloop_api *api, pa_time_event *event, const struct timeval *when,
		     void *userdata)
{
	struct front *front = userdata;
	struct link_message stalled = { .type = LINK_STALLED };

	(void)when;
	(void)event;
	api->time_free(front->watch);
	front->watch = NULL;
	if (front->play.sounding &&
	    server_now_ns() - front->play.fed_ns > LINK_STALL_MS * MS) {
		play_silence(&front->play, NULL, NULL);
		send(&stalled);
	}
	follow_sound(front);
}

/* After anything that may have started or ended the sound. */
static void follow_sound(struct front *front)
{
	bool sounding = front->play.sounding;

	if (front->listeners.sound != sounding)
		listeners_count(&front->listeners, sounding);
	if (sounding == (front->watch != NULL))
		return;
	push_pulse(sounding);
	if (sounding) {
		front->watch = pa_context_rttime_new(front->server.context,
			pa_rtclock_now() + LINK_PULSE_PUSH_MS * 1000, on_watch, front);
	} else {
		front->server.api->time_free(front->watch);
		front->watch = NULL;
	}
}

static void on_listeners(void *userdata)
{
	struct front *front = userdata;

	tell_readers(front);
	tell_want(front);
	play_set_wanted(&front->play, listeners_any_running(&front->listeners));
	follow_sound(front);
}

static const struct ring_header *map_ring(int fd)
{
	const int needed = F_SEAL_SHRINK | F_SEAL_GROW;
	const struct ring_header *ring;
	struct stat st;

	if (fd < 0 || fstat(fd, &st) < 0 || st.st_size != (off_t)RING_BYTES ||
	    (fcntl(fd, F_GET_SEALS) & needed) != needed)
		return NULL;
	ring = mmap(NULL, RING_BYTES, PROT_READ, MAP_SHARED, fd, 0);
	if (ring == MAP_FAILED)
		return NULL;
	if (ring->magic == RING_MAGIC && ring->version == RING_VERSION)
		return ring;
	munmap((void *)(uintptr_t)ring, RING_BYTES);
	return NULL;
}

static void drop_ring(struct front *front)
{
	const struct ring_header *ring = front->play.ring;

	play_silence(&front->play, NULL, NULL);
	play_set_ring(&front->play, NULL);
	follow_sound(front);
	if (ring)
		munmap((void *)(uintptr_t)ring, RING_BYTES);
	front->added = false;
}

static void on_twin_add(struct front *front, const struct link_message *message, const int fds[])
{
	struct link_message failed = { .type = LINK_TWIN_FAILED, .twin = message->twin };
	const struct ring_header *ring = NULL;

	if (message->twin != 0 || front->added)
		failed.error = -EEXIST;
	else if (!(ring = map_ring(fds[0])))
		failed.error = -EINVAL;
	for (int i = 0; i < LINK_FDS_MAX; i++)
		if (fds[i] >= 0)
			close(fds[i]);
	if (!ring) {
		send(&failed);
		return;
	}
	front->added = true;
	front->told_mark = 0;
	front->told_wanted = false;
	play_set_ring(&front->play, ring);
	tell_up(front);
	tell_readers(front);
	tell_want(front);
}

static void on_fence_passed(uint64_t seq)
{
	link_send_seq(LINK_FENCED, seq);
}

static void on_suspend(struct front *front, uint64_t seq)
{
	play_silence(&front->play, NULL, NULL);
	link_send_seq(LINK_SUSPENDED, seq);	/* readers wait for the server, not for us */
}

static void on_message(struct front *front, const struct link_message *message, const int fds[])
{
	switch ((enum link_type)message->type) {
	case LINK_TWIN_ADD: on_twin_add(front, message, fds); break;
	case LINK_TWIN_REMOVE: drop_ring(front); break;
	case LINK_FENCE: fence_ask(&front->fence, message->seq); break;
	case LINK_SUSPEND: on_suspend(front, message->seq); break;
	case LINK_RESUME: break;
	case LINK_PING: link_send_seq(LINK_PONG, message->seq); break;
	case LINK_QUIT: front->quit = front->server.stop = true; break;
	case LINK_READY:
	case LINK_TWIN_UP:
	case LINK_TWIN_FAILED:
	case LINK_WANT:
	case LINK_READERS:
	case LINK_FENCED:
	case LINK_SUSPENDED:
	case LINK_PONG:
	case LINK_STALLED: break;	/* ours; link_receive lets none of them through */
	}
	follow_sound(front);
}

static void on_link(pa_mainloop_api *api, pa_io_event *event, int fd, pa_io_event_flags_t flags,
		    void *userdata)
{
	struct front *front = userdata;
	struct link_message message;
	int fds[LINK_FDS_MAX];
	int got;

	(void)fd;
	(void)flags;
	while (!front->server.stop && (got = link_receive(&message, fds))) {
		if (got > 0) {
			on_message(front, &message, fds);
			continue;
		}
		log_warning("hardmuted is gone: silence only");
		api->io_enable(event, PA_IO_EVENT_NULL);
		front->server.stop = true;
	}
}

static void on_bell(pa_mainloop_api *api, pa_io_event *event, int fd, pa_io_event_flags_t flags,
		    void *userdata)
{
	struct front *front = userdata;
	uint64_t rung;

	(void)api;
	(void)event;
	(void)flags;
	if (read(fd, &rung, sizeof rung) < 0 && errno != EAGAIN)
		log_warning("bell: %s", strerror(errno));
	play_turn(&front->play);
	follow_sound(front);
}

static int hook(struct front *front)
{
	pa_mainloop_api *api = front->server.api;

	front->link_event = api->io_new(api, LINK_FD_SOCKET, PA_IO_EVENT_INPUT, on_link, front);
	front->bell_event = api->io_new(api, LINK_FD_BELL, PA_IO_EVENT_INPUT, on_bell, front);
	return front->link_event && front->bell_event ? 0 : -ENOMEM;
}

static void unhook(struct front *front)
{
	pa_mainloop_api *api = front->server.api;

	if (front->link_event)
		api->io_free(front->link_event);
	if (front->bell_event)
		api->io_free(front->bell_event);
	front->link_event = front->bell_event = NULL;
}

static void on_event(pa_context *context, pa_subscription_event_type_t type, uint32_t index,
		     void *userdata)
{
	struct front *front = userdata;
	int what = type & PA_SUBSCRIPTION_EVENT_FACILITY_MASK;
	bool change = (type & PA_SUBSCRIPTION_EVENT_TYPE_MASK) == PA_SUBSCRIPTION_EVENT_CHANGE;

	(void)context;
	(void)index;
	if (what == PA_SUBSCRIPTION_EVENT_SOURCE_OUTPUT)
		listeners_look(&front->listeners);
	else if (what == PA_SUBSCRIPTION_EVENT_SINK_INPUT || !change)
		strays_look(&front->strays);	/* but not for every turn of a volume */
}

static int subscribe(struct front *front)
{
	pa_context *context = front->server.context;
	pa_operation *operation;

	pa_context_set_subscribe_callback(context, on_event, front);
	operation = pa_context_subscribe(context, PA_SUBSCRIPTION_MASK_SOURCE_OUTPUT |
					 PA_SUBSCRIPTION_MASK_SINK_INPUT |
					 PA_SUBSCRIPTION_MASK_SINK, NULL, NULL);
	if (!operation)
		return -EIO;
	pa_operation_unref(operation);
	listeners_look(&front->listeners);
	strays_look(&front->strays);
	return 0;
}

static int set_up(struct front *front)
{
	int error = server_connect(&front->server);

	if (!error)
		error = source_make(&front->source, &front->server, front->options->set_default);
	if (!error)
		error = play_open(&front->play, front->source.sink);
	if (!error)
		error = subscribe(front);
	if (error)
		return error;
	play_silence(&front->play, NULL, NULL);	/* the sink is muted from the start */
	if (front->source.found)
		front->play.dirty = true;	/* a predecessor's last sound may be on its way */
	front->up = true;
	tell_up(front);
	return 0;
}

static void tear_down(struct front *front)
{
	front->up = false;
	play_close(&front->play);
	fence_server_lost(&front->fence);
	listeners_forget(&front->listeners);
	strays_forget(&front->strays);
	follow_sound(front);
	server_disconnect(&front->server);
}

/* The source or its sink was removed under us: somebody unloaded the modules. */
static bool is_whole(const struct front *front)
{
	return pa_stream_get_state(front->play.stream) == PA_STREAM_READY;
}

static void wait_before_retry(struct front *front, int64_t *retry_ns)
{
	int64_t until = server_now_ns() + *retry_ns;

	while (server_turn(&front->server, until) == 0)
		;
	*retry_ns = *retry_ns * 2 < RETRY_MAX_NS ? *retry_ns * 2 : RETRY_MAX_NS;
}

/*
 * Until the virtual microphone is lost or the daemon wants an end. A server
 * that is not there yet is waited for; one that goes away ends this process,
 * because that is what makes the daemon mute, and its successor waits.
 */
static int serve(struct front *front)
{
	int64_t retry_ns = RETRY_MIN_NS;
	int error;

	while ((error = set_up(front))) {
		if (front->server.stop)
			return 0;
		if (retry_ns == RETRY_MIN_NS)
			log_warning("sound server: %s, trying again until it works",
				    strerror(-error));
		tear_down(front);
		wait_before_retry(front, &retry_ns);
	}
	log_notice("\"%s\" is in the sound server", SESSION_SOURCE_TITLE);
	while (!error && is_whole(front))
		error = server_turn(&front->server, SERVER_NEVER);
	if (front->server.stop)
		return 0;
	log_warning("sound server: the virtual microphone is gone");
	return -ENODEV;
}

/* Best effort: an ordinary user is seldom allowed to. */
static void hurry(void)
{
	struct sched_param param = { .sched_priority = PRIORITY };

	(void)sched_setscheduler(0, SCHED_RR | SCHED_RESET_ON_FORK, &param);
}

/* On LINK_QUIT only: a successor of a killed daemon finds everything in its place. */
static void leave(struct front *front)
{
	front->server.stop = false;
	if (server_is_up(&front->server) && source_remove(&front->source, &front->server) < 0)
		log_warning("sound server: \"%s\" could not be removed", SESSION_SOURCE_TITLE);
}

int front_run(const struct front_options *options)
{
	static struct front front;
	struct link_message ready = { .type = LINK_READY, .version = LINK_VERSION };
	int error = table_map(LINK_FD_TABLE, &front.table);

	if (error) {
		log_error("stream table: %s", strerror(-error));
		return error;
	}
	signal(SIGTERM, SIG_IGN);	/* the daemon says when, by the link */
	front.options = options;
	error = server_init(&front.server);
	if (error)
		return error;
	play_init(&front.play, &front.server, options->latency_ms);
	listeners_init(&front.listeners, &front.server, &front.source, front.table, on_listeners,
		       &front);
	strays_init(&front.strays, &front.server, &front.source);
	fence_init(&front.fence, &front.server, &front.play, &front.source, &front.listeners,
		   on_fence_passed);
	error = hook(&front);
	if (!error) {
		send(&ready);
		hurry();
		error = serve(&front);
	}
	unhook(&front);
	if (front.quit)
		leave(&front);
	tear_down(&front);
	server_finish(&front.server);
	return error;
}
