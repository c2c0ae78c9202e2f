"""From documents to the site: names, matches, people, pieces, and every index that pages read.

The spine of this room. Everything is linked here once; later rooms only ask.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from msgspec import Struct

from site_builder.config import Config
from site_builder.content.gathered import Content
from site_builder.content.model import (
    Article,
    CompetitionFile,
    Document,
    Kind,
    MatchReport,
    PersonFile,
    PlainPage,
    TeamFile,
    ThingFile,
    VenueFile,
)
from site_builder.content.results_model import ResultsFile
from site_builder.content.slugs import slugify
from site_builder.football.rulebooks import rule_books
from site_builder.problems import Problem
from site_builder.site.calendar import Calendar
from site_builder.site.index import Linked, index
from site_builder.site.matches import Identities, told_matches
from site_builder.site.model import THINGS, Site
from site_builder.site.names import NameBook, name_book, own_slug
from site_builder.site.people import WhoIsWho
from site_builder.site.pieces import linked_pieces
from site_builder.site.rules import books_in_use, known_competitions

D = TypeVar("D", bound=Document)


class _Documents(Struct, frozen=True):
    """Documents by kind, drafts left out unless they are wanted."""

    reports: tuple[MatchReport, ...]
    articles: tuple[Article, ...]
    pages: tuple[PlainPage, ...]
    files: Mapping[Kind, tuple[ThingFile, ...]]


def assemble(content: Content, config: Config) -> tuple[Site, tuple[Problem, ...]]:
    """The site that these sources make, and every problem in how they fit together."""
    documents = _by_kind(content.documents, config)
    books, name_problems = _name_books(documents, content.results)
    who = WhoIsWho(books[Kind.PERSON])
    competitions = {own_slug(f): f for f in documents.files[Kind.COMPETITION] if isinstance(f, CompetitionFile)}
    rules, rule_problems = books_in_use(competitions.values(), books[Kind.COMPETITION], books[Kind.TEAM])
    calendar = Calendar(competitions, rules, config.timezone)
    told, match_problems = told_matches(
        documents.reports, content.results, who, Identities(books, calendar, _cities(documents, content.results))
    )
    pieces, piece_problems = linked_pieces(documents.articles, books, told)
    spellings = who.spellings.copy()
    spellings.update(name for article in documents.articles for name in article.people)
    books[Kind.PERSON], _ = name_book(Kind.PERSON, documents.files[Kind.PERSON], spellings)
    linked = Linked(told, pieces, documents.pages, documents.files, books, rules, content.statics)
    return index(linked, config), (*name_problems, *rule_problems, *match_problems, *piece_problems)


def _by_kind(documents: Iterable[Document], config: Config) -> _Documents:
    by_type: dict[type, list[Any]] = defaultdict(list)
    for document in documents:
        if config.drafts or not document.publication.draft:
            by_type[type(document)].append(document)

    def only(kind: type[D]) -> tuple[D, ...]:
        return tuple(by_type[kind])

    files: dict[Kind, tuple[ThingFile, ...]] = {
        Kind.TEAM: only(TeamFile),
        Kind.COMPETITION: only(CompetitionFile),
        Kind.PERSON: only(PersonFile),
        Kind.VENUE: only(VenueFile),
    }
    return _Documents(only(MatchReport), only(Article), only(PlainPage), files)


def _name_books(documents: _Documents, results: Iterable[ResultsFile]) -> tuple[dict[Kind, NameBook], tuple[Problem, ...]]:
    """Names of all kinds; people's only as declared, since the rest depends on the matches."""
    spellings = _spellings(documents, results)
    written = Counter(report.facts.competition for report in documents.reports)
    written.update(article.competition for article in documents.articles if article.competition)
    books: dict[Kind, NameBook] = {}
    problems: list[Problem] = []
    for kind in THINGS:
        known = known_competitions(rule_books()) if kind is Kind.COMPETITION else ()
        books[kind], found = name_book(kind, documents.files[kind], spellings[kind], known, written)
        problems += found
    return books, tuple(problems)


def _spellings(documents: _Documents, results: Iterable[ResultsFile]) -> dict[Kind, Counter[str]]:
    """How often each spelling of a team, competition or venue is used."""
    found: dict[Kind, Counter[str]] = {kind: Counter() for kind in THINGS}
    matches = [*(report.facts for report in documents.reports), *(row.facts for file in results for row in file.rows)]
    found[Kind.TEAM].update(team for facts in matches for team in (facts.home, facts.away))
    found[Kind.COMPETITION].update(facts.competition for facts in matches)
    found[Kind.VENUE].update(facts.venue for facts in matches if facts.venue)
    for article in documents.articles:
        found[Kind.TEAM].update(article.teams)
        if article.competition:
            found[Kind.COMPETITION][article.competition] += 1
    grounds = (f.ground for f in documents.files[Kind.TEAM] if isinstance(f, TeamFile))
    found[Kind.VENUE].update(ground for ground in grounds if ground)
    return found


def _cities(documents: _Documents, results: Iterable[ResultsFile]) -> frozenset[str]:
    """Slugs of towns: those that files name, and what results of internationals have in the place of a ground."""
    named = [f.city for kind in (Kind.TEAM, Kind.VENUE) for f in documents.files[kind] if isinstance(f, TeamFile | VenueFile)]
    rows = (row.facts.venue for file in results if file.tells_towns for row in file.rows)
    return frozenset(slugify(name) for name in (*named, *rows) if name)
