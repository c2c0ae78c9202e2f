"""Minutes of play as noun phrases: ``the 78th minute``, ``the eighth minute of stoppage time``."""

from __future__ import annotations

from site_builder.football.model import Minute
from site_builder.language.words import Words, message

_STOPPAGE = {
    45: message("the {added:nthword} minute of stoppage time before half-time"),
    90: message("the {added:nthword} minute of stoppage time"),
    105: message("the {added:nthword} minute of stoppage time before the break in extra time"),
    120: message("the {added:nthword} minute of stoppage time in extra time"),
}


def minute_words(minute: Minute, words: Words) -> str:
    """A minute within a sentence; below ten in words."""
    base, added = words.numeral(minute.base), words.numeral(minute.added)
    if minute.added:
        return words(_STOPPAGE.get(minute.base, _STOPPAGE[90]), added=added)
    if minute.base < 10:
        return words("the {minute:nthword} minute", minute=base)
    return words("the {minute:nth} minute", minute=base)
