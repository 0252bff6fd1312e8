/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The configuration: parsed by inih into a fresh struct, and handed out only
 * when every line of it is valid. Errors name file:line and the key.
 */
#ifndef HARDMUTED_CONFIG_H
#define HARDMUTED_CONFIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "chord.h"

enum config_mode {
	CONFIG_MODE_DISCONNECT = 0,	/* close the microphone while muted */
	CONFIG_MODE_SILENCE,		/* keep it open and discard what it hears */
};

/* Who may unmute; zero is the strictest. */
enum config_unmute {
	CONFIG_UNMUTE_KEY = 0,		/* keys only */
	CONFIG_UNMUTE_ASK,		/* and callers for whom polkit says yes */
	CONFIG_UNMUTE_SESSION,		/* and callers from the active local session, and root */
};

/* What mutes beside requests and losses, as bits. */
enum config_mute_on {
	CONFIG_MUTE_ON_LOCK = 1 << 0,	/* the screen is locked */
	CONFIG_MUTE_ON_LID = 1 << 1,	/* the lid is closed */
	CONFIG_MUTE_ON_SWITCH = 1 << 2,	/* another session, or none, is the active one of seat0 */
	CONFIG_MUTE_ON_LOGOUT = 1 << 3,	/* the user who went live has logged out */
	CONFIG_MUTE_ON_IDLE = 1 << 4,	/* the session is idle */
};

struct config {
	enum config_mode mode;		/* [mute] mode = disconnect | silence */
	bool remind;			/* [mute] remind = no | yes: notice speech while muted */
	enum config_unmute unmute;	/* [authority] unmute = key | ask | session */
	unsigned mute_on;		/* [authority] mute-on = lock lid switch logout idle */
	uint64_t max_live_us;		/* [authority] max-live; 0 none */
	char exempt[256];		/* [microphones] exempt = words; see exempt.h */
	struct chords keys;		/* [keys] toggle, mute, unmute, push-to-talk, push-to-mute = chords */
	char trusted[192];		/* [keys] trusted = "keyboard" ...; see config_trusts() */
	char lights[256];		/* [led] names = patterns; see light.h */
	bool lights_inverted;		/* [led] inverted = no | yes: brightness 0 is lit */
	bool lit_when_live;		/* [led] lit = muted | live */
	char microphone[256];		/* [session] microphone = pulse[:SOURCE] | alsa:PCM | tone:HZ | file:WAV */
	bool set_default;		/* [session] default = yes | no: select the virtual microphone as the default */
	unsigned latency_ms;		/* [session] latency-ms = 0 (smallest that holds) .. 2000 */
};

void config_defaults(struct config *config);

/*
 * Reads path into *config, starting from the defaults. Returns 0; -ENOENT when
 * there is no such file; -EINVAL after one line per mistake was written to
 * report (callback; line "FILE:LINE: key: what is wrong"). *config is changed
 * only on 0.
 */
typedef void config_report_fn(void *userdata, const char *line);
int config_load(const char *path, struct config *config, config_report_fn *report, void *userdata);

/* The configuration names this keyboard as one to be trusted, whoever made it. */
bool config_trusts(const struct config *config, const char *keyboard);

/* The file for this mode: /etc/... or below $XDG_CONFIG_HOME (or ~/.config). 0 or -errno. */
int config_path(bool session, char *path, size_t size);

#endif
