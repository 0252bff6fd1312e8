#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""A lid: a switch that is closed by a line "close" on standard input and opened by "open"."""
import sys

from evdev import UInput, ecodes

with UInput({ecodes.EV_SW: [ecodes.SW_LID]}, name="Test lid") as lid:
    print("here", flush=True)
    for line in sys.stdin:
        lid.write(ecodes.EV_SW, ecodes.SW_LID, int(line.strip() == "close"))
        lid.syn()
        print(line.strip(), flush=True)
