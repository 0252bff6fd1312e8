/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The sound-server front of session mode: one virtual microphone in the user's
 * sound server (PulseAudio or PipeWire's pulse server, through libpulse), fed
 * from the ring of twin 0. It is the driver's main loop in that mode: the link,
 * the bell, the pulse and the sound server are all waited for in one poll.
 *
 * It answers every message of include/link.h by itself; the fence is answered
 * only when the sound server has been seen to hand out zeros again.
 */
#ifndef DRIVER_FRONT_H
#define DRIVER_FRONT_H

#include <stdbool.h>

/* From the command line: hardmute-front [--latency-ms N] [--no-default] */
struct front_options {
	unsigned latency_ms;	/* floor of what is kept in the sound server; 0: the least that holds */
	bool set_default;	/* select the virtual microphone as the server's default source */
};

/*
 * Runs until LINK_QUIT (the virtual microphone is removed, the previous default
 * source given back) or until the link ends (muted; the virtual microphone stays
 * in the server, silent, for a successor to adopt), or until the sound server
 * is lost: -ENODEV, the process is to end and the daemon mutes. Sends LINK_READY.
 * Uses the descriptors LINK_FD_* of include/link.h; knows nothing of cards or CUSE.
 * Returns 0 or -errno.
 */
int front_run(const struct front_options *options);

#endif
