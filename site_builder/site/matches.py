"""Reports to matches: identities resolved, each match once, each with its permanent address.

An address comes from the date and the teams' slugs, never from a file's name.
Several matches of one pair on one day get ``-2``, ``-3``, by kick-off, then
round, then path.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from site_builder.content.model import Kind, MatchReport, When
from site_builder.football.model import Match
from site_builder.problems import Place, Problem
from site_builder.site.calendar import Calendar
from site_builder.site.happenings import Resolver
from site_builder.site.names import NameBook
from site_builder.site.people import WhoIsWho, people_named
from site_builder.site.tellings import Telling, Told, unite


def kick_off(when: When, zone: str) -> datetime | None:
    """The instant of a kick-off in UTC; None without a time. An hour that a clock skips counts as before the change."""
    if when.time is None:
        return None
    local = datetime.combine(when.date, when.time)
    if when.offset is not None:
        return (local - when.offset).replace(tzinfo=UTC)
    return local.replace(tzinfo=_zone(zone)).astimezone(UTC)


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def told_matches(
    reports: Iterable[MatchReport],
    books: Mapping[Kind, NameBook],
    who: WhoIsWho,
    calendar: Calendar,
) -> tuple[tuple[Told, ...], tuple[Problem, ...]]:
    """All matches that reports tell, in order of date, kick-off and address, and every problem met."""
    tellings: list[Telling] = []
    problems: list[Problem] = []
    for report in reports:
        match = _identified(report, books, calendar)
        if isinstance(match, Problem):
            problems.append(match)
        else:
            tellings.append(Telling(match, report.path, report))
            who.meet(people_named(match.happenings, match.home, match.away), match.season)
    resolved = [replace(t, match=_with_people(t.match, who)) for t in tellings]
    told, contradictions = unite(resolved)
    return addressed(told), (*problems, *contradictions)


def _identified(report: MatchReport, books: Mapping[Kind, NameBook], calendar: Calendar) -> Match | Problem:
    """The match of a report with slugs for names of teams, competition and venue; people still by name."""
    facts = report.facts
    competition = books[Kind.COMPETITION].slug(facts.competition)
    home, away = (books[Kind.TEAM].slug(name) for name in (facts.home, facts.away))
    if facts.when is None:
        return Problem(
            "missing-key", Place(report.path, 1, 1), "a match report needs `date`", "Add a line like `date: 2021-02-10`."
        )
    season = facts.season or calendar.season_of(competition, facts.when)
    if season is None:
        sentence = "the season of this match is not told, and the competition has no rule book that could tell it"
        return Problem("missing-season", Place(report.path, key=("competition",)), sentence, "Add a line like `season: 2020-21`.")
    if home == away:
        return Problem(
            "same-team-twice", Place(report.path, key=("away",)), "home and away are the same team", "Correct one of them."
        )
    return Match(
        id="",
        competition=competition,
        season=season,
        home=home,
        away=away,
        date=facts.when.date,
        time=facts.when.time,
        kick_off=kick_off(facts.when, calendar.zone_of(competition)),
        stage=facts.stage,
        status=facts.status,
        result=facts.result,
        played=facts.played_score,
        winner=facts.winner,
        neutral=bool(facts.neutral),
        venue=books[Kind.VENUE].slug(facts.venue) if facts.venue else None,
        happenings=facts.happenings,
    )


def _with_people(match: Match, who: WhoIsWho) -> Match:
    resolver = Resolver(who, match.home, match.away, match.season)
    return replace(match, happenings=resolver.happenings(match.happenings))


def addressed(told: Iterable[Told]) -> tuple[Told, ...]:
    """Matches with their addresses as ids, in order of date, kick-off and address."""

    def turn(one: Told) -> tuple[str, str, str, str]:
        match = one.match
        time = match.time.isoformat() if match.time else ""
        return _stem(match), time, match.stage.round or "", one.report.path

    taken: dict[str, int] = {}
    found: list[Told] = []
    for one in sorted(told, key=turn):
        stem = _stem(one.match)
        taken[stem] = taken.get(stem, 0) + 1
        ending = "" if taken[stem] == 1 else f"-{taken[stem]}"
        slug = one.report.publication.slug
        address = f"{stem.rpartition('/')[0]}/{slug}" if slug else f"{stem}{ending}"
        found.append(replace(one, match=replace(one.match, id=address)))
    return tuple(sorted(found, key=lambda one: in_time(one.match)))


def in_time(match: Match) -> tuple[str, str, str]:
    """The order of matches in time, total because it ends in the id; matches without a date come first."""
    day = match.date.isoformat() if match.date else ""
    return day, match.time.isoformat() if match.time else "", match.id


def _stem(match: Match) -> str:
    assert match.date is not None, "only dated matches have pages"
    return f"matches/{match.date.year:04}/{match.date.isoformat()}-{match.home}-{match.away}"
