# SPDX-License-Identifier: GPL-2.0-or-later
"""A screen without a monitor, and what is to be seen on it."""
import os
import pathlib
import shutil
import struct
import subprocess
import zlib


class Picture:
    """Rows of red, green, blue."""

    def __init__(self, width, height, rows):
        self.width, self.height, self.rows = width, height, rows

    def crop(self, left, top, width, height):
        rows = [row[3 * left:3 * (left + width)] for row in self.rows[top:top + height]]
        return Picture(width, height, rows)

    def count(self, color, near=6):
        """So many pixels have this colour, or nearly."""
        return sum(all(abs(row[i + j] - color[j]) <= near for j in range(3))
                   for row in self.rows for i in range(0, len(row), 3))

    def find(self, color, near=6):
        """The box around all of this colour: left, top, right, bottom; None: there is none."""
        found = [(i // 3, y) for y, row in enumerate(self.rows) for i in range(0, len(row), 3)
                 if all(abs(row[i + j] - color[j]) <= near for j in range(3))]
        if not found:
            return None
        return (min(x for x, _ in found), min(y for _, y in found),
                max(x for x, _ in found) + 1, max(y for _, y in found) + 1)

    def enlarge(self, times):
        rows = [b"".join(row[i:i + 3] * times for i in range(0, len(row), 3))
                for row in self.rows for _ in range(times)]
        return Picture(self.width * times, self.height * times, rows)

    def compare(self, other):
        """How far they are apart, from 0 to 255, on the average."""
        both = [(one, two) for mine, theirs in zip(self.rows, other.rows)
                for one, two in zip(mine, theirs)]
        return sum(abs(one - two) for one, two in both) / len(both)

    def save(self, path):
        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + \
                struct.pack(">I", zlib.crc32(kind + data))
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        data = zlib.compress(b"".join(b"\0" + bytes(row) for row in self.rows), 9)
        pathlib.Path(path).write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) +
                                       chunk(b"IDAT", data) + chunk(b"IEND", b""))


def join(pictures):
    """Side by side."""
    return Picture(sum(p.width for p in pictures), pictures[0].height,
                   [b"".join(rows) for rows in zip(*(p.rows for p in pictures))])


def read_xwd(path):
    """Xvfb's frame buffer: 32 bits per pixel, blue first."""
    data = pathlib.Path(path).read_bytes()
    fields = struct.unpack(">25I", data[:100])
    size, width, height, line, colors = fields[0], fields[4], fields[5], fields[12], fields[19]
    start = size + colors * 12
    rows = []
    for y in range(height):
        row = data[start + y * line:start + y * line + 4 * width]
        out = bytearray(3 * width)
        out[0::3], out[1::3], out[2::3] = row[2::4], row[1::4], row[0::4]
        rows.append(bytes(out))
    return Picture(width, height, rows)


class Screen:
    """Xvfb, started in a session of tests/session.py, whose DISPLAY it becomes."""

    def __init__(self, session, wait_for, width=480, height=320):
        self.directory = pathlib.Path(session.path("screen"))
        self.directory.mkdir()
        ready, tell = os.pipe()
        session.start("Xvfb", ["Xvfb", "-displayfd", str(tell), "-nolisten", "tcp", "-screen", "0",
                               f"{width}x{height}x24", "-fbdir", str(self.directory)], pass_fds=[tell])
        os.close(tell)
        with os.fdopen(ready) as number:
            session.env["DISPLAY"] = ":" + number.readline().strip()
        wait_for("the screen", (self.directory / "Xvfb_screen0").exists)

    def look(self):
        return read_xwd(self.directory / "Xvfb_screen0")


def read_ppm(data):
    """What grim makes of a Wayland screen."""
    width, height = data.split(None, 3)[1:3]
    line = 3 * int(width)
    start = len(data) - line * int(height)
    return Picture(int(width), int(height),
                   [data[start + y * line:start + (y + 1) * line] for y in range(int(height))])


class WaylandScreen:
    """sway without a monitor, started in a session; it refuses to be root."""

    def __init__(self, session, wait_for, width=480, height=320):
        self.session = session
        runtime = pathlib.Path(session.env["XDG_RUNTIME_DIR"])
        config = pathlib.Path(session.path("sway.conf"))
        config.write_text(f"output HEADLESS-1 mode {width}x{height}\nxwayland disable\n")
        command = ["env", "WLR_BACKENDS=headless", "WLR_RENDERER=pixman", "WLR_LIBINPUT_NO_DEVICES=1",
                   "sway", "-c", str(config)]
        if os.geteuid() == 0:
            os.chmod(session.path(""), 0o711)
            shutil.chown(runtime, "nobody", "nogroup")
            command = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", *command]
        session.start("sway", command)

        def find():
            return [f.name for f in runtime.glob("wayland-*") if not f.name.endswith(".lock")]

        wait_for("the screen", find)
        session.env["WAYLAND_DISPLAY"] = find()[0]
        session.env["GDK_BACKEND"] = "wayland"

    def look(self):
        return read_ppm(subprocess.run(["grim", "-t", "ppm", "-"], env=self.session.env, check=True,
                                       stdout=subprocess.PIPE).stdout)


def pointer(session, *arguments):
    subprocess.run(["xdotool", *map(str, arguments)], env=session.env, check=True)
