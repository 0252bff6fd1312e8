/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One question to polkit (org.freedesktop.PolicyKit1): may the owner of a bus
 * name unmute? Nothing is remembered here, and by our action's defaults not by
 * polkit either. Main thread; the answer comes later.
 */
#ifndef HARDMUTED_POLKIT_H
#define HARDMUTED_POLKIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <systemd/sd-bus.h>

#define POLKIT_ACTION "org.hardmute.unmute"

/*
 * Asks about name, a unique name of the system bus; message is what the user
 * reads; id names the question for polkit_cancel(). interactive: the user may
 * be asked. timeout_us without an answer is an error. 0 or -errno.
 */
int polkit_ask(sd_bus *bus, sd_bus_slot **slot, const char *name, const char *message, const char *id,
	       bool interactive, uint64_t timeout_us, sd_bus_message_handler_t answered, void *userdata);

enum polkit_answer {
	POLKIT_NO = 0,		/* also when there is no polkit, or it fails */
	POLKIT_CHALLENGE,	/* the user would have to be asked, and was not */
	POLKIT_YES,
};

/* Unless it is yes why[size] says what polkit said, or that it said nothing. */
enum polkit_answer polkit_take(sd_bus_message *answer, char *why, size_t size);

/* The answer does not matter any more: polkit takes its dialog away. */
void polkit_cancel(sd_bus *bus, const char *id);

#endif
