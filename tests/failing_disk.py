"""A disk that refuses whole builds: whoever opens, makes, moves, removes or lists something below a folder may be told no.

Python tells its audit hooks of each such operation before it happens, whichever
library asks for it, and a hook that raises prevents it. One hook is enough for a
process, and it cannot be taken back; without a `Refusal` in force it does nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

EVENTS = frozenset(
    {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "os.listdir", "os.truncate", "os.link", "os.symlink"}
)


@dataclass
class Refusal:
    """Operations below some folders are counted; from number ``at`` (from 1, 0 for none) on so ``many`` are refused."""

    folders: tuple[str, ...]
    at: int
    error: int
    many: int = 1
    count: int = 0
    refused: list[str] = field(default_factory=list)

    def look(self, event: str, path: object) -> None:
        """Raise the error if it is this operation's turn."""
        name = os.fsdecode(path) if isinstance(path, (str, bytes, os.PathLike)) else ""
        if any(name == folder or name.startswith(folder + os.sep) for folder in self.folders):
            self.count += 1
            if self.at <= self.count < self.at + self.many:
                self.refused.append(f"{event} {name}")
                raise OSError(self.error, os.strerror(self.error), name)


class _Hook:
    """What is in force, and whether Python knows of it."""

    refusal: Refusal | None = None
    is_set = False

    @classmethod
    def hear(cls, event: str, given: tuple[object, ...]) -> None:
        if cls.refusal and event in EVENTS:
            cls.refusal.look(event, given[0])


@contextmanager
def refusing(at: int, error: int, *folders: Path, many: int = 1) -> Iterator[Refusal]:
    """Refuse operations below these folders for a while."""
    if not _Hook.is_set:
        sys.addaudithook(_Hook.hear)
        _Hook.is_set = True
    _Hook.refusal = Refusal(tuple(map(str, folders)), at, error, many)
    try:
        yield _Hook.refusal
    finally:
        _Hook.refusal = None
