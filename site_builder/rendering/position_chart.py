"""Positions over a season as lines: layout only, the drawing is a macro's.

Every matchday is a step to the right and every place a row, so that the names
at the lines' ends can stand beside them as text. Numbers are units of the
drawing's own box, which is stretched to the column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from site_builder.pages.parts import TeamMark
from site_builder.pages.season_views import PositionLine

STEP = 10
"""Units between two matchdays, and between two places."""


class ChartLine(Struct, frozen=True):
    """A team and its line as an SVG path, with its ``best`` and ``worst`` place; a matchday without one interrupts it."""

    team: TeamMark
    path: str
    best: int
    worst: int


class PositionChart(Struct, frozen=True):
    """Lines in the order of their ends, in a box of ``width`` by ``height``, from one matchday to another."""

    width: int
    height: int
    first: int
    last: int
    lines: tuple[ChartLine, ...]


def position_chart_of(lines: Iterable[PositionLine], matchdays: Sequence[int]) -> PositionChart | None:
    """The chart of a stage; None where there are fewer than two matchdays or no positions."""
    placed = sorted((line for line in lines if any(line.positions)), key=_last_place)
    if len(matchdays) < 2 or not placed:
        return None
    lowest = max(place for line in placed for place in line.positions if place)
    return PositionChart(
        width=STEP * (len(matchdays) - 1),
        height=STEP * lowest,
        first=matchdays[0],
        last=matchdays[-1],
        lines=tuple(_line(line) for line in placed),
    )


def _line(line: PositionLine) -> ChartLine:
    places = [place for place in line.positions if place]
    return ChartLine(line.team, _path(line.positions), min(places), max(places))


def _last_place(line: PositionLine) -> tuple[int, str]:
    return next((place for place in reversed(line.positions) if place), 0), line.team.name


def _path(positions: Iterable[int | None]) -> str:
    """``M0 5L10 15``: a point for each matchday in the middle of its place's row."""
    steps: list[str] = []
    drawn = False
    for matchday, place in enumerate(positions):
        if place:
            steps.append(f"{'L' if drawn else 'M'}{STEP * matchday} {STEP * place - STEP // 2}")
        drawn = bool(place)
    return "".join(steps)
