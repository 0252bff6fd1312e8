# SPDX-License-Identifier: GPL-2.0-or-later
"""Plays hardmuted on the session bus, so that a desktop can be seen in every state.

Each line on standard input is a JSON object of properties to change; each call is a line on
standard output."""
import json
import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

INTERFACE = "org.hardmute.Mute1"


def convert(key, value):
    if isinstance(value, list):
        return dbus.Array([dbus.Dictionary({k: convert(k, v) for k, v in entry.items()},
                                           signature="sv") for entry in value], signature="a{sv}")
    if isinstance(value, bool):
        return dbus.Boolean(value)
    if isinstance(value, int):
        return dbus.UInt64(value) if key in ("Since", "LiveUntil") else dbus.UInt32(value)
    return dbus.String(value)


class Hardmuted(dbus.service.Object):
    properties = {}

    def change(self, news):
        for key, value in news.items():
            self.properties[key] = convert(key, value)
        self.PropertiesChanged(INTERFACE, {key: self.properties[key] for key in news}, [])

    @dbus.service.signal("org.freedesktop.DBus.Properties", signature="sa{sv}as")
    def PropertiesChanged(self, interface, changed, invalid):
        pass

    @dbus.service.method(INTERFACE, in_signature="", out_signature="a{sv}")
    def Status(self):
        return self.properties

    @dbus.service.method(INTERFACE, in_signature="", out_signature="s")
    def Mute(self):
        print("Mute", flush=True)
        return "muted"

    @dbus.service.method(INTERFACE, in_signature="", out_signature="s")
    def Unmute(self):
        print("Unmute", flush=True)
        raise dbus.DBusException("nobody is there who could be asked",
                                 name="org.hardmute.Error.NotPermitted")

    @dbus.service.method(INTERFACE, in_signature="t", out_signature="s")
    def UnmuteFor(self, microseconds):
        print("UnmuteFor", microseconds, flush=True)
        return "live"


def main():
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    bus = dbus.SessionBus()
    hardmuted = Hardmuted(bus, "/org/hardmute/Mute1")
    hardmuted.change(json.loads(sys.stdin.readline()))
    name = dbus.service.BusName("org.hardmute", bus)
    loop = GLib.MainLoop()

    def read(*_):
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        hardmuted.change(json.loads(line))
        return True

    GLib.io_add_watch(0, GLib.IO_IN | GLib.IO_HUP, read)
    loop.run()
    del name


main()
