"""Matches as lines in lists, and lists of them under headings."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from site_builder.football.model import Match, Status
from site_builder.football.tallies import won_by
from site_builder.incremental.memo import Memo
from site_builder.pages.links import anchor_of
from site_builder.pages.parts import Link, ResultGroup, ResultRow, Tally
from site_builder.pages.round_names import stage_words
from site_builder.pages.wording import clock, day_of, row_note
from site_builder.site import model, questions


def row_of(read: Memo, match_id: str) -> ResultRow:
    """A match as a line; the same on every page, so computed once."""
    return read(_row, match_id)


def _row(read: Memo, match_id: str) -> ResultRow:
    match = read.get(model.MATCHES, match_id)
    words, suffix = read.fixed(model.WORDS), read.fixed(model.SETTINGS).suffix
    result, day = match.result, match.date
    winner = match.winner or won_by(match)
    return ResultRow(
        href=match.id + suffix if day else "",
        day=day_of(day, words) if day else None,
        time=clock(match.time),
        home=Link(questions.team_name(read, match.home, day), f"teams/{match.home}{suffix}"),
        away=Link(questions.team_name(read, match.away, day), f"teams/{match.away}{suffix}"),
        score=result.score.text if result else "",
        note=row_note(match, words),
        status=str(match.status),
        has_report=questions.is_reported(read, match_id),
        winner=str(winner) if winner else "",
        competition=Link(questions.competition(read, match.competition).name, f"competitions/{match.competition}{suffix}"),
        stage=", ".join(stage_words(match.stage, words)),
        is_preview=match.status is Status.SCHEDULED or questions.is_previewed(read, match_id),
    )


def team_row(read: Memo, match: Match, team: str) -> ResultRow:
    """A match as a line on a page of one of its teams: with W, D or L."""
    return replace(row_of(read, match.id), outcome=questions.outcome_for(match, team))


def grouped(rows: Iterable[tuple[str, ResultRow]]) -> tuple[ResultGroup, ...]:
    """Lines under their headings, which come in the order of their first line; equal headings are one."""
    groups: dict[str, list[ResultRow]] = {}
    for heading, row in rows:
        groups.setdefault(heading, []).append(row)
    anchors = _distinct(groups)
    return tuple([ResultGroup(heading, anchors[heading], tuple(lines)) for heading, lines in groups.items()])


def _distinct(headings: Iterable[str]) -> dict[str, str]:
    """An id for each heading, no two the same."""
    taken: dict[str, int] = {}
    anchors: dict[str, str] = {}
    for heading in headings:
        anchor = anchor_of(heading)
        taken[anchor] = taken.get(anchor, 0) + 1
        anchors[heading] = anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"
    return anchors


def by_day(read: Memo, ids: Iterable[str]) -> tuple[ResultGroup, ...]:
    """Matches under their dates, in the order given."""
    rows = [row_of(read, match_id) for match_id in ids]
    unknown = questions.say(read, "Date not known")
    return grouped([(row.day.long if row.day else unknown, row) for row in rows])


def by_competition(lines: Iterable[ResultRow]) -> tuple[ResultGroup, ...]:
    """Lines under their competitions, in the order given."""
    return grouped([(line.competition.text if line.competition else "", line) for line in lines])


def is_open(read: Memo, match: Match) -> bool:
    """Whether a match is still to be played: one that was due before the day the site stands at is missing, not open."""
    if match.status is not Status.SCHEDULED:
        return match.status is Status.POSTPONED
    day = read.get(model.AS_OF, "")
    return not (day and match.date and match.date < day)


def tally_of(matches: Iterable[Match], team: str) -> Tally:
    """A team's results summed up; matches whose result does not count are left out."""
    outcomes = {"W": 0, "D": 0, "L": 0}
    goals_for = goals_against = 0
    for match in matches:
        outcome = questions.outcome_for(match, team)
        if not outcome or match.result is None:
            continue
        outcomes[outcome] += 1
        score = match.result.score
        own, others = (score.home, score.away) if match.home == team else (score.away, score.home)
        goals_for += own
        goals_against += others
    return Tally(sum(outcomes.values()), outcomes["W"], outcomes["D"], outcomes["L"], goals_for, goals_against)
