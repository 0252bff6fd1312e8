/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The capture switches behind a control node, with raw ioctls: alsa-lib's
 * configuration would cost more memory than all the rest. Any thread; a slow
 * card makes every call here slow.
 */
#include "switches.h"

#include <errno.h>
#include <sound/asound.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#define SUFFIX " Capture Switch"
#define ELEMENTS_MAX 4096
#define VALUES_MAX 64

static int call(int fd, unsigned long request, void *argument)
{
	return ioctl(fd, request, argument) < 0 ? -errno : 0;
}

int switches_read_card_id(int fd, char id[CARD_ID_BYTES])
{
	struct snd_ctl_card_info info = { 0 };
	int error = call(fd, SNDRV_CTL_IOCTL_CARD_INFO, &info);

	if (!error)
		snprintf(id, CARD_ID_BYTES, "%.15s", (const char *)info.id);
	return error;
}

/* "Capture Switch" itself has no word before it. */
bool switches_is_name(const char *name)
{
	size_t length = strlen(name), suffix = strlen(SUFFIX);

	return !strcmp(name, &SUFFIX[1]) ||
	       (length > suffix && !strcmp(name + length - suffix, SUFFIX));
}

/* Length of the name that alsa-lib's simple mixer gives to an element. */
static size_t measure_base(const char *name)
{
	static const char *const suffixes[] = {
		" Playback Enum", " Playback Switch", " Playback Route", " Playback Volume",
		" Capture Enum", " Capture Switch", " Capture Route", " Capture Volume",
		" Enum", " Switch", " Route", " Volume",
	};
	size_t length = strlen(name);

	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		size_t suffix = strlen(suffixes[i]);

		if (length > suffix && !strcmp(name + length - suffix, suffixes[i]))
			return length - suffix;
	}
	return length;
}

static const char *get_name(const struct snd_ctl_elem_id *id)
{
	return (const char *)id->name;
}

static bool shares_name(const struct snd_ctl_elem_id *a, const struct snd_ctl_elem_id *b)
{
	size_t length = measure_base(get_name(a));

	return a->iface == b->iface && a->index == b->index &&
	       measure_base(get_name(b)) == length && !strncmp(get_name(a), get_name(b), length);
}

static bool is_alone(const struct snd_ctl_elem_id *ids, unsigned count, unsigned which)
{
	for (unsigned i = 0; i < count; i++)
		if (i != which && shares_name(&ids[i], &ids[which]))
			return false;
	return true;
}

/* All elements of the card. *ids is the caller's to free. Their number or -errno. */
static int list_elements(int fd, struct snd_ctl_elem_id **ids)
{
	struct snd_ctl_elem_list list = { 0 };
	int error = call(fd, SNDRV_CTL_IOCTL_ELEM_LIST, &list);

	*ids = NULL;
	if (error || !list.count)
		return error;
	if (list.count > ELEMENTS_MAX)
		return -E2BIG;
	list.space = list.count;
	list.pids = calloc(list.space, sizeof(*list.pids));
	if (!list.pids)
		return -ENOMEM;
	error = call(fd, SNDRV_CTL_IOCTL_ELEM_LIST, &list);
	if (error) {
		free(list.pids);
		return error;
	}
	for (unsigned i = 0; i < list.used; i++)
		list.pids[i].name[sizeof(list.pids[i].name) - 1] = '\0';
	*ids = list.pids;
	return (int)list.used;
}

/* Programs can add elements, and name them as they like. */
static bool is_printable(const char *name)
{
	for (; *name; name++)
		if ((unsigned char)*name < ' ' || *name == 0x7f)
			return false;
	return true;
}

static bool is_usable(int fd, const struct snd_ctl_elem_id *id, struct capture_switch *element)
{
	const unsigned both = SNDRV_CTL_ELEM_ACCESS_READWRITE;
	struct snd_ctl_elem_info info = { .id = *id };

	if (id->iface != SNDRV_CTL_ELEM_IFACE_MIXER || !switches_is_name(get_name(id)) ||
	    !is_printable(get_name(id)) || call(fd, SNDRV_CTL_IOCTL_ELEM_INFO, &info) ||
	    info.type != SNDRV_CTL_ELEM_TYPE_BOOLEAN || (info.access & both) != both ||
	    !info.count || info.count > VALUES_MAX)
		return false;
	*element = (struct capture_switch){ .numid = id->numid, .device = id->device,
					    .subdevice = id->subdevice, .index = id->index,
					    .count = info.count };
	snprintf(element->name, sizeof(element->name), "%s", get_name(id));
	return true;
}

int switches_find(int fd, struct capture_switch *found, unsigned max)
{
	struct snd_ctl_elem_id *ids;
	int total = list_elements(fd, &ids);
	unsigned count = 0;

	for (int i = 0; ids && i < total && count < max; i++) {
		if (!is_usable(fd, &ids[i], &found[count]))
			continue;
		found[count].alone = is_alone(ids, (unsigned)total, (unsigned)i);
		count++;
	}
	free(ids);
	return total < 0 ? total : (int)count;
}

static struct snd_ctl_elem_id make_id(const struct capture_switch *element)
{
	struct snd_ctl_elem_id id = { .iface = SNDRV_CTL_ELEM_IFACE_MIXER,
				      .device = element->device,
				      .subdevice = element->subdevice, .index = element->index };

	memcpy(id.name, element->name, sizeof(id.name));
	return id;
}

/* By its whole id, not by number: what was found before may have gone and come since. */
int switch_look(int fd, const struct capture_switch *element, struct switch_look *look)
{
	struct snd_ctl_elem_info info = { .id = make_id(element) };
	struct snd_ctl_elem_value value = { .id = info.id };
	int error = call(fd, SNDRV_CTL_IOCTL_ELEM_INFO, &info);

	if (!error)
		error = call(fd, SNDRV_CTL_IOCTL_ELEM_READ, &value);
	if (error)
		return error;
	*look = (struct switch_look){ .locked = info.access & SNDRV_CTL_ELEM_ACCESS_LOCK,
				      .ours = info.access & SNDRV_CTL_ELEM_ACCESS_OWNER };
	for (unsigned i = 0; i < element->count; i++)
		look->on |= (uint64_t)!!value.value.integer.value[i] << i;
	return 0;
}

int switch_write(int fd, const struct capture_switch *element, uint64_t on)
{
	struct snd_ctl_elem_value value = { .id = make_id(element) };

	for (unsigned i = 0; i < element->count; i++)
		value.value.integer.value[i] = on >> i & 1;
	return call(fd, SNDRV_CTL_IOCTL_ELEM_WRITE, &value);
}

int switch_lock(int fd, const struct capture_switch *element)
{
	struct snd_ctl_elem_id id = make_id(element);

	return call(fd, SNDRV_CTL_IOCTL_ELEM_LOCK, &id);
}

int switch_unlock(int fd, const struct capture_switch *element)
{
	struct snd_ctl_elem_id id = make_id(element);

	return call(fd, SNDRV_CTL_IOCTL_ELEM_UNLOCK, &id);
}

static int restore_one(int fd, const struct saved_switch *entry,
		       const struct capture_switch *element)
{
	struct switch_look look;
	int error = switch_look(fd, element, &look);

	if (!error && !look.on && entry->on)
		error = switch_write(fd, element, entry->on);
	return error;
}

int switches_restore(int fd, const char *card_id, struct saved *saved, bool forget)
{
	struct capture_switch found[SWITCHES_MAX];
	int count = switches_find(fd, found, SWITCHES_MAX), first = count < 0 ? count : 0;

	for (int i = 0; i < count; i++) {
		struct saved_switch *entry = saved_find(saved, card_id, &found[i]);
		int error = entry ? restore_one(fd, entry, &found[i]) : 0;

		if (entry && !error && forget)
			saved_drop(saved, entry);
		if (!first)
			first = error;
	}
	return first;
}
