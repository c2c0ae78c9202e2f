"""Counting results: which matches count in a table, and each team's sums.

Counted are played matches and awarded ones, as awarded. Void, cancelled,
postponed and unplayed matches are not. An abandoned match counts only where a
ruling let a result stand, which shows in its having both a ``result`` (what
counts) and a ``played`` score (where the match was when it ended).

    >>> Tally("a").plus(3, 1, 3, away=True).plus(0, 0, 1, away=False).points
    4
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from site_builder.football.model import Match, Score, Side, Status
from site_builder.football.rule_books import PointsOverride
from site_builder.football.rules import Points

_PLAYED, _AWARDED = Status.PLAYED, Status.AWARDED


class Venue(StrEnum):
    """Which of a team's matches a table sums up."""

    ALL = "all"
    HOME = "home"
    AWAY = "away"


class Tally(Struct, frozen=True):
    """A team's results summed up; ``points`` are those won on the pitch, before adjustments."""

    team: str
    played: int = 0
    won: int = 0
    drawn: int = 0
    lost: int = 0
    goals_for: int = 0
    goals_against: int = 0
    points: int = 0
    away_goals: int = 0
    away_wins: int = 0

    def plus(self, scored: int, conceded: int, points: int, *, away: bool) -> Tally:
        """The same after one more match."""
        won = scored > conceded
        return Tally(
            self.team,
            self.played + 1,
            self.won + won,
            self.drawn + (scored == conceded),
            self.lost + (scored < conceded),
            self.goals_for + scored,
            self.goals_against + conceded,
            self.points + points,
            self.away_goals + (scored if away else 0),
            self.away_wins + (won and away),
        )

    def joined(self, other: Tally) -> Tally:
        """The sum of two tallies of one team."""
        sums = {name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__ if name != "team"}
        return Tally(self.team, **sums)


class Counted(Struct, frozen=True):
    """A result as a table counts it: the score, and the points it gave to each side."""

    match: Match
    score: Score
    home_points: int
    away_points: int

    @property
    def home(self) -> str:
        """The home team."""
        return self.match.home

    @property
    def away(self) -> str:
        """The away team."""
        return self.match.away

    @property
    def pair(self) -> tuple[str, str]:
        """Both teams in alphabetical order."""
        return (self.home, self.away) if self.home < self.away else (self.away, self.home)


def counts(match: Match) -> bool:
    """Whether a match counts in tables and ties."""
    if match.result is None:
        return False
    status = match.status
    if status is _PLAYED or status is _AWARDED:
        return True
    return status is Status.ABANDONED and match.played is not None


def won_by(match: Match) -> Side | None:
    """The side that won, in the shoot-out if there was one; None after a draw and where nothing counts."""
    result = match.result
    if result is None or not counts(match):
        return None
    return (result.shootout and result.shootout.leader) or result.score.leader


def outstanding(matches: Iterable[Match]) -> list[Match]:
    """The matches still to come; a fixture that was played on a later day after all is not."""
    held = tuple(matches)
    played: dict[tuple[str, str], date] = {}
    for match in held:
        if counts(match):
            fixture = (match.home, match.away)
            played[fixture] = max(played.get(fixture, date.min), match.date or date.max)
    return [match for match in held if _is_open(match, played.get((match.home, match.away)))]


def _is_open(match: Match, played: date | None) -> bool:
    if match.status not in {Status.SCHEDULED, Status.POSTPONED} and not (match.status is Status.PLAYED and match.result is None):
        return False
    if played is None:
        return True
    return match.date > played if match.date else match.status is not Status.POSTPONED


def counted(matches: Iterable[Match], points: Points, overrides: tuple[PointsOverride, ...] = ()) -> list[Counted]:
    """The matches that count, in the order given, with the points that each side got."""
    ruled = {(one.home, one.away, one.date): one.points for one in overrides}
    found = []
    for match in matches:
        if counts(match) and match.result is not None:
            score = match.result.score
            home, away = _ruled(match, ruled) or _points(score, points)
            found.append(Counted(match, score, home, away))
    return found


def _ruled(match: Match, ruled: Mapping[tuple[str, str, date | None], tuple[int, int]]) -> tuple[int, int] | None:
    """The points that were ruled for a match on its day, or for all matches of the two at this ground."""
    if not ruled:
        return None
    return ruled.get((match.home, match.away, match.date)) or ruled.get((match.home, match.away, None))


def _points(score: Score, points: Points) -> tuple[int, int]:
    if score.is_level:
        return points.draw, points.draw
    return (points.win, points.loss) if score.home > score.away else (points.loss, points.win)


def add(tallies: dict[str, Tally], result: Counted, venue: Venue = Venue.ALL) -> None:
    """Add one result to the sums of its teams, in place."""
    score = result.score
    if venue is not Venue.AWAY:
        tally = tallies.get(result.home) or Tally(result.home)
        tallies[result.home] = tally.plus(score.home, score.away, result.home_points, away=False)
    if venue is not Venue.HOME:
        tally = tallies.get(result.away) or Tally(result.away)
        tallies[result.away] = tally.plus(score.away, score.home, result.away_points, away=True)


def tallied(results: Iterable[Counted], teams: Iterable[str] = (), venue: Venue = Venue.ALL) -> dict[str, Tally]:
    """The sums of all teams that are named or have results, by team in alphabetical order."""
    tallies = {team: Tally(team) for team in teams}
    for result in results:
        add(tallies, result, venue)
    return dict(sorted(tallies.items()))
