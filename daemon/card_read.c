/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the kernel says about one capture device. The control node is not used:
 * udev may still hold it back when the microphone appears. Names come from
 * /proc/asound, limits from a moment's look at the PCM itself, without
 * alsa-lib (whose configuration would cost more memory than all the rest).
 */
#include "card.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sound/asound.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_BYTES 128

static void copy_text(char *to, size_t size, const char *from, size_t length)
{
	if (length > size - 1)
		length = size - 1;
	memcpy(to, from, length);
	to[length] = '\0';
}

/* The rest of the line that begins with "name: ". */
static void take_field(const char *line, const char *name, char *to, size_t size)
{
	size_t length = strlen(name);

	if (!strncmp(line, name, length) && !strncmp(line + length, ": ", 2))
		copy_text(to, size, line + length + 2, strcspn(line + length + 2, "\n"));
}

static void read_pcm_names(const char *root, struct card_mic *mic)
{
	char path[PATH_BYTES], line[160];
	FILE *file;

	snprintf(path, sizeof(path), "%s/proc/asound/card%u/pcm%uc/info", root, mic->card,
		 mic->device);
	file = fopen(path, "re");
	if (!file)
		return;
	while (fgets(line, sizeof(line), file)) {
		take_field(line, "id", mic->pcm_id, sizeof(mic->pcm_id));
		take_field(line, "name", mic->pcm_name, sizeof(mic->pcm_name));
		take_field(line, "subname", mic->subname, sizeof(mic->subname));
	}
	fclose(file);
}

/* " 0 [PCH            ]: HDA-Intel - HDA Intel PCH" */
static bool parse_card_line(const char *line, struct card_mic *mic)
{
	unsigned card;
	const char *id = strchr(line, '['), *end, *name;

	if (!id || sscanf(line, "%u", &card) != 1 || card != mic->card)
		return false;
	end = strchr(id, ']');
	name = end ? strstr(end, " - ") : NULL;
	if (!name)
		return false;
	copy_text(mic->card_id, sizeof(mic->card_id), id + 1, strcspn(id + 1, " ]"));
	copy_text(mic->card_name, sizeof(mic->card_name), name + 3, strcspn(name + 3, "\n"));
	return true;
}

static void read_card_names(const char *root, struct card_mic *mic)
{
	char path[PATH_BYTES], line[256];
	FILE *file;

	snprintf(mic->card_id, sizeof(mic->card_id), "%u", mic->card);
	snprintf(mic->card_name, sizeof(mic->card_name), "card %u", mic->card);
	snprintf(path, sizeof(path), "%s/proc/asound/cards", root);
	file = fopen(path, "re");
	if (!file)
		return;
	while (fgets(line, sizeof(line), file))
		if (parse_card_line(line, mic))
			break;
	fclose(file);
}

static const struct snd_interval *get_interval(const struct snd_pcm_hw_params *params, int name)
{
	return &params->intervals[name - SNDRV_PCM_HW_PARAM_FIRST_INTERVAL];
}

static int read_limits(int fd, struct card_mic *mic)
{
	struct snd_pcm_hw_params params = { .rmask = ~0u, .info = ~0u };
	const struct snd_mask *formats =
		&params.masks[SNDRV_PCM_HW_PARAM_FORMAT - SNDRV_PCM_HW_PARAM_FIRST_MASK];

	memset(params.masks, 0xff, sizeof(params.masks));
	for (size_t i = 0; i < sizeof(params.intervals) / sizeof(params.intervals[0]); i++)
		params.intervals[i].max = ~0u;
	if (ioctl(fd, SNDRV_PCM_IOCTL_HW_REFINE, &params) < 0)
		return -errno;
	mic->channels_min = get_interval(&params, SNDRV_PCM_HW_PARAM_CHANNELS)->min;
	mic->channels_max = get_interval(&params, SNDRV_PCM_HW_PARAM_CHANNELS)->max;
	mic->rate_min = get_interval(&params, SNDRV_PCM_HW_PARAM_RATE)->min;
	mic->rate_max = get_interval(&params, SNDRV_PCM_HW_PARAM_RATE)->max;
	mic->formats = formats->bits[0] | (uint64_t)formats->bits[1] << 32;
	return 0;
}

/* Where /proc has no names (CONFIG_SND_VERBOSE_PROCFS is off). */
static void ask_pcm_names(int fd, struct card_mic *mic)
{
	struct snd_pcm_info info = { 0 };

	if (mic->pcm_id[0] || ioctl(fd, SNDRV_PCM_IOCTL_INFO, &info) < 0)
		return;
	copy_text(mic->pcm_id, sizeof(mic->pcm_id), (char *)info.id,
		  strnlen((char *)info.id, sizeof(info.id)));
	copy_text(mic->pcm_name, sizeof(mic->pcm_name), (char *)info.name,
		  strnlen((char *)info.name, sizeof(info.name)));
	copy_text(mic->subname, sizeof(mic->subname), (char *)info.subname,
		  strnlen((char *)info.subname, sizeof(info.subname)));
}

static bool is_node(const struct stat *node, dev_t devnum)
{
	return S_ISCHR(node->st_mode) && node->st_rdev == devnum;
}

int card_read(const char *root, unsigned card, unsigned device, dev_t devnum,
	      struct card_mic *mic)
{
	char path[PATH_BYTES];
	struct stat node;
	int fd, error;

	mic->card = card;
	mic->device = device;
	read_card_names(root, mic);
	read_pcm_names(root, mic);

	snprintf(path, sizeof(path), "%s/dev/snd/pcmC%uD%uc", root, card, device);
	/* Before open: a twin would have to be answered by our own driver. */
	if (stat(path, &node) < 0)
		return -errno;
	if (!is_node(&node, devnum))
		return -ENXIO;
	fd = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return errno == EAGAIN ? -EBUSY : -errno;
	if (fstat(fd, &node) < 0 || !is_node(&node, devnum)) {
		close(fd);
		return -ENXIO;
	}
	ask_pcm_names(fd, mic);
	error = read_limits(fd, mic);
	close(fd);
	return error;
}
