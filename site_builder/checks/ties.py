"""Shoot-outs that could not be: neither the match nor its tie was level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from site_builder.football.model import Match, Score
from site_builder.football.ties import Tie
from site_builder.incremental.memo import Memo
from site_builder.problems import Place, Problem
from site_builder.site import model, seasons
from site_builder.site.model import Site


def check_shootouts(site: Site, read: Memo) -> tuple[Problem, ...]:
    """A problem for each shoot-out after a match that one side had won, unless the legs together were level.

    Where another leg is missing nothing can be said.
    """
    matches: Iterable[Match] = site.of(model.MATCHES).values()
    return tuple(problem for match in matches if match.result and match.result.shootout for problem in _check(match, site, read))


def check_shootouts_around(match: Match, site: Site, read: Memo) -> tuple[Problem, ...]:
    """The same of one match and of the others of its tie."""
    tie = seasons.tie_of(read, match)
    return tuple(problem for one in (tie.matches if tie else (match,)) for problem in _check(one, site, read))


def _check(match: Match, site: Site, read: Memo) -> Iterator[Problem]:
    result = match.result
    if result is None or result.shootout is None or result.score.is_level:
        return
    if not _may_be_level(match, seasons.tie_of(read, match)):
        place: Place = site.of(model.PLACES)[match.id]
        yield Problem(
            "shootout-not-level",
            place if place.line else replace(place, key=("score",)),
            f"there is a shoot-out, but {result.score.text} is not level, and neither is the tie",
            "Correct the score, or take the shoot-out out.",
        )


def _may_be_level(match: Match, tie: Tie | None) -> bool:
    legs = tie.legs if tie else (match,)
    if len(legs) == 1:
        return match.stage.leg is not None and match.stage.leg > 1
    scores = [_seen_from(leg, match.home) for leg in legs]
    return None in scores or sum(s.home for s in scores if s) == sum(s.away for s in scores if s)


def _seen_from(leg: Match, home: str) -> Score | None:
    """A leg's score as one of the teams tells it."""
    if leg.result is None:
        return None
    return leg.result.score if leg.home == home else leg.result.score.swapped()
