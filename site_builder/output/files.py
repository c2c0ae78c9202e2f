"""The file operations of this room, one by one, and nothing else: no decision is taken here.

Everything that reads or writes the output passes through these functions, so
that a test can make any of them fail, or stop the world at it. Paths are
absolute texts: 30,000 `pathlib.Path` objects cost more than their files.

All raise OSError. Links are never followed, but where the source of `copy` is
one. No function syncs a file to the disk unless it says so.
"""
# ruff: noqa: PTH102, PTH105, PTH106, PTH108, PTH123 - texts, for speed: see above

from __future__ import annotations

import os
import stat
import struct
import sys
from array import array
from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from site_builder.incremental.fingerprint import digest_of

CHUNK = 1 << 20
_CREATING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_GET_FLAGS, _SET_FLAGS = (side << 30 | struct.calcsize("l") << 16 | ord("f") << 8 | verb for side, verb in ((2, 1), (1, 2)))
_TOP_OF_HIERARCHY = 0x20000
"""FS_IOC_GETFLAGS, FS_IOC_SETFLAGS and FS_TOPDIR_FL of linux/fs.h, for `mark_top`."""


def status(path: str) -> os.stat_result | None:
    """What stands at a path, None where nothing does, also because a parent is a file."""
    try:
        return os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


def is_folder(found: os.stat_result | None) -> bool:
    """Whether a folder stands there, and not a link to one."""
    return found is not None and stat.S_ISDIR(found.st_mode)


def is_file(found: os.stat_result | None) -> bool:
    """Whether a regular file stands there, and not a link to one."""
    return found is not None and stat.S_ISREG(found.st_mode)


def may_write(folder: str) -> bool:
    """Whether files can be put into a folder and taken from it, as far as rights go; where there is none, others decide."""
    return os.access(folder, os.W_OK | os.X_OK) or not os.path.isdir(folder)  # noqa: PTH112 - as above


def entries(folder: str) -> list[tuple[str, os.stat_result | None]]:
    """The names in a folder, in no order, with what stands there; None for a folder."""
    found, folders = contents(folder)
    return [*found, *((name, None) for name in folders)]


def contents(folder: str) -> tuple[list[tuple[str, os.stat_result]], list[str]]:
    """What stands in a folder that is none itself, with its names, and the names of its folders; both in no order."""
    place = os.open(folder, os.O_RDONLY) if os.scandir in os.supports_fd else folder  # looking from there is a fifth faster
    folders: list[str] = []
    found: list[tuple[str, os.stat_result]] = []
    try:
        with os.scandir(place) as scan:
            for entry in scan:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.name)
                else:
                    found.append((entry.name, entry.stat(follow_symlinks=False)))
    finally:
        if isinstance(place, int):
            os.close(place)
    return found, folders


def read(path: str) -> bytes:
    """All bytes of a file."""
    with open(path, "rb", opener=_without_following) as file:
        return file.read()


def digest_at(path: str) -> str:
    """The digest of a file's bytes."""
    with open(path, "rb", buffering=0, opener=_without_following) as file:
        return digest_of(_chunks(file))


def _without_following(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(CHUNK):
        yield chunk


def create(path: str, data: bytes, *, durable: bool = False) -> os.stat_result:
    """Write a file from its first byte on; ``durable`` waits until the disk has it."""
    # A file object would be made for each of the pages: the system's own calls take a sixth less.
    descriptor = os.open(path, _CREATING, 0o666)
    try:
        written = os.write(descriptor, data)
        while written < len(data):
            written += os.write(descriptor, memoryview(data)[written:])
        if durable:
            os.fsync(descriptor)
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


def write_at(path: str, offset: int, data: bytes, *, durable: bool = False) -> os.stat_result:
    """Cut a file off at an offset and write on from there."""
    with open(path, "r+b", buffering=0) as file:
        file.truncate(offset)
        file.seek(offset)
        _write_all(file, data)
        if durable:
            os.fsync(file.fileno())
        return os.fstat(file.fileno())


def _write_all(file: IO[bytes], data: bytes) -> None:
    """A raw file may take less than it is given: the rest follows, or the reason why not."""
    written = file.write(data)
    while written < len(data):
        written += file.write(memoryview(data)[written:])


def copy(source: str, target: str) -> tuple[str, os.stat_result]:
    """Write a copy of a file; returns the digest of the very bytes that were copied."""
    with open(source, "rb", buffering=0) as given, open(target, "wb", buffering=0) as taken:
        digest = digest_of(_written(_chunks(given), taken))
        return digest, os.fstat(taken.fileno())


def _written(chunks: Iterator[bytes], file: IO[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        _write_all(file, chunk)
        yield chunk


def replace(source: str, target: str) -> None:
    """Move a file to where another one may stand, at once: readers see the old one or the new one."""
    os.replace(source, target)


def remove(path: str) -> None:
    """Remove a file or a link, or nothing where nothing stands."""
    try:
        os.unlink(path)
    except (FileNotFoundError, NotADirectoryError):
        return


def make_folder(path: str) -> None:
    """Make one folder, or nothing where it stands already."""
    try:
        os.mkdir(path)
    except FileExistsError:
        if not is_folder(status(path)):
            raise


def mark_top(path: str) -> None:
    """Tell the file system that a folder is the top of a hierarchy (``chattr +T``); those that know of none take no notice."""
    if sys.platform != "linux":
        return
    from fcntl import ioctl  # noqa: PLC0415 - not everywhere, and for first builds alone

    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with suppress(OSError):
            flags = array("i", [0, 0])
            ioctl(descriptor, _GET_FLAGS, flags)
            flags[0] |= _TOP_OF_HIERARCHY
            ioctl(descriptor, _SET_FLAGS, flags)
    finally:
        os.close(descriptor)


def remove_folder(path: str) -> bool:
    """Remove an empty folder; False where something is left of it, or it is none."""
    try:
        os.rmdir(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
