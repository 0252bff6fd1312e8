/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The ioctls of a capture substream: one small function each, found by the
 * table at the end, which also says what each moves in and out of the caller's
 * memory (the direction bits in several ioctl numbers lie). Arguments are any
 * bytes at all.
 */
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>

#include "pcm_state.h"
#include "reader.h"

#define PCM_PROTOCOL SNDRV_PROTOCOL_VERSION(2, 0, 15)
#define NS 1000000000LL

/* An ioctl's whole situation; arg is aligned for any of the structs. */
struct call {
	struct pcm *pcm;
	const struct pcm_context *context;
	uint64_t value;
	void *arg;
};

static struct timespec stamp(const struct call *call, int64_t monotonic_ns)
{
	if (monotonic_ns && call->pcm->tstamp_type == SNDRV_PCM_TSTAMP_TYPE_GETTIMEOFDAY)
		monotonic_ns += call->context->monotonic_to_real;
	if (monotonic_ns && call->pcm->tstamp_type == SNDRV_PCM_TSTAMP_TYPE_MONOTONIC_RAW)
		monotonic_ns += call->context->monotonic_to_raw;
	return (struct timespec){ monotonic_ns / NS, monotonic_ns % NS };
}

static struct timespec audio_stamp(const struct pcm *pcm)
{
	if (pcm->state != SNDRV_PCM_STATE_RUNNING)
		return (struct timespec){ 0, 0 };
	return (struct timespec){ pcm->hw / pcm->rate, pcm->hw % pcm->rate * NS / pcm->rate };
}

/* A number of frames that a caller asked for: none when it is negative. */
static int64_t bounded(int64_t frames, uint64_t most)
{
	return frames <= 0 ? 0 : (uint64_t)frames < most ? frames : (int64_t)most;
}

/*
 * Brings the pointers up to date, and the caller will know of them: alsa-lib
 * makes of them what is there to be read, but for a stream that has overrun.
 */
static int update_and_tell(const struct call *call)
{
	struct pcm *pcm = call->pcm;
	int err = pcm_update(pcm, call->context);

	pcm->told = pcm->state == SNDRV_PCM_STATE_XRUN ? pcm->appl : pcm->hw;
	return err;
}

static int hwsync(const struct call *call)
{
	switch (call->pcm->state) {
	case SNDRV_PCM_STATE_RUNNING:
		return update_and_tell(call);
	case SNDRV_PCM_STATE_PREPARED:
	case SNDRV_PCM_STATE_PAUSED:
		return 0;
	case SNDRV_PCM_STATE_SUSPENDED:
		return -ESTRPIPE;
	case SNDRV_PCM_STATE_XRUN:
		return -EPIPE;
	default:
		return -EBADFD;
	}
}

static int on_pversion(const struct call *call)
{
	*(int *)call->arg = PCM_PROTOCOL;
	return 0;
}

static int on_user_pversion(const struct call *call)
{
	memcpy(&call->pcm->user_pversion, call->arg, sizeof(uint32_t));
	return 0;
}

static int on_info(const struct call *call)
{
	const struct link_twin *twin = call->context->twin;
	struct snd_pcm_info *info = call->arg;

	memset(info, 0, sizeof *info);
	info->device = twin->device;
	info->card = (int)twin->card;
	info->stream = SNDRV_PCM_STREAM_CAPTURE;
	memcpy(info->id, twin->id, sizeof info->id);
	memcpy(info->name, twin->name, sizeof info->name);
	memcpy(info->subname, twin->subname, sizeof info->subname);
	info->subdevices_count = 1;
	info->subdevices_avail = call->context->streams ? 0 : 1;
	return 0;
}

static int on_tstamp(const struct call *call)
{
	(void)call;	/* of old protocols; the kernel accepts and ignores it */
	return 0;
}

static int on_ttstamp(const struct call *call)
{
	int type = *(int *)call->arg;

	if (type < 0 || type > SNDRV_PCM_TSTAMP_TYPE_LAST)
		return -EINVAL;
	call->pcm->tstamp_type = (uint32_t)type;
	return 0;
}

static int on_hw_refine(const struct call *call)
{
	return params_refine(&call->context->limits, call->arg);
}

static void set_hw_params(struct pcm *pcm, const struct snd_pcm_hw_params *params)
{
	pcm->access = params_access(params);
	pcm->format = params_format(params);
	pcm->rate = params_rate(params);
	pcm->channels = params_channels(params);
	pcm->period_size = params_period_size(params);
	pcm->buffer_size = params_buffer_size(params);
	pcm->frame_bytes = reader_sample_bytes(pcm->format) * pcm->channels;

	pcm->tstamp_mode = SNDRV_PCM_TSTAMP_NONE;
	pcm->period_step = 1;
	pcm->avail_min = pcm->period_size;
	pcm->start_threshold = 1;
	pcm->stop_threshold = pcm->buffer_size;
	pcm->silence_threshold = pcm->silence_size = 0;
	pcm->boundary = pcm->buffer_size;
	while (pcm->boundary * 2 <= (uint64_t)LONG_MAX - pcm->buffer_size)
		pcm->boundary *= 2;
	pcm->base = pcm->avail_max = 0;
	pcm->hw = pcm->appl = 0;
	pcm->setup++;
	pcm->state = SNDRV_PCM_STATE_SETUP;
}

static int on_hw_params(const struct call *call)
{
	int err;

	if (call->pcm->state != SNDRV_PCM_STATE_OPEN && call->pcm->state != SNDRV_PCM_STATE_SETUP &&
	    call->pcm->state != SNDRV_PCM_STATE_PREPARED)
		return -EBADFD;
	err = params_choose(&call->context->limits, call->arg);
	if (!err)
		set_hw_params(call->pcm, call->arg);
	else	/* as in the kernel, a refused setup leaves none */
		call->pcm->state = SNDRV_PCM_STATE_OPEN;
	return err;
}

static int on_hw_free(const struct call *call)
{
	if (call->pcm->state != SNDRV_PCM_STATE_SETUP && call->pcm->state != SNDRV_PCM_STATE_PREPARED)
		return -EBADFD;
	call->pcm->state = SNDRV_PCM_STATE_OPEN;
	return 0;
}

static bool sw_params_valid(const struct pcm *pcm, const struct snd_pcm_sw_params *sw)
{
	if (sw->tstamp_mode < 0 || sw->tstamp_mode > SNDRV_PCM_TSTAMP_LAST || !sw->avail_min)
		return false;
	if (sw->proto >= SNDRV_PROTOCOL_VERSION(2, 0, 12) &&
	    sw->tstamp_type > SNDRV_PCM_TSTAMP_TYPE_LAST)
		return false;
	if (sw->silence_size >= pcm->boundary)
		return sw->silence_threshold == 0;
	return sw->silence_size <= sw->silence_threshold &&
	       sw->silence_threshold <= pcm->buffer_size;
}

static int on_sw_params(const struct call *call)
{
	struct snd_pcm_sw_params *sw = call->arg;
	struct pcm *pcm = call->pcm;

	if (pcm->state == SNDRV_PCM_STATE_OPEN)
		return -EBADFD;
	if (!sw_params_valid(pcm, sw))
		return -EINVAL;
	pcm->tstamp_mode = (uint32_t)sw->tstamp_mode;
	if (sw->proto >= SNDRV_PROTOCOL_VERSION(2, 0, 12))
		pcm->tstamp_type = sw->tstamp_type;
	pcm->period_step = sw->period_step;
	pcm->avail_min = sw->avail_min;
	pcm->start_threshold = sw->start_threshold;
	pcm->stop_threshold = sw->stop_threshold;
	pcm->silence_threshold = sw->silence_threshold;
	pcm->silence_size = sw->silence_size;
	sw->boundary = pcm->boundary;
	pcm_update(pcm, call->context);
	return 0;
}

static int on_status(const struct call *call)
{
	struct snd_pcm_status *status = call->arg;
	uint32_t asked = status->audio_tstamp_data;
	struct pcm *pcm = call->pcm;
	bool running;

	memset(status, 0, sizeof *status);
	status->audio_tstamp_data = asked & 0xffff;	/* its accuracy report stays zero */
	update_and_tell(call);
	running = pcm->state == SNDRV_PCM_STATE_RUNNING;
	status->state = (int)pcm->state;
	status->suspended_state = (int)pcm->suspended_state;
	if (pcm->state == SNDRV_PCM_STATE_OPEN)
		return 0;
	status->trigger_tstamp = stamp(call, pcm->trigger_ns);
	if (pcm->tstamp_mode == SNDRV_PCM_TSTAMP_ENABLE)
		status->tstamp = stamp(call, running ? pcm->stamp_ns : call->context->now);
	status->driver_tstamp = status->tstamp;
	status->audio_tstamp = audio_stamp(pcm);
	status->appl_ptr = pcm_wrap(pcm, pcm->appl);
	status->hw_ptr = pcm_wrap(pcm, pcm->hw);
	status->avail = pcm_avail(pcm);
	status->avail_max = pcm->avail_max > status->avail ? pcm->avail_max : status->avail;
	pcm->avail_max = 0;
	status->delay = running ? (long)status->avail : 0;
	return 0;
}

static int on_delay(const struct call *call)
{
	int err = hwsync(call);

	if (!err)
		*(long *)call->arg = (long)pcm_avail(call->pcm);
	return err;
}

static int on_hwsync(const struct call *call)
{
	return hwsync(call);
}

/* Takes the caller's application pointer, which lives modulo the boundary. */
static int set_appl(struct pcm *pcm, uint64_t wrapped)
{
	if (wrapped == pcm_wrap(pcm, pcm->appl))	/* also before there is any boundary */
		return 0;
	if (wrapped >= pcm->boundary)
		return -EINVAL;
	pcm_move(pcm, wrapped + pcm->boundary - pcm_wrap(pcm, pcm->appl));
	return 0;
}

static int on_sync_ptr(const struct call *call)
{
	struct snd_pcm_sync_ptr *sync = call->arg;
	struct pcm *pcm = call->pcm;
	uint32_t flags = sync->flags;
	uint64_t appl = sync->c.control.appl_ptr, avail_min = sync->c.control.avail_min;
	int err = flags & SNDRV_PCM_SYNC_PTR_HWSYNC ? hwsync(call) : 0;

	if (err)
		return err;
	if (!(flags & SNDRV_PCM_SYNC_PTR_APPL)) {
		err = set_appl(pcm, appl);
		if (err)
			return err;
	}
	if (!(flags & SNDRV_PCM_SYNC_PTR_AVAIL_MIN))
		pcm->avail_min = avail_min ? avail_min : 1;
	update_and_tell(call);

	memset(sync, 0, sizeof *sync);
	sync->flags = flags;
	sync->s.status.state = (int)pcm->state;
	sync->s.status.hw_ptr = pcm_wrap(pcm, pcm->hw);
	if (pcm->tstamp_mode == SNDRV_PCM_TSTAMP_ENABLE)
		sync->s.status.tstamp = stamp(call, pcm->stamp_ns);
	sync->s.status.suspended_state = (int)pcm->suspended_state;
	sync->s.status.audio_tstamp = audio_stamp(pcm);
	sync->c.control.appl_ptr = pcm_wrap(pcm, pcm->appl);
	sync->c.control.avail_min = pcm->avail_min;
	return 0;
}

static int on_channel_info(const struct call *call)
{
	struct snd_pcm_channel_info *info = call->arg;
	struct pcm *pcm = call->pcm;
	unsigned sample_bits;

	if (pcm->state == SNDRV_PCM_STATE_OPEN)
		return -EBADFD;
	if (info->channel >= pcm->channels)
		return -EINVAL;
	sample_bits = reader_sample_bytes(pcm->format) * 8;
	info->offset = 0;
	if (pcm->access == SNDRV_PCM_ACCESS_RW_INTERLEAVED) {
		info->first = info->channel * sample_bits;
		info->step = sample_bits * pcm->channels;
	} else {
		info->first = info->channel * pcm->buffer_size * sample_bits;
		info->step = sample_bits;
	}
	return 0;
}

static int on_prepare(const struct call *call)
{
	struct pcm *pcm = call->pcm;

	if (pcm->state == SNDRV_PCM_STATE_OPEN)
		return -EBADFD;
	if (pcm->state == SNDRV_PCM_STATE_RUNNING)
		return -EBUSY;
	pcm->recovered = pcm->state == SNDRV_PCM_STATE_XRUN ||
			 pcm->state == SNDRV_PCM_STATE_SUSPENDED;
	pcm->hw = pcm->appl = pcm->told = 0;
	pcm->state = SNDRV_PCM_STATE_PREPARED;
	return 0;
}

static int on_reset(const struct call *call)
{
	struct pcm *pcm = call->pcm;
	int64_t hw;

	if (pcm->state != SNDRV_PCM_STATE_RUNNING && pcm->state != SNDRV_PCM_STATE_PREPARED &&
	    pcm->state != SNDRV_PCM_STATE_PAUSED && pcm->state != SNDRV_PCM_STATE_SUSPENDED)
		return -EBADFD;
	if (pcm->state == SNDRV_PCM_STATE_RUNNING && pcm_update(pcm, call->context) == 0)
		hw = pcm->hw % pcm->buffer_size;
	else
		hw = 0;
	pcm->base += (uint64_t)(pcm->hw - hw);
	pcm->hw = pcm->appl = pcm->told = hw;
	return 0;
}

static int on_start(const struct call *call)
{
	return pcm_start(call->pcm, call->context);
}

static int on_drop(const struct call *call)
{
	return pcm_drop(call->pcm, call->context);
}

static int on_drain(const struct call *call)
{
	return pcm_drain(call->pcm, call->context);
}

static int on_pause(const struct call *call)
{
	if (call->pcm->state == SNDRV_PCM_STATE_OPEN)	/* the ability is a hardware parameter */
		return -ENOSYS;
	return pcm_pause(call->pcm, call->context, (int)call->value != 0);
}

static int on_rewind(const struct call *call)
{
	unsigned long *frames = call->arg;
	int64_t asked = (int64_t)*frames;
	int err = asked > 0 ? hwsync(call) : 0;
	struct pcm *pcm = call->pcm;

	*frames = err ? (unsigned long)(long)err : 0;
	if (err || asked <= 0)
		return err;
	if (pcm_avail(pcm) < pcm->buffer_size)
		*frames = (unsigned long)bounded(asked, pcm->buffer_size - pcm_avail(pcm));
	pcm_move(pcm, pcm->boundary - *frames);
	return 0;
}

static int on_forward(const struct call *call)
{
	unsigned long *frames = call->arg;
	int64_t asked = (int64_t)*frames;
	int err = asked > 0 ? hwsync(call) : 0;

	*frames = err ? (unsigned long)(long)err : 0;
	if (err || asked <= 0)
		return err;
	*frames = (unsigned long)bounded(asked, pcm_avail(call->pcm));
	pcm_move(call->pcm, *frames);
	return 0;
}

/* Suspended streams cannot be resumed, only prepared anew; but not before the system is awake. */
static int on_resume(const struct call *call)
{
	if (call->pcm->state != SNDRV_PCM_STATE_SUSPENDED)
		return -EBADFD;
	return call->context->asleep ? -EAGAIN : -ENOSYS;
}

static int on_xrun(const struct call *call)
{
	if (call->pcm->state == SNDRV_PCM_STATE_XRUN)
		return 0;
	if (call->pcm->state != SNDRV_PCM_STATE_RUNNING)
		return -EBADFD;
	if (pcm_update(call->pcm, call->context) == 0)
		pcm_xrun(call->pcm, call->context);
	return 0;
}

static int on_link(const struct call *call)
{
	(void)call;	/* the descriptor named can never be a PCM that the kernel could link with this */
	return -EBADFD;
}

static int on_unlink(const struct call *call)
{
	(void)call;
	return -EALREADY;
}

static const struct ioctl_entry {
	struct pcm_shape shape;
	int (*handle)(const struct call *call);
} entries[] = {
	/* what streams ask all the time comes first */
	{ { SNDRV_PCM_IOCTL_SYNC_PTR, sizeof(struct snd_pcm_sync_ptr),
	    sizeof(struct snd_pcm_sync_ptr) }, on_sync_ptr },
	{ { SNDRV_PCM_IOCTL_STATUS_EXT, sizeof(struct snd_pcm_status),
	    sizeof(struct snd_pcm_status) }, on_status },
	{ { SNDRV_PCM_IOCTL_DELAY, 0, sizeof(long) }, on_delay },
	{ { SNDRV_PCM_IOCTL_HWSYNC, 0, 0 }, on_hwsync },
	{ { SNDRV_PCM_IOCTL_PVERSION, 0, sizeof(int) }, on_pversion },
	{ { SNDRV_PCM_IOCTL_INFO, 0, sizeof(struct snd_pcm_info) }, on_info },
	{ { SNDRV_PCM_IOCTL_TSTAMP, 0, 0 }, on_tstamp },
	{ { SNDRV_PCM_IOCTL_TTSTAMP, sizeof(int), 0 }, on_ttstamp },
	{ { SNDRV_PCM_IOCTL_USER_PVERSION, sizeof(int), 0 }, on_user_pversion },
	{ { SNDRV_PCM_IOCTL_HW_REFINE, sizeof(struct snd_pcm_hw_params),
	    sizeof(struct snd_pcm_hw_params) }, on_hw_refine },
	{ { SNDRV_PCM_IOCTL_HW_PARAMS, sizeof(struct snd_pcm_hw_params),
	    sizeof(struct snd_pcm_hw_params) }, on_hw_params },
	{ { SNDRV_PCM_IOCTL_HW_FREE, 0, 0 }, on_hw_free },
	{ { SNDRV_PCM_IOCTL_SW_PARAMS, sizeof(struct snd_pcm_sw_params),
	    sizeof(struct snd_pcm_sw_params) }, on_sw_params },
	{ { SNDRV_PCM_IOCTL_STATUS, sizeof(struct snd_pcm_status),
	    sizeof(struct snd_pcm_status) }, on_status },
	{ { SNDRV_PCM_IOCTL_CHANNEL_INFO, sizeof(struct snd_pcm_channel_info),
	    sizeof(struct snd_pcm_channel_info) }, on_channel_info },
	{ { SNDRV_PCM_IOCTL_PREPARE, 0, 0 }, on_prepare },
	{ { SNDRV_PCM_IOCTL_RESET, 0, 0 }, on_reset },
	{ { SNDRV_PCM_IOCTL_START, 0, 0 }, on_start },
	{ { SNDRV_PCM_IOCTL_DROP, 0, 0 }, on_drop },
	{ { SNDRV_PCM_IOCTL_DRAIN, 0, 0 }, on_drain },
	{ { SNDRV_PCM_IOCTL_PAUSE, 0, 0 }, on_pause },
	{ { SNDRV_PCM_IOCTL_REWIND, sizeof(long), sizeof(long) }, on_rewind },
	{ { SNDRV_PCM_IOCTL_FORWARD, sizeof(long), sizeof(long) }, on_forward },
	{ { SNDRV_PCM_IOCTL_RESUME, 0, 0 }, on_resume },
	{ { SNDRV_PCM_IOCTL_XRUN, 0, 0 }, on_xrun },
	{ { SNDRV_PCM_IOCTL_LINK, 0, 0 }, on_link },
	{ { SNDRV_PCM_IOCTL_UNLINK, 0, 0 }, on_unlink },
};

static const struct ioctl_entry *find(uint32_t command)
{
	for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
		if (entries[i].shape.command == command)
			return &entries[i];
	return NULL;
}

const struct pcm_shape *pcm_shape(uint32_t command)
{
	const struct ioctl_entry *entry = find(command);

	return entry ? &entry->shape : NULL;
}

bool pcm_is_transfer(uint32_t command)
{
	return command == SNDRV_PCM_IOCTL_READI_FRAMES || command == SNDRV_PCM_IOCTL_READN_FRAMES ||
	       command == SNDRV_PCM_IOCTL_WRITEI_FRAMES || command == SNDRV_PCM_IOCTL_WRITEN_FRAMES;
}

int pcm_ioctl(struct pcm *pcm, const struct pcm_context *context, uint32_t command,
	      uint64_t value, void *arg)
{
	struct call call = { .pcm = pcm, .context = context, .value = value, .arg = arg };
	const struct ioctl_entry *entry = find(command);

	if (!entry)
		return -ENOTTY;
	if (context->gone)
		return -ENODEV;
	if (context->asleep)
		pcm_suspend(pcm);
	return entry->handle(&call);
}
