#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tries every way to the microphones' sound, as whoever runs it; needs no knowledge of hardmute but
its names.

	attack.py muted|live [WAY...]	all ways, or those named
	attack.py open PATH...		what these nodes give (for another namespace)

A line "RESULT WAY: DETAIL" for each try:
	denied, absent	it does not open, or is not there
	zero		nothing but silence
	nothing		it opens, and no sound comes out of it
	sound		while live: through a virtual microphone
	limit		root's power over processes and the kernel, that no program can take away
	LEAK		a real microphone, or sound while muted; the exit status is 1 then
"""
import ctypes
import errno
import fcntl
import glob
import os
import re
import signal
import stat
import struct
import subprocess
import sys
import tempfile
import threading
import time

SELF = os.path.abspath(__file__)
PATIENCE = 40  # seconds for one try: the guest is slow
ROOT = os.getuid() == 0
libc = ctypes.CDLL(None, use_errno=True)
leaks = 0
muted = True


def say(result, way, detail):
    global leaks
    if result == "sound" and muted:
        result = "LEAK"
    leaks += result == "LEAK"
    print(f"{result} {way}: {detail}", flush=True)


def say_error(way, detail, error, reached="nothing"):
    """reached: what it is when nothing stood in the way, but it is busy or the like."""
    result = {errno.ENOENT: "absent", errno.ENODEV: "absent", errno.ENXIO: "absent",
              errno.ENOTDIR: "absent", errno.EPERM: "denied", errno.EACCES: "denied"}
    say(result.get(error.errno, reached), way, f"{detail}: {error.strerror}")


def say_samples(way, detail, data):
    if not data:
        say("nothing", way, f"{detail}: not a byte")
    elif any(data):
        say("sound", way, f"{detail}: {len(data)} bytes")
    else:
        say("zero", way, f"{detail}: {len(data)} bytes")


def call(number, *arguments):
    result = libc.syscall(number, *arguments)
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return result


# ---- what there is ----

def read(path):
    with open(path, errors="replace") as file:
        return file.read()


def numbers(pattern):
    """{device number: name} of the kernel's own sound devices."""
    found = {}
    for path in glob.glob(f"/sys/class/sound/{pattern}/dev"):
        major, minor = map(int, read(path).split(":"))
        found[os.makedev(major, minor)] = path.split("/")[-2]
    return found


def real():
    return numbers("pcmC*D*c") | numbers("comprC*")


def is_real(path):
    try:
        return os.stat(path).st_rdev in real()
    except OSError:
        return False


def twins():
    return [name.replace("!", "/") for name in os.listdir("/sys/class/cuse")
            if name.startswith("snd!")] if os.path.isdir("/sys/class/cuse") else []


def processes():
    found = {}
    for path in glob.glob("/proc/[0-9]*/comm"):
        try:
            name = read(path).strip()
        except OSError:
            continue
        if name in ("hardmuted", "hardmute-driver"):
            found[int(path.split("/")[2])] = name
    return found


def foreign_owner():
    """Who has a real microphone open, if it is not hardmuted."""
    for path in glob.glob("/proc/asound/card*/pcm*c/sub*/status"):
        try:
            owner = re.search(r"owner_pid *: (\d+)", read(path))
            if not owner:
                continue
            task = read(f"/proc/{owner[1]}/status")
            name = read("/proc/" + re.search(r"Tgid:\s*(\d+)", task)[1] + "/comm").strip()
        except OSError:
            continue  # ended meanwhile
        if name != "hardmuted":
            return f"{path} belongs to {name}"
    return None


class Watch(threading.Thread):
    """Looks into the kernel's book during a try."""

    def __init__(self):
        super().__init__(daemon=True)
        self.seen, self.ended = None, threading.Event()

    def run(self):
        while not self.ended.wait(0.05):
            self.seen = self.seen or foreign_owner()

    def end(self, way):
        self.ended.set()
        self.join()
        if self.seen:
            say("LEAK", way, self.seen)


# ---- recording ----

def hw_params():
    """struct snd_pcm_hw_params: interleaved S16_LE, 2 channels, 48 kHz."""
    masks = b"".join(struct.pack("<II24x", 1 << bit, 0) for bit in (3, 2, 0))
    interval = {10: (2, 2), 11: (48000, 48000)}
    ranges = b"".join(struct.pack("<III", *interval.get(i, (0, 0xffffffff)), 0)
                      for i in range(8, 20))
    return bytearray(struct.pack("<I", 0) + masks + bytes(5 * 32) + ranges + bytes(9 * 12) +
                     struct.pack("<IIIIII", 0xffffffff, 0, 0xffffffff, 0, 0, 0) + bytes(8 + 64))


def record_pcm(fd):
    """Half a second of samples, through the kernel's interface alone."""
    fcntl.fcntl(fd, fcntl.F_SETFL, os.O_RDWR)
    params = hw_params()
    fcntl.ioctl(fd, 0xc0004111 | len(params) << 16, params)
    fcntl.ioctl(fd, 0x4140)
    data = b""
    samples = ctypes.create_string_buffer(9600)
    while len(data) < 96000:
        transfer = struct.pack("<qQQ", 0, ctypes.addressof(samples), 2400)
        done = struct.unpack("<qQQ", fcntl.ioctl(fd, 0x80184151, transfer))[0]
        data += samples.raw[:done * 4]
    return data


def try_pcm_fd(way, path, fd):
    number = os.fstat(fd).st_rdev
    if number in real():
        say("LEAK", way, f"{path}: {real()[number]} itself")
        return
    try:
        say_samples(way, path, record_pcm(fd))
    except OSError as error:
        say("nothing", way, f"{path}: {error.strerror}")


def try_pcm(way, path):
    try:
        fd = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError as error:
        say_error(way, path, error, "LEAK" if is_real(path) else "nothing")
        return
    try_pcm_fd(way, path, fd)
    os.close(fd)


def try_read(way, path, silence=0):
    """A plain read of something that is no PCM."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOCTTY)
        data = os.read(fd, 4096)
    except OSError as error:
        say_error(way, path, error)
        return
    os.close(fd)
    say_samples(way, path, bytes(byte ^ silence for byte in data))


def try_program(way, name, command, **options):
    """A program that writes raw samples into a file."""
    with tempfile.NamedTemporaryFile() as file:
        done = subprocess.run(["timeout", str(PATIENCE // 2)] + [file.name if word == "@" else word
                              for word in command], capture_output=True, text=True, check=False, **options)
        data = file.read()
        if data:
            say_samples(way, name, data)
        else:
            why = (done.stderr.strip().splitlines() or ["no sound"])[-1]
            say("denied", way, f"{name}: {why}")


def run_open(way, command, paths):
    """Opens the paths in another world that the command makes; takes its lines over."""
    done = subprocess.run([*command, sys.executable, SELF, "open", *paths], capture_output=True,
                          text=True, check=False)
    lines = done.stdout.splitlines()
    for line in lines:
        result, _, detail = line.partition(" ")
        say(result, way, detail.partition(": ")[2])
    if not lines:
        why = (done.stderr.strip().splitlines() or [f"status {done.returncode}"])[-1]
        say("denied", way, why)


def names():
    return sorted(real().values())


def places(top="/dev"):
    return [f"{top}/{folder}/{name}" for folder in ("snd", "hardmute") for name in names()]


# ---- the ways ----

def way_nodes():
    """Every node with the number of a real microphone, whatever it is called, and every twin."""
    wanted, paths = real(), set(places()) | {"/dev/" + twin for twin in twins()}
    for top in ("/dev", "/run", "/tmp", "/var/tmp"):
        for folder, folders, files in os.walk(top):
            for name in files + folders:
                path = os.path.join(folder, name)
                try:
                    node = os.stat(path)
                except OSError:
                    continue
                if stat.S_ISCHR(node.st_mode) and node.st_rdev in wanted:
                    paths.add(path)
    for number in wanted:
        paths.add(f"/dev/char/{os.major(number)}:{os.minor(number)}")
    for path in sorted(paths):
        try_pcm("nodes", path)


def way_by_path():
    for path in sorted(glob.glob("/dev/snd/by-*/*")):
        number = os.stat(path).st_rdev
        say("LEAK" if number in real() else "nothing", "by-path", f"{path} -> {os.path.realpath(path)}")


def way_namespace():
    """What hardmute's own processes and init see."""
    for pid in [*processes(), 1]:
        for path in places(f"/proc/{pid}/root/dev"):
            try_pcm("namespace", path)
    for pid in processes():
        run_open("nsenter", ["nsenter", "-t", str(pid), "-m"], places())


def way_alsa():
    listed = subprocess.run(["arecord", "-L"], stdout=subprocess.PIPE, text=True, check=False).stdout
    found = [line for line in listed.splitlines() if line and not line[0].isspace()]
    found += [f"hw:{name[4:-1].replace('D', ',')}" for name in names() if name.startswith("pcm")]
    for name in found:
        try_program("alsa", name, ["arecord", "-q", "-D", name, "-f", "S16_LE", "-r", "48000", "-c", "2",
                                   "-s", "9600", "-t", "raw", "@"])


def way_control():
    """Turns every capture switch on, then listens."""
    for path in sorted(glob.glob("/dev/snd/controlC*")):
        card = path.removeprefix("/dev/snd/controlC")
        listed = subprocess.run(["amixer", "-c", card, "scontents"], stdout=subprocess.PIPE, text=True,
                                check=False).stdout
        found = re.findall(r"^Simple mixer control ('.*',\d+)\n  Capabilities:.*\bc(?:switch|volume)",
                           listed, re.M)
        done = [subprocess.run(["amixer", "-q", "-c", card, "sset", name, "100%", "cap"], check=False,
                               stderr=subprocess.DEVNULL).returncode for name in found]
        say("nothing", "control", f"{path}: {done.count(0)} of {len(found)} capture switches turned on")
    for twin in twins():
        try_pcm("control", "/dev/" + twin)


def way_hwdep():
    for name in numbers("hwC*").values():
        path = "/dev/snd/" + name
        try:
            os.close(os.open(path, os.O_RDWR | os.O_NONBLOCK))
        except OSError as error:
            say_error("hwdep", path, error, "limit" if ROOT else "LEAK")
            continue
        say("limit" if ROOT else "LEAK", "hwdep", f"{path}: it opens")


def way_oss():
    done = subprocess.run(["/sbin/modprobe", "snd-pcm-oss"], capture_output=True, text=True, check=False)
    loaded = os.path.exists("/sys/module/snd_pcm_oss")
    say("LEAK" if loaded else "denied", "oss", "modprobe snd-pcm-oss: " +
        ("it is there" if loaded else f"status {done.returncode}"))
    paths = [path for kind in ("dsp", "adsp", "audio") for path in glob.glob(f"/dev/{kind}*")]
    for path in paths or ["/dev/dsp"]:
        try_read("oss", path, 128)
    with tempfile.TemporaryDirectory(dir="/dev" if ROOT else None) as folder:
        for minor in [base + kind for base in (0, 16, 32) for kind in (3, 4, 12)]:
            path = f"{folder}/{minor}"
            try:
                os.mknod(path, 0o600 | stat.S_IFCHR, os.makedev(14, minor))
            except OSError as error:
                say_error("oss", f"mknod 14:{minor}", error)
                continue
            try_read("oss", path, 128)


def way_mknod():
    for number, name in real().items():
        for folder in ("/dev", "/run", "/tmp"):
            path = f"{folder}/attack-{os.getpid()}-{name}"
            try:
                os.mknod(path, 0o666 | stat.S_IFCHR, number)
            except OSError as error:
                say_error("mknod", path, error)
                continue
            try_pcm("mknod", path)
            os.unlink(path)


def way_link():
    for name in names():
        path = f"/dev/attack-{os.getpid()}-{name}" if ROOT else f"/tmp/attack-{os.getpid()}-{name}"
        try:
            os.link(f"/dev/hardmute/{name}", path)
        except OSError as error:
            say_error("link", f"/dev/hardmute/{name}", error)
            continue
        try_pcm("link", path)
        os.unlink(path)


def way_handle():
    """open_by_handle_at: by the inode, without a path."""
    for path in places():
        handle = ctypes.create_string_buffer(8 + 128)
        struct.pack_into("<Ii", handle, 0, 128, 0)
        mount = ctypes.c_int()
        try:
            call(303, -100, path.encode(), handle, ctypes.byref(mount), 0)
            folder = os.open("/dev", os.O_RDONLY)
            fd = call(304, folder, handle, os.O_RDWR | os.O_NONBLOCK)
        except OSError as error:
            say_error("handle", path, error)
            continue
        try_pcm_fd("handle", path, fd)
        os.close(fd)


def way_mount():
    """Another devtmpfs, a bind mount, a chroot: root's, and a user's in a namespace of its own."""
    new = ["unshare", "-m"] if ROOT else ["unshare", "-Urm"]
    with tempfile.TemporaryDirectory() as top:
        script = f"mount -t devtmpfs none {top} && exec \"$@\""
        run_open("devtmpfs", [*new, "sh", "-c", script, "sh"], places(top))
        for name, number in ((name, number) for number, name in real().items()):
            script = (f"mount -t tmpfs none {top} && mknod {top}/{name} c {os.major(number)} "
                      f"{os.minor(number)} && exec \"$@\"")
            run_open("tmpfs", [*new, "sh", "-c", script, "sh"], [f"{top}/{name}"])
        script = (f"mount --rbind / {top} && exec chroot {top} \"$@\"")
        run_open("chroot", [*new, "sh", "-c", script, "sh"], places())


def say_power(way, detail, real_fd=False):
    """What root gets by power over a process: no sound may be there while muted, even so."""
    if real_fd and muted or not ROOT:
        say("LEAK", way, detail)
    else:
        say("limit", way, detail)


def way_descriptors():
    """/proc/PID/fd: opens anew what they have open; reads their shared memory."""
    for pid, name in processes().items():
        folder = f"/proc/{pid}/fd"
        try:
            descriptors = os.listdir(folder)
        except OSError as error:
            say_error("descriptors", f"{name}: {folder}", error)
            continue
        for descriptor in descriptors:
            path = f"{folder}/{descriptor}"
            try:
                target, node = os.readlink(path), os.stat(path)
            except OSError:
                continue
            if target.startswith("/memfd:"):
                with open(path, "rb") as file:
                    size = os.fstat(file.fileno()).st_size
                    data = file.read()
                say("nothing", "memory", f"{name}: {target}, {size} bytes")
                if "ring" in target:
                    # its first page tells positions
                    say_samples("memory", f"{name}: {target}", data[4096:])
            elif stat.S_ISCHR(node.st_mode) and node.st_rdev in real():
                try_pcm("descriptors", path)


def way_memory():
    for pid, name in processes().items():
        try:
            os.close(os.open(f"/proc/{pid}/mem", os.O_RDONLY))
            say_power("mem", f"{name}: /proc/{pid}/mem opens")
        except OSError as error:
            say_error("mem", f"{name}: /proc/{pid}/mem", error)
        if ROOT:
            say("limit", "ptrace", f"{name}: root may")
            continue
        try:
            call(101, 0x4206, pid, 0, 0)
            say("LEAK", "ptrace", f"{name}: seized")
        except OSError as error:
            say_error("ptrace", name, error)


def way_pidfd():
    for pid, name in processes().items():
        process = call(434, pid, 0)
        try:
            fds = [call(438, process, fd, 0) for fd in range(3)]
        except OSError as error:
            say_error("pidfd", name, error)
            continue
        for fd in range(3, 256):
            try:
                fds.append(call(438, process, fd, 0))
            except OSError:
                pass
        found = [real()[os.fstat(fd).st_rdev] for fd in fds if os.fstat(fd).st_rdev in real()]
        say_power("pidfd", f"{name}: {len(fds)} descriptors, real microphones: {found or 'none'}", bool(found))
        for fd in fds:
            os.close(fd)


def way_cuse():
    try:
        os.close(os.open("/dev/cuse", os.O_RDWR))
    except OSError as error:
        say_error("cuse", "/dev/cuse", error)
        return
    say("limit" if ROOT else "LEAK", "cuse", "/dev/cuse opens")


def way_usb():
    """Raw USB: the interface is claimed past its driver."""
    for path in glob.glob("/sys/bus/usb/devices/*/bInterfaceClass"):
        if int(read(path), 16) != 1:
            continue
        device = path.split("/")[-2].partition(":")[0]
        where = [int(read(f"/sys/bus/usb/devices/{device}/{name}")) for name in ("busnum", "devnum")]
        node, interface = "/dev/bus/usb/{:03}/{:03}".format(*where), int(read(os.path.dirname(path) + "/bInterfaceNumber"), 16)
        for flags, how in ((os.O_RDWR, "written"), (os.O_RDONLY, "read")):
            try:
                fd = os.open(node, flags)
            except OSError as error:
                say_error("usb", f"{node} to be {how}", error, "limit" if ROOT else "LEAK")
                continue
            try:
                fcntl.ioctl(fd, 0x8004550f, struct.pack("<I", interface))  # USBDEVFS_CLAIMINTERFACE
                say("limit" if ROOT else "LEAK", "usb", f"{node}: interface {interface} is ours")
            except OSError as error:
                say("limit" if ROOT and error.errno == errno.EBUSY else
                    "LEAK" if flags == os.O_RDWR else "denied", "usb",
                    f"{node} to be {how}: interface {interface}: {error.strerror}")
            os.close(fd)
    for path in glob.glob("/dev/fw*"):
        try_read("firewire", path)


def way_servers():
    """Every source of the sound server that is no sink's echo."""
    listed = subprocess.run(["timeout", str(PATIENCE), "pactl", "list", "short", "sources"],
                            capture_output=True, text=True, check=False)
    found = [line.split("\t")[1] for line in listed.stdout.splitlines()
             if "\t" in line and ".monitor\t" not in line]
    if not found:
        why = (listed.stderr.strip().splitlines() or ["none listed"])[-1]
        say("absent", "servers", f"no source: {why}")
    for name in found:
        try_program("servers", name, ["sh", "-c", "timeout 6 parec --raw --rate=48000 --channels=2 "
                                      f"--format=s16le --device={name} > \"$0\"; true", "@"])


def way_guard():
    if ROOT:
        say("limit", "guard", "root may join hardmuted's control group, unload the guard, load modules")
        return
    try:
        with open("/sys/fs/cgroup/system.slice/hardmuted.service/cgroup.procs", "w") as file:
            file.write(str(os.getpid()))
    except OSError as error:
        say_error("guard", "hardmuted's control group", error)
    else:
        say("LEAK", "guard", "joined hardmuted's control group")
    for path in ("devices", "guard"):
        try:
            os.close(os.open(f"/sys/fs/bpf/hardmute/{path}", os.O_RDONLY))
            say("LEAK", "guard", f"its {path} open")
        except OSError as error:
            say_error("guard", f"its {path}", error)


WAYS = [way_control, way_nodes, way_by_path, way_namespace, way_mknod, way_link, way_handle, way_mount,
        way_hwdep, way_oss, way_usb, way_descriptors, way_memory, way_pidfd, way_cuse, way_guard,
        way_alsa, way_servers]


def attempt(way):
    """In a process of its own, that cannot hang for ever."""
    name = way.__name__.removeprefix("way_")
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        status = 2
        try:
            way()
            status = leaks != 0
        except Exception as error:  # a way that breaks has proved nothing
            print(f"LEAK {name}: not tried: {error!r}", flush=True)
        finally:
            os._exit(status)
    end = time.monotonic() + 10 * PATIENCE
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status == 0
        time.sleep(0.05)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    print(f"LEAK {name}: it hangs", flush=True)
    return False


def main():
    global muted
    if len(sys.argv) < 2 or sys.argv[1] not in ("muted", "live", "open"):
        sys.exit(__doc__)
    if sys.argv[1] == "open":
        muted = False  # the caller judges
        for path in sys.argv[2:]:
            try_pcm("open", path)
        sys.exit(leaks != 0)
    muted = sys.argv[1] == "muted"
    good = True
    for way in WAYS:
        if sys.argv[2:] and way.__name__.removeprefix("way_") not in sys.argv[2:]:
            continue
        watch = Watch()
        watch.start()
        good &= attempt(way)
        watch.end(way.__name__.removeprefix("way_"))
    sys.exit(not good or leaks != 0)


main()
