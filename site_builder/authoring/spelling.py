"""Names as somebody writes them on the command line, and the known ones nearest to them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from site_builder.authoring.articles.vocabulary import folded


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like one, empty where none is near: by letters, or by a word that both have."""
    by_folded = {folded(other): other for other in sorted(known)}
    wanted = folded(name)
    close = difflib.get_close_matches(wanted, by_folded, 1, 0.7)
    if close:
        return by_folded[close[0]]
    words = {word for word in wanted.split() if len(word) > 3}
    shared = [other for key, other in by_folded.items() if words & set(key.split())]
    return shared[0] if len(shared) == 1 else ""


def unknown(name: str, known: Iterable[str]) -> str:
    """A sentence on a name that the site does not know."""
    near = nearest(name, known)
    return f"{name} is new to this site" + (f"; the nearest name is {near}." if near else ".")
