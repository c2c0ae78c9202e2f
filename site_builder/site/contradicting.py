"""Two values of one fact in the words of a message: people and grounds by their names, and of long values what differs.

>>> differing_words("referee", "daniele-orsato", "f-la-penna", lambda kind, slug: slug.title())
('`Daniele-Orsato`', '`F-La-Penna`')
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Final

from site_builder.content.model import Kind
from site_builder.football.model import GoalEvent, GoalKind, Kick, LineUp, Score, Side, Status

Called = Callable[[Kind, str], str]
"""The name of a thing of a kind, from its slug."""

_KINDS: Final = {
    "venue": Kind.VENUE,
    "managers": Kind.PERSON,
    "referee": Kind.PERSON,
    "player_of_the_match": Kind.PERSON,
}
"""Keys whose values are slugs."""
_MARKS: Final = {GoalKind.GOAL: "", GoalKind.PENALTY: " (pen)", GoalKind.OWN_GOAL: " (og)"}


def differing_words(key: str, mine: object, theirs: object, called: Called) -> tuple[str, str]:
    """Both values of a key, as far as they differ."""
    match mine, theirs:
        case LineUp(), LineUp():
            return _players_of_one(mine, theirs, called), _players_of_one(theirs, mine, called)
        case tuple(), tuple() if key == "shootout":
            return _kicks(mine, theirs, called)
        case _:
            return _in_words(key, mine, called), _in_words(key, theirs, called)


def _in_words(key: str, value: object, called: Called) -> str:
    match value:
        case Score():
            return value.text
        case Status():
            return value.value
        case tuple() if key == "goals":
            return _goals(value, called)
        case str() if key in _KINDS:
            return f"`{called(_KINDS[key], value)}`"
        case _:
            return f"`{value}`"


def _goals(goals: Sequence[GoalEvent], called: Called) -> str:
    """``home Zapata 10' (pen), away Lozano 53'``: the same goals on the other side differ too."""
    sides = ((side, [_goal(goal, called) for goal in goals if goal.side is side]) for side in Side)
    return ", ".join(f"{side} {', '.join(told)}" for side, told in sides if told)


def _goal(goal: GoalEvent, called: Called) -> str:
    minute = f" {goal.minute.text}'" if goal.minute else ""
    return f"{called(Kind.PERSON, goal.player)}{minute}{_MARKS[goal.kind]}"


def _players_of_one(line_up: LineUp, other: LineUp, called: Called) -> str:
    """Starters that only one of two line-ups has, which are compared by surname."""
    theirs = [_surname(player) for player in other.starters]
    own = [player for player in line_up.starters if _surname(player) not in theirs]
    return ", ".join(called(Kind.PERSON, player) for player in own) or f"{len(line_up.starters)} starters"


def _surname(player: str) -> str:
    return player.rpartition("-")[2]


def _kicks(mine: Sequence[Kick], theirs: Sequence[Kick], called: Called) -> tuple[str, str]:
    """The first kick of which two shoot-outs say different things."""
    pairs = zip_longest(mine, theirs)
    one, other = next((a, b) for a, b in pairs if a is None or b is None or a.scored != b.scored)
    if one is None or other is None:
        return f"{len(mine)} kicks", f"{len(theirs)} kicks"
    return _kick(one, called), _kick(other, called)


def _kick(kick: Kick, called: Called) -> str:
    how = "" if kick.scored else f" ({kick.note or 'missed'})"
    return f"{kick.score.text} {called(Kind.PERSON, kick.player)}{how}"
