# SPDX-License-Identifier: GPL-2.0-or-later
"""What the demonstration and the session tests share: private buses and sound servers, hardmuted
in session mode, and a listener that is any other application's.

Every process is started here, dies with this script (even by SIGKILL), and is ended by stop() in
the reverse order.
"""
import array
import ctypes
import json
import os
import pathlib
import queue
import re
import shlex
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

TOP = pathlib.Path(__file__).resolve().parent.parent
BUILD = pathlib.Path(os.environ.get("HARDMUTE_BUILD", TOP / "build"))
SOURCE = "hardmute"
RATE = 48000
FRAME_BYTES = 8  # float stereo
PR_SET_PDEATHSIG = 1
libc = ctypes.CDLL(None)


class Failed(Exception):
    """Something could not be started or did not answer."""


def wait_for(what, condition, seconds=10.0):
    end = time.monotonic() + seconds
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise Failed(f"{what}: not within {seconds:g} s")
        time.sleep(0.02)


def hurry():
    """For servers and recorders, where allowed: on a desktop rtkit does it for the servers, and a
    recorder that a busy test machine does not let run is not what is tested here."""
    try:
        if not os.environ.get("HARDMUTE_WRAPPER"):
            os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    except PermissionError:
        pass


def client(name):
    """A program of tests/clients, compiled when it is missing or old."""
    binary = BUILD / f"clients/{name}"
    source = next(s for s in (TOP / f"tests/clients/{name}.c", TOP / f"tests/vm/clients/{name}.c")
                  if s.exists())
    if not binary.exists() or binary.stat().st_mtime < source.stat().st_mtime:
        binary.parent.mkdir(parents=True, exist_ok=True)
        build = re.search(r"^// build: (.*)$", source.read_text(), re.M)
        libs = build[1].split() if build else ["-lm"]
        subprocess.run([os.environ.get("CC", "cc"), "-std=c11", "-D_GNU_SOURCE", "-O2", "-o",
                        str(binary), str(source), *libs], check=True)
    return str(binary)


def voice():
    """The embedded microphone: a WAV file with a singing voice."""
    wav = BUILD / "voice.wav"
    generator = client("voice")
    if not wav.exists() or wav.stat().st_mtime < os.stat(generator).st_mtime:
        subprocess.run([generator, str(wav)], check=True)
    return str(wav)


def is_alive(address):
    """Does a D-Bus daemon listen at this address?"""
    for part in address.split(";"):
        kind, _, rest = part.partition(":")
        values = dict(pair.split("=", 1) for pair in rest.split(",") if "=" in pair)
        path = values.get("path") or ("\0" + values["abstract"] if "abstract" in values else "")
        if kind != "unix" or not path:
            continue
        with socket.socket(socket.AF_UNIX) as s:
            try:
                s.connect(path)
                return True
            except OSError:
                continue
    return False


class Session:
    """An environment, and the processes started in it."""

    def __init__(self):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="hardmute-"))
        self.env = dict(os.environ)
        self.processes = []
        self.daemon = None

    def path(self, name):
        return str(self.directory / name)

    def log(self, name):
        file = self.directory / f"{name}.log"
        return file.read_text(errors="replace") if file.exists() else ""

    def start(self, name, command, **options):
        def prepare():
            os.setpgid(0, 0)  # a terminal's Ctrl-C is for this script alone
            hurry()
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)

        with open(self.directory / f"{name}.log", "ab") as log:
            options = {"stdout": log, "stderr": log, "stdin": subprocess.DEVNULL, **options}
            process = subprocess.Popen(command, env=self.env, preexec_fn=prepare, **options)
        self.processes.append((name, process))
        return process

    def end(self, process, seconds=5.0):
        self.processes = [(n, p) for n, p in self.processes if p is not process]
        process.terminate()
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()

    def stop(self):
        for _, process in reversed(self.processes[:]):
            self.end(process)
        shutil.rmtree(self.directory, ignore_errors=True)

    def run(self, *command, seconds=10.0):
        """Returns (exit status, standard output)."""
        try:
            done = subprocess.run(command, env=self.env, stdin=subprocess.DEVNULL, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  timeout=seconds, preexec_fn=hurry)
        except subprocess.TimeoutExpired:
            return 124, ""
        return done.returncode, done.stdout

    # ---- bus and sound server ----

    def make_private(self):
        """No bus and no sound server of the user's from here on."""
        runtime = self.directory / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        home = self.directory / "home"
        home.mkdir(exist_ok=True)
        for name in ("PULSE_SERVER", "PULSE_RUNTIME_PATH", "DISPLAY", "WAYLAND_DISPLAY",
                     "PULSE_COOKIE", "PIPEWIRE_REMOTE", "DBUS_SESSION_BUS_ADDRESS"):
            self.env.pop(name, None)
        self.env.update(XDG_RUNTIME_DIR=str(runtime), HOME=str(home),
                        XDG_CONFIG_HOME=str(home / ".config"))

    def has_bus(self):
        runtime = self.env.get("XDG_RUNTIME_DIR")
        address = self.env.get("DBUS_SESSION_BUS_ADDRESS") or (
            f"unix:path={runtime}/bus" if runtime else "")
        return is_alive(address)

    def start_bus(self):
        address = f"unix:path={self.path('bus')}"
        self.start("bus", ["dbus-daemon", "--session", "--nofork", "--nopidfile",
                           "--address=" + address])
        self.env["DBUS_SESSION_BUS_ADDRESS"] = address
        wait_for("dbus-daemon", lambda: is_alive(address))

    def has_server(self):
        """Is there a sound server already? Asking must not start one."""
        config = self.directory / "client.conf"
        config.write_text("".join(f".include {p}\n" for p in (
            "/etc/pulse/client.conf", os.path.expanduser("~/.config/pulse/client.conf"))
            if os.path.exists(p)) + "autospawn = no\n")
        self.env["PULSE_CLIENTCONFIG"] = str(config)
        return self.run("pactl", "info", seconds=3)[0] == 0

    def start_pulseaudio(self, *modules):
        """A private PulseAudio; works as root, needs no hardware. It always has a null sink."""
        self.make_pulse_server(self.path("run"))
        self.start("pulseaudio", ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1",
                                  "--log-target=stderr", "--disallow-exit=yes",
                                  "-L", "module-native-protocol-unix",
                                  "-L", "module-null-sink sink_name=speakers norewinds=1",
                                  *[a for m in modules for a in ("-L", m)]])
        wait_for("pulseaudio", lambda: self.run("pactl", "info", seconds=3)[0] == 0)

    def start_pipewire(self, names=("pipewire", "wireplumber", "pipewire-pulse")):
        """Private PipeWire, WirePlumber and pulse server, or some of them; needs the bus."""
        self.make_pulse_server(self.path("run"))
        for name in names:
            self.start(name, [name])
            if name == "pipewire":
                wait_for(name, lambda: os.path.exists(self.path("run/pipewire-0")))
        wait_for("pipewire-pulse", lambda: self.run("pactl", "info", seconds=3)[0] == 0)

    def make_pulse_server(self, runtime):
        """Where the private server will be, for programs that share nothing else with it."""
        os.makedirs(runtime + "/pulse", mode=0o700, exist_ok=True)
        os.chmod(runtime, 0o700)
        self.env["XDG_RUNTIME_DIR"] = runtime
        self.env["PULSE_SERVER"] = f"unix:{runtime}/pulse/native"
        self.env.pop("PULSE_RUNTIME_PATH", None)

    def pactl(self, *arguments):
        status, text = self.run("pactl", *arguments)
        if status:
            raise Failed(f"pactl {' '.join(arguments)}: {text.strip()}")
        return text.strip()

    def sources(self):
        return [line.split("\t")[1] for line in self.pactl("list", "short", "sources").splitlines()]

    def default_source(self):
        return self.pactl("get-default-source")

    def microphones(self):
        """The sources that are neither monitors nor ours."""
        return [s for s in self.sources() if not s.endswith(".monitor") and s != SOURCE]

    # ---- hardmuted ----

    def start_daemon(self, microphone, default=True, mode="disconnect", wrapper=(), remind=False):
        config = self.directory / "hardmute.conf"
        config.write_text(f"[mute]\nmode = {mode}\nremind = {'yes' if remind else 'no'}\n[session]\nmicrophone = {microphone}\n"
                          f"default = {'yes' if default else 'no'}\n")
        self.env["HARDMUTE_DRIVER"] = self.wrapped_front(wrapper)
        self.daemon = self.start("hardmuted", [*wrapper, str(BUILD / "hardmuted"), "--session",
                                               "--config", str(config)])

        def is_up():
            if self.daemon.poll() is not None:
                raise Failed("hardmuted ended: " + self.log("hardmuted").strip())
            status, text = self.ctl("--json", "mics")
            return status == 0 and json.loads(text)[0]["twin_up"] and SOURCE in self.sources()

        wait_for("the virtual microphone", is_up, 30 if wrapper else 10)

    def wrapped_front(self, wrapper):
        """hardmuted starts one program by its path, so a wrapper has to be one."""
        front = str(BUILD / "hardmute-front")
        if not wrapper:
            return front
        script = self.directory / "hardmute-front-wrapped"
        script.write_text(f'#!/bin/sh\nexec {shlex.join(wrapper)} {shlex.quote(front)} "$@"\n')
        script.chmod(0o755)
        return str(script)

    def stop_daemon(self):
        return self.end(self.daemon)

    def driver_pid(self):
        children = pathlib.Path(f"/proc/{self.daemon.pid}/task/{self.daemon.pid}/children")
        for pid in children.read_text().split():
            try:
                if "hardmute-front" in pathlib.Path(f"/proc/{pid}/cmdline").read_text():
                    return int(pid)
            except OSError:
                continue
        return None

    def ctl(self, *arguments):
        return self.run(str(BUILD / "hardmutectl"), "--session", *arguments)

    def must(self, *arguments):
        status, text = self.ctl(*arguments)
        if status:
            raise Failed(f"hardmutectl {' '.join(arguments)}: status {status}: {text.strip()}")
        return text

    def status(self):
        return json.loads(self.must("--json", "status"))


class Read:
    """One read of an application: when it began and ended, and what it brought."""

    def __init__(self, start, end, data):
        self.start, self.end = start, end
        self.samples = array.array("f", data)

    @property
    def frames(self):
        return len(self.samples) // 2

    @property
    def sounding(self):
        return len(self.samples) - self.samples.count(0.0)

    @property
    def peak(self):
        return max(max(self.samples), -min(self.samples)) if self.samples else 0.0


class Listener:
    """parec on the virtual microphone; a thread that reads it and notes every read."""

    def __init__(self, session, command=None, latency_ms=20):
        self.session = session
        command = command or ["parec", f"--device={SOURCE}", f"--latency-msec={latency_ms}",
                              "--format=float32le", f"--rate={RATE}", "--channels=2"]
        self.process = session.start("listener", command, stdout=subprocess.PIPE)
        self.reads = []
        self.queue = queue.SimpleQueue()
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self):
        rest = b""
        while True:
            start = time.monotonic()
            data = os.read(self.process.stdout.fileno(), 65536)
            if not data:
                return
            data = rest + data
            whole = len(data) // FRAME_BYTES * FRAME_BYTES
            rest = data[whole:]
            read = Read(start, time.monotonic(), data[:whole])
            self.reads.append(read)
            self.queue.put(read)

    def between(self, start, end):
        """The reads that began and ended in between."""
        return [r for r in self.reads if r.start >= start and r.end <= end]

    def hears(self, seconds):
        """Waits for sound."""
        end = time.monotonic() + seconds
        start = time.monotonic()
        while time.monotonic() < end:
            if any(r.sounding for r in self.reads if r.start >= start):
                return True
            time.sleep(0.005)
        return False

    def close(self):
        self.session.end(self.process)
        self.thread.join(5)
