/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The pump: what a feed thread does between the opening and the closing of its
 * microphone. It allocates once, logs nothing, and waits only for frames.
 */
#ifndef HARDMUTED_PUMP_H
#define HARDMUTED_PUMP_H

#include <stdatomic.h>
#include <stdbool.h>

#include "../include/link.h"
#include "gate.h"
#include "mic.h"

/* How to open a microphone for what its readers need. */
unsigned pump_choose_period(const struct link_want *want);
struct mic_params pump_choose_params(const struct link_want *want);

/*
 * What is told of a microphone whose gate is closed: one bit (talk.h), and only while
 * somebody asked for it. The main thread sets listens; the pump sets talks and rings.
 */
struct pump_ear {
	atomic_bool listens, talks;
	int note_fd;
};

/*
 * Reads an open microphone and passes its frames to the gate, ringing the bell,
 * until stop_fd is readable. Returns -ECANCELED then, -ETIME when too little
 * came for too long, or the error that lost the microphone; but for the first,
 * the gate is closed.
 */
int pump_run(const struct mic_ops *ops, void *stream, const struct mic_params *params,
	     struct gate *gate, unsigned buffer_frames, int stop_fd, int bell_fd,
	     struct pump_ear *ear);

#endif
