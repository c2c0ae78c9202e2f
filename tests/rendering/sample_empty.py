"""Every kind of page with nothing on it."""

from __future__ import annotations

from rendering.sample_parts import NO_TEXT, mark, meta
from rendering.sample_search import no_search
from rendering.sample_season import no_head_to_head
from site_builder.pages.parts import Link, Tally
from site_builder.pages.views import (
    ArchiveView,
    ArticleView,
    CompetitionSeasonView,
    CompetitionView,
    HomeView,
    IndexView,
    NotFoundView,
    PersonView,
    SeasonBody,
    TeamSeasonView,
    TeamView,
    TeasersView,
    VenueView,
)
from site_builder.rendering.templates import View

NOTHING = SeasonBody("", (), (), (), 0, 0)


def empty() -> tuple[View, ...]:
    """Every kind of list with nothing in it."""
    return (
        HomeView(meta("home", "", "empty/index.html"), None, (), (), (), ()),
        ArchiveView(meta("archive", "All matches", "empty/matches.html"), "All matches", 0, (), ()),
        IndexView(meta("index", "Teams", "empty/teams.html"), "Teams", 0, ()),
        TeasersView(meta("articles", "Articles", "empty/articles.html"), "Articles", NO_TEXT, ()),
        TeamView(
            meta("team", "SPAL", "empty/team.html"), mark("SPAL"), (), NO_TEXT, (), "", Tally(0, 0, 0, 0, 0, 0), (), (), (), ()
        ),
        TeamSeasonView(meta("team_season", "SPAL", "empty/season.html"), mark("SPAL"), "2030", Tally(0, 0, 0, 0, 0, 0), (), ()),
        CompetitionView(meta("competition", "Cup", "empty/competition.html"), "Cup", (), NO_TEXT, (), NOTHING, ()),
        CompetitionSeasonView(meta("competition_season", "Cup", "empty/cup.html"), Link("Cup"), NOTHING),
        PersonView(meta("person", "Nobody", "empty/person.html"), "Nobody", (), (), NO_TEXT, (), 0, 0, (), ()),
        VenueView(meta("venue", "Nowhere", "empty/venue.html"), "Nowhere", (), NO_TEXT, (), ()),
        no_head_to_head(),
        no_search(),
        ArticleView(meta("article", "Nothing", "empty/article.html"), (), "Nothing", NO_TEXT, None, ()),
        NotFoundView(meta("not_found", "Page not found", "empty/404.html"), ()),
    )
