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
from site_builder.pages.links import absolute, absolute_file, author_link
from site_builder.pages.structured_data import Node
from site_builder.pages.timestamps import moment_of, rfc3339
from site_builder.pages.wording import fixture_words
from site_builder.site import model, questions
from site_builder.site.references import static_of

SPORT = "Association football"
_SCHEMA = "https://schema.org/"
_STATUS = {Status.POSTPONED: "EventPostponed", Status.CANCELLED: "EventCancelled"}


def match_nodes(read: Memo, match: Match, said: str, image: str) -> list[Node]:
    """A match, and the article about it where somebody wrote one; ``said`` describes the page."""
    event = _event(read, match)
    shown: Node = {"description": said, "image": image}
    report = read.find(model.REPORTS, match.id)
    if report is None or not report.prose.words:
        return [{**event, **shown}]
    about = {"@id": event["@id"]} if event["@id"] else {"@type": "SportsEvent", "name": event["name"]}
    # Of a text before the match nothing tells when it was written: the date is the match's, and lies ahead.
    published = "" if match.status in (Status.SCHEDULED, Status.POSTPONED) else _start(match)
    news = _news(read, match.id, report, report.publication.title or str(event["name"]), published)
    return [{**event, "image": image}, {**news, "about": about, **shown}]


def article_nodes(read: Memo, address: str, said: str, image: str) -> list[Node]:
    """An article with what it is about: its match, else the teams it names."""
    piece = read.get(model.PIECES, address)
    article = piece.article
    published = _moment(read, article)
    about: object = [team_node(read, team) for team in piece.teams]
    if piece.match:
        about = _event(read, questions.match_of(read, piece.match))
    news = _news(read, address, article, article.publication.title, published)
    return [{**news, "about": about, "description": said, "image": image}]


def _event(read: Memo, match: Match) -> dict[str, object]:
    home, away = (questions.team_name(read, team, match.date) for team in (match.home, match.away))
    url = absolute(read, match.id) if match.date else ""
    season = f"{questions.competition(read, match.competition).name} {match.season.shown}"
    return {
        "@type": "SportsEvent",
        "@id": f"{url}#match" if url else "",
        "name": fixture_words(questions.words_of(read), home, away, ""),
        "url": url,
        "sport": SPORT,
        "startDate": _start(match),
        "eventStatus": _SCHEMA + _STATUS.get(match.status, "EventScheduled"),
        "eventAttendanceMode": f"{_SCHEMA}OfflineEventAttendanceMode",
        "homeTeam": {"@type": "SportsTeam", "name": home, "url": absolute(read, f"teams/{match.home}")},
        "awayTeam": {"@type": "SportsTeam", "name": away, "url": absolute(read, f"teams/{match.away}")},
        "location": venue_node(read, match.venue, match.date) if match.venue else None,
        "superEvent": {
            "@type": "SportsEvent",
            "name": season,
            "url": absolute(read, f"competitions/{match.competition}/{match.season.text}"),
        },
    }


def _start(match: Match) -> str:
    """The kick-off, or the day where it is not known."""
    return rfc3339(match.kick_off) if match.kick_off else match.date.isoformat() if match.date else ""


def _moment(read: Memo, article: Article) -> str:
    return rfc3339(moment_of(article.when, questions.settings(read).timezone)) if article.when else ""


def _news(read: Memo, address: str, document: Article | MatchReport, title: str, published: str) -> dict[str, object]:
    """What was written: who, when, and what was put right since."""
    config = questions.settings(read)
    publication = document.publication
    url = absolute(read, address)
    updated = rfc3339(moment_of(publication.updated, config.timezone)) if publication.updated else published
    return {
        "@type": "NewsArticle",
        "headline": title,
        "url": url,
        "mainEntityOfPage": url,
        "datePublished": published,
        "dateModified": updated,
        "inLanguage": publication.lang or config.language,
        "wordCount": document.prose.words,
        "keywords": list(publication.tags),
        "author": _author(read, publication),
        "publisher": {"@type": "Organization", "name": config.title, "url": absolute(read, "index")},
        "correction": [
            {"@type": "CorrectionComment", "text": c.text, "datePublished": c.date.isoformat()} for c in publication.corrections
        ],
    }


def _author(read: Memo, publication: Publication) -> Node | None:
    """A piece's own author is a person; that of the whole site may be anybody."""
    found = author_link(read, publication.author)
    kind = "Person" if publication.author else "Organization"
    return {"@type": kind, "name": found.text, "url": absolute_file(read, found.href) if found.href else ""} if found else None


def team_node(read: Memo, team: str) -> Node:
    """A team."""
    file = read.find(model.TEAM_FILES, team)
    node = {
        "@type": "SportsTeam",
        "name": read.get(model.TEAMS, team).name,
        "url": absolute(read, f"teams/{team}"),
        "sport": SPORT,
    }
    if file is None:
        return node
    crest = static_of(read, file.crest, file.path) if file.crest else None
    ground = {"@type": "StadiumOrArena", "name": file.ground} if file.ground else None
    town = ", ".join(part for part in (file.city, file.country) if part)
    return node | {
        "alternateName": _others(node["name"], file.short, file.nickname, *file.aliases),
        "foundingDate": file.founded if file.founded.isdecimal() else "",
        "logo": absolute_file(read, crest) if crest else "",
        "location": ground and {**ground, "address": town},
        "address": "" if ground else town,
    }


def person_node(read: Memo, slug: str, teams: Iterable[str]) -> Node:
    """A player, manager or referee, with the teams, as slugs, that sources name with the person."""
    file = read.find(model.PERSON_FILES, slug)
    node: dict[str, object] = {
        "@type": "Person",
        "name": questions.person(read, slug).name,
        "url": absolute(read, f"people/{slug}"),
        "affiliation": [
            {"@type": "SportsTeam", "name": questions.team_name(read, team, None), "url": absolute(read, f"teams/{team}")}
            for team in teams
        ],
    }
    if file:
        portrait = static_of(read, file.publication.image, file.path) if file.publication.image else None
        node["image"] = absolute_file(read, portrait) if portrait else ""
        node["birthDate"] = file.born.isoformat() if file.born else ""
        node["nationality"] = {"@type": "Country", "name": file.nationality} if file.nationality else None
        node["alternateName"] = _others(str(node["name"]), *file.aliases)
    return node


def venue_node(read: Memo, venue: str, day: date | None = None) -> Node:
    """A ground under its name of the day."""
    file = read.find(model.VENUE_FILES, venue)
    name = questions.venue_name(read, venue, day)
    node = {"@type": "StadiumOrArena", "name": name, "url": absolute(read, f"venues/{venue}")}
    if file is None:
        return node
    where = file.coordinates
    return node | {
        "alternateName": _others(name, file.name, *file.aliases),
        "address": ", ".join(part for part in (file.city, file.country) if part),
        "maximumAttendeeCapacity": file.capacity,
        "geo": where and {"@type": "GeoCoordinates", "latitude": where[0], "longitude": where[1]},
    }


def _others(name: str, *names: str) -> list[str]:
    """Names besides the one that is shown, each once."""
    return [other for other in dict.fromkeys(names) if other not in ("", name)]


def site_node(read: Memo) -> Node:
    """The site as a whole, for the front page."""
    config = questions.settings(read)
    return {
        "@type": "WebSite",
        "name": config.title,
        "description": config.description,
        "url": absolute(read, "index"),
        "inLanguage": config.language,
    }
