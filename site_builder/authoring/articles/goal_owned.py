"""Goals that a sentence names by whose they are: ``Basler's sixth-minute free-kick``, ``Berg's winner (88)``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_builder.authoring.articles.goal_denials import NEGATIVE
from site_builder.authoring.articles.goal_kinds import kind_of
from site_builder.authoring.articles.goal_moments import placed
from site_builder.authoring.articles.goal_values import Claim
from site_builder.authoring.articles.names import Name, proper_case
from site_builder.phrases import Sentence, find_minutes

_NTH_GOAL = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}?[\w-]+[- ]minute (?:[\w-]+ ){0,2}?"
    r"(?:goal|header|strike|free-kick|penalty|spot-kick|opener|equali[sz]er|winner|drive|volley|shot|"
    r"effort|finish|lob|own goal|thunderbolt|screamer|stunner|rocket|piledriver|tap-in|curler|leveller|half-volley|consolation)\b"
    r"|['’]s? (?:[\w-]+ ){0,2}?[\w-]+[- ]minute (?:[\w-]+ ){1,3}?(?:earned|gave|gives|won|secured|rescued|sealed|clinched|"
    r"handed|settled|was enough|proved|cancelled|ensured|snatched|salvaged|made it)\b",
    re.IGNORECASE,
)
_MARKED_GOAL = re.compile(r"['’]s? (?:[\w-]+ ){0,3}?[\w-]+ \(\d{1,3}(?:\+\d{1,2})?['’′]?(?:,? ?(?:pens?|p|og))?\)")

# "Foss could only palm Dahl's 52nd-minute shot to Berg".
_KEPT_OUT = re.compile(
    r"\b(?:palm|parr(?:y|ied)|push|block|sav(?:e|ed)|beat|beaten|spill|turn|fumble|stop|keep|kept|repel|tip|hold|dropp?)"
    r"(?:ed|led|ped)? (?:away |out |aside |over |up )?(?:from )?$"
)


def owned(sentence: Sentence, names: Sequence[Name]) -> Iterator[Claim]:
    """``Basler's sixth-minute free-kick``: a goal named by its owner and its minute."""
    for name in names:
        rest = sentence.text[name.end :]
        is_kept_out = _KEPT_OUT.search(sentence.text[: name.start])
        found = (_NTH_GOAL.match(rest) or _MARKED_GOAL.match(rest)) if name.is_possessive and not is_kept_out else None
        phrase = next((p for p in find_minutes(sentence.text) if found and p.start >= name.end and p.minute), None)
        if found and phrase and phrase.start <= name.end + found.end() and not NEGATIVE.search(rest[: found.end() + 30]):
            kind, _ = kind_of(found[0])
            yield Claim(proper_case(name.text), sentence.start + name.start, phrase.minute, placed(phrase, sentence), kind)
