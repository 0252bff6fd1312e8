/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Cards that are no microphone: [microphones] exempt, a list of words with
 * blanks in between. hardmuted and hardmute-node ask the same function, so that
 * what the one leaves alone the other does not serve.
 *
 *   driver:NAME   the kernel's driver of the card (snd_aloop)
 *   card:ID       its id in /proc/asound/cards (Loopback)
 *   bus:NAME      the device that it sits on (0000:00:1f.3, 1-2, snd_aloop.0)
 */
#ifndef HARDMUTED_EXEMPT_H
#define HARDMUTED_EXEMPT_H

#include <stdbool.h>
#include <stddef.h>

/* The two drivers of the kernel that make sound cards out of nothing. */
#define EXEMPT_DEFAULT "driver:snd_aloop driver:snd_dummy"

/* Every word of it can be understood. */
bool exempt_is_valid(const char *list);

/*
 * Whether a word of the list means this card; root is put before /sys. word,
 * if not NULL, receives it. False for a card that is not there.
 */
bool exempt_has_card(const char *list, const char *root, unsigned card, char *word, size_t size);

#endif
