"""What stands where a player's name belongs and is none: signs, words about changes, positions, and that nobody knows.

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
    "off|out|on|in|sub|subs|substitute|replaced|injured|injury|inj|cap|loan|debut|sent off|unused|not used".split("|")
)
_BEFORE_NAMES = frozenset(
    "for by on at and the not plus unused sub Sub sub. Sub. rep repl subbed replaced off out s e y dal dall' st pt s.t. p.t. ab "
    "min min.".split()
)
_WITHIN_NAMES = frozenset("for replaced replacing unknown unused booked".split())
_CAPTAINS = frozenset("c cap capt".split())
_AFTER_NAMES = _CAPTAINS | frozenset("gk for off out at by".split())
_PERIODS = frozenset("HT FT ht ft h-t H-T h.t. H.T. half-time Half-time half-time. full-time Full-time".split())
_REMARKS = frozenset("the and not plus unknown unused booked".split())
_NO_MORE = frozenset("etc|etc.|et al|et al.|others|and others".split("|"))
# `AM`, `ST` and the like may be initials where they stand beside a name.
_POSITIONS = frozenset("GK GKP DF CB RB LB RCB LCB RWB LWB MF CDM CAM FW RW LW CF".split())
_IN_BRACKETS = _POSITIONS | frozenset("AM CM DM LM RM MC ML MR DC DL DR SS ST".split())
_UNKNOWN = frozenset({"unknown", "unknown player", "n/a", "n.a.", "tbc", "tba", "tbd", "none", "nobody", "no one"})
_CUT_SHORT = re.compile(r"[^\W\d_]{3,}\.")
_BRACKET = re.compile(r"\(([^()]*)\)")
# A dot in the middle of a word is Catalan.
_UNPARTED = re.compile(r"(?<=\w)[–—](?=\w)|(?<= )[-–—•·](?= )")
_QUOTED = re.compile("[“„«‘‹].*[”“»’›]")
_MINUTE_FIX = "Write minutes as `78'` or `45+2'`."
_POSITION_FIX = "Leave positions out: the ` - ` between lines tell them."
_REMARK_FIX = "Leave it out, or put it into the report: only the name belongs here."
_NAME_FIX = "Write only the name, as prose would."
_COLON_FIX = "Leave out what ends with the colon; who did not start stands under `bench`."
_PARTED_FIX = "Put a comma between two players, ` - ` between lines; a double name has a hyphen."
CHANGE_FIX = "Write a change as `(Name 60')` after the player who went off."


def is_unknown(name: str) -> bool:
    """Whether this says that nobody knows who it was, as ``TBC`` does, or that there was nobody."""
    return name.casefold() in _UNKNOWN


def is_position(text: str) -> bool:
    """Whether a text by itself, as in brackets behind a name, is a position on the pitch."""
    return text in _IN_BRACKETS


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
    return sign, _COLON_FIX if sign == ":" else _NAME_FIX


def no_player(name: str) -> tuple[str, str]:
    """What is no part of a player's name in a line-up, and what to write instead; empty for all that may be a name."""
    if is_unknown(name):
        return name, "Leave out a player whom nobody knows."
    if name.lower() in _NO_MORE:
        return name, "Leave it out: whoever is not named is not known to have been there."
    if name in _PERIODS or (name.lower() in _ABOUT_CHANGES and not name.istitle()):
        return name, CHANGE_FIX
    return _wrong_word(name.split(" ")) or _wrong_sign(name) or ("", "")


def _wrong_word(words: list[str]) -> tuple[str, str] | None:
    if len(words) == 1:
        return None
    first, last = words[0], words[-1]
    if first in _BEFORE_NAMES or (first.islower() and _CUT_SHORT.fullmatch(first)):
        return first, _fix_of_word(first)
    if last in _PERIODS:
        return last, _MINUTE_FIX
    if first in _POSITIONS or last in _POSITIONS:
        return (first if first in _POSITIONS else last), _POSITION_FIX
    wrong = last if last in _AFTER_NAMES else next((word for word in words[1:] if word in _WITHIN_NAMES), "")
    return (wrong, _fix_of_word(wrong)) if wrong else None


def _fix_of_word(word: str) -> str:
    if word in _CAPTAINS:
        return "A captain is marked `[c]`."
    return _REMARK_FIX if word in _REMARKS else CHANGE_FIX


def _wrong_sign(name: str) -> tuple[str, str] | None:
    if found := _BRACKET.search(name):
        said = found[1].strip()
        is_remark = said.islower() or said.partition(" ")[0] in _BEFORE_NAMES or is_position(said)
        return (found[0], _REMARK_FIX) if is_remark else None
    if found := _UNPARTED.search(name):
        return found[0], _PARTED_FIX
    return (name[0], _NAME_FIX) if _QUOTED.fullmatch(name) else None
