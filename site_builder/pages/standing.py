"""How things stood around a match: the table, form, earlier meetings, scorers.

Only what was over when the match kicked off counts before it, and only what had
kicked off by then after it: later results change nothing here. The tie alone is
shown as it is known now, since who went through is what a reader wants to know.
"""

from __future__ import annotations

from site_builder.football.model import Match
from site_builder.football.standings import Table, TableRow
from site_builder.incremental.memo import Memo
from site_builder.pages.brackets import tie_view
from site_builder.pages.counts import top_scorers
from site_builder.pages.form_strips import form_before
from site_builder.pages.meetings import balance_before
from site_builder.pages.rows import is_open
from site_builder.pages.season_views import CountList, Standing, TableView
from site_builder.pages.storylines import storylines_of
from site_builder.pages.tables import of_those_who_played, stage_name, table_in_short_and_whole
from site_builder.pages.wording import ordinal
from site_builder.site import questions, seasons


def standing_of(read: Memo, match: Match) -> Standing:
    """How things stood around a match."""
    teams = (match.home, match.away)
    tables = seasons.tables_around(read, match)
    before, after = (of_those_who_played(table) for table in tables) if tables else (None, None)
    shown = before if match.result is None else after
    entry = seasons.entry_of(read, match)
    strips = (form_before(read, team, match) for team in teams)
    caption = "As it stood before the match" if match.result is None else "After the match"
    around = table_in_short_and_whole(read, shown, caption, teams, match.date) if shown and shown.rows else (None, None)
    stage = seasons.stage_of(read, match) if shown and shown.rows else None
    return Standing(
        stage=stage_name(read, match.competition, stage) if stage else "",
        table=around[0],
        full_table=around[1],
        before=_positions(read, match, before) if before else "",
        form=tuple(strip for strip in strips if strip),
        balance=balance_before(read, match),
        top_scorers=_top_scorers(read, match),
        tie=tie_view(read, entry.tie, entry.went_on) if entry else None,
        storylines=storylines_of(read, match),
        table_before=_table_before(read, match, before) if before and before.rows else None,
        scorers_before=_scorers_before(read, match),
    )


def _table_before(read: Memo, match: Match, before: Table) -> TableView | None:
    """The table at kick-off around the two teams; a match without a result shows it already."""
    if match.result is None:
        return None
    return table_in_short_and_whole(read, before, "At kick-off", (match.home, match.away), match.date)[0]


def _scorers_before(read: Memo, match: Match) -> CountList | None:
    """The leading scorers at the kick-off of a match that has a result."""
    if match.result is None:
        return None
    around, known = seasons.scorers_around(read, match), seasons.scorers_known_around(read, match)
    return top_scorers(read, match, around.at_kick_off[match.id], known[0])


def _positions(read: Memo, match: Match, table: Table) -> str:
    """``Atalanta stood 4th and Napoli joint 6th at kick-off.`` Empty where neither had played."""
    home, away = (table.row(team) for team in (match.home, match.away))
    names = [questions.team_name(read, team, match.date) for team in (match.home, match.away)]
    verb, had, at = ("stand", "have", "") if is_open(read, match) else ("stood", "had", " at kick-off")
    if home and away:
        return f"{names[0]} {verb} {_place(home, table)} and {names[1]} {_place(away, table)}{at}."
    if home or away:
        playing, waiting = names if home else reversed(names)
        row = home or away
        return f"{playing} {verb} {_place(row, table) if row else ''}{at}; {waiting} {had} not played yet."
    return ""


def _place(row: TableRow, table: Table) -> str:
    shared = sum(other.position == row.position for other in table.rows) > 1
    return f"joint {ordinal(row.position)}" if shared else ordinal(row.position)


def _top_scorers(read: Memo, match: Match) -> CountList | None:
    """The leading scorers after a match, at its kick-off where it has no result."""
    around, known = seasons.scorers_around(read, match), seasons.scorers_known_around(read, match)
    if match.result is None:
        return top_scorers(read, match, around.at_kick_off[match.id], known[0])
    return top_scorers(read, match, around.afterwards[match.id], known[1])
