"""Every index of the site, built once from what is linked.

Indices, not searches: each list is in a total order that ends in an id, and
no set reaches a page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from msgspec import Struct

from site_builder.config import Config
from site_builder.content.model import Kind, PlainPage, Publication, SourceFile, ThingFile
from site_builder.content.slugs import slugify
from site_builder.football.model import Match, Status
from site_builder.football.rule_books import RuleBook
from site_builder.incremental.memo import Input
from site_builder.site import model
from site_builder.site.days import written
from site_builder.site.headlines import headlines
from site_builder.site.mentions import names_by_first_token
from site_builder.site.model import FILES_OF, THINGS, THINGS_OF, Called, Edition, Piece, Site, Squad, Thing
from site_builder.site.names import NameBook, other_names, own_slug
from site_builder.site.newest import newest_works
from site_builder.site.people import people_named
from site_builder.site.pieces import names_of_matches
from site_builder.site.tellings import Told
from site_builder.site.translations import Translatable, translations

Inputs = dict[Input[Any, Any], Mapping[Any, Any]]
Works = list[tuple[str, Publication]]
"""Addresses of reports and articles, with what they say of themselves."""


class Linked(Struct, frozen=True):
    """What the indexes are made of; matches and pieces in order of time."""

    told: tuple[Told, ...]
    pieces: tuple[Piece, ...]
    pages: tuple[PlainPage, ...]
    files: Mapping[Kind, tuple[ThingFile, ...]]
    books: Mapping[Kind, NameBook]
    rules: Mapping[str, RuleBook]
    statics: tuple[SourceFile, ...]


def index(linked: Linked, config: Config) -> Site:
    """The site with all of its inputs."""
    things = {kind: _things(kind, linked) for kind in THINGS}
    inputs: Inputs = {
        model.SETTINGS: {"": config},
        model.PIECES: {p.address: p for p in linked.pieces},
        model.PLAIN_PAGES: {page.route: page for page in linked.pages},
        model.RULE_BOOKS: linked.rules,
        model.STATICS: {s.path.removeprefix("content/"): s.path.removeprefix("content/") for s in linked.statics},
        model.PICTURES: {},
        model.ADDRESSES: dict(_addresses(linked)),
        model.REDIRECTS_OF: dict(_redirects(linked)),
        model.NAMES: _names(linked, things),
        model.BY_NAME: dict(_by_name(linked, things)),
        model.VARIOUSLY_SPELT: {Kind.PERSON.value: tuple(sorted(linked.books[Kind.PERSON].various))},
        model.AS_OF: {"": config.as_of or _newest_result(linked.told)},
    }
    texts: tuple[tuple[str, Translatable], ...] = (
        *((p.address, p.article) for p in linked.pieces),
        *((page.route, page) for page in linked.pages),
    )
    inputs[model.TRANSLATIONS] = translations(texts, config.language)
    for kind in THINGS:
        inputs[THINGS_OF[kind]] = things[kind]
        inputs[FILES_OF[kind]] = {own_slug(file): file for file in linked.files[kind]}
    files = inputs[model.TEAM_FILES]
    inputs[model.TEAM_NAMES] = {
        slug: Called(team.name, files[slug].names if slug in files else ()) for slug, team in things[Kind.TEAM].items()
    }
    inputs |= _of_matches(linked.told)
    works = _works(linked)
    inputs |= _of_pieces(linked, works)
    inputs[model.HEADLINES] = headlines(linked.told, linked.pieces)
    latest = _latest_works(linked, works)
    inputs[model.LISTS] = _lists(inputs, linked, latest)
    inputs[model.NEWEST_WORKS] = newest_works(latest, inputs[model.MATCHES], inputs[model.PIECES], config.feed_entries)
    return Site(config, inputs)


def _things(kind: Kind, linked: Linked) -> dict[str, Thing]:
    """All things of a kind by slug, in the order of their names."""
    shown = linked.books[kind].shown
    return {slug: Thing(kind, slug, shown[slug]) for slug in sorted(shown, key=lambda s: (s, shown[s]))}


def _addresses(linked: Linked) -> Iterator[tuple[str, str]]:
    for one in linked.told:
        if one.report:
            yield one.report.path, one.match.id
        if one.preview:
            yield one.preview.path, one.match.id
    for piece in linked.pieces:
        yield piece.path, piece.address
    for page in linked.pages:
        yield page.path, page.route
    for kind, files in linked.files.items():
        for file in files:
            yield file.path, f"{kind.value}/{own_slug(file)}"


def _redirects(linked: Linked) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Old addresses by source, as output addresses: ``/2019/final/`` is ``2019/final/index``."""
    reports = (report for one in linked.told for report in (one.report, one.preview) if report)
    articles = (piece.article for piece in linked.pieces)
    files = (file for files in linked.files.values() for file in files)
    for document in (*reports, *articles, *linked.pages, *files):
        if not document.publication.redirects:
            continue
        olds = (old.lstrip("/") for old in document.publication.redirects)
        yield document.path, tuple(f"{old}index" if old.endswith("/") else old.removesuffix(".html") for old in olds)


def _newest_result(told: Iterable[Told]) -> Any:  # noqa: ANN401 - a date, or None on a site without results
    days = [one.match.date for one in told if one.match.date and one.match.result]
    return max(days, default=None)


def _spellings(kind: Kind, linked: Linked, things: Mapping[str, Thing]) -> Iterator[tuple[str, str]]:
    """Each spelling under which a thing may be named in prose, with the thing's address."""
    for thing in things.values():
        yield thing.name, thing.address
    for file in linked.files[kind]:
        for name in other_names(file):
            yield name, f"{kind.value}/{own_slug(file)}"


def _names(linked: Linked, things: Mapping[Kind, Mapping[str, Thing]]) -> Mapping[str, Any]:
    """Names that prose links by itself. Of a name shared by several kinds the first of these holds."""
    order = (Kind.TEAM, Kind.COMPETITION, Kind.VENUE)
    return names_by_first_token(pair for kind in order for pair in _spellings(kind, linked, things[kind]))


def _by_name(linked: Linked, things: Mapping[Kind, Mapping[str, Thing]]) -> Iterator[tuple[str, str]]:
    for kind in THINGS:
        for name, address in _spellings(kind, linked, things[kind]):
            yield f"{kind.value}:{slugify(name)}", address
        for slug, thing in linked.books[kind].canonical.items():
            yield f"{kind.value}:{slug}", f"{kind.value}/{thing}"
    yield from names_of_matches(linked.told).items()


def _of_matches(told: tuple[Told, ...]) -> Inputs:
    """Every list of matches, oldest first."""
    lists: tuple[dict[Any, list[str]], ...] = tuple(defaultdict(list) for _ in _MATCH_LISTS)
    for one in told:
        _enter(one.match, lists)
    of_sources = zip(_MATCH_LISTS, lists, strict=True)
    found: Inputs = {source: {key: tuple(ids) for key, ids in of_source.items()} for source, of_source in of_sources}
    found[model.MATCHES] = {one.match.id: one.match for one in told}
    found[model.REPORTS] = {one.match.id: one.report for one in told if one.report}
    found[model.ANNOUNCED] = {id_: model.Announced.of(report) for id_, report in found[model.REPORTS].items()}
    found[model.TOLD_TOGETHER] = {one.match.id: one.paths for one in told if len(one.paths) > 1}
    found[model.PLACES] = {one.match.id: one.place for one in told}
    found[model.PREVIEWS] = {one.match.id: one.preview for one in told if one.preview}
    found[model.SEASONS_OF_TEAM] = _seasons((k.team, k.season) for k in found[model.MATCHES_OF_SQUAD])
    found[model.SEASONS_OF_COMPETITION] = _seasons((k.competition, k.season) for k in found[model.MATCHES_OF_EDITION])
    return found


_MATCH_LISTS: tuple[Input[Any, Any], ...] = (
    model.MATCHES_OF_MONTH,
    model.MATCHES_OF_TEAM,
    model.MATCHES_OF_SQUAD,
    model.MATCHES_OF_EDITION,
    model.MATCHES_OF_SEASON,
    model.MATCHES_OF_PERSON,
    model.MATCHES_OF_VENUE,
    model.MEETINGS,
)


def _enter(match: Match, lists: Sequence[Mapping[Any, list[str]]]) -> None:
    """Put a match at the end of every list that it stands in, of those in `_MATCH_LISTS`."""
    of_month, of_team, of_squad, of_edition, of_season, of_person, of_venue, meetings = lists
    id_, home, away, season = match.id, match.home, match.away, match.season
    if match.date:
        of_month[written(match.date)[:7]].append(id_)
        of_season[season].append(id_)
    for team in (home, away):
        of_team[team].append(id_)
        of_squad[Squad(team, season)].append(id_)
    of_edition[Edition(match.competition, season)].append(id_)
    meetings[(home, away) if home < away else (away, home)].append(id_)
    if match.venue:
        of_venue[match.venue].append(id_)
    for person in {person: None for person, _ in people_named(match.happenings, home, away)}:
        of_person[person].append(id_)


def _seasons(pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    """Seasons by team or competition, newest first."""
    found: dict[str, list[Any]] = defaultdict(list)
    for key, season in pairs:
        found[key].append(season)
    return {key: tuple(sorted(seasons, reverse=True)) for key, seasons in found.items()}


def _of_pieces(linked: Linked, works: Works) -> Inputs:
    """Articles by match and thing; works (reports and articles) by author and tag, newest first."""
    of_match: dict[str, list[str]] = defaultdict(list)
    of_thing: dict[str, list[str]] = defaultdict(list)
    for piece in reversed(linked.pieces):
        if piece.match:
            of_match[piece.match].append(piece.address)
        for address in _things_of(piece):
            of_thing[address].append(piece.address)
    of_author: dict[str, list[str]] = defaultdict(list)
    of_tag: dict[str, list[str]] = defaultdict(list)
    labels: dict[str, str] = {}
    for address, publication in works:
        for slug, author in {slugify(author): author for author in reversed(publication.author)}.items():
            labels.setdefault(f"authors/{slug}", author)
            of_author[slug].append(address)
        for tag in dict.fromkeys(publication.tags):
            labels.setdefault(f"tags/{slugify(tag)}", tag)
            of_tag[slugify(tag)].append(address)
    return {
        model.PIECES_OF_MATCH: _frozen(of_match),
        model.PIECES_OF_THING: _frozen(of_thing),
        model.WORKS_OF_AUTHOR: _frozen(of_author),
        model.WORKS_OF_TAG: _frozen(of_tag),
        model.LABELS: labels,
    }


def _things_of(piece: Piece) -> Iterator[str]:
    yield from (f"teams/{team}" for team in piece.teams)
    yield from (f"people/{person}" for person in piece.people)
    if piece.competition:
        yield f"competitions/{piece.competition}"


def _works(linked: Linked) -> Works:
    """Addresses and publications of reports and articles, newest first."""
    dated = [((_day(one.match.date), one.match.id), one.report.publication) for one in linked.told if one.report]
    articles = ((p.address, p.article) for p in linked.pieces)
    dated += [((_day(one.when.date if one.when else None), address), one.publication) for address, one in articles]
    return [(address, publication) for (_, address), publication in sorted(dated, key=itemgetter(0), reverse=True)]


def _day(day: date | None) -> str:
    return written(day) if day else ""


def _frozen(lists: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(values) for key, values in lists.items()}


def _lists(inputs: Inputs, linked: Linked, works: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Everything of a kind, as pages list it."""
    results = tuple(one.match.id for one in linked.told if one.match.result)
    open_ = (Status.SCHEDULED, Status.POSTPONED)
    day = inputs[model.AS_OF][""]
    return {
        "headlines": tuple(sorted(inputs[model.HEADLINES], reverse=True)),
        "results": results,
        "fixtures": tuple(one.match.id for one in linked.told if one.match.status in open_ and not _is_missing(one.match, day)),
        "works": works,
        "current": _current(linked.told),
        "months": tuple(sorted(inputs[model.MATCHES_OF_MONTH])),
        "seasons": tuple(season.text for season in sorted(inputs[model.MATCHES_OF_SEASON], reverse=True)),
        "articles": tuple(p.address for p in linked.pieces),
        **{kind.value: tuple(inputs[THINGS_OF[kind]]) for kind in THINGS},
        "authors": tuple(sorted(inputs[model.WORKS_OF_AUTHOR])),
        "tags": tuple(sorted(inputs[model.WORKS_OF_TAG])),
        "pages": tuple(sorted(inputs[model.PLAIN_PAGES])),
        "translated": tuple(sorted(inputs[model.TRANSLATIONS])),
    }


def _is_missing(match: Match, day: date | None) -> bool:
    """Whether a match was due before the day the site stands at, and nobody told how it ended."""
    return match.status is Status.SCHEDULED and bool(day and match.date and match.date < day)


def _latest_works(linked: Linked, works: Works) -> tuple[str, ...]:
    """Addresses of articles and of reports on matches that are over, newest first: a note on a fixture leads nowhere."""
    over = (one for one in linked.told if one.match.status is not Status.SCHEDULED)
    written = {one.match.id for one in over if one.report and one.report.prose.words}
    pieces = {piece.address for piece in linked.pieces}
    return tuple(address for address, _ in works if address in written or address in pieces)


def _current(told: tuple[Told, ...]) -> tuple[str, ...]:
    """Competitions, the one with the newest match first."""
    return tuple(dict.fromkeys(one.match.competition for one in reversed(told)))
