"""Players who do something in a match and are not in its line-up: a goal, an assist, a kick of the shoot-out, a card.

Judged where people are known, not in one source: a report may give the goals
and a row of results the line-up. Precision goes before recall: a name that can
be somebody of the line-up (`Zapata`, `Son Heung-min` beside `Heungmin Son`) is
nobody who is missing; managers are carded too, and so are substitutes who
never came on, whom only a `bench` tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from site_builder.checks.names import distance_allowed, edits, is_suspect
from site_builder.football.model import GoalKind, LineUp, Match, Side
from site_builder.problems import Place, Problem, warning
from site_builder.site import model
from site_builder.site.model import Site

_STARTERS = 11


class _Deed(Struct, frozen=True):
    """What a player of ``side`` did, told under a key; ``on_pitch`` is False for what a substitute on the bench can do too."""

    side: Side
    player: str
    key: tuple[str, ...]
    words: str
    on_pitch: bool = True


def check_line_ups(site: Site) -> tuple[Problem, ...]:
    """A warning for each player of a match who is missing from a line-up that is given."""
    return tuple(problem for match in site.of(model.MATCHES).values() for problem in check_line_ups_of(match, site))


def check_line_ups_of(match: Match, site: Site) -> Iterator[Problem]:
    """The same of one match."""
    line_ups = match.happenings.line_ups
    if line_ups.home is None and line_ups.away is None:
        return
    told: set[tuple[Side, str]] = set()
    for deed in _deeds(match):
        line_up = line_ups.of(deed.side)
        if line_up is None or len(line_up.starters) < _STARTERS or (deed.side, deed.player) in told:
            continue
        problem = _judge(deed, line_up, match, site)
        if problem:
            told.add((deed.side, deed.player))
            yield problem


def _deeds(match: Match) -> Iterator[_Deed]:
    course = match.happenings
    for goal in course.goals or ():
        key = ("goals", goal.side.value)
        is_own = goal.kind is GoalKind.OWN_GOAL
        side = goal.side.other if is_own else goal.side
        yield _Deed(side, goal.player, key, "scored an own goal" if is_own else "scored")
        if goal.assist:
            yield _Deed(goal.side, goal.assist, key, "made a goal")
    for kick in course.shootout:
        yield _Deed(kick.side, kick.player, ("shootout",), "took a kick of the shoot-out")
    for card in course.cards:
        yield _Deed(card.side, card.player, ("cards", card.side.value), "was shown a card", on_pitch=False)


def _judge(deed: _Deed, line_up: LineUp, match: Match, site: Site) -> Problem | None:
    side, course = deed.side, match.happenings
    bench = course.bench.of(side)
    players = dict.fromkeys((*line_up.starters, *(change.on for change in line_up.substitutions), *bench))
    others = (course.managers.of(side),) if course.managers.of(side) and not deed.on_pitch else ()
    if any(_may_be(deed.player, known) for known in (*players, *others) if known):
        return None
    near = sorted((edits(deed.player, known), known) for known in players if _is_near(deed.player, known))
    if not near and not deed.on_pitch and not bench:
        return None  # on the bench, perhaps, of which nothing is told
    if near and is_suspect(site, deed.player, near[0][1]):
        return None  # said once, as a misspelt name
    people: Mapping[str, model.Thing] = site.of(model.PEOPLE)
    name = people[deed.player].name
    fix = f"Did you mean `{people[near[0][1]].name}`?" if near else _fix(name, deed)
    team = site.of(model.TEAMS)[match.home if side is Side.HOME else match.away].name
    place: Place = site.of(model.PLACES)[match.id]
    at = place if place.line else replace(place, key=deed.key)
    return warning("not-in-line-up", at, f"{name} {deed.words}, but is not in the line-up of {team}", fix)


def _fix(name: str, deed: _Deed) -> str:
    came_on = f"If {name} came on, write `({name} 60')` after the player who went off"
    return f"{came_on}; else correct the name{'' if deed.on_pitch else ', or add `bench`'}."


def _may_be(player: str, known: str) -> bool:
    """Whether two slugs can be two spellings of one person: the last word of one is a word of the other."""
    one, other = player.split("-"), known.split("-")
    return player == known or one[-1] in other or other[-1] in one


def _is_near(player: str, known: str) -> bool:
    """Whether one is the other misspelt, whole or in the surname."""
    one, other = player.rpartition("-")[2], known.rpartition("-")[2]
    return edits(player, known) <= distance_allowed(known) or edits(one, other) <= distance_allowed(other)
