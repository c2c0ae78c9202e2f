"""Which pages exist and where they live: total, known before anything is rendered, free of collisions.

Paths are compared ignoring case and in NFC, because some file systems do; two
things with one path are a problem that names both sources.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from msgspec import Struct, field

from site_builder.config import Cards
from site_builder.content.model import SourceFile
from site_builder.football.model import Match, Season
from site_builder.images.model import Work
from site_builder.incremental.memo import Input, Memo
from site_builder.pages.chosen_addresses import at_slugs
from site_builder.pages.endpoints import Sitemap, endpoint_keys, sitemap_of
from site_builder.pages.head_to_head import head_to_head_keys
from site_builder.pages.keys import InSeason, PageKey, page_of_card
from site_builder.pages.pictures import card_of
from site_builder.pages.search import SEARCH
from site_builder.pages.search_index import search_keys
from site_builder.pages.unfit import unfit
from site_builder.problems import Place, Problem
from site_builder.site import model
from site_builder.site.model import THINGS, THINGS_OF, Site

KEPT = ("feed.xml", "calendar.ics", "sitemap.xml")
"""Paths that the site keeps for itself, also where it does not use them (yet)."""
_BY_ITSELF = "a page that the site makes by itself"


class Plan(Struct, frozen=True):
    """All pages, static files that are copied, documents of open data and cards beside the pages, shards of the search.

    Links lead to pages: `addresses` are theirs. Pages stand in the order in which
    they are made: matches season by season, so that what a season gives is
    computed once, all else by address.
    """

    pages: tuple[PageKey, ...]
    statics: tuple[SourceFile, ...]
    documents: tuple[PageKey, ...] = ()
    shards: tuple[PageKey, ...] = ()
    endpoints: tuple[PageKey, ...] = ()
    cards: tuple[PageKey, ...] = ()
    sitemap: Sitemap = field(default_factory=dict)

    @property
    def addresses(self) -> dict[str, str]:
        """Every address with the kind of its page."""
        return {key.address: key.kind for key in self.pages}

    @property
    def inputs(self) -> dict[Input[Any, Any], Mapping[Any, Any]]:
        """What pages may read of the plan."""
        return {
            model.PAGES: self.addresses,
            model.ENDPOINTS: {key.path: key.kind for key in self.endpoints},
            model.SITEMAP: self.sitemap,
        }

    @property
    def made(self) -> tuple[PageKey, ...]:
        """Everything that is made: each document and card beside its page, since they rest on the same facts."""
        beside: dict[str, tuple[PageKey, ...]] = {key.address: (key,) for key in self.documents}
        for card in self.cards:
            page = page_of_card(card)
            beside[page] = (*beside.get(page, ()), card)
        with_pages: list[PageKey] = []
        for key in self.pages:
            with_pages.append(key)
            with_pages += beside.get(key.address, ())
        return (*with_pages, *self.shards, *self.endpoints)


def page_plan(
    site: Site, statics: tuple[SourceFile, ...], assets: Iterable[str] = (), pictures: Iterable[Work] = ()
) -> tuple[Plan, tuple[Problem, ...]]:
    """The plan of a site and its collisions; ``assets`` are paths that the theme writes, ``pictures`` what is made of some."""
    matches = site.of(model.MATCHES)
    pages = in_the_order_of_making(_pages(site), matches)
    sitemap = sitemap_of(site, pages)
    endpoints = tuple(endpoint_keys(site, sitemap, {_static_path(static) for static in statics}))
    claims = [
        *_claims(site, pages),
        *((path, "") for path in sorted({*KEPT, *(key.path for key in endpoints)})),
        *((_static_path(s), s.path) for s in statics),
        *((a, "the theme") for a in assets),
        *((variant.path, work.source) for work in pictures for variant in work.variants),
    ]
    documents = tuple(document for key in pages if (document := key.data)) if site.config.data else ()
    read = Memo(site.inputs)
    cards = tuple(card for key in pages if (card := card_of(read, key))) if site.config.cards is not Cards.NONE else ()
    shards = tuple(search_keys(*(site.of(model.LISTS)[name] for name in ("seasons", "headlines"))))
    kept = ((documents, "the open data"), (shards, "the search index"), (cards, "a social card"))
    in_the_way = (problem for keys, owner in kept for problem in _in_the_way(statics, keys, owner))
    return Plan(pages, statics, documents, shards, endpoints, cards, sitemap), (
        *at_slugs(_collisions(claims, _redirects(site)), site.of(model.ADDRESSES)),
        *unfit(claims, site),
        *in_the_way,
        *_in_the_way_of_folders(statics, shards),
    )


def in_the_order_of_making(keys: Iterable[PageKey], matches: Mapping[str, Match]) -> tuple[PageKey, ...]:
    """Pages by address, but those of matches, which stand behind the address ``matches``, season by season.

    One season is sorted at a time: to compare all pages with each other by all of this takes three times as long.
    """
    played: dict[tuple[str, Season], list[PageKey]] = defaultdict(list)
    others: list[PageKey] = []
    for key in keys:
        if key.kind == "match":
            match = matches[key.about]
            played[match.competition, match.season].append(key)
        else:
            others.append(key)
    others.sort()
    before = bisect_right(others, "matches", key=attrgetter("address"))
    of_matches = (key for edition in sorted(played) for key in sorted(played[edition]))
    return (*others[:before], *of_matches, *others[before:])


def _pages(site: Site) -> Iterator[PageKey]:
    yield PageKey("index", "home")
    yield PageKey("404", "not_found")
    yield SEARCH
    lists = site.of(model.LISTS)
    yield from _match_pages(site)
    for kind in THINGS:
        if lists[kind.value]:
            yield PageKey(kind.value, "index", kind.value)
    for name in ("authors", "tags"):
        if lists[name]:
            yield PageKey(name, "index", name)
    yield from _thing_pages(site)
    yield from _season_pages(site)
    yield from head_to_head_keys(site)
    # Two articles of one name are one page, and so is an old address that two sources of a page tell.
    yield from dict.fromkeys(_prose_pages(site))


def _match_pages(site: Site) -> Iterator[PageKey]:
    months = site.of(model.LISTS)["months"]
    if months:
        yield PageKey("matches", "archive")
    for year in sorted({month[:4] for month in months}):
        yield PageKey(f"matches/{year}", "archive", year)
    for month in months:
        yield PageKey(f"matches/{month[:4]}/{month}", "archive", month)
    for match in site.of(model.MATCHES).values():
        if match.date:
            yield PageKey(match.id, "match", match.id)


def _thing_pages(site: Site) -> Iterator[PageKey]:
    names = {"teams": "team", "competitions": "competition", "people": "person", "venues": "venue"}
    for kind in THINGS:
        for slug in site.of(THINGS_OF[kind]):
            yield PageKey(f"{kind.value}/{slug}", names[kind.value], slug)


def _season_pages(site: Site) -> Iterator[PageKey]:
    kinds = (
        ("teams", "team_season", model.SEASONS_OF_TEAM),
        ("competitions", "competition_season", model.SEASONS_OF_COMPETITION),
    )
    for folder, kind, source in kinds:
        seasons: Iterable[tuple[str, tuple[Season, ...]]] = site.of(source).items()
        for slug, all_ in seasons:
            for season in all_:
                yield PageKey(f"{folder}/{slug}/{season.text}", kind, InSeason(slug, season.text).about)


def _prose_pages(site: Site) -> Iterator[PageKey]:
    lists = site.of(model.LISTS)
    if lists["articles"]:
        yield PageKey("articles", "articles")
    for address in lists["articles"]:
        yield PageKey(address, "article", address)
    for route in lists["pages"]:
        yield PageKey(route, "plain", route)
    for author in lists["authors"]:
        yield PageKey(f"authors/{author}", "author", author)
    for tag in lists["tags"]:
        yield PageKey(f"tags/{tag}", "tag", tag)
    addresses = site.of(model.ADDRESSES)
    for path, olds in site.of(model.REDIRECTS_OF).items():
        yield from (PageKey(old, "redirect", addresses[path]) for old in olds)


def _static_path(source: SourceFile) -> str:
    return source.path.removeprefix("content/")


def _claims(site: Site, pages: Iterable[PageKey]) -> Iterator[tuple[str, str]]:
    """Each output path with the source that wants it, empty where the site makes the page by itself."""
    previews = {report.path for report in site.of(model.PREVIEWS).values()}
    sources = {path: address for path, address in site.of(model.ADDRESSES).items() if path not in previews}
    # Of two files about one thing the names have been told already.
    of_things = ((path, address) for path, address in sources.items() if path.startswith(_THING_FOLDERS))
    things = {address: path for path, address in sorted(of_things, reverse=True)}
    sources = {path: address for path, address in sources.items() if things.get(address, path) == path}
    redirects: Iterable[tuple[str, str]] = site.of(model.REDIRECTS_OF).items()
    for path, address in sorted(sources.items()):
        yield f"{address}.html", path
    for path, olds in redirects:
        yield from ((f"{old}.html", path) for old in olds)
    written = set(sources.values())
    for key in pages:
        if key.kind not in _WRITTEN and not (key.kind in _THINGS and key.address in written):
            yield key.path, ""


_WRITTEN = frozenset({"match", "article", "plain", "redirect"})
_THING_FOLDERS = tuple(f"content/{kind.value}/" for kind in THINGS)
_THINGS = frozenset({"team", "competition", "person", "venue"})


def _folded(path: str) -> str:
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def _folders(path: str) -> Iterator[str]:
    """The folders that a path lies in, the outermost first."""
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)


def _redirects(site: Site) -> dict[tuple[str, str], Place]:
    """Where an old address is written, by its output path and the source that has it."""
    redirects: Iterable[tuple[str, tuple[str, ...]]] = site.of(model.REDIRECTS_OF).items()
    return {
        (f"{old}.html", path): Place(path, key=("redirects", number))
        for path, olds in redirects
        for number, old in enumerate(olds)
    }


def _collisions(claims: Sequence[tuple[str, str]], redirects: Mapping[tuple[str, str], Place]) -> Iterator[Problem]:
    """Two things that want one path, or a path that another one needs as a folder."""
    owners: dict[str, tuple[str, str]] = {}
    pairs: set[tuple[str, str]] = set()
    for claim in claims:
        owner = owners.setdefault(_folded(claim[0]), claim)
        # Copies of a photo want the same files in each size and format: told at the first of them.
        if owner is not claim and ((pair := (owner[1], claim[1])) not in pairs or claim in redirects):
            pairs.add(pair)
            told = next(((redirects[one], other) for one, other in ((claim, owner), (owner, claim)) if one in redirects), None)
            yield _no_old_address(told[0], *told[1]) if told else _collision(claim[0], owner[1], claim[1])
    # All files of a folder share its own: most sites have no file that is called like one.
    innermost = {path.rpartition("/")[0] for path in owners}
    if owners.keys().isdisjoint({*innermost, *(folder for inner in innermost for folder in _folders(inner))}):
        return
    for path, source in claims:
        for folder in _folders(_folded(path)):
            if taken := owners.get(folder):
                yield _collision(folder, taken[1], source)


def _no_old_address(place: Place, path: str, source: str) -> Problem:
    sentence = f"{path} is wanted by {source or _BY_ITSELF}, so it cannot be an old address"
    return Problem("same-path", place, sentence, "Take it out of `redirects`.")


def _in_the_way(statics: Sequence[SourceFile], documents: Iterable[PageKey], owner: str) -> Iterator[Problem]:
    """Static files, and folders of some, that stand where a document goes; two documents collide only as their pages do."""
    paths = {_folded(key.path): key.path for key in documents} if statics else {}
    for static in statics:
        parts = _folded(_static_path(static)).split("/")
        for end in range(1, len(parts) + 1):
            if wanted := paths.get("/".join(parts[:end])):
                yield _collision(wanted, owner, static.path)


def _in_the_way_of_folders(statics: Iterable[SourceFile], shards: Iterable[PageKey]) -> Iterator[Problem]:
    """Static files that are called as a folder of the search index; other folders are those of pages, which claim them."""
    folders = {_folded(key.path.rpartition("/")[0]) for key in shards} | {SEARCH.address}
    for static in statics:
        if _folded(_static_path(static)) in folders:
            yield _collision(_static_path(static), "the search index", static.path)


def _collision(path: str, first: str, second: str) -> Problem:
    here, other = (second, first) if second else (first, second)
    made = other or _BY_ITSELF
    # Pictures and other files have no front matter to say a slug in.
    fix = "Rename one of the two, or give one a `slug`." if ".md" in (here[-3:], other[-3:]) else "Rename one of the two."
    return Problem("same-path", Place(here or path), f"{path} is also wanted by {made}", fix)
