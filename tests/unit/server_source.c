/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which sources of a sound server are gated, ungated, and no microphone. */
// links: ctl/server_source daemon/text
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../ctl/server_source.h"
#include "names.h"

static struct server_source sources[16];
static unsigned count;

/* properties: "key=value key=value" */
static struct server_source *add(const char *name, const char *properties, unsigned flags,
				 uint32_t monitor_of)
{
	pa_source_info info = {
		.name = name, .description = "Title", .index = count, .flags = (pa_source_flags_t)flags,
		.monitor_of_sink = monitor_of, .proplist = pa_proplist_from_string(properties),
	};

	assert_non_null(info.proplist);
	server_source_read(&sources[count], &info);
	pa_proplist_free(info.proplist);
	return &sources[count++];
}

static bool exempt_seven(unsigned card)
{
	return card == 7;
}

static void sort(bool session)
{
	json_t *microphones = json_pack("[{s:i,s:i}]", "card", 0, "device", 0);
	struct server_source_rules rules = {
		.microphones = microphones, .session = session, .is_exempt = exempt_seven,
	};

	server_source_sort(sources, count, &rules);
	json_decref(microphones);
}

static int set_up(void **unused)
{
	(void)unused;
	count = 0;
	return 0;
}

#define NONE PA_INVALID_INDEX

static void test_kinds(void **unused)
{
	struct server_source *twin, *other, *device, *loop, *monitor, *headset, *tunnel, *pipewire;

	(void)unused;
	twin = add("alsa_input.pci", "device.api=alsa alsa.card=0 alsa.device=0", PA_SOURCE_HARDWARE, NONE);
	other = add("alsa_input.usb", "device.api=alsa alsa.card=1 alsa.device=0", PA_SOURCE_HARDWARE, NONE);
	device = add("alsa_input.dmic", "device.api=alsa alsa.card=0 alsa.device=6", PA_SOURCE_HARDWARE, NONE);
	loop = add("alsa_input.loop", "device.api=alsa alsa.card=7 alsa.device=0", PA_SOURCE_HARDWARE, NONE);
	monitor = add("speakers.monitor", "device.class=monitor", 0, 3);
	headset = add("bluez_input.00_11", "device.api=bluez5 device.bus=bluetooth", 0, NONE);
	tunnel = add("tunnel-source.host", "", PA_SOURCE_NETWORK, NONE);
	pipewire = add("alsa_input.pw", "device.api=alsa api.alsa.pcm.card=0 api.alsa.pcm.device=0", 0, NONE);
	sort(false);
	assert_int_equal(twin->kind, SERVER_SOURCE_GATED);
	assert_int_equal(pipewire->kind, SERVER_SOURCE_GATED);
	assert_int_equal(other->kind, SERVER_SOURCE_UNGATED);
	assert_int_equal(device->kind, SERVER_SOURCE_UNGATED);
	assert_int_equal(loop->kind, SERVER_SOURCE_EXEMPT);
	assert_int_equal(monitor->kind, SERVER_SOURCE_MONITOR);
	assert_int_equal(headset->kind, SERVER_SOURCE_UNGATED);
	assert_int_equal(tunnel->kind, SERVER_SOURCE_UNGATED);
	assert_string_equal(server_source_word(headset), "Bluetooth");
	assert_string_equal(server_source_word(tunnel), "network");
	assert_string_equal(server_source_word(other), "sound card");
}

static void test_session_mode(void **unused)
{
	struct server_source *ours, *real;

	(void)unused;
	ours = add(SESSION_SOURCE, "device.master_device=" SESSION_SINK ".monitor", 0, NONE);
	real = add("alsa_input.pci", "device.api=alsa alsa.card=0 alsa.device=0", PA_SOURCE_HARDWARE, NONE);
	sort(true);
	assert_int_equal(ours->kind, SERVER_SOURCE_OURS);
	assert_int_equal(real->kind, SERVER_SOURCE_UNGATED);
	assert_true(server_source_is_mirrored(real));
	real->fed = true;		/* hardmuted's own microphone */
	assert_false(server_source_is_mirrored(real));
}

/* A name proves nothing where hardmuted has no source in the server. */
static void test_impostor(void **unused)
{
	struct server_source *impostor;

	(void)unused;
	impostor = add(SESSION_SOURCE, "", 0, NONE);
	sort(false);
	assert_int_equal(impostor->kind, SERVER_SOURCE_UNGATED);
}

static void test_filters(void **unused)
{
	struct server_source *second, *first, *of_headset, *headset, *ring;

	(void)unused;
	second = add("second", "device.master_device=first", 0, NONE);
	first = add("first", "device.master_device=mic", 0, NONE);
	add("mic", "device.api=alsa alsa.card=0 alsa.device=0", PA_SOURCE_HARDWARE, NONE);
	headset = add("bluez_input.1", "device.api=bluez", 0, NONE);
	of_headset = add("cleaned", "device.master_device=bluez_input.1", 0, NONE);
	ring = add("ring", "device.master_device=ring", 0, NONE);
	sort(false);
	assert_int_equal(first->kind, SERVER_SOURCE_FILTER);
	assert_int_equal(second->kind, SERVER_SOURCE_FILTER);
	assert_int_equal(headset->kind, SERVER_SOURCE_UNGATED);
	assert_int_equal(of_headset->kind, SERVER_SOURCE_UNGATED);
	assert_int_equal(ring->kind, SERVER_SOURCE_UNGATED);
	assert_false(server_source_is_mirrored(first));
	first->mirror.button = true;	/* the default source, which a desktop shows */
	assert_true(server_source_is_mirrored(first));
	first->mirror.button = false;
	first->mirror.owner = MIRROR_OWNER_US;	/* and then no more: the flag has to be taken back */
	assert_true(server_source_is_mirrored(first));
}

static void test_odd_values(void **unused)
{
	struct server_source *odd, *only_card;

	(void)unused;
	odd = add("odd", "device.api=alsa alsa.card=x1 alsa.device=-1", 0, NONE);
	only_card = add("only", "device.api=alsa alsa.card=0", 0, NONE);
	sort(false);
	assert_int_equal(odd->card, -1);
	assert_int_equal(odd->device, -1);
	assert_int_equal(odd->kind, SERVER_SOURCE_UNGATED);
	assert_int_equal(only_card->kind, SERVER_SOURCE_GATED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_kinds, set_up),
		cmocka_unit_test_setup(test_session_mode, set_up),
		cmocka_unit_test_setup(test_impostor, set_up),
		cmocka_unit_test_setup(test_filters, set_up),
		cmocka_unit_test_setup(test_odd_values, set_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
