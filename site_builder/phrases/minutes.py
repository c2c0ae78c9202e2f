"""Minutes of play as prose says them: ``72'``, ``in the 53rd minute``, ``two minutes from time``, ``six minutes later``.

A phrase gives what its own words give: a minute, a span of minutes, or a number
of minutes after something else. Where the words do not fix the minute
(``deep into stoppage time``) there is none: nothing is guessed here. Durations
(``for 25 minutes``) are no minutes and are not found. The patterns themselves
are in `minute_patterns`.

    >>> [(p.text, p.later) for p in find_minutes("Six minutes later Pessina made it two.")]
    [('Six minutes later', 6)]
    >>> find_minutes("Zapata, just before the break, scored.")[0].span
    Span(first=40, last=45)
"""

from __future__ import annotations

from functools import lru_cache

from site_builder.phrases.minute_patterns import PATTERNS
from site_builder.phrases.minute_values import Certainty, MinutePhrase, Span

__all__ = ["Certainty", "MinutePhrase", "Span", "find_minutes"]


@lru_cache(maxsize=256)
def find_minutes(text: str) -> tuple[MinutePhrase, ...]:
    """Every phrase for a moment of play, in order, none within another."""
    found: list[MinutePhrase] = []
    taken = bytearray(len(text))
    for pattern, read in PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            meaning = None if any(taken[start:end]) else read(match)
            if meaning is not None:
                found.append(MinutePhrase(match[0], start, end, *meaning))
                taken[start:end] = b"\1" * (end - start)
    return tuple(sorted(found, key=lambda phrase: phrase.start))
