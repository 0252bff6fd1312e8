# SPDX-License-Identifier: GPL-2.0-or-later
"""What a program heard, and whether it is what it must have heard.

What a program hears is a list of Chunk, one for each read or report, with the time when it came.
Its frames may be older than that: by what the program, its library and the sound server keep.
"""
import statistics
import time
from dataclasses import dataclass

TONE_HZ = 440.0         # what the microphone hears
PITCH_TOLERANCE = 0.02  # Firefox stretches sound by 1 % to follow another clock
LIVE_ZEROS_MAX = 0.2
PAGE_ZEROS_MAX = 0.5    # a browser fills in zeros when the machine is too busy for it
HOLES = "holes: "       # so begins what a test machine does that stands still for a moment
REST = 1.0              # s; a hole is no rest
RATE_TOLERANCE = 0.2    # of the speed of silence: programs read in bursts


@dataclass
class Chunk:
    """Part of a stream, and when it came."""
    time: float         # CLOCK_MONOTONIC, s
    frames: int
    sounding: int       # frames that are not zero
    peak: float         # the loudest sample
    periods: list       # how long each period of the tone is, in frames

    @classmethod
    def of(cls, samples):
        return cls(time.monotonic(), len(samples), len(samples) - samples.count(0),
                   max(max(samples), -min(samples)), periods(samples))


def periods(samples):
    """From rise to rise through zero, where a rise counts only after the sound was well below
    zero, so that noise around zero does not."""
    enough = max(max(samples), -min(samples)) / 4
    lengths, rise, before, low = [], None, 0.0, False
    for i, sample in enumerate(samples):
        if low and sample > 0:
            now = i - sample / (sample - before)
            if rise is not None:
                lengths.append(now - rise)
            rise, low = now, False
        elif sample < -enough:
            low = True
        before = sample
    return lengths


@dataclass
class Heard:
    """A stretch of time."""
    frames: int = 0
    sounding: int = 0
    speed: float = 0.0  # frames in a second
    hz: float = 0.0

    @property
    def zeros(self):
        """The share of frames that are zero."""
        return 1 - self.sounding / self.frames if self.frames else 0.0


def heard(chunks, rate, start, end):
    """What came from start to end (s, CLOCK_MONOTONIC)."""
    part = [c for c in chunks if start <= c.time <= end and c.frames]
    lengths = [length for c in part for length in c.periods]
    result = Heard(sum(c.frames for c in part), sum(c.sounding for c in part))
    if lengths:
        result.hz = rate / statistics.median(lengths)  # a hole makes one period long
    if part and part[-1].time > part[0].time:
        # the first one's frames are older than its time
        result.speed = sum(c.frames for c in part[1:]) / (part[-1].time - part[0].time)
    return result


def last_sound(chunks, when):
    """When sound came last, in words, against the acknowledgement of the mute."""
    late = max((c.time - when for c in chunks if c.sounding), default=None)
    if late is None:
        return "never sound"
    return f"last sound {abs(late) * 1000:.0f} ms {'after' if late > 0 else 'before'} the mute"


def runs(what, rate):
    """None, or what is wrong with the speed of a stream; rate None: a page's, which has a clock of
    its own."""
    if not what.frames:
        return "no frames"
    if rate and abs(what.speed / rate - 1) > RATE_TOLERANCE:
        return f"{HOLES}not {rate} frames/s"
    return None


def rest(chunks, since, loudness):
    """After how many s a filter that rings was no louder than that, or None: not for REST yet."""
    loud = [c.time for c in chunks if c.time > since and c.peak > loudness]
    last = max(loud, default=since)
    return last - since if chunks and chunks[-1].time - last > REST else None


def judge_silence(what, rate):
    """(Words for what was measured, None or what is wrong.)"""
    words = f"{what.frames - what.sounding} of {what.frames} frames zero, {what.speed:.0f} frames/s"
    return words, f"{what.sounding} frames are not zero" if what.sounding else runs(what, rate)


def judge_sound(what, rate):
    """The same."""
    words = (f"{what.hz:.1f} Hz, {what.zeros:.2%} of {what.frames} frames zero, "
             f"{what.speed:.0f} frames/s")
    if abs(what.hz / TONE_HZ - 1) > PITCH_TOLERANCE:
        return words, f"not the tone of {TONE_HZ:g} Hz"
    if what.zeros > (LIVE_ZEROS_MAX if rate else PAGE_ZEROS_MAX):
        return words, f"{HOLES}zeros in the sound"
    return words, runs(what, rate)
