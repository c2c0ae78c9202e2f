"""Which program this is: one digest, so that nothing that another one remembered is believed.

In it are the files of the package as they lie on disk, Python, and the versions
of the packages whose work shows in pages. So an edit of the program in a
checkout is another program without anybody raising a number.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

from site_builder import __version__
from site_builder.installed import version_of

SHOWING = (
    "anyascii", "babel", "jinja2", "markdown", "markupsafe", "msgspec", "nh3", "pydantic", "pydantic-core", "python-frontmatter",
    "pyyaml", "tzdata",
)  # fmt: skip
"""Packages whose version shows in what is read or in the pages: a newer one may give other bytes."""
Suffixes = tuple[str, ...] | None


@cache
def program_version() -> str:
    """The digest of the program that this process began with. Raises OSError."""
    known = f"{__version__} {sys.version} {[version_of(name) for name in SHOWING]}"
    return folders_digest(known, [Path(__file__).parent], (".py", ".toml", ".po"))


def folders_digest(about: str, folders: Iterable[Path], suffixes: Suffixes = None) -> str:
    """The digest of a text and of all files below some folders, of these suffixes if any are named. Raises OSError."""
    hasher = blake2b(about.encode(), digest_size=16)
    for folder in folders:
        for name, path in sorted(_files(folder, "", suffixes)):
            data = Path(path).read_bytes()
            hasher.update(f"\n{name} {len(data)}\n".encode())
            hasher.update(data)
    return hasher.hexdigest()


def _files(folder: Path | str, below: str, suffixes: Suffixes) -> Iterator[tuple[str, str]]:
    """All files below a folder by their path in it; half a thousand are read at every start, mostly to find them as they were."""
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{below}{entry.name}/", suffixes)
            elif (suffixes is None or entry.name.endswith(suffixes)) and entry.is_file():
                yield below + entry.name, entry.path
