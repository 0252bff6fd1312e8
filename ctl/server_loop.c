/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * libpulse's main loop functions, see server_loop.h. An event that is freed
 * inside its own callback is gone at once; so nothing of it is touched after
 * the callback was called.
 */
#include "server_loop.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/time.h>

#include "log.h"

struct server_loop {
	pa_mainloop_api api;
	sd_event *event;
};

/* libpulse only ever has pointers to these three. */
struct pa_io_event {
	struct server_loop *loop;
	sd_event_source *source;
	int fd;
	pa_io_event_cb_t call;
	pa_io_event_destroy_cb_t on_destroy;
	void *userdata;
};

struct pa_time_event {
	struct server_loop *loop;
	sd_event_source *source;
	struct timeval when;
	pa_time_event_cb_t call;
	pa_time_event_destroy_cb_t on_destroy;
	void *userdata;
};

struct pa_defer_event {
	struct server_loop *loop;
	sd_event_source *source;
	pa_defer_event_cb_t call;
	pa_defer_event_destroy_cb_t on_destroy;
	void *userdata;
};

static struct server_loop *get_loop(pa_mainloop_api *api)
{
	return api->userdata;
}

static uint32_t to_epoll(pa_io_event_flags_t flags)
{
	return (flags & PA_IO_EVENT_INPUT ? (uint32_t)EPOLLIN : 0) |
	       (flags & PA_IO_EVENT_OUTPUT ? (uint32_t)EPOLLOUT : 0);
}

static pa_io_event_flags_t from_epoll(uint32_t events)
{
	unsigned flags = PA_IO_EVENT_NULL;

	flags |= events & EPOLLIN ? PA_IO_EVENT_INPUT : 0;
	flags |= events & EPOLLOUT ? PA_IO_EVENT_OUTPUT : 0;
	flags |= events & EPOLLHUP ? PA_IO_EVENT_HANGUP : 0;
	flags |= events & EPOLLERR ? PA_IO_EVENT_ERROR : 0;
	return (pa_io_event_flags_t)flags;
}

static int on_io(sd_event_source *source, int fd, uint32_t events, void *userdata)
{
	pa_io_event *io = userdata;

	(void)source;
	io->call(&io->loop->api, io, fd, from_epoll(events), io->userdata);
	return 0;
}

/* A closed other end is reported by epoll even to who asked for nothing: then off. */
static void io_enable(pa_io_event *io, pa_io_event_flags_t flags)
{
	sd_event_source_set_io_events(io->source, to_epoll(flags));
	sd_event_source_set_enabled(io->source, flags ? SD_EVENT_ON : SD_EVENT_OFF);
}

static pa_io_event *io_new(pa_mainloop_api *api, int fd, pa_io_event_flags_t flags,
			   pa_io_event_cb_t call, void *userdata)
{
	pa_io_event *io = calloc(1, sizeof(*io));

	if (!io)
		return NULL;
	*io = (pa_io_event){ .loop = get_loop(api), .fd = fd, .call = call, .userdata = userdata };
	if (sd_event_add_io(io->loop->event, &io->source, fd, to_epoll(flags), on_io, io) < 0) {
		free(io);
		return NULL;
	}
	io_enable(io, flags);
	return io;
}

static void io_free(pa_io_event *io)
{
	sd_event_source_disable_unref(io->source);
	if (io->on_destroy)
		io->on_destroy(&io->loop->api, io, io->userdata);
	free(io);
}

static void io_set_destroy(pa_io_event *io, pa_io_event_destroy_cb_t on_destroy)
{
	io->on_destroy = on_destroy;
}

static int on_time(sd_event_source *source, uint64_t usec, void *userdata)
{
	pa_time_event *timer = userdata;
	struct timeval when = timer->when;

	(void)source;
	(void)usec;
	timer->call(&timer->loop->api, timer, &when, timer->userdata);
	return 0;
}

/* Times of day come in; they are counted on a clock that nobody sets. */
static void time_restart(pa_time_event *timer, const struct timeval *when)
{
	struct timeval now;
	int64_t left_us;
	uint64_t start;

	if (!when) {
		sd_event_source_set_enabled(timer->source, SD_EVENT_OFF);
		return;
	}
	gettimeofday(&now, NULL);
	timer->when = *when;
	left_us = (int64_t)(when->tv_sec - now.tv_sec) * 1000000 + when->tv_usec - now.tv_usec;
	sd_event_now(timer->loop->event, CLOCK_MONOTONIC, &start);
	sd_event_source_set_time(timer->source, start + (uint64_t)(left_us > 0 ? left_us : 0));
	sd_event_source_set_enabled(timer->source, SD_EVENT_ONESHOT);
}

static pa_time_event *time_new(pa_mainloop_api *api, const struct timeval *when,
			       pa_time_event_cb_t call, void *userdata)
{
	pa_time_event *timer = calloc(1, sizeof(*timer));

	if (!timer)
		return NULL;
	*timer = (pa_time_event){ .loop = get_loop(api), .call = call, .userdata = userdata };
	if (sd_event_add_time(timer->loop->event, &timer->source, CLOCK_MONOTONIC, 0, 0, on_time,
			      timer) < 0) {
		free(timer);
		return NULL;
	}
	time_restart(timer, when);
	return timer;
}

static void time_free(pa_time_event *timer)
{
	sd_event_source_disable_unref(timer->source);
	if (timer->on_destroy)
		timer->on_destroy(&timer->loop->api, timer, timer->userdata);
	free(timer);
}

static void time_set_destroy(pa_time_event *timer, pa_time_event_destroy_cb_t on_destroy)
{
	timer->on_destroy = on_destroy;
}

static int on_defer(sd_event_source *source, void *userdata)
{
	pa_defer_event *defer = userdata;

	(void)source;
	defer->call(&defer->loop->api, defer, defer->userdata);
	return 0;
}

static void defer_enable(pa_defer_event *defer, int enable)
{
	sd_event_source_set_enabled(defer->source, enable ? SD_EVENT_ON : SD_EVENT_OFF);
}

static pa_defer_event *defer_new(pa_mainloop_api *api, pa_defer_event_cb_t call, void *userdata)
{
	pa_defer_event *defer = calloc(1, sizeof(*defer));

	if (!defer)
		return NULL;
	*defer = (pa_defer_event){ .loop = get_loop(api), .call = call, .userdata = userdata };
	if (sd_event_add_defer(defer->loop->event, &defer->source, on_defer, defer) < 0) {
		free(defer);
		return NULL;
	}
	defer_enable(defer, true);
	return defer;
}

static void defer_free(pa_defer_event *defer)
{
	sd_event_source_disable_unref(defer->source);
	if (defer->on_destroy)
		defer->on_destroy(&defer->loop->api, defer, defer->userdata);
	free(defer);
}

static void defer_set_destroy(pa_defer_event *defer, pa_defer_event_destroy_cb_t on_destroy)
{
	defer->on_destroy = on_destroy;
}

/* Clients never call it; the loop is not libpulse's to end. */
static void quit(pa_mainloop_api *api, int code)
{
	(void)api;
	log_warning("sound server: libpulse wants an end (%d)", code);
}

int server_loop_new(struct server_loop **result, sd_event *event)
{
	struct server_loop *loop = calloc(1, sizeof(*loop));

	if (!loop)
		return -ENOMEM;
	loop->event = sd_event_ref(event);
	loop->api = (pa_mainloop_api){
		.userdata = loop,
		.io_new = io_new, .io_enable = io_enable, .io_free = io_free,
		.io_set_destroy = io_set_destroy,
		.time_new = time_new, .time_restart = time_restart, .time_free = time_free,
		.time_set_destroy = time_set_destroy,
		.defer_new = defer_new, .defer_enable = defer_enable, .defer_free = defer_free,
		.defer_set_destroy = defer_set_destroy,
		.quit = quit,
	};
	*result = loop;
	return 0;
}

void server_loop_free(struct server_loop *loop)
{
	if (!loop)
		return;
	sd_event_unref(loop->event);
	free(loop);
}

pa_mainloop_api *server_loop_api(struct server_loop *loop)
{
	return &loop->api;
}
