"""The front page: what was written last, the latest results, what is next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from site_builder.incremental.memo import Memo
from site_builder.pages.json_ld import site_node
from site_builder.pages.keys import PageKey
from site_builder.pages.links import competition_link, meta_of
from site_builder.pages.rows import by_day
from site_builder.pages.season_views import TableView
from site_builder.pages.tables import table_top
from site_builder.pages.teasers import latest_works, teaser_of
from site_builder.pages.views import HomeView
from site_builder.site import questions, seasons
from site_builder.site.model import Edition

RESULTS = 20
FIXTURES = 10
TEASERS = 9
COMPETITIONS = 12
TABLES = 3
PLACES = 6


def home_view(read: Memo, key: PageKey) -> HomeView:
    """The front page."""
    config = questions.settings(read)
    works = [teaser_of(read, address) for address in latest_works(read, TEASERS)]
    results = questions.listed(read, "results")[-RESULTS:]
    coming = [i for i in questions.listed(read, "fixtures") if questions.match_of(read, i).date][:FIXTURES]
    return HomeView(
        meta=meta_of(read, key, "", config.description, nodes=[site_node(read)]),
        lead=works[0] if works else None,
        teasers=tuple(works[1:]),
        results=by_day(read, reversed(results)),
        fixtures=by_day(read, coming),
        competitions=tuple(competition_link(read, slug) for slug in questions.listed(read, "current")[:COMPETITIONS]),
        tables=tuple(islice(_tables(read), TABLES)),
    )


def _tables(read: Memo) -> Iterator[TableView]:
    """The tops of the leagues, of each competition in its newest season, the one with the newest match first."""
    for slug in questions.listed(read, "current"):
        edition = Edition(slug, questions.seasons_of_competition(read, slug)[0])
        name = f"{questions.competition(read, slug).name} {edition.season.shown}"
        for stage, table in seasons.final_tables(read, edition):
            if stage.type == "league" and any(row.played for row in table.rows):
                yield table_top(read, table, name, PLACES)
