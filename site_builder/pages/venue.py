"""A ground, and what was played there."""

from __future__ import annotations

from site_builder.content.model import VenueFile
from site_builder.incremental.memo import Memo
from site_builder.pages.keys import PageKey
from site_builder.pages.links import link, meta_of
from site_builder.pages.parts import Fact
from site_builder.pages.rows import by_competition, is_open, row_of
from site_builder.pages.text import NO_TEXT, text_of
from site_builder.pages.views import VenueView
from site_builder.pages.wording import counted
from site_builder.site import model, questions


def venue_view(read: Memo, key: PageKey) -> VenueView:
    """A venue; the newest match comes first."""
    name = read.get(model.VENUES, key.about).name
    file = read.find(model.VENUE_FILES, key.about)
    ids = questions.matches_of_venue(read, key.about)
    coming = [i for i in ids if is_open(read, questions.match_of(read, i))]
    played = [i for i in reversed(ids) if i not in coming]
    said = (file.publication.description or file.prose.excerpt) if file else ""
    held = counted(len(ids), "match", "matches")
    return VenueView(
        meta=meta_of(read, key, name, said or f"{name}: {held} held here.", link(read, "Venues", "venues")),
        name=name,
        facts=_facts(file),
        text=text_of(read, key, file) if file else NO_TEXT,
        results=by_competition(played, lambda i: row_of(read, i)),
        fixtures=tuple(row_of(read, i) for i in coming),
    )


def _facts(file: VenueFile | None) -> tuple[Fact, ...]:
    if file is None:
        return ()
    places = [f"{abs(d):.4f}° {'NS'[d < 0] if i == 0 else 'EW'[d < 0]}" for i, d in enumerate(file.coordinates or ())]
    told = (
        Fact("City", ", ".join(part for part in (file.city, file.country) if part)),
        Fact("Capacity", f"{file.capacity:,}" if file.capacity is not None else ""),
        Fact("Coordinates", ", ".join(places)),
        Fact("Also known as", ", ".join(dict.fromkeys((*file.aliases, *(n.name for n in file.names if n.name != file.name))))),
    )
    return tuple(fact for fact in told if fact.value)
