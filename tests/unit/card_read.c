/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names from /proc/asound, limits from the PCM; /dev/null stands in for the node. */
// links: daemon/card_read
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sound/asound.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "../../daemon/card.h"

static char root[64];
static int refine_errno;

/* The kernel: narrows what was left open, refuses what was not. */
int ioctl(int fd, unsigned long request, ...)
{
	struct snd_pcm_hw_params *params;
	va_list arguments;

	(void)fd;
	va_start(arguments, request);
	params = va_arg(arguments, void *);
	va_end(arguments);
	if (request != SNDRV_PCM_IOCTL_HW_REFINE || refine_errno) {
		errno = refine_errno ? refine_errno : ENOTTY;
		return -1;
	}
	for (size_t i = 0; i < sizeof(params->intervals) / sizeof(params->intervals[0]); i++) {
		assert_int_equal(params->intervals[i].min, 0);
		assert_true(params->intervals[i].max == UINT32_MAX);
	}
	params->masks[SNDRV_PCM_HW_PARAM_FORMAT].bits[0] &= 1u << 2 | 1u << 10;
	params->masks[SNDRV_PCM_HW_PARAM_FORMAT].bits[1] &= 1;
	params->intervals[SNDRV_PCM_HW_PARAM_CHANNELS - SNDRV_PCM_HW_PARAM_FIRST_INTERVAL].min = 2;
	params->intervals[SNDRV_PCM_HW_PARAM_CHANNELS - SNDRV_PCM_HW_PARAM_FIRST_INTERVAL].max = 4;
	params->intervals[SNDRV_PCM_HW_PARAM_RATE - SNDRV_PCM_HW_PARAM_FIRST_INTERVAL].min = 44100;
	params->intervals[SNDRV_PCM_HW_PARAM_RATE - SNDRV_PCM_HW_PARAM_FIRST_INTERVAL].max = 192000;
	return 0;
}

static void write_file(const char *name, const char *text)
{
	char path[256];
	FILE *file;

	snprintf(path, sizeof(path), "%s%s", root, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static int make_root(void **state)
{
	char command[512];

	(void)state;
	strcpy(root, "/tmp/hardmute-card-XXXXXX");
	if (!mkdtemp(root))
		return -1;
	snprintf(command, sizeof(command),
		 "mkdir -p %s/dev/snd %s/proc/asound/card1/pcm0c && ln -s /dev/null %s/dev/snd/pcmC1D0c",
		 root, root, root);
	if (system(command))
		return -1;
	write_file("/proc/asound/cards",
		   " 0 [Other          ]: HDA-Intel - Other card\n"
		   "                      Other card at 0xf7f10000 irq 33\n"
		   " 1 [Loopback       ]: Loopback - HDA - with a dash\n"
		   "                      Loopback 1\n");
	write_file("/proc/asound/card1/pcm0c/info",
		   "card: 1\ndevice: 0\nsubdevice: 0\nstream: CAPTURE\nid: Loopback PCM\n"
		   "name: Loopback PCM\nsubname: subdevice #0\nclass: 0\nsubclass: 0\n");
	return 0;
}

static int remove_root(void **state)
{
	char command[128];

	(void)state;
	snprintf(command, sizeof(command), "rm -r %s", root);
	return system(command);
}

static void test_all_is_known(void **state)
{
	struct card_mic mic = { 0 };

	(void)state;
	refine_errno = 0;
	assert_int_equal(card_read(root, 1, 0, makedev(1, 3), &mic), 0);
	assert_int_equal(mic.card, 1);
	assert_int_equal(mic.device, 0);
	assert_string_equal(mic.card_id, "Loopback");
	assert_string_equal(mic.card_name, "HDA - with a dash");
	assert_string_equal(mic.pcm_id, "Loopback PCM");
	assert_string_equal(mic.pcm_name, "Loopback PCM");
	assert_string_equal(mic.subname, "subdevice #0");
	assert_int_equal(mic.channels_min, 2);
	assert_int_equal(mic.channels_max, 4);
	assert_int_equal(mic.rate_min, 44100);
	assert_int_equal(mic.rate_max, 192000);
	assert_true(mic.formats == (1u << 2 | 1u << 10 | 1ull << 32));
}

static void test_not_our_node(void **state)
{
	struct card_mic mic = { 0 };

	(void)state;
	assert_int_equal(card_read(root, 1, 0, makedev(116, 3), &mic), -ENXIO);
	assert_int_equal(card_read(root, 1, 7, makedev(1, 3), &mic), -ENOENT);
	assert_int_equal(mic.rate_max, 0);
}

static void test_limits_refused(void **state)
{
	struct card_mic mic = { 0 };

	(void)state;
	refine_errno = EIO;
	assert_int_equal(card_read(root, 1, 0, makedev(1, 3), &mic), -EIO);
	assert_int_equal(mic.rate_max, 0);
	refine_errno = 0;
}

static void test_no_proc(void **state)
{
	struct card_mic mic = { 0 };

	(void)state;
	assert_int_equal(card_read(root, 3, 0, makedev(1, 3), &mic), -ENOENT);
	assert_string_equal(mic.card_name, "card 3");
	assert_string_equal(mic.pcm_id, "");
}

static void test_long_names(void **state)
{
	struct card_mic mic = { 0 };
	char text[200];

	(void)state;
	memset(text, 'n', sizeof(text));
	memcpy(text, "name: ", 6);
	strcpy(text + 150, "\n");
	write_file("/proc/asound/card1/pcm0c/info", text);
	assert_int_equal(card_read(root, 1, 0, makedev(1, 3), &mic), 0);
	assert_int_equal(strlen(mic.pcm_name), sizeof(mic.pcm_name) - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_is_known),
		cmocka_unit_test(test_not_our_node),
		cmocka_unit_test(test_limits_refused),
		cmocka_unit_test(test_no_proc),
		cmocka_unit_test(test_long_names),
	};

	return cmocka_run_group_tests_name("card_read", tests, make_root, remove_root);
}
