/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * For tests of the agent: other programs of the session, played on connections
 * of their own but in the test's own loop, so that nothing has to be waited for
 * by time. Include after cmocka.h and private_bus.h.
 */
#ifndef HARDMUTE_TESTS_AGENT_BUS_H
#define HARDMUTE_TESTS_AGENT_BUS_H

#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

/* Runs the loop until condition; fails the test after five seconds. */
#define run_until(event, condition) \
	do { \
		int rounds_ = 0; \
		while (!(condition)) { \
			assert_true(rounds_++ < 500); \
			assert_true(sd_event_run(event, 10000) >= 0); \
		} \
	} while (0)

/* Runs the loop until nothing has happened in it for 50 ms. */
static inline void run_idle(sd_event *event)
{
	while (sd_event_run(event, 50000) > 0)
		;
}

/* Another program: it serves vtable, if any, on the session bus, under name, if any. */
static inline sd_bus *program_start(sd_event *event, const char *name, const char *path,
				    const char *interface, const sd_bus_vtable *vtable, void *userdata)
{
	sd_bus *bus = NULL;

	assert_true(sd_bus_open_user(&bus) >= 0);
	if (vtable)
		assert_true(sd_bus_add_object_vtable(bus, NULL, path, interface, vtable,
						     userdata) >= 0);
	if (name)
		assert_true(sd_bus_request_name(bus, name, 0) >= 0);
	assert_true(sd_bus_attach_event(bus, event, SD_EVENT_PRIORITY_NORMAL) >= 0);
	return bus;
}

static inline sd_bus *program_stop(sd_bus *bus)
{
	if (bus)
		sd_bus_detach_event(bus);
	return sd_bus_flush_close_unref(bus);
}

#endif
