"""The parse cache: what reading gave for bytes that were seen before, kept from one build to the next.

A map from a key (the digest of the very bytes, the path, the kind and the
reader's version) to encoded values. It only saves time: whatever is missing,
cut off, altered, foreign or not to be read counts as never seen, without a
word, and the folder can be deleted whenever one likes. What may write to it is
trusted like the sources: texts in it have been made safe already.

It lies on disk as a few segments (`drawers`), of which a build reads
the list, and of the values those that it asks for. Segments are
written beside and renamed, and never changed: builds at the same time can at
worst forget what the other has learnt. A build writes what it read anew as one
more segment; what it did not use is dropped once a segment is more waste than
use, or the segments have become many.

SQLite in its place would take twice as long to load and would have to be
checked row by row all the same, since a database that was altered opens gladly.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from site_builder.drawers import Drawers, write_drawers

if TYPE_CHECKING:
    from site_builder.content.model import Kind

FOLDER = "parsed"
"""The folder of the segments, below that of all time-savers."""

MOST_SEGMENTS = 8
_OWN = re.compile(r"[0-9a-f]{32}\.msgpack|new-\w+\.tmp")
_encoder = msgspec.msgpack.Encoder()


def key_of(version: bytes, path: str, kind: Kind, digest: str, beside: bytes = b"") -> bytes:
    """The key of a file: ``digest`` is that of its very bytes, ``beside`` stands for whatever else it is read with.

    The path is in it since it is in what is read: places, addresses, names of competitions.
    """
    return blake2b(_encoder.encode((version, path, kind, digest, beside)), digest_size=16).digest()


class _Segment(Struct, frozen=True):
    """A file of the cache, with no values where it cannot be trusted."""

    path: Path
    values: Drawers | None

    @property
    def keys(self) -> set[bytes]:
        """Of all values in it."""
        return set(self.values or ())

    @property
    def is_sound(self) -> bool:
        """Whether nothing in it was found altered."""
        return self.values is not None and self.values.is_sound

    @property
    def total(self) -> int:
        """How many bytes all of its values have."""
        return self.values.total if self.values else 0

    def size(self, keys: Iterable[bytes]) -> int:
        """How many bytes these of its values have."""
        return sum(map(self.values.size, keys)) if self.values else 0


class ParseCache:
    """The cache in a folder, which need not exist; None for one that is always empty.

    What it holds is listed when it is made, and nothing is written before `settle`.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._segments = tuple(_segments(folder / FOLDER)) if folder else ()
        self._opened = tuple(segment.values for segment in self._segments if segment.values)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all can be found, so that nobody need look."""
        return not any(self._opened)

    def find(self, key: bytes) -> bytes | None:
        """What was kept under this key; None where nothing was, or its bytes were altered."""
        found = (values.find(key) for values in self._opened if key in values)
        return next((value for value in found if value is not None), None)

    def settle(self, used: Collection[bytes], new: Mapping[bytes, bytes]) -> None:
        """Keep what is new, and of all else what was used; where the folder cannot be written to, it stays as it is."""
        folded = _folded(self._segments, set(used) - new.keys())
        kept = {key: value for _, live in folded for key in live if (value := self.find(key)) is not None}
        try:
            written = _write(self._folder, {**kept, **new}) if self._folder and (kept or new) else None
        except OSError:
            return
        for segment, _ in folded:
            if segment.path != written:
                with contextlib.suppress(OSError):
                    segment.path.unlink(missing_ok=True)


def _segments(folder: Path) -> Iterator[_Segment]:
    """All segments in a folder, those of no use without entries, so that they are dropped with the next that is."""
    try:
        paths = sorted(path for path in folder.iterdir() if _OWN.fullmatch(path.name))
    except OSError:
        return
    for path in paths:
        values = None
        with contextlib.suppress(OSError, msgspec.MsgspecError, ValueError):
            values = Drawers(path)
        yield _Segment(path, values)


def _folded(segments: Iterable[_Segment], used: set[bytes]) -> list[tuple[_Segment, set[bytes]]]:
    """The segments to be dropped, each with the keys in it that are still of use and in no larger segment.

    These are all that hold more waste than use or something that was altered, and,
    when too many are left, all but the largest of these.
    """
    folded: list[tuple[_Segment, set[bytes]]] = []
    stay: list[tuple[_Segment, set[bytes]]] = []
    for segment in sorted(segments, key=lambda segment: len(segment.keys), reverse=True):
        live = used & segment.keys
        used = used - live
        is_mostly_used = live and segment.is_sound and 2 * segment.size(segment.keys - live) <= segment.total
        (stay if is_mostly_used else folded).append((segment, live))
    return folded + stay[1:] if len(stay) > MOST_SEGMENTS else folded


def _write(cache: Path, values: Mapping[bytes, bytes]) -> Path:
    """A new segment. Raises OSError."""
    folder = cache / FOLDER
    if not cache.exists():
        cache.mkdir(parents=True)
        # Time-savers belong in no repository.
        (cache / ".gitignore").write_text("*\n", encoding="utf-8")
    folder.mkdir(exist_ok=True)
    return write_drawers(folder, "msgpack", values)
