"""The matches that a site knows, asked for by those who write about one: which is meant, what is known of it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date

from msgspec import Struct

from site_builder.content.slugs import slugify
from site_builder.football.model import LineUp, Match, Score, Season, Side, Status
from site_builder.incremental.memo import Memo
from site_builder.problems import Place
from site_builder.site import model, questions
from site_builder.site.model import Site


class Fixture(Struct, frozen=True):
    """A match as the site knows it, names as shown; ``place`` is the line that tells of it first, ``report`` its file."""

    match: Match
    home: str
    away: str
    competition: str
    place: Place
    venue: str = ""
    report: str = ""

    @property
    def title(self) -> str:
        """``2021-02-10 Atalanta v Napoli``."""
        return f"{self.match.date or 'undated'} {self.home} v {self.away}"


class LastTime(Struct, frozen=True):
    """What a team's last matches tell of it: its line-up as text with its match, its manager, its ground."""

    line_up: str = ""
    match: str = ""
    manager: str = ""
    ground: str = ""


def fixture_of(site: Site, match: Match) -> Fixture:
    """A match with its names."""
    read = Memo(site.inputs)
    report = site.of(model.REPORTS).get(match.id)
    return Fixture(
        match,
        questions.team_name(read, match.home, match.date),
        questions.team_name(read, match.away, match.date),
        questions.competition(read, match.competition).name,
        site.of(model.PLACES)[match.id],
        questions.venue_name(read, match.venue, match.date) if match.venue else "",
        report.path if report else "",
    )


def meetings(site: Site, home: str, away: str) -> tuple[Match, ...]:
    """Matches of two teams by slug, oldest first; the second team's own home matches are left out."""
    both = questions.meetings_of(Memo(site.inputs), home, away)
    matches = site.of(model.MATCHES)
    return tuple(matches[id_] for id_ in both if matches[id_].home == home)


def meant(found: Iterable[Match], day: date | None, competition: str, reported: Container[str]) -> Match | None:
    """The match that somebody wants to write about: that of the day, else the next one, else the last without a report."""
    fits = [m for m in found if (not day or m.date == day) and (not competition or m.competition == competition)]
    open_ = [m for m in fits if m.status in (Status.SCHEDULED, Status.POSTPONED)]
    unreported = [m for m in (open_ or reversed(fits)) if m.id not in reported]
    return unreported[0] if unreported else fits[-1] if fits else None


def of_score(found: Iterable[Match], score: Score, day: date | None) -> Match | None:
    """The one match that ended so, on that day if it is known, or is a fixture of it; None where there are several or none."""
    of_day = [m for m in found if not day or m.date == day]
    fits = [m for m in of_day if m.result and m.result.score == score]
    # A fixture whose score nobody has entered yet is meant only by its day.
    fits = fits or [m for m in of_day if day and m.result is None]
    return fits[0] if len(fits) == 1 else None


def last_time(site: Site, team: str, day: date | None) -> LastTime:
    """What is known of a team on a day from its matches before."""
    read, matches = Memo(site.inputs), site.of(model.MATCHES)
    before = [m for m in (matches[id_] for id_ in questions.matches_of_team(read, team)) if not day or (m.date and m.date < day)]
    lined = next(((m, line) for m in reversed(before) if (line := m.happenings.line_ups.of(_side(m, team)))), None)
    manager = next((who for m in reversed(before) if (who := m.happenings.managers.of(_side(m, team)))), "")
    file = site.of(model.TEAM_FILES).get(team)
    grounds = (m.venue for m in reversed(before) if m.home == team and m.venue and not m.neutral and _is_own(site, team, m.venue))
    ground = file.ground if file and file.ground else _venue(site, next(grounds, None))
    return LastTime(
        line_up=_line_up(site, lined[1]) if lined else "",
        match=fixture_of(site, lined[0]).title if lined else "",
        manager=site.of(model.PEOPLE)[manager].name if manager else "",
        ground=ground,
    )


def _is_own(site: Site, team: str, venue: str) -> bool:
    """Whether nobody else was at home at a ground: those of a tournament are nobody's own."""
    matches = site.of(model.MATCHES)
    return all(matches[id_].home == team for id_ in site.of(model.MATCHES_OF_VENUE).get(venue, ()))


def _venue(site: Site, venue: str | None) -> str:
    return site.of(model.VENUES)[venue].name if venue else ""


def _side(match: Match, team: str) -> Side:
    return Side.HOME if match.home == team else Side.AWAY


def _line_up(site: Site, line_up: LineUp) -> str:
    people = site.of(model.PEOPLE)
    return " - ".join(", ".join(people[who].name if who in people else who for who in line) for line in line_up.lines)


def season_on(site: Site, competition: str, day: date) -> tuple[Season, bool]:
    """The season of a day in a competition, and whether its rule book says so; else one that begins in July."""
    book = site.of(model.RULE_BOOKS).get(slugify(competition))
    told = book.season_of(day) if book else None
    start = day.year if day.month >= 7 else day.year - 1
    return (told, True) if told else (Season(start, start + 1), False)


def report_path(day: date | None, home: str, away: str) -> str:
    """Where a report is expected: ``content/matches/2021/2021-02-10-atalanta-napoli.md``."""
    teams = f"{slugify(home)}-{slugify(away)}"
    return f"content/matches/{day.year}/{day}-{teams}.md" if day else f"content/matches/undated-{teams}.md"
