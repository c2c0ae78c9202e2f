"""A team's matches: form, runs, meetings, clean sheets. All from matches given, in any order.

What counts is the result as it counts in tables: awarded matches as awarded,
void and unplayed ones not at all. A shoot-out does not turn a draw into a win.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from msgspec import Struct

from site_builder.football.model import Match, Score, Side
from site_builder.football.tallies import counts
from site_builder.football.timeline import Timeline


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
    own = [match for match in matches if team in {match.home, match.away}]
    # One match needs no clock: its order is plain.
    ordered = Timeline(own).matches if len(own) > 1 else own
    return tuple(seen_by(team, match) for match in ordered if counts(match))


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


_HOLDS: dict[RunKind, Callable[[Played], bool]] = {
    RunKind.WINNING: lambda one: one.outcome is Outcome.WIN,
    RunKind.UNBEATEN: lambda one: one.outcome is not Outcome.LOSS,
    RunKind.LOSING: lambda one: one.outcome is Outcome.LOSS,
    RunKind.WINLESS: lambda one: one.outcome is not Outcome.WIN,
    RunKind.SCORING: lambda one: one.score.home > 0,
    RunKind.CLEAN_SHEETS: lambda one: one.score.away == 0,
}


def longest_run(kind: RunKind, team: str, matches: Iterable[Match]) -> tuple[Played, ...]:
    """A team's longest run, the earliest of equally long ones."""
    best: tuple[Played, ...] = ()
    run: list[Played] = []
    for one in played_by(team, matches):
        run = [*run, one] if _HOLDS[kind](one) else []
        if len(run) > len(best):
            best = tuple(run)
    return best


def current_run(kind: RunKind, team: str, matches: Iterable[Match]) -> tuple[Played, ...]:
    """The run that a team's last match belongs to; empty where that match ended it."""
    run: list[Played] = []
    for one in reversed(played_by(team, matches)):
        if not _HOLDS[kind](one):
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
