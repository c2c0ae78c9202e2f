"""Cards: whose, of which colour, in which minute.

>>> [(c.player, str(c.colour), c.minute.text) for c in parse_cards("Toloi 31' (Y), 78' (Y/R)", Side.HOME)]
[('Toloi', 'yellow', '31'), ('Toloi', 'second yellow', '78')]
"""

from __future__ import annotations

from site_builder.content.shorthand.player_words import no_player
from site_builder.content.shorthand.tokens import Cursor, Token, checked_name, plain_minute, refuse_digits, without_full_stop
from site_builder.football.model import Card, CardColour, Minute, Side

_COLOURS = {
    "y": CardColour.YELLOW,
    "yc": CardColour.YELLOW,
    "yellow": CardColour.YELLOW,
    "r": CardColour.RED,
    "rc": CardColour.RED,
    "red": CardColour.RED,
    "y/r": CardColour.SECOND_YELLOW,
    "yr": CardColour.SECOND_YELLOW,
    "y2": CardColour.SECOND_YELLOW,
    "2y": CardColour.SECOND_YELLOW,
    "second": CardColour.SECOND_YELLOW,
}
_BETWEEN = (",", ";", "and", "&")
CARD_FIX = "Cards are `Y`, `Y/R` for a second yellow, and `R`, as in `Toloi 31' (Y)`."


def card_mark(cursor: Cursor, group: Token) -> tuple[CardColour, Minute | None] | None:
    """What a bracket says of a card (``Y``, ``Y 15'``, ``Y/R 90+3'``); None where it is about something else.

    Raises ShorthandError where a colour is followed by what is no minute.
    """
    words = Cursor(group.text, cursor.base + group.start)
    colour = _COLOURS.get(words.take().text.lower())
    if colour is None:
        return None
    if colour is CardColour.SECOND_YELLOW and words.token.text.lower() == "yellow":
        words.take()
    minute = None if words.at_end() else plain_minute(words)
    if not words.at_end():
        words.fail(f"`{words.token.text}` follows the card's minute", CARD_FIX)
    return colour, minute


def _is_card(cursor: Cursor) -> bool:
    return cursor.token.text in ("(", "[") and card_mark(cursor, cursor.group()) is not None


def _read_name(cursor: Cursor) -> str:
    start = end = cursor.token.start
    while not cursor.at_end() and not _is_card(cursor):
        if cursor.token.text == "(":
            cursor.index = cursor.group_end()
            end = cursor.tokens[cursor.index - 1].end
        elif cursor.token.is_word and not cursor.token.is_number:
            refuse_digits(cursor, cursor.token)
            end = cursor.take().end
        else:
            break
    if start == end:
        cursor.fail(f"the player is missing before `{cursor.token.text}`", CARD_FIX)
    name = checked_name(cursor, start, end, "player")
    wrong, fix = no_player(name)
    if wrong:
        cursor.fail(f"`{wrong}` is no part of a name", fix, Token(cursor.text[start:end], start))
    return name


def _read_card(cursor: Cursor, side: Side, name: str) -> Card:
    minute = plain_minute(cursor) if cursor.token.is_number else None
    if cursor.token.text not in ("(", "["):
        cursor.fail(f"the colour of the card for {name} is missing", CARD_FIX)
    group = cursor.group()
    mark = card_mark(cursor, group)
    if mark is None:
        cursor.fail(f"`{group.text[:40]}` is no card", CARD_FIX, group)
    cursor.index = cursor.group_end()
    return Card(side, name, mark[0], minute or mark[1])


def parse_cards(text: str, side: Side) -> tuple[Card, ...]:
    """Read the cards of one side. Raises ShorthandError."""
    cursor = Cursor(without_full_stop(text))
    cards: list[Card] = []
    cursor.skip(*_BETWEEN)
    while not cursor.at_end():
        name = _read_name(cursor)
        cards.append(_read_card(cursor, side, name))
        cursor.skip(*_BETWEEN)
        while not cursor.at_end() and (cursor.token.is_number or _is_card(cursor)):
            cards.append(_read_card(cursor, side, name))
            cursor.skip(*_BETWEEN)
    return tuple(cards)
