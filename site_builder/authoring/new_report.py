"""A new report: the file where it is expected, with all that the site knows of its match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

from site_builder.authoring.articles.vocabulary import Vocabulary, folded
from site_builder.authoring.files import Taken, create
from site_builder.authoring.fixtures import Fixture, LastTime, fixture_of, last_time, meant, meetings, report_path, season_on
from site_builder.authoring.known import vocabulary_of
from site_builder.authoring.loading import Loaded, load_site
from site_builder.authoring.notes import Outcome
from site_builder.authoring.quoting import comment, scalar
from site_builder.authoring.spelling import unknown
from site_builder.content.model import Kind
from site_builder.content.slugs import slugify
from site_builder.football.model import Match, Season
from site_builder.site import model
from site_builder.site.model import Site
from site_builder.site.names import other_names, own_slug

_BETWEEN = re.compile(r"\s+(?:v|vs\.?|versus|-|–|—)\s+", re.IGNORECASE)


class NotAFixture(Exception):
    """What was asked for cannot be written; the text is a sentence or two for the author."""


class Wanted(Struct, frozen=True):
    """What an author asks for: two teams, and maybe the day and the competition."""

    home: str
    away: str
    day: date | None = None
    competition: str = ""


class NewReport(Struct, frozen=True):
    """All that a new report says, as values."""

    home: str
    away: str
    competition: str
    when: str
    day: date | None
    season: Season | None
    season_is_told: bool
    fixture: Fixture | None
    home_before: LastTime
    away_before: LastTime


def wanted(title: str, day: date | None, competition: str) -> Wanted:
    """The two teams of ``Atalanta v Napoli``. Raises `NotAFixture` where there are not two."""
    teams = [part.strip() for part in _BETWEEN.split(title)]
    if len(teams) != 2 or not all(map(slugify, teams)) or slugify(teams[0]) == slugify(teams[1]):
        raise NotAFixture(f"`{title}` does not name two teams. Write it as `Atalanta v Napoli`.")
    return Wanted(teams[0], teams[1], day, competition)


def new_report(folder: Path, title: str, day: date | None, competition: str) -> Outcome:
    """Write a new report.

    Raises `WrongSettings`, `NotAFixture`, and OSError.
    """
    asked = wanted(title, day, competition)
    loaded = load_site(folder)
    if _slug(loaded.site, Kind.TEAM, asked.home) == _slug(loaded.site, Kind.TEAM, asked.away):
        raise NotAFixture(f"{asked.home} and {asked.away} are one team on this site, by its `aliases`.")
    vocabulary = vocabulary_of(loaded.site)
    found = _fixture(loaded.site, asked, vocabulary)
    if found and found.report:
        line = f"{found.title} is reported already, in {found.report}."
        return Outcome(lines=(line,), is_problem=True)
    report = _report(loaded, asked, found, vocabulary)
    path = report_path(report.day, report.home, report.away)
    try:
        create(loaded.folders.site / path, _text(report))
    except Taken:
        return Outcome(lines=(f"{path} is there already and was left as it is.",), is_problem=True)
    return Outcome(lines=(f"Wrote {path}.", *_remarks(loaded.site, asked, report)))


def _slug(site: Site, kind: Kind, name: str) -> str:
    """The slug of a thing by any of its declared names."""
    for file in site.of(model.FILES_OF[kind]).values():
        if slugify(name) in {slugify(file.name), *map(slugify, other_names(file))}:
            return own_slug(file)
    return slugify(name)


def _fixture(site: Site, asked: Wanted, vocabulary: Vocabulary) -> Fixture | None:
    competition = slugify(vocabulary.competitions.get(folded(asked.competition), asked.competition))
    matches = meetings(site, _slug(site, Kind.TEAM, asked.home), _slug(site, Kind.TEAM, asked.away))
    match = meant(matches, asked.day, competition, frozenset(site.of(model.REPORTS)))
    return fixture_of(site, match) if match else None


def _report(loaded: Loaded, asked: Wanted, found: Fixture | None, vocabulary: Vocabulary) -> NewReport:
    site = loaded.site
    home = found.home if found else vocabulary.team(asked.home)
    away = found.away if found else vocabulary.team(asked.away)
    named = vocabulary.competitions.get(folded(asked.competition), asked.competition)
    competition = found.competition if found else named
    day = found.match.date if found else asked.day
    if day is None and not found:
        raise NotAFixture(f"The site knows no match {home} v {away}. Say when it is: --date 2021-02-10.{_nearest(site, asked)}")
    if not competition:
        raise NotAFixture(
            f"The site knows no match {home} v {away} on {day}. Say in which competition: --competition "
            f"NAME.{_nearest(site, asked)}"
        )
    season, is_told = (found.match.season, True) if found else season_on(site, competition, day) if day else (None, True)
    before = (last_time(site, _slug(site, Kind.TEAM, name), day) for name in (home, away))
    return NewReport(
        home,
        away,
        competition,
        _when(found.match if found else None, day, _zone(loaded, competition)),
        day,
        season,
        is_told,
        found,
        *before,
    )


def _nearest(site: Site, asked: Wanted) -> str:
    return "".join(f" {sentence}" for sentence in _unknown_teams(site, asked))


def _unknown_teams(site: Site, asked: Wanted) -> Iterator[str]:
    teams = site.of(model.TEAMS)
    for name in (asked.home, asked.away):
        if teams and _slug(site, Kind.TEAM, name) not in teams:
            yield unknown(name, [thing.name for thing in teams.values()])


def _others(site: Site, asked: Wanted, taken: Fixture) -> Iterator[str]:
    """The other matches that could have been meant, where no day was given."""
    if asked.day is None:
        matches = meetings(site, taken.match.home, taken.match.away)
        for other in (fixture_of(site, match) for match in matches if match.id != taken.match.id):
            told = f", reported in {other.report}" if other.report else f": --date {other.match.date} means that one"
            yield f"The site also knows {other.title}{told}."


def _zone(loaded: Loaded, competition: str) -> ZoneInfo:
    """The zone in which a report's kick-off is read."""
    file = loaded.site.of(model.COMPETITION_FILES).get(_slug(loaded.site, Kind.COMPETITION, competition))
    return ZoneInfo((file.timezone if file else "") or loaded.config.timezone)


def _when(match: Match | None, day: date | None, zone: ZoneInfo) -> str:
    """The kick-off as its source has it; with the offset from UTC where the site's own zone would mean another moment."""
    if match is None or match.date is None or match.time is None:
        return str(day) if day else ""
    local = datetime.combine(match.date, match.time)
    text = local.strftime("%Y-%m-%d %H:%M")
    if match.kick_off is None or local.replace(tzinfo=zone) == match.kick_off:
        return text
    offset = local.replace(tzinfo=UTC) - match.kick_off
    return local.replace(tzinfo=timezone(offset)).isoformat(sep=" ", timespec="minutes")


def _text(report: NewReport) -> str:
    return "\n".join(("---", *_lines(report), "---", "", "", ""))


def _lines(report: NewReport) -> Iterator[str]:
    yield comment("title: the headline; without it the result is the title")
    yield f"date: {report.when}" if report.when else comment("date: 2021-02-10 20:45")
    yield f"competition: {scalar(report.competition)}"
    if report.season:
        if not report.season_is_told:
            yield comment("no rule book tells the season of this competition: check it")
        yield f"season: {report.season.text}"
    yield from _stage(report.fixture)
    yield f"home: {scalar(report.home)}"
    yield f"away: {scalar(report.away)}"
    yield from _result(report.fixture)
    yield from _line_ups(report)
    yield from _managers(report)
    yield from _ground(report)
    yield comment("referee:")
    yield comment("attendance: a number, or closed doors")


def _stage(fixture: Fixture | None) -> Iterator[str]:
    stage = fixture.match.stage if fixture else None
    if stage is None:
        yield comment("round: Semi-finals, or matchday: 22")
        return
    for key, value in (("round", stage.round), ("group", stage.group), ("matchday", stage.matchday), ("leg", stage.leg)):
        if value is not None:
            yield f"{key}: {scalar(str(value)) if isinstance(value, str) else value}"


def _result(fixture: Fixture | None) -> Iterator[str]:
    """The score stays with the results where they have it: one place for one fact."""
    result = fixture.match.result if fixture else None
    if fixture and result:
        yield comment(f"score: {result.score.home}-{result.score.away}, as in {fixture.place}")
    else:
        yield comment("score: 3-1")
        yield comment("half_time: 2-0")
    yield "# goals:"
    yield "#   home: \"Name 10' Other 16', 78'(pen)\""
    yield '#   away: "Name 53\'"'


def _line_ups(report: NewReport) -> Iterator[str]:
    sides = (("home", report.home_before), ("away", report.away_before))
    if any(before.line_up for _, before in sides):
        yield "# lineups:"
    for side, before in sides:
        if before.line_up:
            yield f"#   last time: {before.match}"
            yield f"#   {side}: {scalar(before.line_up)}"


def _managers(report: NewReport) -> Iterator[str]:
    known = [
        (side, before.manager) for side, before in (("home", report.home_before), ("away", report.away_before)) if before.manager
    ]
    if known:
        yield "managers:  # as in their last matches"
    yield from (f"  {side}: {scalar(name)}" for side, name in known)


def _ground(report: NewReport) -> Iterator[str]:
    told = report.fixture.venue if report.fixture else ""
    ground = told or ("" if report.fixture and report.fixture.match.neutral else report.home_before.ground)
    if report.fixture and report.fixture.match.neutral:
        yield "neutral: true"
    yield f"venue: {scalar(ground)}" if ground else comment("venue:")


def _remarks(site: Site, asked: Wanted, report: NewReport) -> Iterator[str]:
    """Where the facts come from, and names that are new."""
    if report.fixture:
        yield f"Its date, round and teams are those of {report.fixture.place}."
        yield from _others(site, asked, report.fixture)
    else:
        yield "The site knew no such match: look at every value."
    yield from _unknown_teams(site, asked)
