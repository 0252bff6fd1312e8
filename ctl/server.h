/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The agent's sound-server side. While hardmute is muted the server shows it
 * (mirror.h), and microphones that hardmute cannot gate are muted there, what
 * records from them is moved to a gated one, and headsets give up their
 * microphone (bluetooth.h). All of it is a courtesy of the session: any
 * program of the user can undo it. It never counts for "proven", only against
 * it: what is recorded beside hardmute becomes a warning of the agent.
 *
 * On the session bus, below the agent's name: the object and interface of
 * names.h (AGENT_OBJECT, AGENT_INTERFACE) with
 *   Ungated    aa{sv}  property: Name s, Title s, Kind s, Silenced b, Readers as
 *   Warnings   as      property: what stands against a mute, for people
 *   Refused(title s, times u, programs s)  signal: somebody un-muted in vain
 */
#ifndef HARDMUTE_AGENT_SERVER_H
#define HARDMUTE_AGENT_SERVER_H

#include "agent.h"

struct server;

/*
 * Somebody cleared the mute flag of title in the sound server so often since
 * the last report, and was refused. programs: the server tells nobody who it
 * was; these are connected to it. For the user to read.
 */
typedef void server_refused_fn(void *userdata, const char *title, unsigned times,
			       const char *programs);

/* That there is no sound server is no error. agent->session may be NULL. 0 or -errno. */
int server_start(struct server **server, struct agent *agent);
/* Gives back what it has changed in the sound server; waits for that half a second at most. */
void server_stop(struct server *server);

/* Otherwise it is only logged. */
void server_on_refused(struct server *server, server_refused_fn *refused, void *userdata);

#endif
