"""A text's HTML, finished: its parts put together, with links where names, wiki links and addresses lead somewhere.

Which of them do, and how a page writes that, the callers' functions know. Nothing
here looks for names (`site.mentions` does), nor for broken links.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from functools import lru_cache

from markupsafe import Markup

from site_builder.content.model import PartKind, ProsePart
from site_builder.site.mentions import Mention
from site_builder.site.unparted import unparted
from site_builder.site.word_cuts import BETWEEN

_escaped = lru_cache(maxsize=4096)(html.escape)


def finish(
    parts: Iterable[ProsePart],
    mentions: Iterable[Mention],
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
    made: list[str] = []
    rest = iter(mentions)
    mention = next(rest, None)
    behind = 0
    for part in parts:
        kind = part.kind
        if kind is PartKind.TEXT:
            text, begin, kept = part.html, behind, 0
            behind += len(text) + len(BETWEEN)
            while mention and mention.start < behind:
                start, end = mention.start - begin, mention.end - begin
                made += unparted(text[kept:start]), _link(text[start:end], href_of(mention.target))
                kept = end
                mention = next(rest, None)
            made.append(unparted(text[kept:]))
        elif kind is PartKind.HTML:
            made.append(part.html)
        else:
            made.append(_finished(part, resolve_wiki, resolve_href, picture_of))
    return Markup("".join(made))  # noqa: S704 - made of what was escaped


def _finished(
    part: ProsePart,
    resolve_wiki: Callable[[str], str | None],
    resolve_href: Callable[[str], str | None],
    picture_of: Callable[[ProsePart], str | None],
) -> str:
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
    return label if address is None else f'<a href="{_escaped(address)}">{label}</a>'
