"""What stands where a player's name belongs and is none: signs, words about changes, and that nobody knows.

Known to say what was meant; nothing here is read.
"""

from __future__ import annotations

import re
import unicodedata

NO_SIGNS = r":/|&*†‡@#%=<>~"
"""Signs that no name has, as they stand in a class of a regular expression."""
_SIGN = re.compile(rf"-?[{NO_SIGNS}]|(?<= )and(?= )")
_BETWEEN = frozenset({"/", "|", "&", "and"})
_PICTURES = frozenset({"So", "Sm"})
_CARDS = {"🟨": "Y", "🟥": "R", "🟧": "R"}
_ABOUT_CHANGES = frozenset(
    {
        "off",
        "out",
        "on",
        "in",
        "sub",
        "subs",
        "substitute",
        "replaced",
        "injured",
        "injury",
        "inj",
        "cap",
        "loan",
        "debut",
        "sent off",
    }
)
_BEFORE_NAMES = frozenset(
    {
        "for",
        "by",
        "on",
        "sub",
        "Sub",
        "sub.",
        "Sub.",
        "replaced",
        "off",
        "out",
        "dal",
        "dall'",
        "st",
        "pt",
        "s.t.",
        "p.t.",
        "ab",
        "min",
        "min.",
    }
)
_PERIODS = frozenset({"HT", "FT", "ht", "half-time", "Half-time", "half-time."})
_UNKNOWN = frozenset({"unknown", "unknown player", "n/a", "n.a.", "tbc", "tba", "tbd", "none", "nobody", "no one"})
_MINUTE_FIX = "Write minutes as `78'` or `45+2'`."
CHANGE_FIX = "Write a change as `(Name 60')` after the player who went off."


def is_unknown(name: str) -> bool:
    """Whether this says that nobody knows who it was, as ``TBC`` does, or that there was nobody."""
    return name.casefold() in _UNKNOWN


def sign_in(name: str) -> tuple[str, str]:
    """A sign that no name has, and what to write instead; empty for a name without one."""
    if is_unknown(name) or not any(map(str.isalpha, name)):
        return "", ""
    found = _SIGN.search(name)
    sign = found[0] if found else ""
    if not sign and not name.isascii():
        sign = next((char for char in name if unicodedata.category(char) in _PICTURES), "")
    if not sign:
        return "", ""
    if sign in _BETWEEN:
        return sign, "Put a comma between two players."
    if sign in _CARDS:
        return sign, f"A card is `[{_CARDS[sign]} 31']` in a line-up, and `Name 31' ({_CARDS[sign]})` under `cards`."
    return sign, "Write only the name, as prose would."


def no_player(name: str) -> tuple[str, str]:
    """What is no part of a player's name in a line-up, and what to write instead; empty for all that may be a name."""
    if is_unknown(name):
        return name, "Leave out a player whom nobody knows."
    if name in _PERIODS or (name.lower() in _ABOUT_CHANGES and not name.istitle()):
        return name, CHANGE_FIX
    first, _, rest = name.partition(" ")
    if rest and first in _BEFORE_NAMES:
        return first, CHANGE_FIX
    last = name.rpartition(" ")[2]
    if last in _PERIODS:
        return last, _MINUTE_FIX
    return "", ""
