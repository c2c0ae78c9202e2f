"""Who scored, by the words of a sentence: the name that a verb of scoring belongs to, and where the goal is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from site_builder.authoring.articles.goal_subjects import CLAUSE, GOAL_OF, Talk, Told, is_clause_subject, subject_of
from site_builder.authoring.articles.goal_words import CAME, GOAL_FOR, NEGATIVE, NTH, SHOT, STRONG, UNDONE
from site_builder.authoring.articles.names import Name
from site_builder.authoring.articles.other_matches import is_of_another
from site_builder.phrases import MinutePhrase

_BY = re.compile(
    r"\b(?:by|from|through|via|courtesy of|thanks to|came from|fell to)\s+(?:the |substitute |captain |striker |midfielder )*$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|being|been|is|are|be|get|got)(?: \w+ly| then| duly| only| half)? $", re.IGNORECASE)
_THROUGH = re.compile(r"^\s*(?:again )?(?:through|via|courtesy of|thanks to) (?:the |substitute |captain )*$", re.IGNORECASE)
_OWN_GOAL = re.compile(r"own (?:goal|net)", re.IGNORECASE)
_GIVEN_TO = re.compile(r" (?:was |is |went )?(?:down )?(?:given|credited|awarded|attributed|later given)?(?: |)to ")
_OFF = re.compile(
    r"\boff (?:the (?:\w+ )?(?:arm|leg|knee|shin|head|chest|back|foot|boot|heel|thigh|shoulder|hand) of )?(?:the )?(?:\w+ )?$"
)
_HIS = re.compile(r"(?:his|her)\b", re.IGNORECASE)
_CAME_GOAL = re.compile(r"\b(?:(?<!to )goal|answer|opener|winner|reply|equali[sz]\w*|levell?er)\b", re.IGNORECASE)


def scorers(text: str, names: Sequence[Name], talk: Talk) -> Iterator[Told]:
    """Each verb of scoring with the name that it belongs to."""
    for made in GOAL_FOR.finditer(text):
        name = next((n for n in names if n.start == made.end()), None)
        if name and not NEGATIVE.search(segment(text, made.start())):
            yield Told(name.text, made.start(), made.start(), name.end)
    triggers = sorted({(m.start(), m.end()) for pattern in (STRONG, SHOT, NTH, CAME) for m in pattern.finditer(text)})
    last: Told | None = None
    for number, (start, end) in enumerate(triggers):
        counted = NTH.fullmatch(text, start, end) or NTH.match(text, start)
        if counted and any(
            text[other:start].count(",") == 0 and not CLAUSE.search(text, ended, start) for other, ended in triggers[:number]
        ):
            continue  # "tap in the second": the number belongs to the verb before it
        around = segment(text, start)
        if (
            _BEFOREHAND.search(text[:start])
            or NEGATIVE.search(around)
            or UNDONE.search(text, end)
            or is_of_another(text, start, around, talk.before)
        ):
            continue
        if CAME.fullmatch(text[start:end]) and not (_CAME_GOAL.search(text)):
            continue
        goes_on = last is not None and (_goes_on_from(text, names, last, start) or text[start : start + 4] in ("his ", "her "))
        found = replace(last, verb=start, end=end) if last and goes_on else _scorer(text, names, start, end, talk)
        if found is None and number + 1 == len(triggers):
            found = _of_team(text, names, start, end)
        if found:
            yield found
            last, talk = found, replace(talk, scorer=found.player)


# "After Bellerin had bundled him over": what went before the goal.
_BEFOREHAND = re.compile(r"\b(?:after|when|because|since) [^,;:.]{0,60}\bhad (?:\w+ly )?$")


def _goes_on_from(text: str, names: Sequence[Name], last: Told, start: int) -> bool:
    """Whether a participle tells more of the goal before it: ``before scoring the winner -- firing in from the spot``."""
    is_participle = bool(re.match(r"\w+ing\b", text[start:]))
    return is_participle and last.end <= start and not any(last.verb < name.start < start for name in names)


_LINK = re.compile(
    r"\b(?:when|as|with|after|through|thanks to|courtesy of|via)\b|[:–—]|,(?= [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? \w+ing\b)"
)


def _of_team(text: str, names: Sequence[Name], start: int, end: int) -> Told | None:
    """``Athletic were back on terms as Pell rose highest``: who acts behind the words, where those before it are of a team."""
    link = _LINK.search(text, end)
    if link is None or any(name.end <= start and not name.is_possessive for name in names):
        return None
    after = [name for name in names if name.start >= link.end() and (not name.is_possessive or GOAL_OF.match(text, name.end + 2))]
    acting = [name for name in after if is_clause_subject(text, name) or text[link.end() : name.start].strip() == ""]
    if not acting or NEGATIVE.search(text, link.end()):
        return None
    is_near = len({name.text for name in after}) == 1 and link[0] != "after"
    return Told(acting[0].text, start, start, acting[0].end, is_near=is_near)


_OPENS = re.compile(r"[,;:–—(]| but | when | before (?=[A-Z])| and (?=(?:the |then )?[A-Z])")
_CLOSES = re.compile(r"[,;:–—)]| but | after | as | when | while | and (?=(?:the |then )?[A-Z])")


def segment(text: str, at: int) -> str:
    """The part of a sentence between commas and the like that holds a place."""
    begun = [m.end() for m in _OPENS.finditer(text, 0, at)]
    ending = _CLOSES.search(text, at)
    return text[begun[-1] if begun else 0 : ending.start() if ending else len(text)]


def _scorer(text: str, names: Sequence[Name], start: int, end: int, talk: Talk) -> Told | None:
    """Whom a verb of scoring belongs to: a name before it, one after "by", or the person that a pronoun stands for."""
    if _HIS.match(text, start) and talk.subject and not names:
        return Told(talk.subject, start, start, end, is_pronoun=True)
    named = next((n for n in names if 0 <= n.start - end < 45 and _is_through(text[end : n.start], n)), None)
    if named:
        return Told(named.text, start, start, named.end)
    if own := _off_whom(text, names, start, end):
        return Told(own.text, own.start, start, end)
    agents = (n for n in names if start < n.start < end + 60 and _BY.search(text[: n.start]))
    agent = next((n for n in agents if not n.is_possessive or GOAL_OF.match(text, n.end + 2)), None)
    if touched := _touched(text, names, start, end):
        return touched
    by = Told(agent.text, start, start, agent.end) if agent else None
    if _PASSIVE.search(text[:start]):
        return by
    # "Tapping in after good work by Gakpo": what somebody does himself is not done by whoever comes next.
    return subject_of(text, names, start, end, talk) or (None if text[start:end].endswith("ing") else by)


def _is_through(between: str, name: Name) -> bool:
    return not name.is_possessive and bool(_THROUGH.search(between))


def _off_whom(text: str, names: Sequence[Name], start: int, end: int) -> Name | None:
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


def _touched(text: str, names: Sequence[Name], start: int, end: int) -> Told | None:
    """Who turned a ball into his own net: ``struck Costa and looped past his own keeper``, ``went in off Johnson``."""
    if not _OWN_ENDING.search(text, end):
        return None
    hit = [n for n in names if _TOUCHED.search(text[: n.start]) and text.startswith(" and ", n.end)]
    struck = (n for n in hit if 0 <= n.start - end < 25 or text[n.end : start] in (" and ", " and then "))
    off = (n for n in names if _BALL.search(text[:start]) and n.start >= end and _IN_OFF.fullmatch(text[start : n.start][4:]))
    name = next(struck, None) or next(off, None)
    return Told(name.text, min(start, name.start), start, max(end, name.end)) if name else None


_OWN_ENDING = re.compile(r"\bown (?:goal|net|keeper|goalkeeper)\b")


def merged(text: str, told: list[Told], phrases: Sequence[MinutePhrase]) -> list[Told]:
    """Verbs of one scorer without another between them are one goal, unless each has a minute in a clause of its own."""
    found: list[Told] = []
    for one in told:
        last = found[-1] if found else None
        if last and last.player == one.player and not _is_another(text, last, one, phrases):
            found[-1] = replace(last, end=max(last.end, one.end))
        else:
            begun = one.start if last is None or last.player != one.player else one.verb
            found.append(replace(one, start=begun))
    return found


_ONCE_MORE = re.compile(r"\b(?:again|another|(?:his|her|a) second)\b")


def _is_another(text: str, last: Told, one: Told, phrases: Sequence[MinutePhrase]) -> bool:
    if NTH.match(text, one.verb) and text[one.verb : one.verb + 4] in ("his ", "her "):
        return True
    joints = list(CLAUSE.finditer(text, last.verb, one.verb))
    fixed = [p for p in phrases if p.minute or p.added or p.later is not None]
    if not joints:
        return False
    joint = joints[-1]
    if any(p.end <= joint.start() for p in phrases) and _ONCE_MORE.search(text, joint.end(), one.end + 20):
        return True
    if any(joint.end() <= p.start < one.verb for p in fixed):
        return True  # "and two minutes later" is another moment, whenever the first one was
    if len(fixed) < 2:
        return False
    return any(p.end <= joint.start() for p in fixed) and any(p.start >= joint.end() for p in fixed)
