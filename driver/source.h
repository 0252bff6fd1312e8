/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The virtual microphone in the sound server: a null sink, whose clock is the
 * server's own, and a source made of its monitor, which applications see as
 * any other microphone. Both are modules of the server: they outlive the
 * driver, silent, and a successor takes them over, so that no recording
 * program ever loses its source when the driver dies.
 */
#ifndef DRIVER_SOURCE_H
#define DRIVER_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "server.h"

#define SOURCE_RATE 48000u
#define SOURCE_CHANNELS 2u
#define SOURCE_FRAME_BYTES 8u	/* FLOAT_LE: carries 24-bit samples exactly */

struct source {
	uint32_t sink, monitor, source;		/* indexes in the server; PA_INVALID_INDEX: none */
	uint32_t sink_module, source_module;
	uint32_t dummy_module;			/* see strays.h */
	char previous[256];			/* the default source before it; empty: unknown */
	bool found;				/* a predecessor's was taken over */
};

/*
 * Takes over what a predecessor left, or makes it; set_default selects a newly
 * made one as the server's default source. 0 or -errno, logged.
 */
int source_make(struct source *source, struct server *server, bool set_default);

/* Gives the default back and removes everything, whoever made it. 0 or -errno. */
int source_remove(struct source *source, struct server *server);

#endif
