"""An article as text that can be asked: its title, its sentences, and which sentence holds a place."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from msgspec import Struct
from msgspec.structs import replace

from site_builder.phrases import ScoreKind, ScorePhrase, Sentence, find_scores, split_sentences


class Article(Struct, frozen=True):
    """A text with its lines ended alike. ``title`` is its first line where that looks like a headline, else empty."""

    text: str
    title: str
    sentences: tuple[Sentence, ...]

    def sentence_at(self, place: int) -> str:
        """The sentence that holds a character, on one line: the evidence for what was read there."""
        index = bisect_right([s.start for s in self.sentences], place) - 1
        return " ".join(self.sentences[max(0, index)].text.split()) if self.sentences else ""


LONGEST_TITLE = 120
_SHOOTOUT = re.compile(
    r"\bshoot-?out\b|\b(?:first|next|all) (?:\w+ )?(?:kicks|penalties)\b|\bto penalties\b|\bpenalties followed\b|"
    r"\bspot-kicks\b",
    re.IGNORECASE,
)
_TO_THEM = re.compile(r" (?:to|for) [A-Z][\w’' ]{2,25} (?:on|in|after) (?:penalties|pens|the shoot-?out)\b")


def scores_in(article: Article) -> tuple[ScorePhrase, ...]:
    """Every score of an article; one in a sentence about the shoot-out is that of the kicks unless it is level."""
    return tuple(
        replace(score, kind=ScoreKind.SHOOTOUT)
        if score.kind is ScoreKind.SCORE and not score.score.is_level and _is_of_kicks(article, score)
        else score
        for score in find_scores(article.text)
    )


def _is_of_kicks(article: Article, score: ScorePhrase) -> bool:
    """Whether a score stands among words about a shoot-out."""
    return bool(_SHOOTOUT.search(article.sentence_at(score.start)) or _TO_THEM.match(article.text, score.end))


def article_of(text: str) -> Article:
    """An article from the text of a file."""
    plain = unicodedata.normalize("NFC", text.lstrip("﻿").replace("\r\n", "\n").replace("\r", "\n"))
    first, _, rest = plain.strip().partition("\n")
    head = first.strip().lstrip("#").strip().strip("*").strip()
    is_title = bool(rest.strip()) and len(head) <= LONGEST_TITLE and not head.endswith(".") and bool(head)
    return Article(plain, head if is_title else "", tuple(map(_without_dateline, split_sentences(plain))))


_DATELINE = re.compile(
    r"(?:Reuters|AFP|AP|PA)\s[-–—]{1,2}\s(?=\S)|"
    r"[A-ZÀ-Ý][A-ZÀ-Ý .'’-]{2,}(?:, [^.–—-]{2,40}?)?(?:\s\([^()]{2,30}\))?\s[-–—]{1,2}\s(?=\S)"
)


def _without_dateline(sentence: Sentence) -> Sentence:
    """A sentence without the place and day that agencies put in front: ``MUNICH, June 19 (Reuters) - ``."""
    line = _DATELINE.match(sentence.text)
    if line is None:
        return sentence
    return replace(sentence, text=sentence.text[line.end() :], start=sentence.start + line.end())
