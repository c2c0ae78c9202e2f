"""Cards: what players were shown, and the penalty points that rank teams by conduct.

A card may stand in a list of cards or inside a line-up, or in both. That no
card is told says nothing by itself: only a match told with line-ups or with at
least one card is known to that depth (`cards_known`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from site_builder.football.model import Card, CardColour, Match, Side
from site_builder.football.rules import CardPoints


def cards_of(match: Match) -> tuple[Card, ...]:
    """Every card of a match once, whether it stands in the list, in a line-up, or in both."""
    told = match.happenings
    inside = [card for line_up in (told.line_ups.home, told.line_ups.away) if line_up for card in line_up.cards]
    if not inside:
        return told.cards
    listed = {(card.side, card.player, card.colour) for card in told.cards}
    return (*told.cards, *(card for card in inside if (card.side, card.player, card.colour) not in listed))


def cards_known(match: Match) -> bool:
    """Whether a match is told in such depth that a card not told was not shown."""
    line_ups = match.happenings.line_ups
    return bool(cards_of(match)) or (line_ups.home is not None and line_ups.away is not None)


def penalty_points(cards: Iterable[Card], points: CardPoints) -> int:
    """The penalty points for one side's cards in one match: each player counts once, for the most that he got."""
    shown: dict[str, list[CardColour]] = defaultdict(list)
    for card in cards:
        shown[card.player].append(card.colour)
    return sum(_player(colours, points) for colours in shown.values())


def _player(colours: list[CardColour], points: CardPoints) -> int:
    if CardColour.SECOND_YELLOW in colours or colours.count(CardColour.YELLOW) > 1:
        return points.second_yellow
    if CardColour.RED in colours:
        return points.yellow_and_red if CardColour.YELLOW in colours else points.red
    return points.yellow


def conduct(matches: Iterable[Match], points: CardPoints) -> dict[str, int | None]:
    """Penalty points by team over ``matches``; None for a team with a match whose cards are not known."""
    sums: dict[str, int | None] = {}
    for match in matches:
        cards = cards_of(match)
        known = cards_known(match)
        for side, team in ((Side.HOME, match.home), (Side.AWAY, match.away)):
            before = sums.get(team, 0)
            own = penalty_points([card for card in cards if card.side is side], points)
            sums[team] = before + own if known and before is not None else None
    return sums


class CardCount(Struct, frozen=True):
    """A player's cards; a second yellow is a sending-off."""

    player: str
    team: str
    yellow: int
    second_yellow: int
    red: int


class CardList(Struct, frozen=True):
    """Players by cards, and in how many of the matches cards are known at all."""

    lines: tuple[CardCount, ...]
    known_in: int
    matches: int


def card_list(matches: Iterable[Match], team: str = "") -> CardList:
    """Every player's cards, of one team if told: most sendings-off first, then most cautions, then by name."""
    held = tuple(matches)
    found: dict[tuple[str, str], list[CardColour]] = defaultdict(list)
    for match in held:
        for card in cards_of(match):
            for_team = match.home if card.side is Side.HOME else match.away
            if not team or for_team == team:
                found[card.player, for_team].append(card.colour)
    lines = [
        CardCount(
            player, for_team, *(colours.count(one) for one in (CardColour.YELLOW, CardColour.SECOND_YELLOW, CardColour.RED))
        )
        for (player, for_team), colours in found.items()
    ]
    lines.sort(key=lambda line: (-line.red - line.second_yellow, -line.yellow, line.player, line.team))
    return CardList(tuple(lines), sum(map(cards_known, held)), len(held))
