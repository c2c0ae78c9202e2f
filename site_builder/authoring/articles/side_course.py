"""How a match went as an article sums it up: "four down at the break", "came back from two down", "let a three-goal lead slip".

Scores and margins only, in no certain order: they say how the goals divide, not whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from site_builder.authoring.articles.text import Article
from site_builder.football.model import Minute, Score, Side
from site_builder.phrases import ScoreKind, Sentence, find_scores

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
_TOLD_SCORE = 2
_TOLD_LEAD = 1
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


# A score on the way: neither how it ended nor that of another match.
_NO_RUNNING = re.compile(
    r"\b(?:w[io]n|wins|winners?|beat|beaten|beating|los[te]|loses|losing|defeat|victory|drew|draw|leg|aggregate|penalties|shoot-?out|"
    r"last|earlier|previous|met|meeting|season|half|break|interval|after (?:ninety|90)|"
    r"(?:would|could|might|should|nearly|almost) (?:have )?)\b",
    re.IGNORECASE,
)
_MARGIN = re.compile(
    r"(?<!from )(?<!been )(?<!were )(?<!went )(?<!, )\b(?P<n>two|three|four|five)"
    r"(?:[- ]goals?|[- ]nil| goals)? (?:up|ahead|clear|down|behind)\b(?! (?:at|by|before|with|inside|within|in))",
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
    scores: Mapping[int, Score] = {}
    """By the place of a goal in the text, the score that is told right after it, in either order."""
    leads: Mapping[int, int] = {}
    """By the place of a goal in the text, the margin that is told right after it."""
    levels: frozenset[int] = frozenset()
    """The places of goals that the sentence before calls the equaliser."""

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
        return sum(worth for worth, is_wrong in told if is_wrong) + self._miscounted(goals) + self._off_course(goals)

    def _off_course(self, goals: Sequence[Step]) -> float:
        """What speaks against it in the scores and the margins that are told right after goals."""
        worth = 0.0
        for count, goal in enumerate(goals, 1):
            own = sum(one.side is goal.side for one in goals[:count])
            score, lead = self.scores.get(goal.at), self.leads.get(goal.at)
            worth += _TOLD_SCORE if score and {score.home, score.away} != {own, count - own} else 0
            worth += _TOLD_SCORE if goal.at in self.levels and 2 * own != count else 0
            worth += _TOLD_LEAD if lead and lead != abs(2 * own - count) else 0
        return worth

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
    places = sorted(places)
    return Course(
        half,
        frozenset(margin for one in told for margin in _found(_AT_BREAK, one.text)),
        frozenset(margin for one in told for margin in _found(_EVER, one.text)),
        has_equaliser=any(_EQUALISER.search(one.text) for one in told),
        numbers=_numbers(told, places),
        scores=dict(_told_after(told, places)),
        leads=dict(_leads_after(told, places)),
        levels=frozenset(_announced(told, places)),
    )


_ANNOUNCED = re.compile(r"(?:The|Their|An|His) (?:[\w-]+ )?(?:equali[sz]er|leveller)\b")


def _announced(sentences: Sequence[Sentence], places: Sequence[int]) -> Iterator[int]:
    """The goals that the sentence before calls the equaliser, as in ``The equaliser was a gift``."""
    for one, following in pairwise(sentences):
        own = [place for place in places if one.start <= place < following.start]
        inside = (place for place in places if following.start <= place < following.start + len(following.text))
        goal = next(inside, None)
        if _ANNOUNCED.match(one.text) and not own and goal is not None and one.block == following.block:
            yield goal


def _told_after(sentences: Sequence[Sentence], places: Sequence[int]) -> Iterator[tuple[int, Score]]:
    """The scores on the way, each with the goal told last before it, in its sentence or in the one before."""
    for before, one in pairwise((None, *sentences)):
        assert one is not None, "only the first has none before it"
        for phrase in find_scores(one.text):
            goal = _last(before, one, one.start + phrase.start, places)
            if phrase.kind is ScoreKind.SCORE and goal is not None and _is_on_the_way(one.text, phrase.start, phrase.end):
                yield goal, phrase.score


def _leads_after(sentences: Sequence[Sentence], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The margins on the way, as `_told_after`."""
    for before, one in pairwise((None, *sentences)):
        assert one is not None, "as above"
        match = _MARGIN.search(one.text)
        goal = _last(before, one, one.start + match.start(), places) if match else None
        if match and goal is not None and _is_on_the_way(one.text, match.start(), match.end()):
            yield goal, _NUMBERS[match["n"].lower()]


def _is_on_the_way(text: str, start: int, end: int) -> bool:
    """Whether the clause around a score does not say that it is how it ended, or another match's."""
    clause = re.split(r"[,;:—–]\s", text[:start])[-1] + re.split(r"[,;:—–.]\s", text[end:])[0]
    return not _NO_RUNNING.search(clause)


def _last(before: Sentence | None, one: Sentence, at: int, places: Sequence[int]) -> int | None:
    """The goal told last before a place of a sentence, in it or in the sentence before of its paragraph."""
    start = before.start if before and before.block == one.block else one.start
    return next((place for place in reversed(places) if start <= place < at), None)


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
