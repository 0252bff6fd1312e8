# SPDX-License-Identifier: GPL-2.0-or-later
"""What the notes of tests/vm/clients/numbered.c and toggle.c say: which frames were captured
while the microphone was muted, and whether anybody got one of them."""
import bisect
import statistics

MS = 1000000


class Player:
    """When each numbered frame was captured."""

    def __init__(self, path):
        self.since, self.until, self.end = [], [], []
        with open(path) as file:
            for line in file:
                since, until, end = map(int, line.split())
                self.since.append(since)
                self.until.append(until)
                self.end.append(end)

    def captured_within(self, start, stop):
        """Frames [first, last) that were captured after start and before stop, without a doubt."""
        first = bisect.bisect_left(self.since, start)
        last = bisect.bisect_right(self.until, stop) - 1
        if first > last:
            return 0, 0
        return self.end[first - 1] if first else 0, self.end[last]

    def span(self, frame):
        """(earliest, latest) moment at which this frame can have been captured."""
        at = min(bisect.bisect_right(self.end, frame), len(self.end) - 1)
        return self.since[at], self.until[at]

    def errors_ms(self):
        """How exactly a capture time is known: (median, largest)."""
        widths = [(u - s) / MS for s, u in zip(self.since[1:], self.until[1:])]
        return statistics.median(widths), max(widths)

    def stood_still(self, start, stop):
        """The longest time in which not even a real-time program got to run."""
        first, last = bisect.bisect_left(self.until, start), bisect.bisect_right(self.since, stop)
        return max((u - s for s, u in zip(self.since[first:last], self.until[first:last])), default=0)

    def stalls(self, least):
        """How often that stood still for at least so long."""
        return sum(u - s > least for s, u in zip(self.since[1:], self.until[1:]))


class Read:
    __slots__ = ("start", "end", "frames", "runs", "bad")

    def __init__(self, words):
        self.start, self.end, self.frames = map(int, words[:3])
        self.runs, self.bad = [], 0
        for word in words[3:]:
            first, count = word.split("+")
            if first == "bad":
                self.bad += int(count)
            else:
                self.runs.append((int(first), int(count)))


class Reader:
    def __init__(self, path):
        self.reads, self.xruns, self.errors, self.suspended, self.begin = [], [], [], 0, 0
        with open(path) as file:
            for line in file:
                words = line.split()
                if words[0] == "xrun":
                    self.xruns.append(tuple(map(int, words[1:])))
                elif words[0] == "begin":
                    self.begin = int(words[1])
                elif words[0] == "suspended":
                    self.suspended += 1
                elif words[0] == "error":
                    self.errors.append(line.strip())
                else:
                    self.reads.append(Read(words))

    def bad(self):
        return sum(read.bad for read in self.reads)

    def live_frames(self):
        return sum(count for read in self.reads for _, count in read.runs)

    def runs(self):
        return [run for read in self.reads for run in read.runs]

    def repeated(self):
        """Frames that came twice, or not in order."""
        last, count = -1, 0
        for first, length in self.runs():
            count += first <= last
            last = first + length - 1
        return count

    def longest_gap(self, start, stop):
        """Seconds without a read that ended, in this time."""
        ends = [read.end for read in self.reads]
        near = ends[max(bisect.bisect_left(ends, start) - 1, 0):bisect.bisect_right(ends, stop)]
        return max((b - a for a, b in zip(near, near[1:])), default=0) / 1e9

    def stretches(self):
        """The reads between xruns: each list is one timeline of its own."""
        cuts = [xrun[2] for xrun in self.xruns]
        pieces = [[] for _ in range(len(cuts) + 1)]
        for read in self.reads:
            pieces[bisect.bisect_left(cuts, read.start)].append(read)
        return [piece for piece in pieces if piece]

    def pace(self, rate, window_ns=2000 * MS):
        """
        How far the frames are behind CLOCK_MONOTONIC, in frames: (least, most) of the smallest
        lag in each window. The smallest one is free of the program's own lateness.
        """
        lags = []
        for number, piece in enumerate(self.stretches()):
            start = piece[0].start if number else self.begin
            frames, least, until = 0, None, start + window_ns
            for read in piece:
                frames += read.frames
                lag = (read.end - start) * rate / 1e9 - frames
                if read.end > until:
                    lags.append(least)
                    least, until = None, read.end + window_ns
                least = lag if least is None else min(least, lag)
            if read.end > until - window_ns / 2 and least is not None:
                lags.append(least)
        lags = [lag for lag in lags if lag is not None]
        return (min(lags), max(lags)) if lags else (0, 0)


def forbidden(player, intervals):
    """Frame numbers [first, last) captured in any of the (start, stop) intervals."""
    ranges = [player.captured_within(start, stop) for start, stop in intervals]
    return [(first, last) for first, last in ranges if last > first]


def overlap(runs, ranges):
    """How many frames of the runs lie in the sorted ranges, and the first few such runs."""
    starts = [first for first, _ in ranges]
    count, some = 0, []
    for first, length in runs:
        at = max(bisect.bisect_right(starts, first) - 1, 0)
        while at < len(ranges) and ranges[at][0] < first + length:
            common = min(first + length, ranges[at][1]) - max(first, ranges[at][0])
            if common > 0:
                count += common
                some.append((first, length, ranges[at]))
            at += 1
    return count, some[:5]


class Toggles:
    """Intervals between the changes that toggle.c noted."""

    def __init__(self, path, begin, end):
        self.muted_by_account = []   # from when hardmuted began to mute to the next request for live
        self.muted_answered = []     # from the answer to the next request for live
        self.live = []               # from the request for live to the request for muted
        self.fence_us, self.refused, self.mutes = [], [], 0
        self.late = []               # (request, account) of each mute
        account = answered = begin
        live = None
        with open(path) as file:
            for line in file:
                words = line.split()
                if words[0] == "refused":
                    self.refused.append(line.strip())
                elif words[0] == "live" and live is None:
                    live = int(words[1])
                    self.muted_by_account.append((account, live))
                    self.muted_answered.append((answered, live))
                elif words[0] == "mute" and live is not None:
                    request, answered, account, fence = map(int, words[1:])
                    self.live.append((live, request))
                    self.late.append((request, account))
                    self.fence_us.append(fence)
                    self.mutes += 1
                    live = None
        if live is None:
            self.muted_by_account.append((account, end))
            self.muted_answered.append((answered, end))


def median_and_most(values):
    return (statistics.median(values), max(values)) if values else (0, 0)
