"""What the sources say, typed: one frozen value per file, names as written.

Nothing here is resolved: `home="Internazionale"` stays what the author typed,
the site room finds out which team that is. Places are not kept: a problem
found later names a front matter key (`problems.Place.key`), and the line is
looked up when it is shown.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from enum import StrEnum

from msgspec import Struct

from site_builder.football.model import Happenings, Result, Score, Season, Side, Stage, Status


class Kind(StrEnum):
    """The kinds of content, named as their folders under ``content/``."""

    MATCH = "matches"
    ARTICLE = "articles"
    TEAM = "teams"
    COMPETITION = "competitions"
    PERSON = "people"
    VENUE = "venues"
    PAGE = "pages"
    RESULTS = "results"
    STATIC = "static"


class SourceFile(Struct, frozen=True):
    """A file under ``content/``. ``path`` is relative to the site's folder with slashes; ``digest`` is of its very bytes."""

    path: str
    kind: Kind
    digest: str
    size: int


class When(Struct, frozen=True):
    """A local date, with a kick-off time and an offset from UTC where the source gives them."""

    date: date
    time: time | None = None
    offset: timedelta | None = None


class Photo(Struct, frozen=True):
    """A picture as an author names it; ``src`` is relative to the source, or to ``content/`` after a slash."""

    src: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


class Correction(Struct, frozen=True):
    """What was corrected in a published text, and when."""

    date: date
    text: str


class Source(Struct, frozen=True):
    """Where a fact comes from: a name, an address or both."""

    text: str
    url: str = ""


class Dispute(Struct, frozen=True):
    """What another source says of a fact: ``fact`` is a key of the front matter, or words of the author's."""

    fact: str
    says: str
    source: Source


class Publication(Struct, frozen=True):
    """What every kind of written page may say about itself.

    ``updated`` is a local date and time like `When`; ``extra`` is the author's
    own data as JSON text (mappings do not stay frozen), handed to templates.
    """

    title: str = ""
    description: str = ""
    author: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: str = ""
    photos: tuple[Photo, ...] = ()
    sources: tuple[Source, ...] = ()
    lang: str = ""
    slug: str = ""
    redirects: tuple[str, ...] = ()
    draft: bool = False
    updated: When | None = None
    corrections: tuple[Correction, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    autolink: bool = True
    extra: str = "{}"


class MatchFacts(Struct, frozen=True):
    """A match as a report or a row of results tells it; None means not said."""

    competition: str
    home: str
    away: str
    when: When | None
    season: Season | None = None
    stage: Stage = Stage()
    type: str = "report"
    status: Status = Status.SCHEDULED
    result: Result | None = None
    played_score: Score | None = None
    winner: Side | None = None
    neutral: bool | None = None
    venue: str | None = None
    happenings: Happenings = Happenings()


class Prose(Struct, frozen=True):
    """Markdown made safe HTML once, with everything in it that only the site can finish.

    ``parts`` are HTML fragments in order, see `content.prose`. ``excerpt`` is
    the first paragraph as plain text, at most 280 characters. ``words`` counts
    the words of the text.
    """

    parts: tuple[ProsePart, ...] = ()
    excerpt: str = ""
    words: int = 0


class PartKind(StrEnum):
    """What a fragment of prose is, and so what may be done to it."""

    HTML = "html"
    """Markup to pass on as it is."""
    TEXT = "text"
    """Markup in whose text names may be linked: no link, code or heading is in it."""
    WIKI = "wiki"
    """A wiki link: ``target`` is the name, ``html`` the escaped label."""
    HREF = "href"
    """The value of a link's ``href`` that points into the site: ``target``; ``html`` is the escaped original."""
    SRC = "src"
    """An image whose ``src`` points into the site: ``html`` is the whole tag, ``target`` the address."""


class ProsePart(Struct, frozen=True):
    """A fragment of prose; ``line``, ``column`` and ``length`` say where in the source file a link stands, 0 where unknown."""

    kind: PartKind
    html: str
    target: str = ""
    line: int = 0
    column: int = 0
    length: int = 0


class MatchReport(Struct, frozen=True):
    """A file in ``matches/``: facts, how it is published, and its prose."""

    path: str
    facts: MatchFacts
    publication: Publication
    prose: Prose


class Article(Struct, frozen=True):
    """A file in ``articles/``; ``match`` and ``translation_of`` are references, to a match and to a file, as written."""

    path: str
    when: When | None
    publication: Publication
    prose: Prose
    teams: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    competition: str | None = None
    season: Season | None = None
    match: str | None = None
    translation_of: str = ""


class NameFrom(Struct, frozen=True):
    """A name that a team or venue bears from a day on."""

    name: str
    since: date | None


class TeamFile(Struct, frozen=True):
    """A file in ``teams/``."""

    path: str
    name: str
    publication: Publication
    prose: Prose
    aliases: tuple[str, ...] = ()
    names: tuple[NameFrom, ...] = ()
    short: str = ""
    code: str = ""
    colours: tuple[str, ...] = ()
    crest: str = ""
    ground: str = ""
    city: str = ""
    country: str = ""
    founded: str = ""
    nickname: str = ""


class VenueFile(Struct, frozen=True):
    """A file in ``venues/``; ``coordinates`` are degrees north and east."""

    path: str
    name: str
    publication: Publication
    prose: Prose
    aliases: tuple[str, ...] = ()
    names: tuple[NameFrom, ...] = ()
    city: str = ""
    country: str = ""
    capacity: int | None = None
    coordinates: tuple[float, float] | None = None


class PersonFile(Struct, frozen=True):
    """A file in ``people/``."""

    path: str
    name: str
    publication: Publication
    prose: Prose
    aliases: tuple[str, ...] = ()
    born: date | None = None
    nationality: str = ""
    position: str = ""
    roles: tuple[str, ...] = ()


class CompetitionFile(Struct, frozen=True):
    """A file in ``competitions/``. ``rules``, ``seasons`` and ``zones`` are JSON text, read by the rule books.

    ``season_starts`` is the number of a month, or ``calendar``.
    """

    path: str
    name: str
    publication: Publication
    prose: Prose
    aliases: tuple[str, ...] = ()
    country: str = ""
    timezone: str = ""
    season_starts: str = ""
    rules: str = "[]"
    seasons: str = "{}"
    zones: str = "[]"


class PlainPage(Struct, frozen=True):
    """A file in ``pages/``; ``route`` is its address without suffix (``about``, ``club/history``)."""

    path: str
    route: str
    publication: Publication
    prose: Prose
    translation_of: str = ""


ThingFile = TeamFile | VenueFile | PersonFile | CompetitionFile
Document = MatchReport | Article | TeamFile | VenueFile | PersonFile | CompetitionFile | PlainPage
