/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Discovery of the real microphones: every capture PCM of every card, at start
 * and on hotplug (sd-device), with the limits that the hardware has.
 */
#ifndef HARDMUTED_CARD_H
#define HARDMUTED_CARD_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <systemd/sd-event.h>

/* One capture device of one card. Strings come from the kernel, truncated to fit. */
struct card_mic {
	unsigned card, device;		/* ALSA numbers */
	char card_id[16];		/* "PCH" */
	char card_name[80];		/* "HDA Intel PCH" */
	char pcm_id[64], pcm_name[80];	/* as SNDRV_PCM_IOCTL_INFO reports them */
	char subname[32];
	char syspath[256];
	unsigned channels_min, channels_max;	/* 0: limits could not be read (busy) */
	unsigned rate_min, rate_max;	/* Hz */
	uint64_t formats;		/* mask of SNDRV_PCM_FORMAT_* */
};

struct cards;

struct cards_callbacks {
	void (*added)(void *userdata, const struct card_mic *mic);
	/* its limits, which could not be read when it was added, are known now; may be NULL */
	void (*changed)(void *userdata, const struct card_mic *mic);
	void (*removed)(void *userdata, unsigned card, unsigned device);
	/* udev, and what its rules run, have done with the card's control node; or it is gone */
	void (*control)(void *userdata, unsigned card, bool there);
};

/* Starts watching and reports what is there now through added(). 0 or -errno. */
int cards_start(struct cards **cards, sd_event *event, const struct cards_callbacks *callbacks,
		void *userdata);
void cards_stop(struct cards *cards);

/*
 * card_read.c: asks the kernel for the names and limits of one capture device,
 * opening /dev/snd/pcmC<card>D<device>c for a moment if it is the node devnum.
 * 0; -EBUSY: somebody has it open, the limits are zero; -ENOENT, -ENXIO: no
 * node, or another one (a twin) has its name; -EACCES. root is put before all paths.
 */
int card_read(const char *root, unsigned card, unsigned device, dev_t devnum,
	      struct card_mic *mic);

#endif
