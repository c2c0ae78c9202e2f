"""Paths that some file system refuses, or that are none: names that Windows keeps, too long ones, and names of nothing.

Each thing is told once, however many files would be called after it, and at the
place where it is named: a page that nobody wrote has no source of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from site_builder.content.model import Kind
from site_builder.football.model import Match
from site_builder.problems import Place, Problem
from site_builder.site import model
from site_builder.site.model import Site

RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_WORKS = {"authors": (model.WORKS_OF_AUTHOR, "author"), "tags": (model.WORKS_OF_TAG, "tags")}
_TOLD = frozenset({"teams/.html", "competitions/.html", "venues/.html"})
"""What names without a letter would give: told where a match was read."""
LONGEST_NAME = 200  # file systems take 255 bytes; suffixes and temporary names need room
_SUSPECT = re.compile(r"/(?:[/.]|\Z|con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
"""A part that is empty or begins like one that cannot be written, with the slash before it."""


def unfit(claims: Iterable[tuple[str, str]], site: Site) -> Iterator[Problem]:
    """What cannot be written; ``claims`` are output paths, each with the source that wants it, empty where nobody wrote one."""
    told: set[str] = set()
    for path, source in claims:
        if not is_suspect(path):
            continue
        problem = next(filter(None, (_wrong_with(part, path) for part in path.split("/"))), None)
        about = source or "/".join(_thing(path)) if problem else ""
        if problem and about not in told and path not in _TOLD:
            told.add(about)
            place = Place(source) if source else _origin(path, site)
            yield replace(problem, place=place, fix=problem.fix or _fix(path, source))


def is_suspect(path: str) -> bool:
    """Whether a path may be none that can be written; a second look tells."""
    return len(path) > LONGEST_NAME or not path.isascii() or _SUSPECT.search(f"/{path}") is not None


def _wrong_with(part: str, path: str) -> Problem | None:
    """What is wrong with a part of a path, with its fix where that is always the same."""
    if not part or part[0] == ".":
        fix = "Write it with letters or digits, or leave the key out."
        return Problem("empty-slug", Place(path), "this name leaves nothing for an address", fix)
    if RESERVED.fullmatch(part):
        return Problem("reserved-name", Place(path), f"Windows cannot store a file called {part}")
    if len(part) > LONGEST_NAME or len(part.encode()) > LONGEST_NAME:
        return Problem("name-too-long", Place(path), f"the name of {path[:60]}… is too long for a file")
    return None


def _thing(path: str) -> tuple[str, str]:
    """The folder and the slug of what a page is about: of ``teams/aux/2020-21.html`` ``("teams", "aux")``."""
    folder, _, rest = path.partition("/")
    return folder, rest.partition("/")[0].removesuffix(".html")


def _fix(path: str, source: str) -> str:
    folder, _ = _thing(path)
    if source or folder not in set(map(str, model.THINGS)):
        return "Give it another, short `slug`." if source.endswith(".md") else "Give it another, short name."
    return f"Give it a file in content/{folder}/ with a short `slug`, or correct the name."


def _origin(path: str, site: Site) -> Place:
    """Where the first match names a thing."""
    folder, slug = _thing(path)
    for match in site.of(model.MATCHES).values():
        for kind, key, named in _named(match):
            if (str(kind), named) == (folder, slug):
                place: Place = site.of(model.PLACES)[match.id]
                return place if place.line else replace(place, key=(key,))
    people = site.of(model.MATCHES_OF_PERSON).get(slug, ()) if folder == Kind.PERSON else ()
    return site.of(model.PLACES)[people[0]] if people else _of_work(folder, slug, site) or _of_article(folder, slug, site, path)


def _of_article(folder: str, slug: str, site: Site, path: str) -> Place:
    """Where the first article names a thing; else the path that it would have."""
    for piece in site.of(model.PIECES).values():
        for key, named in (("teams", piece.teams), ("people", piece.people), ("competition", (piece.competition,))):
            if folder.startswith(key) and slug in named:
                return Place(piece.article.path, key=(key,))
    return Place(path)


def _of_work(folder: str, slug: str, site: Site) -> Place | None:
    """Where the first report or article names its author, or a tag."""
    source, key = _WORKS.get(folder, (model.WORKS_OF_TAG, ""))
    works = site.of(source).get(slug, ()) if key else ()
    paths = {address: path for path, address in site.of(model.ADDRESSES).items()} if works else {}
    return next((Place(paths[work], key=(key,)) for work in works if work in paths), None)


def _named(match: Match) -> Iterator[tuple[Kind, str, str]]:
    yield Kind.TEAM, "home", match.home
    yield Kind.TEAM, "away", match.away
    yield Kind.COMPETITION, "competition", match.competition
    if match.venue is not None:
        yield Kind.VENUE, "venue", match.venue
    if match.happenings.referee is not None:
        yield Kind.PERSON, "referee", match.happenings.referee
