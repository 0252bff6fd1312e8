# SPDX-License-Identifier: GPL-2.0-or-later
"""D-Bus by hand, so that a test can say what no library would: false answers, false signals, calls
whose sender is gone. Little-endian, without descriptors."""
import os
import select
import socket
import struct
import time

CALL, RETURN, ERROR, SIGNAL = 1, 2, 3, 4
NO_REPLY, INTERACTIVE = 1, 4
ALIGN = {"y": 1, "g": 1, "v": 1, "n": 2, "q": 2, "b": 4, "i": 4, "u": 4, "s": 4, "o": 4, "a": 4,
         "x": 8, "t": 8, "d": 8, "(": 8, "{": 8}
NUMBER = {"y": "B", "n": "h", "q": "H", "b": "I", "i": "i", "u": "I", "x": "q", "t": "Q", "d": "d"}


def one(signature):
    """The length of the first complete type."""
    if signature[0] == "a":
        return 1 + one(signature[1:])
    if signature[0] not in "({":
        return 1
    depth = 0
    for i, c in enumerate(signature):
        depth += (c in "({") - (c in ")}")
        if not depth:
            return i + 1
    raise ValueError(signature)


def pad(data, size):
    data += b"\0" * (-len(data) % size)


def put(data, signature, values):
    """Appends; a variant is (signature, value), a dictionary or an array a list."""
    values = list(values)
    while signature:
        length = one(signature)
        kind, value = signature[:length], values.pop(0)
        signature = signature[length:]
        pad(data, ALIGN[kind[0]])
        if kind in NUMBER:
            data += struct.pack("<" + NUMBER[kind], value)
        elif kind in "so":
            text = value.encode()
            data += struct.pack("<I", len(text)) + text + b"\0"
        elif kind == "g":
            data += bytes([len(value)]) + value.encode() + b"\0"
        elif kind == "v":
            put(data, "g", [value[0]])
            put(data, value[0], [value[1]])
        elif kind[0] == "a":
            at = len(data)
            data += b"\0\0\0\0"
            pad(data, ALIGN[kind[1]])
            start = len(data)
            for entry in value:
                put(data, kind[1:], [entry])
            data[at:at + 4] = struct.pack("<I", len(data) - start)
        else:
            put(data, kind[1:-1], value)


def get(data, at, signature):
    """(values, position behind them)"""
    values = []
    while signature:
        length = one(signature)
        kind, signature = signature[:length], signature[length:]
        at += -at % ALIGN[kind[0]]
        if kind in NUMBER:
            size = struct.calcsize("<" + NUMBER[kind])
            values.append(struct.unpack_from("<" + NUMBER[kind], data, at)[0])
            at += size
        elif kind in "so":
            size = struct.unpack_from("<I", data, at)[0]
            values.append(data[at + 4:at + 4 + size].decode())
            at += 5 + size
        elif kind == "g":
            size = data[at]
            values.append(data[at + 1:at + 1 + size].decode())
            at += 2 + size
        elif kind == "v":
            (inner,), at = get(data, at, "g")
            (value,), at = get(data, at, inner)
            values.append(value)
        elif kind[0] == "a":
            end = struct.unpack_from("<I", data, at)[0]
            at += 4
            at += -at % ALIGN[kind[1]]
            end += at
            entries = []
            while at < end:
                (entry,), at = get(data, at, kind[1:])
                entries.append(entry)
            values.append(entries)
        else:
            value, at = get(data, at, kind[1:-1])
            values.append(value)
    return values, at


class Message:
    def __init__(self, data):
        self.kind = data[1]
        self.serial = struct.unpack_from("<I", data, 8)[0]
        (fields,), at = get(data, 12, "a(yv)")
        fields = dict(fields)
        self.path, self.interface, self.member = fields.get(1), fields.get(2), fields.get(3)
        self.error, self.reply, self.sender = fields.get(4), fields.get(5), fields.get(7)
        at += -at % 8
        self.body = get(data, at, fields.get(8, ""))[0]


class Bus:
    def __init__(self, path=None):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path or os.environ.get("HARDMUTE_BUS", "/run/dbus/system_bus_socket"))
        uid = str(os.getuid()).encode().hex()
        self.socket.sendall(b"\0AUTH EXTERNAL " + uid.encode() + b"\r\nBEGIN\r\n")
        line = b""
        while not line.endswith(b"\r\n"):
            line += self.socket.recv(1)
        self.buffer, self.serial, self.kept = b"", 0, {}
        self.name = self.ask("org.freedesktop.DBus", "/org/freedesktop/DBus",
                             "org.freedesktop.DBus", "Hello").body[0]

    def send(self, kind=CALL, destination=None, path=None, interface=None, member=None, signature="",
             values=(), flags=0, reply=None, error=None):
        self.serial += 1
        body, data = bytearray(), bytearray()
        put(body, signature, values)
        fields = [(number, (sort, value)) for number, sort, value in (
            (1, "o", path), (2, "s", interface), (3, "s", member), (4, "s", error),
            (5, "u", reply), (6, "s", destination), (8, "g", signature or None)) if value is not None]
        put(data, "yyyyuua(yv)", [ord("l"), kind, flags, 1, len(body), self.serial, fields])
        pad(data, 8)
        self.socket.sendall(data + body)
        return self.serial

    def receive(self, seconds):
        """The next message, None when there is none in time."""
        end = time.monotonic() + seconds
        while True:
            if len(self.buffer) >= 16:
                body, fields = struct.unpack_from("<I", self.buffer, 4)[0], \
                    struct.unpack_from("<I", self.buffer, 12)[0]
                size = 16 + fields + -fields % 8 + body
                if len(self.buffer) >= size:
                    message, self.buffer = Message(self.buffer[:size]), self.buffer[size:]
                    return message
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.socket], [], [], left)[0]:
                return None
            data = self.socket.recv(65536)
            if not data:
                raise ConnectionError("the bus hung up")
            self.buffer += data

    def answer_to(self, serial, seconds=30.0):
        """Answers to other calls are kept: they come in any order."""
        end = time.monotonic() + seconds
        while serial not in self.kept:
            message = self.receive(max(0.0, end - time.monotonic()))
            if message is None:
                return None
            self.kept[message.reply] = message
        return self.kept.pop(serial)

    def ask(self, destination, path, interface, member, signature="", values=(), seconds=30.0):
        return self.answer_to(self.send(CALL, destination, path, interface, member, signature, values),
                              seconds)

    def close(self):
        self.socket.close()
