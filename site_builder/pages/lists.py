"""Lists of everything of a kind, and lists of pieces: an author's, a tag's, all articles."""

from __future__ import annotations

import unicodedata

from site_builder.content.model import Kind
from site_builder.content.slugs import slugify
from site_builder.incremental.memo import Memo
from site_builder.language.words import message
from site_builder.pages.keys import PageKey
from site_builder.pages.links import link, meta_of, team_mark
from site_builder.pages.parts import Link
from site_builder.pages.teasers import teaser_of
from site_builder.pages.text import NO_TEXT
from site_builder.pages.views import IndexEntry, IndexSection, IndexView, TeasersView
from site_builder.pages.wording import matches_counted
from site_builder.site import model, questions

HEADINGS = {
    "teams": message("Teams"),
    "competitions": message("Competitions"),
    "people": message("People"),
    "venues": message("Venues"),
    "authors": message("Authors"),
    "tags": message("Tags"),
    "articles": message("Articles"),
}
_COUNTED = {"teams": questions.matches_of_team, "people": questions.matches_of_person, "venues": questions.matches_of_venue}
_WORKS = {"authors": model.WORKS_OF_AUTHOR, "tags": model.WORKS_OF_TAG}


def index_view(read: Memo, key: PageKey) -> IndexView:
    """Everything of a kind by its first letter; ``about`` is the kind."""
    heading = questions.say(read, HEADINGS[key.about])
    entries = sorted(_entries(read, key.about), key=lambda e: (slugify(e.link.text), e.link.href))
    letters: dict[str, list[IndexEntry]] = {}
    for entry in entries:
        letters.setdefault(_letter(entry.link.text), []).append(entry)
    sections = tuple(IndexSection(letter, _anchor(letter), tuple(letters[letter])) for letter in sorted(letters))
    meta = meta_of(read, key, heading, _on_this_site(read, heading, len(entries)))
    return IndexView(meta, heading, len(entries), sections)


def _on_this_site(read: Memo, heading: str, count: int) -> str:
    words = questions.words_of(read)
    return words("{heading}: {number} on this site.", heading=heading, number=words.number(count))


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
                _pieces(read, len(read.get(_WORKS[kind], slug))),
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
    words = questions.words_of(read)
    if kind == "competitions":
        return words.plural("{count} season", "{count} seasons", len(questions.seasons_of_competition(read, slug)))
    count = len(_COUNTED[kind](read, slug))
    return matches_counted(words, count) if count else ""  # who is only written about has no matches to count


def _pieces(read: Memo, count: int) -> str:
    return questions.words_of(read).plural("{count} piece", "{count} pieces", count)


def articles_view(read: Memo, key: PageKey) -> TeasersView:
    """All articles, the newest first."""
    return _teasers(read, key, questions.say(read, "Articles"), tuple(reversed(questions.listed(read, "articles"))))


def author_view(read: Memo, key: PageKey) -> TeasersView:
    """Everything an author wrote, the newest first."""
    name = read.get(model.LABELS, f"authors/{key.about}")
    return _teasers(read, key, name, read.get(model.WORKS_OF_AUTHOR, key.about), _crumb(read, "authors"))


def tag_view(read: Memo, key: PageKey) -> TeasersView:
    """Everything with a tag, the newest first."""
    name = read.get(model.LABELS, f"tags/{key.about}")
    return _teasers(read, key, name, read.get(model.WORKS_OF_TAG, key.about), _crumb(read, "tags"))


def _crumb(read: Memo, kind: str) -> Link:
    return link(read, questions.say(read, HEADINGS[kind]), kind)


def _teasers(read: Memo, key: PageKey, heading: str, works: tuple[str, ...], *crumbs: Link) -> TeasersView:
    meta = meta_of(read, key, heading, f"{heading}: {_pieces(read, len(works))}.", *crumbs)
    return TeasersView(meta, heading, NO_TEXT, tuple(teaser_of(read, address) for address in works))
