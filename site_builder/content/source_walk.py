"""The walk over ``content/``: which files lie there, and which names there are no files.

Folders, names and links only; no file is opened here.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from site_builder.content.opening import NotAFile, resolved, unreadable
from site_builder.problems import Place, Problem

FOLDER = "content"
_LITTER = re.compile(r"\..*|.*~|#.*#|4913|thumbs\.db|desktop\.ini|.*\.sw[a-z]|.*\.tmp|.*___jb_(?:tmp|old)___", re.IGNORECASE)
# What nearly all files are called: none of these is litter, or holds what addresses cannot hold.
_PLAIN = re.compile(r"[a-z0-9][\w-]*\.md", re.ASCII)
_BAD_NAME = re.compile("[\x00-\x1f\x7f-\x9f\\\\\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def is_litter(name: str) -> bool:
    """Whether a file or folder of this name is passed over: what editors and desktops leave behind, and dot files."""
    return not _PLAIN.fullmatch(name) and _LITTER.fullmatch(name) is not None


class Found(Struct, frozen=True):
    """A regular file: its path below the site's folder, with slashes, and what the file system says of it."""

    path: str
    status: os.stat_result

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return self.status.st_size


class Walked(Struct, frozen=True):
    """All files in no particular order, and what cannot be walked."""

    files: tuple[Found, ...]
    problems: tuple[Problem, ...]


def walked(site: Path) -> Walked:
    """A walk from its beginning to its end."""
    walk = Walk(site)
    return Walked(tuple(walk.files()), tuple(walk.problems))


class Walk(Struct):
    """One walk; ``problems`` fill while it goes on."""

    site: Path
    problems: list[Problem] = field(default_factory=list)

    def files(self) -> Iterator[Found]:
        """All files in no particular order; dot files and what editors leave behind are passed over."""
        waiting = [FOLDER]
        while waiting:
            folder = waiting.pop()
            for entry in self._entries(folder):
                path = f"{folder}/{entry.name}"
                found = self._look(path, entry)
                if found and stat.S_ISDIR(found.st_mode):
                    waiting.append(path)
                elif found:
                    yield Found(path, found)

    def _entries(self, folder: str) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(self.site / folder) as entries:
                named = [entry for entry in entries if not is_litter(entry.name)]
        except OSError as error:
            self.problems.append(unreadable(folder, error))
            return
        for entry in named:
            if not _PLAIN.fullmatch(entry.name) and _BAD_NAME.search(entry.name):
                shown = entry.name.encode("unicode_escape").decode()
                fix = "Rename it with letters, digits and hyphens."
                message = f"the name `{shown}` holds characters that addresses cannot hold"
                self.problems.append(Problem("file-name", Place(folder), message, fix))
            else:
                yield entry

    def _look(self, path: str, entry: os.DirEntry[str]) -> os.stat_result | None:
        """What an entry is or links to; None, with a problem, where that is neither a file nor a folder to walk."""
        is_link = entry.is_symlink()
        try:
            found = self._linked(path) if is_link else entry.stat(follow_symlinks=False)
            if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
                raise NotAFile(path)
        except OSError as error:
            if error.errno == errno.ENOENT and is_link:
                self.problems.append(Problem("dangling-link", Place(path), "this link leads nowhere", "Remove or mend the link."))
            elif error.errno != errno.ENOENT:  # what was removed meanwhile is as good as never there
                self.problems.append(unreadable(path, error))
            return None
        if is_link and stat.S_ISDIR(found.st_mode):
            self._refuse_folder(path)
            return None
        return found

    def _linked(self, path: str) -> os.stat_result:
        return resolved(self.site / FOLDER, self.site / path).stat()

    def _refuse_folder(self, path: str) -> None:
        """A linked folder lies in ``content/`` already: walking it again would publish it twice, or for ever."""
        target = (self.site / path).resolve()
        if (self.site / path).parent.resolve().is_relative_to(target):
            problem = Problem("link-loop", Place(path), "this link leads to a folder that it lies in", "Remove the link.")
        else:
            message = "this link leads to a folder whose files are read already"
            problem = Problem("linked-folder", Place(path), message, "Remove the link.")
        self.problems.append(problem)
