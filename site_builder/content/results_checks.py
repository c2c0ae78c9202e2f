"""What every reader of bulk results checks alike: characters that no name may hold, football's arithmetic on a row."""

from __future__ import annotations

from site_builder.content.consistency import check_match
from site_builder.content.decoding import invisible_in, line_and_column
from site_builder.content.results_model import ResultRow
from site_builder.problems import Place, Problem

Spots = dict[tuple[str | int, ...], Place]
"""Where in the file a row tells of something, by the front matter key for it: ``("lineups", "home")``, ``("goals",)``."""


def invisible_problems(path: str, text: str) -> list[Problem]:
    """Characters in a file's text that turn others around or cannot be seen; ``text`` has line feeds."""
    return [
        Problem("invisible-character", Place(path, *line_and_column(text, at), 1), said, "Delete it.")
        for at, said in invisible_in(text)
    ]


def checked_row(path: str, row: ResultRow, spots: Spots | None = None) -> tuple[ResultRow, tuple[Problem, ...]]:
    """The row with what follows from its facts, and everything in them that cannot be true together.

    A problem's place is the best that ``spots`` know, else the row's line.
    """

    def place(key: tuple[str | int, ...]) -> Place:
        known = spots or {}
        return known.get(key) or known.get(key[:1]) or Place(path, row.line)

    completed, problems = check_match(row.facts, place)
    return (row if completed is row.facts else ResultRow(completed, row.line)), problems
