"""Own goals: whose they are, by the words for whom the ball came off, and of goalkeepers who are not named again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_builder.authoring.articles.goal_kinds import ON_THE_BODY
from site_builder.authoring.articles.goal_subjects import Talk, Told
from site_builder.authoring.articles.names import Name

_CAME_OFF = re.compile(
    r"\b(?:hit|struck|clipped|deflected (?:in )?off|(?:went in|came|flew in|in|cannoned|bounced|spun) off) "
    r"(?:the )?(?:\w+ of )?(?:the )?(?:defender |captain |full-back |centre-back |midfielder )?$"
)
_INTO_OWN = re.compile(r"[^.;]{0,60}?\b(?:in|into|over|past|beyond|under)\b[^.;]{0,40}\bown (?:goal|net)\b")


def own_touches(text: str, names: Sequence[Name]) -> Iterator[Told]:
    """``was going wide until it hit Perisic and rolled in for an own goal``: whose own goal, whatever is said of the shot."""
    for name in names:
        ending = _INTO_OWN.match(text, name.end) if _CAME_OFF.search(text[: name.start]) and not name.is_possessive else None
        if ending:
            yield Told(name.text, name.start, name.start, ending.end())


_KEEPERS_OWN = re.compile(
    r"\b(?<!past )(?<!beyond )(?<!over )(?:the|his) (?:[\w-]+ )?(?:goalkeeper|keeper)\b[^.;]{0,90}?\bown (?:goal|net|line)\b"
)


def of_keepers(text: str, names: Sequence[Name], talk: Talk) -> Iterator[Told]:
    """``It came down to the goalkeeper, who knocked it into his own goal``: the one named last, which is not sure."""
    found = _KEEPERS_OWN.search(text) if talk.keeper else None
    if found and not any(found.start() <= name.start < found.end() for name in names):
        yield Told(talk.keeper, found.start(), found.start(), found.end(), is_near=False)


_OWN_GOAL = re.compile(r"own (?:goal|net)", re.IGNORECASE)
_GIVEN_TO = re.compile(r" (?:was |is |went )?(?:down )?(?:given|credited|awarded|attributed|later given)?(?: |)to ")
_OFF = re.compile(
    r"\boff (?:the (?:\w+ )?(?:arm|leg|knee|shin|head|chest|back|foot|boot|heel|thigh|shoulder|hand) of )?(?:the )?(?:\w+ )?$"
)


def off_whom(text: str, names: Sequence[Name], start: int, end: int) -> Name | None:
    """Whose own goal it is: ``in off the arm of Fernandinho for an own goal``, ``the own goal was given to Pedri``."""
    if not _OWN_GOAL.match(text, start, end):
        return None
    given = next((n for n in names if n.start >= end and _GIVEN_TO.fullmatch(text[end : n.start])), None)
    return given or next((n for n in reversed(names) if n.end <= start and _OFF.search(text[: n.start])), None)


_TOUCHED = re.compile(
    r"\b(?:struck|hit|clipped|caught|off|against) (?:the )?"
    r"(?:(?:defender|captain|full-back|centre-back|midfielder|goalkeeper|keeper|substitute|unlucky|unfortunate|hapless) )*$"
)
_BALL = re.compile(r"\bthe ball (?:\w+ly |then )?$")
_IN_OFF = re.compile(r" (?:in|home) off (?:the )?(?:\w+ )?")


def touched_in(text: str, names: Sequence[Name], start: int, end: int) -> Told | None:
    """Who turned a ball into his own net: ``struck Costa and looped past his own keeper``, ``went in off Johnson``."""
    hit = [n for n in names if _TOUCHED.search(text[: n.start]) and text.startswith(" and ", n.end)]
    if body := next((n for n in names if _TOUCHED.search(text[: n.start]) and ON_THE_BODY.match(text, n.end)), None):
        return Told(body.text, min(start, body.start), start, max(end, body.end), is_near=False)
    if not _OWN_ENDING.search(text, end):
        return None
    struck = (n for n in hit if 0 <= n.start - end < 25 or text[n.end : start] in (" and ", " and then "))
    off = (n for n in names if _BALL.search(text[:start]) and n.start >= end and _IN_OFF.fullmatch(text[start : n.start][4:]))
    name = next(struck, None) or next(off, None)
    return Told(name.text, min(start, name.start), start, max(end, name.end)) if name else None


_OWN_ENDING = re.compile(r"\bown (?:goal|net|keeper|goalkeeper)\b")
