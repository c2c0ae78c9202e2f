"""A second process beside this one, forked from it, so that it knows what this one knows: what is said to and fro.

For work of tenths of a second, for which worker processes (`workers`) would come
too late. It is needed for nothing: one that cannot be had, or of which nothing is
heard, is None here, and whoever wanted something of it does that by himself.
"""

from __future__ import annotations

import os
import select
import signal
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from typing import NoReturn, TypeVar

import msgspec
from msgspec import Struct

from site_builder.workers import let_signals_through, signals_held

T = TypeVar("T")
_LENGTH = struct.Struct(">Q")


class Line(Struct, frozen=True):
    """Two pipes to another process: the end to read what it says, and the end to say something."""

    hearing: int
    speaking: int

    def say(self, value: object) -> bool:
        """Send a value; whether anybody was there to take it."""
        data = msgspec.msgpack.encode(value)
        rest = memoryview(_LENGTH.pack(len(data)) + data)
        try:
            while rest:
                rest = rest[os.write(self.speaking, rest) :]
        except OSError:
            return False
        return True

    def hear(self, kind: type[T], patience: float | None = None) -> T | None:
        """A value that was sent whole; None where the other side hung up before, or said nothing for so many seconds."""
        head = self._bytes(_LENGTH.size, patience)
        if len(head) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack(head)
        with suppress(msgspec.MsgspecError):
            return msgspec.msgpack.decode(self._bytes(length, patience), type=kind)
        return None

    def _bytes(self, length: int, patience: float | None) -> bytes:
        """So many bytes, fewer where there are no more."""
        parts: list[bytes] = []
        waiting = select.poll()
        waiting.register(self.hearing, select.POLLIN | select.POLLHUP)
        while length and waiting.poll(None if patience is None else patience * 1000):
            part = os.read(self.hearing, min(length, 1 << 20))
            if not part:
                break
            parts.append(part)
            length -= len(part)
        return b"".join(parts)

    def hang_up(self) -> None:
        """Close both ends."""
        os.close(self.hearing)
        os.close(self.speaking)


@contextmanager
def forked(life: Callable[[Line], None], *, jobs: int) -> Iterator[Line | None]:
    """The line to a process that lives this life, for the time of a block at most.

    None where there can be none, or with ``jobs`` below two.
    """
    # In a process with threads a fork may leave locks behind that nobody opens.
    if jobs < 2 or not hasattr(os, "fork") or threading.active_count() > 1:
        yield None
        return
    with ExitStack() as ending:
        with signals_held():  # who ends this process knows of the other one by then
            line = _begun(life, ending)
        yield line


def _begun(life: Callable[[Line], None], ending: ExitStack) -> Line | None:
    try:
        here, there = _lines()
    except OSError:  # too many open files
        return None
    ending.callback(here.hang_up)
    try:
        process = os.fork()
    except OSError:  # too many processes, or too little memory
        process = -1
    if process == 0:
        _live(partial(_with_own_ends, life, here, there))
    there.hang_up()
    if process < 0:
        return None
    ending.callback(_end, process)
    return here


def _lines() -> tuple[Line, Line]:
    """Both sides of a line. Raises OSError."""
    there_hears, here_speaks = os.pipe()
    try:
        here_hears, there_speaks = os.pipe()
    except OSError:
        os.close(there_hears)
        os.close(here_speaks)
        raise
    return Line(here_hears, here_speaks), Line(there_hears, there_speaks)


def _with_own_ends(life: Callable[[Line], None], here: Line, there: Line) -> None:
    here.hang_up()  # or nobody would hear that the first process has ended
    life(there)


def _live(life: Callable[[], None]) -> NoReturn:
    """In the new process: whoever ends it ends it without a word, and whatever goes wrong as well."""
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        let_signals_through()
        life()
    finally:
        os._exit(0)


def _end(process: int) -> None:
    with suppress(OSError):  # somebody else may have waited for it
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
