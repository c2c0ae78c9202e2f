"""The parts that views are made of: links, lines of results, people, prose.

Values for templates, complete and finished: text as it is shown, addresses as
they are linked. Every `href` is relative to the site's root (``teams/atalanta.html``);
a template puts `PageMeta.root` in front of it. Markup is marked as such
(`Markup`), everything else is escaped by the template.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Link:
    """A text, and the page it leads to: empty where there is none."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class SiteMeta:
    """What all pages of a site share.

    ``menu`` is the author's or the default one; ``base_url`` has no final slash;
    ``home`` leads to the front page.
    """

    title: str
    description: str
    language: str
    base_url: str
    menu: tuple[Link, ...]
    home: str = "index.html"


@dataclass(frozen=True, slots=True)
class PageMeta:
    """What a page says of itself in its head.

    ``kind`` is the name of its template (``match``); ``title`` is without the
    site's; ``path`` is the output file; ``root`` leads from the page to the
    site's root (``../../``, empty at the root, the path of the base address on
    404.html); ``canonical`` is absolute, empty without a base address; ``data``
    is the href of the same facts as JSON, empty where there are none.
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


@dataclass(frozen=True, slots=True)
class Day:
    """A date for people and for machines: ``Wednesday 10 February 2021``, ``10 Feb 2021``, ``2021-02-10``."""

    long: str
    short: str
    iso: str


@dataclass(frozen=True, slots=True)
class TeamMark:
    """A team as it stands in a score line: its name of the day, its page, a code of three letters, its colours.

    ``colours`` are one or two checked CSS colours, empty where unknown; ``crest``
    is the href of its picture, empty where there is none.
    """

    name: str
    href: str
    code: str
    colours: tuple[str, ...] = ()
    crest: str = ""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A match as a line in a list.

    ``score`` is empty for a fixture; ``time`` is the local kick-off, empty
    where unknown; ``note`` says extra time, a shoot-out, a status ("postponed");
    ``href`` leads to the match, empty for one without a date: it has no page;
    ``has_report`` tells whether somebody wrote about it; ``outcome`` is W, D or L
    on a team's pages, else empty; ``winner`` is ``home``, ``away`` or empty.
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


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """Results under one heading: a date, a round, a month. ``anchor`` is the heading's id."""

    heading: str
    anchor: str
    rows: tuple[ResultRow, ...]


@dataclass(frozen=True, slots=True)
class Teaser:
    """A report or an article as it is announced: kicker, headline, summary, byline."""

    kicker: Link
    title: str
    href: str
    summary: str
    day: Day | None
    author: Link | None = None
    score: ResultRow | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo with all that belongs under it."""

    href: str
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value, for lists of facts; ``href`` where the value is a page."""

    label: str
    value: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A dated remark: a correction."""

    day: Day
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """Written text, finished: safe HTML with its links made, and what stands around it.

    ``html`` is empty where nothing was written.
    """

    html: Markup
    words: int = 0
    author: Link | None = None
    published: Day | None = None
    updated: Day | None = None
    tags: tuple[Link, ...] = ()
    photos: tuple[Picture, ...] = ()
    sources: tuple[Link, ...] = ()
    corrections: tuple[Note, ...] = ()
    lang: str = ""
    extra: str = "{}"


@dataclass(frozen=True, slots=True)
class Tally:
    """Results summed up, all of them counted from matches held here."""

    played: int
    won: int
    drawn: int
    lost: int
    goals_for: int
    goals_against: int
