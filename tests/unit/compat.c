/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * 32-bit programs' ioctls: what the stream machine is asked, and what they find in their memory.
 * The machine is a fake here. Offsets and numbers are those that gcc -m32 gives <sound/asound.h>.
 */
// links: driver/compat
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>

#include <cmocka.h>

#include "../../driver/compat.h"

_Static_assert(sizeof(struct compat_hw_params) == 0x25c, "as in 0xc25c4111");
_Static_assert(sizeof(struct compat_sw_params) == 0x68, "as in 0xc0684113");
_Static_assert(sizeof(struct compat_status32) == 0x6c, "as in 0x806c4120");
_Static_assert(sizeof(struct compat_status64) == 0x80, "as in 0x80804120");
_Static_assert(sizeof(struct compat_sync_ptr32) == 0x84, "as in 0xc0844123");
_Static_assert(sizeof(struct compat_sync_ptr64) == 0x88, "as in 0xc0884123");
_Static_assert(sizeof(struct compat_channel_info) == 0x10, "as in 0x80104132");
_Static_assert(sizeof(struct compat_xfer) == 0x0c, "as in 0x800c4151");

#define BUFFER 1920
#define BOUNDARY32 0x78000000u	/* 1920 doubled as long as it and a buffer fit 31 bits */
#define BOUNDARY64 0x7800000000000000ull

static struct pcm pcm;
static struct pcm_context context;
static _Alignas(16) uint8_t memory[PCM_ARG_MAX];	/* the program's */

/* ---- the machine ---- */

static uint32_t asked_command;
static uint64_t asked_value;
static void *asked_memory;
static union {
	uint8_t bytes[PCM_ARG_MAX];
	struct snd_pcm_hw_params hw;
	struct snd_pcm_sw_params sw;
	struct snd_pcm_status status;
	struct snd_pcm_sync_ptr sync;
	struct snd_pcm_channel_info channel;
	long frames;
} asked, answer;
static size_t answer_bytes;
static int result;

int pcm_ioctl(struct pcm *p, const struct pcm_context *c, uint32_t command, uint64_t value,
	      void *arg)
{
	assert_ptr_equal(p, &pcm);
	assert_ptr_equal(c, &context);
	asked_command = command;
	asked_value = value;
	asked_memory = arg;
	memcpy(asked.bytes, arg, sizeof asked.bytes);
	memcpy(arg, answer.bytes, answer_bytes);
	if (!result && command == SNDRV_PCM_IOCTL_HW_PARAMS) {
		p->buffer_size = BUFFER;
		p->boundary = BOUNDARY64;
	}
	return result;
}

const struct pcm_shape *pcm_shape(uint32_t command)
{
	static struct pcm_shape shape;

	shape = (struct pcm_shape){ command, 77, 78 };
	return &shape;
}

bool pcm_is_transfer(uint32_t command)
{
	return command == SNDRV_PCM_IOCTL_READI_FRAMES || command == SNDRV_PCM_IOCTL_READN_FRAMES ||
	       command == SNDRV_PCM_IOCTL_WRITEI_FRAMES || command == SNDRV_PCM_IOCTL_WRITEN_FRAMES;
}

/* ---- the program ---- */

/* The program's memory: each byte another one than its neighbours, in no structure. */
static uint8_t pattern(size_t at)
{
	return (uint8_t)(at * 7 + 3);
}

static int set_up(void **state)
{
	(void)state;
	pcm = (struct pcm){ .buffer_size = BUFFER, .boundary = BOUNDARY32 };
	memset(&asked, 0xee, sizeof asked);
	memset(&answer, 0, sizeof answer);
	answer_bytes = 0;
	result = 0;
	for (size_t i = 0; i < sizeof memory; i++)
		memory[i] = pattern(i);
	return 0;
}

static uint32_t at32(size_t offset)
{
	uint32_t value;

	memcpy(&value, memory + offset, sizeof value);
	return value;
}

static uint64_t at64(size_t offset)
{
	uint64_t value;

	memcpy(&value, memory + offset, sizeof value);
	return value;
}

static void put32(size_t offset, uint32_t value)
{
	memcpy(memory + offset, &value, sizeof value);
}

static void assert_zero(size_t from, size_t to)
{
	for (; from < to; from++)
		assert_int_equal(memory[from], 0);
}

static void assert_untouched(size_t from, size_t to)
{
	for (; from < to; from++)
		assert_int_equal(memory[from], pattern(from));
}

static int ctl(uint32_t command)
{
	return compat_ioctl(&pcm, &context, command, 0, memory);
}

/* ---- which ioctls there are ---- */

static const struct {
	uint32_t number, ours, native;
	uint16_t in, out;
} known[] = {
	{ 0xc25c4110, COMPAT_HW_REFINE, SNDRV_PCM_IOCTL_HW_REFINE, 604, 604 },
	{ 0xc25c4111, COMPAT_HW_PARAMS, SNDRV_PCM_IOCTL_HW_PARAMS, 604, 604 },
	{ 0xc0684113, COMPAT_SW_PARAMS, SNDRV_PCM_IOCTL_SW_PARAMS, 104, 104 },
	{ 0x806c4120, COMPAT_STATUS_TIME32, SNDRV_PCM_IOCTL_STATUS, 108, 108 },
	{ 0x80804120, COMPAT_STATUS_TIME64, SNDRV_PCM_IOCTL_STATUS, 128, 128 },
	{ 0x80044121, COMPAT_DELAY, SNDRV_PCM_IOCTL_DELAY, 0, 4 },
	{ 0xc0844123, COMPAT_SYNC_PTR_TIME32, SNDRV_PCM_IOCTL_SYNC_PTR, 132, 132 },
	{ 0xc0884123, COMPAT_SYNC_PTR_TIME64, SNDRV_PCM_IOCTL_SYNC_PTR, 136, 136 },
	{ 0xc06c4124, COMPAT_STATUS_EXT_TIME32, SNDRV_PCM_IOCTL_STATUS_EXT, 108, 108 },
	{ 0xc0804124, COMPAT_STATUS_EXT_TIME64, SNDRV_PCM_IOCTL_STATUS_EXT, 128, 128 },
	{ 0x80104132, COMPAT_CHANNEL_INFO, SNDRV_PCM_IOCTL_CHANNEL_INFO, 16, 16 },
	{ 0x40044146, COMPAT_REWIND, SNDRV_PCM_IOCTL_REWIND, 4, 4 },
	{ 0x40044149, COMPAT_FORWARD, SNDRV_PCM_IOCTL_FORWARD, 4, 4 },
};

static void test_numbers_and_sizes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		const struct pcm_shape *shape = compat_shape(known[i].number);

		assert_int_equal(known[i].ours, known[i].number);
		assert_int_equal(compat_command(known[i].number), known[i].native);
		assert_non_null(shape);
		assert_int_equal(shape->command, known[i].native);
		assert_int_equal(shape->in, known[i].in);
		assert_int_equal(shape->out, known[i].out);
	}
}

static void test_transfers_have_no_shape(void **state)
{
	static const uint32_t numbers[][2] = {
		{ 0x400c4150, SNDRV_PCM_IOCTL_WRITEI_FRAMES },
		{ 0x800c4151, SNDRV_PCM_IOCTL_READI_FRAMES },
		{ 0x400c4152, SNDRV_PCM_IOCTL_WRITEN_FRAMES },
		{ 0x800c4153, SNDRV_PCM_IOCTL_READN_FRAMES },
	};

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		assert_int_equal(compat_command(numbers[i][0]), numbers[i][1]);
		assert_null(compat_shape(numbers[i][0]));
	}
}

/* Those without a long or a pointer, and x32's channel info, are the native ones. */
static void test_the_same_in_both_layouts(void **state)
{
	static const uint32_t numbers[] = {
		0x80044100, 0x81204101, 0x40044102, 0x40044103, 0x40044104, 0x4112, 0x4122, 0x80184132,
		0x4140, 0x4141, 0x4142, 0x4143, 0x4144, 0x40044145, 0x4147, 0x4148, 0x40044160, 0x4161,
	};

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		assert_int_equal(compat_command(numbers[i]), numbers[i]);
		assert_int_equal(compat_shape(numbers[i])->command, numbers[i]);
		assert_int_equal(compat_shape(numbers[i])->in, 77);
		assert_int_equal(compat_ioctl(&pcm, &context, numbers[i], 4711, memory), 0);
		assert_int_equal(asked_command, numbers[i]);
		assert_int_equal(asked_value, 4711);
		assert_ptr_equal(asked_memory, memory);
	}
}

/* 64-bit layouts in a 32-bit program's mouth are no ioctls, as in the kernel. */
static void test_unknown(void **state)
{
	static const uint32_t numbers[] = {
		SNDRV_PCM_IOCTL_HW_REFINE, SNDRV_PCM_IOCTL_HW_PARAMS, SNDRV_PCM_IOCTL_SW_PARAMS,
		SNDRV_PCM_IOCTL_STATUS, SNDRV_PCM_IOCTL_STATUS_EXT, SNDRV_PCM_IOCTL_DELAY,
		SNDRV_PCM_IOCTL_REWIND, SNDRV_PCM_IOCTL_FORWARD, SNDRV_PCM_IOCTL_READI_FRAMES,
		SNDRV_PCM_IOCTL_READN_FRAMES, SNDRV_PCM_IOCTL_WRITEI_FRAMES, 0, 0x417f, 0x5401,
	};

	(void)state;
	asked_command = 1;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		assert_int_equal(compat_command(numbers[i]), 0);
		assert_null(compat_shape(numbers[i]));
		assert_int_equal(ctl(numbers[i]), -ENOTTY);
	}
	assert_int_equal(asked_command, 1);
	assert_untouched(0, sizeof memory);
}

/* ---- each argument, there and back ---- */

static void hw_params(uint32_t command)
{
	ctl(command);
	assert_memory_equal(asked.bytes, memory, 536);
	assert_int_equal(asked.hw.fifo_size, at32(536));
	assert_memory_equal(asked.hw.reserved, memory + 540, 64);
}

static void test_hw_params(void **state)
{
	(void)state;
	hw_params(COMPAT_HW_REFINE);
	assert_int_equal(asked_command, SNDRV_PCM_IOCTL_HW_REFINE);
	hw_params(COMPAT_HW_PARAMS);
	assert_int_equal(asked_command, SNDRV_PCM_IOCTL_HW_PARAMS);

	for (size_t i = 0; i < sizeof answer.hw; i++)
		answer.bytes[i] = (uint8_t)(200 - i);
	answer.hw.fifo_size = 0x12345678;
	answer_bytes = sizeof answer.hw;
	assert_int_equal(ctl(COMPAT_HW_REFINE), 0);
	assert_memory_equal(memory, answer.bytes, 536);
	assert_int_equal(at32(536), 0x12345678);
	assert_memory_equal(memory + 540, answer.hw.reserved, 64);
	assert_untouched(604, sizeof memory);
}

static void test_a_32_bit_setup_has_a_32_bit_boundary(void **state)
{
	(void)state;
	pcm = (struct pcm){ 0 };
	result = -EINVAL;
	assert_int_equal(ctl(COMPAT_HW_PARAMS), -EINVAL);
	assert_int_equal(pcm.boundary, 0);
	result = 0;
	pcm.boundary = 5;
	assert_int_equal(ctl(COMPAT_HW_REFINE), 0);
	assert_int_equal(pcm.boundary, 5);
	assert_int_equal(ctl(COMPAT_HW_PARAMS), 0);
	assert_int_equal(pcm.boundary, BOUNDARY32);
	assert_int_equal(BOUNDARY64 % BOUNDARY32, 0);
}

static void test_sw_params(void **state)
{
	static const size_t longs[] = { 12, 16, 20, 24, 28, 32, 36 };

	(void)state;
	for (size_t i = 0; i < sizeof longs / sizeof *longs; i++)
		put32(longs[i], 0x80000001u + (uint32_t)i);	/* none is negative */
	put32(32, 77);
	answer_bytes = sizeof answer.sw;	/* zeros: of them only the boundary is looked at */
	assert_int_equal(ctl(COMPAT_SW_PARAMS), 0);
	assert_int_equal(asked_command, SNDRV_PCM_IOCTL_SW_PARAMS);
	assert_int_equal(asked.sw.tstamp_mode, (int32_t)at32(0));
	assert_int_equal(asked.sw.period_step, at32(4));
	assert_int_equal(asked.sw.sleep_min, at32(8));
	assert_true(asked.sw.avail_min == 0x80000001ul);
	assert_true(asked.sw.xfer_align == 0x80000002ul);
	assert_true(asked.sw.start_threshold == 0x80000003ul);
	assert_true(asked.sw.stop_threshold == 0x80000004ul);
	assert_true(asked.sw.silence_threshold == 0x80000005ul);
	assert_true(asked.sw.silence_size == 77);
	assert_int_equal(asked.sw.proto, at32(40));
	assert_int_equal(asked.sw.tstamp_type, at32(44));
	assert_untouched(0, 12);
	assert_int_equal(at32(36), BOUNDARY32);
	assert_untouched(40, sizeof memory);
}

/* "Silence everything" is said with the boundary, of which the stream may have a larger one. */
static void test_silence_everything(void **state)
{
	(void)state;
	pcm.boundary = BOUNDARY64;
	put32(32, BOUNDARY32 - 1);
	ctl(COMPAT_SW_PARAMS);
	assert_true(asked.sw.silence_size == BOUNDARY32 - 1);
	put32(32, BOUNDARY32);
	ctl(COMPAT_SW_PARAMS);
	assert_true(asked.sw.silence_size == BOUNDARY64);
	pcm = (struct pcm){ 0 };	/* before any setup */
	ctl(COMPAT_SW_PARAMS);
	assert_true(asked.sw.silence_size == BOUNDARY32);
	assert_int_equal(at32(36), 0);
}

static void set_status(void)
{
	answer.status.state = 3;
	answer.status.trigger_tstamp = (struct timespec){ 101, 102 };
	answer.status.tstamp = (struct timespec){ 103, 104 };
	answer.status.appl_ptr = BOUNDARY64 - 5;	/* of a stream that a 64-bit program set up */
	answer.status.hw_ptr = BOUNDARY32 + 6;
	answer.status.delay = -7;
	answer.status.avail = 8;
	answer.status.avail_max = 9;
	answer.status.overrange = 10;
	answer.status.suspended_state = 11;
	answer.status.audio_tstamp_data = 12;
	answer.status.audio_tstamp = (struct timespec){ 113, 114 };
	answer.status.driver_tstamp = (struct timespec){ 115, 116 };
	answer.status.audio_tstamp_accuracy = 17;
	answer_bytes = sizeof answer.status;
}

/* What both layouts have in a row from appl_ptr on. */
static void check_status_numbers(size_t at)
{
	assert_int_equal(at32(0), 3);
	assert_int_equal(at32(at), BOUNDARY32 - 5);
	assert_int_equal(at32(at + 4), 6);
	assert_int_equal((int32_t)at32(at + 8), -7);
	assert_int_equal(at32(at + 12), 8);
	assert_int_equal(at32(at + 16), 9);
	assert_int_equal(at32(at + 20), 10);
	assert_int_equal(at32(at + 24), 11);
	assert_int_equal(at32(at + 28), 12);
}

static void status_time32(uint32_t command, uint32_t native)
{
	static const size_t times[] = { 4, 12, 52, 60 };
	static const uint32_t values[] = { 101, 103, 113, 115 };
	uint32_t data = at32(48);

	set_status();
	assert_int_equal(ctl(command), 0);
	assert_int_equal(asked_command, native);
	assert_int_equal(asked.status.audio_tstamp_data, data);
	assert_int_equal(asked.status.state, 0);
	check_status_numbers(20);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(at32(times[i]), values[i]);
		assert_int_equal(at32(times[i] + 4), values[i] + 1);
	}
	assert_int_equal(at32(68), 17);
	assert_zero(72, 108);
	assert_untouched(108, sizeof memory);
}

static void status_time64(uint32_t command, uint32_t native)
{
	static const size_t times[] = { 8, 24, 72, 88 };
	static const uint32_t values[] = { 101, 103, 113, 115 };
	uint32_t data = at32(68);

	set_status();
	assert_int_equal(ctl(command), 0);
	assert_int_equal(asked_command, native);
	assert_int_equal(asked.status.audio_tstamp_data, data);
	check_status_numbers(40);
	assert_zero(4, 8);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(at64(times[i]), values[i]);
		assert_int_equal(at64(times[i] + 8), values[i] + 1);
	}
	assert_int_equal(at32(104), 17);
	assert_zero(108, 128);
	assert_untouched(128, sizeof memory);
}

static void test_status_time32(void **state)
{
	status_time32(COMPAT_STATUS_TIME32, SNDRV_PCM_IOCTL_STATUS);
	set_up(state);
	status_time32(COMPAT_STATUS_EXT_TIME32, SNDRV_PCM_IOCTL_STATUS_EXT);
}

static void test_status_time64(void **state)
{
	status_time64(COMPAT_STATUS_TIME64, SNDRV_PCM_IOCTL_STATUS);
	set_up(state);
	status_time64(COMPAT_STATUS_EXT_TIME64, SNDRV_PCM_IOCTL_STATUS_EXT);
}

/* A time of this year in nanoseconds is far beyond 32 bits; its seconds fit until 2038. */
static void test_times_of_today(void **state)
{
	(void)state;
	set_status();
	answer.status.tstamp = (struct timespec){ 1800000000, 999999999 };
	ctl(COMPAT_STATUS_TIME32);
	assert_int_equal(at32(12), 1800000000);
	assert_int_equal(at32(16), 999999999);
	answer.status.tstamp = (struct timespec){ 5000000000, 999999999 };
	ctl(COMPAT_STATUS_TIME64);
	assert_int_equal(at64(24), 5000000000);
	assert_int_equal(at64(32), 999999999);
}

static void set_sync_ptr(void)
{
	memset(&answer, 0xaa, sizeof answer);
	answer.sync.flags = 5;
	answer.sync.s.status.state = 3;
	answer.sync.s.status.hw_ptr = BOUNDARY32 + 6;
	answer.sync.s.status.tstamp = (struct timespec){ 103, 104 };
	answer.sync.s.status.suspended_state = 11;
	answer.sync.s.status.audio_tstamp = (struct timespec){ 113, 114 };
	answer.sync.c.control.appl_ptr = BOUNDARY64 - 5;
	answer.sync.c.control.avail_min = 480;
	answer_bytes = sizeof answer.sync;
}

static void check_sync_asked(uint32_t flags, uint32_t appl, uint32_t avail_min)
{
	assert_int_equal(asked_command, SNDRV_PCM_IOCTL_SYNC_PTR);
	assert_int_equal(asked.sync.flags, flags);
	assert_true(asked.sync.c.control.appl_ptr == appl);
	assert_true(asked.sync.c.control.avail_min == avail_min);
}

static void test_sync_ptr_time32(void **state)
{
	uint32_t flags = at32(0), appl = at32(68), avail_min = at32(72);

	(void)state;
	set_sync_ptr();
	assert_int_equal(ctl(COMPAT_SYNC_PTR_TIME32), 0);
	check_sync_asked(flags, appl, avail_min);
	assert_int_equal(at32(0), 5);
	assert_int_equal(at32(4), 3);
	assert_int_equal(at32(12), 6);
	assert_int_equal(at32(16), 103);
	assert_int_equal(at32(20), 104);
	assert_int_equal(at32(24), 11);
	assert_int_equal(at32(28), 113);
	assert_int_equal(at32(32), 114);
	assert_zero(36, 68);
	assert_int_equal(at32(68), BOUNDARY32 - 5);
	assert_int_equal(at32(72), 480);
	assert_zero(76, 132);
	assert_untouched(132, sizeof memory);
}

static void test_sync_ptr_time64(void **state)
{
	uint32_t flags = at32(0), appl = at32(72), avail_min = at32(76);

	(void)state;
	set_sync_ptr();
	assert_int_equal(ctl(COMPAT_SYNC_PTR_TIME64), 0);
	check_sync_asked(flags, appl, avail_min);
	assert_int_equal(at32(0), 5);
	assert_zero(4, 8);
	assert_int_equal(at32(8), 3);
	assert_int_equal(at64(16), 6);
	assert_int_equal(at64(24), 103);
	assert_int_equal(at64(32), 104);
	assert_int_equal(at64(40), 11);
	assert_int_equal(at64(48), 113);
	assert_int_equal(at64(56), 114);
	assert_zero(64, 72);
	assert_int_equal(at32(72), BOUNDARY32 - 5);
	assert_int_equal(at32(76), 480);
	assert_zero(80, 136);
	assert_untouched(136, sizeof memory);
}

static void test_channel_info(void **state)
{
	(void)state;
	put32(0, 1);
	put32(4, 0xfffffffe);
	answer.channel = (struct snd_pcm_channel_info){ 1, -3, 16, 32 };
	answer_bytes = sizeof answer.channel;
	assert_int_equal(ctl(COMPAT_CHANNEL_INFO), 0);
	assert_int_equal(asked.channel.channel, 1);
	assert_true(asked.channel.offset == -2);
	assert_int_equal((int32_t)at32(4), -3);
	assert_int_equal(at32(8), 16);
	assert_int_equal(at32(12), 32);
	assert_untouched(16, sizeof memory);
}

static void test_delay(void **state)
{
	(void)state;
	answer.frames = -5;
	answer_bytes = sizeof answer.frames;
	assert_int_equal(ctl(COMPAT_DELAY), 0);
	assert_int_equal(asked_command, SNDRV_PCM_IOCTL_DELAY);
	assert_int_equal((int32_t)at32(0), -5);
	assert_untouched(4, sizeof memory);
}

static void test_rewind_and_forward(void **state)
{
	static const uint32_t commands[] = { COMPAT_REWIND, COMPAT_FORWARD };

	(void)state;
	answer_bytes = sizeof answer.frames;
	for (size_t i = 0; i < 2; i++) {
		put32(0, UINT32_MAX);	/* as many as there are, not one back */
		answer.frames = 100;
		result = 0;
		assert_int_equal(ctl(commands[i]), 0);
		assert_true(asked.frames == (long)UINT32_MAX);
		assert_int_equal(at32(0), 100);
		answer.frames = result = -EPIPE;	/* is also told in the argument */
		assert_int_equal(ctl(commands[i]), -EPIPE);
		assert_int_equal((int32_t)at32(0), -EPIPE);
		assert_untouched(4, sizeof memory);
	}
}

static void test_pointers(void **state)
{
	void *pointers[4] = { NULL, NULL, NULL, memory };

	(void)state;
	put32(1, 0x10000000);
	put32(5, 0xfffff000);
	put32(9, 0);
	compat_pointers(memory + 1, 3, pointers);
	assert_true((uintptr_t)pointers[0] == 0x10000000u);
	assert_true((uintptr_t)pointers[1] == 0xfffff000u);
	assert_null(pointers[2]);
	assert_ptr_equal(pointers[3], memory);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_numbers_and_sizes, set_up),
		cmocka_unit_test_setup(test_transfers_have_no_shape, set_up),
		cmocka_unit_test_setup(test_the_same_in_both_layouts, set_up),
		cmocka_unit_test_setup(test_unknown, set_up),
		cmocka_unit_test_setup(test_hw_params, set_up),
		cmocka_unit_test_setup(test_a_32_bit_setup_has_a_32_bit_boundary, set_up),
		cmocka_unit_test_setup(test_sw_params, set_up),
		cmocka_unit_test_setup(test_silence_everything, set_up),
		cmocka_unit_test_setup(test_status_time32, set_up),
		cmocka_unit_test_setup(test_status_time64, set_up),
		cmocka_unit_test_setup(test_times_of_today, set_up),
		cmocka_unit_test_setup(test_sync_ptr_time32, set_up),
		cmocka_unit_test_setup(test_sync_ptr_time64, set_up),
		cmocka_unit_test_setup(test_channel_info, set_up),
		cmocka_unit_test_setup(test_delay, set_up),
		cmocka_unit_test_setup(test_rewind_and_forward, set_up),
		cmocka_unit_test_setup(test_pointers, set_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
