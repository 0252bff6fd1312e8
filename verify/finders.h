/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Each finds the paths of its kind and tries them all. False: stdout is closed. */
#ifndef VERIFY_FINDERS_H
#define VERIFY_FINDERS_H

#include <stdbool.h>

/*
 * "node" a capture PCM of a real card, under whatever name in /dev; "twin" a
 * virtual one; "compressed", "hwdep", "oss".
 */
bool find_nodes(void);
bool find_alsa_names(void);	/* "alsa": what alsa-lib lists for recording */
bool find_raw_buses(void);	/* "usb", "firewire": audio devices below ALSA */
bool find_sources(void);	/* "source": of the sound server, but no monitors */

#endif
