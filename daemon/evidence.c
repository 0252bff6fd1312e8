/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One function per question, one table of them all. What the kernel says
 * counts (/proc/asound, /sys, the nodes as everybody sees them), and the
 * memory of the rings; what this process believes counts only where nothing
 * else can know it. Main thread; opens no device.
 */
#include "evidence_private.h"

#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "daemon.h"
#include "exempt.h"
#include "feed.h"
#include "gate.h"
#include "hotkey.h"
#include "led.h"
#include "mixer.h"
#include "mute.h"

#define CARDS_MAX 32	/* the kernel's */

void evidence_answer(struct question *question, enum evidence_result result, const char *format, ...)
{
	va_list arguments;

	question->check->result = result;
	va_start(arguments, format);
	vsnprintf(question->check->detail, sizeof(question->check->detail), format, arguments);
	va_end(arguments);
}

bool evidence_read_line(const char *path, char *line, size_t size)
{
	FILE *file = fopen(path, "re");
	bool good;

	if (!file)
		return false;
	good = fgets(line, (int)size, file);
	fclose(file);
	if (good)
		line[strcspn(line, "\n")] = '\0';
	return good;
}

dev_t evidence_read_devnum(const char *path)
{
	unsigned major, minor;
	char line[32];

	if (!evidence_read_line(path, line, sizeof(line)) || sscanf(line, "%u:%u", &major, &minor) != 2)
		return 0;
	return makedev(major, minor);
}

static void add_card_captures(const char *root, unsigned card, struct captures *captures)
{
	char path[EVIDENCE_PATH_BYTES];
	struct dirent *entry;
	unsigned device;
	DIR *directory;
	int end;

	snprintf(path, sizeof(path), "%s/proc/asound/card%u", root, card);
	directory = opendir(path);
	while (directory && (entry = readdir(directory)) && captures->count < CAPTURES_MAX) {
		end = 0;
		if (sscanf(entry->d_name, "pcm%uc%n", &device, &end) != 1 || !end ||
		    entry->d_name[end])
			continue;
		snprintf(path, sizeof(path), "%s/sys/class/sound/pcmC%uD%uc/dev", root, card, device);
		captures->capture[captures->count++] =
			(struct capture){ card, device, evidence_read_devnum(path) };
	}
	if (directory)
		closedir(directory);
}

bool evidence_is_system(struct question *question)
{
	if (question->daemon->session)
		evidence_answer(question, EVIDENCE_RESULT_NOT_APPLICABLE,
				"session mode guards no real device");
	return !question->daemon->session;
}

bool evidence_find_captures(struct question *question, struct captures *captures)
{
	const char *exempt = question->daemon->config.exempt;
	char path[EVIDENCE_PATH_BYTES];
	struct dirent *entry;
	DIR *directory;
	unsigned card;
	int end;

	captures->count = 0;
	snprintf(path, sizeof(path), "%s/proc/asound", question->root);
	directory = opendir(path);
	if (!directory && errno != ENOENT)
		evidence_answer(question, EVIDENCE_RESULT_UNKNOWN, "/proc/asound: %s", strerror(errno));
	if (!directory)
		return errno == ENOENT;
	while ((entry = readdir(directory))) {
		end = 0;
		if (sscanf(entry->d_name, "card%u%n", &card, &end) == 1 && end && !entry->d_name[end] &&
		    !exempt_has_card(exempt, question->root, card, NULL, 0))
			add_card_captures(question->root, card, captures);
	}
	closedir(directory);
	return true;
}

static bool is_our_thread(const char *root, unsigned tid)
{
	char path[EVIDENCE_PATH_BYTES];

	snprintf(path, sizeof(path), "%s/proc/self/task/%u", root, tid);
	return tid && !access(path, F_OK);
}

/* Returns true when it was open or not to be understood: then the search ends. */
static bool look_at_substream(const char *root, const char *path, struct evidence_device *result)
{
	char line[64];
	FILE *file = fopen(path, "re");

	result->state = EVIDENCE_DEVICE_UNKNOWN;
	if (!file)
		return true;
	while (fgets(line, sizeof(line), file)) {
		if (!strcmp(line, "closed\n"))
			result->state = EVIDENCE_DEVICE_CLOSED;
		else if (!strncmp(line, "state:", 6))
			result->state = EVIDENCE_DEVICE_OPEN;
		sscanf(line, "owner_pid : %u", &result->owner);
	}
	fclose(file);
	result->ours = is_our_thread(root, result->owner);
	return result->state != EVIDENCE_DEVICE_CLOSED;
}

void evidence_look_at_device(const char *root, unsigned card, unsigned device,
			     struct evidence_device *result)
{
	char path[EVIDENCE_PATH_BYTES];

	*result = (struct evidence_device){ .state = EVIDENCE_DEVICE_UNKNOWN };
	for (unsigned sub = 0;; sub++) {
		snprintf(path, sizeof(path), "%s/proc/asound/card%u/pcm%uc/sub%u", root, card, device,
			 sub);
		if (sub && access(path, F_OK))
			return;
		strcat(path, "/status");
		if (look_at_substream(root, path, result))
			return;
	}
}

static void ask_gates_fenced(struct question *question)
{
	const struct daemon *daemon = question->daemon;
	int64_t fence_us = mute_get_fence_us(daemon->mute);

	for (size_t i = 0; i < LINK_TWINS_MAX; i++) {
		const struct twin *twin = &daemon->twins[i];

		if (twin->used && twin->feed && !gate_is_closed(feed_get_gate(twin->feed))) {
			evidence_answer(question, EVIDENCE_RESULT_BAD, "the gate of %.80s is open",
			       twin->mic.card_name);
			return;
		}
	}
	if (mute_get_state(daemon->mute) != MUTE_STATE_MUTED)
		evidence_answer(question, EVIDENCE_RESULT_BAD, "the driver has not confirmed a fence");
	else if (fence_us < 0)
		evidence_answer(question, EVIDENCE_RESULT_OK, "no gate was ever open since the start");
	else
		evidence_answer(question, EVIDENCE_RESULT_OK,
		       "every gate is closed, the driver confirmed it after %lld µs",
		       (long long)fence_us);
}

static void ask_ring_zero(struct question *question)
{
	const struct daemon *daemon = question->daemon;
	unsigned rings = 0;

	for (size_t i = 0; i < LINK_TWINS_MAX; i++) {
		const struct twin *twin = &daemon->twins[i];

		if (!twin->used || !twin->feed)
			continue;
		rings++;
		/* An open one is not scanned: that would make its feed wait. */
		if (gate_is_closed(feed_get_gate(twin->feed)) &&
		    gate_is_zero(feed_get_gate(twin->feed)))
			continue;
		evidence_answer(question, EVIDENCE_RESULT_BAD, "the ring of %.80s holds sound",
		       twin->mic.card_name);
		return;
	}
	evidence_answer(question, EVIDENCE_RESULT_OK, "%u ring%s, every byte of them zero", rings,
	       rings == 1 ? "" : "s");
}

static void answer_foreign(struct question *question, const struct capture *capture, unsigned owner)
{
	char path[EVIDENCE_PATH_BYTES], program[32];

	snprintf(path, sizeof(path), "%s/proc/%u/comm", question->root, owner);
	if (!evidence_read_line(path, program, sizeof(program)))
		strcpy(program, "a program");
	evidence_answer(question, EVIDENCE_RESULT_BAD,
		"%s (pid %u) holds the real microphone of card %u device %u: end it, or log out and in"
		" again, or unplug the microphone and plug it in", program, owner,
		capture->card, capture->device);
}

static bool is_reminding(const struct daemon *daemon)
{
	return daemon->config.remind && mute_get_state(daemon->mute) == MUTE_STATE_MUTED;
}

/* Every capture device that the kernel has, not only those we know. */
static void ask_microphones_closed(struct question *question)
{
	struct evidence_device device;
	struct captures captures;
	unsigned ours = 0;

	if (question->daemon->session && is_reminding(question->daemon)) {
		evidence_answer(question, EVIDENCE_RESULT_NOT_APPLICABLE,
				"session mode guards no real device; ours is open for the reminder"
				" while somebody reads");
		return;
	}
	if (!evidence_is_system(question) || !evidence_find_captures(question, &captures))
		return;
	for (unsigned i = 0; i < captures.count; i++) {
		const struct capture *capture = &captures.capture[i];

		evidence_look_at_device(question->root, capture->card, capture->device, &device);
		if (device.state == EVIDENCE_DEVICE_UNKNOWN) {
			evidence_answer(question, EVIDENCE_RESULT_UNKNOWN,
			       "the kernel does not say whether card %u device %u is open",
			       capture->card, capture->device);
			return;
		}
		if (device.state == EVIDENCE_DEVICE_OPEN && !device.ours) {
			answer_foreign(question, capture, device.owner);
			return;
		}
		ours += device.state == EVIDENCE_DEVICE_OPEN;
	}
	if (ours && is_reminding(question->daemon))
		evidence_answer(question, EVIDENCE_RESULT_OK,
				"%u of %u open for the reminder (remind = yes), by hardmuted alone",
				ours, captures.count);
	else if (ours)
		evidence_answer(question, EVIDENCE_RESULT_OK, "%u of %u held open by hardmuted, by nobody else",
		       ours, captures.count);
	else
		evidence_answer(question, EVIDENCE_RESULT_OK, "%u, the kernel says closed for each",
		       captures.count);
}

static bool is_twin_in_place(const char *root, const struct twin *twin)
{
	char path[EVIDENCE_PATH_BYTES];
	struct stat node;
	dev_t devnum;

	snprintf(path, sizeof(path), "%s/sys/class/cuse/snd!pcmC%uD%uc/dev", root, twin->mic.card,
		 twin->mic.device);
	devnum = evidence_read_devnum(path);
	snprintf(path, sizeof(path), "%s" PUBLIC_DEV "/snd/pcmC%uD%uc", root, twin->mic.card,
		 twin->mic.device);
	return devnum && !stat(path, &node) && S_ISCHR(node.st_mode) && node.st_rdev == devnum;
}

static const struct twin *find_twin(const struct daemon *daemon, const struct capture *capture)
{
	for (size_t i = 0; i < LINK_TWINS_MAX; i++) {
		const struct twin *twin = &daemon->twins[i];

		if (twin->used && twin->mic.card == capture->card && twin->mic.device == capture->device)
			return twin;
	}
	return NULL;
}

static void ask_session_twin(struct question *question)
{
	const struct twin *twin = &question->daemon->twins[0];

	if (twin->used && twin->up)
		evidence_answer(question, EVIDENCE_RESULT_OK, "1 virtual microphone");
	else
		evidence_answer(question, EVIDENCE_RESULT_BAD, "there is no virtual microphone");
}

static void ask_twins_in_place(struct question *question)
{
	struct captures captures;

	if (question->daemon->session) {
		ask_session_twin(question);
		return;
	}
	if (!evidence_find_captures(question, &captures))
		return;
	for (unsigned i = 0; i < captures.count; i++) {
		const struct twin *twin = find_twin(question->daemon, &captures.capture[i]);

		if (twin && twin->up && is_twin_in_place(question->root, twin))
			continue;
		evidence_answer(question, EVIDENCE_RESULT_BAD, "card %u device %u has no virtual microphone%s%.80s",
				captures.capture[i].card, captures.capture[i].device,
				twin && *twin->error ? ": " : "", twin ? twin->error : "");
		return;
	}
	evidence_answer(question, EVIDENCE_RESULT_OK, "%u virtual microphone%s", captures.count,
			captures.count == 1 ? "" : "s");
}

/* What hardmuted leaves alone because the configuration says so. */
static void ask_exempt_cards(struct question *question)
{
	const char *exempt = question->daemon->config.exempt;
	char path[EVIDENCE_PATH_BYTES], text[100] = "", word[48];
	size_t length = 0;

	if (!evidence_is_system(question))
		return;
	for (unsigned card = 0; card < CARDS_MAX; card++) {
		snprintf(path, sizeof(path), "%s/proc/asound/card%u", question->root, card);
		if (access(path, F_OK) ||
		    !exempt_has_card(exempt, question->root, card, word, sizeof(word)))
			continue;
		snprintf(text + length, sizeof(text) - length, "%scard %u (%s)", length ? ", " : "", card,
			 word);
		length = strlen(text);
	}
	evidence_answer(question, EVIDENCE_RESULT_OK, "%s", length ? text : "none");
}

/* Their sound never goes through an ALSA card of this system. */
static void ask_bluetooth(struct question *question)
{
	char path[EVIDENCE_PATH_BYTES];
	struct dirent *entry;
	unsigned adapters = 0;
	DIR *directory;

	snprintf(path, sizeof(path), "%s/sys/class/bluetooth", question->root);
	directory = opendir(path);
	while (directory && (entry = readdir(directory)))
		adapters += *entry->d_name != '.';
	if (directory)
		closedir(directory);
	if (adapters)
		evidence_answer(question, EVIDENCE_RESULT_UNKNOWN,
				"there is a Bluetooth adapter: a headset's microphone does not go through hardmute");
	else
		evidence_answer(question, EVIDENCE_RESULT_NOT_APPLICABLE, "no Bluetooth adapter");
}

/* An extra wall, where the cards have switches. */
static void ask_switches_locked(struct question *question)
{
	mixer_check(question->daemon->mixer, question->check);
}

/* Who may unmute says nothing about whether it is muted. */
static void ask_keys(struct question *question)
{
	hotkey_check(question->daemon->hotkey, question->check);
}

/* Whoever believes a light must not be told the wrong thing. */
static void ask_leds_true(struct question *question)
{
	leds_check(question->daemon->leds, question->check);
}

/*
 * In the order in which a user wants to hear of them. A twin that is missing is
 * a fault, but no way for sound to get out: it does not weaken the proof. What
 * is exempt, and what no card of this system hears, is told but not judged. A
 * mixer is a wall more: it counts when it is open, not when it cannot be seen.
 */
enum weight { WEIGHT_NONE = 0, WEIGHT_BAD, WEIGHT_FULL };

static const struct {
	const char *id, *layer;
	enum weight weight;	/* for the verdict */
	void (*ask)(struct question *question);
} questions[] = {
	{ "gates-fenced", "gate", WEIGHT_FULL, ask_gates_fenced },
	{ "ring-zero", "ring", WEIGHT_FULL, ask_ring_zero },
	{ "microphones-closed", "hardware", WEIGHT_FULL, ask_microphones_closed },
	{ "nodes-hidden", "nodes", WEIGHT_FULL, evidence_ask_nodes_hidden },
	{ "raw-nodes-closed", "nodes", WEIGHT_FULL, evidence_ask_raw_nodes_closed },
	{ "rules-in-place", "nodes", WEIGHT_FULL, evidence_ask_rules_in_place },
	{ "guard-loaded", "kernel", WEIGHT_FULL, evidence_ask_guard_loaded },
	{ "twins-in-place", "nodes", WEIGHT_NONE, ask_twins_in_place },
	{ "switches-locked", "mixer", WEIGHT_BAD, ask_switches_locked },
	{ "keys-real", "keys", WEIGHT_NONE, ask_keys },
	{ "leds-true", "indicator", WEIGHT_BAD, ask_leds_true },
	{ "exempt-cards", "configuration", WEIGHT_NONE, ask_exempt_cards },
	{ "bluetooth", "beyond", WEIGHT_NONE, ask_bluetooth },
};
#define N_QUESTIONS (sizeof(questions) / sizeof(questions[0]))

_Static_assert(N_QUESTIONS <= EVIDENCE_MAX, "struct evidence holds all answers");

void evidence_collect(const struct daemon *daemon, const char *root, struct evidence *evidence)
{
	struct question question = { .daemon = daemon, .root = root };

	*evidence = (struct evidence){ .count = N_QUESTIONS };
	for (size_t i = 0; i < N_QUESTIONS; i++) {
		evidence->check[i].id = questions[i].id;
		evidence->check[i].layer = questions[i].layer;
		question.check = &evidence->check[i];
		questions[i].ask(&question);
	}
}

static bool weakens(enum evidence_result result, enum weight weight)
{
	return (result == EVIDENCE_RESULT_BAD && weight != WEIGHT_NONE) ||
	       (result == EVIDENCE_RESULT_UNKNOWN && weight == WEIGHT_FULL);
}

void evidence_get_verdict(const struct evidence *evidence, enum mute_state state,
			  char *verdict, size_t size)
{
	if (state != MUTE_STATE_MUTED) {
		snprintf(verdict, size, "%s", mute_state_word(state));
		return;
	}
	for (unsigned i = 0; i < evidence->count && i < N_QUESTIONS; i++) {
		const struct evidence_check *check = &evidence->check[i];

		if (!weakens(check->result, questions[i].weight))
			continue;
		snprintf(verdict, size, "%s, not proven: %s", mute_state_word(state), check->detail);
		return;
	}
	snprintf(verdict, size, "%s, %s", mute_state_word(state),
		 evidence->count == N_QUESTIONS ? "proven" : "not proven: nobody asked");
}

const char *evidence_result_word(enum evidence_result result)
{
	switch (result) {
	case EVIDENCE_RESULT_UNKNOWN:
		return "unknown";
	case EVIDENCE_RESULT_OK:
		return "ok";
	case EVIDENCE_RESULT_BAD:
		return "bad";
	case EVIDENCE_RESULT_NOT_APPLICABLE:
		return "not-applicable";
	}
	return "unknown";
}
