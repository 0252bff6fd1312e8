#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs a command on a terminal of its own and types what is given whenever it asks for a password.

	terminal.py PASSWORD COMMAND...		the exit status is the command's
"""
import os
import pty
import re
import select
import sys
import time

password, command = sys.argv[1], sys.argv[2:]
pid, terminal = pty.fork()
if not pid:
    os.execvp(command[0], command)
seen, end = b"", time.monotonic() + 200
while time.monotonic() < end:
    if not select.select([terminal], [], [], 1)[0]:
        continue
    try:
        data = os.read(terminal, 4096)
    except OSError:  # the other end is closed
        break
    if not data:
        break
    sys.stdout.buffer.write(data)
    sys.stdout.flush()
    seen += data
    if re.search(rb"[Pp]assword: ?$", seen):
        seen = b""
        os.write(terminal, password.encode() + b"\n")
else:
    os.kill(pid, 9)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) & 0xff)
