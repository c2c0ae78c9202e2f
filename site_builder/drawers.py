"""Files of many values, each of which is read and verified by itself: who asks for one need not wait for all.

A file begins with a list of its values, where each lies and the digest of its
bytes, and bears the digest of that list as its name. So the name vouches for the
list, and the list for every value, at the time when somebody asks. A value whose
bytes are not what they were is none. Files are never changed, and may be deleted
while they are open.

What the values are is for those who keep them to know.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from weakref import finalize

import msgspec
from msgspec import Struct

_LENGTH = 8
_DIGEST = 16
_WRITTEN_AT_ONCE = 1 << 18
_encoder = msgspec.msgpack.Encoder()


class _Place(Struct, frozen=True, array_like=True, gc=False):
    """Where a value lies behind the list, in bytes, and half of the SHA-256 of what lies there."""

    start: int
    size: int
    digest: bytes


_list_decoder = msgspec.msgpack.Decoder(dict[bytes, _Place])


class Damaged(Exception):
    """A value that is listed is not what it was."""


class Drawers(Mapping[bytes, bytes]):
    """Such a file, open as long as anybody holds this. Asking for a value raises `Damaged` where its bytes are others."""

    def __init__(self, path: Path) -> None:
        """Read the list of a file. Raises OSError, and ValueError where it is not what its name says."""
        self.is_sound = True
        """Whether all values that anybody asked for were as they should be."""
        # A pipe of that name would be waited for.
        file = self._file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        finalize(self, os.close, file)
        if not stat.S_ISREG(os.fstat(file).st_mode):
            raise ValueError(path)
        head = self._bytes(0, _LENGTH)
        self._behind = _LENGTH + int.from_bytes(head, "little")
        listed = head + self._bytes(_LENGTH, min(self._behind, os.fstat(file).st_size) - _LENGTH)
        if _name(listed) != path.stem:
            raise ValueError(path)
        self._places = _list_decoder.decode(listed[_LENGTH:])

    def __getitem__(self, key: bytes) -> bytes:
        """A value that is listed; KeyError for others."""
        if key not in self._places:
            raise KeyError(key)
        value = self.find(key)
        if value is None:
            raise Damaged(key)
        return value

    def __iter__(self) -> Iterator[bytes]:
        """The keys of all values."""
        return iter(self._places)

    def __contains__(self, key: object) -> bool:
        """Whether a value is listed; its bytes may be none all the same."""
        return key in self._places

    def __len__(self) -> int:
        """How many values are listed."""
        return len(self._places)

    @property
    def total(self) -> int:
        """How many bytes all values have together."""
        return max(0, os.fstat(self._file).st_size - self._behind)

    def size(self, key: bytes) -> int:
        """How many bytes a listed value has."""
        return self._places[key].size

    def find(self, key: bytes) -> bytes | None:
        """A value; None where there is none, or its bytes are not what they were."""
        place = self._places.get(key)
        if place is None:
            return None
        with suppress(OSError):
            data = self._bytes(self._behind + place.start, place.size)
            if _print(data) == place.digest:
                return data
        self.is_sound = False
        return None

    def _bytes(self, start: int, size: int) -> bytes:
        # Not of one place for all: whoever was forked shares the file, and where it was read last.
        return os.pread(self._file, size, start) if size > 0 else b""


def write_drawers(folder: Path, suffix: str, values: Mapping[bytes, bytes | memoryview]) -> Path:
    """Write values into one new file of a folder; its path. Raises OSError."""
    places: dict[bytes, _Place] = {}
    start = 0
    for key, value in values.items():
        places[key] = _Place(start, len(value), _print(value))
        start += len(value)
    listed = _encoder.encode(places)
    head = len(listed).to_bytes(_LENGTH, "little") + listed
    from tempfile import mkstemp  # noqa: PLC0415 - most builds only read

    handle, name = mkstemp(dir=folder, prefix="new-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb", _WRITTEN_AT_ONCE) as file:
            file.write(head)
            file.writelines(values.values())
        return Path(name).replace(folder / f"{_name(head)}.{suffix}")
    finally:
        Path(name).unlink(missing_ok=True)


def _name(data: bytes) -> str:
    return sha256(data).hexdigest()[:32]


def _print(data: bytes | memoryview) -> bytes:
    return sha256(data).digest()[:_DIGEST]
