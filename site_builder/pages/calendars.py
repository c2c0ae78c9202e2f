"""Calendars that phones subscribe to: the matches of the site, a team or a competition (RFC 5545).

A calendar is bounded, so that it stays quick to fetch and to make: a team's and
a competition's holds the newest season, the site's what lies around the day that
the site stands at. A match keeps its UID when its date or its title changes
(`permanent_ids`), and stays in the calendar when it is cancelled. Nothing tells
how often a match was changed, so there is no SEQUENCE.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from site_builder.football.model import Match, Status
from site_builder.incremental.memo import Memo
from site_builder.pages.endpoint_views import CalendarEvent, CalendarView
from site_builder.pages.keys import PageKey
from site_builder.pages.links import HOME, absolute, endpoint_meta, name_at
from site_builder.pages.permanent_ids import match_id
from site_builder.pages.rows import is_open, row_of
from site_builder.pages.timestamps import in_utc, moment_of
from site_builder.pages.wording import fixture_words
from site_builder.site import model, questions
from site_builder.site.matches import in_time
from site_builder.site.model import Edition, Squad
from site_builder.site.newest import WHOLE_SITE

RESULTS = 100
"""How many matches up to the day it stands at the site's calendar holds."""
FIXTURES = 300
"""How many after it."""
UNKNOWN = "19700101T000000Z"
"""The stamp of a fixture: when it was announced, no source tells."""
NINETY_MINUTES, EXTRA_TIME = "PT2H", "PT2H45M"
_STATUS = {Status.CANCELLED: "CANCELLED", Status.POSTPONED: "TENTATIVE"}


def calendar_view(read: Memo, key: PageKey) -> CalendarView:
    """The calendar of the site, or of the team or competition whose address ``about`` is."""
    config = questions.settings(read)
    title = config.title if key.about == WHOLE_SITE else f"{name_at(read, key.about)} – {config.title}"
    events = tuple(_event(read, match) for match in calendar_matches(read, key.about))
    return CalendarView(endpoint_meta(read, key, title), absolute(read, key.about or HOME), events)


def calendar_matches(read: Memo, about: str) -> Iterator[Match]:
    """The dated matches that a calendar holds, oldest first."""
    folder, _, slug = about.partition("/")
    ids = {"": _of_site, "teams": _of_team, "competitions": _of_competition}[folder](read, slug)
    return (match for match in (questions.match_of(read, i) for i in ids) if match.date)


def _of_site(read: Memo, _slug: str) -> Iterable[str]:
    day = read.get(model.AS_OF, "")
    months = questions.listed(read, "months")
    now = bisect_right(months, day.isoformat()[:7]) if day else 0
    past = (i for month in reversed(months[:now]) for i in reversed(_of_month(read, month)))
    coming = (i for month in months[max(now - 1, 0) :] for i in _of_month(read, month))

    def is_past(match: str) -> bool:
        date = questions.match_of(read, match).date
        return bool(day and date and date <= day)

    newest = list(islice(filter(is_past, past), RESULTS))
    return (*reversed(newest), *islice((i for i in coming if not is_past(i)), FIXTURES))


def _of_month(read: Memo, month: str) -> tuple[str, ...]:
    return read.get(model.MATCHES_OF_MONTH, month)


def _of_team(read: Memo, team: str) -> Iterable[str]:
    """The newest season, with those that had not ended when it began: leagues by year and by winter overlap."""
    seasons = questions.seasons_of_team(read, team)
    held = [season for season in seasons if season.end >= seasons[0].start]
    ids = [i for season in held for i in questions.matches_of_squad(read, Squad(team, season))]
    return sorted(ids, key=lambda i: in_time(questions.match_of(read, i)))


def _of_competition(read: Memo, slug: str) -> Iterable[str]:
    """The newest season, and what the one before has not finished."""
    newest_first = questions.seasons_of_competition(read, slug)[:2]
    held = [questions.matches_of_edition(read, Edition(slug, season)) for season in newest_first]
    left = (i for ids in held[1:] for i in ids if is_open(read, questions.match_of(read, i)))
    return (*left, *(i for ids in held[:1] for i in ids))


def _event(read: Memo, match: Match) -> CalendarEvent:
    row = row_of(read, match.id)
    fixture = fixture_words(questions.words_of(read), row.home.text, row.away.text, row.score)
    where = (f"{row.competition.text} {match.season.shown}" if row.competition else "", row.stage)
    headline, updated = _announced(read, match.id)
    location, geo = _location(read, match)
    return CalendarEvent(
        uid=match_id(read, match),
        summary=f"{fixture} ({row.note})" if row.note else fixture,
        start=in_utc(match.kick_off) if match.kick_off else f"{match.date:%Y%m%d}",
        duration=_duration(match) if match.kick_off else "",
        status=_STATUS.get(match.status, "CONFIRMED"),
        stamp=_stamp(match, updated),
        description="\n".join(filter(None, (", ".join(filter(None, where)), headline))),
        category=row.competition.text if row.competition else "",
        location=location,
        geo=geo,
        url=absolute(read, match.id),
    )


def _duration(match: Match) -> str:
    went_on = match.result and (match.result.extra_time or match.result.shootout)
    return EXTRA_TIME if went_on else NINETY_MINUTES


def _announced(read: Memo, match: str) -> tuple[str, datetime | None]:
    """What a calendar says of the report of a match: its headline, and when it was updated."""
    report = read.find(model.ANNOUNCED, match)
    if report is None:
        return "", None
    return report.title, moment_of(report.updated, questions.settings(read).timezone) if report.updated else None


def _stamp(match: Match, updated: datetime | None) -> str:
    """When something new was said of a match: its report updated, else the result, at the kick-off as far as one knows."""
    if updated:
        return in_utc(updated)
    if not match.result:
        return UNKNOWN
    return in_utc(match.kick_off) if match.kick_off else f"{match.date:%Y%m%d}T000000Z"


def _location(read: Memo, match: Match) -> tuple[str, tuple[str, ...]]:
    """The ground with its town, and where it is."""
    if not match.venue:
        return "", ()
    name = questions.venue_name(read, match.venue, match.date)
    file = read.find(model.VENUE_FILES, match.venue)
    if file is None:
        return name, ()
    geo = tuple(f"{degrees:.6f}" for degrees in file.coordinates or ())
    return ", ".join(part for part in (name, file.city) if part), geo
