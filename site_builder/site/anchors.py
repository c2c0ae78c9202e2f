"""Places within written texts: the ids of their headings, and which of them an author's ``#first-half`` means.

A heading's id begins with ``text-``, so that it cannot meet an id of the page
around it; authors write it with or without.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from site_builder.content.model import Document, Kind
from site_builder.content.prose_parts import HEADING_ID
from site_builder.content.slugs import slugify
from site_builder.incremental.memo import Memo, Printed
from site_builder.site import model

_HEADING = re.compile(rf'<h[1-6] id="({HEADING_ID}[^"]*)"')


def headings_of(document: Document) -> tuple[str, ...]:
    """The ids of a text's headings, in order."""
    return tuple(found[1] for part in document.prose.parts for found in _HEADING.finditer(part.html))


def headings_at(read: Memo, address: str) -> tuple[str, ...]:
    """The ids of the headings in the text of a page, none where nobody wrote one."""
    return read.part(_headings_at, address)


def heading_meant(ids: tuple[str, ...], fragment: str) -> str | None:
    """The id of the heading that a link's fragment means; None where the text has no such heading."""
    name = HEADING_ID + slugify(unquote(fragment))
    return fragment if fragment in ids else name if name in ids else None


def _headings_at(read: Memo, address: str) -> Printed[tuple[str, ...]]:
    document = _document_at(read, address)
    ids = headings_of(document) if document else ()
    return Printed(ids, " ".join(ids))


def _document_at(read: Memo, address: str) -> Document | None:
    """The text of a page; for a match that of its report."""
    folder, _, slug = address.partition("/")
    for kind, source in model.FILES_OF.items():
        if folder == kind.value:
            found: Document | None = read.find(source, slug)
            return found
    if folder == Kind.MATCH.value:
        return read.find(model.REPORTS, address)
    if folder == Kind.ARTICLE.value:
        piece = read.find(model.PIECES, address)
        return piece.article if piece else None
    return read.find(model.PLAIN_PAGES, address)
