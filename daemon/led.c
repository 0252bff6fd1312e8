/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The main thread's half of the lights: what they shall show, whether all say
 * live, and what the evidence wants to know. Which there are is led_list.c's; what
 * takes time is done by led_thread.c, and nothing here waits for it longer than
 * a moment.
 *
 * A light that another program moves is put back at once, and the verdict says
 * so for as long as it may be seen. Who goes on moving it is given up for a while.
 * One that fails is tried again every few seconds.
 */
#include "led.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "daemon.h"
#include "led_private.h"
#include "log.h"
#include "mute.h"
#include "now.h"
#include "watch.h"

#define LOOK_TIMEOUT_MS 50
#define STOP_TIMEOUT_MS 1500	/* well below the unit's TimeoutStopSec */
#define CALM_US (3 * 1000000ll)	/* so long the verdict tells of a light that was moved */
#define REST_US (30 * 1000000ll)	/* for one that is moved again and again */
#define PUTS_MAX 8
#define TIMER_ACCURACY_US 20000

static struct timespec get_deadline(clockid_t clock, long ms)
{
	struct timespec deadline;

	clock_gettime(clock, &deadline);
	deadline.tv_nsec += ms % 1000 * 1000000;
	deadline.tv_sec += ms / 1000 + deadline.tv_nsec / 1000000000;
	deadline.tv_nsec %= 1000000000;
	return deadline;
}

static enum light_shape choose_shape(const struct leds *leds)
{
	if (!leds->live && !leds->proven)
		return LIGHT_SHAPE_BLINKING;
	if (leds->live == leds->daemon->config.lit_when_live)
		return LIGHT_SHAPE_LIT;
	return LIGHT_SHAPE_DARK;
}

void led_show(struct led *led)
{
	pthread_mutex_lock(&led->lock);
	if (led->shown_seq == led->show_seq)
		led->asked_us = now_us();
	led->shape = choose_shape(led->leds);
	led->show_seq++;
	pthread_cond_signal(&led->wake);
	pthread_mutex_unlock(&led->lock);
}

void led_look(struct led *led)
{
	pthread_mutex_lock(&led->lock);
	led->look_seq++;
	pthread_cond_signal(&led->wake);
	pthread_mutex_unlock(&led->lock);
}

void leds_show_all(struct leds *leds)
{
	for (unsigned i = 0; i < LEDS_MAX; i++)
		if (led_is_there(&leds->led[i]))
			led_show(&leds->led[i]);
}

static void stop_waiting(struct leds *leds)
{
	leds->waits = false;
	sd_event_source_set_enabled(leds->late, SD_EVENT_OFF);
}

static bool is_gone(int error)
{
	return error == -ENOENT || error == -ENODEV;
}

/* The mute hears of it once. One that is gone will be dropped, and counts no more then. */
void leds_judge_wait(struct leds *leds)
{
	bool all = true, good = true;

	for (unsigned i = 0; leds->waits && i < LEDS_MAX; i++) {
		struct led *led = &leds->led[i];

		if (!led_is_there(led))
			continue;
		pthread_mutex_lock(&led->lock);
		all &= led->shown_seq == led->show_seq && !is_gone(led_error(led));
		good &= led->shown_seq != led->show_seq || !led_error(led) || is_gone(led_error(led));
		pthread_mutex_unlock(&led->lock);
	}
	if (!leds->waits || (good && !all))
		return;
	stop_waiting(leds);
	mute_on_event(leds->daemon->mute, good ? POLICY_EVENT_LIT : POLICY_EVENT_NOT_LIT,
		      good ? "every light says live" : "a light does not say live");
}

static bool is_busy(struct led *led)
{
	bool busy;

	pthread_mutex_lock(&led->lock);
	busy = led->shown_seq != led->show_seq;
	pthread_mutex_unlock(&led->lock);
	return busy;
}

static int on_late(sd_event_source *source, uint64_t usec, void *userdata)
{
	struct leds *leds = userdata;

	(void)source;
	(void)usec;
	for (unsigned i = 0; i < LEDS_MAX; i++)
		if (led_is_there(&leds->led[i]) && is_busy(&leds->led[i]))
			log_warning("light %s: does not say live", leds->led[i].light.name);
	stop_waiting(leds);
	watch_look_soon(leds->daemon->watch);
	mute_on_event(leds->daemon->mute, POLICY_EVENT_NOT_LIT, "a light does not say live");
	return 0;
}

void leds_show_live(struct leds *leds)
{
	if (!leds)
		return;
	leds->live = leds->waits = true;
	sd_event_source_set_time_relative(leds->late, LEDS_LIVE_TIMEOUT_MS * 1000ull);
	sd_event_source_set_enabled(leds->late, SD_EVENT_ONESHOT);
	leds_show_all(leds);
	leds_judge_wait(leds);
}

void leds_show_muted(struct leds *leds)
{
	if (!leds)
		return;
	stop_waiting(leds);
	leds->live = false;
	leds_show_all(leds);
}

void leds_refresh(struct leds *leds)
{
	if (leds)
		leds_show_all(leds);
}

void leds_set_proven(struct leds *leds, bool proven)
{
	if (!leds || leds->proven == proven)
		return;
	leds->proven = proven;
	if (!leds->live)
		leds_show_all(leds);
}

static void arm_calm(struct leds *leds, int64_t delay_us)
{
	sd_event_source_set_time_relative(leds->calm, (uint64_t)delay_us);
	sd_event_source_set_enabled(leds->calm, SD_EVENT_ONESHOT);
}

static void on_moved(struct led *led)
{
	led->moved_us = now_us();
	if (!led->told_moved)
		log_warning("light %s: another program moved it", led->light.name);
	led->told_moved = true;
	if (++led->puts <= PUTS_MAX)
		led_show(led);
	else if (!led->rest_us)
		led->rest_us = led->moved_us + REST_US;
	arm_calm(led->leds, CALM_US);
	watch_look_soon(led->leds->daemon->watch);
}

static bool has_failed(struct led *led)
{
	bool failed;

	pthread_mutex_lock(&led->lock);
	failed = led_error(led) != 0;
	pthread_mutex_unlock(&led->lock);
	return failed;
}

/* In peace again, or after a rest: as if nothing had been. What has failed is tried again. */
static int on_calm(sd_event_source *source, uint64_t usec, void *userdata)
{
	struct leds *leds = userdata;
	int64_t now = now_us(), next_us = 0;

	(void)source;
	(void)usec;
	for (unsigned i = 0; i < LEDS_MAX; i++) {
		struct led *led = &leds->led[i];

		if (!led_is_there(led))
			continue;
		if (led->rest_us > now) {
			next_us = next_us && next_us < led->rest_us ? next_us : led->rest_us;
			continue;
		}
		if (has_failed(led))
			next_us = now + CALM_US;
		if (led->rest_us || has_failed(led))
			led_show(led);
		led->rest_us = 0;
		led->puts = 0;
		led->told_moved = false;
	}
	if (next_us)
		arm_calm(leds, next_us - now);
	watch_look_soon(leds->daemon->watch);
	return 0;
}

static void take_note(struct led *led)
{
	bool moved, ended;
	int error;

	pthread_mutex_lock(&led->lock);
	moved = led->moved;
	led->moved = false;
	ended = led->ended;
	error = led_error(led);
	pthread_mutex_unlock(&led->lock);
	if (ended && led->dead) {
		pthread_join(led->thread, NULL);
		led_free(led);
		return;
	}
	if (led->dead)
		return;
	if (error != led->told_error)
		watch_look_soon(led->leds->daemon->watch);
	if (error && error != led->told_error) {
		log_warning("light %s: %s", led->light.name, strerror(-error));
		arm_calm(led->leds, CALM_US);
	}
	led->told_error = error;
	if (is_gone(error))
		led_drop(led, false);
	else if (moved)
		on_moved(led);
}

static int on_note(sd_event_source *source, int fd, uint32_t events, void *userdata)
{
	struct leds *leds = userdata;
	uint64_t notes;

	(void)source;
	(void)events;
	if (read(fd, &notes, sizeof(notes)) < 0 && errno != EAGAIN)
		return -errno;
	for (unsigned i = 0; i < LEDS_MAX; i++)
		if (leds->led[i].used)
			take_note(&leds->led[i]);
	leds_judge_wait(leds);
	return 0;
}

/* Until its answer comes, or for a moment; one that is busy is not waited for. */
static void wait_for_look(struct led *led, const struct timespec *deadline)
{
	pthread_mutex_lock(&led->lock);
	while (led->shown_seq == led->show_seq && led->looked_seq != led->look_seq &&
	       !pthread_cond_timedwait(&led->answer, &led->lock, deadline))
		;
	pthread_mutex_unlock(&led->lock);
}

/* NULL: it shows what it should. */
static const char *find_fault(struct led *led)
{
	int64_t now = now_us();
	const char *fault = NULL;

	pthread_mutex_lock(&led->lock);
	if (led->shown_seq != led->show_seq && now - led->asked_us > LEDS_LIVE_TIMEOUT_MS * 1000ll)
		fault = "does not take what it shall show";
	else if (led_error(led) == -EREMOTEIO)
		fault = "does not keep what it shall show";
	else if (led_error(led))
		fault = strerror(-led_error(led));
	else if (led->rest_us)
		fault = "another program moves it again and again";
	else if (led->moved || (led->moved_us && now - led->moved_us < CALM_US))
		fault = "another program moved it";
	pthread_mutex_unlock(&led->lock);
	return fault;
}

static const char *describe(struct led *led)
{
	static const char *const words[] = { "dark", "lit", "blinking" };
	enum light_shape shown, shape;

	pthread_mutex_lock(&led->lock);
	shown = led->shown;
	shape = led->shape;
	pthread_mutex_unlock(&led->lock);
	return shown == LIGHT_SHAPE_LIT && shape == LIGHT_SHAPE_BLINKING ?
		"lit, it cannot blink" : words[shown];
}

void leds_check(struct leds *leds, struct evidence_check *check)
{
	const struct timespec deadline = get_deadline(CLOCK_MONOTONIC, LOOK_TIMEOUT_MS);
	size_t size = sizeof(check->detail), length = 0;

	check->result = EVIDENCE_RESULT_NOT_APPLICABLE;
	snprintf(check->detail, size, "no light shows the mute");
	for (unsigned i = 0; leds && i < LEDS_MAX; i++)
		if (led_is_there(&leds->led[i]))
			led_look(&leds->led[i]);
	for (unsigned i = 0; leds && i < LEDS_MAX; i++) {
		struct led *led = &leds->led[i];
		const char *fault;

		if (!led_is_there(led))
			continue;
		wait_for_look(led, &deadline);
		fault = find_fault(led);
		check->result = fault ? EVIDENCE_RESULT_BAD : EVIDENCE_RESULT_OK;
		if (fault)
			length = 0;
		snprintf(check->detail + length, size - length, "%s%s: %s",
			 length ? ", " : fault ? "the light " : "", led->light.name,
			 fault ? fault : describe(led));
		length = strlen(check->detail);
		if (fault)
			return;
	}
}

static int add_timer(struct leds *leds, sd_event_source **source, sd_event_time_handler_t handler)
{
	int error = sd_event_add_time_relative(leds->event, source, CLOCK_MONOTONIC, 0,
					       TIMER_ACCURACY_US, handler, leds);

	return error < 0 ? error : sd_event_source_set_enabled(*source, SD_EVENT_OFF);
}

static void destroy(struct leds *leds)
{
	sd_event_source_disable_unref(leds->notes);
	sd_event_source_disable_unref(leds->folder);
	sd_event_source_disable_unref(leds->late);
	sd_event_source_disable_unref(leds->calm);
	if (leds->note_fd >= 0)
		close(leds->note_fd);
	free(leds);
}

int leds_start(struct leds **result, sd_event *event, struct daemon *daemon, const char *root,
	       const char *records)
{
	struct leds *leds = calloc(1, sizeof(*leds));
	int error;

	if (!leds)
		return -ENOMEM;
	leds->event = event;
	leds->daemon = daemon;
	leds->root = root;
	leds->records = records;
	leds->live = mute_get_state(daemon->mute) != MUTE_STATE_MUTED;
	leds->note_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	error = leds->note_fd < 0 ? -errno : 0;
	if (!error)
		error = sd_event_add_io(event, &leds->notes, leds->note_fd, EPOLLIN, on_note, leds);
	if (error >= 0)
		error = add_timer(leds, &leds->late, on_late);
	if (error >= 0)
		error = add_timer(leds, &leds->calm, on_calm);
	if (error < 0) {
		destroy(leds);
		return error;
	}
	*result = leds;
	leds_watch_records(leds);
	leds_find(leds);
	return 0;
}

void leds_stop(struct leds *leds)
{
	struct timespec deadline = get_deadline(CLOCK_REALTIME, STOP_TIMEOUT_MS);
	bool all = true;

	if (!leds)
		return;
	for (unsigned i = 0; i < LEDS_MAX; i++)
		if (led_is_there(&leds->led[i]))
			led_end(&leds->led[i], true);
	for (unsigned i = 0; i < LEDS_MAX; i++) {
		struct led *led = &leds->led[i];

		if (!led->used)
			continue;
		if (!pthread_timedjoin_np(led->thread, NULL, &deadline))
			led_free(led);
		else
			all = false;
	}
	if (leds->daemon->session)
		(void)rmdir(leds->records);
	if (all)
		destroy(leds);
	/* else a thread hangs in a light and keeps what it uses; the process ends anyway */
}
