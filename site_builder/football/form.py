"""A team's matches: form, runs, meetings, clean sheets. All from matches given, in any order.

What counts is the result as it counts in tables: awarded matches as awarded,
void and unplayed ones not at all. A shoot-out does not turn a draw into a win.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from enum import StrEnum

from msgspec import Struct

from site_builder.football.model import Match, Score, Side
from site_builder.football.tallies import counts
from site_builder.football.timeline import Timeline, in_order


class Outcome(StrEnum):
    """A team's view of a result."""

    WIN = "W"
    DRAW = "D"
    LOSS = "L"


class Played(Struct, frozen=True):
    """A counted match as one team sees it: ``score`` has its own goals first."""

    match: Match
    team: str
    side: Side
    score: Score

    @property
    def opponent(self) -> str:
        """The other team."""
        return self.match.away if self.side is Side.HOME else self.match.home

    @property
    def outcome(self) -> Outcome:
        """Won, drawn or lost."""
        if self.score.is_level:
            return Outcome.DRAW
        return Outcome.WIN if self.score.home > self.score.away else Outcome.LOSS


def played_by(team: str, matches: Iterable[Match]) -> tuple[Played, ...]:
    """A team's counted matches, oldest first."""
    own = [match for match in matches if match.home == team or match.away == team]  # noqa: PLR1714 - most are neither
    return _in_order(team, own)


def played_by_each(matches: Iterable[Match]) -> dict[str, tuple[Played, ...]]:
    """The same for every team of some matches, by team in alphabetical order."""
    own: dict[str, list[Match]] = {}
    for match in matches:
        own.setdefault(match.home, []).append(match)
        if match.away != match.home:
            own.setdefault(match.away, []).append(match)
    return {team: _in_order(team, own[team]) for team in sorted(own)}


def _in_order(team: str, own: list[Match]) -> tuple[Played, ...]:
    return tuple([seen_by(team, match) for match in in_order(own) if counts(match)])


def seen_by(team: str, match: Match) -> Played:
    """A match with a result, as one of its teams sees it."""
    assert match.result is not None
    side = Side.HOME if match.home == team else Side.AWAY
    score = match.result.score
    return Played(match, team, side, score if side is Side.HOME else score.swapped())


def form(team: str, matches: Iterable[Match], last: int = 5, until: Match | None = None) -> tuple[Played, ...]:
    """A team's last matches, newest last; with ``until`` those that were over when that match kicked off."""
    held = tuple(match for match in matches if team in {match.home, match.away} or match == until)
    if until is not None:
        timeline = Timeline({match.id: match for match in (*held, until)}.values())
        held = timeline.matches[: timeline.before(until)]
    return played_by(team, held)[-last:]


class RunKind(StrEnum):
    """What a run is a run of."""

    WINNING = "winning"
    UNBEATEN = "unbeaten"
    LOSING = "losing"
    WINLESS = "winless"
    SCORING = "scoring"
    CLEAN_SHEETS = "clean sheets"


_HOLDS: dict[RunKind, Callable[[int, int], bool]] = {
    RunKind.WINNING: operator.gt,
    RunKind.UNBEATEN: operator.ge,
    RunKind.LOSING: operator.lt,
    RunKind.WINLESS: operator.le,
    RunKind.SCORING: lambda scored, _: scored > 0,
    RunKind.CLEAN_SHEETS: lambda _, conceded: conceded == 0,
}


def longest_run(kind: RunKind, team: str, matches: Iterable[Match]) -> tuple[Played, ...]:
    """A team's longest run, the earliest of equally long ones."""
    return longest_in(kind, played_by(team, matches))


def longest_in(kind: RunKind, played: tuple[Played, ...]) -> tuple[Played, ...]:
    """The longest run in a team's matches, oldest first; the earliest of equally long ones."""
    holds = _HOLDS[kind]
    first = length = begun = 0
    for at, one in enumerate(played, 1):
        if not holds(one.score.home, one.score.away):
            begun = at
        elif at - begun > length:
            first, length = begun, at - begun
    return played[first : first + length]


def current_run(kind: RunKind, team: str, matches: Iterable[Match]) -> tuple[Played, ...]:
    """The run that a team's last match belongs to; empty where that match ended it."""
    run: list[Played] = []
    for one in reversed(played_by(team, matches)):
        if not _HOLDS[kind](one.score.home, one.score.away):
            break
        run.append(one)
    return tuple(reversed(run))


def meetings(one: str, other: str, matches: Iterable[Match]) -> tuple[Match, ...]:
    """Every match between two teams, played or not, oldest first."""
    pair = {one, other}
    return Timeline(match for match in matches if {match.home, match.away} == pair).matches


class Balance(Struct, frozen=True):
    """Results summed up from one team's side, and how many matches they were counted from."""

    played: int
    won: int
    drawn: int
    lost: int
    goals_for: int
    goals_against: int
    clean_sheets: int


def balance(played: Iterable[Played]) -> Balance:
    """A team's results summed up."""
    held = tuple(played)
    outcomes = [one.outcome for one in held]
    return Balance(
        len(held),
        outcomes.count(Outcome.WIN),
        outcomes.count(Outcome.DRAW),
        outcomes.count(Outcome.LOSS),
        sum(one.score.home for one in held),
        sum(one.score.away for one in held),
        sum(one.score.away == 0 for one in held),
    )
