"""Rows in order from counted results: what every table is made with.

Who takes part, by which rules and rulings, is a `League`; which results count so
far is the caller's choice (`table` cuts seasons, `split` locks halves).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from site_builder.football.decisions import with_decisions, with_playoffs
from site_builder.football.model import Match
from site_builder.football.rule_books import NO_RULINGS, Adjustment, Decision, Rulings
from site_builder.football.rules import Rules, Zone
from site_builder.football.tallies import Counted, Tally, tallied
from site_builder.football.tie_breaks import Figures, Placed, Verdict, in_order


class TableRow(Struct, frozen=True):
    """A team's line. ``points`` includes ``adjustment``, the points given or taken by rulings (0 if none).

    ``verdict`` says why the team stands above the next one where both are level
    on points, ``next_team`` which one that is; ``position`` is equal for teams
    that nothing separates.
    """

    position: int
    team: str
    played: int
    won: int
    drawn: int
    lost: int
    goals_for: int
    goals_against: int
    points: int
    adjustment: int = 0
    verdict: Verdict | None = None
    next_team: str | None = None
    zone: Zone | None = None

    @property
    def goal_difference(self) -> int:
        """Goals scored less goals conceded."""
        return self.goals_for - self.goals_against

    @property
    def decided_by(self) -> str | None:
        """The name of the criterion as open data gives it; None where points decide."""
        return self.verdict.criterion.value if self.verdict else None


class Table(Struct, frozen=True):
    """Rows in order, and what made them: the rules, the adjustments in force, the decisions that held.

    ``is_final`` tells that no match is left to play.
    """

    rows: tuple[TableRow, ...]
    rules: Rules
    adjustments: tuple[Adjustment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    is_final: bool = False

    def row(self, team: str) -> TableRow | None:
        """A team's row."""
        return next((row for row in self.rows if row.team == team), None)

    def position(self, team: str) -> int | None:
        """A team's place, which it may share."""
        row = self.row(team)
        return row.position if row else None

    def around(self, teams: Iterable[str], beside: int = 1) -> tuple[TableRow, ...]:
        """The rows of some teams with ``beside`` neighbours on either side."""
        wanted = set(teams)
        held = [index for index, row in enumerate(self.rows) if row.team in wanted]
        near = {other for index in held for other in range(index - beside, index + beside + 1)}
        return tuple(row for index, row in enumerate(self.rows) if index in near)


class Playoff(Struct, frozen=True):
    """A play-off for a place between two teams level on points, and who won it, when."""

    teams: tuple[str, str]
    winner: str
    date: date | None = None


class League(Struct, frozen=True):
    """What a table is made from besides matches: rules, rulings, play-offs, and all teams, also those without a match."""

    rules: Rules
    teams: tuple[str, ...] = ()
    rulings: Rulings = NO_RULINGS
    playoffs: tuple[Playoff, ...] = ()


def standings(
    league: League,
    results: Sequence[Counted],
    *,
    to_come: Sequence[Match] = (),
    day: date | None = None,
    tallies: Mapping[str, Tally] | None = None,
    by_pair: Mapping[tuple[str, str], Sequence[Counted]] | None = None,
    teams: tuple[str, ...] | None = None,
) -> Table:
    """The table of counted results.

    ``to_come`` are matches not counted yet, ``day`` the day of the table (None:
    now); ``tallies`` and ``by_pair`` may be handed in where they are kept up.
    ``teams`` are those with a row (None: all); what they did against others counts.
    """
    rules = league.rules
    sums = tallies if tallies is not None else tallied(results, league.teams)
    ranked = tuple(sums) if teams is None else teams
    adjustments = in_force(league.rulings.adjustments, day)
    playoffs = {frozenset(one.teams): one.winner for one in league.playoffs if not to_come and _is_past(one.date, day)}
    figures = Figures(
        sums,
        results,
        by_pair if by_pair is not None else paired(results),
        _by_team(adjustments),
        _is_per_match(rules, day),
        rules.meetings,
        rules.cards,
        playoffs,
        ranked,
    )
    decisions = _held_by(day, to_come, league.rulings.decisions) if league.rulings.decisions else []
    placed, used = with_decisions(in_order(ranked, rules.rank, figures), decisions, rules.rank)
    if rules.playoff_places and not to_come:
        placed = with_playoffs(placed, rules.playoff_places, playoffs, is_over=len(ranked) > 1 and figures.all_met(ranked))
    rows = rows_of(placed, sums, figures.adjustments or {}, rules)
    return Table(rows, rules, adjustments, used, is_final=not to_come)


def paired(results: Iterable[Counted]) -> dict[tuple[str, str], list[Counted]]:
    """Results by pair of teams."""
    found: dict[tuple[str, str], list[Counted]] = {}
    for result in results:
        found.setdefault(result.pair, []).append(result)
    return found


def in_force(adjustments: Iterable[Adjustment], day: date | None) -> tuple[Adjustment, ...]:
    """The adjustments made until a day (None: all)."""
    return tuple(one for one in adjustments if _is_past(one.date, day))


def _is_per_match(rules: Rules, day: date | None) -> bool:
    """Whether points per match rank on a day: until a season was cut short its tables went by points."""
    since = rules.points.per_match
    return _is_past(since, day) if isinstance(since, date) else since


def _is_past(when: date | None, day: date | None) -> bool:
    return day is None or when is None or when <= day


def _by_team(adjustments: Iterable[Adjustment]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for one in adjustments:
        sums[one.team] = sums.get(one.team, 0) + one.points
    return sums


def _held_by(day: date | None, to_come: Sequence[Match], decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions made by then: on their day, or when their teams have no more matches to play."""
    busy = teams_of(to_come)
    return [one for one in decisions if (_is_past(one.date, day) if one.date else not busy.intersection(one.rank))]


def with_teams_of(league: League, matches: Iterable[Match]) -> League:
    """The same league with every team of its matches named."""
    return replace(league, teams=tuple(sorted({*league.teams, *teams_of(matches)})))


def teams_of(matches: Iterable[Match]) -> set[str]:
    """Every team of some matches."""
    return {team for match in matches for team in (match.home, match.away)}


def rows_of(
    placed: Sequence[Placed], tallies: Mapping[str, Tally], adjustments: Mapping[str, int], rules: Rules, first: int = 1
) -> tuple[TableRow, ...]:
    """Rows with their positions, the first of which is ``first``."""
    rows, position = [], first
    for index, one in enumerate(placed):
        if index and not placed[index - 1].is_undecided:
            position = first + index
        tally, adjustment = tallies[one.team], adjustments.get(one.team, 0)
        rows.append(
            TableRow(
                position,
                one.team,
                tally.played,
                tally.won,
                tally.drawn,
                tally.lost,
                tally.goals_for,
                tally.goals_against,
                tally.points + adjustment,
                adjustment,
                one.verdict,
                placed[index + 1].team if index + 1 < len(placed) else None,
                rules.zone_of(position),
            )
        )
    return tuple(rows)
