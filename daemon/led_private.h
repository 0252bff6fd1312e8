/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What led.c, led_list.c and led_thread.c know of each other; nobody else includes this. */
#ifndef HARDMUTED_LED_PRIVATE_H
#define HARDMUTED_LED_PRIVATE_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <systemd/sd-event.h>

#include "led.h"
#include "light.h"

#define LEDS_MAX 16

/* One light and its thread. */
struct led {
	struct leds *leds;
	struct light light;	/* constant while there is a thread */
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t wake, answer;

	/* guarded by lock: what shall be ... */
	enum light_shape shape;
	uint64_t show_seq, look_seq;
	bool ends, gives_back;
	/* ... and what is */
	enum light_shape shown;
	uint64_t shown_seq, looked_seq;
	int show_error, look_error;	/* of the last try to */
	bool moved;		/* it was found otherwise than shown; main thread resets it */
	bool ended;

	/* main thread only */
	bool used;
	bool dead;		/* freed when its thread has ended */
	sd_event_source *watch[2];	/* who else writes to it */
	int64_t asked_us;	/* when the first show was asked for that is not done */
	int64_t moved_us;	/* 0: never */
	int64_t rest_us;	/* not put back before; 0: at once */
	unsigned puts;		/* since it was left in peace */
	int told_error;		/* that is in the journal already */
	bool told_moved;
};

struct leds {
	sd_event *event;
	struct daemon *daemon;
	const char *root, *records;
	int note_fd;		/* threads -> main thread */
	sd_event_source *notes;
	sd_event_source *folder;	/* of the records */
	sd_event_source *late;	/* armed while somebody waits to go live */
	sd_event_source *calm;	/* armed for a while after somebody else moved a light */
	bool live, proven;	/* what is shown */
	bool waits;		/* for every light to say live */
	unsigned count;		/* of those that are used and not dead */
	struct led led[LEDS_MAX];
};

/* What keeps it from being right, the lock held; 0: nothing. */
static inline int led_error(const struct led *led)
{
	return led->show_error ? led->show_error : led->look_error;
}

static inline bool led_is_there(const struct led *led)
{
	return led->used && !led->dead;
}

/* Its thread is told to show what it should now; to look at what it shows. */
void led_show(struct led *led);
void led_look(struct led *led);
void leds_show_all(struct leds *leds);
/* Something changed for whoever waits for all lights. */
void leds_judge_wait(struct leds *leds);

/* led_list.c */
void leds_find(struct leds *leds);
void leds_watch_records(struct leds *leds);
void led_drop(struct led *led, bool gives_back);
void led_end(struct led *led, bool gives_back);
void led_free(struct led *led);

/* led_thread.c */
void *led_run(void *userdata);

#endif
