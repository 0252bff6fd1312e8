/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The evidence, with the kernel's files played by a directory and the nodes by
 * links to /dev/null (1:3, the real microphone) and /dev/zero (1:5, its twin).
 */
// links: daemon/evidence daemon/evidence_nodes daemon/exempt
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../daemon/daemon.h"
#include "../../daemon/evidence.h"
#include "../../daemon/feed.h"
#include "../../daemon/hotkey.h"
#include "../../daemon/led.h"
#include "../../daemon/mixer.h"
#include "../../daemon/mute.h"
#include "names.h"

#define RULES_PATH UDEVDIR "/rules.d/" RULES_NAME
#define NO_TWIN "card 0 device 0 has no virtual microphone"
#define REMEDY ": end it, or log out and in again, or unplug the microphone and plug it in"

static char root[64];
static struct daemon state_of_all;
static struct evidence evidence;
static struct gate gate;
static struct {
	enum mute_state state;
	int64_t fence_us;
	bool open, sound;
	enum evidence_result switches, lights;
} fake;

enum mute_state mute_get_state(const struct mute *mute)
{
	(void)mute;
	return fake.state;
}

int64_t mute_get_fence_us(const struct mute *mute)
{
	(void)mute;
	return fake.fence_us;
}

void hotkey_check(const struct hotkey *hotkey, struct evidence_check *check)
{
	assert_null(hotkey);
	check->result = EVIDENCE_RESULT_BAD;	/* says nothing about the mute */
	strcpy(check->detail, "about keys");
}

void mixer_check(struct mixer *mixer, struct evidence_check *check)
{
	assert_null(mixer);
	check->result = fake.switches;
	strcpy(check->detail, "about switches");
}

void leds_check(struct leds *leds, struct evidence_check *check)
{
	assert_null(leds);
	check->result = fake.lights;
	strcpy(check->detail, "about lights");
}

struct gate *feed_get_gate(struct feed *feed)
{
	(void)feed;
	return &gate;
}

bool gate_is_closed(struct gate *unused)
{
	(void)unused;
	return !fake.open;
}

bool gate_is_zero(struct gate *unused)
{
	(void)unused;
	assert_false(fake.open);	/* a feed would wait */
	return !fake.sound;
}

__attribute__((format(printf, 1, 2)))
static void shell(const char *format, ...)
{
	char command[1024];
	va_list arguments;
	int length;

	length = snprintf(command, sizeof(command), "cd %s && ", root);
	va_start(arguments, format);
	vsnprintf(command + length, sizeof(command) - (size_t)length, format, arguments);
	va_end(arguments);
	assert_int_equal(system(command), 0);
}

static int set_up(void **state)
{
	(void)state;
	strcpy(root, "/tmp/hardmute-evidence-XXXXXX");
	if (!mkdtemp(root))
		return -1;
	shell("mkdir -p proc/asound/card0/pcm0c/sub0 proc/asound/card0/pcm0p/sub0 proc/self/task"
	      " sys/class/sound/pcmC0D0c 'sys/class/cuse/snd!pcmC0D0c' run/hardmute/dev/snd;"
	      " echo closed >proc/asound/card0/pcm0c/sub0/status; ln -s card0 proc/asound/PCH;"
	      " echo 1:3 >sys/class/sound/pcmC0D0c/dev; echo 1:5 >'sys/class/cuse/snd!pcmC0D0c/dev';"
	      " ln -s /dev/zero run/hardmute/dev/snd/pcmC0D0c; ln -s /dev/full run/hardmute/dev/snd/seq;"
	      " ln -s /root run/hardmute/dev/hardmute; echo on >run/hardmute/guard; mkdir -p proc/self/fdinfo;"
	      " printf 'link_type:\\tcgroup\\ncgroup_id:\\t1\\n' >proc/self/fdinfo/77");
	shell("mkdir -p ./%s ./%s && touch ./%s", UDEVDIR "/rules.d", NODE_PATH, RULES_PATH);
	fake.state = MUTE_STATE_MUTED;
	fake.fence_us = 123;
	fake.open = fake.sound = false;
	fake.switches = fake.lights = EVIDENCE_RESULT_NOT_APPLICABLE;
	memset(&state_of_all, 0, sizeof(state_of_all));
	state_of_all.guard_fd = 77;
	state_of_all.twins[3] = (struct twin){ .used = true, .up = true, .feed = (struct feed *)&gate,
					       .mic.card_name = "PCH" };
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	shell("rm -r %s", root);
	return 0;
}

static const struct evidence_check *find(const char *id)
{
	evidence_collect(&state_of_all, root, &evidence);
	for (unsigned i = 0; i < evidence.count; i++)
		if (!strcmp(evidence.check[i].id, id))
			return &evidence.check[i];
	fail_msg("no check %s", id);
	return NULL;
}

static void check(const char *id, enum evidence_result result, const char *detail)
{
	const struct evidence_check *found = find(id);

	assert_string_equal(found->detail, detail);
	assert_int_equal(found->result, result);
}

static void check_verdict(const char *expected)
{
	char verdict[EVIDENCE_VERDICT_MAX];

	evidence_collect(&state_of_all, root, &evidence);
	evidence_get_verdict(&evidence, fake.state, verdict, sizeof(verdict));
	assert_string_equal(verdict, expected);
}

static void test_proven(void **state)
{
	(void)state;
	check("gates-fenced", EVIDENCE_RESULT_OK,
	      "every gate is closed, the driver confirmed it after 123 µs");
	check("ring-zero", EVIDENCE_RESULT_OK, "1 ring, every byte of them zero");
	check("microphones-closed", EVIDENCE_RESULT_OK, "1, the kernel says closed for each");
	check("nodes-hidden", EVIDENCE_RESULT_OK, "1, none within a user's reach");
	check("twins-in-place", EVIDENCE_RESULT_OK, "1 virtual microphone");
	check_verdict("muted, proven");
}

static void test_gates(void **state)
{
	(void)state;
	fake.fence_us = -1;
	check("gates-fenced", EVIDENCE_RESULT_OK, "no gate was ever open since the start");
	fake.sound = true;
	check("ring-zero", EVIDENCE_RESULT_BAD, "the ring of PCH holds sound");
	check_verdict("muted, not proven: the ring of PCH holds sound");
	fake.open = true;
	check("ring-zero", EVIDENCE_RESULT_BAD, "the ring of PCH holds sound");
	check("gates-fenced", EVIDENCE_RESULT_BAD, "the gate of PCH is open");
	check_verdict("muted, not proven: the gate of PCH is open");
	fake.state = MUTE_STATE_MUTING;
	fake.open = false;
	check("gates-fenced", EVIDENCE_RESULT_BAD, "the driver has not confirmed a fence");
	check_verdict("live");
	fake.state = MUTE_STATE_LIVE;
	check_verdict("live");
}

static void test_holder(void **state)
{
	(void)state;
	shell("printf 'state: RUNNING\\nowner_pid   : 4711\\n' >proc/asound/card0/pcm0c/sub0/status;"
	      "mkdir proc/4711; echo arecord >proc/4711/comm");
	check("microphones-closed", EVIDENCE_RESULT_BAD,
	      "arecord (pid 4711) holds the real microphone of card 0 device 0" REMEDY);
	shell("mkdir proc/self/task/4711");
	check("microphones-closed", EVIDENCE_RESULT_OK, "1 of 1 held open by hardmuted, by nobody else");
	/* another substream, another holder */
	shell("mkdir proc/asound/card0/pcm0c/sub1;"
	      "printf 'closed\\n' >proc/asound/card0/pcm0c/sub0/status;"
	      "printf 'state: OPEN\\nowner_pid   : 9\\n' >proc/asound/card0/pcm0c/sub1/status");
	check("microphones-closed", EVIDENCE_RESULT_BAD,
	      "a program (pid 9) holds the real microphone of card 0 device 0" REMEDY);
}

/* Open, and muted all the same: by us alone, and it is said why. */
static void test_reminder(void **state)
{
	(void)state;
	state_of_all.config.remind = true;
	check("microphones-closed", EVIDENCE_RESULT_OK, "1, the kernel says closed for each");
	shell("printf 'state: RUNNING\\nowner_pid   : 4711\\n' >proc/asound/card0/pcm0c/sub0/status;"
	      "mkdir -p proc/self/task/4711");
	check("microphones-closed", EVIDENCE_RESULT_OK,
	      "1 of 1 open for the reminder (remind = yes), by hardmuted alone");
	check_verdict("muted, proven");
	fake.state = MUTE_STATE_LIVE;
	check("microphones-closed", EVIDENCE_RESULT_OK, "1 of 1 held open by hardmuted, by nobody else");
	fake.state = MUTE_STATE_MUTED;
	state_of_all.session = true;
	check("microphones-closed", EVIDENCE_RESULT_NOT_APPLICABLE,
	      "session mode guards no real device; ours is open for the reminder while somebody reads");
}

static void test_unknown_is_no_proof(void **state)
{
	(void)state;
	shell("echo what >proc/asound/card0/pcm0c/sub0/status");
	check("microphones-closed", EVIDENCE_RESULT_UNKNOWN,
	      "the kernel does not say whether card 0 device 0 is open");
	shell("rm -r proc/asound/card0/pcm0c/sub0");
	check_verdict("muted, not proven: "
		      "the kernel does not say whether card 0 device 0 is open");
	shell("mkdir proc/asound/card0/pcm0c/sub0; echo closed >proc/asound/card0/pcm0c/sub0/status;"
	      "rm -r sys/class/sound/pcmC0D0c");
	check_verdict("muted, not proven: /sys does not know the node of card 0 device 0");
	shell("mkdir sys/class/sound/pcmC0D0c; echo 1:3 >sys/class/sound/pcmC0D0c/dev; rm -r run");
	check_verdict("muted, not proven: "
		      "the public /dev cannot be seen: No such file or directory");
}

static void test_no_sound_at_all(void **state)
{
	(void)state;
	shell("rm -r proc/asound run/hardmute/dev");
	state_of_all.twins[3].used = false;
	check("microphones-closed", EVIDENCE_RESULT_OK, "0, the kernel says closed for each");
	check("nodes-hidden", EVIDENCE_RESULT_OK, "0, none within a user's reach");
	check_verdict("muted, proven");
}

static void test_public_node(void **state)
{
	(void)state;
	shell("ln -sf /dev/null run/hardmute/dev/snd/pcmC0D0c");
	check("nodes-hidden", EVIDENCE_RESULT_BAD, "/dev/snd/pcmC0D0c is a real microphone's node: systemctl restart hardmuted");
	check("twins-in-place", EVIDENCE_RESULT_BAD, NO_TWIN);
	shell("ln -sf /dev/zero run/hardmute/dev/snd/pcmC0D0c; ln -s /dev/null run/hardmute/dev/x");
	check_verdict("muted, not proven: /dev/x is a real microphone's node: remove it");
	shell("rm run/hardmute/dev/x; mknod -m 600 run/hardmute/dev/x c 1 3");
	check_verdict("muted, proven");		/* root's alone: the rules will move it */
	shell("chmod 640 run/hardmute/dev/x");
	check_verdict("muted, proven");
	shell("chgrp 7 run/hardmute/dev/x");
	check_verdict("muted, not proven: /dev/x is a real microphone's node: remove it");
	shell("rm run/hardmute/dev/x; ln -sfn /tmp run/hardmute/dev/hardmute");
	check("nodes-hidden", EVIDENCE_RESULT_BAD, "/dev/hardmute has owner 0 and mode 1777");
}

static void test_missing_twin(void **state)
{
	(void)state;
	shell("rm run/hardmute/dev/snd/pcmC0D0c");
	check("twins-in-place", EVIDENCE_RESULT_BAD, NO_TWIN);
	check_verdict("muted, proven");
	state_of_all.twins[3].up = false;
	check("twins-in-place", EVIDENCE_RESULT_BAD, NO_TWIN);
}

static void test_group(void **state)
{
	(void)state;
	shell("mkdir etc; echo 'hardmute:x:990:' >etc/group");
	check_verdict("muted, proven");
	shell("echo 'hardmute:x:990:mallory' >etc/group");
	check("nodes-hidden", EVIDENCE_RESULT_BAD,
	      "mallory is in the group hardmute: gpasswd -d mallory hardmute");
}

#define OPEN " is open to users: look for the udev rule that opens it"

static void test_raw_nodes(void **state)
{
	(void)state;
	check("raw-nodes-closed", EVIDENCE_RESULT_OK, "0, all closed to users");
	shell("mknod -m 600 run/hardmute/dev/snd/hwC0D0 c 1 7; mknod -m 600 run/hardmute/dev/dsp c 1 7");
	check("raw-nodes-closed", EVIDENCE_RESULT_OK, "2, all closed to users");
	shell("chmod 604 run/hardmute/dev/snd/hwC0D0");
	check("raw-nodes-closed", EVIDENCE_RESULT_BAD, "/dev/snd/hwC0D0" OPEN);
	check_verdict("muted, not proven: /dev/snd/hwC0D0" OPEN);
	shell("chmod 660 run/hardmute/dev/snd/hwC0D0; chgrp 7 run/hardmute/dev/dsp; chmod 640 run/hardmute/dev/dsp");
	check("raw-nodes-closed", EVIDENCE_RESULT_BAD, "/dev/dsp" OPEN);
	shell("chgrp 0 run/hardmute/dev/dsp; chown 7 run/hardmute/dev/snd/hwC0D0");
	check("raw-nodes-closed", EVIDENCE_RESULT_BAD, "/dev/snd/hwC0D0" OPEN);
}

static void test_usb(void **state)
{
	(void)state;
	shell("mkdir -p sys/bus/usb/devices/1-2 sys/bus/usb/devices/1-2:1.0 sys/bus/usb/devices/1-2:1.1"
	      " run/hardmute/dev/bus/usb/001; mknod -m 666 run/hardmute/dev/bus/usb/001/012 c 1 7;"
	      "cd sys/bus/usb/devices; echo 1 >1-2/busnum; echo 12 >1-2/devnum;"
	      "echo 03 >1-2:1.0/bInterfaceClass; echo 08 >1-2:1.1/bInterfaceClass");
	check("raw-nodes-closed", EVIDENCE_RESULT_OK, "0, all closed to users");
	shell("echo 01 >sys/bus/usb/devices/1-2:1.1/bInterfaceClass");
	check("raw-nodes-closed", EVIDENCE_RESULT_BAD, "/dev/bus/usb/001/012" OPEN);
	shell("chmod 664 run/hardmute/dev/bus/usb/001/012");	/* descriptors may be read */
	check("raw-nodes-closed", EVIDENCE_RESULT_OK, "1, all closed to users");
}

static void test_firewire(void **state)
{
	(void)state;
	shell("mkdir -p sys/bus/firewire/devices/fw1 sys/bus/firewire/devices/fw1.0 run/udev/data;"
	      "mknod -m 660 run/hardmute/dev/fw1 c 1 7; chgrp 7 run/hardmute/dev/fw1;"
	      "echo 243:1 >sys/bus/firewire/devices/fw1/dev; echo E:MODEL=disk >run/udev/data/c243:1");
	check("raw-nodes-closed", EVIDENCE_RESULT_OK, "0, all closed to users");
	shell("echo E:IEEE1394_UNIT_FUNCTION_AUDIO=1 >>run/udev/data/c243:1");
	check("raw-nodes-closed", EVIDENCE_RESULT_BAD, "/dev/fw1" OPEN);
	shell("chmod 600 run/hardmute/dev/fw1");
	check("raw-nodes-closed", EVIDENCE_RESULT_OK, "1, all closed to users");
}

static void test_rules(void **state)
{
	(void)state;
	check("rules-in-place", EVIDENCE_RESULT_OK, RULES_PATH);
	shell("mkdir -p etc/udev/rules.d; ln -s /dev/null etc/udev/rules.d/" RULES_NAME);
	check("rules-in-place", EVIDENCE_RESULT_BAD,
	      "/etc/udev/rules.d/" RULES_NAME " overrides hardmute's udev rules: remove it");
	shell("rm etc/udev/rules.d/* .%s", RULES_PATH);
	check_verdict("muted, not proven: " RULES_PATH " is missing: install hardmute again");
}

static void test_guard(void **state)
{
	(void)state;
	check("guard-loaded", EVIDENCE_RESULT_OK, "the kernel opens real microphones for hardmuted alone");
	shell("echo 'cgroup_id: 0' >proc/self/fdinfo/77");
	check_verdict("muted, not proven: somebody took the guard off: systemctl restart hardmuted");
	shell("rm proc/self/fdinfo/77");
	check("guard-loaded", EVIDENCE_RESULT_UNKNOWN,
	      "the guard cannot be seen: systemctl restart hardmuted");
	shell("echo Function not implemented >run/hardmute/guard");
	check("guard-loaded", EVIDENCE_RESULT_NOT_APPLICABLE,
	      "this kernel has none: Function not implemented");
	check_verdict("muted, proven");
	shell("rm run/hardmute/guard");
	check("guard-loaded", EVIDENCE_RESULT_UNKNOWN, "nobody has said whether it is there");
}

static void test_switches(void **state)
{
	(void)state;
	fake.switches = EVIDENCE_RESULT_BAD;
	check("switches-locked", EVIDENCE_RESULT_BAD, "about switches");
	check_verdict("muted, not proven: about switches");
	fake.switches = EVIDENCE_RESULT_UNKNOWN;
	check_verdict("muted, proven");
}

static void test_lights(void **state)
{
	(void)state;
	check("leds-true", EVIDENCE_RESULT_NOT_APPLICABLE, "about lights");
	check_verdict("muted, proven");
	fake.lights = EVIDENCE_RESULT_BAD;
	check_verdict("muted, not proven: about lights");
}

static void test_exempt(void **state)
{
	(void)state;
	check("exempt-cards", EVIDENCE_RESULT_OK, "none");
	shell("ln -sf /dev/null run/hardmute/dev/snd/pcmC0D0c; mkdir sys/class/sound/card0;"
	      "echo PCH >sys/class/sound/card0/id");
	strcpy(state_of_all.config.exempt, "card:PCH");
	check("exempt-cards", EVIDENCE_RESULT_OK, "card 0 (card:PCH)");
	check("nodes-hidden", EVIDENCE_RESULT_OK, "0, none within a user's reach");
	check_verdict("muted, proven");
}

static void test_bluetooth(void **state)
{
	(void)state;
	check("bluetooth", EVIDENCE_RESULT_NOT_APPLICABLE, "no Bluetooth adapter");
	shell("mkdir -p sys/class/bluetooth/hci0");
	check("bluetooth", EVIDENCE_RESULT_UNKNOWN,
	      "there is a Bluetooth adapter: a headset's microphone does not go through hardmute");
	check_verdict("muted, proven");
}

static void test_session_is_never_proven(void **state)
{
	(void)state;
	state_of_all.session = true;
	state_of_all.twins[0] = state_of_all.twins[3];
	check("microphones-closed", EVIDENCE_RESULT_NOT_APPLICABLE,
	      "session mode guards no real device");
	check("twins-in-place", EVIDENCE_RESULT_OK, "1 virtual microphone");
	check_verdict("muted, not proven: "
		      "a program of the same user can open the real microphone directly");
}

static void test_nobody_asked(void **state)
{
	char verdict[EVIDENCE_VERDICT_MAX];

	(void)state;
	memset(&evidence, 0, sizeof(evidence));
	evidence_get_verdict(&evidence, MUTE_STATE_MUTED, verdict, sizeof(verdict));
	assert_string_equal(verdict, "muted, not proven: nobody asked");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_proven, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_gates, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_holder, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_reminder, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_unknown_is_no_proof, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_no_sound_at_all, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_public_node, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_missing_twin, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_group, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_raw_nodes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_usb, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_firewire, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_rules, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_guard, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_switches, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_lights, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_exempt, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_bluetooth, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_session_is_never_proven, set_up, tear_down),
		cmocka_unit_test(test_nobody_asked),
	};

	return cmocka_run_group_tests_name("evidence", tests, NULL, NULL);
}
