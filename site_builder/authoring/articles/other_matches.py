"""Words of an article that tell of another match than its own: the first leg, last season, a final long ago."""

from __future__ import annotations

import re

from site_builder.authoring.articles.goal_denials import PAST
from site_builder.phrases import find_minutes

_MATCH = r"(?:match|game|leg|meeting|encounter|tie|clash|round|fixture|semi-final|quarter-final|final)"
_WHICH = (
    rf"(?:first|original|reverse|previous|last|corresponding|opening|earlier) (?:\w+ )?{_MATCH}|last (?:week|season|year|month)|"
    r"qualifying|the group stage|the previous round|(?:19|20)\d\d|['’]\d\d"
)
# "The first match had ended 2-2, Owen scoring after 17 seconds": all of the sentence.
_OPENING = re.compile(
    (
        rf"(?:(?:The|Their|That|This|In|At|After) )?(?:the |their |a )?(?:{_WHICH})\b[^.]{{0,60}}?\b(?:had|was|"
        r"were|ended|finished|beat|drew|lost|won)\b"
    ),
    re.IGNORECASE,
)
# "Berg scored in last week's 2-0 win".
_OF_ANOTHER = re.compile(
    r"\bin last (?:week|weekend|month|season|year)['’]s (?:\d{1,2}[-–]\d{1,2} )?(?:\w+ )?(?:win|victory|defeat|draw|leg|loss)\b"
)
# "To add to last week's win, when Rice scored …": all that follows.
_LINKED = re.compile(rf"\b(?:{_WHICH})\b[^.;]{{0,60}}?,? (?:when|in which|where|with|thanks to)\b", re.IGNORECASE)
_MAIN_CLAUSE = re.compile(r"\bbut\b|;|, (?=[A-Z])")
_ON_WITH_IT = re.compile(r"(?:That|Then|It|On that occasion|In that)\b")


def is_of_another(text: str, at: int, segment: str, before: str = "") -> bool:
    """Whether the words at a place of a sentence, in a ``segment`` of it, tell of another match.

    ``before`` is the sentence before it: "It was like Austria in 1990. That was 1-0, Nielsen scored."
    """
    if (
        _OPENING.match(text)
        or _OF_ANOTHER.search(text, at)
        or (_ON_WITH_IT.match(text) and re.search(r"\b(?:in|of) (?:19|20)\d\d\b[.!?]*$", before))
    ):
        return True
    has_minute = bool(find_minutes(segment))
    linked = _LINKED.search(text, 0, at)
    if linked and not has_minute and not _MAIN_CLAUSE.search(text, linked.end(), at):
        return True
    return bool(PAST.search(segment)) and not has_minute
