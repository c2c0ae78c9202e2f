"""A match as a source tells it, varied, and what does not fit together in it."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from site_builder.content.consistency import check_match
from site_builder.content.model import MatchFacts, When
from site_builder.content.shorthand import parse_goals_both, parse_line_up
from site_builder.football.model import (
    BySide,
    Happenings,
    Result,
    Score,
    Side,
    Status,
)
from site_builder.problems import Place

PLAYED = MatchFacts(
    competition="Serie A",
    home="Atalanta",
    away="Napoli",
    when=When(date(2021, 2, 10)),
    status=Status.PLAYED,
    result=Result(Score(3, 1)),
)


XI = "Gollini - Toloi, Romero, Palomino - Maehle, de Roon, Freuler, Gosens - Pessina - Zapata, Muriel"


def place(key: tuple[str | int, ...]) -> Place:
    return Place("a.md", key=key)


def problems_of(facts: MatchFacts) -> list[tuple[str, tuple[str | int, ...], bool]]:
    """Code, key and whether it is an error, of each problem."""
    return [(p.code, p.place.key, p.is_error) for p in check_match(facts, place)[1]]


def with_goals(goals: str, facts: MatchFacts = PLAYED) -> MatchFacts:
    return replace(facts, happenings=Happenings(goals=parse_goals_both(goals, None)))


def with_line_up(line_up: str) -> MatchFacts:
    return replace(PLAYED, happenings=Happenings(line_ups=BySide(parse_line_up(line_up, Side.HOME), None)))
