"""Where the goals of a match stand on its timeline: layout only, the drawing is a macro's.

The line runs over the width of the column, so places along it are shares of
the width; heights are pixels. A goal is a flag: a stem at its minute and, at
the stem's top, a label to the right of it, or to the left where the column
ends. Flags that would run into each other take lanes: of those with labels to
the right the earlier is the higher, of those to the left the later, so that no
stem crosses a label.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from msgspec import Struct

from site_builder.pages.match_view import Moment

_COLUMN = 620.0
"""Width in pixels that labels are laid out for; narrower columns show them without the names."""

_LETTER = 6.6
_GAP = 26.0
_SPARE = 100 * 26.4 / _COLUMN
"""Percent of a label's place that its text can do without where there is no more room: the kind is shown as a mark."""
_LANE = 20
_FOOT = 14
_EDGE = 8
_LANES = 6
"""Past so many lanes (149–0 has been known) a goal is a stem without a label."""

_GOALS = frozenset({"goal", "penalty", "own goal"})
_SENT_OFF = frozenset({"red", "second yellow"})


class Flag(Struct, frozen=True):
    """A moment on the line: ``x`` percent of the width, ``top`` and ``label`` pixels from the drawing's top.

    ``label`` is the base line of its text, None where there is no room for one;
    ``left`` tells that the text ends at the stem instead of beginning there,
    ``named`` that there is room for the scorer's name on one side of it.
    """

    moment: Moment
    x: str
    top: int
    label: int | None = None
    left: bool = False
    named: bool = True


class Tick(Struct, frozen=True):
    """A minute marked on the line: half-time, full time."""

    x: str
    text: str


class Timeline(Struct, frozen=True):
    """A drawing ``height`` pixels high whose line lies at ``axis``."""

    height: int
    axis: int
    flags: tuple[Flag, ...]
    cards: tuple[Flag, ...]
    ticks: tuple[Tick, ...]


class _Label(Struct, frozen=True):
    """A goal's label before it has a height: from ``start`` to ``end`` percent, its stem at ``x``.

    ``order`` is the goal's place among all goals of the match.
    """

    order: int
    goal: Moment
    x: float
    start: float
    end: float
    left: bool
    named: bool


def timeline_of(moments: Iterable[Moment]) -> Timeline | None:
    """The goals and sendings-off whose minute is known, laid out; None where no goal's is.

    The line is 90 minutes long, 120 where something happened after the 90th
    (`Moment.at` is the base minute: stoppage time counts as the half's last,
    and what comes after the match, as its last).
    """
    known = [moment for moment in moments if moment.at is not None]
    goals = [moment for moment in known if moment.kind in _GOALS]
    if not goals:
        return None
    length = 120 if max([_at(moment) for moment in known]) > 90 else 90
    above = _labels([(n, goal) for n, goal in enumerate(goals) if goal.side == "home"], length)
    below = _labels([(n, goal) for n, goal in enumerate(goals) if goal.side != "home"], length)
    axis = _depth(above) + _EDGE
    flags = {label.order: _flag(label, lane, axis, -1) for lane, label in above}
    for lane, label in below:
        flags[label.order] = _flag(label, lane, axis, 1)
    cards = [moment for moment in known if moment.kind in _SENT_OFF]
    return Timeline(
        height=axis + max(_depth(below), _FOOT) + _EDGE,
        axis=axis,
        flags=tuple([flags[order] for order in sorted(flags)]),
        cards=tuple(
            [Flag(card, _percent(_share(card, length)), axis - 17 if card.side == "home" else axis + 7) for card in cards]
        ),
        ticks=_TICKS[length],
    )


def _at(moment: Moment) -> int:
    return moment.at or 0


def _share(moment: Moment, length: int) -> float:
    return 100 * min(_at(moment), length) / length


def _percent(share: float) -> str:
    return f"{share:.4g}%"


def _labels(goals: list[tuple[int, Moment]], length: int) -> list[tuple[int, _Label]]:
    """The labels of one side, each with its lane."""
    if not goals:
        return []
    to_right: list[_Label] = []
    to_left: list[_Label] = []
    nearest = inf  # where the first begins of those to the left
    for order, goal in sorted(goals, key=lambda numbered: _at(numbered[1]))[::-1]:
        x = _share(goal, length)
        width = _width(len(goal.score) + len(goal.player.text) + len(goal.minute) + len(goal.kind))
        shown = width - _SPARE
        named = shown <= max(x, 100 - x)
        if not named:
            width = shown = _width(len(goal.score) + len(goal.minute) + len(goal.kind))
        end = x + width
        if ((end > 100 or nearest <= end) and width <= x) or shown > 100 - x:
            nearest = min(nearest, x)
            to_left.append(_Label(order, goal, x, x - width, x, left=True, named=named))
        else:
            to_right.append(_Label(order, goal, x, x, end, left=False, named=named))
    return _in_lanes(to_right + to_left[::-1])


def _width(letters: int) -> float:
    """Percent that a label with so many letters is given."""
    return 100 * (_LETTER * (letters + 3) + _GAP) / _COLUMN


def _in_lanes(labels: list[_Label]) -> list[tuple[int, _Label]]:
    """Labels, each in the lane above all that it would meet."""
    placed: list[tuple[int, _Label]] = []
    for label in labels:
        start, end, lane = label.start, label.end, -1
        for other_lane, other in placed:
            if other_lane > lane and start <= other.end and other.start <= end:
                lane = other_lane
        placed.append((lane + 1, label))
    return placed


def _depth(labels: list[tuple[int, _Label]]) -> int:
    """Pixels that the flags of one side take."""
    return _FOOT + _LANE * min(max([lane for lane, _ in labels]) + 1, _LANES) if labels else 0


def _flag(label: _Label, lane: int, axis: int, way: int) -> Flag:
    top = axis + way * (_FOOT + _LANE * min(lane + 1, _LANES) - 4)
    base_line = top + (11 if way < 0 else -2) if lane < _LANES else None
    return Flag(label.goal, _percent(label.x), top, base_line, label.left, label.named)


_TICKS = {
    length: tuple(Tick(_percent(100 * minute / length), str(minute)) for minute in (45, 90, 120) if minute <= length)
    for length in (90, 120)
}
"""Of both lengths that a line has."""
