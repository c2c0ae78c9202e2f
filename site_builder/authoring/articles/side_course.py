"""How a match went as an article sums it up: "four down at the break", "came back from two down", "let a three-goal lead slip".

Scores and margins only, in no certain order: they say how the goals divide, not whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.authoring.articles.text import Article
from site_builder.football.model import Minute, Score, Side
from site_builder.phrases import Sentence

_NUMBERS = {"one": 1, "a": 1, "1": 1, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
_N = r"(?P<n>one|two|three|four|five|[1-5])"
_BREAK = r"(?:at|by|before) (?:the )?(?:break|half[- ]?time|interval|turn ?-?round)"
_AT_BREAK = (
    re.compile(rf"\b{_N}(?:[- ]nil|[- ]goals?| goals)? (?:down|behind|up|ahead|clear|in front) {_BREAK}\b", re.IGNORECASE),
    re.compile(rf"\b{_N}-goal (?:half-time |interval )(?:lead|advantage|deficit|cushion)\b", re.IGNORECASE),
)
_EVER = (
    re.compile(
        rf"\b(?:from|been|were|was|went|go|going) {_N}(?:[- ]nil| goals?)? (?:down|behind|up|ahead|"
        rf"clear)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_N}-goal (?:lead|advantage|deficit|cushion)\b", re.IGNORECASE),
)
_ELSEWHERE = re.compile(r"\b(?:first leg|aggregate|last (?:season|year|week|month)|previous|earlier in the)\b", re.IGNORECASE)
_AT_HALF = 3
_AT_ALL = 1.5
_COUNTED = 1.5
_COUNTED_ALL = 0.5
_HALF = 45
_REGULAR = 90
_EQUALISER = re.compile(r"\b(?:equali[sz](?:er|ed)|levelled|drew level|all square|leveller|back on terms)\b", re.IGNORECASE)
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_CARDINALS = ("two", "three", "four", "five", "six", "seven", "eight")
_NTH = re.compile(
    rf"\b(?:(?:the|a|their) (?P<nth>{'|'.join(_ORDINALS)})"
    r"(?= (?:goal\b|on|in|after|for|with|from|when|before|at|and|as|\d|minutes?)|[,.;:!])"
    rf"|made it (?P<n>{'|'.join(_CARDINALS)})(?![- ](?:nil|one|two|three|all)))",
    re.IGNORECASE,
)


class Step(Struct, frozen=True):
    """A goal told at a place of the text, with the side that it counts for in one way of dividing them."""

    at: int
    minute: Minute | None
    side: Side | None


class Course(Struct, frozen=True):
    """Margins at half-time and at any time; ``half`` is the score at half-time, in either order."""

    half: Score | None = None
    half_margins: frozenset[int] = frozenset()
    margins: frozenset[int] = frozenset()
    has_equaliser: bool = False
    numbers: Mapping[int, int] = {}
    """By the place of a goal in the text, which of its side's, or of the match's, it is said to be."""

    def misfit(self, goals: Sequence[Step]) -> float:
        """How much goals in order, each with its side, contradict it: nothing where they do not."""
        reached = list(_margins(goals))
        early, regular = _score(goals, _HALF), _score(goals, _REGULAR)
        margin = abs(early.home - early.away)
        timed = all(one.minute for one in goals)
        told = (
            (_AT_HALF, timed and self.half is not None and {self.half.home, self.half.away} != {early.home, early.away}),
            (_AT_HALF, timed and any(one != margin for one in self.half_margins)),
            (_AT_HALF, timed and goals[-1:] and _is_late(goals[-1]) and not regular.is_level),
            (_AT_ALL, self.has_equaliser and 0 not in reached),
            (_AT_ALL, not self.margins <= set(reached)),
        )
        return sum(worth for worth, is_wrong in told if is_wrong) + self._miscounted(goals)

    def _miscounted(self, goals: Sequence[Step]) -> float:
        worth = 0.0
        for count, goal in enumerate(goals, 1):
            number = self.numbers.get(goal.at)
            own = sum(one.side is goal.side for one in goals[:count])
            if number is not None and number != own:
                worth += _COUNTED_ALL if number == count else _COUNTED
        return worth


def _is_late(goal: Step) -> bool:
    """Whether a goal was scored in extra time, before which the score was level."""
    return goal.minute is not None and goal.minute.base > _REGULAR


def _score(goals: Sequence[Step], last: int) -> Score:
    """The score after the minutes up to one, with the time added to them."""
    sides = [one.side for one in goals if one.minute and one.minute.base <= last]
    return Score(sides.count(Side.HOME), sides.count(Side.AWAY))


def _margins(goals: Sequence[Step]) -> Iterator[int]:
    margin = 0
    for one in goals:
        margin += (one.side is Side.HOME) - (one.side is Side.AWAY)
        yield abs(margin)


def course_of(article: Article, half: Score | None, places: Iterable[int]) -> Course:
    """What an article says of the course of its match; ``half`` is the score at half-time, ``places`` are those of its goals."""
    told = [one for one in article.sentences if not _ELSEWHERE.search(one.text)]
    return Course(
        half,
        frozenset(margin for one in told for margin in _found(_AT_BREAK, one.text)),
        frozenset(margin for one in told for margin in _found(_EVER, one.text)),
        has_equaliser=any(_EQUALISER.search(one.text) for one in told),
        numbers=_numbers(told, sorted(places)),
    )


def _found(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[int]:
    return (_NUMBERS[match["n"].lower()] for pattern in patterns for match in pattern.finditer(text))


def _numbers(sentences: Sequence[Sentence], places: Sequence[int]) -> dict[int, int]:
    """Which goal is "the third" or "made it six": the last one told before these words in their sentence."""
    found: dict[int, int] = {}
    for one in sentences:
        for match in _NTH.finditer(one.text):
            before = [at for at in places if one.start <= at < one.start + match.start()]
            number = _ORDINALS.index(match["nth"].lower()) if match["nth"] else _CARDINALS.index(match["n"].lower())
            if before:
                found[before[-1]] = number + 2
    return found
