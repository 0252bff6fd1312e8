# SPDX-License-Identifier: GPL-2.0-or-later
"""The contract in session mode, on a private sound server; run by tests/system/session-*.

The microphone is a null sink's monitor into which counter.c plays numbered frames: what a
recorder must not get is known frame by frame. HARDMUTE_TRIALS sets how often is muted in the
main test (default 10).
"""
import os
import pathlib
import re
import signal
import sys
import time

import session
from session import BUILD, SOURCE, Failed, Listener, wait_for

TRIALS = int(os.environ.get("HARDMUTE_TRIALS", "10"))
WRAPPER = os.environ.get("HARDMUTE_WRAPPER", "").split()
ROOM = "room"
ZEROS = {"sound in reads begun after mute": "no sound in reads begun after the mute",
         "frames captured while muted": "nothing captured while muted",
         "stale frames after unmute": "nothing stale after unmute"}
# From the log: then the driver is killed, and what the server held comes out after the mute.
STALLED = "it cannot be fenced"
bad = 0


def check(name, true, why=""):
    global bad
    print(f"ok {name}" if true else f"not ok {name}: {why or 'it is not so'}", flush=True)
    bad += not true


def start(s, kind):
    s.make_private()
    s.start_bus()
    # a daemon that finds no system bus looks for it now and then: it would not sleep
    s.env["DBUS_SYSTEM_BUS_ADDRESS"] = s.env["DBUS_SESSION_BUS_ADDRESS"]
    if kind == "pipewire":
        s.start_pipewire()
    else:
        s.start_pulseaudio("module-suspend-on-idle")
    s.pactl("load-module", "module-null-sink", f"sink_name={ROOM}", "format=float32le",
            "rate=48000", "channels=2", "norewinds=1")
    wait_for("the room", lambda: f"{ROOM}.monitor" in s.sources())
    wait_for("a default source", lambda: s.run("pactl", "set-default-source", f"{ROOM}.monitor")
             [0] == 0 and s.default_source() == f"{ROOM}.monitor")


def start_daemon(s, microphone, **options):
    s.start_daemon(microphone, wrapper=WRAPPER, **options)


def unmute(s):
    """A driver that has just been killed is not back yet."""
    wait_for("going live", lambda: s.ctl("unmute")[0] == 0)


def trials(s, name, *arguments, count=TRIALS, mute=None, only_measure=False):
    """counter.c judges; its zeros are three tests each."""
    ctl = f"{BUILD}/hardmutectl --session -q"
    live = f"{ctl} unmute"
    if mute:
        live = f"for i in 1 2 3 4 5 6 7 8 9; do {live} 2>&1 && exit; sleep 0.$i; done; exit 1"
    for _ in range(3):
        stalls = s.log("hardmuted").count(STALLED)
        status, text = s.run(session.client("counter"), "trials", "--trials", str(count),
                             "--mute", mute or f"{ctl} mute", "--unmute", live,
                             *arguments, seconds=60 + 20 * count)
        for line in text.splitlines():
            print(f"# {name}: {line}")
        if s.log("hardmuted").count(STALLED) == stalls:
            break
        print(f"# {name}: again, the sound server stood still for a second")
    if status not in (0, 1):
        check(name, False, f"could not be tried (status {status})")
        return
    if only_measure:
        return
    for key, words in ZEROS.items():
        found = re.search(rf"^{key} +(.*)$", text, re.M)
        if found:
            check(f"{name}: {words}", int(found[1].split()[0]) == 0, found[1])


NUMBERED = ["--sink", ROOM, "--direct", f"{ROOM}.monitor", "--source", SOURCE]


def source_index(s):
    for line in s.pactl("list", "short", "sources").splitlines():
        if line.split("\t")[1] == SOURCE:
            return line.split("\t")[0]
    return None


def wakeups(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status, re.M)[1])


def wakeups_during(seconds, pids):
    """How often the threads of each process run meanwhile."""
    before = [wakeups_of_all_threads(pid) for pid in pids]
    time.sleep(seconds)
    return [wakeups_of_all_threads(pid) - count for pid, count in zip(pids, before)]


def wakeups_of_all_threads(pid):
    return sum(wakeups(f"{pid}/task/{t.name}") for t in pathlib.Path(f"/proc/{pid}/task").iterdir())


def test_muted(s):
    """Before anybody has asked for anything."""
    wait_for("the virtual microphone as the default source",
             lambda: s.default_source() == SOURCE)
    check("the virtual microphone is the default source", True)
    began = time.monotonic()
    listener = Listener(s)
    wait_for("parec", lambda: listener.reads)
    time.sleep(1)
    check("it starts muted", s.ctl("is-muted")[0] == 0)
    check("zeros from the first frame", not any(r.sounding for r in listener.reads))
    frames, seconds = sum(r.frames for r in listener.reads), time.monotonic() - began
    check("the clock of silence runs", 0.5 < frames / session.RATE < seconds + 0.2,
          f"{frames} frames in {seconds:.2f} s")
    # hardmuted looks once more at what it has muted, after two seconds; a sound server has news for
    # the front when it suspends what idles. Between such moments both sleep.
    wait_for("the first look", lambda: "muted, not proven" in s.log("hardmuted"))
    pids = [s.daemon.pid, s.driver_pid()]
    counts = [wakeups_during(2, pids) for _ in range(4)]
    check("no wake-ups while muted", [0, 0] in counts or bool(WRAPPER), f"{counts} in 2 s each")
    listener.close()


def test_readers(s):
    listeners = [Listener(s) for _ in range(3)]
    wait_for("three readers", lambda: len(s.status()["readers"]) == 3)
    told = s.status()["readers"]
    check("readers are named", all(r["program"] == "parec" for r in told), told)
    check("and have their pids", {r["pid"] for r in told} == {x.process.pid for x in listeners},
          told)
    for listener in listeners:
        listener.close()
    wait_for("no readers", lambda: not s.status()["readers"])
    check("readers that went are gone", True)


def test_stray(s):
    """A player that lands in the null sink behind the microphone, as on a machine without any."""
    def sink_of(number):
        for line in s.pactl("list", "short", "sinks").splitlines():
            if line.split("\t")[0] == number:
                return line.split("\t")[1]
        return None

    listener = Listener(s)
    wait_for("parec", lambda: listener.reads)
    player = s.start("player", ["pacat", "--device=hardmute_feed", "/dev/urandom"])
    wait_for("the player to be moved", lambda: any(
        sink_of(line.split("\t")[1]) not in (None, "hardmute_feed")
        for line in s.pactl("list", "short", "sink-inputs").splitlines()))
    check("a player that strayed into the null sink is moved", True)
    check("and was not heard while muted", not any(r.sounding for r in listener.reads))
    s.end(player)
    listener.close()


def test_open_on_demand(s):
    unmute(s)
    time.sleep(0.3)
    check("live but unheard: the microphone is closed",
          s.status()["microphones"][0]["hardware"] == "closed")
    listener = Listener(s)
    wait_for("the microphone opens",
             lambda: s.status()["microphones"][0]["hardware"] == "open")
    check("somebody listens: it is open", True)
    listener.close()
    wait_for("the microphone closes",
             lambda: s.status()["microphones"][0]["hardware"] == "closed")
    check("nobody listens any more: it is closed", True)
    s.must("mute")


def test_driver_killed(s):
    killer = s.path("kill-driver")
    pathlib.Path(killer).write_text("#!/bin/sh\nexec kill -9 $(pgrep -P " + str(s.daemon.pid) +
                                    " -f hardmute-front)\n")
    os.chmod(killer, 0o755)
    index = source_index(s)
    trials(s, "driver killed", *NUMBERED, "--settle-ms", "500", count=3, mute=killer)
    wait_for("the driver", s.driver_pid)
    check("driver killed: the source is still the same one", source_index(s) == index)
    s.must("mute")


def test_daemon_killed(s, microphone):
    listener = Listener(s)
    index = source_index(s)
    unmute(s)
    time.sleep(0.5)
    s.daemon.kill()
    s.daemon.wait()
    time.sleep(0.5)
    since = time.monotonic()
    time.sleep(1)
    reads = listener.between(since, time.monotonic())
    check("daemon killed: silence", reads and not any(r.sounding for r in reads))
    check("daemon killed: the recorder goes on", listener.process.poll() is None)
    start_daemon(s, microphone)
    check("a new daemon takes the source over", source_index(s) == index)
    time.sleep(0.5)
    check("and is muted", s.ctl("is-muted")[0] == 0 and
          not any(r.sounding for r in listener.between(since, time.monotonic())))
    check("the default from before is not forgotten",
          f"{ROOM}.monitor" in s.pactl("list", "sources").split("hardmute.previous")[1][:60])
    listener.close()


def test_server_killed(s, kind):
    """PulseAudio only: the pieces of PipeWire restart each other's streams in their own ways."""
    unmute(s)
    server = dict((n, p) for n, p in s.processes)["pulseaudio"]
    s.end(server)
    time.sleep(0.5)
    s.start_pulseaudio()
    wait_for("the virtual microphone comes back", lambda: SOURCE in s.sources(), 15)
    check("sound server killed: the virtual microphone comes back", True)
    wait_for("an answer", lambda: s.ctl("is-muted")[0] in (0, 1))
    check("sound server killed: muted", s.ctl("is-muted")[0] == 0)


def check_log(s):
    complaints = [line for line in s.log("hardmuted").splitlines()
                  if re.search(r"^==\d+==|AddressSanitizer|runtime error|assert", line, re.I)]
    check("no complaint of a memory checker", not complaints, complaints[:3])


def run(s, kind):
    start(s, kind)
    pulse = f"pulse:{ROOM}.monitor"
    start_daemon(s, "pulse")
    test_muted(s)
    test_readers(s)
    test_stray(s)
    test_open_on_demand(s)
    trials(s, "20 ms", *NUMBERED, "--fragment-ms", "20")
    few = max(3, TRIALS // 4)
    trials(s, "10 ms", *NUMBERED, "--fragment-ms", "10", count=few)
    trials(s, "100 ms", *NUMBERED, "--fragment-ms", "100", count=few)
    trials(s, "default fragments", *NUMBERED, "--fragment-ms", "0", "--muted-ms", "2500",
           count=2, only_measure=kind == "pipewire")
    trials(s, "through a pipe", "--sink", ROOM, "--direct", f"{ROOM}.monitor", "--reader",
           f"exec parec --device={SOURCE} --latency-msec=20 --format=float32le --rate=48000 "
           "--channels=2", count=few)
    test_driver_killed(s)
    test_daemon_killed(s, pulse)
    check("hardmuted ends cleanly", s.stop_daemon() == 0)
    wait_for("the source to go", lambda: SOURCE not in s.sources())
    check("the source is gone", True)
    wait_for("the default source from before",
             lambda: s.default_source() == f"{ROOM}.monitor")
    check("the default source is what it was", True)
    start_daemon(s, pulse, mode="silence")
    trials(s, "microphone kept open", *NUMBERED, count=few)
    check("hardmuted ends cleanly once more", s.stop_daemon() == 0)
    start_daemon(s, "tone:440")
    trials(s, "a tone", "--source", SOURCE, count=few)
    if kind == "pulseaudio":
        test_server_killed(s, kind)
    check("hardmuted ends cleanly again", s.stop_daemon() == 0)
    check_log(s)


def main(kind):
    s = session.Session()
    try:
        run(s, kind)
    except Failed as failure:
        check("the test as a whole", False, failure)
    finally:
        if bad:
            print("".join(f"# log: {line}\n" for line in s.log("hardmuted").splitlines()))
        s.stop()
    return bad != 0
