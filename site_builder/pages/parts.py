"""The parts that views are made of: links, lines of results, people, prose.

Values for templates, complete and finished: text as it is shown, addresses as
they are linked. Every `href` is relative to the site's root (``teams/atalanta.html``);
a template puts `PageMeta.root` in front of it. Markup is marked as such
(`Markup`), everything else is escaped by the template.
"""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct


class Link(Struct, frozen=True):
    """A text, and the page it leads to: empty where there is none."""

    text: str
    href: str = ""


class SiteMeta(Struct, frozen=True):
    """What all pages of a site share.

    ``menu`` is the author's or the default one; ``base_url`` has no final slash;
    ``home`` leads to the front page, ``search`` to the page that searches;
    ``feed`` is the href of the site's feed, empty where there is none;
    ``direction`` is ``rtl`` for a language that is read from the right.
    """

    title: str
    description: str
    language: str
    base_url: str
    menu: tuple[Link, ...]
    home: str = "index.html"
    search: str = "search.html"
    feed: str = ""
    direction: str = "ltr"


class SharedImage(Struct, frozen=True):
    """The picture that stands for a page where a link to it is shown: an absolute address; 0 where the size is unknown."""

    href: str
    width: int = 0
    height: int = 0
    alt: str = ""


class Alternate(Struct, frozen=True):
    """A file that programs follow in the place of a page: ``kind`` is ``feed`` or ``calendar``, ``type`` the media type.

    ``webcal`` is the absolute address that makes a calendar's program subscribe, empty without a base address.
    """

    kind: str
    type: str
    href: str
    webcal: str = ""


class Version(Struct, frozen=True):
    """A page's text in a language: ``name`` is what that language calls itself.

    ``url`` is absolute, empty without a base address.
    """

    lang: str
    name: str
    href: str
    url: str


class PageMeta(Struct, frozen=True):
    """What a page says of itself in its head.

    ``kind`` is the name of its template (``match``); ``title`` is without the
    site's; ``path`` is the output file; ``root`` leads from the page to the
    site's root (``../../``, empty at the root, the path of the base address on
    404.html); ``canonical`` is absolute, empty without a base address; ``data``
    is the href of the same facts as JSON, empty where there are none; ``image`` is
    shown with links to the page, None without one or without a base address;
    ``json_ld`` is plain JSON, to be written with the filter ``inert``; ``versions``
    are all languages that its text is there in, the original first, if there are several.
    """

    kind: str
    title: str
    description: str
    path: str
    root: str
    canonical: str
    lang: str
    breadcrumbs: tuple[Link, ...] = ()
    data: str = ""
    image: SharedImage | None = None
    alternates: tuple[Alternate, ...] = ()
    json_ld: str = ""
    versions: tuple[Version, ...] = ()


class Day(Struct, frozen=True):
    """A date for people and for machines: ``Wednesday 10 February 2021``, ``10 Feb 2021``, ``2021-02-10``."""

    long: str
    short: str
    iso: str


class TeamMark(Struct, frozen=True):
    """A team as it stands in a score line: its name of the day, its page, a code of three letters, its colours.

    ``colours`` are one or two checked CSS colours, empty where unknown; ``crest``
    is the href of its picture, empty where there is none, its size 0 where unknown.
    """

    name: str
    href: str
    code: str
    colours: tuple[str, ...] = ()
    crest: str = ""
    crest_width: int = 0
    crest_height: int = 0


class ResultRow(Struct, frozen=True):
    """A match as a line in a list.

    ``score`` is empty for a fixture; ``time`` is the local kick-off, empty
    where unknown; ``note`` says extra time, a shoot-out, a status ("postponed");
    ``href`` leads to the match, empty for one without a date: it has no page;
    ``has_report`` tells whether somebody wrote about it, ``is_preview`` whether that
    was before the match; ``outcome`` is W, D or L on a team's pages, else empty;
    ``winner`` is ``home``, ``away`` or empty.
    """

    href: str
    day: Day | None
    time: str
    home: Link
    away: Link
    score: str
    note: str
    status: str
    has_report: bool
    winner: str = ""
    outcome: str = ""
    competition: Link | None = None
    stage: str = ""
    is_preview: bool = False


class ResultGroup(Struct, frozen=True):
    """Results under one heading: a date, a round, a month. ``anchor`` is the heading's id."""

    heading: str
    anchor: str
    rows: tuple[ResultRow, ...]


class Teaser(Struct, frozen=True):
    """A report or an article as it is announced: kicker, headline, summary, byline; ``lang`` where it is not the site's."""

    kicker: Link
    title: str
    href: str
    summary: str
    day: Day | None
    authors: tuple[Link, ...] = ()
    score: ResultRow | None = None
    lang: str = ""


class SizedImage(Struct, frozen=True):
    """A picture in one of its sizes: its width in pixels, as `srcset` wants to know it."""

    href: str
    width: int


class PictureSource(Struct, frozen=True):
    """All sizes of a picture in one format: ``type`` is the media type."""

    type: str
    sizes: tuple[SizedImage, ...]


class Picture(Struct, frozen=True):
    """A photo with all that belongs under it.

    ``href`` is for browsers that choose none of ``sources`` (newer formats first)
    or ``sizes`` (its own format), both empty where it is shown as it is; ``width``
    and ``height`` are in pixels, 0 where unknown.
    """

    href: str
    alt: str
    caption: str
    credit: str
    width: int = 0
    height: int = 0
    sources: tuple[PictureSource, ...] = ()
    sizes: tuple[SizedImage, ...] = ()


class Fact(Struct, frozen=True):
    """A label and its value, for lists of facts; ``href`` where the value is a page, ``links`` where it is several."""

    label: str
    value: str = ""
    href: str = ""
    links: tuple[Link, ...] = ()


class Note(Struct, frozen=True):
    """A dated remark: a correction."""

    day: Day
    text: str


class Dispute(Struct, frozen=True):
    """A fact on which another source differs from what the page shows: ``says`` is that source's value."""

    fact: str
    says: str
    source: Link


class Text(Struct, frozen=True):
    """Written text, finished: safe HTML with its links made, and what stands around it.

    ``html`` is empty where nothing was written.
    """

    html: Markup
    words: int = 0
    authors: tuple[Link, ...] = ()
    published: Day | None = None
    updated: Day | None = None
    tags: tuple[Link, ...] = ()
    photos: tuple[Picture, ...] = ()
    sources: tuple[Link, ...] = ()
    corrections: tuple[Note, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    lang: str = ""
    extra: str = "{}"


class Tally(Struct, frozen=True):
    """Results summed up, all of them counted from matches held here."""

    played: int
    won: int
    drawn: int
    lost: int
    goals_for: int
    goals_against: int
