"""Which competition an article names as that of its match, and a text folded letter by letter, as names are looked for."""

from __future__ import annotations

import re

from site_builder.authoring.articles.draft import Found
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import Vocabulary, folded


def read_competition(article: Article, vocabulary: Vocabulary) -> Found[str] | None:
    """The competition named first of those known, longest name first."""
    spoken = with_places(article.text)
    named = [
        (match, vocabulary.competitions[name])
        for name in sorted(vocabulary.competitions, key=len, reverse=True)
        if len(name) > 2
        for match in re.finditer(rf"(?<!\w){re.escape(name)}s?(?!\w)", spoken[0])
        if _is_named(article.text, spoken[1][match.start()], spoken[1][match.end() - 1])
    ]
    if not named:
        return None
    found = [pair for pair in named if not _is_of_another(article.text, spoken[1][pair[0].start()])]
    found = [pair for pair in found if _is_played_in(article.text, spoken[1][pair[0].start()])] or found
    match, name = min(found or named, key=lambda pair: (pair[0].start(), -len(pair[0][0])))
    if re.search(rf"\bwomens {re.escape(folded(match[0]))}\b", spoken[0]):
        name = f"Women's {name}"
    start, end = spoken[1][match.start()], spoken[1][match.end() - 1]
    doubt = "" if found else "maybe that of another match"
    return Found(name, article.sentence_at(start), doubt or ("" if _is_whole(article.text, start, end) else "maybe another one"))


_ROUND_OF = re.compile(
    r"\b(?:final|round|leg|tie|match|semi-finals?|quarter-finals?|play-off|replay) (?:of|in) "
    r"(?:the |this year['’]s |last night['’]s )?$",
    re.IGNORECASE,
)


def _is_played_in(text: str, start: int) -> bool:
    """Whether the words before a competition say that the match is one of it: ``the semi-final of the League Cup``."""
    return bool(_ROUND_OF.search(text[max(0, start - 50) : start]))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a name is not part of a longer one that nobody knows: ``Scottish League Cup``, ``Championship Play-off``."""
    is_longer = re.search(
        r"\b(?:Scottish|Welsh|Irish|Northern|British|Club|Youth|Junior|Trophy) $", text[max(0, start - 12) : start]
    )
    return not is_longer and not re.match(r" (?:[Pp]lay-?[Oo]ff|Trophy|Shield|Vase)", text[end + 1 :])


_NEXT = re.compile(
    r"\b(?:back to|into|reach(?:ed|ing)?|qualif\w+ for|return to|promot\w+ to|had (?:already )?(?:lost|won|taken)|next|"
    r"a place in|bound for|against the|kept|keeps|stay(?:ed|s)?|will|face|faces|host|hosts|await|travel|previous|"
    r"last (?:season|year))\b",
    re.IGNORECASE,
)


def _is_of_another(text: str, start: int) -> bool:
    """Whether the words before a competition look ahead or back."""
    return bool(_NEXT.search(text[max(0, start - 60) : start].replace("\n", ". ").rpartition(". ")[2]))


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether a competition is named, and not a "championship" or a "First Division" club."""
    if re.match(r" (?:title|trophy|club|side|winners|holders|record|rivals)\b", text[end + 1 :]):
        return False
    is_of_club = bool(re.match(r" [A-Z][a-z]+ (?:United|City|Town|Rovers|Athletic|County)\b", text[end + 1 :]))
    return text[start].isupper() and not is_of_club


def with_places(text: str) -> tuple[str, list[int]]:
    """A text folded letter by letter, with the place that each letter had."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        is_initial = letter == "." and place > 0 and text[place - 1].isupper() and not text[max(0, place - 2)].isalpha()
        plain = folded(letter) or ("" if letter in "'’" or is_initial else " ")
        if plain == " " and (not letters or letters[-1] == " "):
            continue
        letters += plain
        places += [place] * len(plain)
    return "".join(letters), places
