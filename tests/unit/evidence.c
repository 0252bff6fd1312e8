/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The evidence, with the kernel's files played by a directory and the nodes by
 * links to /dev/null (1:3, the real microphone) and /dev/zero (1:5, its twin).
 */
// links: daemon/evidence
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
#include "../../daemon/mixer.h"
#include "../../daemon/mute.h"

static char root[64];
static struct daemon state_of_all;
static struct evidence evidence;
static struct gate gate;
static struct {
	enum mute_state state;
	int64_t fence_us;
	bool open, sound;
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

void mixer_check(struct mixer *mixer, struct evidence_check *check)
{
	assert_null(mixer);
	check->result = EVIDENCE_RESULT_BAD;	/* an extra: the verdict must not mind */
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
	      " ln -s /root run/hardmute/dev/hardmute");
	fake.state = MUTE_STATE_MUTED;
	fake.fence_us = 123;
	fake.open = fake.sound = false;
	memset(&state_of_all, 0, sizeof(state_of_all));
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
	      "arecord (pid 4711) holds the real microphone of card 0 device 0");
	shell("mkdir proc/self/task/4711");
	check("microphones-closed", EVIDENCE_RESULT_OK, "1 of 1 held open by hardmuted, by nobody else");
	/* another substream, another holder */
	shell("mkdir proc/asound/card0/pcm0c/sub1;"
	      "printf 'closed\\n' >proc/asound/card0/pcm0c/sub0/status;"
	      "printf 'state: OPEN\\nowner_pid   : 9\\n' >proc/asound/card0/pcm0c/sub1/status");
	check("microphones-closed", EVIDENCE_RESULT_BAD,
	      "a program (pid 9) holds the real microphone of card 0 device 0");
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
	shell("rm -r proc/asound run");
	state_of_all.twins[3].used = false;
	check("microphones-closed", EVIDENCE_RESULT_OK, "0, the kernel says closed for each");
	check("nodes-hidden", EVIDENCE_RESULT_OK, "0, none within a user's reach");
	check_verdict("muted, proven");
}

static void test_public_node(void **state)
{
	(void)state;
	shell("ln -sf /dev/null run/hardmute/dev/snd/pcmC0D0c");
	check("nodes-hidden", EVIDENCE_RESULT_BAD, "/dev/snd/pcmC0D0c is a real microphone's node");
	check("twins-in-place", EVIDENCE_RESULT_BAD, "PCH has no virtual microphone");
	shell("ln -sf /dev/zero run/hardmute/dev/snd/pcmC0D0c; ln -s /dev/null run/hardmute/dev/snd/x");
	check_verdict("muted, not proven: /dev/snd/x is a real microphone's node");
	shell("rm run/hardmute/dev/snd/x; ln -sfn /tmp run/hardmute/dev/hardmute");
	check("nodes-hidden", EVIDENCE_RESULT_BAD, "/dev/hardmute has owner 0 and mode 1777");
}

static void test_missing_twin(void **state)
{
	(void)state;
	shell("rm run/hardmute/dev/snd/pcmC0D0c");
	check("twins-in-place", EVIDENCE_RESULT_BAD, "PCH has no virtual microphone");
	check_verdict("muted, proven");
	state_of_all.twins[3].up = false;
	check("twins-in-place", EVIDENCE_RESULT_BAD, "PCH has no virtual microphone");
}

static void test_session_is_never_proven(void **state)
{
	(void)state;
	state_of_all.session = true;
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
		cmocka_unit_test_setup_teardown(test_unknown_is_no_proof, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_no_sound_at_all, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_public_node, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_missing_twin, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_session_is_never_proven, set_up, tear_down),
		cmocka_unit_test(test_nobody_asked),
	};

	return cmocka_run_group_tests_name("evidence", tests, NULL, NULL);
}
