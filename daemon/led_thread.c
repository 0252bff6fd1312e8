/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The thread of one light. It sleeps until something shall be shown or looked
 * at; the lock is never held over a call to the kernel's light.
 */
#include "led_private.h"

#include "bell.h"
#include "daemon.h"

struct wish {
	enum light_shape shape, shown;
	uint64_t show_seq, look_seq;
	bool shows, ends, gives_back;
};

static struct wish wait_for_wish(struct led *led)
{
	struct wish wish;

	pthread_mutex_lock(&led->lock);
	while (!led->ends && led->show_seq == led->shown_seq && led->look_seq == led->looked_seq)
		pthread_cond_wait(&led->wake, &led->lock);
	wish = (struct wish){ led->shape, led->shown, led->show_seq, led->look_seq,
			      led->show_seq != led->shown_seq, led->ends, led->gives_back };
	pthread_mutex_unlock(&led->lock);
	return wish;
}

static void note(struct led *led)
{
	pthread_cond_broadcast(&led->answer);
	bell_ring(led->leds->note_fd);
}

static void show(struct led *led, const struct wish *wish)
{
	enum light_shape shown;
	int error = light_show(&led->light, wish->shape, &shown);

	pthread_mutex_lock(&led->lock);
	led->shown = shown;
	led->shown_seq = wish->show_seq;
	led->looked_seq = wish->look_seq;
	led->show_error = error;
	led->look_error = 0;
	pthread_mutex_unlock(&led->lock);
}

static void look(struct led *led, const struct wish *wish)
{
	struct light_look now;
	int error = light_look(&led->light, &now);

	pthread_mutex_lock(&led->lock);
	led->looked_seq = wish->look_seq;
	led->look_error = error;
	/* what could not be shown is no better for being looked at, unless it is right by now */
	if (!error && light_has_shape(&led->light, &now, wish->shown))
		led->show_error = 0;
	else if (!error && !led->show_error)
		led->moved = true;
	pthread_mutex_unlock(&led->lock);
}

/* Root's helper keeps the records of the system mode. */
static void give_back(struct led *led)
{
	const struct leds *leds = led->leds;

	if (!light_restore(&led->light, leds->records) && leds->daemon->session)
		(void)light_forget(led->light.name, leds->records);
}

void *led_run(void *userdata)
{
	struct led *led = userdata;
	struct wish wish;

	for (;;) {
		wish = wait_for_wish(led);
		if (wish.ends)
			break;
		if (wish.shows)
			show(led, &wish);
		else
			look(led, &wish);
		note(led);
	}
	if (wish.gives_back)
		give_back(led);
	pthread_mutex_lock(&led->lock);
	led->ended = true;
	pthread_mutex_unlock(&led->lock);
	note(led);
	return NULL;
}
