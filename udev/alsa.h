/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The twins as alsa-lib's configuration knows them. All return an exit code, as in node.h. */
#ifndef HARDMUTE_ALSA_H
#define HARDMUTE_ALSA_H

/* "pcmC0D0c" is a twin from now on, or no more. */
int alsa_name_twin(const char *name);
int alsa_forget_twin(const char *name);
/* hardmuted is stopped for good: nothing is left. */
int alsa_forget_all(void);

#endif
