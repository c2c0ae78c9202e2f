"""The ledger: which files in the output a build wrote, kept in the output itself (``.site-builder/ledger.jsonl``).

Not a cache: what is written here is owned, and only what is owned is ever
removed. Lines of JSON that are only ever added to, a *batch* at a time; of two
rows for a path the later one counts, and a batch counts as a whole or not at
all, because its last line bears the digest of the others:

    {"ledger":"site-builder","version":1,"rows":2}
    ["index.html","<render key>",4096,1700000000000000000,"<digest>","done"]
    ["feed.xml","<render key>",512,1700000000000000000,"<digest>","done"]
    {"digest":"<digest of the two lines>"}

The header says how many rows the first batch has, so that a file that was cut
short is known from one whose last batch was never finished: the latter is how
a kill leaves it, and means nothing.

A ledger that somebody altered, cut or wrote with another version is *damaged*:
nothing counts as up to date then, and rows that can still be read are evidence
only, to be held against the bytes on the disk (`publish` decides).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from operator import attrgetter

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from site_builder.incremental.fingerprint import digest
from site_builder.output import files
from site_builder.output.paths import is_safe

_FORMAT, _VERSION = "site-builder", 1


class State(StrEnum):
    """How far the work on a path is: announced, finished, or finished by removing the file."""

    PENDING = "pending"
    DONE = "done"
    GONE = "gone"


class Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a build knows of one file. 30,000 of them are read at every start.

    ``path`` is relative to the output; ``key`` the render key; ``size``,
    ``mtime_ns`` and ``digest`` are the file's, for a pending row those it is
    going to have. ``before`` is the digest of what a pending row replaces,
    empty where nothing stood.
    """

    path: str
    key: str
    size: int
    mtime_ns: int
    digest: str
    state: State = State.DONE
    before: str = ""


class _Header(msgspec.Struct, frozen=True):
    ledger: str
    version: int
    rows: int


class _Commit(msgspec.Struct, frozen=True):
    digest: str


class Ledger(Struct, frozen=True):
    """The rows that are owned, by path, and where they stand in the file.

    ``damage`` says what is wrong with the file, empty if nothing is; ``size``
    is the number of bytes that count, ``lines`` the number of rows in them,
    both 0 where there is no file to go on from. ``stamp`` is the file's size
    and time of change: another build of the same output changes it.
    ``unfinished`` are the paths of pending rows.
    """

    rows: Mapping[str, Row] = field(default_factory=dict)
    size: int = 0
    lines: int = 0
    damage: str = ""
    stamp: tuple[int, int] = (0, 0)
    unfinished: frozenset[str] = frozenset()

    @property
    def print(self) -> str:
        """The digest of what is owned: each path with its render key, and whether it is finished."""
        paths = sorted(self.rows)
        keys = [row.key for row in map(self.rows.__getitem__, paths)]
        return digest(_ENCODER.encode((paths, keys, sorted(self.unfinished))))


class _DamagedError(Exception):
    """A sentence on why a ledger cannot be trusted."""


_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
_PENDING, _GONE = State.PENDING, State.GONE
_path, _state = attrgetter("path"), attrgetter("state")
_ROW = msgspec.json.Decoder(Row)
_HEADER = msgspec.json.Decoder(_Header)
_COMMIT = msgspec.json.Decoder(_Commit)
_ENCODER = msgspec.json.Encoder()


def read_ledger(path: str, known: Ledger | None = None) -> Ledger:
    """The ledger in a file, an empty one where there is no file.

    ``known`` is what the file held when this process saw it last; it is
    returned as it is if nobody has written since. Raises OSError.
    """
    found = files.status(path)
    if found is None:
        return Ledger()
    stamp = (found.st_size, found.st_mtime_ns)
    if known and known.stamp == stamp and not known.damage:
        return known
    data = files.read(path)
    try:
        return replace(_replayed(data), stamp=stamp)
    except _DamagedError as error:
        return _evidence(data, str(error), stamp)
    except _UNREADABLE:
        return _evidence(data, "it cannot be read", stamp)


def _replayed(data: bytes) -> Ledger:
    """All whole batches, one after the other; what follows the last of them was never finished."""
    size = data.find(b"\n") + 1
    header = _HEADER.decode(data[:size])
    if (header.ledger, header.version) != (_FORMAT, _VERSION):
        raise _DamagedError("it was written by another version of site-builder")
    rows: dict[str, Row] = {}
    lines = 0
    while commit := data.find(b"\n{", size) + 1:
        end = data.find(b"\n", commit) + 1
        if not end:
            break
        batch = _batch(data[size:commit], data[commit:end])
        rows.update(zip(map(_path, batch), batch, strict=True))
        size, lines = end, lines + len(batch)
    if lines < header.rows:
        raise _DamagedError("it was cut short")
    owned = _owned(rows)
    return Ledger(owned, size, lines, unfinished=_in_state(_PENDING, owned))


def _batch(lines: bytes, commit: bytes) -> list[Row]:
    """The rows of a batch; raises where they are not what its last line promises."""
    if digest(lines) != _COMMIT.decode(commit).digest:
        raise _DamagedError("it was altered")
    return _ROW.decode_lines(lines)


def _evidence(data: bytes, damage: str, stamp: tuple[int, int]) -> Ledger:
    """Every row of a damaged ledger that can be read, as work that was announced and may not have been done."""
    rows: dict[str, Row] = {}
    for line in data.split(b"\n"):
        with suppress(*_UNREADABLE):
            row = _ROW.decode(line)
            rows[row.path] = row if row.state is _GONE else msgspec.structs.replace(row, state=_PENDING)
    owned = _owned({path: row for path, row in rows.items() if is_safe(path)})
    return Ledger(owned, damage=damage, stamp=stamp, unfinished=frozenset(owned))


def _owned(rows: Mapping[str, Row]) -> Mapping[str, Row]:
    gone = _in_state(_GONE, rows)
    return {path: row for path, row in rows.items() if path not in gone} if gone else rows


def _in_state(state: State, rows: Mapping[str, Row]) -> frozenset[str]:
    """The paths of the rows in a state, in which after most builds there is none."""
    if state not in set(map(_state, rows.values())):
        return frozenset()
    return frozenset(path for path, row in rows.items() if row.state is state)


def record(path: str, ledger: Ledger, rows: Sequence[Row], *, durable: bool = False) -> Ledger:
    """Add rows as one batch and return the ledger with them; ``durable`` waits until the disk has them.

    The file is written anew, at once and durably, where there is none to go on
    from or where half of its rows are history. Raises OSError; the file then
    says what it said before.
    """
    merged = _merged(ledger, rows)
    if not ledger.size or merged.lines >= 2 * len(merged.rows):
        return _rewritten(path, merged)
    batch = _lines(rows)
    data = batch + _ENCODER.encode(_Commit(digest(batch))) + b"\n"
    try:
        found = files.write_at(path, ledger.size, data, durable=durable)
    except OSError:
        with suppress(OSError):
            files.write_at(path, ledger.size, b"")
        raise
    return replace(merged, size=ledger.size + len(data), stamp=(found.st_size, found.st_mtime_ns))


def _merged(ledger: Ledger, rows: Sequence[Row]) -> Ledger:
    """The ledger with more rows, not yet in any file."""
    latest = {row.path: row for row in rows}
    merged = {**ledger.rows, **latest}
    for path in [path for path, row in latest.items() if row.state is _GONE]:
        del merged[path]
    pending = [path for path, row in latest.items() if row.state is _PENDING]
    return Ledger(merged, lines=ledger.lines + len(rows), unfinished=frozenset(ledger.unfinished - latest.keys()).union(pending))


def _rewritten(path: str, ledger: Ledger) -> Ledger:
    """The ledger in a new file that takes the old one's place."""
    rows = ledger.rows.values()
    batch = _lines(rows)
    header = _ENCODER.encode(_Header(_FORMAT, _VERSION, len(rows))) + b"\n"
    commit = _ENCODER.encode(_Commit(digest(batch))) + b"\n" if rows else b""
    data = header + batch + commit
    found = files.create(path + ".new", data, durable=True)
    files.replace(path + ".new", path)
    return replace(ledger, size=len(data), lines=len(rows), stamp=(found.st_size, found.st_mtime_ns))


def _lines(rows: Iterable[Row]) -> bytes:
    return _ENCODER.encode_lines(rows if isinstance(rows, list) else list(rows))
