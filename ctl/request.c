/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asynchronous calls to the hardmuted that is shown, and no other. */
#include "request.h"

#include <errno.h>
#include <stdlib.h>

#include "follow.h"
#include "names.h"

/* hardmuted itself gives a question to the user up first. */
#define ASK_TIMEOUT_US (150 * 1000000ull)
#define MUTE_TIMEOUT_US (10 * 1000000ull)

struct request {
	struct agent *agent;
	request_done_fn *done;
	void *userdata;
};

static void finish(struct request *request, const char *state, const char *why)
{
	request_done_fn *done = request->done;

	request->done = NULL;
	if (done && !request->agent->stopping)
		done(request->userdata, state, why);
}

static int on_reply(sd_bus_message *reply, void *userdata, sd_bus_error *error)
{
	const sd_bus_error *refused = sd_bus_message_get_error(reply);
	const char *state;

	(void)error;
	if (refused)
		finish(userdata, NULL, refused->message);
	else if (sd_bus_message_read(reply, "s", &state) < 0)
		finish(userdata, NULL, "hardmuted's answer cannot be understood");
	else
		finish(userdata, state, NULL);
	return 0;
}

/* With its answer, or with the bus. */
static void on_destroy(void *userdata)
{
	finish(userdata, NULL, "the bus is lost");
	free(userdata);
}

static int send_call(struct request *request, sd_bus_message *call, uint64_t timeout_us)
{
	sd_bus_slot *slot = NULL;
	int error;

	error = sd_bus_call_async(sd_bus_message_get_bus(call), &slot, call, on_reply, request,
				  timeout_us);
	if (error < 0)
		return error;
	sd_bus_slot_set_destroy_callback(slot, on_destroy);
	sd_bus_slot_set_floating(slot, 1);
	sd_bus_slot_unref(slot);
	return 0;
}

static int send_request(struct agent *agent, const char *method, uint64_t limit_us, bool interactive,
			request_done_fn *done, void *userdata)
{
	sd_bus *bus = agent->follow ? follow_get_bus(agent->follow) : NULL;
	sd_bus_message *call = NULL;
	struct request *request;
	int error;

	if (!bus)
		return -ENOTCONN;
	request = calloc(1, sizeof(*request));
	if (!request)
		return -ENOMEM;
	*request = (struct request){ agent, done, userdata };
	error = sd_bus_message_new_method_call(bus, &call, follow_get_owner(agent->follow), BUS_PATH,
					       BUS_INTERFACE, method);
	if (error >= 0 && limit_us)
		error = sd_bus_message_append(call, "t", limit_us);
	if (error >= 0)
		error = sd_bus_message_set_allow_interactive_authorization(call, interactive);
	if (error >= 0)
		error = send_call(request, call, interactive ? ASK_TIMEOUT_US : MUTE_TIMEOUT_US);
	sd_bus_message_unref(call);
	if (error < 0)
		free(request);
	return error;
}

int request_mute(struct agent *agent, request_done_fn *done, void *userdata)
{
	return send_request(agent, "Mute", 0, false, done, userdata);
}

int request_unmute(struct agent *agent, uint64_t limit_us, request_done_fn *done, void *userdata)
{
	return send_request(agent, limit_us ? "UnmuteFor" : "Unmute", limit_us, true, done, userdata);
}
