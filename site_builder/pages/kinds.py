"""The kinds of page: each has a template of its name and one function that makes its view.

Kinds of open data and of the search index have no template: their function makes the document itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from site_builder.incremental.memo import Memo
from site_builder.pages.archive import archive_view
from site_builder.pages.card import CardView, card_view
from site_builder.pages.competition import competition_season_view, competition_view
from site_builder.pages.data_match import match_data
from site_builder.pages.data_values import Document
from site_builder.pages.endpoints import ENDPOINTS, TEMPLATES, EndpointView
from site_builder.pages.head_to_head import head_to_head_view
from site_builder.pages.home import home_view
from site_builder.pages.keys import PageKey
from site_builder.pages.lists import articles_view, author_view, index_view, tag_view
from site_builder.pages.match import match_view
from site_builder.pages.match_view import MatchView
from site_builder.pages.open_data import season_data, team_data
from site_builder.pages.person import person_view
from site_builder.pages.prose_pages import article_view, not_found_view, plain_view, redirect_view
from site_builder.pages.search import search_view
from site_builder.pages.search_index import SHARDS
from site_builder.pages.search_values import Shard
from site_builder.pages.team import team_season_view, team_view
from site_builder.pages.venue import venue_view
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

VIEWS: Mapping[str, Callable[[Memo, PageKey], View]] = {
    "home": home_view,
    "match": match_view,
    "archive": archive_view,
    "index": index_view,
    "articles": articles_view,
    "author": author_view,
    "tag": tag_view,
    "team": team_view,
    "team_season": team_season_view,
    "competition": competition_view,
    "competition_season": competition_season_view,
    "person": person_view,
    "venue": venue_view,
    "article": article_view,
    "plain": plain_view,
    "head_to_head": head_to_head_view,
    "redirect": redirect_view,
    "not_found": not_found_view,
    "search": search_view,
    "card": card_view,
    **ENDPOINTS,
}
DOCUMENTS: Mapping[str, Callable[[Memo, PageKey], Document | Shard]] = {
    "match_data": match_data,
    "team_data": team_data,
    "season_data": season_data,
    **SHARDS,
}
CARD = "card"
"""The kind whose page is a drawing, published as PNG."""
_SHARED = {"articles": "teasers", "author": "teasers", "tag": "teasers"}


def view_of(read: Memo, key: PageKey) -> View:
    """What a page shows."""
    return VIEWS[key.kind](read, key)


def template_of(key: PageKey) -> str:
    """The template of a page: ``pages/match.html``; lists of pieces share one, those of endpoints and cards lie apart."""
    if key.kind == CARD:
        return "cards/match.svg"
    return TEMPLATES.get(key.kind) or f"pages/{_SHARED.get(key.kind, key.kind)}.html"


def document_of(read: Memo, key: PageKey) -> Document | Shard:
    """What stands in a document of open data, or in a shard of the search index."""
    return DOCUMENTS[key.kind](read, key)
