"""Who and what a sentence names: the two teams, the people of the match, and everything that is none of these.

Names are compared as words with accents folded, case counts, the longest goes
first. Any other word with a capital that does not open its sentence is the
name of a stranger: of another team, of somebody the match does not know. What
is said beside a stranger may be about him, so that most claims end there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from site_builder.checks.prose.marks import Mark, Sign
from site_builder.checks.prose.record import Record
from site_builder.checks.prose.words import GOAL_VERBS, NO_NAMES, PARTICLES, SUBJECT_VERBS
from site_builder.content.slugs import slugify
from site_builder.football.model import Side
from site_builder.football.rulebooks import rule_books
from site_builder.incremental.memo import Memo
from site_builder.site import model
from site_builder.site.mentions import tokens_of
from site_builder.site.rules import known_competitions

_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]*|\d+")
_GAP = re.compile(r"[\s.\-‐‑–'’‘ʼ`´/·]{1,3}\Z")
_HOSTS = re.compile(r"\b(?:(hosts|home (?:side|team))|visitors|guests|away (?:side|team)|visiting (?:side|team))\b")


class Entry(Struct, frozen=True):
    """A name as its words, and what it makes a mark of; a smaller ``rank`` goes first among names of one length."""

    tokens: tuple[str, ...]
    sign: Sign
    rank: int
    side: Side | None = None
    people: tuple[str, ...] = ()
    address: str = ""


Index = Mapping[str, Sequence[Entry]]


class _Word(Struct, frozen=True):
    text: str
    folded: str
    start: int
    end: int


class Names:
    """The names that one report may use."""

    def __init__(self, read: Memo, record: Record) -> None:
        self._read = read
        self._record = record
        self._own = _index((*_teams(record), *_people(record), *_venues(record)))
        self._known: dict[str, Sequence[Entry]] = {}

    def marks(self, text: str, start: int, end: int) -> tuple[Mark, ...]:
        """Every name in a part of a text, in order."""
        words = [_Word(w[0], _folded(w[0]), w.start(), w.end()) for w in _WORD.finditer(text, start, end)]
        return tuple(sorted((*self._named(text, words), *self._hosts(text, start, end)), key=lambda mark: mark.start))

    def _hosts(self, text: str, start: int, end: int) -> Iterator[Mark]:
        if not self._record.is_neutral:
            for found in _HOSTS.finditer(text, start, end):
                side = Side.HOME if found[1] else Side.AWAY
                yield Mark(Sign.TEAM, found.start(), found.end(), found[0], side=side)

    def _named(self, text: str, words: Sequence[_Word]) -> Iterator[Mark]:
        position = 0
        while position < len(words):
            entry = self._entry(text, words, position)
            if entry:
                first, last = words[position], words[position + len(entry.tokens) - 1]
                position += len(entry.tokens)
                more = self._surname(text, words, position) if entry.sign is Sign.OTHER and len(entry.tokens) == 1 else 0
                if more:
                    last = words[position + more - 1]
                    position += more
                    yield Mark(Sign.STRANGER, first.start, last.end, text[first.start : last.end])
                    continue
                shown = text[first.start : last.end]
                yield Mark(entry.sign, first.start, last.end, shown, entry.side, entry.people, entry.address)
            else:
                count = self._stranger(text, words, position)
                if count:
                    first, last = words[position], words[position + count - 1]
                    yield Mark(Sign.STRANGER, first.start, last.end, text[first.start : last.end])
                position += count or 1

    def _entry(self, text: str, words: Sequence[_Word], position: int) -> Entry | None:
        """The longest name that begins with a word."""
        for entry in self._beginning_with(words[position].folded):
            if len(entry.tokens) == 1 or _goes_on(text, words, position, entry.tokens):
                return entry
        return None

    def _beginning_with(self, word: str) -> Sequence[Entry]:
        if word not in self._known:
            site = () if word[:1].islower() or word.isdigit() else self._of_site(word)
            found = (*self._own.get(word, ()), *site)
            self._known[word] = sorted(found, key=lambda entry: (-len(entry.tokens), entry.rank)) if found else ()
        return self._known[word]

    def _of_site(self, word: str) -> Iterator[Entry]:
        """Other teams, competitions and venues that begin with a word."""
        for entry in self._read.find(model.NAMES, word) or ():
            if entry.target == f"competitions/{self._record.competition}":
                yield Entry(entry.tokens, Sign.COMPETITION, 2)
            elif entry.target not in (f"teams/{self._record.home}", f"teams/{self._record.away}"):
                yield Entry(entry.tokens, Sign.OTHER, 2, address=entry.target)
        for tokens, slugs in _competitions().get(word, ()):
            if self._record.competition in slugs:
                yield Entry(tokens, Sign.COMPETITION, 3)
            else:
                yield Entry(tokens, Sign.OTHER, 3, address=f"competitions/{slugs[0]}")

    def _surname(self, text: str, words: Sequence[_Word], position: int) -> int:
        """How many words go on from a single one that is the name of a place: Baghdad Bounedjah is a player."""
        if (
            position >= len(words)
            or text[words[position - 1].end : words[position].start] != " "
            or self._entry(text, words, position)
        ):
            return 0
        return self._stranger(text, words, position)

    def _stranger(self, text: str, words: Sequence[_Word], position: int) -> int:
        """How many words from here on are the name of a stranger."""
        first = words[position]
        if not _is_capital(first) or first.text in NO_NAMES:
            return 0
        opens = position == 0
        if opens and first.text.lower() in NO_NAMES:
            return 0
        count = 1
        while (following := position + count) < len(words):
            before, word = words[following - 1], words[following]
            if not _GAP.fullmatch(text, before.end, word.start) or (before.text[1:] and ". " in text[before.end : word.start]):
                break
            hyphened = text[before.end : word.start] == "-"
            leads_on = word.text in PARTICLES and following + 1 < len(words) and _is_capital(words[following + 1])
            entry = self._entry(text, words, following)
            is_place = entry is not None and entry.sign is Sign.OTHER and len(entry.tokens) == 1 and not opens
            if not (hyphened or leads_on or (_is_capital(word) and (entry is None or is_place))):
                break
            count += 1
        if opens and count == 1:
            return int(len(words) > 1 and words[1].text in GOAL_VERBS | SUBJECT_VERBS)
        return count


def _is_capital(word: _Word) -> bool:
    return word.text[0].isupper() and (len(word.text) > 1 or word.text not in {"A", "I"})


def _goes_on(text: str, words: Sequence[_Word], position: int, tokens: tuple[str, ...]) -> bool:
    """Whether the words from a position on are these."""
    if position + len(tokens) > len(words):
        return False
    for number, token in enumerate(tokens[1:], position + 1):
        if words[number].folded != token or not _GAP.fullmatch(text, words[number - 1].end, words[number].start):
            return False
    return True


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return word if word.isascii() else "".join(tokens_of(word)) or word


def _index(entries: Iterable[Entry]) -> Index:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.tokens:
            found[entry.tokens[0]].append(entry)
    return found


def _teams(record: Record) -> Iterator[Entry]:
    for name, side in dict(record.names).items():
        yield Entry(tokens_of(name), Sign.TEAM, 0, side=side)


def _venues(record: Record) -> Iterator[Entry]:
    for name in dict.fromkeys(record.venue_names):
        # A team that is called like its town is meant more often than the town: see `place_claims`.
        yield Entry(tokens_of(name), Sign.VENUE, 1)


def _people(record: Record) -> Iterator[Entry]:
    """Every way to name the people: in full, or by some of their names."""
    ways: defaultdict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    players = {person.slug for person in record.people if person.plays}
    for person in record.people:
        tokens = tokens_of(person.name)
        for start in range(len(tokens)):
            for end in range(start + 1, len(tokens) + 1):
                part = tokens[start:end]
                is_bare = all(word.lower() in PARTICLES for word in part) or (end < len(tokens) and part[-1].lower() in PARTICLES)
                if is_bare or len("".join(part)) < 3:
                    continue
                rank = 1 if end - start > 1 or end == len(tokens) else 4
                ways[part][person.slug] = min(rank, ways[part].get(person.slug, rank))
    for part, ranks in ways.items():
        sign = Sign.PLAYER if ranks.keys() & players else Sign.STAFF
        yield Entry(part, sign, min(ranks.values()), people=tuple(sorted(ranks)))


@lru_cache(maxsize=1)
def _competitions() -> Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """The competitions that the rule books know, by first word: their words, and the slugs of all their names."""
    found: defaultdict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for names in known_competitions(rule_books()):
        slugs = tuple(slugify(name) for name in names)
        for name in names:
            tokens = tokens_of(name)
            found[tokens[0]].append((tokens, slugs))
    return found
