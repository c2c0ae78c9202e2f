"""The sitemap and robots.txt: where the pages are, and when the sources last changed them.

The days are found while the site is planned (`last_change`), so that a file of
the sitemap rests on its own addresses and days, and on nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from site_builder.content.model import Publication
from site_builder.football.model import Season
from site_builder.incremental.memo import Memo
from site_builder.pages.endpoint_views import RobotsView, SitemapEntry, SitemapIndexView, SitemapView
from site_builder.pages.keys import InSeason, PageKey
from site_builder.pages.links import absolute, absolute_file, endpoint_meta
from site_builder.pages.versions import versions_of
from site_builder.site import model, questions
from site_builder.site.days import written
from site_builder.site.model import Edition, Squad
from site_builder.site.newest import WHOLE_SITE


def sitemap_view(read: Memo, key: PageKey) -> SitemapView:
    """A file of the sitemap."""
    listed = read.get(model.SITEMAP, key.address)
    translated = frozenset(questions.listed(read, "translated"))
    entries = tuple(
        SitemapEntry(absolute(read, address), day, versions_of(read, address) if address in translated else ())
        for address, day in listed
    )
    return SitemapView(endpoint_meta(read, key, "Sitemap"), entries)


def sitemap_index_view(read: Memo, key: PageKey) -> SitemapIndexView:
    """The list of the files of a long sitemap; ``about`` is their number."""
    parts = (f"{key.address}-{number}.xml" for number in range(1, int(key.about) + 1))
    return SitemapIndexView(endpoint_meta(read, key, "Sitemap"), tuple(absolute_file(read, part) for part in parts))


def robots_view(read: Memo, key: PageKey) -> RobotsView:
    """robots.txt."""
    has_sitemap = read.find(model.ENDPOINTS, "sitemap.xml") is not None
    return RobotsView(endpoint_meta(read, key, "Robots"), absolute_file(read, "sitemap.xml") if has_sitemap else "")


def last_change(read: Memo, page: PageKey) -> str:
    """The day of a page's last change: that of its text, or of the newest result on it; empty where nothing tells."""
    days = _DAYS.get(page.kind)
    newest = days(read, page) if days else None
    return written(newest) if newest else ""


def _later(one: date | None, other: date | None) -> date | None:
    """The later of two days, either of which may be unknown."""
    return max(one, other) if one and other else one or other


def _of_match(read: Memo, page: PageKey) -> date | None:
    report, preview = read.find(model.REPORTS, page.about), read.find(model.PREVIEWS, page.about)
    match = questions.match_of(read, page.about)
    # A fixture's date lies ahead: it says nothing of when its page changed.
    newest = match.date if match.result else None
    for one in (report, preview):
        newest = _later(newest, _changed(one.publication)) if one else newest
    return newest


def _of_article(read: Memo, page: PageKey) -> date | None:
    article = read.get(model.PIECES, page.about).article
    return _changed(article.publication) or (article.when.date if article.when else None)


def _of_plain(read: Memo, page: PageKey) -> date | None:
    return _changed(read.get(model.PLAIN_PAGES, page.about).publication)


def _of_team(read: Memo, page: PageKey) -> date | None:
    file = read.find(model.TEAM_FILES, page.about)
    return _later(_changed(file.publication) if file else None, _newest(read, questions.matches_of_team(read, page.about)))


def _of_competition(read: Memo, page: PageKey) -> date | None:
    file = read.find(model.COMPETITION_FILES, page.about)
    held = questions.seasons_of_competition(read, page.about)
    newest = _newest(read, questions.matches_of_edition(read, Edition(page.about, held[0]))) if held else None
    return _later(_changed(file.publication) if file else None, newest)


def _of_person(read: Memo, page: PageKey) -> date | None:
    file = read.find(model.PERSON_FILES, page.about)
    return _later(_changed(file.publication) if file else None, _newest(read, questions.matches_of_person(read, page.about)))


def _of_venue(read: Memo, page: PageKey) -> date | None:
    file = read.find(model.VENUE_FILES, page.about)
    return _later(_changed(file.publication) if file else None, _newest(read, questions.matches_of_venue(read, page.about)))


def _of_team_season(read: Memo, page: PageKey) -> date | None:
    team, season = InSeason.parse(page.about)
    return _newest(read, questions.matches_of_squad(read, Squad(team, Season.parse(season))))


def _of_competition_season(read: Memo, page: PageKey) -> date | None:
    competition, season = InSeason.parse(page.about)
    return _newest(read, questions.matches_of_edition(read, Edition(competition, Season.parse(season))))


def _of_archive(read: Memo, page: PageKey) -> date | None:
    ids = read.find(model.MATCHES_OF_MONTH, page.about)
    return _newest(read, ids or ())


def _of_meetings(read: Memo, page: PageKey) -> date | None:
    one, other = page.about.split(" ")
    return _newest(read, questions.meetings_of(read, one, other))


def _of_home(read: Memo, _page: PageKey) -> date | None:
    works = read.find(model.NEWEST_WORKS, WHOLE_SITE) or ()
    newest = (_of_article if read.find(model.PIECES, works[0]) else _of_match)(read, PageKey("", "", works[0])) if works else None
    return _later(newest, _newest(read, questions.listed(read, "results")))


_DAYS: Mapping[str, Callable[[Memo, PageKey], date | None]] = {
    "home": _of_home,
    "match": _of_match,
    "article": _of_article,
    "plain": _of_plain,
    "team": _of_team,
    "competition": _of_competition,
    "person": _of_person,
    "venue": _of_venue,
    "team_season": _of_team_season,
    "competition_season": _of_competition_season,
    "archive": _of_archive,
    "head_to_head": _of_meetings,
}


def _changed(publication: Publication) -> date | None:
    """When a text was last changed, as it says."""
    return publication.updated.date if publication.updated else None


def _newest(read: Memo, ids: Sequence[str]) -> date | None:
    """The date of the newest of these matches, oldest first, that has a result."""
    for id_ in reversed(ids):
        match = questions.match_of(read, id_)
        if match.result and match.date:
            return match.date
    return None
