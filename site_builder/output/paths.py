"""Paths inside the output: relative, with slashes, as they stand in addresses. Texts only, no file is looked at.

>>> parents("teams/atalanta/2020-21.html")
('teams', 'teams/atalanta')
"""

from __future__ import annotations

import re
import unicodedata

PRIVATE = ".site-builder"
"""The folder in the output where this room keeps its own files."""

_UNSAFE = re.compile(r"[\0\\]|^/|^[A-Za-z]:|(?:^|/)\.{0,2}(?:/|$)")


def is_safe(path: str) -> bool:
    """Whether a path names a file in the output: nothing above it, nothing absolute, nothing of this room's own."""
    if _UNSAFE.search(path) or folded(path.partition("/")[0]) == PRIVATE:
        return False
    return path.isascii() or path.encode("utf-8", "replace") == path.encode("utf-8", "surrogatepass")


def parents(path: str) -> tuple[str, ...]:
    """The folders that a path lies in, outermost first, without the output folder itself."""
    parts = path.split("/")
    return tuple("/".join(parts[:depth]) for depth in range(1, len(parts)))


def folded(path: str) -> str:
    """The same for two paths that some file systems take for one: case and the way of writing accents do not count."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def printable(path: str) -> str:
    """A path as it can be shown: bytes that are no text are escaped."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")
