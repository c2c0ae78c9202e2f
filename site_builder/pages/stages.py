"""The parts of a season as pages show them: tables with what belongs to them, brackets, positions by matchday."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from site_builder.football.model import Match
from site_builder.football.records import cross_table
from site_builder.football.rule_books import PointsOverride
from site_builder.football.rules import StageKind, Zone
from site_builder.football.snapshots import positions_by_matchday
from site_builder.football.stages import SeasonStage
from site_builder.football.standings import Table
from site_builder.football.table import form_table, venue_table
from site_builder.football.tallies import Venue, counts
from site_builder.incremental.memo import Memo
from site_builder.language.words import message
from site_builder.pages.brackets import bracket_view
from site_builder.pages.links import anchor_of, match_href, team_mark
from site_builder.pages.round_names import stage_title
from site_builder.pages.season_views import CrossCell, CrossLine, PositionLine, StageView, TableView
from site_builder.pages.tables import table_view
from site_builder.site import questions, seasons
from site_builder.site.model import Edition

_RULED = message("{home} v {away} gave {points} and {other_points} points")
_RULED_ON = message("{home} v {away} on {day} gave {points} and {other_points} points")


def stage_views(read: Memo, edition: Edition) -> tuple[StageView, ...]:
    """All parts of a season; those of one name are numbered."""
    words = questions.words_of(read)
    stages = seasons.stages_of(read, edition).stages
    names = Counter(stage.name for stage in stages)
    met: Counter[str] = Counter()
    found = []
    for stage in stages:
        met[stage.name] += 1
        title = stage_title(stage.name, words)
        name = f"{title} ({met[stage.name]})" if names[stage.name] > 1 else title
        found.append(_stage_view(read, stage, name))
    return tuple(found)


def _stage_view(read: Memo, stage: SeasonStage, name: str) -> StageView:
    day = max((match.date for match in stage.matches if match.date), default=None)
    view = StageView(
        name=name,
        anchor=anchor_of(name),
        kind=stage.type,
        table=_table(read, stage, name, day) if stage.table else None,
        bracket=bracket_view(read, stage.bracket) if stage.bracket else None,
    )
    return _with_league(read, view, stage, day) if stage.type == "league" and stage.table and stage.league else view


def _table(read: Memo, stage: SeasonStage, name: str, day: date | None) -> TableView:
    assert stage.table is not None
    if stage.kind is StageKind.RANKING:
        return _ranking(read, stage, stage.table, name)
    view = table_view(read, stage.table, name, day)
    overrides = stage.league.rulings.overrides if stage.league else ()
    held = {(match.home, match.away, day) for match in stage.matches if counts(match) for day in (match.date, None)}
    ruled = (_ruled(read, one, day) for one in overrides if (one.home, one.away, one.date) in held)
    return replace(view, notes=(*view.notes, *ruled))


def _ruled(read: Memo, one: PointsOverride, day: date | None) -> str:
    words = questions.words_of(read)
    text = words(
        _RULED_ON if one.date else _RULED,
        home=_name(read, one.home, day),
        away=_name(read, one.away, day),
        day=words.day(one.date) if one.date else "",
        points=str(one.points[0]),
        other_points=str(one.points[1]),
    )
    return f"{text}: {one.reason.rstrip('.')}." if one.reason else f"{text}."


def _name(read: Memo, team: str, day: date | None) -> str:
    return questions.team_name(read, team, day)


def _ranking(read: Memo, stage: SeasonStage, table: Table, name: str) -> TableView:
    """The third-placed teams: the best of them are a zone, and groups without a known third are named."""
    count = stage.rules.thirds.count if stage.rules.thirds else 0
    words = questions.words_of(read)
    best = Zone(1, count, words("The best {count} go through", count=words.numeral(count)))
    rows = tuple(replace(row, zone=best if best.holds(row.position) else None) for row in table.rows)
    view = table_view(read, replace(table, rows=rows, rules=replace(table.rules, zones=(best,))), name)
    missing = (words("The third of {group} is not known.", group=stage_title(group, words)) for group in stage.missing)
    return replace(view, notes=(*view.notes, *missing))


def _with_league(read: Memo, view: StageView, stage: SeasonStage, day: date | None) -> StageView:
    """A league with its home and away tables, every result in one table, and positions by matchday."""
    assert stage.table is not None
    teams = [row.team for row in stage.table.rows]
    ruled = stage.league.rulings.overrides if stage.league else ()
    home, away = (
        venue_table(stage.matches, stage.rules, venue, teams=teams, overrides=ruled) for venue in (Venue.HOME, Venue.AWAY)
    )
    form = form_table(stage.matches, stage.rules, teams=teams, overrides=ruled)
    matchdays, positions = _positions(read, stage, day)
    words = questions.words_of(read)
    return replace(
        view,
        home_table=replace(table_view(read, home, words("At home"), day), notes=()),
        away_table=replace(table_view(read, away, words("Away from home"), day), notes=()),
        cross_table=tuple(_cross_lines(read, stage, teams, day)),
        matchdays=matchdays,
        positions=positions,
        form_table=replace(table_view(read, form, words("The last five matches"), day), notes=()),
    )


def _cross_lines(read: Memo, stage: SeasonStage, teams: list[str], day: date | None) -> Iterator[CrossLine]:
    """Hosts in the order of the table; nothing where most teams never meet, as in a league phase of few matchdays."""
    pairs = {frozenset((match.home, match.away)) for match in stage.matches}
    if 4 * len(pairs) < len(teams) * (len(teams) - 1):
        return
    table = cross_table(stage.matches, teams)
    for home, cells in zip(table.teams, table.cells, strict=True):
        hosted = (None if away == home else _cells(read, matches) for away, matches in zip(table.teams, cells, strict=True))
        yield CrossLine(team_mark(read, home, day), tuple(hosted))


def _cells(read: Memo, matches: Iterable[Match]) -> tuple[CrossCell, ...]:
    held = [(match, match.result) for match in matches if counts(match)]
    return tuple(CrossCell(result.score.text, match_href(read, match)) for match, result in held if result)


def _positions(read: Memo, stage: SeasonStage, day: date | None) -> tuple[tuple[int, ...], tuple[PositionLine, ...]]:
    """The matchdays that were played, and every team's place after each, in the order of the table."""
    assert stage.table is not None
    assert stage.league is not None
    found = positions_by_matchday(stage.matches, stage.league)
    lines = (
        PositionLine(team_mark(read, row.team, day), tuple(places.get(row.team) for places in found.values()))
        for row in stage.table.rows
    )
    return tuple(found), tuple(lines) if found else ()
