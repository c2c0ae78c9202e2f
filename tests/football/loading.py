"""Matches for tests from the data files, read by the program's own readers; teams and people are slugs of their names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec.structs import replace

from site_builder.content.results_football_txt import read_football_txt
from site_builder.content.results_json import read_json
from site_builder.content.results_model import ResultRow
from site_builder.content.slugs import slugify
from site_builder.football.model import Card, GoalEvent, Happenings, LineUp, Match

DATA = Path(__file__).parent.parent / "data"


@cache
def matches_of(*paths: str) -> tuple[Match, ...]:
    """All matches of some files under ``tests/data``, without problems or the test fails."""
    rows: list[ResultRow] = []
    for path in paths:
        text = (DATA / path).read_text(encoding="utf-8")
        read = read_json if path.endswith(".json") else read_football_txt
        found, problems = read(f"content/results/{path}", text)
        assert not [problem for problem in problems if problem.is_error], problems
        rows += found.rows
    return tuple(_match(number, row) for number, row in enumerate(rows))


def _match(number: int, row: ResultRow) -> Match:
    facts = row.facts
    assert facts.season is not None
    return Match(
        id=f"m{number:04}",
        competition=slugify(facts.competition),
        season=facts.season,
        home=slugify(facts.home),
        away=slugify(facts.away),
        date=facts.when.date if facts.when else None,
        time=facts.when.time if facts.when else None,
        stage=facts.stage,
        status=facts.status,
        result=facts.result,
        played=facts.played_score,
        winner=facts.winner,
        neutral=bool(facts.neutral),
        happenings=_with_slugs(facts.happenings),
    )


def _with_slugs(told: Happenings) -> Happenings:
    goals = tuple(_goal(goal) for goal in told.goals) if told.goals is not None else None
    line_ups = replace(told.line_ups, home=_line_up(told.line_ups.home), away=_line_up(told.line_ups.away))
    return replace(told, goals=goals, cards=tuple(_card(card) for card in told.cards), line_ups=line_ups)


def _goal(goal: GoalEvent) -> GoalEvent:
    return replace(goal, player=slugify(goal.player), assist=slugify(goal.assist) if goal.assist else None)


def _card(card: Card) -> Card:
    return replace(card, player=slugify(card.player))


def _line_up(line_up: LineUp | None) -> LineUp | None:
    if line_up is None:
        return None
    lines = tuple(tuple(slugify(name) for name in line) for line in line_up.lines)
    changes = tuple(replace(change, off=slugify(change.off), on=slugify(change.on)) for change in line_up.substitutions)
    return replace(line_up, lines=lines, substitutions=changes, cards=tuple(_card(card) for card in line_up.cards))
