"""A ground, and what was played there."""

from __future__ import annotations

from site_builder.content.model import VenueFile
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words
from site_builder.pages.json_ld import venue_node
from site_builder.pages.keys import PageKey
from site_builder.pages.links import link, meta_of
from site_builder.pages.parts import Fact
from site_builder.pages.pictures import shared_image
from site_builder.pages.rows import by_competition, is_open, row_of
from site_builder.pages.text import NO_TEXT, text_of
from site_builder.pages.views import VenueView
from site_builder.site import model, questions


def venue_view(read: Memo, key: PageKey) -> VenueView:
    """A venue; the newest match comes first."""
    name = read.get(model.VENUES, key.about).name
    file = read.find(model.VENUE_FILES, key.about)
    ids = questions.matches_of_venue(read, key.about)
    matches = [questions.match_of(read, i) for i in ids]
    coming: list[str] = []
    played: list[str] = []
    for match in matches:
        (coming if is_open(read, match) else played).append(match.id)
    said = (file.publication.description or file.prose.excerpt) if file else ""
    words = questions.words_of(read)
    held = words.plural("{name}: {count} match held here.", "{name}: {count} matches held here.", len(ids), name=name)
    return VenueView(
        meta=meta_of(
            read,
            key,
            name,
            said or held,
            link(read, words("Venues"), "venues"),
            image=shared_image(read, key, file),
            nodes=[venue_node(read, key.about)],
        ),
        name=name,
        facts=_facts(file, words),
        text=text_of(read, key, file) if file else NO_TEXT,
        results=by_competition([row_of(read, i) for i in reversed(played)]),
        fixtures=tuple([row_of(read, i) for i in coming]),
    )


def _facts(file: VenueFile | None, words: Words) -> tuple[Fact, ...]:
    if file is None:
        return ()
    places = [f"{abs(d):.4f}° {'NS'[d < 0] if i == 0 else 'EW'[d < 0]}" for i, d in enumerate(file.coordinates or ())]
    former = (n.name for n in file.names if n.name != file.name)
    told = (
        Fact(words("City"), ", ".join(part for part in (file.city, file.country) if part)),
        Fact(words("Capacity"), words.number(file.capacity) if file.capacity is not None else ""),
        Fact(words("Coordinates"), ", ".join(places)),
        Fact(
            words("Also known as"),
            ", ".join(dict.fromkeys((*file.aliases, *former))),
        ),
    )
    return tuple(fact for fact in told if fact.value)
