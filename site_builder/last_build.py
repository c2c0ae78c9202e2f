"""What is remembered of the last build, so that the next one need not do it again: sources, inputs, traces, warnings.

It lies in the folder of what saves time, in three files: the inputs' values
(`cells`), the traces of all pages, and a head that names the two and holds what
came since. The first two are `drawers`, of which a build after an edit opens a
few; the head is put in place last, whole. Whatever is missing, cut, altered
or of another version counts as no last build at all, without a word.

Of the output it says nothing: what stands there is the ledger's to know. So it
may be older than the output, or belong to another one: a page whose file does
not bear the render key of its trace is made again.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_builder.drawers import Damaged, Drawers, write_drawers
from site_builder.incremental.cells import Encoded, Layered, Unpacked, packed
from site_builder.incremental.fingerprint import digest
from site_builder.incremental.traces import Traces
from site_builder.problems import Problem

FOLDER = "last"
"""The folder of these files, below that of all time-savers."""
MOST_SINCE = 4 * 1024 * 1024
"""Bytes that the head may hold of what came since the other two files were written."""
_HEAD = "head.msgpack"
_BASE = re.compile(r"[0-9a-f]{32}\.(cells|traces)")
_OWN = re.compile(rf"{_BASE.pattern}|new-\w+\.tmp")
_NAME_BYTES = 32


class Seen(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file at the last look: the digest of its bytes, and what the file system said of it.

    The latter is ``size`` (bytes), ``mtime_ns``, ``ctime_ns`` and ``inode``; a
    size of -1 where it proves nothing, so that the file has to be read again.
    """

    digest: str
    size: int = -1
    mtime_ns: int = 0
    ctime_ns: int = 0
    inode: int = 0


class Known(msgspec.Struct, frozen=True):
    """What the last build was made from, and what it came to.

    ``files`` are all files below ``content/``, ``around`` is the digest of
    all else (`looking.Sources`). ``version`` is the fingerprint of all that every
    page rests on: program, settings; ``tool`` that of it with what all pages share, ``theme``
    the digest of its files. ``sources`` are the digests of what reading each source
    rests on, by path. ``others`` are the paths
    in the output that no page has: static files, pictures and the theme's.
    """

    files: Mapping[str, Seen]
    around: str
    version: str
    tool: str
    theme: str
    sources: Mapping[str, bytes]
    warnings: tuple[Problem, ...]
    notes: tuple[str, ...]
    matches: int
    pages: int
    others: tuple[str, ...]


class LastBuild(Struct, frozen=True):
    """All that is remembered; ``replaced`` are values that took the place of those in ``cells``, ``since`` newer traces.

    ``traces`` are all of them, those in ``since`` included. ``standing`` is the
    print of the output's ledger (`Ledger.print`) where each file of the site
    stands in it as the traces say, and nothing else does; otherwise empty.
    ``base`` are the names of the two files that hold the cells and the older
    traces; empty where there are none yet.
    """

    known: Known
    cells: Unpacked
    traces: Traces
    replaced: Encoded
    since: tuple[bytes, ...] = ()
    standing: str = ""
    base: tuple[str, ...] = ()

    def values_of(self, name: str) -> Mapping[bytes, msgspec.Raw]:
        """The encoded values of an input as they were."""
        below = self.cells.get(name, {})
        return Layered(below, self.replaced[name]) if name in self.replaced else below

    @property
    def merged(self) -> Unpacked:
        """The encoded values of all inputs."""
        new = {name.encode(): packed(self.values_of(name)) for name in self.replaced}
        return Unpacked({**self.cells.parts, **new})


class Head(msgspec.Struct, frozen=True):
    """What a build needs after which nothing was edited, and the names of the two files that hold the rest."""

    known: Known
    standing: str
    cells: str
    traces: str
    replaced: dict[str, dict[bytes, msgspec.Raw]]
    since: tuple[bytes, ...]


_encoder = msgspec.msgpack.Encoder()
_head = msgspec.msgpack.Decoder(Head)


def load_head(cache: Path | None) -> Head | None:
    """The head of what is remembered in the folder of what saves time; None where that is nothing, or nothing to be trusted."""
    if cache is not None:
        with contextlib.suppress(OSError, msgspec.MsgspecError, ValueError):
            return _head.decode(_checked(cache / FOLDER / _HEAD))
    return None


def remembers(cache: Path) -> bool:
    """Whether anything is kept there, of whatever use."""
    with contextlib.suppress(OSError):
        return (cache / FOLDER / _HEAD).exists()
    return False


def open_last(cache: Path, head: Head) -> LastBuild | None:
    """All that is remembered, to be read as far as somebody asks; None where it is nothing to be trusted.

    Asking raises `Damaged` where it turns out only then that it is not.
    """
    with contextlib.suppress(OSError, msgspec.MsgspecError, ValueError, KeyError, Damaged):
        return _last(head, *(Drawers(path) for path in _base(cache, head)))
    return None


def load_last(cache: Path, head: Head) -> LastBuild | None:
    """The same, read as a whole: None where any of it is not to be trusted."""
    with contextlib.suppress(OSError, msgspec.MsgspecError, ValueError, KeyError, Damaged):
        return _last(head, *(dict(Drawers(path)) for path in _base(cache, head)))
    return None


def _base(cache: Path, head: Head) -> tuple[Path, Path]:
    """Where the two large files lie. Raises ValueError for names that this program never gave."""
    if not (_BASE.fullmatch(head.cells) and _BASE.fullmatch(head.traces)):
        raise ValueError(head.cells)
    return cache / FOLDER / head.cells, cache / FOLDER / head.traces


def _last(head: Head, cells: Mapping[bytes, bytes], kept: Mapping[bytes, bytes]) -> LastBuild:
    traces = Traces.kept_in(kept)
    traces.add(head.since)
    return LastBuild(head.known, Unpacked(cells), traces, head.replaced, head.since, head.standing, (head.cells, head.traces))


def save_last(cache: Path, last: LastBuild) -> LastBuild:
    """Keep what is remembered, and give it with the names of its files; where the folder cannot be written to, nothing is kept.

    Where its two large files are still there, only what came since is written.
    """
    with contextlib.suppress(OSError):
        folder = _folder(cache)
        since = sum(map(len, last.since)) + sum(len(v) for values in last.replaced.values() for v in values.values())
        if last.base and since < MOST_SINCE and all((folder / name).is_file() for name in last.base):
            cells, traces = last.base
            replaced = {name: dict(values) for name, values in last.replaced.items()}
            _put(folder, Head(last.known, last.standing, cells, traces, replaced, last.since))
            return last
        merged = last.merged
        if last.since:
            last.traces.tidy(())  # else what each edit left would be kept, here and in memory, until a build links the site anew
        cells = write_drawers(folder, "cells", merged.parts).name
        traces = write_drawers(folder, "traces", last.traces.parts).name
        _put(folder, Head(last.known, last.standing, cells, traces, {}, ()))
        return replace(last, cells=merged, replaced={}, since=(), base=(cells, traces))
    return last


def keep_stamps(cache: Path, head: Head, files: Mapping[str, Seen]) -> None:
    """Keep what the file system says of the sources now, where nothing else has changed."""
    with contextlib.suppress(OSError):
        _put(cache / FOLDER, msgspec.structs.replace(head, known=msgspec.structs.replace(head.known, files=files)))


def _folder(cache: Path) -> Path:
    if not cache.exists():
        cache.mkdir(parents=True)
        # Time-savers belong in no repository.
        (cache / ".gitignore").write_text("*\n", encoding="utf-8")
    folder = cache / FOLDER
    folder.mkdir(exist_ok=True)
    return folder


def _put(folder: Path, head: Head) -> None:
    """Put a head in its place; then the files go that it does not name."""
    data = _encoder.encode(head)
    new = folder / f"{_HEAD}.new"
    new.write_bytes(digest(data).encode() + data)
    new.replace(folder / _HEAD)
    for path in folder.iterdir():
        if _OWN.fullmatch(path.name) and path.name not in {head.cells, head.traces}:
            path.unlink(missing_ok=True)


def _checked(path: Path) -> memoryview:
    """The bytes of a file that begins with their digest; raises OSError and ValueError."""
    data = memoryview(_regular(path))
    if digest(data[_NAME_BYTES:]).encode() != data[:_NAME_BYTES]:
        raise ValueError(path)
    return data[_NAME_BYTES:]


def _regular(path: Path) -> bytes:
    # A pipe of that name would be waited for.
    if not path.is_file():
        raise FileNotFoundError(path)
    return path.read_bytes()
