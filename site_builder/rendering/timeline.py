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

from msgspec import Struct
from msgspec.structs import replace

from site_builder.pages.match_view import Moment

_COLUMN = 620.0
"""Width in pixels that labels are laid out for; narrower columns show them without the names."""

_LETTER = 6.6
_GAP = 26.0
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
    ``left`` tells that the text ends at the stem instead of beginning there.
    """

    moment: Moment
    x: str
    top: int
    label: int | None = None
    left: bool = False


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
    width: float
    left: bool = False
    lane: int = 0

    @property
    def start(self) -> float:
        return self.x - self.width if self.left else self.x

    @property
    def end(self) -> float:
        return self.x if self.left else self.x + self.width

    def meets(self, other: _Label) -> bool:
        """Whether the two stand above one another somewhere."""
        return self.start <= other.end and other.start <= self.end


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
    length = 120 if any(_at(moment) > 90 for moment in known) else 90
    above = _labels([(n, goal) for n, goal in enumerate(goals) if goal.side == "home"], length)
    below = _labels([(n, goal) for n, goal in enumerate(goals) if goal.side != "home"], length)
    axis = _depth(above) + _EDGE
    flags = {label.order: _flag(label, axis, way) for labels, way in ((above, -1), (below, 1)) for label in labels}
    cards = (moment for moment in known if moment.kind in _SENT_OFF)
    return Timeline(
        height=axis + max(_depth(below), _FOOT) + _EDGE,
        axis=axis,
        flags=tuple(flags[order] for order in sorted(flags)),
        cards=tuple(Flag(card, _percent(_share(card, length)), axis - 17 if card.side == "home" else axis + 7) for card in cards),
        ticks=tuple(Tick(_percent(100 * minute / length), str(minute)) for minute in (45, 90, 120) if minute <= length),
    )


def _at(moment: Moment) -> int:
    return moment.at or 0


def _share(moment: Moment, length: int) -> float:
    return 100 * min(_at(moment), length) / length


def _percent(share: float) -> str:
    return f"{share:.4g}%"


def _labels(goals: list[tuple[int, Moment]], length: int) -> list[_Label]:
    """The labels of one side with their lanes."""
    labels: list[_Label] = []
    for order, goal in sorted(goals, key=lambda numbered: _at(numbered[1]))[::-1]:
        width = 100 * (_LETTER * len(f"{goal.score} {goal.player.text} {goal.minute} {goal.kind}") + _GAP) / _COLUMN
        label = _Label(order, goal, _share(goal, length), width)
        into_left = any(other.left and other.x <= label.end for other in labels)
        labels.append(replace(label, left=(label.end > 100 or into_left) and label.width <= label.x))
    placed: list[_Label] = []
    for label in [*(label for label in labels if not label.left), *(label for label in reversed(labels) if label.left)]:
        lane = 1 + max((other.lane for other in placed if label.meets(other)), default=-1)
        placed.append(replace(label, lane=lane))
    return placed


def _depth(labels: list[_Label]) -> int:
    """Pixels that the flags of one side take."""
    highest = max((label.lane for label in labels), default=-1)
    return 0 if highest < 0 else _FOOT + _LANE * (min(highest, _LANES - 1) + 1)


def _flag(label: _Label, axis: int, way: int) -> Flag:
    shown = label.lane < _LANES
    top = axis + way * (_FOOT + _LANE * (min(label.lane + 1, _LANES)) - 4)
    base_line = top + (11 if way < 0 else -2)
    return Flag(label.goal, _percent(label.x), top, base_line if shown else None, label.left)
