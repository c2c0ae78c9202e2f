"""Problems: what is wrong with a site's sources, said to the person who writes it.

A problem is a value, never an exception that escapes: every stage collects the
problems it finds and goes on with the rest, so that a writer sees all of them
at once. This module knows their shape and order; it does not print (the
command line does) and does not read files.

    >>> problem = Problem("unknown-key", Place("content/a.md", 7, 1), "no such key", "Did you mean `score`?")
    >>> problem.is_error
    True
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace


class Severity(StrEnum):
    """An error stops the build; a warning does so only with ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


class Place(Struct, frozen=True, order=True):
    """Where in the sources: a path relative to the site's folder, a line and a column.

    ``line`` and ``column`` count from 1; 0 means that the place is the file as
    a whole. ``length`` is the number of characters to underline. ``key`` is the
    way to a front matter value (``("goals", "home")``) for stages that know no
    lines: `located` turns it into a line once all problems are known.
    """

    path: str
    line: int = 0
    column: int = 0
    length: int = 0
    key: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        """``path:line:column``, without the parts that are not known."""
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


class Problem(Struct, frozen=True):
    """One thing that is wrong, where it is, and the likely way to mend it.

    ``code`` is permanent (``unknown-key``); ``message`` is one sentence without
    its full stop; ``fix`` is a sentence or empty; ``excerpt`` is the source line
    at the place, filled by `located` for those that are shown.
    """

    code: str
    place: Place
    message: str
    fix: str = ""
    severity: Severity = Severity.ERROR
    excerpt: str = ""

    @property
    def is_error(self) -> bool:
        """Whether this stops a build even without ``--strict``."""
        return self.severity is Severity.ERROR

    def strict(self) -> Problem:
        """The same problem as an error."""
        return replace(self, severity=Severity.ERROR)


def warning(code: str, place: Place, message: str, fix: str = "") -> Problem:
    """A problem that leaves the build standing unless it is strict."""
    return Problem(code, place, message, fix, Severity.WARNING)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems once each, sorted by place, then code and message."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.place.path, p.place.line, p.place.column, p.code, p.message)))
