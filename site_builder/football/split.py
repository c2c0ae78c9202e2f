"""Leagues that split: after so many matches the upper and the lower half play on among themselves.

All results stay in one table, but no team leaves the places of its half, even
with more points than the last one above it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from site_builder.football.model import Match
from site_builder.football.rules import Carried, Split
from site_builder.football.standings import League, Table, TableRow, paired, standings
from site_builder.football.tallies import Counted, Tally, tallied


def table_of(
    league: League,
    results: Sequence[Counted],
    *,
    to_come: Sequence[Match] = (),
    day: date | None = None,
    tallies: Mapping[str, Tally] | None = None,
    by_pair: Mapping[tuple[str, str], Sequence[Counted]] | None = None,
) -> Table:
    """The table of counted results in order of play; of a league that splits, with its parts locked once it has.

    Arguments as of `standings`.
    """
    split = league.rules.split
    first = before_split(results, split.after) if split else []
    if split is None or not _has_split(league, first, split):
        return standings(league, results, to_come=to_come, day=day, tallies=tallies, by_pair=by_pair)
    half_way = standings(league, first, to_come=to_come, day=_split_on(results, first, day))
    return _locked(league, results, half_way, split, (to_come, day))


def before_split(results: Sequence[Counted], after: int) -> list[Counted]:
    """Each team's first ``after`` results."""
    played: dict[str, int] = {}
    first = []
    for result in results:
        if max(played.get(team, 0) for team in result.pair) < after:
            first.append(result)
            for team in result.pair:
                played[team] = played.get(team, 0) + 1
    return first


def _has_split(league: League, first: Sequence[Counted], split: Split) -> bool:
    """Whether every team has played as often as it has to before the split."""
    return len(first) * 2 >= split.after * len(league.teams) == split.after * sum(split.sizes)


def _split_on(results: Sequence[Counted], first: Sequence[Counted], day: date | None) -> date | None:
    """The day on whose table the parts rest: the one before a part's first match; what was ruled later moves nobody."""
    before = {result.match.id for result in first}
    begun = min((result.match.date for result in results if result.match.date and result.match.id not in before), default=None)
    return begun - timedelta(days=1) if begun else day


def _locked(
    league: League, results: Sequence[Counted], half_way: Table, split: Split, frame: tuple[Sequence[Match], date | None]
) -> Table:
    to_come, day = frame
    order = [row.team for row in half_way.rows]
    sums = _carried(tallied(results, league.teams), half_way, split)
    by_pair = paired(results)
    parts: list[Table] = []
    for size in split.sizes:
        start = sum(len(part.rows) for part in parts)
        half, inside = tuple(order[start : start + size]), _with_playoffs_of(league, start)
        part = standings(inside, results, to_come=to_come, day=day, tallies=sums, by_pair=by_pair, teams=half)
        parts.append(replace(part, rows=tuple(_moved(row, start, league) for row in part.rows)))
    rows = _linked([row for part in parts for row in part.rows])
    decisions = tuple(one for part in parts for one in part.decisions)
    return replace(half_way, rows=rows, adjustments=parts[0].adjustments, decisions=decisions, is_final=not to_come)


def _with_playoffs_of(league: League, start: int) -> League:
    """The same league for a part that begins behind ``start`` places, whose own places count from 1."""
    places = tuple(place - start for place in league.rules.playoff_places if place > start)
    return replace(league, rules=replace(league.rules, playoff_places=places))


def _moved(row: TableRow, places: int, league: League) -> TableRow:
    position = row.position + places
    return replace(row, position=position, zone=league.rules.zone_of(position))


def _linked(rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows with the last team of a part followed by the first of the next."""
    following = [row.team for row in rows[1:]] + [None]
    return tuple(replace(row, next_team=team) for row, team in zip(rows, following, strict=True))


def _carried(tallies: dict[str, Tally], half_way: Table, split: Split) -> dict[str, Tally]:
    """The sums less what of the points before the split does not go with the teams; half a point is rounded up."""
    taken = {row.team: _taken(row.points - row.adjustment, split.carried) for row in half_way.rows}
    return {team: replace(tally, points=tally.points - taken[team]) for team, tally in tallies.items()}


def _taken(points: int, carried: Carried) -> int:
    if carried is Carried.FULL:
        return 0
    return points // 2 if carried is Carried.HALF else points
