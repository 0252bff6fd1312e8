# SPDX-License-Identifier: GPL-2.0-or-later
"""A stand-in for hardmuted: starts hardmute-driver and speaks include/link.h with it.

For tests of the driver alone: it owns the ring, so a test decides what is live, and it can do
what the daemon never would. Runs as root in the guest; one thread, blocking with time-outs.
"""
import array
import ctypes
import fcntl
import mmap
import os
import select
import signal
import socket
import struct
import time

(TWIN_ADD, TWIN_REMOVE, FENCE, SUSPEND, RESUME, PING, QUIT) = range(1, 8)
(READY, TWIN_UP, TWIN_FAILED, WANT, READERS, FENCED, SUSPENDED, PONG, STALLED) = range(64, 73)
MESSAGE = struct.Struct("=IIQ196s4x")
TABLE_BYTES = 1 << 18
RING_DATA = 4096
RING_BYTES = RING_DATA + (1 << 20)
RING_MAGIC = 0x676E7248
F_ADD_SEALS = 1033
SEAL_SHRINK, SEAL_GROW = 2, 4
S16_LE = 2
PACE_RESTS, PACE_WORKS = 1, 2


def memfd(name, size, seals=0):
    fd = os.memfd_create(name, os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(fd, size)
    if seals:
        fcntl.fcntl(fd, F_ADD_SEALS, seals)
    return fd


class Ring:
    def __init__(self):
        self.fd = memfd("ring", RING_BYTES, SEAL_SHRINK | SEAL_GROW)
        self.map = mmap.mmap(self.fd, RING_BYTES)
        struct.pack_into("=II", self.map, 0, RING_MAGIC, 1)
        self.epoch = self.write = self.seq = 0

    def open(self, rate, channels, capacity=65536, fmt=S16_LE):
        self.frame = channels * 2
        self.capacity, self.write = capacity, 0
        struct.pack_into("=IIII", self.map, 16, fmt, rate, channels, capacity)
        self._move(self.epoch + 1, 0, 0)

    def close(self):
        self._move(self.epoch + 1, 0, 0)
        self.map[RING_DATA:] = bytes(RING_BYTES - RING_DATA)

    def _move(self, epoch, write, ns):
        struct.pack_into("=I", self.map, 32, self.seq + 1)
        self.epoch, self.write = epoch, write
        struct.pack_into("=Q", self.map, 8, epoch)
        struct.pack_into("=Qq", self.map, 40, write, ns)
        self.seq += 2
        struct.pack_into("=I", self.map, 32, self.seq)

    def publish(self, frames):
        """Appends bytes of whole frames, captured until now."""
        at = self.write % self.capacity
        count = len(frames) // self.frame
        head = min(count, self.capacity - at)
        start = RING_DATA + at * self.frame
        self.map[start:start + head * self.frame] = frames[:head * self.frame]
        rest = frames[head * self.frame:]
        self.map[RING_DATA:RING_DATA + len(rest)] = rest
        self._move(self.epoch, self.write + count, time.monotonic_ns())


class StandIn:
    def __init__(self, driver):
        self.driver = driver
        self.table = memfd("table", TABLE_BYTES)
        self.bell = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        libc = ctypes.CDLL(None)
        self.pulse = libc.timerfd_create(1, 0o2004000)
        self.pid = 0
        self.twins = {}
        self.seen = []

    def start(self):
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        wanted = [theirs.fileno(), self.table, self.bell, self.pulse]
        self.pid = os.fork()
        if not self.pid:
            high = [fcntl.fcntl(fd, fcntl.F_DUPFD, 50) for fd in wanted]
            for place, fd in enumerate(high, 3):
                os.dup2(fd, place, inheritable=True)
            os.closerange(7, 256)
            os.execv(self.driver, [self.driver])
        theirs.close()
        self.link = ours
        self.wait(READY)
        for number, (add, ring, cuse) in self.twins.items():
            self._add(number, add, ring, cuse, adopted=1)

    def add(self, number, card, device, channels=2):
        cuse = os.open("/dev/cuse", os.O_RDWR | os.O_CLOEXEC)
        ring = Ring()
        add = (card, device, channels, 0)
        self.twins[number] = (add, ring, cuse)
        self._add(number, add, ring, cuse, adopted=0)
        return ring

    def _add(self, number, add, ring, cuse, adopted):
        body = struct.pack("=IIIII64s80s32s", *add, adopted, b"stand-in", b"Stand-in Microphone",
                           b"subdevice #0")
        self.send(TWIN_ADD, number, body=body, fds=[ring.fd, cuse])
        self.wait(TWIN_UP)

    def send(self, kind, twin=0, seq=0, body=b"", fds=()):
        data = MESSAGE.pack(kind, twin, seq, body)
        extra = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", fds))] if fds else []
        self.link.sendmsg([data], extra)

    def wait(self, kind, timeout=20):
        """Reads messages until one of this kind: (twin, seq, body)."""
        end = time.monotonic() + timeout
        while True:
            for i, (k, twin, seq, body) in enumerate(self.seen):
                if k == kind:
                    del self.seen[i]
                    return twin, seq, body
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.link], [], [], left)[0]:
                raise TimeoutError(f"no message of type {kind}")
            data = self.link.recv(4096)
            if not data:
                raise ConnectionError("the driver hung up")
            self.seen.append(MESSAGE.unpack(data))

    def want(self, wanted, timeout=20):
        while True:
            _, _, body = self.wait(WANT, timeout)
            want = struct.unpack_from("=IIIIII", body)
            if bool(want[0]) == wanted:
                return want

    def settle(self):
        """Forgets what the driver said until now."""
        self.send(PING, seq=1)
        self.wait(PONG)
        self.seen.clear()

    def ring_bell(self):
        os.eventfd_write(self.bell, 1)

    def pace(self):
        """What the driver says in the table that it is at."""
        return struct.unpack("=I", os.pread(self.table, 4, 8))[0]

    def fence(self, seq):
        start = time.monotonic_ns()
        self.send(FENCE, seq=seq)
        while self.wait(FENCED)[1] != seq:
            pass
        return time.monotonic_ns() - start

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.link.close()
        self.seen.clear()

    def quit(self):
        self.send(QUIT)
        status = os.waitpid(self.pid, 0)[1]
        for _, _, cuse in self.twins.values():
            os.close(cuse)
        return status
