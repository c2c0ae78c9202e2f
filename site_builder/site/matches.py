"""Reports and results to matches: identities resolved, each match once, each with its permanent address.

An address comes from the date and the teams' slugs, never from a file's name.
Several matches of one pair on one day get ``-2``, ``-3``, by kick-off, then
round, then path.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_builder.content.model import Kind, MatchFacts, MatchReport, When
from site_builder.content.results_model import ResultsFile
from site_builder.content.slugs import slugify
from site_builder.football.model import Match, Season
from site_builder.football.rulebooks import rule_books
from site_builder.problems import Problem
from site_builder.site.calendar import Calendar
from site_builder.site.contradicting import Called
from site_builder.site.days import written
from site_builder.site.happenings import Resolver
from site_builder.site.names import NameBook, name_book
from site_builder.site.people import WhoIsWho, people_named
from site_builder.site.tellings import Telling, Told, unite

_LAST_SKIPPED_HOUR = 3
UNDATED = "results/"
"""What the ids of matches without a date begin with: they have no page."""


def kick_off(when: When, zone: str) -> datetime | None:
    """The instant of a kick-off in UTC; None without a time. An hour that a clock skips counts as before the change."""
    if when.time is None:
        return None
    local = datetime.combine(when.date, when.time)
    if when.offset is not None:
        return (local - when.offset).replace(tzinfo=UTC)
    return local.replace(tzinfo=_zone(zone)).astimezone(UTC)


def skipped_hour(when: When, zone: str) -> str:
    """The offset from UTC before clocks go forward over this time of day, ``+01:00``; empty for a time that there was."""
    # Nowhere did clocks skip an hour of the day; most kick-offs need no second conversion.
    if when.time is None or when.offset is not None or when.time.hour > _LAST_SKIPPED_HOUR:
        return ""
    local = datetime.combine(when.date, when.time, tzinfo=_zone(zone))
    offset = f"{local:%z}"
    return "" if local.astimezone(UTC).astimezone(_zone(zone)).hour == when.time.hour else f"{offset[:3]}:{offset[3:5]}"


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


class Identities(Struct, frozen=True):
    """What names mean: books of names, the calendar of competitions, towns that are no grounds."""

    books: Mapping[Kind, NameBook]
    calendar: Calendar
    cities: frozenset[str] = frozenset()


def told_matches(
    reports: Iterable[MatchReport], results: Iterable[ResultsFile], who: WhoIsWho, names: Identities
) -> tuple[tuple[Told, ...], tuple[Problem, ...]]:
    """All matches that reports and results tell, in order of date, kick-off and address, and every problem met."""
    tellings: list[tuple[Telling, Match, bool]] = []
    problems: list[Problem] = []
    for facts, telling in _sources(reports, results):
        if _is_nobody(facts):
            problems += _undated(facts, telling)
            continue
        match = _identified(facts, telling, names)
        if isinstance(match, tuple):
            problems += match
        else:
            if facts.when and facts.when.time:
                problems += _skipped_hour(
                    facts, telling, names.calendar.zone_of(match.competition, is_bulk=telling.report is None)
                )
            named = people_named(match.happenings, match.home, match.away)
            who.meet(named, match.season)
            tellings.append((telling, match, bool(named)))
    # Of many a match only the score is told, and nobody is named.
    resolved = [
        Telling(_with_people(match, who) if is_named else match, t.path, t.line, t.report) for t, match, is_named in tellings
    ]
    told, contradictions = unite(resolved, names.calendar.meets_once, _called(names.books, who), names.cities)
    return addressed(told), (*_counted(problems), *contradictions)


def _called(books: Mapping[Kind, NameBook], who: WhoIsWho) -> Called:
    """What things are called; names of people are gathered for the first message that asks."""

    @cache
    def people() -> Mapping[str, str]:
        return {**name_book(Kind.PERSON, (), who.spellings)[0].shown, **books[Kind.PERSON].shown}

    return lambda kind, slug: (people() if kind is Kind.PERSON else books[kind].shown).get(slug, slug)


NO_SEASON = "missing-season"
"""The code of a match whose season nothing tells; no news where the file of a competition could not be read."""
_UNTOLD = "the season of {} is not told, and the competition has no rule book that could tell it"
_NEAR = 0.8
_NOBODY = Match("", "", Season(1, 1), "", "", None)


def _sources(reports: Iterable[MatchReport], results: Iterable[ResultsFile]) -> Iterator[tuple[MatchFacts, Telling]]:
    """Everything that tells a match: the facts as written, and where they stand."""
    for report in reports:
        yield report.facts, Telling(_NOBODY, report.path, 0, report)
    for file in results:
        for number, row in enumerate(file.rows, 1):
            yield row.facts, Telling(_NOBODY, file.path, row.line or number)


def _identified(facts: MatchFacts, telling: Telling, names: Identities) -> Match | tuple[Problem, ...]:
    """The match of a source with slugs for names of teams, competition and venue, people still by name; or why it tells none."""
    teams, calendar, when = names.books[Kind.TEAM], names.calendar, facts.when
    competition = names.books[Kind.COMPETITION].slug(facts.competition)
    home, away = teams.slug(facts.home), teams.slug(facts.away)
    season = facts.season or (calendar.season_of(competition, when) if when else None)
    problems = list(_undated(facts, telling))
    if home == away:
        problems.append(
            Problem("same-team-twice", telling.place("away"), "home and away are the same team", "Correct one of them.")
        )
    # A date that is missing may be all that the season needs.
    if season is None and not (telling.report and when is None and calendar.tells_seasons(competition)):
        problems.append(_missing_season(telling, facts.competition))
    if problems or season is None:
        return tuple(problems)
    return Match(
        id="",
        competition=competition,
        season=season,
        home=home,
        away=away,
        date=when.date if when else None,
        time=when.time if when else None,
        kick_off=kick_off(when, calendar.zone_of(competition, is_bulk=telling.report is None)) if when and when.time else None,
        stage=facts.stage,
        status=facts.status,
        result=facts.result,
        played=facts.played_score,
        winner=facts.winner,
        neutral=bool(facts.neutral),
        venue=names.books[Kind.VENUE].slug(facts.venue) if facts.venue else None,
        happenings=facts.happenings,
    )


def _undated(facts: MatchFacts, telling: Telling) -> Iterator[Problem]:
    """A report has its page by its date."""
    if facts.when is None and telling.report:
        fix = "Add a line like `date: 2021-02-10`."
        yield Problem("missing-key", telling.place("date"), "a match report needs the key `date`", fix)


def _skipped_hour(facts: MatchFacts, telling: Telling, zone: str) -> Iterator[Problem]:
    """A kick-off at a time that clocks there went over."""
    offset = skipped_hour(facts.when, zone) if facts.when else ""
    if facts.when and facts.when.time and offset:
        clock = f"{facts.when.time:%H:%M}"
        sentence = f"there was no {clock} that day in {zone}: clocks went forward"
        fix = f"Correct the time, or write its offset from UTC: `{facts.when.date} {clock}{offset}`."
        yield Problem("skipped-hour", telling.place("date"), sentence, fix)


def _is_nobody(facts: MatchFacts) -> bool:
    """Whether names leave nothing for an address, or home and away are one name: told where the source was read."""
    home, away = slugify(facts.home), slugify(facts.away)
    return home == away or not (home and away and slugify(facts.competition))


def _missing_season(telling: Telling, competition: str) -> Problem:
    names = [name for book in rule_books() for name in (book.name, *book.aliases)]
    near = get_close_matches(competition, names, 1, _NEAR)
    fix = (
        f"Did you mean `{near[0]}`? If not, add a line like `season: 2020-21`."
        if near
        else "Add a line like `season: 2020-21`, or one like `season_starts: 7` to the competition's file."
    )
    return Problem(NO_SEASON, telling.place("competition"), _UNTOLD.format("this match"), fix)


def _counted(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Rows of one file that all lack a season are one mistake, told at the first of them."""
    rows: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.code == NO_SEASON and problem.place.line:
            rows[problem.place.path].append(problem)
        else:
            yield problem
    for first, *others in rows.values():
        told = _UNTOLD.format(f"these {len(others) + 1:,} matches") if others else first.message
        yield replace(first, message=told, fix="Name the season in the file, or the competition as a rule book has it.")


def _with_people(match: Match, who: WhoIsWho) -> Match:
    resolver = Resolver(who, match.home, match.away, match.season)
    return replace(match, happenings=resolver.happenings(match.happenings))


def addressed(told: Iterable[Told]) -> tuple[Told, ...]:
    """Matches with their addresses as ids, in order of date, kick-off and address.

    A match without a date has no page; its id is the place where it is told.
    """
    by_stem: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_stem[_stem(one.match) or f"{UNDATED}{one.place.path.removeprefix('content/results/')}:{one.place.line}"].append(one)
    found: list[Told] = []
    for stem in sorted(by_stem):
        alike = by_stem[stem]
        for number, one in enumerate(sorted(alike, key=_turn) if len(alike) > 1 else alike, 1):
            slug = one.report.publication.slug if one.report else ""
            address = f"{stem.rpartition('/')[0]}/{slug}" if slug else stem if number == 1 else f"{stem}-{number}"
            found.append(replace(one, match=replace(one.match, id=address)))
    return tuple(sorted(found, key=lambda one: in_time(one.match)))


def _turn(one: Told) -> tuple[str, str, str]:
    """The order in which matches of one pair on one day are numbered."""
    match = one.match
    return match.time.isoformat() if match.time else "", match.stage.round or "", str(one.place)


def in_time(match: Match) -> tuple[str, str, str]:
    """The order of matches in time, total because it ends in the id; matches without a date come first."""
    day = written(match.date) if match.date else ""
    return day, match.time.isoformat() if match.time else "", match.id


def _stem(match: Match) -> str:
    """The address without number, empty for a match without a date."""
    if match.date is None:
        return ""
    day = written(match.date)
    return f"matches/{day[:4]}/{day}-{match.home}-{match.away}"
