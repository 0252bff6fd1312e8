/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Capture switches, what is saved of them, and a card over a mute and back. The
 * kernel's side of a control node is played by this file.
 */
// links: daemon/switches daemon/switches_file daemon/mixer_card
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sound/asound.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../daemon/mixer_card.h"

#define ELEMENTS 12
#define PATH_NAME "/switches"

struct element {
	struct snd_ctl_elem_id id;
	int type;
	unsigned access, count, index;
	long value[4];
	bool foreign;		/* somebody else has locked it */
};

static struct {
	struct element element[ELEMENTS];
	unsigned count;
	unsigned writes;
	int write_error;
	bool gone;
} kernel;

static char directory[64], path[128];
static struct saved saved;

static struct element *add(const char *name, int type, unsigned count, long value)
{
	struct element *element = &kernel.element[kernel.count++];

	*element = (struct element){ .type = type, .count = count,
				     .access = SNDRV_CTL_ELEM_ACCESS_READWRITE };
	element->id.iface = SNDRV_CTL_ELEM_IFACE_MIXER;
	element->id.numid = kernel.count;
	strncpy((char *)element->id.name, name, sizeof(element->id.name) - 1);
	for (unsigned i = 0; i < count; i++)
		element->value[i] = value;
	return element;
}

static struct element *add_switch(const char *name, unsigned count, long value)
{
	return add(name, SNDRV_CTL_ELEM_TYPE_BOOLEAN, count, value);
}

static struct element *find(const struct snd_ctl_elem_id *id)
{
	for (unsigned i = 0; i < kernel.count; i++) {
		struct element *element = &kernel.element[i];

		if (element->id.iface == id->iface && element->id.index == id->index &&
		    element->id.device == id->device && element->id.subdevice == id->subdevice &&
		    !strcmp((char *)element->id.name, (const char *)id->name))
			return element;
	}
	return NULL;
}

static int list(struct snd_ctl_elem_list *ids)
{
	ids->count = kernel.count;
	for (ids->used = 0; ids->used < ids->space && ids->used < kernel.count; ids->used++)
		ids->pids[ids->used] = kernel.element[ids->used].id;
	return 0;
}

static int info(struct snd_ctl_elem_info *answer)
{
	struct element *element = find(&answer->id);

	if (!element)
		return ENOENT;
	answer->type = element->type;
	answer->access = element->access | (element->foreign ? SNDRV_CTL_ELEM_ACCESS_LOCK : 0);
	answer->count = element->count;
	return 0;
}

static int move(struct snd_ctl_elem_value *value, bool writes)
{
	struct element *element = find(&value->id);

	if (!element)
		return ENOENT;
	if (writes && element->foreign)
		return EPERM;
	if (writes && kernel.write_error)
		return kernel.write_error;
	kernel.writes += writes;
	for (unsigned i = 0; i < element->count; i++)
		if (writes)
			element->value[i] = value->value.integer.value[i];
		else
			value->value.integer.value[i] = element->value[i];
	return 0;
}

static int set_lock(const struct snd_ctl_elem_id *id, bool lock)
{
	const unsigned both = SNDRV_CTL_ELEM_ACCESS_LOCK | SNDRV_CTL_ELEM_ACCESS_OWNER;
	struct element *element = find(id);

	if (!element || element->foreign)
		return element ? EBUSY : ENOENT;
	element->access = lock ? element->access | both : element->access & ~both;
	return 0;
}

int ioctl(int fd, unsigned long request, ...)
{
	struct snd_ctl_card_info *card;
	void *argument;
	va_list arguments;
	int error = 0;

	(void)fd;
	va_start(arguments, request);
	argument = va_arg(arguments, void *);
	va_end(arguments);
	if (kernel.gone) {
		error = ENODEV;
	} else if (request == SNDRV_CTL_IOCTL_CARD_INFO) {
		card = argument;
		strcpy((char *)card->id, "PCH");
	} else if (request == SNDRV_CTL_IOCTL_ELEM_LIST) {
		error = list(argument);
	} else if (request == SNDRV_CTL_IOCTL_ELEM_INFO) {
		error = info(argument);
	} else if (request == SNDRV_CTL_IOCTL_ELEM_READ || request == SNDRV_CTL_IOCTL_ELEM_WRITE) {
		error = move(argument, request == SNDRV_CTL_IOCTL_ELEM_WRITE);
	} else if (request == SNDRV_CTL_IOCTL_ELEM_LOCK || request == SNDRV_CTL_IOCTL_ELEM_UNLOCK) {
		error = set_lock(argument, request == SNDRV_CTL_IOCTL_ELEM_LOCK);
	} else {
		assert_true(request == SNDRV_CTL_IOCTL_SUBSCRIBE_EVENTS);
	}
	errno = error;
	return error ? -1 : 0;
}

static int set_up(void **state)
{
	(void)state;
	memset(&kernel, 0, sizeof(kernel));
	memset(&saved, 0, sizeof(saved));
	strcpy(directory, "/tmp/hardmute-switches-XXXXXX");
	if (!mkdtemp(directory))
		return -1;
	snprintf(path, sizeof(path), "%s" PATH_NAME, directory);
	return 0;
}

static int tear_down(void **state)
{
	char command[128];

	(void)state;
	snprintf(command, sizeof(command), "rm -r %s", directory);
	return system(command);
}

static void write_saved(const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static void check_saved(const char *expected)
{
	char text[1024] = "";
	FILE *file = fopen(path, "r");

	if (!expected) {
		assert_null(file);
		return;
	}
	assert_non_null(file);
	assert_true(fread(text, 1, sizeof(text) - 1, file) < sizeof(text));
	fclose(file);
	assert_string_equal(text, expected);
}

static void test_finds(void **state)
{
	struct capture_switch found[SWITCHES_MAX];

	(void)state;
	add_switch("Capture Switch", 2, 1);
	add("Capture Volume", SNDRV_CTL_ELEM_TYPE_INTEGER, 2, 30);
	add_switch("Master Playback Switch", 2, 1);
	add_switch("Headset Capture Switch", 1, 1);
	add("Headset Playback Volume", SNDRV_CTL_ELEM_TYPE_INTEGER, 1, 3);
	add_switch("Dock Mic Capture Switch", 1, 1);
	add("Dock Mic Capture Volume", SNDRV_CTL_ELEM_TYPE_INTEGER, 1, 3)->id.index = 1;
	add("Odd Capture Switch", SNDRV_CTL_ELEM_TYPE_INTEGER, 1, 3);
	add_switch("Constant Capture Switch", 1, 1)->access = SNDRV_CTL_ELEM_ACCESS_READ;
	add_switch("Other Capture Switch", 1, 1)->id.iface = SNDRV_CTL_ELEM_IFACE_PCM;
	add_switch("No\nCapture Switch", 1, 1);
	add_switch("Recapture Switch", 1, 1);
	assert_int_equal(switches_find(3, found, SWITCHES_MAX), 3);
	assert_string_equal(found[0].name, "Capture Switch");
	assert_false(found[0].alone);
	assert_int_equal(found[0].count, 2);
	assert_string_equal(found[1].name, "Headset Capture Switch");
	assert_false(found[1].alone);
	assert_string_equal(found[2].name, "Dock Mic Capture Switch");
	assert_true(found[2].alone);
	assert_int_equal(switches_find(3, found, 1), 1);
	kernel.gone = true;
	assert_int_equal(switches_find(3, found, SWITCHES_MAX), -ENODEV);
}

static void test_file(void **state)
{
	const struct capture_switch stereo = { .name = "Mic Capture Switch", .count = 2, .index = 3 };
	const struct capture_switch mono = { .name = "Capture Switch", .count = 1, .device = 1 };

	(void)state;
	assert_int_equal(saved_load(path, &saved), 0);
	assert_int_equal(saved_put(&saved, "PCH", &stereo, 1), 0);
	assert_int_equal(saved_put(&saved, "USB_1", &mono, 1), 0);
	assert_int_equal(saved_store(path, &saved), 0);
	check_saved("PCH 2,0,0,3 1,0 Mic Capture Switch\nUSB_1 2,1,0,0 1 Capture Switch\n");
	assert_int_equal(saved_load(path, &saved), 0);
	assert_int_equal(saved.count, 2);
	assert_null(saved_find(&saved, "PCH", &mono));
	assert_non_null(saved_find(&saved, "USB_1", &mono));
	assert_int_equal(saved_find(&saved, "PCH", &stereo)->on, 1);
	saved_drop(&saved, saved_find(&saved, "PCH", &stereo));
	assert_int_equal(saved_store(path, &saved), 0);
	check_saved("USB_1 2,1,0,0 1 Capture Switch\n");
	saved_drop(&saved, saved_find(&saved, "USB_1", &mono));
	assert_int_equal(saved_store(path, &saved), 0);
	check_saved(NULL);
}

/* What is good is kept, whatever stands around it. */
static void test_file_damaged(void **state)
{
	static const char start[] = "PCH 2,0,0,0 1,1 Capture Switch\n"
		"\n"
		"rubbish\n"
		"PCH 4,0,0,0 1,1 Capture Switch\n"
		"PCH 2,0,0,0 1,2 Capture Switch\n"
		"PCH 2,0,0,0 1,,1 Capture Switch\n"
		"PCH 2,0,0,0 1, Capture Switch\n"
		"PCH 2,0,0,0 11 Capture Switch\n"
		"PCH 2,0,0,0 1 Master Playback Switch\n"
		"PCH 2,0,0 1 Capture Switch\n"
		"A_name_longer_than_any_card_has 2,0,0,0 1 Capture Switch\n";
	static const char end[] = "USB 2,0,0,0 0 Mic Capture Switch\n"
		"USB 2,0,0,1 1 Mic Capture Swi";
	FILE *file;

	(void)state;
	write_saved(start);
	file = fopen(path, "a");
	assert_non_null(file);
	fprintf(file, "PCH 2,0,0,0 1 %0500d Capture Switch\n", 1);
	fwrite("NUL 2,0,0,0 1 Capture Switch\0\n", 1, 30, file);
	fputs(end, file);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(saved_load(path, &saved), 0);
	assert_int_equal(saved.count, 2);
	assert_string_equal(saved.list[0].card_id, "PCH");
	assert_int_equal(saved.list[0].on, 3);
	assert_string_equal(saved.list[1].element.name, "Mic Capture Switch");
}

static void test_file_not_to_be_had(void **state)
{
	const struct capture_switch element = { .name = "Capture Switch", .count = 1 };

	(void)state;
	assert_int_equal(symlink("/etc/passwd", path), 0);
	assert_int_equal(saved_load(path, &saved), -ELOOP);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_int_equal(saved_load(path, &saved), -EIO);
	assert_int_equal(saved_put(&saved, "PCH", &element, 1), 0);
	assert_true(saved_store(path, &saved) < 0);
	assert_true(saved_store(path, &saved) < 0);	/* not taken for done */
	assert_int_equal(rmdir(path), 0);
	assert_int_equal(saved_store(path, &saved), 0);
}

static void test_file_full(void **state)
{
	struct capture_switch element = { .name = "Capture Switch", .count = 1 };

	(void)state;
	for (element.index = 0; element.index < SAVED_MAX; element.index++)
		assert_int_equal(saved_put(&saved, "PCH", &element, 1), 0);
	assert_int_equal(saved_put(&saved, "PCH", &element, 1), -ENOSPC);
}

static void open_card(struct mixer_card *card)
{
	assert_int_equal(mixer_card_open(card, "/dev/null"), 0);
	assert_string_equal(card->id, "PCH");
}

static void check_look(const struct mixer_card *card, enum mixer_state state, const char *problem)
{
	struct mixer_look look;

	mixer_card_look(card, &look);
	assert_int_equal(look.state, state);
	assert_string_equal(look.problem, problem);
}

static void test_card(void **state)
{
	struct element *capture = add_switch("Capture Switch", 2, 1);
	struct element *dock = add_switch("Dock Capture Switch", 1, 1);
	struct mixer_card card;

	(void)state;
	add("Capture Volume", SNDRV_CTL_ELEM_TYPE_INTEGER, 2, 30);
	capture->value[1] = 0;
	open_card(&card);
	assert_true(mixer_card_has_lockable(&card));
	check_look(&card, MIXER_STATE_ON, "PCH: Capture Switch is on");
	assert_int_equal(mixer_card_hold(&card, false, &saved, path), 0);
	check_saved("PCH 2,0,0,0 1,0 Capture Switch\nPCH 2,0,0,0 1 Dock Capture Switch\n");
	check_look(&card, MIXER_STATE_OFF, "");
	assert_false(dock->access & SNDRV_CTL_ELEM_ACCESS_LOCK);
	assert_int_equal(mixer_card_hold(&card, true, &saved, path), 0);
	assert_true(dock->access & SNDRV_CTL_ELEM_ACCESS_LOCK);
	assert_false(capture->access & SNDRV_CTL_ELEM_ACCESS_LOCK);
	assert_int_equal(kernel.writes, 2);
	assert_int_equal(mixer_card_release(&card, true, &saved, path), 0);
	assert_false(dock->access & SNDRV_CTL_ELEM_ACCESS_LOCK);
	assert_int_equal(capture->value[0], 1);
	assert_int_equal(capture->value[1], 0);
	assert_int_equal(dock->value[0], 1);
	check_saved(NULL);
	mixer_card_close(&card);
}

static void test_locked(void **state)
{
	struct mixer_card card;

	(void)state;
	add_switch("Dock Capture Switch", 1, 1);
	open_card(&card);
	assert_int_equal(mixer_card_hold(&card, true, &saved, path), 0);
	check_look(&card, MIXER_STATE_LOCKED, "");
	mixer_card_close(&card);
	kernel.count = 0;
	open_card(&card);
	check_look(&card, MIXER_STATE_NONE, "");
	assert_int_equal(mixer_card_hold(&card, true, &saved, path), 0);
	mixer_card_close(&card);
}

/* What is moved during a mute is put back, and is not what the user had. */
static void test_moved(void **state)
{
	struct element *element = add_switch("Capture Switch", 2, 1);
	struct mixer_card card;

	(void)state;
	element->value[1] = 0;
	open_card(&card);
	assert_int_equal(mixer_card_hold(&card, false, &saved, path), 0);
	element->value[0] = element->value[1] = 1;
	check_look(&card, MIXER_STATE_ON, "PCH: Capture Switch is on");
	assert_int_equal(mixer_card_hold(&card, false, &saved, path), 1);
	assert_int_equal(element->value[0], 0);
	check_saved("PCH 2,0,0,0 1,0 Capture Switch\n");
	assert_int_equal(mixer_card_release(&card, true, &saved, path), 0);
	assert_int_equal(element->value[1], 0);
	assert_int_equal(element->value[0], 1);
	mixer_card_close(&card);
}

/* Killed while muted: what is off now is not what the user had; what is on is. */
static void test_after_kill(void **state)
{
	struct element *off = add_switch("Mic Capture Switch", 2, 0);
	struct element *on = add_switch("Line Capture Switch", 2, 1);
	struct mixer_card card;

	(void)state;
	write_saved("PCH 2,0,0,0 0,1 Mic Capture Switch\nPCH 2,0,0,0 0,1 Line Capture Switch\n"
		    "Gone 2,0,0,0 1 Capture Switch\n");
	assert_int_equal(saved_load(path, &saved), 0);
	open_card(&card);
	assert_int_equal(mixer_card_hold(&card, false, &saved, path), 0);
	check_saved("PCH 2,0,0,0 0,1 Mic Capture Switch\nPCH 2,0,0,0 1,1 Line Capture Switch\n"
		    "Gone 2,0,0,0 1 Capture Switch\n");
	assert_int_equal(mixer_card_release(&card, true, &saved, path), 0);
	assert_int_equal(off->value[0], 0);
	assert_int_equal(off->value[1], 1);
	assert_int_equal(on->value[0], 1);
	check_saved("Gone 2,0,0,0 1 Capture Switch\n");
	mixer_card_close(&card);
}

/* At the end of the daemon all is given back, and remembered. */
static void test_release_at_end(void **state)
{
	struct element *element = add_switch("Mic Capture Switch", 1, 1);
	struct mixer_card card;

	(void)state;
	open_card(&card);
	assert_int_equal(mixer_card_hold(&card, true, &saved, path), 0);
	assert_int_equal(mixer_card_release(&card, false, &saved, path), 0);
	assert_int_equal(element->value[0], 1);
	assert_false(element->access & SNDRV_CTL_ELEM_ACCESS_LOCK);
	check_saved("PCH 2,0,0,0 1 Mic Capture Switch\n");
	mixer_card_close(&card);
}

/* Moved since: that is the user's newest wish. */
static void test_release_moved(void **state)
{
	struct element *element = add_switch("Mic Capture Switch", 2, 1);
	struct mixer_card card;

	(void)state;
	element->value[1] = 0;
	open_card(&card);
	assert_int_equal(mixer_card_hold(&card, false, &saved, path), 0);
	element->value[1] = 1;
	assert_int_equal(mixer_card_release(&card, true, &saved, path), 0);
	assert_int_equal(element->value[0], 0);
	assert_int_equal(element->value[1], 1);
	check_saved(NULL);
	mixer_card_close(&card);
}

static void test_cannot_be_saved(void **state)
{
	struct element *element = add_switch("Mic Capture Switch", 1, 1);
	struct mixer_card card;
	struct mixer_look look;

	(void)state;
	open_card(&card);
	assert_true(mixer_card_hold(&card, true, &saved, "/nowhere/switches") < 0);
	assert_int_equal(element->value[0], 1);
	assert_int_equal(kernel.writes, 0);
	assert_string_not_equal(card.failure, "");
	assert_int_equal(mixer_card_hold(&card, true, &saved, path), 0);
	assert_string_equal(card.failure, "");
	mixer_card_look(&card, &look);
	assert_int_equal(look.state, MIXER_STATE_LOCKED);
	mixer_card_close(&card);
}

static void test_cannot_be_written(void **state)
{
	struct element *element = add_switch("Mic Capture Switch", 1, 1);
	struct mixer_card card;

	(void)state;
	open_card(&card);
	kernel.write_error = EIO;
	assert_int_equal(mixer_card_hold(&card, true, &saved, path), -EIO);
	check_look(&card, MIXER_STATE_ON, "PCH: Mic Capture Switch is on");
	kernel.write_error = 0;
	assert_int_equal(mixer_card_hold(&card, true, &saved, path), 0);
	kernel.write_error = EIO;
	assert_int_equal(mixer_card_release(&card, true, &saved, path), -EIO);
	check_saved("PCH 2,0,0,0 1 Mic Capture Switch\n");
	kernel.write_error = 0;
	assert_int_equal(mixer_card_release(&card, true, &saved, path), 0);
	assert_int_equal(element->value[0], 1);
	check_saved(NULL);
	mixer_card_close(&card);
}

static void test_locked_by_another(void **state)
{
	struct element *element = add_switch("Mic Capture Switch", 1, 0);
	struct mixer_card card;

	(void)state;
	element->foreign = true;
	open_card(&card);
	assert_int_equal(mixer_card_hold(&card, true, &saved, path), 0);
	check_look(&card, MIXER_STATE_OFF, "PCH: Mic Capture Switch is locked by somebody else");
	element->value[0] = 1;
	assert_int_equal(mixer_card_hold(&card, true, &saved, path), -EPERM);
	kernel.gone = true;
	assert_int_equal(mixer_card_hold(&card, true, &saved, path), -ENODEV);
	mixer_card_close(&card);
}

static void send_event(int fd, unsigned mask, const char *name)
{
	struct snd_ctl_event event = { .type = SNDRV_CTL_EVENT_ELEM };

	event.data.elem.mask = mask;
	snprintf((char *)event.data.elem.id.name, sizeof(event.data.elem.id.name), "%s", name);
	assert_int_equal(write(fd, &event, sizeof(event)), sizeof(event));
}

static void test_events(void **state)
{
	struct mixer_card card;
	int ends[2];

	(void)state;
	open_card(&card);
	assert_int_equal(pipe2(ends, O_NONBLOCK | O_CLOEXEC), 0);
	assert_int_equal(dup2(ends[0], card.fd), card.fd);
	assert_int_equal(mixer_card_take_events(&card), 0);
	send_event(ends[1], SNDRV_CTL_EVENT_MASK_VALUE, "Capture Volume");
	assert_int_equal(mixer_card_take_events(&card), 0);
	send_event(ends[1], SNDRV_CTL_EVENT_MASK_VALUE, "Capture Switch");
	send_event(ends[1], SNDRV_CTL_EVENT_MASK_VALUE, "Capture Volume");
	assert_int_equal(mixer_card_take_events(&card), 1);
	assert_int_equal(card.count, 0);
	add_switch("Mic Capture Switch", 1, 1);
	send_event(ends[1], SNDRV_CTL_EVENT_MASK_ADD, "Mic Capture Switch");
	assert_int_equal(mixer_card_take_events(&card), 1);
	assert_true(card.count == 1 && card.list[0].alone);
	add("Mic Capture Volume", SNDRV_CTL_ELEM_TYPE_INTEGER, 1, 3);
	send_event(ends[1], SNDRV_CTL_EVENT_MASK_ADD, "Mic Capture Volume");
	assert_int_equal(mixer_card_take_events(&card), 1);
	assert_true(card.count == 1 && !card.list[0].alone);
	kernel.count = 0;
	send_event(ends[1], SNDRV_CTL_EVENT_MASK_REMOVE, "Mic Capture Switch");
	assert_int_equal(mixer_card_take_events(&card), 1);
	assert_int_equal(card.count, 0);
	close(ends[0]);
	close(ends[1]);
	mixer_card_close(&card);
	assert_int_equal(card.fd, -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_finds, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_file, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_file_damaged, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_file_not_to_be_had, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_file_full, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_card, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_locked, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_moved, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_after_kill, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_release_at_end, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_release_moved, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_cannot_be_saved, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_cannot_be_written, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_locked_by_another, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_events, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("switches", tests, NULL, NULL);
}
