/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * hardmuted: builds the daemon top down, runs its event loop, and takes it
 * down in the reverse order. Everything but the feeds runs in this one thread.
 * It starts muted, and goes live only when somebody asks.
 */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include "authority.h"
#include "bus.h"
#include "daemon.h"
#include "driver.h"
#include "history.h"
#include "hotkey.h"
#include "led.h"
#include "log.h"
#include "mixer.h"
#include "mute.h"
#include "names.h"
#include "sleep.h"
#include "store.h"
#include "twin.h"
#include "ucm.h"
#include "watch.h"

struct options {
	bool session;
	const char *config;	/* NULL: the usual place */
};

/* What an earlier life left in the service manager's store. */
struct inheritance {
	struct daemon *daemon;
	int table_fd;
};

static void print_usage(FILE *out)
{
	fprintf(out, "Usage: hardmuted [--session] [--config FILE]\n"
		"The hard mute of this computer's microphones.\n\n"
		"  --session        for this user only, with a virtual microphone in the sound server\n"
		"  --config FILE    read FILE instead of the usual configuration\n"
		"  --help           show this help\n"
		"  --version        show the version\n\n"
		"SIGHUP reads the configuration again. See hardmuted(8) and hardmutectl(1).\n");
}

/* Returns -1 to go on, or an exit code. */
static int parse_options(int argc, char **argv, struct options *options)
{
	static const struct option known[] = {
		{ "session", no_argument, NULL, 's' },
		{ "config", required_argument, NULL, 'c' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'v' },
		{ UCM_OPTION, required_argument, NULL, 'u' },	/* for ourselves */
		{ 0 },
	};
	int option;

	while ((option = getopt_long(argc, argv, "hc:", known, NULL)) >= 0) {
		switch (option) {
		case 's':
			options->session = true;
			break;
		case 'c':
			options->config = optarg;
			break;
		case 'h':
			print_usage(stdout);
			return EXIT_DONE;
		case 'v':
			puts("hardmuted " HARDMUTE_VERSION);
			return EXIT_DONE;
		case 'u':
			return ucm_run(optarg);
		default:
			print_usage(stderr);
			return EXIT_USAGE;
		}
	}
	if (optind == argc)
		return -1;
	print_usage(stderr);
	return EXIT_USAGE;
}

static void report_mistake(void *userdata, const char *line)
{
	(void)userdata;
	log_error("%s", line);
}

/* Only the file in the usual place may be missing. 0 or -errno; what is wrong has been logged. */
static int load_config(const struct options *options, struct config *config)
{
	char usual[4096];
	const char *path = options->config ? options->config : usual;
	int error = options->config ? 0 : config_path(options->session, usual, sizeof(usual));

	if (!error)
		error = config_load(path, config, report_mistake, NULL);
	if (error == -ENOENT && !options->config) {
		config_defaults(config);
		return 0;
	}
	if (error && error != -EINVAL)
		log_error("%s: %s", path, strerror(-error));
	return error;
}

/*
 * Two daemons would fight for the microphones. The bus name says so too, but
 * there may be no bus. Returns 0, or -EEXIST when another one runs.
 */
static int take_lock(bool session)
{
	const char *dir = getenv(session ? "XDG_RUNTIME_DIR" : "RUNTIME_DIRECTORY");
	char path[4096];
	int fd;

	if (!dir && session)
		return 0;
	snprintf(path, sizeof(path), "%s/hardmuted.lock", dir ? dir : "/run");
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0) {
		log_warning("%s: %s: a second hardmuted would be noticed only by its bus name",
			    path, strerror(errno));
		return 0;
	}
	/* held, and the descriptor open, for as long as this process lives */
	return flock(fd, LOCK_EX | LOCK_NB) ? -EEXIST : 0;
}

static void on_link_ready(void *userdata)
{
	struct daemon *daemon = userdata;

	driver_on_ready(daemon->driver);
	mute_on_event(daemon->mute, POLICY_EVENT_DRIVER_READY, "the driver is ready");
	twins_on_driver_ready(daemon);
}

static void on_link_up(void *userdata, unsigned twin)
{
	twin_on_up(userdata, twin);
}

static void on_link_failed(void *userdata, unsigned twin, int error)
{
	twin_on_failed(userdata, twin, error);
}

static void on_link_want(void *userdata, unsigned twin, const struct link_want *want)
{
	twin_on_want(userdata, twin, want);
}

static void on_link_readers(void *userdata, unsigned twin, unsigned count)
{
	struct daemon *daemon = userdata;

	driver_on_readers(daemon->driver, twin, count);
	twin_on_readers(daemon, twin, count);
	history_readers_changed(daemon->history);
}

static void on_link_fenced(void *userdata, uint64_t seq)
{
	mute_on_fenced(((struct daemon *)userdata)->mute, seq);
}

static void on_link_suspended(void *userdata, uint64_t seq)
{
	mute_on_suspended(((struct daemon *)userdata)->mute, seq);
}

static void on_link_pong(void *userdata, uint64_t seq)
{
	driver_on_pong(((struct daemon *)userdata)->driver, seq);
}

static void on_link_stalled(void *userdata, unsigned twin)
{
	twin_on_stalled(userdata, twin);
}

static void on_link_lost(void *userdata, const char *why)
{
	struct daemon *daemon = userdata;
	char text[200];

	driver_kill(daemon->driver, why);
	snprintf(text, sizeof(text), "the driver was lost: %s", driver_get_fault(daemon->driver));
	mute_on_event(daemon->mute, POLICY_EVENT_LINK_LOST, text);
}

static void on_driver_lost(void *userdata, const char *why)
{
	struct daemon *daemon = userdata;
	char text[200];

	snprintf(text, sizeof(text), "the driver was lost: %s", why);
	mute_on_event(daemon->mute, POLICY_EVENT_DRIVER_LOST, text);
	twins_on_driver_lost(daemon);
}

static const struct link_callbacks link_callbacks = {
	.ready = on_link_ready, .twin_up = on_link_up, .twin_failed = on_link_failed,
	.want = on_link_want, .readers = on_link_readers, .fenced = on_link_fenced,
	.suspended = on_link_suspended, .pong = on_link_pong, .stalled = on_link_stalled,
	.lost = on_link_lost,
};
static const struct driver_callbacks driver_callbacks = { .lost = on_driver_lost };

static void on_card_added(void *userdata, const struct card_mic *mic)
{
	twin_add(userdata, mic);
}

static void on_card_changed(void *userdata, const struct card_mic *mic)
{
	twin_change(userdata, mic);
}

static void on_card_removed(void *userdata, unsigned card, unsigned device)
{
	twin_remove(userdata, card, device);
}

static void on_control(void *userdata, unsigned card, bool there)
{
	mixer_set_card(((struct daemon *)userdata)->mixer, card, there);
}

static const struct cards_callbacks cards_callbacks = {
	.added = on_card_added, .changed = on_card_changed, .removed = on_card_removed,
	.control = on_control,
};

static void on_stored(void *userdata, const char *name, int fd)
{
	struct inheritance *inheritance = userdata;
	unsigned card, device, number;

	fcntl(fd, F_SETFD, FD_CLOEXEC);
	if (!strcmp(name, STORE_TABLE) && inheritance->table_fd < 0) {
		inheritance->table_fd = fd;
	} else if (!strcmp(name, GUARD_NAME) && inheritance->daemon->guard_fd < 0) {
		inheritance->daemon->guard_fd = fd;
	} else if (!store_parse_twin(name, &card, &device, &number)) {
		twin_adopt(inheritance->daemon, card, device, number, fd);
	} else {
		log_warning("%s: an unknown descriptor from the service manager", name);
		close(fd);
	}
}

/* A new table is stored at once; one that came from the store and was sound is there already. */
static int start_link(struct daemon *daemon)
{
	struct inheritance inheritance = { daemon, -1 };
	int error;

	if (!daemon->session)
		store_take(on_stored, &inheritance);
	error = link_new(&daemon->link, daemon->event, inheritance.table_fd, &link_callbacks,
			 daemon);
	if (error || daemon->session)
		return error;
	if (link_get_table_fd(daemon->link) != inheritance.table_fd) {
		store_remove(STORE_TABLE);
		(void)store_put(STORE_TABLE, link_get_table_fd(daemon->link));
	}
	return 0;
}

static int on_reload(sd_event_source *source, const struct signalfd_siginfo *info, void *userdata)
{
	struct daemon *daemon = sd_event_source_get_userdata(source);
	struct config old = daemon->config;
	int error;

	(void)info;
	(void)userdata;
	error = load_config(daemon->options, &daemon->config);
	if (error) {
		log_error("the configuration stays as it was");
		return 0;
	}
	log_info("configuration read again");
	if (daemon->session && strcmp(old.microphone, daemon->config.microphone) != 0)
		twin_set_session(daemon);
	if (daemon->session && (old.set_default != daemon->config.set_default ||
				old.latency_ms != daemon->config.latency_ms))
		driver_kill(daemon->driver, "its options have changed");
	if (daemon->cards && strcmp(old.exempt, daemon->config.exempt) != 0)
		cards_look_again(daemon->cards);
	authority_reload(daemon->authority);
	hotkey_reload(daemon->hotkey);
	leds_reload(daemon->leds);
	mute_reload(daemon->mute);
	watch_look_soon(daemon->watch);
	return 0;
}

static int add_signals(struct daemon *daemon)
{
	sd_event *event = daemon->event;
	int error;

	error = sd_event_add_signal(event, NULL, SIGTERM, NULL, NULL);
	if (error >= 0)
		error = sd_event_add_signal(event, NULL, SIGINT, NULL, NULL);
	if (error >= 0)
		error = sd_event_add_signal(event, NULL, SIGHUP, on_reload, daemon);
	return error;
}

/* Before any thread exists: the feeds inherit the mask, so signals come here only. */
static void block_signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGCHLD);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
}

static int start_loop(struct daemon *daemon)
{
	int error;

	block_signals();
	error = sd_event_default(&daemon->event);
	if (error >= 0)
		error = add_signals(daemon);
	/* wakes up at half the unit's WatchdogSec: choose that long, or muted is not idle */
	if (error >= 0)
		error = sd_event_set_watchdog(daemon->event, true);
	return error;
}

/* Lights that cannot be had are no reason not to mute. */
static int start_lights(struct daemon *daemon)
{
	static char records[4096] = "/dev/snd/leds";	/* LIGHTS_DIR, as this process sees it */
	const char *runtime = getenv("XDG_RUNTIME_DIR");
	int error;

	/* it could take them from the system's own hardmuted */
	if (daemon->session && !geteuid())
		return 0;
	if (daemon->session)
		snprintf(records, sizeof(records), "%s/hardmute-leds",
			 runtime ? runtime : "/nonexistent");
	error = leds_start(&daemon->leds, daemon->event, daemon, daemon->session ? "" : RUN_DIR,
			   records);
	if (error)
		log_error("no light shows the mute: %s", strerror(-error));
	return 0;
}

static int start_microphones(struct daemon *daemon)
{
	int error;

	if (daemon->session)
		return twin_set_session(daemon);
	error = mixer_start(&daemon->mixer, daemon);
	if (error)
		log_error("capture switches stay as they are: %s", strerror(-error));
	error = cards_start(&daemon->cards, daemon->event, "", daemon->config.exempt,
			    &cards_callbacks, daemon);
	if (error)
		return error;
	twin_forget_unclaimed(daemon);
	if (!daemon->twins[0].used)
		log_info("no microphone yet: waiting for one to be plugged in");
	return 0;
}

/* Without them there is still the bus. */
static int start_keys(struct daemon *daemon)
{
	int error = hotkey_start(&daemon->hotkey, daemon->event, "", daemon);

	if (error < 0)
		log_error("no key will mute: %s", strerror(-error));
	return 0;
}

/* The order matters: nothing may use a part that is not there yet. Stops at the first error. */
static int start_all(struct daemon *daemon)
{
	const char *what = "";
	int error;

	twins_init(daemon);
	if ((what = "lock", error = take_lock(daemon->session)) < 0 ||
	    (what = "event loop", error = start_loop(daemon)) < 0 ||
	    (what = "link", error = start_link(daemon)) < 0 ||
	    (what = "driver", error = driver_new(&daemon->driver, daemon->event, daemon->link,
			daemon->session, &daemon->config, &driver_callbacks, daemon)) < 0 ||
	    (what = "mute", error = mute_new(&daemon->mute, daemon)) < 0 ||
	    (what = "history", error = history_new(&daemon->history, daemon)) < 0 ||
	    (what = "bus", error = bus_start(&daemon->bus, daemon->event, daemon,
					     daemon->session)) < 0 ||
	    (what = "authority", error = authority_start(&daemon->authority, daemon->event,
							 daemon)) < 0 ||
	    (what = "sleep", error = sleep_start(&daemon->sleep, daemon->event, daemon)) < 0 ||
	    (what = "lights", error = start_lights(daemon)) < 0 ||
	    (what = "microphones", error = start_microphones(daemon)) < 0 ||
	    (what = "keys", error = start_keys(daemon)) < 0 ||
	    (what = "watch", error = watch_start(&daemon->watch, daemon->event, "", daemon)) < 0)
		log_error("%s: %s", what, error == -EEXIST ? "another hardmuted runs already" :
			  strerror(-error));
	else
		driver_start(daemon->driver);
	return error < 0 ? error : 0;
}

/* With a service manager the nodes stay: a restart adopts them, a stop closes them. */
static void stop_all(struct daemon *daemon)
{
	watch_stop(daemon->watch);
	daemon->watch = NULL;
	hotkey_stop(daemon->hotkey);
	daemon->hotkey = NULL;
	cards_stop(daemon->cards);
	twins_close_gates(daemon);
	mixer_stop(daemon->mixer);
	daemon->mixer = NULL;
	leds_stop(daemon->leds);
	daemon->leds = NULL;
	sleep_stop(daemon->sleep);
	authority_stop(daemon->authority);
	daemon->authority = NULL;
	bus_stop(daemon->bus);
	daemon->bus = NULL;
	history_free(daemon->history);
	daemon->history = NULL;
	mute_free(daemon->mute);
	driver_free(daemon->driver, daemon->session || !getenv("NOTIFY_SOCKET"));
	daemon->driver = NULL;
	twins_finish(daemon);
	link_free(daemon->link);
	sd_event_unref(daemon->event);
}

int main(int argc, char **argv)
{
	static struct options options;
	static struct daemon daemon;
	int code = parse_options(argc, argv, &options);

	if (code >= 0)
		return code;
	/* feeds must not get a heap each: they allocate next to nothing */
	mallopt(M_ARENA_MAX, 1);
	daemon.options = &options;
	daemon.session = options.session;
	daemon.guard_fd = -1;
	if (load_config(&options, &daemon.config))
		return EXIT_USAGE;
	code = EXIT_FAILED;
	if (!start_all(&daemon)) {
		sd_notify(0, "READY=1\nSTATUS=muted: hardmuted started");
		code = sd_event_loop(daemon.event) < 0 ? EXIT_FAILED : EXIT_DONE;
		sd_notify(0, "STOPPING=1");
	}
	stop_all(&daemon);
	return code;
}
