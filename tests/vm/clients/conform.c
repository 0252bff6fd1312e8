/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Prints what a capture PCM answers to every ioctl in every state, one line
 * each: "STATE IOCTL -> ERRNO STATE [facts]". Run on a kernel card and on a
 * twin, the two outputs must be the same.
 *	conform /dev/snd/pcmC0D1c
 */
// build:
// build i386: -m32
// build i386time64: -m32 -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#include <sound/asound.h>

#define RATE 48000
#define PERIOD 4800
#define BUFFER 19200

static const char *path;
static short frames[BUFFER * 2];
static short *channel_buffers[2] = { frames, frames + BUFFER };

static void mask_one(struct snd_pcm_hw_params *p, int which, unsigned value)
{
	struct snd_mask *m = &p->masks[which - SNDRV_PCM_HW_PARAM_FIRST_MASK];

	memset(m, 0, sizeof *m);
	m->bits[value / 32] = 1u << value % 32;
}

static void interval_one(struct snd_pcm_hw_params *p, int which, unsigned value)
{
	struct snd_interval *i = &p->intervals[which - SNDRV_PCM_HW_PARAM_FIRST_INTERVAL];

	memset(i, 0, sizeof *i);
	i->min = i->max = value;
	i->integer = 1;
}

static void any(struct snd_pcm_hw_params *p)
{
	memset(p, 0, sizeof *p);
	for (int i = 0; i <= SNDRV_PCM_HW_PARAM_LAST_MASK - SNDRV_PCM_HW_PARAM_FIRST_MASK; i++)
		memset(&p->masks[i], 0xff, sizeof p->masks[i]);
	for (int i = 0; i <= SNDRV_PCM_HW_PARAM_LAST_INTERVAL - SNDRV_PCM_HW_PARAM_FIRST_INTERVAL; i++)
		p->intervals[i].max = ~0u;
	p->rmask = ~0u;
	p->info = ~0u;
}

static void usual(struct snd_pcm_hw_params *p)
{
	any(p);
	mask_one(p, SNDRV_PCM_HW_PARAM_ACCESS, SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	mask_one(p, SNDRV_PCM_HW_PARAM_FORMAT, SNDRV_PCM_FORMAT_S16_LE);
	interval_one(p, SNDRV_PCM_HW_PARAM_CHANNELS, 2);
	interval_one(p, SNDRV_PCM_HW_PARAM_RATE, RATE);
	interval_one(p, SNDRV_PCM_HW_PARAM_PERIOD_SIZE, PERIOD);
	interval_one(p, SNDRV_PCM_HW_PARAM_BUFFER_SIZE, BUFFER);
}

static void usual_sw(struct snd_pcm_sw_params *p)
{
	memset(p, 0, sizeof *p);
	p->proto = SNDRV_PROTOCOL_VERSION(2, 0, 15);
	p->tstamp_mode = SNDRV_PCM_TSTAMP_ENABLE;
	p->tstamp_type = SNDRV_PCM_TSTAMP_TYPE_MONOTONIC;
	p->period_step = 1;
	p->avail_min = PERIOD;
	p->start_threshold = 1;
	p->stop_threshold = BUFFER;
}

static void nap(int ms)
{
	nanosleep(&(struct timespec){ ms / 1000, ms % 1000 * 1000000L }, NULL);
}

static int state_of(int fd)
{
	struct snd_pcm_sync_ptr s;

	memset(&s, 0, sizeof s);
	s.flags = SNDRV_PCM_SYNC_PTR_APPL | SNDRV_PCM_SYNC_PTR_AVAIL_MIN;
	return ioctl(fd, SNDRV_PCM_IOCTL_SYNC_PTR, &s) < 0 ? -errno : s.s.status.state;
}

/* ---- states ---- */

static const char *const state_names[] = {
	"OPEN", "SETUP", "PREPARED", "RUNNING", "XRUN", "DRAINING", "PAUSED"
};

static int reach(int state)
{
	struct snd_pcm_hw_params hw;
	struct snd_pcm_sw_params sw;
	int fd = open(path, O_RDWR | O_CLOEXEC);

	if (fd < 0) {
		perror(path);
		exit(1);
	}
	if (state == SNDRV_PCM_STATE_OPEN)
		return fd;
	usual(&hw);
	usual_sw(&sw);
	if (ioctl(fd, SNDRV_PCM_IOCTL_HW_PARAMS, &hw) || ioctl(fd, SNDRV_PCM_IOCTL_SW_PARAMS, &sw))
		perror("setup");
	if (state == SNDRV_PCM_STATE_SETUP)
		return fd;
	if (ioctl(fd, SNDRV_PCM_IOCTL_PREPARE))
		perror("prepare");
	if (state == SNDRV_PCM_STATE_PREPARED)
		return fd;
	if (ioctl(fd, SNDRV_PCM_IOCTL_START))
		perror("start");
	nap(state == SNDRV_PCM_STATE_XRUN ? 470 : 130);
	if (state == SNDRV_PCM_STATE_XRUN)
		ioctl(fd, SNDRV_PCM_IOCTL_HWSYNC);
	if (state == SNDRV_PCM_STATE_DRAINING && ioctl(fd, SNDRV_PCM_IOCTL_DRAIN))
		perror("drain");
	if (state == SNDRV_PCM_STATE_PAUSED && ioctl(fd, SNDRV_PCM_IOCTL_PAUSE, 1))
		perror("pause");
	return fd;
}

/* ---- the ioctls; each returns ioctl's result and may note a fact ---- */

static char fact[200];

static int simple(int fd, unsigned long command)
{
	return ioctl(fd, command, 0);
}

static int do_pversion(int fd)
{
	int version = 0, r = ioctl(fd, SNDRV_PCM_IOCTL_PVERSION, &version);

	snprintf(fact, sizeof fact, "%x.%x", version >> 16, version >> 8 & 255);
	return r;
}

static int do_info(int fd)
{
	struct snd_pcm_info info;
	int r;

	memset(&info, 0xff, sizeof info);
	r = ioctl(fd, SNDRV_PCM_IOCTL_INFO, &info);
	snprintf(fact, sizeof fact, "stream %d class %d count %u avail %u sync %d", info.stream,
		 info.dev_class, info.subdevices_count, info.subdevices_avail, 0);
	return r;
}

static int do_tstamp(int fd) { int on = 1; return ioctl(fd, SNDRV_PCM_IOCTL_TSTAMP, &on); }
static int do_ttstamp(int fd) { int type = 1; return ioctl(fd, SNDRV_PCM_IOCTL_TTSTAMP, &type); }
static int do_ttstamp_bad(int fd) { int type = 7; return ioctl(fd, SNDRV_PCM_IOCTL_TTSTAMP, &type); }
static int do_user_pversion(int fd) { int v = SNDRV_PCM_VERSION; return ioctl(fd, SNDRV_PCM_IOCTL_USER_PVERSION, &v); }

static int do_hw_refine(int fd)
{
	struct snd_pcm_hw_params hw;

	any(&hw);
	return ioctl(fd, SNDRV_PCM_IOCTL_HW_REFINE, &hw);
}

static int do_hw_params(int fd)
{
	struct snd_pcm_hw_params hw;

	usual(&hw);
	return ioctl(fd, SNDRV_PCM_IOCTL_HW_PARAMS, &hw);
}

static int do_hw_params_bad(int fd)
{
	struct snd_pcm_hw_params hw;

	usual(&hw);
	interval_one(&hw, SNDRV_PCM_HW_PARAM_RATE, 1);
	return ioctl(fd, SNDRV_PCM_IOCTL_HW_PARAMS, &hw);
}

static int do_sw_params(int fd)
{
	struct snd_pcm_sw_params sw;
	int r;

	usual_sw(&sw);
	r = ioctl(fd, SNDRV_PCM_IOCTL_SW_PARAMS, &sw);
	snprintf(fact, sizeof fact, "boundary %lx", r ? 0 : sw.boundary);
	return r;
}

static int do_sw_params_bad(int fd)
{
	struct snd_pcm_sw_params sw;

	usual_sw(&sw);
	sw.avail_min = 0;
	return ioctl(fd, SNDRV_PCM_IOCTL_SW_PARAMS, &sw);
}

static int do_sw_params_silence(int fd)
{
	struct snd_pcm_sw_params sw;

	usual_sw(&sw);
	sw.silence_size = 10;
	return ioctl(fd, SNDRV_PCM_IOCTL_SW_PARAMS, &sw);
}

static int status_with(int fd, unsigned long command)
{
	struct snd_pcm_status s;
	int r;

	memset(&s, 0, sizeof s);
	r = ioctl(fd, command, &s);
	snprintf(fact, sizeof fact, "state %d suspended %d avail%s delay%s max%s hw%s appl %lu stamp %d trigger %d audio %d",
		 s.state, s.suspended_state, s.avail ? ">0" : "=0", s.delay ? ">0" : "=0",
		 s.avail_max ? ">0" : "=0", s.hw_ptr ? ">0" : "=0", s.appl_ptr, s.tstamp.tv_sec > 0,
		 s.trigger_tstamp.tv_sec > 0, s.audio_tstamp.tv_sec || s.audio_tstamp.tv_nsec);
	return r;
}

static int do_status(int fd) { return status_with(fd, SNDRV_PCM_IOCTL_STATUS); }
static int do_status_ext(int fd) { return status_with(fd, SNDRV_PCM_IOCTL_STATUS_EXT); }

static int do_delay(int fd)
{
	snd_pcm_sframes_t delay = -1;
	int r = ioctl(fd, SNDRV_PCM_IOCTL_DELAY, &delay);

	snprintf(fact, sizeof fact, "%s", r ? "" : delay > 0 ? ">0" : delay == 0 ? "=0" : "<0");
	return r;
}

static int do_hwsync(int fd) { return simple(fd, SNDRV_PCM_IOCTL_HWSYNC); }

static int sync_with(int fd, unsigned flags, unsigned long appl)
{
	struct snd_pcm_sync_ptr s;
	int r;

	memset(&s, 0, sizeof s);
	s.flags = flags;
	s.c.control.appl_ptr = appl;
	s.c.control.avail_min = PERIOD;
	r = ioctl(fd, SNDRV_PCM_IOCTL_SYNC_PTR, &s);
	if (r == 0)
		snprintf(fact, sizeof fact, "state %d hw%s appl %lu avail_min %lu", s.s.status.state,
			 s.s.status.hw_ptr ? ">0" : "=0", s.c.control.appl_ptr, s.c.control.avail_min);
	return r;
}

static int do_sync(int fd) { return sync_with(fd, SNDRV_PCM_SYNC_PTR_APPL | SNDRV_PCM_SYNC_PTR_AVAIL_MIN, 0); }
static int do_sync_hw(int fd) { return sync_with(fd, SNDRV_PCM_SYNC_PTR_APPL | SNDRV_PCM_SYNC_PTR_AVAIL_MIN | SNDRV_PCM_SYNC_PTR_HWSYNC, 0); }
static int do_sync_appl(int fd) { return sync_with(fd, 0, 100); }
static int do_sync_appl_same(int fd) { return sync_with(fd, 0, 0); }
static int do_sync_appl_far(int fd) { return sync_with(fd, 0, ~0ul); }

static int do_channel_info(int fd)
{
	struct snd_pcm_channel_info i;
	int r;

	memset(&i, 0, sizeof i);
	i.channel = 1;
	r = ioctl(fd, SNDRV_PCM_IOCTL_CHANNEL_INFO, &i);
	if (!r)
		snprintf(fact, sizeof fact, "first %u step %u", i.first, i.step);
	return r;
}

static int do_channel_info_bad(int fd)
{
	struct snd_pcm_channel_info i = { .channel = 2 };

	return ioctl(fd, SNDRV_PCM_IOCTL_CHANNEL_INFO, &i);
}

static int do_prepare(int fd) { return simple(fd, SNDRV_PCM_IOCTL_PREPARE); }
static int do_reset(int fd) { return simple(fd, SNDRV_PCM_IOCTL_RESET); }
static int do_start(int fd) { return simple(fd, SNDRV_PCM_IOCTL_START); }
static int do_drop(int fd) { return simple(fd, SNDRV_PCM_IOCTL_DROP); }
static int do_drain(int fd) { return simple(fd, SNDRV_PCM_IOCTL_DRAIN); }
static int do_pause(int fd) { return ioctl(fd, SNDRV_PCM_IOCTL_PAUSE, 1); }
static int do_unpause(int fd) { return ioctl(fd, SNDRV_PCM_IOCTL_PAUSE, 0); }
static int do_resume(int fd) { return simple(fd, SNDRV_PCM_IOCTL_RESUME); }
static int do_xrun(int fd) { return simple(fd, SNDRV_PCM_IOCTL_XRUN); }
static int do_hw_free(int fd) { return simple(fd, SNDRV_PCM_IOCTL_HW_FREE); }
static int do_link(int fd) { return ioctl(fd, SNDRV_PCM_IOCTL_LINK, 0); }
static int do_unlink(int fd) { return simple(fd, SNDRV_PCM_IOCTL_UNLINK); }

static int move(int fd, unsigned long command, unsigned long frames_wanted)
{
	unsigned long f = frames_wanted;
	int r = ioctl(fd, command, &f);

	snprintf(fact, sizeof fact, "%s%ld", (long)f > 200 ? "many " : "", (long)f > 200 ? 0 : (long)f);
	return r;
}

static int do_rewind(int fd) { return move(fd, SNDRV_PCM_IOCTL_REWIND, 100); }
static int do_forward(int fd) { return move(fd, SNDRV_PCM_IOCTL_FORWARD, 100); }
static int do_forward_far(int fd) { return move(fd, SNDRV_PCM_IOCTL_FORWARD, ~0ul >> 1); }
static int do_rewind_none(int fd) { return move(fd, SNDRV_PCM_IOCTL_REWIND, 0); }

static int xferi(int fd, unsigned long command, unsigned long count)
{
	struct snd_xferi x = { .result = -99, .buf = frames, .frames = count };
	int r = ioctl(fd, command, &x);

	snprintf(fact, sizeof fact, "result %ld", x.result);
	return r;
}

static int xfern(int fd, unsigned long command, unsigned long count)
{
	struct snd_xfern x = { .result = -99, .bufs = (void **)channel_buffers, .frames = count };
	int r = ioctl(fd, command, &x);

	snprintf(fact, sizeof fact, "result %ld", x.result);
	return r;
}

static int do_readi(int fd) { return xferi(fd, SNDRV_PCM_IOCTL_READI_FRAMES, PERIOD); }
static int do_readi_none(int fd) { return xferi(fd, SNDRV_PCM_IOCTL_READI_FRAMES, 0); }
static int do_readn(int fd) { return xfern(fd, SNDRV_PCM_IOCTL_READN_FRAMES, PERIOD); }
static int do_writei(int fd) { return xferi(fd, SNDRV_PCM_IOCTL_WRITEI_FRAMES, PERIOD); }
static int do_writen(int fd) { return xfern(fd, SNDRV_PCM_IOCTL_WRITEN_FRAMES, PERIOD); }
static int do_readi_fault(int fd)
{
	struct snd_xferi x = { .buf = (void *)16, .frames = 100 };

	return ioctl(fd, SNDRV_PCM_IOCTL_READI_FRAMES, &x);
}
static int do_read(int fd) { ssize_t n = read(fd, frames, PERIOD * 4); snprintf(fact, sizeof fact, "%zd", n); return n < 0 ? -1 : 0; }
static int do_read_odd(int fd) { ssize_t n = read(fd, frames, 7); return n < 0 ? -1 : 0; }
static int do_write(int fd) { ssize_t n = write(fd, frames, 400); return n < 0 ? -1 : 0; }
static int do_unknown(int fd) { return ioctl(fd, _IO('A', 0x7f)); }
static int do_foreign(int fd) { return ioctl(fd, _IO('T', 0x01)); }
static int do_fault(int fd) { return ioctl(fd, SNDRV_PCM_IOCTL_INFO, 16); }

static int do_poll(int fd)
{
	struct pollfd p = { fd, POLLIN | POLLPRI | POLLOUT, 0 };
	int r = poll(&p, 1, 0);

	snprintf(fact, sizeof fact, "events %x", p.revents);
	return r < 0 ? -1 : 0;
}

static const struct {
	const char *name;
	int (*run)(int fd);
} calls[] = {
	{ "PVERSION", do_pversion }, { "INFO", do_info }, { "TSTAMP", do_tstamp },
	{ "TTSTAMP", do_ttstamp }, { "TTSTAMP=7", do_ttstamp_bad },
	{ "USER_PVERSION", do_user_pversion }, { "HW_REFINE", do_hw_refine },
	{ "HW_PARAMS", do_hw_params }, { "HW_PARAMS=bad", do_hw_params_bad },
	{ "HW_FREE", do_hw_free }, { "SW_PARAMS", do_sw_params },
	{ "SW_PARAMS=bad", do_sw_params_bad }, { "SW_PARAMS=silence", do_sw_params_silence },
	{ "STATUS", do_status }, { "STATUS_EXT", do_status_ext }, { "DELAY", do_delay },
	{ "HWSYNC", do_hwsync }, { "SYNC_PTR", do_sync }, { "SYNC_PTR=hwsync", do_sync_hw },
	{ "SYNC_PTR=appl", do_sync_appl }, { "SYNC_PTR=far", do_sync_appl_far },
	{ "SYNC_PTR=same", do_sync_appl_same },
	{ "CHANNEL_INFO", do_channel_info }, { "CHANNEL_INFO=2", do_channel_info_bad },
	{ "PREPARE", do_prepare }, { "RESET", do_reset }, { "START", do_start },
	{ "DROP", do_drop }, { "DRAIN", do_drain }, { "PAUSE=1", do_pause },
	{ "PAUSE=0", do_unpause }, { "RESUME", do_resume }, { "XRUN", do_xrun },
	{ "LINK", do_link }, { "UNLINK", do_unlink }, { "REWIND", do_rewind },
	{ "REWIND=0", do_rewind_none }, { "FORWARD", do_forward },
	{ "FORWARD=far", do_forward_far }, { "READI", do_readi }, { "READI=0", do_readi_none },
	{ "READI=fault", do_readi_fault }, { "READN", do_readn }, { "WRITEI", do_writei },
	{ "WRITEN", do_writen }, { "read", do_read }, { "read=odd", do_read_odd },
	{ "write", do_write }, { "poll", do_poll }, { "unknown", do_unknown },
	{ "foreign", do_foreign }, { "fault", do_fault },
};

int main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	path = argv[1];
	for (size_t s = 0; s < sizeof state_names / sizeof *state_names; s++) {
		for (size_t c = 0; c < sizeof calls / sizeof *calls; c++) {
			int fd = reach((int)s), r, err, after;

			fact[0] = '\0';
			alarm(20);
			errno = 0;
			r = calls[c].run(fd);
			err = r < 0 ? errno : 0;
			alarm(0);
			after = state_of(fd);
			printf("%s %s -> %s %s %s\n", state_names[s],
			       calls[c].name, err ? strerrorname_np(err) : "0",
			       after >= 0 && after < 9 ? state_names[after % 7] : "?", fact);
			fflush(stdout);
			close(fd);
		}
	}
	return 0;
}
