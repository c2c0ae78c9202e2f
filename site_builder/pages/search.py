"""The page that searches: what its script has to know, and plain lists for readers without one."""

from __future__ import annotations

from site_builder.incremental.memo import Memo
from site_builder.language.words import message
from site_builder.pages.keys import PageKey
from site_builder.pages.links import competition_link, edition_link, link, meta_of, team_link
from site_builder.pages.lists import HEADINGS
from site_builder.pages.views import SearchSeasons, SearchView
from site_builder.site import model, questions

SEARCH = PageKey("search", "search")
_INDEXES = {"matches": message("Matches"), **HEADINGS}


def search_view(read: Memo, key: PageKey) -> SearchView:
    """The search page."""
    config, words = questions.settings(read), questions.words_of(read)
    said = words("{site}: teams, people, grounds, matches and headlines.", site=config.title)
    shown = ((address, text) for address, text in _INDEXES.items() if read.find(model.PAGES, address) is not None)
    return SearchView(
        meta=meta_of(read, key, words("Search"), said),
        indexes=tuple(link(read, words(text), address) for address, text in shown),
        competitions=tuple(_seasons(read, slug) for slug in questions.listed(read, "competitions")),
        teams=tuple(team_link(read, team) for team in questions.listed(read, "teams")),
        seasons=questions.listed(read, "seasons"),
        headlines=questions.listed(read, "headlines"),
        suffix=config.suffix,
    )


def _seasons(read: Memo, competition: str) -> SearchSeasons:
    seasons = questions.seasons_of_competition(read, competition)
    return SearchSeasons(competition_link(read, competition), tuple(edition_link(read, competition, one) for one in seasons))
