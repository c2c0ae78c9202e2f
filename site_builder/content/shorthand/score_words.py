"""What writers put in a score's place, or behind it, that this format says otherwise: known to say what was meant, never read."""

from __future__ import annotations

import re

_STATUS = "A match without a score was not played to its end: leave the score out and write `status: {}`."
_ABANDONED = "Write `status: abandoned`; a score beside it is the one at which it was abandoned."
_AWARDED = "Write `status: awarded` and the score that counts, as in `score: 3-0`."
_EXTRA_TIME = "Extra time is `aet` and a shoot-out `pens`, as in `3-2 aet` or `1-1 aet, 4-2 pens`."
_FULL_TIME = "The score is that at full time: write only the two numbers."
_HALF_TIME = "The score at half-time has a key of its own, `half_time`."
_SECOND_LEG = "Each leg is a match of its own, and the aggregate is worked out: write only this match's score."

# From the most certain on: what was abandoned may also have been awarded, and then only that counts.
_MEANT = tuple(
    (re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), fix)
    for words, fix in (
        (r"award(?:ed)?|w/o|w\.?o\.?|walk-?over|forfeit(?:ed)?|a tavolino|tavolino|tapis vert|am grünen tisch", _AWARDED),
        (r"a-a|aband(?:oned)?|abd\.?|sospesa|abgebrochen|abbruch|interrompue?|arr[êe]t[ée]e?|suspendid[oa]", _ABANDONED),
        (
            r"p-p|p/p|ppd\.?|postp(?:oned)?\.?|rinviat[ao]|verlegt|verschoben|report[ée]e?|aplazad[oa]",
            _STATUS.format("postponed"),
        ),
        (r"canc(?:elled|eled)?\.?|c-c|called off|annullat[ao]|abgesagt|annul[ée]e?|cancelad[oa]", _STATUS.format("cancelled")),
        (r"void(?:ed)?", "Write `status: void`; a score beside it is shown, and counts for nothing."),
        (r"agg(?:regate)?\.?", _SECOND_LEG),
        (
            r"d\.?t\.?s\.?|n\.?v\.?|a\.?p\.?|prol\.?|nach verlängerung|verl\.?|supp?l\.?|pr[óo]rr?\.?|e\.?t\.?|o\.?t\.?",
            _EXTRA_TIME,
        ),
        (r"d\.?c\.?r\.?|n\.?e\.?|i\.?e\.?|t\.?a\.?b\.?|elfmeterschießen|rig(?:ori)?\.?|pso|g\.?p\.?", _EXTRA_TIME),
        (r"h\.?t\.?|half[- ]time", _HALF_TIME),
        (r"f\.?t\.?|full[- ]time|final|end(?:ed)?", _FULL_TIME),
    )
)
_NO_SCORE_YET = re.compile(r"tb[cad]|v\.?|vs\.?|x|n[./]?a\.?|none|unknown|live|l-l|\?(?:[-–:]\?)?|[-–—]", re.IGNORECASE)
_FIRST_WORDS = 60


def fix_of_words(text: str) -> str:
    """What to write instead; empty where nothing of it is known."""
    if _NO_SCORE_YET.fullmatch(text):
        return "Leave the score out until there is one."
    said = text[:_FIRST_WORDS]
    return next((fix for pattern, fix in _MEANT if pattern.search(said)), "")
