"""Which reports and articles have a headline, season by season: what the search lists beside matches.

Not the headlines themselves: those are read where they are shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from site_builder.football.model import Match
from site_builder.site.model import Piece
from site_builder.site.tellings import Told

UNDATED = "undated"
"""Where articles stand that name neither a season nor a day."""


def headlines(told: Iterable[Told], pieces: Iterable[Piece]) -> dict[str, tuple[str, ...]]:
    """Addresses of pieces with a headline by season (``2020-21``): reports oldest first, then articles likewise."""
    found: dict[str, list[str]] = defaultdict(list)
    matches: dict[str, Match] = {}
    for one in told:
        matches[one.match.id] = one.match
        written = one.report or one.preview
        if written and written.publication.title and one.match.date:
            found[one.match.season.text].append(one.match.id)
    for piece in pieces:
        if piece.article.publication.title:
            found[_season_of(piece, matches)].append(piece.address)
    return {season: tuple(addresses) for season, addresses in found.items()}


def _season_of(piece: Piece, matches: Mapping[str, Match]) -> str:
    """The season an article names, else its match's, else the year it was written in."""
    season = piece.article.season or (matches[piece.match].season if piece.match else None)
    if season:
        return season.text
    return str(piece.article.when.date.year) if piece.article.when else UNDATED
