"""Which files there are for other programs: feeds, calendars, the sitemap, robots.txt. Their kinds are those of no page.

Feeds and the sitemap hold absolute addresses, so a site without a base address
has none. ``robots.txt`` of an author is taken in the place of the site's own.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from site_builder.incremental.memo import Memo
from site_builder.pages.calendars import calendar_matches
from site_builder.pages.endpoint_views import CalendarView, FeedView, RobotsView, SitemapIndexView, SitemapView
from site_builder.pages.keys import PageKey
from site_builder.pages.sitemap import last_change
from site_builder.site import model
from site_builder.site.model import Site
from site_builder.site.newest import WHOLE_SITE

MOST_ADDRESSES = 50_000
"""What one file of a sitemap may list (sitemaps.org/protocol.html)."""
SITEMAP = "sitemap"
_NOT_LISTED = frozenset({"redirect", "not_found", "search"})
EndpointView = FeedView | CalendarView | SitemapView | SitemapIndexView | RobotsView


Sitemap = Mapping[str, tuple[tuple[str, str], ...]]
"""As in `model.SITEMAP`."""


def endpoint_keys(site: Site, sitemap: Sitemap, statics: Container[str]) -> Iterator[PageKey]:
    """All of a site's files for other programs; ``statics`` are the paths of static files."""
    if site.config.base_url:
        yield from (PageKey(beside(about, "feed"), "feed", about) for about in sorted(site.of(model.NEWEST_WORKS)))
        if SITEMAP not in sitemap:
            yield PageKey(SITEMAP, "sitemap_index", str(len(sitemap)))
        yield from (PageKey(address, "sitemap") for address in sitemap)
    if "robots.txt" not in statics:
        yield PageKey("robots", "robots")
    yield from _calendar_keys(site)


def _calendar_keys(site: Site) -> Iterator[PageKey]:
    """Calendars with a match in them: one without any is none (RFC 5545, 3.6)."""
    read = Memo(site.inputs)
    teams = (f"teams/{slug}" for slug in site.of(model.SEASONS_OF_TEAM))
    competitions = (f"competitions/{slug}" for slug in site.of(model.SEASONS_OF_COMPETITION))
    for about in (WHOLE_SITE, *teams, *competitions):
        if any(True for _ in calendar_matches(read, about)):
            yield PageKey(beside(about, "calendar"), "calendar", about)


def beside(about: str, name: str) -> str:
    """Where a feed or a calendar of a page lives; the site's at the root."""
    return f"{about}/{name}" if about else name


def sitemap_of(site: Site, pages: Iterable[PageKey], most: int = MOST_ADDRESSES) -> Sitemap:
    """What each file of the sitemap lists; old addresses and the 404 page are no places to go. Nothing without a base address."""
    if not site.config.base_url:
        return {}
    read = Memo(site.inputs)
    listed = [(page.address, last_change(read, page)) for page in pages if page.kind not in _NOT_LISTED]
    if len(listed) <= most:
        return {SITEMAP: tuple(listed)}
    starts = range(0, len(listed), most)
    return {f"{SITEMAP}-{number}": tuple(listed[start : start + most]) for number, start in enumerate(starts, 1)}
