"""Brackets: the rounds of a knockout in order, and who meets the winner of whom.

Nothing but the next round's participants tells how ties hang together, so a
half-played bracket is one whose later ties are few or whose feeders are
unknown; nothing is drawn ahead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.football.model import Match
from site_builder.football.rounds import Round, RoundKind
from site_builder.football.rules import Rules
from site_builder.football.ties import Tie, ties_of


class Place(Struct, frozen=True):
    """Where a tie stands in its bracket: the round's and the tie's number, from 0."""

    round: int
    tie: int


class BracketTie(Struct, frozen=True):
    """A tie, and where its home and its away team came from (None: they entered here, or it is not known).

    ``went_on`` is who appears in a later round, also where nothing else says who won.
    """

    tie: Tie
    home_from: Place | None = None
    away_from: Place | None = None
    went_on: str | None = None


class BracketRound(Struct, frozen=True):
    """A round, its ties in the order of the bracket: the two that feed a tie stand next to each other."""

    round: Round
    ties: tuple[BracketTie, ...]

    @property
    def name(self) -> str:
        """The round's usual name."""
        return self.round.name


class Bracket(Struct, frozen=True):
    """All rounds, first to last; the match for third place apart."""

    rounds: tuple[BracketRound, ...]
    third_place: Tie | None = None

    @property
    def ties(self) -> tuple[Tie, ...]:
        """Every tie, by round, the one for third place before the final."""
        found = [entry.tie for held in self.rounds[:-1] for entry in held.ties]
        last = [entry.tie for entry in self.rounds[-1].ties] if self.rounds else []
        return (*found, *([self.third_place] if self.third_place else []), *last)

    @property
    def winner(self) -> str | None:
        """Who won the final; None before it is decided, or without one."""
        last = self.rounds[-1] if self.rounds else None
        return last.ties[0].tie.winner if last and last.round.kind is RoundKind.FINAL and len(last.ties) == 1 else None

    def tie_with(self, match: Match) -> Tie | None:
        """The tie that a match belongs to."""
        return next((tie for tie in self.ties if any(one.id == match.id for one in tie.matches)), None)


def bracket_of(matches: Iterable[Match], rules: Rules) -> Bracket:
    """The bracket of all knockout matches given."""
    ties = ties_of(matches, rules)
    rounds = _by_round([tie for tie in ties if tie.round.kind is not RoundKind.THIRD_PLACE])
    rounds = _in_bracket_order(rounds)
    third = next((tie for tie in ties if tie.round.kind is RoundKind.THIRD_PLACE), None)
    placed = tuple(
        BracketRound(held[0].round, tuple(_placed(rounds, number, tie) for tie in held)) for number, held in enumerate(rounds)
    )
    return Bracket(placed, third)


def _by_round(ties: Iterable[Tie]) -> list[list[Tie]]:
    rounds: dict[object, list[Tie]] = {}
    for tie in ties:
        rounds.setdefault(tie.round.key, []).append(tie)
    return list(rounds.values())


def _in_bracket_order(rounds: list[list[Tie]]) -> list[list[Tie]]:
    """From the last round back: the ties that feed one tie of the next round follow each other, the others come last."""
    ordered = list(rounds)
    for number in range(len(rounds) - 2, -1, -1):
        later = [team for held in ordered[number + 1 :] for tie in held for team in (tie.home, tie.away)]
        ordered[number] = _seated(ordered[number], later)
    return ordered


def _seated(ties: Sequence[Tie], seats: Sequence[str]) -> list[Tie]:
    return sorted(ties, key=lambda tie: _seat(tie, seats))


def _seat(tie: Tie, seats: Sequence[str]) -> int:
    """Where the tie's winner sits among the teams of the later rounds, in their order."""
    if tie.winner in seats:
        return seats.index(tie.winner)
    found = [seats.index(team) for team in (tie.home, tie.away) if team in seats]
    return min(found, default=len(seats))


def _placed(rounds: list[list[Tie]], number: int, tie: Tie) -> BracketTie:
    later = {team for held in rounds[number + 1 :] for other in held for team in (other.home, other.away)}
    went_on = [team for team in (tie.home, tie.away) if team in later]
    return BracketTie(
        tie,
        _came_from(rounds, number, tie.home),
        _came_from(rounds, number, tie.away),
        tie.winner or (went_on[0] if len(went_on) == 1 else None),
    )


def _came_from(rounds: list[list[Tie]], number: int, team: str) -> Place | None:
    """The latest earlier tie that the team played and did not lose."""
    for earlier in range(number - 1, -1, -1):
        for index, tie in enumerate(rounds[earlier]):
            if team in {tie.home, tie.away}:
                return Place(earlier, index) if tie.winner in {team, None} else None
    return None


def last_rounds(bracket: Bracket, count: int) -> Bracket:
    """Only the last ``count`` rounds, for pages with little room."""
    shown = bracket.rounds[-count:]
    skipped = len(bracket.rounds) - len(shown)
    return replace(
        bracket, rounds=tuple(BracketRound(held.round, tuple(_moved(one, skipped) for one in held.ties)) for held in shown)
    )


def _moved(entry: BracketTie, by: int) -> BracketTie:
    home, away = (
        Place(one.round - by, one.tie) if one and one.round >= by else None for one in (entry.home_from, entry.away_from)
    )
    return replace(entry, home_from=home, away_from=away)
