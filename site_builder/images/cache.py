"""Encoded pictures kept between builds, each in a file named by what it was made from; it only saves time.

A file begins with the digest of the rest: what was cut off or altered counts as
not there. Files are written beside and renamed, so builds at the same time
cannot harm each other.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from msgspec import Struct

from site_builder.incremental.fingerprint import digest

FOLDER = "pictures"
"""The folder of the pictures, below that of all time-savers."""
_DIGEST = 32
_OWN = re.compile(r"[0-9a-f]{32}|new-\w+")
"""Pictures, and what a build that was killed left half written."""


class PictureCache(Struct, frozen=True):
    """The cache in a folder, which need not exist; None for one that keeps nothing. Goes to other processes as it is."""

    folder: Path | None

    def find(self, key: str) -> bytes | None:
        """What was kept under a key."""
        if self.folder is None:
            return None
        try:
            kept = (self.folder / FOLDER / key).read_bytes()
        except OSError:
            return None
        data = kept[_DIGEST:]
        return data if kept[:_DIGEST] == digest(data).encode() else None

    def keep(self, key: str, data: bytes) -> None:
        """Keep bytes under a key; where the folder cannot be written to, nothing happens."""
        if self.folder is None:
            return
        with suppress(OSError):
            home = self.folder / FOLDER
            if not self.folder.exists():
                self.folder.mkdir(parents=True, exist_ok=True)
                # Time-savers belong in no repository.
                (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            home.mkdir(exist_ok=True)
            with NamedTemporaryFile(dir=home, prefix="new-", delete=False) as file:
                file.write(digest(data).encode() + data)
            Path(file.name).replace(home / key)

    def keep_only(self, keys: Collection[str]) -> None:
        """Drop what no page shows any more."""
        if self.folder is None:
            return
        with suppress(OSError):
            for path in (self.folder / FOLDER).iterdir():
                if _OWN.fullmatch(path.name) and path.name not in keys:
                    path.unlink(missing_ok=True)
