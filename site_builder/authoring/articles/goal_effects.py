"""What the words about a goal say of its team and of the score after it."""

from __future__ import annotations

import re

from site_builder.authoring.articles.goal_values import Effect
from site_builder.authoring.articles.team_names import Calls
from site_builder.football.model import Score
from site_builder.phrases import ScoreKind, find_scores

_FIRST = re.compile(r"\b(?:open(?:ed|s|ing) the scoring|broke the deadlock|drew first blood)\b", re.IGNORECASE)
_DOUBLE = re.compile(r"\b(?:doubl(?:ed|es|ing)|two-goal) (?:[\w’']+ ){0,3}(?:lead|advantage|cushion)\b", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:extend|increas|stretch|trebl)\w+ (?:[\w’']+ ){0,3}(?:lead|advantage)\b"
    r"|\b(?:restor|regain)\w+ (?:[\w’']+ ){0,2}?(?:three|four|five)-goal (?:lead|advantage|cushion|margin)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:equali[sz]\w*|levell?ed|levels|level|parity|on terms|lead (?:had )?lasted|hit back|cancel(?:led|s) out)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:(?<!chosen )(?<!picked )(?<!preferred )ahead(?! of)|in front(?! of)|the lead|"
    r"(?:restor|regain)(?:ed?|es|s|ing) [^,.;]{0,25}(?:lead|advantage|cushion)|winner|winning goal)\b",
    re.IGNORECASE,
)
_CLOSER = re.compile(
    r"\b(?:pull(?:ed|s|ing)? (?:one|a goal|it|another(?: one| goal)?) back|(?:one|a goal) back\b(?! and)|"
    r"halv(?:ed?|es|ing)|reduc(?:ed?|es|ing)|consolation|"
    r"(?:cut|cuts|cutting|trim\w*|narrow\w*) (?:the|their|that|into the) (?:[\w’'-]+ )?"
    r"(?:deficit|lead|gap|arrears|advantage|margin))\b",
    re.IGNORECASE,
)

_EFFECTS = (
    (_CLOSER, Effect.CLOSER),
    (_DOUBLE, Effect.DOUBLE),
    (_MORE, Effect.MORE),
    (_FIRST, Effect.FIRST),
    (_LEVEL, Effect.LEVEL),
    (_LEAD, Effect.LEAD),
)

_ORDINARY = r"(?:equali[sz]er|opener|winner|answer|reply|goal|first|second|third|lead)"
_LED = (
    r"(?:took the lead|took a(?= [^.;]{0,20}lead)|went ahead|went in front|got|were level|doubled|scored|struck(?! (?:a|the) )|"
    r"pulled(?= (?:one|a goal|it|another|level|back))|made it|"
    r"drew first blood|opened the scoring|hit the front|restored|extended)"
)
_ANSWERED = r"(?:equali[sz]ed|levelled|drew level|hit back|replied|responded)"
_GAVE = (
    r"(?:put|puts|gave|gives|fired|headed|volleyed|drew|brought|hauled|sent|"
    r"restored|doubled|extended|increased|stretched|regained)"
)
_SAID = (
    rf"\b{_GAVE} (?:the )?TEAM\b",
    rf"\bTEAM['’]s? (?:\w+[- ]){{0,3}}{_ORDINARY}\b",
    rf"\bTEAM (?:{_LED}|{_ANSWERED})\b",
    r"\bTEAM (?:are|were|is|was|go|went) (?:in front|ahead|level|back level|one up|1-0 up)\b",
    (
        r"\b(?:goal|equali[sz]er|leveller|winner|opener|scored|struck|answered|replied|levelled|equali[sz]ed|back|level|"
        r"first|second|third|fourth|lead|ahead) for (?:the )?TEAM\b"
    ),
    r"\bwas TEAM['’]s\b",
)


def team_of(span: str, calls: Calls) -> str:
    """The team that a goal is said to count for, the last where its words say both."""
    found = [
        (match.start(), team)
        for team, name in calls.each
        for pattern in _SAID
        for match in re.finditer(pattern.replace("TEAM", name), span)
    ]
    return max(found)[1] if found else ""


_MADE = re.compile(r"\b(?:(?:made|makes|make|making) it|for|, and it was|and that was) $")


def score_made(span: str) -> Score | None:
    """The score that a goal is said to have made: ``made it 2-0``."""
    scores = (s for s in find_scores(span) if _MADE.search(span[: s.start]) and s.kind is ScoreKind.SCORE)
    return next((s.score for s in scores), None)


def effect_of(span: str) -> Effect:
    """What a goal is said to have done to the score."""
    return next((effect for pattern, effect in _EFFECTS if pattern.search(span)), Effect.NONE)
