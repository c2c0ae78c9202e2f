"""The linking of names in prose: the first mention of a thing becomes a link to its page.

Names are compared as words: accents and the punctuation between words do not
count, case does (``split`` is not Split). A text is cut at its words in one go, and
they are looked up in a dictionary of first words, so that the number of names on
the site does not matter:

    names = names_by_first_token([("Paris Saint-Germain", "teams/psg"), ("Lens", "teams/lens")])
    names["Paris"]        (NameEntry(("Paris", "Saint", "Germain"), "teams/psg"),)

What a target is, which page it leads to and how that is written does not
matter here: the callers' functions know. Nor does this module look for broken
links; a link that leads nowhere stays as its text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from anyascii import anyascii
from msgspec import Struct

from site_builder.content.model import PartKind, ProsePart
from site_builder.site.word_cuts import BETWEEN, LETTER, cut, without_tags

_WORDS = re.compile(rf"{LETTER}+")
_FOLLOWING = re.compile(rf"((?:[\s.\-‐‑–'’‘ʼ`´/·()\"]|&amp;|&nbsp;){{1,3}}+)({LETTER}+)")
_LETTER_AT = re.compile(LETTER).match
_SENTENCE_END = re.compile(r"\.(?:\s|&nbsp;)")
_LONGEST_ABBREVIATION = 3
"""A point after a longer word ends a sentence: "St. Étienne" is a name, "in Monaco. Lens …" is none."""
_TEXT, _WIKI, _HREF = PartKind.TEXT, PartKind.WIKI, PartKind.HREF


class NameEntry(Struct, frozen=True):
    """A name as its words, accents folded, and what it names."""

    tokens: tuple[str, ...]
    target: str


class Mention(Struct, frozen=True, gc=False):
    """A name that is to become a link: where it begins and ends in all texts of some prose, joined by `BETWEEN`."""

    start: int
    end: int
    target: str


Lookup = Callable[[Collection[str]], Iterable[Sequence[NameEntry] | None]]
_Known = dict[str, Sequence[NameEntry]]


def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a plain text, accents folded, case kept.

    >>> tokens_of("1. FC Köln"), tokens_of("Newell’s Old Boys")
    (('1', 'FC', 'Koln'), ('Newell', 's', 'Old', 'Boys'))
    """
    return tuple(_folded(word) for word in _WORDS.findall(text))


def _folded(word: str) -> str:
    return word if word.isascii() else _without_accents(word)


@lru_cache(maxsize=8192)
def _without_accents(word: str) -> str:
    return anyascii(word) or word


def names_by_first_token(names: Iterable[tuple[str, str]]) -> Mapping[str, tuple[NameEntry, ...]]:
    """Pairs of name and target by the name's first word, those with most words first.

    Of several targets of one name the first given holds.
    """
    return by_first_token([entry_of(name, target) for name, target in names])


def entry_of(name: str, target: str) -> NameEntry | None:
    """A name to be found; None for one without a letter (``1860``): in prose it is a year or a score."""
    tokens = tokens_of(name)
    return None if all(token.isdecimal() for token in tokens) else NameEntry(tokens, target)


def by_first_token(entries: Iterable[NameEntry | None]) -> Mapping[str, tuple[NameEntry, ...]]:
    """As `names_by_first_token`, of names whose words are known already."""
    known: dict[tuple[str, ...], NameEntry] = {}
    for entry in entries:
        if entry:
            known.setdefault(entry.tokens, entry)
    grouped: dict[str, list[NameEntry]] = {}
    for entry in sorted(known.values(), key=_longest_first):
        grouped.setdefault(entry.tokens[0], []).append(entry)
    return {first: tuple(entries) for first, entries in grouped.items()}


def _links_nothing(_part: ProsePart) -> str | None:
    return None


def mentions_in(
    parts: Sequence[ProsePart],
    lookup: Lookup,
    local: Mapping[str, Sequence[NameEntry]],
    skip_targets: Collection[str],
    linked_by: Callable[[ProsePart], str | None] = _links_nothing,
) -> list[Mention]:
    """The first mention of each target, in the order of the text.

    Args:
        parts: prose as it was read; only its ``TEXT`` is looked at.
        lookup: the names that begin with each of some words, wherever on the
            site. It is asked once, for all different words of the text that do not
            begin with a small letter (names of teams begin with a capital, a digit, or
            a letter of a script without case): a caller that notes what is asked
            knows all the words that the result rests on.
        local: names for this text alone, by first word as well; these may begin
            with a small letter (``van Dijk``). Of names of one length the
            site's goes first.
        skip_targets: what is never linked, such as the page itself.
        linked_by: the target of a link that the author made. From there on that
            target counts as mentioned.

    A longer name goes before a shorter one, also where it is not linked: after
    Paris Saint-Germain was linked, a venue called Paris is not found in it.
    """
    text, links = _joined(parts, linked_by)
    small = _has_small(text, local)
    plain = without_tags(text, small=small)
    pieces = cut(plain, small=small)
    words = pieces[1::2]
    known = _known(dict.fromkeys(words), lookup, local, has_small=small)
    done = set(skip_targets)
    found: list[Mention] = []
    start = behind = end = 0
    for at in [at for at, word in enumerate(words) if word in known]:
        word = words[at]
        names = known.get(word)
        if names is None:
            continue
        start += sum(map(len, pieces[behind : 2 * at + 1]))
        behind = 2 * at + 1
        if start < end:
            continue
        while links and links[-1][0] <= start:
            done.add(links.pop()[1])
        is_alone = len(names[0].tokens) == 1
        end = start + len(word)
        target, end = (names[0].target, end) if is_alone else _named(text, start, end, names)
        if target and target not in done and text[start - 1 : start] not in {"@", "."}:
            done.add(target)
            found.append(Mention(start, end, target))
        # Most are mentioned again and again, and nobody has to look at that.
        if target in done and (is_alone or not _may_matter(names, done, known)):
            del known[word]
    return found


def _joined(parts: Iterable[ProsePart], linked_by: Callable[[ProsePart], str | None]) -> tuple[str, list[tuple[int, str]]]:
    """All texts in one; and the targets of the author's links, the last first, each with the place behind which it stands."""
    texts: list[str] = []
    links: list[tuple[int, str]] = []
    for part in parts:
        kind = part.kind
        if kind is _TEXT:
            texts.append(part.html)
        elif (kind is _WIKI or kind is _HREF) and (target := linked_by(part)):
            links.append((len(texts), target))
    if links:
        places = [*accumulate([len(text) + len(BETWEEN) for text in texts], initial=0)]
        links = [(places[behind], target) for behind, target in reversed(links)]
    return BETWEEN.join(texts), links


def _may_matter(names: Sequence[NameEntry], done: set[str], known: _Known) -> bool:
    """Whether it matters where else one of these names stands: one is not linked yet, or within it another one could begin."""
    if not done.issuperset([name.target for name in names]):
        return True
    return any(not known.keys().isdisjoint(name.tokens[1:]) for name in names)


def _has_small(text: str, local: Mapping[str, Sequence[NameEntry]]) -> bool:
    """Whether a text may hold a name that begins with a small letter, accents not counted."""
    small = [word for word in local if word[:1].islower()]
    return bool(small) and (not text.isascii() or any(word in text for word in small))


def _known(words: Collection[str], lookup: Lookup, local: Mapping[str, Sequence[NameEntry]], *, has_small: bool) -> _Known:
    """The names that can stand where some words do, by their first word as it is written, those with most words first."""
    accented: dict[str, str] = {}
    met = asked = words
    if has_small or not "".join(words).isascii():
        accented = {word: _folded(word) for word in words if not word.isascii()}
        met = dict.fromkeys([accented.get(word, word) for word in words])
        asked = [word for word in met if not word[0].islower()]
    found = {word: names for word, names in zip(asked, lookup(asked), strict=True) if names}
    for word, names in local.items():
        if word in met:
            found[word] = sorted((*found[word], *names), key=_longest_first) if word in found else names
    for word, names in [*found.items()]:
        if len(names[0].tokens) > 1:
            found[word] = _standing(names, met)
    found.update([(word, found[folded]) for word, folded in accented.items() if folded in found])
    return {word: names for word, names in found.items() if names}


def _standing(names: Sequence[NameEntry], words: Collection[str]) -> Sequence[NameEntry]:
    """Those names of which the second word is found as well; nobody may have looked for one that begins with a small letter."""
    return [name for name in names if len(name.tokens) == 1 or (second := name.tokens[1]) in words or second[0].islower()]


def _longest_first(entry: NameEntry) -> int:
    return -len(entry.tokens)


def _named(text: str, start: int, position: int, names: Sequence[NameEntry]) -> tuple[str, int]:
    """What the first of these names means that stands where its first word begins and ends, and where the whole of it ends."""
    plain = " ".join(names[0].tokens)
    if text.startswith(plain, start) and not _LETTER_AT(text, start + len(plain)):
        return names[0].target, start + len(plain)
    following = _FOLLOWING.match(text, position)
    second = _folded(following.group(2)) if following else ""
    for name in names:
        tokens = name.tokens
        if len(tokens) == 1:
            return name.target, position
        if following and tokens[1] == second and not _ends_sentence(tokens[0], following.group(1)):
            end = _end_of_name(text, following.end(), tokens[1:])
            if end:
                return name.target, end
    return "", position


def _end_of_name(text: str, position: int, tokens: tuple[str, ...]) -> int:
    """Where a name ends of whose words the first of these ends at a position; 0 where the text goes on otherwise."""
    for before, token in pairwise(tokens):
        following = _FOLLOWING.match(text, position)
        if not following or _folded(following.group(2)) != token or _ends_sentence(before, following.group(1)):
            return 0
        position = following.end()
    return position


def _ends_sentence(word: str, between: str) -> bool:
    return "." in between and len(word) > _LONGEST_ABBREVIATION and _SENTENCE_END.search(between) is not None
