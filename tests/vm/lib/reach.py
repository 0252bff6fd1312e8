#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks for a real microphone's node within reach, by numbers alone, until it is ended:
	reach.py FILE [SECONDS between two looks]
Run it as a user. A line in FILE for each node that could be opened, or that its mode or ACL would let
somebody open; every look adds a dot to FILE.looks. It knows nothing of hardmute but where it hides
things and its group, and asks it nothing."""
import glob
import grp
import os
import stat
import sys
import time

ACL = "system.posix_acl_access"


def real_numbers():
    """Of all capture devices that the kernel has."""
    numbers = set()
    for path in glob.glob("/sys/class/sound/pcmC*D*c/dev") + glob.glob("/sys/class/sound/comprC*/dev"):
        try:
            with open(path) as file:
                major, minor = file.read().split(":")
                numbers.add(os.makedev(int(major), int(minor)))
        except (OSError, ValueError):
            pass
    return numbers


def candidates():
    """Every node in /dev and /dev/snd, and what might be where nobody may look."""
    for folder in ("/dev", "/dev/snd", "/dev/hardmute"):
        try:
            for name in os.listdir(folder):
                yield f"{folder}/{name}"
        except OSError:
            pass
    for card in range(3):
        for device in range(2):
            yield f"/dev/hardmute/pcmC{card}D{device}c"


def opens(path, numbers):
    """What was opened counts, not what had the name a moment ago."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return False
    real = os.fstat(fd).st_rdev in numbers
    os.close(fd)
    return real


def closed_groups():
    """Nobody is a member of these."""
    try:
        return {0, grp.getgrnam("hardmute").gr_gid}
    except KeyError:
        return {0}


def is_given_away(path, node):
    """The guard may refuse it all the same; the node's own rights must, too."""
    if node.st_mode & 0o006 or node.st_gid not in closed_groups() and node.st_mode & 0o060:
        return True
    try:
        return bool(os.getxattr(path, ACL))
    except OSError:
        return False


def look(numbers, out):
    for path in candidates():
        try:
            node = os.stat(path)
        except OSError:
            continue
        if not stat.S_ISCHR(node.st_mode) or node.st_rdev not in numbers:
            continue
        if opens(path, numbers) or is_given_away(path, node):
            print(time.monotonic(), path, oct(node.st_mode), node.st_gid, file=out, flush=True)


def main():
    pause = float(sys.argv[2]) if len(sys.argv) > 2 else 0.05
    with open(sys.argv[1], "w") as out, open(sys.argv[1] + ".looks", "w") as looks:
        while True:
            look(real_numbers(), out)
            print(".", end="", file=looks, flush=True)
            time.sleep(pause)


main()
