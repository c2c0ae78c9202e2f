"""Ids that outlive addresses: of matches, articles, feeds. What readers' programs know an entry or an event by.

A match is known by what it is (competition, season, stage, teams), so that a
new date or headline, and with them another address, leave its id alone. An
article is known by the first address it had: the first of its ``redirects``,
or its own. All ids rest on the site's first address, without its scheme.

Ids are UUIDs of version 5 (RFC 9562, 5.5), the same wherever they are computed.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha1
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL

from site_builder.football.model import Match
from site_builder.football.rounds import meaning_of
from site_builder.incremental.memo import Memo
from site_builder.site import model, questions


def permanent_id(read: Memo, name: str) -> str:
    """The id that a name has on this site."""
    config = questions.settings(read)
    return uuid_of(f"{_without_scheme(config.first_base_url or config.base_url)}/#{name}")


def uuid_of(url: str) -> str:
    """The UUID of an address, version 5: what `uuid.uuid5` gives, in a fifth of the time, since feeds have thousands."""
    digest = bytearray(sha1(NAMESPACE_URL.bytes + url.encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


@lru_cache(maxsize=8)
def _without_scheme(address: str) -> str:
    parts = urlsplit(address)
    return f"//{parts.netloc.lower()}{parts.path.rstrip('/')}"


def match_id(read: Memo, match: Match) -> str:
    """The id of a match, the same as a fixture and after it was played."""
    pair = (match.competition, match.season.text, match.home, match.away)
    return permanent_id(read, f"match {read(_names_of, *pair)[match.id]}")


def report_id(read: Memo, match: Match) -> str:
    """The id of what was written about a match."""
    pair = (match.competition, match.season.text, match.home, match.away)
    return permanent_id(read, f"report {read(_names_of, *pair)[match.id]}")


def article_id(read: Memo, address: str) -> str:
    """The id of an article."""
    piece = read.get(model.PIECES, address)
    first = (read.find(model.REDIRECTS_OF, piece.path) or (address,))[0]
    return permanent_id(read, f"article {first}")


def _names_of(read: Memo, competition: str, season: str, home: str, away: str) -> dict[str, str]:
    """What each match of one side at the other's in a season is known by.

    Where nothing but the date tells some apart they are numbered in the order
    in which the sources have them, which a new date does not change.
    """
    ids = questions.meetings_of(read, home, away)
    found = [match for match in (questions.match_of(read, i) for i in ids) if _is_of(match, competition, season, home)]
    if len(found) > 1:
        found.sort(key=lambda match: (read.get(model.PLACES, match.id), match.id))
    taken: dict[str, int] = {}
    names: dict[str, str] = {}
    for match in found:
        name = " ".join((competition, season, home, away, _stage(match)))
        taken[name] = taken.get(name, 0) + 1
        names[match.id] = name if taken[name] == 1 else f"{name} {taken[name]}"
    return names


def _is_of(match: Match, competition: str, season: str, home: str) -> bool:
    return match.home == home and match.competition == competition and match.season.text == season


def _stage(match: Match) -> str:
    """The round by its meaning, however sources spell it, with matchday and leg."""
    meant = meaning_of(match.stage)
    return "/".join(map(str, (*meant.key, meant.group or "", meant.matchday or "", meant.leg or "", int(meant.replay))))
