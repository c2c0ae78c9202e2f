"""The newest works, of the site and of each team and competition: all that a feed reads.

Kept short where it is made, so that what is written about an old match is
nothing that a feed rests on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from site_builder.football.model import Match
from site_builder.site.model import Piece

WHOLE_SITE = ""
"""What the works of the whole site are about."""


def newest_works(
    works: Iterable[str], matches: Mapping[str, Match], pieces: Mapping[str, Piece], most: int
) -> dict[str, tuple[str, ...]]:
    """Addresses of the newest reports and articles by the address of what they are about.

    ``works`` are all addresses, newest first. An article without any date is
    left out: nothing says when it was new.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for address in works:
        piece = pieces.get(address)
        if piece and not (piece.article.when or piece.article.publication.updated):
            continue
        for about in (WHOLE_SITE, *(_of_piece(piece) if piece else _of_match(matches[address]))):
            if len(found[about]) < most:
                found[about].append(address)
    return {about: tuple(addresses) for about, addresses in found.items()}


def _of_match(match: Match) -> Iterable[str]:
    return f"teams/{match.home}", f"teams/{match.away}", f"competitions/{match.competition}"


def _of_piece(piece: Piece) -> Iterator[str]:
    yield from (f"teams/{team}" for team in piece.teams)
    if piece.competition:
        yield f"competitions/{piece.competition}"
