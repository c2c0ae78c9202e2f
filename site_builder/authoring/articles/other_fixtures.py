"""An article without what it tells of matches between other teams: ``Qatar beat China 1-0 through a goal in the 66th minute``.

A third team that beats, loses or draws has a match of its own, and so has one of
the two that does so against a third. Not of the past of these two: that is `other_matches`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from site_builder.authoring.articles.names import PHRASE
from site_builder.authoring.articles.team_acts import BEAT
from site_builder.authoring.articles.team_names import Calls
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import Vocabulary, folded

_SCORE = r"(?:\d{1,2}[-–]\d{1,2} )?"
_MET = rf"(?:{BEAT}|(?:drew|lost|won) {_SCORE}(?:with|against|to|at home to|at|away to)|held (?:to )?{_SCORE}by)"
_VERB = re.compile(rf"\b(?:had )?{_MET} (?:the )?(?:hosts |champions |debutants )?(?P<team>{PHRASE})")
_NOUN = re.compile(
    rf"(?:\b\w+day['’]s )?\b(?:an? |the |their )?{_SCORE}(?:[a-z-]+ )?(?:wins?|victory|triumph|defeat|loss|draw|rout|winners?)\b"
    rf"(?: (?:over|against|of|by|to|at|with|from))+ (?:the )?(?:hosts |champions )?(?P<team>{PHRASE})"
)
_SUBJECT = re.compile(rf"(?P<team>{PHRASE})(?:,? who)? (?:had )?(?:already )?(?:(?:were|was|are) (?:\w+ly )?)?{_MET}\b")
_BEGINS = re.compile(r"[,;:—–]|\b(?:who|that|which|when|where|as|while|after|since)\b| (?:and|but) (?=[A-Z])")
_ENDS = re.compile(r"[;:—–]|,(?! (?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? \w+ing|with|thanks|through|courtesy)\b)| while | but ")

_OURS = re.compile(r" (?:we|our)\b")


def told_here(article: Article, calls: Calls, vocabulary: Vocabulary) -> Article:
    """The article with blanks where it tells of other teams' matches; places stay as they are."""
    text = article.text
    for sentence in article.sentences:
        for start, end in _elsewhere(sentence.text, calls, vocabulary):
            text = text[: sentence.start + start] + " " * (end - start) + text[sentence.start + end :]
    return replace(article, text=text, sentences=tuple(replace(one, text=text[one.start : one.end]) for one in article.sentences))


def _elsewhere(text: str, calls: Calls, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """From where to where a sentence tells of other matches."""
    for pattern in (_VERB, _SUBJECT, _NOUN):
        for match in pattern.finditer(text):
            if _is_third(match["team"], calls, vocabulary):
                begun = match.start() if pattern is not _VERB else _begun(text, match.start())
                yield begun, _ended(text, match.end())


def _begun(text: str, at: int) -> int:
    return max((match.start() for match in _BEGINS.finditer(text, 0, at)), default=0)


def _ended(text: str, at: int) -> int:
    """Where words about another match end: with their clause, or where a text that is one of the teams' own speaks of itself."""
    ends = (_ENDS.search(text, at), _OURS.search(text, at))
    return min((ending.start() for ending in ends if ending), default=len(text))


def _is_third(name: str, calls: Calls, vocabulary: Vocabulary) -> bool:
    """Whether a name is that of a team that is none of the two."""
    words = name.split(" ")
    heads = [" ".join(words[:count]) for count in range(len(words), 0, -1)]
    head = next((one for one in heads if vocabulary.is_team(one) or folded(one) in vocabulary.peoples), "")
    return bool(head) and not any(re.search(rf"(?<!\w){pattern}(?!\w)", name) for _, pattern in calls.each)
