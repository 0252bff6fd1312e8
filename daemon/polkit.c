/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The subject is a bus name and never a process: polkit looks at the
 * connection, so no other program can slip into a pid meanwhile.
 */
#include "polkit.h"

#include <stdio.h>
#include <string.h>

#define POLKIT "org.freedesktop.PolicyKit1"
#define POLKIT_PATH "/org/freedesktop/PolicyKit1/Authority"
#define POLKIT_INTERFACE "org.freedesktop.PolicyKit1.Authority"
#define ALLOW_USER_INTERACTION 1u

int polkit_ask(sd_bus *bus, sd_bus_slot **slot, const char *name, const char *message, const char *id,
	       bool interactive, uint64_t timeout_us, sd_bus_message_handler_t answered, void *userdata)
{
	sd_bus_message *call = NULL;
	int error;

	error = sd_bus_message_new_method_call(bus, &call, POLKIT, POLKIT_PATH, POLKIT_INTERFACE,
					       "CheckAuthorization");
	if (error >= 0)
		error = sd_bus_message_append(call, "(sa{sv})sa{ss}us",
					      "system-bus-name", 1, "name", "s", name,
					      POLKIT_ACTION, 1, "polkit.message", message,
					      interactive ? ALLOW_USER_INTERACTION : 0u, id);
	if (error >= 0)
		error = sd_bus_call_async(bus, slot, call, answered, userdata, timeout_us);
	sd_bus_message_unref(call);
	return error < 0 ? error : 0;
}

/* Did the user close the dialog? The details are what polkit adds to a "no". */
static bool is_dismissed(sd_bus_message *answer)
{
	const char *key, *value;
	bool dismissed = false;

	if (sd_bus_message_enter_container(answer, 'a', "{ss}") < 0)
		return false;
	while (sd_bus_message_read(answer, "{ss}", &key, &value) > 0)
		dismissed |= !strcmp(key, "polkit.dismissed");
	return dismissed;
}

enum polkit_answer polkit_take(sd_bus_message *answer, char *why, size_t size)
{
	int authorized = 0, challenge = 0;

	if (sd_bus_message_is_method_error(answer, NULL)) {
		snprintf(why, size, "polkit cannot be asked: %s",
			 sd_bus_message_get_error(answer)->message);
		return POLKIT_NO;
	}
	if (sd_bus_message_enter_container(answer, 'r', "bba{ss}") < 0 ||
	    sd_bus_message_read(answer, "bb", &authorized, &challenge) < 0) {
		snprintf(why, size, "polkit's answer cannot be understood");
		return POLKIT_NO;
	}
	if (authorized)
		return POLKIT_YES;
	if (challenge)
		snprintf(why, size, "the user has to be asked, and no polkit agent runs that could");
	else if (is_dismissed(answer))
		snprintf(why, size, "the user closed the question");
	else
		snprintf(why, size, "polkit says no");
	return challenge ? POLKIT_CHALLENGE : POLKIT_NO;
}

void polkit_cancel(sd_bus *bus, const char *id)
{
	(void)sd_bus_call_method_async(bus, NULL, POLKIT, POLKIT_PATH, POLKIT_INTERFACE,
				       "CancelCheckAuthorization", NULL, NULL, "s", id);
}
