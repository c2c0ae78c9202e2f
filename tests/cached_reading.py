"""Reading a site with its parse cache, and which files were read anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from site_builder.content.gathered import Content
from site_builder.content.parse_cache import FOLDER, ParseCache
from site_builder.content.reading import read_content
from site_builder.incremental.fingerprint import digest
from site_builder.problems import Problem

TEAM = "---\nname: Atalanta\n---\nOf Bergamo.\n"


class Reader:
    """Reads a site with its cache, and knows which files were read anew the last time."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.cache = cache
        self.parsed: list[str] = []

    def __call__(self, jobs: int = 1) -> tuple[Content, tuple[Problem, ...]]:
        self.parsed.clear()
        return read_content(self.folder, jobs, self.cache)

    def again(self) -> list[str]:
        """What is read anew although a read has just ended; what comes out has to be as without a cache."""
        got = self()
        parsed = sorted(self.parsed)
        assert got == read_content(self.folder)
        return parsed

    def segments(self) -> dict[str, int]:
        """The files of the cache and when they were written."""
        folder = self.cache / FOLDER
        return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} if folder.is_dir() else {}


def counting(function: Callable[..., Any], parsed: list[str]) -> Callable[..., Any]:
    def counted(path: str, *rest: object) -> object:
        parsed.append(path)
        return function(path, *rest)

    return counted


def only_segment(cache: Path) -> Path:
    (segment,) = (cache / FOLDER).iterdir()
    return segment


def kept_under(cache: Path, *keys: bytes) -> list[bytes | None]:
    """What a cache holds under these keys."""
    kept = ParseCache(cache)
    values = [kept.find(key) for key in keys]
    return [None if value is None else bytes(value) for value in values]


def named_by_its_bytes(folder: Path, data: bytes) -> None:
    (folder / f"{digest(data)}.msgpack").write_bytes(data)
