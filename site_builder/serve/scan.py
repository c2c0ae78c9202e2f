"""What the sources of a site are right now, and which of them changed since the last look: the truth behind all hints.

A look compares path, size, both times and inode; where these differ, and where they
prove nothing yet because a file is only just written, the bytes decide. So a
file that was only touched is no change, and one that was written twice within a
tick of the disk's clock is. Nothing is watched here, and nothing waits.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from msgspec import Struct, field

from site_builder.config import FILE
from site_builder.content.source_walk import FOLDER, is_litter
from site_builder.folders import Folders
from site_builder.incremental.fingerprint import digest_of

TEMPLATES = "templates"
LOCALES = "locales"
LARGEST_READ = 8 * 1024 * 1024
"""Bytes of a file whose content is compared; of a larger one, size and time have to do."""

_FOLDER = "folder"
_UNREAD = "errno "
"""How a digest begins that is none, since a file could not be opened: for its own sake, or because too much was open."""
_CHUNK = 1 << 20
_TICK_NS = 2_000_000_000
"""The coarsest clock of a file system in use (FAT): a file younger than that may change without its time telling."""


class Stamp(NamedTuple):
    """What tells without reading that a file is what it was; ``ctime_ns`` cannot be set back, as ``mtime_ns`` can."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


class Seen(NamedTuple):
    """A source at the last look: ``digest`` of its bytes, and whether the stamp alone proves them from now on."""

    stamp: Stamp
    digest: str
    is_settled: bool

    def is_other(self, before: Seen | None, *, is_moved_enough: bool) -> bool:
        """Whether this is not what it was before."""
        if before is None or self.digest != before.digest:
            return True
        return is_moved_enough and self.stamp != before.stamp and self.digest != _FOLDER


class Sources(Struct):
    """The sources of a site as last looked at; ``seen`` is by path below the site's folder, with slashes.

    A folder that is there is a source too (``content/``), so that its going is a change.
    """

    folders: Folders
    seen: dict[str, Seen] = field(default_factory=dict)

    def look(self, hinted: Collection[str] = (), *, is_moved_enough: bool = False) -> frozenset[str]:
        """The paths whose sources came, went or changed since the last look; the first look finds all of them.

        The bytes of ``hinted`` paths are compared whatever their stamps say. With ``is_moved_enough`` a file whose
        stamp differs counts as changed whatever its bytes: it may have been another one, and is what it was again.
        """
        now = time.time_ns()
        before, self.seen = self.seen, {}
        for path, found in self._walk():
            self.seen[path] = self._seen(path, found, before.get(path), now, is_hinted=path in hinted)
        changed = {path for path, seen in self.seen.items() if seen.is_other(before.get(path), is_moved_enough=is_moved_enough)}
        return frozenset(changed | (before.keys() - self.seen.keys()))

    def peek(self, hinted: Collection[str], *, is_moved_enough: bool = False) -> frozenset[str] | None:
        """Those of some paths whose sources changed, without a look at the others.

        None where a path is a source that came or went, so that a look is due: it finds what changed as if nobody had peeked.
        """
        now = time.time_ns()
        changed: set[str] = set()
        seen: dict[str, Seen] = {}
        for path in hinted:
            found = _status(str(self.folders.site / path))
            known = self.seen.get(path)
            if found is None and known is None:
                continue  # what an editor put aside for a moment
            if found and stat.S_ISDIR(found.st_mode):
                continue
            if found is None or known is None:
                return None
            seen[path] = self._seen(path, found, known, now, is_hinted=True)
            if seen[path].is_other(known, is_moved_enough=is_moved_enough):
                changed.add(path)
        self.seen.update(seen)
        return frozenset(changed)

    def _seen(self, path: str, found: os.stat_result, known: Seen | None, now: int, *, is_hinted: bool) -> Seen:
        stamp = Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        if stat.S_ISDIR(found.st_mode):
            return Seen(stamp, _FOLDER, is_settled=True)
        if known and known.stamp == stamp and known.is_settled and not is_hinted:
            return known
        digest = repr(stamp) if stamp.size > LARGEST_READ else self._digest(path)
        is_old = min(abs(now - stamp.mtime_ns), abs(now - stamp.ctime_ns)) > _TICK_NS
        return Seen(stamp, digest, is_settled=is_old and not digest.startswith(_UNREAD))

    def _digest(self, path: str) -> str:
        """The digest of a file, or why there is none: a file that became readable did change."""
        try:
            with open(self.folders.site / path, "rb", buffering=0, opener=_without_waiting) as file:
                return digest_of(iter(lambda: file.read(_CHUNK), b""))
        except OSError as error:
            return f"{_UNREAD}{error.errno}"

    def _walk(self) -> Iterator[tuple[str, os.stat_result]]:
        """Every source with what stands there; links are looked through, but not into folders elsewhere."""
        if found := _status(str(self.folders.site / FILE)):
            yield FILE, found
        for folder, is_passed_over in ((FOLDER, is_litter), (TEMPLATES, is_template_litter), (LOCALES, is_template_litter)):
            root = self.folders.site / folder
            if (found := _status(str(root))) and stat.S_ISDIR(found.st_mode):
                yield folder, found
                yield from self._below(folder, is_passed_over)

    def _below(self, root: str, is_passed_over: Callable[[str], bool]) -> Iterator[tuple[str, os.stat_result]]:
        own = {str(self.folders.output), str(self.folders.cache)}
        waiting = [root]
        while waiting:
            folder = waiting.pop()
            for entry in _entries(str(self.folders.site / folder)):
                if is_passed_over(entry.name) or entry.path in own:
                    continue
                found = _status(entry.path)
                if found and stat.S_ISDIR(found.st_mode) and not entry.is_symlink():
                    waiting.append(f"{folder}/{entry.name}")
                elif found:
                    yield f"{folder}/{entry.name}", found


def is_template_litter(name: str) -> bool:
    """Whether a file of this name is passed over among the templates."""
    return name[0] in ".#" or name[-1] == "~"


def _status(path: str) -> os.stat_result | None:
    """What stands at a path or where it links to; the link itself where it leads nowhere."""
    try:
        return os.stat(path)  # noqa: PTH116 - texts, for speed
    except OSError:
        pass
    try:
        return os.lstat(path)
    except OSError:
        return None


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """What is in a folder; nothing where it has gone or cannot be read, which the build says."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; a pipe without a writer must not be waited for."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
