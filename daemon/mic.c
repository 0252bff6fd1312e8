/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which kind of microphone a name in the configuration means. */
#include "mic.h"

#include <string.h>

const struct mic_ops *mic_find(const char *microphone, const char **spec)
{
	static const struct {
		const char *prefix;
		const struct mic_ops *ops;
	} kinds[] = {
		{ "pulse", &mic_pulse }, { "alsa", &mic_alsa }, { "tone", &mic_tone },
		{ "file", &mic_file },
	};

	if (!*microphone)
		microphone = "pulse";
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		size_t length = strlen(kinds[i].prefix);

		if (strncmp(microphone, kinds[i].prefix, length) != 0)
			continue;
		/* mic_alsa tells a PCM name from "CARD,DEVICE" by its prefix */
		*spec = kinds[i].ops == &mic_alsa ? microphone : microphone + length + 1;
		if (microphone[length] == ':')
			return kinds[i].ops;
		*spec = "";
		if (!microphone[length])
			return kinds[i].ops;
	}
	return NULL;
}
