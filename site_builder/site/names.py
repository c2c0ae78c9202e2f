"""Names to things: which spellings are one team, competition, person or venue, and what it is called.

Spellings with one slug are one thing; aliases from a thing's own file join
others to it. A thing is shown as declared, else as most often spelt (of equally
frequent spellings the alphabetically first). Nothing is guessed here: names
that only look alike are the business of the checks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from msgspec import Struct, field

from site_builder.content.model import Kind, NameFrom, TeamFile, ThingFile, VenueFile
from site_builder.content.slugs import slugify
from site_builder.problems import Place, Problem


class NameBook(Struct, frozen=True):
    """The names of one kind of things.

    ``canonical`` leads from the slug of a declared spelling to the thing's own;
    ``shown`` gives the display name; ``counts`` how often a thing was named;
    ``various`` are the things that are spelt in several ways.
    """

    kind: Kind
    canonical: Mapping[str, str]
    shown: Mapping[str, str]
    counts: Mapping[str, int] = field(default_factory=dict)
    declared: frozenset[str] = frozenset()
    various: frozenset[str] = frozenset()

    def slug(self, written: str) -> str:
        """The thing that a spelling means."""
        slug = slugify(written)
        return self.canonical.get(slug, slug)


def other_names(file: ThingFile) -> tuple[str, ...]:
    """All spellings that a file declares besides its name."""
    dated: tuple[NameFrom, ...] = file.names if isinstance(file, TeamFile | VenueFile) else ()
    return (*file.aliases, *(n.name for n in dated))


def own_slug(file: ThingFile) -> str:
    """The slug of a thing with a file: its `slug` key, else its name's."""
    return file.publication.slug or slugify(file.name)


def name_book(
    kind: Kind,
    files: Iterable[ThingFile],
    spellings: Counter[str],
    known: Iterable[tuple[str, ...]] = (),
    in_reports: Mapping[str, int] = MappingProxyType({}),
) -> tuple[NameBook, tuple[Problem, ...]]:
    """Names of one kind from its files and from all spellings in use, with their counts.

    ``known`` are names that the program itself knows to mean one thing, the
    usual one first. Before it goes what an author calls the thing: in its file,
    else most often in reports and articles, if these alone name it
    (``in_reports`` counts how often they do).
    """
    canonical, problems = _declared(files := tuple(files))
    names = {own_slug(file): file.name for file in files}
    for slug, name, ways in _known_in_use(known, canonical, spellings, in_reports):
        canonical = {**dict.fromkeys(ways, slug), **canonical}
        names.setdefault(slug, name)
    spelt: dict[str, list[str]] = {}
    for written in spellings:
        slug = slugify(written)
        spelt.setdefault(canonical.get(slug, slug), []).append(written)
    shown = {slug: min(ways, key=lambda w: (-spellings[w], w)) for slug, ways in spelt.items()}
    counts = {slug: sum([spellings[w] for w in ways]) for slug, ways in spelt.items()}
    various = frozenset(slug for slug, ways in spelt.items() if len(ways) > 1)
    return NameBook(kind, canonical, shown | names, counts, frozenset(own_slug(file) for file in files), various), problems


def _known_in_use(
    known: Iterable[tuple[str, ...]], canonical: Mapping[str, str], spellings: Counter[str], in_reports: Mapping[str, int]
) -> Iterator[tuple[str, str, set[str]]]:
    """Things that the program knows and somebody names: slug, name, and the slugs of all their names."""
    used = {slugify(written) for written in spellings}
    for all_ in known:
        ways = {slugify(name) for name in all_}
        own = next((canonical[slugify(name)] for name in all_ if slugify(name) in canonical), "")
        if own or ways & used:
            ours = {w: count for w, count in spellings.items() if slugify(w) in ways}
            is_theirs = all(in_reports.get(w, 0) == count for w, count in ours.items())
            usual = min(ours, key=lambda w: (-ours[w], w), default=all_[0]) if is_theirs else all_[0]
            yield own or slugify(usual), usual, ways


def _declared(files: tuple[ThingFile, ...]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Declared spellings to things; two things that claim one slug are a problem naming both files."""
    owners: dict[str, ThingFile] = {}
    problems: list[Problem] = []
    for spell in (lambda f: (f.name, *((f.publication.slug,) if f.publication.slug else ())), other_names):
        for file in files:
            for written in spell(file):
                owner = owners.setdefault(slugify(written), file)
                if own_slug(owner) != own_slug(file) or (owner is not file and written == file.name):
                    problems.append(_claimed_twice(written, owner, file))
    return {slug: own_slug(file) for slug, file in owners.items()}, tuple(problems)


def _claimed_twice(written: str, owner: ThingFile, file: ThingFile) -> Problem:
    return Problem(
        "name-twice",
        Place(file.path, key=("name",) if written == file.name else ("aliases",)),
        f"`{written}` is also declared in {owner.path}",
        "Put both into one file, or tell them apart by name.",
    )


def name_on(names: tuple[NameFrom, ...], current: str, day: date | None) -> str:
    """What a team or venue was called on a day: the newest name that had begun by then, else the current one.

    A name without a day holds from the beginning; before the first dated name
    the first of the list is taken.
    """
    if not names or day is None:
        return current
    begun = [n for n in names if n.since is None or n.since <= day]
    if not begun:
        return current
    return max(begun, key=lambda n: n.since or date.min).name
