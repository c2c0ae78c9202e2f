"""The day of the match that an article is about: a full date near its top, else words that the day of publication explains."""

from __future__ import annotations

import re
from datetime import date

from msgspec.structs import replace

from site_builder.authoring.articles.draft import Found
from site_builder.authoring.articles.text import Article
from site_builder.phrases import DatePhrase, day_of, find_dates

_NOT_THE_MATCH = re.compile(
    r"\b(?:next|will|face|faces|meet|host|coming|await|travel|since|last season|first[- ]leg)\b", re.IGNORECASE
)
_OTHER_MATCH = re.compile(r"\b[Ii]n the other (?:\w+ )?(?:match|game|tie|fixture)\b")
TOP = 600
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")


def read_date(article: Article, published: date | None) -> Found[date] | None:
    """The day of the match; None where the text and the day of publication leave it open."""
    phrases = find_dates(article.text)
    dated = [p for p in phrases if p.start < TOP and (p.day or (published and p.month and day_of(p, published)))]
    head = _dateline(dated, published)
    base = published or head
    told = _relative(article, phrases, base, is_exact=bool(dated and dated[0].day and published is None))
    if told:
        return told
    if head:
        phrase = dated[0]
        return Found(head, article.sentence_at(phrase.start), _doubt(phrase, head))
    if named := _in_the_year(article, phrases):
        return named
    later = [p for p in phrases if p.day and not _looks_ahead(article, p)]
    if later and later[0].day:
        return Found(later[0].day, article.sentence_at(later[0].start), "maybe the day of another match")
    return None


def _dateline(dated: list[DatePhrase], published: date | None) -> date | None:
    if not dated:
        return None
    first = dated[0]
    return first.day or (day_of(first, published) if published else None)


def _in_the_year(article: Article, phrases: tuple[DatePhrase, ...]) -> Found[date] | None:
    """``16 July`` under the only year that the top of a text names."""
    years = set(_YEAR.findall(article.text[:TOP]))
    bare = [
        p for p in phrases if p.start < TOP and p.month and p.day_of_month and p.year is None and not _looks_ahead(article, p)
    ]
    if len(years) != 1 or not bare:
        return None
    year = int(years.pop())
    day = replace(bare[0], year=year).day
    return Found(day, article.sentence_at(bare[0].start), f"the year is the {year} that the text names near it") if day else None


def _relative(article: Article, phrases: tuple[DatePhrase, ...], base: date | None, *, is_exact: bool) -> Found[date] | None:
    """``last night``, ``on Saturday``: the first such words that do not look ahead.

    Where the text ``is_exact`` about its day, weekdays count only at its top: further down they are of the next match.
    """
    if base is None:
        return None
    head = next((phrase.day for phrase in phrases if is_exact and phrase.day and phrase.start < TOP), None)
    for phrase in phrases:
        is_relative = phrase.ago is not None or (phrase.weekday is not None and phrase.month is None)
        sentence = article.sentence_at(phrase.start)
        is_far = is_exact and phrase.ago is None and phrase.start > TOP
        if not is_relative or is_far or phrase.is_coming or _looks_ahead(article, phrase):
            continue
        day = day_of(phrase, base)
        if head and day and phrase.ago is None and day != head and _COMING.search(sentence):
            continue
        if day:
            return Found(day, sentence, "the day of another match" if _OTHER_MATCH.search(sentence) else "")
    return None


# What a text says of the days to come, of which it may say so by a weekday as well.
_COMING = re.compile(
    r"\b(?:wait|waits|waiting|await|awaits|takes? on|(?:is|are) (?:in|at|away|against|up)|opponents)\b", re.IGNORECASE
)


def _looks_ahead(article: Article, phrase: DatePhrase) -> bool:
    """Whether the words around a date speak of another match than this one."""
    after = re.split(r" and |[,;.]", article.text[phrase.end : phrase.end + 15])[0]
    around = article.text[max(0, phrase.start - 50) : phrase.end] + after
    sentence = around.rpartition(". ")[2] if ". " in around[:50] else around
    return bool(_NOT_THE_MATCH.search(sentence))


def _doubt(phrase: DatePhrase, day: date) -> str:
    if phrase.weekday is not None and phrase.weekday != day.weekday():
        return "the weekday does not fit the date"
    return ""
