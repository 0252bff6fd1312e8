/* SPDX-License-Identifier: GPL-2.0-or-later */
// build: -lasound -lpulse -pthread
/*
 * How long a key takes to silence, through hardmuted and through a desktop:
 *
 *   keytime TRIALS TWIN SOURCE
 *
 * Makes a keyboard "keytime" with a light for mute (hardmuted has to trust it, and to drive its
 * light) and presses its keys in turn. TWIN (an ALSA name) and SOURCE (of the user's sound server,
 * no twin) have to sound. The desktop is what GNOME's or KDE's daemon comes to, without the way
 * through a compositor: a program that waits for F19 and mutes SOURCE through libpulse.
 *
 * A line for each trial, microseconds; "key" is the moment before the event is written:
 *   eventfd N	median of 20 round trips between two processes, which is what all else is, too
 *   wake N	key to another program's read of it from the node, as hardmuted does
 *   light N	key to the keyboard's being told that its light is on: after the fence
 *   twin N	key to the return of the last read of TWIN that was not all zeros
 *   desktop N	the same of SOURCE, a recording in fragments of 20 ms
 */
#include <alsa/asoundlib.h>
#include <dirent.h>
#include <fcntl.h>
#include <linux/uinput.h>
#include <poll.h>
#include <pthread.h>
#include <pulse/pulseaudio.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#define NAME "keytime"
#define RATE 48000
#define PERIOD 256
#define FRAGMENT_BYTES (RATE / 50 * 4)
#define PINGS 20
#define TOGGLE KEY_F20
#define DESKTOP KEY_F19

/* When something that sounds was last heard, of each way; ns of CLOCK_MONOTONIC. */
static _Atomic int64_t twin_heard, source_heard, woken;

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000000ll + now.tv_nsec;
}

static void fail(const char *what)
{
	fprintf(stderr, "keytime: %s\n", what);
	exit(1);
}

static bool sounds(const void *data, size_t bytes)
{
	const unsigned char *byte = data;

	for (size_t i = 0; i < bytes; i++)
		if (byte[i])
			return true;
	return false;
}

static void start(void *(*run)(void *), void *argument)
{
	pthread_t thread;

	if (pthread_create(&thread, NULL, run, argument))
		fail("no thread");
}

/* The program that reads a twin. */
static void *read_twin(void *name)
{
	int16_t frames[PERIOD * 2];
	snd_pcm_t *pcm;

	if (snd_pcm_open(&pcm, name, SND_PCM_STREAM_CAPTURE, 0) < 0 ||
	    snd_pcm_set_params(pcm, SND_PCM_FORMAT_S16_LE, SND_PCM_ACCESS_RW_INTERLEAVED, 2, RATE, 0,
			       200000) < 0 || snd_pcm_start(pcm) < 0)
		fail("the twin cannot be opened");
	for (;;) {
		snd_pcm_sframes_t count = snd_pcm_readi(pcm, frames, PERIOD);

		if (count < 0) {
			snd_pcm_prepare(pcm);
			snd_pcm_start(pcm);
		} else if (sounds(frames, (size_t)count * 4)) {
			twin_heard = now_ns();
		}
	}
	return NULL;
}

/* The desktop, and the program that records from its sound server: each has a connection. */
struct client {
	const char *source;
	pa_mainloop *loop;
	pa_context *context;
	int keyboard;
	bool muted;
};

static void on_recorded(pa_stream *stream, size_t bytes, void *userdata)
{
	const void *data;

	(void)userdata;
	while (pa_stream_readable_size(stream) && !pa_stream_peek(stream, &data, &bytes)) {
		if (data && sounds(data, bytes))
			source_heard = now_ns();
		pa_stream_drop(stream);
	}
}

static void connect_client(struct client *client)
{
	client->loop = pa_mainloop_new();
	client->context = pa_context_new(pa_mainloop_get_api(client->loop), NAME);
	if (pa_context_connect(client->context, NULL, PA_CONTEXT_NOAUTOSPAWN, NULL) < 0)
		fail("no sound server");
	while (pa_context_get_state(client->context) != PA_CONTEXT_READY) {
		if (!PA_CONTEXT_IS_GOOD(pa_context_get_state(client->context)))
			fail("no sound server");
		pa_mainloop_iterate(client->loop, 1, NULL);
	}
}

static void *record_source(void *name)
{
	static const pa_sample_spec spec = { .format = PA_SAMPLE_S16LE, .rate = RATE, .channels = 2 };
	static const pa_buffer_attr buffer = { .maxlength = (uint32_t)-1, .fragsize = FRAGMENT_BYTES };
	struct client client = { .source = name };
	pa_stream *stream;

	connect_client(&client);
	stream = pa_stream_new(client.context, NAME, &spec, NULL);
	pa_stream_set_read_callback(stream, on_recorded, NULL);
	if (pa_stream_connect_record(stream, name, &buffer, PA_STREAM_ADJUST_LATENCY) < 0)
		fail("the source cannot be recorded");
	pa_mainloop_run(client.loop, NULL);
	return NULL;
}

static void on_key(pa_mainloop_api *api, pa_io_event *io, int fd, pa_io_event_flags_t flags,
		   void *userdata)
{
	struct client *client = userdata;
	struct input_event event;

	(void)api;
	(void)io;
	(void)flags;
	while (read(fd, &event, sizeof(event)) == sizeof(event)) {
		if (event.type != EV_KEY || event.value != 1)
			continue;
		woken = now_ns();
		if (event.code != DESKTOP)
			continue;
		client->muted = !client->muted;
		pa_operation_unref(pa_context_set_source_mute_by_name(client->context, client->source,
								      client->muted, NULL, NULL));
	}
}

static void *be_desktop(void *userdata)
{
	struct client *client = userdata;
	pa_mainloop_api *api;

	connect_client(client);
	api = pa_mainloop_get_api(client->loop);
	api->io_new(api, client->keyboard, PA_IO_EVENT_INPUT, on_key, client);
	pa_mainloop_run(client->loop, NULL);
	return NULL;
}

/* The node that the kernel made for it. */
static int open_node(int keyboard)
{
	char name[64], path[512];
	struct dirent *entry;
	DIR *directory;
	int fd = -1;

	if (ioctl(keyboard, UI_GET_SYSNAME(sizeof(name)), name) < 0)
		return -1;
	snprintf(path, sizeof(path), "/sys/devices/virtual/input/%s", name);
	directory = opendir(path);
	while (directory && (entry = readdir(directory))) {
		if (strncmp(entry->d_name, "event", 5))
			continue;
		snprintf(path, sizeof(path), "/dev/input/%.32s", entry->d_name);
		for (int tries = 0; fd < 0 && tries < 100; tries++, usleep(100000))
			fd = open(path, O_RDONLY | O_NONBLOCK);
	}
	if (directory)
		closedir(directory);
	return fd;
}

static int make_keyboard(void)
{
	struct uinput_setup setup = { .id = { .bustype = BUS_USB, .vendor = 1, .product = 1 }, .name = NAME };
	int fd = open("/dev/uinput", O_RDWR | O_NONBLOCK);

	if (fd < 0 || ioctl(fd, UI_SET_EVBIT, EV_KEY) || ioctl(fd, UI_SET_EVBIT, EV_LED) ||
	    ioctl(fd, UI_SET_KEYBIT, TOGGLE) || ioctl(fd, UI_SET_KEYBIT, DESKTOP) ||
	    ioctl(fd, UI_SET_LEDBIT, LED_MUTE) || ioctl(fd, UI_DEV_SETUP, &setup) ||
	    ioctl(fd, UI_DEV_CREATE))
		fail("no keyboard can be made");
	return fd;
}

static void send(int fd, unsigned short type, unsigned short code, int value)
{
	struct input_event event = { .type = type, .code = code, .value = value };

	if (write(fd, &event, sizeof(event)) != sizeof(event))
		fail("a key cannot be pressed");
}

/* When it was pressed. */
static int64_t press(int fd, unsigned short key)
{
	int64_t before = now_ns();

	send(fd, EV_KEY, key, 1);
	send(fd, EV_SYN, SYN_REPORT, 0);
	send(fd, EV_KEY, key, 0);
	send(fd, EV_SYN, SYN_REPORT, 0);
	return before;
}

/* When the light was last turned so within that time; 0: it was not. */
static int64_t wait_for_light(int fd, bool on, int ms)
{
	struct pollfd poll_fd = { .fd = fd, .events = POLLIN };
	int64_t end = now_ns() + ms * 1000000ll;
	struct input_event event;

	while (now_ns() < end) {
		if (poll(&poll_fd, 1, 100) <= 0 || read(fd, &event, sizeof(event)) != sizeof(event))
			continue;
		if (event.type == EV_LED && event.code == LED_MUTE && event.value == on)
			return now_ns();
	}
	return 0;
}

/* It sounds now, and not since before. */
static bool wait_for_sound(_Atomic int64_t *heard, int64_t since)
{
	for (int i = 0; i < 500 && *heard <= since; i++)
		usleep(10000);
	return *heard > since;
}

static int ping[2];

/* Before any thread is there. */
static void start_ping(void)
{
	uint64_t one;

	ping[0] = eventfd(0, EFD_CLOEXEC);
	ping[1] = eventfd(0, EFD_CLOEXEC);
	if (ping[0] < 0 || ping[1] < 0)
		fail("eventfd");
	switch (fork()) {
	case -1: fail("fork");
	case 0: break;
	default: return;
	}
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	while (read(ping[0], &one, sizeof(one)) == sizeof(one))
		if (write(ping[1], &one, sizeof(one)) != sizeof(one))
			break;
	_exit(1);
}

static int compare(const void *a, const void *b)
{
	const int64_t *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

static int64_t measure_round_trip(void)
{
	int64_t took[PINGS];
	uint64_t one = 1;

	for (int i = 0; i < PINGS; i++) {
		took[i] = now_ns();
		if (write(ping[0], &one, sizeof(one)) != sizeof(one) ||
		    read(ping[1], &one, sizeof(one)) != sizeof(one))
			fail("eventfd");
		took[i] = now_ns() - took[i];
		usleep(1000);
	}
	qsort(took, PINGS, sizeof(took[0]), compare);
	return took[PINGS / 2];
}

static void show(const char *what, int64_t ns)
{
	printf("%s %lld\n", what, (long long)(ns / 1000));
}

static void try_hardmuted(int keyboard)
{
	int64_t pressed = press(keyboard, TOGGLE), lit;

	if (!wait_for_light(keyboard, false, 5000) || !wait_for_sound(&twin_heard, pressed))
		fail("it did not go live");
	usleep(200000 + (useconds_t)random() % 100000);
	pressed = press(keyboard, TOGGLE);
	lit = wait_for_light(keyboard, true, 5000);
	if (!lit)
		fail("it did not mute");
	usleep(400000);
	show("light", lit - pressed);
	show("twin", twin_heard - pressed);
	show("wake", woken - pressed);
}

static void try_desktop(int keyboard)
{
	int64_t pressed = now_ns();

	if (!wait_for_sound(&source_heard, pressed))
		fail("the source does not sound");
	usleep(200000 + (useconds_t)random() % 100000);
	pressed = press(keyboard, DESKTOP);
	usleep(1000000);
	show("desktop", source_heard - pressed);
	press(keyboard, DESKTOP);
}

int main(int argc, char **argv)
{
	struct client desktop = { .keyboard = -1 };
	int keyboard;

	if (argc != 4) {
		fputs("usage: keytime TRIALS TWIN SOURCE\n", stderr);
		return 2;
	}
	setlinebuf(stdout);
	start_ping();
	keyboard = make_keyboard();
	desktop.source = argv[3];
	desktop.keyboard = open_node(keyboard);
	if (desktop.keyboard < 0)
		fail("the keyboard has no node");
	start(be_desktop, &desktop);
	start(record_source, argv[3]);
	start(read_twin, argv[2]);
	if (!wait_for_light(keyboard, true, 20000))
		fail("hardmuted does not drive the light");
	sleep(2);	/* what may have been held when the keyboard came does not unmute */
	for (int i = atoi(argv[1]); i > 0; i--) {
		show("eventfd", measure_round_trip());
		try_hardmuted(keyboard);
		try_desktop(keyboard);
	}
	fflush(stdout);
	_exit(0);	/* the threads go on */
}
