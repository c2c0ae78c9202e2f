"""Names that look misspelt: seen once, and close to one that is known.

Compared within the same role and competition (teams), or the same squad
(people): where many names are rare by the words left after deleting a letter or
two, not all with all.
A short name is close at one letter, a longer one at two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from site_builder.content.model import Kind
from site_builder.football.model import Match, Side
from site_builder.problems import Place, Problem, Severity
from site_builder.site import model
from site_builder.site.model import Site
from site_builder.site.people import people_named

SHORTEST = 5
LONG = 9
FEW = 32
"""Up to so many rare names are held against each known one, for each of which deletions would be dozens of words."""


def distance_allowed(name: str) -> int:
    """How many letters two spellings of this slug may differ in: none below five, one below nine, else two."""
    return 0 if len(name) < SHORTEST else 1 if len(name) < LONG else 2


def deletions(word: str, most: int) -> set[str]:
    """A word with up to ``most`` of its letters left out, itself included."""
    found = {word}
    for count in range(1, most + 1):
        found |= {"".join(letters) for letters in combinations(word, len(word) - count)}
    return found


def near_names(rare: Sequence[str], known: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a rare slug and a known one that are close; of several the alphabetically first."""
    for name, candidates in (with_like_letters if len(rare) <= FEW else with_like_deletions)(rare, known):
        allowed = distance_allowed(name)
        close = [other for other in candidates if edits(name, other) <= min(allowed, distance_allowed(other))]
        if close:
            yield name, min(close)


def with_like_letters(rare: Sequence[str], known: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Rare slugs with all known ones that may be close to them: each with each, for a squad's few."""
    letters = [(other, len(other), frozenset(other)) for other in known] if rare else []
    for name in rare:
        allowed, length, own = distance_allowed(name), len(name), frozenset(name)
        # One edit adds and takes away a letter at most.
        like = [
            other
            for other, size, theirs in letters
            if -allowed <= length - size <= allowed and len(own ^ theirs) <= 2 * allowed and other != name
        ]
        if like:
            yield name, like


def with_like_deletions(rare: Sequence[str], known: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The same by what is left after letters were deleted, for a competition of thousands: never all with all."""
    index: dict[str, set[str]] = defaultdict(set)
    for name in known if rare else ():
        for word in deletions(name, distance_allowed(name)):
            index[word].add(name)
    for name in rare:
        yield name, list({other for word in deletions(name, distance_allowed(name)) for other in index.get(word, ())} - {name})


def edits(one: str, other: str) -> int:
    """Letters to add, drop, change or swap with the next to make one word the other (optimal string alignment)."""
    # What both begin and end with needs no edit.
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def check_names(site: Site) -> tuple[Problem, ...]:
    """Teams and people whose names look like misspellings; with `strict_names` every undeclared team and competition."""
    problems = [*_teams(site), *_people(site)]
    if site.config.strict_names:
        problems += _undeclared(site)
    return tuple(problems)


def _declared(site: Site, kind: Kind) -> set[str]:
    return set(site.of(model.FILES_OF[kind]))


def _teams(site: Site) -> Iterator[Problem]:
    by_competition: dict[str, set[str]] = defaultdict(set)
    for match in site.of(model.MATCHES).values():
        by_competition[match.competition] |= {match.home, match.away}
    counts = {team: len(ids) for team, ids in site.of(model.MATCHES_OF_TEAM).items()}
    declared = _declared(site, Kind.TEAM)
    for teams in by_competition.values():
        rare = sorted(t for t in teams if counts[t] == 1 and t not in declared)
        known = [t for t in teams if counts[t] > 1 or t in declared]
        for slug, near in near_names(rare, known):
            match = site.of(model.MATCHES)[site.of(model.MATCHES_OF_TEAM)[slug][0]]
            key = "home" if match.home == slug else "away"
            yield suspect(site, match, (key,), Kind.TEAM, slug, site.of(model.TEAMS)[near].name)


def _people(site: Site) -> Iterator[Problem]:
    squads: dict[tuple[str, object], set[str]] = defaultdict(set)
    for match in site.of(model.MATCHES).values():
        for person, team in people_named(match.happenings, match.home, match.away):
            if team:
                squads[team, match.season].add(person)
    counts = {person: len(ids) for person, ids in site.of(model.MATCHES_OF_PERSON).items()}
    declared = _declared(site, Kind.PERSON)
    told: set[str] = set()
    for people in squads.values():
        rare = sorted(p for p in people if counts[p] == 1 and p not in declared and p not in told)
        known = [p for p in people if counts[p] > 1 or p in declared]
        for slug, near in near_names(rare, known):
            told.add(slug)
            match = site.of(model.MATCHES)[site.of(model.MATCHES_OF_PERSON)[slug][0]]
            yield suspect(site, match, _key_of(match, slug), Kind.PERSON, slug, site.of(model.PEOPLE)[near].name)


def is_suspect(site: Site, person: str, near: str) -> bool:
    """Whether `check_names` says of a person that he is misspelt, his name being like this one of the same squad."""
    counts = site.of(model.MATCHES_OF_PERSON)
    declared = site.of(model.PERSON_FILES)
    is_rare = len(counts.get(person, ())) == 1 and person not in declared
    is_known = len(counts.get(near, ())) > 1 or near in declared
    return is_rare and is_known and edits(person, near) <= min(distance_allowed(person), distance_allowed(near))


def _key_of(match: Match, person: str) -> tuple[str, ...]:
    """The key of a report that names somebody of a team first: a goal, a card, a line-up, the bench, a manager, a kick."""
    facts = match.happenings
    for goal in facts.goals or ():
        if person in (goal.player, goal.assist):
            return "goals", goal.side.value
    for card in facts.cards:
        if person == card.player:
            return "cards", card.side.value
    for side in Side:
        line_up = facts.line_ups.of(side)
        if line_up and person in (*line_up.starters, *(sub.on for sub in line_up.substitutions)):
            return "lineups", side.value
        if person in facts.bench.of(side):
            return "bench", side.value
        if person == facts.managers.of(side):
            return "managers", side.value
    return ("shootout",) if any(person == kick.player for kick in facts.shootout) else ()


def suspect(site: Site, match: Match, key: tuple[str, ...], kind: Kind, slug: str, other: str) -> Problem:
    """A name of one match only that looks like another one, told where the match names it."""
    things: Mapping[str, model.Thing] = site.of(model.THINGS_OF[kind])
    return Problem(
        "misspelt-name",
        place_of(site, match, key),
        f"`{things[slug].name}` is named only here and looks like `{other}`",
        f"Did you mean `{other}`? If not, a file in content/{kind.value}/ says so.",
        Severity.WARNING,
    )


def place_of(site: Site, match: Match, key: tuple[str, ...]) -> Place:
    """Where a name stands: at a key of the report, in the line of a row."""
    place: Place = site.of(model.PLACES)[match.id]
    return place if place.line else replace(place, key=key)


def _undeclared(site: Site) -> Iterator[Problem]:
    """Names of teams, competitions and venues without a file; people come and go too often to be declared."""
    used: dict[Kind, dict[str, tuple[Match, str]]] = {Kind.TEAM: {}, Kind.COMPETITION: {}, Kind.VENUE: {}}
    for match in site.of(model.MATCHES).values():
        used[Kind.TEAM].setdefault(match.home, (match, "home"))
        used[Kind.TEAM].setdefault(match.away, (match, "away"))
        used[Kind.COMPETITION].setdefault(match.competition, (match, "competition"))
        if match.venue:
            used[Kind.VENUE].setdefault(match.venue, (match, "venue"))
    for kind, names in used.items():
        for slug in sorted(names.keys() - _declared(site, kind)):
            match, key = names[slug]
            name = site.of(model.THINGS_OF[kind])[slug].name
            yield Problem(
                "undeclared-name",
                place_of(site, match, (key,)),
                f"`{name}` has no file in content/{kind.value}/",
                "Add one, correct the name, or turn `strict_names` off.",
            )
