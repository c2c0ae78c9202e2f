"""What follows from the results of a season: its stages, tables as they stood, ties. Computed once for all pages."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from site_builder.football import scorers
from site_builder.football.bracket import BracketTie
from site_builder.football.model import Match, Season
from site_builder.football.rules import Rules, StageKind
from site_builder.football.scorers import ScorersAround
from site_builder.football.snapshots import Snapshots, snapshots
from site_builder.football.stages import SeasonStage, SeasonStages, season_stages
from site_builder.football.standings import Table
from site_builder.football.ties import Tie
from site_builder.incremental.fingerprint import print_of
from site_builder.incremental.memo import Memo, Printed
from site_builder.site import model, questions
from site_builder.site.model import Edition, Squad


def edition_of(match: Match) -> Edition:
    """The competition and season of a match."""
    return Edition(match.competition, match.season)


def matches_in(read: Memo, edition: Edition) -> tuple[Match, ...]:
    """All matches of a season, those without a date included."""
    return tuple(questions.matches(read, questions.matches_of_edition(read, edition)))


def stages_of(read: Memo, edition: Edition) -> SeasonStages:
    """The season in parts: tables and brackets. Pages of matches, teams and the season itself ask for it, far from each other."""
    return read(_stages, edition)


def _stages(read: Memo, edition: Edition) -> SeasonStages:
    book = read.find(model.RULE_BOOKS, edition.competition)
    return season_stages(matches_in(read, edition), edition.season, book)


class StageNamed(Struct, frozen=True):
    """What a part of a season is, what it is called, and its rules."""

    kind: StageKind
    name: str
    rules: Rules


class TableOf(Struct, frozen=True):
    """The table of a part of a competition's season."""

    competition: str
    stage: StageNamed
    table: Table


class PlaceInSeason(Struct, frozen=True):
    """Where a match belongs: the part of its season, and the tie as the season knows it, with who went on from it.

    None where the data does not tell, and where there is no tie.
    """

    stage: StageNamed | None = None
    entry: BracketTie | None = None


_NOWHERE = Printed(PlaceInSeason(), "")


def place_of(read: Memo, match: Match) -> PlaceInSeason:
    """Where in its season a match belongs."""
    return read.part(_place_of, match.id)


def _place_of(read: Memo, match_id: str) -> Printed[PlaceInSeason]:
    return read.recently(_places, edition_of(questions.match_of(read, match_id))).get(match_id) or _NOWHERE


def _places(read: Memo, edition: Edition) -> dict[str, Printed[PlaceInSeason]]:
    stages = [StageNamed(stage.kind, stage.name, stage.rules) for stage in stages_of(read, edition).stages]
    prints = [print_of(stage) for stage in stages]
    found = {
        match: Printed(PlaceInSeason(stages[number]), prints[number])
        for match, number in read.recently(_stage_numbers, edition).items()
    }
    for entry in _entries(read, edition):
        print_ = print_of(entry)
        for match in entry.tie.matches:
            held = found.get(match.id, _NOWHERE)
            found[match.id] = Printed(PlaceInSeason(held.value.stage, entry), f"{held.print} {print_}")
    return found


def _stage_numbers(read: Memo, edition: Edition) -> dict[str, int]:
    """By match, since several parts may bear one name."""
    return {match.id: number for number, stage in enumerate(stages_of(read, edition).stages) for match in stage.matches}


class SeasonAround(Struct, frozen=True):
    """How a season stood at the kick-off of a match and after it: the table, None where it is part of none, and the scorers."""

    tables: tuple[Table, Table] | None
    scorers: ScorersAround


def season_around(read: Memo, match: Match) -> SeasonAround:
    """How the season of a match stood around it."""
    return read.part(_season_around, match.id)


def _season_around(read: Memo, match_id: str) -> Printed[SeasonAround]:
    match = questions.match_of(read, match_id)
    edition = edition_of(match)
    season = read.recently(_whole_season, edition)
    number, tables = season.tables.get(match_id), None
    if number is not None:
        found = read.recently(_snapshots, edition, number)
        tables = (found.before(match), found.after(match))
    around = SeasonAround(tables, season.scorers[match_id])
    return Printed(around, print_of(around))


class _WholeSeason(Struct, frozen=True):
    """By match, the scorers around it, and the number of the part of the season in whose table it counts."""

    scorers: dict[str, ScorersAround]
    tables: dict[str, int]


def _whole_season(read: Memo, edition: Edition) -> _WholeSeason:
    stages = stages_of(read, edition).stages
    with_table = {number for number, stage in enumerate(stages) if stage.league and stage.table}
    numbers = read.recently(_stage_numbers, edition)
    tables = {match: number for match, number in numbers.items() if number in with_table}
    return _WholeSeason(scorers.scorers_around(matches_in(read, edition)), tables)


def _snapshots(read: Memo, edition: Edition, number: int) -> Snapshots:
    stage = stages_of(read, edition).stages[number]
    assert stage.league is not None, "asked for tables only"
    return snapshots(stage.matches, stage.league)


def final_tables(read: Memo, edition: Edition) -> tuple[tuple[SeasonStage, Table], ...]:
    """The tables of a season as they are now, rankings of thirds left out; many pages show them, so they are kept."""
    return read(_final_tables, edition)


def tables_of(read: Memo, squad: Squad, competitions: Iterable[str]) -> tuple[TableOf, ...]:
    """Those of some competitions in which a team stands, in the order of these."""
    return read.part(_tables_of, " ".join((squad.team, squad.season.text, *competitions)))


def _tables_of(read: Memo, key: str) -> Printed[tuple[TableOf, ...]]:
    team, text, *competitions = key.split(" ")
    season = Season.parse(text)
    printed = [one for slug in competitions for one in read(_printed_tables, Edition(slug, season))]
    found = [one for one in printed if one.value.table.row(team)]
    return Printed(tuple([one.value for one in found]), " ".join([one.print for one in found]))


def _printed_tables(read: Memo, edition: Edition) -> tuple[Printed[TableOf], ...]:
    """They stand on the pages of all their teams."""
    named = ((StageNamed(stage.kind, stage.name, stage.rules), table) for stage, table in final_tables(read, edition))
    found = [TableOf(edition.competition, stage, table) for stage, table in named]
    return tuple([Printed(one, print_of(one)) for one in found])


def _final_tables(read: Memo, edition: Edition) -> tuple[tuple[SeasonStage, Table], ...]:
    return tuple((stage, stage.table) for stage in stages_of(read, edition).stages if stage.table and stage.league)


def _entries(read: Memo, edition: Edition) -> list[BracketTie]:
    brackets = [stage.bracket for stage in stages_of(read, edition).stages if stage.bracket]
    entries = [entry for bracket in brackets for found in bracket.rounds for entry in found.ties]
    return entries + [BracketTie(bracket.third_place) for bracket in brackets if bracket.third_place]


def tie_of(read: Memo, match: Match) -> Tie | None:
    """The tie that a match belongs to, as the season knows it."""
    entry = place_of(read, match).entry
    return entry.tie if entry else None
