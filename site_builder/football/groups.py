"""Groups: telling them apart where nobody named them, and ranking their third-placed teams."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from site_builder.football.model import Match
from site_builder.football.rule_books import NO_RULINGS, Rulings
from site_builder.football.rules import Rules
from site_builder.football.standings import League, Table, standings
from site_builder.football.tallies import counted, outstanding, tallied

THIRD = 3


def closed_groups(matches: Iterable[Match]) -> list[tuple[Match, ...]]:
    """Matches of a group stage whose source names matchdays only: one group for each set of teams that met nobody else."""
    held = tuple(matches)
    group_of: dict[str, str] = {}

    def root(team: str) -> str:
        while group_of.setdefault(team, team) != team:
            team = group_of[team]
        return team

    for match in held:
        first, second = sorted((root(match.home), root(match.away)))
        group_of[second] = first
    groups: dict[str, list[Match]] = {}
    for match in held:
        groups.setdefault(root(match.home), []).append(match)
    return [tuple(groups[name]) for name in sorted(groups)]


def best_thirds(
    groups: Sequence[tuple[str, tuple[Match, ...], Table]], rules: Rules, rulings: Rulings = NO_RULINGS
) -> tuple[Table, tuple[str, ...]]:
    """The ranking of the third-placed teams of named groups, and the groups whose third is not known.

    A third is not known where the place is shared. Each team's whole group counts, and what was ruled.
    """
    teams: list[str] = []
    missing: list[str] = []
    matches: list[Match] = []
    for name, held, table in groups:
        third = [row.team for row in table.rows if row.position == THIRD]
        if len(third) == 1:
            teams += third
            matches += held
        else:
            missing.append(name)
    assert rules.thirds is not None
    ranking = replace(rules, rank=rules.thirds.rank, zones=(), playoff_places=(), split=None)
    results = counted(matches, rules.points, rulings.overrides)
    sums = {team: tally for team, tally in tallied(results).items() if team in teams}
    league = League(ranking, tuple(teams), rulings)
    table = standings(league, results, to_come=outstanding(matches), tallies=sums)
    own = tuple(one for one in table.adjustments if one.team in teams)
    return replace(table, adjustments=own), tuple(missing)
