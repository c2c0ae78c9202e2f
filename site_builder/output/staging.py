"""Files that are finished but not published: they wait in a folder of the output's own file system.

Any number of processes may stage at once; a worker gets a `Staging` and needs
nothing else. Names in the folder are digests of paths, so that no folder has to
be made for a page and a page that is staged again, because its worker died,
takes its own place.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from site_builder.incremental.fingerprint import digest
from site_builder.output import files
from site_builder.output.faults import failing_as
from site_builder.output.folder import OutputFolder, clear
from site_builder.output.ledger import Row, State
from site_builder.output.paths import printable

NOT_HELD = -1
"""The time of a staged file that was not written, because its bytes stand in the output."""


class Staging(Struct, frozen=True):
    """A folder for the files of one build; goes to other processes as it is."""

    folder: str

    def at(self, path: str) -> str:
        """Where the file waits that is going to stand at a path of the output."""
        return f"{self.folder}/{digest(path.encode('utf-8', 'surrogatepass'))}"

    def stage(self, path: str, key: str, data: bytes, standing: Row | None = None) -> Row:
        """Write a page; the row is what `publish` wants to know of it. Raises `OutputFailed`.

        ``standing`` is the row of a file that stands at the path as recorded
        (`survey.standing_row`): where it has these very bytes, nothing is written.
        """
        name = digest(data)
        if standing and standing.digest == name:
            return Row(path, key, len(data), NOT_HELD, name, State.PENDING)
        with failing_as(f"{printable(path)} could not be written"):
            found = files.create(self.at(path), data)
        return Row(path, key, len(data), found.st_mtime_ns, name, State.PENDING)

    def stage_file(self, path: str, key: str, source: Path) -> Row:
        """Copy a file; the digest is of the very bytes copied. Raises `OutputFailed`, also where the source is gone."""
        with failing_as(f"{printable(str(source))} could not be copied to {printable(path)}"):
            copied, found = files.copy(str(source), self.at(path))
        return Row(path, key, found.st_size, found.st_mtime_ns, copied, State.PENDING)


@contextmanager
def open_staging(folder: OutputFolder) -> Iterator[Staging]:
    """A new folder to stage in, away again at the end.

    Every build has its own: a worker that outlives a killed build writes into
    a folder that is gone.
    """
    staging = Staging(f"{folder.staging_home}/{secrets.token_hex(8)}")
    with failing_as(f"{folder.shown} cannot be written"):
        files.make_folder(folder.staging_home)
        files.make_folder(staging.folder)
    try:
        yield staging
    finally:
        with suppress(OSError):
            clear(folder.staging_home)
