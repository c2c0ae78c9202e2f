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

from site_builder.football.history import History
from site_builder.football.model import Match
from site_builder.incremental.memo import Memo, Printed
from site_builder.site import questions, seasons
from site_builder.site.model import Edition

_encode = msgspec.msgpack.Encoder().encode


class _Chain(Struct, frozen=True):
    """A history; ``prints`` are the fingerprints of its first none, one, two … matches, each made of the one before it."""

    history: History
    prints: tuple[bytes, ...]

    def before(self, match: Match) -> Printed[tuple[Match, ...]]:
        """What was over when a match kicked off."""
        first, later = self.history.cut(match)
        held, print_ = self.history.matches[:first], self.prints[first]
        for one in [self.history.matches[at] for at in later]:
            held, print_ = (*held, one), _after(print_, one)
        return Printed(held, print_.hex())


def _after(print_: bytes, match: Match) -> bytes:
    """The fingerprint of some matches with one more behind them."""
    return sha256(print_ + _encode(match)).digest()


def _chain(matches: Iterable[Match]) -> _Chain:
    history = History(matches)
    return _Chain(history, tuple(accumulate(history.matches, _after, initial=b"")))


class Past(Struct, frozen=True):
    """What was over when a match kicked off, oldest first: all matches of its two teams, those of its competition's season."""

    home: tuple[Match, ...]
    away: tuple[Match, ...]
    season: tuple[Match, ...]


def past_of(read: Memo, match: Match) -> Past:
    """What lay behind a match."""
    return read.part(_past_of, match.id)


def _past_of(read: Memo, match_id: str) -> Printed[Past]:
    match = questions.match_of(read, match_id)
    home, away = (read(_of_team, team).before(match) for team in (match.home, match.away))
    season = read.recently(_of_season, seasons.edition_of(match)).before(match)
    return Printed(Past(home.value, away.value, season.value), home.print + away.print + season.print)


def _of_team(read: Memo, team: str) -> _Chain:
    return _chain(questions.match_of(read, match) for match in questions.matches_of_team(read, team))


def _of_season(read: Memo, edition: Edition) -> _Chain:
    return _chain(seasons.matches_in(read, edition))
