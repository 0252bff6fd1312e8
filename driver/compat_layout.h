/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The arguments of 32-bit programs' ioctls, byte for byte as i386 has them: a
 * long and a pointer take four bytes, a time stamp eight or, in programs with a
 * 64-bit time_t, sixteen. ARM and x32 have the same but for CHANNEL_INFO on
 * x32, which is that of 64 bits. Every field lies where its own size aligns it,
 * so nothing has to be packed; tests/i386/layout.c compares with the compiler's
 * own i386. Numbers: <sound/asound.h>, whose structs these are.
 */
#ifndef DRIVER_COMPAT_LAYOUT_H
#define DRIVER_COMPAT_LAYOUT_H

#include <sound/asound.h>
#include <stdint.h>
#include <sys/ioctl.h>

/* Only fifo_size differs. */
struct compat_hw_params {
	uint32_t flags;
	struct snd_mask masks[SNDRV_PCM_HW_PARAM_LAST_MASK - SNDRV_PCM_HW_PARAM_FIRST_MASK + 1];
	struct snd_mask mres[5];
	struct snd_interval intervals[SNDRV_PCM_HW_PARAM_LAST_INTERVAL -
				      SNDRV_PCM_HW_PARAM_FIRST_INTERVAL + 1];
	struct snd_interval ires[9];
	uint32_t rmask, cmask, info, msbits, rate_num, rate_den;
	uint32_t fifo_size;
	uint8_t reserved[64];
};

struct compat_sw_params {
	int32_t tstamp_mode;
	uint32_t period_step, sleep_min;
	uint32_t avail_min, xfer_align, start_threshold, stop_threshold;
	uint32_t silence_threshold, silence_size, boundary;
	uint32_t proto, tstamp_type;
	uint8_t reserved[56];
};

struct compat_time32 {
	int32_t tv_sec, tv_nsec;
};

/* The upper half of tv_nsec is padding to its programs. */
struct compat_time64 {
	int64_t tv_sec, tv_nsec;
};

struct compat_status32 {
	int32_t state;
	struct compat_time32 trigger_tstamp, tstamp;
	uint32_t appl_ptr, hw_ptr;
	int32_t delay;
	uint32_t avail, avail_max, overrange;
	int32_t suspended_state;
	uint32_t audio_tstamp_data;
	struct compat_time32 audio_tstamp, driver_tstamp;
	uint32_t audio_tstamp_accuracy;
	uint8_t reserved[36];
};

struct compat_status64 {
	int32_t state;
	uint32_t pad1;
	struct compat_time64 trigger_tstamp, tstamp;
	uint32_t appl_ptr, hw_ptr;
	int32_t delay;
	uint32_t avail, avail_max, overrange;
	int32_t suspended_state;
	uint32_t audio_tstamp_data;
	struct compat_time64 audio_tstamp, driver_tstamp;
	uint32_t audio_tstamp_accuracy;
	uint8_t reserved[20];
};

struct compat_sync_ptr32 {
	uint32_t flags;
	union {
		struct {
			int32_t state;
			int32_t pad1;
			uint32_t hw_ptr;
			struct compat_time32 tstamp;
			int32_t suspended_state;
			struct compat_time32 audio_tstamp;
		} status;
		uint8_t reserved[64];
	} s;
	union {
		struct {
			uint32_t appl_ptr, avail_min;
		} control;
		uint8_t reserved[64];
	} c;
};

/*
 * The header meant both halves of the control to be 64 bits wide, and has put
 * avail_min into what should have been the padding of appl_ptr. It stays so.
 */
struct compat_sync_ptr64 {
	uint32_t flags;
	uint32_t pad1;
	union {
		struct {
			int32_t state;
			uint32_t pad1;
			uint32_t hw_ptr, pad2;
			struct compat_time64 tstamp;
			int32_t suspended_state;
			uint32_t pad3;
			struct compat_time64 audio_tstamp;
		} status;
		uint8_t reserved[64];
	} s;
	union {
		struct {
			uint32_t appl_ptr, avail_min, pad4;
		} control;
		uint8_t reserved[64];
	} c;
};

struct compat_channel_info {
	uint32_t channel;
	int32_t offset;
	uint32_t first, step;
};

/* struct snd_xferi and, with a list of buffers, struct snd_xfern. */
struct compat_xfer {
	int32_t result;
	uint32_t buffer;
	uint32_t frames;
};

#define COMPAT_HW_REFINE	_IOWR('A', 0x10, struct compat_hw_params)
#define COMPAT_HW_PARAMS	_IOWR('A', 0x11, struct compat_hw_params)
#define COMPAT_SW_PARAMS	_IOWR('A', 0x13, struct compat_sw_params)
#define COMPAT_STATUS_TIME32	_IOR('A', 0x20, struct compat_status32)
#define COMPAT_STATUS_TIME64	_IOR('A', 0x20, struct compat_status64)
#define COMPAT_DELAY		_IOR('A', 0x21, int32_t)
#define COMPAT_SYNC_PTR_TIME32	_IOWR('A', 0x23, struct compat_sync_ptr32)
#define COMPAT_SYNC_PTR_TIME64	_IOWR('A', 0x23, struct compat_sync_ptr64)
#define COMPAT_STATUS_EXT_TIME32 _IOWR('A', 0x24, struct compat_status32)
#define COMPAT_STATUS_EXT_TIME64 _IOWR('A', 0x24, struct compat_status64)
#define COMPAT_CHANNEL_INFO	_IOR('A', 0x32, struct compat_channel_info)
#define COMPAT_REWIND		_IOW('A', 0x46, uint32_t)
#define COMPAT_FORWARD		_IOW('A', 0x49, uint32_t)
#define COMPAT_WRITEI_FRAMES	_IOW('A', 0x50, struct compat_xfer)
#define COMPAT_READI_FRAMES	_IOR('A', 0x51, struct compat_xfer)
#define COMPAT_WRITEN_FRAMES	_IOW('A', 0x52, struct compat_xfer)
#define COMPAT_READN_FRAMES	_IOR('A', 0x53, struct compat_xfer)

#endif
