"""What a command of this room has done, as lines to be shown."""

from __future__ import annotations

from msgspec import Struct

from site_builder.problems import Problem


class Outcome(Struct, frozen=True):
    """Sentences for the author; with a problem nothing was written."""

    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_problem: bool = False
