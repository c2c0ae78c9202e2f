"""Links and marks: a thing of the site as a text that leads to its page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from urllib.parse import quote

from site_builder.config import Config
from site_builder.content.slugs import slugify
from site_builder.football.model import Match, Season
from site_builder.incremental.memo import Memo
from site_builder.language.words import message
from site_builder.pages.alternates import alternates_of
from site_builder.pages.crests import crest_of
from site_builder.pages.keys import PageKey
from site_builder.pages.parts import Link, PageMeta, SharedImage, SiteMeta, TeamMark
from site_builder.pages.schema_org import Node
from site_builder.pages.structured_data import breadcrumbs, graph
from site_builder.site import model, questions

HOME = "index"
_is_plain = re.compile(r"[A-Za-z0-9_.~/-]*").fullmatch
SEARCH = "search"
_MENU = {
    "matches": message("Matches"),
    "competitions": message("Competitions"),
    "teams": message("Teams"),
    "people": message("People"),
    "articles": message("Articles"),
}


def href_of(read: Memo, address: str) -> str:
    """What a link to a page says, from the site's root."""
    suffix = questions.settings(read).suffix
    return address + suffix if suffix or address != HOME else "./"


def link(read: Memo, text: str, address: str) -> Link:
    """A text that leads to an address of the site."""
    suffix = questions.settings(read).suffix
    return Link(text, address + suffix if suffix or address != HOME else "./")


def match_href(read: Memo, match: Match) -> str:
    """What a link to a match says, empty for one without a date: it has no page."""
    return href_of(read, match.id) if match.date else ""


def team_link(read: Memo, team: str, day: date | None = None) -> Link:
    """A team under its name of the day."""
    return Link(questions.team_name(read, team, day), f"teams/{team}{questions.settings(read).suffix}")


def person_link(read: Memo, slug: str) -> Link:
    """A person."""
    return Link(read.get(model.PEOPLE, slug).name, f"people/{slug}{questions.settings(read).suffix}")


def competition_link(read: Memo, slug: str) -> Link:
    """A competition."""
    return Link(read.get(model.COMPETITIONS, slug).name, f"competitions/{slug}{questions.settings(read).suffix}")


def edition_link(read: Memo, slug: str, season: Season, text: str = "") -> Link:
    """A competition's season."""
    return link(read, text or season.shown, f"competitions/{slug}/{season.text}")


def name_at(read: Memo, address: str) -> str:
    """What a team or a competition is called, by its address."""
    folder, _, slug = address.partition("/")
    return questions.team_name(read, slug, None) if folder == "teams" else questions.competition(read, slug).name


def author_links(read: Memo, authors: tuple[str, ...]) -> tuple[Link, ...]:
    """Who wrote a piece, the site's author where the piece names none (who may have no page); none where neither does."""
    return tuple([_author_link(read, name) for name in author_names(read, authors)])


def author_names(read: Memo, authors: tuple[str, ...]) -> tuple[str, ...]:
    """As `author_links`, without the links."""
    return tuple(dict.fromkeys(authors)) or tuple(filter(None, [questions.settings(read).author]))


def _author_link(read: Memo, name: str) -> Link:
    address = f"authors/{slugify(name)}"
    return link(read, name, address) if read.find(model.PAGES, address) is not None else Link(name)


def tag_link(read: Memo, tag: str) -> Link:
    """A tag."""
    return link(read, tag, f"tags/{slugify(tag)}")


def team_mark(read: Memo, team: str, day: date | None = None) -> TeamMark:
    """A team with its code, colours and crest; the code is made of its name where none is given."""
    return read(_team_mark, team, questions.team_name(read, team, day))


def _team_mark(read: Memo, team: str, name: str) -> TeamMark:
    named = link(read, name, f"teams/{team}")
    file = read.find(model.TEAM_FILES, team)
    if file is None:
        return TeamMark(named.text, named.href, _code(named.text))
    return TeamMark(named.text, named.href, file.code or _code(named.text), file.colours[:2], *crest_of(read, file))


def _code(name: str) -> str:
    """Three letters for a badge: initials of three words or more, else the beginning of the longest word."""
    words = [word for word in slugify(name).split("-") if word]
    if len(words) > 2:
        return "".join(word[0] for word in words[:3]).upper()
    return max(words, key=len, default="")[:3].upper()


def meta_of(
    read: Memo,
    key: PageKey,
    title: str,
    description: str,
    *crumbs: Link,
    lang: str = "",
    image: SharedImage | None = None,
    nodes: Iterable[Node] = (),
) -> PageMeta:
    """What a page says of itself in its head; breadcrumbs begin with the home page; ``nodes`` are what it is about."""
    config = questions.settings(read)
    way = (link(read, questions.say(read, "Home"), HOME), *crumbs) if crumbs else ()
    # An old address is the same page as the one it leads to.
    own = key.about if key.kind == "redirect" else key.address
    canonical = on_web(config, own) if key.kind != "not_found" else ""
    listed = (breadcrumbs(config.base_url, way, title, canonical),) if way and canonical else ()
    return PageMeta(
        kind=key.kind,
        title=title,
        description=" ".join(description.split()),
        path=key.path,
        root=config.base_path if key.kind == "not_found" else key.root,
        canonical=canonical,
        lang=lang or config.language,
        breadcrumbs=way,
        data=key.data_path if config.data else "",
        image=image,
        alternates=alternates_of(read, key),
        json_ld=graph((*nodes, *listed)),
    )


def endpoint_meta(read: Memo, key: PageKey, title: str, description: str = "") -> PageMeta:
    """What a feed, a calendar or another file for programs says of itself; ``canonical`` is its own address."""
    return PageMeta(
        kind=key.kind,
        title=title,
        description=" ".join(description.split()),
        path=key.path,
        root=key.root,
        canonical=absolute_file(read, key.path),
        lang=questions.settings(read).language,
    )


def absolute(read: Memo, address: str) -> str:
    """The address of a page on the web, empty without a base address."""
    return on_web(questions.settings(read), address)


def on_web(config: Config, address: str) -> str:
    """As `absolute`, for who holds the settings."""
    base, path = config.base_url, "" if address == HOME else address + config.suffix
    return f"{base}/{_quoted(path)}" if base else ""


@lru_cache(maxsize=4096)
def _quoted(path: str) -> str:
    """A path as addresses write it; those of teams, competitions and venues come again and again."""
    return path if _is_plain(path) else quote(path)


def absolute_file(read: Memo, path: str) -> str:
    """The address of an output file on the web, empty without a base address."""
    base = questions.settings(read).base_url
    return f"{base}/{_quoted(path)}" if base else ""


def anchor_of(heading: str) -> str:
    """The id of a heading that the site makes itself."""
    return slugify(heading) or "section"


def site_meta(read: Memo) -> SiteMeta:
    """What all pages share; without a menu in the settings it leads to every kind of list that the site has."""
    config = questions.settings(read)
    lists = (address for address in _MENU if read.find(model.PAGES, address) is not None)
    words = questions.words_of(read)
    menu = tuple(link(read, words(_MENU[address]), address) for address in lists)
    own = tuple(Link(label, _menu_href(read, target)) for label, target in config.menu)
    feed = "feed.xml" if read.find(model.ENDPOINTS, "feed.xml") else ""
    ways = (href_of(read, HOME), href_of(read, SEARCH), feed)
    return SiteMeta(
        config.title, config.description, config.language, config.base_url, own or menu, *ways, direction=words.direction
    )


def _menu_href(read: Memo, target: str) -> str:
    """An address of the menu: a page of the site as the site links it, anything else as it was written."""
    address = target.lstrip("/").removesuffix(".html") or HOME
    return href_of(read, address) if read.find(model.PAGES, address) is not None else target
