"""Two tellings of one match made one value: what only one says is added, what both say has to agree.

Values are compared by meaning: round names by the round, minutes by the time
they stand for (129 is 120+9), people by the surname, a ground by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timezone
from typing import Any

from msgspec.structs import replace

from site_builder.football.model import (
    BySide,
    GoalEvent,
    Happenings,
    LineUp,
    Match,
    Minute,
    Result,
    Stage,
    Status,
)
from site_builder.football.rounds import finer_round, same_round

Differing = tuple[str, tuple[Any, Any]]
"""A key, and the two values that differ: `contradicting` says them in words."""
_UNSET: tuple[Any, ...] = (None, (), False, BySide(None, None), BySide((), ()))
_REGULAR_END = 120


def merged(match: Match, more: Match, cities: frozenset[str] = frozenset()) -> tuple[Match, tuple[Differing, ...]]:
    """A match with what another telling adds, and the keys in which they differ with both values.

    ``cities`` are slugs that are no grounds: a source that names the town only does not contradict one that names the ground.
    """

    def same_ground(one: str, other: str) -> bool:
        return one in cities or other in cities or _same_ground(one, other)

    differing: list[Differing] = []
    if match.status is Status.SCHEDULED or more.status is Status.SCHEDULED:
        result, status = match.result or more.result, more.status if match.status is Status.SCHEDULED else match.status
    else:
        result, status = _result(match.result, more.result, differing), match.status
        if match.status is not more.status:
            differing.append(("status", (match.status, more.status)))
    values = {
        "date": _agreed("date", match.date, more.date, differing),
        "kick_off": _kick_off(match, more, differing),
        "time": match.time or more.time,
        "stage": _stage(match.stage, more.stage, differing),
        "status": status,
        "result": result,
        "played": _agreed("played_score", match.played, more.played, differing),
        "winner": _agreed("winner", match.winner, more.winner, differing),
        "neutral": match.neutral or more.neutral,
        "venue": _agreed("venue", match.venue, more.venue, differing, same_ground),
        "happenings": _happenings(match.happenings, more.happenings, differing),
    }
    return replace(match, **values), tuple(differing)


def _agreed(key: str, mine: Any, theirs: Any, differing: list[Differing], same: Callable[[Any, Any], bool] | None = None) -> Any:  # noqa: ANN401 - any value of a match
    """The one value, the first of two; two that are not the same are noted."""
    if mine in _UNSET:
        return theirs
    if theirs not in _UNSET and mine != theirs and not (same and same(mine, theirs)):
        differing.append((key, (mine, theirs)))
    return mine


def _kick_off(mine: Match, theirs: Match, differing: list[Differing]) -> datetime | None:
    """The instant; two that differ are named by their clocks, with offsets as they may be written in `date`."""
    if mine.kick_off is None or theirs.kick_off is None or mine.date != theirs.date:
        return mine.kick_off or (theirs.kick_off if mine.date == theirs.date else None)
    if mine.kick_off != theirs.kick_off:
        differing.append(("date", (_clock(mine), _clock(theirs))))
    return mine.kick_off


def _clock(match: Match) -> str:
    """``2021-02-10 20:45+01:00``, as it is written and with the offset that it is taken to have."""
    assert match.date, "without a day there is no kick-off"
    assert match.time, "nor without a time"
    assert match.kick_off, "and who asks has seen one"
    local = datetime.combine(match.date, match.time, UTC)
    return local.replace(tzinfo=timezone(local - match.kick_off)).isoformat(sep=" ", timespec="minutes")


def _result(mine: Result | None, theirs: Result | None, differing: list[Differing]) -> Result | None:
    if mine is None or theirs is None:
        return mine or theirs
    pairs = {name: (getattr(mine, name), getattr(theirs, name)) for name in Result.__struct_fields__}
    return Result(**{name: _agreed(name, own, other, differing) for name, (own, other) in pairs.items()})


def _stage(mine: Stage, theirs: Stage, differing: list[Differing]) -> Stage:
    return Stage(
        round=_round(mine.round, theirs.round, differing),
        matchday=_agreed("matchday", mine.matchday, theirs.matchday, differing),
        group=_agreed("group", mine.group, theirs.group, differing, _same_group),
        leg=_agreed("leg", mine.leg, theirs.leg, differing),
    )


def _round(mine: str | None, theirs: str | None, differing: list[Differing]) -> str | None:
    agreed: str | None = _agreed("round", mine, theirs, differing, same_round)
    return finer_round(mine, theirs) if mine and theirs and same_round(mine, theirs) else agreed


def _same_group(one: str, other: str) -> bool:
    return one.rsplit(maxsplit=1)[-1].casefold() == other.rsplit(maxsplit=1)[-1].casefold()


def _same_ground(one: str, other: str) -> bool:
    """Slugs of one ground: one name is the other with words more (``al-bayt-stadium`` and ``al-bayt``)."""
    words, others = set(one.split("-")), set(other.split("-"))
    return words <= others or others <= words


def same_person(one: str, other: str) -> bool:
    """Slugs that may name one person: the same last word, or all words of one within the other."""
    words, others = one.split("-"), other.split("-")
    return words[-1] == others[-1] or set(words) <= set(others) or set(others) <= set(words)


def _happenings(mine: Happenings, theirs: Happenings, differing: list[Differing]) -> Happenings:
    values: dict[str, Any] = {}
    for name in Happenings.__struct_fields__:
        own, other = getattr(mine, name), getattr(theirs, name)
        key, same = _KEYS.get(name, name), _SAME.get(name)
        if isinstance(own, BySide):
            sides = (_agreed(key, own.home, other.home, differing, same), _agreed(key, own.away, other.away, differing, same))
            values[name] = BySide(*sides)
        else:
            values[name] = _agreed(key, own, other, differing, same)
    return Happenings(**values)


def _same_goals(one: tuple[GoalEvent, ...], other: tuple[GoalEvent, ...]) -> bool:
    """The same goals, in whatever order told: side, kind, minute where both know it, and scorer."""
    if len(one) != len(other):
        return False
    pairs = zip(sorted(one, key=_goal_order), sorted(other, key=_goal_order), strict=True)
    return all(_same_goal(a, b) for a, b in pairs)


def _goal_order(goal: GoalEvent) -> tuple[str, Minute, str]:
    return goal.side.value, _played_at(goal.minute) or Minute(999), goal.player.rpartition("-")[2]


def _same_goal(one: GoalEvent, other: GoalEvent) -> bool:
    minutes = (_played_at(one.minute), _played_at(other.minute))
    return (
        (one.side, one.kind) == (other.side, other.kind)
        and (None in minutes or minutes[0] == minutes[1])
        and same_person(one.player, other.player)
    )


def _played_at(minute: Minute | None) -> Minute | None:
    """A minute as football writes it: the 129th is the ninth of stoppage after 120."""
    if minute and minute.base > _REGULAR_END:
        return Minute(_REGULAR_END, minute.base - _REGULAR_END + minute.added)
    return minute


def _same_line_up(one: LineUp, other: LineUp) -> bool:
    """Eleven that are the same by surname; changes and cards may be told by one of them only."""
    surnames = [sorted(name.rpartition("-")[2] for name in line_up.starters) for line_up in (one, other)]
    return surnames[0] == surnames[1]


def _anything(_one: object, _other: object) -> bool:
    """Lists that sources keep to different lengths: the first is taken."""
    return True


_KEYS = {"line_ups": "lineups", "formations": "formation"}
_SAME: Mapping[str, Callable[[Any, Any], bool]] = {
    "goals": _same_goals,
    "cards": _anything,
    "line_ups": _same_line_up,
    "bench": _anything,
    "managers": same_person,
    "referee": same_person,
    "assistants": _anything,
    "stats": _anything,
    "ratings": _anything,
    "shootout": lambda one, other: [k.scored for k in one] == [k.scored for k in other],
    "player_of_the_match": same_person,
}
