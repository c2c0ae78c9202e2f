"""What a command of this room has done, as lines to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.problems import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """Sentences for the author; with a problem nothing was written."""

    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_problem: bool = False
