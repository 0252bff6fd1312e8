/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * hardmute's history: what hardmuted writes into the journal and "hardmutectl
 * log" reads. One entry per event, of one kind, told by its MESSAGE_ID; MESSAGE
 * says it in words. Every entry has HARDMUTE_MODE=system|session, beside it:
 *
 *   state       HARDMUTE_STATE=muted|live, HARDMUTE_REASON=, and with a mute that
 *               the driver had to confirm HARDMUTE_FENCE_USEC=, the time it took;
 *               when it was a key HARDMUTE_KEY= (the chord), HARDMUTE_DEVICE= (the
 *               keyboard's name) and HARDMUTE_KEY_USEC=, from the kernel's event to
 *               the fence, or until live was shown
 *   reader      HARDMUTE_READER_EVENT=keeps|begins (to read while muted; once per
 *               stream and mute), HARDMUTE_READER_PROGRAM=, _PID=, _UID=, _TWIN=
 *               (the node that it reads), _SINCE_USEC= (CLOCK_REALTIME of its
 *               open), _ID=; with EVENT=more nothing else: no further ones are
 *               written during this mute
 *   microphone  HARDMUTE_MICROPHONE= its title, HARDMUTE_MICROPHONE_EVENT=added|removed
 *   key         HARDMUTE_KEY_EVENT=refused (to unmute), HARDMUTE_KEY=, HARDMUTE_DEVICE=,
 *               HARDMUTE_REASON=
 *   proof       HARDMUTE_VERDICT=, when a mute is not proven, or is again
 *
 * Programs, keyboards and reasons are text from outside; control characters are replaced.
 * _SYSTEMD_UNIT=hardmuted.service, which journald adds, tells the system mode's
 * entries from what anybody else may write.
 */
#ifndef HARDMUTE_HISTORY_H
#define HARDMUTE_HISTORY_H

#define HISTORY_ID_STATE "541bd315b9b94110ac96f93843e230cd"
#define HISTORY_ID_READER "55f05de7a33e4c1b8ced19da251ce737"
#define HISTORY_ID_MICROPHONE "0d539ba9bbb647a2934bed314cd8587b"
#define HISTORY_ID_PROOF "8b94bb50c96e464ab5f71d9137eca4cb"

#define HISTORY_ID_KEY "9f0157ef27094b059e46e094daa382a1"

#define HISTORY_FIELD "HARDMUTE_"	/* all of our fields begin so */
#define HISTORY_UNIT "hardmuted.service"

#endif
