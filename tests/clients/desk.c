/* SPDX-License-Identifier: GPL-2.0-or-later */
// build: -lpulse -lsystemd
/*
 * A desktop and a hardmuted that both act on every press of the microphone key.
 *
 *   desk SOURCE PRESSES
 *
 * It plays hardmuted on the session bus (its answers to a key and to Mute, and
 * its rule that a toggle within 50 ms of a change does nothing), and a desktop
 * that inverts the source's mute flag at each press: up to 40 ms before
 * hardmuted (which the kernel tells first) or 80 ms after it, from a flag that it has just read or knew before. 100 ms
 * after the later of the two the flag has to be what the hard state is, and
 * that has to be what the key made of it. Prints "presses N wrong_flag F
 * wrong_state S longest_ms T", T from the later of the two until they agree.
 */
#include <pulse/pulseaudio.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>
#include <time.h>

#define PATH "/org/hardmute/Mute1"
#define INTERFACE "org.hardmute.Mute1"
#define SEEN_US 50000
#define AGREE_US 100000

static sd_event *event;
static sd_bus *bus;
static pa_threaded_mainloop *loop;
static pa_context *context;
static const char *source;
static bool live, flag;
static const char *reason = "hardmuted started";
static int64_t changed_us;

static int64_t now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

/* ---- hardmuted ---- */

static int get_text(sd_bus *b, const char *path, const char *interface, const char *property,
		    sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	(void)b, (void)path, (void)interface, (void)userdata, (void)error;
	if (property[0] == 'S')
		return sd_bus_message_append(reply, "s", live ? "live" : "muted");
	return sd_bus_message_append(reply, "s", property[0] == 'R' ? reason : live ? "live" : "muted, proven");
}

static void change(bool to, const char *why)
{
	live = to;
	reason = why;
	changed_us = now_us();
	sd_bus_emit_properties_changed(bus, PATH, INTERFACE, "State", "Verdict", "Reason", NULL);
}

static int on_mute(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	(void)userdata, (void)error;
	if (live)
		change(false, "asked by hardmute-agent (pid 1, uid 0)");
	return sd_bus_reply_method_return(call, "s", "muted");
}

static int on_status(sd_bus_message *call, void *userdata, sd_bus_error *error)
{
	(void)userdata, (void)error;
	return sd_bus_reply_method_return(call, "a{sv}", 4, "State", "s", live ? "live" : "muted",
		"Verdict", "s", live ? "live" : "muted, proven", "Reason", "s", reason, "Mode", "s", "system");
}

static const sd_bus_vtable vtable[] = {
	SD_BUS_VTABLE_START(0),
	SD_BUS_METHOD("Mute", "", "s", on_mute, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_METHOD("Status", "", "a{sv}", on_status, SD_BUS_VTABLE_UNPRIVILEGED),
	SD_BUS_PROPERTY("State", "s", get_text, 0, SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	SD_BUS_PROPERTY("Verdict", "s", get_text, 0, SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	SD_BUS_PROPERTY("Reason", "s", get_text, 0, SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
	SD_BUS_VTABLE_END
};

static void key(void)
{
	if (now_us() - changed_us >= SEEN_US)
		change(!live, "MicMute on AT keyboard");
}

static void serve(int64_t until_us)
{
	int64_t left_us;

	while ((left_us = until_us - now_us()) > 0)
		sd_event_run(event, (uint64_t)left_us);
}

/* ---- the desktop ---- */

static void on_source(pa_context *unused, const pa_source_info *info, int end, void *userdata)
{
	(void)unused, (void)userdata;
	if (end)
		pa_threaded_mainloop_signal(loop, 0);
	else
		flag = info->mute;
}

static void on_done(pa_context *unused, int success, void *userdata)
{
	(void)unused, (void)success, (void)userdata;
	pa_threaded_mainloop_signal(loop, 0);
}

static void wait_for(pa_operation *operation)
{
	while (operation && pa_operation_get_state(operation) == PA_OPERATION_RUNNING)
		pa_threaded_mainloop_wait(loop);
	if (operation)
		pa_operation_unref(operation);
}

static bool read_flag(void)
{
	pa_threaded_mainloop_lock(loop);
	wait_for(pa_context_get_source_info_by_name(context, source, on_source, NULL));
	pa_threaded_mainloop_unlock(loop);
	return flag;
}

static void write_flag(bool to)
{
	pa_threaded_mainloop_lock(loop);
	wait_for(pa_context_set_source_mute_by_name(context, source, to, on_done, NULL));
	pa_threaded_mainloop_unlock(loop);
}

static void connect_desktop(void)
{
	loop = pa_threaded_mainloop_new();
	context = pa_context_new(pa_threaded_mainloop_get_api(loop), "desk");
	pa_threaded_mainloop_start(loop);
	pa_threaded_mainloop_lock(loop);
	if (pa_context_connect(context, NULL, PA_CONTEXT_NOAUTOSPAWN, NULL) < 0)
		exit(2);
	pa_threaded_mainloop_unlock(loop);
	for (int i = 0; i < 500 && pa_context_get_state(context) != PA_CONTEXT_READY; i++)
		serve(now_us() + 10000);
}

static void connect_bus(void)
{
	if (sd_event_new(&event) < 0 || sd_bus_open_user(&bus) < 0 ||
	    sd_bus_add_object_vtable(bus, NULL, PATH, INTERFACE, vtable, NULL) < 0 ||
	    sd_bus_request_name(bus, "org.hardmute", 0) < 0 || sd_bus_attach_event(bus, event, 0) < 0)
		exit(2);
}

/* Returns how long they took to agree, µs; -1 for more than AGREE_US. */
static int64_t press(bool *state_good)
{
	bool to = !live, known = read_flag(), desktop_first = rand() & 1, fresh = rand() & 1;
	int64_t start_us = now_us(), pause_us = rand() % (desktop_first ? 40000 : 80000);

	for (int step = 0; step < 2; step++) {
		if (desktop_first == (step == 0))
			write_flag(fresh ? !read_flag() : !known);
		else
			key();
		start_us = now_us();
		if (step == 0)
			serve(start_us + pause_us);
	}
	start_us = now_us();
	do
		serve(now_us() + 1000);
	while (read_flag() == live && now_us() - start_us < AGREE_US);
	int64_t took_us = now_us() - start_us;

	serve(start_us + AGREE_US);
	*state_good = live == to;
	return read_flag() != live ? took_us : -1;
}

int main(int argc, char **argv)
{
	int presses = argc == 3 ? atoi(argv[2]) : 0, wrong_flag = 0, wrong_state = 0;
	int64_t longest_us = 0;

	if (!presses)
		return 2;
	source = argv[1];
	srand(1);
	connect_bus();
	connect_desktop();
	serve(now_us() + 1000000);
	for (int i = 0; i < presses; i++) {
		bool good;
		int64_t took_us = press(&good);

		wrong_flag += took_us < 0;
		wrong_state += !good;
		if (took_us > longest_us)
			longest_us = took_us;
		serve(now_us() + 150000 + rand() % 200000);
		if (!good)	/* the next one begins where the key would have led */
			change(!live, "MicMute on AT keyboard"), serve(now_us() + 500000);
	}
	printf("presses %d wrong_flag %d wrong_state %d longest_ms %.1f\n", presses, wrong_flag, wrong_state,
	       longest_us / 1e3);
	return 0;
}
