"""What an author's link means: wiki links, addresses of files and pages, pictures.

Shared by the pages, which make links of them, and by the checks, which say
which of them lead nowhere.
"""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from site_builder.content.markdown_direct import KIND_WORDS
from site_builder.content.model import Kind
from site_builder.content.slugs import slugify
from site_builder.incremental.memo import Memo
from site_builder.site import model

# A name shared by several kinds means the first of these.
WIKI_ORDER = (Kind.TEAM, Kind.COMPETITION, Kind.VENUE, Kind.PERSON)


def wiki_address(read: Memo, target: str) -> str | None:
    """The address that ``[[target]]`` leads to: a thing, ``kind:name``, or ``2021-02-03 Napoli v Atalanta``."""
    name = " ".join(target.split())
    prefix, colon, rest = name.partition(":")
    kind = KIND_WORDS.get(prefix.strip().lower()) if colon else None
    if kind:
        return read.find(model.BY_NAME, f"{kind.value}:{slugify(rest)}")
    slug = slugify(name)
    for one in WIKI_ORDER:
        found = read.find(model.BY_NAME, f"{one.value}:{slug}")
        if found:
            return found
    return match_address(read, name)


def match_address(read: Memo, written: str) -> str | None:
    """The address of a match referred to by date and teams."""
    day, _, teams = written.partition(" ")
    for versus in (" v ", " vs ", " v. ", " – ", " - "):
        home, found, away = teams.partition(versus)
        if found:
            sides = [read.find(model.BY_NAME, f"teams:{slugify(name)}") for name in (home, away)]
            if all(sides):
                slugs = [str(side).removeprefix("teams/") for side in sides]
                return read.find(model.BY_NAME, f"{day} {slugs[0]} v {slugs[1]}")
    return None


def static_of(read: Memo, target: str, source: str) -> str | None:
    """The static file that a source means: beside itself, or under ``content/`` after a slash. Case counts."""
    path = unquote(target.partition("#")[0].partition("?")[0])
    folder = "" if path.startswith("/") else posixpath.dirname(source.removeprefix("content/"))
    return read.find(model.STATICS, posixpath.normpath(posixpath.join(folder, path.lstrip("/"))))


def link_address(read: Memo, target: str, source: str) -> tuple[str, str] | None:
    """Where a markdown link of a source leads: ``("page", address)`` or ``("file", output path)``.

    A target may name a source file (``../teams/atalanta.md``), a page of the site
    (``/teams/atalanta.html``, with or without suffix, from the root or from the
    page itself), a static file, or a feed or a calendar by its path (``/feed.xml``).
    """
    static = static_of(read, target, source)
    if static:
        return "file", static
    path = unquote(target.partition("#")[0].partition("?")[0])
    if path.endswith(".md"):
        where = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        document = path.lstrip("/") if path.startswith("/") else where.removeprefix("content/")
        address = read.find(model.ADDRESSES, f"content/{document}")
        return ("page", address) if address else None
    own = read.find(model.ADDRESSES, source) or ""
    base = "" if path.startswith("/") else posixpath.dirname(own)
    stem = posixpath.normpath(posixpath.join(base, path.strip("/") if path.startswith("/") else path))
    if read.find(model.ENDPOINTS, stem) is not None:
        return "file", stem
    stem = stem.removesuffix(".html")
    address = "index" if stem in {".", ""} else stem.removesuffix("/index")
    return ("page", address) if read.find(model.PAGES, address) is not None else None
