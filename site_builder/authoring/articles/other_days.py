"""Days that an article names and that are not its match's: of the next match, of one before, of a birth or a debut."""

from __future__ import annotations

import re

from site_builder.authoring.articles.text import Article
from site_builder.phrases import DatePhrase

_NOT_THE_MATCH = re.compile(
    r"\b(?:next|will|face|faces|meet|host|coming|await|travel|since|last season|first[- ]leg|visit|entertain|"
    r"(?<!to )plays? (?=(?-i:[A-Z]))|go to|goes to|at home to|take on|takes on|until|a (?:week|fortnight) (?:earlier|before|ago)|"
    r"(?:is|are) (?:away|at home|at|up) |due (?:on|in|at|to)\b(?=[^,.;]*$)|ahead of|back in action|draw (?:for|will|takes))\b",
    re.IGNORECASE,
)
# What a full date in a sentence may be the day of, beside a match.
_ANOTHER_DAY = re.compile(
    r"\b(?:born|birthday|would have turned|died|death|founded|formed|debut|signed|joined|appointed|opened|took over|"
    r"postponed|rearranged|scheduled|original(?:ly)?|first leg|second leg|return leg|first meeting|previous(?:ly)?|"
    r"last (?:won|lost|met|beat|beaten|drew|played|scored|time|season|year|month)|not (?:won|lost|beaten)|unbeaten|since|"
    r"had (?:\w+ )?(?:won|lost|drawn|beaten|met|been)|when (?:these|the two|they last)|next|will)\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 90


def is_of_another_day(article: Article, phrase: DatePhrase) -> bool:
    """Whether a sentence has a full date as that of something else: ``unbeaten since 14 May 1950``. Headings have their own."""
    start = article.text.rfind("\n", 0, phrase.start) + 1
    end = article.text.find("\n", phrase.end)
    line = article.text[start : end if end >= 0 else len(article.text)]
    if not phrase.day or (len(line) <= _LONGEST_HEADING and not line.rstrip().endswith(".")):
        return False
    before = re.split(r"[.;:,] (?=.{12})", article.text[max(start, phrase.start - 80) : phrase.start])[-1]
    after = re.split(r"[.;,]| and ", article.text[phrase.end : phrase.end + 25])[0]
    return bool(_ANOTHER_DAY.search(before) or _ANOTHER_DAY.search(after))


# What a line of its own names beside the day of a match, and not beside that of a paper.
_GROUND = re.compile(
    r"\b(?:Stadium|Park|Arena|Stadio|Stade|Ground|Bridge|Lane|Road|Moor|\w*stadion|Wembley|Hampden|Ibrox|Anfield|Highbury|Molineux|"
    r"Old Trafford|Camp Nou|San Siro|Bernab[eé]u|kick-?off)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(?:published|posted|updated|filed|written|edition|issue|printed)\b", re.IGNORECASE)
_IN_PROSE = 2


def is_publication(article: Article, phrase: DatePhrase) -> bool:
    """Whether a date is said to be that of the text: ``Posted Tuesday 3 May 2016``."""
    return bool(_PUBLISHED.search(article.text[article.text.rfind("\n", 0, phrase.start) + 1 : phrase.start]))


def is_match_day(article: Article, phrase: DatePhrase) -> bool:
    """Whether a full date is surely that of the match: told in a sentence, or beside the ground on a line of its own."""
    start = article.text.rfind("\n", 0, phrase.start) + 1
    end = article.text.find("\n", phrase.end)
    before, after = article.text[start : phrase.start], article.text[phrase.end : end if end >= 0 else len(article.text)]
    if is_publication(article, phrase):
        return False
    if not after.rstrip().endswith("."):
        return bool(_GROUND.search(before + after)) and len(before + after) <= _LONGEST_HEADING
    sentence = article.sentence_at(phrase.start)
    is_prose = len(re.findall(r"(?<!\w)[a-z]{2,}", before[-60:])) >= _IN_PROSE
    return is_prose and is_told_of_this(sentence)


def looks_ahead(article: Article, phrase: DatePhrase) -> bool:
    """Whether the words around a date speak of another match than this one."""
    after = re.split(r" and |[,;.]", article.text[phrase.end : phrase.end + 15])[0]
    around = article.text[max(0, phrase.start - 50) : phrase.end] + after
    sentence = around.rpartition(". ")[2] if ". " in around[:50] else around
    return bool(_NOT_THE_MATCH.search(sentence))


# What a text says of the days to come, of which it may say so by a weekday as well.
_COMING = re.compile(
    r"\b(?:wait|waits|waiting|await|awaits|takes? on|(?:is|are) (?:in|at|away|against|up)|opponents)\b", re.IGNORECASE
)
_TOLD = re.compile(
    r"\b(?:w[io]n|wins|winning|beat|beats|beating|beaten|los[te]|loses|losing|drew|draws?|drawn|drawing|victory|defeat|scored?|"
    r"scoring|scores|goals?|hat-trick|struck|stunned|held|crashed|champions|reached|through|final|thrashed|came|went|knocked|"
    r"settled|denied|earned|completed|sealed|saw|gave|left|took|ended|fought|recovered|match|game|evening|night|afternoon)\b",
    re.IGNORECASE,
)


def is_told_of_this(sentence: str) -> bool:
    """Whether a sentence tells what happened on a day, and not what is to come on it."""
    return bool(_TOLD.search(sentence)) and not _COMING.search(sentence)
