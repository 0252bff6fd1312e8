# SPDX-License-Identifier: GPL-2.0-or-later
"""Plays a server of notifications: each is a line of JSON on standard output."""
import json

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


class Server(dbus.service.Object):
    last = 0

    @dbus.service.method(NAME, in_signature="", out_signature="as")
    def GetCapabilities(self):
        return ["body"]

    @dbus.service.method(NAME, in_signature="susssasa{sv}i", out_signature="u")
    def Notify(self, program, replaces, icon, summary, body, actions, hints, timeout):
        print(json.dumps([summary, body]), flush=True)
        self.last = replaces or self.last + 1
        return self.last

    @dbus.service.method(NAME, in_signature="u", out_signature="")
    def CloseNotification(self, number):
        pass


def main():
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    bus = dbus.SessionBus()
    server = Server(bus, PATH)
    name = dbus.service.BusName(NAME, bus)
    print("[]", flush=True)
    GLib.MainLoop().run()
    del server, name


main()
