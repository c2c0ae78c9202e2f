"""What a caller may ask of a build, and how a build can end."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from site_builder.problems import Problem, in_order

if TYPE_CHECKING:
    from site_builder.checks.missing import Missing


class Options(Struct, frozen=True):
    """What a caller may say about a build; None means the default of the site or of the machine.

    ``executor`` is the host and port of the Dask cluster that makes the pages; None for processes of this machine.
    """

    site: Path
    output: Path | None = None
    cache: Path | None = None
    base_url: str | None = None
    jobs: int | None = None
    strict: bool = False
    verify: bool = False
    drafts: bool = False
    executor: tuple[str, int] | None = None


class Built(Struct, frozen=True):
    """What a build did, in numbers of files, and the warnings that did not stop it.

    ``changed`` are the paths of the output that were written or removed;
    ``notes`` are sentences on what the settings left out.
    """

    matches: int
    pages: int
    written: int
    unchanged: int
    removed: int
    problems: tuple[Problem, ...]
    changed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """One line: what was read, written, left alone, removed."""
        noun = "match" if self.matches == 1 else "matches"
        read = f"{self.matches:,} {noun}, {self.pages:,} pages"
        return f"{read}: {self._written}, {self.unchanged:,} unchanged, {self.removed:,} removed"

    def rebuilt(self, seconds: float) -> str:
        """One line after an edit: ``Rebuilt in 0.41 s: 3 files written``."""
        return f"Rebuilt in {seconds:.2f} s: {self._written}{f', {self.removed:,} removed' if self.removed else ''}"

    @property
    def _written(self) -> str:
        return f"{self.written:,} {'file' if self.written == 1 else 'files'} written"


class Checked(Struct, frozen=True):
    """What a check found; ``missing`` is what the data of each season does not hold, where somebody asked."""

    problems: tuple[Problem, ...]
    missing: tuple[Missing, ...] = ()


class ProblemsInContent(Exception):
    """The sources have problems; ``state`` says what became of the output."""

    def __init__(self, problems: Iterable[Problem], state: str) -> None:
        self.problems = in_order(problems)
        self.state = state
        super().__init__(state)


class WrongSettings(ProblemsInContent):
    """The settings or the folders are wrong, not the content."""


class BuildFailed(Exception):
    """Something outside the sources failed: the disk, rights, a worker. Its text is a sentence or two."""


def in_words(fault: Exception) -> str:
    """What nobody foresaw, as a sentence without its full stop: what the disk said, or where the program is at fault."""
    if isinstance(fault, OSError) and fault.strerror:
        return f"{fault.strerror} ({fault.filename})" if fault.filename else fault.strerror
    where = traceback.extract_tb(fault.__traceback__)[-1]
    return f"a fault of site-builder itself ({type(fault).__name__} in {Path(where.filename).name}:{where.lineno}: {fault})"
