"""A season as it stood: the table at every kick-off and after every match, all computed in one go.

    >>> season = snapshots(matches, league)                     # doctest: +SKIP
    >>> season.before(match).position("atalanta")               # doctest: +SKIP
    4

Sums are kept up from match to match, so a season costs one pass; later results
never change earlier tables. Matches that kick off together see the same tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from site_builder.football.model import Match
from site_builder.football.rounds import meaning_of
from site_builder.football.split import table_of
from site_builder.football.standings import League, Table, with_teams_of
from site_builder.football.tallies import Counted, Tally, add, counted, counts, outstanding
from site_builder.football.timeline import Timeline


class Snapshots(Struct, frozen=True):
    """Tables by match: at its kick-off and after it. A match without a date sees the table after all others."""

    at_kick_off: Mapping[str, Table]
    afterwards: Mapping[str, Table]

    def before(self, match: Match) -> Table:
        """The table when a match kicked off."""
        return self.at_kick_off[match.id]

    def after(self, match: Match) -> Table:
        """The table after a match and those that kicked off together with it."""
        return self.afterwards[match.id]


def snapshots(matches: Iterable[Match], league: League) -> Snapshots:
    """All tables of a season, one for each moment at which a table is looked at."""
    timeline = Timeline(matches)
    held = timeline.matches
    before = {match.id: (timeline.before(match), match.date) for match in held}
    after = {match.id: (timeline.after(match), match.date) for match in held}
    wanted = sorted({*before.values(), *after.values()}, key=lambda moment: (moment[0], moment[1] or date.max))
    tables = _Season(held, with_teams_of(league, held)).tables(wanted)
    return Snapshots(
        {name: tables[moment] for name, moment in before.items()}, {name: tables[moment] for name, moment in after.items()}
    )


Moment = tuple[int, date | None]
"""How many matches lie behind it, and its day."""


class _Season:
    """Sums that are kept up while a season goes on."""

    def __init__(self, matches: Sequence[Match], league: League) -> None:
        self._league = league
        self._matches = matches
        self._open = outstanding(matches)
        self._results = {result.match.id: result for result in counted(matches, league.rules.points, league.rulings.overrides)}
        self._tallies: dict[str, Tally] = {team: Tally(team) for team in league.teams}
        self._by_pair: dict[tuple[str, str], list[Counted]] = {}
        self._counted: list[Counted] = []
        self._done = 0

    def tables(self, moments: Iterable[Moment]) -> dict[Moment, Table]:
        """A table for each moment, in order; moments between which nothing changed share one."""
        tables: dict[Moment, Table] = {}
        last: tuple[int, date | None, Table] | None = None
        for length, day in moments:
            self._advance(length)
            if last is None or last[0] != len(self._counted) or self._is_ruled(last[1], day):
                last = (len(self._counted), day, self._table(day))
            tables[length, day] = last[2]
        return tables

    def _advance(self, length: int) -> None:
        for match in self._matches[self._done : length]:
            result = self._results.get(match.id)
            if result:
                add(self._tallies, result)
                self._by_pair.setdefault(result.pair, []).append(result)
                self._counted.append(result)
        self._done = max(self._done, length)

    def _is_ruled(self, earlier: date | None, day: date | None) -> bool:
        """Whether a ruling was made between two days."""
        rulings = self._league.rulings
        days = [one.date for one in rulings.adjustments] + [one.date for one in rulings.decisions]
        days += [one.date for one in self._league.playoffs]
        if isinstance(since := self._league.rules.points.per_match, date):
            days.append(since)
        return earlier != day and any(one and (earlier is None or day is None or earlier < one <= day) for one in days)

    def _table(self, day: date | None) -> Table:
        later = [match for match in self._matches[self._done :] if counts(match)]
        return table_of(
            self._league,
            tuple(self._counted),
            to_come=[*later, *self._open],
            day=day,
            tallies=self._tallies,
            by_pair=self._by_pair,
        )


def positions_by_matchday(matches: Iterable[Match], league: League) -> dict[int, dict[str, int]]:
    """Every team's place after each matchday, counting the matches of that matchday and those before it.

    Only matches whose source names a matchday count; postponed ones count with
    their own. Rulings count from the matchday in whose middle they had been made.
    """
    by_matchday: dict[int, list[Match]] = {}
    for match in sorted(matches, key=lambda match: match.id):
        matchday = meaning_of(match.stage).matchday
        if matchday is not None:
            by_matchday.setdefault(matchday, []).append(match)
    held = [match for matchday in sorted(by_matchday) for match in by_matchday[matchday]]
    season, end = _Season(held, with_teams_of(league, held)), 0
    found: dict[int, dict[str, int]] = {}
    for matchday, own in sorted(by_matchday.items()):
        end += len(own)
        if any(counts(match) for match in own):
            moment = (end, _middle(own))
            found[matchday] = {row.team: row.position for row in season.tables([moment])[moment].rows}
    return found


def _middle(matches: Sequence[Match]) -> date | None:
    days = sorted(match.date for match in matches if match.date)
    return days[len(days) // 2] if days else None
