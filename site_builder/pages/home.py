"""The front page: what was written last, the latest results, what is next."""

from __future__ import annotations

from site_builder.incremental.memo import Memo
from site_builder.pages.keys import PageKey
from site_builder.pages.links import competition_link, meta_of
from site_builder.pages.rows import by_day
from site_builder.pages.teasers import latest_works, teaser_of
from site_builder.pages.views import HomeView
from site_builder.site import questions

RESULTS = 20
FIXTURES = 10
TEASERS = 9
COMPETITIONS = 12


def home_view(read: Memo, key: PageKey) -> HomeView:
    """The front page."""
    config = questions.settings(read)
    works = [teaser_of(read, address) for address in latest_works(read, TEASERS)]
    results = questions.listed(read, "results")[-RESULTS:]
    coming = questions.listed(read, "fixtures")[:FIXTURES]
    return HomeView(
        meta=meta_of(read, key, "", config.description),
        lead=works[0] if works else None,
        teasers=tuple(works[1:]),
        results=by_day(read, reversed(results)),
        fixtures=by_day(read, coming),
        competitions=tuple(competition_link(read, slug) for slug in questions.listed(read, "current")[:COMPETITIONS]),
    )
