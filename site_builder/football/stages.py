"""Seasons taken apart: which matches make which table and which bracket.

The rule book says what a season consists of, the names of the rounds which
match belongs where. Without a rule book the rounds alone are trusted: matchdays
make a league, groups make groups, quarter-finals to final make a knockout. A
match whose stage neither tells is listed in `SeasonStages.unplaced`: it is in no
table and no bracket. With such matches third-placed teams are not ranked, since
a group may be among them. Nor is there a table of results that are all one team's, as
on the site of a club that reports on its own matches: it would rank what nobody told.

    >>> season = season_stages(matches, book.rules, season, rulings)     # doctest: +SKIP
    >>> [stage.name for stage in season.stages]                          # doctest: +SKIP
    ['League phase', 'Knockout']
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from site_builder.football.bracket import Bracket, bracket_of
from site_builder.football.groups import best_thirds, closed_groups
from site_builder.football.model import Match, Season
from site_builder.football.placing import StageKey, Structure, stage_key
from site_builder.football.rule_books import NO_RULINGS, RuleBook, Rulings, assumed_rules
from site_builder.football.rules import Rules, StageKind
from site_builder.football.standings import League, Playoff, Table, with_teams_of
from site_builder.football.table import league_table
from site_builder.football.tallies import counts
from site_builder.football.ties import Tie
from site_builder.football.timeline import Timeline

_TABLES = (StageKind.LEAGUE, StageKind.LEAGUE_PHASE, StageKind.GROUP, StageKind.FINAL_POOL)
FEWEST_OPPONENTS = 3
"""So many has a team met before any two others met only where the others' matches are not told."""


class SeasonStage(Struct, frozen=True):
    """A part of a season: with a table, a bracket, or (a ranking of thirds) a table of other stages' teams.

    ``league`` is what its table was made from, for tables as they stood.
    """

    kind: StageKind
    name: str
    matches: tuple[Match, ...]
    rules: Rules
    table: Table | None = None
    bracket: Bracket | None = None
    league: League | None = None
    missing: tuple[str, ...] = ()

    @property
    def type(self) -> str:
        """The kind as open data names it: ``league``, ``group``, ``ranking`` or ``knockout``."""
        if self.kind in {StageKind.LEAGUE, StageKind.LEAGUE_PHASE, StageKind.FINAL_POOL}:
            return "league"
        return self.kind.value if self.kind in {StageKind.GROUP, StageKind.RANKING} else "knockout"


class SeasonStages(Struct, frozen=True):
    """A season in parts. ``assumed`` tells that no rule book holds and a page has to say so.

    ``alone`` is the team of whose matches alone is known what would make a table; empty where there is none.
    """

    stages: tuple[SeasonStage, ...]
    unplaced: tuple[Match, ...]
    assumed: bool
    alone: str = ""

    def stage_of(self, match: Match) -> SeasonStage | None:
        """The stage that a match belongs to."""
        return next((stage for stage in self.stages if any(one.id == match.id for one in stage.matches)), None)

    def tie_with(self, match: Match) -> Tie | None:
        """The knockout tie that a match belongs to."""
        found = (stage.bracket.tie_with(match) for stage in self.stages if stage.bracket)
        return next((tie for tie in found if tie), None)


def season_stages(
    matches: Iterable[Match], season: Season, book: RuleBook | None = None, rulings: Rulings | None = None
) -> SeasonStages:
    """The stages of a competition's season, in the order they are played.

    ``rulings`` name teams by slug, as the matches do; without them the book's own are taken.
    """
    held = Timeline(matches).matches
    ruled = rulings if rulings is not None else book.rulings_of(season) if book else NO_RULINGS
    general = book.rules(season) if book else assumed_rules(season)
    ranked = book is not None and book.ranks(season)
    placed, unplaced = _placed(held, Structure.of(held, general, is_ranked=ranked))
    alone = {key: team for key, found in placed.items() if key.kind in _TABLES and (team := only_team(found))}
    unplaced = (*unplaced, *(match for key in alone for match in placed.pop(key)))
    builder = _Builder(season, book, ruled, placed)
    stages = [stage for key in sorted(placed) for stage in builder.stages(key)]
    assumed = book is None or not book.says_rules
    parts = tuple(stages if unplaced else _with_thirds(stages, general, ruled))
    return SeasonStages(parts, unplaced, assumed, next(iter(alone.values()), ""))


def only_team(matches: Iterable[Match]) -> str:
    """The team that all results are of, if it met several others: theirs among each other are missing. Otherwise empty."""
    pairs = [frozenset((match.home, match.away)) for match in matches if counts(match)]
    if not pairs:
        return ""
    common, teams = frozenset.intersection(*pairs), frozenset.union(*pairs)
    return next(iter(common)) if common and len(teams) > FEWEST_OPPONENTS else ""


def _placed(matches: Sequence[Match], structure: Structure) -> tuple[dict[StageKey, list[Match]], tuple[Match, ...]]:
    placed: dict[StageKey, list[Match]] = defaultdict(list)
    unplaced = []
    for match in matches:
        key = stage_key(match, structure)
        if key is None:
            unplaced.append(match)
        else:
            placed[key].append(match)
    return dict(placed), tuple(unplaced)


class _Builder(Struct, frozen=True):
    """Makes stages from placed matches."""

    season: Season
    book: RuleBook | None
    rulings: Rulings
    placed: Mapping[StageKey, Sequence[Match]]

    def rules(self, kind: StageKind) -> Rules:
        return self.book.rules(self.season, kind) if self.book else assumed_rules(self.season)

    def stages(self, key: StageKey) -> list[SeasonStage]:
        matches = tuple(self.placed[key])
        rules = self.rules(key.kind)
        if key.kind not in _TABLES:
            return [SeasonStage(key.kind, key.name, matches, rules, bracket=bracket_of(matches, rules))]
        if key.kind is StageKind.GROUP and not key.group:
            return [self._table_stage(key, group, rules) for group in closed_groups(matches)]
        return [self._table_stage(key, matches, rules)]

    def _table_stage(self, key: StageKey, matches: tuple[Match, ...], rules: Rules) -> SeasonStage:
        league = with_teams_of(League(rules, rulings=self.rulings, playoffs=self._playoffs(key)), matches)
        return SeasonStage(key.kind, key.name, matches, rules, table=league_table(matches, league), league=league)

    def _playoffs(self, key: StageKey) -> tuple[Playoff, ...]:
        """The play-offs for a place in this table: those of its group, or those of a league."""
        found = []
        for other, matches in self.placed.items():
            if other.kind is StageKind.PLAYOFF and (other.group or None) == (key.group or None):
                for tie in bracket_of(matches, self.rules(StageKind.PLAYOFF)).ties:
                    if tie.winner:
                        day = tie.matches[-1].date
                        found.append(Playoff((tie.home, tie.away), tie.winner, day))
        return tuple(found)


def _with_thirds(stages: list[SeasonStage], rules: Rules, rulings: Rulings) -> list[SeasonStage]:
    """The stages with the ranking of third-placed teams after the groups, where the rules have one.

    Some groups alone rank nobody: as many as may go through, or fewer, are not all there are.
    """
    groups = [stage for stage in stages if stage.kind is StageKind.GROUP and stage.table]
    if not rules.thirds or not rules.thirds.count or len(groups) <= rules.thirds.count:
        return stages
    table, missing = best_thirds([(stage.name, stage.matches, stage.table) for stage in groups if stage.table], rules, rulings)
    ranking = SeasonStage(StageKind.RANKING, "Third-placed teams", (), rules, table=table, missing=missing)
    after = max(index for index, stage in enumerate(stages) if stage in groups) + 1
    return [*stages[:after], ranking, *stages[after:]]
