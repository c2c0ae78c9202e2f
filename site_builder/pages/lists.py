"""Lists of everything of a kind, and lists of pieces: an author's, a tag's, all articles."""

from __future__ import annotations

import unicodedata

from site_builder.content.model import Kind
from site_builder.content.slugs import slugify
from site_builder.incremental.memo import Memo
from site_builder.pages.keys import PageKey
from site_builder.pages.links import link, meta_of, team_mark
from site_builder.pages.parts import Link
from site_builder.pages.teasers import teaser_of
from site_builder.pages.text import NO_TEXT
from site_builder.pages.views import IndexEntry, IndexSection, IndexView, TeasersView
from site_builder.pages.wording import counted
from site_builder.site import model, questions

HEADINGS = {
    "teams": "Teams",
    "competitions": "Competitions",
    "people": "People",
    "venues": "Venues",
    "authors": "Authors",
    "tags": "Tags",
    "articles": "Articles",
}
_COUNTED = {"teams": questions.matches_of_team, "people": questions.matches_of_person, "venues": questions.matches_of_venue}
_WORKS = {"authors": model.WORKS_OF_AUTHOR, "tags": model.WORKS_OF_TAG}


def index_view(read: Memo, key: PageKey) -> IndexView:
    """Everything of a kind by its first letter; ``about`` is the kind."""
    heading = HEADINGS[key.about]
    entries = sorted(_entries(read, key.about), key=lambda e: (slugify(e.link.text), e.link.href))
    letters: dict[str, list[IndexEntry]] = {}
    for entry in entries:
        letters.setdefault(_letter(entry.link.text), []).append(entry)
    sections = tuple(IndexSection(letter, _anchor(letter), tuple(letters[letter])) for letter in sorted(letters))
    meta = meta_of(read, key, heading, f"{heading}: {len(entries):,} on this site.")
    return IndexView(meta, heading, len(entries), sections)


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower()}" if letter.isalpha() else "other"


def _letter(name: str) -> str:
    """The letter to find a name under: without accents, ``#`` for what begins with none."""
    first = slugify(name)[:1].upper()
    return first if first and unicodedata.category(first) == "Lu" else "#"


def _entries(read: Memo, kind: str) -> list[IndexEntry]:
    if kind in _WORKS:
        return [
            IndexEntry(
                link(read, read.get(model.LABELS, f"{kind}/{slug}"), f"{kind}/{slug}"),
                counted(len(read.get(_WORKS[kind], slug)), "piece"),
            )
            for slug in questions.listed(read, kind)
        ]
    things = model.THINGS_OF[Kind(kind)]
    found: list[IndexEntry] = []
    for slug in questions.listed(read, kind):
        mark = team_mark(read, slug) if kind == "teams" else None
        found.append(IndexEntry(link(read, read.get(things, slug).name, f"{kind}/{slug}"), _note(read, kind, slug), mark))
    return found


def _note(read: Memo, kind: str, slug: str) -> str:
    if kind == "competitions":
        return counted(len(questions.seasons_of_competition(read, slug)), "season")
    return counted(len(_COUNTED[kind](read, slug)), "match", "matches")


def articles_view(read: Memo, key: PageKey) -> TeasersView:
    """All articles, the newest first."""
    return _teasers(read, key, "Articles", tuple(reversed(questions.listed(read, "articles"))))


def author_view(read: Memo, key: PageKey) -> TeasersView:
    """Everything an author wrote, the newest first."""
    name = read.get(model.LABELS, f"authors/{key.about}")
    return _teasers(read, key, name, read.get(model.WORKS_OF_AUTHOR, key.about), link(read, "Authors", "authors"))


def tag_view(read: Memo, key: PageKey) -> TeasersView:
    """Everything with a tag, the newest first."""
    name = read.get(model.LABELS, f"tags/{key.about}")
    return _teasers(read, key, name, read.get(model.WORKS_OF_TAG, key.about), link(read, "Tags", "tags"))


def _teasers(read: Memo, key: PageKey, heading: str, works: tuple[str, ...], *crumbs: Link) -> TeasersView:
    meta = meta_of(read, key, heading, f"{heading}: {counted(len(works), 'piece')}.", *crumbs)
    return TeasersView(meta, heading, NO_TEXT, tuple(teaser_of(read, address) for address in works))
