/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cleaning of strings from outside. Pure; any thread. */
#include "text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Bytes of the valid character at text, 0 when there is none (RFC 3629, section 4). */
static size_t measure_character(const unsigned char *text, size_t length)
{
	static const uint32_t smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t bytes;
	uint32_t code;

	if (text[0] < 0x80)
		return 1;
	bytes = text[0] >= 0xf0 ? 4 : text[0] >= 0xe0 ? 3 : 2;
	if (text[0] < 0xc0 || text[0] > 0xf4 || bytes > length)
		return 0;
	code = text[0] & (0x7fu >> bytes);
	for (size_t i = 1; i < bytes; i++) {
		if ((text[i] & 0xc0) != 0x80)
			return 0;
		code = code << 6 | (text[i] & 0x3f);
	}
	if (code < smallest[bytes] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
		return 0;
	return bytes;
}

/* C0, DEL and C1; and what turns the direction of writing around (U+202A..E, U+2066..9). */
static bool is_control(const unsigned char *text, size_t bytes)
{
	if (bytes == 1)
		return text[0] < 0x20 || text[0] == 0x7f;
	if (bytes == 2)
		return text[0] == 0xc2 && text[1] < 0xa0;
	if (bytes == 3 && text[0] == 0xe2)
		return (text[1] == 0x80 && text[2] >= 0xaa && text[2] <= 0xae) ||
		       (text[1] == 0x81 && text[2] >= 0xa6 && text[2] <= 0xa9);
	return false;
}

void text_clean(char *to, size_t size, const char *from, size_t length)
{
	const unsigned char *text = (const unsigned char *)from;
	size_t done = 0;

	length = strnlen(from, length);
	while (length) {
		size_t bytes = measure_character(text, length);
		bool bad = !bytes || is_control(text, bytes);

		if (!bytes)
			bytes = 1;
		if (done + (bad ? 1 : bytes) >= size)
			break;
		if (bad) {
			to[done++] = '?';
		} else {
			memcpy(to + done, text, bytes);
			done += bytes;
		}
		text += bytes;
		length -= bytes;
	}
	to[done] = '\0';
}
