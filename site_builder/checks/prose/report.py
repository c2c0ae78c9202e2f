"""One report: its title, description and text held against its match, and every contradiction as a problem with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from site_builder.checks.prose.claims import Claim, ScoreClaim, ScoreOf
from site_builder.checks.prose.findings import Finding
from site_builder.checks.prose.goal_claims import goal_claims
from site_builder.checks.prose.judge import judge
from site_builder.checks.prose.marks import Mark, Reading, Sign
from site_builder.checks.prose.misspelt import Surnames, Suspect, suspects
from site_builder.checks.prose.names import Names
from site_builder.checks.prose.passages import Passage, is_off, passages, plain
from site_builder.checks.prose.place_claims import competition_claims, date_claims, round_claims, through_claims, venue_claims
from site_builder.checks.prose.reading import readings
from site_builder.checks.prose.record import Record
from site_builder.checks.prose.score_claims import margin_claims, score_claims, winner_claims
from site_builder.incremental.memo import Memo
from site_builder.problems import Place, Problem, warning

_HEAD = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)


class Told(Struct, frozen=True):
    """A report as it lies on disk: its path, its whole text, and the title and description of its front matter."""

    path: str
    text: str
    title: str = ""
    description: str = ""


def check_report(told: Told, record: Record, read: Memo) -> tuple[Problem, ...]:
    """Every contradiction between a report and the facts of its match, and names that look misspelt."""
    names = Names(read, record)
    head = _HEAD.match(told.text)
    start = head.end() if head else 0
    problems: list[Problem] = []
    if not is_off(told.text, start):
        for key, text in (("title", told.title), ("description", told.description)):
            if text:
                problems += [_of_key(told.path, key, found) for found in _findings(plain(text), record, names, is_title=True)]
    lead, surnames = True, Surnames(record)
    for passage in passages(told.text, start):
        for found in _findings(passage, record, names, is_lead=lead):
            place = _place(told, passage.source(found.mark.start), found.mark.text)
            problems.append(Problem(found.code, place, found.message, found.fix))
        problems += [_misspelt(told, passage, one) for one in suspects(passage, surnames, read)]
        lead = lead and passage.is_item
    return tuple(dict.fromkeys(problems))


def _findings(
    passage: Passage, record: Record, names: Names, *, is_lead: bool = False, is_title: bool = False
) -> Iterator[Finding]:
    for reading in readings(passage, names, is_lead=is_lead or is_title, is_title=is_title):
        if reading.marks:
            for claim in claims_of(reading, record):
                if found := judge(claim, record):
                    yield found


def claims_of(reading: Reading, record: Record) -> Iterator[Claim]:
    """Everything that a sentence says of the match; a running score that goes with a goal is that goal's alone.

    Each kind of claim takes some kind of mark: without it nobody looks further.
    """
    signs = {mark.sign for mark in reading.marks.values()}
    goals = list(goal_claims(reading, record)) if signs & _OF_GOALS else []
    yield from goals
    with_goals = {goal.running for goal in goals if goal.running}
    for score in score_claims(reading, record) if signs & {Sign.SCORE, Sign.TEAM} else ():
        if not _is_told_already(score, with_goals):
            yield score
    if Sign.TEAM in signs:
        yield from winner_claims(reading, record)
        yield from margin_claims(reading, record)
        yield from through_claims(reading, record)
        yield from round_claims(reading, record)
    if signs & {Sign.OTHER, Sign.STRANGER}:
        yield from venue_claims(reading, record)
        yield from competition_claims(reading, record)
    if Sign.DATE in signs:
        yield from date_claims(reading, record)


_OF_GOALS = {Sign.PLAYER, Sign.STRANGER, Sign.MINUTE, Sign.SCORE}


def _is_told_already(score: ScoreClaim, with_goals: set[Mark]) -> bool:
    return score.of is ScoreOf.RUNNING and score.mark in with_goals


def _of_key(path: str, key: str, found: Finding) -> Problem:
    return Problem(found.code, Place(path, key=(key,)), found.message, found.fix)


def _misspelt(told: Told, passage: Passage, suspect: Suspect) -> Problem:
    place = _place(told, passage.source(suspect.start), suspect.word)
    what = f"`{suspect.word}` looks like {suspect.player}, and nobody on this site is called so"
    return warning("misspelt-in-prose", place, what, f"Did you mean {suspect.player}? If not, a file in content/people/ says so.")


def _place(told: Told, at: int, text: str) -> Place:
    """The line and column of a place in the file's text."""
    before = told.text.rfind("\n", 0, at) + 1
    return Place(told.path, told.text.count("\n", 0, at) + 1, at - before + 1, len(text))
