"""What the words about a goal say of its team and of the score after it."""

from __future__ import annotations

import re

from site_builder.authoring.articles.goal_values import Effect
from site_builder.authoring.articles.names import pattern_of
from site_builder.football.model import Score
from site_builder.phrases import find_scores

_FIRST = re.compile(r"\b(?:opened the scoring|broke the deadlock|the first|opener|opening goal)\b", re.IGNORECASE)
_LEVEL = re.compile(
    r"\b(?:equali[sz]\w*|levell?ed|levels|level|parity|lead (?:had )?lasted|hit back|cancel(?:led|s) out)\b", re.IGNORECASE
)
_LEAD = re.compile(r"\b(?:ahead|in front|the lead|(?:restored|regained) [^,.;]{0,25}lead|winner|winning goal)\b", re.IGNORECASE)
_CLOSER = re.compile(r"\b(?:pull(?:ed|s)? (?:one|a goal) back|halved|reduced|consolation)\b", re.IGNORECASE)

_ORDINARY = r"(?:equali[sz]er|opener|winner|answer|reply|goal|first|second|third|lead)"
_LED = r"(?:took the lead|went ahead|went in front|led|were ahead|were level|doubled|scored|struck)"
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
    r"\b(?:goal|equali[sz]er|scored|struck|answered|replied|levelled|equali[sz]ed) for (?:the )?TEAM\b",
    r"\bwas TEAM['’]s\b",
)


def team_of(span: str, teams: tuple[str, str]) -> str:
    """The team that a goal is said to count for."""
    for team, other in (teams, teams[::-1]):
        name = pattern_of(team, other)
        if any(re.search(pattern.replace("TEAM", name), span) for pattern in _SAID):
            return team
    return ""


def score_made(span: str) -> Score | None:
    """The score that a goal is said to have made: ``made it 2-0``."""
    scores = (s for s in find_scores(span) if re.search(r"\b(?:made|makes|make|making) it $", span[: s.start]))
    return next((s.score for s in scores), None)


def effect_of(span: str) -> Effect:
    """What a goal is said to have done to the score."""
    for pattern, effect in ((_CLOSER, Effect.CLOSER), (_LEVEL, Effect.LEVEL), (_LEAD, Effect.LEAD), (_FIRST, Effect.FIRST)):
        if pattern.search(span):
            return effect
    return Effect.NONE
