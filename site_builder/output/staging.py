"""Files that are finished but not published: they wait in a folder of the output's own file system.

Any number of processes may stage at once; a worker gets a `Staging` and needs
nothing else. A page that is staged again, because its worker died, takes its own
place.

Names in the folder are digests of paths, so that no folder has to be made for a
page. For an output that holds nothing yet files wait as they are going to stand,
so that whole folders can be moved there: three quarters of the time of publishing
a site go away with that.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from site_builder.incremental.fingerprint import digest
from site_builder.output import files
from site_builder.output.faults import failing_as, failure
from site_builder.output.folder import OutputFolder, clear
from site_builder.output.ledger import Row, State
from site_builder.output.paths import is_safe, parents, printable

NOT_HELD = -1
"""The time of a staged file that was not written, because its bytes stand in the output."""
_DRAWN = 16
"""So many folders are made to choose from: on the disk on which this was tried they lay in a dozen places."""


class Staging(Struct, frozen=True):
    """A folder for the files of one build; goes to other processes as it is.

    ``laid_out`` is the folder where files wait as they are going to stand, empty
    where they wait under digests.
    """

    folder: str
    laid_out: str = ""

    def at(self, path: str) -> str:
        """Where the file waits that is going to stand at a path of the output."""
        if self.laid_out and is_safe(path):
            return f"{self.laid_out}/{path}"
        return f"{self.folder}/{digest(path.encode('utf-8', 'surrogatepass'))}"

    def stage(self, path: str, key: str, data: bytes, standing: Row | None = None, name: str = "") -> Row:
        """Write a page; the row is what `publish` wants to know of it. Raises `OutputFailed`.

        ``standing`` is the row of a file that stands at the path as recorded
        (`survey.standing_row`): where it has these very bytes, nothing is written.
        ``name`` is the digest of the bytes, where it is known.
        """
        name = name or digest(data)
        if standing and standing.digest == name:
            return Row(path, key, len(data), NOT_HELD, name, State.PENDING)
        try:
            found = self._create(path, data)
        except OSError as error:
            raise failure(f"{printable(path)} could not be written", error) from error
        return Row(path, key, len(data), found.st_mtime_ns, name, State.PENDING)

    def stage_file(self, path: str, key: str, source: Path) -> Row:
        """Copy a file; the digest is of the very bytes copied. Raises `OutputFailed`, also where the source is gone."""
        with failing_as(f"{printable(str(source))} could not be copied to {printable(path)}"):
            self._make_room(path)
            copied, found = files.copy(str(source), self.at(path))
        return Row(path, key, found.st_size, found.st_mtime_ns, copied, State.PENDING)

    def _create(self, path: str, data: bytes) -> os.stat_result:
        try:
            return files.create(self.at(path), data)
        except FileNotFoundError:
            # The first page of a folder: the others are not asked whether it is there.
            self._make_room(path)
            return files.create(self.at(path), data)

    def _make_room(self, path: str) -> None:
        if self.laid_out and is_safe(path):
            for parent in parents(path):
                files.make_folder(f"{self.laid_out}/{parent}")


@contextmanager
def open_staging(folder: OutputFolder) -> Iterator[Staging]:
    """A new folder to stage in, away again at the end.

    Every build has its own: a worker that outlives a killed build writes into
    a folder that is gone.
    """
    with failing_as(f"{folder.shown} cannot be written"):
        files.make_folder(folder.staging_home)
        staging = _flat(folder) if files.is_file(files.status(folder.ledger_file)) else _laid_out(folder)
    try:
        yield staging
    finally:
        with suppress(OSError):
            clear(folder.staging_home)


def _flat(folder: OutputFolder) -> Staging:
    staging = Staging(f"{folder.staging_home}/{secrets.token_hex(8)}")
    files.make_folder(staging.folder)
    return staging


def _laid_out(folder: OutputFolder) -> Staging:
    own = _apart(folder.staging_home)
    files.make_folder(f"{own}/site")
    return Staging(own, f"{own}/site")


def _apart(home: str) -> str:
    """Make a folder for very many files where few were deleted lately.

    ext4 without a journal, as on many virtual machines, looks for the place of each
    file through all that were deleted near its folder in the last minutes: half of
    the processor time of a build after the output was removed. Below the top of a
    hierarchy it puts new folders in many places, and one drawn evenly from between
    the first and the last of these is seldom where the last one was.
    """
    files.mark_top(home)
    drawn: dict[int, str] = {}
    for _ in range(_DRAWN):
        path = f"{home}/{secrets.token_hex(8)}"
        files.make_folder(path)
        found = files.status(path)
        drawn[found.st_ino if found else 0] = path
    first, last = min(drawn), max(drawn)
    place = first + secrets.randbelow(last - first + 1)
    chosen = drawn.pop(min(drawn, key=lambda number: abs(number - place)))
    for path in drawn.values():
        files.remove_folder(path)
    return chosen
