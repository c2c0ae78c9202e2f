"""The day of the match that an article is about: a full date near its top, else words that the day of publication explains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from site_builder.authoring.articles.draft import Found
from site_builder.authoring.articles.other_days import (
    is_match_day,
    is_of_another_day,
    is_publication,
    is_told_of_this,
    looks_ahead,
)
from site_builder.authoring.articles.text import Article
from site_builder.phrases import DatePhrase, day_of, find_dates

_OTHER_MATCH = re.compile(r"\b[Ii]n the other (?:\w+ )?(?:match|game|tie|fixture)\b")
TOP = 600
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_LONE = re.compile(r"^\W*(?:(?:Published|Posted|Updated)\b[^\n\d]{0,20})?$", re.IGNORECASE)


def read_date(article: Article, published: date | None) -> Found[date] | None:
    """The day of the match; None where the text and the day of publication leave it open."""
    found = _read(article, published)
    if found and published and found.value > published:
        return replace(found, unsure=found.unsure or "the text was published before this day")
    return found


def _read(article: Article, published: date | None) -> Found[date] | None:
    phrases = find_dates(article.text)
    own = [p for p in phrases if not is_of_another_day(article, p)]
    dated = [p for p in own if p.start < TOP and (p.day or (published and p.month and day_of(p, published)))]
    head = _dateline(dated, published)
    base = published or head or _lone_day(article, own)
    is_own = bool(dated and dated[0].day and published is None)
    told = _relative(article, phrases, base, _Exact(head, is_own, is_told=is_own and is_match_day(article, dated[0])))
    if told:
        return told
    if head:
        phrase = dated[0]
        is_issue = published is None and is_publication(article, phrase)
        doubt = _doubt(phrase, head) or _others(dated, head) or (ISSUED if is_issue else "")
        return Found(head, article.sentence_at(phrase.start), doubt)
    if named := _in_the_year(article, own):
        return named
    later = [p for p in own if p.day and not looks_ahead(article, p)]
    if later and later[0].day:
        return Found(later[0].day, article.sentence_at(later[0].start), "maybe the day of another match")
    return None


def _dateline(dated: list[DatePhrase], published: date | None) -> date | None:
    if not dated:
        return None
    first = dated[0]
    return first.day or (day_of(first, published) if published else None)


def _lone_day(article: Article, phrases: list[DatePhrase]) -> date | None:
    """The day that stands on a line of its own, be it the last: that of publication."""
    for phrase in phrases:
        line = article.text[article.text.rfind("\n", 0, phrase.start) + 1 : phrase.start]
        if phrase.day and _LONE.match(line) and not article.text[phrase.end :].partition("\n")[0].strip(" ."):
            return phrase.day
    return None


def _others(dated: list[DatePhrase], head: date) -> str:
    """What makes a day doubtful: another full date as near the top."""
    days = {phrase.day for phrase in dated if phrase.day}
    return ANOTHER if days - {head} else ""


def _in_the_year(article: Article, phrases: Sequence[DatePhrase]) -> Found[date] | None:
    """``16 July`` under the only year that the top of a text names."""
    years = set(_YEAR.findall(article.text[:TOP]))
    bare = [p for p in phrases if p.start < TOP and p.month and p.day_of_month and p.year is None and not looks_ahead(article, p)]
    if len(years) != 1 or not bare:
        return None
    year = int(years.pop())
    day = replace(bare[0], year=year).day
    return Found(day, article.sentence_at(bare[0].start), f"the year is the {year} that the text names near it") if day else None


class _Exact(Struct, frozen=True):
    """The full date at the top of a text, whether nothing else says when it was published, and whether it is the match's."""

    day: date | None
    is_day: bool
    is_told: bool = False


class _Told(Struct, frozen=True):
    """A day that words such as ``last night`` mean, with its sentence; ``rank`` is 0 for what is most surely the match's."""

    day: date
    at: int
    sentence: str
    rank: int


def _relative(article: Article, phrases: tuple[DatePhrase, ...], base: date | None, head: _Exact) -> Found[date] | None:
    """``last night``, ``on Saturday``: the first such words that do not look ahead, those that are surest in front.

    Where the text is exact about its day, weekdays count only at its top: further down they are of the next match.
    """
    told = [one for phrase in phrases if base and (one := _day_told(article, phrase, base, head))]
    if not told or base is None:
        return None
    best = min(told, key=lambda one: (one.rank, one.at))
    doubt = "the day of another match" if _OTHER_MATCH.search(best.sentence) else ""
    if any(one.day != best.day and (one.at < best.at or one.at < TOP) for one in told) and not doubt:
        doubt = ANOTHER
    latest = _DAYS_BEFORE if head.is_day else _WEEK
    return Found(best.day, best.sentence, doubt or (LONG_AGO if (base - best.day).days > latest else ""))


def _day_told(article: Article, phrase: DatePhrase, base: date, head: _Exact) -> _Told | None:
    """The day that relative words mean; None where it is none, or the day of something else."""
    is_relative = phrase.ago is not None or (phrase.weekday is not None and phrase.month is None)
    is_far = head.is_day and phrase.ago is None and phrase.start > TOP
    if not is_relative or is_far or phrase.is_coming or looks_ahead(article, phrase):
        return None
    sentence = article.sentence_at(phrase.start)
    day = day_of(phrase, base)
    is_other = head.day is not None and phrase.ago is None and day != head.day
    if day is None or (is_other and (head.is_told or not is_told_of_this(sentence))):
        return None
    return _Told(day, phrase.start, sentence, _rank(article, phrase, sentence))


def _rank(article: Article, phrase: DatePhrase, sentence: str) -> int:
    """How near words are to being the match's day: first ``last night`` at the top, last ``after Saturday's defeat``."""
    before = re.split(r"[.;,]", article.text[max(0, phrase.start - 60) : phrase.start])[-1]
    after = re.split(r"[.;,]", article.text[phrase.end : phrase.end + 40])[0]
    if _SAID.search(before) or _NOUN.search(before) or _HAD.search(after):
        return 2
    if phrase.ago is not None and phrase.start < TOP and is_told_of_this(sentence):
        return 0
    return 2 if _AFTER.search(before + phrase.text[:4]) and re.search("['’]s", phrase.text) else 1


_SAID = re.compile(r"\b(?:said|says|told|admitted|insisted|announced|confirmed|revealed|sacked|signed|appointed)\b")
# "Leicester's draw on Sunday meant", "their defeat at Hull on Saturday".
_NOUN = re.compile(
    r"(?:['’]s?|\b(?:their|its|our|his|her)) (?:\d+-\d+ )?(?:draw|win|defeat|victory|loss)"
    r"(?: (?:at|to|by|over|against|with) (?:[A-Z]\w+ ?){1,3})? ?$"
)
_HAD = re.compile(r"^[^.;,]{0,25}\bhad (?:\w+ )?(?:\w+ed|won|lost|drawn|been|gone|beaten)\b")
_AFTER = re.compile(r"\b(?:after|following|from|since|despite|aveng\w+|than|unlike|before) (?:[\w-]+ ){0,2}\w{1,5}$")
ANOTHER = "the text names another day as well"
ISSUED = "the text gives this day as that of its publication"
LONG_AGO = "many days before the text was written"
_DAYS_BEFORE, _WEEK = 1, 3


def _doubt(phrase: DatePhrase, day: date) -> str:
    if phrase.weekday is not None and phrase.weekday != day.weekday():
        return "the weekday does not fit the date"
    return ""
