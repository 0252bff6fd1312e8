/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Fuzzes a substream: the input is a program of ioctls, transfers, polls and
 * passing time, of a 64-bit program or a 32-bit one; its arguments are the
 * input's bytes. Checked besides the sanitizers: pointers stay in order, counts
 * stay within what was asked, answers within the memory that they are for.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include "../../driver/compat.h"
#include "../../driver/pcm.h"

static const uint32_t commands[] = {
	SNDRV_PCM_IOCTL_SYNC_PTR, SNDRV_PCM_IOCTL_STATUS, SNDRV_PCM_IOCTL_STATUS_EXT,
	SNDRV_PCM_IOCTL_DELAY, SNDRV_PCM_IOCTL_HWSYNC, SNDRV_PCM_IOCTL_INFO,
	SNDRV_PCM_IOCTL_PVERSION, SNDRV_PCM_IOCTL_TSTAMP, SNDRV_PCM_IOCTL_TTSTAMP,
	SNDRV_PCM_IOCTL_USER_PVERSION, SNDRV_PCM_IOCTL_HW_REFINE, SNDRV_PCM_IOCTL_HW_PARAMS,
	SNDRV_PCM_IOCTL_HW_FREE, SNDRV_PCM_IOCTL_SW_PARAMS, SNDRV_PCM_IOCTL_CHANNEL_INFO,
	SNDRV_PCM_IOCTL_PREPARE, SNDRV_PCM_IOCTL_RESET, SNDRV_PCM_IOCTL_START,
	SNDRV_PCM_IOCTL_DROP, SNDRV_PCM_IOCTL_DRAIN, SNDRV_PCM_IOCTL_PAUSE,
	SNDRV_PCM_IOCTL_REWIND, SNDRV_PCM_IOCTL_FORWARD, SNDRV_PCM_IOCTL_RESUME,
	SNDRV_PCM_IOCTL_XRUN, SNDRV_PCM_IOCTL_LINK, SNDRV_PCM_IOCTL_UNLINK,
};

static const uint32_t compat_commands[] = {
	COMPAT_SYNC_PTR_TIME32, COMPAT_SYNC_PTR_TIME64, COMPAT_STATUS_TIME32, COMPAT_STATUS_TIME64,
	COMPAT_STATUS_EXT_TIME32, COMPAT_STATUS_EXT_TIME64, COMPAT_DELAY, COMPAT_HW_REFINE,
	COMPAT_HW_PARAMS, COMPAT_SW_PARAMS, COMPAT_CHANNEL_INFO, COMPAT_REWIND, COMPAT_FORWARD,
	SNDRV_PCM_IOCTL_CHANNEL_INFO, SNDRV_PCM_IOCTL_PREPARE, SNDRV_PCM_IOCTL_START,
	SNDRV_PCM_IOCTL_DROP, SNDRV_PCM_IOCTL_PAUSE, SNDRV_PCM_IOCTL_HW_FREE,
	SNDRV_PCM_IOCTL_INFO, SNDRV_PCM_IOCTL_TTSTAMP,
};

struct input {
	const uint8_t *data;
	size_t left;
};

static void take(struct input *input, void *out, size_t size)
{
	size_t n = size < input->left ? size : input->left;

	memset(out, 0, size);
	if (n)
		memcpy(out, input->data, n);
	input->data += n;
	input->left -= n;
}

static uint8_t byte(struct input *input)
{
	uint8_t value;

	take(input, &value, 1);
	return value;
}

/* Arguments near to valid ones are found sooner: begin with those, then change some bytes. */
static void make_argument(struct input *input, const struct pcm_shape *shape, bool compat,
			  uint8_t *arg)
{
	uint8_t changes = byte(input);

	memset(arg, 0, PCM_ARG_MAX);
	/* which a 32-bit program's begin with */
	if (shape->command == SNDRV_PCM_IOCTL_HW_PARAMS || shape->command == SNDRV_PCM_IOCTL_HW_REFINE)
		params_any((struct snd_pcm_hw_params *)arg);
	if (shape->command == SNDRV_PCM_IOCTL_SW_PARAMS && compat) {
		struct compat_sw_params *sw = (struct compat_sw_params *)arg;

		sw->avail_min = 1;
		sw->stop_threshold = 1u << byte(input) % 20;
		sw->start_threshold = byte(input);
	} else if (shape->command == SNDRV_PCM_IOCTL_SW_PARAMS) {
		struct snd_pcm_sw_params *sw = (struct snd_pcm_sw_params *)arg;

		sw->avail_min = 1;
		sw->stop_threshold = 1 << byte(input) % 20;
		sw->start_threshold = byte(input);
	}
	if (changes == 255) {
		take(input, arg, shape->in);
		return;
	}
	for (; changes > 0 && input->left; changes--) {
		uint16_t at;

		take(input, &at, sizeof at);
		arg[at % PCM_ARG_MAX] = byte(input);
	}
}

static void ask(struct pcm *pcm, const struct pcm_context *context, uint32_t command, bool value,
		struct input *input)
{
	_Alignas(16) uint8_t arg[PCM_ARG_MAX];

	make_argument(input, pcm_shape(command), false, arg);
	pcm_ioctl(pcm, context, command, value, arg);
}

/* What lies behind its argument is another program's. */
static void ask_compat(struct pcm *pcm, const struct pcm_context *context, uint32_t command,
		       bool value, struct input *input)
{
	const struct pcm_shape *shape = compat_shape(command);
	size_t bytes = shape->in > shape->out ? shape->in : shape->out;
	_Alignas(16) uint8_t arg[PCM_ARG_MAX], before[PCM_ARG_MAX];
	int err;

	make_argument(input, shape, true, arg);
	memcpy(before, arg, sizeof before);
	err = compat_ioctl(pcm, context, command, value, arg);
	if (memcmp(arg + bytes, before + bytes, sizeof arg - bytes) != 0)
		abort();
	if (!err && command == COMPAT_HW_PARAMS && pcm->boundary > INT32_MAX)
		abort();
}

static void transfer(struct pcm *pcm, const struct pcm_context *context, struct input *input)
{
	static uint8_t out[1 << 20];
	uint64_t wanted = (uint64_t)byte(input) << byte(input) % 8, silent;
	long frames = byte(input) & 1 ? pcm_transfer(pcm, context, wanted)
				      : pcm_transfer_some(pcm, context, wanted);

	if (frames <= 0)
		return;
	if ((uint64_t)frames > wanted || (pcm->hw >= pcm->appl && frames > pcm->hw - pcm->appl))
		abort();
	if ((uint64_t)frames * pcm->frame_bytes > sizeof out)
		frames = (long)(sizeof out / pcm->frame_bytes);
	if (pcm_copy(pcm, context, (uint64_t)frames, out, &silent) == 0)
		pcm_consume(pcm, (uint64_t)frames, silent);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct link_twin twin = { .card = 1, .id = "fuzz", .name = "fuzz" };
	struct input input = { data, size };
	struct clock clock = { 0 };
	struct pcm_context context = {
		.clock = &clock, .twin = &twin,
		.limits = {
			.formats = 1ull << SNDRV_PCM_FORMAT_S16_LE | 1ull << SNDRV_PCM_FORMAT_S24_3LE |
				   1ull << SNDRV_PCM_FORMAT_FLOAT_LE,
			.access = 1u << SNDRV_PCM_ACCESS_RW_INTERLEAVED |
				  1u << SNDRV_PCM_ACCESS_RW_NONINTERLEAVED,
			.info = SNDRV_PCM_INFO_INTERLEAVED | SNDRV_PCM_INFO_PAUSE,
			.channels_min = 1, .channels_max = 8, .rate_min = 8000, .rate_max = 192000,
			.period_bytes_min = 64, .period_bytes_max = 131072,
			.periods_min = 2, .periods_max = 1024, .buffer_bytes_max = 262144,
		},
	};
	struct pcm pcm;

	pcm_open(&pcm);
	while (input.left) {
		uint8_t step = byte(&input);
		uint32_t command = commands[step % (sizeof commands / sizeof *commands)];
		uint32_t narrow = compat_commands[step % (sizeof compat_commands /
							  sizeof *compat_commands)];

		if (step >= 240) {
			transfer(&pcm, &context, &input);
		} else if (step >= 220) {
			context.now += (int64_t)byte(&input) * 1000000;
			clock_advance(&clock, NULL, context.now);
			pcm_poll(&pcm, &context);
			pcm_when(&pcm, &context, step - 220u);
		} else {
			context.asleep = step == 219;
			if (step >= 130)
				ask_compat(&pcm, &context, narrow, byte(&input) & 1, &input);
			else
				ask(&pcm, &context, command, byte(&input) & 1, &input);
			if (pcm.rate && clock.rate != pcm.rate)
				clock_start(&clock, pcm.rate, 100, context.now);
		}
		if (pcm.state > SNDRV_PCM_STATE_SUSPENDED)
			abort();
	}
	return 0;
}
