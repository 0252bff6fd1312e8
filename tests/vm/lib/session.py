#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a desktop says of its session to logind, as the session's user:

	session.py lock|unlock|idle|busy SESSION

A session on a text console may not say everything; then it is a graphical one for as long as that
takes. What was said stays when this program ends, but for "idle": it waits for its standard
input to end.
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import rawbus  # noqa: E402

LOGIND, PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
what, session = sys.argv[1:]
bus = rawbus.Bus()
path = bus.ask(LOGIND, PATH, LOGIND + ".Manager", "GetSession", "s", [session]).body[0]


def call(member, signature, *values):
    answer = bus.ask(LOGIND, path, LOGIND + ".Session", member, signature, values)
    if answer.kind == rawbus.ERROR:
        print(f"{member}: {answer.error} {answer.body}")
    return answer.kind == rawbus.RETURN


member = "SetLockedHint" if what in ("lock", "unlock") else "SetIdleHint"
value = int(what in ("lock", "idle"))
good = call(member, "b", value)
if not good:
    call("TakeControl", "b", 0)
    call("SetType", "s", "wayland")
    good = call(member, "b", value)
if good and what == "idle":
    sys.stdin.read()
sys.exit(not good)
