/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Compiled for i386, with a time_t of 32 bits and with one of 64: are driver/compat_layout.h's
 * structs and numbers those that a 32-bit program has from <sound/asound.h>? Where the compiler can
 * do that, make units builds it twice; it prints as cmocka does.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <time.h>

#include "../../driver/compat_layout.h"

#if __SIZEOF_POINTER__ != 4
#error "this is for 32-bit programs"
#endif

static int tests, failures;

static void compare(const char *what, unsigned long theirs, unsigned long ours)
{
	tests++;
	if (theirs == ours) {
		printf("ok %d - %s\n", tests, what);
		return;
	}
	failures++;
	printf("not ok %d - %s: %#lx in <sound/asound.h>, %#lx here\n", tests, what, theirs, ours);
}

#define SIZE(s, member) (sizeof ((s *)NULL)->member)
#define FIELDS(theirs, their_field, ours, our_field) do {					\
	compare(#theirs "." #their_field, offsetof(theirs, their_field), offsetof(ours, our_field)); \
	compare("bytes of " #theirs "." #their_field, SIZE(theirs, their_field),		\
		SIZE(ours, our_field));								\
} while (0)
#define FIELD(theirs, ours, field) FIELDS(theirs, field, ours, field)
/* The nanoseconds of a struct timespec are a long with padding behind it, whatever its time_t. */
#define TIME(theirs, ours, field) do {								\
	compare(#theirs "." #field, offsetof(theirs, field), offsetof(ours, field));		\
	compare("bytes of " #theirs "." #field, SIZE(theirs, field), SIZE(ours, field));	\
	compare(#theirs "." #field ".tv_nsec", offsetof(theirs, field.tv_nsec),			\
		offsetof(ours, field.tv_nsec));							\
} while (0)
#define NUMBER(theirs, ours) compare(#theirs, theirs, ours)

static void hw_params(void)
{
#define F(field) FIELD(struct snd_pcm_hw_params, struct compat_hw_params, field)
	F(flags);
	F(masks);
	F(mres);
	F(intervals);
	F(ires);
	F(rmask);
	F(cmask);
	F(info);
	F(msbits);
	F(rate_num);
	F(rate_den);
	F(fifo_size);
#undef F
	/* later kernels have given a part of the reserved bytes a name: only where they begin counts */
	compare("end of fifo_size", offsetof(struct snd_pcm_hw_params, fifo_size) +
		SIZE(struct snd_pcm_hw_params, fifo_size), offsetof(struct compat_hw_params, reserved));
	NUMBER(SNDRV_PCM_IOCTL_HW_REFINE, COMPAT_HW_REFINE);
	NUMBER(SNDRV_PCM_IOCTL_HW_PARAMS, COMPAT_HW_PARAMS);
}

static void sw_params(void)
{
#define F(field) FIELD(struct snd_pcm_sw_params, struct compat_sw_params, field)
	F(tstamp_mode);
	F(period_step);
	F(sleep_min);
	F(avail_min);
	F(xfer_align);
	F(start_threshold);
	F(stop_threshold);
	F(silence_threshold);
	F(silence_size);
	F(boundary);
	F(proto);
	F(tstamp_type);
	F(reserved);
#undef F
	NUMBER(SNDRV_PCM_IOCTL_SW_PARAMS, COMPAT_SW_PARAMS);
}

#ifdef __USE_TIME_BITS64
#define STATUS struct compat_status64
#define SYNC_PTR struct compat_sync_ptr64
#else
#define STATUS struct compat_status32
#define SYNC_PTR struct compat_sync_ptr32
#endif

static void status(void)
{
#define F(field) FIELD(struct snd_pcm_status, STATUS, field)
#define T(field) TIME(struct snd_pcm_status, STATUS, field)
	F(state);
	T(trigger_tstamp);
	T(tstamp);
	F(appl_ptr);
	F(hw_ptr);
	F(delay);
	F(avail);
	F(avail_max);
	F(overrange);
	F(suspended_state);
	F(audio_tstamp_data);
	T(audio_tstamp);
	T(driver_tstamp);
	F(audio_tstamp_accuracy);
	F(reserved);
#undef F
#undef T
#ifdef __USE_TIME_BITS64
	NUMBER(SNDRV_PCM_IOCTL_STATUS, COMPAT_STATUS_TIME64);
	NUMBER(SNDRV_PCM_IOCTL_STATUS_EXT, COMPAT_STATUS_EXT_TIME64);
#else
	NUMBER(SNDRV_PCM_IOCTL_STATUS, COMPAT_STATUS_TIME32);
	NUMBER(SNDRV_PCM_IOCTL_STATUS_EXT, COMPAT_STATUS_EXT_TIME32);
#endif
}

static void sync_ptr(void)
{
#define F(field) FIELD(struct snd_pcm_sync_ptr, SYNC_PTR, field)
#define T(field) TIME(struct snd_pcm_sync_ptr, SYNC_PTR, field)
	F(flags);
	F(s.status.state);
	F(s.status.hw_ptr);
	T(s.status.tstamp);
	F(s.status.suspended_state);
	T(s.status.audio_tstamp);
	F(s.reserved);
	F(c.control.appl_ptr);
	F(c.control.avail_min);
	F(c.reserved);
#undef F
#undef T
#ifdef __USE_TIME_BITS64
	NUMBER(SNDRV_PCM_IOCTL_SYNC_PTR, COMPAT_SYNC_PTR_TIME64);
#else
	NUMBER(SNDRV_PCM_IOCTL_SYNC_PTR, COMPAT_SYNC_PTR_TIME32);
#endif
}

static void channel_info(void)
{
	FIELD(struct snd_pcm_channel_info, struct compat_channel_info, channel);
	FIELD(struct snd_pcm_channel_info, struct compat_channel_info, offset);
	FIELD(struct snd_pcm_channel_info, struct compat_channel_info, first);
	FIELD(struct snd_pcm_channel_info, struct compat_channel_info, step);
	NUMBER(SNDRV_PCM_IOCTL_CHANNEL_INFO, COMPAT_CHANNEL_INFO);
}

static void transfers(void)
{
	FIELD(struct snd_xferi, struct compat_xfer, result);
	FIELDS(struct snd_xferi, buf, struct compat_xfer, buffer);
	FIELD(struct snd_xferi, struct compat_xfer, frames);
	FIELD(struct snd_xfern, struct compat_xfer, result);
	FIELDS(struct snd_xfern, bufs, struct compat_xfer, buffer);
	FIELD(struct snd_xfern, struct compat_xfer, frames);
	NUMBER(SNDRV_PCM_IOCTL_WRITEI_FRAMES, COMPAT_WRITEI_FRAMES);
	NUMBER(SNDRV_PCM_IOCTL_READI_FRAMES, COMPAT_READI_FRAMES);
	NUMBER(SNDRV_PCM_IOCTL_WRITEN_FRAMES, COMPAT_WRITEN_FRAMES);
	NUMBER(SNDRV_PCM_IOCTL_READN_FRAMES, COMPAT_READN_FRAMES);
}

int main(void)
{
	hw_params();
	sw_params();
	status();
	sync_ptr();
	channel_info();
	transfers();
	NUMBER(SNDRV_PCM_IOCTL_DELAY, COMPAT_DELAY);
	NUMBER(SNDRV_PCM_IOCTL_REWIND, COMPAT_REWIND);
	NUMBER(SNDRV_PCM_IOCTL_FORWARD, COMPAT_FORWARD);
	printf("1..%d\n", tests);
	return failures != 0;
}
