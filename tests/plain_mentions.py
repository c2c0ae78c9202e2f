"""Names linked the plain way, word by word: what `site.mentions` has to come out as."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.content.model import PartKind, ProsePart
from site_builder.site.mentions import Mention, NameEntry, tokens_of

_STEP = re.compile(r"<(?:[^\">]|\"[^\"]*\")*>|&\w+;|([\w\u0300-\u036f]+)|[\s\S]")
_WORD = re.compile(r"[\w\u0300-\u036f]+")
_BETWEEN = re.compile(r"(?:[\s.\-‐‑–'’‘ʼ`´/·()\"]|&amp;|&nbsp;){1,3}")
Names = Mapping[str, Sequence[NameEntry]]


class Linked(Struct, frozen=True):
    """A name in a text that becomes a link, as it is written."""

    html: str
    target: str


Part = ProsePart | Linked


def cut_out(parts: Sequence[ProsePart], mentions: Sequence[Mention]) -> tuple[Part, ...]:
    """The parts with mentions of their own, and what is left of the texts between them."""
    found: list[Part] = []
    behind = 0
    for part in parts:
        if part.kind is not PartKind.TEXT:
            found.append(part)
            continue
        begin, behind = behind, behind + len(part.html) + 1
        own = [(one.start - begin, one.end - begin, one.target) for one in mentions if begin <= one.start < behind]
        kept = 0
        for start, end, target in own:
            found += [ProsePart(PartKind.TEXT, part.html[kept:start])] if kept < start else []
            found.append(Linked(part.html[start:end], target))
            kept = end
        if not own:
            found.append(part)
        elif kept < len(part.html):
            found.append(ProsePart(PartKind.TEXT, part.html[kept:]))
    return tuple(found)


def plainly_linked(parts: Sequence[ProsePart], site: Names, local: Names, skip: Sequence[str]) -> tuple[Part, ...]:
    """The parts with the first mention of each target cut out."""
    done = set(skip)
    return tuple(one for part in parts for one in (_split(part, site, local, done) if part.kind is PartKind.TEXT else [part]))


def _split(part: ProsePart, site: Names, local: Names, done: set[str]) -> Iterator[Part]:
    text, kept, position = part.html, 0, 0
    while position < len(text) and (step := _STEP.match(text, position)):
        position = step.end()
        entry, end = _longest(text, step, site, local) if step.group(1) else (None, 0)
        if entry is None:
            continue
        start, position = step.start(), end
        if entry.target in done or text[:start].endswith(("@", ".")):
            continue
        done.add(entry.target)
        if kept < start:
            yield ProsePart(PartKind.TEXT, text[kept:start])
        yield Linked(text[start:end], entry.target)
        kept = end
    if kept < len(text) or not kept:
        yield ProsePart(PartKind.TEXT, text[kept:]) if kept else part


def _longest(text: str, step: re.Match[str], site: Names, local: Names) -> tuple[NameEntry | None, int]:
    first = "".join(tokens_of(step.group(1)))
    names = (*(() if first[:1].islower() else site.get(first, ())), *local.get(first, ()))
    for entry in sorted(names, key=lambda entry: -len(entry.tokens)):
        end = _end(text, step.end(), entry.tokens)
        if end:
            return entry, end
    return None, 0


def _end(text: str, position: int, tokens: Sequence[str]) -> int:
    for at in range(1, len(tokens)):
        between = _BETWEEN.match(text, position)
        word = between and _WORD.match(text, between.end())
        if not between or not word or tokens_of(word.group()) != (tokens[at],):
            return 0
        if len(tokens[at - 1]) > 3 and re.search(r"\.(\s|&nbsp;)", between.group()):
            return 0
        position = word.end()
    return position


WRITTEN = [
    *("Atalanta", "Napoli", "SSC", "Paris", "Saint", "Germain", "St", "Étienne", "1", "FC", "Köln", "Koln", "Hove", "Albion"),
    *("Brighton", "Newell", "s", "Old", "Boys", "Bodø", "Glimt", "Split", "split", "Monaco", "Serie", "A", "Virgil", "van"),
    *("Dijk", "de", "dé", "ván", "Ｄijk", "iPhone", "e\u0301lan", "École", "1860", "川崎", "_Split", "vans", "DE"),
    *(" ", " ", " ", "-", "–", ".", ". ", ".&nbsp;", "&nbsp;", "&amp;", " &amp; ", "&", "&Split;", "&#39;", "’", "'", "@", "/"),
    *("<b>", "</b>", '<a title="Split > Monaco">', "<", "<Split", "\n", "(", ")", '"', "ʼ", ",", "…", "\u2028"),
]  # fmt: skip
"""What names, words and tags are put together from."""
PLAIN = [piece for piece in WRITTEN if "&" not in piece and ("<" not in piece or piece in {"<b>", "</b>"})]
"""The same without entities and with plain tags only."""
