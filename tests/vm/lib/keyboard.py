# SPDX-License-Identifier: GPL-2.0-or-later
"""A keyboard with a light for mute, until it is ended: keyboard.py NAME"""
import signal
import sys

from evdev import UInput, ecodes as e

with UInput({e.EV_KEY: [e.KEY_A], e.EV_LED: [e.LED_MUTE]}, name=sys.argv[1]):
    signal.sigwait([signal.SIGTERM, signal.SIGINT])
