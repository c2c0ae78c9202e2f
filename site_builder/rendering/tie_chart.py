"""Who was going through over the two legs of a tie, as a stepped line: layout only, the drawing is a macro's.

Both legs stand on one line of time, the second after the first. The line lies
above the axis while the host of the first leg is going through, below it while
the other is, and on it while neither. Places along the line are shares of the
width, heights are pixels.
"""

from __future__ import annotations

from msgspec import Struct

from site_builder.pages.season_views import TieCourse, TieStep

_STEP = 15
"""Pixels for a goal between the two."""
_HALF_STEP = 7
"""Pixels for a lead on away goals alone."""
_MOST = 4
"""Goals of a lead from which the line climbs no higher."""
_LABEL = 22
_NEAR = 7.0
"""Labels nearer than this to the next, in percent of the width, are left out: the words below the drawing have them."""


class Stretch(Struct, frozen=True):
    """The line between two goals, ``y`` pixels from the top; ``rise`` is where it comes from, ``ahead`` whose it is."""

    start: str
    end: str
    y: int
    rise: int
    ahead: str


class StretchLabel(Struct, frozen=True):
    """The aggregate after a goal, over or under the line."""

    x: str
    y: int
    text: str
    left: bool


class TieChart(Struct, frozen=True):
    """A drawing ``height`` pixels high: its ``axis``, where the second leg begins (``half``), line and labels."""

    height: int
    axis: int
    half: str
    stretches: tuple[Stretch, ...]
    labels: tuple[StretchLabel, ...]


def tie_chart_of(course: TieCourse) -> TieChart:
    """The drawing of a tie's course."""
    length = sum(course.legs)
    heights = [_height(step) for step in course.steps]
    axis = max(0, *heights) + _LABEL
    places = [100 * _minutes(course, step) / length for step in course.steps]
    ends = [*places[1:], 100.0]
    before = [0, *heights[:-1]]
    moved = zip(course.steps, places, ends, heights, before, strict=True)
    stretches = tuple(Stretch(_percent(x), _percent(end), axis - to, axis - from_, s.ahead) for s, x, end, to, from_ in moved)
    return TieChart(
        height=axis - min(0, *heights) + _LABEL,
        axis=axis,
        half=_percent(100 * course.legs[0] / length),
        stretches=(Stretch("0%", _percent(places[0]), axis, axis, ""), *stretches),
        labels=_labels(course, places, heights, axis),
    )


def _minutes(course: TieCourse, step: TieStep) -> int:
    """Minutes since the first leg began; what comes after a leg's end, as its last."""
    return (course.legs[0] if step.leg == 2 else 0) + min(step.at, course.legs[min(step.leg, len(course.legs)) - 1])


def _height(step: TieStep) -> int:
    """Pixels over the axis, below it negative."""
    if step.lead:
        return _STEP * max(-_MOST, min(_MOST, step.lead))
    return {"home": _HALF_STEP, "away": -_HALF_STEP}.get(step.ahead, 0)


def _labels(course: TieCourse, places: list[float], heights: list[int], axis: int) -> tuple[StretchLabel, ...]:
    """The aggregate after each goal, the later one where two would stand on each other."""
    kept: list[StretchLabel] = []
    limit = 200.0
    for step, x, height in reversed(list(zip(course.steps, places, heights, strict=True))):
        if limit - x >= _NEAR:
            y = axis - height + (15 if height < 0 else -6)
            kept.append(StretchLabel(_percent(x), y, step.score, left=x > 100 - _NEAR))
            limit = x
    return tuple(reversed(kept))


def _percent(share: float) -> str:
    return f"{share:.4g}%"
