"""Matches for tests, written as a paper prints them: ``juventus 3-2 porto aet (2-1)``, ``italy 1-1 france aet, 5-3 pens``."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from msgspec.structs import replace

from site_builder.football.model import ExtraTime, Match, Result, Score, Season, Side, Stage, Status

_LINE = re.compile(
    r"(?P<home>\S+) (?:(?P<score>\d+-\d+)|v) (?P<away>[^ ,]+)"
    r"(?P<aet> aet)?(?: \((?P<ninety>\d+-\d+)\))?(?:,? (?P<pens>\d+-\d+) pens)?"
)
FIRST_DAY = date(2020, 9, 1)


def match_of(
    line: str,
    day: int | None = 0,
    *,
    round: str | None = None,  # noqa: A002 (the model's own word)
    group: str | None = None,
    leg: int | None = None,
    matchday: int | None = None,
    status: Status | None = None,
    winner: Side | None = None,
    kick_off: str = "",
    season: str = "2020-21",
    id: str = "",  # noqa: A002 (the model's own word)
) -> Match:
    """One match, ``day`` days after 1 September 2020 (None: no date)."""
    found = _LINE.fullmatch(line)
    assert found, line
    score = _score(found["score"])
    result = None
    if score is not None:
        extra = ExtraTime.FULL if found["aet"] else None
        result = Result(score, full_time=_score(found["ninety"]), extra_time=extra, shootout=_score(found["pens"]))
    when = FIRST_DAY + timedelta(days=day) if day is not None else None
    return Match(
        id=id or f"{line}/{day}/{round}/{group}/{leg}/{matchday}",
        competition="cup",
        season=Season.parse(season),
        home=found["home"],
        away=found["away"],
        date=when,
        time=time.fromisoformat(kick_off) if kick_off else None,
        stage=Stage(round, matchday, group, leg),
        status=status or (Status.PLAYED if result else Status.SCHEDULED),
        result=result,
        winner=winner,
    )


def _score(text: str | None) -> Score | None:
    if text is None:
        return None
    home, away = text.split("-")
    return Score(int(home), int(away))


def league_of(*lines: str, first_day: int = 0, group: str | None = None) -> tuple[Match, ...]:
    """League matches a day apart, on matchdays of their own."""
    return tuple(match_of(line, first_day + index, matchday=index + 1, group=group) for index, line in enumerate(lines))


def round_of(name: str, *lines: str, first_day: int = 0) -> tuple[Match, ...]:
    """Matches under one heading, a day apart."""
    return tuple(match_of(line, first_day + index, round=name) for index, line in enumerate(lines))


def with_season(matches: tuple[Match, ...], season: str) -> tuple[Match, ...]:
    """The same matches in another season."""
    return tuple(replace(match, season=Season.parse(season)) for match in matches)
