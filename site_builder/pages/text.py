"""Written text, finished for one page: links resolved, names linked, photos and sources beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from markupsafe import Markup

from site_builder.content import model as content
from site_builder.content.model import Article, Correction, Document, MatchReport, PartKind, ProsePart, Source
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words
from site_builder.pages.keys import PageKey
from site_builder.pages.line_ups import surname_of
from site_builder.pages.links import author_links, href_of, tag_link
from site_builder.pages.parts import Dispute, Link, Note, Text
from site_builder.pages.pictures import photos_of, picture_markup
from site_builder.pages.wording import capitalised, day_of
from site_builder.site import model, questions
from site_builder.site.anchors import heading_meant, headings_at
from site_builder.site.finished import finish
from site_builder.site.mentions import Mention, NameEntry, by_first_token, entry_of, mentions_in
from site_builder.site.model import Thing
from site_builder.site.references import link_address, wiki_address

NO_TEXT = Text(Markup(""))
_WRITTEN = (Article, MatchReport)


def text_of(read: Memo, key: PageKey, document: Document, people: Iterable[str] = ()) -> Text:
    """A document's text as it stands on a page; ``people`` are those whose names it links."""
    publication = document.publication
    words = questions.words_of(read)
    written = isinstance(document, _WRITTEN)
    when = document.when if isinstance(document, Article) else None
    return Text(
        html=_html(read, key, document, people) if document.prose.parts else Markup(""),
        words=document.prose.words,
        authors=author_links(read, publication.author) if document.prose.words and written else (),
        published=day_of(when.date, words) if when else None,
        updated=day_of(publication.updated.date, words) if publication.updated else None,
        tags=tuple([tag_link(read, tag) for tag in publication.tags]),
        photos=photos_of(read, document),
        sources=tuple(map(_source_link, publication.sources)),
        corrections=notes(publication.corrections, words),
        disputed=tuple(map(_dispute, publication.disputed)),
        lang=questions.foreign(read, publication.lang),
        extra=publication.extra,
    )


def notes(corrections: Iterable[Correction], words: Words) -> tuple[Note, ...]:
    """Corrections as they are shown, in the author's order."""
    return tuple([Note(day_of(correction.date, words), correction.text) for correction in corrections])


def _source_link(source: Source) -> Link:
    return Link(source.text or source.url, source.url)


def _dispute(dispute: content.Dispute) -> Dispute:
    """A fact under the words that it has in the front matter."""
    return Dispute(capitalised(dispute.fact.replace("_", " ")), dispute.says, _source_link(dispute.source))


def _html(read: Memo, key: PageKey, document: Document, people: Iterable[str]) -> Markup:
    """The prose with its links made, each of them leading from this page."""
    source, root = document.path, key.root
    suffix = questions.settings(read).suffix
    meant: dict[str, str | None] = {}

    def page(address: str | None) -> str | None:
        return None if address is None else root + (address + suffix if suffix else href_of(read, address))

    def wiki(target: str) -> str | None:
        if target not in meant:
            meant[target] = wiki_address(read, target)
        return meant[target]

    mentions: Sequence[Mention] = ()
    if document.publication.autolink and questions.settings(read).autolink:
        mentions = mentions_in(
            document.prose.parts,
            lambda words: read.find_each(model.NAMES, words),
            _local_names(read, people),
            {key.address},
            lambda part: wiki(part.target) if part.kind is PartKind.WIKI else _linked_address(read, part, source),
        )
    return finish(
        document.prose.parts,
        mentions,
        page,
        lambda target: page(wiki(target)),
        lambda target: _author_href(read, key, target, source),
        lambda part: picture_markup(read, part, source, root),
    )


def _linked_address(read: Memo, part: ProsePart, source: str) -> str | None:
    """The page that an author's own link to an address leads to."""
    found = link_address(read, part.target, source)
    return found[1] if found and found[0] == "page" else None


def _author_href(read: Memo, key: PageKey, target: str, source: str) -> str | None:
    """What a markdown link into the site says on this page; None leaves it as it was written."""
    found = link_address(read, target, source) if not target.startswith("#") else None
    if found is None:
        return None
    kind, where = found
    fragment = target.partition("#")[2]
    if fragment and kind == "page":
        fragment = heading_meant(headings_at(read, where), fragment) or fragment
    return key.root + (href_of(read, where) if kind == "page" else quote(where)) + (f"#{fragment}" if fragment else "")


def _local_names(read: Memo, people: Iterable[str]) -> Mapping[str, tuple[NameEntry, ...]]:
    """Names of the people of a match: in full, and by surname where only one of them bears it."""
    named = [read.made_of(model.PEOPLE, slug, _names_of) for slug in people]
    surnames = [surname for surname, _, _ in named]
    borne_by = Counter(surnames) if len(surnames) > len(set(surnames)) else {}
    bare = [entry for surname, _, entry in named if borne_by.get(surname, 1) == 1]
    return by_first_token([*[entry for _, entry, _ in named], *bare])


def _names_of(person: Thing) -> tuple[str, NameEntry | None, NameEntry | None]:
    """A surname, and the names to be found in a text: in full, and the surname."""
    surname = surname_of(person.name)
    return surname, entry_of(person.name, person.address), entry_of(surname, person.address)
