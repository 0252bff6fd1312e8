/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The session's microphones (sound server, file) are shared objects of their
 * own, loaded when one is asked for: with them come libpulse or libsndfile and
 * some twenty libraries more, which have no business in the system's daemon.
 */
#ifndef HARDMUTED_MIC_LOAD_H
#define HARDMUTED_MIC_LOAD_H

#include "mic.h"

/* "pulse", "file": NULL when it cannot be had; why has been logged. Never unloaded. */
const struct mic_ops *mic_load(const char *kind);

#endif
