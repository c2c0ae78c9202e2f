"""Scores as prose gives them: ``3–1``, ``2-0 up``, ``4-2 on penalties``, ``1-1 after extra time``, ``goalless``.

A score is two numbers in the order in which they stand; whose they are is not
known here. What only looks like one (a formation, a season, a date, a time of
day, an address) is left out.

    >>> [(s.score.text, s.kind.value) for s in find_scores("It was 1–0 at half-time and ended 3-3, 4-2 on penalties.")]
    [('1–0', 'half-time'), ('3–3', 'score'), ('4–2', 'shoot-out')]
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from site_builder.football.model import Score
from site_builder.phrases.numbers import number_of


class ScoreKind(StrEnum):
    """What a score is the score of, as its own words say."""

    SCORE = "score"
    HALF_TIME = "half-time"
    FULL_TIME = "full-time"
    EXTRA_TIME = "extra time"
    SHOOTOUT = "shoot-out"
    AGGREGATE = "aggregate"


class ScorePhrase(Struct, frozen=True):
    """A score from ``start`` to ``end`` of the text, numbers in the order as written; ``is_figures`` unless in words."""

    text: str
    start: int
    end: int
    score: Score
    kind: ScoreKind = ScoreKind.SCORE
    is_figures: bool = True


_WORDS = "nil|one|two|three|four|five|six|seven|eight|nine|ten"
_FIGURES = re.compile(r"(?<![\w–—/.:+-])(\d{1,2})\s?[-–—]\s?(\d{1,2})(?![\w/+]|[-–—:.]\d|\s?[-–—]\s?\d)")
_IN_WORDS = re.compile(rf"\b({_WORDS})[- –]({_WORDS}|all)\b(?![-–]\w)", re.IGNORECASE)
# "Won by three goals to one", "by the odd goal in five".
_GOALS_TO = re.compile(rf"\b({_WORDS}|\d{{1,2}}) goals? to (nil|none|nothing|{_WORDS}|\d{{1,2}})\b", re.IGNORECASE)
_ODD_GOAL = re.compile(r"\bthe odd goal (?:in|of) (three|five|seven|nine)\b", re.IGNORECASE)
_GOALLESS = re.compile(r"\b(?:goalless|scoreless|0[-–]0|no goals in (?:the )?(?:90|ninety|120) minutes)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|aged?|pages?|from)\s$", re.IGNORECASE)
_WON = r"[\s,(]*(?:win |victory |defeat )?"
_BY = r"(?:(?:up|down|ahead|lead|behind|deficit|to \w+) )?"
_AFTER: tuple[tuple[str, ScoreKind], ...] = (
    (rf"{_WON}(?:on|in|via|after|by) (?:a |the )?(?:penalt|pens\b|spot[- ]kicks|shoot[- ]?out)", ScoreKind.SHOOTOUT),
    (r"\s*\(?(?:pens?\b|p\b|pso\b|in the shoot-?out)", ScoreKind.SHOOTOUT),
    (rf"{_WON}(?:aet\b|a\.e\.t|after extra[- ]time|in extra[- ]time)", ScoreKind.EXTRA_TIME),
    (rf"{_WON}(?:on|over) (?:aggregate|(?:the )?two legs)|\s*agg(?:regate)?\b", ScoreKind.AGGREGATE),
    (rf"[\s,(]*{_BY}(?:at|by) (?:half[- ]?time|the (?:break|interval))", ScoreKind.HALF_TIME),
    (r"\s*\(?(?:HT|half-time)\b", ScoreKind.HALF_TIME),
    (r"[\s,(]*after (?:90|ninety) minutes|\s*at the end of normal time", ScoreKind.FULL_TIME),
)
_BEFORE: tuple[tuple[str, ScoreKind], ...] = (
    (r"(?:half[- ]?time(?: score)?|HT)\s?(?:was|:|stood at)?\s?\(?$", ScoreKind.HALF_TIME),
    (r"(?:penalties|shoot-?out|spot-kicks|pens)(?: was| by|,)?\s?:?\s?$", ScoreKind.SHOOTOUT),
    (r"agg(?:regate)?\.?\s?:?\s?$", ScoreKind.AGGREGATE),
)
_WORDS_AFTER = tuple((re.compile(text, re.IGNORECASE), kind) for text, kind in _AFTER)
_WORDS_BEFORE = tuple((re.compile(text, re.IGNORECASE), kind) for text, kind in _BEFORE)


def find_scores(text: str) -> tuple[ScorePhrase, ...]:
    """Every score of a text, in order, ``goalless`` as 0–0."""
    found = [
        _phrase(text, m, int(m[1]), int(m[2])) for m in _FIGURES.finditer(text) if not _BETWEEN.search(text[: m.start()][-12:])
    ]
    for match in (*_IN_WORDS.finditer(text), *_GOALS_TO.finditer(text)):
        first = _number(match[1])
        second = first if match[2].lower() == "all" else _number(match[2])
        found.append(_phrase(text, match, first, second, is_figures=False))
    for match in _ODD_GOAL.finditer(text):
        total = _number(match[1])
        found.append(_phrase(text, match, total // 2 + 1, total // 2, is_figures=False))
    taken = {phrase.start for phrase in found}
    found += [_phrase(text, m, 0, 0, is_figures=False) for m in _GOALLESS.finditer(text) if m.start() not in taken]
    return tuple(sorted(found, key=lambda phrase: phrase.start))


def _number(written: str) -> int:
    """A number in figures or in words, of which the patterns hold no others; nothing is nil."""
    number = int(written) if written.isdigit() else number_of(written.lower().replace("none", "nil").replace("nothing", "nil"))
    assert number is not None, "the patterns hold numbers only"
    return number


def _phrase(text: str, match: re.Match[str], first: int, second: int, *, is_figures: bool = True) -> ScorePhrase:
    return ScorePhrase(match[0], match.start(), match.end(), Score(first, second), _kind(text, match), is_figures)


def _kind(text: str, match: re.Match[str]) -> ScoreKind:
    """What the words beside a score say it is the score of."""
    after, before = text[match.end() : match.end() + 60], text[max(0, match.start() - 40) : match.start()]
    for pattern, kind in _WORDS_AFTER:
        if pattern.match(after):
            return kind
    return next((kind for pattern, kind in _WORDS_BEFORE if pattern.search(before)), ScoreKind.SCORE)
