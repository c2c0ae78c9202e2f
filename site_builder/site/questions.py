"""What one can ask of the site. Each question reads through the one door and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from site_builder.config import Config
from site_builder.content.slugs import slugify
from site_builder.football.history import began_later, was_over
from site_builder.football.model import Match, Season, Side
from site_builder.football.tallies import counts
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words
from site_builder.site import model
from site_builder.site.model import Edition, Squad, Thing
from site_builder.site.names import name_on
from site_builder.site.people import people_named

SEASON_BREAK = timedelta(days=120)
"""How long two matches of a team lie apart at most, if one is the next of the other."""


def settings(read: Memo) -> Config:
    """The site's settings."""
    return read.fixed(model.SETTINGS)


def words_of(read: Memo) -> Words:
    """The words of the site's language."""
    return read.fixed(model.WORDS)


def say(read: Memo, text: str, **values: object) -> str:
    """A message of the site's in its language."""
    return words_of(read)(text, **values)


def foreign(read: Memo, language: str) -> str:
    """The language of a text where it is not the site's, else empty."""
    return "" if language == settings(read).language else language


def match_of(read: Memo, match: str) -> Match:
    """A match by its id."""
    return read.get(model.MATCHES, match)


def matches(read: Memo, ids: Iterable[str]) -> list[Match]:
    """Matches by their ids, which are some of a list."""
    return [match for match in read.find_each(model.MATCHES, ids) if match]


def listed(read: Memo, name: str) -> tuple[str, ...]:
    """One of the lists of everything of a kind; empty where there is nothing of it."""
    return read.find(model.LISTS, name) or ()


def team_name(read: Memo, team: str, day: date | None) -> str:
    """What a team was called on a day."""
    called = read.get(model.TEAM_NAMES, team)
    return name_on(called.dated, called.name, day) if called.dated else called.name


def venue_name(read: Memo, venue: str, day: date | None) -> str:
    """What a ground was called on a day."""
    name = read.get(model.VENUES, venue).name
    file = read.find(model.VENUE_FILES, venue)
    return name_on(file.names, name, day) if file else name


def person(read: Memo, slug: str) -> Thing:
    """A person by slug."""
    return read.get(model.PEOPLE, slug)


def competition(read: Memo, slug: str) -> Thing:
    """A competition by slug."""
    return read.get(model.COMPETITIONS, slug)


def matches_of_team(read: Memo, team: str) -> tuple[str, ...]:
    """All matches of a team, oldest first."""
    return read.find(model.MATCHES_OF_TEAM, team) or ()


def matches_of_squad(read: Memo, squad: Squad) -> tuple[str, ...]:
    """The matches of a team's season, oldest first."""
    return read.find(model.MATCHES_OF_SQUAD, squad) or ()


def matches_of_edition(read: Memo, edition: Edition) -> tuple[str, ...]:
    """The matches of a competition's season, oldest first."""
    return read.find(model.MATCHES_OF_EDITION, edition) or ()


def meetings_of(read: Memo, one: str, other: str) -> tuple[str, ...]:
    """All matches between two teams, oldest first."""
    return read.find(model.MEETINGS, (min(one, other), max(one, other))) or ()


def side_of(match: Match, team: str) -> Side:
    """The side on which a team plays."""
    return Side.HOME if match.home == team else Side.AWAY


def outcome_for(match: Match, team: str) -> str:
    """W, D or L for a team on the pitch (a shoot-out leaves a draw), empty without a result that counts."""
    if match.result is None or not counts(match):
        return ""
    score = match.result.score
    if score.home == score.away:
        return "D"
    return "W" if (score.home > score.away) is (match.home == team) else "L"


class InOrder(Struct, frozen=True):
    """Matches oldest first, with the place of each among them: its number in a list is looked up sooner than found."""

    ids: tuple[str, ...]
    places: dict[str, int]


def in_order_of_team(read: Memo, team: str) -> InOrder:
    """All matches of a team that has some."""
    return read.made_of(model.MATCHES_OF_TEAM, team, _in_order)


def _in_order(ids: tuple[str, ...]) -> InOrder:
    return InOrder(ids, {match: place for place, match in enumerate(ids)})


def over_before(read: Memo, ids: tuple[str, ...], first: int, match: Match) -> tuple[str, ...]:
    """Those of these matches, oldest first, that were over when the one at a place kicked off.

    Those of earlier days were; those of its own day as far as the kick-offs show it,
    which some of them may have and others not.
    """
    if match.date is None:
        return ids
    day = match.date
    beside = read.find_each(model.MATCHES, (*ids[first - 1 : first], *ids[first + 1 : first + 2]))
    if not [one for one in beside if one and one.date == day]:
        return ids[:first]
    at, today = first, list[str]()
    while at and (other := match_of(read, ids[at - 1])).date == day:
        at -= 1
        if was_over(other, match):
            today.append(other.id)
    today.reverse()
    for match_id in ids[first + 1 :]:
        if (other := match_of(read, match_id)).date != day:
            break
        if was_over(other, match):
            today.append(other.id)
    return (*ids[:at], *today)


def next_of(read: Memo, team: str, match: Match) -> Match | None:
    """The match that a team played or plays after this one; None where the site knows none within a season's break.

    Of two on one day which no kick-offs part, neither came next.
    """
    matches_held = in_order_of_team(read, team)
    later = (match_of(read, one) for one in matches_held.ids[matches_held.places[match.id] + 1 :])
    found = next((one for one in later if began_later(one, match)), None)
    soon = found and found.date and match.date and found.date - match.date <= SEASON_BREAK
    return found if soon else None


def is_reported(read: Memo, match: str) -> bool:
    """Whether somebody wrote about a match."""
    announced = read.find(model.ANNOUNCED, match)
    return announced is not None and announced.is_written


def is_previewed(read: Memo, match: str) -> bool:
    """Whether what somebody wrote about a match was written before it."""
    announced = read.find(model.ANNOUNCED, match)
    return announced is not None and announced.is_preview


def matches_of_person(read: Memo, slug: str) -> tuple[str, ...]:
    """The matches that name a person, oldest first."""
    return read.find(model.MATCHES_OF_PERSON, slug) or ()


def matches_of_venue(read: Memo, slug: str) -> tuple[str, ...]:
    """The matches played at a ground, oldest first."""
    return read.find(model.MATCHES_OF_VENUE, slug) or ()


def seasons_of_team(read: Memo, slug: str) -> tuple[Season, ...]:
    """The seasons in which a team has matches, newest first."""
    return read.find(model.SEASONS_OF_TEAM, slug) or ()


def seasons_of_competition(read: Memo, slug: str) -> tuple[Season, ...]:
    """The seasons of a competition that have matches, newest first."""
    return read.find(model.SEASONS_OF_COMPETITION, slug) or ()


def people_of(match: Match) -> tuple[str, ...]:
    """Slugs of everybody whom a match's sources name, each once."""
    return tuple({person: None for person, _ in people_named(match.happenings, match.home, match.away)})


def name_key(kind: str, name: str) -> str:
    """The key of a name in `model.BY_NAME`."""
    return f"{kind}:{slugify(name)}"
