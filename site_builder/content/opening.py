"""Opening a source without being led astray: only regular files, only below the folder, never waiting.

A name may have become a pipe, a link or nothing since it was listed. What
cannot be read is an `OSError`; `unreadable` makes it a problem.
"""

from __future__ import annotations

import errno
import os
import stat
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from site_builder.problems import Place, Problem

# Not every system has all of these; without `O_NONBLOCK` opening a pipe would wait for a writer.
_WANTED = ("O_RDONLY", "O_CLOEXEC", "O_NONBLOCK", "O_NOCTTY", "O_BINARY", "O_NOFOLLOW")
_FLAGS = 0
for _name in _WANTED:
    _FLAGS |= getattr(os, _name, 0)
_CHUNK = 1 << 20
_AHEAD = 8
"""So many files the disk looks for at once; with more of them a disk in the cloud took no less time."""
_IS_LINK = frozenset({errno.ELOOP, errno.EMLINK})
_OWN_FIX = "Put a file in its place, or move it out of `content/`."
_WORDS = {
    errno.ENOENT: ("vanished", "this file vanished while it was being read", "Build again."),
    errno.ELOOP: ("link-loop", "this link leads back to itself", "Remove the link."),
    errno.ENXIO: ("not-a-file", "this is a pipe, a socket or a device, not a file", _OWN_FIX),
    errno.EACCES: ("unreadable", "this may not be read", "Give yourself the right to read it."),
    errno.EPERM: ("unreadable", "this may not be read", "Give yourself the right to read it."),
}


class _Opened(NamedTuple):
    """A file, and how many bytes it had when it was opened."""

    descriptor: int
    size: int


class NotAFile(OSError):
    """A pipe, a device, a socket or a folder in the place of a file."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.ENXIO, os.strerror(errno.ENXIO), path)


class OutOfBounds(OSError):
    """A link that leads out of the folder."""


def unreadable(path: str, error: OSError) -> Problem:
    """Why a source cannot be read, said to the author."""
    if isinstance(error, OutOfBounds):
        fix = "Copy what it leads to into `content/`."
        return Problem("link-out-of-content", Place(path), "this link leads out of `content/`", fix)
    other = ("unreadable", f"this cannot be read: {error.strerror or error}", "")
    code, message, fix = _WORDS.get(error.errno or 0, other)
    return Problem(code, Place(path), message, fix)


def read_at_most(bounds: Path | str, path: Path | str, most: int) -> bytes:
    """The bytes of a file, at most one more than ``most``; if it is a link, its target has to be within bounds.

    Raises OSError.
    """
    return _bytes_of(_opened(bounds, path), most)


def read_each(bounds: str, wanted: Sequence[tuple[str, int]]) -> Iterator[bytes | OSError]:
    """What `read_at_most` gives or raises for each path with the most bytes of it, in their order.

    While the caller works on one, the disk already looks for the next few: of
    thousands of small files that are not in memory, waiting for each would take
    longer than understanding it.
    """
    coming = (_sought(bounds, path) for path, _ in wanted)
    sought = deque(islice(coming, _AHEAD))
    try:
        for path, most in wanted:
            found = sought.popleft()
            if found is None:
                _give_back(sought)  # maybe too many files are open, and this one's turn has come
            try:
                data: bytes | OSError = _bytes_of(found or _opened(bounds, path), most)
            except OSError as error:
                data = error
            sought.extend(islice(coming, 1))
            yield data
    finally:
        _give_back(sought)


def _give_back(sought: deque[_Opened | None]) -> None:
    """Close what was opened before its turn."""
    for at, opened in enumerate(sought):
        if opened:
            os.close(opened.descriptor)
            sought[at] = None


def _bytes_of(opened: _Opened, most: int) -> bytes:
    descriptor, size = opened
    try:
        # Asked for one byte more than there are, a read that gives exactly these has met the end: one call a file.
        data = os.read(descriptor, min(size, most) + 1)
        while len(data) != size and len(data) <= most and (more := os.read(descriptor, _CHUNK)):
            data += more
    finally:
        os.close(descriptor)
    return data[: most + 1]


def read_chunks(bounds: Path, path: Path) -> Iterator[bytes]:
    """The bytes of a file piece by piece, see `read_at_most`. Raises OSError."""
    descriptor, size = _opened(bounds, path)
    try:
        # A buffer of a megabyte for each small file would cost more than reading it.
        while chunk := os.read(descriptor, min(size + 1, _CHUNK)):
            yield chunk
    finally:
        os.close(descriptor)


def _sought(bounds: str, path: str) -> _Opened | None:
    """A file whose bytes the disk has been asked for, without waiting; None where that cannot be done before its turn."""
    if not hasattr(os, "posix_fadvise"):
        return None
    try:
        opened = _opened(bounds, path)
    except OSError:
        return None
    with suppress(OSError):
        os.posix_fadvise(opened.descriptor, 0, 0, os.POSIX_FADV_WILLNEED)
    return opened


def _opened(bounds: Path | str, path: Path | str) -> _Opened:
    """A regular file; the caller closes it."""
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        if error.errno not in _IS_LINK:
            raise
        descriptor = os.open(resolved(Path(bounds), Path(path)), _FLAGS)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise NotAFile(str(path))
    except OSError:
        os.close(descriptor)
        raise
    return _Opened(descriptor, found.st_size)


def resolved(bounds: Path, link: Path) -> Path:
    """Where a link leads. Raises OSError, `OutOfBounds` where that is not within bounds."""
    try:
        target = link.resolve(strict=True)
    except RuntimeError as error:  # how Python before 3.13 tells of a link that leads back to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(link)) from error
    if not target.is_relative_to(bounds.resolve()):
        raise OutOfBounds(str(link))
    return target
