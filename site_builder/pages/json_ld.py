"""What a page is about, in the words of schema.org: matches, what is written of them, teams, people, grounds.

An event has an id of its own, its page's address with ``#match``, so that an
article elsewhere on the site can be about the very same.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from site_builder.content.model import Article, MatchReport, Publication
from site_builder.football.model import Match, Status
from site_builder.incremental.memo import Memo
from site_builder.pages.links import HOME, absolute, absolute_file, author_links, on_web
from site_builder.pages.schema_org import (
    Author,
    Coordinates,
    Correction,
    Country,
    Event,
    News,
    Node,
    Organization,
    Person,
    Reference,
    Series,
    Site,
    Team,
    Venue,
)
from site_builder.pages.timestamps import moment_of, rfc3339
from site_builder.pages.wording import fixture_words
from site_builder.site import model, questions
from site_builder.site.references import static_of

SPORT = "Association football"
_OFFLINE = "https://schema.org/OfflineEventAttendanceMode"
_SCHEDULED = "https://schema.org/EventScheduled"
_STATUS = {
    Status.POSTPONED: "https://schema.org/EventPostponed",
    Status.CANCELLED: "https://schema.org/EventCancelled",
}


def match_nodes(
    read: Memo, match: Match, report: MatchReport | None, names: tuple[str, str, str], shown: tuple[str, str]
) -> list[Node]:
    """A match, and the article about it where somebody wrote one.

    ``names`` are those of both teams and the competition, ``shown`` are the page's description and its picture.
    """
    if report is None or not report.prose.words:
        return [_event(read, match, names, *shown)]
    event = _event(read, match, names, "", shown[1])
    about = Reference(event.id) if event.id else Event(name=event.name)
    # Of a text before the match nothing tells when it was written: the date is the match's, and lies ahead.
    published = "" if match.status in (Status.SCHEDULED, Status.POSTPONED) else event.start_date
    title = report.publication.title or event.name
    return [event, _news(read, match.id, report, title, published, about, shown)]


def article_nodes(read: Memo, address: str, said: str, image: str) -> list[Node]:
    """An article with what it is about: its match, else the teams it names."""
    piece = read.get(model.PIECES, address)
    article = piece.article
    published = _moment(read, article)
    about: Event | tuple[Team, ...] = (
        _event_of(read, questions.match_of(read, piece.match))
        if piece.match
        else tuple(team_node(read, team) for team in piece.teams)
    )
    return [_news(read, address, article, article.publication.title, published, about, (said, image))]


def _event_of(read: Memo, match: Match) -> Event:
    """A match as a page tells it that is about something else."""
    home, away = (questions.team_name(read, team, match.date) for team in (match.home, match.away))
    return _event(read, match, (home, away, questions.competition(read, match.competition).name), "", "")


def _event(read: Memo, match: Match, names: tuple[str, str, str], said: str, image: str) -> Event:
    home, away, competition = names
    config = questions.settings(read)
    url = on_web(config, match.id) if match.date else ""
    season = match.season
    return Event(
        id=f"{url}#match" if url else "",
        name=fixture_words(questions.words_of(read), home, away, ""),
        url=url,
        sport=SPORT,
        start_date=_start(match),
        event_status=_STATUS.get(match.status, _SCHEDULED),
        event_attendance_mode=_OFFLINE,
        home_team=Team(home, on_web(config, f"teams/{match.home}")),
        away_team=Team(away, on_web(config, f"teams/{match.away}")),
        location=venue_node(read, match.venue, match.date) if match.venue else None,
        super_event=Series(f"{competition} {season.shown}", on_web(config, f"competitions/{match.competition}/{season.text}")),
        description=said,
        image=image,
    )


def _start(match: Match) -> str:
    """The kick-off, or the day where it is not known."""
    return rfc3339(match.kick_off) if match.kick_off else match.date.isoformat() if match.date else ""


def _moment(read: Memo, article: Article) -> str:
    return rfc3339(moment_of(article.when, questions.settings(read).timezone)) if article.when else ""


def _news(
    read: Memo,
    address: str,
    document: Article | MatchReport,
    title: str,
    published: str,
    about: Reference | Event | tuple[Team, ...],
    shown: tuple[str, str],
) -> News:
    """What was written: who, when, and what was put right since; ``shown`` are its description and its picture."""
    config = questions.settings(read)
    publication = document.publication
    url = on_web(config, address)
    updated = rfc3339(moment_of(publication.updated, config.timezone)) if publication.updated else published
    return News(
        headline=title,
        url=url,
        main_entity_of_page=url,
        date_published=published,
        date_modified=updated,
        in_language=publication.lang or config.language,
        word_count=document.prose.words,
        keywords=publication.tags,
        author=_author(read, publication),
        publisher=Organization(config.title, on_web(config, HOME)),
        correction=tuple([Correction(c.text, c.date.isoformat()) for c in publication.corrections]),
        about=about,
        description=shown[0],
        image=shown[1],
    )


def _author(read: Memo, publication: Publication) -> Author | tuple[Author, ...] | None:
    """A piece's own authors are persons, several of them a list; the author of the whole site may be anybody."""
    kind = Person if publication.author else Organization
    found = author_links(read, publication.author)
    authors = tuple([kind(one.text, absolute_file(read, one.href) if one.href else "") for one in found])
    return authors if len(authors) > 1 else next(iter(authors), None)


def team_node(read: Memo, team: str) -> Team:
    """A team."""
    file = read.find(model.TEAM_FILES, team)
    name, url = read.get(model.TEAMS, team).name, absolute(read, f"teams/{team}")
    if file is None:
        return Team(name, url, SPORT)
    crest = static_of(read, file.crest, file.path) if file.crest else None
    town = ", ".join(part for part in (file.city, file.country) if part)
    return Team(
        name,
        url,
        SPORT,
        alternate_name=_others(name, file.short, file.nickname, *file.aliases),
        founding_date=file.founded if file.founded.isdecimal() else "",
        logo=absolute_file(read, crest) if crest else "",
        location=Venue(file.ground, address=town) if file.ground else None,
        address="" if file.ground else town,
    )


def person_node(read: Memo, slug: str, teams: Iterable[str]) -> Person:
    """A player, manager or referee, with the teams, as slugs, that sources name with the person."""
    file = read.find(model.PERSON_FILES, slug)
    name, url = questions.person(read, slug).name, absolute(read, f"people/{slug}")
    affiliation = tuple([Team(questions.team_name(read, team, None), absolute(read, f"teams/{team}")) for team in teams])
    if file is None:
        return Person(name, url, affiliation)
    portrait = static_of(read, file.publication.image, file.path) if file.publication.image else None
    return Person(
        name,
        url,
        affiliation,
        image=absolute_file(read, portrait) if portrait else "",
        birth_date=file.born.isoformat() if file.born else "",
        nationality=Country(file.nationality) if file.nationality else None,
        alternate_name=_others(name, *file.aliases),
    )


def venue_node(read: Memo, venue: str, day: date | None = None) -> Venue:
    """A ground under its name of the day."""
    file = read.find(model.VENUE_FILES, venue)
    name, url = questions.venue_name(read, venue, day), absolute(read, f"venues/{venue}")
    if file is None:
        return Venue(name, url)
    return Venue(
        name,
        url,
        alternate_name=_others(name, file.name, *file.aliases),
        address=", ".join(part for part in (file.city, file.country) if part),
        maximum_attendee_capacity=file.capacity,
        geo=Coordinates(*file.coordinates) if file.coordinates else None,
    )


def _others(name: str, *names: str) -> tuple[str, ...]:
    """Names besides the one that is shown, each once."""
    return tuple([other for other in dict.fromkeys(names) if other not in ("", name)])


def site_node(read: Memo) -> Site:
    """The site as a whole, for the front page."""
    config = questions.settings(read)
    return Site(config.title, config.description, absolute(read, "index"), config.language)
