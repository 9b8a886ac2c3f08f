#!/usr/bin/env python3
"""Random keys, mouse, pastes and sizes for a long time, while the program trains; judged from the outside.

  soak.py PROGRAM [--minutes 60] [--seed N] [--log FILE]

The program runs in a pseudo-terminal and a folder of its own. Every few seconds its resident memory, its descriptors and
the time it takes to answer a key are noted. It fails when the program ends or hangs, when memory after the first sixth of
the time grows by more than 10 MB or is ever above 80 MB, when descriptors grow, or when the terminal is not given back.
Keys that leave or stop the program are left out; everything else is pressed. Needs nothing but Python.
"""
import argparse
import fcntl
import os
import pty
import random
import re
import select
import shutil
import struct
import sys
import tempfile
import termios
import time

ANSWERS = [(re.compile(rb"\033\]11;\?"), b"\033]11;rgb:0000/0000/0000\033\\"), (re.compile(rb"\033\[0?c"), b"\033[?62;22c")]
LETTERS = b"abcdefghijklmnoprstuvwxyzABCDEFGIJKLMNOPQRSTUVWXYZ0123456789 .,+-[]{}<>/?!"
SPECIAL = [
    b"\033OA", b"\033OB", b"\033OC", b"\033OD", b"\033[1;2C", b"\033[1;2D", b"\033OH", b"\033OF", b"\t", b"\033[Z", b"\r",
    b"\x7f", b"\033[3~", b"\033[5~", b"\033[6~", b"\x0c", b"\033OP", b"H", " ă漢".encode(),
]


class Program:
    def __init__(self, arguments, folder, columns=120, rows=40):
        environment = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", SWIFT_BACKTRACE=os.environ.get("SWIFT_BACKTRACE", "enable=no"))
        environment.pop("COLORTERM", None)
        self.controller, terminal = pty.openpty()
        self.resize(columns, rows)
        self.modes = termios.tcgetattr(terminal)
        self.pid = os.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.setsid()
            fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
            for number in range(3):
                os.dup2(terminal, number)
            os.closerange(3, 256)
            os.execvpe(arguments[0], arguments, environment)
        self.terminal = terminal
        os.set_blocking(self.controller, False)
        self.received = 0
        self.tail = b""

    def resize(self, columns, rows):
        fcntl.ioctl(self.controller, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds):
        """Takes what comes for a time, and answers what a terminal answers."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not select.select([self.controller], [], [], left)[0]:
                return
            try:
                data = os.read(self.controller, 1 << 16)
            except OSError:
                return
            self.received += len(data)
            self.tail = (self.tail + data)[-4096:]
            for question, answer in ANSWERS:
                if question.search(data):
                    self.write(answer)

    def write(self, data):
        while data:
            try:
                data = data[os.write(self.controller, data):]
            except BlockingIOError:
                # The program does not read: that is for the check of its answers to judge.
                self.read(0.01)

    def answer_time(self):
        """Seconds until bytes come after a redraw was asked for; none within ten seconds is a hang."""
        self.read(0.02)
        before, asked = self.received, time.monotonic()
        self.write(b"\x0c")
        while self.received == before:
            if time.monotonic() - asked > 10:
                return None
            self.read(0.001)
        return time.monotonic() - asked

    def status(self):
        ended, status = os.waitpid(self.pid, os.WNOHANG)
        return status if ended else None

    def memory(self):
        with open(f"/proc/{self.pid}/status") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) / 1024

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))


def inputs(chance):
    """One random deed: bytes to send, or a size."""
    kind = chance.random()
    if kind < 0.55:
        return bytes([chance.choice(LETTERS)])
    if kind < 0.75:
        return chance.choice(SPECIAL)
    if kind < 0.80:
        return b"\033"
    if kind < 0.93:
        column, row = chance.randint(1, 250), chance.randint(1, 80)
        return f"\033[<{chance.choice([0, 0, 2, 32, 64, 65])};{column};{row}{chance.choice('Mm')}".encode()
    if kind < 0.95:
        # Terminals take control characters out of what is pasted: Ctrl-C in it would be a Ctrl-C.
        text = bytes(byte for byte in chance.randbytes(chance.randint(0, 20_000)) if byte >= 32 or byte in b"\t\r\n")
        return b"\033[200~" + text + b"\033[201~"
    if kind < 0.96:
        return bytes(chance.choice(range(128, 256)) for _ in range(chance.randint(1, 6)))
    return (chance.randint(1, 250), chance.randint(1, 80))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else int(time.time())
    chance = random.Random(seed)
    folder = tempfile.mkdtemp()
    program = Program([os.path.abspath(options.program), "network", "--speed", "max"], folder)
    print(f"seed {seed}, {options.minutes:g} minutes", flush=True)
    program.read(1)
    program.write(b" ")
    started = time.monotonic()
    limit = options.minutes * 60
    settled, deeds, sizes, last = None, 0, 0, []
    worst_memory = worst_answer = 0
    descriptors = None
    next_note = started + min(15, limit / 20)
    failure = None
    while time.monotonic() - started < limit and not failure:
        deed = inputs(chance)
        if isinstance(deed, tuple):
            program.resize(*deed)
            sizes += 1
        elif deed != b"q":
            program.write(deed)
            last = (last + [deed[:12]])[-200:]
        deeds += 1
        program.read(chance.choice([0, 0.002, 0.01, 0.05]))
        if (status := program.status()) is not None:
            failure = f"the program ended with status {status}"
        elif time.monotonic() > next_note:
            next_note += 15
            # Anything may be open; what is asked for must be answered in any case.
            answer = program.answer_time()
            memory, files = program.memory(), program.descriptors()
            elapsed = time.monotonic() - started
            print(f"{elapsed:6.0f} s  {memory:6.1f} MB  {files} descriptors  answer {(answer or 99) * 1e3:6.1f} ms  "
                  f"{deeds} inputs  {sizes} sizes", flush=True)
            worst_memory = max(worst_memory, memory)
            if answer is None:
                failure = "no answer for ten seconds"
                break
            worst_answer = max(worst_answer, answer)
            if memory > 80:
                failure = f"{memory:.1f} MB of memory"
            if elapsed > limit / 6:
                settled = settled or (memory, elapsed)
                descriptors = files if descriptors is None else descriptors
                if files > descriptors + 1:
                    failure = f"{files} descriptors, {descriptors} before"
            program.write(b"\033\033 ")
    if not failure:
        if settled and program.memory() > settled[0] + 10:
            failure = f"memory grew from {settled[0]:.1f} MB to {program.memory():.1f} MB"
        for _ in range(5):
            program.write(b"\033")
            program.read(0.1)
        program.write(b"q")
        ended = time.monotonic() + 3
        status = None
        while status is None and time.monotonic() < ended:
            program.read(0.05)
            status = program.status()
        if status != 0:
            failure = failure or f"q ended with {status}"
        elif termios.tcgetattr(program.terminal) != program.modes:
            failure = failure or "the terminal's modes are not what they were"
    shutil.rmtree(folder, ignore_errors=True)
    print(f"{deeds} inputs, {sizes} sizes, {program.received / 1e6:.0f} MB received; at most {worst_memory:.1f} MB of memory, "
          f"{worst_answer * 1e3:.0f} ms to answer; after a sixth of the time {settled[0] if settled else 0:.1f} MB")
    if failure:
        print("failed:", failure, "\nlast inputs:", b" ".join(last))
        program.read(1)
        print("last output:", re.sub(rb"\033\[[0-9;?]*[A-Za-z]", b" ", program.tail)[-1000:].decode(errors="replace"))
        try:
            os.kill(program.pid, 9)
        except ProcessLookupError:
            pass
        return 1
    print("passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
