"""What writers put where a score is due, or behind one: what to write instead, by the word that they chose.

Nothing is read here: a score is two numbers, ``aet`` and ``pens``, and whatever
else a score may tell (that there is none, or why) has a key of its own. Patterns are
compiled when one is needed, which is seldom.
"""

from __future__ import annotations

import re
from typing import Final

SCORE_FIX: Final = "Write the home goals first, as in `3-1`, `3-2 aet` or `1-1 aet, 4-2 pens`."
_UNKNOWN_FIX: Final = "Leave the key out while there is no score."
_NUMBERS: Final = r"(?<![0-9])([0-9]{1,3})\s*+[-–—−:]\s*+([0-9]{1,3})(?![0-9])"
_TWO: Final = r"([0-9]{1,2})(?: *+[/.,] *+| ++)([0-9]{1,2})"
_STATUSES: Final = {
    "postponed": r"p ?[-–] ?p|postponed|ppd|rinviat[ao]|verschoben|verlegt|report[ée]e?|aplazado",
    "abandoned": r"a ?[-–] ?a|abandoned|abd|suspended|sospesa|interrotta|abgebrochen|suspendido",
    "cancelled": r"c ?[-–] ?c|cancell?ed|canc|annullata|abgesagt|annulée?|cancelado",
    "void": r"void|voided|annulled|annulliert",
    "awarded": r"awarded|awd|w/o|w\.?o\.?|walk-?over|(?:a )?tavolino|forfeit(?:ed)?|forfait",
}
_NONE: Final = (
    r"tb[acd]\.?|v\.?|vs\.?|n/a|none|null|~|unknown|fixture|to be played|not played|live|in play"
    r"|[-–—−]{1,3}|[?xX]?(?:\s*+[-–:]\s*+)?[?xX]"
)
_EXTRA_TIME: Final = (
    r"a\.?e\.?t|d\.?t\.?s|n\.?v|a\.?p|(?:after )?e\.?t|(?:dopo i )?(?:tempi )?supplementari|(?:nach )?verlängerung"
    r"|pr[óo]rroga|prolongations?|(?:after )?extra[- ]time"
)
_PENS: Final = (
    r"p|pens?|penalties|pso|rig|d\.?c\.?r|[in]\.?\s?e|t\.?a\.?b|(?:calci di )?rigor[ei]"
    r"|elfmeterschießen|tirs au but|penales|penaltis"
)
_FINAL: Final = r"f\.?t|full[- ]?time|finale?"
_HALF_TIME: Final = r"h\.?t|half[- ]?time"
_AGGREGATE: Final = r"agg|(?:on )?aggregate|complessivo"


def fix_of_no_score(text: str) -> str:
    """What to write where a text begins with no score."""
    if status := _status(text):
        return _fix_of_status(status, "")
    if re.fullmatch(_NONE, text, re.IGNORECASE):
        return _UNKNOWN_FIX
    if two := re.fullmatch(_TWO, text):
        return f"Did you mean `{two[1]}-{two[2]}`?"
    numbers = re.findall(_NUMBERS, text)
    if len(numbers) == 1 and _has(_HALF_TIME, text):
        return f"The score at half-time has a key of its own: `half_time: {'-'.join(numbers[0])}`."
    return f"Write `{'-'.join(numbers[0])}` alone." if len(numbers) == 1 and _has(_FINAL, text) else SCORE_FIX


def fix_of_rest(score: str, rest: str) -> str:
    """What to write for a score with other words behind it; empty where these say nothing known."""
    if status := _status(rest):
        return _fix_of_status(status, score)
    if _has(_AGGREGATE, rest):
        return f"Write `{score}` alone: what the legs make together is worked out."
    numbers = re.findall(_NUMBERS, rest)
    extra = " aet" if _has(_EXTRA_TIME, rest) else ""
    if len(numbers) == 1 and _has(_HALF_TIME, rest):
        return f"Write `{score}{extra}` alone; half-time has a key of its own: `half_time: {'-'.join(numbers[0])}`."
    if len(numbers) == 1 and _has(_PENS, rest):
        return f"Write `{score}{extra}, {'-'.join(numbers[0])} pens`."
    if not numbers and extra:
        return f"Write `{score} aet`."
    return f"Write `{score}` alone." if not numbers and _has(_FINAL, rest) else ""


def _has(words: str, text: str) -> bool:
    """Whether one of these words stands in a text as a whole."""
    return re.search(rf"(?<![^\W_])(?:{words})(?![^\W_])", text, re.IGNORECASE) is not None


def _status(text: str) -> str:
    """The status that a text speaks of, empty where of none."""
    return next((status for status, words in _STATUSES.items() if _has(words, text)), "")


def _fix_of_status(status: str, score: str) -> str:
    if score and status in ("abandoned", "awarded", "void"):
        return f"Write `score: {score}` and `status: {status}`."
    if status == "abandoned":
        return "Write `status: abandoned`, and the score as it stood, or leave `score` out."
    if status == "awarded":
        return "Write `status: awarded`, and the score as it was awarded (`3-0`), or `winner: home` in its place."
    return f"Leave `score` out, and write `status: {status}`."
