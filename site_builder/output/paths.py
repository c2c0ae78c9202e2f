"""Paths inside the output: relative, with slashes, as they stand in addresses. Texts only, no file is looked at.

>>> parents("teams/atalanta/2020-21.html")
('teams', 'teams/atalanta')
"""

from __future__ import annotations

import re
import unicodedata

PRIVATE = ".site-builder"
"""The folder in the output where this room keeps its own files."""

_is_plain = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*").fullmatch
"""Whether it can be seen at a glance that a path is safe, as it can of most."""
_UNSAFE = re.compile(r"[\0\\]|^/|^[A-Za-z]:|(?:^|/)\.{0,2}(?:/|$)")


def is_safe(path: str) -> bool:
    """Whether a path names a file in the output: nothing above it, nothing absolute, nothing of this room's own."""
    if _is_plain(path):
        return True
    if _UNSAFE.search(path) or folded(path.partition("/")[0]) == PRIVATE:
        return False
    return path.isascii() or path.encode("utf-8", "replace") == path.encode("utf-8", "surrogatepass")


def parents(path: str) -> tuple[str, ...]:
    """The folders that a path lies in, outermost first, without the output folder itself."""
    found: list[str] = []
    end = path.find("/")
    while end >= 0:
        found.append(path[:end])
        end = path.find("/", end + 1)
    return tuple(found)


def folded(path: str) -> str:
    """The same for two paths that some file systems take for one: case and the way of writing accents do not count."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def printable(path: str) -> str:
    """A path as it can be shown: bytes that are no text are escaped."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")
