#!/usr/bin/env python3
"""Measures the interface of the built program in a pseudo-terminal: start, latency, bytes, idleness.

  interface.py PROGRAM [--seconds N]

Needs nothing but Python. Every figure is measured on the outside: bytes that arrive, and processor time that the
system books. A reader thread takes the bytes as fast as they come, like a fast terminal.
"""
import argparse
import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import tempfile
import termios
import time


class Session:
    """The program in a pseudo-terminal of a size."""

    def __init__(self, arguments, columns=200, rows=60, term="xterm-256color"):
        environment = dict(os.environ, TERM=term, LC_ALL="C.UTF-8", COLORFGBG="15;0", SWIFT_BACKTRACE="enable=no")
        environment.pop("COLORTERM", None)
        self.started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(arguments[0], arguments, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.set_blocking(self.terminal, False)

    def read(self, timeout):
        """The bytes that arrive within a time; empty when none do."""
        ready, _, _ = select.select([self.terminal], [], [], timeout)
        if not ready:
            return b""
        try:
            data = os.read(self.terminal, 1 << 16)
        except OSError:
            return b""
        # Answer what a terminal answers, so that no time is spent waiting for it.
        if b"\033]11;?" in data:
            os.write(self.terminal, b"\033]11;rgb:0000/0000/0000\033\\")
        if re.search(rb"\033\[0?c", data):
            os.write(self.terminal, b"\033[?62;22c")
        return data

    def until_quiet(self, quiet=0.25, limit=10):
        """All bytes until none came for a while."""
        end = time.perf_counter() + limit
        data = b""
        while time.perf_counter() < end:
            piece = self.read(quiet)
            if not piece:
                break
            data += piece
        return data

    def collect(self, seconds):
        """All bytes of a stretch of time."""
        end = time.perf_counter() + seconds
        data = b""
        while (left := end - time.perf_counter()) > 0:
            data += self.read(left)
        return data

    def press(self, keys):
        os.write(self.terminal, keys)

    def processor_seconds(self):
        with open(f"/proc/{self.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        with open(f"/proc/{self.pid}/status") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) / 1024

    def close(self):
        self.press(b"q")
        end = time.perf_counter() + 2
        while time.perf_counter() < end:
            self.read(0.01)
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                os.close(self.terminal)
                return
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def start_times(arguments, marker, count=15):
    """Milliseconds from start to the first byte and to the first whole frame (its marker is on the screen)."""
    first_bytes, frames = [], []
    for _ in range(count):
        session = Session(arguments)
        data = b""
        first = None
        while marker not in data:
            piece = session.read(5)
            if not piece:
                break
            first = first or time.perf_counter()
            data += piece
        frames.append((time.perf_counter() - session.started) * 1e3)
        first_bytes.append((first - session.started) * 1e3)
        session.close()
    return first_bytes, frames


def latencies(arguments, keys, count):
    """Milliseconds from a key to the first byte that answers it, while training at full speed.

    The status line answers the key: the wait is for the bytes of a frame drawn after it. Frames of training come all
    the time, so the key opens and closes the help, whose title only a frame after the key can show.
    """
    session = Session(arguments)
    session.until_quiet()
    session.press(b"+" * 20 + b" ")
    session.collect(1)
    times = []
    for index in range(count):
        session.collect(0.03 + (index * 7 % 13) * 0.003)
        opens = index % 2 == 0
        sent = time.perf_counter()
        session.press(b"?" if opens else b"\r")
        data = b""
        while True:
            piece = session.read(1)
            data += piece
            # The box of the help, or the panel behind it coming back.
            if not piece or (b"type to search" in data if opens else b"play" in data or len(data) > 400):
                break
        times.append((time.perf_counter() - sent) * 1e3)
    session.close()
    return times


def screen_cost(program, rounds=3):
    """The share of its headless speed that training keeps on a screen of 200x60: the same network, the same epochs."""
    run = ["network", "--hidden", "8,8", "--epochs", "60000"]
    shares = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            subprocess.run([program, *run, "--picture", f"{folder}/p.svg"], check=True, capture_output=True)
            headless = time.perf_counter() - started
        session = Session([program, *run, "--speed", "max"])
        session.until_quiet()
        started = time.perf_counter()
        session.press(b" ")
        data = b""
        while b"finished" not in data:
            piece = session.read(60)
            if not piece:
                raise SystemExit("the run on the screen did not end")
            data = data[-64:] + piece
        shares.append(headless / (time.perf_counter() - started))
        session.close()
    return shares


LONG_RUN = ["network", "--hidden", "8,8", "--epochs", "600000"]


def headless_seconds(program):
    """How long the long run takes without a screen."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        subprocess.run([program, *LONG_RUN, "--picture", f"{folder}/p.svg"], check=True, capture_output=True)
        return time.perf_counter() - started


def slow_link(program, bits, size, headless):
    """The share of its headless speed that training keeps on a link of so many bits a second, and seconds that q takes.

    0 bits: the reader stops when the training begins, and reads again when it has ended. The end of the run is seen by the
    processor: a program that has nothing left to do uses none.
    """
    session = Session([program, *LONG_RUN, "--speed", "max"], columns=size[0], rows=size[1])
    data = b""
    while b"quit" not in data:
        data += session.read(5)
    session.until_quiet()
    started = time.perf_counter()
    session.press(b" ")
    used, idle_since = session.processor_seconds(), None

    def take():
        # A tenth of a second's worth of bytes, ten times a second.
        time.sleep(0.1)
        if bits == 0:
            return
        with contextlib.suppress(OSError):
            os.read(session.terminal, max(1, bits // 80))

    while idle_since is None or time.perf_counter() - idle_since < 0.3:
        take()
        now = session.processor_seconds()
        idle_since = None if now > used else idle_since or time.perf_counter()
        used = now
    share = headless / (idle_since - started)
    started = time.perf_counter()
    session.press(b"q")
    while not os.waitpid(session.pid, os.WNOHANG)[0]:
        take()
        if time.perf_counter() - started > 5:
            os.kill(session.pid, signal.SIGKILL)
    os.close(session.terminal)
    return share, time.perf_counter() - started


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--seconds", type=float, default=5)
    options = parser.parse_args()
    perceptron = [options.program, "perceptron"]
    endless = [options.program, "perceptron", "--data", "xor", "--order", "shuffled"]

    first, frame = start_times(perceptron, b"quit")
    print(f"start to first byte        {statistics.median(first):8.1f} ms (median of {len(first)})")
    print(f"start to first frame       {statistics.median(frame):8.1f} ms   target 30")

    times = latencies(endless, b"?", 200)
    print(f"key to its frame, training {statistics.median(times):8.1f} ms median   target 3")
    print(f"                           {percentile(times, 0.99):8.1f} ms 99th percentile   target 15")

    session = Session(perceptron)
    session.until_quiet()
    print(f"memory after start         {session.memory():8.1f} MB   target 40")
    before = session.processor_seconds()
    data = session.collect(options.seconds)
    used = session.processor_seconds() - before
    print(f"paused {options.seconds:.0f} s: bytes          {len(data):8d}      target 0")
    print(f"           processor time  {used * 1e3:8.1f} ms   target 0")
    session.close()

    network = [options.program, "network", "--data", "spiral", "--hidden", "8,8", "--optimizer", "adam"]
    for name, run in (("perceptron", endless), ("network", network)):
        session = Session(run)
        session.until_quiet()
        session.press(b"+" * 20 + b" ")
        session.collect(1)
        data = session.collect(options.seconds)
        # The step counter in the first row changes with every frame, so that row is addressed once a frame.
        frames = len(re.findall(rb"\033\[1;\d+H|\033\[H", data))
        print(f"{name} at full speed {frames / options.seconds:8.1f} frames a second   target 30")
        print(f"                         {len(data) / max(1, frames) / 1e3:8.1f} kB a frame   target 25")
        session.close()

    shares = screen_cost(options.program)
    print(f"training beside the screen {100 * statistics.median(shares):8.0f} % of its headless speed   target 90")
    headless = headless_seconds(options.program)
    for bits in (9600, 56_000, 1_000_000, 0):
        for size in ((80, 24), (120, 40), (200, 60)):
            share, leaving = slow_link(options.program, bits, size, headless)
            print(
                f"{f'at {bits} bit/s' if bits else 'never read'}, {size[0]}x{size[1]}".ljust(24)
                + f"{100 * share:8.0f} % of its headless speed   target 95; q takes {leaving:.2f} s   target 1")


if __name__ == "__main__":
    main()
