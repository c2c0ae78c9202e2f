"""How a goal was scored, by the words about it: from the spot, into the own net, or plainly."""

from __future__ import annotations

import re

from site_builder.football.model import GoalKind

_PENALTY = re.compile(
    r"\b(?:penalty(?! (?:area|box|spot\b.{0,10}(?:scored|mark)))|from the (?:penalty )?spot|"
    r"spot[- ]kick|pen\b|from twelve yards|rolled in the penalty)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:(?<!his )(?<!her )(?<!their )own[- ]goal"
    r"|(?:through|into|in|past|beyond) (?:his|her|their) own (?:net|goal|goalkeeper|keeper)|og|o\.g\."
    r"|(?:struck|hit|clipped|caught|off) (?:[A-Z]\w+ )?[A-Z]\w+(?:['’]s? (?:[\w-]+ )?\w+)? (?:on (?:the|his|"
    r"her) \w+ )?and (?:\w+ )?(?:sailed|looped|flew|trickled|rolled|spun|"
    r"crept|went|dropped) (?:in\b|past|over|into)"
    r"|(?:past|into|beyond) [^.;]{2,60}?\b(?:as|when) (?:the defender|he) (?:\w+ ){1,3}to (?:stop|clear|cut|block|intercept)"
    r"|(?:trying|attempting|stretching|meaning) to (?:cut|clear|intercept|block)[^.;]{0,40}?"
    r"(?:diverted|turned|deflected|sliced|headed|poked|prodded|bundled|put) (?:it |the ball )?(?:past|into|in|beyond))(?![\w])",
    re.IGNORECASE,
)
# "Struck Mabbutt on the knee and sailed over the goalkeeper".
ON_THE_BODY = re.compile(
    r"(?: on (?:the|his|her) (?:knee|leg|foot|heel|shin|arm|head|back|chest|shoulder|hip|thigh)) and (?:\w+ )?"
    r"(?:sailed|looped|flew|trickled|rolled|spun|crept|went|dropped|deflected|bounced)\b"
)
_AWARDED = re.compile(
    r"\bpenalty\b[^.]{0,60}(?:!|awarded|given|for|to)\b|\bpenalty[!.]|\bpoint(?:s|ed|ing) to the (?:penalty )?spot\b",
    re.IGNORECASE,
)
_FELLED = re.compile(r"\b(?:brought down|fouled|felled|tripped|upended|handled|handball)\b")
_KICKED = re.compile(
    r"\b(?:(?:in|away|home) the kick|the kick (?:in|away|home|past|into|low|high)|(?:converted|buried|netted) the kick)\b"
)
_TAKEN = re.compile(
    r"\b(?:wrong way|from the spot|panenka|up the middle|no mistake|did the rest|stepp?(?:ed|s) up)\b",
    re.IGNORECASE,
)
_NEXT_CLAUSE = re.compile(r",? (?:and|but) (?:they|he|she|it|the|there|then|[A-Z])")


_CONVERTED = re.compile(r"convert(?:ed|s|ing)\b", re.IGNORECASE)
PENALTIES = re.compile(
    (
        r"\b(?:hat[- ]trick|treble|brace|double|pair) of (?:penalties|spot-kicks)|\b(?:two|three|both|"
        r"all three) (?:penalties|spot-kicks)"
    ),
    re.IGNORECASE,
)


# "Gordon pushed out McGuffie's spot-kick, and the midfielder knocked in the rebound": that is no penalty.
_STOPPED = re.compile(
    r"\b(?:(?:penalty|spot[- ]kick|pen)\b[^.;]{0,40}?\b(?:was|were) (?:\w+ )?(?:saved|parried|kept out|blocked|beaten out|pushed)"
    r"|(?:saved|parried|pushed (?:out|away)|beat (?:out|away)|blocked|kept out|palmed|stopped|turned away|got down to) "
    r"(?:[A-Z][\w’'-]*\w ){0,3}?(?:[A-Z][\w’'-]*|his|her|the)(?:['’]s?)? (?:\w+ )?(?:penalty|spot[- ]kick|pen\b|first attempt)"
    r"|(?:penalty|spot[- ]kick)\b[^.;]{0,60}?\b(?:rebound|follow(?:ed|ing|s)? (?:it )?(?:up|in)))"
)
_REBOUND = re.compile(r"\b(?:rebound|loose ball|follow(?:ed|ing|s)? (?:it )?(?:up|in)|follow-up|second attempt)\b", re.IGNORECASE)
_RETAKEN = re.compile(r"\bre-?tak(?:e|en|ing)\b|\bordered (?:a|another)\b", re.IGNORECASE)


def is_award(text: str) -> bool:
    """Whether a sentence tells that a penalty was given."""
    return bool(_AWARDED.search(text))


def is_from_spot(text: str, verb: int, kind: GoalKind) -> bool:
    """Whether a goal may be a penalty without being called one: "converted after being fouled"."""
    if kind is not GoalKind.GOAL:
        return False
    is_plain = _CONVERTED.match(text, verb) and not re.search(
        r"\b(?:cross|pass|rebound|corner|centre|ball|chance)\b", text[verb:]
    )
    return bool(is_plain)


def kind_of(clause: str, before: str = "", verb: int | None = None) -> tuple[GoalKind, bool]:
    """How a goal was scored, by the words of its clause; doubtful where only the words before it speak of a penalty.

    ``verb`` is where its verb ends, if that is known: what another clause tells after it is another matter.
    """
    if _OWN.search(clause):
        return GoalKind.OWN_GOAL, False
    if _PENALTY.search(clause) and _STOPPED.search(clause) and not _RETAKEN.search(clause):
        return GoalKind.GOAL, not _REBOUND.search(clause)
    ending = _NEXT_CLAUSE.search(clause, verb) if verb is not None else None
    found = _PENALTY.search(clause[: ending.start()] if ending else clause)
    if found and not re.search(
        r"(?:after|earlier|missed|saved) [^,.;]{0,30}penalty|penalty (?:appeal|shout|claim|saved|missed|area|box)"
        r"|(?:want|wanted|claimed|appeal\w* for|no|denied) (?:a )?penalty",
        clause,
        re.IGNORECASE,
    ):
        return GoalKind.PENALTY, False
    is_kicked = _KICKED.search(clause) and _FELLED.search(before)
    if is_kicked or (_AWARDED.search(before) and _TAKEN.search(clause)):
        return GoalKind.PENALTY, False
    return GoalKind.GOAL, bool(_AWARDED.search(before) and before)
