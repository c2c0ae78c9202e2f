"""Names of competitions, grounds and referees that look misspelt, and those that only an article's front matter has.

Competitions and grounds are often called much alike: `Serie A` and `Serie B`,
`Pointe-à-Pierre` and `Pointe-à-Pitre`. So they are held against each other word
by word: one word is misspelt, not two, none that has a digit, and a name of one
word has to be long and to differ in one letter (`Montreuil` is not `Montreal`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from site_builder.checks.names import FEW, distance_allowed, edits, near_names, suspect, with_like_deletions, with_like_letters
from site_builder.content.model import Article, Kind, TeamFile
from site_builder.content.slugs import slugify
from site_builder.football.model import Match
from site_builder.football.rulebooks import rule_books
from site_builder.problems import Place, Problem, warning
from site_builder.site import model
from site_builder.site.model import Site

_LONE_WORD = 7
"""Letters of a name of one word: `Izmir` and `Izmit` are two towns."""


def check_likenesses(site: Site) -> tuple[Problem, ...]:
    """A warning for each such name."""
    return (*_competitions(site), *_grounds(site), *_referees(site), *_of_articles(site))


def is_misspelt(name: str, other: str) -> bool:
    """Whether one word of a slug is a word of the other one misspelt, and all others are the same."""
    words, others = name.split("-"), other.split("-")
    if len(words) == len(others) == 1:
        return min(len(name), len(other)) >= _LONE_WORD and edits(name, other) == 1
    differing = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    return len(words) == len(others) and len(differing) == 1 and _is_near(*differing[0])


def _is_near(word: str, other: str) -> bool:
    return not any(map(str.isdigit, word + other)) and edits(word, other) <= max(distance_allowed(word), distance_allowed(other))


def _misspelt(rare: Iterable[str], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    ordered = sorted(rare)
    for name, like in (with_like_letters if len(ordered) <= FEW else with_like_deletions)(ordered, sorted(known)):
        if near := [other for other in like if is_misspelt(name, other)]:
            yield name, min(near)


def _competitions(site: Site) -> Iterator[Problem]:
    """Of a competition that has a rule book the name is right."""
    declared, books = site.of(model.COMPETITION_FILES), site.of(model.RULE_BOOKS)
    matches: dict[str, list[str]] = defaultdict(list)
    for edition, ids in site.of(model.MATCHES_OF_EDITION).items():
        matches[edition.competition] += ids
    rare = [name for name, ids in matches.items() if len(ids) == 1 and name not in declared and name not in books]
    if not rare:
        return
    ruled = {slugify(name): book.name for book in rule_books() for name in (book.name, *book.aliases)}
    known = {name for name, ids in matches.items() if len(ids) > 1 or name in declared or name in books} | ruled.keys()
    for slug, near in _misspelt(rare, known):
        match = site.of(model.MATCHES)[matches[slug][0]]
        yield suspect(site, match, ("competition",), Kind.COMPETITION, slug, _name(site, Kind.COMPETITION, near) or ruled[near])


def _grounds(site: Site) -> Iterator[Problem]:
    """Held against grounds of the same home team and of the same competition."""
    files, declared = site.of(model.TEAM_FILES), site.of(model.VENUE_FILES)
    ids_of: Mapping[str, tuple[str, ...]] = site.of(model.MATCHES_OF_VENUE)
    usual: dict[str, set[str]] = defaultdict(set)
    rare: dict[str, dict[str, Match]] = defaultdict(dict)
    for venue, ids in ids_of.items():
        matches = [site.of(model.MATCHES)[id_] for id_ in ids]
        for match in matches:
            for group in (f"teams/{match.home}", f"competitions/{match.competition}"):
                if len(ids) > 1 or venue in declared:
                    usual[group].add(venue)
                else:
                    rare[group][venue] = match
    for slug, file in files.items():
        if isinstance(file, TeamFile) and file.ground:
            usual[f"teams/{slug}"].add(_slug(site, Kind.VENUE, file.ground))
    told: set[str] = set()
    for group, venues in rare.items():
        for slug, near in _misspelt(venues.keys() - told - usual[group], usual[group]):
            told.add(slug)
            yield suspect(site, venues[slug], ("venue",), Kind.VENUE, slug, _name(site, Kind.VENUE, near))


def _referees(site: Site) -> Iterator[Problem]:
    of_competition: dict[str, dict[str, Match]] = defaultdict(dict)
    for match in site.of(model.MATCHES).values():
        if match.happenings.referee:
            of_competition[match.competition][match.happenings.referee] = match
    counts, declared = site.of(model.MATCHES_OF_PERSON), site.of(model.PERSON_FILES)
    told: set[str] = set()
    for referees in of_competition.values():
        known = {slug for slug in referees if len(counts[slug]) > 1 or slug in declared}
        for slug, near in near_names(sorted(referees.keys() - known - told), sorted(known)):
            told.add(slug)
            yield suspect(site, referees[slug], ("referee",), Kind.PERSON, slug, _name(site, Kind.PERSON, near))


def _of_articles(site: Site) -> Iterator[Problem]:
    """Teams, people and competitions that no match names and no file declares."""
    pieces = site.of(model.PIECES).values()
    lists = {kind: list(_written(kind, (piece.article for piece in pieces))) for kind in _LISTS}
    for kind, written in lists.items():
        if not written:
            continue
        known = set(_in_matches(site, kind)) | set(site.of(model.FILES_OF[kind]))
        for place, name in written:
            slug = _slug(site, kind, name)
            near = next(near_names([slug], sorted(known)), None) if slug not in known else None
            if near and (kind is not Kind.COMPETITION or is_misspelt(*near)):
                other = _name(site, kind, near[1])
                fix = f"Did you mean `{other}`? If not, a file in content/{kind.value}/ says so."
                yield warning("misspelt-name", place, f"`{name}` is in no match and looks like `{other}`", fix)


_LISTS = (Kind.TEAM, Kind.PERSON, Kind.COMPETITION)


def _written(kind: Kind, articles: Iterable[Article]) -> Iterator[tuple[Place, str]]:
    for article in articles:
        if kind is Kind.COMPETITION and article.competition:
            yield Place(article.path, key=("competition",)), article.competition
        elif kind is not Kind.COMPETITION:
            key, names = ("teams", article.teams) if kind is Kind.TEAM else ("people", article.people)
            yield from ((Place(article.path, key=(key, number)), name) for number, name in enumerate(names))


def _in_matches(site: Site, kind: Kind) -> Iterable[str]:
    if kind is Kind.COMPETITION:
        return {edition.competition for edition in site.of(model.MATCHES_OF_EDITION)}
    return site.of(model.MATCHES_OF_TEAM if kind is Kind.TEAM else model.MATCHES_OF_PERSON)


def _slug(site: Site, kind: Kind, name: str) -> str:
    """The thing that a spelling means."""
    slug = slugify(name)
    address: str = site.of(model.BY_NAME).get(f"{kind.value}:{slug}", slug)
    return address.rpartition("/")[2]


def _name(site: Site, kind: Kind, slug: str) -> str:
    things: Mapping[str, model.Thing] = site.of(model.THINGS_OF[kind])
    return things[slug].name if slug in things else ""
