/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * hardmutectl default: which microphone programs get that name none, on
 * PulseAudio, PipeWire, or ALSA alone; and another one. ~/.asoundrc is the
 * user's: what would have to be in it is said, not written.
 */
#ifndef HARDMUTECTL_DEFAULT_H
#define HARDMUTECTL_DEFAULT_H

#include "commands.h"

int default_run(const struct options *options, const char *argument);

/* For tests: a line of hardmute-sources as an object; NULL for a line that is none. */
json_t *default_read(const char *line);
/*
 * The source that the user means: its name or title, or a part of one that no
 * other has. NULL: none, or more than one (*many).
 */
const json_t *default_find(const json_t *sources, const char *wanted, bool *many);
/* What to write into ~/.asoundrc; card is the id of ALSA's card. */
void default_advise(FILE *out, const char *title, const char *card, long long device);

#endif
