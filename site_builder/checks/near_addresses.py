"""The page that a link which finds nothing may mean: one whose last part is the same, or most like it."""

from __future__ import annotations

import difflib
import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from site_builder.content.slugs import slugify
from site_builder.site import model
from site_builder.site.model import Site

NEAR = 0.8
_INDEX = "index"


def nearest_page(target: str, site: Site) -> str:
    """The path of a page from the root (``/teams/atalanta.html``); empty where none is near."""
    path = unquote(target.partition("#")[0].partition("?")[0]).rstrip("/")
    stem = path.rpartition(".")[0] if path.lower().endswith((".md", ".html", ".htm")) else path
    *folders, last = stem.strip("/").split("/")
    if last == _INDEX and folders:
        *folders, last = folders
    pages = _by_last_part(site)
    name = slugify(last)
    near = [name] if name in pages else difflib.get_close_matches(name, pages, 1, NEAR)
    if not near:
        return ""
    found = sorted(pages[near[0]], key=lambda address: (posixpath.dirname(address).split("/")[-1:] != folders[-1:], address))
    return f"/{found[0]}.html"


def _by_last_part(site: Site) -> Mapping[str, list[str]]:
    pages: dict[str, list[str]] = defaultdict(list)
    for address in _addresses(site):
        pages[address.rpartition("/")[2]].append(address)
    return pages


def _addresses(site: Site) -> Iterator[str]:
    """Pages that have a source, and those of what reports mention."""
    things = [thing.address for source in model.THINGS_OF.values() for thing in site.of(source).values()]
    yield from dict.fromkeys((*site.of(model.ADDRESSES).values(), *things))
