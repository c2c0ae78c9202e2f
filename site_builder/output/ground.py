"""What stands where a build wants to write or remove: nothing, a file of ours, one edited since, or somebody else's.

Looks, and changes nothing. Every file is looked at with its parents, because a
link among them would lead out of the output.
"""

from __future__ import annotations

from enum import Enum, auto

from msgspec import Struct, field

from site_builder.output import files
from site_builder.output.folder import OutputFolder
from site_builder.output.ledger import Ledger, Row, State


class Kind(Enum):
    """What stands at a path, in relation to the ledger."""

    NOTHING = auto()
    OURS = auto()
    """The bytes that a build wrote, or was about to replace."""
    EDITED = auto()
    """Something else, where a build wrote."""
    STRANGER = auto()
    """A file or a link where no build wrote."""
    FOLDER = auto()
    UNREACHABLE = auto()
    """One of its parents is no folder."""


class Standing(Struct, frozen=True):
    """What stands at a path; ``digest``, ``size`` and ``mtime_ns`` are a file's, ``barrier`` is the parent that is no folder."""

    kind: Kind
    digest: str = ""
    size: int = 0
    mtime_ns: int = 0
    barrier: str = ""


_NOTHING = Standing(Kind.NOTHING)
_FOLDER = Standing(Kind.FOLDER)


class Ground(Struct, frozen=True):
    """The output folder as a build finds it; ``verify`` reads the bytes of files that look untouched."""

    folder: OutputFolder
    ledger: Ledger
    verify: bool = False
    _parents: dict[str, Standing] = field(default_factory=lambda: {"": _FOLDER})

    def at(self, path: str) -> Standing:
        """What stands at a path. Raises OSError where an own file cannot be read."""
        parent = self._parent(path.rpartition("/")[0])
        if parent.kind is not Kind.FOLDER:
            return parent
        found = files.status(self.folder.at(path))
        if found is None:
            return _NOTHING
        if files.is_folder(found):
            return _FOLDER
        row = self.ledger.rows.get(path)
        if not files.is_file(found):
            return Standing(Kind.EDITED if row else Kind.STRANGER)
        if row and not self.verify and row.state is State.DONE and (row.size, row.mtime_ns) == (found.st_size, found.st_mtime_ns):
            return Standing(Kind.OURS, row.digest, row.size, row.mtime_ns)
        digest = files.digest_at(self.folder.at(path))
        return Standing(_owner(row, digest), digest, found.st_size, found.st_mtime_ns)

    def is_free(self, name: str) -> bool:
        """Whether nothing stands under a name right in the output."""
        return files.status(self.folder.at(name)) is None

    def _parent(self, path: str) -> Standing:
        """What stands at a folder's path: a folder, nothing, or a barrier there or above."""
        known = self._parents.get(path)
        if known is None:
            known = self._parents[path] = self._look_at_parent(path)
        return known

    def _look_at_parent(self, path: str) -> Standing:
        above = self._parent(path.rpartition("/")[0])
        if above.kind is not Kind.FOLDER:
            return above
        found = files.status(self.folder.at(path))
        if found is None:
            return _NOTHING
        return _FOLDER if files.is_folder(found) else Standing(Kind.UNREACHABLE, barrier=path)

    def is_same_file(self, path: str, other: str) -> bool:
        """Whether two paths are one file, as they are where case does not count."""
        first, second = files.status(self.folder.at(path)), files.status(self.folder.at(other))
        return bool(first and second and (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino))

    def files_below(self, path: str) -> list[str]:
        """All files in a folder and its folders."""
        below: list[str] = []
        for name, found in files.entries(self.folder.at(path)):
            below += [f"{path}/{name}"] if found else self.files_below(f"{path}/{name}")
        return below


def _owner(row: Row | None, digest: str) -> Kind:
    if row is None:
        return Kind.STRANGER
    return Kind.OURS if digest in (row.digest, row.before) else Kind.EDITED
