# SPDX-License-Identifier: GPL-2.0-or-later
"""Browsers: page.html in a real one, without a screen. The page posts what it hears."""
import http.server
import json
import os
import pathlib
import shutil
import signal
import socketserver
import subprocess
import threading
import time
import urllib.parse

import hear
from session import Failed, wait_for

HERE = pathlib.Path(__file__).resolve().parent
FILES = {"/": ("text/html", (HERE / "page.html").read_bytes()),
         "/ear.js": ("text/javascript", (HERE / "ear.js").read_bytes())}
RATE = 48000
START_SECONDS = 90
# A page without questions, and a browser that talks to nobody but us.
FIREFOX = {
    "media.navigator.permission.disabled": True,
    "media.autoplay.default": 0,
    "media.autoplay.blocking_policy": 0,
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.preonboarding.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}


def has_sandbox():
    """Whether this user may have the namespaces that Chromium's sandbox is made of."""
    return os.geteuid() != 0 and subprocess.call(["unshare", "--user", "--net", "true"],
                                                 stderr=subprocess.DEVNULL) == 0


def chromium(s, program, url):
    return [program, "--headless=new", "--no-first-run", "--disable-gpu", "--disable-sync",
            "--disable-background-networking", "--disable-component-update",
            "--disable-dev-shm-usage", "--password-store=basic",
            f"--user-data-dir={s.path('chromium')}", "--use-fake-ui-for-media-stream",
            "--autoplay-policy=no-user-gesture-required",
            *([] if has_sandbox() else ["--no-sandbox"]), url]


def firefox(s, program, url):
    profile = pathlib.Path(s.path("firefox"))
    profile.mkdir(exist_ok=True)
    (profile / "user.js").write_text("".join(
        f"user_pref({json.dumps(n)}, {json.dumps(value)});\n" for n, value in FIREFOX.items()))
    return [program, "--headless", "--no-remote", "--profile", str(profile), url]


class Handler(http.server.BaseHTTPRequestHandler):
    """Gives the page, takes its reports; server.browser is the Browser."""
    protocol_version = "HTTP/1.1"

    def log_message(self, *_arguments):
        pass

    def answer(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        path = self.path.partition("?")[0]
        if path in FILES:
            self.answer(200, *FILES[path])
        else:
            self.answer(404, "text/plain", b"")

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.answer(200, "application/json",
                    json.dumps(self.server.browser.take(self.path, body)).encode())


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def server_bind(self):
        """Without asking the resolver for this machine's name."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address


class Browser:
    """A browser with the page in it, and what the page has told. wishes: the page's; seconds: how
    long it may take to start."""

    def __init__(self, name, program, command, wishes=None, seconds=START_SECONDS):
        self.name, self.program, self.command = name, program, command
        self.wishes, self.seconds = wishes or {"microphone": "HardMute Microphone"}, seconds
        self.streams = {"plain": [], "processed": [], "call": [], "disabled": []}
        if self.wishes.get("processed") == "no":
            del self.streams["processed"]
        self.wanted = {"button": False, "enabled": True}
        self.ready, self.failures, self.last, self.events = None, [], {}, []
        self.process = self.server = None

    def take(self, path, body):
        """One post of the page; the answer to it."""
        if path == "/ready":
            self.ready = body
        elif path == "/failed":
            self.failures.append(body)
        else:
            epoch = time.time() - time.monotonic()
            for r in body["reports"]:
                self.streams[r["stream"]].append(hear.Chunk(
                    r["time"] / 1000 - epoch, r["frames"], r["sounding"], r["peak"], r["periods"]))
            self.last, self.events = body, body["events"]
        return self.wanted

    def start(self, s):
        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.browser = self
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        url = (f"http://127.0.0.1:{self.server.server_address[1]}/?"
               + urllib.parse.urlencode(self.wishes))
        # not in the sound servers' hurry
        command = ["chrt", "--other", "0", *self.command(s, self.program, url)]
        self.process = s.start(self.name, command)

        def is_up():
            if self.process.poll() is not None:
                raise Failed(f"{self.name} ended: {s.log(self.name)[-2000:]}")
            if self.failures:
                raise Failed(f"{self.name}: {self.failures}")
            return all(self.streams.values())

        wait_for(f"{self.name}: the page", is_up, self.seconds)

    def press(self, **wanted):
        """The page's own mutes."""
        self.wanted = dict(self.wanted, **wanted)
        label = "Unmute" if self.wanted["button"] else "Mute"
        wait_for(f"{self.name}: the page's button", lambda: self.last.get("button") == label and
                 self.last["states"]["disabled"]["enabled"] == self.wanted["enabled"])

    def delivered(self):
        """How many frames the microphone's track has brought, or None: Firefox does not tell."""
        return self.last["states"]["plain"].get("delivered")

    def complaint(self):
        if self.process.poll() is not None:
            return f"it ended with status {self.process.returncode}"
        if self.failures:
            return str(self.failures)
        ended = [n for n, state in self.last["states"].items() if state["readyState"] != "live"]
        return f"tracks that ended: {ended}, {self.events}" if ended else None

    def stop(self, s):
        if self.process:
            group = self.process.pid
            s.end(self.process)
            try:
                os.killpg(group, signal.SIGKILL)  # what it has left behind
            except ProcessLookupError:
                pass
        if self.server:
            self.server.shutdown()
            self.server.server_close()


def installed():
    """[(name, arguments of Browser, or None when it is not installed)]"""
    found = []
    for name, command, programs in (("Chromium", chromium, ("chromium", "chromium-browser")),
                                    ("Firefox", firefox, ("firefox-esr", "firefox"))):
        program = next(filter(shutil.which, programs), None)
        found.append((name, program and (name, program, command)))
    return found
