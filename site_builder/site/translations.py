"""Which articles and plain pages say the same in several languages.

A translation names its original by the original's file (``translation_of:
final.md``), and that is enough: the versions of a text know each other by it. A
match has one page and one report, so reports have no translations. What names no
original is left out here; `checks.translations` says so.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from site_builder.content.model import Article, PlainPage

Translatable = Article | PlainPage


def original_path(document: Translatable) -> str:
    """The source that a translation means: beside itself, or under ``content/`` after a slash."""
    named = document.translation_of
    folder = "content" if named.startswith("/") else posixpath.dirname(document.path)
    return posixpath.normpath(posixpath.join(folder, named.lstrip("/")))


def translations(written: Iterable[tuple[str, Translatable]], language: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """All versions of a text, language and address, by the address of each of them: the original first, then by language.

    ``written`` are documents with their addresses, ``language`` is the site's. Of
    two versions in one language the first address is taken.
    """
    by_path = {document.path: (address, document) for address, document in written}
    versions = {
        path: {document.publication.lang or language: address}
        for path, (address, document) in by_path.items()
        if not document.translation_of
    }
    for address, document in sorted(by_path.values(), key=lambda one: one[0]):
        if document.translation_of and (of_original := versions.get(original_path(document))) is not None:
            of_original.setdefault(document.publication.lang or language, address)
    return {address: tuple(_in_order(found)) for found in versions.values() if len(found) > 1 for address in found.values()}


def _in_order(versions: dict[str, str]) -> list[tuple[str, str]]:
    original, *others = versions.items()
    return [original, *sorted(others)]
