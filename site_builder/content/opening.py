"""Opening a source without being led astray: only regular files, only below the folder, never waiting.

A name may have become a pipe, a link or nothing since it was listed. What
cannot be read is an `OSError`; `unreadable` makes it a problem.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from site_builder.problems import Place, Problem

# Not every system has all of these; without `O_NONBLOCK` opening a pipe would wait for a writer.
_WANTED = ("O_RDONLY", "O_CLOEXEC", "O_NONBLOCK", "O_NOCTTY", "O_BINARY", "O_NOFOLLOW")
_FLAGS = 0
for _name in _WANTED:
    _FLAGS |= getattr(os, _name, 0)
_CHUNK = 1 << 20
_IS_LINK = frozenset({errno.ELOOP, errno.EMLINK})
_OWN_FIX = "Put a file in its place, or move it out of `content/`."
_WORDS = {
    errno.ENOENT: ("vanished", "this file vanished while it was being read", "Build again."),
    errno.ELOOP: ("link-loop", "this link leads back to itself", "Remove the link."),
    errno.ENXIO: ("not-a-file", "this is a pipe, a socket or a device, not a file", _OWN_FIX),
    errno.EACCES: ("unreadable", "this may not be read", "Give yourself the right to read it."),
    errno.EPERM: ("unreadable", "this may not be read", "Give yourself the right to read it."),
}


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
    descriptor, size = _opened(bounds, path)
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


def _opened(bounds: Path | str, path: Path | str) -> tuple[int, int]:
    """The descriptor and the size of a regular file; the caller closes it."""
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
    return descriptor, found.st_size


def resolved(bounds: Path, link: Path) -> Path:
    """Where a link leads. Raises OSError, `OutOfBounds` where that is not within bounds."""
    try:
        target = link.resolve(strict=True)
    except RuntimeError as error:  # how Python before 3.13 tells of a link that leads back to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(link)) from error
    if not target.is_relative_to(bounds.resolve()):
        raise OutOfBounds(str(link))
    return target
