# SPDX-License-Identifier: GPL-2.0-or-later
"""Recording programs that are no browsers: each route to a microphone that Linux has.

None of them is told of hardmute: they record from what is the default microphone.
"""
import array
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import time

import hear
import session

RATE = 48000
WAV_HEADER_MAX = 256
PLUGIN = "libasound_module_pcm_pipewire.so"


class Program:
    """One row: a program, how it is started, and the frames that it writes to its standard
    output, or to a WAV file where the command says "@". kind: f float, h S16."""

    def __init__(self, name, command, kind="f", environment=None):
        self.name, self.command, self.kind = name, command, kind
        self.environment = environment or {}
        self.chunks, self.rest, self.chatter = [], b"", ""
        self.process = self.thread = None
        self.ended = threading.Event()

    def start(self, s):
        """Starts to record."""
        path = s.path(self.log_name() + ".wav")
        command = ["env", *(f"{name}={value}" for name, value in self.environment.items()),
                   *(path if word == "@" else word for word in self.command)]
        self.process = s.start(self.log_name(), command, stdout=subprocess.PIPE)
        self.thread = threading.Thread(daemon=True, **(
            {"target": self._follow, "args": (path,)} if "@" in self.command else
            {"target": self._read}))
        self.thread.start()

    def log_name(self):
        return self.name.replace("/", "-")

    def _read(self):
        while True:
            data = os.read(self.process.stdout.fileno(), 1 << 16)
            if not data:
                return
            self._take(data)

    def _follow(self, path):
        header = b""
        while b"data" not in header[:-8]:
            if self.ended.wait(0.01):
                return
            if os.path.exists(path):
                with open(path, "rb") as file:
                    header = file.read(WAV_HEADER_MAX)
        with open(path, "rb", buffering=0) as file:
            file.seek(header.index(b"data") + 8)
            while not self.ended.is_set():
                data = file.read(1 << 16)
                if data:
                    self._take(data)
                else:
                    time.sleep(0.01)

    def _take(self, data):
        data = self.rest + data
        whole = len(data) - len(data) % array.array(self.kind).itemsize
        self.rest = data[whole:]
        if whole:
            self.chunks.append(hear.Chunk.of(array.array(self.kind, data[:whole])))

    def said(self, s):
        """What it wrote on standard error since it was asked last."""
        text = s.log(self.log_name())
        new, self.chatter = text[len(self.chatter):], text
        return " | ".join(new.split("\n")).strip(" |")

    def error(self, s):
        """None, or what went wrong with it since it was asked last."""
        said = self.said(s)
        if self.process.poll() is not None:
            return f"it ended with status {self.process.returncode}: {said}"
        return f"it said: {said}" if said else None

    def stop(self, s):
        """Ends it as Ctrl-C does; None, or how it did not."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(5)
            return None
        except subprocess.TimeoutExpired:
            return "it does not end on Ctrl-C"
        finally:
            self.ended.set()
            s.end(self.process)
            self.thread.join(5)


def gst(source, *more):
    return ["gst-launch-1.0", "-q", source, *more, "!",
            f"audio/x-raw,format=F32LE,rate={RATE},channels=1", "!", "fdsink", "fd=1"]


def pulse_programs():
    """By libpulse."""
    return [
        Program("parec", ["parec", "--raw", "--latency-msec=20", "--format=float32le",
                          f"--rate={RATE}", "--channels=1"]),
        Program("GStreamer pulsesrc", gst("pulsesrc")),
        Program("ffmpeg -f pulse", ["ffmpeg", "-nostdin", "-loglevel", "error", "-f", "pulse",
                                    "-sample_rate", str(RATE), "-channels", "1", "-i", "default",
                                    "-f", "f32le", "-flush_packets", "1", "pipe:1"]),
        Program("SDL, pulseaudio", [session.client("sdl"), str(RATE)],
                environment={"SDL_AUDIODRIVER": "pulseaudio"}),
        Program("OpenAL, pulse", [session.client("openal"), str(RATE)],
                environment={"ALSOFT_DRIVERS": "pulse"}),
    ]


def alsa_programs(route):
    """By alsa-lib, to the plugin of the sound server of that name."""
    return [
        Program(f"arecord -D {route}", ["arecord", "-q", "-D", route, "-t", "raw",
                                        "-f", "FLOAT_LE", "-r", str(RATE), "-c", "1"]),
        Program(f"PortAudio, ALSA {route}", [session.client("portaudio"), "callback", route,
                                             str(RATE), "1", "1000000000"], kind="h"),
        Program(f"SDL, ALSA {route}", [session.client("sdl"), str(RATE)],
                environment={"SDL_AUDIODRIVER": "alsa", "AUDIODEV": route}),
    ]


def alsa_default_programs():
    """By alsa-lib, to whatever its default device is."""
    return [
        Program("arecord, ALSA default", ["arecord", "-q", "-t", "raw", "-f", "FLOAT_LE",
                                          "-r", str(RATE), "-c", "1"]),
        Program("OpenAL, ALSA default", [session.client("openal"), str(RATE)],
                environment={"ALSOFT_DRIVERS": "alsa"}),
    ]


def pipewire_programs():
    """By libpipewire."""
    return [
        Program("pw-record", ["pw-record", f"--rate={RATE}", "--channels=1", "--format=f32",
                              "@"]),
        Program("GStreamer pipewiresrc", gst("pipewiresrc")),
        Program("SDL, pipewire", [session.client("sdl"), str(RATE)],
                environment={"SDL_AUDIODRIVER": "pipewire"}),
    ]


def pipewire_plugin():
    """The path of alsa-lib's plugin for PipeWire, or None. Its package makes it everybody's default
    device, so it is not installed for the tests but unpacked."""
    plugin = session.BUILD / PLUGIN
    installed = sorted(pathlib.Path("/usr/lib").glob(f"*/alsa-lib/{PLUGIN}"))
    if installed or plugin.exists():
        return str(installed[0] if installed else plugin)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["sh", "-c", "apt-get -qq download pipewire-alsa && "
                        "dpkg-deb -x pipewire-alsa_*.deb ."], cwd=folder, check=False,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        for path in pathlib.Path(folder).glob(f"usr/lib/*/alsa-lib/{PLUGIN}"):
            shutil.copy2(path, plugin)
            return str(plugin)
    return None


def write_asoundrc(s, default, plugin):
    """alsa-lib's devices of the private session, as a desktop has them."""
    text = f"pcm.pulse {{ type pulse }}\npcm.!default {{ type {default} }}\n"
    if plugin:
        text += f'pcm_type.pipewire {{ lib "{plugin}" }}\npcm.pipewire {{ type pipewire }}\n'
    (pathlib.Path(s.env["HOME"]) / ".asoundrc").write_text(text)
