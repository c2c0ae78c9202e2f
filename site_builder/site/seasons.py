"""What follows from the results of a season: its stages, tables as they stood, ties. Computed once for all pages."""

from __future__ import annotations

from site_builder.football.model import Match
from site_builder.football.scorers import ScorerSnapshots, scorer_snapshots
from site_builder.football.snapshots import Snapshots, snapshots
from site_builder.football.stages import SeasonStage, SeasonStages, season_stages
from site_builder.football.standings import Table
from site_builder.football.ties import Tie
from site_builder.incremental.memo import Memo
from site_builder.site import model, questions
from site_builder.site.model import Edition


def edition_of(match: Match) -> Edition:
    """The competition and season of a match."""
    return Edition(match.competition, match.season)


def matches_in(read: Memo, edition: Edition) -> tuple[Match, ...]:
    """All matches of a season, those without a date included."""
    return tuple(questions.match_of(read, match) for match in questions.matches_of_edition(read, edition))


def stages_of(read: Memo, edition: Edition) -> SeasonStages:
    """The season in parts: tables and brackets."""
    return read.recently(_stages, edition)


def _stages(read: Memo, edition: Edition) -> SeasonStages:
    book = read.find(model.RULE_BOOKS, edition.competition)
    return season_stages(matches_in(read, edition), edition.season, book)


def stage_of(read: Memo, match: Match) -> SeasonStage | None:
    """The part of its season that a match belongs to, None where the data does not tell."""
    name = read.recently(_stage_names, edition_of(match)).get(match.id)
    return next((s for s in stages_of(read, edition_of(match)).stages if s.name == name), None) if name else None


def _stage_names(read: Memo, edition: Edition) -> dict[str, str]:
    return {match.id: stage.name for stage in stages_of(read, edition).stages for match in stage.matches}


def tables_around(read: Memo, match: Match) -> tuple[Table, Table] | None:
    """The table at the kick-off of a match and after it; None where it is part of no table."""
    stage = stage_of(read, match)
    if stage is None or stage.league is None or stage.table is None:
        return None
    found = read.recently(_snapshots, edition_of(match), stage.name)
    return found.before(match), found.after(match)


def _snapshots(read: Memo, edition: Edition, name: str) -> Snapshots:
    stage = next(stage for stage in stages_of(read, edition).stages if stage.name == name)
    assert stage.league is not None, "asked for tables only"
    return snapshots(stage.matches, stage.league)


def tie_of(read: Memo, match: Match) -> Tie | None:
    """The tie that a match belongs to, as the season knows it."""
    return stages_of(read, edition_of(match)).tie_with(match)


def scorers_around(read: Memo, match: Match) -> ScorerSnapshots:
    """The competition's scorers as they stood, by match."""
    return read.recently(_scorers, edition_of(match))


def _scorers(read: Memo, edition: Edition) -> ScorerSnapshots:
    return scorer_snapshots(matches_in(read, edition))
