"""The linking of names in prose: the first mention of a thing becomes a link to its page.

Names are compared as words: accents and the punctuation between words do not
count, case does (``split`` is not Split). A text is read once, each of its words
is looked up in a dictionary of first words, so that the number of names on the
site does not matter:

    names = names_by_first_token([("Paris Saint-Germain", "teams/psg"), ("Lens", "teams/lens")])
    names["Paris"]        (NameEntry(("Paris", "Saint", "Germain"), "teams/psg"),)

What a target is, which page it leads to and how that is written does not
matter here: the callers' functions know. Nor does this module look for broken
links; a link that leads nowhere stays as its text.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from anyascii import anyascii
from markupsafe import Markup
from msgspec import Struct

from site_builder.content.model import PartKind, ProsePart

_WORD = r"[\w\u0300-\u036f]+"
_WORDS = re.compile(_WORD)
_SKIPPED = r"<(?:[^\">]|\"[^\"]*\")*>|&\w+;|[^\w<&]+|[<&]"
_BETWEEN = re.compile(r"(?:[\s.\-‐‑–'’‘ʼ`´/·()\"]|&amp;|&nbsp;){1,3}")
_SENTENCE_END = re.compile(r"\.(?:\s|&nbsp;)")
_LONGEST_ABBREVIATION = 3
"""A point after a longer word ends a sentence: "St. Étienne" is a name, "in Monaco. Lens …" is none."""


@lru_cache(maxsize=256)
def _next_word(small: frozenset[str]) -> re.Pattern[str]:
    """What finds the next word of an HTML text that can begin a name, passing over all others within one match.

    Passed over are tags, entities and words that begin with a-z, but for those
    in ``small``; what begins with another small letter is found too. The end of a
    text is found as well, with no word: a search that could fail at one place and
    begin again at the next would cost the square of a text without names.
    """
    if not small:
        return re.compile(rf"(?:{_SKIPPED}|[a-z][\w\u0300-\u036f]*)*+(?:({_WORD})|\Z)")
    wanted = "|".join(sorted(map(re.escape, small)))
    # Words with other than ASCII letters are found as well, since accents do not count.
    return re.compile(rf"(?:{_SKIPPED}|(?!(?:{wanted})\b)[a-z][a-z0-9_]*+(?![\w\u0300-\u036f]))*+(?:({_WORD})|\Z)")


class NameEntry(Struct, frozen=True):
    """A name as its words, accents folded, and what it names."""

    tokens: tuple[str, ...]
    target: str


class Mention(Struct, frozen=True):
    """A name in a text that becomes a link: ``html`` is the name as written, escaped."""

    html: str
    target: str


Part = ProsePart | Mention
Lookup = Callable[[str], Sequence[NameEntry]]


def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a plain text, accents folded, case kept.

    >>> tokens_of("1. FC Köln"), tokens_of("Newell’s Old Boys")
    (('1', 'FC', 'Koln'), ('Newell', 's', 'Old', 'Boys'))
    """
    return tuple(_folded(word) for word in _WORDS.findall(text))


def _folded(word: str) -> str:
    return word if word.isascii() else anyascii(word) or word


def names_by_first_token(names: Iterable[tuple[str, str]]) -> Mapping[str, tuple[NameEntry, ...]]:
    """Pairs of name and target by the name's first word, those with most words first.

    Of several targets of one name the first given holds. A name without a letter
    (``1860``) is left out: in prose it is a year or a score.
    """
    known: dict[tuple[str, ...], NameEntry] = {}
    for name, target in names:
        tokens = tokens_of(name)
        if not all(token.isdecimal() for token in tokens):
            known.setdefault(tokens, NameEntry(tokens, target))
    grouped: defaultdict[str, list[NameEntry]] = defaultdict(list)
    for entry in sorted(known.values(), key=lambda entry: -len(entry.tokens)):
        grouped[entry.tokens[0]].append(entry)
    return {first: tuple(entries) for first, entries in grouped.items()}


def _links_nothing(_part: ProsePart) -> str | None:
    return None


def link_mentions(
    parts: Iterable[ProsePart],
    lookup: Lookup,
    local: Mapping[str, Sequence[NameEntry]],
    skip_targets: Collection[str],
    linked_by: Callable[[ProsePart], str | None] = _links_nothing,
) -> tuple[Part, ...]:
    """The parts with the first mention of each target cut out as a `Mention`.

    Args:
        parts: prose as it was read; only its ``TEXT`` is looked at.
        lookup: the names that begin with a word, wherever on the site. It is
            asked once for each different word of the text that does not begin
            with a small letter (names of teams begin with a capital, a digit, or
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
    names = _Names(lookup, local, set(skip_targets))
    linked: list[Part] = []
    for part in parts:
        if part.kind is PartKind.TEXT:
            linked += names.split(part)
            continue
        if part.kind in _LINKS and (target := linked_by(part)):
            names.done.add(target)
        linked.append(part)
    return tuple(linked)


_LINKS = (PartKind.WIKI, PartKind.HREF)


class _Names:
    """The names that one text's words can begin, and the targets that are not to be linked any more."""

    def __init__(self, lookup: Lookup, local: Mapping[str, Sequence[NameEntry]], done: set[str]) -> None:
        self.lookup = lookup
        self.local = local
        self.done = done
        self.known: dict[str, Sequence[NameEntry]] = {"": ()}  # no word begins at the end of a text
        self.pattern = _next_word(frozenset(word for word in local if word[:1].islower()))

    def split(self, part: ProsePart) -> Iterator[Part]:
        """A part's text with its mentions, the pieces between them as parts of their own."""
        if not self.has_names(part.html):
            yield part
            return
        text, kept, position = part.html, 0, 0
        while (word := self.pattern.match(text, position)) and word.group(1):
            position = word.end()
            start = word.start(1)
            for entry in self.beginning_with(word.group(1)):
                end = _end_of_name(text, position, entry.tokens)
                if end < 0:
                    continue
                position = end
                if entry.target not in self.done and text[start - 1 : start] not in {"@", "."}:
                    self.done.add(entry.target)
                    if kept < start:
                        yield ProsePart(PartKind.TEXT, text[kept:start])
                    yield Mention(text[start:end], entry.target)
                    kept = end
                break
        if kept < len(text):
            yield ProsePart(PartKind.TEXT, text[kept:]) if kept else part

    def has_names(self, text: str) -> bool:
        """Whether a name can begin with any word of a text: most texts have none, and all their words are found in one go."""
        known, found = self.known, False
        for word in self.pattern.findall(text):
            names = known[word] if word in known else self.beginning_with(word)
            found = found or bool(names)
        return found

    def beginning_with(self, word: str) -> Sequence[NameEntry]:
        """The names that begin with a word, those with most words first."""
        if word not in self.known:
            folded = _folded(word)
            if folded not in self.known:
                site = () if folded[:1].islower() else self.lookup(folded)
                here = self.local.get(folded, ())
                self.known[folded] = sorted((*site, *here), key=lambda entry: -len(entry.tokens)) if site or here else ()
            self.known[word] = self.known[folded]
        return self.known[word]


def _end_of_name(text: str, position: int, tokens: tuple[str, ...]) -> int:
    """Where a name ends whose first word ends at a position; -1 where the text goes on otherwise."""
    before = tokens[0]
    for token in tokens[1:]:
        between = _BETWEEN.match(text, position)
        word = between and _WORDS.match(text, between.end())
        if not between or not word or _folded(word.group()) != token:
            return -1
        if len(before) > _LONGEST_ABBREVIATION and _SENTENCE_END.search(between.group()):
            return -1
        before, position = token, word.end()
    return position


def finish(
    parts: Iterable[Part],
    href_of: Callable[[str], str | None],
    resolve_wiki: Callable[[str], str | None],
    resolve_href: Callable[[str], str | None],
    picture_of: Callable[[ProsePart], str | None],
) -> Markup:
    """The HTML of a text with its links made.

    Each function turns a target into an address as the page has to write it,
    relative to the page and not yet escaped, or None where there is none: then
    a name and a wiki link stay plain text, an author's address stays as it was
    written. ``href_of`` is asked for mentions, ``resolve_wiki`` for the names of
    wiki links, ``resolve_href`` for links into the site. ``picture_of`` gives the
    markup that stands for an image's tag, None to leave it as it was written.
    """
    return Markup("".join(_finished(part, href_of, resolve_wiki, resolve_href, picture_of) for part in parts))  # noqa: S704 - made of what was escaped


def _finished(
    part: Part,
    href_of: Callable[[str], str | None],
    resolve_wiki: Callable[[str], str | None],
    resolve_href: Callable[[str], str | None],
    picture_of: Callable[[ProsePart], str | None],
) -> str:
    if isinstance(part, Mention):
        return _link(part.html, href_of(part.target))
    match part.kind:
        case PartKind.WIKI:
            return _link(part.html, resolve_wiki(part.target))
        case PartKind.HREF:
            address = resolve_href(part.target)
            return part.html if address is None else html.escape(address)
        case PartKind.SRC:
            return picture_of(part) or part.html
        case _:
            return part.html


def _link(label: str, address: str | None) -> str:
    return label if address is None else f'<a href="{html.escape(address)}">{label}</a>'
