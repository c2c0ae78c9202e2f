"""Names in prose that look like a misspelling of a player of the match.

A word with a capital is one where it is one letter away from a player's
surname and nobody and nothing on the site is called so. Short names, words that
the text has in small letters as well, and those that may just open a sentence
say nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from site_builder.checks.names import deletions, edits
from site_builder.checks.prose.passages import Passage
from site_builder.checks.prose.record import Record
from site_builder.checks.prose.words import GOAL_VERBS, NO_NAMES, SUBJECT_VERBS
from site_builder.incremental.memo import Memo
from site_builder.site import model
from site_builder.site.mentions import tokens_of

SHORTEST = 5
_WORD = re.compile(r"(?<![\w'’-])[^\W\d_a-z]\w{4,}(?![\w-])")
_OPENS = re.compile(r"(?:^|[.!?:…][\"'”’»)\]]*\s|[“\"(*—–-]\s?)\Z")
_NEXT = re.compile(r"['’]s\b|\s+(\w+)")


class Suspect(Struct, frozen=True):
    """A word at a place of a passage, and the player whose name it may be."""

    word: str
    start: int
    player: str


class Surnames:
    """The surnames of a match, found by what is left of them without a letter."""

    def __init__(self, record: Record) -> None:
        self._teams = {token[:4] for name, _ in record.names for token in _words(name)}
        self._own = {token for person in record.people for token in _words(person.name)}
        self._index = _index(record)

    def near(self, word: str) -> str | None:
        """The name of the player whose surname is one letter away; None where there is none, or several are."""
        if word in self._own or word[:4] in self._teams:
            return None
        candidates = {found for part in deletions(word, 1) for found in self._index.get(part, ())}
        close = {name for surname, name in candidates if edits(word, surname) == 1 and not _is_plural(word, surname)}
        return close.pop() if len(close) == 1 else None


def suspects(passage: Passage, surnames: Surnames, read: Memo) -> Iterator[Suspect]:
    """Every word of a passage that looks misspelt."""
    for found in _WORD.finditer(passage.text):
        word = "".join(_words(found[0]))
        player = surnames.near(word) if len(word) >= SHORTEST else None
        if player and _is_name(passage.text, found) and word not in read(_known_words):
            yield Suspect(found[0], found.start(), player)


def _index(record: Record) -> Mapping[str, set[tuple[str, str]]]:
    index: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for person in record.people:
        tokens = _words(person.name)
        if person.plays and tokens and len(tokens[-1]) >= SHORTEST:
            for part in deletions(tokens[-1], 1):
                index[part].add((tokens[-1], person.name))
    return index


def _is_plural(word: str, surname: str) -> bool:
    return word in {surname + "s", surname + "n"}


def _is_name(text: str, found: re.Match[str]) -> bool:
    """Whether a word with a capital is a name, and not one that opens a sentence."""
    if found[0].lower() in NO_NAMES or re.search(rf"\b{re.escape(found[0].lower())}\b", text):
        return False
    if not _OPENS.search(text[max(0, found.start() - 4) : found.start()]):
        return True
    after = _NEXT.match(text, found.end())
    return after is not None and (after[1] is None or after[1] in GOAL_VERBS | SUBJECT_VERBS)


def _known_words(read: Memo) -> frozenset[str]:
    """Every word of a name on the site."""
    lists = ((source, read.get(model.LISTS, kind.value)) for kind, source in model.THINGS_OF.items())
    names = (read.get(source, slug).name for source, slugs in lists for slug in slugs)
    return frozenset(token for name in names for token in _words(name))


def _words(name: str) -> tuple[str, ...]:
    """The words of a name; neither accents nor case count, so that Maclaren is MacLaren."""
    return tuple(token.lower() for token in tokens_of(name))
