/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What 32-bit programs ask and are answered, see compat.h. The table at the end
 * says how each argument converts: widen makes the native struct of what the
 * program gave, narrow what it gets of the native answer.
 *
 * Pointers to frames count modulo a boundary that has to fit the program's
 * long. The kernel gives a stream such a boundary when a 32-bit program sets it
 * up, and so does this. Should a program of the other kind use the stream (its
 * descriptor can be passed on), it still sees pointers below its own boundary:
 * both are the buffer's size doubled, one divides the other.
 */
#include "compat.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

/* The largest boundary that 32-bit programs can count to; 0 before there is a buffer. */
static uint32_t boundary_of(const struct pcm *pcm)
{
	uint64_t boundary = pcm->buffer_size;

	while (boundary && boundary * 2 <= (uint64_t)INT32_MAX - pcm->buffer_size)
		boundary *= 2;
	return (uint32_t)boundary;
}

static uint32_t wrapped(const struct pcm *pcm, uint64_t frames)
{
	uint32_t boundary = boundary_of(pcm);

	return boundary ? (uint32_t)(frames % boundary) : 0;
}

static void widen_hw_params(const struct pcm *pcm, const void *from, void *to)
{
	const struct compat_hw_params *narrow = from;
	struct snd_pcm_hw_params *wide = to;

	(void)pcm;
	memcpy(wide, narrow, offsetof(struct compat_hw_params, fifo_size));
	wide->fifo_size = narrow->fifo_size;
	memcpy(wide->reserved, narrow->reserved, sizeof narrow->reserved);
}

static void narrow_hw_params(const struct pcm *pcm, const void *from, void *to)
{
	const struct snd_pcm_hw_params *wide = from;
	struct compat_hw_params *narrow = to;

	(void)pcm;
	memcpy(narrow, wide, offsetof(struct compat_hw_params, fifo_size));
	narrow->fifo_size = (uint32_t)wide->fifo_size;
	memcpy(narrow->reserved, wide->reserved, sizeof narrow->reserved);
}

_Static_assert(offsetof(struct compat_hw_params, fifo_size) ==
	       offsetof(struct snd_pcm_hw_params, fifo_size), "the same up to fifo_size");

static void widen_sw_params(const struct pcm *pcm, const void *from, void *to)
{
	const struct compat_sw_params *narrow = from;
	uint32_t boundary = boundary_of(pcm);

	*(struct snd_pcm_sw_params *)to = (struct snd_pcm_sw_params){
		.tstamp_mode = narrow->tstamp_mode, .period_step = narrow->period_step,
		.sleep_min = narrow->sleep_min, .avail_min = narrow->avail_min,
		.xfer_align = narrow->xfer_align, .start_threshold = narrow->start_threshold,
		.stop_threshold = narrow->stop_threshold,
		.silence_threshold = narrow->silence_threshold,
		/* its boundary or more means: everything */
		.silence_size = boundary && narrow->silence_size >= boundary
					? pcm->boundary : narrow->silence_size,
		.boundary = narrow->boundary, .proto = narrow->proto,
		.tstamp_type = narrow->tstamp_type,
	};
}

/* The kernel writes back nothing but the boundary. */
static void narrow_sw_params(const struct pcm *pcm, const void *from, void *to)
{
	struct compat_sw_params *narrow = to;

	(void)from;
	narrow->boundary = boundary_of(pcm);
}

#define TIME(stamp) { (stamp).tv_sec, (stamp).tv_nsec }

/* Both layouts have fields of these names. */
#define STATUS(pcm, wide) {						\
	.state = (wide)->state,						\
	.trigger_tstamp = TIME((wide)->trigger_tstamp),			\
	.tstamp = TIME((wide)->tstamp),					\
	.appl_ptr = wrapped(pcm, (wide)->appl_ptr),			\
	.hw_ptr = wrapped(pcm, (wide)->hw_ptr),				\
	.delay = (int32_t)(wide)->delay,				\
	.avail = (uint32_t)(wide)->avail,				\
	.avail_max = (uint32_t)(wide)->avail_max,			\
	.overrange = (uint32_t)(wide)->overrange,			\
	.suspended_state = (wide)->suspended_state,			\
	.audio_tstamp_data = (wide)->audio_tstamp_data,			\
	.audio_tstamp = TIME((wide)->audio_tstamp),			\
	.driver_tstamp = TIME((wide)->driver_tstamp),			\
	.audio_tstamp_accuracy = (wide)->audio_tstamp_accuracy,		\
}

/* All that a program says in it is which audio time stamp it wants. */
static void widen_status32(const struct pcm *pcm, const void *from, void *to)
{
	const struct compat_status32 *narrow = from;

	(void)pcm;
	*(struct snd_pcm_status *)to = (struct snd_pcm_status){
		.audio_tstamp_data = narrow->audio_tstamp_data };
}

static void narrow_status32(const struct pcm *pcm, const void *from, void *to)
{
	const struct snd_pcm_status *wide = from;

	*(struct compat_status32 *)to = (struct compat_status32)STATUS(pcm, wide);
}

static void widen_status64(const struct pcm *pcm, const void *from, void *to)
{
	const struct compat_status64 *narrow = from;

	(void)pcm;
	*(struct snd_pcm_status *)to = (struct snd_pcm_status){
		.audio_tstamp_data = narrow->audio_tstamp_data };
}

static void narrow_status64(const struct pcm *pcm, const void *from, void *to)
{
	const struct snd_pcm_status *wide = from;

	*(struct compat_status64 *)to = (struct compat_status64)STATUS(pcm, wide);
}

/* What no field covers must not be whatever lay there. */
#define NARROW_SYNC_PTR(pcm, wide, narrow) do {						\
	memset(narrow, 0, sizeof *(narrow));						\
	(narrow)->flags = (wide)->flags;						\
	(narrow)->s.status.state = (wide)->s.status.state;				\
	(narrow)->s.status.hw_ptr = wrapped(pcm, (wide)->s.status.hw_ptr);		\
	(narrow)->s.status.tstamp.tv_sec = (wide)->s.status.tstamp.tv_sec;		\
	(narrow)->s.status.tstamp.tv_nsec = (wide)->s.status.tstamp.tv_nsec;		\
	(narrow)->s.status.suspended_state = (wide)->s.status.suspended_state;		\
	(narrow)->s.status.audio_tstamp.tv_sec = (wide)->s.status.audio_tstamp.tv_sec;	\
	(narrow)->s.status.audio_tstamp.tv_nsec = (wide)->s.status.audio_tstamp.tv_nsec;	\
	(narrow)->c.control.appl_ptr = wrapped(pcm, (wide)->c.control.appl_ptr);	\
	(narrow)->c.control.avail_min = (uint32_t)(wide)->c.control.avail_min;		\
} while (0)

static void widen_sync_ptr32(const struct pcm *pcm, const void *from, void *to)
{
	const struct compat_sync_ptr32 *narrow = from;

	(void)pcm;
	*(struct snd_pcm_sync_ptr *)to = (struct snd_pcm_sync_ptr){
		.flags = narrow->flags,
		.c.control = { .appl_ptr = narrow->c.control.appl_ptr,
			       .avail_min = narrow->c.control.avail_min },
	};
}

static void narrow_sync_ptr32(const struct pcm *pcm, const void *from, void *to)
{
	const struct snd_pcm_sync_ptr *wide = from;
	struct compat_sync_ptr32 *narrow = to;

	NARROW_SYNC_PTR(pcm, wide, narrow);
}

static void widen_sync_ptr64(const struct pcm *pcm, const void *from, void *to)
{
	const struct compat_sync_ptr64 *narrow = from;

	(void)pcm;
	*(struct snd_pcm_sync_ptr *)to = (struct snd_pcm_sync_ptr){
		.flags = narrow->flags,
		.c.control = { .appl_ptr = narrow->c.control.appl_ptr,
			       .avail_min = narrow->c.control.avail_min },
	};
}

static void narrow_sync_ptr64(const struct pcm *pcm, const void *from, void *to)
{
	const struct snd_pcm_sync_ptr *wide = from;
	struct compat_sync_ptr64 *narrow = to;

	NARROW_SYNC_PTR(pcm, wide, narrow);
}

static void widen_channel_info(const struct pcm *pcm, const void *from, void *to)
{
	const struct compat_channel_info *narrow = from;

	(void)pcm;
	*(struct snd_pcm_channel_info *)to = (struct snd_pcm_channel_info){
		narrow->channel, narrow->offset, narrow->first, narrow->step };
}

static void narrow_channel_info(const struct pcm *pcm, const void *from, void *to)
{
	const struct snd_pcm_channel_info *wide = from;

	(void)pcm;
	*(struct compat_channel_info *)to = (struct compat_channel_info){
		wide->channel, (int32_t)wide->offset, wide->first, wide->step };
}

/* A number of frames to move by: never negative, as large as it may be. */
static void widen_frames(const struct pcm *pcm, const void *from, void *to)
{
	(void)pcm;
	*(unsigned long *)to = *(const uint32_t *)from;
}

/* A number of frames, or an error. */
static void narrow_frames(const struct pcm *pcm, const void *from, void *to)
{
	(void)pcm;
	*(int32_t *)to = (int32_t)*(const long *)from;
}

#define BOTH(type) sizeof(type), sizeof(type)

static const struct entry {
	uint32_t command;	/* as a 32-bit program says it */
	struct pcm_shape shape;	/* its native number, its bytes; none: the same in both layouts */
	void (*widen)(const struct pcm *pcm, const void *from, void *to);
	void (*narrow)(const struct pcm *pcm, const void *from, void *to);
} entries[] = {
	/* what streams ask all the time comes first */
	{ COMPAT_READI_FRAMES, { .command = SNDRV_PCM_IOCTL_READI_FRAMES }, NULL, NULL },
	{ COMPAT_SYNC_PTR_TIME32, { SNDRV_PCM_IOCTL_SYNC_PTR, BOTH(struct compat_sync_ptr32) },
	  widen_sync_ptr32, narrow_sync_ptr32 },
	{ COMPAT_SYNC_PTR_TIME64, { SNDRV_PCM_IOCTL_SYNC_PTR, BOTH(struct compat_sync_ptr64) },
	  widen_sync_ptr64, narrow_sync_ptr64 },
	{ COMPAT_STATUS_EXT_TIME32, { SNDRV_PCM_IOCTL_STATUS_EXT, BOTH(struct compat_status32) },
	  widen_status32, narrow_status32 },
	{ COMPAT_STATUS_EXT_TIME64, { SNDRV_PCM_IOCTL_STATUS_EXT, BOTH(struct compat_status64) },
	  widen_status64, narrow_status64 },
	{ COMPAT_DELAY, { SNDRV_PCM_IOCTL_DELAY, 0, sizeof(int32_t) }, NULL, narrow_frames },
	{ .command = SNDRV_PCM_IOCTL_HWSYNC },
	{ .command = SNDRV_PCM_IOCTL_PVERSION },
	{ .command = SNDRV_PCM_IOCTL_INFO },
	{ .command = SNDRV_PCM_IOCTL_TSTAMP },
	{ .command = SNDRV_PCM_IOCTL_TTSTAMP },
	{ .command = SNDRV_PCM_IOCTL_USER_PVERSION },
	{ COMPAT_HW_REFINE, { SNDRV_PCM_IOCTL_HW_REFINE, BOTH(struct compat_hw_params) },
	  widen_hw_params, narrow_hw_params },
	{ COMPAT_HW_PARAMS, { SNDRV_PCM_IOCTL_HW_PARAMS, BOTH(struct compat_hw_params) },
	  widen_hw_params, narrow_hw_params },
	{ .command = SNDRV_PCM_IOCTL_HW_FREE },
	{ COMPAT_SW_PARAMS, { SNDRV_PCM_IOCTL_SW_PARAMS, BOTH(struct compat_sw_params) },
	  widen_sw_params, narrow_sw_params },
	{ COMPAT_STATUS_TIME32, { SNDRV_PCM_IOCTL_STATUS, BOTH(struct compat_status32) },
	  widen_status32, narrow_status32 },
	{ COMPAT_STATUS_TIME64, { SNDRV_PCM_IOCTL_STATUS, BOTH(struct compat_status64) },
	  widen_status64, narrow_status64 },
	{ COMPAT_CHANNEL_INFO, { SNDRV_PCM_IOCTL_CHANNEL_INFO, BOTH(struct compat_channel_info) },
	  widen_channel_info, narrow_channel_info },
	{ .command = SNDRV_PCM_IOCTL_CHANNEL_INFO },	/* of x32 */
	{ .command = SNDRV_PCM_IOCTL_PREPARE },
	{ .command = SNDRV_PCM_IOCTL_RESET },
	{ .command = SNDRV_PCM_IOCTL_START },
	{ .command = SNDRV_PCM_IOCTL_DROP },
	{ .command = SNDRV_PCM_IOCTL_DRAIN },
	{ .command = SNDRV_PCM_IOCTL_PAUSE },
	{ COMPAT_REWIND, { SNDRV_PCM_IOCTL_REWIND, BOTH(uint32_t) }, widen_frames, narrow_frames },
	{ COMPAT_FORWARD, { SNDRV_PCM_IOCTL_FORWARD, BOTH(uint32_t) }, widen_frames,
	  narrow_frames },
	{ .command = SNDRV_PCM_IOCTL_RESUME },
	{ .command = SNDRV_PCM_IOCTL_XRUN },
	{ .command = SNDRV_PCM_IOCTL_LINK },
	{ .command = SNDRV_PCM_IOCTL_UNLINK },
	{ COMPAT_READN_FRAMES, { .command = SNDRV_PCM_IOCTL_READN_FRAMES }, NULL, NULL },
	{ COMPAT_WRITEI_FRAMES, { .command = SNDRV_PCM_IOCTL_WRITEI_FRAMES }, NULL, NULL },
	{ COMPAT_WRITEN_FRAMES, { .command = SNDRV_PCM_IOCTL_WRITEN_FRAMES }, NULL, NULL },
};

static const struct entry *find(uint32_t command)
{
	for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
		if (entries[i].command == command)
			return &entries[i];
	return NULL;
}

uint32_t compat_command(uint32_t command)
{
	const struct entry *entry = find(command);

	if (!entry)
		return 0;
	return entry->shape.command ? entry->shape.command : command;
}

const struct pcm_shape *compat_shape(uint32_t command)
{
	const struct entry *entry = find(command);

	if (!entry || pcm_is_transfer(entry->shape.command))
		return NULL;
	return entry->shape.command ? &entry->shape : pcm_shape(command);
}

int compat_ioctl(struct pcm *pcm, const struct pcm_context *context, uint32_t command,
		 uint64_t value, void *arg)
{
	_Alignas(16) uint8_t wide[PCM_ARG_MAX] = { 0 };
	const struct entry *entry = find(command);
	int err;

	if (!entry || !entry->shape.command)
		return entry ? pcm_ioctl(pcm, context, command, value, arg) : -ENOTTY;
	if (entry->widen)
		entry->widen(pcm, arg, wide);
	err = pcm_ioctl(pcm, context, entry->shape.command, value, wide);
	if (!err && entry->shape.command == SNDRV_PCM_IOCTL_HW_PARAMS)
		pcm->boundary = boundary_of(pcm);
	if (entry->narrow)
		entry->narrow(pcm, wide, arg);
	return err;
}

void compat_pointers(const void *from, uint32_t count, void **to)
{
	const uint8_t *bytes = from;

	for (uint32_t i = 0; i < count; i++) {
		uint32_t pointer;

		memcpy(&pointer, bytes + i * sizeof pointer, sizeof pointer);
		to[i] = (void *)(uintptr_t)pointer;
	}
}
