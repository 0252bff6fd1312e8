/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What alsa-lib would write to standard error of its own accord; whoever calls it tells what went wrong. */
#ifndef HARDMUTED_ALSA_QUIET_H
#define HARDMUTED_ALSA_QUIET_H

#include <alsa/asoundlib.h>

__attribute__((format(printf, 5, 6)))
static inline void alsa_drop_error(const char *file, int line, const char *function, int error,
				   const char *format, ...)
{
	(void)file;
	(void)line;
	(void)function;
	(void)error;
	(void)format;
}

/* For the whole process. */
static inline void alsa_be_quiet(void)
{
	snd_lib_error_set_handler(alsa_drop_error);
}

#endif
