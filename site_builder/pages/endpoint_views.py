"""What the files for other programs hold: feeds, calendars, the sitemap, robots.txt.

Declarations only. Unlike those of pages every address here is absolute: these
files are read far from the site.
"""

from __future__ import annotations

from msgspec import Struct

from site_builder.pages.parts import Note, PageMeta, Version


class Category(Struct, frozen=True):
    """A subject: ``term`` is its slug, ``label`` its name."""

    term: str
    label: str


class FeedEntry(Struct, frozen=True):
    """A report or an article.

    Moments are RFC 3339; ``corrections`` are what was corrected after publication,
    in the author's order; ``lang`` is empty where it is the feed's.
    """

    id: str
    title: str
    url: str
    summary: str
    authors: tuple[str, ...]
    published: str
    updated: str
    categories: tuple[Category, ...]
    corrections: tuple[Note, ...] = ()
    lang: str = ""


class FeedView(Struct, frozen=True):
    """An Atom feed (RFC 4287): ``meta.canonical`` is its own address, ``url`` that of the page it tells about."""

    meta: PageMeta
    id: str
    url: str
    updated: str
    author: str
    entries: tuple[FeedEntry, ...]


class CalendarEvent(Struct, frozen=True):
    """A match in a calendar.

    ``start`` is an instant in UTC (``20210210T194500Z``), or a day (``20210210``)
    where the kick-off is not known: then ``duration`` is empty. ``status`` is
    CONFIRMED, TENTATIVE or CANCELLED; ``stamp`` is when the sources last said
    something new; ``geo`` holds degrees north and east, or nothing.
    """

    uid: str
    summary: str
    start: str
    duration: str
    status: str
    stamp: str
    description: str
    category: str
    location: str
    geo: tuple[str, ...]
    url: str


class CalendarView(Struct, frozen=True):
    """A calendar (RFC 5545) of matches in order of time; ``url`` is the page it belongs to, empty without a base address."""

    meta: PageMeta
    url: str
    events: tuple[CalendarEvent, ...]


class SitemapEntry(Struct, frozen=True):
    """A page: ``day`` is the date of its last change as the sources tell it, empty where they do not.

    ``versions`` are all languages that its text is there in, the original first, if there are several.
    """

    url: str
    day: str
    versions: tuple[Version, ...] = ()


class SitemapView(Struct, frozen=True):
    """A sitemap, or a part of one that is too long for one file."""

    meta: PageMeta
    entries: tuple[SitemapEntry, ...]


class SitemapIndexView(Struct, frozen=True):
    """The list of the parts of a long sitemap, as addresses."""

    meta: PageMeta
    parts: tuple[str, ...]


class RobotsView(Struct, frozen=True):
    """What crawlers may read, which is everything; ``sitemap`` is empty where there is none."""

    meta: PageMeta
    sitemap: str
