"""A disk that fails, a machine that stops, and a file system without case, for the tests of the output room.

`Disk` stands between the room and `site_builder.output.files`: every operation
of the room passes through it, and at a chosen one the world ends.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

import pytest

from site_builder.output import files

OPERATIONS = (
    *("status", "entries", "contents", "read", "digest_at", "create", "write_at", "copy"),
    *("replace", "remove", "make_folder", "mark_top", "remove_folder"),
)


class KilledError(BaseException):
    """What a process does not live to see; no handler of errors may catch it."""


class End(Enum):
    """What happens at the chosen operation."""

    NO_SPACE = auto()
    """It fails, a write after half of its bytes."""
    NO_RIGHTS = auto()
    """As where somebody took them away meanwhile."""
    BROKEN_DISK = auto()
    """It fails, a write after half of its bytes, and may not have told at which."""
    KILL_BEFORE = auto()
    """The process stops in its middle, a write after half of its bytes."""
    KILL_AFTER = auto()
    """The process stops when it is done."""
    INTERRUPT = auto()
    """Ctrl-C: the process may still clear up."""


ERRORS = {End.NO_SPACE: errno.ENOSPC, End.NO_RIGHTS: errno.EACCES, End.BROKEN_DISK: errno.EIO}


@dataclass
class Disk:
    """Counts operations; the one with number ``at`` (from 1) ends as told, 0 for none."""

    at: int = 0
    end: End = End.NO_SPACE
    count: int = 0
    is_dead: bool = False
    names: list[str] = field(default_factory=list)

    def wrap(self, name: str, operation: Callable[..., object]) -> Callable[..., object]:
        def counted(*given: object, **options: object) -> object:
            if self.is_dead:
                raise KilledError
            self.count += 1
            self.names.append(name)
            return self._end(name, operation, given) if self.count == self.at else operation(*given, **options)

        return counted

    def _end(self, name: str, operation: Callable[..., object], given: tuple[object, ...]) -> object:
        self.is_dead = self.end in (End.KILL_BEFORE, End.KILL_AFTER)
        if self.end is End.KILL_AFTER:
            operation(*given)
        elif name in ("create", "write_at") and self.end is not End.NO_RIGHTS:
            *before, data = given
            assert isinstance(data, bytes)
            operation(*before, data[: len(data) // 2])
        elif name == "remove_folder" and self.end in ERRORS:
            return False  # the one operation that takes a refusal for an answer
        if self.end in ERRORS:
            error = ERRORS[self.end]
            raise OSError(error, os.strerror(error), str(given[-1] if name == "replace" else given[0]))
        raise KeyboardInterrupt if self.end is End.INTERRUPT else KilledError


@contextmanager
def disk_that_ends(at: int, end: End) -> Iterator[Disk]:
    """Let the room work on a `Disk` for a while."""
    disk = Disk(at, end)
    with pytest.MonkeyPatch.context() as patch:
        for name in OPERATIONS:
            patch.setattr(files, name, disk.wrap(name, getattr(files, name)))
        yield disk


@contextmanager
def disk_without_case() -> Iterator[None]:
    """Let the room work on a file system that keeps the case of names and does not tell names apart by it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in OPERATIONS:
            patch.setattr(files, name, _blind(getattr(files, name)))
        yield


def _blind(operation: Callable[..., object]) -> Callable[..., object]:
    def seeing(*given: object, **options: object) -> object:
        return operation(*(_as_it_stands(path) if isinstance(path, str) else path for path in given), **options)

    return seeing


def _as_it_stands(path: str) -> str:
    """A path with every part spelled as on the disk where there is one, as asked for where not."""
    found = Path("/")
    for part in path.split("/")[1:]:
        names = [entry.name for entry in found.iterdir()] if found.is_dir() else []
        found /= next((name for name in names if name.casefold() == part.casefold()), part)
    return str(found)
