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

/* Runs the loop until condition; fails the test after ten seconds in which nothing came of it. */
#define run_until(event, condition) \
	do { \
		int idle_ = 0; \
		while (!(condition)) { \
			int ran_ = sd_event_run(event, 10000); \
\
			assert_true(ran_ >= 0); \
			idle_ += !ran_; \
			assert_true(idle_ < 1000); \
		} \
	} while (0)

static inline int run_idle_answered(sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	bool *answered = userdata;

	(void)reply;
	(void)error;
	*answered = true;
	return 0;
}

/*
 * Runs the loop until the programs in it have nothing more to say to each other, however slow the
 * machine is: the bus has answered so many questions since that every answer to an answer is through.
 */
static inline void run_idle(sd_event *event)
{
	sd_bus *bus = NULL;

	assert_true(sd_bus_open_user(&bus) >= 0);
	assert_true(sd_bus_attach_event(bus, event, SD_EVENT_PRIORITY_NORMAL) >= 0);
	for (int i = 0; i < 40; i++) {
		bool answered = false;

		assert_true(sd_bus_call_method_async(bus, NULL, "org.freedesktop.DBus",
						     "/org/freedesktop/DBus", "org.freedesktop.DBus",
						     "GetId", run_idle_answered, &answered, NULL) >= 0);
		run_until(event, answered);
		while (sd_event_run(event, 0) > 0)
			;
	}
	sd_bus_detach_event(bus);
	sd_bus_close_unref(bus);
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
