/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which kind of microphone a name in the configuration means. */
#include "mic.h"

#include <string.h>

#include "mic_load.h"

const struct mic_ops *mic_find(const char *microphone, const char **spec)
{
	static const struct {
		const char *prefix;
		const struct mic_ops *ops;	/* NULL: must be loaded */
	} kinds[] = {
		{ "pulse", NULL }, { "alsa", &mic_alsa }, { "tone", &mic_tone }, { "file", NULL },
	};

	if (!*microphone)
		microphone = "pulse";
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		size_t length = strlen(kinds[i].prefix);

		if (strncmp(microphone, kinds[i].prefix, length) != 0 ||
		    (microphone[length] && microphone[length] != ':'))
			continue;
		*spec = microphone[length] ? microphone + length + 1 : "";
		/* mic_alsa tells a PCM name from "CARD,DEVICE" by its prefix */
		if (kinds[i].ops == &mic_alsa)
			*spec = microphone;
		return kinds[i].ops ? kinds[i].ops : mic_load(kinds[i].prefix);
	}
	return NULL;
}
