"""Balls that go in without anybody's last touch on purpose: off somebody's body, or all the way from who sent them.

Whose own goal it is, where the text calls it one, is in `goal_own`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_builder.authoring.articles.goal_denials import NEGATIVE
from site_builder.authoring.articles.goal_subjects import Told, is_clause_subject
from site_builder.authoring.articles.names import Name

_OWN_ENDING = re.compile(r"\bown (?:goal|net|keeper|goalkeeper)\b")
_BODY = r"(?:knee|leg|foot|feet|heel|shin|arm|head|back|chest|shoulder|hip|thigh|boot|ankle|face|studs|toe)"
_BALL_HITS = re.compile(
    r"\b(?:ball|it|shot|cross|corner|effort|header|free-kick|drive|centre|attempt|which|that|clearance)\b[^.;]{0,60}?\b"
    r"(?:struck|hit|clipped|caught|(?:came|went|cannoned|bounced|rebounded|ricocheted|flew|spun) (?:in )?off) "
    r"(?:the )?(?:(?:[a-z-]+ )?(?:leg|foot|heel|knee|shin|head|back|shoulder|chest) of )?(?:the )?"
    r"(?:(?:defender|captain|full-back|centre-back|midfielder|goalkeeper|keeper|substitute|unlucky|unfortunate|hapless) )*$",
    re.IGNORECASE,
)
_WENT_IN = re.compile(
    rf"(?:['’]s? (?:[\w-]+ )?{_BODY}|,? on (?:the|his|her) {_BODY})?,? and (?:\w+ )?"
    r"(?:went|rolled|flew|looped|trickled|crept|spun|bounced|ended up|finished(?: up)?|dropped|ran|squirmed|deflected|sailed)\b"
    r"[^.;]{0,30}?\b(?:in\b(?! front)|into the (?:\w+ )?(?:net|corner)|home\b|over the line|past\b)"
)


def struck_and_in(text: str, names: Sequence[Name]) -> Iterator[Told]:
    """``the ball struck Costa's foot and went in``: his own goal, unless it is his who shot; which is not sure."""
    for name in names:
        ending = _WENT_IN.match(text, name.end)
        if ending and _BALL_HITS.search(text[: name.start]):
            is_own = bool(_OWN_ENDING.search(text, name.end))
            is_touch = not is_own and _A_TOUCH.search(text[: name.start])
            shooter = next((one for one in names if has_shot(text, one.end, name.start)), None) if is_touch else None
            by = shooter or name
            yield Told(by.text, by.start, by.start, ending.end(), is_near=is_own)


# So slight that the goal is still his who shot.
_A_TOUCH = re.compile(
    r"\b(?:clipped|grazed|brushed|kissed|nicked|glanced off|flicked off|(?:deflection|touch|nick|flick) off) (?:the )?(?:\w+ )?$"
)
# "Shot from the edge of the box, the ball clipped Costa and went in": a goal of his who aimed at the goal.
_AIMED = re.compile(
    r"(?:,(?! (?:and|but|when|while|as))[^.;]{1,70},)? (?:\w+ly |then )?(?:shot|fired|tried (?:his|her) luck|let fly|took aim|"
    r"aimed|drove|struck|hit (?:a|the|his|her|it))\b[^.;]{0,90}$"
    r"|['’]s? (?:[\w-]+ ){0,3}?(?:shot|effort|drive|free[- ]kick|volley|strike|header)\b[^.;]{0,60}$"
)


def has_shot(text: str, after: int, until: int) -> bool:
    """Whether words behind a name, up to somebody whom the ball struck, say that the one named aimed at the goal."""
    return after < until and bool(_AIMED.match(text[:until], after))


def is_deflected(text: str, one: Told, names: Sequence[Name]) -> bool:
    """Whether a goal that went in off somebody is told as his who shot."""
    hit = (name for name in names if name.start > one.start and _WENT_IN.match(text, name.end))
    struck = [name for name in hit if _A_TOUCH.search(text[: name.start])]
    end = next((name.end for name in names if name.start == one.start), None)
    return end is not None and any(has_shot(text, end, name.start) for name in struck) and not _OWN_ENDING.search(text)


_FLIGHT = re.compile(
    r"['’]s? (?:[\w-]+ ){0,4}?(?:ball|cross|shot|free[- ]kick|corner(?:-kick)?|effort|header|drive|volley|pass|centre|lob|"
    r"clearance|chip|strike|delivery|kick|throw)\b(?P<flight>[^;:!?.]{0,110}?)(?:\b(?:and|way|straight|bounced|went|crept|sailed|flew|"
    r"drifted|dropped|looped|trickled|rolled|squirmed|spun|dipped|swerved|curled) in(?=[,.;:!]|$| (?:off (?:the|a)|at|over|under|"
    r"past|by|from|for|after|on|with|without|directly)\b)|\binto the (?:\w+,? ){0,3}(?:net|corner|goal)\b|\bover the line\b)"
)
_FLEW = re.compile(
    r"\b(?:went|flew|drifted|bounced|crept|sailed|curled|took|deceived|evaded|eluded|beat|came|dropped|looped|swerved|dipped|"
    r"skidded|spun|swung|swerved|ran|trickled|floated|carried|held up|missed|passed|squirmed|rolled)\b"
)
_TOUCHED_ON = re.compile(
    r"\b(?:was|were|met|found|turned|headed|nodded|flicked|converted|tapped|touched|knocked|reached|who|whom|he|she|for|"
    r"to (?!the)|allowed|let|enabled|struck|hit|clipped|deflected off|off)\b"
)


def flown_in(text: str, names: Sequence[Name]) -> Iterator[Told]:
    """``Costa's long ball drifted over everyone and in``: his who sent it, if nobody is said to have touched it."""
    for name in names if not NEGATIVE.search(text) else ():
        found = _FLIGHT.match(text, name.end) if name.is_possessive else None
        if not found or not _FLEW.search(found[0]) or _TOUCHED_ON.search(found["flight"]):
            continue
        if not any(name.end < other.start < found.end() and is_clause_subject(text, other) for other in names):
            yield Told(name.text, name.start, name.start, found.end(), is_near=False)
