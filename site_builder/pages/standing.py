"""How things stood around a match: the table, form, earlier meetings, scorers.

Only what was over when the match kicked off counts before it, and only what had
kicked off by then after it: later results change nothing here. The tie alone is
shown as it is known now, since who went through is what a reader wants to know.
"""

from __future__ import annotations

from site_builder.football.model import Match
from site_builder.football.standings import Table, TableRow
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words, message
from site_builder.pages.brackets import tie_view
from site_builder.pages.counts import top_scorers_around
from site_builder.pages.form_strips import form_before
from site_builder.pages.meetings import balance_before
from site_builder.pages.parts import Link
from site_builder.pages.rows import is_open
from site_builder.pages.season_views import Standing, TableView
from site_builder.pages.storylines import storylines_of
from site_builder.pages.tables import of_those_who_played, stage_name, table_in_short_and_whole
from site_builder.pages.tie_course import tie_course_view
from site_builder.site import questions, seasons
from site_builder.site.seasons import PlaceInSeason

_BOTH_STAND = message("{team} stand {place} and {other} {other_place}.")
_BOTH_STOOD = message("{team} stood {place} and {other} {other_place} at kick-off.")
_ONE_STANDS = message("{team} stand {place}; {other} have not played yet.")
_ONE_STOOD = message("{team} stood {place} at kick-off; {other} had not played yet.")


def standing_of(read: Memo, match: Match, place: PlaceInSeason, named: tuple[Link, Link], met: tuple[str, ...]) -> Standing:
    """How things stood around a match; ``named`` are its teams as they are shown, ``met`` their meetings before it."""
    teams = (match.home, match.away)
    season = seasons.season_around(read, match)
    before, after = (of_those_who_played(table) for table in season.tables) if season.tables else (None, None)
    shown = before if match.result is None else after
    entry = place.entry
    strips = (form_before(read, match.home, named[0], match), form_before(read, match.away, named[1], match))
    words = questions.words_of(read)
    caption = words("As it stood before the match") if match.result is None else words("After the match")
    around = table_in_short_and_whole(read, shown, caption, teams, match.date) if shown and shown.rows else (None, None)
    scorers_before, scorers_after = top_scorers_around(read, match, season.scorers)
    return Standing(
        stage=stage_name(read, match.competition, place.stage) if place.stage and shown and shown.rows else "",
        table=around[0],
        full_table=around[1],
        before=_positions(read, match, named, before) if before else "",
        form=tuple([strip for strip in strips if strip]),
        balance=balance_before(read, match, named, met),
        top_scorers=scorers_after if match.result else scorers_before,
        tie=tie_view(read, entry.tie, entry.went_on) if entry and len(entry.tie.matches) > 1 else None,
        storylines=storylines_of(read, match),
        table_before=_table_before(read, match, before) if before and before.rows else None,
        scorers_before=scorers_before if match.result else None,
        tie_course=tie_course_view(read, match, entry.tie) if entry else None,
    )


def _table_before(read: Memo, match: Match, before: Table) -> TableView | None:
    """The table at kick-off around the two teams; a match without a result shows it already."""
    if match.result is None:
        return None
    caption = questions.say(read, "At kick-off")
    return table_in_short_and_whole(read, before, caption, (match.home, match.away), match.date)[0]


def _positions(read: Memo, match: Match, named: tuple[Link, Link], table: Table) -> str:
    """``Atalanta stood 4th and Napoli joint 6th at kick-off.`` Empty where neither had played."""
    home, away = (table.row(team) for team in (match.home, match.away))
    names = [one.text for one in named]
    words, still_open = questions.words_of(read), is_open(read, match)
    if home and away:
        text = _BOTH_STAND if still_open else _BOTH_STOOD
        places = {"place": _place(home, table, words), "other_place": _place(away, table, words)}
        return words(text, team=names[0], other=names[1], **places)
    row = home or away
    if row is None:
        return ""
    playing, waiting = names if home else reversed(names)
    return words(_ONE_STANDS if still_open else _ONE_STOOD, team=playing, place=_place(row, table, words), other=waiting)


def _place(row: TableRow, table: Table, words: Words) -> str:
    place = words.numeral(row.position)
    is_shared = sum(other.position == row.position for other in table.rows) > 1
    return words("joint {place:nth}", place=place) if is_shared else words("{place:nth}", place=place)
