"""What football's prose says in words: numbers, minutes, scores, dates and weekdays, sentence by sentence.

Pure text to values, in English as reports of matches use it. A phrase is found
where it stands (``start`` and ``end`` count characters of the text that was
given) and says only what its own words say: whose goal it was, or whether the
minute is right, is for others to judge. What words leave open stays open.

    >>> [(p.text, p.minute.text) for p in find_minutes("He struck two minutes from time.") if p.minute]
    [('two minutes from time', '88')]
    >>> find_scores("a 3–1 win")[0].score.text
    '3–1'
    >>> find_dates("on Wednesday 10 February 2021")[0].day
    datetime.date(2021, 2, 10)
"""

from site_builder.phrases.dates import DatePhrase, day_of, find_dates
from site_builder.phrases.minutes import Certainty, MinutePhrase, Span, find_minutes
from site_builder.phrases.numbers import CARDINAL, ORDINAL, number_of, ordinal_of
from site_builder.phrases.scores import ScoreKind, ScorePhrase, find_scores
from site_builder.phrases.sentences import Sentence, split_sentences

__all__ = [
    "CARDINAL",
    "ORDINAL",
    "Certainty",
    "DatePhrase",
    "MinutePhrase",
    "ScoreKind",
    "ScorePhrase",
    "Sentence",
    "Span",
    "day_of",
    "find_dates",
    "find_minutes",
    "find_scores",
    "number_of",
    "ordinal_of",
    "split_sentences",
]
