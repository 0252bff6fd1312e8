/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One function per question, one table of them all. What the kernel says
 * counts (/proc/asound, /sys, the nodes as everybody sees them), and the
 * memory of the rings; what this process believes counts only where nothing
 * else can know it. Main thread; opens no device.
 */
#include "evidence.h"

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "daemon.h"
#include "feed.h"
#include "gate.h"
#include "mixer.h"
#include "mute.h"
#include "names.h"

/* /dev as everybody sees it: hardmuted's own /dev/snd is the hidden directory (hardmuted.service). */
#define PUBLIC_DEV "/run/hardmute/dev"
#define GUARD_STATUS "/run/hardmute/guard"	/* written by hardmute-node before our start */
#define PATH_BYTES 320
#define CAPTURES_MAX 64

struct question {
	const struct daemon *daemon;
	const char *root;
	struct evidence_check *check;
};

/* A capture PCM that the kernel has, whether we know it or not. */
struct capture {
	unsigned card, device;
	dev_t devnum;
};

struct captures {
	unsigned count;
	struct capture capture[CAPTURES_MAX];
};

__attribute__((format(printf, 3, 4)))
static void answer(struct question *question, enum evidence_result result, const char *format, ...)
{
	va_list arguments;

	question->check->result = result;
	va_start(arguments, format);
	vsnprintf(question->check->detail, sizeof(question->check->detail), format, arguments);
	va_end(arguments);
}

static bool read_line(const char *path, char *line, size_t size)
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

static dev_t read_devnum(const char *path)
{
	unsigned major, minor;
	char line[32];

	if (!read_line(path, line, sizeof(line)) || sscanf(line, "%u:%u", &major, &minor) != 2)
		return 0;
	return makedev(major, minor);
}

static void add_card_captures(const char *root, unsigned card, struct captures *captures)
{
	char path[PATH_BYTES];
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
			(struct capture){ card, device, read_devnum(path) };
	}
	if (directory)
		closedir(directory);
}

/* 0; -ENOENT: the kernel has no sound at all; or -errno. */
static int find_captures(const char *root, struct captures *captures)
{
	char path[PATH_BYTES];
	struct dirent *entry;
	DIR *directory;
	unsigned card;
	int end;

	captures->count = 0;
	snprintf(path, sizeof(path), "%s/proc/asound", root);
	directory = opendir(path);
	if (!directory)
		return -errno;
	while ((entry = readdir(directory))) {
		end = 0;
		if (sscanf(entry->d_name, "card%u%n", &card, &end) == 1 && end && !entry->d_name[end])
			add_card_captures(root, card, captures);
	}
	closedir(directory);
	return 0;
}

static bool is_our_thread(const char *root, unsigned tid)
{
	char path[PATH_BYTES];

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
	char path[PATH_BYTES];

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
			answer(question, EVIDENCE_RESULT_BAD, "the gate of %.80s is open",
			       twin->mic.card_name);
			return;
		}
	}
	if (mute_get_state(daemon->mute) != MUTE_STATE_MUTED)
		answer(question, EVIDENCE_RESULT_BAD, "the driver has not confirmed a fence");
	else if (fence_us < 0)
		answer(question, EVIDENCE_RESULT_OK, "no gate was ever open since the start");
	else
		answer(question, EVIDENCE_RESULT_OK,
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
		answer(question, EVIDENCE_RESULT_BAD, "the ring of %.80s holds sound",
		       twin->mic.card_name);
		return;
	}
	answer(question, EVIDENCE_RESULT_OK, "%u ring%s, every byte of them zero", rings,
	       rings == 1 ? "" : "s");
}

static void answer_foreign(struct question *question, const struct capture *capture, unsigned owner)
{
	char path[PATH_BYTES], program[32];

	snprintf(path, sizeof(path), "%s/proc/%u/comm", question->root, owner);
	if (!read_line(path, program, sizeof(program)))
		strcpy(program, "a program");
	answer(question, EVIDENCE_RESULT_BAD,
	       "%s (pid %u) holds the real microphone of card %u device %u", program, owner,
	       capture->card, capture->device);
}

/* Every capture device that the kernel has, not only those we know. */
static void ask_microphones_closed(struct question *question)
{
	struct evidence_device device;
	struct captures captures;
	unsigned ours = 0;
	int error;

	if (question->daemon->session) {
		answer(question, EVIDENCE_RESULT_NOT_APPLICABLE, "session mode guards no real device");
		return;
	}
	error = find_captures(question->root, &captures);
	if (error && error != -ENOENT) {
		answer(question, EVIDENCE_RESULT_UNKNOWN, "/proc/asound: %s", strerror(-error));
		return;
	}
	for (unsigned i = 0; i < captures.count; i++) {
		const struct capture *capture = &captures.capture[i];

		evidence_look_at_device(question->root, capture->card, capture->device, &device);
		if (device.state == EVIDENCE_DEVICE_UNKNOWN) {
			answer(question, EVIDENCE_RESULT_UNKNOWN,
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
	if (ours)
		answer(question, EVIDENCE_RESULT_OK, "%u of %u held open by hardmuted, by nobody else",
		       ours, captures.count);
	else
		answer(question, EVIDENCE_RESULT_OK, "%u, the kernel says closed for each",
		       captures.count);
}

static bool is_real(const struct captures *captures, dev_t devnum)
{
	for (unsigned i = 0; i < captures->count; i++)
		if (captures->capture[i].devnum == devnum)
			return true;
	return false;
}

/* nftw has no argument for its caller's data. Main thread only. */
static struct {
	const struct captures *captures;
	char path[PATH_BYTES];	/* of the first real node that was found */
	size_t skip;		/* bytes in front of the path in /dev */
} search;

static int look_at_node(const char *path, const struct stat *node, int type, struct FTW *where)
{
	struct stat target;

	(void)where;
	if (type == FTW_SL && !stat(path, &target))
		node = &target;
	if (type == FTW_D && !strcmp(path + search.skip, "/hardmute"))
		return FTW_SKIP_SUBTREE;
	if (!S_ISCHR(node->st_mode) || !is_real(search.captures, node->st_rdev))
		return FTW_CONTINUE;
	snprintf(search.path, sizeof(search.path), "%s", path + search.skip);
	return FTW_STOP;
}

/* Under whatever name. True: an answer was given. */
static bool find_public_node(struct question *question, const struct captures *captures)
{
	char root[PATH_BYTES];

	snprintf(root, sizeof(root), "%s" PUBLIC_DEV, question->root);
	search.captures = captures;
	search.skip = strlen(root);
	switch (nftw(root, look_at_node, 16, FTW_PHYS | FTW_ACTIONRETVAL)) {
	case FTW_STOP:
		answer(question, EVIDENCE_RESULT_BAD, "/dev%.80s is a real microphone's node",
		       search.path);
		return true;
	case -1:
		answer(question, EVIDENCE_RESULT_UNKNOWN, "the public /dev cannot be seen: %s",
		       strerror(errno));
		return true;
	default:
		return false;
	}
}

static bool is_hidden_dir_open(struct question *question)
{
	char path[PATH_BYTES];
	struct stat node;

	snprintf(path, sizeof(path), "%s" PUBLIC_DEV "/hardmute", question->root);
	if (stat(path, &node))
		return false;	/* nothing can be in it */
	if (!node.st_uid && !(node.st_mode & (S_IRWXO | S_IWGRP)))
		return false;
	answer(question, EVIDENCE_RESULT_BAD, HIDDEN_DIR " has owner %u and mode %04o", node.st_uid,
	       node.st_mode & 07777);
	return true;
}

static void ask_nodes_hidden(struct question *question)
{
	struct captures captures;
	int error;

	if (question->daemon->session) {
		answer(question, EVIDENCE_RESULT_BAD,
		       "a program of the same user can open the real microphone directly");
		return;
	}
	error = find_captures(question->root, &captures);
	if (error && error != -ENOENT) {
		answer(question, EVIDENCE_RESULT_UNKNOWN, "/proc/asound: %s", strerror(-error));
		return;
	}
	for (unsigned i = 0; i < captures.count; i++) {
		if (captures.capture[i].devnum)
			continue;
		answer(question, EVIDENCE_RESULT_UNKNOWN, "/sys does not know the node of card %u device %u",
		       captures.capture[i].card, captures.capture[i].device);
		return;
	}
	if (captures.count &&
	    (find_public_node(question, &captures) || is_hidden_dir_open(question)))
		return;
	answer(question, EVIDENCE_RESULT_OK, "%u, none within a user's reach", captures.count);
}

/* A second wall, where the kernel has it. */
static void ask_guard_loaded(struct question *question)
{
	char path[PATH_BYTES], status[80];

	if (question->daemon->session) {
		answer(question, EVIDENCE_RESULT_NOT_APPLICABLE, "session mode guards no real device");
		return;
	}
	snprintf(path, sizeof(path), "%s" GUARD_STATUS, question->root);
	if (!read_line(path, status, sizeof(status)))
		answer(question, EVIDENCE_RESULT_UNKNOWN, "nobody has said whether it is there");
	else if (strcmp(status, "on"))
		answer(question, EVIDENCE_RESULT_NOT_APPLICABLE, "this kernel has none: %s", status);
	else
		answer(question, EVIDENCE_RESULT_OK,
		       "the kernel opens real microphones for hardmuted alone");
}

static bool is_twin_in_place(const char *root, const struct twin *twin)
{
	char path[PATH_BYTES];
	struct stat node;
	dev_t devnum;

	snprintf(path, sizeof(path), "%s/sys/class/cuse/snd!pcmC%uD%uc/dev", root, twin->mic.card,
		 twin->mic.device);
	devnum = read_devnum(path);
	snprintf(path, sizeof(path), "%s" PUBLIC_DEV "/snd/pcmC%uD%uc", root, twin->mic.card,
		 twin->mic.device);
	return devnum && !stat(path, &node) && S_ISCHR(node.st_mode) && node.st_rdev == devnum;
}

static void ask_twins_in_place(struct question *question)
{
	const struct daemon *daemon = question->daemon;
	unsigned twins = 0;

	for (size_t i = 0; i < LINK_TWINS_MAX; i++) {
		const struct twin *twin = &daemon->twins[i];

		if (!twin->used)
			continue;
		twins++;
		if (twin->up && (daemon->session || is_twin_in_place(question->root, twin)))
			continue;
		answer(question, EVIDENCE_RESULT_BAD, "%.80s has no virtual microphone",
		       twin->mic.card_name);
		return;
	}
	answer(question, EVIDENCE_RESULT_OK, "%u virtual microphone%s", twins, twins == 1 ? "" : "s");
}

/* An extra wall, where the cards have switches. */
static void ask_switches_locked(struct question *question)
{
	mixer_check(question->daemon->mixer, question->check);
}

/*
 * In the order in which a user wants to hear of them. A twin that is missing is
 * a fault, but no way for sound to get out: it does not weaken the proof.
 */
static const struct {
	const char *id, *layer;
	bool counts;		/* for the verdict */
	void (*ask)(struct question *question);
} questions[] = {
	{ "gates-fenced", "gate", true, ask_gates_fenced },
	{ "ring-zero", "ring", true, ask_ring_zero },
	{ "microphones-closed", "hardware", true, ask_microphones_closed },
	{ "nodes-hidden", "nodes", true, ask_nodes_hidden },
	{ "guard-loaded", "kernel", false, ask_guard_loaded },
	{ "twins-in-place", "nodes", false, ask_twins_in_place },
	{ "switches-locked", "mixer", false, ask_switches_locked },
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

void evidence_get_verdict(const struct evidence *evidence, enum mute_state state,
			  char *verdict, size_t size)
{
	if (state != MUTE_STATE_MUTED) {
		snprintf(verdict, size, "%s", mute_state_word(state));
		return;
	}
	for (unsigned i = 0; i < evidence->count && i < N_QUESTIONS; i++) {
		const struct evidence_check *check = &evidence->check[i];

		if (!questions[i].counts || check->result == EVIDENCE_RESULT_OK ||
		    check->result == EVIDENCE_RESULT_NOT_APPLICABLE)
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
