"""League tables: from matches and rules to rows in order, each of which can say why it stands where it stands.

    >>> table = league_table(matches, League(rules))                    # doctest: +SKIP
    >>> [(row.position, row.team, row.points) for row in table.rows]    # doctest: +SKIP

The input may come in any order. What to count up to which moment is the
caller's choice: `as_of`, `before` and `after` cut a season, `snapshots` does
it for every match at once. A table knows nothing of stages: `stages` finds out
which matches make one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from site_builder.football.model import Match
from site_builder.football.rule_books import PointsOverride
from site_builder.football.rules import Criterion, Rules
from site_builder.football.split import table_of
from site_builder.football.standings import League, Table, rows_of, teams_of, with_teams_of
from site_builder.football.tallies import Tally, Venue, add, counted, counts, outstanding, tallied
from site_builder.football.tie_breaks import Figures, in_order
from site_builder.football.timeline import Timeline

Overrides = tuple[PointsOverride, ...]


def league_table(matches: Iterable[Match], league: League) -> Table:
    """The table after all matches given. Fixtures among them name teams and tell that more is to come."""
    held = Timeline(matches).matches
    results = counted(held, league.rules.points, league.rulings.overrides)
    return table_of(with_teams_of(league, held), results, to_come=outstanding(held))


def as_of(day: date, matches: Iterable[Match], league: League) -> Table:
    """The table when a day was over. Adjustments and decisions with a later date do not count yet."""
    timeline = Timeline(matches)
    return _cut(timeline.matches, timeline.until(day), league, day)


def before(match: Match, matches: Iterable[Match], league: League) -> Table:
    """The table at the kick-off of one of the matches."""
    timeline = Timeline(matches)
    return _cut(timeline.matches, timeline.before(match), league, match.date)


def after(match: Match, matches: Iterable[Match], league: League) -> Table:
    """The table after one of the matches, with those that kicked off at the same time."""
    timeline = Timeline(matches)
    return _cut(timeline.matches, timeline.after(match), league, match.date)


def _cut(matches: Sequence[Match], length: int, league: League, day: date | None) -> Table:
    later = [match for match in matches[length:] if counts(match)]
    results = counted(matches[:length], league.rules.points, league.rulings.overrides)
    return table_of(with_teams_of(league, matches), results, to_come=[*later, *outstanding(matches)], day=day)


def venue_table(
    matches: Iterable[Match], rules: Rules, venue: Venue, *, teams: Iterable[str] = (), overrides: Overrides = ()
) -> Table:
    """The table of home or away matches only: by points, goal difference and goals, without adjustments."""
    held = tuple(matches)
    return _plain_table(tallied(counted(held, rules.points, overrides), (*teams, *teams_of(held)), venue), rules)


def form_table(
    matches: Iterable[Match], rules: Rules, last: int = 5, *, teams: Iterable[str] = (), overrides: Overrides = ()
) -> Table:
    """The table of each team's last matches: by points, goal difference and goals, without adjustments."""
    held = Timeline(matches).matches
    tallies = {team: Tally(team) for team in sorted({*teams, *teams_of(held)})}
    for result in reversed(counted(held, rules.points, overrides)):
        own: dict[str, Tally] = {}
        add(own, result)
        for team, tally in own.items():
            if tallies[team].played < last:
                tallies[team] = tallies[team].joined(tally)
    return _plain_table(tallies, rules)


def _plain_table(tallies: Mapping[str, Tally], rules: Rules) -> Table:
    plain = Rules(rules.points, (Criterion.POINTS, Criterion.GOAL_DIFFERENCE, Criterion.GOALS_FOR))
    placed = in_order(tuple(tallies), plain.rank, Figures(tallies))
    return Table(rows_of(placed, tallies, {}, plain), plain)
