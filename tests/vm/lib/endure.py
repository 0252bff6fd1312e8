# SPDX-License-Identifier: GPL-2.0-or-later
"""What the endurance tests share: an installed hardmute in a guest, asked over the system bus and
looked at through /proc; programs of alice's; "ok" and "not ok" lines."""
import os
import shutil
import signal
import subprocess
import sys
import time

import dbus

CLIENTS = "/src/build/clients"
NAME, PATH, INTERFACE = "org.hardmute", "/org/hardmute/Mute1", "org.hardmute.Mute1"
LIB = ". /src/tests/vm/guest-lib.sh; trap - EXIT; "
failures = 0


def trials(default):
    return int(os.environ.get("HARDMUTE_TRIALS", default))


def check(name, good, why=""):
    global failures
    failures += not good
    print(f"ok {name}" if good else f"not ok {name}: {why}", flush=True)
    return bool(good)


def say(*words):
    print(*words, flush=True)


def finish(notes=None):
    """Ends the test; what was noted in that folder goes to the host when something failed."""
    if notes and failures:
        shutil.copytree(notes, "/results/notes", dirs_exist_ok=True)
    subprocess.run("journalctl -b --no-pager -o cat -u hardmuted.service "
                   "| grep -vE 'fenced in|^live: asked|opened: ' | sed 's/(pid [0-9]*/(pid N/' "
                   "| sort | uniq -c | sort -rn | head -25", shell=True, check=False)
    sys.exit(failures != 0)


def shell(command):
    """A line of bash with guest-lib.sh at hand; its exit status."""
    return subprocess.run(["bash", "-c", LIB + command], check=False).returncode


def output(command):
    return subprocess.run(["bash", "-c", LIB + command], stdout=subprocess.PIPE, text=True,
                          check=False).stdout


def client(name, *words):
    return [f"{CLIENTS}/{name}", *map(str, words)]


def start(command, user=None, **options):
    """A program in a process group of its own; signals go to all of the group."""
    if user:
        # the shell waits for the program and ends as it does
        command = ["bash", "-c", LIB + 'trap : INT TERM; as_user "$@"', "sh", user, *command]
    return subprocess.Popen(command, start_new_session=True, **options)


def send(process, number):
    if process.poll() is None:
        os.killpg(process.pid, number)


def stop(processes, number=signal.SIGTERM):
    for process in processes:
        send(process, number)
    return [process.wait(60) for process in processes]


def wait_for(seconds, condition):
    """Seconds until the condition held, or None."""
    begin = time.monotonic()
    while time.monotonic() - begin < seconds:
        if condition():
            return time.monotonic() - begin
        time.sleep(0.01)
    return None


class Hardmute:
    """The daemon as the bus shows it; None or an empty answer while it is not there."""

    def __init__(self):
        self.bus = dbus.SystemBus()

    def call(self, method, interface=INTERFACE, *arguments):
        return self.bus.call_blocking(NAME, PATH, interface, method, None, arguments, timeout=20)

    def get(self, name):
        try:
            return self.call("Get", "org.freedesktop.DBus.Properties", dbus.String(INTERFACE),
                             dbus.String(name))
        except dbus.DBusException as error:
            if error.get_dbus_name().endswith("LimitsExceeded"):
                say(f"{name}: {error.get_dbus_message()}")
            return None

    def ask(self, method):
        """True when it was done."""
        try:
            self.call(method)
            return True
        except dbus.DBusException as error:
            say(f"{method}: {error.get_dbus_message()}")
            return False

    def is_muted(self):
        return self.get("State") == "muted"

    def is_live(self):
        return self.get("State") == "live"


def unit_property(name):
    return output(f"systemctl show --property={name} --value hardmuted.service").strip()


def daemon_pid():
    pid = unit_property("MainPID")
    return int(pid) if pid else 0


def driver_pid():
    """Of the driver that hardmuted has now; 0: none."""
    parent = daemon_pid()
    pids = output(f"pgrep -P {parent} -x hardmute-driver").split() if parent else []
    return int(pids[0]) if pids else 0


def spawn_ms():
    """What starting a process costs here."""
    times = []
    for _ in range(20):
        begin = time.monotonic()
        os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0)
        times.append((time.monotonic() - begin) * 1000)
    return sorted(times)[len(times) // 2]


def card_is_closed(card, device):
    """Nobody has the real microphone open."""
    with open(f"/proc/asound/card{card}/pcm{device}c/sub0/status") as file:
        return file.read().strip() == "closed"
