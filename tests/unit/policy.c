/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The policy: every transcript in tests/policy, and a walk over every state
 * that can be reached with every event in it.
 * A transcript is: events, one a line; an empty line; one line for each event
 * with the state it leads to and the actions. '#' begins a comment.
 */
// links: daemon/policy
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../daemon/policy.h"

#define TRANSCRIPT_LINES 64

static const char *state_word(enum mute_state state)
{
	switch (state) {
	case MUTE_STATE_MUTED: return "muted";
	case MUTE_STATE_MUTING: return "muting";
	case MUTE_STATE_LIVE: return "live";
	}
	return "?";
}

static enum policy_event event_from_word(const char *word)
{
	for (enum policy_event event = 0; event < POLICY_EVENTS; event++)
		if (!strcmp(policy_event_word(event), word))
			return event;
	fail_msg("no such event: %s", word);
	return POLICY_EVENTS;
}

static void write_line(char *line, size_t size, const struct policy *policy,
		       const struct policy_step *step)
{
	size_t used = (size_t)snprintf(line, size, "%s:", state_word(policy->state));

	for (unsigned i = 0; i < step->count; i++)
		used += (size_t)snprintf(line + used, size - used, " %s",
					 policy_action_word(step->action[i]));
}

/* Reads one line without its end and comment; false at the end of the file. */
static bool read_line(FILE *file, char *line, size_t size)
{
	do {
		if (!fgets(line, (int)size, file))
			return false;
	} while (line[0] == '#');
	line[strcspn(line, "\n")] = 0;
	return true;
}

static void play_transcript(const char *path)
{
	char events[TRANSCRIPT_LINES][32], line[256], expected[256];
	FILE *file = fopen(path, "r");
	struct policy policy = { 0 };
	struct policy_step step;
	unsigned count = 0;

	assert_non_null(file);
	while (read_line(file, line, sizeof(line)) && line[0]) {
		assert_in_range(count, 0, TRANSCRIPT_LINES - 1);
		snprintf(events[count++], sizeof(events[0]), "%.31s", line);
	}
	for (unsigned i = 0; i < count; i++) {
		if (!read_line(file, expected, sizeof(expected)))
			fail_msg("%s: no line for event %u (%s)", path, i + 1, events[i]);
		policy_step(&policy, event_from_word(events[i]), &step);
		write_line(line, sizeof(line), &policy, &step);
		if (strcmp(line, expected))
			fail_msg("%s: event %u (%s)\n  expected %s\n  got      %s",
				 path, i + 1, events[i], expected, line);
	}
	if (read_line(file, line, sizeof(line)) && line[0])
		fail_msg("%s: more lines than events", path);
	fclose(file);
}

static void test_transcripts(void **unused)
{
	glob_t found;

	(void)unused;
	assert_int_equal(glob("tests/policy/*.t", 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++)
		play_transcript(found.gl_pathv[i]);
	globfree(&found);
}

static void test_zero_is_muted(void **unused)
{
	struct policy policy;

	(void)unused;
	memset(&policy, 0, sizeof(policy));
	assert_int_equal(policy.state, MUTE_STATE_MUTED);
	assert_false(policy.ready);
}

/* What the outside world knows, worked out from the actions alone. */
struct world {
	struct policy policy;
	bool gates_open;
	bool shown_live;
	bool leaky;		/* gates were open since the last proof (fence or death) */
	bool mute_waits, live_waits;	/* somebody waits for an answer */
	bool asking;		/* the user is being asked whether somebody may go live */
	bool fence_asked;	/* and not yet confirmed */
	bool dying;		/* killed, and not yet reaped */
	bool lights;		/* there are some ... */
	bool lit;		/* ... that say live, or are on their way to it */
	bool lit_asked;		/* and have not answered */
};

#define WORLDS (1u << 19)

static unsigned world_number(const struct world *world)
{
	return (unsigned)world->policy.state | (unsigned)world->policy.ready << 2 |
	       (unsigned)world->policy.suspended << 3 | (unsigned)world->policy.live_waits << 4 |
	       (unsigned)world->gates_open << 5 | (unsigned)world->shown_live << 6 |
	       (unsigned)world->leaky << 7 | (unsigned)world->mute_waits << 8 |
	       (unsigned)world->live_waits << 9 | (unsigned)world->fence_asked << 10 |
	       (unsigned)world->dying << 11 | (unsigned)world->lights << 12 |
	       (unsigned)world->lit << 13 | (unsigned)world->lit_asked << 14 |
	       (unsigned)world->policy.lights << 15 | (unsigned)world->policy.lighting << 16 |
	       (unsigned)world->asking << 17 | (unsigned)world->policy.asking << 18;
}

/* Could the world have this event happen now? */
static bool world_allows(const struct world *world, enum policy_event event)
{
	if (event == POLICY_EVENT_FENCED || event == POLICY_EVENT_FENCE_LATE)
		return world->fence_asked;
	if (event == POLICY_EVENT_DRIVER_READY)
		return !world->policy.ready && !world->dying;
	if (event == POLICY_EVENT_LIT || event == POLICY_EVENT_NOT_LIT)
		return world->lit_asked;
	return true;
}

static void world_act(struct world *world, enum policy_action action)
{
	switch (action) {
	case POLICY_ACTION_CLOSE_GATES:
		world->gates_open = false;
		break;
	case POLICY_ACTION_FENCE:
		assert_false(world->gates_open);
		assert_true(world->policy.ready);
		world->fence_asked = true;
		break;
	case POLICY_ACTION_KILL_DRIVER:
		assert_false(world->gates_open);
		world->dying = true;
		break;
	case POLICY_ACTION_SHOW_MUTED:
		assert_false(world->gates_open);
		assert_false(world->leaky);
		world->shown_live = world->lit = world->lit_asked = false;
		break;
	case POLICY_ACTION_SHOW_LIVE:
		/* contract C6: the lights come first */
		assert_true(!world->lights || world->lit);
		assert_false(world->lit_asked);
		world->shown_live = true;
		break;
	case POLICY_ACTION_LIGHT_LIVE:
		assert_true(world->lights);
		world->lit = world->lit_asked = true;
		break;
	case POLICY_ACTION_LIGHT_MUTED:
		assert_false(world->gates_open);
		assert_false(world->leaky);
		world->lit = world->lit_asked = false;
		break;
	case POLICY_ACTION_OPEN_GATES:
		assert_true(world->shown_live);
		assert_int_equal(world->policy.state, MUTE_STATE_LIVE);
		world->gates_open = world->leaky = true;
		break;
	case POLICY_ACTION_COMPLETE:
		/* those who asked for what is shown now */
		if (world->shown_live)
			world->live_waits = false;
		else
			world->mute_waits = false;
		break;
	case POLICY_ACTION_CANCEL_ASK:
		world->asking = false;
		break;
	case POLICY_ACTION_CANCEL_LIVE:
	case POLICY_ACTION_REFUSE_NO_DRIVER:
	case POLICY_ACTION_REFUSE_SUSPENDED:
	case POLICY_ACTION_REFUSE_NOT_LIT:
		world->live_waits = false;
		break;
	case POLICY_ACTION_SUSPEND_DRIVER:
	case POLICY_ACTION_RESUME_DRIVER:
		assert_true(world->policy.ready);
		break;
	case POLICY_ACTIONS:
		fail();
	}
}

static bool is_loss(enum policy_event event)
{
	return event == POLICY_EVENT_DRIVER_LOST || event == POLICY_EVENT_LINK_LOST ||
	       event == POLICY_EVENT_LOST || event == POLICY_EVENT_SUSPEND ||
	       event == POLICY_EVENT_FENCE_LATE || event == POLICY_EVENT_NOT_LIT;
}

static void check_after(const struct world *before, const struct world *after,
			enum policy_event event)
{
	bool was_asked = before->live_waits && (event == POLICY_EVENT_FENCED || event == POLICY_EVENT_LIT ||
						 event == POLICY_EVENT_NO_LIGHTS);

	if (is_loss(event) || event == POLICY_EVENT_MUTE) {
		assert_false(after->gates_open);
		assert_false(after->live_waits);
		/* another light may be found to be good */
		assert_false(after->asking && event != POLICY_EVENT_NOT_LIT);
	}
	if (after->policy.state == MUTE_STATE_LIVE && before->policy.state != MUTE_STATE_LIVE)
		assert_true(event == POLICY_EVENT_LIVE || was_asked);
	if (after->policy.state == MUTE_STATE_LIVE) {
		assert_true(after->policy.ready);
		assert_false(after->policy.suspended);
	}
	if (event == POLICY_EVENT_DRIVER_LOST)
		assert_int_equal(after->policy.state, MUTE_STATE_MUTED);
	/* muted is shown exactly when it is true, and nobody is left waiting in a resting state */
	assert_int_equal(after->shown_live, after->policy.state != MUTE_STATE_MUTED);
	assert_int_equal(after->gates_open, after->policy.state == MUTE_STATE_LIVE);
	assert_int_equal(after->live_waits, after->policy.live_waits || after->lit_asked);
	assert_int_equal(after->lit_asked, after->policy.lighting);
	if (after->policy.state == MUTE_STATE_MUTED && !after->lit_asked)
		assert_false(after->lit);
	if (after->policy.state == MUTE_STATE_MUTED)
		assert_false(after->mute_waits);
	/* muting always ends: a fence is under way, or the driver is being killed */
	if (after->policy.state == MUTE_STATE_MUTING)
		assert_true(after->fence_asked || after->dying);
}

/* The world's own part of an event, before the policy hears of it. */
static void world_receive(struct world *world, enum policy_event event)
{
	if (event == POLICY_EVENT_MUTE)
		world->mute_waits = true;
	if (event == POLICY_EVENT_LIVE)
		world->live_waits = true;
	if (event == POLICY_EVENT_ASK)
		world->asking = true;
	if (event == POLICY_EVENT_FENCED || event == POLICY_EVENT_DRIVER_LOST)
		world->leaky = world->gates_open;
	if (event == POLICY_EVENT_FENCED || event == POLICY_EVENT_DRIVER_LOST ||
	    event == POLICY_EVENT_FENCE_LATE || event == POLICY_EVENT_LINK_LOST)
		world->fence_asked = false;
	if (event == POLICY_EVENT_DRIVER_LOST)
		world->dying = false;
	if (event == POLICY_EVENT_LIT || event == POLICY_EVENT_NOT_LIT || event == POLICY_EVENT_NO_LIGHTS)
		world->lit_asked = false;
	/* one that comes while live is live at once; with the last one nothing is lit */
	if (event == POLICY_EVENT_LIGHTS || event == POLICY_EVENT_NO_LIGHTS) {
		world->lights = event == POLICY_EVENT_LIGHTS;
		world->lit = world->lights && (world->lit || world->shown_live);
	}
}

static void world_step(struct world *world, enum policy_event event)
{
	struct world before = *world;
	struct policy_step step;

	world_receive(world, event);
	policy_step(&world->policy, event, &step);
	assert_in_range(step.count, 0, POLICY_STEP_MAX);
	for (unsigned i = 0; i < step.count; i++) {
		world_act(world, step.action[i]);
		/* a dead process leaks nothing: closing the gate is all that is left to do */
		if (event == POLICY_EVENT_DRIVER_LOST &&
		    step.action[i] == POLICY_ACTION_CLOSE_GATES)
			world->leaky = false;
	}
	check_after(&before, world, event);
}

static void test_walk(void **unused)
{
	static struct world queue[WORLDS];
	static bool seen[WORLDS];
	unsigned head = 0, tail = 1, steps = 0;
	bool live_reached = false;

	(void)unused;
	seen[world_number(&queue[0])] = true;
	while (head < tail) {
		struct world from = queue[head++];

		live_reached |= from.policy.state == MUTE_STATE_LIVE;
		for (enum policy_event event = 0; event < POLICY_EVENTS; event++) {
			struct world next = from;

			if (!world_allows(&from, event))
				continue;
			world_step(&next, event);
			steps++;
			if (seen[world_number(&next)])
				continue;
			seen[world_number(&next)] = true;
			queue[tail++] = next;
		}
	}
	assert_true(live_reached);
	assert_in_range(tail, 10, WORLDS);
	print_message("%u states, %u steps\n", tail, steps);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_zero_is_muted),
		cmocka_unit_test(test_transcripts),
		cmocka_unit_test(test_walk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
