"""The kinds of page: each has a template of its name and one function that makes its view.

Kinds of open data and of the search index have no template: their function makes the document itself.

A function is imported when its first page is made: after an edit a few kinds
are, and all of them together are a good part of the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar

from site_builder.incremental.memo import Memo
from site_builder.pages.keys import PageKey

if TYPE_CHECKING:
    from site_builder.pages.card import CardView
    from site_builder.pages.data_values import Document
    from site_builder.pages.endpoints import EndpointView
    from site_builder.pages.match_view import MatchView
    from site_builder.pages.search_values import Shard
    from site_builder.pages.views import (
        ArchiveView,
        ArticleView,
        CompetitionSeasonView,
        CompetitionView,
        HeadToHeadView,
        HomeView,
        IndexView,
        NotFoundView,
        PersonView,
        PlainView,
        RedirectView,
        SearchView,
        TeamSeasonView,
        TeamView,
        TeasersView,
        VenueView,
    )

    View = (
        HomeView
        | MatchView
        | ArchiveView
        | IndexView
        | TeasersView
        | TeamView
        | TeamSeasonView
        | CompetitionView
        | CompetitionSeasonView
        | PersonView
        | VenueView
        | ArticleView
        | PlainView
        | RedirectView
        | NotFoundView
        | HeadToHeadView
        | SearchView
        | CardView
        | EndpointView
    )

V = TypeVar("V")


class Makers(Mapping[str, Callable[[Memo, PageKey], V]], Generic[V]):
    """Functions by kind, each named by its module in this room and its own name: ``match.match_view``."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._known: dict[str, Callable[[Memo, PageKey], V]] = {}

    def __getitem__(self, kind: str) -> Callable[[Memo, PageKey], V]:
        """The function of a kind; KeyError where there is none."""
        if kind not in self._known:
            module, _, name = self._names[kind].partition(".")
            self._known[kind] = getattr(import_module(f"site_builder.pages.{module}"), name)
        return self._known[kind]

    def __contains__(self, kind: object) -> bool:
        """Whether there is such a kind."""
        return kind in self._names

    def __iter__(self) -> Iterator[str]:
        """All kinds."""
        return iter(self._names)

    def __len__(self) -> int:
        """How many kinds there are."""
        return len(self._names)


VIEWS: Makers[View] = Makers(
    {
        "home": "home.home_view",
        "match": "match.match_view",
        "archive": "archive.archive_view",
        "index": "lists.index_view",
        "articles": "lists.articles_view",
        "author": "lists.author_view",
        "tag": "lists.tag_view",
        "team": "team.team_view",
        "team_season": "team.team_season_view",
        "competition": "competition.competition_view",
        "competition_season": "competition.competition_season_view",
        "person": "person.person_view",
        "venue": "venue.venue_view",
        "article": "prose_pages.article_view",
        "plain": "prose_pages.plain_view",
        "head_to_head": "head_to_head.head_to_head_view",
        "redirect": "prose_pages.redirect_view",
        "not_found": "prose_pages.not_found_view",
        "search": "search.search_view",
        "card": "card.card_view",
        "feed": "feeds.feed_view",
        "calendar": "calendars.calendar_view",
        "sitemap": "sitemap.sitemap_view",
        "sitemap_index": "sitemap.sitemap_index_view",
        "robots": "sitemap.robots_view",
    }
)
DOCUMENTS: Makers[Document | Shard] = Makers(
    {
        "match_data": "data_match.match_data",
        "team_data": "open_data.team_data",
        "season_data": "open_data.season_data",
        "search_things": "search_index.things_shard",
        "search_season": "search_index.season_shard",
        "search_headlines": "search_index.headlines_shard",
    }
)
TEMPLATES = {
    "feed": "feeds/feed.xml",
    "calendar": "feeds/calendar.ics",
    "sitemap": "feeds/sitemap.xml",
    "sitemap_index": "feeds/sitemap_index.xml",
    "robots": "feeds/robots.txt",
    "card": "cards/match.svg",
}
"""Templates that are not called like their kind."""
CARD = "card"
"""The kind whose page is a drawing, published as PNG."""
_SHARED = {"articles": "teasers", "author": "teasers", "tag": "teasers"}


def view_of(read: Memo, key: PageKey) -> View:
    """What a page shows."""
    return VIEWS[key.kind](read, key)


def template_of(key: PageKey) -> str:
    """The template of a page: ``pages/match.html``; lists of pieces share one, those of endpoints and cards lie apart."""
    return TEMPLATES.get(key.kind) or f"pages/{_SHARED.get(key.kind, key.kind)}.html"


def document_of(read: Memo, key: PageKey) -> Document | Shard:
    """What stands in a document of open data, or in a shard of the search index."""
    return DOCUMENTS[key.kind](read, key)
