"""Goals told by their number beside others of a run: two players under one verb, two goals of one player.

``Robertson and Clark had put Hearts two up, the first on 11 minutes and the second eight minutes later.``
``Black got both goals. The first was a header after 18 minutes and the second a tap-in with five minutes left.``
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from site_builder.authoring.articles.goal_denials import NEGATIVE, PAST
from site_builder.authoring.articles.goal_kinds import kind_of
from site_builder.authoring.articles.goal_moments import fixed, own_moments, placed
from site_builder.authoring.articles.goal_subjects import Talk, is_clause_subject
from site_builder.authoring.articles.goal_values import Claim
from site_builder.authoring.articles.names import Name, proper_case
from site_builder.authoring.articles.relations import surname
from site_builder.phrases import Sentence

_NOT_NAMED = "the text does not name the scorer here"
_OTHERS = "the sentence names others as well"


_JOINED = re.compile(r"(?:, [a-z][^,.;]{1,40},)? and (?:then )?")


def with_pairs(sentence: Sentence, names: Sequence[Name], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims of a sentence; of two players under one verb each has his minute, and none is sure."""
    text = sentence.text
    for one, other in pairwise(names):
        pair = {proper_case(one.text), proper_case(other.text)}
        is_pair = _JOINED.fullmatch(text, one.end, other.start) and is_clause_subject(text, one) and not other.is_possessive
        own = [claim for claim in claims if claim.player in pair]
        if not is_pair or not own or len(pair) == 1:
            continue
        rest = [claim for claim in claims if claim.player not in pair]
        later = (n.start for n in names if n.start > other.end and is_clause_subject(text, n))
        until = next(later, len(text))
        moments = [phrase for phrase in fixed(own_moments(text)) if one.end < phrase.start < until]
        if len(moments) != 2 or (len({claim.player for claim in own}) == 2 and len({claim.minute for claim in own}) == 2):
            return tuple(replace(claim, doubt=claim.doubt or _OTHERS) if claim in own else claim for claim in claims)
        each = [
            replace(
                own[0],
                player=proper_case(name.text),
                at=sentence.start + name.start,
                minute=phrase.minute,
                phrase=placed(phrase, sentence),
                doubt=_OTHERS,
            )
            for name, phrase in zip((one, other), moments, strict=True)
        ]
        return (*rest, *each)
    return tuple(claims)


_SEVERAL = re.compile(
    r"\b(?:both(?: (?:the|of the))?(?: \w+)? goals|(?:scored|struck|netted|hit) twice|two goals|(?:a|his|"
    r"her) (?:brace|double|hat[- ]trick|treble)|"
    r"helped (?:himself|herself) to (?:two|three)|all three(?: goals)?|three times|three goals|twice on target|"
    r"on target twice|the two goals)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:the|his|her) (?:opener|opening goal|first|second|other|third|last)\b(?: goal| of them)?"
    r"(?! (?:half|leg|period|minute|time|booking|yellow|touch))",
    re.IGNORECASE,
)
_FAR = 80
_IT_WAS_HIS = re.compile(
    r"(?:^|[.;] )(?:It|That|This) (?:was|is) (?:only |just |merely )?(?:(?:his|her) (?:first|second|third|\w+th|\d+\w\w)|"
    r"the (?:first|second|third|\w+th|\d+\w\w))(?: [\w-]+){0,2} goals?\b(?=[^.;]*\b(?:his|her)\b|[^.;]*$)"
)


def of_his_career(sentence: Sentence, names: Sequence[Name], subject: str) -> Iterator[Claim]:
    """``It was the first goal of his career, and it came five minutes from time``: of him whom the text speaks of."""
    found = _IT_WAS_HIS.search(sentence.text)
    moments = fixed(own_moments(sentence.text)) if found and re.search(r"\b(?:his|her)\b", sentence.text) else []
    if found and subject and len(moments) == 1 and not names:
        at = sentence.start + found.start()
        yield Claim(subject, at, moments[0].minute, placed(moments[0], sentence), by_pronoun=True, doubt=_NOT_NAMED)


def runs(sentence: Sentence, names: Sequence[Name], talk: Talk) -> Iterator[Claim]:
    """The goals that a sentence counts of him who is said before it to have scored several."""
    text = sentence.text
    found = list(_NUMBERED.finditer(text))
    is_his = talk.pending and _SEVERAL.search(talk.before) and surname(talk.pending) == surname(talk.scorer)
    if not found or not is_his or NEGATIVE.search(text) or PAST.search(text):
        return
    if any(is_clause_subject(text, name) and surname(name.text) != surname(talk.pending) for name in names):
        return
    moments = fixed(own_moments(text))
    for number, one in enumerate(found):
        until = found[number + 1].start() if number + 1 < len(found) else len(text)
        own = next((p for p in moments if one.end() <= p.start < min(until, one.end() + _FAR)), None)
        if own:
            kind, _ = kind_of(text[one.start() : until])
            at = sentence.start + one.start()
            yield Claim(
                talk.pending, at, own.minute, placed(own, sentence), kind, by_pronoun=True, doubt=_OTHERS if names else ""
            )
