"""Two processes ahead of a build that may go on from the last one: one looks at the output, one reads what was edited.

Both take a while and need no knowledge of what follows from an edit, which the
first process finds out meanwhile. A scout writes nothing, holds no lock, and
is needed for nothing: what it does not tell, for whatever reason, a build sees
to by itself. Where processes cannot be forked, and where a build is to use one
processor, there is none.

The one that reads loads what understands documents before anybody asks it, since
after an edit that is what a build would wait for; where nothing was edited it
has done so for nothing, and gives way to the others.
"""

from __future__ import annotations

import os
import select
import signal
import struct
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property, partial
from typing import NoReturn, TypeVar

import msgspec

from site_builder.content.encoded import Encoded
from site_builder.content.model import SourceFile
from site_builder.content.sources import holds_more_than_reports, kind_of
from site_builder.folders import Folders
from site_builder.output.folder import check_output
from site_builder.output.survey import Glance, glance
from site_builder.workers import let_signals_through, signals_held

T = TypeVar("T")
PATIENCE = 20.0
"""Seconds without a word after which nothing more is expected: by itself, a build takes less."""
_LONGEST_QUESTION = 1024
_GIVES_WAY = 3
"""How far, as `nice` counts: half of a processor where others want the other half and more."""
_LENGTH = struct.Struct(">Q")


class _Ends(msgspec.Struct, frozen=True):
    """The ends of pipes to a process and from it, as the one that sent it out has them."""

    asking: int
    telling: int


class Scout:
    """The two processes, as the one that sent them out sees them; None for one that there is not."""

    def __init__(self, looking: _Ends, reading: _Ends | None) -> None:
        self._looking = looking
        self._reading = reading
        self._read: dict[str, Encoded] | None = None
        self._is_asked = False

    @cached_property
    def glance(self) -> Glance | None:
        """What the output came to; None where that is not known."""
        return _received(self._looking.telling, Glance, PATIENCE)

    def ask_for(self, paths: Sequence[str]) -> None:
        """Let it read these documents."""
        # What a pipe does not take at once might wait for a scout that waits for somebody to listen.
        if self._reading and sum(map(len, paths)) < _LONGEST_QUESTION:
            self._is_asked = _sent(self._reading.asking, list(paths))

    def told(self, path: str) -> Encoded | None:
        """What such a document gave; None where it was not asked for, or nothing was heard of it."""
        if self._read is None:
            asked = self._reading if self._is_asked else None
            self._read = (_received(asked.telling, dict[str, Encoded], PATIENCE) if asked else None) or {}
        return self._read.get(path)


@contextmanager
def sent_out(folders: Folders, *, jobs: int) -> Iterator[Scout | None]:
    """A scout for the time of a block; None where there can be none, or processes are not to work side by side."""
    # In a process with threads a fork may leave locks behind that nobody opens.
    if jobs < 2 or not hasattr(os, "fork") or threading.active_count() > 1:
        yield None
        return
    with ExitStack() as ending:
        with signals_held():  # who ends this process knows of the other one by then
            looking = _begun(ending, partial(_look, folders), ())
            reading = _begun(ending, partial(_read, folders), (looking.asking, looking.telling)) if looking else None
        yield Scout(looking, reading) if looking else None


def _begun(ending: ExitStack, life: Callable[[int, int], None], others: Sequence[int]) -> _Ends | None:
    """A process that is asked and tells; ``others`` are ends of pipes that it has no use for."""
    try:
        asked, asking, telling, told = _pipes()
    except OSError:  # too many open files
        return None
    ending.callback(os.close, asking)
    ending.callback(os.close, telling)
    try:
        process = os.fork()
    except OSError:  # too many processes, or too little memory
        process = -1
    if process == 0:
        _live(partial(life, asked, told), (asking, telling, *others))
    os.close(asked)
    os.close(told)
    if process < 0:
        return None
    ending.callback(_end, process)
    return _Ends(asking, telling)


def _pipes() -> tuple[int, int, int, int]:
    """Two pipes, the ends to read from first. Raises OSError."""
    first = os.pipe()
    try:
        return (*first, *os.pipe())
    except OSError:
        for end in first:
            os.close(end)
        raise


def _live(life: Callable[[], None], others: Sequence[int]) -> NoReturn:
    """In the new process: whoever ends it ends it without a word, and whatever goes wrong as well."""
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        let_signals_through()
        for end in others:
            os.close(end)
        life()
    finally:
        os._exit(0)


def _end(process: int) -> None:
    with suppress(OSError):  # somebody else may have waited for it
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _look(folders: Folders, _asked: int, told: int) -> None:
    """The life of the one that looks. It ends with its task, with who sent it, or where anything goes wrong."""
    _sent(told, glance(check_output(folders.output, folders.site)))


def _read(folders: Folders, asked: int, told: int) -> None:
    """The life of the one that reads."""
    os.nice(_GIVES_WAY)
    from site_builder.content.documents import load_all  # noqa: PLC0415 - this is what takes so long
    from site_builder.content.reading import read_encoded  # noqa: PLC0415 - as above

    if holds_more_than_reports(folders.site):
        load_all()
    paths = _received(asked, list[str]) or []
    _sent(told, {path: read_encoded(folders.site, SourceFile(path, kind_of(path), "", 0)) for path in paths})


def _sent(end: int, value: object) -> bool:
    """Send a value; whether anybody was there to take it."""
    data = msgspec.msgpack.encode(value)
    rest = memoryview(_LENGTH.pack(len(data)) + data)
    try:
        while rest:
            rest = rest[os.write(end, rest) :]
    except OSError:
        return False
    return True


def _received(end: int, kind: type[T], patience: float | None = None) -> T | None:
    """A value that was sent whole; None where the other end was closed before, or said nothing for so many seconds."""
    head = _bytes(end, _LENGTH.size, patience)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    with suppress(msgspec.MsgspecError):
        return msgspec.msgpack.decode(_bytes(end, length, patience), type=kind)
    return None


def _bytes(end: int, length: int, patience: float | None) -> bytes:
    """So many bytes, fewer where there are no more."""
    parts: list[bytes] = []
    waiting = select.poll()
    waiting.register(end, select.POLLIN | select.POLLHUP)
    while length and waiting.poll(None if patience is None else patience * 1000):
        part = os.read(end, min(length, 1 << 20))
        if not part:
            break
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
