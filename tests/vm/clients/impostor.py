#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tries to unmute without the user, as a program of the user who sits at the computer.

	impostor.py TRIALS [WAY...]	the ways in turn, TRIALS in all
	impostor.py race TRIALS		unmutes and mutes on one connection: the mute has to win

Prints "tried WAY: N" and a line "LEAK WAY: what" for everything that should not have been. Knows of
hardmute only its names; whether the microphone ever went live, the journal says.
"""
import collections
import glob
import os
import random
import signal
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../lib"))
import rawbus  # noqa: E402

MUTE = ("org.hardmute", "/org/hardmute/Mute1", "org.hardmute.Mute1")
DBUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
POLKIT = ("org.freedesktop.PolicyKit1", "/org/freedesktop/PolicyKit1/Authority",
          "org.freedesktop.PolicyKit1.Authority")
CTL = "hardmutectl"
leaks = calls = 0


def leak(way, what):
    global leaks
    leaks += 1
    print(f"LEAK {way}: {what}", flush=True)


def unmute(bus, member=None, flags=rawbus.INTERACTIVE):
    """Sends one of the calls that unmute."""
    global calls
    calls += 1
    member = member or random.choice(("Unmute", "UnmuteFor", "Toggle"))
    signature, values = ("t", [random.choice((1, 10**6, 2**63))]) if member == "UnmuteFor" else ("", ())
    return bus.send(rawbus.CALL, *MUTE, member, signature, values, flags)


def judge(way, answer):
    if answer and answer.kind == rawbus.RETURN and answer.body == ["live"]:
        leak(way, "hardmuted says live")


def run(*command, seconds=30):
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=seconds, check=False)
    except (subprocess.TimeoutExpired, OSError):
        return None


def connections():
    """The unique names of hardmuted's own connections."""
    bus = rawbus.Bus()
    owner = bus.ask(*DBUS, "GetNameOwner", "s", ["org.hardmute"]).body[0]
    uid = bus.ask(*DBUS, "GetConnectionUnixUser", "s", [owner]).body
    names = []
    for name in bus.ask(*DBUS, "ListNames").body[0]:
        if name.startswith(":") and bus.ask(*DBUS, "GetConnectionUnixUser", "s", [name]).body == uid:
            names.append(name)
    bus.close()
    return names


# ---- the ways ----

def plain(way):
    bus = rawbus.Bus()
    judge(way, bus.answer_to(unmute(bus, flags=random.choice((0, rawbus.INTERACTIVE)))))
    bus.close()


def threads(way):
    def one():
        bus = rawbus.Bus()
        for serial in [unmute(bus) for _ in range(4)]:
            judge(way, bus.answer_to(serial))
        bus.close()

    workers = [threading.Thread(target=one) for _ in range(6)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def leave(way):
    """Gone before the answer; another one has a connection of its own and looks alike."""
    bus = rawbus.Bus()
    unmute(bus)
    time.sleep(random.random() * 0.02)
    bus.close()
    plain(way)


def other_process(way):
    """The call is made, and the process that made it becomes another program."""
    pid = os.fork()
    if not pid:
        bus = rawbus.Bus()
        unmute(bus)
        os.set_inheritable(bus.socket.fileno(), True)
        os.dup2(bus.socket.fileno(), 9)
        ends = os.pipe()
        for fd in (0, 1, 2):
            os.dup2(ends[fd > 0], fd)
        os.execvp(CTL, [CTL, "--system", random.choice(("is-muted", "mute"))])
    os.waitpid(pid, 0)


def names(way):
    bus = rawbus.Bus()
    for name in ("org.hardmute", "org.freedesktop.PolicyKit1", "org.freedesktop.login1"):
        answer = bus.ask(*DBUS, "RequestName", "su", [name, 3])
        if answer.kind == rawbus.RETURN and answer.body[0] in (1, 4):
            leak(way, f"{name} is mine")
    bus.close()


def false_answers(way):
    """Answers to questions that others were asked: "yes", and "this is root"."""
    bus = rawbus.Bus()
    asking = rawbus.Bus()
    serial = unmute(asking)
    for name in connections():
        for reply in range(1, 60):
            bus.send(rawbus.RETURN, name, signature="(bba{ss})", values=[(1, 0, [])], reply=reply)
            bus.send(rawbus.RETURN, name, signature="a{sv}", reply=reply,
                     values=[[("UnixUserID", ("u", 0)), ("ProcessID", ("u", 1))]])
    judge(way, asking.answer_to(serial))
    asking.close()
    bus.close()


def false_signals(way):
    """The screen is not locked, the system has woken up, logind is new: to hardmuted alone."""
    bus = rawbus.Bus()
    sessions = bus.ask(*LOGIND, "ListSessions").body[0]
    for name in connections():
        for session in sessions:
            bus.send(rawbus.SIGNAL, name, session[4], "org.freedesktop.DBus.Properties",
                     "PropertiesChanged", "sa{sv}as",
                     ["org.freedesktop.login1.Session", [("LockedHint", ("b", 0))], []])
        bus.send(rawbus.SIGNAL, name, LOGIND[1], LOGIND[2], "PrepareForSleep", "b", [0])
        bus.send(rawbus.SIGNAL, name, DBUS[1], DBUS[2], "NameOwnerChanged", "sss",
                 [LOGIND[0], "", bus.name])
        bus.send(rawbus.SIGNAL, name, DBUS[1], DBUS[2], "NameOwnerChanged", "sss",
                 [POLKIT[0], "", bus.name])
    judge(way, bus.answer_to(unmute(bus)))
    bus.close()


def lying_agent(way):
    """An agent of one's own, which claims that the password was right."""
    agent, bus = rawbus.Bus(), rawbus.Bus()
    subject = ("unix-session", [("session-id", ("s", os.environ.get("XDG_SESSION_ID", "")))])
    answer = agent.ask(*POLKIT, "RegisterAuthenticationAgent", "(sa{sv})ss",
                       [subject, "C", "/impostor/Agent"])
    serial = unmute(bus)
    end = time.monotonic() + 4
    while answer and answer.kind == rawbus.RETURN and time.monotonic() < end:
        question = agent.receive(end - time.monotonic())
        if not question or question.member != "BeginAuthentication":
            continue
        cookie, identity = question.body[4], question.body[5][0]
        identity = (identity[0], [(key, ("u", value)) for key, value in identity[1]])
        for member, signature, values in (
                ("AuthenticationAgentResponse", "s(sa{sv})", [cookie, identity]),
                ("AuthenticationAgentResponse2", "us(sa{sv})", [os.getuid(), cookie, identity]),
                ("AuthenticationAgentResponse2", "us(sa{sv})", [0, cookie, identity])):
            said = agent.ask(*POLKIT, member, signature, values)
            if said and said.kind == rawbus.RETURN:
                leak(way, f"polkit takes {member} from {os.getuid()}")
        agent.send(rawbus.RETURN, question.sender, reply=question.serial)
        break
    judge(way, bus.answer_to(serial))
    agent.close()
    bus.close()


def dying_agent(way):
    """The agent goes when it is asked."""
    agent, bus = rawbus.Bus(), rawbus.Bus()
    subject = ("unix-session", [("session-id", ("s", os.environ.get("XDG_SESSION_ID", "")))])
    agent.ask(*POLKIT, "RegisterAuthenticationAgent", "(sa{sv})ss", [subject, "C", "/impostor/Agent"])
    serial = unmute(bus)
    agent.receive(random.random())
    agent.close()
    judge(way, bus.answer_to(serial))
    bus.close()


def ask_polkit(way):
    """Being one's own judge, and undoing the questions of others."""
    bus = rawbus.Bus()
    serial = unmute(bus)
    subject = ("system-bus-name", [("name", ("s", bus.name))])
    answer = bus.ask(*POLKIT, "CheckAuthorization", "(sa{sv})sa{ss}us",
                     [subject, "org.hardmute.unmute", [], 0, "unmute-1"])
    if answer and answer.kind == rawbus.RETURN and answer.body[0][0]:
        leak(way, "polkit says yes")
    bus.ask(*POLKIT, "CancelCheckAuthorization", "s", ["unmute-1"])
    judge(way, bus.answer_to(serial))
    bus.close()


def traced(way):
    """hardmutectl under a debugger, which is the same user's right."""
    done = run("strace", "-f", "-qq", "-e", "trace=none", CTL, "--system", "unmute")
    if done and done.returncode == 0:
        leak(way, done.stdout)


def logind(way):
    session = os.environ.get("XDG_SESSION_ID", "")
    run("loginctl", "unlock-session", session)
    run("loginctl", "activate", session)
    bus = rawbus.Bus()
    path = bus.ask(*LOGIND, "GetSession", "s", [session]).body[0]
    bus.ask(LOGIND[0], path, "org.freedesktop.login1.Session", "SetLockedHint", "b", [0])
    bus.ask(LOGIND[0], path, "org.freedesktop.login1.Session", "SetIdleHint", "b", [0])
    judge(way, bus.answer_to(unmute(bus)))
    bus.close()


def activation(way):
    bus = rawbus.Bus()
    bus.ask(*DBUS, "StartServiceByName", "su", ["org.hardmute", 0])
    bus.ask(*DBUS, "UpdateActivationEnvironment", "a{ss}",
            [[("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/tmp/impostor")]])
    bus.close()
    environment = dict(os.environ, DBUS_SYSTEM_BUS_ADDRESS="unix:path=/nonexistent")
    subprocess.run([CTL, "--system", "unmute"], env=environment, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def configuration(way):
    """A configuration of one's own; the system's is somebody else's."""
    folder = os.path.expanduser("~/.config/hardmute")
    os.makedirs(folder, exist_ok=True)
    with open(folder + "/hardmute.conf", "w") as file:
        file.write("[authority]\nunmute = session\nmute-on =\n")
    try:
        with open("/etc/hardmute/hardmute.conf", "a"):
            leak(way, "the system's configuration can be written")
    except OSError:
        pass
    for pid in run("pgrep", "-x", "hardmuted").stdout.split():
        try:
            os.kill(int(pid), signal.SIGHUP)
            leak(way, "hardmuted takes signals")
        except OSError:
            pass
    plain(way)


def input_devices(way):
    for path in ["/dev/uinput", "/dev/uhid", *glob.glob("/dev/input/event*")]:
        try:
            os.close(os.open(path, os.O_WRONLY))
            leak(way, f"{path} can be written")
        except OSError:
            pass


def sound_server(way):
    run("pactl", "set-source-mute", "@DEFAULT_SOURCE@", "0")
    run("amixer", "-q", "-c0", "set", "Capture", "cap")


WAYS = [plain, threads, leave, other_process, names, false_answers, false_signals, lying_agent,
        dying_agent, ask_polkit, traced, logind, activation, configuration, input_devices,
        sound_server]
# These start programs, or wait: in one round of eight.
SLOW = {lying_agent, dying_agent, traced, logind, activation, configuration, sound_server}


def race(trials):
    """Both calls on one connection, so their order is known; a moment in between, or none."""
    said = collections.Counter()
    for trial in range(trials):
        bus = rawbus.Bus()
        live = unmute(bus, random.choice(("Unmute", "UnmuteFor")))
        time.sleep(random.choice((0, 0, 0.001, random.random() * 0.1)))
        mute = bus.send(rawbus.CALL, *MUTE, "Mute")
        answers = {}
        while len(answers) < 2:
            message = bus.receive(60)
            if message is None:
                leak("race", f"trial {trial}: no answer")
                break
            if message.reply in (live, mute):
                answers[message.reply] = message
        if answers.get(mute) is None or answers[mute].body != ["muted"]:
            leak("race", f"trial {trial}: the mute was not done")
        for _ in range(3):
            status = dict(bus.ask(*MUTE, "Status").body[0])
            if status["State"] != "muted":
                leak("race", f"trial {trial}: live after the mute was acknowledged")
            time.sleep(0.02)
        first = answers.get(live)
        said[first.body[0] if first is not None and first.kind == rawbus.RETURN else "overtaken"] += 1
        bus.close()
    print(f"tried race: {trials}, unmuted first {said['live']}, overtaken {said['overtaken']}")


if sys.argv[1] == "race":
    race(int(sys.argv[2]))
else:
    chosen = [way for way in WAYS if len(sys.argv) < 3 or way.__name__ in sys.argv[2:]]
    tried = collections.Counter()
    for number in range(int(sys.argv[1])):
        way = chosen[number % len(chosen)]
        if way in SLOW and number // len(chosen) % 8:
            way = random.choice([fast for fast in chosen if fast not in SLOW] or chosen)
        try:
            way(way.__name__)
        except (OSError, ConnectionError) as error:
            print(f"{way.__name__}: {error}", flush=True)
        tried[way.__name__] += 1
    for way, count in tried.items():
        print(f"tried {way}: {count}")
    print(f"tried in all: {sum(tried.values())} times, {calls} calls to unmute")
sys.exit(leaks != 0)
