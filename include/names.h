/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Every name that hardmute shows to the outside: bus, paths, exit codes.
 * Paths that an installer may move come from the Makefile.
 */
#ifndef HARDMUTE_NAMES_H
#define HARDMUTE_NAMES_H

#define BUS_NAME "org.hardmute"
#define BUS_PATH "/org/hardmute/Mute1"
#define BUS_INTERFACE "org.hardmute.Mute1"

#define CTL_NAME "hardmutectl"	/* beside hardmute-agent */
#define AGENT_BUS_NAME "org.hardmute.Agent"	/* on the session bus: one agent per session */
#define AGENT_OBJECT "/org/hardmute/Agent1"	/* what its sound-server side tells; see ctl/server.h */
#define AGENT_INTERFACE "org.hardmute.Agent1"

#define BUS_ERROR_NOT_PERMITTED "org.hardmute.Error.NotPermitted"
#define BUS_ERROR_FAILED "org.hardmute.Error.Failed"

#ifndef SYSCONFDIR
#define SYSCONFDIR "/etc"
#endif
#ifndef LIBEXECDIR
#define LIBEXECDIR "/usr/libexec"
#endif
#ifndef UDEVDIR
#define UDEVDIR "/usr/lib/udev"
#endif

#define CONFIG_PATH SYSCONFDIR "/hardmute/hardmute.conf"
#define CONFIG_SESSION_FILE "hardmute/hardmute.conf"	/* below $XDG_CONFIG_HOME */
#define AGENT_CONFIG_FILE "hardmute/agent.conf"	/* the same */
#define DRIVER_NAME "hardmute-driver"	/* in LIBEXECDIR, or beside hardmuted */
#define FRONT_NAME "hardmute-front"	/* the same for session mode; $HARDMUTE_DRIVER overrides it */
#define MIC_NAME "hardmute-mic-%s.so"	/* a kind of microphone that hardmuted has to load */
#define VERIFY_NAME "hardmute-verify"	/* run by hardmutectl verify */
#define SOURCES_NAME "hardmute-sources"	/* run by hardmutectl default */
#define NODE_PATH UDEVDIR "/hardmute-node"	/* what the udev rules run */
#define RULES_DIR UDEVDIR "/rules.d"
#define RULES_NAME "72-hardmute.rules"
#define RUN_DIR "/run/hardmute"		/* exists while hardmuted.service is active */
#define ALSA_DIR "/run/hardmute-alsa"	/* root's: a file for each twin; see udev/alsa.c */
#define GUARD_STATUS RUN_DIR "/guard"	/* "on", or why there is no guard */
#define GUARD_NAME "guard"		/* the guard's descriptor in systemd's store */
#define RELEASED_PATH SYSCONFDIR "/hardmute/released"	/* exists after "hardmutectl release" */
#define HIDDEN_DIR "/dev/hardmute"	/* where the real capture nodes are moved to */
#define LIGHTS_DIR HIDDEN_DIR "/leds"	/* how the lights were that hardmuted drives */
#define SWITCHES_DIR "/var/lib/hardmute"	/* StateDirectory= of hardmuted.service */
#define SWITCHES_PATH SWITCHES_DIR "/switches"	/* capture switches as they were before a mute */
#define SESSION_SOURCE "hardmute"	/* the session mode's source in the sound server */
#define SESSION_SOURCE_TITLE "HardMute Microphone"
#define SESSION_SINK "hardmute_feed"	/* the null sink behind it */
#define SESSION_DUMMY "hardmute_dummy"	/* for players, where there is no other sink */
#define SESSION_PREVIOUS "hardmute.previous"	/* property of SESSION_SOURCE: the default source before it */

#define HARDMUTE_VERSION "0.1.0"

/* Exit codes of hardmutectl; hardmuted uses the same words. */
enum exit_code {
	EXIT_DONE = 0,		/* done, or yes */
	EXIT_NO = 1,		/* no (is-muted), not proven (verify) */
	EXIT_USAGE = 2,		/* usage or configuration */
	EXIT_UNREACHABLE = 3,	/* the daemon or the bus cannot be reached */
	EXIT_NOT_PERMITTED = 4,
	EXIT_FAILED = 5,
	EXIT_LEAK = 6,		/* verify found live sound */
};

#endif
