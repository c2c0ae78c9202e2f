"""What lay behind a match, as a part of longer histories: a later match that changes leaves it as it was.

A history of matches is fingerprinted from its beginning on, match by match, so
that the fingerprint of any beginning of it costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from itertools import accumulate

import msgspec
from msgspec import Struct

from site_builder.football.history import Earlier, History
from site_builder.football.model import BySide, Match
from site_builder.football.storyline_results import run_lengths
from site_builder.incremental.fingerprint import digest
from site_builder.incremental.memo import Memo, Printed
from site_builder.site import model, questions, seasons
from site_builder.site.model import Edition

_encode = msgspec.msgpack.Encoder().encode


class _Chain(Struct, frozen=True):
    """A history; ``prints`` are the fingerprints of its first none, one, two … matches, each made of the one before it."""

    history: History
    prints: tuple[bytes, ...]

    def before(self, read: Memo, match: Match) -> tuple[Earlier, bytes]:
        """What was over when a match kicked off, with its fingerprint."""
        found = self.history.before(match)
        print_ = self.prints[found.first]
        if found.later:
            for one in _digests(read, [self.history.matches[at] for at in found.later]):
                print_ = _after(print_, one)
        return found, print_


def _digests(read: Memo, matches: Iterable[Match]) -> list[bytes]:
    """The digest of each match, which stands in several histories."""
    return [read.made_of(model.MATCHES, match.id, _digest) for match in matches]


def _digest(match: Match) -> bytes:
    return sha256(_encode(match)).digest()


def _after(print_: bytes, digest: bytes) -> bytes:
    """The fingerprint of some matches with one more behind them."""
    return sha256(print_ + digest).digest()


def _chain(read: Memo, matches: Iterable[Match]) -> _Chain:
    history = History(matches)
    return _Chain(history, tuple(accumulate(_digests(read, history.matches), _after, initial=b"")))


class _TeamsChain(Struct, frozen=True):
    """A team's history, and how long its runs were after none, one, two … matches."""

    chain: _Chain
    lengths: list[int]


class Past(Struct, frozen=True):
    """What was over when a match kicked off, oldest first: all matches of its two teams, those of its competition's season.

    ``lengths`` are those of either team's runs, None where matches at the same time leave it to a closer look.
    """

    home: Earlier
    away: Earlier
    season: Earlier
    lengths: BySide[int | None]


def past_of(read: Memo, match: Match) -> Past:
    """What lay behind a match."""
    return read.part(_past_of, match.id)


def _past_of(read: Memo, match_id: str) -> Printed[Past]:
    match = questions.match_of(read, match_id)
    of_home, of_away = read(_of_team, match.home), read(_of_team, match.away)
    home, of_home_print = of_home.chain.before(read, match)
    away, of_away_print = of_away.chain.before(read, match)
    season, of_season_print = read.recently(_of_season, seasons.edition_of(match)).before(read, match)
    lengths = BySide(_lengths(of_home, home), _lengths(of_away, away))
    return Printed(Past(home, away, season, lengths), digest(of_home_print + of_away_print + of_season_print))


def _lengths(of_team: _TeamsChain, before: Earlier) -> int | None:
    return None if before.later else of_team.lengths[before.first]


def _of_team(read: Memo, team: str) -> _TeamsChain:
    chain = _chain(read, [questions.match_of(read, match) for match in questions.matches_of_team(read, team)])
    return _TeamsChain(chain, run_lengths(team, chain.history.matches))


def _of_season(read: Memo, edition: Edition) -> _Chain:
    return _chain(read, seasons.matches_in(read, edition))
