"""Files of authors: written whole, never over another one."""

from __future__ import annotations

import os
from pathlib import Path


class Taken(Exception):
    """There is a file already; its path is the argument."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(str(path))


def create(path: Path, text: str) -> None:
    """Write a new file with its folders.

    Raises `Taken` where something is there already, OSError where the disk or rights fail.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        raise Taken(path) from None
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode("utf-8"))


def replace(path: Path, data: bytes) -> None:
    """Write a file in the place of its older self: all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_bytes(data)
    beside.replace(path)
