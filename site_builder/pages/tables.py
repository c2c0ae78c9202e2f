"""League tables as pages show them: lines, zones, and sentences on what decided between teams level on points.

Which matches a table counts is football's matter; here one that is made is put
into words: in full, shortened around some teams, or its top.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from site_builder.football.rule_books import Adjustment
from site_builder.football.rules import Rules, StageKind, Zone
from site_builder.football.stages import SeasonStage
from site_builder.football.standings import Table, TableRow
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words, message, messages
from site_builder.pages.links import team_mark
from site_builder.pages.round_names import stage_title
from site_builder.pages.season_views import TableLine, TableView
from site_builder.pages.verdicts import separation
from site_builder.site import questions
from site_builder.site.seasons import StageNamed

MOST_NAMED = 4
"""Of more teams that share a place only the number is said."""
SHORTENED_FROM = 7
"""Shorter tables are shown whole."""
_ZONES = frozenset(
    {
        message("Relegation"),
        message("Relegation play-off"),
        message("Promotion"),
        message("Promotion play-off"),
        message("Promotion play-offs"),
        message("Knockout phase play-offs"),
        message("Knockout round play-offs"),
        message("Round of 16"),
        message("Round of 32"),
    }
)
"""Zones of the packaged rule books that are no names of competitions."""
_TAKEN = messages("{team} had {count} point deducted", "{team} had {count} points deducted")
_TAKEN_ON = messages("{team} had {count} point deducted on {day}", "{team} had {count} points deducted on {day}")
_GIVEN = messages("{team} were given {count} point", "{team} were given {count} points")
_GIVEN_ON = messages("{team} were given {count} point on {day}", "{team} were given {count} points on {day}")


def table_view(read: Memo, table: Table, caption: str, day: date | None = None, marked: Collection[str] = ()) -> TableView:
    """A whole table; teams bear their names of the day, those ``marked`` are what the page is about."""
    return _Maker(read, table, day).view(caption, range(len(table.rows)), marked)


def table_around(read: Memo, table: Table, caption: str, teams: Collection[str], day: date | None = None) -> TableView:
    """Some teams, marked, with their neighbours: one on either side of two teams, two of a single one."""
    return _around(_Maker(read, table, day), caption, teams)


def table_in_short_and_whole(
    read: Memo, table: Table, caption: str, teams: Collection[str], day: date | None
) -> tuple[TableView, TableView | None]:
    """A table around some teams, and all of it; a short one is shown whole only."""
    maker = _Maker(read, table, day)
    whole = maker.view(caption, range(len(table.rows)), teams)
    if len(table.rows) < SHORTENED_FROM or not any(table.row(team) for team in teams):
        return whole, None
    return _around(maker, caption, teams, whole.lines), whole


def _around(maker: _Maker, caption: str, teams: Collection[str], lines: tuple[TableLine, ...] = ()) -> TableView:
    rows = maker.table.rows
    near = {row.team for row in maker.table.around(teams, 1 if len(teams) > 1 else 2)}
    return maker.view(caption, (index for index, row in enumerate(rows) if row.team in near), teams, lines)


def table_top(read: Memo, table: Table, caption: str, places: int) -> TableView:
    """The first teams of a table."""
    return _Maker(read, table, None).view(caption, range(min(places, len(table.rows))), ())


def stage_name(read: Memo, competition: str, stage: SeasonStage | StageNamed) -> str:
    """The competition, with the part of it that has the table where there are several: ``World Cup, Group A``."""
    name = questions.competition(read, competition).name
    return name if stage.kind is StageKind.LEAGUE else f"{name}, {stage_title(stage.name, questions.words_of(read))}"


def of_those_who_played(table: Table) -> Table:
    """A table without teams that have not played yet.

    What stood on a day must not change through what is entered later, and that a
    team was to play at all may have been.
    """
    kept = [row for row in table.rows if row.played]
    if len(kept) == len(table.rows):
        return table
    rows = (_moved_up(row, then.team if then else None, kept, table.rules) for row, then in zip_longest(kept, kept[1:]))
    return replace(table, rows=tuple(rows))


def _moved_up(row: TableRow, then: str | None, kept: Iterable[TableRow], rules: Rules) -> TableRow:
    position = 1 + sum(other.position < row.position for other in kept)
    verdict = row.verdict if row.next_team == then else None
    return replace(row, position=position, verdict=verdict, next_team=then, zone=rules.zone_of(position))


class _Maker(Struct, frozen=True):
    """Puts one table into words."""

    read: Memo
    table: Table
    day: date | None

    @property
    def words(self) -> Words:
        return questions.words_of(self.read)

    def name(self, team: str) -> str:
        return questions.team_name(self.read, team, self.day)

    def view(self, caption: str, shown: Iterable[int], marked: Collection[str], lines: tuple[TableLine, ...] = ()) -> TableView:
        """The rows numbered ``shown``; ``lines`` are those of all rows where they have been made already."""
        places, rows = tuple(shown), self.table.rows
        zones = self.table.rules.zones if self._has_zones() else ()
        return TableView(
            caption=caption,
            lines=tuple([lines[at] for at in places] if lines else self._lines(places, zones, marked)),
            zones=tuple([self.words(zone.label) if zone.label in _ZONES else zone.label for zone in zones]),
            notes=(*self._separations(places), *self._adjustments({rows[at].team for at in places})),
            gaps=tuple([number for number, at in enumerate(places) if at != (places[number - 1] + 1 if number else 0)]),
            bottom=self._bottom(zones),
        )

    def _has_zones(self) -> bool:
        """Whether places lead anywhere: not in a table without all of them, of a league that is held in part."""
        rows = self.table.rows
        return any(row.zone for row in rows) and len(rows) >= max(zone.last for zone in self.table.rules.zones)

    def _bottom(self, zones: tuple[Zone, ...]) -> int:
        """The number of the zone of the last place, 0 where it has none or shares the only one."""
        last = self.table.rows[-1].zone if len(zones) > 1 else None
        return zones.index(last) + 1 if last else 0

    def _lines(self, places: Iterable[int], zones: tuple[Zone, ...], marked: Collection[str]) -> list[TableLine]:
        """The rows of these numbers; ``zones`` are none where places lead nowhere."""
        rows, words = self.table.rows, self.words
        shared = Counter([row.position for row in rows])
        return [self._line(rows[at], words, shared, zones, marked) for at in places]

    def _line(
        self, row: TableRow, words: Words, shared: Counter[int], zones: tuple[Zone, ...], marked: Collection[str]
    ) -> TableLine:
        return TableLine(
            position=f"={row.position}" if shared[row.position] > 1 else str(row.position),
            team=team_mark(self.read, row.team, self.day),
            played=row.played,
            won=row.won,
            drawn=row.drawn,
            lost=row.lost,
            goals_for=row.goals_for,
            goals_against=row.goals_against,
            difference=words.signed(row.goal_difference),
            points=row.points,
            adjustment=words.signed(row.adjustment) if row.adjustment else "",
            zone=zones.index(row.zone) + 1 if row.zone and zones else 0,
            marked=row.team in marked,
        )

    def _separations(self, places: tuple[int, ...]) -> Iterator[str]:
        """A sentence for every two neighbours level on points, one for all who share a place."""
        told: set[int] = set()
        for at in places:
            row = self.table.rows[at]
            if at + 1 not in places or row.verdict is None or row.next_team is None:
                continue
            below = self.table.rows[at + 1]
            if row.position != below.position:
                yield separation(row.verdict, self.name(row.team), self.name(below.team), self.name, self.words)
            elif row.position not in told and row.played:
                told.add(row.position)
                yield self._shared(row.position)

    def _shared(self, position: int) -> str:
        teams = [self.name(row.team) for row in self.table.rows if row.position == position]
        place = self.words.numeral(position)
        if len(teams) > MOST_NAMED:
            return self.words(
                "{count} teams are level on every count that is known and share {place:nth} place.",
                count=self.words.numeral(len(teams)),
                place=place,
            )
        named = self.words.listed(teams)
        return self.words("{teams} are level on every count that is known and share {place:nth} place.", teams=named, place=place)

    def _adjustments(self, teams: Collection[str]) -> Iterator[str]:
        yield from (self._adjusted(one) for one in self.table.adjustments if one.team in teams and one.points)

    def _adjusted(self, one: Adjustment) -> str:
        """A ruling in a sentence: ``Everton had 10 points deducted on 17 November 2023: breach of the rules``."""
        name, count = self.name(one.team), abs(one.points)
        if one.date:
            text = _TAKEN_ON if one.points < 0 else _GIVEN_ON
            told = self.words.plural(*text, count, team=name, day=self.words.day(one.date))
        else:
            told = self.words.plural(*(_TAKEN if one.points < 0 else _GIVEN), count, team=name)
        return f"{told}: {one.reason.rstrip('.')}." if one.reason else f"{told}."
