"""From a passage to its readings: one for each sentence, with names, scores, minutes and dates as marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from site_builder.checks.prose.marks import Mark, Reading, Sign
from site_builder.checks.prose.names import Names
from site_builder.checks.prose.passages import Passage
from site_builder.football.model import Score
from site_builder.phrases import CARDINAL, ScorePhrase, find_dates, find_minutes, find_scores, number_of, split_sentences

LONGEST = 1500
"""Characters of a sentence at most: what is longer is none, and patterns would take their time."""
_MAY_SCORE = re.compile(
    r"\d['’′]|goal|scor|str[uio]|net|equali|level|head|converted|slotted|fired|tap|volley|finish|bundled|curled|lashed"
    r"|rifled|nodded|poked|prodded"
    r"|sw[ei]pt?|drilled|rolled|found|broke|target|opene|lead|front|doubled|pulled|halved|restored|sealed|wrapped|hat-trick"
    r"|brace|own |penalty|spot"
    r"|winner|keeper|m[ao][dkv]\w+ it|gifted|touch|slid|\d ?[-–] ?\d"
    r"|settled|reduced|reply|answer|respon|breakthrough|added|hope|second|third",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"\s*\d{1,3}(?:['’′]?\s?\+\s?\d{1,2})?\s?(?:['’′]|min)", re.IGNORECASE)
_GOALS_TO = re.compile(rf"\b({CARDINAL}) goals? to ({CARDINAL}|nil|none)(?= |[.,;:]|$)", re.IGNORECASE)
_MAY_TELL_WHEN = re.compile(
    r"\d['’′+]|[ -]min|\d(?:st|nd|rd|th)\b|\bhour\b|half|\bbreak\b|\binterval\b|[a-z] time\b|restart|\bin the [\w-]+[,.;:)]"
    r"|\bseconds\b"
)
"""Patterns of minutes are many: they are only tried on sentences that may tell of a goal and of a moment."""
_MAY_DATE = re.compile(r"\d|day\b|night\b|this (?:evening|afternoon)|[MTWFS][a-z]{2,3}\.")
_MAY_CLAIM = re.compile(
    r"\d|-(?:nil|one|two|three|four|five|six|all)\b|[Gg]oal|scor|str[uio]|net\b|equali|level|head|conver|slot|fire|tap"
    r"|volley|finish|end|draw|dr[ea]w|bundl|curl|lash|rifl|nod|pok|prod|sw[ei]p"
    r"|drill|roll|found|broke|target|opene|lead|led\b|front|doubl|pull|halv|restor|seal|wrap|hat-|brace|penalt|spot|winner"
    r"|keeper|gift|slid"
    r"|\bw[io]n|beat|lo[su][et]|defeat|victor|through|\bout\b|elimin|knock|shoot|final|crowd|attendance|spectators|heard"
    r"|noise|play|kick|match|meeting"
    r"|fixture|tie\b|clash|game|encounter|outing|reports|plan\b|deserve|separate|half|reach|advance|progress|argue|minute|\bhour\b|second|third"
)
"""Words of which every claim has one: sentences without any are not read at all."""


def readings(passage: Passage, names: Names, *, is_lead: bool = False, is_title: bool = False) -> Iterator[Reading]:
    """The sentences of a passage."""
    for sentence in split_sentences(passage.text):
        if len(sentence.text) > LONGEST or not _MAY_CLAIM.search(sentence.text):
            continue
        named = names.marks(passage.text, sentence.start, sentence.end)
        marks = [*_phrases(sentence.text, sentence.start, is_named=bool(named)), *named]
        text, placed = _abstract(passage.text, sentence.start, sentence.end, _apart(marks))
        yield Reading(
            text,
            placed,
            sentence.start,
            sentence.end,
            is_lead,
            passage.is_item,
            is_title,
            is_entry=bool(_ENTRY.match(passage.text)),
        )


def _phrases(text: str, at: int, *, is_named: bool) -> Iterator[Mark]:
    """Dates first: what is part of one is nothing else; then scores, then minutes."""
    for date in find_dates(text) if _MAY_DATE.search(text) else ():
        yield Mark(Sign.DATE, at + date.start, at + date.end, date.text, date=date)
    # "Japan's back three one after another" is no score.
    for score in (one for one in find_scores(text) if one.is_figures or " " not in one.text):
        yield Mark(Sign.SCORE, at + score.start, at + score.end, score.text, score=score)
    for found in _GOALS_TO.finditer(text) if " to " in text and "goal" in text else ():
        yield Mark(Sign.SCORE, at + found.start(), at + found.end(), found[0], score=_goals_to(found))
    may_tell = is_named and _MAY_TELL_WHEN.search(text) and _MAY_SCORE.search(text)
    for minute in find_minutes(text) if may_tell else ():
        # "A minute after Kane had scored": the words for what came before are the sentence's own.
        end = minute.end - len(minute.after) if minute.after and minute.text.endswith(minute.after) else minute.end
        yield Mark(Sign.MINUTE, at + minute.start, at + end, minute.text, minute=minute)


def _goals_to(found: re.Match[str]) -> ScorePhrase:
    """``three goals to one``."""
    first, second = number_of(found[1]) or 0, number_of(found[2]) or 0
    return ScorePhrase(found[0], found.start(), found.end(), Score(first, second), is_figures=False)


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """Marks that do not overlap, in order; of two that do the one that was found first stays."""
    kept: list[Mark] = []
    for mark in marks:
        if not any(mark.start < other.end and other.start < mark.end for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)


def _abstract(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[str, dict[int, Mark]]:
    """The sentence in small letters with a character for each mark, and the marks by the place of theirs."""
    pieces: list[str] = []
    placed: dict[int, Mark] = {}
    length, done = 0, start
    for mark in marks:
        piece = text[done : mark.start].lower().replace("’", "'")
        pieces += [piece, mark.sign.value]
        placed[length + len(piece)] = mark
        length += len(piece) + 1
        done = mark.end
    pieces.append(text[done:end].lower().replace("’", "'"))
    return "".join(pieces), placed
