"""What can forbid writing a site: a folder that must not be written to, or a disk that does not let us."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from site_builder.output.paths import printable
from site_builder.problems import Problem, in_order


class OutputRefused(Exception):
    """The output folder, or what stands in it, must not be written over; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """The problems' sentences, for logs."""
        return "; ".join(f"{problem.place}: {problem.message}" for problem in self.problems)


class OutputFailed(Exception):
    """Writing failed: a full disk, missing rights, another build. ``message`` is a sentence without its full stop.

    ``is_touched`` tells whether pages may have been replaced already; if not,
    the site is as it was. Either way the next build mends everything.
    """

    def __init__(self, message: str, is_touched: bool = False) -> None:  # noqa: FBT001, FBT002 - pickle knows positions only
        self.message = message
        self.is_touched = is_touched
        super().__init__(message, is_touched)

    def __str__(self) -> str:
        """The sentence."""
        return self.message


@contextmanager
def failing_as(what: str, *, is_touched: bool = False) -> Iterator[None]:
    """Turn an OSError into `OutputFailed`: what failed (``output/ could not be written``), why, and at which file."""
    try:
        yield
    except OSError as error:
        raise failure(what, error, is_touched=is_touched) from error


def failure(what: str, error: OSError, *, is_touched: bool = False) -> OutputFailed:
    """What an OSError is told as, where a file is written so often that a context around it would be felt."""
    name = error.filename2 or error.filename
    where = f" ({printable(os.fsdecode(name))})" if isinstance(name, (str, bytes)) else ""
    return OutputFailed(f"{what}: {error.strerror or error}{where}", is_touched)
